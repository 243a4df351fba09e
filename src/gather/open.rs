//! Opening the workbooks that sources take: what cannot be read is told, what lies there twice is read once.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::cell::Workbook;
use super::claim;
use super::copies;
use super::find::Dropped;
use super::reader::{self, Fault};
use crate::model::agreement::{Agreement, Source};
use crate::model::finding::{Code, Finding, Place};

/// A file of the drop folder and what is known of it.
pub struct Opened {
    /// Its name as shown.
    pub shown: String,
    /// SHA-256 of its bytes, hexadecimal; empty if they could not be read.
    pub sha256: String,
    /// The source whose pattern it fits first.
    pub owner: Option<usize>,
    /// The sources that read it; none if it is a copy, or nobody takes it.
    pub takers: Vec<usize>,
    /// Whether it is a copy of another.
    pub copy: bool,
    /// Its cells; none if it was not read: a copy, a workbook nobody takes, or one that cannot be.
    pub workbook: Option<Workbook>,
    /// Whether its takers must do without it.
    pub damaged: bool,
}

/// Opens every file that is a workbook or that a source takes.
pub fn open(agreement: &Agreement, files: &[Dropped], findings: &mut Vec<Finding>) -> Vec<Opened> {
    let mut opened = Vec::new();
    let mut contents = Vec::new();
    for file in files {
        let takers = claim::takers(&agreement.sources, file);
        if takers.is_empty() && !file.is_workbook() {
            continue;
        }
        let mut one = Opened {
            shown: file.shown.clone(),
            sha256: String::new(),
            owner: takers.first().copied(),
            takers,
            copy: false,
            workbook: None,
            damaged: false,
        };
        match std::fs::read(&file.path) {
            Ok(bytes) => {
                one.sha256 = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
                contents.push(Some(bytes));
            }
            Err(fault) => {
                one.damaged = true;
                if !one.takers.is_empty() {
                    let finding = Finding::new(Code::UnreadableWorkbook, Place::workbook(&one.shown));
                    findings.push(finding.with("why", fault.kind().to_string()));
                }
                contents.push(None);
            }
        }
        opened.push(one);
    }
    tell_copies(agreement, &mut opened, same_bytes, Code::CopiedWorkbook, findings);
    for (one, bytes) in opened.iter_mut().zip(&contents) {
        match bytes {
            Some(bytes) if !one.takers.is_empty() => read(one, bytes, findings),
            _ => {}
        }
    }
    tell_copies(agreement, &mut opened, says_the_same, Code::CopiedWorkbook, findings);
    tell_copies(agreement, &mut opened, is_older, Code::StaleCopy, findings);
    opened
}

fn read(one: &mut Opened, bytes: &[u8], findings: &mut Vec<Finding>) {
    let place = || Place::workbook(&one.shown);
    match reader::read(bytes) {
        Ok(read) => {
            for (sheet, cell) in read.masked {
                // Without a cell it is the sheet's own name.
                let cell = Some(cell).filter(|cell| !cell.is_empty());
                let place = Place { cell, ..Place::sheet(&one.shown, sheet) };
                findings.push(Finding::new(Code::IdentityNumber, place));
            }
            one.workbook = Some(read.workbook);
        }
        Err(fault) => {
            findings.push(match fault {
                Fault::Encrypted => Finding::new(Code::EncryptedWorkbook, place()),
                Fault::Unsupported(what) => Finding::new(Code::UnsupportedFormat, place()).with("what", what),
                Fault::Unreadable(why) => Finding::new(Code::UnreadableWorkbook, place()).with("why", why),
                Fault::TooLarge => Finding::new(Code::ReaderLimit, place()),
            });
            one.damaged = true;
        }
    }
}

fn same_bytes(one: &Opened, other: &Opened) -> bool {
    !one.sha256.is_empty() && one.sha256 == other.sha256
}

fn says_the_same(one: &Opened, other: &Opened) -> bool {
    matches!((&one.workbook, &other.workbook), (Some(one), Some(other)) if copies::same_cells(one, other))
}

fn is_older(one: &Opened, other: &Opened) -> bool {
    let marked = copies::says_copy(&one.shown) != copies::says_copy(&other.shown);
    let same = copies::stem(&one.shown) == copies::stem(&other.shown);
    marked
        && same
        && matches!((&one.workbook, &other.workbook), (Some(one), Some(other)) if copies::mostly_same(one, other))
}

/// Tells of files that are there twice and leaves only the original to be read. Its copies' sources take it too, unless it
/// gives what they would give already.
fn tell_copies(
    agreement: &Agreement,
    opened: &mut [Opened],
    same: fn(&Opened, &Opened) -> bool,
    code: Code,
    findings: &mut Vec<Finding>,
) {
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for index in (0..opened.len()).filter(|index| opened.get(*index).is_some_and(|one| !one.copy)) {
        let alike = |first: &usize| matches!((opened.get(*first), opened.get(index)), (Some(one), Some(other)) if same(one, other));
        let first = groups.keys().copied().find(alike).unwrap_or(index);
        groups.entry(first).or_default().push(index);
    }
    for group in groups.into_values().filter(|group| group.len() > 1) {
        let members: Vec<&Opened> = group.iter().filter_map(|index| opened.get(*index)).collect();
        // Nobody's workbooks are told as that, once each.
        if members.iter().all(|member| member.takers.is_empty()) {
            continue;
        }
        // A workbook that no source takes is never the one that counts.
        let names: Vec<&str> =
            members.iter().filter(|member| !member.takers.is_empty()).map(|member| member.shown.as_str()).collect();
        let Some(original) = copies::original(&names).and_then(|at| names.get(at)).map(|name| (*name).to_owned())
        else {
            continue;
        };
        let mut takers = Vec::new();
        for index in group {
            let Some(member) = opened.get_mut(index).filter(|member| member.shown != original) else { continue };
            let finding = Finding::new(code, Place::workbook(&member.shown));
            findings.push(finding.with("original", &original));
            takers.append(&mut member.takers);
            member.workbook = None;
            member.copy = true;
        }
        if let Some(kept) = opened.iter_mut().find(|one| one.shown == original) {
            add_takers(agreement, kept, takers);
        }
    }
}

fn add_takers(agreement: &Agreement, kept: &mut Opened, takers: Vec<usize>) {
    let source = |index: &usize| agreement.sources.get(*index);
    let given = |source: &Source| {
        source.sheets.iter().flat_map(|sheet| sheet.activities()).map(str::to_owned).collect::<Vec<_>>()
    };
    for taker in takers {
        let known: Vec<String> = kept.takers.iter().filter_map(source).flat_map(given).collect();
        let adds = source(&taker).is_some_and(|source| !given(source).iter().any(|activity| known.contains(activity)));
        if adds && !kept.takers.contains(&taker) {
            kept.takers.push(taker);
        }
    }
}
