use super::{clock, date_cell, words};
use crate::gather::cell::Cell;
use crate::gather::value::{Parsed, hours, minutes, number};
use crate::model::quantity::{Amount, Quantity};

fn between(low: f64, high: f64) -> Quantity {
    let amount = |number: f64| Amount::hundredths((number * 100.0).round() as u64);
    Quantity::between(amount(low), amount(high))
}

fn from(low: u64) -> Quantity {
    Quantity::at_least(Amount::whole(low))
}

fn whole(cell: &Cell) -> Option<Quantity> {
    number(cell, true).is().map(|number| number.quantity)
}

#[test]
fn exact_counts() {
    let facts = [
        ("3", 3),
        ("0", 0),
        ("2 st", 2),
        ("2st", 2),
        ("１２", 12),
        ("2 st.", 2),
        ("12 personer", 12),
        ("1 234", 1234),
        ("1 234 567", 1_234_567),
        ("2.0", 2),
        ("2,00", 2),
        ("x", 1),
        ("X", 1),
        ("ja", 1),
        ("JA", 1),
        ("✓", 1),
        ("☑", 1),
        ("SANT", 1),
        ("en", 1),
        ("Ett", 1),
        ("två", 2),
        ("tolv", 12),
        ("ett möte", 1),
        ("three visits", 3),
        ("ett dussin", 12),
        ("a dozen", 12),
        ("nej", 0),
        ("inga", 0),
        ("none", 0),
        ("noll", 0),
    ];
    for (text, things) in facts {
        let read = number(&words(text), true)
            .is()
            .unwrap_or_else(|| panic!("{text}"));
        assert_eq!(read.quantity, Quantity::whole(things), "{text}");
        assert!(!read.approximate && !read.from_date, "{text}");
    }
}

#[test]
fn estimates_are_intervals() {
    let facts = [
        ("3-4", between(3.0, 4.0)),
        ("3–4", between(3.0, 4.0)),
        ("3 – 4 st", between(3.0, 4.0)),
        ("3 till 4", between(3.0, 4.0)),
        ("två-tre", between(2.0, 3.0)),
        ("10 à 12", between(10.0, 12.0)),
        ("mellan 10 och 15", between(10.0, 15.0)),
        ("between 10 and 15", between(10.0, 15.0)),
        ("2 eller 3", between(2.0, 3.0)),
        ("ca 5", between(4.0, 6.0)),
        ("ca5", between(4.0, 6.0)),
        ("Ca. 5 st", between(4.0, 6.0)),
        ("c:a 190", between(171.0, 209.0)),
        ("omkring 40", between(36.0, 44.0)),
        ("cirka 15", between(13.0, 17.0)),
        ("ungefär 1", between(1.0, 2.0)),
        ("ca 3-4", between(2.0, 5.0)),
        ("about 20", between(18.0, 22.0)),
        ("approx. 20", between(18.0, 22.0)),
        ("~20", between(18.0, 22.0)),
        ("80-tal", between(72.0, 88.0)),
        ("20-talet", between(18.0, 22.0)),
        ("ett 15-tal", between(13.0, 17.0)),
        ("ett tjugotal", between(18.0, 22.0)),
        ("ett hundratal", between(90.0, 110.0)),
        ("ett dussintal", between(10.0, 14.0)),
        ("ett femtiotal besök", between(45.0, 55.0)),
        ("drygt 20", between(20.0, 22.0)),
        ("knappt 20", between(18.0, 20.0)),
        ("nästan 100", between(90.0, 100.0)),
        ("närmare 100", between(90.0, 100.0)),
        ("minst 55", from(55)),
        ("55+", from(55)),
        ("at least 55", from(55)),
        ("minst ca 20", from(18)),
        ("över 100", from(101)),
        ("fler än 100", from(101)),
        ("mer än 2", from(3)),
        (">100", from(101)),
        ("over 100", from(101)),
        ("högst 10", between(0.0, 10.0)),
        ("upp till 10", between(0.0, 10.0)),
        ("max 10", between(0.0, 10.0)),
        ("färre än 10", between(0.0, 9.0)),
        ("några", from(2)),
        ("flera", from(2)),
        ("several", from(2)),
        ("ett par", between(2.0, 3.0)),
        ("3,5", between(3.0, 4.0)),
        ("1 100,5", between(1100.0, 1101.0)),
        ("hundratals", from(100)),
    ];
    for (text, quantity) in facts {
        let read = number(&words(text), true)
            .is()
            .unwrap_or_else(|| panic!("{text}"));
        assert_eq!(read.quantity, quantity, "{text}");
        assert!(read.approximate, "{text}");
    }
}

