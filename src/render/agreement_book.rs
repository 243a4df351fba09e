//! The agreement as a workbook to fill in: a sheet that explains the others, a sheet a table, and the lists that cells choose from.

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format,
    FormatAlign, FormatUnderline, Formula, Note, Url, Workbook, Worksheet, XlsxError,
};

use super::plain::plain;
use super::workbook::{self, DAY, INK, excel_day, height, lines};
use crate::error::Error;
use crate::model::book::{BookCell, Choices, DrawnBook, DrawnCells, DrawnColumn, DrawnSheet};

/// Rows without anything in them that are dressed as the others, below those that are filled in.
const ROOM: u32 = 25;
/// Rows that follow a column's rules.
const RULED: u32 = 2_000;
/// A sheet of more columns than this folds those away that are not used, but for the first ones.
const WIDE: usize = 15;
const ALWAYS_SHOWN: usize = 10;
/// How wide the guide's text is, in characters of its letters: over both columns, and in the second alone.
const GUIDE_LINE: u32 = 142;
const GUIDE_TEXT: u32 = 114;
/// Tabs of sheets with something on them, and of those without.
const FILLED: u32 = INK;
const BLANK: u32 = 0xC9D2D8;

/// The workbook's bytes.
///
/// # Errors
/// If the workbook cannot be made.
pub(crate) fn render(book: &DrawnBook) -> Result<Vec<u8>, Error> {
    write(book).map_err(|error| Error::Render {
        what: "the agreement's workbook".to_owned(),
        fault: error.to_string(),
    })
}

fn write(book: &DrawnBook) -> Result<Vec<u8>, XlsxError> {
    let mut made = Workbook::new();
    let day = book.made.and_then(excel_day);
    let day = day.map_or_else(|| ExcelDateTime::from_ymd(2000, 1, 1), Ok)?;
    made.set_properties(
        &DocProperties::new()
            .set_title(plain(&book.title))
            .set_creation_datetime(&day),
    );
    let style = Style::new();
    let lists = Lists::new(book);
    guide(made.add_worksheet(), book, &style)?;
    for sheet in &book.sheets {
        let worksheet = made.add_worksheet();
        worksheet.set_name(&sheet.name)?;
        let is_blank = sheet
            .rows
            .iter()
            .flatten()
            .all(|cell| *cell == BookCell::Blank);
        worksheet.set_tab_color(Color::RGB(if is_blank { BLANK } else { FILLED }));
        if sheet.is_form {
            form(worksheet, sheet, &lists, &style)?;
        } else {
            table(worksheet, sheet, &lists, &style)?;
        }
        worksheet.set_paper_size(9);
        worksheet.set_landscape();
        worksheet.set_print_fit_to_pages(1, 0);
        worksheet.set_footer("&L&A&R&P / &N");
    }
    lists.write(made.add_worksheet(), &style)?;
    made.save_to_buffer()
}

/// The formats of cells.
struct Style {
    title: Format,
    heading: Format,
    label: Format,
    text: Format,
    short: Format,
    long: Format,
    number: Format,
    day: Format,
    faint: Format,
    link: Format,
}

impl Style {
    fn new() -> Style {
        let cell = workbook::cell();
        let left = |format: Format| format.set_align(FormatAlign::Left);
        Style {
            title: workbook::title(),
            heading: workbook::heading(),
            label: workbook::label().set_border_color(INK),
            text: workbook::wrapped(),
            // What is typed stays as it is typed: «2023-09» is no day.
            short: cell.clone().set_num_format("@").set_text_wrap(),
            long: cell.clone().set_text_wrap(),
            number: left(cell.clone()),
            day: left(cell.set_num_format(DAY)),
            link: Format::new()
                .set_align(FormatAlign::Top)
                .set_font_color(0x0000EE)
                .set_underline(FormatUnderline::Single),
            faint: workbook::wrapped().set_italic().set_font_color(0x5B6770),
        }
    }

    fn of(&self, takes: DrawnCells) -> &Format {
        match takes {
            DrawnCells::Short => &self.short,
            DrawnCells::Long => &self.long,
            DrawnCells::Number => &self.number,
            DrawnCells::Day => &self.day,
        }
    }
}

