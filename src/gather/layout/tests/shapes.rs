//! The shapes that are no log: months as columns, forms, statements, steps, registers.

use super::*;

#[test]
fn months_as_columns_cover_what_any_row_says() {
    let months = mapping(
        Layout::Months,
        activity("andt"),
        &[("audience", "Målgrupp")],
    );
    let rows = [
        "ANDT 2023",
        "||Antal per månad",
        "Aktivitet|Målgrupp|jan|feb|mar|nov|Summa",
        "Möte|Föräldrar|1|-||4|5",
        "Dag|Unga||x|||1",
        "Totalt||1|1|||6",
    ];
    let result = read(months, &sheet("Blad1", &rows));
    assert_eq!(
        activities(&result),
        [
            "2023-01-01/2023-01-31 1-1 C4",
            "2023-02-01/2023-02-28 1-1 D5"
        ]
    );
    assert_eq!(codes(&result), ["assumed-year", "date-in-future F4"]);
    assert_eq!(result.reported.len(), 2);
    assert_eq!(dispositions(&result), (2, 1, 0));
    assert_eq!(
        result.gathered.activities[1]
            .fields
            .get("audience")
            .unwrap()
            .text,
        "Unga"
    );
}

#[test]
fn weeks_quarters_and_numbered_columns_are_read_as_months_are() {
    let months = || mapping(Layout::Months, activity("andt"), &[("label", "Typ")]);
    for (header, found) in [
        (
            &["Kontroller 2023", "Typ|v. 1|v 2|Vecka 3|Summa"][..],
            "2023-01-02/2023-01-08 3-3 B3",
        ),
        (
            &["Typ|2023-v01|2023-v02|2023-v03|"],
            "2023-01-02/2023-01-08 3-3 B2",
        ),
        (
            &["Typ|kv 1 2023|kv 2 2023|Kvartal 3 2023|Q4 2023"],
            "2023-01-01/2023-03-31 3-3 B2",
        ),
        (
            &["2023", "|Vecka", "Typ|1|2|3|4"],
            "2023-01-02/2023-01-08 3-3 B4",
        ),
        (
            &["Kontroller per månad 2023", "Typ|1|2|3|4"],
            "2023-01-01/2023-01-31 3-3 B3",
        ),
        // Quarters between months are their sums.
        (
            &["2023", "Typ|jan|kv 1|feb|Summa"],
            "2023-01-01/2023-01-31 3-3 B3",
        ),
    ] {
        let rows: Vec<&str> = header.iter().copied().chain(["Fart|3|||"]).collect();
        let result = read(months(), &sheet("Blad1", &rows));
        assert_eq!(activities(&result), [found], "{header:?}");
    }
    // Where no label is mapped, an equal row is told where it stands.
    let equal = read(
        mapping(Layout::Months, activity("andt"), &[]),
        &sheet("2023", &["jan|feb", "|", "3|4", "3|4"]),
    );
    assert_eq!(activities(&equal).len(), 2);
    assert!(
        codes(&equal).contains(&"duplicate-row A4".to_owned()),
        "{:?}",
        codes(&equal)
    );
    // Numbers that nothing says what they are of are no weeks; and weeks that begin again have no year in common.
    let numbers = read(months(), &sheet("2023", &["Typ|1|2|3|4", "Fart|3|||"]));
    assert_eq!((activities(&numbers).len(), numbers.damaged), (0, true));
    let reversed = read(months(), &sheet("2023", &["Typ|mar|feb|jan", "Fart|||3"]));
    assert_eq!(activities(&reversed), ["2023-01-01/2023-01-31 3-3 D2"]);
    let winter = read(
        months(),
        &sheet("2023", &["Typ|v 51|v 52|v 1|v 2", "Fart|3|||"]),
    );
    assert_eq!(
        (activities(&winter).len(), codes(&winter)),
        (0, vec!["unreadable-date B1".to_owned()])
    );
}

#[test]
fn a_form_is_one_activity() {
    let form = || {
        mapping(
            Layout::Form,
            activity("vandring"),
            &[
                ("date", "Datum"),
                ("place", "Plats"),
                ("partners", "Parter"),
            ],
        )
    };
    let rows = [
        "PROTOKOLL",
        "",
        "Datum:||2022-10-05",
        "Plats||Centrum",
        "Antal||4",
        "Parter||Polisen, Skolan",
        "",
        "Åtgärder",
        "Nr|Åtgärd|Klart",
        "1|Lampa|2022-12-01",
    ];
    let result = read(form(), &sheet("Protokoll", &rows));
    assert_eq!(
        (activities(&result), codes(&result).len()),
        (vec!["2022-10-05 1-1 C3".to_owned()], 0)
    );
    assert!(
        result.gathered.activities[0]
            .fields
            .get("partners")
            .unwrap()
            .words
            .contains(&"polisen".to_owned())
    );
    assert_eq!(dispositions(&result), (3, 4, 0));
    let below = ["Datum|Plats|Parter", "2022-10-05|Centrum|Polisen"];
    assert_eq!(
        activities(&read(form(), &sheet("Protokoll", &below))),
        ["2022-10-05 1-1 A2"]
    );
    let blank = ["Datum:|", "Plats:|", "Parter:|"];
    assert_eq!(activities(&read(form(), &sheet("Mall", &blank))).len(), 0);
}

