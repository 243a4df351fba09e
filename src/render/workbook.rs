//! What all workbooks that are made have in common: how days are kept, and how cells are dressed.

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, utility};

/// The colour of titles and headings.
pub(super) const INK: u32 = 0x12415F;

/// How a day is shown.
pub(super) const DAY: &str = "yyyy\\-mm\\-dd";

/// A day as the format keeps it; `None` outside 1900–9999.
pub(super) fn excel_day(day: NaiveDate) -> Option<ExcelDateTime> {
    let (year, month, day) = (
        u16::try_from(day.year()).ok()?,
        u8::try_from(day.month()).ok()?,
        u8::try_from(day.day()).ok()?,
    );
    ExcelDateTime::from_ymd(year, month, day).ok()
}

/// Properties that say the language. The library writes no `dc:language`, so that it stands as a property of our own.
pub(super) fn properties(language: &str) -> DocProperties {
    DocProperties::new().set_custom_property("Language", language)
}

/// The name of a sheet as formulas and links have it.
pub(super) fn sheet_name(name: &str) -> String {
    format!("'{}'", name.replace('\'', "''"))
}

/// So many cells below the heading of a column, whose number is from 0, as a formula has them.
pub(super) fn below_heading(sheet: &str, column: u16, length: usize) -> String {
    let letters = utility::column_number_to_name(column);
    let sheet = sheet_name(sheet);
    format!("={sheet}!${letters}$2:${letters}${}", length + 1)
}

/// A cell of a table.
pub(super) fn cell() -> Format {
    Format::new()
        .set_align(FormatAlign::Top)
        .set_border(FormatBorder::Thin)
        .set_border_color(0xD5DCE1)
}

/// A heading over a table.
pub(super) fn heading() -> Format {
    Format::new()
        .set_bold()
        .set_font_color(0xFFFFFF)
        .set_background_color(INK)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap()
}

/// The title of a sheet.
pub(super) fn title() -> Format {
    Format::new()
        .set_bold()
        .set_font_size(16)
        .set_font_color(INK)
}

/// A label beside a text.
pub(super) fn label() -> Format {
    wrapped().set_bold()
}

/// A text of several lines.
pub(super) fn wrapped() -> Format {
    Format::new().set_align(FormatAlign::Top).set_text_wrap()
}

/// How many lines a text takes in a column of this width, in characters.
pub(super) fn lines(text: &str, width: u32) -> u32 {
    // Words are broken whole, so that a line holds a little less than the column.
    let room = usize::try_from(width.saturating_sub(2).max(1)).unwrap_or(1);
    let lines: usize = text
        .lines()
        .map(|line| line.chars().count().div_ceil(room).max(1))
        .sum();
    u32::try_from(lines).unwrap_or(u32::MAX)
}

/// The height in points of so many lines, at most what the format allows.
pub(super) fn height(lines: u32) -> f64 {
    (f64::from(lines) * 15.0 + 1.0).min(409.0)
}
