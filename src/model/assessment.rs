//! What came of holding outcomes against targets.

use std::sync::Arc;

use super::activity::{Origin, is_one_row};
use super::agreement::Ruling;
use super::basis::VerdictBasis;
use super::finding::{Code, Phrase};
use super::name::Name;
use super::quantity::{Amount, Quantity};
use super::span::DateSpan;
use super::threshold::Bound;
use chrono::NaiveDate;
use serde::Serialize;

pub use super::status::Status;

/// A part of a window: an audience, a place, a sub-period, a step, a request.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PartAssessment {
    /// The audience, place or step; the number of a request, or else its cell. A sub-period has none, but its days.
    pub name: Option<String>,
    /// Its days: of a sub-period, or those a place was in use.
    pub span: Option<DateSpan>,
    /// The last day it could be done in time.
    pub due: Option<NaiveDate>,
    pub done: Option<DateSpan>,
    /// Whether it was surely done after its day.
    pub(crate) late: bool,
    /// What is asked of it; `None` where it is shown and does not decide.
    pub(crate) required: Option<Amount>,
    /// What was done.
    pub outcome: Quantity,
    /// How it stands.
    pub status: Status,
}

/// One window of a target, judged.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WindowAssessment {
    /// Its days.
    pub span: DateSpan,
    /// The name of a listed window («HT22»).
    pub name: Option<String>,
    /// Whether its last day has passed.
    pub(crate) closed: bool,
    /// What is counted, by the agreement's name; none where several activities count.
    pub unit: Option<String>,
    /// At least or at most.
    pub bound: Option<Bound>,
    /// What the whole window asks; for an average, what the elapsed days ask.
    pub(crate) required: Option<Amount>,
    /// What the elapsed time asks.
    pub(crate) pace: Option<Amount>,
    /// What an even pace asks of the elapsed time, before whole things are rounded down; none where no such pace is judged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) even: Option<Amount>,
    /// Whether it is on track, and yet what remains asks a quicker pace than the pledge's own.
    pub(crate) urgent: bool,
    /// What was counted.
    pub outcome: Option<Quantity>,
    /// Of how much, for a share and for requests.
    pub(crate) out_of: Option<Quantity>,
    /// Whether the figures are withheld since they tell about few persons.
    pub(crate) withheld: bool,
    pub status: Status,
    /// How it was reckoned, one line that can be redone with a pencil.
    pub(crate) reckoning: Phrase,
    /// What remains to be done by when.
    pub(crate) remaining: Option<Phrase>,
    pub parts: Vec<PartAssessment>,
    /// The months that should have been reported and were not.
    pub(crate) missing_months: Vec<DateSpan>,
    /// What the verdict follows from beside the rows; none where a spreadsheet cannot follow it.
    #[serde(skip)]
    pub(crate) basis: Option<VerdictBasis>,
}

/// The windows that decide how a target stands at `end`. While the term runs it is the one that holds that day (between windows
/// the latest closed, before the first none); from the period that ends with the term, all of them.
pub(crate) fn deciding(
    windows: &[WindowAssessment],
    term: DateSpan,
    end: NaiveDate,
) -> Vec<&WindowAssessment> {
    if end >= term.to {
        return windows.iter().collect();
    }
    let holding: Vec<_> = windows
        .iter()
        .filter(|window| window.span.contains(end))
        .collect();
    if !holding.is_empty() {
        return holding;
    }
    let latest = windows
        .iter()
        .filter(|window| window.span.to <= end)
        .map(|window| window.span.to)
        .max();
    windows
        .iter()
        .filter(|window| Some(window.span.to) == latest)
        .collect()
}

/// Something that counted.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct CountedRow {
    pub origin: Origin,
    pub date: DateSpan,
    pub value: Quantity,
    /// How many rows of a long log it adds up.
    #[serde(skip_serializing_if = "is_one_row")]
    pub(crate) rows: u32,
    /// What stands in its row.
    #[serde(skip)]
    pub(crate) facts: RowFacts,
}

/// What stands in the row of something that counted.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct RowFacts {
    /// Which, by the agreement's name.
    pub(crate) activity: Name,
    /// The id of the partner whose workbook it stands in.
    pub(crate) partner: Name,
    pub(crate) place: Option<Name>,
    /// Whether its date could not be read, so that it may lie outside every window it touches.
    pub(crate) undated: bool,
    /// Its own number, before conditions that could not be answered made it perhaps nothing.
    pub(crate) number: Option<Quantity>,
    /// The words by which it belongs to parts of the target, folded.
    pub(crate) words: Vec<String>,
}

