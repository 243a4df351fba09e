//! Days in arguments.

use chrono::NaiveDate;

/// A day as it is written in arguments.
///
/// # Errors
/// What to write, if it is none.
pub(super) fn day(text: &str) -> Result<NaiveDate, String> {
    text.parse()
        .map_err(|_| "write a day that there is, as year-month-day: 2023-10-05".to_owned())
}
