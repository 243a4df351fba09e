//! The last words of `init`.

use std::path::Path;

use super::super::inspect::{InspectedWorkbook, SourceProposal};
use super::super::{Exit, terminal};
use super::Init;
use crate::error::Error;
use crate::model::finding::Phrase;
use crate::wording::Wording;

/// Prints what was done, and what to do next.
pub(super) fn next(
    options: &Init,
    path: &Path,
    seen: &[InspectedWorkbook],
    sources: &[SourceProposal],
    wording: &Wording,
) -> Result<Exit, Error> {
    let path = path.display().to_string();
    let read = sources
        .iter()
        .map(|source| source.workbooks.len())
        .sum::<usize>();
    let copies = sources
        .iter()
        .map(|source| source.copies.len())
        .sum::<usize>();
    let done = Phrase::new("ui-init-done")
        .with("path", path.as_str())
        .with("workbooks", seen.len())
        .with("read", read)
        .with("copies", copies);
    let folder = options.folder.display().to_string();
    let elsewhere = options
        .workbooks
        .as_ref()
        .map(|drop| format!(" --workbooks {}", drop.display()));
    let folder = folder + &elsewhere.unwrap_or_default();
    let lines = [
        wording.phrase(&done),
        wording.phrase(&Phrase::new("ui-init-next-write").with("path", path.as_str())),
        wording.phrase(&Phrase::new("ui-init-next-check").with("folder", folder.as_str())),
        wording.phrase(&Phrase::new("ui-init-next-run").with("folder", folder.as_str())),
    ];
    terminal::print_bytes(format!("{}\n", lines.join("\n")).as_bytes())?;
    let unread = seen.iter().any(|one| one.look.is_err());
    Ok(if unread {
        Exit::Findings
    } else {
        Exit::Finished
    })
}
