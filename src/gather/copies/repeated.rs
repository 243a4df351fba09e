//! Rows that are on two sheets of one source count once.
//!
//! They are recognised by content, never by the name of a workbook or a sheet. Where the equality may be chance (few
//! rows, or nothing but a day or a number in them), they count from once to twice.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::left_out::RowsLeftOut;
use super::repeated_sheet::{RepeatedSheet, comparable};
use super::rows::{CountedRow, SheetRows, row_number, sheets};
use super::states::{alike, edited, revised};
use super::{SheetFingerprint, contradicted, day_or_month, name, sums};
use crate::gather::account::runs;
use crate::gather::extraction::SourceExtraction;
use crate::gather::layout::negative;
use crate::model::agreement::Source;
use crate::model::finding::{Finding, FindingKind, Place, Repetition};

/// The fewest equal rows that cannot be chance.
const NO_CHANCE: usize = 3;

/// Leaves out, or makes uncertain, rows that are on several sheets of a source.
pub(crate) fn settle(
    source: &Source,
    parts: &mut [SourceExtraction],
    fingerprints: &HashMap<(&str, &str), &SheetFingerprint>,
) -> (Vec<Finding>, RowsLeftOut) {
    day_or_month::share(parts, fingerprints);
    let mut sheets = sheets(source, parts, fingerprints);
    // The fullest first: the finding about rows in common is placed on the others.
    sheets.sort_by_cached_key(|sheet| {
        (
            sheet.unread,
            std::cmp::Reverse(sheet.rows.len()),
            name::doubt(&sheet.workbook),
        )
    });
    let mut found = repeated(source, &sheets);
    let doubted = contradicted::doubted(&found, &sheets, parts);
    let settled: BTreeSet<usize> = found.iter().map(|repeated| repeated.sheet).collect();
    found.extend(sums::summed(source, parts, &sheets, &settled));
    let not_held = contradicted::not_held(source, &sheets, parts, &found);
    found.extend(not_held);
    for repeated in &found {
        apply(repeated, &sheets, parts);
    }
    contradicted::make_uncertain(&doubted, parts);
    lessen_beside(&found, &sheets, parts);
    let gone = leave_out(&found, &sheets, parts);
    let findings = found.iter();
    let findings = findings.filter_map(|repeated| finding(repeated, &sheets));
    (findings.collect(), gone)
}

/// A number below nothing on one of two sheets with equal rows takes from the other's too: of them only one may count.
fn lessen_beside(found: &[RepeatedSheet], sheets: &[SheetRows], parts: &mut [SourceExtraction]) {
    let mut told = BTreeSet::new();
    for part in parts.iter() {
        told.extend(negative::told(&part.result.findings));
    }
    for RepeatedSheet { sheet, other, .. } in found {
        let both: Vec<_> = [sheet, other]
            .into_iter()
            .filter_map(|index| sheets.get(*index))
            .map(|sheet| (&sheet.workbook, &sheet.sheet))
            .collect();
        let is_of_both = |workbook: &str, sheet: &str| {
            both.iter()
                .any(|(book, name)| book.as_str() == workbook && name.as_str() == sheet)
        };
        if !told
            .iter()
            .any(|(workbook, sheet, _)| is_of_both(workbook, sheet))
        {
            continue;
        }
        let all = parts
            .iter_mut()
            .flat_map(|part| &mut part.result.gathered.activities);
        let mut all: Vec<_> = all
            .filter(|one| is_of_both(one.origin.workbook.as_str(), one.origin.sheet.as_str()))
            .collect();
        negative::lessen(&mut all, &told);
    }
}

