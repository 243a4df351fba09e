//! Which mapping of a source reads which sheet of which workbook.

use serde::{Deserialize, Serialize};

use super::cell::Workbook;
use super::layout::{self, HeadingMatch};
use super::name_pattern::NamePattern;
use crate::model::agreement::{SheetMapping, Source};
use crate::model::finding::{Finding, FindingKind, Place};
use crate::text::nearest;

/// A sheet and the mapping that reads it, by index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SheetAssignment {
    pub sheet: usize,
    pub mapping: usize,
}

/// Which sheets of one workbook a source reads.
#[derive(Debug, Default)]
pub(crate) struct ReadingPlan {
    /// In the order of sheets and mappings.
    pub(crate) assignments: Vec<SheetAssignment>,
    pub(crate) found: SheetMatches,
}

/// Which mappings of a source found a sheet in a workbook.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct SheetMatches {
    /// Whether each did, in their order.
    by_mapping: Vec<bool>,
    /// For each that did not: the finding if it should have.
    missing: Vec<Finding>,
}

impl SheetMatches {
    fn has(&self, mapping: usize) -> bool {
        self.by_mapping.get(mapping).copied().unwrap_or(false)
    }

    /// Whether some mapping found a sheet in both workbooks.
    fn is_of_the_kind_of(&self, other: &SheetMatches) -> bool {
        self.by_mapping
            .iter()
            .zip(&other.by_mapping)
            .any(|(ours, theirs)| *ours && *theirs)
    }
}

pub(crate) fn plan(source: &Source, shown: &str, workbook: &Workbook) -> ReadingPlan {
    let mut plan = ReadingPlan::default();
    for (mapping, how) in source.sheets.iter().enumerate() {
        let chosen = choose(how, workbook);
        plan.found.by_mapping.push(!chosen.is_empty());
        if chosen.is_empty() {
            plan.found.missing.push(missing(how, shown, workbook));
        }
        plan.assignments.extend(
            chosen
                .into_iter()
                .map(|sheet| SheetAssignment { sheet, mapping }),
        );
    }
    plan.assignments
        .sort_by_key(|assignment| (assignment.sheet, assignment.mapping));
    plan
}

/// Findings about sheets and headings that are missing in a source's workbooks.
///
/// A mapping should find a sheet in every workbook of its kind: workbooks are of one kind if the same mappings match
/// them. One pattern may match several kinds (`polisen/*.xlsx`), so a mapping that finds nothing in a workbook gives
/// a finding only if no workbook has it, if no mapping matches the workbook, or if another workbook of its kind does
/// have it.
pub(crate) fn missing_sheets(workbooks: &[&SheetMatches]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for one in workbooks {
        let unfound = (0..one.by_mapping.len()).filter(|mapping| !one.has(*mapping));
        for (mapping, finding) in unfound.zip(&one.missing) {
            let mut having = workbooks
                .iter()
                .filter(|other| other.has(mapping))
                .peekable();
            let nowhere = having.peek().is_none();
            let unread = !one.by_mapping.contains(&true);
            if nowhere || unread || having.any(|other| other.is_of_the_kind_of(one)) {
                findings.push(finding.clone());
            }
        }
    }
    findings
}

/// The sheets of a workbook that a mapping reads: those with its name; without a name, those with its headings.
fn choose(mapping: &SheetMapping, workbook: &Workbook) -> Vec<usize> {
    let sheets = || workbook.sheets.iter().enumerate();
    if let Some(name) = &mapping.name {
        let pattern = NamePattern::new(name);
        return sheets()
            .filter(|(_, sheet)| pattern.fits(&sheet.name))
            .map(|(index, _)| index)
            .collect();
    }
    let heading_match: Vec<(usize, HeadingMatch, usize)> = sheets()
        .map(|(index, sheet)| (index, layout::heading_match(sheet, mapping)))
        .map(|(index, (heading_match, asked))| (index, heading_match, asked))
        .collect();
    let whole: Vec<usize> = heading_match
        .iter()
        .filter(|(_, like, asked)| like.written == *asked)
        .map(|(index, ..)| *index)
        .collect();
    if !whole.is_empty() {
        return whole;
    }
    // No sheet has them all: the one with most of them, at least half, is used, and its missing headings give
    // findings.
    let most = heading_match
        .iter()
        .filter(|(_, like, asked)| like.found > 0 && like.found * 2 >= *asked);
    most.min_by_key(|(index, like, _)| (std::cmp::Reverse((like.found, like.written)), *index))
        .map(|(index, ..)| *index)
        .into_iter()
        .collect()
}

fn missing(mapping: &SheetMapping, shown: &str, workbook: &Workbook) -> Finding {
    let kind = match &mapping.name {
        Some(name) => {
            let near = nearest(
                name,
                workbook.sheets.iter().map(|sheet| sheet.name.as_str()),
            );
            FindingKind::MissingSheet {
                sheet: name.clone(),
                nearest: near.map(str::to_owned),
            }
        }
        None => {
            let all = layout::headings(mapping)
                .iter()
                .map(|column| column.heading.as_str())
                .collect::<Vec<_>>();
            FindingKind::MissingHeading {
                heading: all.join("», «"),
                nearest: None,
            }
        }
    };
    Finding::new(kind, Place::workbook(shown))
}
