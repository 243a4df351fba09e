//! What a text says of the row it stands in: held, planned, called off, nothing to report, a template's sample.
//!
//! A word is certain where it is the whole text, perhaps with its reason («Inställt pga snö»); inside a sentence it may be
//! about something else («Inställd del: badet stängt, resten gjord»).

mod context;
mod denied;
mod known_words;
mod phrase;
mod postponed;
mod sample;
mod unfinished;

pub(crate) use known_words::State;

use super::nouns::ActivityNouns;
use super::plain::{plain, words};
pub(super) use context::{gives_reason, is_time};
use context::{is_of_another, is_small, leaves_own, says_until};
use denied::is_none;
use known_words::{Phrase, is_done};
pub(crate) use phrase::names_called_off;
use phrase::phrase;
use sample::sample;

/// What a text says, and whether it says nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TextState {
    /// What.
    pub(crate) state: State,
    /// Whether that is the whole text.
    pub whole: bool,
    /// Whether the text tells of something besides: a part, a condition, another state.
    pub(crate) contrast: bool,
    /// Whether the state is said of a noun that follows («Planerad tillsyn»): a kind of thing as well as a state.
    pub(crate) attribute: bool,
    /// Whether the text begins with it, or with words that change nothing: «fick utgå».
    pub(crate) begins: bool,
    /// The word or words that say it.
    pub(crate) word: String,
}

impl TextState {
    /// A state and nothing else.
    pub(crate) fn alone(state: State, word: impl Into<String>) -> TextState {
        TextState {
            state,
            whole: true,
            contrast: false,
            attribute: false,
            begins: true,
            word: word.into(),
        }
    }
}

/// What a text says of its row; `None` if nothing.
pub(crate) fn text_state(text: &str) -> Option<TextState> {
    text_state_of(text, &ActivityNouns::default())
}

/// The same of a row that tells of an activity called by these nouns.
pub(crate) fn text_state_of(text: &str, nouns: &ActivityNouns) -> Option<TextState> {
    let text = plain(text);
    if text.is_empty() {
        return None;
    }
    let asked = text.replace('?', " ");
    let written: Vec<&str> = words(&asked).collect();
    if let Some(word) = sample(&text, &written) {
        return Some(TextState::alone(State::Sample, word));
    }
    if written.len() > LONGEST_SENTENCE {
        return None;
    }
    let kept: Vec<usize> = (0..written.len())
        .filter(|at| written.get(*at).is_some_and(|word| !NOISE.contains(word)))
        .collect();
    let all: Vec<&str> = kept
        .iter()
        .filter_map(|at| written.get(*at).copied())
        .collect();
    let (phrase, at, others_too) = spoken(&all, nouns)?;
    let Phrase { state, length, .. } = phrase;
    let after = all.get(at + length..).unwrap_or_default();
    let before = all.get(..at).unwrap_or_default();
    // «Inget inställt», «Inställda under våren: inga».
    if before.last().is_some_and(|word| is_none(word)) {
        return None;
    }
    let attribute = length == 1
        && !kept.get(at).is_some_and(|at| ends_clause(&asked, *at))
        && is_attribute(all.get(at).copied()?, after);
    let rest = after.is_empty()
        || gives_reason(after)
        || after.iter().all(|word| is_time(word))
        || (state == State::Planned && says_until(after));
    let contrast =
        after.iter().any(|word| CONTRAST.contains(word)) || text.contains('?') || others_too;
    // «Ej aktuellt» may be said of whatever the column is about.
    let of_the_row = !all
        .get(at + length - 1)
        .is_some_and(|word| word.starts_with("aktuell"));
    // «Bussen inställd», «Mötet ställdes in»: perhaps another thing than the row's own.
    let subject = leaves_own(before);
    let as_meant = state == State::Held && matches!(before, ["som" | "enligt" | "as"]);
    let whole =
        (subject || as_meant) && rest && !contrast && !attribute && of_the_row && phrase.sure;
    let tells = whole
        || match state {
            // «Nytt möte planeras i maj» tells of the next one, «genomförd» of whatever.
            State::Planned => at == 0 && !matches!(all.get(at), Some(&"kommande" | &"upcoming")),
            State::CalledOff => at == 0 || !attribute,
            State::Held | State::Sample => false,
        };
    let words = kept.get(at).zip(kept.get(at + length - 1));
    let word = words.and_then(|(first, last)| written.get(*first..=*last));
    tells.then(|| TextState {
        state,
        whole,
        attribute,
        contrast,
        begins: subject,
        word: word.unwrap_or_default().join(" "),
    })
}

