//! The world of Typst: one template, one file of data, our fonts. No disk, no network, no clock.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Features, Library, LibraryExt, World, WorldExt};

use super::data::Data;
use super::fonts::FONTS;
use crate::error::Error;
use crate::text::nearest;

/// The template's name.
pub(super) const TEMPLATE: &str = "report.typ";

/// The name under which the template reads the data.
const DATA: &str = "report.json";

/// Typst's own functions and types, made once.
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    // Row headers are tagged as such only by Typst's accessibility feature.
    let features: Features = [Feature::A11yExtras].into_iter().collect();
    LazyHash::new(Library::builder().with_features(features).build())
});

pub(super) struct PdfWorld<'a> {
    template: Source,
    bytes: Bytes,
    data: &'a Data,
}

impl<'a> PdfWorld<'a> {
    pub(super) fn new(text: &str, data: &'a Data) -> PdfWorld<'a> {
        PdfWorld {
            template: Source::detached(text),
            bytes: Bytes::new(data.bytes()),
            data,
        }
    }

    /// The first fault, with its line and, for an unknown name, the nearest known one.
    pub(super) fn fault(&self, faults: &[SourceDiagnostic]) -> Error {
        let Some(first) = faults.first() else {
            return Error::Template {
                file: TEMPLATE.to_owned(),
                fault: "it cannot be typeset".to_owned(),
            };
        };
        let begin = self.range(first.span).map(|range| range.start);
        let line = begin
            .and_then(|at| self.template.lines().byte_to_line(at))
            .map(|line| format!("line {}: ", line + 1));
        let names = self.data.names();
        let meant = missing_name(&first.message)
            .and_then(|name| nearest(name, names.iter().map(String::as_str)));
        let meant = meant
            .map(|name| format!("; did you mean {name}?"))
            .unwrap_or_default();
        Error::Template {
            file: TEMPLATE.to_owned(),
            fault: format!("{}{}{meant}", line.unwrap_or_default(), first.message),
        }
    }
}

/// The name in «dictionary does not contain key "titel"».
fn missing_name(message: &str) -> Option<&str> {
    message
        .split_once("does not contain key \"")?
        .1
        .split('"')
        .next()
}

impl World for PdfWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() {
            Ok(self.template.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id.vpath().get_without_slash() == DATA {
            Ok(self.bytes.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
