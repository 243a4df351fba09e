//! Rows that say of themselves that they were not held, or may not have been; and rows that only look so.

use super::{activities, activity, codes, mapping, read, sheet};
use crate::gather::cell::{Cell, Sheet};
use crate::gather::layout::result::MappingResult;
use crate::model::agreement::{Layout, SheetMapping};

fn log() -> SheetMapping {
    mapping(
        Layout::Log,
        activity("rond"),
        &[("date", "Datum"), ("place", "Plats")],
    )
}

fn of(rows: &[&str]) -> MappingResult {
    read(log(), &sheet("2023", rows))
}

/// How many rows count for certain, how many perhaps, and the warnings.
fn counted(result: &MappingResult) -> (usize, usize, usize) {
    let found = activities(result);
    let sure = found.iter().filter(|row| row.contains(" 1-1 ")).count();
    (sure, found.len() - sure, codes(result).len())
}

#[test]
fn a_sheet_of_what_was_held_is_read_like_any_other() {
    let rows = ["Datum|Plats", "2023-01-10|Torget", "2023-02-11|Torget"];
    for (name, expected) in [
        ("Genomförda ronder", (2, 0, 0)),
        ("Klart", (2, 0, 0)),
        ("Klara skola", (2, 0, 0)),
        ("Inställda", (0, 0, 0)),
        ("Planerade", (0, 2, 2)),
    ] {
        let result = read(log(), &sheet(name, &rows));
        assert_eq!(counted(&result), expected, "{name}");
    }
}

#[test]
fn words_in_columns_that_nobody_mapped() {
    for (heading, words, expected) in [
        ("Status", ["Genomförd", "Inställd", "Genomförd"], (2, 0, 0)),
        ("Läge", ["Klar", "Planerad", "Klar"], (2, 1, 1)),
        ("Status", ["Genomförd", "Bokad", "Genomförd"], (2, 1, 1)),
        ("Status", ["Genomförd", "Uteblev", "Genomförd"], (2, 0, 0)),
        ("Status", ["Genomförd", "ok", "Genomförd"], (3, 0, 0)),
        ("Resultat", ["Genomförd", "Två böter", "Lugnt"], (3, 0, 0)),
        ("Anm", ["", "Inställt pga snö", "Lugnt"], (2, 0, 0)),
        ("Anm", ["", "Avlyst", "Många på plats"], (2, 0, 0)),
        ("Anm", ["", "Blev inte av, ingen personal", ""], (2, 1, 1)),
        ("Anm", ["Inställd del, resten gjord", "", ""], (2, 1, 1)),
        ("Genomförd", ["ja", "nej", "ja"], (2, 0, 0)),
        ("Genomförd", ["x", "", "x"], (2, 1, 1)),
        ("Inställd", ["", "x", ""], (2, 0, 0)),
        ("Blev av?", ["ja", "nej", "ja"], (2, 0, 0)),
        (
            "Anm",
            ["Hann inte", "Flyttad till 14/5", "Det blev ingen rond"],
            (0, 0, 0),
        ),
        ("Anm", ["Semester", "Räkna inte denna", ""], (1, 1, 1)),
        ("Anm", ["Ingen patrull", "Besöket uteblev", ""], (1, 2, 2)),
        ("Om ej genomfört, varför", ["", "Snö", "-"], (2, 1, 1)),
        (
            "Status",
            ["Som planerat", "Inställd", "Genomförd"],
            (2, 0, 0),
        ),
        (
            "Anm",
            [
                "Inget att rapportera från torget, allt lugnt",
                "Inställd först, genomförd ändå",
                "Nästa rond inställd",
            ],
            (3, 0, 0),
        ),
        ("Anm", ["Inget", "0", "Inga"], (3, 0, 0)),
        ("Frånvaro", ["Sjuk", "", "Semester"], (3, 0, 0)),
        // Words that look like it and say nothing of the row.
        ("Typ", ["Planerad", "Oplanerad", "Akut"], (3, 0, 0)),
        (
            "Slag",
            ["Planerad tillsyn", "Planerad tillsyn", "Oanmäld"],
            (3, 0, 0),
        ),
        (
            "Anm",
            [
                "Pratade om den inställda konserten",
                "Nytt möte planeras i maj",
                "",
            ],
            (3, 0, 0),
        ),
        (
            "Anm",
            [
                "Utgår från torget",
                "Anmälan ej gjord",
                "Info om kommande arbeten",
            ],
            (3, 0, 0),
        ),
        ("Rapport klar", ["x", "", "x"], (3, 0, 0)),
        ("Skador", ["Inga", "Inga", "En cykel"], (3, 0, 0)),
    ] {
        let header = format!("Datum|Plats|{heading}");
        let days = ["2023-01-10", "2023-02-11", "2023-03-12"];
        let rows: Vec<String> = std::iter::once(header)
            .chain(
                days.iter()
                    .zip(words)
                    .map(|(day, word)| format!("{day}|Torget|{word}")),
            )
            .collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        assert_eq!(counted(&of(&rows)), expected, "{heading}: {words:?}");
    }
}

