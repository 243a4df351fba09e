//! Indicators: a row a measurement; or years, months or quarters as columns, as statistics are published.

use super::answers::unreadable_date;
use super::classify::table_rows;
use super::result::{MappingResult, RowDisposition};
use super::table::RowKind;
use super::task::SheetTask;
use crate::gather::cell::Cell;
use crate::gather::value::{self, Parsed};
use crate::model::agreement::IndicatorValue;
use crate::model::finding::FindingKind;
use crate::model::span::DateSpan;

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
                match value::number(mapped.cell, false) {
                    Parsed::Is(number) if number.quantity.is_exact() => {
                        let value = IndicatorValue {
                            date: span.from,
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
        match value::number(task.sheet.cell(at.0, at.1), false) {
            Parsed::Is(number) if number.quantity.is_exact() => {
                let values = result.gathered.indicators.entry(id.to_owned());
                values.or_default().push(IndicatorValue {
                    date: span.from,
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
