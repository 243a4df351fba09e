//! One sheet with one table, the form of every sheet of the workbook.

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{
    Color, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Table as ExcelTable,
    TableColumn, TableStyle, Worksheet, XlsxError,
};

use super::super::plain::plain;
use crate::model::assessment::Status;
use crate::model::quantity::Amount;

/// The most characters of a cell in the format.
const LONGEST_TEXT: usize = 32_767;
/// The most rows of a table: the library keeps every cell of one in memory. Longer sheets have the same headings and
/// filters.
const LONGEST_TABLE: usize = 20_000;
/// A4 in the format's list of papers.
const A4: u8 = 9;

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum TableCell {
    Empty,
    /// Never taken for a formula, a link or a number.
    Text(String),
    Status(Status, String),
    Amount(Amount),
    Count(u64),
    Day(NaiveDate),
    /// A formula, and its value.
    Sum(String, Amount),
}

impl TableCell {
    pub(super) fn text(text: &str) -> TableCell {
        if text.is_empty() {
            TableCell::Empty
        } else {
            TableCell::Text(text.to_owned())
        }
    }

    pub(crate) fn amount(amount: Option<Amount>) -> TableCell {
        amount.map_or(TableCell::Empty, TableCell::Amount)
    }
}

/// A column: its heading and its width in characters.
#[derive(Clone, Debug)]
pub(crate) struct HeadedColumn {
    heading: String,
    width: u32,
}

impl HeadedColumn {
    pub(super) fn new(heading: String, width: u32) -> HeadedColumn {
        HeadedColumn { heading, width }
    }
}

pub(crate) struct SheetTable<'a> {
    /// The table's name for formulas and screen readers, unique in the workbook.
    pub id: &'static str,
    pub sheet: String,
    pub columns: Vec<HeadedColumn>,
    pub(crate) count: usize,
    /// Each row is made when it is written: a folder may have a hundred thousand.
    pub rows: Box<dyn Iterator<Item = Vec<TableCell>> + 'a>,
    /// The sentence of an empty table.
    pub(crate) nothing: String,
}

/// The formats of cells.
#[derive(Debug)]
pub(crate) struct Style {
    heading: Format,
    text: Format,
    amount: Format,
    count: Format,
    day: Format,
    title: Format,
    label: Format,
    wrapped: Format,
}

impl Style {
    pub(super) fn new() -> Style {
        let cell = Format::new()
            .set_align(FormatAlign::Top)
            .set_border(FormatBorder::Thin)
            .set_border_color(0xD5DCE1);
        let heading = Format::new()
            .set_bold()
            .set_font_color(0xFFFFFF)
            .set_background_color(0x12415F);
        Style {
            heading: heading
                .set_align(FormatAlign::VerticalCenter)
                .set_text_wrap(),
            text: cell.clone().set_text_wrap().set_indent(1),
            amount: cell.clone().set_num_format("#,##0.##;-#,##0.##;0"),
            count: cell.clone().set_num_format("#,##0"),
            day: cell
                .set_num_format("yyyy\\-mm\\-dd")
                .set_align(FormatAlign::Left),
            title: Format::new()
                .set_bold()
                .set_font_size(16)
                .set_font_color(0x12415F),
            label: Format::new()
                .set_bold()
                .set_align(FormatAlign::Top)
                .set_text_wrap(),
            wrapped: Format::new().set_align(FormatAlign::Top).set_text_wrap(),
        }
    }

    /// A soft fill beside the word, which is enough by itself.
    fn status(&self, status: Status) -> Format {
        let (fill, ink): (u32, u32) = match status {
            Status::Fulfilled => (0xE2F1E8, 0x1A6640),
            Status::OnTrack => (0xE2EEF8, 0x1A5A90),
            Status::Behind => (0xFDEFD3, 0x7D4700),
            Status::NotFulfilled => (0xFBE5E7, 0x9A1B2B),
            Status::Partial => (0xFBE9DD, 0x8A3A12),
            Status::Undecided => (0xEDEAF6, 0x5A4689),
            Status::NotReported => (0xF1EBE3, 0x5D5146),
            Status::NotStarted | Status::NoNeed | Status::Described => (0xECEFF2, 0x47525C),
        };
        self.text
            .clone()
            .set_bold()
            .set_background_color(Color::RGB(fill))
            .set_font_color(Color::RGB(ink))
    }

