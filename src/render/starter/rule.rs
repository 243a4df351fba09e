//! What cells accept: lists to choose from, days, numbers. Lofte reads «ca 20» and «mars» too, so that such words ask before
//! they are kept and are not refused; only where another word would be left out is it.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, ExcelDateTime, Formula,
    Worksheet, XlsxError,
};

use super::super::workbook::excel_day;
use super::lists::Lists;
use super::words::Words;
use crate::model::span::DateSpan;
use crate::model::starter::{Accepts, StarterColumn};

/// Lays the rule of a column on its cells.
pub(super) fn lay(
    worksheet: &mut Worksheet,
    (first, last): (u32, u32),
    at: u16,
    column: &StarterColumn,
    lists: &Lists<'_>,
    words: &Words<'_>,
) -> Result<(), XlsxError> {
    let rule = |key: &str, style: DataValidationErrorStyle, rule: DataValidation| {
        rule.set_error_style(style)
            .set_error_title(
                words
                    .heading(&column.heading)
                    .chars()
                    .take(32)
                    .collect::<String>(),
            )?
            .set_error_message(words.text(key).chars().take(255).collect::<String>())
    };
    use DataValidationErrorStyle::{Stop, Warning};
    let number = DataValidationRule::GreaterThanOrEqualTo(0.0);
    let validation = match &column.accepts {
        Accepts::Text => return Ok(()),
        Accepts::Day => {
            let Some((from, to)) = days(lists.term()) else {
                return Ok(());
            };
            let days = DataValidation::new().allow_date(DataValidationRule::Between(from, to));
            rule("starter-rule-day", Warning, days)?
        }
        Accepts::Number => rule(
            "starter-rule-number",
            Warning,
            DataValidation::new().allow_decimal_number(number),
        )?,
        Accepts::Week => rule(
            "starter-rule-week",
            Warning,
            DataValidation::new().allow_whole_number(DataValidationRule::Between(1, 53)),
        )?,
        Accepts::Time => {
            let (from, to) = (
                ExcelDateTime::from_hms(0, 0, 0)?,
                ExcelDateTime::from_hms(23, 59, 59)?,
            );
            let times = DataValidation::new().allow_time(DataValidationRule::Between(from, to));
            rule("starter-rule-time", Warning, times)?
        }
        Accepts::Month
        | Accepts::Year(..)
        | Accepts::Mark
        | Accepts::YesOrNo
        | Accepts::Progress
        | Accepts::Words { .. } => {
            let chosen = match lists.of(column, words) {
                Some(range) => DataValidation::new().allow_list_formula(Formula::new(range)),
                None => return Ok(()),
            };
            let (key, style) = match column.accepts {
                Accepts::Words { only: false, .. } | Accepts::Progress | Accepts::Month => {
                    ("starter-rule-word", Warning)
                }
                _ => ("starter-rule-only", Stop),
            };
            rule(key, style, chosen)?
        }
    };
    worksheet.add_data_validation(first, at, last, at, &validation)?;
    Ok(())
}

/// The days from the year before the term to the year after it: a request may be older, a step due later.
fn days(term: DateSpan) -> Option<(ExcelDateTime, ExcelDateTime)> {
    use chrono::Datelike;
    let first = DateSpan::year(term.from.year() - 1)?.from;
    let last = DateSpan::year(term.to.year() + 1)?.to;
    Some((excel_day(first)?, excel_day(last)?))
}
