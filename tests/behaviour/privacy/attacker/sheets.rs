//! The attacker's reading of `summary.xlsx`: windows, their rows, the reckoning's sheet, and the verdicts month by month.

use std::collections::BTreeMap;
use std::path::Path;

use calamine::{Data, Reader, Xlsx, open_workbook};

use super::reading::{Told, bounds, verdict_of_month};
use super::town::{MONTHS, Promise, day};
use crate::setup::files::files_ending;

/// A sheet's cells by its headings.
struct Sheet(Vec<Vec<Data>>);

impl Sheet {
    fn rows(&self) -> impl Iterator<Item = &Vec<Data>> {
        self.0.iter().skip(1)
    }

    fn column(&self, heading: &str) -> usize {
        let mut head = self.0[0].iter();
        head.position(|cell| *cell == *heading)
            .unwrap_or_else(|| panic!("no column {heading}"))
    }
}

/// What the workbooks of a version tell.
pub(super) fn read(version: &Path, promises: &[Promise], month: usize) -> Vec<Told> {
    let mut told = Vec::new();
    for path in files_ending(version, "summary.xlsx") {
        let mut workbook: Xlsx<_> = open_workbook(path).unwrap();
        // The public edition has not all of them.
        let mut sheet = |name: &str| {
            let range = workbook.worksheet_range(name).ok()?;
            Some(Sheet(range.rows().map(<[Data]>::to_vec).collect()))
        };
        let targets = sheet("Mål").unwrap();
        let windows = windows(&targets, month);
        for (window, row) in windows.iter().zip(targets.rows()) {
            let number = |heading: &str| whole(&row[targets.column(heading)]);
            told.extend(window.told(number("Lägst"), month));
            let status = row[targets.column("Läge")].to_string();
            let pace = number("Jämn takt hittills");
            let ends = bounds(name_of(&status), number("Krav"), pace);
            told.extend(window.bounded(ends, month));
        }
        for (name, low) in [("Beräkning", "Lägst"), ("Underlag", "Lägst")] {
            let Some(sheet) = sheet(name) else { continue };
            let mut sums: BTreeMap<i64, i64> = BTreeMap::new();
            for row in sheet.rows() {
                let cell = |heading: &str| row.get(sheet.column(heading)).and_then(whole);
                if let (Some(line), Some(sum)) = (cell("Tidens rad"), cell(low)) {
                    *sums.entry(line).or_insert(0) += sum;
                }
            }
            for window in &windows {
                told.extend(window.told(sums.get(&window.line).copied(), month));
            }
        }
        let course = sheet("Månad för månad").unwrap();
        for row in course.rows() {
            let Some(promise) = whole(&row[0]).map(|number| number as usize - 1) else {
                continue;
            };
            for (heading, cell) in course.0[0].iter().zip(row) {
                let first: Option<chrono::NaiveDate> = format!("{heading}-01").parse().ok();
                let at = first.and_then(month_of);
                let status = cell.to_string();
                told.extend(
                    at.and_then(|at| verdict_of_month(name_of(&status), promises, promise, at)),
                );
            }
        }
    }
    told
}

/// A row of the sheet of targets: the line by which others name it, whose it is, and its months.
struct Window {
    line: i64,
    promise: usize,
    from: usize,
    to: usize,
}

impl Window {
    fn told(&self, sum: Option<i64>, month: usize) -> Option<Told> {
        let sum = sum.filter(|_| self.from <= month)?;
        Some(Told::sum(self.promise, self.from, self.to.min(month), sum))
    }

    fn bounded(&self, ends: (Option<i64>, Option<i64>), month: usize) -> Option<Told> {
        let days = (self.from, self.to.min(month));
        (self.from <= month).then(|| Told::between(self.promise, days, ends))
    }
}

fn windows(targets: &Sheet, month: usize) -> Vec<Window> {
    let cell = |row: &[Data], heading: &str| whole(&row[targets.column(heading)]);
    let day_of = |serial: i64| {
        let first = chrono::NaiveDate::from_ymd_opt(1899, 12, 30).unwrap();
        first + chrono::Days::new(serial as u64)
    };
    let windows = targets.rows().map(|row| Window {
        line: cell(row, "Tidens rad").unwrap(),
        promise: cell(row, "Nr").unwrap() as usize - 1,
        from: month_of(day_of(cell(row, "Från").unwrap())).unwrap(),
        to: month_of(day_of(cell(row, "Till").unwrap())).unwrap_or(month),
    });
    windows.collect()
}

fn month_of(date: chrono::NaiveDate) -> Option<usize> {
    (0..MONTHS).rfind(|month| day(*month, 1) <= date)
}

fn whole(cell: &Data) -> Option<i64> {
    match cell {
        Data::Int(number) => Some(*number),
        Data::Float(number) => Some(*number as i64),
        Data::DateTime(date) => Some(date.as_f64() as i64),
        _ => None,
    }
}

/// A verdict by the machine's name.
fn name_of(words: &str) -> &'static str {
    match words {
        "Uppfyllt" => "fulfilled",
        "Ej uppfyllt" => "not-fulfilled",
        "I fas" => "on-track",
        "Ligger efter" => "behind",
        _ => "",
    }
}
