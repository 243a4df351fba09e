//! Activities × pledges × period → assessments.

use chrono::NaiveDate;

use crate::model::activity::Gathered;
use crate::model::agreement::Agreement;
use crate::model::assessment::Assessment;
use crate::model::finding::Checked;
use crate::model::report::History;
use crate::model::span::Period;

/// Holds what was gathered against every pledge, for a period and as of a day.
pub fn assess(
    agreement: &Agreement,
    gathered: &Gathered,
    period: &Period,
    as_of: NaiveDate,
    history: &History,
) -> Checked<Vec<Assessment>> {
    let _ = (agreement, gathered, period, as_of, history);
    Checked::new(Vec::new(), Vec::new())
}
