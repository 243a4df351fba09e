//! Every shape of sheet, on sheets written by hand; and moved about, which changes nothing but the cells' names.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use chrono::NaiveDate;

mod colours;
mod ends;
mod sections;
mod shapes;

use super::*;
use crate::model::activity::Answer;
use crate::model::agreement::{ActivityKind, DeliveryRules, Partner, RowFilter, Source, Test};
use crate::model::quantity::{Amount, Quantity};

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
        id: "kalix".to_owned(),
        sha256: String::new(),
        title: String::new(),
        municipality: String::new(),
        police_area: String::new(),
        term: DateSpan::new(day("2022-01-01"), day("2023-12-31")),
        language: "sv".to_owned(),
        small_numbers: 5,
        background: None,
        success: None,
        reporting: None,
        areas: Vec::new(),
        partners: vec![polisen],
        activities: BTreeMap::from([("timmar".to_owned(), hours), ("samtal".to_owned(), persons)]),
        places: BTreeMap::new(),
        calendar: BTreeMap::new(),
        pledges: Vec::new(),
        sources: vec![Source {
            partner: "polisen".to_owned(),
            files: "*.xlsx".to_owned(),
            expected: None,
            due: None,
            sheets,
            line: 1,
        }],
        delivery: DeliveryRules::default(),
        recipients: Vec::new(),
        indicators: Vec::new(),
        rulings: Vec::new(),
        known: Vec::new(),
        summaries: Vec::new(),
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
    let agreement = agreement(vec![mapping]);
    let filled = filled_down(sheet);
    let mapping = &agreement.sources[0].sheets[0];
    let task = SheetTask {
        agreement: &agreement,
        as_of: day("2023-10-05"),
        source: 0,
        mapping,
        workbook: "Logg.xlsx",
        sheet,
        filled: &filled,
    };
    super::read(&task)
}

