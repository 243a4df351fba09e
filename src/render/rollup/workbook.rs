//! `summary.xlsx` of all agreements: municipalities × statuses, a row a pledge, what has changed, and who has not reported.

use chrono::NaiveDate;
use rust_xlsxwriter::{ExcelDateTime, FormatAlign, Workbook, Worksheet, XlsxError};

use super::super::overview::tally_of;
use super::super::plain::plain;
use super::super::workbook::{DAY, cell, excel_day, heading, height, lines, properties, wrapped};
use super::pledges;
use super::read::AgreementState;
use crate::error::Error;
use crate::model::assessment::Status;
use crate::model::finding::Phrase;
use crate::wording::Wording;

/// The workbook's bytes.
///
/// # Errors
/// If it cannot be made.
pub(crate) fn render(agreements: &[AgreementState], wording: &Wording) -> Result<Vec<u8>, Error> {
    write(agreements, wording).map_err(|error| Error::Render {
        what: "summary.xlsx".to_owned(),
        fault: error.to_string(),
    })
}

/// What stands in a cell. Text never becomes a formula.
enum Cell {
    Text(String),
    Number(usize),
    Day(NaiveDate),
}

/// A4, as Excel numbers sizes of paper.
const A4: u8 = 9;

fn write(agreements: &[AgreementState], wording: &Wording) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let latest = agreements.iter().map(|one| one.as_of).max();
    let made = latest
        .and_then(excel_day)
        .unwrap_or(ExcelDateTime::from_ymd(2000, 1, 1)?);
    workbook.set_properties(
        &properties(wording.language())
            .set_title(wording.text("rollup-title"))
            .set_creation_datetime(&made),
    );
    let sheets = [
        municipalities(agreements, wording),
        every_pledge(agreements, wording),
        changes(agreements, wording),
        missing(agreements, wording),
    ];
    for table in &sheets {
        sheet(workbook.add_worksheet(), table, wording)?;
    }
    workbook.save_to_buffer()
}

/// A sheet: its headings with the widths of their columns, and its rows.
struct Table {
    name: String,
    head: Vec<(String, f64)>,
    rows: Vec<Vec<Cell>>,
    /// Said where there are no rows.
    none: String,
}

impl Table {
    /// A sheet with headings of their own keys.
    fn new(
        name: &str,
        head: &[(&str, f64)],
        none: &str,
        rows: impl Iterator<Item = Vec<Cell>>,
        wording: &Wording,
    ) -> Table {
        let head = head.iter();
        Table {
            name: wording.text(name),
            head: head
                .map(|(key, width)| (wording.text(key), *width))
                .collect(),
            rows: rows.collect(),
            none: wording.text(none),
        }
    }
}

/// How many pledges of each municipality have which status.
fn municipalities(agreements: &[AgreementState], wording: &Wording) -> Table {
    let all = tally_of(pledges(agreements).map(|(_, pledge)| pledge.status));
    let rows = agreements.iter().map(|one| {
        let tally = tally_of(one.pledges.iter().map(|pledge| pledge.status));
        let count = |status: &Status| {
            let found = tally.iter().find(|(own, _)| own == status);
            Cell::Number(found.map_or(0, |(_, count)| *count))
        };
        let mut row = vec![Cell::Text(one.agreement.municipality.clone())];
        row.extend(all.iter().map(|(status, _)| count(status)));
        row.push(Cell::Day(one.as_of));
        row
    });
    let head = [("ui-municipality", 28.0)];
    let mut table = Table::new(
        "rollup-municipalities",
        &head,
        "ui-state-none",
        rows,
        wording,
    );
    let statuses = all.iter();
    table
        .head
        .extend(statuses.map(|(status, _)| (wording.status(*status), 14.0)));
    table.head.push((wording.text("ui-as-of"), 14.0));
    table
}

/// A row a pledge.
fn every_pledge(agreements: &[AgreementState], wording: &Wording) -> Table {
    let head = [
        ("ui-municipality", 28.0),
        ("ui-number", 6.0),
        ("ui-pledge", 44.0),
        ("rollup-kind", 24.0),
        ("ui-status", 16.0),
        ("ui-responsible", 40.0),
    ];
    let rows = pledges(agreements).map(|(one, pledge)| {
        let names = pledge.responsible.iter();
        let names: Vec<String> = names.map(|id| one.partner(id).to_owned()).collect();
        vec![
            Cell::Text(one.agreement.municipality.clone()),
            Cell::Number(pledge.number),
            Cell::Text(pledge.name.clone()),
            Cell::Text(
                wording.phrase(&Phrase::new("rollup-kind-name").with("kind", pledge.kind())),
            ),
            Cell::Text(wording.status(pledge.status)),
            Cell::Text(wording.list(&names)),
        ]
    });
    Table::new("ui-pledges", &head, "ui-state-none", rows, wording)
}

