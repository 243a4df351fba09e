//! `summary.xlsx` of all agreements: municipalities × statuses, and a row a pledge.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

use super::super::overview::tally_of;
use super::super::plain::plain;
use super::super::workbook::{cell, excel_day, heading};
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
}

fn write(agreements: &[AgreementState], wording: &Wording) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let latest = agreements.iter().map(|one| one.as_of).max();
    let made = latest
        .and_then(excel_day)
        .unwrap_or(ExcelDateTime::from_ymd(2000, 1, 1)?);
    workbook.set_properties(
        &DocProperties::new()
            .set_title(wording.text("rollup-title"))
            .set_creation_datetime(&made)
            .set_custom_property("Language", wording.language()),
    );
    let all = tally_of(pledges(agreements).map(|(_, pledge)| pledge.status));
    let mut head = vec![(wording.text("ui-municipality"), 28.0)];
    head.extend(
        all.iter()
            .map(|(status, _)| (wording.status(*status), 14.0)),
    );
    let rows = agreements.iter().map(|one| {
        let tally = tally_of(one.pledges.iter().map(|pledge| pledge.status));
        let count = |status: &Status| {
            let found = tally.iter().find(|(own, _)| own == status);
            Cell::Number(found.map_or(0, |(_, count)| *count))
        };
        let mut row = vec![Cell::Text(one.agreement.municipality.clone())];
        row.extend(all.iter().map(|(status, _)| count(status)));
        row
    });
    sheet(
        workbook.add_worksheet(),
        &wording.text("rollup-municipalities"),
        &head,
        rows,
    )?;
    let head = [
        ("ui-municipality", 28.0),
        ("ui-number", 6.0),
        ("ui-pledge", 44.0),
        ("rollup-kind", 24.0),
        ("ui-status", 16.0),
        ("ui-responsible", 40.0),
    ];
    let head = head.map(|(key, width)| (wording.text(key), width));
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
    sheet(
        workbook.add_worksheet(),
        &wording.text("ui-pledges"),
        &head,
        rows,
    )?;
    workbook.save_to_buffer()
}

/// Writes a table with frozen headings and a filter.
fn sheet(
    sheet: &mut Worksheet,
    name: &str,
    head: &[(String, f64)],
    rows: impl Iterator<Item = Vec<Cell>>,
) -> Result<(), XlsxError> {
    sheet.set_name(name)?;
    let mut last = 0;
    for (column, (word, width)) in (0u16..).zip(head) {
        sheet.write_string_with_format(0, column, plain(word), &heading())?;
        sheet.set_column_width(column, *width)?;
    }
    for (row, cells) in (1u32..).zip(rows) {
        for (column, value) in (0u16..).zip(cells) {
            match value {
                Cell::Text(text) => {
                    // A cell holds 32,767 characters.
                    let text: String = plain(&text).chars().take(32_000).collect();
                    sheet.write_string_with_format(row, column, text, &cell())?;
                }
                Cell::Number(number) => {
                    let number = u32::try_from(number).unwrap_or(u32::MAX);
                    sheet.write_number_with_format(row, column, number, &cell())?;
                }
            }
        }
        last = row;
    }
    let columns = u16::try_from(head.len().saturating_sub(1)).unwrap_or(0);
    sheet.autofilter(0, 0, last, columns)?;
    sheet.set_freeze_panes(1, 1)?;
    sheet.set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    Ok(())
}