fn repeated(source: &Source, sheets: &[SheetRows]) -> Vec<RepeatedSheet> {
    let in_common = common(sheets, |row| row.whole);
    let mapped = common(sheets, |row| row.mapped);
    let of = |sheet: usize, other: usize| in_common.get(&(sheet, other)).copied().unwrap_or(0);
    let mut found = Vec::new();
    for (index, sheet) in sheets.iter().enumerate() {
        let mut others: Vec<usize> = (0..index)
            .filter(|other| of(index, *other) > 0)
            .filter(|other| {
                sheets
                    .get(*other)
                    .is_some_and(|other| comparable(source, sheet, other))
            })
            .collect();
        others.sort_by_key(|other| (std::cmp::Reverse(of(index, *other)), *other));
        let mut taken: HashSet<usize> = HashSet::new();
        for other in others {
            let Some(fuller) = sheets.get(other) else {
                continue;
            };
            let equal = equal_rows(sheet, fuller, &taken, |row| row.whole);
            if equal.is_empty() {
                continue;
            }
            // Sheets that each have a few rows of a fuller one are together no coincidence.
            let together = if equal.len() == sheet.rows.len() {
                let contained = (0..sheets.len()).filter(|one| *one > other);
                contained
                    .filter(|one| {
                        sheets
                            .get(*one)
                            .is_some_and(|sheet| of(*one, other) == sheet.rows.len())
                    })
                    .map(|one| of(one, other))
                    .sum()
            } else {
                equal.len()
            };
            let Some(how) = judged(sheet, fuller, &equal, together) else {
                continue;
            };
            let mut rows = equal;
            rows.extend(revised(sheet, fuller, &rows, &taken));
            taken.extend(rows.iter().copied());
            let mut edited = edited(sheet, fuller, &rows, how);
            edited.extend(alike(sheet, fuller, &rows, &edited));
            taken.extend(edited.iter().copied());
            let mut add = |how, rows: Vec<usize>| {
                if !rows.is_empty() {
                    found.push(RepeatedSheet {
                        sheet: index,
                        other,
                        how,
                        rows,
                    });
                }
            };
            add(how, rows);
            add(Repetition::Perhaps, edited);
        }
        let exported =
            |other: &usize| of(index, *other) == 0 && mapped.contains_key(&(index, *other));
        for other in (0..index).filter(exported) {
            let Some((how, rows)) = exported_rows(sheets, (index, other), &taken) else {
                continue;
            };
            taken.extend(rows.iter().copied());
            found.push(RepeatedSheet {
                sheet: index,
                other,
                how,
                rows,
            });
        }
    }
    found
}

/// The rows of a sheet that another workbook tells of in other columns, as a system's export does: nearly all of them that are
/// exact. What is not may be of that workbook as well.
fn exported_rows(
    sheets: &[SheetRows],
    (sheet, other): (usize, usize),
    taken: &HashSet<usize>,
) -> Option<(Repetition, Vec<usize>)> {
    let (sheet, other) = (sheets.get(sheet)?, sheets.get(other)?);
    if sheet.workbook == other.workbook {
        return None;
    }
    let mut rows = equal_rows(sheet, other, taken, |row| row.mapped);
    let worded = rows
        .iter()
        .all(|row| sheet.rows.get(*row).is_some_and(|row| row.words.is_some()));
    let specific = other.different_words.max(sheet.different_words) > 1;
    let equal: HashSet<usize> = rows.iter().copied().collect();
    let rest = sheet.rows.iter().enumerate();
    let (exact, doubtful): (Vec<_>, Vec<_>) = rest
        .filter(|(index, _)| !equal.contains(index) && !taken.contains(index))
        .partition(|(_, row)| row.exact);
    let most = rows.len() >= NO_CHANCE
        && rows.len() * 10 >= (rows.len() + exact.len()) * 9
        && rows.len() * 2 >= sheet.rows.len();
    if !most {
        return None;
    }
    let all = rows.len() == sheet.rows.len() && rows.len() >= NO_CHANCE + 2;
    let how = if worded
        && specific
        && all
        && are_of_two_formats(sheet, other)
        && !are_told_apart(sheet, other)
    {
        Repetition::Same
    } else {
        Repetition::Perhaps
    };
    rows.extend(doubtful.into_iter().map(|(index, _)| index));
    Some((how, rows))
}

fn are_of_two_formats(one: &SheetRows, other: &SheetRows) -> bool {
    let ending = |sheet: &SheetRows| {
        let workbook = sheet.workbook.as_str();
        workbook
            .rsplit_once('.')
            .map(|(_, ending)| ending.to_lowercase())
    };
    ending(one) != ending(other)
}

/// Whether the names of two workbooks say that they are about different things.
fn are_told_apart(one: &SheetRows, other: &SheetRows) -> bool {
    one.workbook != other.workbook && name::tell_apart(&one.workbook, &other.workbook)
}

