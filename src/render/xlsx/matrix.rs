//! Pledges down, months across: how each stood at the end of the month, by what is known now.

use std::collections::BTreeSet;

use super::super::overview::short_name;
use super::cell::{TableCell, Value};
use super::columns::pledges as column;
use super::sheet::{Columns, HeadedColumn, Print, SheetTable, made};
use super::texts::Texts;
use crate::model::edition::EditionPledge;
use crate::model::span::DateSpan;

/// The sheet. The last month is the report's own, and follows the first sheet.
pub(super) fn table(pledges: &Columns, texts: &Texts<'_>) -> SheetTable<'static> {
    let edition = texts.edition;
    let moments = edition.pledges.iter().flat_map(|pledge| &pledge.course);
    let months: BTreeSet<DateSpan> = moments.map(|moment| moment.month).collect();
    let mut columns = vec![texts.column("xlsx-number", 5), texts.column("xlsx-id", 34)];
    columns.extend(
        months
            .iter()
            .map(|month| HeadedColumn::of_statuses(month.from.format("%Y-%m").to_string(), 11)),
    );
    columns.push(texts.column("xlsx-pledge-key", 22));
    let own = Columns::new(
        ID,
        &texts.wording.text("xlsx-course"),
        edition.pledges.len(),
        &columns,
    );
    let last = months.last().copied();
    let rows = edition.pledges.iter().enumerate().map(|(index, pledge)| {
        let mut cells = vec![
            TableCell::ordinal(pledge.number),
            TableCell::text(&short_name(pledge)),
        ];
        for month in &months {
            cells.push(stood(pledge, *month, texts, || {
                (Some(*month) == last).then(|| {
                    format!(
                        "=INDEX({},MATCH({},{},0))",
                        pledges.all(column::STATUS),
                        own.own(0, index + 2),
                        pledges.all(column::NUMBER)
                    )
                })
            }));
        }
        cells.push(TableCell::Key(pledge.id.clone()));
        cells
    });
    let rows = made(rows.collect());
    let printed = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    let mut table = texts.table(ID, "xlsx-course", columns, rows, Print::Columns(printed));
    table.frozen = 2;
    table
}

const ID: &str = "Months";

/// How a pledge stood at the end of a month; a formula where there is one.
fn stood(
    pledge: &EditionPledge,
    month: DateSpan,
    texts: &Texts<'_>,
    formula: impl Fn() -> Option<String>,
) -> TableCell {
    let Some(moment) = pledge.course.iter().find(|moment| moment.month == month) else {
        return TableCell::Empty;
    };
    match formula().filter(|_| moment.status == pledge.status) {
        Some(formula) => {
            TableCell::Formula(formula, Value::Status(texts.wording.status(moment.status)))
        }
        None => texts.status(moment.status),
    }
}
