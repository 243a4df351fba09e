//! A table to fill in: headings, an example, the rows that are there already, and room for more.

use std::collections::BTreeSet;

use rust_xlsxwriter::{Format, Table, TableColumn, TableStyle, Worksheet, XlsxError};

use super::super::plain::plain;
use super::lists::Lists;
use super::rule;
use super::style::Style;
use super::words::{Formats, Words};
use crate::model::starter::{Accepts, StarterCell, StarterColumn, StarterHeading, StarterSheet};

/// Rows without anything in them, below those that are there already.
const ROOM: usize = 30;
/// Rows that follow the columns' rules, however long the table grows.
const RULED: u32 = 5_000;

pub(super) fn write(
    worksheet: &mut Worksheet,
    number: usize,
    sheet: &StarterSheet,
    lists: &Lists<'_>,
    words: &Words<'_>,
    style: &Style,
) -> Result<(), XlsxError> {
    worksheet.set_name(&sheet.name)?;
    let headings: Vec<String> = (sheet.columns.iter())
        .map(|column| words.heading(&column.heading))
        .collect();
    let header = u32::from(sheet.columns.iter().any(|column| column.under.is_some()));
    let first = header + 1;
    let rows = sheet.rows.len().saturating_add(ROOM);
    let last = u32::try_from(rows).unwrap_or(RULED).saturating_add(first);
    for (at, (column, heading)) in (0u16..).zip(sheet.columns.iter().zip(&headings)) {
        worksheet.set_column_width(at, width(column, heading))?;
        worksheet.set_column_format(at, format(column, style))?;
        if let Some(group) = &column.under {
            worksheet.write_string_with_format(0, at, plain(group), &style.group)?;
        }
        worksheet.write_string_with_format(header, at, heading, &style.heading)?;
    }
    worksheet.set_row_height(header, 32)?;
    let examples: Vec<StarterCell> = (sheet.columns.iter())
        .map(|column| column.example.clone())
        .collect();
    let blank: Vec<StarterCell> = Vec::new();
    let filled = std::iter::once(&examples)
        .chain(&sheet.rows)
        .chain(std::iter::repeat(&blank));
    for (row, cells) in (first..=last).zip(filled) {
        for (at, column) in (0u16..).zip(&sheet.columns) {
            let cell = cells.get(usize::from(at)).unwrap_or(&StarterCell::Blank);
            let formats = if row == first {
                Formats::of_example(style)
            } else {
                Formats::to_fill(style, format(column, style))
            };
            words.write(worksheet, (row, at), cell, &formats)?;
        }
    }
    let distinct: BTreeSet<String> = headings.iter().map(|one| one.to_lowercase()).collect();
    // Two columns of one name under different groups can stand in no table of the format.
    if distinct.len() == headings.len() && header == 0 {
        let columns: Vec<TableColumn> = (headings.iter())
            .map(|heading| {
                TableColumn::new()
                    .set_header(heading)
                    .set_header_format(&style.heading)
            })
            .collect();
        let right = u16::try_from(headings.len().saturating_sub(1)).unwrap_or(u16::MAX);
        let table = Table::new()
            .set_name(format!("Lofte{number}"))
            .set_columns(&columns)
            .set_style(TableStyle::None)
            .set_alt_text(&sheet.name);
        worksheet.add_table(header, 0, last, right, &table)?;
    }
    for (at, column) in (0u16..).zip(&sheet.columns) {
        rule::lay(worksheet, (first, RULED), at, column, lists, words)?;
    }
    let labels = sheet
        .columns
        .iter()
        .take_while(|column| matches!(column.heading, StarterHeading::Written(_)));
    let frozen = if sheet
        .columns
        .iter()
        .any(|column| matches!(column.heading, StarterHeading::Month(_)))
    {
        u16::try_from(labels.count()).unwrap_or(0)
    } else {
        0
    };
    worksheet.set_freeze_panes(first, frozen)?;
    worksheet.set_landscape();
    worksheet.set_paper_size(9);
    worksheet.set_repeat_rows(0, header)?;
    worksheet.set_print_fit_to_pages(1, 0);
    worksheet.set_footer("&L&A&R&P / &N");
    Ok(())
}

/// How the cells of a column are dressed.
pub(super) fn format<'a>(column: &StarterColumn, style: &'a Style) -> &'a Format {
    match column.accepts {
        Accepts::Day => &style.day,
        Accepts::Time => &style.time,
        _ => &style.cell,
    }
}

fn width(column: &StarterColumn, heading: &str) -> f64 {
    let least: usize = match (&column.heading, &column.accepts) {
        (StarterHeading::Month(_), _) => 11,
        (
            _,
            Accepts::Day
            | Accepts::Number
            | Accepts::Week
            | Accepts::Year(..)
            | Accepts::Time
            | Accepts::Mark
            | Accepts::YesOrNo,
        ) => 12,
        (_, Accepts::Month | Accepts::Progress) => 18,
        (_, Accepts::Words { words, .. }) => {
            let longest = words.iter().map(|word| word.chars().count()).max();
            longest.unwrap_or(0).saturating_add(4).clamp(16, 40)
        }
        (_, Accepts::Text) => 26,
    };
    // The button of the filter takes some room beside the heading.
    let longest_word = heading.split(' ').map(|word| word.chars().count()).max();
    least.max(longest_word.unwrap_or(0).saturating_add(5).min(40)) as f64
}
