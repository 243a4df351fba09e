//! One sheet with one table: what every sheet of the workbook has in common.

use rust_xlsxwriter::{Table as ExcelTable, TableColumn, TableStyle, Worksheet, XlsxError};

use super::super::workbook::{height, lines};
use super::cell::{TableCell, cell_text, write_cell};
use super::style::Style;
use crate::model::assessment::Status;

/// The most rows of a table: the library keeps every cell of one in memory. Longer sheets have the same headings and filters.
const LONGEST_TABLE: usize = 20_000;
/// The most rows of a sheet that is printed on two pages; longer ones take as many as they need.
const TWO_PAGES: usize = 90;
/// A4 in the format's list of papers.
const A4: u8 = 9;

/// A column: its heading and its width in characters.
#[derive(Clone, Debug)]
pub(crate) struct HeadedColumn {
    pub(super) heading: String,
    width: u32,
    /// Whether it has statuses, which are coloured by their words.
    has_statuses: bool,
}

impl HeadedColumn {
    /// A column.
    pub(super) fn new(heading: String, width: u32) -> HeadedColumn {
        HeadedColumn {
            heading,
            width,
            has_statuses: false,
        }
    }

    /// A column of statuses.
    pub(super) fn of_statuses(heading: String, width: u32) -> HeadedColumn {
        HeadedColumn {
            has_statuses: true,
            ..HeadedColumn::new(heading, width)
        }
    }
}

/// Whom a sheet is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Print {
    /// Everybody: it is printed, so many of its first columns.
    Columns(u16),
    /// Formulas and pivots: nothing of it is printed.
    Nothing,
}

/// A sheet with a table.
pub(crate) struct SheetTable<'a> {
    /// The table's name for formulas and screen readers, unique in the workbook.
    pub id: &'static str,
    /// The sheet's name.
    pub sheet: String,
    pub columns: Vec<HeadedColumn>,
    /// How many rows it has.
    pub(crate) count: usize,
    /// Its rows, each made when it is written: a folder may have a hundred thousand.
    pub rows: Box<dyn Iterator<Item = Vec<TableCell>> + 'a>,
    /// What is said where there are no rows.
    pub(crate) nothing: String,
    pub(crate) print: Print,
    /// So many columns stay in place when the sheet is scrolled sideways.
    pub(crate) frozen: u16,
    /// The statuses and their words, for the columns that have them.
    pub(crate) statuses: Vec<(Status, String)>,
}

/// A sheet's name without the characters that the format forbids.
pub(super) fn sheet_name(name: &str) -> String {
    let allowed = cell_text(name).replace(['[', ']', ':', '*', '?', '/', '\\', '\''], " ");
    allowed.trim().chars().take(31).collect()
}

/// Rows that are made already, with their number.
pub(crate) fn made<'a>(
    rows: Vec<Vec<TableCell>>,
) -> (usize, Box<dyn Iterator<Item = Vec<TableCell>> + 'a>) {
    (rows.len(), Box::new(rows.into_iter()))
}

/// How formulas speak of the columns of a table: by their headings, or where it is too long for a table by their cells.
#[derive(Clone, Debug)]
pub(crate) struct Columns {
    id: &'static str,
    sheet: String,
    rows: usize,
    headings: Vec<String>,
}

impl Columns {
    /// Those of a sheet with so many rows.
    pub(super) fn new(
        id: &'static str,
        sheet: &str,
        rows: usize,
        columns: &[HeadedColumn],
    ) -> Columns {
        Columns {
            id,
            sheet: sheet_name(sheet),
            rows,
            headings: columns
                .iter()
                .map(|column| escaped(&cell_text(&column.heading)))
                .collect(),
        }
    }

    /// All cells of a column, by its index: `Counted[Lägst]`.
    pub(super) fn all(&self, column: usize) -> String {
        if self.rows <= LONGEST_TABLE {
            let heading = self.headings.get(column).map_or("", String::as_str);
            return format!("{}[{heading}]", self.id);
        }
        let letters = letters(column);
        let last = self.rows.max(1) + 1;
        format!("'{}'!${letters}$2:${letters}${last}", self.sheet)
    }

