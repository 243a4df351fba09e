//! Facts of what targets ask for that only an agreement and its workbooks together show: a line each, with the verdict and what was
//! counted.

use lofte::assess::assess;
use lofte::gather::gather;
use lofte::gather::isolate::Isolation;
use lofte::model::assessment::Assessment;
use lofte::model::report::History;
use lofte::model::span::Period;
use proptest::prelude::*;

const AGREEMENT: &str = r#"
title = "Medborgarlöfte Provköping 2023"
municipality = "Provköpings kommun"
police_area = "Lokalpolisområde Provköping"
from = 2023-01-01
to = 2023-12-31
[partners.polisen]
name = "Polisen"
[calendar]
vecka = [{ from = 2023-02-06, to = 2023-02-12 }]
lov = [2023-02-08]
[[pledge]]
id = "lofte"
text = "Ett löfte."
responsible = ["polisen"]
TARGETS
[[source]]
partner = "polisen"
files = "logg.csv"
[[source.sheet]]
layout = "log"
activity = { column = "Typ", values = { "a" = "a", "b" = "b", "klagomål" = "klagomal" } }
columns = { date = "Datum", place = "Plats", time = "Tid", minutes = "Minuter", count = "Antal" }
[[source]]
partner = "polisen"
files = "dagbok.csv"
[[source.sheet]]
layout = "log"
activity = "vald"
columns = { date = "Datum" }
where = { any = [{ Typ = ["Kontroll", "Rond"] }, { Extra = true }], not = { Utfall = "Avbröts" } }
[[source]]
partner = "polisen"
files = "ar.csv"
[[source.sheet]]
layout = "log"
activity = "arsrad"
columns = { year = "År", count = "Antal" }
[[source]]
partner = "polisen"
files = "arenden.csv"
[[source.sheet]]
layout = "log"
activity = "arende"
columns = { date = "In", answered = "Svar" }
[[source]]
partner = "polisen"
files = "steg.csv"
[[source.sheet]]
layout = "milestones"
activity = "policy"
columns = { step = "Steg", done = "Klart" }
"#;

/// The workbooks, each with its headings.
const FILES: [(&str, &str); 5] = [
    ("logg", "Datum;Typ;Plats;Tid;Minuter;Antal"),
    ("dagbok", "Datum;Typ;Extra;Utfall"),
    ("ar", "År;Antal"),
    ("arenden", "In;Svar"),
    ("steg", "Steg;Klart"),
];

/// What the year 2023 comes to, of these targets and these rows of workbooks: «logg: 2023-02-01;a;Torget;;60;».
fn assessed(targets: &str, rows: &[String]) -> Assessment {
    let room = tempfile::tempdir().unwrap();
    for (name, headings) in FILES {
        let own = rows
            .iter()
            .filter_map(|row| row.strip_prefix(&format!("{name}: ")));
        let text: Vec<&str> = std::iter::once(headings).chain(own).collect();
        std::fs::write(
            room.path().join(format!("{name}.csv")),
            text.join("\n") + "\n",
        )
        .unwrap();
    }
    let loaded = lofte::load::load("prov", &AGREEMENT.replace("TARGETS", targets), &|_| None);
    let agreement = loaded
        .value
        .unwrap_or_else(|| panic!("{targets}: {:?}", loaded.findings));
    let as_of = "2024-01-10".parse().unwrap();
    let gathered = gather(&agreement, room.path(), as_of, &Isolation::InProcess)
        .unwrap()
        .value;
    let period = Period::month(2023, 12).unwrap();
    let assessed = assess(&agreement, &gathered, &period, as_of, &History::default());
    assessed.value.into_iter().next().unwrap()
}

/// The least and the most that a target counted, in whole things.
fn counted(assessment: &Assessment, target: usize) -> Option<(u64, Option<u64>)> {
    let outcome = assessment.targets[target].windows[0].outcome?;
    let things = |amount: lofte::model::quantity::Amount| amount.in_hundredths() / 100;
    Some((things(outcome.low()), outcome.high().map(things)))
}

