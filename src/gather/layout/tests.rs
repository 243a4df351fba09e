//! Every shape of sheet, on sheets written by hand; and moved about, which changes nothing but the cells' names.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use chrono::NaiveDate;

mod cells;
mod colours;
mod derived;
mod derived_time;
mod ends;
mod long_logs;
mod measures;
mod month_columns;
mod odd_numbers;
mod requests;
mod sections;
mod shapes;
mod states;
mod sums;

use super::*;
use crate::model::activity::Answer;
use crate::model::agreement::{ActivityKind, Partner, RowCondition, RowFilter, Source, Test};
use crate::model::agreement::{Agreement, Column, Gives, Layout, SheetMapping, Unit};
use crate::model::finding::Finding;
use crate::model::quantity::{Amount, Quantity};
use crate::model::span::DateSpan;
use std::collections::BTreeMap;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn column(heading: &str) -> Column {
    match heading.split_once('/') {
        Some((under, heading)) => Column {
            heading: heading.to_owned(),
            under: Some(under.to_owned()),
        },
        None => Column {
            heading: heading.to_owned(),
            under: None,
        },
    }
}

fn mapping(layout: Layout, gives: Gives, columns: &[(&str, &str)]) -> SheetMapping {
    SheetMapping {
        name: None,
        layout,
        gives,
        columns: columns
            .iter()
            .map(|(field, heading)| ((*field).to_owned(), column(heading)))
            .collect(),
        partner_columns: BTreeMap::new(),
        only_rows: Vec::new(),
        expected: None,
        line: 1,
    }
}

fn activity(name: &str) -> Gives {
    Gives::Activity(name.to_owned())
}

/// A log of visits by month.
fn monthly_log() -> SheetMapping {
    mapping(
        Layout::Log,
        activity("besök"),
        &[("month", "Månad"), ("count", "Antal")],
    )
}

fn agreement(sheets: Vec<SheetMapping>) -> Agreement {
    let polisen = Partner {
        id: "polisen".to_owned(),
        name: "Polisen, lokalpolisområde Kalix".to_owned(),
        also: vec!["Polisen".to_owned()],
        address: None,
    };
    let hours = ActivityKind {
        unit: Unit::Hours,
        ..ActivityKind::default()
    };
    let persons = ActivityKind {
        persons: true,
        ..ActivityKind::default()
    };
    Agreement {
        partners: vec![polisen],
        activities: BTreeMap::from([("timmar".to_owned(), hours), ("samtal".to_owned(), persons)]),
        sources: vec![Source {
            partner: "polisen".to_owned(),
            files: "*.xlsx".to_owned(),
            pattern: "*.xlsx".to_owned(),
            expected: None,
            due: None,
            ignored: Vec::new(),
            sheets,
            line: 1,
        }],
        ..Agreement::of_term(DateSpan::new(day("2022-01-01"), day("2023-12-31")))
    }
}

/// A sheet in text: cells between `|`, numbers and ISO days as such.
fn sheet(name: &str, rows: &[&str]) -> Sheet {
    let cell = |text: &str| {
        let text = text.trim();
        match (text.parse::<f64>(), text.parse::<NaiveDate>()) {
            _ if text.is_empty() => Cell::Empty,
            (Ok(number), _) => Cell::Number(number),
            (_, Ok(day)) => Cell::Date {
                day: Some(day),
                time: None,
                serial: None,
            },
            _ => Cell::Text(text.to_owned()),
        }
    };
    let rows = rows
        .iter()
        .map(|row| row.split('|').map(cell).collect())
        .collect();
    Sheet {
        name: name.to_owned(),
        rows,
        ..Sheet::default()
    }
}

fn read(mapping: SheetMapping, sheet: &Sheet) -> MappingResult {
    read_for(&agreement(vec![mapping]), sheet)
}

/// A sheet by the only mapping of an agreement.
fn read_for(agreement: &Agreement, sheet: &Sheet) -> MappingResult {
    read_in(RowDetail::Usual, agreement, sheet)
}

fn read_in(detail: RowDetail, agreement: &Agreement, sheet: &Sheet) -> MappingResult {
    let filled = filled_down(sheet);
    let task = SheetTask {
        several: false,
        agreement,
        as_of: &AsOf::new(day("2023-10-05")),
        source: 0,
        mapping: &agreement.sources[0].sheets[0],
        workbook: "Logg.xlsx",
        sheet,
        filled: &filled,
        detail,
    };
    super::read(&task)
}

/// Activities as «date low-high cell», in short.
fn activities(result: &MappingResult) -> Vec<String> {
    let number = |amount: Amount| (amount.in_hundredths() as f64 / 100.0).to_string();
    let found = result.gathered.activities.iter().map(|activity| {
        let date = if activity.dated {
            activity.date.to_string()
        } else {
            "?".to_owned()
        };
        let high = activity.value.high().map_or("…".to_owned(), number);
        format!(
            "{date} {}-{high} {}",
            number(activity.value.low()),
            activity.origin.cell
        )
    });
    found.collect()
}

fn codes(result: &MappingResult) -> Vec<String> {
    let cell = |finding: &Finding| finding.place.cell.clone().unwrap_or_default();
    result
        .findings
        .iter()
        .map(|finding| {
            format!("{} {}", finding.code().name(), cell(finding))
                .trim()
                .to_owned()
        })
        .collect()
}