/// The phrase that says what the row is, where it begins, and whether another says something else.
fn spoken(all: &[&str], nouns: &ActivityNouns) -> Option<(Phrase, usize, bool)> {
    let mut found: Vec<(Phrase, usize)> = Vec::new();
    let mut at = 0;
    while at < all.len() {
        let Some(phrase) = phrase(all, at, nouns) else {
            at += 1;
            continue;
        };
        let of_the_row = phrase.state == State::Held || !is_of_another(all, at, &phrase, nouns);
        found.extend(of_the_row.then_some((phrase, at)));
        at += phrase.length.max(1);
    }
    let first = found.first().copied()?;
    let later = |state: State| {
        let mut later = found.iter().skip(1);
        later.find(|(phrase, _)| phrase.state == state).copied()
    };
    let (phrase, at) = match (first.0.state, later(State::CalledOff), later(State::Held)) {
        // «Planerad och genomförd»; «Planerad, blev inte av».
        (State::Planned, Some(called_off), _) => called_off,
        (State::Planned, None, Some(held)) => held,
        // «Inställd först, genomförd ändå».
        (State::CalledOff, _, Some(held)) if all.iter().any(|word| AFTER_ALL.contains(word)) => {
            held
        }
        _ => first,
    };
    let others_too = found
        .iter()
        .any(|(other, _)| other.state != phrase.state && other.state != State::Planned)
        || (phrase.state != State::Planned && found.len() > 1 && first.0.state != phrase.state);
    Some((phrase, at, others_too))
}

/// The state that a title over rows surely gives them: «Inställda vandringar», «Planerade», «Kommande aktiviteter 2025».
pub(crate) fn titled(text: &str) -> Option<State> {
    titled_perhaps(text).and_then(|(state, sure)| sure.then_some(state))
}

/// The state that a title over rows gives them, and whether surely: «Flyttade» may be cars.
pub(crate) fn titled_perhaps(text: &str) -> Option<(State, bool)> {
    let text = plain(text);
    let all: Vec<&str> = words(&text).collect();
    if all.len() > 6 || all.iter().any(|word| is_none(word)) {
        return None;
    }
    if sample(&text, &all).is_some() {
        return Some((State::Sample, true));
    }
    if is_to_do(&all) {
        return Some((State::Planned, true));
    }
    let nouns = ActivityNouns::default();
    let (at, first) = (0..all.len()).find_map(|at| Some((at, phrase(&all, at, &nouns)?)))?;
    let others = (at + first.length..all.len())
        .any(|at| phrase(&all, at, &nouns).is_some_and(|other| other.state != first.state));
    (at <= 1 && !others).then_some((first.state, first.sure))
}

/// Whether a title is over what is still to do: «Att göra», «Kvar att genomföra», «To do», «På gång».
fn is_to_do(all: &[&str]) -> bool {
    let begins = |words: &[&str]| all.get(..words.len()) == Some(words);
    let rest = match all {
        [
            "kvar" | "saker" | "aktiviteter" | "insatser" | "lista",
            rest @ ..,
        ] => rest,
        all => all,
    };
    let infinitive = matches!(rest, ["att", verb, ..] if denied::is_to_be_done(verb));
    infinitive
        || matches!(all, ["todo" | "framöver" | "framåt"])
        || [&["to", "do"][..], &["på", "gång"], &["nästa", "år"]]
            .iter()
            .any(|words| begins(words))
}

/// The state that a heading over marks is: «Genomförd», «Blev av?», «Inställd». «Klar» may be said of the report.
pub(crate) fn heading_state(heading: &str) -> Option<State> {
    let heading = plain(heading).replace('?', " ");
    let all: Vec<&str> = words(&heading).collect();
    let small = |word: &&str| {
        matches!(
            *word,
            "ja/nej" | "ja" | "nej" | "x" | "status" | "eller" | "kryss"
        ) || is_of_day(word)
    };
    let named_day = |word: &str| {
        ["genomförande", "utförande"]
            .iter()
            .any(|stem| word.strip_prefix(stem).is_some_and(is_of_day))
    };
    if matches!(all.as_slice(), [word] if named_day(word)) {
        return Some(State::Held);
    }
    // «Datum för genomförande», «När genomförd».
    let asked_day = all.iter().take_while(|word| is_of_day(word)).count();
    let all = all.get(asked_day..)?;
    if asked_day > 0 && matches!(all, ["för", "genomförande" | "genomförandet" | "utförande"]) {
        return Some(State::Held);
    }
    if all.starts_with(&["blev", "av"]) || all.starts_with(&["blev", "det", "av"]) {
        return Some(State::Held);
    }
    let found = phrase(all, 0, &ActivityNouns::default())?;
    let held = ["genomför", "utför", "håll", "hölls", "held"];
    let is_held = all
        .first()
        .is_some_and(|word| held.iter().any(|stem| word.starts_with(stem)));
    let only = all.get(found.length..)?.iter().all(small);
    match found.state {
        State::Held if only && is_held => Some(State::Held),
        // «Borttaget» over days is when scrawl was cleaned away, «Flyttad» where something is now.
        State::CalledOff if only && found.sure => Some(State::CalledOff),
        _ => None,
    }
}

