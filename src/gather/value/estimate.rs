//! Numbers as people write them: «ca 190», «3–4», «ett tjugotal», «minst 55».
//!
//! The widths are those of the design: «ca N» is N ± 10 %, at least ± 1, never below 1; «drygt N» up to 10 % more.

use crate::model::quantity::{Amount, Quantity};

/// Reads the innermost piece: a number with its unit. Texts are [plain](super::plain::plain).
pub(super) type NumberReader<'a> = &'a dyn Fn(&str) -> Option<Quantity>;

/// How words before a number change it; the second argument is the least difference that a strict bound makes.
type Change = fn(Quantity, Amount) -> Quantity;

/// Longer words stand before the words they begin with.
const BEFORE: &[(&[&str], Change)] = &[
    (
        &[
            "uppskattningsvis",
            "approximately",
            "approx.",
            "approx",
            "ungefär",
            "omkring",
            "roughly",
            "around",
            "about",
            "cirka",
            "circa",
            "kring",
            "runt",
            "c:a",
            "ca.",
            "ca",
            "~",
            "≈",
        ],
        |quantity, _| about(quantity),
    ),
    (
        &["strax över", "lite över", "just over", "drygt"],
        |quantity, _| a_little_more(quantity),
    ),
    (
        &[
            "strax under",
            "just under",
            "närmare",
            "knappt",
            "nästan",
            "nearly",
            "almost",
        ],
        |quantity, _| a_little_less(quantity),
    ),
    (
        &["åtminstone", "at least", "minst", "≥", ">="],
        |quantity, _| quantity.or_more(),
    ),
    (
        &[
            "more than",
            "flera än",
            "fler än",
            "mer än",
            "above",
            "över",
            "over",
            ">",
        ],
        more_than,
    ),
    (
        &[
            "som mest",
            "som högst",
            "maximalt",
            "at most",
            "upp till",
            "up to",
            "högst",
            "max.",
            "max",
            "≤",
            "<=",
        ],
        |quantity, _| quantity.perhaps(),
    ),
    (
        &[
            "mindre än",
            "fewer than",
            "less than",
            "färre än",
            "below",
            "under",
            "<",
        ],
        less_than,
    ),
];

/// Between the two ends of a range.
const BETWEEN: &[&str] = &["-", " till ", " to ", " eller ", " or ", " à ", " á "];

/// What «more than» adds to a number of things that only come whole.
pub(super) const WHOLE: Amount = Amount::ONE;

/// What «more than» adds to a length of time and whatever else is continuous: «över 2 timmar» may be two and a quarter.
pub(super) const CONTINUOUS: Amount = Amount::LEAST;

/// Every value the text may mean; `None` if it is no number. Strict bounds («över 5») differ by `step`: [`WHOLE`] or
/// [`CONTINUOUS`].
pub(super) fn quantity(text: &str, step: Amount, atom: NumberReader<'_>) -> Option<Quantity> {
    let text = text.trim();
    if text.is_empty() || text.len() > super::plain::LONGEST {
        return None;
    }
    if let Some(quantity) = atom(text) {
        return Some(quantity);
    }
    for (words, change) in BEFORE {
        if let Some(rest) = words.iter().find_map(|word| without_word(text, word)) {
            return quantity(rest, step, atom).map(|quantity| change(quantity, step));
        }
    }
    if let Some(rest) = text.strip_suffix('+') {
        return quantity(rest, step, atom).map(Quantity::or_more);
    }
    dozens(text).or_else(|| range(text, atom))
}

/// What follows a word at the beginning of a text: a blank or a digit.
fn without_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let rest = text.strip_prefix(word)?;
    rest.starts_with(|c: char| c == ' ' || c.is_ascii_digit())
        .then(|| rest.trim_start())
}

/// «20-tal», «15-talet», «ett tjugotal», «ett dussintal»; «hundratals» is at least so many.
fn dozens(text: &str) -> Option<Quantity> {
    let many = text
        .strip_suffix("tals")
        .and_then(stem)
        .map(|n| Quantity::at_least(Amount::whole(n)));
    let some = || {
        let rest = text
            .strip_suffix("talet")
            .or_else(|| text.strip_suffix("tal"))?;
        stem(rest).map(|n| about(Quantity::whole(n)))
    };
    many.or_else(some)
}

/// The number before «-tal»: digits, or the word for ten or more.
fn stem(text: &str) -> Option<u64> {
    let text = text.trim_end_matches(['-', ' ', '\'']);
    let text = text.strip_prefix("ett ").unwrap_or(text);
    let digits =
        !text.is_empty() && text.len() <= 6 && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits {
        text.parse().ok()
    } else {
        number_word(text).filter(|n| *n >= 10)
    }
}

