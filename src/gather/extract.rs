//! One workbook → everything it gives: read, masked, and mapped by every source that takes it.
//!
//! This is the work that may be done in a process of its own (see [`isolate`](super::isolate)), so that only what was
//! gleaned crosses over, never the cells.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::Path;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::account::SheetDispositions;
use super::cell::Workbook;
use super::copies::SheetFingerprint;
use super::hidden_ranges;
use super::layout::{self, MappingResult, SheetTask};
use super::reader::{self, Fault, Read};
use super::sheets::{self, SheetMatches};
use super::unread;
use crate::digest::hex;
use crate::model::activity::{Field, SheetAccount, SheetReading};
use crate::model::agreement::Agreement;
use crate::model::fields::Fields;
use crate::model::finding::tally::FindingTally;
use crate::model::finding::{ExceededLimit, Finding, FindingKind, Place, UnreadableReason};
use crate::model::name::Name;

/// What one workbook gave.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Extraction {
    /// SHA-256 of the bytes that were read, hexadecimal.
    pub sha256: String,
    /// Identity numbers that were masked.
    pub masked: Vec<Finding>,
    /// Its sheets, as far as it takes to know a copy.
    pub fingerprints: Vec<SheetFingerprint>,
    /// When it was last saved, if it says so itself.
    pub saved: Option<NaiveDateTime>,
    /// What it gave each source that takes it.
    pub by_source: Vec<SourceExtraction>,
    /// What became of the rows of each sheet that was mapped.
    pub accounts: Vec<SheetAccount>,
    /// How they were read.
    pub readings: Vec<SheetReading>,
}

/// About how much memory a row takes besides its mapped cells, in bytes: as it was gathered, while it is judged, and for the
/// next version.
const ROW: usize = 700;
/// About how much more it takes for each target that it may count for: while that is judged, in the report and in its editions.
const COUNTED: usize = 400;

impl Extraction {
    /// About how much memory it takes, in bytes, until the report is made.
    pub fn weight(&self, agreement: &Agreement) -> u64 {
        let cells = |fields: &Fields| {
            let of_field = |field: &Field| {
                let words = field
                    .words
                    .iter()
                    .map(|word| 40 + word.len())
                    .sum::<usize>();
                150 + field.text.len() + words
            };
            fields
                .iter()
                .map(|(_, field)| of_field(field))
                .sum::<usize>()
        };
        let targets = || agreement.pledges.iter().flat_map(|pledge| &pledge.targets);
        let mut counting: BTreeMap<Name, usize> = BTreeMap::new();
        let mut row = |activity: &Name, fields: &Fields| {
            let known = counting.entry(activity.clone());
            let targets = *known.or_insert_with(|| {
                targets()
                    .filter(|target| target.counts(activity) || target.has_in_whole(activity))
                    .count()
            });
            ROW + COUNTED * targets + cells(fields)
        };
        let mut of_part = |part: &SourceExtraction| {
            let given = &part.result.gathered;
            given
                .activities
                .iter()
                .map(|one| row(&one.activity, &one.fields))
                .sum::<usize>()
                + given
                    .requests
                    .iter()
                    .map(|one| row(&one.activity, &one.fields))
                    .sum::<usize>()
                + given
                    .milestones
                    .iter()
                    .map(|one| row(&one.activity, &one.fields) + one.step.len())
                    .sum::<usize>()
                + part
                    .result
                    .answers
                    .iter()
                    .map(|one| ROW + cells(&one.fields))
                    .sum::<usize>()
                + given
                    .statements
                    .iter()
                    .map(|one| ROW + one.comment.as_ref().map_or(0, String::len))
                    .sum::<usize>()
                + ROW * part.result.findings.len()
                + 500
                    * (given.places.values().map(Vec::len).sum::<usize>()
                        + part.result.reported.len())
        };
        let fingerprinted: usize = self
            .fingerprints
            .iter()
            .map(|fingerprint| 32 * fingerprint.rows.len())
            .sum();
        (self.by_source.iter().map(&mut of_part).sum::<usize>()
            + fingerprinted
            + ROW * self.masked.len()) as u64
    }
}

/// What a workbook gave one source.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SourceExtraction {
    /// The source, by its index.
    pub source: usize,
    /// What its mappings found.
    pub found: SheetMatches,
    /// What the mappings gave.
    pub result: MappingResult,
    /// Whether it looks like what the source reads, and no name or pattern takes it: it may count, or not.
    pub unread: bool,
}

/// Reads one workbook for these sources and maps it.
///
/// # Errors
/// A finding that says why it cannot be read.
pub fn extract(
    agreement: &Agreement,
    as_of: NaiveDate,
    takers: &[usize],
    shown: &str,
    path: &Path,
) -> Result<Extraction, Finding> {
    let ReadWorkbook { read, sha256 } = open(shown, path)?;
    let mut extraction = Extraction {
        sha256,
        saved: read.saved,
        ..map(agreement, as_of, takers, shown, &read.workbook)
    };
    for (sheet, cell) in read.masked {
        // Without a cell it is the sheet's own name.
        let cell = Some(cell).filter(|cell| !cell.is_empty());
        extraction.masked.push(Finding::new(
            FindingKind::IdentityNumber,
            Place {
                cell,
                ..Place::sheet(shown, sheet)
            },
        ));
    }
    extraction.masked = extraction
        .masked
        .into_iter()
        .collect::<FindingTally>()
        .into_findings();
    Ok(extraction)
}