/// The first sheet: what the workbook is, and what stands on which sheet.
fn guide(worksheet: &mut Worksheet, book: &DrawnBook, style: &Style) -> Result<(), XlsxError> {
    worksheet.set_name(&book.guide)?;
    worksheet.set_screen_gridlines(false);
    worksheet.set_column_width(0, 24)?;
    worksheet.set_column_width(1, 96)?;
    worksheet.write_string_with_format(0, 0, plain(&book.title), &style.title)?;
    worksheet.set_row_height(0, 26)?;
    for (row, (about, text)) in (2u32..).zip(&book.guide_lines) {
        if about.is_empty() {
            worksheet.merge_range(row, 0, row, 1, text, &style.text)?;
            worksheet.set_row_height(row, height(lines(text, GUIDE_LINE)))?;
        } else {
            let link =
                Url::new(format!("internal:{}!A1", workbook::sheet_name(about))).set_text(about);
            worksheet.write_url_with_format(row, 0, link, &style.link)?;
            worksheet.write_string_with_format(row, 1, text, &style.text)?;
            worksheet.set_row_height(row, height(lines(text, GUIDE_TEXT)))?;
        }
    }
    worksheet.set_paper_size(9);
    worksheet.set_landscape();
    worksheet.set_print_fit_to_pages(1, 1);
    Ok(())
}

/// Labels with their values beside them, and what they mean.
fn form(
    worksheet: &mut Worksheet,
    sheet: &DrawnSheet,
    lists: &Lists<'_>,
    style: &Style,
) -> Result<(), XlsxError> {
    for (column, width) in [(0, 32), (1, 70), (2, 70)] {
        worksheet.set_column_width(column, width)?;
    }
    let row = sheet.rows.first().map(Vec::as_slice).unwrap_or_default();
    for (at, column) in (0u32..).zip(&sheet.columns) {
        let blank = BookCell::Blank;
        let cell = row.get(at as usize).unwrap_or(&blank);
        worksheet.write_string_with_format(at, 0, heading(column), &style.label)?;
        write_cell(worksheet, (at, 1), cell, style.of(column.takes), style)?;
        worksheet.write_string_with_format(at, 2, &column.note, &style.faint)?;
        lists.lay(worksheet, (at, at), 1, column)?;
    }
    worksheet.set_freeze_panes(0, 1)?;
    Ok(())
}

/// Headings above rows, and room for more.
fn table(
    worksheet: &mut Worksheet,
    sheet: &DrawnSheet,
    lists: &Lists<'_>,
    style: &Style,
) -> Result<(), XlsxError> {
    let filled = u32::try_from(sheet.rows.len()).unwrap_or(RULED);
    let mut most = vec![1; sheet.rows.len()];
    for (at, column) in (0u16..).zip(&sheet.columns) {
        let own = || sheet.rows.iter().filter_map(|row| row.get(usize::from(at)));
        let width = width(column, own());
        worksheet.set_column_width(at, width)?;
        for (most, cell) in most.iter_mut().zip(own()) {
            if let BookCell::Text(text) = cell {
                *most = lines(text, width as u32).max(*most);
            }
        }
        worksheet.write_string_with_format(0, at, heading(column), &style.heading)?;
        let note = Note::new(format!("{}\n\n{}", column.heading, column.note));
        worksheet.insert_note(
            0,
            at,
            &note.add_author_prefix(false).set_width(260).set_height(110),
        )?;
        let format = style.of(column.takes);
        for (row, cell) in (1u32..).zip(own()) {
            write_cell(worksheet, (row, at), cell, format, style)?;
        }
        for row in filled..filled.saturating_add(ROOM) {
            worksheet.write_blank(row + 1, at, format)?;
        }
        lists.lay(worksheet, (1, filled.saturating_add(RULED)), at, column)?;
    }
    // Not every program makes a row as high as its text.
    for (row, lines) in (1u32..).zip(most).filter(|(_, lines)| *lines > 1) {
        worksheet.set_row_height(row, height(lines))?;
    }
    for (first, last) in seldom_used(sheet) {
        worksheet.group_columns_collapsed(first, last)?;
    }
    worksheet.set_row_height(0, 32)?;
    worksheet.set_freeze_panes(1, 1)?;
    worksheet.set_repeat_rows(0, 0)?;
    Ok(())
}

/// Runs of columns of a wide sheet that have nothing in them: those that come first are the ones that every row needs.
fn seldom_used(sheet: &DrawnSheet) -> Vec<(u16, u16)> {
    if sheet.columns.len() <= WIDE {
        return Vec::new();
    }
    let is_blank = |at: usize| {
        let mut cells = sheet.rows.iter().filter_map(|row| row.get(at));
        cells.all(|cell| *cell == BookCell::Blank)
    };
    let mut runs: Vec<(u16, u16)> = Vec::new();
    for at in (ALWAYS_SHOWN..sheet.columns.len()).filter(|at| is_blank(*at)) {
        let at = u16::try_from(at).unwrap_or(u16::MAX);
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == at => *last = at,
            _ => runs.push((at, at)),
        }
    }
    runs
}

