//! Which mapping of a source reads which sheet of which workbook.

use super::cell::Workbook;
use super::claim::Pattern;
use super::glean::Part;
use super::layout;
use crate::model::agreement::{SheetMapping, Source};
use crate::model::finding::{Code, Finding, Place};
use crate::model::nearest::nearest;

/// A sheet to be read by a mapping, both by their indices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The sheet of the workbook.
    pub sheet: usize,
    /// The mapping of the source.
    pub mapping: usize,
}

/// What a source reads of one workbook.
#[derive(Debug, Default)]
pub struct Plan {
    /// In the order of sheets and mappings.
    pub readings: Vec<Reading>,
    /// Whether each mapping found a sheet.
    pub found: Vec<bool>,
    /// For each that did not, in their order, what there is to tell if it ought to have.
    pub missing: Vec<Finding>,
}

/// What a source reads of a workbook.
pub fn plan(source: &Source, shown: &str, workbook: &Workbook) -> Plan {
    let mut plan = Plan::default();
    for (mapping, how) in source.sheets.iter().enumerate() {
        let chosen = choose(how, workbook);
        plan.found.push(!chosen.is_empty());
        if chosen.is_empty() {
            plan.missing.push(missing(how, shown, workbook));
        }
        plan.readings.extend(chosen.into_iter().map(|sheet| Reading { sheet, mapping }));
    }
    plan.readings.sort_by_key(|reading| (reading.sheet, reading.mapping));
    plan
}

/// The sheets and headings that a source's workbooks ought to have and have not.
///
/// A mapping ought to find a sheet in every workbook of its kind: workbooks are of one kind where they answer to the same
/// mappings. One pattern may take several kinds (`polisen/*.xlsx`), so a mapping that finds nothing in a workbook is told
/// only if no workbook has it, if the workbook answers to no mapping at all, or if another of its kind does have it.
pub fn ought_to_be_there(parts: &[Part]) -> Vec<Finding> {
    let has = |part: &Part, mapping: usize| part.found.get(mapping).copied().unwrap_or(false);
    let mut told = Vec::new();
    for part in parts {
        let unfound = part.found.iter().enumerate().filter(|(_, found)| !**found).map(|(mapping, _)| mapping);
        for (mapping, finding) in unfound.zip(&part.missing) {
            let of_its_kind = |other: &Part| other.found.iter().zip(&part.found).any(|(theirs, ours)| *theirs && *ours);
            let sibling = parts.iter().any(|other| has(other, mapping) && of_its_kind(other));
            let nowhere = !parts.iter().any(|other| has(other, mapping));
            let unread = !part.found.contains(&true);
            if nowhere || unread || sibling {
                told.push(finding.clone());
            }
        }
    }
    told
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