/// A target and its window, each with what rows come to: «STATUS LOW HIGH <= row + row».
const FACTS: &[(&str, &str, &[&str])] = &[
    // Of a length as many as it holds, whole ones; unknown where it is not said.
    (
        "of = \"a\"\nat_least = 3\nunit_minutes = 20",
        "year",
        &[
            "fulfilled 3 3 <= logg: 2023-02-01;a;;;60;",
            "not-fulfilled 2 2 <= logg: 2023-02-01;a;;;59;",
            "not-fulfilled 0 0 <= logg: 2023-02-01;a;;;19;",
            "undecided 2 3 <= logg: 2023-02-01;a;;;50-70;",
            "undecided 0 - <= logg: 2023-02-01;a;;;;",
        ],
    ),
    (
        "of = [\"a\", \"b\"]\nat_least = 4\nunit_minutes = { a = 20 }",
        "year",
        &[
            "fulfilled 4 4 <= logg: 2023-02-01;a;;;60; + logg: 2023-02-02;b;;;;",
            "not-fulfilled 3 3 <= logg: 2023-02-01;a;;;40; + logg: 2023-02-02;b;;;600;",
        ],
    ),
    // Without an occasion nothing is asked.
    (
        "of = \"a\"\nat_least = 1\nwhen = \"klagomal\"",
        "year",
        &[
            "no-need 0 0 <= ",
            "not-fulfilled 0 0 <= logg: 2023-03-01;klagomål;;;;",
            "fulfilled 1 1 <= logg: 2023-03-01;klagomål;;;; + logg: 2023-02-01;a;;;;",
        ],
    ),
    (
        "of = \"a\"\nat_least = 1\nwhen = \"policy\"",
        "year",
        &[
            "no-need 0 0 <= steg: Beslut;",
            "not-fulfilled 0 0 <= steg: Beslut;2023-05-01",
            "no-need 0 0 <= steg: Beslut;2024-01-05",
        ],
    ),
    // What a row of another sheet says, that day or earlier.
    (
        "of = \"a\"\nat_least = 1\nonly = { place = { named_by = \"klagomal\" } }",
        "year",
        &[
            "fulfilled 1 1 <= logg: 2023-03-01;klagomål;Torget;;; + logg: 2023-03-01;a;Torget;;;",
            "not-fulfilled 0 0 <= logg: 2023-03-02;klagomål;Torget;;; + logg: 2023-03-01;a;Torget;;;",
        ],
    ),
    // After midnight it is still the evening before: Saturday at one is Friday.
    (
        "of = \"a\"\nat_least = 1\nonly = { any = [{ hours = \"21.00-03.00\", weekday = \"fri\" }, { place = \"Torget\" }] }",
        "year",
        &[
            "fulfilled 1 1 <= logg: 2023-02-04;a;Hamnen;01.00;;",
            "not-fulfilled 0 0 <= logg: 2023-02-03;a;Hamnen;01.00;;",
            "not-fulfilled 0 0 <= logg: 2023-02-04;a;Hamnen;22.00;;",
            "fulfilled 1 1 <= logg: 2023-02-03;a;Torget;12.00;;",
        ],
    ),
    (
        "of = \"a\"\nat_least = 1\nonly = { not = { hours = \"21.00-03.00\", weekday = \"fri\" } }",
        "year",
        &[
            "not-fulfilled 0 0 <= logg: 2023-02-04;a;;01.00;;",
            "fulfilled 1 1 <= logg: 2023-02-05;a;;01.00;;",
        ],
    ),
    // Days that are shut out are not asked for.
    (
        "of = \"a\"\neach = \"day\"\nat_least = 1\nonly = { not = { weekday = [\"sat\", \"sun\"] } }",
        "calendar.vecka",
        &[
            "fulfilled 5 5 <= logg: 2023-02-06;a;;;; + logg: 2023-02-07;a;;;; + logg: 2023-02-08;a;;;; + logg: 2023-02-09;a;;;; + logg: 2023-02-10;a;;;;",
            "not-fulfilled 4 4 <= logg: 2023-02-06;a;;;; + logg: 2023-02-07;a;;;; + logg: 2023-02-09;a;;;; + logg: 2023-02-10;a;;;; + logg: 2023-02-11;a;;;;",
        ],
    ),
    (
        "of = \"a\"\neach = \"day\"\nat_least = 1\nonly = { not = { date = \"calendar.lov\" }, any = [{ weekday = [\"mon\", \"tue\"] }, { weekday = \"wed\" }] }",
        "calendar.vecka",
        &["fulfilled 2 2 <= logg: 2023-02-06;a;;;; + logg: 2023-02-07;a;;;;"],
    ),
    // A row of the year before is read to be compared with, and is counted in no window.
    (
        "of = \"arsrad\"\nmore_than = { from = 2022-01-01, to = 2022-12-31 }",
        "year",
        &[
            "fulfilled 6 6 <= ar: 2022;5 + ar: 2023;6",
            "not-fulfilled 5 5 <= ar: 2022;5 + ar: 2023;5",
            "undecided 6 6 <= ar: 2022;4-6 + ar: 2023;6",
            "not-reported 6 6 <= ar: 2023;6",
        ],
    ),
    // Rows that `where` chooses.
    (
        "of = \"vald\"\nat_least = 2",
        "year",
        &[
            "fulfilled 2 2 <= dagbok: 2023-02-01;Kontroll;;Klar + dagbok: 2023-02-02;Möte;x;Klar",
            "not-fulfilled 1 1 <= dagbok: 2023-02-01;Kontroll;;Avbröts + dagbok: 2023-02-02;Möte;;Klar + dagbok: 2023-02-03;Rond;;",
        ],
    ),
    // A weekend between is a delay in days, and none in working days.
    (
        "kind = \"response-time\"\nof = \"arende\"\nfaster_than = { from = 2022-01-01, to = 2022-12-31 }",
        "year",
        &["not-fulfilled 4 4 <= arenden: 2022-03-07;2022-03-10 + arenden: 2023-03-03;2023-03-07"],
    ),
    (
        "kind = \"response-time\"\nof = \"arende\"\nworking_days = true\nfaster_than = { from = 2022-01-01, to = 2022-12-31 }",
        "year",
        &["fulfilled 2 2 <= arenden: 2022-03-07;2022-03-10 + arenden: 2023-03-03;2023-03-07"],
    ),
];

