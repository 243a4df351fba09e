//! Several columns of a month, years beside each other, days as columns, days that are only numbered, and titles over tables.

use super::*;

fn months() -> SheetMapping {
    mapping(Layout::Months, activity("besök"), &[("type", "Aktivitet")])
}

fn merged(name: &str, rows: &[&str], ranges: &[(usize, usize, usize, usize)]) -> Sheet {
    let mut sheet = sheet(name, rows);
    sheet.merged = ranges.to_vec();
    sheet
}

/// What a sheet adds up to, and what is told but for the year that was taken from its name.
fn sum(mapping: SheetMapping, sheet: &Sheet) -> (Quantity, Vec<String>) {
    let result = read(mapping, sheet);
    let found = codes(&result);
    let found = found
        .into_iter()
        .filter(|code| !code.starts_with("assumed-year"));
    let all = &result.gathered.activities;
    (all.iter().map(|one| one.value).sum(), found.collect())
}

fn exactly(number: u64) -> (Quantity, Vec<String>) {
    (Quantity::whole(number), Vec::new())
}

#[test]
fn goal_and_outcome_under_or_over_the_months() {
    let ranges = [(0, 1, 0, 2), (0, 3, 0, 4)];
    for words in [
        "|Mål|Utfall|Mål|Utfall",
        "|Plan|Resultat|Plan|Resultat",
        "|Budget|Antal|Budget|Antal",
        "|Planerat|Genomfört|Planerat|Genomfört",
        "|2022|2023|2022|2023",
    ] {
        let rows = [
            "Aktivitet|Januari||Februari|",
            words,
            "Fotpatrull|10|3|10|2",
            "Skolbesök|8|2|8|4",
        ];
        for ranges in [ranges.as_slice(), &[]] {
            let expected = exactly(11);
            let mut sheet = merged("2023", &rows, ranges);
            if words.contains("2022") {
                // The term holds both years; of them only one is asked about.
                sheet.name = "Jämförelse".to_owned();
                let (both, _) = sum(months(), &sheet);
                assert_eq!(both, Quantity::whole(47), "{words}");
                continue;
            }
            assert_eq!(sum(months(), &sheet), expected, "{words} {ranges:?}");
        }
    }
    // The outcome first, and cumulative figures beside it.
    let rows = [
        "Aktivitet|Januari||Februari|",
        "|Utfall|Ack.|Utfall|Ack.",
        "Fotpatrull|3|3|2|5",
    ];
    assert_eq!(sum(months(), &merged("2023", &rows, &ranges)), exactly(5));
    // Over the months.
    let rows = [
        "|Mål||Utfall|",
        "Aktivitet|jan|feb|jan|feb",
        "Fotpatrull|10|10|3|2",
    ];
    assert_eq!(sum(months(), &merged("2023", &rows, &ranges)), exactly(5));
    // In the months' own headings.
    let rows = [
        "Aktivitet|Mål jan|Utfall jan|Mål feb|Utfall feb",
        "Fotpatrull|10|3|10|2",
    ];
    assert_eq!(sum(months(), &sheet("2023", &rows)), exactly(5));
    // A column of remarks beside the numbers.
    let rows = [
        "Aktivitet|Januari||Februari|",
        "|Antal|Kommentar|Antal|Kommentar",
        "Fotpatrull|3|på torget|2|",
    ];
    assert_eq!(sum(months(), &merged("2023", &rows, &ranges)), exactly(5));
}

#[test]
fn what_stays_ambiguous_is_refused_or_chosen_by_the_agreement() {
    let ranges = [(0, 1, 0, 2), (0, 3, 0, 4)];
    let rows = [
        "Aktivitet|Januari||Februari|",
        "|Norr|Söder|Norr|Söder",
        "Fotpatrull|10|3|10|2",
    ];
    let sheet = merged("2023", &rows, &ranges);
    let (counted, found) = sum(months(), &sheet);
    assert_eq!(
        (counted, found),
        (
            Quantity::ZERO,
            vec![
                "ambiguous-columns B1".to_owned(),
                "ambiguous-columns D1".to_owned()
            ]
        )
    );
    assert!(read(months(), &sheet).damaged);
    for (asked, expected) in [("Norr", 20), ("Söder", 5)] {
        let mut chosen = months();
        chosen.columns.insert("count".to_owned(), column(asked));
        assert_eq!(sum(chosen, &sheet), exactly(expected), "{asked}");
    }
    // Merged over two columns without a word under them.
    let rows = ["Aktivitet|Januari||Februari|", "Fotpatrull|10|3|10|2"];
    let (counted, _) = sum(months(), &merged("2023", &rows, &ranges));
    assert_eq!(counted, Quantity::ZERO);
    let rows = ["Aktivitet|Januari||Februari|", "Fotpatrull|10||7|"];
    assert_eq!(sum(months(), &merged("2023", &rows, &ranges)), exactly(17));
}

