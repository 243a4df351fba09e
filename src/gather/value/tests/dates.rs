use super::{clock, date_cell, day, words};
use crate::gather::cell::Cell;
use crate::gather::value::{
    Dated, Parsed, YearPart, date, month, month_heading, part_heading, week, year, year_in,
};
use crate::model::span::DateSpan;

/// `2023-04-15` or `2023-04-15/2023-04-17`.
fn span(text: &str) -> DateSpan {
    let (from, to) = text.split_once('/').unwrap_or((text, text));
    DateSpan::new(day(from), day(to))
}

fn known(text: &str) -> Parsed<Dated> {
    Parsed::Is(Dated {
        span: span(text),
        assumed_year: false,
    })
}

fn assumed(text: &str) -> Parsed<Dated> {
    Parsed::Is(Dated {
        span: span(text),
        assumed_year: true,
    })
}

#[test]
fn dates_with_their_year() {
    let facts = [
        ("2023-04-15", "2023-04-15"),
        ("2023-04-15 13:00", "2023-04-15"),
        ("15. 9.23", "2023-09-15"),
        ("2023-04-15T13:00:00", "2023-04-15"),
        ("2023-04-15 kl. 13", "2023-04-15"),
        ("2023/04/15", "2023-04-15"),
        ("２０２３-04-15", "2023-04-15"),
        ("20230415", "2023-04-15"),
        ("15 april 2023 (lördag)", "2023-04-15"),
        ("2023-04-15, lör.", "2023-04-15"),
        ("220315", "2022-03-15"),
        ("8/3 2023", "2023-03-08"),
        ("8/3-2023", "2023-03-08"),
        ("8/3/2023", "2023-03-08"),
        ("15/3-22", "2022-03-15"),
        ("15/3 22", "2022-03-15"),
        ("15/3 -22", "2022-03-15"),
        ("15.9.2023", "2023-09-15"),
        ("15. 9. 2023", "2023-09-15"),
        ("8 nov 2023", "2023-11-08"),
        ("13 mar 2024", "2024-03-13"),
        ("14 september 2022", "2022-09-14"),
        ("9 juni 2023", "2023-06-09"),
        ("9:e juni 2023", "2023-06-09"),
        ("den 9 juni 2023", "2023-06-09"),
        ("fredag den 9 juni 2023", "2023-06-09"),
        ("fre 9 juni 2023", "2023-06-09"),
        ("9 jun '23", "2023-06-09"),
        ("June 9, 2023", "2023-06-09"),
        ("9 June 2023", "2023-06-09"),
        ("9-jun-2023", "2023-06-09"),
        ("maj 2023", "2023-05-01/2023-05-31"),
        ("maj-23", "2023-05-01/2023-05-31"),
        ("2023-04", "2023-04-01/2023-04-30"),
        ("202304", "2023-04-01/2023-04-30"),
        ("1-2 juni 2023", "2023-06-01/2023-06-02"),
        ("28 april – 2 maj 2023", "2023-04-28/2023-05-02"),
        ("2023-04-15 – 2023-04-17", "2023-04-15/2023-04-17"),
        ("2023-04-15-2023-04-17", "2023-04-15/2023-04-17"),
        ("28 dec–3 jan 2024", "2023-12-28/2024-01-03"),
        ("mars-april 2023", "2023-03-01/2023-04-30"),
        ("Kv 1 2023", "2023-01-01/2023-03-31"),
        ("kv.2 2023", "2023-04-01/2023-06-30"),
        ("Kvartal 4 2023", "2023-10-01/2023-12-31"),
        ("Q3 2023", "2023-07-01/2023-09-30"),
        ("2023-Q3", "2023-07-01/2023-09-30"),
        ("2023 kv1", "2023-01-01/2023-03-31"),
        ("första kvartalet 2023", "2023-01-01/2023-03-31"),
        ("2:a kvartalet 2023", "2023-04-01/2023-06-30"),
        ("kv 1 - kv 2 2023", "2023-01-01/2023-06-30"),
        ("Tertial 2 2023", "2023-05-01/2023-08-31"),
        ("T2 2023", "2023-05-01/2023-08-31"),
        ("H1 2023", "2023-01-01/2023-06-30"),
        ("andra halvåret 2023", "2023-07-01/2023-12-31"),
        ("second quarter 2023", "2023-04-01/2023-06-30"),
        ("v. 12 2023", "2023-03-20/2023-03-26"),
        ("2023-W13", "2023-03-27/2023-04-02"),
        ("2023 v 13", "2023-03-27/2023-04-02"),
        ("vecka 9-10 2023", "2023-02-27/2023-03-12"),
    ];
    for (text, expected) in facts {
        assert_eq!(date(&words(text), None), known(expected), "{text}");
    }
}

