//! Targets: what a pledge can be held against, one file a kind, and the table of verdicts they share.

mod answer_time;
pub(crate) mod average;
mod bare;
pub(crate) mod baseline;
mod basis;
pub(crate) mod cadence;
pub(crate) mod count;
mod distinct;
pub(crate) mod each_part;
pub(crate) mod each_period;
mod eligible_days;
mod even;
pub(crate) mod every_part;
pub(crate) mod indicator;
pub(crate) mod input;
mod judge;
mod judgement;
pub(crate) mod milestone;
pub(crate) mod request;
mod request_state;
pub(crate) mod response_time;
pub(crate) mod share;
pub mod shown;
pub(crate) mod state;
#[cfg(test)]
mod states;
pub(crate) mod together;
pub(crate) mod verdict;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::agreement::{Condition, Length};
use super::quantity::Amount;
use super::span::DateSpan;

pub use distinct::Distinct;
pub use eligible_days::{DayRule, EligibleDays};
pub(crate) use input::given;
pub use input::{
    EarlierTime, Item, MeasuredValues, RequiredPart, RequiredStep, WindowInput, WindowRequest,
    WindowState,
};
pub use judgement::Judgement;
pub(crate) use judgement::partial;
pub(crate) use together::OF;

pub use super::threshold::{Bound, Threshold};

/// One target of a pledge, `[[pledge.target]]`.
#[derive(Clone, Debug)]
pub struct Target {
    /// Its own id, or its ordinal in the pledge from 1.
    pub id: String,
    pub kind: TargetKind,
    /// The activities that count, any of them.
    pub of: Vec<String>,
    /// The targets whose counts it adds up, each row once; none if it counts by itself.
    pub sum: Vec<Target>,
    /// The partners that answer for it: its own, or its pledge's.
    pub responsible: Vec<String>,
    /// Which activities it is about: others are not this activity.
    pub only: Vec<Condition>,
    /// By which rules: others are held, but not counted.
    pub require: Vec<Condition>,
    /// The time each verdict is about.
    pub over: WindowRule,
    /// The days on which this target is in force, where it was amended.
    pub valid: Option<DateSpan>,
    /// When it was agreed, where that was left for later.
    pub agreed: Option<NaiveDate>,
    /// A calendar list: parts wholly inside it are not asked for.
    pub except: Option<String>,
    /// A field of which only different values count, or `day`.
    pub distinct: Option<String>,
    /// Activities without which, in the window, there is no occasion for it.
    pub when: Vec<String>,
    /// Of these activities so many minutes are one: a longer row is several.
    pub unit_minutes: BTreeMap<String, u64>,
    /// Strived for: judged, and never broken.
    pub effort: bool,
    /// Whether a part of it counts as a part of it kept.
    pub partial: bool,
    /// The meaning chosen for its wording.
    pub interpretation: Option<String>,
    /// The line it begins on.
    pub line: usize,
}

/// What a target asks.
#[derive(Clone, Debug, PartialEq)]
pub enum TargetKind {
    /// A number or a sum in each window.
    Count(Threshold),
    /// So many per week or month, on average over the window.
    Average {
        /// The number per unit of time.
        threshold: Threshold,
        per: AverageUnit,
    },
    /// So many in every day, week or month.
    EachPeriod {
        threshold: Threshold,
        every: SubPeriod,
        /// Asked of each value of these fields by itself; none if of all together.
        parts: Vec<PartField>,
    },
    /// So many for every audience, place or other value of a field, or of several fields at once.
    EachPart {
        number: Amount,
        parts: Vec<PartField>,
    },
    /// So many occasions that had every value of the fields.
    Together {
        threshold: Threshold,
        parts: Vec<PartField>,
        /// What makes one occasion: `day`, or a field whose value is the same.
        same: String,
    },
    /// A part of a whole.
    Share {
        /// The bound, in per cent.
        threshold: Threshold,
        /// The activities of the whole.
        out_of: Vec<String>,
    },
    /// No gap longer than this.
    Cadence {
        longest_gap: Length,
        /// Asked of each value of these fields by itself; none if of all together.
        parts: Vec<PartField>,
    },
    /// Every request is answered.
    Request {
        /// Within so long; by the window's end if none.
        within: Option<Length>,
        /// So many per cent of them, if not all.
        share: Option<Amount>,
    },
    /// How long answers take.
    ResponseTime {
        measure: TimeMeasure,
        /// Whether its days are working days.
        works: bool,
        /// None where it is only shown.
        limit: Option<TimeLimit>,
    },
    /// Something that is to be so on every day.
    State {
        /// On so many per cent of the days.
        share: Amount,
    },
    /// Every step by its day.
    Milestone {
        /// The steps written in the agreement; none if they stand on a sheet.
        steps: Vec<WrittenStep>,
    },
    /// More or fewer than a baseline.
    Baseline {
        /// More ([`Bound::Least`]) or fewer ([`Bound::Most`]).
        direction: Bound,
        /// What it was; `None` if it is counted from the same workbooks.
        value: Option<Amount>,
        /// When it was so.
        measured: Option<DateSpan>,
        source: Option<String>,
    },
    /// Agreed later.
    Deferred,
    /// Figures without a verdict.
    Shown {
        /// The activities of the whole, where it is a part.
        out_of: Vec<String>,
    },
    /// An indicator that the pledge means to move.
    Indicator {
        /// What is asked of it; `None` where it is only shown.
        test: Option<IndicatorTest>,
        /// The days on which the value that decides is measured; the window if none.
        measured: Option<DateSpan>,
    },
}

