//! A file of the drop folder and what is known of it.

use super::extraction::{Extraction, SourceExtraction};
use std::path::PathBuf;

/// A file of the drop folder and what is known of it.
pub(crate) struct WorkbookFile {
    /// Where it lies; never shown.
    pub(crate) path: PathBuf,
    /// Its name as shown.
    pub shown: String,
    /// SHA-256 of its bytes, hexadecimal; empty if they could not be read.
    pub sha256: String,
    /// The source whose pattern it fits first.
    pub(crate) owner: Option<usize>,
    /// The sources whose pattern it fits.
    pub(crate) fits: Vec<usize>,
    /// The sources that read it; none if it is a copy, or nobody takes it.
    pub(crate) takers: Vec<usize>,
    /// Whether it is a copy of another.
    pub(crate) copy: bool,
    /// What it gave; none if it was not read: a copy, a workbook nobody takes, or one that cannot be.
    pub(crate) extraction: Option<Extraction>,
    /// Whether its takers must do without it.
    pub damaged: bool,
}

impl WorkbookFile {
    /// Takes out what it gave a source.
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