/// Something that was held and did not count.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct UncountedRow {
    pub origin: Origin,
    pub date: DateSpan,
    /// Why not.
    pub(crate) reason: Code,
    /// The target's rules that it does not meet.
    pub(crate) missed: Vec<MissedRule>,
}

/// A rule of a target that something held does not meet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct MissedRule {
    /// Its ordinal among the target's rules, from 0.
    pub(crate) rule: usize,
    /// What the row says instead; none where it says nothing.
    pub(crate) said: Option<String>,
}

/// A target, judged.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetAssessment {
    /// Its own id, or its ordinal.
    pub id: String,
    /// Whether it is strived for, and never broken.
    pub(crate) effort: bool,
    /// Its kind's name, kebab-case.
    pub kind: &'static str,
    /// The partners that answer for it.
    pub responsible: Vec<String>,
    pub status: Status,
    /// What is promised, in a few words.
    pub(crate) phrase: Phrase,
    /// The meaning chosen for its wording.
    pub interpretation: Option<String>,
    /// What it counts, by the agreement's names.
    pub of: Vec<String>,
    /// Which of that it is about, a condition each.
    pub(crate) only: Vec<Phrase>,
    /// By which rules what is held counts, a condition each.
    pub(crate) rules: Vec<Phrase>,
    /// Whether its figures tell about persons.
    pub(crate) persons: bool,
    /// What was done in the period that the report is about; none where nobody has told of it, or nothing is counted.
    pub(crate) in_period: Option<Quantity>,
    /// What was promised before the target was amended, and on which days.
    pub(crate) amended: Vec<(DateSpan, Phrase)>,
    /// Its windows, in order.
    pub windows: Vec<WindowAssessment>,
    /// What counted, in any window that has begun; shared, as there can be very many.
    pub(crate) counted: Arc<[CountedRow]>,
    /// The whole of a share, cell by cell, in any window that has begun.
    pub(crate) whole: Arc<[CountedRow]>,
    /// What was held and did not count.
    pub(crate) not_counted: Arc<[UncountedRow]>,
    /// The disputed rows of it that a ruling settles.
    pub(crate) settled: Vec<SettledRow>,
}

impl TargetAssessment {
    /// Whether a figure of it about persons is withheld; its rows, counted or not, would narrow it.
    pub(crate) fn withholds(&self) -> bool {
        self.persons && self.windows.iter().any(|window| window.withheld)
    }

    /// What did not count, beside rules that may be other than its own: then which of them it misses is not told.
    pub(crate) fn left_out_of(&self, rules: &[Phrase]) -> Vec<UncountedRow> {
        let mut rows = self.not_counted.to_vec();
        if self.rules != rules {
            rows.iter_mut().for_each(|row| row.missed.clear());
        }
        rows
    }

    /// Leaves the verdict without the rows it rests on.
    pub(crate) fn clear_rows(&mut self) {
        (self.counted, self.whole) = (Arc::default(), Arc::default());
        self.not_counted = Arc::default();
    }
}

/// A disputed row, and the ruling that settles it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SettledRow {
    /// When it was held, or asked for.
    pub date: DateSpan,
    /// Whether it counts, why, by whom and when.
    pub(crate) ruling: Ruling,
}

/// What the owner claims.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Claimed {
    /// The claim as written, trimmed, first letter capital.
    pub status: String,
    /// When it was last looked at.
    pub as_of: Option<DateSpan>,
    /// The remark beside it.
    pub comment: Option<String>,
    /// Whether nobody has looked at it for too long.
    pub(crate) stale: bool,
    pub origin: Origin,
}

/// A pledge, judged.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// The pledge's id.
    pub(crate) pledge: String,
    /// The verdict: its worst target's.
    pub status: Status,
    /// Its targets, in the agreement's order; those that follow each other are one.
    pub targets: Vec<TargetAssessment>,
    /// What its owner claims.
    pub(crate) claimed: Option<Claimed>,
    /// Windows before the one that decides that were not fulfilled.
    pub(crate) earlier_failures: Vec<DateSpan>,
}