/// What is asked of an indicator's value.
#[derive(Clone, Debug, PartialEq)]
pub enum IndicatorTest {
    Bound(Threshold),
    /// More or less than a number.
    Than {
        /// More ([`Bound::Least`]) or less ([`Bound::Most`]).
        direction: Bound,
        value: Amount,
        source: Option<String>,
    },
    /// Better than its baseline, in its own good direction.
    Better {
        /// By so much at least; by anything if zero.
        margin: Amount,
    },
}

/// Of many answers, one time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeMeasure {
    Average,
    Median,
}

/// How long it may be.
#[derive(Clone, Debug, PartialEq)]
pub enum TimeLimit {
    Within(Length),
    /// Shorter than it was.
    FasterThan {
        /// In days; `None` if it is reckoned from the same workbooks.
        value: Option<Amount>,
        measured: Option<DateSpan>,
        source: Option<String>,
    },
}

impl TargetKind {
    /// Its stable name in follow-up.json.
    pub fn name(&self) -> &'static str {
        match self {
            TargetKind::Count(_) => "count",
            TargetKind::Average { .. } => "average",
            TargetKind::EachPeriod { parts, .. } if !parts.is_empty() => "every",
            TargetKind::EachPeriod { .. } | TargetKind::EachPart { .. } => "each",
            TargetKind::Together { .. } => "together",
            TargetKind::Share { .. } => "share",
            TargetKind::Cadence { parts, .. } if !parts.is_empty() => "every",
            TargetKind::Cadence { .. } => "cadence",
            TargetKind::Request { .. } => "request",
            TargetKind::ResponseTime { .. } => "response-time",
            TargetKind::State { .. } => "state",
            TargetKind::Milestone { .. } => "milestone",
            TargetKind::Baseline { .. } => "baseline",
            TargetKind::Deferred => "deferred",
            TargetKind::Shown { .. } => "shown",
            TargetKind::Indicator { .. } => "indicator",
        }
    }

    /// The fields of which each value is asked for; none for other kinds.
    pub(crate) fn parts(&self) -> &[PartField] {
        match self {
            TargetKind::EachPart { parts, .. }
            | TargetKind::EachPeriod { parts, .. }
            | TargetKind::Cadence { parts, .. }
            | TargetKind::Together { parts, .. } => parts,
            _ => &[],
        }
    }

    /// Whether it gives a verdict.
    pub(crate) fn is_scored(&self) -> bool {
        !matches!(
            self,
            TargetKind::Shown { .. }
                | TargetKind::Indicator { test: None, .. }
                | TargetKind::ResponseTime { limit: None, .. }
        )
    }
}
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AverageUnit {
    /// Seven days.
    Week,
    /// An ISO 8601 week, which belongs to the year of its Thursday.
    IsoWeek,
    /// A calendar month.
    Month,
}

/// The sub-period that must hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SubPeriod {
    Day,
    /// Each ISO week.
    Week,
    /// Each calendar month.
    Month,
}

/// A field of which each value is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct PartField {
    pub field: String,
    pub among: PartSet,
}

/// The values of a field that are asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum PartSet {
    Words(Vec<String>),
    /// The places of a list, while in use.
    Places(String),
}

/// A step written in the agreement.
#[derive(Clone, Debug, PartialEq)]
pub struct WrittenStep {
    pub text: String,
    /// The last day to begin it.
    pub(crate) begin_by: Option<NaiveDate>,
    /// When it was begun, said in the agreement.
    pub(crate) begun: Option<NaiveDate>,
    /// Its last day.
    pub(crate) by: Option<NaiveDate>,
    /// When it was done, said in the agreement.
    pub done: Option<NaiveDate>,
    /// The period whose report, once sent, is the step.
    pub(crate) sent: Option<String>,
}

/// The time each verdict is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WindowRule {
    /// The wording does not say.
    Unstated,
    /// Calendar years.
    Year,
    HalfYear,
    /// Thirds of a year.
    Tertial,
    Quarter,
    /// Calendar months.
    Month,
    /// ISO weeks.
    Week,
    Day,
    Term,
    /// The entries of a calendar list.
    Calendar(String),
}

impl Target {
    /// Every condition on a field, those inside `any` and `not` too.
    pub(crate) fn asked(&self) -> impl Iterator<Item = &Condition> {
        (self.only.iter().chain(&self.require)).flat_map(Condition::leaves)
    }

    /// The days before, which it is compared with, where that is reckoned from the same workbooks.
    pub(crate) fn compared_days(&self) -> Option<DateSpan> {
        match &self.kind {
            TargetKind::Baseline {
                value: None,
                measured,
                ..
            }
            | TargetKind::ResponseTime {
                limit:
                    Some(TimeLimit::FasterThan {
                        value: None,
                        measured,
                        ..
                    }),
                ..
            } => *measured,
            _ => None,
        }
    }

    /// The activities that make up the whole that what counts is a part of; none for other kinds.
    pub fn whole(&self) -> &[String] {
        match &self.kind {
            TargetKind::Share { out_of, .. } | TargetKind::Shown { out_of } => out_of,
            _ => &[],
        }
    }

    /// The fields of which each value is asked for; none for other kinds.
    pub(crate) fn parts(&self) -> &[PartField] {
        self.kind.parts()
    }

    /// Whether it counts this activity.
    pub(crate) fn counts(&self, activity: &str) -> bool {
        self.of.iter().any(|of| of == activity)
    }

    /// Whether it has this activity in its whole.
    pub(crate) fn has_in_whole(&self, activity: &str) -> bool {
        self.whole().iter().any(|of| of == activity)
    }

    /// The one activity it counts; empty if several, or if it counts something else than activities.
    pub fn unit(&self) -> String {
        match self.of.as_slice() {
            [one] if !matches!(self.kind, TargetKind::Together { .. }) => one.clone(),
            _ => String::new(),
        }
    }
}
