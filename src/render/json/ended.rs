//! What the next agreement takes from the last `follow-up.json` of the one that it follows.

use chrono::NaiveDate;
use serde::Deserialize;

use super::{CUT_SCHEMA, SCHEMA};
use crate::model::agreement::IndicatorValue;
use crate::model::assessment::Status;
use crate::model::quantity::Quantity;

/// How a term ended, as its last version says.
#[derive(Debug, Deserialize)]
pub(crate) struct EndedTerm {
    schema: u32,
    pub(crate) agreement: EndedAgreement,
    pub(crate) as_of: NaiveDate,
    pub(crate) pledges: Vec<EndedPledge>,
    /// What was measured, by the indicator.
    #[serde(default)]
    pub(crate) indicators: Vec<EndedIndicator>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct EndedAgreement {
    pub(crate) title: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct EndedPledge {
    pub(crate) id: String,
    pub(crate) status: Status,
    pub(crate) targets: Vec<EndedTarget>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct EndedTarget {
    pub(crate) id: String,
    pub(crate) kind: String,
    pub(crate) windows: Vec<EndedWindow>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct EndedWindow {
    pub(crate) from: NaiveDate,
    pub(crate) to: NaiveDate,
    /// None where it is withheld, or nothing was told.
    pub(crate) outcome: Option<Quantity>,
    pub(crate) closed: bool,
}

#[derive(Debug, Deserialize)]
pub(crate) struct EndedIndicator {
    pub(crate) id: String,
    pub(crate) values: Vec<IndicatorValue>,
}

/// Reads a follow-up.json.
///
/// # Errors
/// The fault in words.
pub(crate) fn read_ended(bytes: &[u8]) -> Result<EndedTerm, String> {
    let read: EndedTerm = serde_json::from_slice(bytes).map_err(|fault| fault.to_string())?;
    if [SCHEMA, CUT_SCHEMA].contains(&read.schema) {
        return Ok(read);
    }
    Err(format!(
        "its shape is number {}, and this program reads numbers {SCHEMA} and {CUT_SCHEMA}",
        read.schema
    ))
}
