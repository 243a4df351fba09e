#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use super::super::sample;
use super::*;
use crate::model::agreement::Audience;
use crate::model::quantity::Amount;
use crate::model::report::Report;

fn wording() -> Wording {
    Wording::new("sv", &sample::activities()).unwrap()
}

/// The files inside a workbook, by name.
fn members(report: &Report, audience: &Audience) -> BTreeMap<String, String> {
    let bytes = render(&sample::edition(report, audience), &wording()).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut members = BTreeMap::new();
    for index in 0..archive.len() {
        let mut member = archive.by_index(index).unwrap();
        let mut text = String::new();
        member.read_to_string(&mut text).unwrap();
        members.insert(member.name().unwrap().into_owned(), text);
    }
    members
}

#[test]
fn the_same_report_is_the_same_bytes() {
    let book = || {
        render(
            &sample::edition(&sample::report(), &Audience::Full),
            &wording(),
        )
        .unwrap()
    };
    assert_eq!(book(), book());
}

#[test]
fn nothing_hidden_goes_out() {
    let members = members(&sample::report(), &Audience::Full);
    for (name, text) in &members {
        assert!(
            !name.contains("comment") && !name.contains("externalLink"),
            "{name}"
        );
        assert!(
            !text.contains("hidden=\"1\"") && !text.contains("state=\"hidden\""),
            "{name}"
        );
    }
}

#[test]
fn texts_are_never_formulas() {
    let mut report = sample::report();
    for (pledge, text) in
        report
            .agreement
            .pledges
            .iter_mut()
            .zip(["=1+1", "@SUM(A1)", "+46", "http://example.se"])
    {
        pledge.text = text.to_owned();
    }
    let members = members(&report, &Audience::Full);
    let formulas: Vec<_> = members
        .values()
        .flat_map(|text| text.match_indices("<f>").map(|(at, _)| &text[at..]))
        .collect();
    assert!(!formulas.is_empty());
    assert!(
        formulas
            .iter()
            .all(|formula| formula.starts_with("<f>SUMIFS("))
    );
    assert!(members.values().any(|text| text.contains("<t>=1+1</t>")));
    assert!(!members.values().any(|text| text.contains("<hyperlink")));
}

/// Reckons the formulas of the targets again from the rows of the evidence.
#[test]
fn formulas_equal_their_values() {
    let edition = sample::edition(&sample::report(), &Audience::Full);
    let wording = wording();
    let evidence = targets::Evidence::new(&edition, &wording);
    let table = targets::table(&edition, &evidence, &wording);
    let evidence = evidence.table(&wording);
    let counted_rows: Vec<Vec<TableCell>> = evidence.rows.collect();
    let columns = "ABCDEFGHIJKLMNOP";
    let mut formulas = 0;
    for (index, row) in table.rows.enumerate() {
        for cell in &row {
            let TableCell::Sum(formula, value) = cell else {
                continue;
            };
            formulas += 1;
            let (row_number, last) = (index + 2, counted_rows.len() + 1);
            let column = columns
                .find(formula.split("!$").nth(1).unwrap().chars().next().unwrap())
                .unwrap();
            let range = |letter: char| format!("'{}'!${letter}$2:${letter}${last}", evidence.sheet);
            let letter = columns.chars().nth(column).unwrap();
            let asked = format!(
                "=SUMIFS({},{},$L${row_number},{},$M${row_number})",
                range(letter),
                range('I'),
                range('J')
            );
            assert_eq!(*formula, asked);
            let same = counted_rows
                .iter()
                .filter(|counted| counted[8] == row[11] && counted[9] == row[12]);
            let sum = same.fold(Amount::ZERO, |sum, counted| match counted[column] {
                TableCell::Amount(amount) => sum.plus(amount),
                _ => sum,
            });
            assert_eq!(sum, *value);
        }
    }
    // Of the contacts, 2022 adds up to both bounds, and next year to nothing yet; 2023 does not, as rows of it are not in
    // the sample.
    assert_eq!(formulas, 2 + 2);
}

#[test]
fn withheld_figures_are_a_word() {
    for audience in [Audience::Full, Audience::Public] {
        for (name, text) in members(&sample::report(), &audience) {
            assert!(
                !text.contains("HEMLIG7") && !text.contains("4 samtal"),
                "{name}"
            );
        }
    }
}

#[test]
fn an_empty_sheet_says_so() {
    let mut report = sample::report();
    report.findings.clear();
    report.reporting.clear();
    let members = members(&report, &Audience::Full);
    let nothing = format!("<t>{}</t>", wording().text("xlsx-nothing"));
    assert!(members.values().any(|text| text.contains(&nothing)));
}

#[test]
fn the_date_of_making_is_the_day_of_the_report() {
    let members = members(&sample::report(), &Audience::Full);
    assert!(members["docProps/core.xml"].contains("2023-10-05T00:00:00Z"));
}
