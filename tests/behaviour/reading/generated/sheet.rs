//! A table, and what people have around it: titles, empty rows and columns, columns of their own, sums and notes.

use std::path::Path;

use lofte::gather::cell::{Cell, Sheet, cell_name};
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use super::made::text;

/// A table as it is meant: its headings, and its rows.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    pub headings: Vec<String>,
    pub rows: Vec<Vec<Cell>>,
    /// The headings under which a row of sums has a number.
    pub summed: Vec<usize>,
    /// Where lone words cannot be taken for a row of the table.
    pub notes_under: Vec<usize>,
    /// A row of groups over the headings, each over columns that stand beside each other. Columns then keep their order.
    pub groups: Option<Vec<(usize, usize, String)>>,
}

impl Table {
    /// A table of these columns, the first being dates.
    pub(crate) fn new(headings: &[&str], rows: Vec<Vec<Cell>>) -> Table {
        let headings = headings
            .iter()
            .map(|heading| (*heading).to_owned())
            .collect();
        Table {
            headings,
            rows,
            summed: vec![],
            notes_under: vec![0],
            groups: None,
        }
    }
}

/// What stands around a table.
#[derive(Clone, Debug)]
pub(crate) struct Clutter {
    titles: usize,
    gap: usize,
    left: usize,
    /// A key a column, by which they are ordered; those past the table's own are extra ones.
    order: Vec<u16>,
    extra: usize,
    blank_after: Option<usize>,
    total: bool,
    notes: usize,
}

pub(crate) fn clutter() -> impl Strategy<Value = Clutter> {
    let order = proptest::collection::vec(any::<u16>(), 24);
    let blank = proptest::option::of(0usize..10);
    (
        0usize..4,
        0usize..3,
        0usize..3,
        order,
        0usize..4,
        blank,
        any::<bool>(),
        0usize..3,
    )
        .prop_map(
            |(titles, gap, left, order, extra, blank_after, total, notes)| Clutter {
                titles,
                gap,
                left,
                order,
                extra,
                blank_after,
                total,
                notes,
            },
        )
}

/// A sheet, and where the table's rows and columns came to stand.
pub(crate) struct Laid {
    pub sheet: Sheet,
    pub header: usize,
    rows: Vec<usize>,
    columns: Vec<usize>,
}

impl Laid {
    /// The name of the cell at a row and column of the table.
    pub(crate) fn cell(&self, row: usize, column: usize) -> String {
        cell_name(self.rows[row], self.columns[column])
    }
}

const TITLES: [&str; 3] = [
    "Uppföljning av medborgarlöftet",
    "Förs av områdespolisen",
    "Fylls i efter varje tillfälle",
];
const NOTES: [&str; 2] = [
    "Siffrorna är preliminära.",
    "Frågor besvaras av samordnaren.",
];
const EXTRA: [(&str, &str); 3] = [("Ansvarig", "AB"), ("", ""), ("Övrigt", "lugnt")];

impl Clutter {
    /// Lays the table out on a sheet.
    pub(crate) fn lay(&self, name: &str, table: &Table) -> Laid {
        let own = table.headings.len();
        let mut order: Vec<usize> = (0..own + self.extra.min(EXTRA.len())).collect();
        if table.groups.is_none() {
            order.sort_by_key(|column| self.order[*column]);
        }
        let mut columns = vec![0; order.len()];
        for (place, column) in order.iter().enumerate() {
            columns[*column] = self.left + place;
        }
        let mut sheet = Sheet {
            name: name.to_owned(),
            ..Sheet::default()
        };
        sheet.rows.extend(
            TITLES
                .iter()
                .take(self.titles)
                .map(|title| vec![text(*title)]),
        );
        sheet.rows.extend(vec![vec![]; self.gap]);
        if let Some(groups) = &table.groups {
            let mut row = vec![];
            for (from, to, words) in groups {
                put(&mut row, columns[*from], text(words.as_str()));
                if to > from {
                    sheet.merged.push((
                        sheet.rows.len(),
                        columns[*from],
                        sheet.rows.len(),
                        columns[*to],
                    ));
                }
            }
            sheet.rows.push(row);
        }
        let header = sheet.rows.len();
        let mut row = vec![];
        for (column, heading) in table
            .headings
            .iter()
            .map(String::as_str)
            .chain(EXTRA.map(|(heading, _)| heading))
            .enumerate()
        {
            if let (Some(place), false) = (columns.get(column), heading.is_empty()) {
                put(&mut row, *place, text(heading));
            }
        }
        sheet.rows.push(row);
        let mut rows = vec![];
        for (number, cells) in table.rows.iter().enumerate() {
            rows.push(sheet.rows.len());
            let mut row = vec![];
            for (column, cell) in cells.iter().enumerate() {
                put(&mut row, columns[column], cell.clone());
            }
            for (extra, place) in columns.iter().skip(own).enumerate() {
                if (number + extra) % 2 == 0 && !EXTRA[extra].1.is_empty() {
                    put(&mut row, *place, text(EXTRA[extra].1));
                }
            }
            sheet.rows.push(row);
            if self.blank_after == Some(number) {
                sheet.rows.push(vec![]);
            }
        }
        self.put_below(&mut sheet, table, &order, &columns);
        Laid {
            sheet,
            header,
            rows,
            columns,
        }
    }