/// A heading; one that must be filled in has a star.
fn heading(column: &DrawnColumn) -> String {
    if column.is_required {
        format!("{} *", column.heading)
    } else {
        column.heading.clone()
    }
}

fn write_cell(
    worksheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &BookCell,
    format: &Format,
    style: &Style,
) -> Result<(), XlsxError> {
    match cell {
        BookCell::Blank => worksheet.write_blank(row, column, format)?,
        BookCell::Text(text) => worksheet.write_string_with_format(row, column, text, format)?,
        BookCell::Number(number) | BookCell::PerCent(number) => {
            worksheet.write_number_with_format(row, column, *number, &style.number)?
        }
        BookCell::Truth(truth) => {
            worksheet.write_boolean_with_format(row, column, *truth, format)?
        }
        BookCell::Day(day) => match excel_day(*day) {
            Some(day) => worksheet.write_datetime_with_format(row, column, &day, &style.day)?,
            None => worksheet.write_string_with_format(row, column, day.to_string(), format)?,
        },
    };
    Ok(())
}

fn width<'a>(column: &DrawnColumn, cells: impl Iterator<Item = &'a BookCell>) -> f64 {
    let longest = cells.filter_map(|cell| match cell {
        BookCell::Text(text) => text.lines().map(|line| line.chars().count()).max(),
        _ => None,
    });
    let longest = longest.max().unwrap_or(0);
    let word = column
        .heading
        .split(' ')
        .map(|word| word.chars().count())
        .max()
        .unwrap_or(0)
        + 4;
    let width = match column.takes {
        DrawnCells::Long => longest.clamp(30, 64),
        DrawnCells::Number | DrawnCells::Day => 12,
        DrawnCells::Short => longest.saturating_add(2).clamp(13, 38),
    };
    width.max(word) as f64
}

/// The lists that cells choose from, on a sheet of their own.
struct Lists<'a> {
    book: &'a DrawnBook,
    /// Headings and words; equal lists once.
    all: Vec<(&'a str, &'a [String])>,
}

impl<'a> Lists<'a> {
    fn new(book: &'a DrawnBook) -> Lists<'a> {
        let mut all: Vec<(&str, &[String])> = Vec::new();
        for column in book.sheets.iter().flat_map(|sheet| &sheet.columns) {
            if let Choices::Words { words, .. } = &column.choices
                && !all.iter().any(|(_, known)| known == words)
            {
                all.push((&column.heading, words));
            }
        }
        Lists { book, all }
    }

    /// Lays the choices of a column on its cells. What may be several words, or another, is not refused.
    fn lay(
        &self,
        worksheet: &mut Worksheet,
        (first, last): (u32, u32),
        at: u16,
        column: &DrawnColumn,
    ) -> Result<(), XlsxError> {
        let below = |sheet: &str, column: usize, length: usize| {
            workbook::below_heading(sheet, u16::try_from(column).unwrap_or(0), length)
        };
        let (range, only) = match &column.choices {
            Choices::Free => return Ok(()),
            Choices::Words { words, only } => {
                let Some(place) = self.all.iter().position(|(_, known)| known == words) else {
                    return Ok(());
                };
                (below(&self.book.lists, place, words.len()), *only)
            }
            Choices::Column { sheet, column } => {
                let name = self
                    .book
                    .sheets
                    .get(*sheet)
                    .map(|sheet| sheet.name.as_str());
                (
                    below(name.unwrap_or_default(), *column, RULED as usize),
                    false,
                )
            }
        };
        let rule = DataValidation::new().allow_list_formula(Formula::new(range));
        let title: String = column.heading.chars().take(32).collect();
        let message: String = column.note.chars().take(255).collect();
        let rule = rule
            .set_error_style(DataValidationErrorStyle::Stop)
            .set_error_title(title)?
            .set_error_message(message)?
            .show_error_message(only);
        worksheet.add_data_validation(first, at, last, at, &rule)?;
        Ok(())
    }

    fn write(&self, worksheet: &mut Worksheet, style: &Style) -> Result<(), XlsxError> {
        worksheet.set_name(&self.book.lists)?;
        for (column, (heading, words)) in (0u16..).zip(&self.all) {
            worksheet.set_column_width(column, 24)?;
            worksheet.write_string_with_format(0, column, *heading, &style.heading)?;
            for (row, word) in (1u32..).zip(*words) {
                worksheet.write_string(row, column, word)?;
            }
        }
        worksheet.set_hidden(true);
        Ok(())
    }
}
