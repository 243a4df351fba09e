//! Opening the workbooks that sources read: unreadable ones give a finding, duplicates are read once.

use super::copies::settle::{
    find_copies, find_older_states, has_same_content, restore_templates, same_bytes,
};
use super::extract::{closed, limit_exceeded, unreadable};
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

/// The most bytes of a file. Workbooks kept by hand have a hundredth of that.
const MOST_BYTES: u64 = 200_000_000;

/// Opens every file that is a workbook or that a source names.
pub(crate) fn open(
    agreement: &Agreement,
    as_of: NaiveDate,
    files: &[DroppedFile],
    isolation: &Isolation,
    findings: &mut Vec<Finding>,
) -> Vec<WorkbookFile> {
    let mut opened = Vec::new();
    let taken = name_pattern::sources_of(&agreement.sources, files);
    for (file, read_by) in files.iter().zip(taken) {
        // Notes in plain text give no finding; a table does.
        if read_by.is_empty()
            && !file.is_workbook()
            && !(file.is_text() && reader::is_table(&file.path))
        {
            continue;
        }
        let mut one = WorkbookFile {
            path: file.path.clone(),
            shown: file.shown.clone(),
            sha256: String::new(),
            owner: read_by.first().copied(),
            fits: read_by.clone(),
            read_by,
            copy: false,
            extraction: None,
            damaged: false,
        };
        match digest(&one.path, &one.shown) {
            Ok(digest) => one.sha256 = digest,
            Err(finding) => {
                one.damaged = true;
                findings.extend(Some(finding).filter(|_| !one.read_by.is_empty()));
            }
        }
        opened.push(one);
    }
    let copies = find_copies(agreement, &mut opened, same_bytes);
    let whole =
        |one: &WorkbookFile| !one.read_by.is_empty() && !one.damaged && one.extraction.is_none();
    read(agreement, as_of, &mut opened, isolation, &whole, findings);
    findings.extend(restore_templates(&mut opened, copies));
    read(agreement, as_of, &mut opened, isolation, &whole, findings);
    findings.extend(find_copies(agreement, &mut opened, has_same_content));
    findings.extend(find_older_states(agreement, &mut opened));
    // A workbook that replaces its copy is read for the copy's sources too. Its findings are there already.
    let gained = |one: &WorkbookFile| {
        one.extraction.as_ref().is_some_and(|extraction| {
            let read = extraction.by_source.iter().filter(|part| !part.unread);
            read.count() < one.read_by.len()
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

/// Reads the workbooks that no pattern matches in the folders of a source, to see whether they resemble its
/// workbooks. Faults in them give no findings.
fn read_unclaimed(
    agreement: &Agreement,
    as_of: NaiveDate,
    opened: &mut [WorkbookFile],
    isolation: &Isolation,
) {
    let unclaimed = |one: &WorkbookFile| {
        one.owner.is_none() && !one.copy && !one.damaged && one.read_by.is_empty()
    };
    let mut chosen: Vec<&mut WorkbookFile> =
        opened.iter_mut().filter(|one| unclaimed(one)).collect();
    let tasks: Vec<WorkbookTask> = chosen
        .iter()
        .map(|one| WorkbookTask {
            path: one.path.clone(),
            shown: one.shown.clone(),
            read_by: unread::sources(agreement, &one.shown),
            sha256: one.sha256.clone(),
        })
        .collect();
    let results = isolate::read(agreement, as_of, &tasks, isolation);
    for (one, result) in chosen.iter_mut().zip(results) {
        if let Ok(mut extraction) = result {
            unread::keep_recognised(agreement, &mut extraction);
            one.extraction = Some(extraction);
        }
    }
}

/// SHA-256 of a file's bytes, hexadecimal, read in pieces.
fn digest(path: &Path, shown: &str) -> Result<String, Finding> {
    let failed = |fault: std::io::Error| closed(shown, &fault);
    let about = std::fs::metadata(path).map_err(failed)?;
    // Opening a named pipe would wait for a writer.
    if !about.is_file() {
        return Err(unreadable(
            shown,
            UnreadableReason::Damaged,
            "not a regular file",
        ));
    }
    if about.len() > MOST_BYTES {
        return Err(limit_exceeded(shown, ExceededLimit::Size));
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

/// Reads the workbooks chosen by `which`.
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
        read_by: one.read_by.clone(),
        sha256: one.sha256.clone(),
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

/// Whether a workbook was read in its final state: its hash is published with its figures. One that was being saved
/// while it was hashed gets the hash of what was read.
fn has_these_bytes(one: &mut WorkbookFile, extraction: &Extraction) -> bool {
    if one.sha256 != extraction.sha256 {
        match digest(&one.path, &one.shown) {
            Ok(now) => one.sha256 = now,
            Err(_) => return false,
        }
    }
    one.sha256 == extraction.sha256
}
