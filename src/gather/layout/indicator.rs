//! Indicators: a row a measurement; or years, months or quarters as columns, as statistics are published.

use super::answers::unreadable_date;
use super::classify::table_rows;
use super::result::{MappingResult, RowDisposition};
use super::table::RowKind;
use super::task::SheetTask;
use crate::gather::cell::Cell;
use crate::gather::value::{self, Number, Parsed};
use crate::model::agreement::IndicatorValue;
use crate::model::finding::FindingKind;
use crate::model::span::DateSpan;
use chrono::NaiveDate;

pub(super) fn read(task: &SheetTask<'_>, id: &str) -> MappingResult {
    let mut result = MappingResult::default();
    let Some(rows) = table_rows(task, &["date", "month", "year", "value"], &mut result) else {
        return result;
    };
    rows.enter_dispositions(&mut result);
    for (row, kind) in &rows.kinds {
        let RowKind::Data { .. } = kind else { continue };
        let cells = rows.cells(*row);
        let disposition = match (
            super::when::when(&cells, rows.year_at(*row)),
            cells.field("value"),
        ) {
            (_, None) => RowDisposition::Skipped,
            (_, Some(mapped)) if *mapped.cell == Cell::Empty => RowDisposition::Skipped,
            (super::when::OccasionDate::Read { span, .. }, Some(mapped)) => {
                match measured(mapped.cell, task.sheet.per_cent.contains(&mapped.at)) {
                    Parsed::Is(number) if number.quantity.is_exact() => {
                        let value = IndicatorValue {
                            date: span.from,
                            until: until(span),
                            value: number.quantity.low(),
                        };
                        result
                            .gathered
                            .indicators
                            .entry(id.to_owned())
                            .or_default()
                            .push(value);
                        RowDisposition::Used
                    }
                    Parsed::Blank | Parsed::Gap | Parsed::Withheld => RowDisposition::Skipped,
                    _ => {
                        let text = Some(value::text(mapped.cell));
                        let kind = FindingKind::UnreadableNumber { text };
                        result.findings.push(task.finding(kind, mapped.at));
                        RowDisposition::Rejected
                    }
                }
            }
            (super::when::OccasionDate::Missing, _) => {
                result
                    .findings
                    .push(task.finding(FindingKind::MissingDate, cells.anchor()));
                RowDisposition::Rejected
            }
            (super::when::OccasionDate::Unreadable { .. }, Some(mapped)) => {
                let dated = cells.field("date").unwrap_or(mapped);
                result.findings.push(unreadable_date(task, dated));
                RowDisposition::Rejected
            }
        };
        result.dispositions.insert(*row, disposition);
    }
    result
}

/// Takes a row of statistics: a value for each of its years, months or quarters.
pub(super) fn take_row(
    task: &SheetTask<'_>,
    id: &str,
    row: usize,
    columns: impl IntoIterator<Item = (usize, DateSpan)>,
    result: &mut MappingResult,
) -> RowDisposition {
    let mut disposition = RowDisposition::Skipped;
    for (column, span) in columns {
        let at = (row, column);
        match measured(
            task.sheet.cell(at.0, at.1),
            task.sheet.per_cent.contains(&at),
        ) {
            Parsed::Is(number) if number.quantity.is_exact() => {
                let values = result.gathered.indicators.entry(id.to_owned());
                values.or_default().push(IndicatorValue {
                    date: span.from,
                    until: until(span),
                    value: number.quantity.low(),
                });
                disposition = RowDisposition::Used;
            }
            Parsed::Blank | Parsed::Gap | Parsed::Withheld => {}
            _ => {
                let text = Some(value::text(task.sheet.cell(at.0, at.1)));
                let kind = FindingKind::UnreadableNumber { text };
                result.findings.push(task.finding(kind, at));
                disposition = disposition.max(RowDisposition::Rejected);
            }
        }
    }
    disposition
}

/// The last day that a value is about, where it is about more than one.
fn until(span: DateSpan) -> Option<NaiveDate> {
    (!span.is_exact()).then_some(span.to)
}

/// A value of a measure: a number, as it is shown: in per cent where it is written or formatted so.
pub(super) fn measured(cell: &Cell, per_cent: bool) -> Parsed<Number> {
    let shown = match cell {
        Cell::Number(number) if per_cent => Some(Cell::Number(number * 100.0)),
        Cell::Text(text) => ["%", "procent", "percent"]
            .iter()
            .find_map(|sign| text.trim_end().strip_suffix(sign))
            .map(|text| Cell::Text(text.trim_end().to_owned())),
        _ => None,
    };
    value::number(shown.as_ref().unwrap_or(cell), false)
}