#[test]
fn dates_that_borrow_a_year() {
    let facts = [
        ("1 maj", "2023-05-01"),
        ("26 sept", "2023-09-26"),
        ("26 sept.", "2023-09-26"),
        ("25 dec", "2023-12-25"),
        ("17 feb", "2023-02-17"),
        ("fre 12 maj", "2023-05-12"),
        ("fredag 12 maj", "2023-05-12"),
        ("12 maj kl 18-20", "2023-05-12"),
        ("12/5 18.00-20.00", "2023-05-12"),
        ("12 maj 18:00", "2023-05-12"),
        ("i mars", "2023-03-01/2023-03-31"),
        ("19/5", "2023-05-19"),
        ("ons 19/5", "2023-05-19"),
        ("15.4.", "2023-04-15"),
        ("mars", "2023-03-01/2023-03-31"),
        ("3–5 maj", "2023-05-03/2023-05-05"),
        ("3 och 5 maj", "2023-05-03/2023-05-05"),
        ("3, 5 och 9 maj", "2023-05-03/2023-05-09"),
        ("3/5-5/5", "2023-05-03/2023-05-05"),
        ("v. 12", "2023-03-20/2023-03-26"),
        ("v12", "2023-03-20/2023-03-26"),
        ("V 01", "2023-01-02/2023-01-08"),
        ("vecka 9 och 10", "2023-02-27/2023-03-12"),
        ("v 9–10", "2023-02-27/2023-03-12"),
        ("v. 9, 10 och 11", "2023-02-27/2023-03-19"),
        ("week 12", "2023-03-20/2023-03-26"),
    ];
    for (text, expected) in facts {
        assert_eq!(date(&words(text), Some(2023)), assumed(expected), "{text}");
        assert_eq!(
            date(&words(text), None),
            Parsed::Not(text.to_owned()),
            "{text}"
        );
    }
}

#[test]
fn what_is_no_date_is_said_to_be_none() {
    let facts = [
        "12 maj 18-20",
        "12 maj klart",
        "31/2",
        "2023-02-30",
        "2023-13-01",
        "32 maj",
        "0/5",
        "19/5 1823",
        "1789-07-14",
        "v 53",
        "v 0",
        "v 54",
        "5",
        "3-4",
        "2023",
        "hösten 2023",
        "planeras",
        "maj 22",
        "5 maj – 3 maj",
        "2023-05-05 – 2023-05-03",
        "2023-12-28 – 2023-01-03",
        "201012",
        "15.4",
        "03-04-22",
        "vecka",
        "maj maj",
        "12 34 56",
        "070-123 45 67",
    ];
    for text in facts {
        assert_eq!(
            date(&words(text), Some(2023)),
            Parsed::Not(text.to_owned()),
            "{text}"
        );
    }
}

