//! The first sheet: how the workbook is filled in.

use rust_xlsxwriter::{Url, Worksheet, XlsxError};

use super::super::plain::plain;
use super::super::workbook::{height, lines, sheet_name};
use super::style::Style;
use super::words::Words;
use crate::model::agreement::Frequency;
use crate::model::finding::Phrase;
use crate::model::starter::{StarterActivity, StarterShape, StarterSheet, StarterWorkbook};
use crate::text::capital;

/// The widths of the columns in characters: what a line is about, and what it says.
const WIDTHS: (u16, u16) = (28, 90);

pub(super) fn write(
    worksheet: &mut Worksheet,
    starter: &StarterWorkbook,
    words: &Words<'_>,
    style: &Style,
) -> Result<(), XlsxError> {
    worksheet.set_name(words.text("starter-guide"))?;
    worksheet.set_column_width(0, WIDTHS.0)?;
    worksheet.set_column_width(1, WIDTHS.1)?;
    worksheet.write_string_with_format(0, 0, words.text("starter-title"), &style.title)?;
    worksheet.set_row_height(0, 26)?;
    let mut row = 1;
    let about = [
        ("xlsx-agreement", starter.title.clone()),
        ("ui-partner", starter.partner.clone()),
        ("xlsx-window", words.wording.span(starter.term)),
    ];
    for (key, text) in about {
        line(worksheet, row, &words.text(key), &text, style)?;
        row += 1;
    }
    row += 1;
    for (number, text) in (1..).zip(steps(starter, words)) {
        line(worksheet, row, &format!("{number}."), &text, style)?;
        row += 1;
    }
    row += 1;
    for sheet in &starter.sheets {
        line(
            worksheet,
            row,
            &sheet.name,
            &about_sheet(sheet, words),
            style,
        )?;
        let place = format!("internal:{}!A1", sheet_name(&sheet.name));
        let link = Url::new(place).set_text(&sheet.name);
        worksheet.write_url_with_format(row, 0, link, &style.link)?;
        row += 1;
    }
    worksheet.set_paper_size(9);
    worksheet.set_landscape();
    worksheet.set_print_fit_to_pages(1, 0);
    Ok(())
}

fn line(
    worksheet: &mut Worksheet,
    row: u32,
    label: &str,
    text: &str,
    style: &Style,
) -> Result<(), XlsxError> {
    worksheet.write_string_with_format(row, 0, plain(label), &style.label)?;
    worksheet.write_string_with_format(row, 1, plain(text), &style.text)?;
    let width = u32::from(WIDTHS.1).saturating_sub(2);
    worksheet.set_row_height(row, height(lines(text, width)))?;
    Ok(())
}

/// What to do, in the order of doing it.
fn steps(starter: &StarterWorkbook, words: &Words<'_>) -> Vec<String> {
    let is_form = |sheet: &StarterSheet| matches!(sheet.shape, StarterShape::Form { .. });
    let has_tables = starter.sheets.iter().any(|sheet| !is_form(sheet));
    let file = starter.path.rsplit('/').next().unwrap_or_default();
    let mut steps = Vec::new();
    if has_tables {
        steps.push(words.text("starter-write"));
        let example =
            Phrase::new("starter-about-example").with("example", words.text("starter-example"));
        steps.push(words.phrase(&example));
    }
    for sheet in &starter.sheets {
        let key = match sheet.shape {
            StarterShape::Form { is_workbook: true } => "starter-copy-workbook",
            StarterShape::Form { is_workbook: false } => "starter-copy-sheet",
            _ => continue,
        };
        steps.push(words.phrase(&Phrase::new(key).with("sheet", sheet.name.as_str())));
    }
    steps.push(words.text("starter-about-number"));
    for (frequency, key) in [
        (Some(Frequency::Weekly), "starter-every-week"),
        (Some(Frequency::Monthly), "starter-every-month"),
        (Some(Frequency::Quarterly), "starter-every-quarter"),
        (None, "starter-when-done"),
    ] {
        let own = starter
            .sheets
            .iter()
            .filter(|sheet| sheet.frequency == frequency);
        let is_told = |sheet: &&StarterSheet| {
            !sheet.activities.is_empty() && (frequency.is_some() || !is_form(sheet))
        };
        let sheets: Vec<String> = own
            .filter(is_told)
            .map(|sheet| sheet.name.clone())
            .collect();
        if !sheets.is_empty() {
            let told = Phrase::new(key).with("sheets", words.wording.list(&sheets));
            steps.push(words.phrase(&told));
        }
    }
    if let Some(due) = starter.due {
        steps.push(words.phrase(&Phrase::new("starter-due").with("day", u64::from(due))));
    }
    if has_tables {
        steps.push(words.text("starter-called-off"));
    }
    steps.push(words.text("starter-no-names"));
    steps.push(words.phrase(&Phrase::new("starter-keep-names").with("file", file)));
    steps
}

/// What a sheet is for, and for a form an example.
fn about_sheet(sheet: &StarterSheet, words: &Words<'_>) -> String {
    let is_form = matches!(sheet.shape, StarterShape::Form { .. });
    let means = |activity: &StarterActivity| match &activity.means {
        Some(means) => format!("{}: {means}", capital(&activity.name)),
        None => capital(&activity.name),
    };
    let mut lines: Vec<String> = sheet.activities.iter().map(means).collect();
    if is_form {
        let values = sheet.columns.iter().filter_map(|column| {
            let value = words.shown(&column.example)?;
            Some(format!("{} {value}", words.heading(&column.heading)))
        });
        let values: Vec<String> = values.collect();
        let example = Phrase::new("starter-form-example").with("example", values.join("; "));
        lines.push(words.phrase(&example));
    }
    lines.join("\n")
}
