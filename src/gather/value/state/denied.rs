//! That something was not done, by negation: «blev inte av», «hann inte», «ingen rond», «utan patrull».

use super::context::{gives_reason, is_time};
use super::known_words::{Phrase, State, is_called_off, is_done};
use crate::gather::value::nouns::ActivityNouns;

pub(super) fn is_no(word: &str) -> bool {
    matches!(
        word,
        "ej" | "inte" | "icke" | "aldrig" | "not" | "never" | "ännu"
    )
}

/// «Ej genomförd», «inte av», «ännu inte påbörjad», «not held», «inte hunnit»; «ej inställd» is held.
pub(super) fn negated(all: &[&str], at: usize, nouns: &ActivityNouns) -> Option<Phrase> {
    let rest = all.get(at + 1..).unwrap_or_default();
    let more = rest.iter().take_while(|word| is_no(word)).count();
    let word = *rest.get(more)?;
    let length = more + 2;
    let begins = |stems: &[&str]| stems.iter().any(|stem| word.starts_with(stem));
    if is_called_off(word) {
        return Some(Phrase::new(State::Held, length));
    }
    // «Påbörjad men ej slutförd».
    if begins(&["slutför", "fullfölj", "bemanna"]) {
        return Some(Phrase::new(State::CalledOff, length).unsure());
    }
    if begins(&[
        "påbörja",
        "starta",
        "klar",
        "färdig",
        "avsluta",
        "begun",
        "started",
    ]) {
        return Some(Phrase::new(State::Planned, length)).filter(|_| at == 0);
    }
    let came = matches!(word, "blev" | "blivit" | "blir" | "bli");
    if came && rest.get(more + 1) == Some(&"av") {
        return Some(Phrase::new(State::CalledOff, length + 1));
    }
    if word == "gjord" || word == "gjort" || word == "done" {
        return Some(Phrase::new(State::CalledOff, length)).filter(|_| at == 0);
    }
    if is_done(word)
        || matches!(word, "av" | "aktuell" | "aktuellt") && at == 0 && length == all.len()
    {
        return Some(Phrase::new(State::CalledOff, length));
    }
    if is_counting(word) || word == "räknas" {
        return Some(Phrase::new(State::CalledOff, length));
    }
    if is_able(word) {
        return unable(all, at, at + length, word, nouns);
    }
    if at == 0 && is_there(word) {
        return Some(Phrase::new(State::CalledOff, length).unsure());
    }
    if is_going(word) && all.get(at + length).is_some_and(|word| is_there(word)) {
        return Some(Phrase::new(State::CalledOff, length + 1).own_subject());
    }
    None
}

/// A verb and the word of negation behind it: «blev inte av», «hann inte med», «räkna inte denna», «besökte inte skolan».
pub(super) fn verb_denied(all: &[&str], at: usize, nouns: &ActivityNouns) -> Option<Phrase> {
    let word = *all.get(at)?;
    let third = all.get(at + 2).copied().unwrap_or_default();
    if is_counting(word) {
        return Some(Phrase::new(State::CalledOff, 2));
    }
    // «Tid fanns ej», «personal räckte inte».
    let before = at.checked_sub(1).and_then(|before| all.get(before));
    if matches!(word, "fanns" | "finns" | "räckte" | "räcker")
        && before.is_some_and(|what| is_means(what))
    {
        return Some(Phrase::new(State::CalledOff, 2).unsure());
    }
    if is_doing(word) {
        // «Blev inte av», «genomfördes ej», «hölls inte», «kunde inte genomföras».
        let with_verb =
            matches!(third, "av" | "rum" | "stånd") || is_done(third) || is_doing(third);
        if with_verb {
            return Some(Phrase::new(State::CalledOff, 3));
        }
        if is_done(word) {
            return Some(Phrase::new(State::CalledOff, 2));
        }
    }
    if matches!(word, "blev" | "blir" | "bli" | "blivit")
        && matches!(third, "något" | "någon" | "några")
    {
        return Some(Phrase::new(State::CalledOff, 3).unsure());
    }
    if is_able(word) {
        return unable(all, at, at + 2, word, nouns);
    }
    if is_going(word) && is_there(third) {
        return Some(Phrase::new(State::CalledOff, 3).own_subject());
    }
    nouns
        .is_own_verb(word)
        .then(|| Phrase::new(State::CalledOff, 2).unsure().own_subject())
}

/// What somebody could not or had no time for, from a word on: nothing said, the activity itself, a verb of doing, a reason, or
/// after «med» whatever it was. «Hann inte prata med alla» is told of what was held.
fn unable(
    all: &[&str],
    at: usize,
    after: usize,
    verb: &str,
    nouns: &ActivityNouns,
) -> Option<Phrase> {
    let particle = |word: &str| matches!(word, "med" | "till" | "ihop" | "att" | "fram");
    let rest = all.get(after..).unwrap_or_default();
    let skipped = rest.iter().take_while(|word| particle(word)).count();
    let rest = rest.get(skipped..).unwrap_or_default();
    let told = |length: usize| Phrase::new(State::CalledOff, length);
    let length = after + skipped - at;
    let Some(next) = rest.first().copied() else {
        return Some(told(length));
    };
    if gives_reason(rest) || rest.iter().all(|word| is_time(word)) {
        return Some(told(length));
    }
    if is_doing(next) || nouns.is_activity_verb(next) || nouns.is_own(next) {
        return Some(told(length + 1));
    }
    if nouns.is_activity(next) {
        return Some(told(length + 1).unsure());
    }
    let of_time = matches!(
        verb,
        "hann" | "hanns" | "hunnit" | "hinner" | "orkade" | "orkat"
    );
    let some = matches!(
        next,
        "alla"
            | "allt"
            | "hela"
            | "mer"
            | "fler"
            | "resten"
            | "så"
            | "sista"
            | "halva"
            | "båda"
            | "flera"
    );
    let skipped_word = all.get(after).copied().unwrap_or_default();
    if skipped_word == "ihop" {
        return Some(told(length).unsure());
    }
    let with = skipped_word == "med";
    (of_time && with && !some).then(|| told(length).unsure())
}

