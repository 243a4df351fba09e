//! The same occasion in the workbooks of two partners: surely one, perhaps two, until somebody has settled it.

use lofte::assess::assess;
use lofte::gather::gather;
use lofte::gather::isolate::Isolation;
use lofte::model::finding::{Code, Finding};
use lofte::model::report::History;
use lofte::model::span::Period;

const AGREEMENT: &str = r#"
title = "Medborgarlöfte Provköping 2023"
municipality = "Provköpings kommun"
police_area = "Lokalpolisområde Provköping"
from = 2023-01-01
to = 2023-12-31
language = "sv"
[partners.polisen]
name = "Polisen"
[partners.kommunen]
name = "Kommunen"
also = ["Fritid"]
[activities.fotpatrull]
one = "fotpatrull"
many = "fotpatruller"
[[pledge]]
id = "fotpatruller"
text = "Fotpatrullera minst 20 gånger under året."
responsible = ["polisen"]
[[pledge.target]]
of = "fotpatrull"
at_least = 20
over = "year"
ASKED
[[source]]
partner = "polisen"
files = "polisen.csv"
[[source.sheet]]
layout = "log"
activity = "fotpatrull"
columns = COLUMNS
[[source]]
partner = "kommunen"
files = "kommunen.csv"
[[source.sheet]]
layout = "log"
activity = "fotpatrull"
columns = COLUMNS
"#;
const COLUMNS: &str = r#"{ date = "Datum", count = "Antal", place = "Plats", time = "Tid", partners = "Med", note = "Anm" }"#;

/// What counts in September of these rows, «datum;antal;plats;tid;med;anm», and the findings of two reporting one.
fn outcome(
    polisen: &str,
    kommunen: &str,
    asked: &str,
    more: &str,
) -> ((u64, Option<u64>), Vec<Finding>) {
    let room = tempfile::tempdir().unwrap();
    for (name, rows) in [("polisen", polisen), ("kommunen", kommunen)] {
        let text = format!(
            "Datum;Antal;Plats;Tid;Med;Anm;Förs av {name}\n{}\n",
            rows.replace(' ', "\n")
        );
        std::fs::write(room.path().join(format!("{name}.csv")), text).unwrap();
    }
    let text = AGREEMENT
        .replace("COLUMNS", COLUMNS)
        .replace("ASKED", asked)
        + more;
    let loaded = lofte::load::load("prov", &text, &|_| None);
    let agreement = loaded
        .value
        .unwrap_or_else(|| panic!("{:?}", loaded.findings));
    let as_of = "2023-10-05".parse().unwrap();
    let gathered = gather(&agreement, room.path(), as_of, &Isolation::InProcess)
        .unwrap()
        .value;
    let period = Period::month(2023, 9).unwrap();
    let assessed = assess(&agreement, &gathered, &period, as_of, &History::default());
    let outcome = assessed.value[0].targets[0].windows[0].outcome.unwrap();
    let things = |amount: lofte::model::quantity::Amount| amount.in_hundredths() / 100;
    let found = assessed
        .findings
        .into_iter()
        .filter(|finding| finding.code() == Code::ReportedByTwo)
        .collect();
    ((things(outcome.low()), outcome.high().map(things)), found)
}

