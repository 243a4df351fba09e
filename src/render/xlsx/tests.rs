#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use super::super::sample;
use super::*;
use crate::model::agreement::Audience;
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
    for hostile in ["<f>1+1", "<f>@SUM", "<f>+46"] {
        assert!(!formulas.iter().any(|formula| formula.starts_with(hostile)));
    }
    assert!(members.values().any(|text| text.contains("<t>=1+1</t>")));
    // Links lead to places in the workbook and nowhere else.
    assert!(!members.keys().any(|name| name.contains("externalLink")));
    assert!(
        !members
            .iter()
            .any(|(name, text)| name.contains("_rels") && text.contains("example.se"))
    );
}

#[test]
fn every_formula_asks_for_cells_that_are_there() {
    let members = members(&sample::report(), &Audience::Full);
    let tables: Vec<&str> = members
        .iter()
        .filter(|(name, _)| name.starts_with("xl/tables/"))
        .filter_map(|(_, text)| text.split("displayName=\"").nth(1)?.split('"').next())
        .collect();
    let formulas = members
        .iter()
        .filter(|(name, _)| name.starts_with("xl/worksheets/"))
        .flat_map(|(_, text)| text.split("<f>").skip(1))
        .filter_map(|rest| rest.split("</f>").next());
    let mut asked = 0;
    for formula in formulas {
        for (at, _) in formula.match_indices('[') {
            let table = formula[..at]
                .rsplit(|sign: char| !sign.is_ascii_alphabetic())
                .next()
                .unwrap();
            if !table.is_empty() {
                asked += 1;
                assert!(tables.contains(&table), "{table} of {formula}");
            }
        }
    }
    assert!(asked > 0);
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

/// Run alone, since the peak is that of the whole process: `cargo test --lib -- --ignored hundred_thousand`. `LOFTE_KEEP` names a
/// file to write the workbook to, for opening it.
#[test]
#[ignore = "measures the memory of the whole process"]
fn a_hundred_thousand_activities_take_less_than_300_megabytes() {
    let mut report = sample::report();
    let target = &mut report.assessments[0].targets[0];
    let row = target.counted[0].clone();
    let rows = (0..100_000).map(|number| {
        let mut row = row.clone();
        row.origin.cell = format!("B{}", number + 2);
        row
    });
    target.counted = rows.collect();
    let bytes = render(&sample::edition(&report, &Audience::Full), &wording()).unwrap();
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = peak.unwrap().trim().split(' ').next().unwrap();
    let kilobytes: u64 = kilobytes.parse().unwrap();
    if let Some(place) = std::env::var_os("LOFTE_KEEP") {
        std::fs::write(place, &bytes).unwrap();
    }
    assert!(kilobytes < 300_000, "{kilobytes} kB");
}