#[test]
fn a_status_of_held_stands_against_a_remark() {
    let result = of(&[
        "Datum|Plats|Status|Anm",
        "2023-01-10|Torget|Genomförd|Inställd del: badet stängt",
        "2023-02-11|Badet|Genomförd|Planerat möte, bra samtal",
        "2023-03-12|Badet|Genomförd|Inställd",
    ]);
    assert_eq!(counted(&result), (2, 1, 1));
}

#[test]
fn titles_are_true_of_the_rows_under_them() {
    let called_off = of(&[
        "Datum|Plats",
        "2023-01-10|Torget",
        "",
        "Inställda ronder",
        "2023-02-11|Badet",
        "2023-03-12|Badet",
        "Genomförda ronder",
        "2023-04-12|Badet",
    ]);
    assert_eq!(counted(&called_off), (2, 0, 0));
    let groups = of(&[
        "Datum|Plats",
        "Centrum",
        "2023-01-10|Torget",
        "Byarna",
        "2023-02-11|Badet",
    ]);
    assert_eq!(counted(&groups), (2, 0, 0));
}

#[test]
fn struck_rows_are_withdrawn_and_a_struck_day_is_doubted() {
    let mut sheet = sheet(
        "2023",
        &[
            "Datum|Plats|Anm",
            "2023-01-10|Torget|a",
            "2023-02-11|Badet|b",
            "2023-03-12|Skolan|c",
        ],
    );
    // The first row whole, of the second the day, of the third a remark.
    sheet.struck = [(1, 0), (1, 1), (1, 2), (2, 0), (3, 2)]
        .into_iter()
        .collect();
    assert_eq!(counted(&read(log(), &sheet)), (1, 1, 1));
}

#[test]
fn rows_that_nobody_has_written_are_none() {
    let mut dragged = sheet(
        "2023",
        &[
            "Datum|Plats|Vecka",
            "2023-01-10|Torget|2",
            "2023-02-11|Badet|6",
            "||52",
            "||52",
        ],
    );
    dragged.formulas = (1..5).map(|row| (row, 2)).collect();
    assert_eq!(counted(&read(log(), &dragged)), (2, 0, 0));

    let without_formulas = of(&[
        "Datum|Plats|Timmar",
        "2023-01-10|Torget|3",
        "||0",
        "||0",
        "||0",
    ]);
    assert_eq!(counted(&without_formulas), (1, 0, 0));

    let mut boxes = sheet(
        "2023",
        &["Datum|Plats|Ok", "2023-01-10|Torget|", "||", "||"],
    );
    set_boxes(&mut boxes, &[(1, true), (2, false), (3, false)]);
    assert_eq!(counted(&read(log(), &boxes)), (1, 0, 0));

    // A sheet that is all formulas shows what stands on another.
    let mut mirror = sheet(
        "2023",
        &["Datum|Plats", "2023-01-10|Torget", "2023-02-11|Badet"],
    );
    mirror.formulas = [(1, 0), (1, 1), (2, 0), (2, 1)].into_iter().collect();
    assert_eq!(counted(&read(log(), &mirror)), (2, 0, 0));
}

fn set_boxes(sheet: &mut Sheet, boxes: &[(usize, bool)]) {
    for (row, ticked) in boxes {
        let cells = &mut sheet.rows[*row];
        cells.resize(3, Cell::Empty);
        cells[2] = Cell::Bool(*ticked);
    }
}

