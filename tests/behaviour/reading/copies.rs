//! Workbooks that lie in the drop folder twice, under every name that people, browsers and shared folders give them: one of
//! them counts, the newer one, and the others are told.

use std::path::Path;

use chrono::NaiveDate;
use lofte::gather::gather;
use lofte::gather::isolate::Isolation;
use lofte::model::agreement::Agreement;
use lofte::model::finding::{Code, Finding, FindingKind, NewerReason};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};

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
[[source]]
partner = "polisen"
files = "polisen/**/*"
[[source.sheet]]
layout = "log"
activity = "fotpatrull"
columns = { date = "Datum", count = "Antal", place = "Plats" }
[[source]]
partner = "kommunen"
files = "kommunen/**/*"
[[source.sheet]]
layout = "log"
activity = "fotpatrull"
columns = { date = "Datum", count = "Antal", place = "Plats" }
"#;

/// A state of a workbook: the day of September and the number of each row, and the day in October it was saved.
type State<'a> = (&'a str, &'a [(u32, u32)], u8);

fn write((name, rows, saved): State<'_>, folder: &Path) {
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    if name.ends_with(".csv") {
        let lines = rows
            .iter()
            .map(|(day, count)| format!("2023-09-{day:02};{count};Plats {day}\n"));
        std::fs::write(
            path,
            format!("Datum;Antal;Plats\n{}", lines.collect::<String>()),
        )
        .unwrap();
        return;
    }
    let mut workbook = Workbook::new();
    let saved = ExcelDateTime::from_ymd(2023, 10, saved).unwrap();
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&saved));
    let sheet = workbook.add_worksheet().set_name("Logg").unwrap();
    sheet.write_row(0, 0, ["Datum", "Antal", "Plats"]).unwrap();
    for (row, (day, count)) in (1..).zip(rows) {
        sheet
            .write_string(row, 0, format!("2023-09-{day:02}"))
            .unwrap();
        sheet.write_number(row, 1, *count).unwrap();
        sheet.write_string(row, 2, format!("Plats {day}")).unwrap();
    }
    workbook.save(path).unwrap();
}

pub(super) fn agreement() -> Agreement {
    let loaded = lofte::load::load("prov", AGREEMENT, &|_| None);
    loaded
        .value
        .unwrap_or_else(|| panic!("{:?}", loaded.findings))
}

