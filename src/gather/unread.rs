//! Sheets and workbooks that resemble what is read, but that no name or pattern matches.
//!
//! Their rows may count, or not: they count from zero and give a finding. `ignore` of a source, or an explained
//! finding, leaves them out.

use super::cell::{Cell, Sheet, Workbook};
use super::extraction::{Extraction, SourceExtraction};
use super::heading_words::fold;
use super::layout::{self, AsOf, MappingResult, SheetTask};
use super::name_pattern::NamePattern;
use super::sheets;
use crate::model::agreement::{Agreement, KnownFinding, Layout, SheetMapping, Source};
use crate::model::finding::{Code, FindingKind};
use crate::text::same_words;

/// The sources that an unmatched workbook may belong to: those whose workbooks are in its folder.
pub(super) fn sources(agreement: &Agreement, shown: &str) -> Vec<usize> {
    let folder = |path: &str| {
        path.rsplit_once('/')
            .map(|(folder, _)| folder.to_owned())
            .unwrap_or_default()
    };
    let own = folder(shown);
    let near = |source: &Source| {
        NamePattern::new(&folder(&source.files)).fits(&own) && !is_ignored(source, shown)
    };
    let sources = agreement.sources.iter().enumerate();
    sources
        .filter(|(_, source)| near(source))
        .map(|(index, _)| index)
        .collect()
}

/// Whether any source ignores a workbook or a sheet of that name.
pub(crate) fn is_ignored_anywhere(agreement: &Agreement, name: &str) -> bool {
    agreement
        .sources
        .iter()
        .any(|source| is_ignored(source, name))
}

/// Whether a source ignores a workbook (by its path, or its file's name) or a sheet of that name.
fn is_ignored(source: &Source, name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    source.ignored.iter().any(|pattern| {
        let pattern = NamePattern::new(pattern);
        pattern.fits(name) || pattern.fits(file)
    })
}

/// The results of sheets that no mapping reads but that have the headings of one.
pub(super) fn sheets(
    agreement: &Agreement,
    as_of: &AsOf,
    read_by: &[usize],
    shown: &str,
    workbook: &Workbook,
    assigned: &[usize],
) -> Vec<SourceExtraction> {
    let mut unread: Vec<SourceExtraction> = Vec::new();
    let free = workbook
        .sheets
        .iter()
        .enumerate()
        .filter(|(index, _)| !assigned.contains(index));
    for (_, sheet) in free {
        let read = read_by.iter().find_map(|&source| {
            let known = agreement.sources.get(source)?;
            if is_ignored(known, &sheet.name) {
                return None;
            }
            let filled = layout::filled_down(sheet);
            let like = known
                .sheets
                .iter()
                .find(|mapping| is_like(mapping, sheet, workbook))?;
            let task = SheetTask {
                agreement,
                as_of,
                source,
                mapping: like,
                workbook: shown,
                sheet,
                filled: &filled,
                several: false,
            };
            let result = layout::read(&task);
            let count = result.made();
            (count > 0).then(|| SourceExtraction {
                source,
                found: sheets::SheetMatches::default(),
                result: MappingResult {
                    findings: vec![task.sheet_finding(FindingKind::UnreadSheet { count })],
                    ..only_rows(result)
                },
                unread: true,
            })
        });
        unread.extend(read);
    }
    unread
}

/// Keeps only the activities, and for everything else whether there is any.
fn only_rows(result: MappingResult) -> MappingResult {
    let given = result.gathered;
    let other =
        !given.requests.is_empty() || !given.milestones.is_empty() || !result.answers.is_empty();
    let mut kept = MappingResult {
        damaged: other,
        ..MappingResult::default()
    };
    kept.gathered.activities = given.activities;
    kept
}

/// Whether a sheet has every heading of a mapping in its own words, and most headings of those that the mapping reads
/// in the same workbook. One heading alone is too weak.
fn is_like(mapping: &SheetMapping, sheet: &Sheet, workbook: &Workbook) -> bool {
    if mapping.name.is_none() || matches!(mapping.layout, Layout::Register | Layout::Statements) {
        return false;
    }
    let (like, asked) = layout::heading_match(sheet, mapping);
    if asked < 2 || like.written < asked {
        return false;
    }
    let pattern = mapping.name.as_deref().map(NamePattern::new);
    let read = workbook.sheets.iter().filter(|other| {
        pattern
            .as_ref()
            .is_some_and(|pattern| pattern.fits(&other.name))
    });
    let ours = words(sheet, mapping);
    let mut read = read.map(|other| words(other, mapping)).peekable();
    read.peek().is_none()
        || read.any(|theirs| {
            let common = ours.iter().filter(|word| theirs.contains(word)).count();
            common * 2 >= ours.len() + theirs.len() - common
        })
}

fn words(sheet: &Sheet, mapping: &SheetMapping) -> Vec<String> {
    let row = layout::header_row_of(sheet, mapping).and_then(|row| sheet.rows.get(row));
    let mut words: Vec<String> = row
        .into_iter()
        .flatten()
        .filter_map(|cell| match cell {
            Cell::Text(text) => Some(fold(text)),
            _ => None,
        })
        .collect();
    words.sort();
    words.dedup();
    words
}

/// Of an unmatched workbook: keeps what resembles what a source reads.
pub(crate) fn keep_recognised(agreement: &Agreement, extraction: &mut Extraction) {
    for part in &mut extraction.by_source {
        let asked = agreement.sources.get(part.source).into_iter();
        let headings = asked
            .flat_map(|source| &source.sheets)
            .map(|mapping| layout::headings(mapping).len())
            .max();
        let unread = part.unread;
        let result = std::mem::take(&mut part.result);
        let alike = unread || (!result.damaged && headings.is_some_and(|headings| headings > 1));
        part.result = if alike {
            only_rows(result)
        } else {
            MappingResult::default()
        };
        part.unread = true;
    }
    extraction.accounts = Vec::new();
    extraction.readings = Vec::new();
    extraction.masked = Vec::new();
}

/// Makes unmatched rows count from zero; explained ones are left out.
pub(crate) fn settle(agreement: &Agreement, parts: &mut [SourceExtraction]) {
    for part in parts.iter_mut().filter(|part| part.unread) {
        let result = &mut part.result;
        let explained = |workbook: &str, sheet: &str| {
            agreement
                .known
                .iter()
                .any(|known| explains(known, workbook, sheet))
        };
        result
            .gathered
            .activities
            .retain(|one| !explained(&one.origin.workbook, &one.origin.sheet));
        for one in &mut result.gathered.activities {
            one.value = one.value.perhaps();
        }
        let place = result.findings.first().map(|finding| finding.place.clone());
        if let Some((workbook, sheet)) = place.and_then(|place| place.workbook.zip(place.sheet)) {
            result.damaged &= !explained(&workbook, &sheet);
        }
    }
}

fn explains(known: &KnownFinding, workbook: &str, sheet: &str) -> bool {
    let named = |asked: &Option<String>, there: &str| {
        asked
            .as_deref()
            .is_none_or(|asked| same_words(asked, there))
    };
    let of_sheet = known.code == Code::UnreadSheet.name() && named(&known.sheet, sheet);
    let of_workbook = known.code == Code::UnclaimedWorkbook.name();
    (of_sheet || of_workbook) && named(&known.workbook, workbook)
}
