//! A workbook for a partner that keeps none yet: instructions, a sheet for each table or form, and the lists that cells choose from.

mod form;
mod guide;
mod lists;
mod rule;
mod style;
mod table;
mod words;

use rust_xlsxwriter::{ExcelDateTime, Workbook, XlsxError};

use self::lists::Lists;
use self::style::Style;
use self::words::Words;
use super::plain::plain;
use super::workbook::{excel_day, properties};
use crate::error::Error;
use crate::model::starter::{StarterShape, StarterWorkbook};
use crate::wording::Wording;

/// The workbook's bytes.
///
/// # Errors
/// If the workbook cannot be made.
pub(crate) fn render(starter: &StarterWorkbook, wording: &Wording) -> Result<Vec<u8>, Error> {
    write(starter, wording).map_err(|error| Error::Render {
        what: starter.path.clone(),
        fault: error.to_string(),
    })
}

/// The names of the sheets that hold no figures: instructions and lists.
pub(crate) fn reserved(wording: &Wording) -> [String; 2] {
    [wording.text("starter-guide"), wording.text("starter-lists")]
}

fn write(starter: &StarterWorkbook, wording: &Wording) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The current time would make other bytes of the same content.
    let made = excel_day(starter.term.from).unwrap_or(ExcelDateTime::from_ymd(2000, 1, 1)?);
    workbook.set_properties(
        &properties(wording.language())
            .set_title(plain(&starter.title))
            .set_subject(plain(&starter.partner))
            .set_author(plain(&starter.municipality))
            .set_company(plain(&starter.municipality))
            .set_creation_datetime(&made),
    );
    let style = Style::new();
    let words = Words { wording };
    let lists = Lists::new(starter, &words);
    if !starter.is_bare {
        guide::write(workbook.add_worksheet(), starter, &words, &style)?;
    }
    for (number, sheet) in (1..).zip(&starter.sheets) {
        let worksheet = workbook.add_worksheet();
        match sheet.shape {
            StarterShape::Table | StarterShape::Months => {
                table::write(worksheet, number, sheet, &lists, &words, &style)?;
            }
            StarterShape::Form { .. } => form::write(worksheet, sheet, &lists, &words, &style)?,
        }
    }
    if !starter.is_bare && !lists.is_empty() {
        lists.write(workbook.add_worksheet(), &words, &style)?;
    }
    workbook.save_to_buffer()
}

#[cfg(test)]
mod tests;
