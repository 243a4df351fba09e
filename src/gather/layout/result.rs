//! The result of a mapping on a sheet.

use crate::model::activity::{Answer, Gathered, Origin, UnusedReason};
use crate::model::agreement::Layout;
use crate::model::fields::Fields;
use crate::model::finding::Finding;
use crate::model::name::Name;
use crate::model::span::DateSpan;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// An answer whose request is on another sheet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AnswerRow {
    /// The activity of the request.
    pub activity: Name,
    /// The case number, folded.
    pub(crate) case: String,
    pub(crate) answer: Answer,
    /// The case number as written, and its cell.
    pub(crate) written: (String, Origin),
    /// The other mapped cells.
    pub fields: Fields,
}

/// What happened to a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowDisposition {
    /// A total, a note, a planned row, or one left out by `where`.
    Skipped,
    /// Left out with a warning.
    Rejected,
    /// It gave something, or reported that there was nothing.
    Used,
}

/// The result of one mapping on one sheet.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MappingResult {
    /// The disposition of every row below the header, by row from 0; not sent to the parent process.
    #[serde(skip)]
    pub dispositions: BTreeMap<usize, RowDisposition>,
    /// Why rows give nothing, where the table itself tells: others are judged by their cells.
    #[serde(skip)]
    pub(crate) unused: BTreeMap<usize, UnusedReason>,
    /// Rows that were added to an earlier one, each before that one; not sent either.
    #[serde(skip)]
    pub(crate) joined: Vec<(usize, usize)>,
    /// Activities, requests, statements, steps, places, values.
    pub gathered: Gathered,
    /// Answers whose requests are on another sheet.
    pub(crate) answers: Vec<AnswerRow>,
    /// The days, weeks and months that some row reports.
    pub(crate) reported: BTreeSet<DateSpan>,
    pub findings: Vec<Finding>,
    /// Whether a heading was missing, so that data may be.
    pub damaged: bool,
}

impl MappingResult {
    /// Adds another mapping's or sheet's result, except the dispositions, which belong to their own sheet.
    pub(crate) fn add(&mut self, other: MappingResult) {
        let MappingResult {
            dispositions: _,
            unused: _,
            joined: _,
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

    /// Whether nobody has written in the sheet yet: a template's sample stands there, or a form is empty.
    pub(crate) fn is_unbegun(&self, layout: Layout) -> bool {
        let left = |reason| self.unused.values().any(|why| *why == reason);
        left(UnusedReason::Sample) || layout == Layout::Form && left(UnusedReason::Unfilled)
    }

    /// How many activities, requests, statements, steps or places there are. A request is counted with its activity.
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
