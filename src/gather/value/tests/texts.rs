use super::{clock, date_cell, words};
use crate::gather::cell::Cell;
use crate::gather::value::{
    Parsed, field, is_nothing_to_report, is_planned_or_cancelled, is_total_label, mark, text, times,
};
use crate::model::quantity::Quantity;
use crate::model::span::DateSpan;

#[test]
fn cells_as_a_person_sees_them() {
    let facts = [
        (Cell::Number(3170.0), "3170"),
        (Cell::Number(0.1 + 0.2), "0,3"),
        (Cell::Number(3.5), "3,5"),
        (Cell::Number(-0.0), "0"),
        (Cell::Number(100.0), "100"),
        (date_cell("2023-04-15"), "2023-04-15"),
        (Cell::Time(clock("15:00")), "15:00"),
        (
            Cell::Date {
                day: None,
                time: None,
                serial: Some(24.0),
            },
            "24",
        ),
        (Cell::Empty, ""),
        (Cell::Uncalculated, ""),
        (words("Sjöskolan"), "Sjöskolan"),
        (Cell::Error("#N/A".into()), "#N/A"),
    ];
    for (cell, expected) in facts {
        assert_eq!(text(&cell), expected);
    }
}

#[test]
fn marks() {
    for yes in [
        words("x"),
        words("X"),
        words("Ja"),
        words("j"),
        words("yes"),
        words("sant"),
        words("✓"),
        words("1"),
        Cell::Number(1.0),
        Cell::Bool(true),
    ] {
        assert_eq!(mark(&yes), Parsed::Is(true), "{yes:?}");
    }
    for no in [
        words("nej"),
        words("N"),
        words("no"),
        words("falskt"),
        words("0"),
        Cell::Number(0.0),
        Cell::Bool(false),
    ] {
        assert_eq!(mark(&no), Parsed::Is(false), "{no:?}");
    }
    assert_eq!(
        mark(&words("Socialtjänsten")),
        Parsed::Not("Socialtjänsten".into())
    );
    // Found by fuzzing: four dots were a mark where three were none.
    for gap in ["-", "....", "–––––", "……"] {
        assert_eq!(mark(&words(gap)), Parsed::Gap, "{gap}");
        assert!(!field(&words(gap), None).marked, "{gap}");
    }
    assert_eq!(mark(&Cell::Empty), Parsed::Blank);
    assert_eq!(mark(&Cell::Number(2.0)), Parsed::Not("2".into()));
}

#[test]
fn times_of_day() {
    let facts = [
        (words("15:00"), Some(("15:00", "15:00"))),
        (words("15.00"), Some(("15:00", "15:00"))),
        (words("kl 15"), Some(("15:00", "15:00"))),
        (words("kl. 15.30"), Some(("15:30", "15:30"))),
        (words("21.00–03.00"), Some(("21:00", "03:00"))),
        (words("21:00 - 24:00"), Some(("21:00", "00:00"))),
        (words("15-18"), Some(("15:00", "18:00"))),
        (Cell::Time(clock("15:00")), Some(("15:00", "15:00"))),
        (Cell::Number(0.625), Some(("15:00", "15:00"))),
        (words("15"), None),
        (words("25:00"), None),
        (words("15:75"), None),
        (words("kväll"), None),
        (words("2023-04-15"), None),
        (Cell::Number(15.0), None),
        (Cell::Number(f64::NAN), None),
    ];
    for (cell, expected) in facts {
        assert_eq!(
            times(&cell),
            expected.map(|(from, to)| (clock(from), clock(to))),
            "{cell:?}"
        );
    }
}

#[test]
fn a_field_answers_every_question() {
    let list = field(&words("Elever, lärare och Skola/fritid"), None);
    assert_eq!(
        list.words,
        [
            "Elever",
            "lärare",
            "Skola",
            "fritid",
            "Elever, lärare och Skola/fritid"
        ]
    );
    assert!(list.marked);
    assert_eq!(field(&words("Kommunen"), None).words, ["Kommunen"]);

    for (cell, marked) in [
        (words("x"), true),
        (words("Socialtjänsten"), true),
        (Cell::Number(3.0), true),
        (words("nej"), false),
        (words("inga"), false),
        (words("Nej, ej aktuellt"), false),
        (words("ej genomfört"), false),
        (words("planeras"), false),
        (words("0"), false),
        (Cell::Number(0.0), false),
        (words("-"), false),
        (Cell::Empty, false),
        (Cell::Error("#N/A".into()), false),
        (Cell::Uncalculated, false),
    ] {
        assert_eq!(field(&cell, None).marked, marked, "{cell:?}");
    }

    assert_eq!(
        field(&words("1 tim"), None).number,
        Some(Quantity::whole(60))
    );
    assert_eq!(
        field(&words("20 min"), None).number,
        Some(Quantity::whole(20))
    );
    assert_eq!(field(&words("20"), None).number, Some(Quantity::whole(20)));
    assert_eq!(
        field(&words("19/5"), Some(2023))
            .date
            .map(|date| date.to_string()),
        Some("2023-05-19".into())
    );
    assert_eq!(field(&words("19/5"), None).date, None);
    assert_eq!(
        field(&Cell::Time(clock("15:00")), None).time,
        Some((clock("15:00"), clock("15:00")))
    );
    assert_eq!(
        field(&date_cell("2023-04-15"), None).date,
        Some(DateSpan::day(super::day("2023-04-15")))
    );
    assert_eq!(field(&Cell::Empty, None), Default::default());
}

#[test]
fn planned_or_cancelled() {
    for text in [
        "Planerat",
        "planeras",
        "Planeras hösten 2023",
        "Inställt",
        "inställd",
        "INSTÄLLT pga snö",
        "Mötet inställt.",
        "Ej genomfört",
        "Inte genomförd pga sjukdom",
        "Utgår",
        "Avbokades",
        "Blev inte av",
        "planned",
        "cancelled",
    ] {
        assert!(is_planned_or_cancelled(text), "{text}");
    }
    for text in [
        "Planerad tillsyn",
        "Genomfört",
        "Planering av höstens arbete",
        "",
        "pågår",
    ] {
        assert!(!is_planned_or_cancelled(text), "{text}");
    }
}

#[test]
fn nothing_to_report() {
    for text in [
        "inget att rapportera",
        "Inget att rapportera.",
        "Inga insatser",
        "Inga insatser denna vecka",
        "nothing to report",
        "Ingenting att redovisa",
    ] {
        assert!(is_nothing_to_report(text), "{text}");
    }
    for text in [
        "Inga insatser utom en fotpatrull",
        "Ingarp",
        "Insats",
        "",
        "Inga problem på mötet",
    ] {
        assert!(!is_nothing_to_report(text), "{text}");
    }
}

#[test]
fn total_labels() {
    for text in [
        "Summa",
        "SUMMA:",
        "Totalt",
        "Totalt 2022",
        "Hittills i år",
        "Samtliga",
        "SAMTLIGA BROTT",
        "Delsumma",
        "Total",
        "Kalix totalt",
        "S:a",
    ] {
        assert!(is_total_label(text), "{text}");
    }
    for text in [
        "Januari 2023",
        "Totalförsvarets dag",
        "Samtliga elever fick utbildning",
        "",
        "Summering av året i siffror och bild",
        "Möte",
    ] {
        assert!(!is_total_label(text), "{text}");
    }
}
