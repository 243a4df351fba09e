//! A file of the drop folder and what is known of it.

use super::extraction::{Extraction, SourceExtraction};
use std::path::PathBuf;

pub(crate) struct WorkbookFile {
    /// Never shown.
    pub(crate) path: PathBuf,
    pub shown: String,
    /// Hexadecimal; empty if the bytes could not be read.
    pub sha256: String,
    /// The first source whose pattern matches.
    pub(crate) owner: Option<usize>,
    /// The sources whose patterns match.
    pub(crate) fits: Vec<usize>,
    /// The sources that read it; none if it is a copy, or no source matches.
    pub(crate) read_by: Vec<usize>,
    pub(crate) copy: bool,
    /// The results; none if it was not read: a copy, unmatched, or unreadable.
    pub(crate) extraction: Option<Extraction>,
    /// Whether its sources have to do without it.
    pub damaged: bool,
}

impl WorkbookFile {
    pub(crate) fn take_extractions(&mut self, source: usize) -> Vec<SourceExtraction> {
        let Some(extraction) = &mut self.extraction else {
            return Vec::new();
        };
        extraction
            .by_source
            .extract_if(.., |part| part.source == source)
            .collect()
    }
}
