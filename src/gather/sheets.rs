//! Which mapping of a source reads which sheet of which workbook.

use super::cell::Workbook;
use super::claim::Pattern;
use super::layout;
use super::open::Opened;
use crate::model::agreement::{SheetMapping, Source};
use crate::model::finding::{Code, Finding, Place};
use crate::model::nearest::nearest;

/// A sheet to be read by a mapping, all by their indices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The workbook among those opened.
    pub workbook: usize,
    /// The sheet of the workbook.
    pub sheet: usize,
    /// The mapping of the source.
    pub mapping: usize,
}

/// What is to be read for a source, and the sheets that should be there and are not.
#[derive(Debug, Default)]
pub struct Plan {
    /// In the order of workbooks, sheets and mappings.
    pub readings: Vec<Reading>,
    /// Sheets and headings that no workbook has.
    pub missing: Vec<Finding>,
}

/// What is to be read of a source's workbooks.
///
/// A mapping ought to find a sheet in every workbook of its kind: workbooks are of one kind where they answer to the same
/// mappings. One pattern may take several kinds (`polisen/*.xlsx`), so a mapping that finds nothing in a workbook is told
/// only if no workbook has it, if the workbook answers to no mapping at all, or if another of its kind does have it.
pub fn plan(source: &Source, own: &[(usize, &Opened)]) -> Plan {
    let mut plan = Plan::default();
    let read: Vec<(usize, &Opened, &Workbook)> =
        own.iter().filter_map(|(index, one)| Some((*index, *one, one.workbook.as_ref()?))).collect();
    // Whether each workbook answers to each mapping.
    let mut answers: Vec<Vec<bool>> = Vec::new();
    for (index, _, workbook) in &read {
        let mut row = Vec::new();
        for (mapping, how) in source.sheets.iter().enumerate() {
            let chosen = choose(how, workbook);
            row.push(!chosen.is_empty());
            plan.readings.extend(chosen.into_iter().map(|sheet| Reading { workbook: *index, sheet, mapping }));
        }
        answers.push(row);
    }
    plan.readings.sort_by_key(|reading| (reading.workbook, reading.sheet, reading.mapping));
    for (row, (_, one, workbook)) in answers.iter().zip(&read) {
        for (mapping, how) in source.sheets.iter().enumerate() {
            let has = |row: &Vec<bool>, mapping: usize| row.get(mapping).copied().unwrap_or(false);
            if has(row, mapping) {
                continue;
            }
            let sibling =
                |other: &Vec<bool>| has(other, mapping) && other.iter().zip(row).any(|(theirs, ours)| *theirs && *ours);
            let nowhere = !answers.iter().any(|other| has(other, mapping));
            let unread = !row.contains(&true);
            if nowhere || unread || answers.iter().any(sibling) {
                plan.missing.push(missing(how, &one.shown, workbook));
            }
        }
    }
    plan
}

/// The sheets of a workbook that a mapping reads: those with its name; without a name, those with its headings.
fn choose(mapping: &SheetMapping, workbook: &Workbook) -> Vec<usize> {
    let sheets = || workbook.sheets.iter().enumerate();
    if let Some(name) = &mapping.name {
        let pattern = Pattern::new(name);
        return sheets().filter(|(_, sheet)| pattern.fits(&sheet.name)).map(|(index, _)| index).collect();
    }
    let likeness: Vec<(usize, usize, usize)> = sheets()
        .map(|(index, sheet)| (index, layout::likeness(sheet, mapping)))
        .map(|(index, (found, asked))| (index, found, asked))
        .collect();
    let whole: Vec<usize> =
        likeness.iter().filter(|(_, found, asked)| found == asked).map(|(index, ..)| *index).collect();
    if !whole.is_empty() {
        return whole;
    }
    // No sheet has them all: the one with most of them, half at least, is meant, and what is missing there is told.
    let most = likeness.iter().filter(|(_, found, asked)| *found > 0 && found * 2 >= *asked);
    most.min_by_key(|(index, found, _)| (std::cmp::Reverse(*found), *index))
        .map(|(index, ..)| *index)
        .into_iter()
        .collect()
}

fn missing(mapping: &SheetMapping, shown: &str, workbook: &Workbook) -> Finding {
    match &mapping.name {
        Some(name) => {
            let near = nearest(name, workbook.sheets.iter().map(|sheet| sheet.name.as_str())).unwrap_or("none");
            Finding::new(Code::MissingSheet, Place::workbook(shown)).with("sheet", name).with("nearest", near)
        }
        None => {
            let all = layout::headings(mapping).iter().map(|column| column.heading.as_str()).collect::<Vec<_>>();
            let finding = Finding::new(Code::MissingHeading, Place::workbook(shown));
            finding.with("heading", all.join("», «")).with("nearest", "none")
        }
    }
}
