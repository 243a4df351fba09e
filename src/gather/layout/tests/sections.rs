//! Sheets in parts: the same table once more, about another year; groups of rows under a word of their own.

use super::*;

#[test]
fn the_same_table_lower_down_is_about_the_year_of_its_own_title() {
    let rows = [
        "Kontakter 2022",
        "Datum|Plats|Antal",
        "19/5|Töre|3",
        "1/6|Töre|2",
        "Summa||5",
        "",
        "Kontakter 2023",
        "",
        "Datum|Plats|Antal",
        "19/5|Töre|3",
        "Summa||3",
    ];
    let columns = [("date", "Datum"), ("place", "Plats"), ("count", "Antal")];
    let log = || mapping(Layout::Log, activity("kontakt"), &columns);
    let result = read(log(), &sheet("Blad1", &rows));
    assert_eq!(
        activities(&result),
        [
            "2022-05-19 3-3 C3",
            "2022-06-01 2-2 C4",
            "2023-05-19 3-3 C10"
        ]
    );
    assert_eq!(codes(&result), ["assumed-year", "assumed-year"]);

    // A header repeated where the page breaks says nothing about the year, and an equal row is still one twice.
    let rows = [
        "Kontakter 2022",
        "Datum|Plats|Antal",
        "19/5|Töre|3",
        "Datum|Plats|Antal",
        "19/5|Töre|3",
        "20/5|Töre|1",
    ];
    let result = read(log(), &sheet("Blad1", &rows));
    assert_eq!(
        activities(&result),
        ["2022-05-19 3-3 C3", "2022-05-20 1-1 C6"]
    );
    assert_eq!(codes(&result), ["duplicate-row A5", "assumed-year"]);

    // A title with two years leaves the year open; it is not the one before.
    let rows = [
        "Kontakter 2022",
        "Datum|Plats|Antal",
        "19/5|Töre|3",
        "",
        "Läsåret 2022/23, från 2023",
        "Datum|Plats|Antal",
        "20/5|Töre|1",
    ];
    let result = read(log(), &sheet("Blad1", &rows));
    assert_eq!(activities(&result), ["2022-05-19 3-3 C3", "? 1-1 C7"]);
}

#[test]
fn a_year_alone_on_its_row_is_that_of_the_rows_below() {
    let columns = [("date", "Datum"), ("place", "Plats"), ("count", "Antal")];
    let rows = [
        "Datum|Plats|Antal",
        "2022",
        "19/5|Töre|3",
        "År 2023:",
        "19/5|Töre|3",
        "v 12|Töre|1",
    ];
    let result = read(
        mapping(Layout::Log, activity("kontakt"), &columns),
        &sheet("Blad1", &rows),
    );
    let expected = [
        "2022-05-19 3-3 C3",
        "2023-05-19 3-3 C5",
        "2023-03-20/2023-03-26 1-1 C6",
    ];
    assert_eq!(activities(&result), expected);
    assert_eq!(codes(&result), ["assumed-year", "assumed-year"]);
    // In the counted column it is a number, of a row without a date.
    let result = read(
        mapping(Layout::Log, activity("kontakt"), &columns),
        &sheet("Blad1", &["Datum|Plats|Antal", "||2023"]),
    );
    assert_eq!(activities(&result), ["? 2023-2023 C2"]);
}

#[test]
fn months_lower_down_are_those_of_their_own_year() {
    let months = |columns: &[(&str, &str)]| mapping(Layout::Months, activity("andt"), columns);
    let january = [
        "2022-01-01/2022-01-31 1-1",
        "2022-02-01/2022-02-28 2-2",
        "2023-01-01/2023-01-31 1-1",
        "2023-02-01/2023-02-28 2-2",
    ];
    let titled = [
        "ANDT 2022",
        "|Jan|Feb|Summa",
        "Möte|1|2|3",
        "Summa|1|2|3",
        "",
        "ANDT 2023",
        "|Jan|Feb|Summa",
        "Möte|1|2|3",
    ];
    let headed = [
        "|jan 2022|feb 2022",
        "Möte|1|2",
        "",
        "|jan 2023|feb 2023",
        "Möte|1|2",
    ];
    for rows in [titled.as_slice(), headed.as_slice()] {
        let result = read(months(&[]), &sheet("Blad1", rows));
        let dates: Vec<_> = activities(&result)
            .iter()
            .map(|found| found.rsplit_once(' ').unwrap().0.to_owned())
            .collect();
        assert_eq!(dates, january, "{rows:?}");
        assert!(
            !codes(&result)
                .iter()
                .any(|code| code.starts_with("duplicate-row"))
        );
    }
}

#[test]
fn quarters_are_read_where_a_date_or_a_month_is_asked_for() {
    let rows = ["Kvartal|Antal", "Kv 1 2023|4", "Q2 2023|5"];
    let spans = [
        "2023-01-01/2023-03-31 4-4 B2",
        "2023-04-01/2023-06-30 5-5 B3",
    ];
    for field in ["date", "month"] {
        let log = mapping(
            Layout::Log,
            activity("besök"),
            &[(field, "Kvartal"), ("count", "Antal")],
        );
        let result = read(log, &sheet("Blad1", &rows));
        assert_eq!(
            (activities(&result), codes(&result).len()),
            (spans.map(str::to_owned).to_vec(), 0),
            "{field}"
        );
    }
    // Under «Kvartal» 2 is no February.
    let log = mapping(
        Layout::Log,
        activity("besök"),
        &[("month", "Kvartal"), ("count", "Antal")],
    );
    let result = read(log, &sheet("2023", &["Kvartal|Antal", "1|4", "2|5", "7|1"]));
    assert_eq!(activities(&result)[..2], spans);
    assert_eq!(codes(&result), ["assumed-year", "unreadable-date A4"]);
}

#[test]
fn a_month_alone_above_its_rows_is_no_row() {
    let columns = [("date", "Datum"), ("place", "Plats"), ("count", "Antal")];
    let rows = [
        "Plats|Datum|Antal",
        "Januari",
        "Töre|2023-01-04|3",
        "Kvartal 2",
        "Töre|2023-04-04|1",
    ];
    let result = read(
        mapping(Layout::Log, activity("kontakt"), &columns),
        &sheet("Blad1", &rows),
    );
    assert_eq!(
        activities(&result),
        ["2023-01-04 3-3 C3", "2023-04-04 1-1 C5"]
    );
    assert_eq!(
        (dispositions(&result), codes(&result).len()),
        ((2, 2, 0), 0)
    );
}

#[test]
fn the_header_once_more_between_rows_is_of_their_year() {
    let months = mapping(Layout::Months, activity("besök"), &[("type", "Aktivitet")]);
    let header = "Aktivitet|jan|feb";
    let rows = [
        "2022",
        header,
        "Fotpatrull|9|9",
        "",
        header,
        "Skolbesök|8|8",
        "",
        "2023",
        header,
        "Fotpatrull|1|2",
        "",
        header,
        "Skolbesök|3|4",
    ];
    let result = read(months, &sheet("Logg 2023", &rows));
    let of = |year: i32| -> Quantity {
        let all = result.gathered.activities.iter();
        all.filter(|one| chrono::Datelike::year(&one.date.from) == year)
            .map(|one| one.value)
            .sum()
    };
    assert_eq!(
        (of(2022), of(2023)),
        (Quantity::whole(34), Quantity::whole(10))
    );
}
