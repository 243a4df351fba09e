//! Merged cells, lengths of time, rows chosen by words.

use super::*;

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
    let found = result
        .findings
        .iter()
        .flat_map(|finding| finding.args().into_values());
    assert!(
        found
            .into_iter()
            .all(|arg| arg == crate::model::finding::Arg::from("none"))
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
    chosen.only_rows = vec![RowCondition::Cell(RowFilter {
        column: column("Genomförd"),
        test: Test::Marked(true),
    })];
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
