use super::mask::{MASK, identity_number, mask};
use super::neighbours::{Piece, masked_pieces};
use proptest::prelude::*;

mod further;
mod notations;

use notations::notations;

fn digits_of(text: &str) -> String {
    text.chars()
        .filter_map(|sign| sign.to_digit(10))
        .map(|digit| digit.to_string())
        .collect()
}

/// The last four have not been told, nor the day of birth beside them.
fn assert_hidden(text: &str) {
    let masked = mask(text).unwrap_or_else(|| panic!("{text:?} passes"));
    assert!(masked.contains(MASK), "{masked}");
    assert!(digits_of(&masked).len() <= 2, "{text:?} leaves {masked}");
}

#[test]
fn every_notation_is_masked() {
    // With a right check digit and with a wrong one; a day to which 60 is added.
    for digits in [
        "198507099985",
        "198507099987",
        "198507699987",
        "200401021237",
        "197010632391",
    ] {
        for text in notations(digits) {
            assert_hidden(&text);
            assert_hidden(&format!("Samtal med {text}, se journal"));
        }
    }
}

#[test]
fn interim_and_reserve_numbers_are_masked() {
    for text in [
        "850709-T987",
        "850709T987",
        "850709-r987",
        "19850709-S987",
        "19850709 T987",
        "850709 T987",
        "19810829M071",
        "19450829K088",
        "19810829SU3A",
        "991981000010",
        "19850732-0014",
        "198507320014",
        "22850709AB12",
        "23100709-CD12",
        "00852245AB12",
        "19700060-2391",
        "700060-2391",
        "850709TF987",
        "850709-TF987",
        "19850709 TF987",
    ] {
        assert_eq!(mask(text).as_deref(), Some(MASK), "{text}");
    }
}

#[test]
fn identity_numbers_are_taken_out_and_the_rest_stays() {
    let facts = [
        ("121212_1212.xlsx", format!("{MASK}.xlsx")),
        ("121212.1212.xlsx", format!("{MASK}.xlsx")),
        ("701063-2391", MASK.to_owned()),
        (
            "Uppföljning av 19121212-1212, se journal",
            format!("Uppföljning av {MASK}, se journal"),
        ),
        (
            "121212-1212 och 701063-2391.",
            format!("{MASK} och {MASK}."),
        ),
        ("121212-1212, 701063-2391", format!("{MASK}, {MASK}")),
        ("nr121212-1212x", format!("nr{MASK}x")),
    ];
    for (text, masked) in facts {
        assert_eq!(mask(text), Some(masked), "{text}");
    }
}

#[test]
fn other_numbers_stay() {
    let facts = [
        "",
        "556036-0793",
        "SE556036079301",
        "2023-000123",
        "KS 2023/01234",
        "5000-K123456-23",
        "A 12-2023",
        "20230415",
        "2023-04-15",
        "2023-04-15 13:00",
        "2023-04-15 13.00–15.30",
        "2023-04-15 1300",
        "2023-04-15 1300-1500",
        "20230415 1300",
        "20230415-1300",
        "20230415_1300",
        "202304151308.xlsx",
        "2023-04-15 1250 besökare",
        "2023-04-15, 1200 personer",
        "2023-04-15–2023-04-17",
        "2023-04-15 - 2023-04-17",
        "23-04-15 – 23-04-17",
        "20230415-20230417",
        "20230415-0417",
        "230415-230417",
        "2012-12-12-2012-12-14",
        "1985-07-09 12:34",
        "2016-04-15 08-12",
        "2023-04-15 B204",
        "2023-04-15 12 30",
        "0923-650 00, 070-123 45 67",
        "0701-23 45 67",
        "0701 23 45 67",
        "08-12 05 12 34",
        "+46 70 123 45 67",
        "08-123 456 78",
        "0920-12 10 15",
        "7310865004703",
        "121312-1212",
        "120230-1216",
        "121212-12123",
        "9121212-1212",
        "8 507 099 987 kr",
        "850 709 998 712",
        "SE45 5000 0000 0583 9825 7466",
        "5050-1055",
        "10, 12, 15, 20, 30",
        "2010, 2012, 2015",
        "2010–2012, 2015",
        "12 10 15 20",
        "8-12, 13-17, 18-20",
        "0800-1200, 1300-1700",
        "v. 12, 13, 14, 2023",
        "850709",
        "19850709",
        "85-07-09",
        "65.8507, 23.1234",
        "13 mars 2023 1300",
        "9 juli 2023, 1200 besökare",
        "1 250 000",
        "12,5 %",
        "x = 10, y = 12",
        // With the right check digit.
        "18/12 2022 30 kontakter",
        "2012.05.18 31",
    ];
    for text in facts {
        assert_eq!(mask(text), None, "{text}");
    }
}

#[test]
fn numbers_in_cells() {
    for number in [
        1_212_121_212.0,
        191_212_121_212.0,
        7_010_632_391.0,
        101_010_004.0,
        1_212_121_213.0,
        850_709.998_7,
        19_850_709.998,
    ] {
        assert_eq!(identity_number(number).as_deref(), Some(MASK), "{number}");
    }
    for odd in [
        20_230_415.0,
        1_212_121_212.5,
        850_709.99,
        5_560_360_793.0,
        850_709.0,
        1250.0,
        f64::NAN,
        f64::INFINITY,
        -1_212_121_212.0,
        0.0,
        1e300,
    ] {
        assert_eq!(identity_number(odd), None, "{odd}");
    }
}

