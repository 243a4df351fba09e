//! The lists that cells choose from, on a sheet of their own, where a partner may add to them.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::super::plain::plain;
use super::super::workbook::below_heading;
use super::style::Style;
use super::words::Words;
use crate::model::span::DateSpan;
use crate::model::starter::{Accepts, StarterColumn, StarterWorkbook};
use crate::text::capital;

/// The lists of a workbook.
pub(super) struct Lists<'a> {
    workbook: &'a StarterWorkbook,
    /// Headings and words; equal lists once.
    all: Vec<(String, Vec<String>)>,
}

impl<'a> Lists<'a> {
    pub(super) fn new(workbook: &'a StarterWorkbook, words: &Words<'_>) -> Lists<'a> {
        let mut all: Vec<(String, Vec<String>)> = Vec::new();
        for column in workbook.sheets.iter().flat_map(|sheet| &sheet.columns) {
            let list = list(column, workbook.term, words);
            if !list.is_empty() && !all.iter().any(|(_, known)| *known == list) {
                all.push((words.heading(&column.heading), list));
            }
        }
        Lists { workbook, all }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    pub(super) fn term(&self) -> DateSpan {
        self.workbook.term
    }

    /// The cells with the words of a column; none where it has no list, or there is no sheet for it.
    pub(super) fn of(&self, column: &StarterColumn, words: &Words<'_>) -> Option<String> {
        if self.workbook.is_bare {
            return None;
        }
        let list = list(column, self.workbook.term, words);
        let place = self.all.iter().position(|(_, known)| *known == list)?;
        let sheet = words.text("starter-lists");
        Some(below_heading(
            &sheet,
            u16::try_from(place).ok()?,
            list.len(),
        ))
    }

    pub(super) fn write(
        &self,
        worksheet: &mut Worksheet,
        words: &Words<'_>,
        style: &Style,
    ) -> Result<(), XlsxError> {
        worksheet.set_name(words.text("starter-lists"))?;
        for (column, (heading, list)) in (0u16..).zip(&self.all) {
            let longest = list.iter().map(|word| word.chars().count()).max();
            let width = longest
                .unwrap_or(0)
                .max(heading.chars().count())
                .clamp(10, 60);
            worksheet.set_column_width(column, width as f64 + 3.0)?;
            worksheet.write_string_with_format(0, column, heading, &style.heading)?;
            for (row, word) in (1u32..).zip(list) {
                // Years are chosen as numbers.
                match word.parse::<f64>() {
                    Ok(number) => worksheet.write_number(row, column, number)?,
                    Err(_) => worksheet.write_string(row, column, word)?,
                };
            }
        }
        worksheet.set_freeze_panes(1, 0)?;
        worksheet.set_landscape();
        worksheet.set_paper_size(9);
        worksheet.set_print_fit_to_pages(1, 0);
        Ok(())
    }
}

/// The words of a column; none if it takes anything.
fn list(column: &StarterColumn, term: DateSpan, words: &Words<'_>) -> Vec<String> {
    match &column.accepts {
        Accepts::Words { words: list, .. } => list.iter().map(|word| plain(word)).collect(),
        Accepts::Month => {
            let months = term.each_month();
            months
                .map(|month| capital(&words.wording.month(month)))
                .collect()
        }
        Accepts::Year(from, to) => (*from..=*to).map(|year| year.to_string()).collect(),
        Accepts::YesOrNo => ["starter-yes", "starter-no"]
            .map(|key| words.text(key))
            .to_vec(),
        Accepts::Mark => vec!["x".to_owned()],
        Accepts::Progress => words.progress().to_vec(),
        _ => Vec::new(),
    }
}