/// A row a verdict that is another than in the follow-up before.
fn changes(agreements: &[AgreementState], wording: &Wording) -> Table {
    let head = [
        ("ui-municipality", 28.0),
        ("ui-number", 6.0),
        ("ui-pledge", 44.0),
        ("ui-was", 18.0),
        ("ui-now", 18.0),
    ];
    let changed = agreements.iter().flat_map(|one| {
        let changes = one.since_last.iter();
        changes.filter_map(move |change| Some((one, one.pledge(&change.pledge)?, change)))
    });
    let rows = changed.map(|(one, pledge, change)| {
        let was = change.was.map(|was| wording.status(was));
        vec![
            Cell::Text(one.agreement.municipality.clone()),
            Cell::Number(pledge.number),
            Cell::Text(pledge.name.clone()),
            Cell::Text(was.unwrap_or_else(|| wording.text("ui-new"))),
            Cell::Text(wording.status(change.now)),
        ]
    });
    Table::new(
        "rollup-changes",
        &head,
        "rollup-changes-none",
        rows,
        wording,
    )
}

/// A row a partner that has not reported.
fn missing(agreements: &[AgreementState], wording: &Wording) -> Table {
    let head = [
        ("ui-municipality", 28.0),
        ("ui-partner", 40.0),
        ("rollup-missing-times", 12.0),
        ("rollup-missing-what", 60.0),
    ];
    let rows = agreements.iter().flat_map(|one| {
        let missing = one.missing().into_iter();
        missing.map(move |(partner, spans)| {
            vec![
                Cell::Text(one.agreement.municipality.clone()),
                Cell::Text(one.partner(partner).to_owned()),
                Cell::Number(spans.len()),
                Cell::Text(wording.each_month(spans.into_iter())),
            ]
        })
    });
    Table::new(
        "rollup-unreported",
        &head,
        "ui-unreported-none",
        rows,
        wording,
    )
}

/// Writes a table with frozen headings and a filter. Where it has no rows, it says so.
fn sheet(sheet: &mut Worksheet, table: &Table, wording: &Wording) -> Result<(), XlsxError> {
    sheet.set_name(&table.name)?;
    let shown = |cell: &Cell, width: f64| match cell {
        Cell::Text(text) => lines(text, width as u32),
        Cell::Number(_) | Cell::Day(_) => 1,
    };
    let texts = cell().set_align(FormatAlign::Left).set_indent(1);
    let wrapping = texts.clone().set_text_wrap();
    let headings = heading().set_align(FormatAlign::Left).set_indent(1);
    let figures = cell().set_align(FormatAlign::Right).set_indent(1);
    for (column, (word, width)) in (0u16..).zip(&table.head) {
        sheet.write_string_with_format(0, column, plain(word), &headings)?;
        sheet.set_column_width(column, *width)?;
    }
    if table.rows.is_empty() {
        sheet.write_string_with_format(1, 0, plain(&table.none), &wrapped())?;
    }
    let mut last = 0;
    let of_heading = table
        .head
        .iter()
        .map(|(word, width)| lines(word, *width as u32));
    sheet.set_row_height(0, height(of_heading.max().unwrap_or(1)))?;
    for (row, cells) in (1u32..).zip(&table.rows) {
        let cell_lines = cells.iter().zip(&table.head);
        let most = cell_lines
            .map(|(cell, (_, width))| shown(cell, *width))
            .max();
        sheet.set_row_height(row, height(most.unwrap_or(1)))?;
        for (column, value) in (0u16..).zip(cells) {
            match value {
                Cell::Text(text) => {
                    // A cell holds 32,767 characters.
                    let text: String = plain(text).chars().take(32_000).collect();
                    sheet.write_string_with_format(row, column, text, &wrapping)?;
                }
                Cell::Number(number) => {
                    let number = u32::try_from(*number).unwrap_or(u32::MAX);
                    sheet.write_number_with_format(row, column, number, &figures)?;
                }
                Cell::Day(day) => match excel_day(*day) {
                    Some(day) => {
                        let format = texts.clone().set_num_format(DAY);
                        sheet.write_datetime_with_format(row, column, &day, &format)?;
                    }
                    None => {
                        sheet.write_string_with_format(row, column, day.to_string(), &texts)?;
                    }
                },
            }
        }
        last = row;
    }
    let columns = u16::try_from(table.head.len().saturating_sub(1)).unwrap_or(0);
    if last > 0 {
        sheet.autofilter(0, 0, last, columns)?;
    }
    sheet.set_freeze_panes(1, 1)?;
    sheet.set_landscape();
    sheet.set_paper_size(A4);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_footer(format!(
        "&L{}&R&P / &N",
        plain(&wording.text("rollup-title"))
    ));
    Ok(())
}
