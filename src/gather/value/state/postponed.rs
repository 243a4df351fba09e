//! That something was put off or called off, by a verb and its particle in any form: «fick skjutas upp», «ställde vi in ronden»,
//! «flyttad till 14/5».

use super::context::{gives_reason, is_small, is_time};
use super::denied::is_no;
use super::known_words::{Phrase, State};
use crate::gather::value::nouns::ActivityNouns;

/// A verb by its stems and the endings of its active and its passive forms, with the particles that make it mean that.
struct PutOff {
    stems: &'static [&'static str],
    active: &'static [&'static str],
    passive: &'static [&'static str],
    particles: &'static [&'static str],
}

const PUT_OFF: &[PutOff] = &[
    PutOff {
        stems: &["ställ"],
        active: &["a", "er", "de", "t"],
        passive: &["as", "s", "des", "ts"],
        particles: &["in"],
    },
    PutOff {
        stems: &["skjut", "sköt"],
        active: &["", "a", "er", "it"],
        passive: &["s", "as", "en", "et", "na", "its"],
        particles: &["upp", "fram"],
    },
    PutOff {
        stems: &["flytta"],
        active: &["", "r", "de"],
        passive: &["s", "des", "t", "ts", "d"],
        particles: &["fram", "upp", "bak", "bakåt"],
    },
    PutOff {
        stems: &["boka"],
        active: &["", "r", "de"],
        passive: &["s", "des", "t", "ts", "d"],
        particles: &["av", "om"],
    },
    PutOff {
        stems: &["hoppa"],
        active: &["r", "de"],
        passive: &["s", "des", "t", "ts", "d"],
        particles: &["över"],
    },
    PutOff {
        stems: &["blås"],
        active: &["a", "er", "te", "t"],
        passive: &["as", "es", "tes", "ts"],
        particles: &["av"],
    },
    PutOff {
        stems: &["lägg", "lade", "lagt"],
        active: &["a", "er"],
        passive: &["as", "s"],
        particles: &["ned", "ner"],
    },
];

/// The phrase that begins at a word.
pub(super) fn put_off(all: &[&str], at: usize, nouns: &ActivityNouns) -> Option<Phrase> {
    let word = *all.get(at)?;
    if is_hypothetical(all, at) {
        return None;
    }
    if let Some(length) = moved_to(all, at) {
        return Some(Phrase::new(State::CalledOff, length));
    }
    if let Some(phrase) = taken_out(all, at).or_else(|| given_up(all, at, nouns)) {
        return Some(phrase);
    }
    let (verb, passive) = PUT_OFF.iter().find_map(|verb| {
        let end = verb.stems.iter().find_map(|stem| word.strip_prefix(stem))?;
        let passive = verb.passive.contains(&end);
        (passive || verb.active.contains(&end)).then_some((verb, passive))
    })?;
    let rest = all.get(at + 1..).unwrap_or_default();
    // «Ställde polisen in ronden» has its subject between, «ställde in ronden» its object behind.
    let between = rest
        .iter()
        .take(2)
        .take_while(|word| {
            nouns.is_activity(word) || matches!(**word, "allt" | "polisen" | "kommunen")
        })
        .count();
    let particle = rest.get(between)?;
    if !verb.particles.contains(particle) {
        return None;
    }
    let length = between + 2;
    let object = all.get(at + length..).unwrap_or_default();
    let of_the_row = passive
        || object.first().is_none_or(|next| {
            nouns.is_activity(next) || is_small(next) || is_time(next) || gives_reason(object)
        });
    let phrase = Phrase::new(State::CalledOff, length);
    // A bicycle may be moved and a car rebooked.
    let of_things = !verb.particles.contains(&"in") && !verb.stems.contains(&"skjut");
    of_the_row.then_some(if of_things {
        phrase.own_subject()
    } else {
        phrase
    })
}

