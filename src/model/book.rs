//! An agreement as a workbook: what stands in its cells, and how they are dressed.

use chrono::NaiveDate;

/// What stands in a cell of an agreement's workbook.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub(crate) enum BookCell {
    #[default]
    Blank,
    /// Never blank.
    Text(String),
    Number(f64),
    /// A number shown in per cent, as it is shown: 20 and not 0.2.
    PerCent(f64),
    Day(NaiveDate),
    Truth(bool),
}

/// A sheet of it as it was read.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub(crate) struct BookSheet {
    pub(crate) name: String,
    /// Rows may differ in length.
    pub(crate) rows: Vec<Vec<BookCell>>,
}

/// A workbook to be written.
#[derive(Clone, Debug, Default)]
pub(crate) struct DrawnBook {
    pub(crate) title: String,
    /// The first day of the term, which stands for the day it was made: the clock would make other bytes of the same content.
    pub(crate) made: Option<NaiveDate>,
    /// The name of the sheet that explains the others, and of the one with the lists.
    pub(crate) guide: String,
    pub(crate) lists: String,
    /// The lines of the guide: what a line is about (or nothing), and what it says.
    pub(crate) guide_lines: Vec<(String, String)>,
    pub(crate) sheets: Vec<DrawnSheet>,
}

/// A sheet to be written.
#[derive(Clone, Debug)]
pub(crate) struct DrawnSheet {
    pub(crate) name: String,
    /// What stands on it, in a sentence.
    pub(crate) means: String,
    /// Whether labels stand below each other with their values beside them, instead of headings above rows.
    pub(crate) is_form: bool,
    pub(crate) columns: Vec<DrawnColumn>,
    /// The cells by row; of a form one row, whose cells stand beside the labels.
    pub(crate) rows: Vec<Vec<BookCell>>,
}

/// A column, or a line of a form.
#[derive(Clone, Debug)]
pub(crate) struct DrawnColumn {
    pub(crate) heading: String,
    /// What it means, shown beside the heading.
    pub(crate) note: String,
    pub(crate) is_required: bool,
    pub(crate) takes: DrawnCells,
    pub(crate) choices: Choices,
}

/// How the cells of a column are dressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DrawnCells {
    /// A word or a few; what is typed stays text.
    Short,
    /// Sentences.
    Long,
    Number,
    Day,
}

/// What a cell is chosen from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Choices {
    /// Anything.
    Free,
    /// These words; others are refused if they can be none.
    Words { words: Vec<String>, only: bool },
    /// What stands in a column of a sheet, both by their place in the workbook.
    Column { sheet: usize, column: usize },
}

impl DrawnBook {
    /// Its sheets as they would be read again.
    pub(crate) fn read_back(&self) -> Vec<BookSheet> {
        let sheet = |sheet: &DrawnSheet| {
            let headings = sheet
                .columns
                .iter()
                .map(|column| BookCell::Text(column.heading.clone()));
            let rows = if sheet.is_form {
                let values = sheet.rows.iter().flatten().cloned();
                headings
                    .zip(values)
                    .map(|(label, value)| vec![label, value])
                    .collect()
            } else {
                std::iter::once(headings.collect())
                    .chain(sheet.rows.iter().cloned())
                    .collect()
            };
            BookSheet {
                name: sheet.name.clone(),
                rows,
            }
        };
        self.sheets.iter().map(sheet).collect()
    }
}