#[test]
fn statements_steps_places_and_values_are_read() {
    let columns = [
        ("label", "Löfte"),
        ("status", "Läge"),
        ("updated", "Senast uppdaterad"),
    ];
    let rows = [
        "Läget",
        "|Löfte|Läge|Senast uppdaterad",
        "|Snatteri|pågår |2023-09-14",
        "|Dialog||",
    ];
    let statements = read(
        mapping(Layout::Statements, Gives::Statements, &columns),
        &sheet("Löften", &rows),
    )
    .gathered
    .statements;
    let found: Vec<(&str, &str, &str)> = statements
        .iter()
        .map(|one| {
            (
                one.label.as_str(),
                one.status.as_str(),
                one.origin.cell.as_str(),
            )
        })
        .collect();
    assert_eq!(found, [("Snatteri", "Pågår", "C3"), ("Dialog", "", "C4")]);

    let columns = [("step", "Steg"), ("due", "Klart senast"), ("done", "Klart")];
    let rows = [
        "Steg|Klart senast|Klart",
        "Struktur|2022-12-31|2023-01-24",
        "Rutin|2023-06-30|klart",
        "Utbildning|2023-12-31|planeras",
        "Uppsatt||",
    ];
    let steps = read(
        mapping(Layout::Milestones, activity("etapp"), &columns),
        &sheet("Etapper", &rows),
    )
    .gathered
    .milestones;
    let done: Vec<_> = steps.iter().map(|step| step.done).collect();
    assert_eq!(
        done,
        [
            Some(Some(DateSpan::day(day("2023-01-24")))),
            Some(None),
            None,
            None
        ]
    );
    assert_eq!(steps[3].due, None);

    let columns = [("place", "Ställe"), ("to", "Upphörde")];
    let rows = ["Ställe|Upphörde", "Kiosken|", "Hörnan|2023-05-31"];
    let places = read(
        mapping(
            Layout::Register,
            Gives::Places("butiker".to_owned()),
            &columns,
        ),
        &sheet("Register", &rows),
    );
    assert_eq!(
        places.gathered.places["butiker"][1].to,
        Some(day("2023-05-31"))
    );

    let columns = [("date", "Mätt"), ("value", "Värde")];
    let rows = ["Mätt|Värde", "2021-11-01|1,9"];
    let values = read(
        mapping(
            Layout::Log,
            Gives::Indicator("otrygghet".to_owned()),
            &columns,
        ),
        &sheet("NTU", &rows),
    );
    assert_eq!(
        values.gathered.indicators["otrygghet"][0].value,
        Amount::hundredths(190)
    );
}

#[test]
fn a_row_that_says_nothing_was_done_reports_its_month() {
    let rows = [
        "Datum|Vecka|Plats|Antal",
        "|12|Inget att rapportera|",
        "|13|Töre|-",
    ];
    let result = read(contacts(), &sheet("2023", &rows));
    assert_eq!(
        (
            activities(&result).len(),
            result.reported.len(),
            dispositions(&result)
        ),
        (0, 2, (2, 0, 0))
    );
    assert_eq!(
        Quantity::ZERO,
        result
            .gathered
            .activities
            .iter()
            .map(|activity| activity.value)
            .sum()
    );
}

#[test]
fn an_equal_row_of_months_counts_once() {
    let months = mapping(
        Layout::Months,
        activity("andt"),
        &[("audience", "Målgrupp")],
    );
    let rows = [
        "Aktivitet|Målgrupp|jan 2023|feb 2023",
        "Möte|Föräldrar|1|2",
        "Möte|Unga|1|2",
        "Möte|Föräldrar|1|2",
    ];
    let result = read(months, &sheet("Blad1", &rows));
    assert_eq!(result.gathered.activities.len(), 4);
    assert_eq!(codes(&result), ["duplicate-row B4"]);
    assert_eq!(dispositions(&result), (2, 0, 1));
}

#[test]
fn a_month_reports_only_by_what_is_mapped() {
    let log = monthly_log;
    let result = read(
        log(),
        &sheet(
            "Blad1",
            &[
                "Månad|Antal|Anm",
                "Januari 2023|3|",
                "Februari 2023||semester",
            ],
        ),
    );
    assert_eq!(
        (result.gathered.activities.len(), result.reported.len()),
        (1, 1)
    );
    assert_eq!(codes(&result), Vec::<String>::new());
    // On a day the remark may tell of an occasion whose number is missing.
    let log = mapping(
        Layout::Log,
        activity("besök"),
        &[("date", "Dag"), ("count", "Antal")],
    );
    let result = read(
        log,
        &sheet(
            "Blad1",
            &["Dag|Antal|Anm", "2023-01-03|3|", "2023-02-03||med skolan"],
        ),
    );
    assert_eq!(result.gathered.activities.len(), 2);
}