#[test]
fn one_occasion_in_two_workbooks_counts_once_surely_and_twice_perhaps() {
    for (what, polisen, kommunen, low, high, found) in [
        (
            "the same place",
            "2023-09-01;2;Töre;;;",
            "2023-09-01;2;TÖRE;;;",
            2,
            4,
            1,
        ),
        (
            "the same time",
            "2023-09-01;2;;18.00;;",
            "2023-09-01;2;;18:00;;",
            2,
            4,
            1,
        ),
        (
            "one names the other",
            "2023-09-01;2;;;Fritid;",
            "2023-09-01;2;;;;",
            2,
            4,
            1,
        ),
        (
            "other words beside",
            "2023-09-01;2;Töre;;;lugnt",
            "2023-09-01;2;Töre;;;kallt",
            2,
            4,
            1,
        ),
        (
            "nothing in common but the day",
            "2023-09-01;2;;;;",
            "2023-09-01;2;;;;",
            4,
            4,
            0,
        ),
        (
            "another place",
            "2023-09-01;2;Töre;;;",
            "2023-09-01;2;Sangis;;;",
            4,
            4,
            0,
        ),
        (
            "another time",
            "2023-09-01;2;Töre;18.00;;",
            "2023-09-01;2;Töre;21.00;;",
            4,
            4,
            0,
        ),
        (
            "another number",
            "2023-09-01;2;Töre;;;",
            "2023-09-01;3;Töre;;;",
            5,
            5,
            0,
        ),
        (
            "another day",
            "2023-09-01;2;Töre;;;",
            "2023-09-02;2;Töre;;;",
            4,
            4,
            0,
        ),
        (
            "a whole month",
            "2023-09;2;Töre;;;",
            "2023-09;2;Töre;;;",
            4,
            4,
            0,
        ),
        (
            "two and one",
            "2023-09-01;2;Töre;;;a 2023-09-01;2;Töre;;;b",
            "2023-09-01;2;Töre;;;",
            4,
            6,
            1,
        ),
        (
            "two and two",
            "2023-09-01;2;Töre;;;a 2023-09-01;2;Töre;;;b",
            "2023-09-01;2;Töre;;;a 2023-09-01;2;Töre;;;b",
            4,
            8,
            2,
        ),
        (
            "one partner alone",
            "2023-09-01;2;Töre;;;a 2023-09-01;2;Töre;;;b",
            "2023-09-09;1;;;;",
            5,
            5,
            0,
        ),
        (
            "after the period",
            "2023-10-02;2;Töre;;;",
            "2023-10-02;2;Töre;;;",
            0,
            0,
            0,
        ),
    ] {
        let (outcome, findings) = outcome(polisen, kommunen, "", "");
        assert_eq!(
            (outcome, findings.len()),
            ((low, Some(high)), found),
            "{what}"
        );
    }
}

#[test]
fn both_cells_are_named() {
    let (_, findings) = outcome(
        "2023-09-01;2;Töre;;;",
        "2023-09-05;1;;;; 2023-09-01;2;Töre;;;",
        "",
        "",
    );
    let finding = &findings[0];
    let (workbook, cell) = (
        finding.place.workbook.as_deref(),
        finding.place.cell.as_deref(),
    );
    assert_eq!((workbook, cell), (Some("kommunen.csv"), Some("B3")));
    let wording = lofte::wording::Wording::new("sv", &std::collections::BTreeMap::new()).unwrap();
    let found = wording.message(finding);
    for word in ["Polisen", "polisen.csv", "B2"] {
        assert!(found.contains(word), "{word}: {found}");
    }
}

#[test]
fn a_ruling_on_either_row_settles_it() {
    for (workbook, counts, sum) in [
        ("polisen.csv", true, 4),
        ("polisen.csv", false, 2),
        ("kommunen.csv", true, 4),
        ("kommunen.csv", false, 2),
    ] {
        let sheet = workbook.trim_end_matches(".csv");
        let ruling = format!(
            "[[ruling]]\nat = {{ workbook = \"{workbook}\", sheet = \"{sheet}\", cell = \"B2\" }}\ncounts = {counts}\nwhy = \"w\"\nby = \"b\"\ndate = 2023-10-03\n"
        );
        let settled = outcome("2023-09-01;2;Töre;;;", "2023-09-01;2;Töre;;;", "", &ruling);
        assert_eq!(settled, ((sum, Some(sum)), vec![]), "{workbook} {counts}");
    }
}

#[test]
fn where_only_the_second_counts_it_counts_in_full() {
    let asked = "require = { note = [\"godkänd\"] }";
    let counted = |polisen: &str, kommunen: &str| outcome(polisen, kommunen, asked, "").0;
    assert_eq!(
        counted("2023-09-01;2;Töre;;;nej", "2023-09-01;2;Töre;;;godkänd"),
        (2, Some(2))
    );
    assert_eq!(
        counted("2023-09-01;2;Töre;;;godkänd", "2023-09-01;2;Töre;;;godkänd"),
        (2, Some(4))
    );
}