#[test]
fn parts_of_things_where_they_do_not_come_whole() {
    let facts = [
        ("3,5", between(3.5, 3.5)),
        ("ca 0,5", between(0.5, 1.5)),
        ("1 100,5", between(1100.5, 1100.5)),
    ];
    for (text, quantity) in facts {
        assert_eq!(
            number(&words(text), false)
                .is()
                .map(|number| number.quantity),
            Some(quantity),
            "{text}"
        );
    }
}

#[test]
fn what_is_no_number_is_said_to_be_none() {
    let facts = [
        "-3",
        "26 %",
        "1,234",
        "1.234",
        "3 planerade",
        "3 inställda",
        "3 av 5",
        "2023-04",
        "2023-04-15",
        "070-1234567",
        "5-3",
        "19/5",
        "1 2",
        "12 34",
        "en polis",
        "antal",
        "total",
        "?",
        "se bilaga",
        "xx",
        "xxx",
        "uppgift saknas",
        "3 tim",
        "1e5",
        "inf",
        "NaN",
        "ca",
        "-tal",
        "99999999999",
    ];
    for text in facts {
        assert_eq!(
            number(&words(text), true),
            Parsed::Not(text.to_owned()),
            "{text}"
        );
    }
    for odd in [-1.0, f64::NAN, f64::INFINITY, 1e11] {
        assert!(
            matches!(number(&Cell::Number(odd), true), Parsed::Not(_)),
            "{odd}"
        );
    }
}

#[test]
fn blanks_gaps_errors_and_formulas_are_told_apart() {
    assert_eq!(number(&Cell::Empty, true), Parsed::Blank);
    assert_eq!(number(&words(".."), true), Parsed::Withheld);
    for gap in ["-", "–", "—", "--", ".", "…", "..."] {
        assert_eq!(number(&words(gap), true), Parsed::Gap, "{gap}");
    }
    assert_eq!(
        number(&Cell::Error("#SAKNAS!".into()), true),
        Parsed::Error("#SAKNAS!".into())
    );
    assert_eq!(number(&Cell::Uncalculated, true), Parsed::Uncalculated);
}

#[test]
fn cells_that_are_not_texts() {
    let facts = [
        (Cell::Number(7.0), Some(between(7.0, 7.0))),
        (Cell::Number(2.999_999_999_6), Some(between(3.0, 3.0))),
        (Cell::Number(3.5), Some(between(3.0, 4.0))),
        (Cell::Bool(true), Some(Quantity::ONE)),
        (Cell::Bool(false), Some(Quantity::ZERO)),
        (Cell::Time(clock("15:00")), None),
        // A count of 24 that a foreign format dresses as 1900-01-24.
        (
            Cell::Date {
                day: None,
                time: None,
                serial: Some(24.0),
            },
            Some(between(24.0, 24.0)),
        ),
        (
            Cell::Date {
                day: None,
                time: None,
                serial: Some(2.5),
            },
            Some(between(2.0, 3.0)),
        ),
        (
            Cell::Date {
                day: None,
                time: None,
                serial: Some(12_345.0),
            },
            None,
        ),
        (date_cell("2023-03-15"), None),
        (date_cell("2023-03-03"), None),
    ];
    for (cell, quantity) in facts {
        assert_eq!(whole(&cell), quantity, "{cell:?}");
    }
}

#[test]
fn a_range_that_became_a_date_is_said_to_be_one() {
    for (cell, quantity) in [
        (date_cell("2023-03-02"), between(2.0, 3.0)),
        (date_cell("2023-12-10"), between(10.0, 12.0)),
    ] {
        let read = number(&cell, true).is().unwrap();
        assert_eq!(
            (read.quantity, read.approximate, read.from_date),
            (quantity, true, true)
        );
    }
}

