//! Measures that stand beside the pledges and give no verdict.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::model::quantity::Amount;
use crate::model::span::DateSpan;

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
    /// When it was measured: the first day that it is about.
    pub date: NaiveDate,
    /// The last one, where it is about more than a day: of a year, a quarter or a month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// In the indicator's scale.
    pub value: Amount,
}

impl IndicatorValue {
    /// The days that it is about.
    pub(crate) fn days(&self) -> DateSpan {
        DateSpan {
            from: self.date,
            to: self.until.map_or(self.date, |until| until.max(self.date)),
        }
    }
}
