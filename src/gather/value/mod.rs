//! What stood in a cell, read as what is asked for: a number, a date, a mark. Pure: no files, no clock.
//!
//! Missing is never zero: a blank, a gap («-»), an error and a text that cannot be read are told apart by [`Parsed`].

mod calendar;
mod date;
mod derived_label;
mod estimate;
mod factor;
mod feast;
mod grade;
mod hindrance;
mod label;
mod length;
mod mark;
mod memo;
mod nothing;
mod nouns;
mod number;
mod parsed;
mod plain;
mod qualified;
mod remark;
mod shown;
mod state;
mod text;
mod written;

pub use calendar::{
    YearPart, bare_year, month_heading, month_in, part_heading, year, year_in, years_in,
};
pub(crate) use calendar::{is_almost_month, name_of_month, year_month};
pub(crate) use date::{begins_with_day, listed_days};
pub use date::{date, day_heading, day_of_month, month, week};
pub(crate) use derived_label::{
    ComparisonLabel, Statistic, SumLabel, comparison_label, is_compared_or_planned, is_cumulative,
    is_list_item, is_outcome, is_part_label, is_planned_heading, is_rate_label, is_ratio_label,
    is_wider_area, statistic_label, sum_label, year_among_words, year_label,
};
pub(crate) use factor::factor;
pub(crate) use feast::feast;
pub use grade::grades;
pub(crate) use hindrance::{Hindrance, hindrance};
pub use label::{
    begins_as_total, is_nothing_but_total, is_nothing_to_report, is_planned_or_cancelled,
    is_report_of_nothing, is_statistic_label, is_total_label,
};
pub(crate) use length::{days_after, names_length};
pub use length::{ends_day, exact_minutes, hours, minutes, times};
pub(crate) use mark::denies;
pub use mark::{YesNo, mark, yes_or_no};
pub(crate) use nothing::{is_absence, is_nil, names_activity, says_more};
pub(crate) use nouns::ActivityNouns;
pub(crate) use number::negative;
pub use number::number;
pub use parsed::{Dated, Number, Parsed};
pub use plain::plain;
pub use qualified::{qualified_part_heading, year_part_qualifier};
pub use remark::says_not_done;
pub use shown::field;
pub(crate) use state::{
    State, TextState, asks_by_whom, asks_why_not, heading_state, is_nobody, names_called_off,
    text_state, text_state_of, titled, titled_perhaps,
};
pub use text::text;
pub(crate) use written::part_of_heading;

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests;
