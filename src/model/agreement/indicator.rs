//! Measures that stand beside the pledges and give no verdict.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::model::quantity::Amount;

/// A measure beside the pledges, `[indicators.ID]`: shown, never a verdict.
#[derive(Clone, Debug, Serialize)]
pub struct Indicator {
    /// Its key.
    pub id: String,
    /// What it measures.
    pub name: String,
    /// The area it stands beside.
    pub(crate) area: Option<String>,
    /// Who measured it.
    pub source: Option<String>,
    /// «0–6», «procent».
    pub(crate) scale: Option<String>,
    /// Which direction is good.
    pub(crate) good: Option<Direction>,
    /// What it is compared with.
    pub(crate) baseline: Option<IndicatorValue>,
    /// What was measured, by date.
    pub(crate) values: Vec<IndicatorValue>,
}

/// Which direction of an indicator is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Direction {
    /// Low is good.
    Low,
    /// High is good.
    High,
}

/// One measurement.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct IndicatorValue {
    /// When it was measured.
    pub date: NaiveDate,
    /// In the indicator's scale.
    pub value: Amount,
}