fn dispositions(result: &MappingResult) -> (usize, usize, usize) {
    let with = |disposition: RowDisposition| {
        result
            .dispositions
            .values()
            .filter(|known| **known == disposition)
            .count()
    };
    (
        with(RowDisposition::Used),
        with(RowDisposition::Skipped),
        with(RowDisposition::Rejected),
    )
}

fn contacts() -> SheetMapping {
    let columns = [
        ("date", "Datum"),
        ("week", "Vecka"),
        ("place", "Plats"),
        ("count", "Antal"),
    ];
    mapping(Layout::Log, activity("kontakt"), &columns)
}

#[test]
fn a_log_gives_an_activity_a_row_and_accounts_for_all() {
    let sheet = sheet(
        "Kv2 2023",
        &[
            "Vecka|Datum|Plats|Antal|Anm",
            "15|2023-04-13|Töre|1|",
            "20|19/5|Sangis|ca 3|",
            "21||Töre|2|",
            "22|2023-05-30|Töre|2|",
            "22|2023-05-30|Töre|2|",
            "25|2032-06-20|Töre|2|",
            "|2023-06-21|Töre|blandat|",
            "|2023-06-22|Töre||",
            "||Töre|1|",
            "|snart|Töre|1|",
            "|2023-12-24|Töre|1|",
            "|2023-06-23|Planerat|1|",
            "|2023-06-24|Töre|0|",
            "||||bara en anmärkning",
            "26||||",
            "Summa|||99|",
            "Obs! Fylls i av yttre personal.",
        ],
    );
    let result = read(contacts(), &sheet);
    let expected = [
        "2023-04-13 1-1 D2",
        "2023-05-19 2-4 D3",
        "2023-05-22/2023-05-28 2-2 D4",
        "2023-05-30 2-2 D5",
        "2023-06-21 0-… D8",
        "2023-06-22 0-… D9",
        "? 1-1 D10",
        "? 1-1 D11",
        "2023-06-23 0-1 D13",
    ];
    assert_eq!(activities(&result), expected);
    let expected = [
        "duplicate-row B6",
        "perhaps-not-held B13",
        "assumed-year",
        "approximate-number D3",
        "date-outside-term B7",
        "unreadable-number D8",
        "missing-value D9",
        "missing-date B10",
        "unreadable-date B11",
        "date-in-future B12",
    ];
    assert_eq!(codes(&result), expected);
    assert_eq!(dispositions(&result), (10, 4, 3));
    assert_eq!(result.dispositions.len(), sheet.rows.len() - 1);
    let undated = result
        .gathered
        .activities
        .iter()
        .rev()
        .find(|one| !one.dated)
        .unwrap();
    assert_eq!(undated.date, DateSpan::year(2023).unwrap());
}

#[test]
fn a_moved_log_gives_the_same() {
    let plain = [
        "Vecka|Datum|Plats|Antal",
        "15|2023-04-13|Töre|1",
        "16|20/4|Sangis|2-3",
        "||Summa|3",
    ];
    let moved = [
        "Logg 2023",
        "",
        "",
        "|Antal:|PLATS|x|Da-tum|v|Vecka",
        "",
        "|1|Töre||2023-04-13||15",
        "|2-3|Sangis||20/4||16",
        "|3|Summa",
    ];
    let (plain, moved) = (
        read(contacts(), &sheet("2023", &plain)),
        read(contacts(), &sheet("Blad1", &moved)),
    );
    assert_eq!(
        activities(&plain),
        ["2023-04-13 1-1 D2", "2023-04-20 2-3 D3"]
    );
    assert_eq!(
        activities(&moved),
        ["2023-04-13 1-1 B6", "2023-04-20 2-3 B7"]
    );
    let contents = |result: &MappingResult| {
        result
            .gathered
            .activities
            .iter()
            .map(|one| one.content.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(contents(&plain), contents(&moved));
}

#[test]
fn missing_headings_are_told() {
    let sheet = sheet(
        "Blad1",
        &["Datum|Vecka|Plats|Antl bilar", "2023-04-13|15|Töre|1"],
    );
    let result = read(contacts(), &sheet);
    assert_eq!(codes(&result), ["missing-heading"]);
    assert!(result.damaged && result.gathered.activities.is_empty());
    // Without a column that only describes, the rows are still read.
    let sheet = self::sheet("Blad1", &["Datum|Vecka|Gata|Antal", "2023-04-13|15|Töre|1"]);
    let result = read(contacts(), &sheet);
    assert_eq!(
        (codes(&result), activities(&result)),
        (
            vec!["missing-heading".to_owned()],
            vec!["2023-04-13 1-1 D2".to_owned()]
        )
    );
}

#[test]
fn another_table_below_is_left_alone() {
    let rows = [
        "Datum|Vecka|Plats|Antal",
        "2023-06-13||Töre|1",
        "",
        "Nr|Åtgärd|Ansvarig|Klart",
        "1|Lampa|Kommunen|5",
        "2|Buske|Kommunen|6",
    ];
    let result = read(contacts(), &sheet("2023", &rows));
    assert_eq!(
        (
            activities(&result).len(),
            dispositions(&result),
            codes(&result).len()
        ),
        (1, (1, 3, 0), 0)
    );
    // The same headings once more are the same table.
    let rows = [
        "Datum|Vecka|Plats|Antal",
        "2023-06-13||Töre|1",
        "",
        "Datum|Vecka|Plats|Antal",
        "2023-06-14||Töre|5",
    ];
    assert_eq!(
        activities(&read(contacts(), &sheet("2023", &rows))).len(),
        2
    );
}