#[test]
fn a_report_of_nothing_is_heard_wherever_it_stands() {
    let months = mapping(Layout::Log, activity("rond"), &[("month", "Månad")]);
    let result = read(
        months,
        &sheet(
            "2023",
            &[
                "Månad|Vad",
                "Januari|Rond",
                "Februari|Intet att redovisa",
                "Mars|Inget att rapportera",
            ],
        ),
    );
    assert_eq!((activities(&result).len(), result.reported.len()), (1, 3));
    // On a day with a place somebody was there.
    let day = of(&["Datum|Plats|Anm", "2023-01-10|Torget|Inget att rapportera"]);
    assert_eq!(counted(&day), (0, 1, 1));
}

#[test]
fn a_month_with_nothing_but_none_is_a_zero() {
    let months = |heading: &str, words: [&str; 3]| {
        let header = format!("Månad|{heading}");
        let rows = [
            header.as_str(),
            &format!("Januari|{}", words[0]),
            &format!("Februari|{}", words[1]),
            &format!("Mars|{}", words[2]),
        ];
        let mapping = mapping(Layout::Log, activity("rond"), &[("month", "Månad")]);
        let result = read(mapping, &sheet("2023", &rows));
        let (sure, perhaps, _) = counted(&result);
        (sure, perhaps, result.reported.len())
    };
    assert_eq!(
        months("Vad", ["Inga insatser", "Inget", "Rond på torget"]),
        (1, 0, 3)
    );
    assert_eq!(months("Vad", ["Ingen rond", "Nil", "Rond"]), (1, 0, 3));
    assert_eq!(months("Ronder", ["0", "1", "Inget gjort"]), (1, 0, 3));
    // Who was away may have been there for a day.
    assert_eq!(months("Vad", ["Semester", "Rond", "Rond"]), (2, 1, 3));
    // What there was none of may be something else.
    assert_eq!(months("Skador", ["Inga", "En cykel", "Inga"]), (1, 2, 3));
}

#[test]
fn a_form_is_judged_by_what_nobody_mapped() {
    let form = || {
        mapping(
            Layout::Form,
            activity("rond"),
            &[("date", "Datum"), ("place", "Plats")],
        )
    };
    for (line, expected) in [
        ("Genomfört:|Nej", (0, 0, 0)),
        ("Genomfört:|Ja", (1, 0, 0)),
        ("Status:|Inställd", (0, 0, 0)),
        ("Status:|Genomförd", (1, 0, 0)),
        ("Status:|Planerad", (0, 1, 1)),
        ("Inställt:|Nej", (1, 0, 0)),
        ("Inställt:|Ja", (0, 0, 0)),
        ("Anmärkning:|Blev inte av, ingen personal", (0, 1, 1)),
        ("Om ej genomfört, varför:|Snö", (0, 1, 1)),
        ("Om ej genomfört, varför:|-", (1, 0, 0)),
        ("INSTÄLLT", (0, 0, 0)),
        ("Anmärkning:|Inget att rapportera", (0, 1, 1)),
        ("Anmärkning:|Nästa rond inställd", (1, 0, 0)),
        ("Skriv plats och dag i rutorna.", (1, 0, 0)),
    ] {
        let rows = ["Rond", "Datum:|2023-01-10", "Plats:|Torget", line];
        assert_eq!(
            counted(&read(form(), &sheet("2023", &rows))),
            expected,
            "{line}"
        );
    }
}

#[test]
fn a_sample_row_of_a_template_is_none() {
    let result = of(&[
        "Datum|Plats|Anm",
        "2023-01-01|Exempel|Skriv här",
        "2023-01-10|Torget|Skrivbordet flyttat",
        "2023-01-11|Torget|Exempelvis cyklar",
    ]);
    assert_eq!(counted(&result), (2, 0, 0));
}

#[test]
fn christmas_among_days_is_told_apart_from_july_among_months() {
    let days = of(&["Datum|Plats", "2023-06-18|Badet", "Jul|Torget"]);
    let last = days.gathered.activities.last().unwrap();
    assert_eq!(
        (last.date.to_string(), last.dated),
        ("2023-07-01/2023-12-26".to_owned(), false)
    );
    let months = of(&["Datum|Plats", "jun|Badet", "jul|Torget"]);
    assert_eq!(
        months.gathered.activities.last().unwrap().date.to_string(),
        "2023-07-01/2023-07-31"
    );
}