    /// Sums and notes. Words stand in the first column that has a heading, as people write them.
    fn put_below(&self, sheet: &mut Sheet, table: &Table, order: &[usize], columns: &[usize]) {
        let own = table.headings.len();
        let headed = |column: &&usize| **column < own || !EXTRA[**column - own].0.is_empty();
        let Some(first) = order.iter().find(headed).copied() else {
            return;
        };
        if self.total && !table.summed.contains(&first) && !table.summed.is_empty() {
            let mut row = vec![];
            put(&mut row, columns[first], text("Summa"));
            for column in &table.summed {
                put(&mut row, columns[*column], Cell::Number(777.0));
            }
            sheet.rows.push(row);
        }
        if first >= own || table.notes_under.contains(&first) {
            sheet.rows.push(vec![]);
            for note in NOTES.iter().take(self.notes) {
                let mut row = vec![];
                put(&mut row, columns[first], text(*note));
                sheet.rows.push(row);
            }
        }
    }
}

fn put(row: &mut Vec<Cell>, column: usize, cell: Cell) {
    if row.len() <= column {
        row.resize(column + 1, Cell::Empty);
    }
    row[column] = cell;
}

/// Writes sheets as an .xlsx.
pub(crate) fn write_xlsx(sheets: &[&Sheet], path: &Path) {
    let mut workbook = Workbook::new();
    let date = Format::new().set_num_format("yyyy-mm-dd");
    for sheet in sheets {
        let page = workbook.add_worksheet().set_name(&sheet.name).unwrap();
        for &(top, left, bottom, right) in &sheet.merged {
            let at = |place: usize| u16::try_from(place).unwrap();
            page.merge_range(
                top as u32,
                at(left),
                bottom as u32,
                at(right),
                "",
                &Format::new(),
            )
            .unwrap();
        }
        for (row, cells) in (0u32..).zip(&sheet.rows) {
            for (column, cell) in (0u16..).zip(cells) {
                match cell {
                    Cell::Text(words) => drop(page.write_string(row, column, words).unwrap()),
                    Cell::Number(number) => drop(page.write_number(row, column, *number).unwrap()),
                    Cell::Date { day: Some(day), .. } => {
                        let day = ExcelDateTime::parse_from_str(&day.to_string()).unwrap();
                        page.write_datetime_with_format(row, column, &day, &date)
                            .unwrap();
                    }
                    _ => {}
                }
            }
        }
    }
    workbook.save(path).unwrap();
}

/// Writes any sheets as an .xlsx, as well as one can hold them: names that Excel refuses become others, merges are left out.
pub(crate) fn write_any(sheets: &[Sheet], path: &Path) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    let mut workbook = Workbook::new();
    let date = Format::new().set_num_format("yyyy-mm-dd");
    for (number, sheet) in sheets.iter().enumerate() {
        let page = workbook.add_worksheet();
        let is_plain = sheet.name.chars().all(|sign| sign.is_ascii_alphanumeric());
        let name = if is_plain && number == 0 {
            sheet.name.clone()
        } else {
            format!("Blad{number}")
        };
        page.set_name(name).unwrap();
        page.set_hidden(sheet.hidden && number > 0);
        for (row, cells) in (0u32..).zip(&sheet.rows) {
            for (column, cell) in (0u16..).zip(cells) {
                match cell {
                    Cell::Text(words) => drop(page.write_string(row, column, words).unwrap()),
                    Cell::Number(number) if number.is_finite() => {
                        page.write_number(row, column, *number).unwrap();
                    }
                    Cell::Bool(truth) => drop(page.write_boolean(row, column, *truth).unwrap()),
                    Cell::Date { day: Some(day), .. } => {
                        let day = ExcelDateTime::parse_from_str(&day.to_string()).unwrap();
                        page.write_datetime_with_format(row, column, &day, &date)
                            .unwrap();
                    }
                    _ => {}
                }
            }
        }
    }
    if sheets.is_empty() {
        workbook.add_worksheet();
    }
    workbook.save(path).unwrap();
}

/// Writes a sheet as text, parted as `separator` says, every line as long as the longest, as Excel does.
pub(crate) fn write_csv(sheet: &Sheet, path: &Path, separator: &str) {
    let width = sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
    let words = |row: usize, column: usize| lofte::gather::value::text(sheet.cell(row, column));
    let line = |row| {
        (0..width)
            .map(|column| words(row, column))
            .collect::<Vec<_>>()
            .join(separator)
            + "\n"
    };
    std::fs::write(path, (0..sheet.rows.len()).map(line).collect::<String>()).unwrap();
}