/// «Ingen rond», «inget besök», «inget gjort», «blev inget av», «utan patrull»: what there was none of.
pub(super) fn none_of(all: &[&str], at: usize, nouns: &ActivityNouns) -> Option<Phrase> {
    let word = *all.get(at)?;
    let next = all.get(at + 1).copied().unwrap_or_default();
    let called_off = |length: usize| Phrase::new(State::CalledOff, length);
    if word == "utan" {
        let skipped = usize::from(next == "att");
        let noun = all.get(at + 1 + skipped)?;
        return nouns.is_own(noun).then(|| called_off(2 + skipped).unsure());
    }
    if !is_none(word) {
        return None;
    }
    // «Inga inställda ronder», «ingen rond ställdes in».
    let later = all.get(at + 1..).unwrap_or_default();
    if later.iter().any(|word| is_missing(word)) {
        return None;
    }
    let before = at.checked_sub(1).and_then(|before| all.get(before));
    let became = before.is_some_and(|word| matches!(*word, "blev" | "blir" | "bli" | "blivit"));
    if matches!(word, "inget" | "ingenting") && (next == "av" && became || is_done(next)) {
        return Some(called_off(2));
    }
    let no_more = later.is_empty() || gives_reason(later) || later.iter().all(|word| is_time(word));
    if became && no_more {
        return Some(called_off(1));
    }
    // «Ingen närvaro», «inga resurser».
    let nobody = matches!(next, "närvaro" | "bemanning") || is_means(next);
    let then = all.get(at + 2..).unwrap_or_default();
    if at == 0 && nobody && (then.is_empty() || gives_reason(then)) {
        return Some(called_off(2).unsure());
    }
    let adjective = matches!(
        next,
        "fler"
            | "flera"
            | "mer"
            | "mera"
            | "ytterligare"
            | "andra"
            | "annan"
            | "annat"
            | "ny"
            | "nya"
            | "nytt"
            | "extra"
            | "more"
            | "other"
    );
    let third = all.get(at + 2).copied().unwrap_or_default();
    let between = !adjective && next.len() > 3 && !gives_reason(later);
    let (noun, length) = if nouns.is_activity(next) {
        (next, 2)
    } else if between && nouns.is_activity(third) {
        (third, 3)
    } else {
        return None;
    };
    if nouns.is_own(noun) {
        return Some(called_off(length));
    }
    // «Inga besök i lokalen» is told of a round that was held.
    let rest = all.get(at + length..).unwrap_or_default();
    let alone = rest.is_empty() || gives_reason(rest) || rest.iter().all(|word| is_time(word));
    let verb = all
        .get(..at)
        .unwrap_or_default()
        .iter()
        .any(|word| is_doing(word));
    (alone || verb).then(|| called_off(length).unsure())
}

/// Words that say that there is none of it.
pub(super) fn is_none(word: &str) -> bool {
    matches!(
        word,
        "inga" | "ingen" | "inget" | "ingenting" | "intet" | "none" | "no" | "noll" | "0"
    )
}

/// Words of what did not happen, of which there may be none.
fn is_missing(word: &str) -> bool {
    is_called_off(word)
        || word.starts_with("miss")
        || word.starts_with("försen")
        || matches!(word, "in" | "upp")
        || word.starts_with("ändr")
}

/// What is needed to do anything.
fn is_means(word: &str) -> bool {
    matches!(
        word,
        "tid" | "tiden" | "personal" | "personalen" | "resurs" | "resurser" | "resurserna" | "folk"
    )
}

fn is_counting(word: &str) -> bool {
    matches!(
        word,
        "räkna" | "räknas" | "medräknas" | "medräkna" | "count"
    )
}

fn is_able(word: &str) -> bool {
    matches!(
        word,
        "hann"
            | "hanns"
            | "hunnit"
            | "hunnits"
            | "hinner"
            | "orkade"
            | "orkat"
            | "kunde"
            | "kunnat"
            | "kan"
            | "fick"
            | "fått"
            | "gick"
            | "gått"
            | "lyckades"
            | "lyckats"
            | "could"
    )
}

fn is_going(word: &str) -> bool {
    matches!(
        word,
        "var"
            | "varit"
            | "kom"
            | "kommit"
            | "åkte"
            | "åkt"
            | "gick"
            | "gått"
            | "körde"
            | "kört"
            | "for"
    )
}

fn is_there(word: &str) -> bool {
    matches!(word, "ute" | "ut" | "där" | "dit" | "iväg" | "loss")
}

/// Verbs of what is still to be done.
pub(super) fn is_to_be_done(verb: &str) -> bool {
    matches!(
        verb,
        "göra" | "genomföra" | "utföra" | "hålla" | "boka" | "planera" | "besöka" | "kontrollera"
    )
}

/// Verbs that something is done by.
pub(super) fn is_doing(word: &str) -> bool {
    is_done(word)
        || matches!(
            word,
            "blev"
                | "blir"
                | "bli"
                | "blivit"
                | "kom"
                | "kunde"
                | "hann"
                | "ägde"
                | "gick"
                | "genomföra"
                | "genomföras"
                | "hålla"
                | "hållas"
                | "utföra"
                | "utföras"
                | "göra"
                | "göras"
                | "ske"
                | "skedde"
                | "could"
                | "was"
        )
}