#[test]
fn facts_of_targets() {
    for (asked, over, facts) in FACTS {
        for fact in *facts {
            let (expected, rows) = fact.split_once(" <= ").unwrap();
            // A row of the log is one, where it does not say how many.
            let one = |row: &str| match row.strip_prefix("logg: ") {
                Some(row) if row.ends_with(';') => format!("logg: {row}1"),
                _ => row.to_owned(),
            };
            let rows: Vec<String> = rows.split(" + ").map(one).collect();
            let target = format!("[[pledge.target]]\n{asked}\nover = \"{over}\"");
            let found = assessed(&target, &rows);
            let (low, high) = counted(&found, 0).unwrap();
            let high = high.map_or("-".to_owned(), |high| high.to_string());
            let said = format!("{} {low} {high}", found.status.name());
            assert_eq!(said, expected, "{target}\n{rows:?}");
        }
    }
}

/// Two targets and their sum, all of a and its sum with what is a part of it, and all at once.
const SUMS: &str = r#"
[[pledge.target]]
id = "torget"
kind = "shown"
of = "a"
only = { place = "Torget" }
over = "year"
[[pledge.target]]
id = "b"
of = "b"
at_least = 3
over = "year"
[[pledge.target]]
sum = ["torget", "b"]
at_least = 10
over = "year"
[[pledge.target]]
id = "a"
kind = "shown"
of = "a"
over = "year"
[[pledge.target]]
sum = ["a", "torget"]
at_least = 10
over = "year"
[[pledge.target]]
of = ["a", "b"]
at_least = 10
over = "year"
[[pledge.target]]
sum = ["a", "b"]
at_least = 10
over = "year"
"#;

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    /// A sum is what its targets count, each row once, exact or not.
    #[test]
    fn a_sum_is_what_its_targets_count_each_row_once(
        rows in proptest::collection::vec((0u32..330, 0usize..2, 0usize..3, 0usize..4), 0..8)
    ) {
        let rows: Vec<String> = rows.iter().enumerate().map(|(at, (day, kind, place, count))| {
            let day = chrono::NaiveDate::from_yo_opt(2023, day + 1).unwrap();
            let kind = ["a", "b"][*kind];
            let place = ["Torget", "Hamnen", ""][*place];
            let count = ["2", "3-4", "minst 2", "ca 10"][*count];
            format!("logg: {day};{kind};{place};08.{at:02};;{count}")
        }).collect();
        let found = assessed(SUMS, &rows);
        let outcome = |target: usize| found.targets[target].windows[0].outcome.unwrap();
        prop_assert_eq!(outcome(2), outcome(0).plus(outcome(1)));
        // What is a part of the other adds nothing.
        prop_assert_eq!(outcome(4), outcome(3));
        prop_assert_eq!(outcome(6), outcome(5));
        prop_assert_eq!(found.targets[6].status, found.targets[5].status);
    }
}
