//! `summary.xlsx`: the figures, and the cells behind them, as a workbook.

mod lists;
mod pledges;
mod sheet;
mod targets;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use self::sheet::{HeadedColumn, SheetTable, Style, TableCell, made};
use super::plain::plain;
use crate::error::Error;
use crate::model::edition::Edition;
use crate::model::finding::Phrase;
use crate::wording::{Wording, capital};

/// The width in characters of the first column of facts.
const CONTENT_WIDTH: u32 = 90;

///
/// # Errors
/// If the workbook cannot be made.
pub(crate) fn render(edition: &Edition, wording: &Wording) -> Result<Vec<u8>, Error> {
    write(edition, wording).map_err(|error| Error::Render {
        what: "summary.xlsx".to_owned(),
        fault: error.to_string(),
    })
}

/// The sheets of an edition, in their order, each with the sentence that describes it.
fn tables<'a>(edition: &'a Edition, wording: &'a Wording) -> Vec<(SheetTable<'a>, String)> {
    let evidence = targets::Evidence::new(edition, wording);
    let mut tables = vec![
        (
            pledges::table(edition, wording),
            wording.text("xlsx-pledges-means"),
        ),
        (
            targets::table(edition, &evidence, wording),
            wording.text("xlsx-targets-means"),
        ),
    ];
    tables.push((
        lists::course(edition, wording),
        wording.text("ui-course-basis"),
    ));
    if edition.details.is_some() {
        tables.push((evidence.table(wording), wording.text("xlsx-evidence-means")));
        tables.push((
            lists::not_counted(edition, wording),
            wording.text("xlsx-not-counted-means"),
        ));
        tables.push((
            lists::findings(edition, wording),
            wording.text("xlsx-findings-means"),
        ));
    }
    tables.push((
        lists::reporting(edition, wording),
        wording.text("xlsx-reporting-means"),
    ));
    if edition.details.is_some() {
        tables.push((
            lists::retroactive(edition, wording),
            wording.text("ui-retroactive-intro"),
        ));
        tables.push((
            lists::sources(edition, wording),
            wording.text("xlsx-sources-means"),
        ));
    }
    tables
}

fn write(edition: &Edition, wording: &Wording) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The current time would make other bytes of the same content.
    let made = sheet::excel_day(edition.as_of).unwrap_or(ExcelDateTime::from_ymd(2000, 1, 1)?);
    workbook.set_properties(
        &DocProperties::new()
            .set_title(plain(&edition.agreement.title))
            .set_subject(plain(&wording.period(&edition.period)))
            .set_author(plain(&edition.agreement.municipality))
            .set_company(plain(&edition.agreement.municipality))
            .set_creation_datetime(&made)
            .set_custom_property("Language", wording.language()),
    );
    let style = Style::new();
    let tables = tables(edition, wording);
    let (facts, index) = about(edition, &tables, wording);
    // A title before the facts, an empty row after them.
    let first_row = u32::try_from(facts.len())
        .unwrap_or(u32::MAX)
        .saturating_add(2);
    let worksheet = workbook.add_worksheet();
    let title = format!(
        "{}: {}",
        wording.text("xlsx-title"),
        edition.agreement.title
    );
    sheet::write_facts(worksheet, &title, &facts, CONTENT_WIDTH, &style)?;
    index.write(worksheet, first_row, &style)?;
    for (table, _) in tables {
        // Written row by row to a temporary file: the rows of a folder would take more memory than everything else.
        table.write(workbook.add_worksheet_with_constant_memory()?, 0, &style)?;
    }
    workbook.save_to_buffer()
}

/// What the workbook is about, and a table of its sheets.
fn about(
    edition: &Edition,
    tables: &[(SheetTable<'_>, String)],
    wording: &Wording,
) -> (Vec<(String, String)>, SheetTable<'static>) {
    let agreement = &edition.agreement;
    let mut facts = vec![
        (
            wording.text("ui-municipality"),
            agreement.municipality.clone(),
        ),
        (
            wording.text("ui-police-area"),
            agreement.police_area.clone(),
        ),
        (
            wording.text("ui-period"),
            capital(&wording.period(&edition.period)),
        ),
        (wording.text("ui-as-of"), wording.day(edition.as_of)),
        (wording.text("ui-version"), edition.version.to_string()),
        (
            wording.text("ui-overview"),
            super::overview::state(edition, wording),
        ),
    ];
    facts.extend(
        agreement
            .diary_number
            .iter()
            .map(|n| (wording.text("ui-diary-number"), n.clone())),
    );
    if edition.withholds() {
        let note = Phrase::new("ui-withheld-note").with("threshold", agreement.small_numbers);
        facts.push((wording.text("ui-withheld"), wording.phrase(&note)));
    }
    facts.push((wording.text("xlsx-about"), wording.text("xlsx-about-note")));
    let row = |(table, means): &(SheetTable<'_>, String)| {
        vec![
            TableCell::text(&table.sheet),
            TableCell::text(means),
            TableCell::Count(u64::try_from(table.count).unwrap_or(u64::MAX)),
        ]
    };
    let (count, rows) = made(tables.iter().map(row).collect());
    let index = SheetTable {
        id: "Sheets",
        sheet: wording.text("xlsx-about"),
        columns: vec![
            HeadedColumn::new(wording.text("xlsx-about-sheet"), 28),
            HeadedColumn::new(wording.text("xlsx-about-content"), CONTENT_WIDTH),
            HeadedColumn::new(wording.text("xlsx-about-rows"), 10),
        ],
        count,
        rows,
        nothing: String::new(),
    };
    (facts, index)
}

#[cfg(test)]
mod tests;