/// «3–4», «3 till 4», «mellan 3 och 4»: from the lower to the higher. One the wrong way round is something else («2023-04»).
fn range(text: &str, atom: NumberReader<'_>) -> Option<Quantity> {
    let ends = |text: &'_ str, between: &str| {
        let (from, to) = text.split_once(between)?;
        let (from, to) = (atom(end(from)?)?, atom(end(to)?)?);
        let high = to.high()?;
        (from.low() <= high && from.is_exact() && to.is_exact())
            .then(|| Quantity::between(from.low(), high))
    };
    for (word, and) in [("mellan ", " och "), ("between ", " and ")] {
        if let Some(rest) = text.strip_prefix(word) {
            return ends(rest, and);
        }
    }
    BETWEEN.iter().find_map(|between| ends(text, between))
}

/// An end of a range; a number with a leading zero is part of a date or a telephone number.
fn end(text: &str) -> Option<&str> {
    let text = text.trim();
    let mut bytes = text.bytes();
    let leading_zero =
        bytes.next() == Some(b'0') && bytes.next().is_some_and(|byte| byte.is_ascii_digit());
    (!leading_zero).then_some(text)
}

/// ± 10 %, at least ± 1, never below 1 nor, of what is less than one, above it.
fn about(quantity: Quantity) -> Quantity {
    let width = |amount: Amount| amount.part(1, 10).max(Amount::ONE);
    let low = quantity.low();
    let lowest = low.minus(width(low)).max(low.min(Amount::ONE));
    Quantity::up_to(lowest, quantity.high().map(|high| high.plus(width(high))))
}

fn a_little_more(quantity: Quantity) -> Quantity {
    Quantity::up_to(
        quantity.low(),
        quantity.high().map(|high| high.plus(high.part(1, 10))),
    )
}

fn a_little_less(quantity: Quantity) -> Quantity {
    Quantity::up_to(
        quantity.low().minus(quantity.low().part(1, 10)),
        quantity.high(),
    )
}

fn more_than(quantity: Quantity, step: Amount) -> Quantity {
    Quantity::at_least(quantity.low().plus(step))
}

fn less_than(quantity: Quantity, step: Amount) -> Quantity {
    Quantity::up_to(Amount::ZERO, quantity.high().map(|high| high.minus(step)))
}

/// A decimal number as Swedes and others write it: «1 234», «1 100,5», «2.0». «1,234» may be a thousand or not, and is none.
pub(super) fn decimal(text: &str) -> Option<Amount> {
    let (whole, fraction) = text
        .split_once([',', '.'])
        .map_or((text, None), |(whole, rest)| (whole, Some(rest)));
    let groups: Vec<&str> = whole.split(' ').collect();
    let grouped = groups.len() > 1;
    let all_digits =
        |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let group_lengths_fit =
        groups
            .iter()
            .enumerate()
            .all(|(place, group)| match (grouped, place) {
                (false, _) => group.len() <= 10,
                (true, 0) => group.len() <= 3,
                (true, _) => group.len() == 3,
            });
    if !group_lengths_fit || !groups.iter().all(|group| all_digits(group)) {
        return None;
    }
    let digits = groups.concat();
    let things: u64 = digits.parse().ok()?;
    let hundredths = match fraction {
        None => 0,
        Some(fraction) if !all_digits(fraction) => return None,
        Some(fraction) if fraction.len() == 3 && !grouped && things != 0 && digits.len() <= 3 => {
            return None;
        }
        Some(fraction) => {
            let digit = |place: usize| {
                fraction
                    .as_bytes()
                    .get(place)
                    .map_or(0, |byte| u64::from(byte.saturating_sub(b'0')))
            };
            digit(0) * 10 + digit(1) + u64::from(digit(2) >= 5)
        }
    };
    let amount = things.checked_mul(100)?.checked_add(hundredths)?;
    (amount <= Amount::MAX.in_hundredths()).then(|| Amount::hundredths(amount))
}

/// A number of things in words.
pub(super) fn number_word(text: &str) -> Option<u64> {
    Some(match text {
        "noll" | "zero" => 0,
        "en" | "ett" | "one" => 1,
        "två" | "two" => 2,
        "tre" | "three" => 3,
        "fyra" | "four" => 4,
        "fem" | "five" => 5,
        "sex" | "six" => 6,
        "sju" | "seven" => 7,
        "åtta" | "eight" => 8,
        "nio" | "nine" => 9,
        "tio" | "ten" => 10,
        "elva" | "eleven" => 11,
        "tolv" | "twelve" | "dussin" | "ett dussin" | "a dozen" | "dozen" => 12,
        "tretton" | "thirteen" => 13,
        "fjorton" | "fourteen" => 14,
        "femton" | "fifteen" => 15,
        "sexton" | "sixteen" => 16,
        "sjutton" | "seventeen" => 17,
        "arton" | "eighteen" => 18,
        "nitton" | "nineteen" => 19,
        "tjugo" | "twenty" => 20,
        "trettio" | "thirty" => 30,
        "fyrtio" | "forty" => 40,
        "femtio" | "fifty" => 50,
        "sextio" | "sixty" => 60,
        "sjuttio" | "seventy" => 70,
        "åttio" | "eighty" => 80,
        "nittio" | "ninety" => 90,
        "hundra" | "ett hundra" | "etthundra" | "hundred" | "a hundred" => 100,
        "tusen" | "ett tusen" | "ettusen" | "thousand" | "a thousand" => 1000,
        _ => return None,
    })
}