#[test]
fn dates_that_are_not_texts() {
    assert_eq!(date(&date_cell("2023-04-15"), None), known("2023-04-15"));
    assert_eq!(date(&Cell::Number(20_230_415.0), None), known("2023-04-15"));
    assert_eq!(date(&Cell::Number(45_031.0), None), known("2023-04-15"));
    for number in [5.0, 2023.0, 20_230_230.0, 74_000.0, -45_031.0, f64::NAN] {
        assert!(
            matches!(date(&Cell::Number(number), Some(2023)), Parsed::Not(_)),
            "{number}"
        );
    }
    assert!(matches!(
        date(&Cell::Time(clock("15:00")), Some(2023)),
        Parsed::Not(_)
    ));
    assert_eq!(date(&words("-"), Some(2023)), Parsed::Gap);
    assert_eq!(date(&Cell::Empty, Some(2023)), Parsed::Blank);
}

#[test]
fn weeks_are_iso_weeks() {
    let facts = [
        (Cell::Number(13.0), assumed("2023-03-27/2023-04-02")),
        (
            Cell::Date {
                day: None,
                time: None,
                serial: Some(13.0),
            },
            assumed("2023-03-27/2023-04-02"),
        ),
        (words("13"), assumed("2023-03-27/2023-04-02")),
        (words("v.13"), assumed("2023-03-27/2023-04-02")),
        (words("9-10"), assumed("2023-02-27/2023-03-12")),
        (words("2023-W13"), known("2023-03-27/2023-04-02")),
        (date_cell("2023-03-29"), known("2023-03-29")),
        // A year and a week, where «2023-12» elsewhere is December.
        (words("2023-12"), known("2023-03-20/2023-03-26")),
        (Cell::Number(202_312.0), known("2023-03-20/2023-03-26")),
        (words("12/13"), assumed("2023-03-20/2023-04-02")),
        (words("20/3"), assumed("2023-03-20")),
        // «9-10» typed, or 9 October: either.
        (date_cell("2023-10-09"), known("2023-02-27/2023-10-09")),
        (words("9/10"), assumed("2023-02-27/2023-10-09")),
        (words("VECKA 12:"), assumed("2023-03-20/2023-03-26")),
        (Cell::Number(53.0), Parsed::Not("53".into())),
        (words("v 53"), Parsed::Not("v 53".into())),
        (Cell::Number(12.5), Parsed::Not("12,5".into())),
    ];
    for (cell, expected) in facts {
        assert_eq!(week(&cell, Some(2023)), expected, "{cell:?}");
    }
    assert_eq!(
        week(&Cell::Number(53.0), Some(2026)),
        assumed("2026-12-28/2027-01-03")
    );
    assert_eq!(
        week(&words("v 52–1"), Some(2022)),
        assumed("2022-12-26/2023-01-08")
    );
    assert!(matches!(week(&Cell::Number(13.0), None), Parsed::Not(_)));
}

#[test]
fn months() {
    let facts = [
        (words("Januari 2022"), known("2022-01-01/2022-01-31")),
        (words("jan"), assumed("2023-01-01/2023-01-31")),
        (words("Feb."), assumed("2023-02-01/2023-02-28")),
        (words("2"), assumed("2023-02-01/2023-02-28")),
        (words("2022-02"), known("2022-02-01/2022-02-28")),
        (Cell::Number(2.0), assumed("2023-02-01/2023-02-28")),
        (date_cell("2022-02-14"), known("2022-02-01/2022-02-28")),
        (Cell::Number(202_202.0), known("2022-02-01/2022-02-28")),
        (words("februari*"), assumed("2023-02-01/2023-02-28")),
        (words("mars/april"), assumed("2023-03-01/2023-04-30")),
        (words("14 feb"), assumed("2023-02-01/2023-02-28")),
        (Cell::Number(13.0), Parsed::Not("13".into())),
        (words("Totalt 2022"), Parsed::Not("Totalt 2022".into())),
        (words("jan-mar 2023"), known("2023-01-01/2023-03-31")),
        (
            words("15 jan-3 mar 2023"),
            Parsed::Not("15 jan-3 mar 2023".into()),
        ),
    ];
    for (cell, expected) in facts {
        assert_eq!(month(&cell, Some(2023)), expected, "{cell:?}");
    }
}