    /// The column's cell in the formula's own row, counted from 1 on the sheet: `Counted[[#This Row],[Lägst]]`.
    pub(super) fn own(&self, column: usize, row: usize) -> String {
        if self.rows <= LONGEST_TABLE {
            let heading = self.headings.get(column).map_or("", String::as_str);
            return format!("{}[[#This Row],[{heading}]]", self.id);
        }
        format!("${}{row}", letters(column))
    }

    /// The cells of some columns in these rows, for a link: `'Underlag'!A5:D9`. The first row below the heading is 0.
    pub(super) fn place(&self, rows: std::ops::RangeInclusive<usize>) -> String {
        let last = letters(self.headings.len().saturating_sub(1));
        format!(
            "'{}'!A{}:{last}{}",
            self.sheet,
            rows.start() + 2,
            rows.end() + 2
        )
    }
}

/// A heading as structured references write it: some signs need an apostrophe before them.
fn escaped(heading: &str) -> String {
    let mut escaped = String::new();
    for sign in heading.chars() {
        if matches!(sign, '[' | ']' | '#' | '\'' | '@') {
            escaped.push('\'');
        }
        escaped.push(sign);
    }
    escaped
}

/// The letters of a column, by its index: `A`, `Z`, `AA`.
fn letters(column: usize) -> String {
    rust_xlsxwriter::utility::column_number_to_name(u16::try_from(column).unwrap_or(u16::MAX))
}

impl SheetTable<'_> {
    /// How formulas speak of its columns.
    pub(super) fn columns_of(&self) -> Columns {
        Columns::new(self.id, &self.sheet, self.count, &self.columns)
    }

    /// Writes it with its header in `first_row`, from 0, and sets the sheet up for screen and print. Row after row, from the
    /// first to the last, as a sheet in constant memory asks.
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
        let headings = self.columns.iter().map(|of| lines(&of.heading, of.width));
        worksheet.set_row_height(first_row, height(headings.max().unwrap_or(1).clamp(2, 4)))?;
        // A table has at least one row, and an empty sheet would leave the reader in doubt.
        let rows = u32::try_from(self.count.max(1)).unwrap_or(u32::MAX);
        let last_row = first_row.saturating_add(rows);
        for (column, heading) in (0u16..).zip(&self.columns) {
            if heading.has_statuses {
                style.colour_statuses(
                    worksheet,
                    (first_row + 1, column),
                    (last_row, column),
                    &self.statuses,
                )?;
            }
        }
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
        worksheet.set_freeze_panes(first_row + 1, self.frozen)?;
        set_up_print(worksheet, self.print, (first_row, last_row), last_column)
    }

    /// The table over the rows.
    fn excel_table(&self, style: &Style) -> ExcelTable {
        let column = |column: &HeadedColumn| {
            TableColumn::new()
                .set_header(cell_text(&column.heading))
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

/// A4 on its side, the headings on every page.
fn set_up_print(
    worksheet: &mut Worksheet,
    print: Print,
    (heading, last): (u32, u32),
    last_column: u16,
) -> Result<(), XlsxError> {
    worksheet.set_landscape();
    worksheet.set_paper_size(A4);
    worksheet.set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3);
    match print {
        Print::Columns(columns) => {
            worksheet.set_repeat_rows(heading, heading)?;
            worksheet.set_print_area(0, 0, last, columns.saturating_sub(1))?;
            let few = usize::try_from(last).is_ok_and(|rows| rows <= TWO_PAGES);
            worksheet.set_print_fit_to_pages(1, if few { 2 } else { 0 });
            worksheet.set_footer("&L&A&R&P / &N");
        }
        Print::Nothing => {
            // An empty cell beside the table.
            let beside = last_column.saturating_add(2);
            worksheet.set_print_area(0, beside, 0, beside)?;
        }
    }
    Ok(())
}

/// How many lines show all the text of a row: not every program that opens a workbook works it out.
fn lines_of(cells: &[TableCell], columns: &[HeadedColumn]) -> u32 {
    let lines = cells
        .iter()
        .zip(columns)
        .map(|(cell, column)| cell.shown().map_or(1, |text| lines(text, column.width)));
    lines.max().unwrap_or(1)
}
