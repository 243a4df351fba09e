//! Phrases that say whether something was held.

use super::context::is_other_occasion;
use super::denied::{is_no, negated, none_of, verb_denied};
use super::known_words::{
    Phrase, State, is_called_off, is_done, is_entered_wrongly, is_left_out, is_planned,
};
use super::postponed::put_off;
use super::unfinished::unfinished;
use crate::gather::value::nouns::ActivityNouns;
use crate::gather::value::plain::{plain, words};

/// The phrase that begins at a word.
pub(super) fn phrase(all: &[&str], at: usize, nouns: &ActivityNouns) -> Option<Phrase> {
    let word = *all.get(at)?;
    let next = all.get(at + 1).copied().unwrap_or_default();
    if is_no(word) {
        let of_no_pledge = (at == 0 && next.starts_with("löfte"))
            .then(|| Phrase::new(State::CalledOff, 2).unsure());
        return negated(all, at, nouns).or(of_no_pledge);
    }
    if is_no(next)
        && let Some(phrase) = verb_denied(all, at, nouns)
    {
        return Some(phrase);
    }
    if let Some(phrase) = none_of(all, at, nouns).or_else(|| put_off(all, at, nouns)) {
        return Some(phrase);
    }
    if (word == "called" && next == "off") || (word == "did" && next == "not") {
        return Some(Phrase::new(State::CalledOff, 2));
    }
    let called_off = Phrase::new(State::CalledOff, 1);
    // «Utgår från torget» is where it begins.
    let begins_there = word.starts_with("utg") && matches!(next, "från" | "ifrån" | "ur");
    if is_called_off(word) && !begins_there {
        return Some(called_off);
    }
    if is_left_out(word) {
        return Some(called_off.own_subject());
    }
    if let Some(phrase) = unfinished(all, at, nouns) {
        return Some(phrase);
    }
    // «Redan rapporterad i februari», «samma som ovan», «ej löftesinsats».
    let counted_already = word == "redan"
        && [
            "rapporter",
            "redovis",
            "räkn",
            "registrer",
            "inräkn",
            "medräkn",
            "med",
        ]
        .iter()
        .any(|stem| next.starts_with(stem));
    let as_above = at == 0
        && word == "samma"
        && (matches!(next, "rad" | "insats" | "tillfälle")
            || next == "som" && all.get(at + 2) == Some(&"ovan"));
    if counted_already || as_above {
        return Some(Phrase::new(State::CalledOff, 2).unsure());
    }
    if is_entered_wrongly(word) {
        return Some(called_off.unsure());
    }
    if is_planned(word) {
        return Some(planned(all, at));
    }
    if is_done(word) {
        return Some(Phrase::new(State::Held, 1));
    }
    None
}

/// Whether a heading is about what was called off: «Antal inställda», «varav avbokade».
pub(crate) fn names_called_off(heading: &str) -> bool {
    let heading = plain(heading);
    let all: Vec<&str> = words(&heading).collect();
    let nouns = ActivityNouns::default();
    let is_called_off =
        |at: usize| phrase(&all, at, &nouns).is_some_and(|phrase| phrase.state == State::CalledOff);
    all.len() <= 4 && (0..all.len()).any(is_called_off)
}

/// «Planerad», or «som planerat», «enligt plan»: it was held as it was meant to be.
fn planned(all: &[&str], at: usize) -> Phrase {
    let before = at.checked_sub(1).and_then(|before| all.get(before));
    let of_next = all.get(at + 1).is_some_and(|word| is_other_occasion(word));
    let as_meant = of_next
        || before.is_some_and(|word| matches!(*word, "som" | "enligt" | "as" | "än" | "the"));
    let state = if as_meant {
        State::Held
    } else {
        State::Planned
    };
    Phrase::new(state, 1)
}
