//! Sheets and workbooks that resemble what is read, but that no name or pattern matches.
//!
//! Their rows may count, or not: they count from zero and give a finding. `ignore` of a source, or an explained
//! finding, leaves them out.

mod likeness;

use std::collections::BTreeSet;

use super::cell::{Sheet, Workbook};
use super::extraction::{Extraction, SourceExtraction};
use super::layout::{self, AsOf, MappingResult, RowDetail, SheetTask};
use super::name_pattern::NamePattern;
use super::sheets;
use crate::model::agreement::{Agreement, KnownFinding, Layout, SheetMapping, Source};
use crate::model::finding::{Code, Finding, FindingKind, Place};
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

/// A sheet, and the mapping of a source that reads it, by their indices.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading {
    pub(super) source: usize,
    pub(super) mapping: usize,
    pub(super) sheet: usize,
}

/// The results of sheets that no mapping reads but that have the headings of one.
pub(super) fn sheets(
    agreement: &Agreement,
    as_of: &AsOf,
    read_by: &[usize],
    (shown, workbook): (&str, &Workbook),
    detail: RowDetail,
    readings: &[Reading],
) -> Vec<SourceExtraction> {
    let free = workbook
        .sheets
        .iter()
        .enumerate()
        .filter(|(index, _)| readings.iter().all(|reading| reading.sheet != *index));
    let unread = free.filter_map(|(_, sheet)| {
        read_by.iter().find_map(|&source| {
            let known = agreement.sources.get(source)?;
            if is_ignored(known, &sheet.name) {
                return None;
            }
            let mut mappings = known.sheets.iter().enumerate();
            let headed = mappings.find_map(|(index, mapping)| {
                let task = (agreement, as_of, source, shown);
                let read = sheets_read(workbook, readings, (source, index));
                by_headings(task, detail, mapping, (sheet, workbook), &read)
            });
            headed.or_else(|| {
                let time = agreement.term;
                let mappings = known.sheets.iter().enumerate();
                let alike = mappings.map(|(index, mapping)| {
                    let read = sheets_read(workbook, readings, (source, index));
                    likeness::rows_alike(mapping, sheet, &read, time)
                });
                let count = alike.max().filter(|count| *count > 0)?;
                let kind = FindingKind::UnreadRows { count };
                let finding = Finding::new(kind, Place::sheet(shown, &sheet.name));
                // What it holds cannot be read by headings that it has not.
                let result = MappingResult {
                    damaged: true,
                    ..MappingResult::default()
                };
                Some(unread_part(source, result, finding))
            })
        })
    });
    unread.collect()
}

/// The sheets that a mapping reads.
fn sheets_read<'a>(
    workbook: &'a Workbook,
    readings: &[Reading],
    (source, mapping): (usize, usize),
) -> Vec<&'a Sheet> {
    readings
        .iter()
        .filter(|reading| (reading.source, reading.mapping) == (source, mapping))
        .filter_map(|reading| workbook.sheets.get(reading.sheet))
        .collect()
}

fn unread_part(source: usize, result: MappingResult, finding: Finding) -> SourceExtraction {
    SourceExtraction {
        begun: BTreeSet::new(),
        unbegun: BTreeSet::new(),
        source,
        found: sheets::SheetMatches::default(),
        result: MappingResult {
            findings: vec![finding],
            ..result
        },
        unread: true,
    }
}

/// What a sheet gives that has the headings of a mapping; none if it has not, or gives nothing.
fn by_headings(
    (agreement, as_of, source, shown): (&Agreement, &AsOf, usize, &str),
    detail: RowDetail,
    mapping: &SheetMapping,
    (sheet, workbook): (&Sheet, &Workbook),
    read: &[&Sheet],
) -> Option<SourceExtraction> {
    if matches!(mapping.layout, Layout::Register | Layout::Statements) {
        return None;
    }
    let named = likeness::named(mapping, workbook);
    let beside = if named.is_empty() { read } else { &named };
    // Without a name a mapping takes the sheets that have its headings: only beside one of them another looks like it.
    if mapping.name.is_none() && read.is_empty() || !likeness::has_headings(mapping, sheet, beside)
    {
        return None;
    }
    let filled = layout::filled_down(sheet);
    let task = SheetTask {
        agreement,
        as_of,
        source,
        mapping,
        workbook: shown,
        sheet,
        filled: &filled,
        several: false,
        detail,
    };
    let result = layout::read(&task);
    let count = result.made();
    let finding = task.sheet_finding(FindingKind::UnreadSheet { count });
    (count > 0).then(|| unread_part(source, only_rows(result), finding))
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

/// Of a workbook that no pattern takes: keeps what looks like what a source reads.
pub(crate) fn keep_recognised(agreement: &Agreement, extraction: &mut Extraction) {
    for part in &mut extraction.by_source {
        let mappings = agreement.sheets_of(part.source);
        let headings = mappings
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
    let codes = [Code::UnreadSheet.name(), Code::UnreadRows.name()];
    let of_sheet = codes.contains(&known.code.as_str()) && named(&known.sheet, sheet);
    let of_workbook = known.code == Code::UnclaimedWorkbook.name();
    (of_sheet || of_workbook) && named(&known.workbook, workbook)
}
