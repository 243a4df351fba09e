//! Sums and notes, which are no rows.

use super::*;

#[test]
fn a_sum_is_known_by_its_label_over_a_column_without_a_heading() {
    let log = || {
        mapping(
            Layout::Log,
            activity("besök"),
            &[("date", "Datum"), ("count", "Antal")],
        )
    };
    // Found by generated workbooks: the label stood where the table does not reach, and the sum was counted.
    for rows in [
        ["|Datum|Antal", "|2023-04-01|3", "Summa||3"].as_slice(),
        &["Ansvarig||Datum|Antal", "AB||2023-04-01|3", "Totalt|||3"],
    ] {
        let result = read(log(), &sheet("Blad1", rows));
        assert_eq!(
            (result.gathered.activities.len(), dispositions(&result)),
            (1, (1, 1, 0)),
            "{rows:?}"
        );
    }
    // In a table to the left of this one there may be a sum beside a row of this one.
    let beside = [
        "Plats|Bilar||Datum|Antal",
        "Töre|7||2023-04-01|3",
        "Summa|7||2023-04-02|4",
    ];
    assert_eq!(
        read(log(), &sheet("Blad1", &beside))
            .gathered
            .activities
            .len(),
        2
    );
}

#[test]
fn notes_below_a_table_are_no_rows_of_it_whatever_heading_they_stand_under() {
    let log = || {
        mapping(
            Layout::Log,
            activity("besök"),
            &[("date", "Datum"), ("count", "Antal"), ("place", "Plats")],
        )
    };
    // Found by generated workbooks: such a note was an occasion on any day, of any number.
    for rows in [
        [
            "Plats|Datum|Antal",
            "Töre|2023-04-01|3",
            "",
            "Källa: egen statistik",
            "Frågor till samordnaren",
        ]
        .as_slice(),
        &[
            "Plats|Datum|Antal",
            "Töre|2023-04-01|3",
            "Summa||3",
            "Siffrorna är preliminära",
        ],
    ] {
        assert_eq!(
            activities(&read(log(), &sheet("Blad1", rows))),
            ["2023-04-01 3-3 C2"],
            "{rows:?}"
        );
    }
    // A place among the rows is a row that somebody has begun on.
    let begun = read(
        log(),
        &sheet(
            "Blad1",
            &["Plats|Datum|Antal", "Töre|2023-04-01|3", "Sangis"],
        ),
    );
    assert_eq!(begun.gathered.activities.len(), 2);
}

#[test]
fn a_quarter_below_its_months_is_their_sum_or_may_be() {
    let log = monthly_log;
    let rows = [
        "Månad|Antal",
        "Januari 2023|3",
        "Februari 2023|4",
        "Mars 2023|1",
        "Kvartal 1 2023|8",
        "Kv 2 2023|5",
    ];
    let result = read(log(), &sheet("Blad1", &rows));
    let sum: Quantity = result
        .gathered
        .activities
        .iter()
        .map(|activity| activity.value)
        .sum();
    assert_eq!((sum, codes(&result)), (Quantity::whole(13), Vec::new()));
    let result = read(
        log(),
        &sheet(
            "Blad1",
            &rows
                .map(|row| row.replace("|8", "|9"))
                .each_ref()
                .map(String::as_str),
        ),
    );
    let sum: Quantity = result
        .gathered
        .activities
        .iter()
        .map(|activity| activity.value)
        .sum();
    assert_eq!(sum, Quantity::between(Amount::whole(13), Amount::whole(22)));
    assert_eq!(codes(&result), ["perhaps-sum B5"]);
}