/// Gathers the workbooks: the sum of what they count, and the findings about whole workbooks.
fn gathered(states: &[State<'_>]) -> (u64, Vec<Finding>) {
    let room = tempfile::tempdir().unwrap();
    for state in states {
        write(*state, room.path());
    }
    // Every partner has something of its own, so that no pattern is without a workbook.
    write(("kommunen/Egen.xlsx", &[(29, 100)], 1), room.path());
    let as_of = NaiveDate::from_ymd_opt(2023, 10, 5).unwrap();
    let checked = gather(&agreement(), room.path(), as_of, &Isolation::InProcess).unwrap();
    let sum = checked
        .value
        .activities
        .iter()
        .map(|activity| activity.value.low().in_hundredths() / 100)
        .sum::<u64>();
    let about_files = checked
        .findings
        .into_iter()
        .filter(|finding| finding.place.sheet.is_none());
    (sum - 100, about_files.collect())
}

/// Why the older state is older, and how much is told in it alone.
fn staleness(finding: &Finding) -> (NewerReason, usize) {
    match finding.kind {
        FindingKind::StaleCopy { why, alone, .. } => (why, alone),
        ref other => panic!("{other:?}"),
    }
}

fn original(finding: &Finding) -> &str {
    match &finding.kind {
        FindingKind::StaleCopy { original, .. } | FindingKind::CopiedWorkbook { original } => {
            original.as_deref().unwrap()
        }
        other => panic!("{other:?}"),
    }
}

const OLDER: &[(u32, u32)] = &[(1, 1), (2, 2), (3, 3), (4, 4), (5, 5)];
const NEWER: &[(u32, u32)] = &[(1, 1), (2, 2), (3, 3), (4, 4), (5, 6), (6, 6)];

/// Names of a copy of «Logg.xlsx».
const NAMES: &[&str] = &[
    "polisen/Logg (1).xlsx",
    "polisen/Kopia av Logg.xlsx",
    "polisen/Logg - kopia.xlsx",
    "polisen/Logg - Kopia (2).xlsx",
    "polisen/Logg - Copy.xlsx",
    "polisen/Copy of Logg.xlsx",
    "polisen/Logg_konflikt-2023-09-01.xlsx",
    "polisen/Logg (Annas dators konflikterade kopia 2023-09-01).xlsx",
    "polisen/Logg.sync-conflict-20230901-120000-ABCDEF.xlsx",
    "polisen/Logg v2.xlsx",
    "polisen/Logg slutlig.xlsx",
    "polisen/2023-09 Logg.xlsx",
    "polisen/Logg 2023-09-05.xlsx",
    "polisen/Arkiv/Logg.xlsx",
    "polisen/LOGG.csv",
];

#[test]
fn the_newer_state_counts_whichever_of_them_is_called_a_copy() {
    for name in NAMES {
        for (copy, original) in [(OLDER, NEWER), (NEWER, OLDER)] {
            let (sum, findings) = gathered(&[("polisen/Logg.xlsx", original, 1), (name, copy, 1)]);
            assert_eq!(sum, 22, "{name}");
            let stale = if copy == OLDER {
                *name
            } else {
                "polisen/Logg.xlsx"
            };
            let [finding] = findings.as_slice() else {
                panic!("{name}: {findings:?}")
            };
            assert_eq!(
                (finding.code(), finding.place.workbook.as_deref()),
                (Code::StaleCopy, Some(stale)),
                "{name}"
            );
            assert_eq!(staleness(finding), (NewerReason::Rows, 0), "{name}");
        }
    }
}

#[test]
fn a_later_day_then_a_later_saving_tells_which_is_newer() {
    let moved = &[(1, 1), (2, 2), (3, 3), (4, 4), (9, 5)];
    let corrected = &[(1, 1), (2, 2), (3, 3), (4, 4), (5, 9)];
    for (name, rows, saved, why, sum, alone) in [
        (
            "polisen/Logg - kopia.xlsx",
            moved,
            1,
            Some(NewerReason::Dates),
            15,
            1,
        ),
        (
            "polisen/Logg - kopia.xlsx",
            corrected,
            2,
            Some(NewerReason::Saved),
            19,
            0,
        ),
        ("polisen/Logg.xls.xlsx", corrected, 2, None, 15 + 19, 0),
    ] {
        let (counted, findings) = gathered(&[("polisen/Logg.xlsx", OLDER, 1), (name, rows, saved)]);
        assert_eq!(counted, sum, "{name} {why:?}");
        let found: Vec<(NewerReason, usize)> = findings.iter().map(staleness).collect();
        let expected: Vec<_> = why.map(|why| (why, alone)).into_iter().collect();
        assert_eq!(found, expected);
    }
    // Text holds no day of saving: the name without a mark counts, and that is said.
    let (sum, findings) = gathered(&[
        ("polisen/Logg.csv", OLDER, 1),
        ("polisen/Logg - kopia.csv", corrected, 1),
    ]);
    assert_eq!((sum, staleness(&findings[0]).0), (15, NewerReason::Name));
}

#[test]
fn of_many_states_the_newest_counts_and_every_other_is_told() {
    let third = &[(1, 1), (2, 2), (3, 3), (4, 4), (5, 6), (6, 6), (7, 7)];
    let (sum, findings) = gathered(&[
        ("polisen/Logg.xlsx", OLDER, 1),
        ("polisen/Logg v3.xlsx", third, 1),
        ("polisen/Logg v2.xlsx", NEWER, 1),
        ("polisen/Logg v2 (1).xlsx", NEWER, 2),
    ]);
    assert_eq!(sum, 29);
    let mut codes: Vec<(Code, &str)> = findings
        .iter()
        .map(|finding| (finding.code(), original(finding)))
        .collect();
    codes.sort();
    assert_eq!(
        codes[1..],
        [
            (Code::StaleCopy, "polisen/Logg v3.xlsx"),
            (Code::StaleCopy, "polisen/Logg v3.xlsx")
        ]
    );
    assert_eq!(codes[0], (Code::CopiedWorkbook, "polisen/Logg v2.xlsx"));
}

#[test]
fn what_workbooks_have_in_common_counts_once_whatever_they_are_called() {
    // The least they come to: the row of the first day may be one.
    let other: &[(u32, u32)] = &[(1, 1), (12, 2), (13, 3), (14, 4), (15, 5)];
    let facts: [(&str, [State<'_>; 2], u64); 6] = [
        (
            "months",
            [
                ("polisen/Logg 2023-08.xlsx", OLDER, 1),
                ("polisen/Logg 2023-09.xlsx", other, 1),
            ],
            29,
        ),
        (
            "years",
            [
                ("polisen/Logg 2022.xlsx", OLDER, 1),
                ("polisen/Logg 2023.xlsx", NEWER, 1),
            ],
            37,
        ),
        (
            "schools",
            [
                ("polisen/Norra.xlsx", OLDER, 1),
                ("polisen/Södra.xlsx", other, 1),
            ],
            29,
        ),
        (
            "partners",
            [
                ("polisen/Logg.xlsx", OLDER, 1),
                ("kommunen/Logg.xlsx", NEWER, 1),
            ],
            37,
        ),
        (
            "same name, few equal rows",
            [
                ("polisen/Logg.xlsx", OLDER, 1),
                ("polisen/Logg - kopia.xlsx", other, 1),
            ],
            29,
        ),
        (
            "an empty template",
            [
                ("polisen/Logg.xlsx", OLDER, 1),
                ("polisen/Logg - kopia.xlsx", &[], 1),
            ],
            15,
        ),
    ];
    for (what, states, sum) in facts {
        let (counted, findings) = gathered(&states);
        assert_eq!(
            (counted, findings.as_slice()),
            (sum, [].as_slice()),
            "{what}"
        );
    }
}

#[test]
fn templates_that_nobody_has_filled_in_are_no_copies_of_each_other() {
    let alike = [
        ("polisen/Norra.xlsx", [].as_slice(), 1),
        ("polisen/Södra.xlsx", &[], 1),
    ];
    assert_eq!(gathered(&alike), (0, vec![]), "the same bytes");
    let saved_apart = [
        ("polisen/Norra.xlsx", [].as_slice(), 1),
        ("polisen/Södra.xlsx", &[], 2),
    ];
    assert_eq!(gathered(&saved_apart), (0, vec![]), "the same cells");
    let named = [
        ("polisen/Norra.xlsx", [].as_slice(), 1),
        ("polisen/Norra - kopia.xlsx", &[], 1),
    ];
    assert_eq!(
        gathered(&named)
            .1
            .iter()
            .map(|finding| finding.code())
            .collect::<Vec<_>>(),
        [Code::CopiedWorkbook]
    );
}
