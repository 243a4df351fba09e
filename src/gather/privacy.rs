//! Swedish identity numbers, masked before any other code sees a text.
//!
//! A *personnummer* (Folkbokföringslagen 1991:481 § 18) is the day of birth in six or eight digits, a separator, and four digits, the
//! last of which is a check digit by Luhn over ten. A *samordningsnummer* has 60 added to the day. Organisation numbers pass
//! the same check, but their third digit is 2 or more, so their month is no month.

/// The replacement of an identity number, neutral in every language.
pub(crate) const MASK: &str = "••••••-••••";

/// The text with every identity number in it replaced; `None` if it holds none.
pub fn mask(text: &str) -> Option<String> {
    let mut masked = String::with_capacity(text.len());
    let mut rest = text;
    let mut found = false;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, from) = rest.split_at(start);
        masked.push_str(before);
        if let Some(length) = identity_number_at(from) {
            masked.push_str(MASK);
            found = true;
            rest = from.get(length..).unwrap_or_default();
        } else {
            // Only at the start of a run of digits: the inside of a longer number is no identity number.
            let (run, after) = from.split_at(leading_digits(from));
            masked.push_str(run);
            rest = after;
        }
    }
    found.then(|| masked + rest)
}

/// Whether a number in a cell is an identity number of 10 or 12 digits, or one that lost a leading zero.
pub(crate) fn is_identity_number(number: f64) -> bool {
    if !(1e8..1e12).contains(&number) || number.fract() != 0.0 {
        return false;
    }
    // Below 1e12 a double holds every whole number exactly.
    let mut digits = (number as u64).to_string();
    if digits.len() == 9 {
        digits.insert(0, '0');
    }
    is_valid(&digits)
}

/// The length in bytes of the identity number that `text` begins with.
fn identity_number_at(text: &str) -> Option<usize> {
    let run = leading_digits(text);
    if matches!(run, 10 | 12) {
        return text.get(..run).is_some_and(is_valid).then_some(run);
    }
    let (birth, length) = if run == 4 {
        dashed_day(text)?
    } else {
        (text.get(..run)?.to_owned(), run)
    };
    if !matches!(birth.len(), 6 | 8) {
        return None;
    }
    let after = text.get(length..)?;
    let digits_from = after.find(|c: char| c.is_ascii_digit())?;
    let (separator, last) = after.split_at(digits_from);
    if !is_separator(separator) || leading_digits(last) != 4 {
        return None;
    }
    // «2023-04-15 1300» and «2023-04-15-2023-04-17» are times, not persons.
    let more_follows = last.get(4..).is_some_and(|more| more.starts_with('-'));
    if run == 4 && (more_follows || !matches!(separator, "-" | "+")) {
        return None;
    }
    let number = format!("{birth}{}", last.get(..4)?);
    is_valid(&number).then_some(length + digits_from + 4)
}

/// The digits and the length of a day of birth written `1912-12-12`.
fn dashed_day(text: &str) -> Option<(String, usize)> {
    let day = text.get(..10)?;
    let pieces: Vec<&str> = day.split('-').collect();
    let digits = pieces
        .iter()
        .all(|piece| piece.bytes().all(|byte| byte.is_ascii_digit()));
    let lengths: Vec<usize> = pieces.iter().map(|piece| piece.len()).collect();
    (digits && lengths == [4, 2, 2]).then(|| (pieces.concat(), day.len()))
}

/// A hyphen, dash, plus sign or blank, perhaps with blanks around it.
fn is_separator(text: &str) -> bool {
    let signs = text.trim();
    text.chars().count() <= 3
        && (signs.is_empty()
            || (signs.chars().count() == 1
                && signs.starts_with(['-', '+', '–', '—', '‐', '‑', '−', '_'])))
}

fn leading_digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// Whether 10 or 12 digits name a day of birth and end in the right check digit.
fn is_valid(digits: &str) -> bool {
    let (century, ten) = match digits.len() {
        10 => ("", digits),
        12 => digits.split_at(2),
        _ => return false,
    };
    matches!(century, "" | "18" | "19" | "20")
        && is_day_of_birth(ten)
        && luhn_sum(ten).is_multiple_of(10)
}

fn is_day_of_birth(ten: &str) -> bool {
    let two = |from: usize| {
        ten.get(from..from + 2)
            .and_then(|digits| digits.parse::<u32>().ok())
    };
    let (Some(year), Some(month), Some(day)) = (two(0), two(2), two(4)) else {
        return false;
    };
    let day = if day > 60 { day - 60 } else { day };
    let longest = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        // 1900 was not a leap year; missing one day of it is acceptable.
        2 if year.is_multiple_of(4) => 29,
        2 => 28,
        _ => return false,
    };
    (1..=longest).contains(&day)
}

fn luhn_sum(digits: &str) -> u32 {
    let digit_sums = digits.bytes().enumerate().map(|(place, digit)| {
        let digit = u32::from(digit.saturating_sub(b'0'));
        let weighed = if place.is_multiple_of(2) {
            digit * 2
        } else {
            digit
        };
        weighed / 10 + weighed % 10
    });
    digit_sums.sum()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn identity_numbers_are_taken_out_and_the_rest_stays() {
        let facts = [
            ("19121212-1212", MASK.to_owned()),
            ("191212121212", MASK.to_owned()),
            ("1212121212", MASK.to_owned()),
            ("121212+1212", MASK.to_owned()),
            ("121212 1212", MASK.to_owned()),
            ("121212–1212", MASK.to_owned()),
            ("121212 - 1212", MASK.to_owned()),
            ("1912-12-12-1212", MASK.to_owned()),
            ("121212_1212.xlsx", format!("{MASK}.xlsx")),
            ("701063-2391", MASK.to_owned()),
            ("19701063-2391", MASK.to_owned()),
            (
                "Uppföljning av 19121212-1212, se journal",
                format!("Uppföljning av {MASK}, se journal"),
            ),
            (
                "121212-1212 och 701063-2391.",
                format!("{MASK} och {MASK}."),
            ),
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
            "121212-1213",                // wrong check digit
            "556036-0793",                // an organisation number
            "2023-000123",                // a diary number
            "20230415",                   // a date
            "1912-12-12 1212",            // a day and a time
            "1912-12-12-1212-12-12",      // two days
            "2023-04-15 13:00",           // a time
            "0923-650 00, 070-123 45 67", // telephone
            "7310865004703",              // EAN
            "121312-1212",                // no month 13
            "120230-1216",                // no 30 February
            "121212-12123",               // too long
            "9121212-1212",               // too long
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
        ] {
            let digits = format!("{number:010}");
            assert_eq!(
                is_identity_number(number),
                mask(&digits).is_some(),
                "{number}"
            );
        }
        assert!(is_identity_number(1_212_121_212.0));
        assert!(!is_identity_number(1_212_121_213.0));
        assert!(!is_identity_number(20_230_415.0));
        assert!(!is_identity_number(1_212_121_212.5));
        for odd in [f64::NAN, f64::INFINITY, -1_212_121_212.0, 0.0, 1e300] {
            assert!(!is_identity_number(odd));
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic_and_a_masked_text_holds_no_more(text in "\\PC{0,40}|[0-9 +–-]{0,30}") {
            if let Some(masked) = mask(&text) {
                prop_assert_eq!(mask(&masked), None);
            }
        }

        #[test]
        fn no_number_makes_it_panic(number in any::<f64>()) {
            is_identity_number(number);
        }
    }
}
