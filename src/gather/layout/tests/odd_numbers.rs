//! Numbers below nothing, in thousands, under months in figures and misspelt ones; answers in words.

use super::*;

/// What a sheet adds up to, and what is told but for the year.
fn sum(mapping: SheetMapping, sheet: &Sheet) -> (Quantity, Vec<String>) {
    let result = read(mapping, sheet);
    let found = codes(&result).into_iter();
    let found = found.filter(|code| !code.starts_with("assumed-year"));
    let all = &result.gathered.activities;
    (all.iter().map(|one| one.value).sum(), found.collect())
}

fn between(low: u64, high: u64) -> Quantity {
    Quantity::between(Amount::whole(low), Amount::whole(high))
}

fn log(count: &str) -> SheetMapping {
    let columns = [("date", "Datum"), ("place", "Plats"), ("count", count)];
    mapping(Layout::Log, activity("besök"), &columns)
}

fn months() -> SheetMapping {
    mapping(Layout::Months, activity("besök"), &[("type", "Aktivitet")])
}

#[test]
fn a_number_below_nothing_takes_from_the_rows_about_it() {
    let rows = |last: &str| {
        sheet(
            "2023",
            &[
                "Datum|Plats|Antal",
                "2023-03-01|A|5",
                "2023-03-04|B|1",
                last,
            ],
        )
    };
    let told = vec!["negative-number C4".to_owned()];
    // From 6 − 2 to 6, and to 2 more if the sign was a hyphen.
    for last in [
        "2023-03-05|B|-2",
        "2023-03-05|Rättelse|−2",
        "2023-03-05|Rättelse|-2 st",
    ] {
        let (found, codes) = sum(log("Antal"), &rows(last));
        assert_eq!(
            (found.low(), found.high(), codes),
            (Amount::whole(4), Some(Amount::whole(8)), told.clone()),
            "{last}"
        );
    }
    // More than there is takes all.
    assert_eq!(
        sum(log("Antal"), &rows("2023-03-05|B|-9")).0,
        between(0, 15)
    );
    let of_months = sheet(
        "2023",
        &["Aktivitet|jan|feb|mar", "Fotpatrull|4|3|5", "Rättelse||-2|"],
    );
    assert_eq!(sum(months(), &of_months).0, between(10, 14));
}

#[test]
fn numbers_in_thousands_count_a_thousand_times_as_they_were_rounded() {
    let rows = |heading: &str| {
        [
            format!("Datum|Plats|{heading}"),
            "2023-03-01|A|2".to_owned(),
            "2023-03-04|B|1,5".to_owned(),
        ]
    };
    let heading = "Antal (tusental)";
    let written = rows(heading);
    let written: Vec<&str> = written.iter().map(String::as_str).collect();
    // 1,500–2,500 and 1,450–1,550; the half is widened to whole things before.
    let (found, codes) = sum(log(heading), &sheet("2023", &written));
    assert!(
        found.holds(Amount::whole(3_500)) && found.low() >= Amount::whole(2_000),
        "{found:?}"
    );
    assert!(codes.contains(&"scaled-numbers C1".to_owned()), "{codes:?}");
    let titled = [
        "Siffror i tusental",
        "",
        "Datum|Plats|Antal",
        "2023-03-01|A|2",
    ];
    assert_eq!(
        sum(log("Antal"), &sheet("2023", &titled)),
        (between(1_500, 2_500), vec!["scaled-numbers A1".to_owned()])
    );
    let innocent = [
        "Tusenårsstaden 2023",
        "",
        "Datum|Plats|Antal",
        "2023-03-01|A|2",
    ];
    assert_eq!(
        sum(log("Antal"), &sheet("2023", &innocent)),
        (Quantity::whole(2), vec![])
    );
}

#[test]
fn months_in_figures_and_misspelt_ones_are_read() {
    let figures = sheet(
        "Logg",
        &["Aktivitet|2023-01|2023-02|2023/03", "Fotpatrull|4|3|5"],
    );
    assert_eq!(sum(months(), &figures), (Quantity::whole(12), vec![]));
    let misspelt = sheet(
        "2023",
        &[
            "Aktivitet|januari|febuari|mars|april|maj|juno|juli",
            "Fotpatrull|1|1|1|1|1|1|1",
        ],
    );
    let told = ["near-heading C1", "near-heading G1"]
        .map(str::to_owned)
        .to_vec();
    assert_eq!(sum(months(), &misspelt), (Quantity::whole(7), told));
    // School years begin another year each, and a word that is no month's is none.
    let others = sheet(
        "2023",
        &["Aktivitet|januari|Fest|mars|april", "Fotpatrull|1|9|1|1"],
    );
    assert_eq!(sum(months(), &others), (Quantity::whole(3), vec![]));
}

#[test]
fn an_answer_in_words_tells_its_day_or_may_be_of_any() {
    let answered = mapping(
        Layout::Log,
        activity("klotter"),
        &[("date", "Anmält"), ("answered", "Svar")],
    );
    let answer = |text: &str| {
        let row = format!("2023-03-06|{text}|A");
        let result = read(answered.clone(), &sheet("2023", &["Anmält|Svar|Hus", &row]));
        (result.gathered.requests[0].answer, codes(&result))
    };
    for (text, on) in [
        ("samma dag", "2023-03-06"),
        ("dagen efter", "2023-03-07"),
        ("2 dagar", "2023-03-08"),
        ("ja, 9/3", "2023-03-09"),
        ("mail 9/3", "2023-03-09"),
    ] {
        assert_eq!(answer(text).0, Answer::On(DateSpan::day(day(on))), "{text}");
    }
    assert_eq!(answer("Ja, via mail").0, Answer::SameDay);
    for text in ["nej", "planeras", "inte ännu", "-"] {
        assert_eq!(answer(text), (Answer::Not, vec![]), "{text}");
    }
    for text in ["skickat vidare", "8/3 ej nått, nytt 9/3"] {
        let (found, told) = answer(text);
        assert!(
            matches!(found, Answer::On(days) if !days.is_exact()),
            "{text}: {found:?}"
        );
        assert_eq!(told, ["unreadable-date B2"], "{text}");
    }
}