#[test]
fn numbers_split_over_cells() {
    let text = |text: &str| Piece::Text(text.to_owned());
    let day = |text: &str| Piece::Day(text.to_owned());
    let hidden: [(&[Piece], (usize, usize)); 9] = [
        (&[text("850709"), text("9987")], (0, 1)),
        (
            &[Piece::Other, Piece::Number(850_709), Piece::Number(9987)],
            (1, 2),
        ),
        (&[Piece::Number(19_850_709), text("-9987")], (0, 1)),
        (&[day("1985-07-09"), text("9987")], (0, 1)),
        (&[day("1985-07-09"), Piece::Number(9987)], (0, 1)),
        (&[text("850709"), Piece::Between, text("9987")], (0, 2)),
        (&[text("85"), text("07"), text("09"), text("9987")], (0, 3)),
        (
            &[text("1985"), text("07"), text("09"), text("9987")],
            (0, 3),
        ),
        (&[text("850709"), text("T987")], (0, 1)),
    ];
    for (pieces, place) in hidden {
        assert_eq!(masked_pieces(pieces), [place], "{pieces:?}");
    }
    let kept: [&[Piece]; 15] = [
        &[text("20230202"), text("35–40")],
        &[day("2022-04-26"), text("AB"), text("40–44")],
        &[text("27/5 2022"), text("23–27")],
        &[text("21"), text("11/10 2022")],
        // Days as texts, beside how many came: the ten digits have the right check digit.
        &[text("18/12 2022"), text("30")],
        &[text("28.11.2022"), text("47")],
        &[text("2012/05/18"), text("31")],
        &[day("2023-04-15"), Piece::Number(1250)],
        &[text("2023-04-15"), text("1250")],
        &[text("230415"), text("1201")],
        &[Piece::Number(230_415), Piece::Number(1250)],
        &[text("12"), text("10"), text("15"), text("1200")],
        &[text("2023"), text("2024"), text("2025"), text("2026")],
        &[
            Piece::Number(10),
            Piece::Number(12),
            Piece::Number(15),
            Piece::Number(1200),
        ],
        &[day("1985-07-09"), Piece::Number(3)],
    ];
    for pieces in kept {
        assert_eq!(masked_pieces(pieces), [], "{pieces:?}");
    }
}

/// Of what only looks like identity numbers: how much stays. The figures stand in docs/privacy.md.
#[test]
fn most_of_what_is_none_stays() {
    let mut seed = 20_230_415_u64;
    let mut next = |below: u64| {
        // The generator of Numerical Recipes.
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    };
    let share = |texts: Vec<String>| {
        texts.iter().filter(|text| mask(text).is_none()).count() * 100 / texts.len()
    };
    let cases = share(
        (0..2000)
            .map(|_| format!("{}-{:06}", 2015 + next(12), next(1_000_000)))
            .collect(),
    );
    let mobile = share(
        (0..2000)
            .map(|_| {
                format!(
                    "07{}-{:03} {:02} {:02}",
                    next(10),
                    next(1000),
                    next(100),
                    next(100)
                )
            })
            .collect(),
    );
    let mobile4 = share(
        (0..2000)
            .map(|_| {
                format!(
                    "07{}{}-{:02} {:02} {:02}",
                    next(10),
                    next(10),
                    next(100),
                    next(100),
                    next(100)
                )
            })
            .collect(),
    );
    let invoices = share(
        (0..2000)
            .map(|_| format!("{}", 1_000_000_000 + next(9_000_000_000)))
            .collect(),
    );
    let hours = share(
        (0..2000)
            .map(|_| {
                format!(
                    "{}-{:02}-{:02} {:02}{:02}",
                    2018 + next(10),
                    1 + next(12),
                    1 + next(28),
                    next(24),
                    next(12) * 5
                )
            })
            .collect(),
    );
    let shares = [
        ("cases", cases, 100),
        ("telephones", mobile, 100),
        ("telephones by four", mobile4, 100),
        ("invoices of ten digits", invoices, 90),
        ("days and hours", hours, 100),
    ];
    for (what, share, least) in shares {
        assert!(share >= least, "{what}: {share} %");
    }
}

proptest! {
    #[test]
    fn no_text_makes_it_panic_and_a_masked_text_holds_no_more(text in "\\PC{0,40}|[0-9OlT +–-]{0,30}|[\u{660}-\u{669}0-9\u{AD}. ]{0,24}") {
        if let Some(masked) = mask(&text) {
            prop_assert_eq!(mask(&masked), None);
        }
    }

    #[test]
    fn any_person_is_masked_in_every_notation(year in 1940..2012_u32, month in 1..=12_u32, day in 1..=28_u32, four in 0..10_000_u32) {
        let digits = format!("{year}{month:02}{day:02}{four:04}");
        for text in notations(&digits) {
            prop_assert!(mask(&text).is_some_and(|masked| digits_of(&masked).len() <= 2), "{:?} {:?}", text, mask(&text));
        }
    }

    #[test]
    fn no_number_makes_it_panic(number in any::<f64>()) {
        identity_number(number);
    }
}
