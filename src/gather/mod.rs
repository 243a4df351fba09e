//! The drop folder → activities, each with its cell: find, read, map, account for every row.
//!
//! ```text
//! folder ─find→ files ─open→ who takes which, copies told
//!        ─isolate→ a process a workbook ─glean→ reader: cells, identity numbers masked
//!                                               sheets: which mapping reads which sheet
//!                                               layout: activities and their like, the fate of every row
//!                                               account: rows read = used + skipped + rejected
//!        → what every workbook gave, added up by source
//! ```

pub(crate) mod account;
pub(crate) mod agreement_book;
pub mod cell;
pub(crate) mod copies;
mod discreet;
pub(crate) mod extract;
mod extraction;
pub(crate) mod find;
mod folder_digest;
pub mod header;
pub(crate) mod heading;
pub(crate) mod heading_words;
pub mod hidden_ranges;
pub mod inspect;
pub mod isolate;
pub mod layout;
pub(crate) mod name_pattern;
pub(crate) mod open;
pub mod reader;
pub(crate) mod settling;
pub mod sheets;
mod unread;
pub mod value;
pub(crate) mod workbook_file;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::error::Error;
use crate::model::activity::{Coverage, Gathered, WorkbookAccount};
use crate::model::agreement::Agreement;
use crate::model::finding::tally::FindingTally;
use crate::model::finding::{Checked, Code, Finding, FindingKind, Place};
use crate::model::name::Name;
use crate::text::nearest;

pub(crate) use folder_digest::folder_digest;

use cell::Workbook;
use copies::SheetFingerprint;
use copies::left_out::RowsLeftOut;
use extraction::SourceExtraction;
use isolate::Isolation;
use layout::{AnswerRow, MappingResult, RowDetail};
use workbook_file::WorkbookFile;

/// Reads every workbook of `folder` that a source of the agreement names. Activities dated after `as_of` are rejected
/// with a finding.
///
/// # Errors
/// Only if the folder itself cannot be read. Any problem inside it is a finding.
pub fn gather(
    agreement: &Agreement,
    folder: &Path,
    as_of: NaiveDate,
    isolation: &Isolation,
) -> Result<Checked<Gathered>, Error> {
    let (files, mut findings) = find::find(folder)?;
    let mut opened = open::open(agreement, as_of, &files, isolation, &mut findings);
    warn_of_unclaimed(agreement, &opened, &mut findings);
    let mut collector = Collector::new(agreement, findings);
    for index in 0..agreement.sources.len() {
        collector.take_source(index, &mut opened);
    }
    Ok(collector.finish(opened))
}

/// What a run gathers where a drop folder holds this workbook and no other, and every source reads it.
pub(crate) fn gather_workbook(
    agreement: &Agreement,
    shown: &str,
    workbook: &Workbook,
    as_of: NaiveDate,
) -> Checked<Gathered> {
    let sources: Vec<usize> = (0..agreement.sources.len()).collect();
    let mut extraction = extract::mapped(
        agreement,
        as_of,
        &sources,
        (shown, workbook),
        RowDetail::Usual,
    );
    discreet::tell_discreetly(&mut extraction);
    let mut opened = vec![WorkbookFile {
        path: PathBuf::new(),
        shown: shown.to_owned(),
        sha256: String::new(),
        owner: sources.first().copied(),
        fits: sources.clone(),
        read_by: sources.clone(),
        copy: false,
        extraction: Some(extraction),
        damaged: false,
    }];
    let mut collector = Collector::new(agreement, Vec::new());
    for source in sources {
        collector.take_source(source, &mut opened);
    }
    collector.finish(opened)
}

/// Findings about workbooks that no source names, and sources whose pattern matches none.
fn warn_of_unclaimed(agreement: &Agreement, opened: &[WorkbookFile], findings: &mut Vec<Finding>) {
    let patterns = || agreement.sources.iter().map(|source| source.files.as_str());
    for one in opened
        .iter()
        .filter(|one| one.owner.is_none() && !one.copy)
        .filter(|one| !unread::is_ignored_anywhere(agreement, &one.shown))
    {
        let kind = FindingKind::UnclaimedWorkbook {
            nearest: nearest(&one.shown, patterns()).map(str::to_owned),
        };
        findings.push(Finding::new(kind, Place::workbook(&one.shown)));
    }
    for (index, source) in agreement.sources.iter().enumerate() {
        let fits = |one: &WorkbookFile| one.owner == Some(index) || one.read_by.contains(&index);
        // A copy that matches is reported as a copy; its original is read.
        let copied = |one: &WorkbookFile| {
            one.copy && name_pattern::NamePattern::new(&source.files).fits(&one.shown)
        };
        if !opened.iter().any(|one| fits(one) || copied(one)) {
            let kind = FindingKind::NoWorkbook {
                pattern: source.files.clone(),
                partner: agreement.partner_name(&source.partner).to_owned(),
            };
            findings.push(Finding::new(kind, Place::line(source.line)));
        }
    }
}