#[test]
fn parts_of_a_year_without_it() {
    assert_eq!(date(&Cell::Number(230_415.0), None), known("2023-04-15"));
    assert_eq!(
        date(&words("v 9 o 10"), Some(2023)),
        assumed("2023-02-27/2023-03-12")
    );
    assert_eq!(
        date(&words("kv 2"), Some(2023)),
        assumed("2023-04-01/2023-06-30")
    );
    assert_eq!(
        date(&words("Q4"), Some(2023)),
        assumed("2023-10-01/2023-12-31")
    );
    assert_eq!(
        month(&words("kv 1 2023"), None),
        known("2023-01-01/2023-03-31")
    );
    assert_eq!(
        month(&words("3 mars 2023"), None),
        known("2023-03-01/2023-03-31")
    );
    // No fifth quarter, no fourth third; a letter and a figure may be anything.
    for text in ["kv 5", "kv 0", "tertial 4", "T2", "H1", "kv", "kv 12"] {
        assert!(
            matches!(date(&words(text), Some(2023)), Parsed::Not(_)),
            "{text}"
        );
    }
}

#[test]
fn month_headings() {
    let facts = [
        ("jan", Some((1, None))),
        ("Maj", Some((5, None))),
        ("sept.", Some((9, None))),
        ("Januari 2022", Some((1, Some(2022)))),
        ("jan-22", Some((1, Some(2022)))),
        ("jan 22", Some((1, Some(2022)))),
        ("jan '22", Some((1, Some(2022)))),
        ("October", Some((10, None))),
        ("Maj 2014: Värden har använts", None),
        ("Summa", None),
        ("maj 3", None),
        ("majs", None),
        ("", None),
    ];
    for (text, expected) in facts {
        assert_eq!(month_heading(text), expected, "{text}");
    }
}

#[test]
fn part_headings() {
    use YearPart::{Month, Quarter, Week};
    let facts = [
        ("jan", Some((Month(1), None))),
        ("v1", Some((Week(1), None))),
        ("V. 12", Some((Week(12), None))),
        ("Vecka 53", Some((Week(53), None))),
        ("vecka 3 2023", Some((Week(3), Some(2023)))),
        ("v.3-2023", Some((Week(3), Some(2023)))),
        ("2023-V03", Some((Week(3), Some(2023)))),
        ("week 7", Some((Week(7), None))),
        ("Kv 4", Some((Quarter(4), None))),
        ("Q2 2023", Some((Quarter(2), Some(2023)))),
        ("v 54", None),
        ("v 0", None),
        ("kv 5", None),
        ("v", None),
        ("vt 23", None),
        ("v 9-10", None),
        ("Q", None),
        ("2023", None),
        ("värde 3", None),
        ("1234567890123456789v 1", None),
    ];
    for (text, expected) in facts {
        assert_eq!(part_heading(text), expected, "{text}");
    }
}

#[test]
fn years_of_titles() {
    let facts = [
        ("Medborgarkontakter 2023 (1).xlsx", Some(2023)),
        ("ANDT 2022-2023", None),
        ("Läsåret 2022/23", None),
        ("Läsåret 2022-23", None),
        ("kvartal 1 2023", Some(2023)),
        ("Trafikkontroller per vecka 2023", Some(2023)),
        ("Protokoll 2022-10-05 Centrum.xlsx", Some(2022)),
        ("Protokoll 2022-10", Some(2022)),
        ("export 20230415", Some(2023)),
        ("2023 och 2023", Some(2023)),
        ("HT23", None),
        ("Dnr 1234", None),
        ("20231", None),
        ("Blad1", None),
    ];
    for (text, expected) in facts {
        assert_eq!(year_in(text), expected, "{text}");
    }
    assert_eq!(year(&Cell::Number(2023.0)), Some(2023));
    assert_eq!(year(&words("2023")), Some(2023));
    assert_eq!(year(&Cell::Number(23.0)), None);
    assert_eq!(year(&Cell::Number(2023.5)), None);
}
