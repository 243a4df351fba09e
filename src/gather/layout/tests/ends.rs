//! What belongs to a table and what does not: sums of every kind, other tables below and beside it.

use super::*;

fn log() -> SheetMapping {
    mapping(
        Layout::Log,
        activity("besök"),
        &[("date", "Datum"), ("count", "Antal")],
    )
}

#[test]
fn a_sum_is_known_by_its_first_words_and_an_audience_beside_a_day_is_none() {
    let rows = [
        "Datum|Antal",
        "2023-01-05|3",
        "Totalt antal kontakter hittills i år|3",
        "Snitt per vecka|1,5",
        "Mål 2023|156",
    ];
    let result = read(log(), &sheet("Blad1", &rows));
    assert_eq!(
        (activities(&result), codes(&result).len()),
        (vec!["2023-01-05 3-3 B2".to_owned()], 0)
    );

    let columns = [
        ("audience", "Målgrupp"),
        ("date", "Datum"),
        ("count", "Antal"),
    ];
    let rows = [
        "Målgrupp|Datum|Antal",
        "Alla|2023-01-05|3",
        "Samtliga|2023-02-05|4",
        "Totalt||7",
        "Summa 2023|2023-12-31|7",
    ];
    let result = read(
        mapping(Layout::Log, activity("besök"), &columns),
        &sheet("Blad1", &rows),
    );
    assert_eq!(
        activities(&result),
        ["2023-01-05 3-3 C2", "2023-02-05 4-4 C3"]
    );
    assert_eq!(dispositions(&result), (2, 2, 0));
}

#[test]
fn numbers_alone_that_add_up_the_rows_above_are_their_sum() {
    let found = codes(&read(
        log(),
        &sheet(
            "Blad1",
            &["Datum|Antal", "2023-01-05|3", "2023-01-06|4", "|7"],
        ),
    ));
    assert_eq!(found, ["unlabelled-sum B4"]);
    for (rows, counted) in [
        (
            ["Datum|Antal", "2023-01-05|3", "2023-01-06|4", "|7"].as_slice(),
            2,
        ),
        // Of one row above, the sum stands apart from it.
        (&["Datum|Antal", "2023-01-05|3", "", "|3"], 1),
        (&["Datum|Antal", "2023-01-05|3", "|3"], 2),
        // Another number is one whose day is missing.
        (&["Datum|Antal", "2023-01-05|3", "2023-01-06|4", "|5"], 3),
        (
            &[
                "Datum|Antal",
                "2023-01-05|3",
                "2023-01-06|4",
                "Summa|7",
                "2023-02-06|1",
                "2023-02-07|1",
                "|2",
            ],
            4,
        ),
    ] {
        assert_eq!(
            read(log(), &sheet("Blad1", rows)).gathered.activities.len(),
            counted,
            "{rows:?}"
        );
    }
    let months = mapping(
        Layout::Months,
        activity("andt"),
        &[("audience", "Målgrupp")],
    );
    let rows = [
        "Målgrupp|jan 2023|feb 2023|mar 2023",
        "Unga|1|x|",
        "Föräldrar|2||",
        "|3|1|0",
    ];
    let result = read(months, &sheet("Blad1", &rows));
    assert_eq!(
        (result.gathered.activities.len(), result.reported.len()),
        (3, 2)
    );
}

#[test]
fn rows_without_a_day_after_an_empty_one_are_no_other_table_while_days_follow() {
    let log = || {
        mapping(
            Layout::Log,
            activity("besök"),
            &[("date", "Datum"), ("place", "Plats")],
        )
    };
    let rows = [
        "Datum|Plats",
        "2023-01-05|Töre",
        "",
        "okänt|Sangis",
        "oklart|Töre",
        "2023-03-03|Töre",
    ];
    let result = read(log(), &sheet("Blad1", &rows));
    assert_eq!(dispositions(&result), (4, 0, 0));
    assert_eq!(codes(&result), ["unreadable-date A4", "unreadable-date A5"]);
    // A table of its own below, under a title.
    let rows = [
        "Datum|Plats",
        "2023-01-05|Töre",
        "",
        "Semester",
        "Namn|Datum",
        "Anna|2023-07-01",
        "Bo|2023-08-01",
    ];
    let result = read(log(), &sheet("Blad1", &rows));
    assert_eq!((dispositions(&result), codes(&result)), ((1, 4, 0), vec![]));
}

