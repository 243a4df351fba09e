//! Rows that are made of other rows, and rows that only look so.

use super::*;

fn log() -> SheetMapping {
    let columns = [("month", "Månad"), ("place", "Plats"), ("count", "Antal")];
    mapping(Layout::Log, activity("besök"), &columns)
}

fn months() -> SheetMapping {
    mapping(Layout::Months, activity("besök"), &[("type", "Aktivitet")])
}

fn sum(result: &MappingResult) -> (Quantity, Vec<String>) {
    let all = &result.gathered.activities;
    let found = codes(result);
    let found = found
        .into_iter()
        .filter(|code| !code.starts_with("assumed-year"));
    (all.iter().map(|one| one.value).sum(), found.collect())
}

/// Checks what rows add up to, and what is told.
pub(super) fn check(mapping: SheetMapping, rows: &[&str], (low, high): (u64, u64), found: &[&str]) {
    let result = read(mapping, &sheet("2023", rows));
    let expected = Quantity::between(Amount::whole(low), Amount::whole(high));
    let (sum, codes) = sum(&result);
    assert_eq!(
        (sum, codes),
        (
            expected,
            found.iter().map(|code| (*code).to_owned()).collect()
        ),
        "{rows:?}"
    );
}

#[test]
fn a_sum_in_a_column_of_places_is_none_of_them() {
    for word in [
        "Summa",
        "Totalt",
        "Σ",
        "Tot",
        "Delsumma",
        "Samtliga",
        "Sa",
        "Hela kommunen",
        "Utfall",
    ] {
        let (one, other) = (
            format!("Januari 2023|{word}|3"),
            format!("Februari 2023|{word}|4"),
        );
        let rows = [
            "Månad|Plats|Antal",
            "Januari 2023|Norr|1",
            "Januari 2023|Söder|2",
            &one,
            "Februari 2023|Norr|3",
            "Februari 2023|Söder|1",
            &other,
        ];
        check(log(), &rows, (7, 7), &[]);
    }
    // Of one row only, where the word is certain.
    let rows = [
        "Månad|Plats|Antal",
        "Januari 2023|Norr|1",
        "Januari 2023|Summa|1",
        "Mars 2023|Norr|2",
        "Mars 2023|Summa|2",
    ];
    check(log(), &rows, (3, 3), &[]);
    // The spreadsheet's own sub-totals.
    let rows = [
        "Plats|Månad|Antal",
        "Norr|Januari 2023|1",
        "Norr|Mars 2023|1",
        "Norr Summa||2",
        "Söder|Januari 2023|1",
        "Söder|Mars 2023|1",
        "Söder Summa||2",
        "Totalsumma||4",
    ];
    check(log(), &rows, (4, 4), &[]);
}

#[test]
fn names_that_look_like_sums_are_rows() {
    for name in [
        "Summa AB",
        "Totalförsvaret",
        "Alla",
        "Summeringsmötet",
        "Kommunens hus",
    ] {
        let row = format!("Januari 2023|{name}|5");
        check(
            log(),
            &[
                "Månad|Plats|Antal",
                "Januari 2023|Norr|1",
                "Januari 2023|Söder|2",
                &row,
            ],
            (8, 8),
            &[],
        );
    }
    for rows in [
        // Dated rows of their own that happen to equal those before.
        [
            "Månad|Plats|Antal",
            "2023-01-03|Norr|1",
            "2023-01-10|Söder|2",
            "2023-01-17|Öster|3",
        ],
        [
            "Månad|Plats|Antal",
            "Januari 2023|Norr|1",
            "Februari 2023|Norr|2",
            "Mars 2023|Norr|3",
        ],
        // One number of one month is chance.
        [
            "Månad|Plats|Antal",
            "Januari 2023|Norr|1",
            "Januari 2023|Söder|2",
            "Januari 2023|Öster|3",
        ],
    ] {
        check(log(), &rows, (6, 6), &[]);
    }
    // A place that equals the others in one month and not in the next.
    let rows = [
        "Månad|Plats|Antal",
        "Januari 2023|Norr|10",
        "Januari 2023|Söder|20",
        "Januari 2023|Öster|30",
        "Februari 2023|Norr|10",
        "Februari 2023|Söder|20",
        "Februari 2023|Öster|31",
    ];
    check(log(), &rows, (121, 121), &[]);
}

#[test]
fn what_equals_the_others_in_every_number_is_perhaps_their_sum() {
    let rows = [
        "Månad|Plats|Antal",
        "Januari 2023|Norr|11",
        "Januari 2023|Söder|22",
        "Januari 2023|Tuna|33",
        "Februari 2023|Norr|10",
        "Februari 2023|Söder|4",
        "Februari 2023|Tuna|14",
    ];
    check(log(), &rows, (47, 94), &["equals-sum B4", "equals-sum B7"]);
    let rows = [
        "Aktivitet|jan|feb|mar",
        "Fotpatrull|1|2|0",
        "Skolbesök|0|1|4",
        "Ekdala|1|3|4",
    ];
    check(months(), &rows, (8, 16), &["equals-sum A4"]);
    // The sum above its parts.
    let rows = [
        "Aktivitet|jan|feb|mar",
        "Kontroller|5|7|9",
        "Nykterhet|1|2|4",
        "Hastighet|4|5|5",
    ];
    check(months(), &rows, (21, 42), &["equals-sum A2"]);
    // As much as one other row, beside what cannot be added: a sum has parts.
    let rows = [
        "Aktivitet|jan|feb|mar",
        "Fotpatrull|1|11|",
        "Skolbesök|||ca 3",
        "Ekdala|1|11|2",
    ];
    let result = read(months(), &sheet("2023", &rows));
    assert_eq!(codes(&result), ["assumed-year", "approximate-number D3"]);
    // All but one number.
    let rows = [
        "Aktivitet|jan|feb|mar",
        "Fotpatrull|1|2|0",
        "Skolbesök|0|1|4",
        "Ekdala|1|3|5",
    ];
    check(months(), &rows, (17, 17), &[]);
}