/// How many rows two sheets have in common, by their indices, the later first.
fn common(sheets: &[SheetRows], by: fn(&CountedRow) -> u64) -> HashMap<(usize, usize), usize> {
    let mut by_row: HashMap<u64, Vec<(usize, usize)>> = HashMap::new();
    for (index, sheet) in sheets.iter().enumerate() {
        for row in &sheet.rows {
            let on = by_row.entry(by(row)).or_default();
            match on.last_mut() {
                Some((last, times)) if *last == index => *times += 1,
                _ => on.push((index, 1)),
            }
        }
    }
    let mut common: HashMap<(usize, usize), usize> = HashMap::new();
    for on in by_row.into_values().filter(|on| on.len() > 1) {
        for (at, (later, ours)) in on.iter().enumerate() {
            for (earlier, theirs) in on.iter().take(at) {
                *common.entry((*later, *earlier)).or_default() += ours.min(theirs);
            }
        }
    }
    common
}

/// The rows of a sheet, not yet taken, that another has too.
fn equal_rows(
    sheet: &SheetRows,
    other: &SheetRows,
    taken: &HashSet<usize>,
    by: fn(&CountedRow) -> u64,
) -> Vec<usize> {
    let others = other.rows.iter();
    sheet.paired(others, |row| Some(by(row)), |row| !taken.contains(&row))
}

/// Whether equal rows are the same; none if they are too few and unspecific to say.
fn judged(
    sheet: &SheetRows,
    other: &SheetRows,
    equal: &[usize],
    together: usize,
) -> Option<Repetition> {
    let rows: Vec<&CountedRow> = sheet.at(equal).collect();
    let worded = rows.iter().filter(|row| row.words.is_some()).count();
    let specific = other.different_words.max(sheet.different_words) > 1;
    if specific
        && !are_told_apart(sheet, other)
        && worded == rows.len()
        && together >= NO_CHANCE
        && rows.len() * 2 >= sheet.rows.len()
    {
        Some(Repetition::Same)
    } else if (specific && worded > 0) || rows.len() * 3 >= sheet.rows.len() * 2 {
        Some(Repetition::Perhaps)
    } else {
        None
    }
}

/// Makes rows that may be the same count from zero.
fn apply(repeated: &RepeatedSheet, sheets: &[SheetRows], parts: &mut [SourceExtraction]) {
    if repeated.how != Repetition::Perhaps && repeated.how != Repetition::PerhapsSums {
        return;
    }
    for (part, index) in places(repeated, sheets) {
        let activities = parts
            .get_mut(part)
            .map(|part| &mut part.result.gathered.activities);
        if let Some(activity) = activities.and_then(|all| all.get_mut(index)) {
            activity.value = activity.value.perhaps();
        }
    }
}

fn places(repeated: &RepeatedSheet, sheets: &[SheetRows]) -> Vec<(usize, usize)> {
    let rows = sheets
        .get(repeated.sheet)
        .map(|sheet| sheet.rows.as_slice())
        .unwrap_or_default();
    repeated
        .rows
        .iter()
        .filter_map(|row| Some(rows.get(*row)?.at))
        .collect()
}

/// Leaves out the rows that are surely the same, and what they ask for.
fn leave_out(
    found: &[RepeatedSheet],
    sheets: &[SheetRows],
    parts: &mut [SourceExtraction],
) -> RowsLeftOut {
    let sure = found
        .iter()
        .filter(|repeated| matches!(repeated.how, Repetition::Same | Repetition::Sums));
    let gone: HashSet<(usize, usize)> =
        sure.flat_map(|repeated| places(repeated, sheets)).collect();
    let mut rows = RowsLeftOut::default();
    for (part, extraction) in parts.iter_mut().enumerate() {
        let given = &mut extraction.result.gathered;
        rows.take(&mut given.activities, |index, _| {
            gone.contains(&(part, index))
        });
        given.requests.retain(|request| {
            let origin = &request.origin;
            !rows.has(&origin.workbook, &origin.sheet, row_number(&origin.cell))
        });
    }
    rows
}

fn finding(repeated: &RepeatedSheet, sheets: &[SheetRows]) -> Option<Finding> {
    let (sheet, other) = (sheets.get(repeated.sheet)?, sheets.get(repeated.other)?);
    let numbers = repeated
        .rows
        .iter()
        .filter_map(|row| Some(sheet.rows.get(*row)?.number.saturating_sub(1)));
    let rows: BTreeSet<usize> = numbers.collect();
    let kind = FindingKind::RepeatedRows {
        other: Some(format!("{} · {}", other.workbook, other.sheet)),
        count: rows.len(),
        rows: runs(rows.iter().copied()),
        how: repeated.how,
    };
    Some(Finding::new(
        kind,
        Place::sheet(sheet.workbook.as_str(), sheet.sheet.as_str()),
    ))
}
