//! A form to fill in, an occasion a sheet: labels with their values beside them. The example stands in the instructions, since
//! everything on a form is about its one occasion.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::lists::Lists;
use super::rule;
use super::style::Style;
use super::table::format;
use super::words::{Formats, Words};
use crate::model::starter::{StarterCell, StarterSheet};

pub(super) fn write(
    worksheet: &mut Worksheet,
    sheet: &StarterSheet,
    lists: &Lists<'_>,
    words: &Words<'_>,
    style: &Style,
) -> Result<(), XlsxError> {
    worksheet.set_name(&sheet.name)?;
    worksheet.set_column_width(0, 34)?;
    worksheet.set_column_width(1, 60)?;
    for (row, column) in (0u32..).zip(&sheet.columns) {
        let label = words.heading(&column.heading);
        worksheet.write_string_with_format(row, 0, label, &style.label)?;
        let formats = Formats::to_fill(style, format(column, style));
        words.write(worksheet, (row, 1), &StarterCell::Blank, &formats)?;
        worksheet.set_row_height(row, 24)?;
        rule::lay(worksheet, (row, row), 1, column, lists, words)?;
    }
    worksheet.set_paper_size(9);
    worksheet.set_print_fit_to_pages(1, 1);
    Ok(())
}