    /// An amount that may have decimals: «0.5» and not «,5», and no comma at the end of «12».
    fn amount(&self, amount: Amount) -> &Format {
        if amount.is_whole() {
            &self.count
        } else {
            &self.amount
        }
    }
}

/// A day as the format keeps it; `None` outside 1900–9999.
pub(crate) fn excel_day(day: NaiveDate) -> Option<ExcelDateTime> {
    let (year, month, day) = (
        u16::try_from(day.year()).ok()?,
        u8::try_from(day.month()).ok()?,
        u8::try_from(day.day()).ok()?,
    );
    ExcelDateTime::from_ymd(year, month, day).ok()
}

/// The amount as a double, with all its parts: the sum of 20 minutes, 20 minutes and 20 minutes is one hour here too.
fn number(amount: Amount) -> f64 {
    amount.in_parts() as f64 / Amount::ONE.in_parts() as f64
}

/// Text that fits in a cell.
fn cell_text(text: &str) -> String {
    plain(text).chars().take(LONGEST_TEXT).collect()
}

/// A sheet's name without the characters that the format forbids.
fn sheet_name(name: &str) -> String {
    let allowed = plain(name).replace(['[', ']', ':', '*', '?', '/', '\\', '\''], " ");
    allowed.trim().chars().take(31).collect()
}

/// The reference to rows of a column of another table: `'Underlag'!$H$2:$H$40`, its header being row 1.
pub(crate) fn column_range(sheet: &str, column: char, rows: usize) -> String {
    format!(
        "'{}'!${column}$2:${column}${}",
        sheet_name(sheet),
        rows.max(1) + 1
    )
}

/// Rows that exist already, with their number.
pub(crate) fn made<'a>(
    rows: Vec<Vec<TableCell>>,
) -> (usize, Box<dyn Iterator<Item = Vec<TableCell>> + 'a>) {
    (rows.len(), Box::new(rows.into_iter()))
}

impl SheetTable<'_> {
    /// Writes it with its header in `first_row`, from 0, and sets the sheet up for screen and print. Rows are written
    /// in order, as a sheet in constant memory requires.
    pub(crate) fn write(
        self,
        worksheet: &mut Worksheet,
        first_row: u32,
        style: &Style,
    ) -> Result<(), XlsxError> {
        worksheet.set_name(sheet_name(&self.sheet))?;
        let last_column = u16::try_from(self.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
        for (column, width) in (0u16..).zip(self.columns.iter().map(|column| column.width)) {
            worksheet.set_column_width(column, width)?;
        }
        worksheet.set_row_height(first_row, 32)?;
        // A table has at least one row, and an empty sheet would look like a fault.
        let rows = u32::try_from(self.count.max(1)).unwrap_or(u32::MAX);
        let last_row = first_row.saturating_add(rows);
        if self.count <= LONGEST_TABLE {
            worksheet.add_table(
                first_row,
                0,
                last_row,
                last_column,
                &self.excel_table(style),
            )?;
        } else {
            for (column, heading) in (0u16..).zip(&self.columns) {
                worksheet.write_string_with_format(
                    first_row,
                    column,
                    cell_text(&heading.heading),
                    &style.heading,
                )?;
            }
            worksheet.autofilter(first_row, 0, last_row, last_column)?;
        }
        worksheet.set_default_row_height(height(1));
        for (row, cells) in (first_row + 1..=last_row).zip(self.rows) {
            let lines = lines_of(&cells, &self.columns);
            // A height of its own takes as much memory as a row of cells.
            if lines > 1 {
                worksheet.set_row_height(row, height(lines))?;
            }
            for (column, cell) in (0u16..).zip(&cells) {
                write_cell(worksheet, row, column, cell, style)?;
            }
        }
        if self.count == 0 {
            worksheet.write_string_with_format(
                last_row,
                0,
                cell_text(&self.nothing),
                &style.text,
            )?;
        }
        worksheet.set_freeze_panes(first_row + 1, 0)?;
        worksheet.set_repeat_rows(first_row, first_row)?;
        worksheet.set_landscape();
        worksheet.set_paper_size(A4);
        worksheet.set_print_fit_to_pages(1, 0);
        worksheet.set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3);
        worksheet.set_footer("&L&A&R&P / &N");
        Ok(())
    }

    /// The table over the rows.
    fn excel_table(&self, style: &Style) -> ExcelTable {
        let column = |column: &HeadedColumn| {
            TableColumn::new()
                .set_header(&column.heading)
                .set_header_format(&style.heading)
        };
        let columns: Vec<TableColumn> = self.columns.iter().map(column).collect();
        ExcelTable::new()
            .set_name(self.id)
            .set_columns(&columns)
            .set_style(TableStyle::None)
            .set_alt_text(cell_text(&self.sheet))
    }
}

