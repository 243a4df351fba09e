//! What a mapping makes of a sheet.

use crate::model::activity::{Answer, Gathered, Origin};
use crate::model::fields::Fields;
use crate::model::finding::Finding;
use crate::model::name::Name;
use crate::model::span::DateSpan;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// An answer whose request stands on another sheet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AnswerRow {
    /// What was asked for.
    pub activity: Name,
    /// Its number, folded.
    pub(crate) case: String,
    /// The answer.
    pub(crate) answer: Answer,
    /// The number as written, and its cell.
    pub(crate) written: (String, Origin),
    /// The other mapped cells.
    pub fields: Fields,
}

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowDisposition {
    /// A total, a note, a planned row, or one left out by `where`.
    Skipped,
    /// Left out with a warning.
    Rejected,
    /// It gave something, or reported that there was nothing.
    Used,
}

/// What one mapping made of one sheet.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MappingResult {
    /// The fate of every row below the header, by row from 0. Known where the sheet is read, and nowhere else.
    #[serde(skip)]
    pub dispositions: BTreeMap<usize, RowDisposition>,
    /// Activities, requests, statements, steps, places, values.
    pub gathered: Gathered,
    /// Answers whose requests stand on another sheet.
    pub(crate) answers: Vec<AnswerRow>,
    /// The days, weeks and months that some row says something about.
    pub(crate) reported: BTreeSet<DateSpan>,
    /// What was found.
    pub findings: Vec<Finding>,
    /// Whether a heading was missing, so that something may be.
    pub damaged: bool,
}

impl MappingResult {
    /// Adds what another mapping or sheet gave. The fates of its rows are not: they belong to their own sheet.
    pub(crate) fn add(&mut self, other: MappingResult) {
        let MappingResult {
            dispositions: _,
            gathered,
            answers,
            reported,
            findings,
            damaged,
        } = other;
        self.gathered.add(gathered);
        self.answers.extend(answers);
        self.reported.extend(reported);
        self.findings.extend(findings);
        self.damaged |= damaged;
    }

    /// How many activities, requests, statements, steps or places came of the rows. A request stands beside its activity
    /// and is not told twice.
    pub(crate) fn made(&self) -> usize {
        let given = &self.gathered;
        let places: usize = given.places.values().map(Vec::len).sum();
        let values: usize = given.indicators.values().map(Vec::len).sum();
        let lone = given.requests.len().saturating_sub(given.activities.len());
        given.activities.len()
            + lone
            + given.statements.len()
            + given.milestones.len()
            + places
            + values
            + self.answers.len()
    }
}