/// Words by which a heading asks for the day.
fn is_of_day(word: &str) -> bool {
    matches!(
        word,
        "den" | "datum" | "dag" | "dagen" | "när" | "date" | "on"
    )
}

/// Longer texts are prose.
const LONGEST_SENTENCE: usize = 40;

/// Words by which nothing is changed or told.
const NOISE: &[&str] = &[
    "vi",
    "jag",
    "man",
    "det",
    "den",
    "detta",
    "denna",
    "tyvärr",
    "dessvärre",
    "heller",
    "här",
];

/// Words that what was held after all is told by.
const AFTER_ALL: &[&str] = &[
    "ändå",
    "ändock",
    "likväl",
    "iallafall",
    "slut",
    "först",
    "anyway",
    "eventually",
];

/// Words that tell of something besides the state.
const CONTRAST: &[&str] = &[
    "men",
    "dock",
    "ändå",
    "resten",
    "del",
    "delar",
    "delen",
    "delvis",
    "utom",
    "förutom",
    "istället",
    "stället",
    "ersatt",
    "ersattes",
    "först",
    "senare",
    "igen",
    "but",
    "except",
    "part",
    "partly",
    "though",
    "instead",
    "later",
    "again",
    "halva",
    "hälften",
    "ej",
    "inte",
    "en",
    "ett",
    "två",
    "one",
    "two",
    "nästan",
    "any",
    "några",
    "vissa",
    "några",
];

/// Whether a clause ends with a word of a text, by the sign after it.
fn ends_clause(text: &str, word: usize) -> bool {
    let mut pieces = text
        .split(' ')
        .filter(|piece| words(piece).next().is_some());
    pieces
        .nth(word)
        .is_some_and(|piece| piece.ends_with([',', '.', ';', ':', '!']))
}

/// Whether the state is said of a noun: «planerad tillsyn», «inställda tåg».
fn is_attribute(word: &str, after: &[&str]) -> bool {
    let bends = [
        "ad", "ade", "lld", "llda", "mmande", "at", "ted", "led", "ned", "oming",
    ];
    let noun = after.first().is_some_and(|next| {
        !gives_reason(after) && !is_time(next) && !is_small(next) && !is_done(next)
    });
    noun && bends.iter().any(|end| word.ends_with(end))
}

/// Whether a heading asks who did it: «Utförd av», «Genomförd av (namn)», «Utförare».
pub(crate) fn asks_by_whom(heading: &str) -> bool {
    let heading = plain(heading);
    let all: Vec<&str> = words(&heading).collect();
    match all.as_slice() {
        [done, "av" | "by", ..] => is_done(done),
        [word] => matches!(
            *word,
            "utförare" | "genomförare" | "utförande" | "bemanning"
        ),
        _ => false,
    }
}

/// Whether the whole text says that nobody did it.
pub(crate) fn is_nobody(text: &str) -> bool {
    let text = plain(text);
    let all: Vec<&str> = words(&text).collect();
    matches!(
        all.as_slice(),
        ["ingen" | "vakant" | "obemannad" | "obemannat" | "saknas" | "nobody"]
            | ["ingen", "alls" | "tillgänglig" | "hade", ..]
    )
}

/// Whether a heading asks why something was not held: «Om ej genomfört, varför», «Orsak till inställt besök».
pub(crate) fn asks_why_not(heading: &str) -> bool {
    let heading = plain(heading).replace(['?', '/'], " ");
    let all: Vec<&str> = words(&heading)
        .filter(|word| !NOISE.contains(word))
        .collect();
    let asks = all.iter().any(|word| {
        [
            "varför",
            "orsak",
            "anledning",
            "skäl",
            "förklaring",
            "why",
            "reason",
            "pga",
            "p.g.a",
        ]
        .iter()
        .any(|ask| word.starts_with(ask))
            || matches!(*word, "om" | "if")
    });
    let nouns = ActivityNouns::default();
    asks && (0..all.len())
        .any(|at| phrase(&all, at, &nouns).is_some_and(|phrase| phrase.state == State::CalledOff))
}