#[test]
fn the_same_headings_elsewhere_on_the_sheet_are_told() {
    for (rows, found) in [
        (
            [
                "Datum|Antal",
                "2023-01-05|3",
                "",
                "Antal|Datum",
                "5|2023-02-05",
            ]
            .as_slice(),
            "repeated-heading A4",
        ),
        (
            &["Datum|Antal|Antal", "2023-01-05|3|4"],
            "repeated-heading C1",
        ),
    ] {
        let result = read(log(), &sheet("Blad1", rows));
        assert_eq!(
            (activities(&result), codes(&result)),
            (vec!["2023-01-05 3-3 B2".to_owned()], vec![found.to_owned()])
        );
    }
    // Two tables of the same headings are both read, of whatever lengths they are.
    let both = [
        "Datum|Antal||Datum|Antal",
        "2023-01-05|3||2023-02-05|4",
        "|||2023-03-05|5",
    ];
    let result = read(log(), &sheet("Blad1", &both));
    assert_eq!(
        (activities(&result), codes(&result)),
        (
            vec![
                "2023-01-05 3-3 B2".to_owned(),
                "2023-02-05 4-4 E2".to_owned(),
                "2023-03-05 5-5 E3".to_owned()
            ],
            vec![]
        )
    );
    // Another table beside this one, which has a date too.
    let beside = ["Datum|Bilar||Datum|Antal", "2023-01-05|3||2023-02-05|4"];
    assert_eq!(
        codes(&read(log(), &sheet("Blad1", &beside))),
        Vec::<String>::new()
    );
}

#[test]
fn what_stands_beside_a_table_without_a_heading_tells_rows_apart() {
    let rows = [
        "Datum|Antal|",
        "2023-01-05|3|AA",
        "2023-01-05|3|BB",
        "2023-01-05|3|AA",
    ];
    let result = read(log(), &sheet("Blad1", &rows));
    assert_eq!(
        (dispositions(&result), codes(&result)),
        ((2, 0, 1), vec!["duplicate-row A4".to_owned()])
    );
    // Beyond a blank column it is about something else.
    let rows = [
        "Datum|Antal||",
        "2023-01-05|3||Telefon|58",
        "i januari|4||Mål|41",
        "2023-01-05|3||",
    ];
    let result = read(log(), &sheet("Blad1", &rows));
    assert_eq!(dispositions(&result), (2, 0, 1));
}

#[test]
fn a_heading_in_another_word_is_read_and_told() {
    let result = read(log(), &sheet("Blad1", &["Dag|Antal st", "2023-01-05|3"]));
    assert_eq!(activities(&result), ["2023-01-05 3-3 B2"]);
    assert_eq!(codes(&result), ["near-heading B1", "near-heading A1"]);
    // Where the word itself stands, another is another column.
    let result = read(
        log(),
        &sheet("Blad1", &["Dag|Datum|Antal", "ons|2023-01-04|3"]),
    );
    assert_eq!(
        (activities(&result), codes(&result).len()),
        (vec!["2023-01-04 3-3 C2".to_owned()], 0)
    );
}

#[test]
fn a_month_that_was_called_off_is_none_and_one_still_planned_is_asked_for() {
    let months = mapping(
        Layout::Months,
        activity("andt"),
        &[("audience", "Målgrupp")],
    );
    let result = read(
        months,
        &sheet(
            "Blad1",
            &[
                "Målgrupp|jan 2023|feb 2023|mar 2023",
                "Unga|planerat|inställt|1",
            ],
        ),
    );
    let counted = [
        "2023-01-01/2023-01-31 0-… B2",
        "2023-03-01/2023-03-31 1-1 D2",
    ];
    assert_eq!(activities(&result), counted);
    assert_eq!(result.reported.len(), 1);
    assert_eq!(codes(&result), ["perhaps-not-held B2"]);
}

#[test]
fn months_beside_months_belong_to_other_labels() {
    let months = mapping(
        Layout::Months,
        activity("andt"),
        &[("audience", "Målgrupp")],
    );
    let rows = [
        "Målgrupp|jan 2023|feb 2023||Målgrupp|jan 2023|feb 2023",
        "Unga|1|2||Personal|3|4",
    ];
    let result = read(months, &sheet("Blad1", &rows));
    assert_eq!(result.gathered.activities.len(), 2);
    assert_eq!(codes(&result), ["repeated-heading E1"]);
}