/// The results of all sources.
struct Collector<'a> {
    agreement: &'a Agreement,
    gathered: Gathered,
    answers: Vec<AnswerRow>,
    findings: Vec<Finding>,
    left_out: RowsLeftOut,
}

impl<'a> Collector<'a> {
    fn new(agreement: &'a Agreement, findings: Vec<Finding>) -> Collector<'a> {
        let coverage = vec![Coverage::default(); agreement.sources.len()];
        let gathered = Gathered {
            coverage,
            ..Gathered::default()
        };
        Collector {
            agreement,
            gathered,
            answers: Vec::new(),
            findings,
            left_out: RowsLeftOut::default(),
        }
    }

    fn take_source(&mut self, source: usize, opened: &mut [WorkbookFile]) {
        let own = || opened.iter().filter(|one| one.read_by.contains(&source));
        let present = own().any(|one| one.extraction.is_some());
        let damaged = own().any(|one| one.damaged);
        let mut by_source: Vec<SourceExtraction> = opened
            .iter_mut()
            .flat_map(|one| one.take_extractions(source))
            .collect();
        if let Some(known) = self.agreement.sources.get(source) {
            let (repeated, left_out) =
                copies::repeated::settle(known, &mut by_source, &fingerprints(opened, source));
            self.findings.extend(repeated);
            self.left_out.add(left_out);
        }
        unread::settle(self.agreement, &mut by_source);
        let missing = sheets::missing_sheets(
            &by_source
                .iter()
                .filter(|part| !part.unread)
                .map(|part| &part.found)
                .collect::<Vec<_>>(),
        );
        if let Some(coverage) = self.gathered.coverage.get_mut(source) {
            let parts = || by_source.iter().filter(|part| !part.unread);
            let mut unbegun: BTreeSet<Name> =
                parts().flat_map(|part| &part.unbegun).cloned().collect();
            for begun in parts().flat_map(|part| &part.begun) {
                unbegun.remove(begun);
            }
            coverage.unbegun = unbegun;
            coverage.present = present;
            coverage.damaged = damaged || !missing.is_empty();
        }
        self.findings.extend(missing);
        for part in by_source {
            self.add(source, part.result);
        }
    }

    fn add(&mut self, source: usize, result: MappingResult) {
        let MappingResult {
            gathered,
            answers,
            reported,
            findings,
            damaged,
            dispositions: _,
            unused: _,
            joined: _,
        } = result;
        self.gathered.add(gathered);
        if let Some(coverage) = self.gathered.coverage.get_mut(source) {
            coverage.damaged |= damaged;
            coverage.reported.extend(reported);
        }
        self.answers.extend(answers);
        self.findings.extend(findings);
    }

    fn finish(mut self, opened: Vec<WorkbookFile>) -> Checked<Gathered> {
        layout::join(&mut self.gathered.requests, &self.answers);
        let answers_without_request: FindingTally =
            layout::answers_without_request(&self.gathered.requests, &self.answers).collect();
        self.findings
            .extend(answers_without_request.into_findings());
        for values in self.gathered.indicators.values_mut() {
            values.sort_by_key(|value| value.date);
        }
        for one in opened {
            let owner = one
                .owner
                .and_then(|owner| self.agreement.sources.get(owner));
            let mut extraction = one.extraction.unwrap_or_default();
            self.left_out.enter(&one.shown, &mut extraction.accounts);
            self.gathered
                .readings
                .insert(one.shown.clone(), extraction.readings);
            self.gathered.accounts.push(WorkbookAccount {
                workbook: one.shown,
                sha256: one.sha256,
                partner: owner.map(|source| source.partner.clone()),
                sheets: extraction.accounts,
            });
        }
        Checked::new(self.gathered, once_each(self.findings))
    }
}

/// The sheets of the workbooks that a source reads, by workbook and name.
fn fingerprints(
    opened: &[WorkbookFile],
    source: usize,
) -> HashMap<(&str, &str), &SheetFingerprint> {
    let own = opened
        .iter()
        .filter(|one| one.owner.is_none() || one.read_by.contains(&source));
    own.flat_map(|one| {
        let sheets = one
            .extraction
            .iter()
            .flat_map(|extraction| &extraction.fingerprints);
        sheets.map(|sheet| ((one.shown.as_str(), sheet.name.as_str()), sheet))
    })
    .collect()
}

/// The findings, each once: two mappings of a sheet find the same faults.
fn once_each(findings: Vec<Finding>) -> Vec<Finding> {
    let mut seen: BTreeMap<(Code, Place), Vec<FindingKind>> = BTreeMap::new();
    let mut once = Vec::new();
    for finding in findings {
        let same = seen
            .entry((finding.code(), finding.place.clone()))
            .or_default();
        if !same.contains(&finding.kind) {
            same.push(finding.kind.clone());
            once.push(finding);
        }
    }
    once
}
