//! Workbooks as people see them, and what was really done of what each row tells.

use std::fmt;

use chrono::NaiveDate;

#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Value {
    #[default]
    Empty,
    Text(String),
    Number(f64),
    Day(NaiveDate),
    Bool(bool),
    /// A formula, as it was last calculated.
    Formula(f64),
    /// `#N/A`
    NotAvailable,
    /// Pieces of text, each with its dress.
    Rich(Vec<(String, Script)>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    Plain,
    Bold,
    Raised,
    Struck,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Cell {
    pub(super) value: Value,
    pub(super) struck: bool,
    pub(super) bold: bool,
}

impl From<Value> for Cell {
    fn from(value: Value) -> Cell {
        Cell {
            value,
            ..Cell::default()
        }
    }
}

pub(super) fn text(words: impl Into<String>) -> Value {
    Value::Text(words.into())
}

pub(super) fn number(things: u64) -> Value {
    Value::Number(things as f64)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Header,
    Data,
    Other,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    pub(super) cells: Vec<Cell>,
    /// What was really done of what the row tells: a day and how many.
    pub(super) done: Vec<(NaiveDate, u64)>,
    pub(super) role: Role,
    /// Whether a habit has changed it already.
    pub(super) taken: bool,
    /// Whether its marks have been set.
    pub(super) marked: bool,
    /// The line of a text file, where somebody has typed it by hand.
    pub(super) line: Option<String>,
}

impl Row {
    pub(super) fn new(role: Role, values: Vec<Value>) -> Row {
        Row {
            cells: values.into_iter().map(Cell::from).collect(),
            done: Vec::new(),
            role,
            taken: role != Role::Data,
            marked: false,
            line: None,
        }
    }

    pub(super) fn blank() -> Row {
        Row::new(Role::Other, Vec::new())
    }

    /// One cell and nothing beside it.
    pub(super) fn lone(words: &str) -> Row {
        Row::new(Role::Other, vec![text(words)])
    }

    pub(super) fn put(&mut self, column: usize, value: Value) {
        if self.cells.len() <= column {
            self.cells.resize(column + 1, Cell::default());
        }
        self.cells[column].value = value;
    }

    /// How much a row tells of: its number, or what was done where that is written as text.
    pub(super) fn things(&self, column: usize) -> Option<f64> {
        let done: u64 = self.done.iter().map(|(_, done)| done).sum();
        let written = || (!self.done.is_empty()).then_some(done as f64);
        self.number(column).or_else(written)
    }

    pub(super) fn number(&self, column: usize) -> Option<f64> {
        match self.cells.get(column)?.value {
            Value::Number(number) | Value::Formula(number) => Some(number),
            _ => None,
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) rows: Vec<Row>,
    /// Top, left, bottom, right.
    pub(super) merges: Vec<(usize, usize, usize, usize)>,
    pub(super) hidden_rows: Vec<usize>,
}

impl Sheet {
    /// How many cells its longest row has.
    pub(super) fn width(&self) -> usize {
        let rows = self.rows.iter().map(|row| row.cells.len());
        rows.max().unwrap_or(0)
    }

    pub(super) fn new(name: &str, rows: Vec<Row>) -> Sheet {
        Sheet {
            name: name.to_owned(),
            rows,
            merges: Vec::new(),
            hidden_rows: Vec::new(),
        }
    }

    pub(super) fn insert(&mut self, at: usize, row: Row) {
        self.rows.insert(at, row);
        for (top, _, bottom, _) in &mut self.merges {
            *top += usize::from(*top >= at);
            *bottom += usize::from(*bottom >= at);
        }
        for hidden in &mut self.hidden_rows {
            *hidden += usize::from(*hidden >= at);
        }
    }

    pub(super) fn header(&self) -> usize {
        let mut rows = self.rows.iter();
        rows.position(|row| row.role == Role::Header)
            .expect("a header")
    }

    pub(super) fn data(&self) -> Vec<usize> {
        let rows = self.rows.iter().enumerate();
        rows.filter(|(_, row)| row.role == Role::Data)
            .map(|(index, _)| index)
            .collect()
    }

    /// The same rows, of which nothing was done besides.
    pub(super) fn copy(&self, name: &str) -> Sheet {
        let mut copy = self.clone();
        copy.name = name.to_owned();
        copy.rows.iter_mut().for_each(|row| row.done.clear());
        copy
    }

    /// What a formula adds up: the numbers under a heading.
    pub(super) fn sum(&self, column: usize) -> f64 {
        let data = self.rows.iter().filter(|row| row.role == Role::Data);
        data.filter_map(|row| row.number(column)).sum()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letters {
    Utf8,
    Utf8Marked,
    Windows,
    Dos,
    Utf16,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Xlsx,
    Xlsb,
    Xls,
    Ods,
    /// With its parts in UTF-16.
    WideOds,
    Csv(char, Letters),
}

impl Format {
    pub(super) fn ending(self) -> &'static str {
        match self {
            Format::Xlsx => "xlsx",
            Format::Xlsb => "xlsb",
            Format::Xls => "xls",
            Format::Ods | Format::WideOds => "ods",
            Format::Csv('\t', _) => "tsv",
            Format::Csv(..) => "csv",
        }
    }

    pub(super) fn is_text(self) -> bool {
        matches!(self, Format::Csv(..))
    }

    /// Whether it is written here with the dress of its cells.
    pub(super) fn has_dress(self) -> bool {
        matches!(self, Format::Xlsx | Format::Ods | Format::WideOds)
    }

    /// Whether it is written here with its merges.
    pub(super) fn has_merges(self) -> bool {
        self.has_dress() || self == Format::Xls
    }
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Book {
    /// In the drop folder, without its ending.
    pub(super) path: String,
    pub(super) format: Format,
    pub(super) sheets: Vec<Sheet>,
}

impl Book {
    pub(super) fn name(&self) -> String {
        format!("{}.{}", self.path, self.format.ending())
    }

    /// The same book under another name, of which nothing was done besides.
    pub(super) fn copy(&self, path: &str) -> Book {
        let sheets = self.sheets.iter().map(|sheet| sheet.copy(&sheet.name));
        Book {
            path: path.to_owned(),
            format: self.format,
            sheets: sheets.collect(),
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Empty => Ok(()),
            Value::Text(text) => write!(f, "{text}"),
            Value::Number(number) => write!(f, "{number}"),
            Value::Day(day) => write!(f, "{day}"),
            Value::Bool(yes) => write!(f, "{}", if *yes { "TRUE" } else { "FALSE" }),
            Value::Formula(number) => write!(f, "={number}"),
            Value::NotAvailable => write!(f, "#N/A"),
            Value::Rich(pieces) => pieces.iter().try_for_each(|(text, script)| match script {
                Script::Plain => write!(f, "{text}"),
                Script::Bold => write!(f, "**{text}**"),
                Script::Raised => write!(f, "^{text}^"),
                Script::Struck => write!(f, "~{text}~"),
            }),
        }
    }
}

impl fmt::Display for Book {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for sheet in &self.sheets {
            writeln!(f, "== {} · {}", self.name(), sheet.name)?;
            for (index, row) in sheet.rows.iter().enumerate() {
                let cells: Vec<String> = row
                    .cells
                    .iter()
                    .map(|cell| match cell.struck {
                        true => format!("~{}~", cell.value),
                        false => cell.value.to_string(),
                    })
                    .collect();
                let cells = row.line.clone().unwrap_or_else(|| cells.join(" | "));
                let done: u64 = row.done.iter().map(|(_, done)| done).sum();
                writeln!(f, "{:>3}  {cells}    [{done}]", index + 1)?;
            }
            if !sheet.merges.is_empty() {
                writeln!(f, "     merged: {:?}", sheet.merges)?;
            }
        }
        Ok(())
    }
}