/// «Flyttad till 14/5», «flyttas till hösten», «nytt datum 14/5»; the bicycles were «flyttade till förrådet».
fn moved_to(all: &[&str], at: usize) -> Option<usize> {
    let word = *all.get(at)?;
    let next = all.get(at + 1).copied().unwrap_or_default();
    let third = all.get(at + 2).copied().unwrap_or_default();
    let moves = |stem: &str| {
        word.strip_prefix(stem)
            .is_some_and(|end| matches!(end, "d" | "t" | "de" | "s" | "des" | "ts"))
    };
    let is_when =
        |word: &str| is_time(word) || matches!(word, "nästa" | "senare" | "later" | "next");
    let puts_off = matches!(
        word,
        "skjuts" | "skjutas" | "sköts" | "skjutits" | "skjuten" | "moved" | "postponed"
    );
    if (moves("flytta") || moves("ändra") || puts_off)
        && matches!(next, "till" | "to" | "until")
        && is_when(third)
    {
        return Some(3);
    }
    (matches!(word, "ny" | "nytt" | "new")
        && matches!(next, "dag" | "datum" | "tid" | "date")
        && is_time(third))
    .then_some(2)
}

/// «Gick om intet», «skjuter på ronden», «ersätts av rond 14/5».
fn given_up(all: &[&str], at: usize, nouns: &ActivityNouns) -> Option<Phrase> {
    let word = *all.get(at)?;
    let next = all.get(at + 1).copied().unwrap_or_default();
    let third = all.get(at + 2).copied().unwrap_or_default();
    let called_off = |length: usize| Phrase::new(State::CalledOff, length);
    match (word, next) {
        ("gick" | "gått", "om") if third == "intet" => Some(called_off(3)),
        ("gick" | "gått", "i") if third == "stöpet" => Some(called_off(3)),
        ("skjuter" | "sköt", "på") if third.is_empty() || nouns.is_activity(third) => {
            Some(called_off(2).unsure())
        }
        ("ersatt" | "ersätts" | "ersattes", "av" | "med")
            if nouns.is_activity(third) || is_time(third) =>
        {
            Some(called_off(2).unsure().own_subject())
        }
        _ => None,
    }
}

/// «Ska tas bort», «ta bort raden»: the row itself, and no car wreck.
fn taken_out(all: &[&str], at: usize) -> Option<Phrase> {
    let word = *all.get(at)?;
    let (next, length) = match (word, all.get(at + 1).copied().unwrap_or_default()) {
        ("ta" | "tas" | "tag" | "tagits" | "remove" | "delete", "bort") => (at + 2, 2),
        ("radera" | "raderas" | "stryk" | "stryks" | "remove" | "delete", _) => (at + 1, 1),
        ("bortse", "från") => (at + 2, 2),
        _ => return None,
    };
    let is_row = |word: &str| {
        matches!(
            word,
            "raden"
                | "rad"
                | "posten"
                | "exemplet"
                | "exempelraden"
                | "exempel"
                | "this"
                | "row"
                | "här"
        )
    };
    let small = |word: &str| {
        is_row(word)
            || matches!(
                word,
                "ska"
                    | "skall"
                    | "bör"
                    | "kan"
                    | "måste"
                    | "obs"
                    | "ifrån"
                    | "som"
                    | "är"
                    | "ett"
                    | "innan"
                    | "före"
            )
    };
    let before = all.get(..at).unwrap_or_default();
    let object = all.get(next);
    let behind = all.get(next..).unwrap_or_default();
    let rows = behind.iter().take_while(|word| is_row(word)).count();
    (before.iter().all(|word| small(word)) && (object.is_none() || rows > 0))
        .then(|| Phrase::new(State::CalledOff, length + rows))
}

/// «Behövde inte ställas in», «höll på att ställas in», «slapp ställa in».
fn is_hypothetical(all: &[&str], at: usize) -> bool {
    let before = all.get(at.saturating_sub(3)..at).unwrap_or_default();
    before.iter().any(|word| {
        is_no(word)
            || matches!(
                *word,
                "slapp"
                    | "nästan"
                    | "höll"
                    | "hotade"
                    | "riskerade"
                    | "risk"
                    | "funderade"
                    | "övervägde"
                    | "diskuterade"
            )
    })
}
