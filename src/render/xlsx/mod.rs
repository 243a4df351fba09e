//! `summary.xlsx`: the figures, and the cells behind them, as a workbook that reckons.
//!
//! The activities are the only numbers that were read. What counts looks them up, each window adds up what counts in it, its
//! verdict follows by the formulas of `rules`, and a pledge is the worst of the windows that decide. Where no formula can say
//! that, the cell holds the value, and the row says so.

mod activities;
mod cell;
mod charts;
mod columns;
mod conditions;
mod counted;
mod course;
mod dated;
mod dated_facts;
mod facts;
mod figures;
mod formula;
mod gaps;
mod given;
mod judged;
mod lists;
mod look_up;
mod matrix;
mod parts;
mod pledges;
mod reckoning;
mod rules;
mod sheet;
mod style;
mod targets;
mod texts;

use std::rc::Rc;

use rust_xlsxwriter::{ExcelDateTime, Workbook, Worksheet, XlsxError};

use self::cell::{TableCell, cell_text};
use self::charts::AreaChart;
use self::figures::Figures;
use self::sheet::{Print, SheetTable, made};
use self::style::Style;
use self::texts::Texts;
use super::plain::plain;
use super::workbook::{excel_day, height, lines, properties};
use crate::error::Error;
use crate::model::edition::Edition;
use crate::model::finding::Phrase;
use crate::text::capital;
use crate::wording::Wording;

/// The width in characters of the column that tells what the workbook is about.
const CONTENT_WIDTH: u32 = 90;

/// The workbook's bytes.
///
/// # Errors
/// If the workbook cannot be made.
pub(crate) fn render(edition: &Edition, wording: &Wording) -> Result<Vec<u8>, Error> {
    write(edition, wording).map_err(|error| Error::Render {
        what: "summary.xlsx".to_owned(),
        fault: error.to_string(),
    })
}

/// A table with the sentence that describes it.
type Described<'a> = (SheetTable<'a>, String);

/// The sheets of an edition, in their order, and the charts of the one that has them.
fn tables<'a>(figures: &'a Figures<'a>, texts: &'a Texts<'a>) -> (Vec<Described<'a>>, Drawn) {
    let (edition, wording) = (texts.edition, texts.wording);
    let pledges = pledges::columns_of(texts);
    let targets = targets::columns_of(figures, texts);
    let counted = activities::counted_of(figures, texts);
    let parts = parts::columns_of(figures, texts);
    let reckonings = reckoning::columns_of(figures, texts);
    let described = |table, key: &str| (table, wording.text(key));

    let (progress, charts) = charts::table(figures, &targets, texts);
    let drawn = Drawn {
        sheet: progress.sheet.clone(),
        charts,
    };
    let mut tables = vec![
        described(
            pledges::table(figures, &targets, &reckonings, texts),
            "xlsx-pledges-means",
        ),
        described(
            targets::table(
                figures,
                targets::LinkedSheets {
                    pledges: pledges.clone(),
                    counted: counted.clone(),
                    reckonings: reckonings.clone(),
                },
                texts,
            ),
            "xlsx-targets-means",
        ),
        described(matrix::table(&pledges, texts), "ui-course-basis"),
        described(progress, "xlsx-charts-means"),
        described(
            parts::table(figures, counted.clone(), texts),
            "xlsx-parts-means",
        ),
    ];
    tables.push(described(course::table(texts), "xlsx-course-figures-means"));
    let shows_rows = edition.details.is_some();
    let concerned = Rc::new(lists::concerned(texts));
    if shows_rows {
        tables.push(described(
            lists::not_counted(texts, &pledges),
            "xlsx-not-counted-means",
        ));
        tables.push(described(
            lists::findings(texts, &pledges, &concerned),
            "xlsx-findings-means",
        ));
    }
    tables.push(described(lists::reporting(texts), "xlsx-reporting-means"));
    if shows_rows {
        tables.push(described(
            lists::retroactive(texts, &concerned),
            "ui-retroactive-intro",
        ));
        let activities = activities::table(figures, texts);
        let looked_up = activities.columns_of();
        tables.push(described(activities, "xlsx-activities-means"));
        tables.push(described(
            activities::counted_table(figures, looked_up, texts),
            "xlsx-evidence-means",
        ));
    }
    let sources = rules::Sources {
        counted,
        parts,
        own: reckonings,
    };
    tables.push(described(
        reckoning::table(figures, sources, texts),
        "xlsx-reckoning-means",
    ));
    if shows_rows {
        tables.push(described(
            lists::sources(texts, &concerned),
            "xlsx-sources-means",
        ));
    }
    (tables, drawn)
}

