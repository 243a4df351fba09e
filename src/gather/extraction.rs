use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::copies::SheetFingerprint;
use super::layout::MappingResult;
use super::sheets::SheetMatches;
use crate::model::activity::{Field, SheetAccount, SheetReading};
use crate::model::agreement::Agreement;
use crate::model::fields::Fields;
use crate::model::finding::Finding;
use crate::model::name::Name;

/// What one workbook gave.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Extraction {
    /// SHA-256 of the bytes that were read, hexadecimal.
    pub sha256: String,
    /// From which day on, and before which, the report may be made for the same to come out.
    #[serde(skip)]
    pub(crate) same_days: (Option<NaiveDate>, Option<NaiveDate>),
    /// Where identity numbers were masked.
    pub(crate) masked: Vec<Finding>,
    /// What is needed to recognise a copy.
    pub(crate) fingerprints: Vec<SheetFingerprint>,
    /// When it was last saved, according to the workbook itself.
    pub(crate) saved: Option<NaiveDateTime>,
    /// What it gave each source that reads it.
    pub(crate) by_source: Vec<SourceExtraction>,
    /// What happened to the rows of each mapped sheet.
    pub accounts: Vec<SheetAccount>,
    /// How the sheets were read.
    pub(crate) readings: Vec<SheetReading>,
}

/// Approximate memory of a row besides its mapped cells, in bytes: while gathered, while judged, and for the next
/// version.
const ROW: usize = 700;
/// Approximate additional memory for each target that a row may count for, in bytes: while judged, in the report and
/// in its editions.
const COUNTED: usize = 400;

impl Extraction {
    /// Approximate memory, in bytes, until the report is made.
    pub(crate) fn weight(&self, agreement: &Agreement) -> u64 {
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
        let targets = || agreement.targets();
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
pub(crate) struct SourceExtraction {
    /// The index of the source.
    pub source: usize,
    /// Which mappings found a sheet.
    pub(crate) found: SheetMatches,
    pub(crate) result: MappingResult,
    /// The activities of sheets that gave something.
    pub(crate) begun: BTreeSet<Name>,
    /// The activities of sheets that hold a template's sample or an empty form, and nothing else.
    pub(crate) unbegun: BTreeSet<Name>,
    /// Whether it resembles what the source reads but no name or pattern matches it: it may count, or not.
    pub(crate) unread: bool,
}