#[test]
fn lengths_of_time() {
    let facts = [
        (words("76 h"), 76.0, 76.0),
        (words("76 tim"), 76.0, 76.0),
        (words("76 timmar"), 76.0, 76.0),
        (words("81"), 81.0, 81.0),
        (Cell::Number(4.25), 4.25, 4.25),
        (words("7:30"), 7.5, 7.5),
        (words("76:00"), 76.0, 76.0),
        (words("1 tim 30 min"), 1.5, 1.5),
        (words("1 timme och 30 minuter"), 1.5, 1.5),
        (words("1h30"), 1.5, 1.5),
        (words("1 h 30 m"), 1.5, 1.5),
        (words("1,5 h"), 1.5, 1.5),
        (words("90 min"), 1.5, 1.5),
        (words("30-60 min"), 0.5, 1.0),
        (words("3-4 h"), 3.0, 4.0),
        (words("ca 76 h"), 68.4, 83.6),
        (Cell::Time(clock("07:30")), 7.5, 7.5),
    ];
    for (cell, low, high) in facts {
        let read = hours(&cell).is().map(|number| number.quantity);
        assert_eq!(read, Some(between(low, high)), "{cell:?}");
    }
    // A third of an hour is no number of hundredths, and is kept all the same.
    let third = hours(&words("20 min")).is().map(|number| number.quantity);
    assert_eq!(third, Some(Quantity::whole(1).part(1, 3)));
    // 30 hours shown as 6:15, or 1.25 hours: nobody can tell.
    assert!(matches!(
        hours(&Cell::Date {
            day: None,
            time: None,
            serial: Some(1.25)
        }),
        Parsed::Not(_)
    ));
    for text in ["08:00-12:00", "7:75", "h", "tim", "-2 h", "kväll"] {
        assert_eq!(hours(&words(text)), Parsed::Not(text.to_owned()), "{text}");
    }
    for (text, low, high) in [
        ("20", 20.0, 20.0),
        ("20 min", 20.0, 20.0),
        ("1 tim", 60.0, 60.0),
        ("10–15 min", 10.0, 15.0),
        ("0:20", 20.0, 20.0),
    ] {
        assert_eq!(
            minutes(&words(text)).is().map(|number| number.quantity),
            Some(between(low, high)),
            "{text}"
        );
    }
}

#[test]
fn a_remark_in_the_cell_takes_away_what_was_not_done() {
    let facts = [
        ("2 (varav 1 inställd)", Some(between(1.0, 1.0))),
        ("2, varav en inställd", Some(between(1.0, 1.0))),
        ("5 varav 2 ej genomförda", Some(between(3.0, 3.0))),
        ("3 (1 inställd)", Some(between(2.0, 3.0))),
        ("3 (inställt pga snö)", Some(between(0.0, 3.0))),
        ("4 (1 avbokad, 1 inställd)", Some(between(2.0, 4.0))),
        ("40, varav 5 ungdomar", Some(between(40.0, 40.0))),
        ("40 (varav 5 flickor)", Some(between(40.0, 40.0))),
        ("12 st varav 3 på skolan", Some(between(12.0, 12.0))),
        ("4 (på torget)", Some(between(4.0, 4.0))),
        ("4*", Some(between(4.0, 4.0))),
        ("4¹", Some(between(4.0, 4.0))),
        ("4 1)", Some(between(4.0, 4.0))),
        ("5 (av 8)", None),
        ("5 (8)", None),
        ("5 (mål)", None),
        ("(5)", None),
    ];
    for (text, expected) in facts {
        let read = number(&words(text), true)
            .is()
            .map(|number| number.quantity);
        assert_eq!(read, expected, "{text}");
    }
}

#[test]
fn more_than_a_length_of_time_may_be_a_little_more() {
    let more = |cell: &Cell| hours(cell).is().unwrap().quantity;
    for text in ["över 2 timmar", "mer än 2 h", "över 120 min", "> 2 tim"] {
        let quantity = more(&words(text));
        assert!(quantity.low() > Amount::whole(2), "{text}");
        assert!(quantity.low() < Amount::hundredths(201), "{text}");
        assert_eq!(quantity.high(), None, "{text}");
    }
    let less = more(&words("under 2 timmar")).high().unwrap();
    assert!(less < Amount::whole(2) && less > Amount::hundredths(199));
    assert_eq!(hours(&words("..")), Parsed::Withheld);
}
