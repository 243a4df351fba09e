//! A number with a remark in the same cell: «2 (varav 1 inställd)», «40, varav 5 ungdomar», «4 (på torget)».

use super::estimate::number_word;
use super::plain::{plain, words};
use super::state::{State, text_state};
use crate::model::quantity::{Amount, Quantity};

/// The number of a [plain](super::plain) text without its remark, with what the remark takes away. `read` reads the number
/// alone. `None` if the text has no remark, or one with another number that nothing explains («5 (av 8)»).
pub(super) fn with_remark(text: &str, read: impl Fn(&str) -> Option<Quantity>) -> Option<Quantity> {
    let (head, remark) = split(text)?;
    let quantity = read(head)?;
    let is_part = remark.strip_prefix("varav ").is_some()
        || [
            "därav ",
            "därutav ",
            "of which ",
            "including ",
            "inklusive ",
        ]
        .iter()
        .any(|word| remark.starts_with(word));
    let several = remark
        .split([',', ';', '+'])
        .filter(|piece| !piece.trim().is_empty());
    let pieces: Vec<&str> = several.flat_map(|piece| piece.split(" och ")).collect();
    let undone: Vec<Option<u64>> = pieces
        .iter()
        .filter(|piece| is_undone(piece))
        .map(|piece| words(piece).find_map(whole_number))
        .collect();
    if undone.is_empty() {
        let other_number = remark.contains(|sign: char| sign.is_ascii_digit());
        let compares = words(remark).any(|word| COMPARING.contains(&word));
        return (is_part || !(other_number || compares)).then_some(quantity);
    }
    let away = undone.iter().copied().collect::<Option<Vec<u64>>>();
    // «2 (inställd)» does not say how many of them.
    let Some(away) = away else {
        return Some(quantity.perhaps());
    };
    let away = Amount::whole(away.iter().sum());
    let low = quantity.low().minus(away);
    // «3 (1 inställd)» may have been three or four to begin with.
    let less = if is_part { away } else { Amount::ZERO };
    Some(Quantity::up_to(
        low,
        quantity.high().map(|high| high.minus(less)),
    ))
}

/// Whether a text is a number with a remark that some of them were not done.
pub fn says_not_done(text: &str) -> bool {
    let text = plain(text);
    split(&text).is_some_and(|(_, remark)| {
        let mut pieces = remark
            .split([',', ';', '+'])
            .flat_map(|piece| piece.split(" och "));
        pieces.any(is_undone)
    })
}

/// Words of a remark by which the number is another than what was done.
const COMPARING: &[&str] = &[
    "mål",
    "målet",
    "plan",
    "budget",
    "prognos",
    "uppskattat",
    "uppskattning",
    "preliminärt",
    "prel",
    "preliminär",
    "target",
    "estimate",
    "estimated",
    "goal",
    "planned",
    "ca",
    "cirka",
    "minst",
    "av",
    "ungefär",
    "oklart",
    "osäker",
    "osäkert",
    "snitt",
    "medel",
];

/// The number and the remark behind it.
fn split(text: &str) -> Option<(&str, &str)> {
    let text = text.trim();
    if let Some((head, rest)) = text.split_once('(') {
        let remark = rest.strip_suffix(')')?;
        return (!head.trim().is_empty() && !remark.contains('('))
            .then(|| (head.trim(), remark.trim()));
    }
    let part = ["varav ", "därav ", "därutav ", "of which "];
    let at = part.iter().find_map(|word| text.find(word))?;
    let (head, remark) = text.split_at_checked(at)?;
    let head = head.trim_end_matches([' ', ',', ';', '-']);
    (!head.is_empty()).then_some((head, remark))
}

/// Whether a piece of a remark says that something was not done.
fn is_undone(piece: &str) -> bool {
    // The number stands before the word: «1 inställd», «varav två ej genomförda».
    let words: Vec<&str> = words(piece).collect();
    (0..words.len()).any(|at| {
        let rest = words.get(at..).unwrap_or_default().join(" ");
        text_state(&rest)
            .is_some_and(|text_state| matches!(text_state.state, State::CalledOff | State::Planned))
    })
}

fn whole_number(word: &str) -> Option<u64> {
    let digits = word.bytes().all(|byte| byte.is_ascii_digit()) && word.len() <= 6;
    digits
        .then(|| word.parse().ok())
        .flatten()
        .or_else(|| number_word(word))
}