#[test]
fn a_first_row_of_marks_or_words_is_no_row_of_headings() {
    let rows = [
        "Aktivitet|jan|feb",
        "Fotpatrull|x|ja",
        "Skolbesök|inställt|x",
    ];
    assert_eq!(sum(months(), &sheet("2023", &rows)), exactly(3));
    let rows = ["Aktivitet|jan|feb", "|3|4"];
    assert_eq!(sum(months(), &sheet("2023", &rows)), exactly(7));
}

#[test]
fn a_row_a_year() {
    let plain = || mapping(Layout::Months, activity("besök"), &[]);
    let rows = ["År|jan|feb", "2020|9|9", "2021|8|8", "2023|1|2"];
    assert_eq!(sum(plain(), &sheet("Alla", &rows)), exactly(3));
    let rows = ["År|jan|feb", "År 2022|4|4", "År 2023|1|2"];
    let result = read(plain(), &sheet("Alla", &rows));
    assert_eq!(
        activities(&result),
        [
            "2022-01-01/2022-01-31 4-4 B2",
            "2022-02-01/2022-02-28 4-4 C2",
            "2023-01-01/2023-01-31 1-1 B3",
            "2023-02-01/2023-02-28 2-2 C3"
        ]
    );
    // Years outside the term alone are told.
    let rows = ["År|jan|feb", "2019|9|9"];
    let (counted, found) = sum(plain(), &sheet("Alla", &rows));
    assert_eq!((counted, found.len()), (Quantity::ZERO, 2), "{found:?}");
}

#[test]
fn days_as_columns() {
    let rows = ["Aktivitet|2023-03-04|2023-03-11|2023-03-18", "Åk 7|1|1|2"];
    let days = [
        "2023-03-04 1-1 B2",
        "2023-03-11 1-1 C2",
        "2023-03-18 2-2 D2",
    ];
    assert_eq!(activities(&read(months(), &sheet("Blad1", &rows))), days);
    for header in [
        "Aktivitet|4/3|11/3|18/3",
        "Aktivitet|4 mars|11 mars|18 mars",
        "Aktivitet|lör 4/3|lör 11/3|lör 18/3",
    ] {
        let rows = [header, "Åk 7|1|1|2"];
        assert_eq!(
            activities(&read(months(), &sheet("2023", &rows))),
            days,
            "{header}"
        );
    }
    // The first or last day of each month is the month.
    for header in [
        "Aktivitet|2023-01-01|2023-02-01|2023-03-01",
        "Aktivitet|2023-01-31|2023-02-28|2023-03-31",
    ] {
        let rows = [header, "Åk 7|1|1|2"];
        let all = activities(&read(months(), &sheet("Blad1", &rows)));
        assert_eq!(
            all.first().map(String::as_str),
            Some("2023-01-01/2023-01-31 1-1 B2"),
            "{header}"
        );
    }
}

#[test]
fn days_that_are_only_numbered() {
    let log = || {
        mapping(
            Layout::Log,
            activity("besök"),
            &[("date", "Dag"), ("place", "Plats")],
        )
    };
    let rows = [
        "Dag|Plats",
        "3|Torget",
        "14|Badet",
        "tis 21|Torget",
        "28:e|Skolan",
    ];
    let days = [
        "2023-03-03 1-1 A2",
        "2023-03-14 1-1 A3",
        "2023-03-21 1-1 A4",
        "2023-03-28 1-1 A5",
    ];
    for name in ["Mars 2023", "2023 mars", "03 Mars 2023", "Logg mars 2023"] {
        assert_eq!(
            activities(&read(log(), &sheet(name, &rows))),
            days,
            "{name}"
        );
    }
    let titled = ["Ronder i mars 2023", "", "Dag|Plats", "3|Torget"];
    assert_eq!(
        activities(&read(log(), &sheet("Blad1", &titled))),
        ["2023-03-03 1-1 A4"]
    );
    // Of no month, of two, or none of its days.
    for (name, day) in [
        ("2023", "3"),
        ("Mars-april 2023", "3"),
        ("Februari 2023", "30"),
    ] {
        let rows = ["Dag|Plats".to_owned(), format!("{day}|Torget")];
        let result = read(log(), &sheet(name, &rows.each_ref().map(String::as_str)));
        assert!(
            codes(&result).contains(&"unreadable-date A2".to_owned()),
            "{name}"
        );
    }
}

