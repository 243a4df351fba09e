//! Workbooks for partners that keep none yet: tables and forms to fill in, as the agreement reads them.

use chrono::{NaiveDate, NaiveTime};

use super::agreement::Frequency;
use super::quantity::Amount;
use super::span::DateSpan;

/// A workbook that a partner lacks.
#[derive(Clone, Debug)]
pub(crate) struct StarterWorkbook {
    /// Its path in the drop folder.
    pub(crate) path: String,
    /// The agreement's title.
    pub(crate) title: String,
    pub(crate) municipality: String,
    /// What the report calls its partner.
    pub(crate) partner: String,
    pub(crate) term: DateSpan,
    /// The day of the month after on which a month is due.
    pub(crate) due: Option<u32>,
    pub(crate) sheets: Vec<StarterSheet>,
    /// Whether a sheet beside those that are read would be read too, so that there can be none with instructions.
    pub(crate) is_bare: bool,
}

/// A sheet of it.
#[derive(Clone, Debug)]
pub(crate) struct StarterSheet {
    pub(crate) name: String,
    pub(crate) shape: StarterShape,
    /// What its rows are.
    pub(crate) activities: Vec<StarterActivity>,
    /// How often something is written in it even when nothing happened.
    pub(crate) frequency: Option<Frequency>,
    pub(crate) columns: Vec<StarterColumn>,
    /// The rows that are there already, below the example.
    pub(crate) rows: Vec<Vec<StarterCell>>,
}

/// What a sheet looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StarterShape {
    /// Rows below headings.
    Table,
    /// Rows below headings, the months among them.
    Months,
    /// Labels with their values beside them, an occasion a sheet; a workbook an occasion if the agreement says so.
    Form { is_workbook: bool },
}

/// What a row of a sheet is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StarterActivity {
    /// «trafiksäkerhetsinsats»; the activity's id if the agreement has no words for it.
    pub(crate) name: String,
    pub(crate) means: Option<String>,
}

/// A column, or a line of a form.
#[derive(Clone, Debug)]
pub(crate) struct StarterColumn {
    pub(crate) heading: StarterHeading,
    /// The group it stands under.
    pub(crate) under: Option<String>,
    pub(crate) accepts: Accepts,
    /// What stands in the example.
    pub(crate) example: StarterCell,
}

/// What stands over a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum StarterHeading {
    /// As the agreement writes it.
    Written(String),
    Month(DateSpan),
}

/// What is to be written in a column.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Accepts {
    Text,
    Day,
    Month,
    Week,
    /// One of these years.
    Year(i32, i32),
    Number,
    Time,
    /// A cross, or nothing.
    Mark,
    YesOrNo,
    /// How far something has come.
    Progress,
    /// One of these words.
    Words {
        words: Vec<String>,
        /// Whether a row with another word is left out.
        only: bool,
    },
}

/// What stands in a cell from the start.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum StarterCell {
    Blank,
    Text(String),
    Day(NaiveDate),
    Month(DateSpan),
    /// An ISO week, with its year where no other column says it.
    Week {
        year: Option<i32>,
        week: u32,
    },
    Year(i32),
    Number(Amount),
    Time(NaiveTime),
    Mark,
    Yes,
    No,
    /// The first word for how far something has come.
    Progress,
    /// A step, such as there may be.
    Step,
    /// A place, such as there may be.
    Place,
    /// That the row is an example.
    Example,
}
