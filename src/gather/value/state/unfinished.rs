//! What was not done to its end, or not yet: «avbröts», «prioriterades bort», «ska göras», «hålls i maj», «blev fika istället».

use super::context::is_time;
use super::denied::is_to_be_done;
use super::known_words::{Phrase, State, is_done};
use crate::gather::value::nouns::ActivityNouns;

/// The phrase that begins at a word. None of them is certain: a part may have been held, and a plan may have been carried out.
pub(super) fn unfinished(all: &[&str], at: usize, nouns: &ActivityNouns) -> Option<Phrase> {
    let word = *all.get(at)?;
    let length = taken_away(all, at)
        .or_else(|| broken_off(word).then_some(1))
        .or_else(|| half_done(all, at));
    if let Some(length) = length {
        return Some(Phrase::new(State::CalledOff, length).unsure().own_subject());
    }
    if let Some(length) = given_to_another(all, at, nouns) {
        return Some(Phrase::new(State::CalledOff, length).unsure());
    }
    if at > 0 {
        return None;
    }
    if let Some(length) = twice_or_trial(all) {
        return Some(Phrase::new(State::CalledOff, length).unsure());
    }
    to_come(all).map(|length| Phrase::new(State::Planned, length).unsure())
}

/// «Togs bort», «prioriterades bort», «bortprioriterat»: something was done to the row's own thing, unless it has another subject
/// («klottret togs bort») or an object («tog bort klotter»).
fn taken_away(all: &[&str], at: usize) -> Option<usize> {
    let word = *all.get(at)?;
    let next = all.get(at + 1).copied().unwrap_or_default();
    let ends = |stem: &str, ends: &[&str]| {
        word.strip_prefix(stem)
            .is_some_and(|rest| ends.contains(&rest))
    };
    let participle = &["d", "t", "de", "des", "s", "ts"];
    let passive = ends("prioritera", participle)
        || ends("välj", &["s", "as", "des", "ts"])
        || ends("val", &["des", "ts", "d", "t", "da"])
        || matches!(
            word,
            "togs" | "tagits" | "tagen" | "taget" | "tagna" | "dras" | "drogs"
        );
    let gone = matches!(word, "gick" | "gått" | "går" | "föll" | "fallit" | "faller");
    if passive && matches!(next, "bort" | "ner" | "ned") || gone && next == "bort" {
        return Some(2);
    }
    let alone = ends("bortprioritera", participle)
        || ends("nedprioritera", participle)
        || ends("bortval", &["d", "t", "da", "des", "ts"])
        || ends("borttag", &["en", "et", "na", "its"])
        || ends("omplanera", participle)
        || all.len() == 1 && ends("flytta", participle)
        || all.len() == 1 && matches!(word, "ogjord" | "ogjort" | "ogjorda");
    alone.then_some(1)
}

/// «Avbröts», «avbrutet».
fn broken_off(word: &str) -> bool {
    word.strip_prefix("avbr").is_some_and(|rest| {
        matches!(
            rest,
            "öts" | "yts" | "utits" | "uten" | "utet" | "utna" | "yta"
        )
    })
}

/// «Halvt genomförd», «nästan klart».
fn half_done(all: &[&str], at: usize) -> Option<usize> {
    let half = matches!(
        *all.get(at)?,
        "halvt" | "halv" | "halva" | "knappt" | "delvis" | "nästan"
    );
    (half && is_done(all.get(at + 1)?)).then_some(2)
}

/// «Resurserna gick till annat», «blev fika istället», «ersattes av digitalt möte».
fn given_to_another(all: &[&str], at: usize, nouns: &ActivityNouns) -> Option<usize> {
    let at_word = |step: usize| all.get(at + step).copied().unwrap_or_default();
    let instead = all
        .last()
        .is_some_and(|last| matches!(*last, "istället" | "stället" | "instead"));
    match at_word(0) {
        "blev" | "blir" if at == 0 && instead => Some(1),
        "gick" | "gått" | "går"
            if matches!(at_word(1), "till" | "åt")
                && matches!(at_word(2), "annat" | "annan" | "andra") =>
        {
            Some(3)
        }
        "ersatt" | "ersätts" | "ersattes"
            if at == 0
                && matches!(at_word(1), "av" | "med")
                && (nouns.is_activity(at_word(2)) || nouns.is_activity(at_word(3))) =>
        {
            Some(2)
        }
        _ => None,
    }
}