/// Activities as «date low-high cell», in short.
fn activities(result: &MappingResult) -> Vec<String> {
    let number = |amount: Amount| (amount.in_hundredths() as f64 / 100.0).to_string();
    let told = result.gathered.activities.iter().map(|activity| {
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
    told.collect()
}

fn codes(result: &MappingResult) -> Vec<String> {
    let cell = |finding: &Finding| finding.place.cell.clone().unwrap_or_default();
    result
        .findings
        .iter()
        .map(|finding| {
            format!("{} {}", finding.code.name(), cell(finding))
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
    ];
    assert_eq!(activities(&result), expected);
    let expected = [
        "duplicate-row B6",
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
    assert_eq!(dispositions(&result), (9, 5, 3));
    assert_eq!(result.dispositions.len(), sheet.rows.len() - 1);
    let undated = result.gathered.activities.last().unwrap();
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
fn merged_dates_hold_for_all_their_rows_and_merged_numbers_count_once() {
    let mut sheet = sheet(
        "2023",
        &[
            "Datum|Plats|Antal|Vecka",
            "2023-06-13|Töre|4|",
            "|Sangis||",
            "2023-06-14|Töre|1|",
        ],
    );
    sheet.merged = vec![(1, 0, 2, 0), (1, 2, 2, 2)];
    let result = read(contacts(), &sheet);
    assert_eq!(
        activities(&result),
        ["2023-06-13 4-4 C2", "2023-06-14 1-1 C4"]
    );
    let without = mapping(
        Layout::Log,
        activity("tillsyn"),
        &[("date", "Datum"), ("place", "Plats")],
    );
    assert_eq!(
        activities(&read(without, &sheet)),
        [
            "2023-06-13 1-1 A2",
            "2023-06-13 1-1 A3",
            "2023-06-14 1-1 A4"
        ]
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

#[test]
fn rows_are_chosen_by_where_and_by_words() {
    let mut chosen = mapping(
        Layout::Log,
        Gives::ByColumn {
            column: column("Typ"),
            values: vec![("Hastighet".to_owned(), "trafik".to_owned())],
        },
        &[("date", "Datum")],
    );
    chosen.only_rows = vec![RowFilter {
        column: column("Genomförd"),
        test: Test::Marked(true),
    }];
    let rows = [
        "Datum|Typ|Genomförd",
        "2023-05-01|hastighet|ja",
        "2023-05-02|Hastighet|nej",
        "2023-05-03|Nykterhet|ja",
    ];
    let result = read(chosen, &sheet("2023", &rows));
    assert_eq!(
        (activities(&result), dispositions(&result)),
        (vec!["2023-05-01 1-1 A2".to_owned()], (1, 2, 0))
    );
}

#[test]
fn hours_come_from_a_grouped_column_or_from_times() {
    let counts = Gives::Counts(vec![("timmar".to_owned(), column("Stadskärnan/Timmar"))]);
    let mut grouped = sheet(
        "2023",
        &[
            "Period|Stadskärnan||Övriga|",
            "|Pass|Timmar|Pass|Timmar",
            "Juli 2023|18|79,5|40|100",
            "Summa|18|80|40|100",
        ],
    );
    grouped.merged = vec![(0, 1, 0, 2), (0, 3, 0, 4)];
    let result = read(
        mapping(Layout::Log, counts, &[("month", "Period")]),
        &grouped,
    );
    assert_eq!(activities(&result), ["2023-07-01/2023-07-31 79.5-79.5 C3"]);
    assert_eq!(codes(&result), ["total-disagrees C4"]);
    let columns = [
        ("date", "Datum"),
        ("time", "Från"),
        ("until", "Till"),
        ("persons", "Antal poliser"),
    ];
    let rows = ["Datum|Från|Till|Antal poliser", "2023-05-05|21:00|01:30|2"];
    let result = read(
        mapping(Layout::Log, activity("timmar"), &columns),
        &sheet("2023", &rows),
    );
    assert_eq!(activities(&result), ["2023-05-05 9-9 A2"]);
}

#[test]
fn numbers_about_persons_are_never_told() {
    let counts = Gives::Counts(vec![("samtal".to_owned(), column("Kallade"))]);
    let rows = [
        "Månad|Kallade",
        "Januari 2023|ca 3",
        "Februari 2023|tre fyra stycken kanske",
        "Summa|77",
    ];
    let result = read(
        mapping(Layout::Log, counts, &[("month", "Månad")]),
        &sheet("2023", &rows),
    );
    assert_eq!(
        codes(&result),
        ["approximate-number B2", "unreadable-number B3"]
    );
    let told = result
        .findings
        .iter()
        .flat_map(|finding| finding.args.values());
    assert!(
        told.into_iter()
            .all(|arg| *arg == crate::model::finding::Arg::from("none"))
    );
}

#[test]
fn requests_are_answered_by_a_date_a_mark_or_not() {
    let answered = mapping(
        Layout::Log,
        activity("klotter"),
        &[("date", "Anmält"), ("answered", "Sanerat")],
    );
    let rows = [
        "Anmält|Sanerat|Hus",
        "2022-12-28|2/1|A",
        "2023-03-06|ja|B",
        "2023-04-06|planeras|C",
        "2023-05-06||D",
        "2023-05-07|beställt|E",
    ];
    let result = read(answered, &sheet("Ärenden", &rows));
    let answers: Vec<Answer> = result
        .gathered
        .requests
        .iter()
        .map(|request| request.answer)
        .collect();
    let first = Answer::On(DateSpan::day(day("2023-01-02")));
    assert_eq!(
        answers,
        [
            first,
            Answer::SameDay,
            Answer::Not,
            Answer::Not,
            Answer::Not
        ]
    );
    assert_eq!(result.made(), 5);
}

#[test]
fn answers_on_another_sheet_are_joined_by_case() {
    let columns = [("case", "Nr"), ("answered", "Svar")];
    let result = read(
        mapping(Layout::Log, Gives::Answers("klotter".to_owned()), &columns),
        &sheet("Svar", &["Nr|Svar", "k-1|2023-05-09", "K 1|2023-05-07"]),
    );
    let asked = mapping(
        Layout::Log,
        activity("klotter"),
        &[("date", "Anmält"), ("case", "Nr"), ("answered", "Klart")],
    );
    let mut requests = read(asked, &sheet("In", &["Nr|Anmält|Klart", "K-1|2023-05-06|"]))
        .gathered
        .requests;
    join(&mut requests, &result.answers);
    assert_eq!(
        requests[0].answer,
        Answer::On(DateSpan::day(day("2023-05-07")))
    );
}

#[test]
fn a_row_that_only_asks_is_used() {
    let counts = ["Kallade", "Genomförda"].map(|heading| (heading.to_lowercase(), column(heading)));
    let columns = [("date", "Anmält"), ("answered", "Klart"), ("place", "Hus")];
    let asked = mapping(Layout::Log, Gives::Counts(counts.into()), &columns);
    let rows = [
        "Anmält|Klart|Hus|Kallade|Genomförda",
        "2023-05-06||A||",
        "2023-05-07|2023-05-09|B|1|",
    ];
    let result = read(asked, &sheet("In", &rows));
    assert_eq!(
        (
            result.gathered.requests.len(),
            result.gathered.activities.len()
        ),
        (2, 1)
    );
    assert_eq!(dispositions(&result), (2, 0, 0));
}

#[test]
fn an_answer_is_of_its_sheets_year_and_not_from_before_the_request() {
    let columns = [("case", "Nr"), ("answered", "Svar")];
    let result = read(
        mapping(Layout::Log, Gives::Answers("klotter".to_owned()), &columns),
        &sheet("Svar 2023", &["Nr|Svar", "K-1|7/5", "K-1|2/5"]),
    );
    let asked = mapping(
        Layout::Log,
        activity("klotter"),
        &[("date", "Anmält"), ("case", "Nr"), ("answered", "Klart")],
    );
    let mut requests = read(asked, &sheet("In", &["Nr|Anmält|Klart", "K-1|2023-05-06|"]))
        .gathered
        .requests;
    join(&mut requests, &result.answers);
    assert_eq!(
        requests[0].answer,
        Answer::On(DateSpan::day(day("2023-05-07")))
    );
}
