//! The drop folder → activities, each with its cell: find, read, map, account for every row.
//!
//! ```text
//! folder ─find→ files ─open→ workbooks (copies told, identity numbers masked) ─sheets→ which mapping reads which sheet
//!        ─layout→ activities and their like, the fate of every row ─account→ rows read = used + skipped + rejected
//! ```

pub mod account;
pub mod cell;
pub mod claim;
pub mod copies;
pub mod find;
pub mod header;
pub mod heading;
pub mod inspect;
pub mod layout;
pub mod open;
pub mod privacy;
pub mod reader;
pub mod sheets;
pub mod value;

use std::collections::BTreeMap;
use std::path::Path;

use chrono::NaiveDate;

use crate::error::Error;
use crate::model::activity::{Account, Coverage, Gathered};
use crate::model::agreement::{Agreement, Source};
use crate::model::finding::{Arg, Checked, Code, Finding, Place};
use crate::model::nearest::nearest;

use account::SheetFates;
use layout::{AnswerRow, Job, Taken};
use open::Opened;

/// Reads every workbook of `folder` that a source of the agreement takes. Activities dated after `as_of` are rejected
/// with a finding.
///
/// # Errors
/// Only if the folder itself cannot be read. Whatever is wrong inside it is a finding.
pub fn gather(agreement: &Agreement, folder: &Path, as_of: NaiveDate) -> Result<Checked<Gathered>, Error> {
    let (files, mut findings) = find::find(folder)?;
    let opened = open::open(agreement, &files, &mut findings);
    tell_unclaimed(agreement, &opened, &mut findings);
    let mut harvest = Harvest::new(agreement, as_of, findings);
    for (index, source) in agreement.sources.iter().enumerate() {
        harvest.take_source(index, source, &opened);
    }
    Ok(harvest.finish(&opened))
}

/// Workbooks that no source takes, and sources whose pattern fits none.
fn tell_unclaimed(agreement: &Agreement, opened: &[Opened], findings: &mut Vec<Finding>) {
    let patterns = || agreement.sources.iter().map(|source| source.files.as_str());
    for one in opened.iter().filter(|one| one.owner.is_none() && !one.copy) {
        let near = nearest(&one.shown, patterns()).unwrap_or("none");
        findings.push(Finding::new(Code::UnclaimedWorkbook, Place::workbook(&one.shown)).with("nearest", near));
    }
    for (index, source) in agreement.sources.iter().enumerate() {
        let fits = |one: &Opened| one.owner == Some(index) || one.takers.contains(&index);
        // A copy that fits is told as a copy; its original is read.
        let copied = |one: &Opened| one.copy && claim::Pattern::new(&source.files).fits(&one.shown);
        if !opened.iter().any(|one| fits(one) || copied(one)) {
            let finding = Finding::new(Code::NoWorkbook, Place::line(source.line)).with("pattern", &source.files);
            findings.push(finding.with("partner", agreement.partner_name(&source.partner)));
        }
    }
}

/// What the sources give, as it comes together.
struct Harvest<'a> {
    agreement: &'a Agreement,
    as_of: NaiveDate,
    gathered: Gathered,
    answers: Vec<AnswerRow>,
    findings: Vec<Finding>,
    /// By workbook and sheet, both as shown and in the order they stand.
    fates: BTreeMap<(usize, usize), SheetFates>,
}

impl<'a> Harvest<'a> {
    fn new(agreement: &'a Agreement, as_of: NaiveDate, findings: Vec<Finding>) -> Harvest<'a> {
        let coverage = vec![Coverage::default(); agreement.sources.len()];
        let gathered = Gathered { coverage, ..Gathered::default() };
        Harvest { agreement, as_of, gathered, answers: Vec::new(), findings, fates: BTreeMap::new() }
    }

    fn take_source(&mut self, index: usize, source: &Source, opened: &[Opened]) {
        let own: Vec<(usize, &Opened)> =
            opened.iter().enumerate().filter(|(_, one)| one.takers.contains(&index)).collect();
        if let Some(coverage) = self.gathered.coverage.get_mut(index) {
            coverage.present = own.iter().any(|(_, one)| one.workbook.is_some());
            coverage.damaged = own.iter().any(|(_, one)| one.damaged);
        }
        let plan = sheets::plan(source, &own);
        for missing in plan.missing {
            if let Some(coverage) = self.gathered.coverage.get_mut(index) {
                coverage.damaged = true;
            }
            self.findings.push(missing);
        }
        for reading in plan.readings {
            let Some(one) = opened.get(reading.workbook) else { continue };
            let Some(sheet) = one.workbook.as_ref().and_then(|workbook| workbook.sheets.get(reading.sheet)) else {
                continue;
            };
            let Some(mapping) = source.sheets.get(reading.mapping) else { continue };
            let filled = layout::filled_down(sheet);
            let (agreement, as_of, workbook) = (self.agreement, self.as_of, one.shown.as_str());
            let job = Job { agreement, as_of, source: index, mapping, workbook, sheet, filled: &filled };
            let taken = layout::take(&job);
            if sheet.hidden {
                self.findings.push(job.sheet_finding(Code::HiddenSheet));
            }
            self.fates.entry((reading.workbook, reading.sheet)).or_default().add(&taken);
            self.add(index, taken);
        }
    }

    fn add(&mut self, source: usize, taken: Taken) {
        let Taken { gathered, answers, reported, findings, damaged, fates: _ } = taken;
        let all = &mut self.gathered;
        all.activities.extend(gathered.activities);
        all.requests.extend(gathered.requests);
        all.statements.extend(gathered.statements);
        all.milestones.extend(gathered.milestones);
        for (list, places) in gathered.places {
            all.places.entry(list).or_default().extend(places);
        }
        for (indicator, values) in gathered.indicators {
            all.indicators.entry(indicator).or_default().extend(values);
        }
        if let Some(coverage) = all.coverage.get_mut(source) {
            coverage.damaged |= damaged;
            coverage.reported.extend(reported);
        }
        self.answers.extend(answers);
        self.findings.extend(findings);
    }

    fn finish(mut self, opened: &[Opened]) -> Checked<Gathered> {
        layout::join(&mut self.gathered.requests, &self.answers);
        for values in self.gathered.indicators.values_mut() {
            values.sort_by_key(|value| value.date);
        }
        for (index, one) in opened.iter().enumerate() {
            let owner = one.owner.and_then(|owner| self.agreement.sources.get(owner));
            let sheets = one.workbook.iter().flat_map(|workbook| workbook.sheets.iter().enumerate());
            let accounts = sheets.filter_map(|(at, sheet)| Some(self.fates.get(&(index, at))?.account(&sheet.name)));
            self.gathered.accounts.push(Account {
                workbook: one.shown.clone(),
                sha256: one.sha256.clone(),
                partner: owner.map(|source| source.partner.clone()),
                sheets: accounts.collect(),
            });
        }
        Checked::new(self.gathered, once_each(self.findings))
    }
}

/// The findings without those told before: two mappings of a sheet see the same faults.
fn once_each(findings: Vec<Finding>) -> Vec<Finding> {
    let mut told: BTreeMap<(Code, Place), Vec<BTreeMap<&'static str, Arg>>> = BTreeMap::new();
    let mut once = Vec::new();
    for finding in findings {
        let same = told.entry((finding.code, finding.place.clone())).or_default();
        if !same.contains(&finding.args) {
            same.push(finding.args.clone());
            once.push(finding);
        }
    }
    once
}