/// «Dubbel, se rad 4», «Test», «Test – ta bort»: the row is there twice, or to try the sheet.
fn twice_or_trial(all: &[&str]) -> Option<usize> {
    let next = all.get(1).copied().unwrap_or_default();
    match *all.first()? {
        "dubbel" | "dubbelt" | "dublett" | "double"
            if matches!(next, "" | "se" | "rad" | "med") =>
        {
            Some(1)
        }
        "test" | "testar" | "testning" | "testpost" if matches!(next, "" | "ta" | "radera") => {
            Some(1)
        }
        _ => None,
    }
}

/// A text that begins with what is to come, its subject the row itself: «ska göras», «hålls i maj», «att göra», «bokad».
fn to_come(all: &[&str]) -> Option<usize> {
    let word = *all.first()?;
    let after = |at: usize| all.get(at).copied().unwrap_or_default();
    if matches!(word, "ska" | "skall" | "bör" | "måste" | "kommer" | "kvar") {
        let at = 1 + usize::from(after(1) == "att");
        return (is_passive_of_doing(after(at)) || word == "kvar" && is_to_be_done(after(at)))
            .then_some(at + 1);
    }
    if word == "att" && all.len() <= 3 && is_to_be_done(after(1)) {
        return Some(2);
    }
    let present = matches!(
        word,
        "görs" | "genomförs" | "hålls" | "utförs" | "sker" | "påbörjas" | "startar" | "startas"
    );
    if present && says_when(all.get(1..)?) {
        return Some(all.len());
    }
    (all.len() == 1 && is_stage(word)).then_some(1)
}

fn is_passive_of_doing(word: &str) -> bool {
    matches!(
        word,
        "göras"
            | "genomföras"
            | "hållas"
            | "utföras"
            | "ske"
            | "bokas"
            | "planeras"
            | "påbörjas"
            | "startas"
            | "ordnas"
            | "slutföras"
            | "färdigställas"
    )
}

/// Whether words say only when, and nothing of where: «i maj», «v. 14», «senare», «nästa vecka».
fn says_when(rest: &[&str]) -> bool {
    let small = |word: &&&str| matches!(**word, "i" | "under" | "till" | "den" | "v" | "vecka");
    let mut others = rest.iter().filter(|word| !small(word)).peekable();
    let season = |word: &str| matches!(word, "vår" | "höst" | "sommar" | "vinter" | "vår/sommar");
    let later = |word: &str| {
        matches!(
            word,
            "senare"
                | "nästa"
                | "snart"
                | "månad"
                | "veckan"
                | "år"
                | "termin"
                | "later"
                | "framöver"
        )
    };
    others.peek().is_some() && others.all(|word| is_time(word) || season(word) || later(word))
}

/// A stage before anything is done, where it is all that is said.
fn is_stage(word: &str) -> bool {
    matches!(
        word,
        "bokad"
            | "bokat"
            | "bokade"
            | "förslag"
            | "idé"
            | "idéer"
            | "utkast"
            | "reserv"
            | "reserver"
            | "option"
            | "backlog"
            | "tänkt"
            | "tänkta"
            | "preliminär"
            | "preliminärt"
            | "preliminära"
            | "prel"
            | "avvaktar"
            | "väntar"
            | "vilande"
            | "pausad"
            | "pausat"
            | "kvarstår"
            | "påbörjad"
            | "påbörjat"
            | "påbörjade"
            | "booked"
            | "tentative"
            | "draft"
    )
}
