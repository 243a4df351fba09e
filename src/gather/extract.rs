//! One workbook → everything it gives: read, masked, and mapped by every source that reads it.
//!
//! This can run in a process of its own (see [`isolate`](super::isolate)): only the results are sent to the parent,
//! never the cells.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::ErrorKind;
use std::path::Path;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use super::account::SheetDispositions;
use super::cell::Workbook;
use super::copies::SheetFingerprint;
use super::discreet;
use super::extraction::{Extraction, SourceExtraction};
use super::hidden_ranges;
use super::layout::{self, AsOf, MappingResult, RowDetail, SheetTask};
use super::reader::{self, Fault, Read};
use super::sheets;
use super::unread::{self, Reading};
use crate::digest::hex;
use crate::model::agreement::Agreement;
use crate::model::finding::tally::FindingTally;
use crate::model::finding::{ExceededLimit, Finding, FindingKind, Place, UnreadableReason};
use crate::model::name::Name;

/// Reads one workbook and maps it for the given sources.
///
/// # Errors
/// A finding with the reason why it cannot be read.
pub(crate) fn extract(
    agreement: &Agreement,
    as_of: NaiveDate,
    read_by: &[usize],
    shown: &str,
    path: &Path,
    detail: RowDetail,
) -> Result<Extraction, Finding> {
    let ReadWorkbook { read, sha256 } = open(shown, path)?;
    let mut extraction = Extraction {
        sha256,
        saved: read.saved,
        ..mapped(agreement, as_of, read_by, (shown, &read.workbook), detail)
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
    discreet::tell_discreetly(&mut extraction);
    extraction.masked = extraction
        .masked
        .into_iter()
        .collect::<FindingTally>()
        .into_findings();
    Ok(extraction)
}

/// Maps a workbook that has been read for the given sources.
pub(super) fn mapped(
    agreement: &Agreement,
    as_of: NaiveDate,
    read_by: &[usize],
    (shown, workbook): (&str, &Workbook),
    detail: RowDetail,
) -> Extraction {
    let as_of = AsOf::new(as_of);
    let mut extraction = map(agreement, &as_of, read_by, (shown, workbook), detail);
    extraction.same_days = as_of.same_days();
    extraction
}

pub(crate) struct ReadWorkbook {
    pub read: Read,
    /// SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
}

/// Reads a workbook of any supported format.
///
/// # Errors
/// A finding with the reason why it cannot be read.
pub(crate) fn open(shown: &str, path: &Path) -> Result<ReadWorkbook, Finding> {
    let bytes = std::fs::read(path).map_err(|fault| closed(shown, &fault))?;
    let sha256 = hex(&Sha256::digest(&bytes));
    let read = reader::read(&bytes, shown).map_err(|fault| refused(shown, fault))?;
    Ok(ReadWorkbook { read, sha256 })
}

/// Bytes that are no workbook.
pub(crate) fn refused(shown: &str, fault: Fault) -> Finding {
    match fault {
        Fault::Encrypted => Finding::new(FindingKind::EncryptedWorkbook, Place::workbook(shown)),
        Fault::Unsupported(what) => {
            let kind = FindingKind::UnsupportedFormat { what };
            Finding::new(kind, Place::workbook(shown))
        }
        Fault::Unreadable(why) => unreadable(shown, UnreadableReason::Damaged, &why),
        Fault::TooLarge => limit_exceeded(shown, ExceededLimit::Size),
    }
}

pub(crate) fn unreadable(shown: &str, what: UnreadableReason, why: &str) -> Finding {
    let why = why.to_owned();
    let kind = FindingKind::UnreadableWorkbook { what, why };
    Finding::new(kind, Place::workbook(shown))
}

/// A file that the system does not allow to be read.
pub(crate) fn closed(shown: &str, fault: &std::io::Error) -> Finding {
    // ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows have no `ErrorKind`.
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

pub(crate) fn limit_exceeded(shown: &str, what: ExceededLimit) -> Finding {
    Finding::new(FindingKind::ReaderLimit { what }, Place::workbook(shown))
}

/// Removes the date cells from the fields, unless a condition uses them: every activity has its date besides, and
/// there may be a hundred thousand activities.
fn drop_dates(agreement: &Agreement, result: &mut MappingResult) {
    let targets = agreement.targets();
    let conditions = || {
        targets
            .clone()
            .flat_map(|target| target.only.iter().chain(&target.require))
    };
    let answers_without_request = layout::WHEN
        .iter()
        .filter(|name| conditions().all(|condition| condition.field != **name));
    let answers_without_request: Vec<&str> = answers_without_request.copied().collect();
    for activity in &mut result.gathered.activities {
        activity
            .fields
            .retain(|name| !answers_without_request.contains(&name));
    }
}

fn map(
    agreement: &Agreement,
    as_of: &AsOf,
    read_by: &[usize],
    (shown, workbook): (&str, &Workbook),
    detail: RowDetail,
) -> Extraction {
    let fingerprints = workbook.sheets.iter().map(SheetFingerprint::of).collect();
    let mut extraction = Extraction {
        fingerprints,
        ..Extraction::default()
    };
    let mut dispositions: BTreeMap<usize, SheetDispositions> = BTreeMap::new();
    let mut readings = Vec::new();
    let mut joined: BTreeMap<usize, HashMap<usize, usize>> = BTreeMap::new();
    for &index in read_by {
        let Some(source) = agreement.sources.get(index) else {
            continue;
        };
        let plan = sheets::plan(source, shown, workbook);
        let mut all = MappingResult::default();
        let (mut begun, mut unbegun) = (BTreeSet::new(), BTreeSet::new());
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
                detail,
            };
            let mut result = layout::read(&task);
            result.findings = result
                .findings
                .into_iter()
                .collect::<FindingTally>()
                .into_findings();
            drop_dates(agreement, &mut result);
            if !result.joined.is_empty() {
                let of_sheet = joined.entry(assignment.sheet).or_default();
                of_sheet.extend(std::mem::take(&mut result.joined));
            }
            if sheet.hidden {
                all.findings
                    .push(task.sheet_finding(FindingKind::HiddenSheet));
            }
            all.findings.extend(hidden_ranges::findings(&task));
            readings.push(Reading {
                source: index,
                mapping: assignment.mapping,
                sheet: assignment.sheet,
            });
            dispositions
                .entry(assignment.sheet)
                .or_default()
                .add(&result, &task);
            if result.made() > 0 || !result.reported.is_empty() {
                begun.extend(mapping.activities().map(Name::from));
            } else if result.is_unbegun(mapping.layout) {
                unbegun.extend(mapping.activities().map(Name::from));
            }
            all.add(result);
        }
        extraction.by_source.push(SourceExtraction {
            source: index,
            found: plan.found,
            result: all,
            begun,
            unbegun,
            unread: false,
        });
    }
    extraction.by_source.extend(unread::sheets(
        agreement,
        as_of,
        read_by,
        (shown, workbook),
        detail,
        &readings,
    ));
    for (index, fingerprint) in extraction.fingerprints.iter_mut().enumerate() {
        fingerprint.join(&joined.remove(&index).unwrap_or_default());
    }
    for (index, dispositions) in dispositions {
        let Some(sheet) = workbook.sheets.get(index) else {
            continue;
        };
        extraction.accounts.push(dispositions.account(&sheet.name));
        extraction.readings.push(dispositions.reading(&sheet.name));
    }
    extraction
}