#[test]
fn tables_under_titles() {
    let goal = [
        "Mål 2023",
        "Aktivitet|jan|feb",
        "Fotpatrull|5|5",
        "",
        "Utfall 2023",
        "Aktivitet|jan|feb",
        "Fotpatrull|3|2",
    ];
    assert_eq!(sum(months(), &sheet("Blad1", &goal)), exactly(5));
    let below = [
        "Utfall 2023",
        "Aktivitet|jan|feb",
        "Fotpatrull|3|2",
        "",
        "Budget 2023",
        "Aktivitet|jan|feb",
        "Fotpatrull|5|5",
    ];
    assert_eq!(sum(months(), &sheet("Blad1", &below)), exactly(5));
    // Two places are no goal and outcome.
    let places = [
        "Norr 2023",
        "Aktivitet|jan|feb",
        "Fotpatrull|5|5",
        "",
        "Söder 2023",
        "Aktivitet|jan|feb",
        "Fotpatrull|3|2",
    ];
    assert_eq!(sum(months(), &sheet("Blad1", &places)), exactly(15));
    // A goal alone is doubted; a title with both is none.
    let alone = ["Budget 2023", "Aktivitet|jan|feb", "Fotpatrull|5|5"];
    let expected = (
        Quantity::between(Amount::ZERO, Amount::whole(10)),
        vec!["perhaps-comparison A1".to_owned()],
    );
    assert_eq!(sum(months(), &sheet("Blad1", &alone)), expected);
    let both = ["Mål och utfall 2023", "Aktivitet|jan|feb", "Fotpatrull|5|5"];
    assert_eq!(sum(months(), &sheet("Blad1", &both)), exactly(10));
}

#[test]
fn a_column_of_dates_is_written_in_one_way() {
    let log = || {
        mapping(
            Layout::Log,
            activity("besök"),
            &[("date", "Datum"), ("place", "Plats")],
        )
    };
    let rows = ["Datum|Plats", "1/4/2023|Torget", "1/15/2023|Badet"];
    let result = read(log(), &sheet("Blad1", &rows));
    assert_eq!(
        activities(&result),
        ["2023-01-04 1-1 A2", "2023-01-15 1-1 A3"]
    );
    assert_eq!(codes(&result), ["month-first-dates A3"]);
    let rows = ["Datum|Plats", "1/4/2023|Torget", "15/1/2023|Badet"];
    assert_eq!(
        activities(&read(log(), &sheet("Blad1", &rows))),
        ["2023-04-01 1-1 A2", "2023-01-15 1-1 A3"]
    );
    let rows = [
        "Datum|Plats",
        "1/4/2023|Torget",
        "15/1/2023|Badet",
        "1/16/2023|Badet",
    ];
    let result = read(log(), &sheet("Blad1", &rows));
    assert_eq!(
        activities(&result).first().map(String::as_str),
        Some("2023-01-04/2023-04-01 1-1 A2")
    );
    assert_eq!(codes(&result), ["ambiguous-dates A4"]);
    // True dates beside one that is typed the other way stay what they are.
    let rows = [
        "Datum|Plats",
        "2023-03-04|Torget",
        "2023-05-25|Badet",
        "1/16/2023|Badet",
    ];
    let result = read(log(), &sheet("Blad1", &rows));
    assert_eq!(
        activities(&result),
        [
            "2023-03-04 1-1 A2",
            "2023-05-25 1-1 A3",
            "2023-01-16 1-1 A4"
        ]
    );
    // Only what a spreadsheet could take for a day with the day first.
    let rows = ["Datum|Plats", "2023-03-04|Torget", "1/16/2023|Badet"];
    let result = read(log(), &sheet("Blad1", &rows));
    assert_eq!(
        activities(&result),
        ["2023-03-04/2023-04-03 1-1 A2", "2023-01-16 1-1 A3"]
    );
}

#[test]
fn a_label_of_a_title_block_is_no_heading() {
    let log = || mapping(Layout::Log, activity("besök"), &[("date", "Datum")]);
    for rows in [
        [
            "Datum:|2 december 2023",
            "Läge:|Utkast",
            "",
            "Vem|Uppgift|Datum",
            "A|Rond|2023-02-03",
        ]
        .as_slice(),
        &[
            "Datum|2023-12-02",
            "",
            "",
            "Vem|Uppgift|Datum",
            "A|Rond|2023-02-03",
        ],
    ] {
        assert_eq!(
            activities(&read(log(), &sheet("Blad1", rows))),
            ["2023-02-03 1-1 C5"],
            "{rows:?}"
        );
    }
    // A header may have colons.
    let rows = ["Datum:|Plats:", "2023-02-03|Torget"];
    assert_eq!(
        activities(&read(log(), &sheet("Blad1", &rows))),
        ["2023-02-03 1-1 A2"]
    );
}
