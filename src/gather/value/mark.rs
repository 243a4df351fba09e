//! Yes, no, or neither: a cell of a column of marks.

use super::parsed::{Parsed, parsed, without_date_format};
use super::plain::{plain, words};
use super::state::{State, text_state};
use crate::gather::cell::Cell;

/// What a mark says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YesNo {
    /// It is so.
    Yes,
    /// It is not.
    No,
}

/// Whether a cell says yes («x», «ja», ✓, 1, TRUE) or no («nej», ❌, 0, FALSE).
pub fn mark(cell: &Cell) -> Parsed<bool> {
    parsed(cell, |cell| match cell {
        Cell::Bool(yes) => Some(*yes),
        Cell::Number(number) if *number == 1.0 => Some(true),
        Cell::Number(number) if *number == 0.0 => Some(false),
        Cell::Text(text) => match unsigned(text).trim_end_matches(['.', '!']) {
            "x" | "xx" | "ja" | "j" | "yes" | "y" | "sant" | "true" | "✓" | "✔" | "☑" | "√"
            | "✅" | "👍" | "🗸" | "1" | "ok" | "japp" | "jajamän" | "[x]" | "☒" => {
                Some(true)
            }
            "nej" | "n" | "no" | "falskt" | "false" | "0" | "☐" | "□" | "❌" | "✗" | "✘" | "✖"
            | "❎" | "⛔" | "🚫" | "👎" | "[ ]" | "nix" | "nope" => Some(false),
            _ => None,
        },
        _ => None,
    })
}

/// The same, where words may say it: «ej genomfört», «förhinder», «deltog». `None` of a blank and of what says neither.
pub fn yes_or_no(cell: &Cell) -> Option<YesNo> {
    match without_date_format(cell).as_ref() {
        Cell::Text(_) => {}
        Cell::Bool(true) => return Some(YesNo::Yes),
        Cell::Bool(false) => return Some(YesNo::No),
        Cell::Number(number) if *number == 1.0 => return Some(YesNo::Yes),
        Cell::Number(number) if *number == 0.0 => return Some(YesNo::No),
        _ => return None,
    }
    match mark(cell) {
        Parsed::Is(true) => Some(YesNo::Yes),
        Parsed::Is(false) | Parsed::Gap => Some(YesNo::No),
        Parsed::Not(text) => of_words(&text),
        _ => None,
    }
}

fn of_words(text: &str) -> Option<YesNo> {
    if denies(text) {
        return Some(YesNo::No);
    }
    match text_state(text) {
        Some(text_state) if text_state.whole && text_state.state == State::Held => {
            return Some(YesNo::Yes);
        }
        Some(text_state) if text_state.whole => return Some(YesNo::No),
        _ => {}
    }
    let text = unsigned(text);
    let first = words(&text).next().unwrap_or_default();
    let yes = [
        "ja",
        "yes",
        "deltog",
        "deltagit",
        "närvarande",
        "närvarade",
        "medverkade",
        "attended",
        "present",
    ];
    yes.contains(&first).then_some(YesNo::Yes)
}

/// Whether a text says no: «nej, ej aktuellt», «inga», «saknas», «förhinder», «tackade nej».
pub(crate) fn denies(text: &str) -> bool {
    let text = unsigned(text);
    let all: Vec<&str> = words(&text)
        .flat_map(|word| word.split(['/', '-']))
        .collect();
    let no = [
        "nej",
        "ej",
        "inte",
        "icke",
        "inga",
        "ingen",
        "inget",
        "ingenting",
        "no",
        "not",
        "none",
        "nothing",
        "saknas",
        "saknades",
        "missing",
    ];
    let absent = [
        "förhinder",
        "förhindrad",
        "förhindrade",
        "sjuk",
        "sjuka",
        "sjukdom",
        "sjukfrånvaro",
        "sjukskriven",
        "frånvarande",
        "frånvaro",
        "uteblev",
        "uteblivit",
        "utebliven",
        "avböjde",
        "avböjt",
        "avböjer",
        "avstod",
        "avstått",
        "återbud",
        "avanmäld",
        "avanmälde",
        "semester",
        "ledig",
        "lediga",
        "vab",
        "vabbar",
        "borta",
        "absent",
        "declined",
        "sick",
        "away",
    ];
    let first = all.first().copied().unwrap_or_default();
    // Who has a name is there, whatever else is told of them.
    no.contains(&first)
        || absent.contains(&first)
        || (all.len() <= 4 && all.iter().any(|word| absent.contains(word)))
        || [
            "tackade nej",
            "tackat nej",
            "tackar nej",
            "kunde inte",
            "kunde ej",
            "hade inte",
            "kom inte",
            "kom ej",
            "deltog ej",
            "deltog inte",
            "did not",
            "could not",
            "unable to",
            "lämnat återbud",
        ]
        .iter()
        .any(|begin| text.starts_with(begin))
}

/// The [plain](plain) text without the sign that makes a mark a picture.
fn unsigned(text: &str) -> String {
    plain(text).replace(['\u{FE0F}', '\u{FE0E}'], "")
}
