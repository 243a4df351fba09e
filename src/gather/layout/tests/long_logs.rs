//! Logs of so many rows that they are added up.

use super::super::row_detail::RowDetail;
use super::*;
use crate::gather::copies::SheetFingerprint;
use crate::model::activity::Activity;
use crate::model::agreement::{Condition, Pledge, Ruling};
use crate::model::target::{Bound, Target, TargetKind, Threshold};

/// A log of these rows: days that come again and again, different places, and some numbers that are not exact.
fn log(rows: std::ops::Range<usize>) -> Sheet {
    let head = "Datum|Plats|Antal".to_owned();
    let row = |number: usize| {
        let day = format!("2023-{:02}-{:02}", number % 9 + 1, number % 28 + 1);
        let count = match number % 400 {
            7 => "ca 5".to_owned(),
            8 => "minst 2".to_owned(),
            _ => (number % 4 + 1).to_string(),
        };
        format!("{day}|Plats {number}|{count}")
    };
    let rows: Vec<String> = std::iter::once(head).chain(rows.map(row)).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    sheet("Logg", &rows)
}

fn of_patrols() -> SheetMapping {
    let columns = [("date", "Datum"), ("place", "Plats"), ("count", "Antal")];
    mapping(Layout::Log, activity("patrull"), &columns)
}

/// What each day has in all.
fn by_day(results: &[MappingResult]) -> BTreeMap<DateSpan, Quantity> {
    let mut days = BTreeMap::new();
    for one in results
        .iter()
        .flat_map(|result| &result.gathered.activities)
    {
        let day: &mut Quantity = days.entry(one.date).or_insert(Quantity::ZERO);
        *day = day.plus(one.value);
    }
    days
}

#[test]
fn the_days_of_a_long_log_have_what_its_rows_have() {
    let all = RowDetail::Usual.most_rows() + 500;
    let long = read(of_patrols(), &log(0..all));
    let parts = [0..all / 2, all / 2..all].map(|rows| read(of_patrols(), &log(rows)));
    assert_eq!(by_day(std::slice::from_ref(&long)), by_day(&parts));
    let rows: usize = parts
        .iter()
        .map(|part| part.gathered.activities.len())
        .sum();
    let counted: u32 = long.gathered.activities.iter().map(|one| one.rows).sum();
    assert_eq!((rows, counted as usize), (all, all), "no row is lost");
    assert!(long.gathered.activities.len() < 3 * 252);
    assert_eq!(dispositions(&long), (all, 0, 0));
    assert_eq!(long.reported, &parts[0].reported | &parts[1].reported);
    let told = |finding: &Finding| finding.code().name() == "rows-added-up";
    assert_eq!(long.findings.iter().filter(|one| told(one)).count(), 1);
    assert!(!parts.iter().flat_map(|part| &part.findings).any(told));
}

#[test]
fn in_short_a_shorter_log_is_added_up_too() {
    let (of, sheet) = (agreement(vec![of_patrols()]), log(0..1_500));
    let [long, short] =
        [RowDetail::Usual, RowDetail::Short].map(|detail| read_in(detail, &of, &sheet));
    assert_eq!(long.gathered.activities.len(), 1_500);
    assert!(short.gathered.activities.len() < 1_500);
    assert_eq!(by_day(&[long]), by_day(&[short]));
}

#[test]
fn a_ruled_row_of_a_long_log_stays_a_row_and_its_digests_are_those_of_the_sums() {
    let mut agreement = agreement(vec![of_patrols()]);
    agreement.rulings = vec![Ruling {
        workbook: "Logg.xlsx".to_owned(),
        sheet: "Logg".to_owned(),
        cell: "A400".to_owned(),
        counts: false,
        why: "Provkörning".to_owned(),
        by: "styrgruppen".to_owned(),
        date: day("2023-10-01"),
    }];
    let digests = |rows: std::ops::Range<usize>| {
        let sheet = log(rows);
        let result = read_for(&agreement, &sheet);
        let mut fingerprint = SheetFingerprint::of(&sheet);
        fingerprint.join(&result.joined.iter().copied().collect());
        (result, fingerprint)
    };
    let all = RowDetail::Usual.most_rows() + 500;
    let (result, fingerprint) = digests(0..all);
    let ruled = result.gathered.activities.iter();
    let ruled: Vec<_> = ruled.filter(|one| one.origin.cell == "C400").collect();
    assert_eq!((ruled.len(), ruled[0].rows), (1, 1));
    // A row for each sum, and one for the header.
    assert_eq!(fingerprint.rows.len(), result.gathered.activities.len() + 1);
    assert_ne!(fingerprint, digests(0..all - 1).1);
}

/// A pledge of at least one patrol that fits these conditions.
fn pledge(only: Vec<Condition>) -> Pledge {
    let number = Threshold {
        bound: Bound::Least,
        number: Amount::ONE,
    };
    let target = Target {
        only,
        ..Target::new(TargetKind::Count(number), &["patrull"])
    };
    Pledge {
        id: "1".to_owned(),
        name: None,
        area: None,
        text: String::new(),
        responsible: Vec::new(),
        statement: None,
        stale_after: None,
        targets: vec![target],
        notes: Vec::new(),
        interpretation: None,
        any_target: false,
        partial: false,
        line: 1,
    }
}

#[test]
fn rows_of_a_long_log_stay_apart_by_what_is_asked_inside_any_and_not() {
    let asked = |place: &str| Condition {
        field: "place".to_owned(),
        test: Test::AnyOf(vec![place.to_owned()]),
    };
    let inside = |test| Condition {
        field: String::new(),
        test,
    };
    let row = |number: usize| {
        format!(
            "2023-03-{:02}|{}|1|{number}",
            number % 28 + 1,
            ["Norr", "Söder"][number % 2]
        )
    };
    let all = RowDetail::Usual.most_rows() + 500;
    let head = "Datum|Plats|Antal|Nr".to_owned();
    let rows: Vec<String> = std::iter::once(head).chain((0..all).map(row)).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let of_place = |only: Vec<Condition>| {
        let mut agreement = agreement(vec![of_patrols()]);
        agreement.pledges = vec![pledge(only)];
        let result = read_for(&agreement, &sheet("Logg", &rows));
        let all = &result.gathered.activities;
        let place = |one: &&Activity| {
            one.fields
                .get("place")
                .is_some_and(|field| field.text == "Norr")
        };
        let north: Quantity = all.iter().filter(place).map(|one| one.value).sum();
        (all.len(), north)
    };
    let half = Quantity::whole(all as u64 / 2);
    for test in [
        Test::Any(vec![vec![asked("Norr")], vec![asked("Tuna")]]),
        Test::Not(vec![asked("Söder")]),
        Test::Not(vec![inside(Test::Any(vec![vec![asked("Söder")]]))]),
    ] {
        assert_eq!(of_place(vec![inside(test)]), (28, half));
    }
}