/// A workbook as it was read.
pub struct ReadWorkbook {
    /// Its sheets.
    pub read: Read,
    /// SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
}

/// Reads a workbook, whatever it is.
///
/// # Errors
/// A finding that says why it cannot be read.
pub fn open(shown: &str, path: &Path) -> Result<ReadWorkbook, Finding> {
    let bytes = std::fs::read(path).map_err(|fault| closed(shown, &fault))?;
    let sha256 = hex(&Sha256::digest(&bytes));
    let read = reader::read(&bytes, shown).map_err(|fault| match fault {
        Fault::Encrypted => Finding::new(FindingKind::EncryptedWorkbook, Place::workbook(shown)),
        Fault::Unsupported(what) => {
            let kind = FindingKind::UnsupportedFormat { what };
            Finding::new(kind, Place::workbook(shown))
        }
        Fault::Unreadable(why) => unreadable(shown, UnreadableReason::Damaged, &why),
        Fault::TooLarge => too_much(shown, ExceededLimit::Size),
    })?;
    Ok(ReadWorkbook { read, sha256 })
}

pub fn unreadable(shown: &str, what: UnreadableReason, why: &str) -> Finding {
    let why = why.to_owned();
    let kind = FindingKind::UnreadableWorkbook { what, why };
    Finding::new(kind, Place::workbook(shown))
}

/// A file that the system does not let be read.
pub fn closed(shown: &str, fault: &std::io::Error) -> Finding {
    // ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows have no kind of their own.
    let shared = cfg!(windows) && matches!(fault.raw_os_error(), Some(32 | 33));
    let locked = shared
        || matches!(
            fault.kind(),
            ErrorKind::PermissionDenied | ErrorKind::ResourceBusy
        );
    unreadable(
        shown,
        if locked {
            UnreadableReason::Locked
        } else {
            UnreadableReason::Damaged
        },
        &fault.kind().to_string(),
    )
}

pub fn too_much(shown: &str, what: ExceededLimit) -> Finding {
    Finding::new(FindingKind::ReaderLimit { what }, Place::workbook(shown))
}

/// Takes out the cells that say when, unless a condition asks for them as such: every activity has its date besides, and
/// there may be a hundred thousand.
fn drop_dates(agreement: &Agreement, result: &mut MappingResult) {
    let targets = agreement.pledges.iter().flat_map(|pledge| &pledge.targets);
    let conditions = || {
        targets
            .clone()
            .flat_map(|target| target.only.iter().chain(&target.require))
    };
    let unasked = layout::WHEN
        .iter()
        .filter(|name| conditions().all(|condition| condition.field != **name));
    let unasked: Vec<&str> = unasked.copied().collect();
    for activity in &mut result.gathered.activities {
        activity.fields.retain(|name| !unasked.contains(&name));
    }
}

fn map(
    agreement: &Agreement,
    as_of: NaiveDate,
    takers: &[usize],
    shown: &str,
    workbook: &Workbook,
) -> Extraction {
    let fingerprints = workbook.sheets.iter().map(SheetFingerprint::of).collect();
    let mut extraction = Extraction {
        fingerprints,
        ..Extraction::default()
    };
    let mut dispositions: BTreeMap<usize, SheetDispositions> = BTreeMap::new();
    for &index in takers {
        let Some(source) = agreement.sources.get(index) else {
            continue;
        };
        let plan = sheets::plan(source, shown, workbook);
        let mut all = MappingResult::default();
        let times = |mapping: usize| {
            let same = plan.assignments.iter().filter(|one| one.mapping == mapping);
            same.count()
        };
        for assignment in &plan.assignments {
            let (Some(sheet), Some(mapping)) = (
                workbook.sheets.get(assignment.sheet),
                source.sheets.get(assignment.mapping),
            ) else {
                continue;
            };
            let filled = layout::filled_down(sheet);
            let task = SheetTask {
                agreement,
                as_of,
                source: index,
                mapping,
                workbook: shown,
                several: times(assignment.mapping) > 1,
                sheet,
                filled: &filled,
            };
            let mut result = layout::read(&task);
            result.findings = result
                .findings
                .into_iter()
                .collect::<FindingTally>()
                .into_findings();
            drop_dates(agreement, &mut result);
            if sheet.hidden {
                all.findings
                    .push(task.sheet_finding(FindingKind::HiddenSheet));
            }
            all.findings.extend(hidden_ranges::tell(&task));
            dispositions
                .entry(assignment.sheet)
                .or_default()
                .add(&result, &task);
            all.add(result);
        }
        extraction.by_source.push(SourceExtraction {
            source: index,
            found: plan.found,
            result: all,
            unread: false,
        });
    }
    let assigned: Vec<usize> = dispositions.keys().copied().collect();
    extraction.by_source.extend(unread::sheets(
        agreement, as_of, takers, shown, workbook, &assigned,
    ));
    for (index, dispositions) in dispositions {
        let Some(sheet) = workbook.sheets.get(index) else {
            continue;
        };
        extraction.accounts.push(dispositions.account(&sheet.name));
        extraction.readings.push(dispositions.reading(&sheet.name));
    }
    extraction
}