/// How many lines show all the text of a row: not every program computes it when it opens a workbook.
fn lines_of(cells: &[TableCell], columns: &[HeadedColumn]) -> u32 {
    let lines = cells.iter().zip(columns).map(|(cell, column)| match cell {
        TableCell::Text(text) | TableCell::Status(_, text) => lines(text, column.width),
        _ => 1,
    });
    lines.max().unwrap_or(1)
}

/// How many lines a text takes in a column of this width, in characters.
fn lines(text: &str, width: u32) -> u32 {
    // Words are broken whole, so that a line holds a little less than the column.
    let room = usize::try_from(width.saturating_sub(2).max(1)).unwrap_or(1);
    let lines: usize = text
        .lines()
        .map(|line| line.chars().count().div_ceil(room).max(1))
        .sum();
    u32::try_from(lines).unwrap_or(u32::MAX)
}

/// The height in points of so many lines, at most what the format allows.
fn height(lines: u32) -> f64 {
    (f64::from(lines) * 15.0 + 1.0).min(409.0)
}

/// Writes a cell.
fn write_cell(
    worksheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &TableCell,
    style: &Style,
) -> Result<(), XlsxError> {
    match cell {
        TableCell::Empty => worksheet.write_blank(row, column, &style.text)?,
        TableCell::Text(text) => {
            worksheet.write_string_with_format(row, column, cell_text(text), &style.text)?
        }
        TableCell::Status(status, word) => worksheet.write_string_with_format(
            row,
            column,
            cell_text(word),
            &style.status(*status),
        )?,
        TableCell::Amount(amount) => worksheet.write_number_with_format(
            row,
            column,
            number(*amount),
            style.amount(*amount),
        )?,
        TableCell::Count(count) => {
            worksheet.write_number_with_format(row, column, *count as f64, &style.count)?
        }
        TableCell::Day(day) => match excel_day(*day) {
            Some(date) => worksheet.write_datetime_with_format(row, column, &date, &style.day)?,
            None => {
                worksheet.write_string_with_format(row, column, day.to_string(), &style.text)?
            }
        },
        TableCell::Sum(formula, value) => {
            // Without its result a formula shows 0 where nothing recalculates: in previews and on phones.
            let formula = Formula::new(formula).set_result(number(*value).to_string());
            worksheet.write_formula_with_format(row, column, formula, style.amount(*value))?
        }
    };
    Ok(())
}

/// Writes what the workbook is about: the title, then a fact a row, beside its label.
pub(crate) fn write_facts(
    worksheet: &mut Worksheet,
    title: &str,
    facts: &[(String, String)],
    width: u32,
    style: &Style,
) -> Result<(), XlsxError> {
    worksheet.write_string_with_format(0, 0, cell_text(title), &style.title)?;
    worksheet.set_row_height(0, 26)?;
    for (row, (label, fact)) in (1u32..).zip(facts) {
        worksheet.write_string_with_format(row, 0, cell_text(label), &style.label)?;
        worksheet.write_string_with_format(row, 1, cell_text(fact), &style.wrapped)?;
        worksheet.set_row_height(row, height(lines(fact, width)))?;
    }
    Ok(())
}
