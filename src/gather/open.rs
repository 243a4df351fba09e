//! Opening the workbooks that sources take: what cannot be read is told, what lies there twice is read once.

use super::copies::settle::{
    restore_templates, same_bytes, says_the_same, tell_copies, tell_older,
};
use super::extract::{closed, too_much, unreadable};
use super::extraction::Extraction;
use super::find::DroppedFile;
use super::isolate::{self, Isolation, WorkbookTask};
use super::workbook_file::WorkbookFile;
use super::{name_pattern, reader, unread};
use crate::digest::hex;
use crate::model::agreement::Agreement;
use crate::model::finding::{ExceededLimit, Finding, UnreadableReason};
use chrono::NaiveDate;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// The most bytes that a file may have. What people keep by hand is a hundredth of it.
const MOST_BYTES: u64 = 200_000_000;

/// Opens every file that is a workbook or that a source takes.
pub(crate) fn open(
    agreement: &Agreement,
    as_of: NaiveDate,
    files: &[DroppedFile],
    isolation: &Isolation,
    findings: &mut Vec<Finding>,
) -> Vec<WorkbookFile> {
    let mut opened = Vec::new();
    for file in files {
        let takers = name_pattern::takers(&agreement.sources, file);
        // Notes in plain text belong to nobody and need not be told of; a table does.
        if takers.is_empty()
            && !file.is_workbook()
            && !(file.is_text() && reader::is_table(&file.path))
        {
            continue;
        }
        let mut one = WorkbookFile {
            path: file.path.clone(),
            shown: file.shown.clone(),
            sha256: String::new(),
            owner: takers.first().copied(),
            fits: takers.clone(),
            takers,
            copy: false,
            extraction: None,
            damaged: false,
        };
        match digest(&one.path, &one.shown) {
            Ok(digest) => one.sha256 = digest,
            Err(finding) => {
                one.damaged = true;
                findings.extend(Some(finding).filter(|_| !one.takers.is_empty()));
            }
        }
        opened.push(one);
    }
    let copies = tell_copies(agreement, &mut opened, same_bytes);
    let whole =
        |one: &WorkbookFile| !one.takers.is_empty() && !one.damaged && one.extraction.is_none();
    read(agreement, as_of, &mut opened, isolation, &whole, findings);
    findings.extend(restore_templates(&mut opened, copies));
    read(agreement, as_of, &mut opened, isolation, &whole, findings);
    findings.extend(tell_copies(agreement, &mut opened, says_the_same));
    findings.extend(tell_older(agreement, &mut opened));
    // A workbook that takes its copy's place is read for the copy's sources too. What there is to find in it is told already.
    let gained = |one: &WorkbookFile| {
        one.extraction.as_ref().is_some_and(|extraction| {
            let read = extraction.by_source.iter().filter(|part| !part.unread);
            read.count() < one.takers.len()
        })
    };
    read(
        agreement,
        as_of,
        &mut opened,
        isolation,
        &gained,
        &mut Vec::new(),
    );
    read_unclaimed(agreement, as_of, &mut opened, isolation);
    opened
}

/// Reads the workbooks that no pattern takes and that lie where a source's workbooks do, to see whether they look like those.
/// What is wrong with them is nobody's fault.
fn read_unclaimed(
    agreement: &Agreement,
    as_of: NaiveDate,
    opened: &mut [WorkbookFile],
    isolation: &Isolation,
) {
    let unclaimed = |one: &WorkbookFile| {
        one.owner.is_none() && !one.copy && !one.damaged && one.takers.is_empty()
    };
    let mut chosen: Vec<&mut WorkbookFile> =
        opened.iter_mut().filter(|one| unclaimed(one)).collect();
    let tasks: Vec<WorkbookTask> = chosen
        .iter()
        .map(|one| WorkbookTask {
            path: one.path.clone(),
            shown: one.shown.clone(),
            takers: unread::sources(agreement, &one.shown),
        })
        .collect();
    let results = isolate::read(agreement, as_of, &tasks, isolation);
    for (one, result) in chosen.iter_mut().zip(results) {
        if let Ok(mut extraction) = result {
            unread::keep_alike(agreement, &mut extraction);
            one.extraction = Some(extraction);
        }
    }
}

/// SHA-256 of a file's bytes, hexadecimal, with no more of it in memory than a piece.
fn digest(path: &Path, shown: &str) -> Result<String, Finding> {
    let failed = |fault: std::io::Error| closed(shown, &fault);
    let about = std::fs::metadata(path).map_err(failed)?;
    // To open a pipe is to wait for whoever writes into it.
    if !about.is_file() {
        return Err(unreadable(
            shown,
            UnreadableReason::Damaged,
            "not a regular file",
        ));
    }
    if about.len() > MOST_BYTES {
        return Err(too_much(shown, ExceededLimit::Size));
    }
    let mut file = File::open(path).map_err(failed)?;
    let mut hasher = Sha256::new();
    let mut piece = vec![0; 1 << 16];
    loop {
        let length = file.read(&mut piece).map_err(failed)?;
        match piece.get(..length) {
            None | Some([]) => break,
            Some(bytes) => hasher.update(bytes),
        }
    }
    Ok(hex(&hasher.finalize()))
}

/// Reads the workbooks that `which` chooses.
fn read(
    agreement: &Agreement,
    as_of: NaiveDate,
    opened: &mut [WorkbookFile],
    isolation: &Isolation,
    which: &dyn Fn(&WorkbookFile) -> bool,
    findings: &mut Vec<Finding>,
) {
    let mut chosen: Vec<&mut WorkbookFile> = opened.iter_mut().filter(|one| which(one)).collect();
    let task = |one: &&mut WorkbookFile| WorkbookTask {
        path: one.path.clone(),
        shown: one.shown.clone(),
        takers: one.takers.clone(),
    };
    let tasks: Vec<WorkbookTask> = chosen.iter().map(task).collect();
    for (one, result) in chosen
        .iter_mut()
        .zip(isolate::read(agreement, as_of, &tasks, isolation))
    {
        match result {
            Ok(extraction) if !has_these_bytes(one, &extraction) => {
                findings.push(unreadable(
                    &one.shown,
                    UnreadableReason::Changed,
                    "its bytes are others than before",
                ));
                one.extraction = None;
                one.damaged = true;
            }
            Ok(mut extraction) => {
                findings.append(&mut extraction.masked);
                one.extraction = Some(extraction);
            }
            Err(finding) => {
                findings.push(finding);
                one.extraction = None;
                one.damaged = true;
            }
        }
    }
}

/// Whether a workbook was read as it lies there: its hash goes with its figures, so that anybody can check them. One that was
/// being saved when the hash was taken, and is whole by now, gets the hash of what was read.
fn has_these_bytes(one: &mut WorkbookFile, extraction: &Extraction) -> bool {
    if one.sha256 != extraction.sha256 {
        match digest(&one.path, &one.shown) {
            Ok(now) => one.sha256 = now,
            Err(_) => return false,
        }
    }
    one.sha256 == extraction.sha256
}
