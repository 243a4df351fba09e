#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use chrono::NaiveDate;

use super::*;
use crate::model::finding::{CountedQuantity, FigureChange, FindingKind};
use crate::model::span::{DateSpan, Period};

fn wording(language: &str) -> Wording {
    let kind = ActivityKind {
        one: Some("kontakt".to_owned()),
        many: Some("kontakter".to_owned()),
        ..ActivityKind::default()
    };
    Wording::new(language, &BTreeMap::from([("kontakt".to_owned(), kind)])).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn hundredths(low: u64, high: u64) -> Quantity {
    Quantity::between(Amount::hundredths(low), Amount::hundredths(high))
}

#[test]
fn numbers_are_told_as_the_language_writes_them() {
    let (sv, en) = (wording("sv"), wording("en"));
    for (hundredths, swedish, english) in [
        (0, "0", "0"),
        (1_200, "12", "12"),
        (150, "1,5", "1.5"),
        (125, "1,25", "1.25"),
        (105, "1,05", "1.05"),
        (99_900, "999", "999"),
        (123_450, "1\u{a0}234,5", "1,234.5"),
        (123_456_700, "1\u{a0}234\u{a0}567", "1,234,567"),
    ] {
        assert_eq!(sv.amount(Amount::hundredths(hundredths)), swedish);
        assert_eq!(en.amount(Amount::hundredths(hundredths)), english);
    }
}

#[test]
fn quantities_tell_both_bounds() {
    let (sv, en) = (wording("sv"), wording("en"));
    for (quantity, swedish, english) in [
        (Quantity::whole(12), "12", "12"),
        (hundredths(10_000, 10_800), "100–108", "100–108"),
        (hundredths(0, 500), "0–5", "0–5"),
        (
            Quantity::at_least(Amount::whole(55)),
            "minst 55",
            "at least 55",
        ),
        (Quantity::UNKNOWN, "okänt antal", "unknown number"),
    ] {
        assert_eq!(sv.quantity(quantity), swedish);
        assert_eq!(en.quantity(quantity), english);
    }
    assert_eq!(sv.percent(Quantity::whole(26)), "26\u{a0}%");
    assert_eq!(en.percent(hundredths(2_000, 2_600)), "20–26%");
    assert_eq!(sv.tenths(Quantity::whole(39)), "39");
    assert_eq!(sv.tenths(hundredths(204, 204)), "2,0");
    assert_eq!(sv.tenths(hundredths(299, 310)), "2,9–3,1");
}

#[test]
fn counted_things_have_the_agreements_word() {
    let (sv, en) = (wording("sv"), wording("en"));
    let at_least_one = Quantity::at_least(Amount::ONE);
    for (quantity, activity, words) in [
        (Quantity::ONE, "kontakt", "1 kontakt"),
        (Quantity::ZERO, "kontakt", "0 kontakter"),
        (hundredths(0, 100), "kontakt", "0–1 kontakter"),
        (at_least_one, "kontakt", "minst 1 kontakt"),
        (hundredths(10_000, 10_800), "kontakt", "100–108 kontakter"),
        (Quantity::UNKNOWN, "kontakt", "okänt antal kontakter"),
        (Quantity::ONE, "", "1 tillfälle"),
        (Quantity::whole(2), "unheard-of", "2 tillfällen"),
    ] {
        assert_eq!(sv.counted(quantity, activity), words);
    }
    assert_eq!(en.counted(Quantity::whole(2), ""), "2 occasions");
}

#[test]
fn days_are_told_as_briefly_as_they_can() {
    let (sv, en) = (wording("sv"), wording("en"));
    for (from, to, swedish, english) in [
        (
            "2023-12-31",
            "2023-12-31",
            "31 december 2023",
            "31 December 2023",
        ),
        ("2023-01-01", "2023-12-31", "2023", "2023"),
        ("2022-01-01", "2024-12-31", "2022–2024", "2022–2024"),
        (
            "2023-09-01",
            "2023-09-30",
            "september 2023",
            "September 2023",
        ),
        (
            "2023-04-03",
            "2023-04-09",
            "3–9 april 2023",
            "3–9 April 2023",
        ),
        (
            "2023-04-03",
            "2023-05-09",
            "3 april – 9 maj 2023",
            "3 April – 9 May 2023",
        ),
        (
            "2023-07-01",
            "2024-06-30",
            "1 juli 2023 – 30 juni 2024",
            "1 July 2023 – 30 June 2024",
        ),
    ] {
        let span = DateSpan::new(day(from), day(to));
        assert_eq!(sv.span(span), swedish);
        assert_eq!(en.span(span), english);
    }
    assert_eq!(sv.day_short(day("2023-09-30")), "2023-09-30");
}

#[test]
fn months_that_follow_each_other_are_told_as_one() {
    let (sv, en) = (wording("sv"), wording("en"));
    let month = |year, month| DateSpan::month(year, month).unwrap();
    let run = |from: DateSpan, to: DateSpan| {
        from.each_month()
            .chain(DateSpan::new(from.from, to.to).each_month().skip(1))
            .collect::<Vec<_>>()
    };
    for (months, swedish, english) in [
        (vec![month(2023, 9)], "september 2023", "September 2023"),
        (
            run(month(2023, 3), month(2023, 6)),
            "mars–juni 2023",
            "March–June 2023",
        ),
        (
            run(month(2022, 11), month(2023, 3)),
            "november 2022 – mars 2023",
            "November 2022 – March 2023",
        ),
        (run(month(2022, 1), month(2022, 12)), "2022", "2022"),
        (
            vec![
                month(2023, 1),
                month(2023, 2),
                month(2023, 4),
                month(2023, 6),
            ],
            "januari–februari 2023, april 2023 och juni 2023",
            "January–February 2023, April 2023 and June 2023",
        ),
        (Vec::new(), "", ""),
    ] {
        assert_eq!(sv.each_month(months.iter().copied()), swedish);
        assert_eq!(en.each_month(months.into_iter()), english);
    }
}

#[test]
fn periods_have_names() {
    let (sv, en) = (wording("sv"), wording("en"));
    let term = DateSpan::new(day("2022-01-01"), day("2023-12-31"));
    for (name, swedish, english) in [
        ("2023-09", "september 2023", "September 2023"),
        (
            "2023-T2",
            "andra tertialet 2023",
            "the second third of 2023",
        ),
        (
            "2023-Q3",
            "tredje kvartalet 2023",
            "the third quarter of 2023",
        ),
        (
            "2023-Q4",
            "fjärde kvartalet 2023",
            "the fourth quarter of 2023",
        ),
        ("2023-H1", "första halvåret 2023", "the first half of 2023"),
        ("2023", "2023", "2023"),
        ("term", "hela avtalstiden", "the whole term"),
    ] {
        let period = Period::parse(name, term).unwrap();
        assert_eq!(sv.period(&period), swedish);
        assert_eq!(en.period(&period), english);
    }
}

#[test]
fn lists_join_with_a_word() {
    let sv = wording("sv");
    let items = |words: &[&str]| words.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(sv.list(&items(&[])), "");
    assert_eq!(sv.list(&items(&["a"])), "a");
    assert_eq!(sv.list(&items(&["a", "b", "c"])), "a, b och c");
}

#[test]
fn a_finding_says_what_is_wrong_and_what_to_do() {
    let contacts = |value| {
        Some(CountedQuantity {
            value,
            activity: "kontakt".to_owned(),
        })
    };
    let kind = FindingKind::ChangedFigure {
        what: FigureChange::Changed,
        before: contacts(Quantity::whole(1_900)),
        after: contacts(hundredths(800, 900)),
    };
    let finding = Finding::new(kind, crate::model::finding::Place::none());
    let sv = wording("sv");
    assert_eq!(
        sv.message(&finding),
        "I den förra rapporten var det 1\u{a0}900 kontakter, nu är det 8–9 kontakter."
    );
    assert_eq!(
        sv.remedy(&finding),
        "Kontrollera att cellen är rätt. Annars skriver ni tillbaka siffran."
    );
}

#[test]
fn a_count_is_grouped_too() {
    let phrase = Phrase::new("reckoning-withheld").with("limit", 1_234_u64);
    assert!(wording("sv").phrase(&phrase).contains("1\u{a0}234 "));
    assert!(wording("en").phrase(&phrase).contains("1,234 "));
}

#[test]
fn every_status_has_a_word() {
    for &language in crate::model::agreement::LANGUAGES {
        let wording = wording(language);
        assert!(Status::ALL.into_iter().all(|status| {
            wording
                .keys()
                .iter()
                .any(|entry| entry.key == format!("status-{}", status.name()))
        }));
    }
}

#[test]
fn what_is_missing_prints_its_key_and_an_unknown_language_is_told() {
    assert_eq!(wording("sv").text("no-such-key"), "no-such-key");
    let error = Wording::new("xx", &BTreeMap::new())
        .unwrap_err()
        .to_string();
    assert!(error.contains("sv, en"), "{error}");
    assert!(language::parse("sv", "a = { $x").is_err());
    assert!(
        language::parse("sv", "a = 1\na = 2\n")
            .unwrap()
            .bundle()
            .is_err()
    );
}
