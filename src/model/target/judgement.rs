//! What a kind of target says of one window.

use super::Bound;
use crate::model::assessment::{PartAssessment, Status};
use crate::model::finding::Phrase;
use crate::model::quantity::{Amount, Quantity};

#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    pub status: Status,
    /// At least or at most.
    pub bound: Option<Bound>,
    /// What the whole window asks.
    pub(crate) required: Option<Amount>,
    /// What the elapsed time asks.
    pub(crate) pace: Option<Amount>,
    /// What was counted.
    pub outcome: Option<Quantity>,
    /// Of how much.
    pub(crate) out_of: Option<Quantity>,
    /// How it was reckoned.
    pub(crate) reckoning: Phrase,
    pub(crate) remaining: Option<Phrase>,
    pub parts: Vec<PartAssessment>,
}