#[test]
fn a_form_that_is_called_off_is_none_and_another_on_its_sheet_is_told() {
    let form = || {
        mapping(
            Layout::Form,
            activity("vandring"),
            &[("date", "Datum"), ("place", "Plats")],
        )
    };
    let result = read(
        form(),
        &sheet("Protokoll", &["Datum:|2023-05-12", "Plats:|Inställt"]),
    );
    assert_eq!(
        (result.gathered.activities.len(), dispositions(&result)),
        (0, (0, 2, 0))
    );
    let rows = [
        "Datum:|2023-05-12",
        "Plats:|Töre",
        "",
        "Datum:|2023-06-12",
        "Plats:|Sangis",
    ];
    let result = read(form(), &sheet("Protokoll", &rows));
    assert_eq!(
        (activities(&result), codes(&result)),
        (
            vec!["2023-05-12 1-1 B1".to_owned()],
            vec!["repeated-heading A4".to_owned()]
        )
    );
}

#[test]
fn an_error_in_a_column_of_days_is_told_as_one() {
    let mut broken = sheet("Blad1", &["Datum|Antal", "|3"]);
    broken.rows[1][0] = Cell::Error("#SAKNAS!".to_owned());
    assert_eq!(codes(&read(log(), &broken)), ["error-cell A2"]);
    broken.rows[1][0] = Cell::Uncalculated;
    assert_eq!(codes(&read(log(), &broken)), ["formula-without-value A2"]);
}

#[test]
fn a_step_whose_day_cannot_be_read_may_be_done_or_not() {
    let columns = [("step", "Steg"), ("due", "Klart senast"), ("done", "Klart")];
    let rows = [
        "Steg|Klart senast|Klart",
        "A|2023-06-30|Klar 15/5 2023",
        "B|2023-06-30|Klart, se protokollet",
        "C|2023-06-30|delvis",
        "D|2023-06-30|se bilaga 3",
        "E|2023-06-30|",
    ];
    let result = read(
        mapping(Layout::Milestones, activity("etapp"), &columns),
        &sheet("Etapper", &rows),
    );
    let done: Vec<_> = result
        .gathered
        .milestones
        .iter()
        .map(|step| step.done)
        .collect();
    let any_day = DateSpan::new(day("2022-01-01"), day("2100-12-31"));
    let expected = [
        Some(Some(DateSpan::day(day("2023-05-15")))),
        Some(None),
        None,
        Some(Some(any_day)),
        None,
    ];
    assert_eq!(done, expected);
    assert_eq!(codes(&result), ["unreadable-date C5"]);
}

#[test]
fn a_row_pasted_once_more_into_a_table_beside_is_doubted() {
    let rows = [
        "Datum|Plats|Antal||Datum|Plats|Antal",
        "2023-01-05|Torget|3||2023-02-05|Skolan|4",
        "2023-01-09|Parken|2||2023-01-05|Torget|3",
        "||||2023-01-09|Parken|5",
    ];
    let columns = [("date", "Datum"), ("place", "Plats"), ("count", "Antal")];
    let log = mapping(Layout::Log, activity("kontakt"), &columns);
    let result = read(log, &sheet("Blad1", &rows));
    let sum: Quantity = result.gathered.activities.iter().map(|one| one.value).sum();
    assert_eq!(sum, Quantity::between(Amount::whole(14), Amount::whole(17)));
    assert_eq!(codes(&result), ["repeated-rows"]);
}

#[test]
fn a_place_without_a_day_below_a_note_is_a_row() {
    let columns = [("date", "Datum"), ("place", "Plats")];
    let log = mapping(Layout::Log, activity("kontakt"), &columns);
    let rows = [
        "Datum|Plats",
        "2023-01-05|Torget",
        "",
        "Efter jul",
        "|Parken",
        "2023-02-05|Vallen",
    ];
    assert_eq!(read(log, &sheet("Blad1", &rows)).made(), 3);
}

#[test]
fn nothing_but_the_same_weekday_again_and_again_is_perhaps_filled_in_beforehand() {
    let columns = [("date", "Datum"), ("place", "Plats")];
    let log = || mapping(Layout::Log, activity("kontakt"), &columns);
    let count = |days: &[&str]| -> Quantity {
        let rows: Vec<String> = days.iter().map(|day| format!("{day}|")).collect();
        let mut all = vec!["Datum|Plats"];
        all.extend(rows.iter().map(String::as_str));
        let result = read(log(), &sheet("Blad1", &all));
        result.gathered.activities.iter().map(|one| one.value).sum()
    };
    let series = ["2023-01-02", "2023-01-09", "2023-01-16", "2023-01-23"];
    assert_eq!(count(&series), Quantity::whole(4).perhaps());
    let others = ["2023-01-02", "2023-01-09", "2023-01-17", "2023-01-23"];
    assert_eq!(count(&others), Quantity::whole(4));
}
