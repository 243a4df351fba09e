//! Figures and days of the page.

use crate::model::quantity::Quantity;
use crate::model::span::DateSpan;
use crate::wording::Wording;

/// A quantity with the word for its unit, where there is one.
pub(crate) fn quantity_in_words(
    quantity: Quantity,
    activity: Option<&str>,
    wording: &Wording,
) -> String {
    activity.map_or_else(
        || wording.quantity(quantity),
        |activity| wording.counted(quantity, activity),
    )
}

/// A day in a table, as Swedish public sector writes it: `2023-04-15`.
pub(crate) fn table_day(span: DateSpan) -> String {
    if span.is_exact() {
        span.from.to_string()
    } else {
        format!("{} – {}", span.from, span.to)
    }
}