/// The sheet that has charts, and the charts.
struct Drawn {
    sheet: String,
    charts: Vec<AreaChart>,
}

/// The workbook, sheet by sheet.
fn write(edition: &Edition, wording: &Wording) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The current time would make other bytes of the same content.
    let made = excel_day(edition.as_of).unwrap_or(ExcelDateTime::from_ymd(2000, 1, 1)?);
    workbook.set_properties(
        &properties(wording.language())
            .set_title(plain(&edition.agreement.title))
            .set_subject(plain(&wording.period(&edition.period)))
            .set_author(plain(&edition.agreement.municipality))
            .set_company(plain(&edition.agreement.municipality))
            .set_creation_datetime(&made),
    );
    let style = Style::new(&wording.text("xlsx-percent"));
    let texts = Texts { edition, wording };
    let figures = Figures::new(edition);
    let (tables, drawn) = tables(&figures, &texts);
    let (facts, index) = about(edition, &tables, &texts);
    for (table, _) in tables {
        if table.sheet == drawn.sheet {
            // A sheet with charts is small.
            let worksheet = workbook.add_worksheet();
            table.write(worksheet, 0, &style)?;
            charts::draw(worksheet, &drawn.charts, &texts)?;
        } else {
            // Written row by row to a temporary file: the rows of a folder would take more memory than everything else.
            table.write(workbook.add_worksheet_with_constant_memory()?, 0, &style)?;
        }
    }
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
    write_facts(worksheet, &title, &facts, &style)?;
    index.write(worksheet, first_row, &style)?;
    workbook.save_to_buffer()
}

/// Writes what the workbook is about: the title, then a fact a row, beside its label.
fn write_facts(
    worksheet: &mut Worksheet,
    title: &str,
    facts: &[(String, String)],
    style: &Style,
) -> Result<(), XlsxError> {
    worksheet.write_string_with_format(0, 0, cell_text(title), &style.title)?;
    worksheet.set_row_height(0, 26)?;
    for (row, (label, fact)) in (1u32..).zip(facts) {
        worksheet.write_string_with_format(row, 0, cell_text(label), &style.label)?;
        worksheet.write_string_with_format(row, 1, cell_text(fact), &style.wrapped)?;
        worksheet.set_row_height(row, height(lines(fact, CONTENT_WIDTH)))?;
    }
    Ok(())
}

/// What the workbook is about, and a table of its sheets.
fn about(
    edition: &Edition,
    tables: &[Described<'_>],
    texts: &Texts<'_>,
) -> (Vec<(String, String)>, SheetTable<'static>) {
    let (agreement, wording) = (&edition.agreement, texts.wording);
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
    facts.push((
        wording.text("xlsx-formulas"),
        wording.text("xlsx-formulas-note"),
    ));
    let row = |(table, means): &Described<'_>| {
        let columns = table.columns_of();
        vec![
            TableCell::Link {
                text: table.sheet.clone(),
                number: None,
                to: columns.place(0..=0),
            },
            TableCell::text(means),
            TableCell::Count(u64::try_from(table.count).unwrap_or(u64::MAX)),
        ]
    };
    let index = texts.table(
        "Sheets",
        "xlsx-about",
        vec![
            texts.column("xlsx-about-sheet", 28),
            texts.column("xlsx-about-content", CONTENT_WIDTH),
            texts.column("xlsx-about-rows", 10),
        ],
        made(tables.iter().map(row).collect()),
        Print::Columns(3),
    );
    (facts, index)
}

#[cfg(test)]
mod tests;
