//! What versions have told about persons, as the audit of a later one reads it, and what an audit came to.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::quantity::{Amount, Quantity};
use super::span::DateSpan;
use super::status::Status;
use super::threshold::Bound;

/// A version that was made before, of any period.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PublishedVersion {
    /// The name of its period.
    pub(crate) period: String,
    /// The last day of its period.
    pub(crate) end: NaiveDate,
    /// The day it was made for.
    pub(crate) as_of: NaiveDate,
    pub(crate) version: u32,
    /// SHA-256 of its `follow-up.json`, hexadecimal.
    pub(crate) sha256: String,
    /// Its targets about persons.
    pub(crate) targets: Vec<PublishedTarget>,
    /// The verdicts of pledges at the ends of months.
    pub(crate) course: Vec<(String, DateSpan, Status)>,
    /// Whether it told that small figures are given away.
    pub(crate) tells_given_away: bool,
}

/// What a version told of a target about persons.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PublishedTarget {
    /// The pledge's id.
    pub(crate) pledge: String,
    /// The target's id.
    pub(crate) target: String,
    /// Its kind's name.
    pub(crate) kind: String,
    pub(crate) in_period: Option<Quantity>,
    pub(crate) windows: Vec<PublishedWindow>,
}

/// What a version told of a window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct PublishedWindow {
    pub(crate) span: DateSpan,
    pub(crate) bound: Option<Bound>,
    pub(crate) required: Option<Amount>,
    pub(crate) pace: Option<Amount>,
    /// None where it was withheld, or not begun.
    pub(crate) outcome: Option<Quantity>,
    pub(crate) out_of: Option<Quantity>,
    pub(crate) status: Status,
}

impl PublishedVersion {
    /// Which version it is.
    pub(crate) fn considered(&self) -> ConsideredVersion {
        ConsideredVersion {
            period: self.period.clone(),
            version: self.version,
            sha256: self.sha256.clone(),
        }
    }
}

/// What an audit came to, without the figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct AuditResult {
    /// How many figures about persons there are.
    pub(crate) figures: usize,
    /// How many of them are withheld.
    pub(crate) withheld: usize,
    /// The least and the most, below the threshold, that the solver has found the narrowest protected figure to be able to be, in
    /// whole things and for all that is told; none where no figure is small.
    pub(crate) narrowest: Option<(u64, u64)>,
    /// How many small figures versions made before give away; they are not protected.
    pub(crate) given_away: usize,
    /// The versions that were taken into account.
    pub(crate) considered: Vec<ConsideredVersion>,
}

/// A version that an audit has taken into account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ConsideredVersion {
    /// The name of its period.
    pub(crate) period: String,
    pub(crate) version: u32,
    /// SHA-256 of its `follow-up.json`, hexadecimal.
    pub(crate) sha256: String,
}