#[test]
fn sums_of_months_by_their_words() {
    for word in [
        "Tot",
        "Totalt",
        "Summa",
        "Σ",
        "Samtliga",
        "Sa",
        "Kommunen",
        "Hela kommunen",
        "Utfall",
        "Summa insatser",
    ] {
        let row = format!("{word}|1|3|4");
        check(
            months(),
            &[
                "Aktivitet|jan|feb|mar",
                "Fotpatrull|1|2|0",
                "Skolbesök|0|1|4",
                &row,
            ],
            (8, 8),
            &[],
        );
    }
    // A sum of sums.
    let rows = [
        "Aktivitet|jan|feb",
        "A|1|2",
        "B|3|4",
        "Delsumma|4|6",
        "C|5|6",
        "D|7|8",
        "Delsumma|12|14",
        "Totalt|16|20",
    ];
    check(months(), &rows, (36, 36), &[]);
}

#[test]
fn a_total_that_totals_nothing_is_doubted() {
    let rows = ["Aktivitet|jan|feb", "Totalt antal kontakter|30|32"];
    check(months(), &rows, (0, 62), &["perhaps-total A2"]);
    let result = read(
        log(),
        &sheet("2023", &["Månad|Plats|Antal", "Totalt antal kontakter||62"]),
    );
    let (sum, found) = sum(&result);
    assert_eq!(sum, Quantity::between(Amount::ZERO, Amount::whole(62)));
    assert!(found.contains(&"perhaps-total A2".to_owned()), "{found:?}");
    // Nothing to add up, and nothing told: a form not yet filled in.
    check(months(), &["Aktivitet|jan|feb", "Totalt|0|0"], (0, 0), &[]);
    // The same words for every month are what is told.
    check(
        log(),
        &[
            "Månad|Plats|Antal",
            "Januari 2023|Totalt|12",
            "Februari 2023|Totalt|9",
        ],
        (21, 21),
        &[],
    );
}

#[test]
fn parts_of_the_row_above_are_counted_there() {
    for word in [
        "varav nykterhet",
        "därav nykterhet",
        "- varav nykterhet",
        "av vilka nykterhet",
    ] {
        let row = format!("{word}|4|5");
        check(
            months(),
            &[
                "Aktivitet|jan|feb",
                "Kontroller|10|12",
                &row,
                "Fotpatrull|1|1",
            ],
            (24, 24),
            &[],
        );
    }
    // More than the whole.
    check(
        months(),
        &["Aktivitet|jan|feb", "Kontroller|1|12", "varav kväll|4|5"],
        (13, 22),
        &["perhaps-part A3"],
    );
    // A first row is a part of nothing, and a place begins like one.
    check(
        months(),
        &["Aktivitet|jan|feb", "Varaverket|4|5", "Kontroller|1|2"],
        (12, 12),
        &[],
    );
    // Set in under a row that is their sum; under one without numbers they are the rows.
    check(
        months(),
        &[
            "Aktivitet|jan|feb",
            "Kontroller|10|12",
            "- nykterhet|4|5",
            "- hastighet|6|7",
        ],
        (22, 22),
        &[],
    );
    check(
        months(),
        &["Aktivitet|jan|feb", "Kontroller|10|12", "- nykterhet|4|5"],
        (22, 31),
        &["perhaps-part A3"],
    );
    check(
        months(),
        &[
            "Aktivitet|jan|feb",
            "Kontroller||",
            "- nykterhet|4|5",
            "- hastighet|6|7",
        ],
        (22, 22),
        &[],
    );
    check(
        months(),
        &["Aktivitet|jan|feb", "- nykterhet|4|5", "- hastighet|6|7"],
        (22, 22),
        &[],
    );
}

#[test]
fn rows_to_compare_with_are_no_outcome() {
    for word in [
        "Föregående år",
        "Budget",
        "Prognos",
        "Mål",
        "Plan 2023",
        "Differens",
        "Utfall 2022, föregående år",
        "Medel",
        "Mål kontroller",
        "Kontroller, budget",
    ] {
        let row = format!("{word}|5|4");
        check(
            months(),
            &["Aktivitet|jan|feb", "Kontroller|3|3", &row],
            (6, 6),
            &[],
        );
    }
    for word in [
        "Budget- och skuldrådgivning",
        "Målarskolan",
        "Plan för skolan",
        "Planteringen",
        "Mål i mun",
    ] {
        let row = format!("{word}|5|4");
        check(
            months(),
            &["Aktivitet|jan|feb", "Kontroller|3|3", &row],
            (15, 15),
            &[],
        );
    }
}
