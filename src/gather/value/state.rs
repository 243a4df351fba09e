//! What a text says of the row it stands in: held, planned, called off, nothing to report, a template's sample.
//!
//! A word is certain where it is the whole text, perhaps with its reason («Inställt pga snö»); inside a sentence it may be
//! about something else («Inställd del: badet stängt, resten gjord»).

mod phrase;

pub(crate) use phrase::State;
use phrase::{is_done, phrase};

use super::plain::{plain, words};

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
            word: word.into(),
        }
    }
}

/// What a text says of its row; `None` if nothing.
pub(crate) fn text_state(text: &str) -> Option<TextState> {
    let text = plain(text);
    if text.is_empty() {
        return None;
    }
    let asked = text.replace('?', " ");
    let all: Vec<&str> = words(&asked).collect();
    if let Some(word) = sample(&text, &all) {
        return Some(TextState::alone(State::Sample, word));
    }
    if all.len() > LONGEST_SENTENCE {
        return None;
    }
    let found = (0..all.len()).find_map(|at| {
        let (state, length) = phrase(&all, at)?;
        Some((state, at, length))
    });
    let (state, at, length) = found?;
    let after = all.get(at + length..).unwrap_or_default();
    let before = all.get(..at).unwrap_or_default();
    let attribute = length == 1 && is_attribute(all.get(at).copied()?, after);
    let others_too = (at + length..all.len()).any(|at| {
        phrase(&all, at).is_some_and(|(other, _)| other != state && other != State::Planned)
    });
    let subject = match before {
        [] => true,
        // «Bussen inställd», «Mötet ställdes in»: perhaps another thing than the row's own.
        words => words.iter().all(|word| FILLERS.contains(word)),
    };
    // «Inget inställt», «Inställda under våren: inga».
    if before.last().is_some_and(|word| NONE.contains(word)) {
        return None;
    }
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
    let whole = subject && rest && !contrast && !attribute && of_the_row;
    let tells = whole
        || match state {
            // «Nytt möte planeras i maj» tells of the next one, «genomförd» of whatever.
            State::Planned => at == 0 && !matches!(all.get(at), Some(&"kommande" | &"upcoming")),
            State::CalledOff => at == 0 || !attribute,
            State::Held | State::Sample => false,
        };
    tells.then(|| TextState {
        state,
        whole,
        attribute,
        contrast,
        word: all.get(at..at + length).unwrap_or_default().join(" "),
    })
}

/// The state that a title over rows gives them: «Inställda vandringar», «Planerade», «Kommande aktiviteter 2025».
pub(crate) fn titled(text: &str) -> Option<State> {
    let text = plain(text);
    let all: Vec<&str> = words(&text).collect();
    if all.len() > 6 || all.iter().any(|word| NONE.contains(word)) {
        return None;
    }
    let (at, (first, length)) = (0..all.len()).find_map(|at| Some((at, phrase(&all, at)?)))?;
    let others = (at + length..all.len())
        .any(|at| phrase(&all, at).is_some_and(|(other, _)| other != first));
    (at <= 1 && !others).then_some(first)
}

/// The state that a heading over marks is: «Genomförd», «Blev av?», «Inställd». «Klar» may be said of the report.
pub(crate) fn heading_state(heading: &str) -> Option<State> {
    let heading = plain(heading).replace('?', " ");
    let all: Vec<&str> = words(&heading).collect();
    let small = |word: &&str| {
        matches!(
            *word,
            "ja/nej" | "ja" | "nej" | "x" | "status" | "eller" | "kryss"
        )
    };
    if all.starts_with(&["blev", "av"]) || all.starts_with(&["blev", "det", "av"]) {
        return Some(State::Held);
    }
    let (state, length) = phrase(&all, 0)?;
    let held = ["genomför", "utför", "håll", "hölls", "held"];
    let is_held = all
        .first()
        .is_some_and(|word| held.iter().any(|stem| word.starts_with(stem)));
    let only = all.get(length..)?.iter().all(small);
    match state {
        State::Held if only && is_held => Some(State::Held),
        State::CalledOff if only => Some(State::CalledOff),
        _ => None,
    }
}

/// Longer texts are prose.
const LONGEST_SENTENCE: usize = 40;

/// Words before the state that change nothing.
const FILLERS: &[&str] = &[
    "är", "var", "har", "blev", "blir", "blivit", "helt", "status", "obs", "nu", "was", "is",
    "been", "tyvärr",
];

/// Words that say that there is none of it.
const NONE: &[&str] = &["inga", "ingen", "inget", "none", "no", "0"];

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

/// Whether the state is said of a noun: «planerad tillsyn», «inställda tåg».
fn is_attribute(word: &str, after: &[&str]) -> bool {
    let bends = [
        "ad", "ade", "lld", "llda", "mmande", "at", "ted", "led", "ned", "oming",
    ];
    let noun = after.first().is_some_and(|next| {
        !gives_reason(after) && !is_time(next) && !SMALL.contains(next) && !is_done(next)
    });
    noun && bends.iter().any(|end| word.ends_with(end))
}

/// Words that no noun is.
const SMALL: &[&str] = &[
    "till", "i", "på", "av", "att", "för", "under", "men", "och", "till", "med", "den", "det",
    "to", "for", "in", "on", "by", "and", "but", "efter", "före", "hos", "vid", "ny", "nytt",
    "igen", "som", "enligt", "om", "då", "så", "del", "delar", "delen",
];

/// Whether words give a reason: «pga snö», «på grund av sjukdom».
fn gives_reason(after: &[&str]) -> bool {
    let begins = |all: &[&str]| after.get(..all.len()) == Some(all);
    [
        &["pga"][..],
        &["p.g.a"],
        &["p", "g", "a"],
        &["på", "grund"],
        &["till", "följd"],
        &["med", "anledning"],
        &["av", "anledning"],
        &["av", "arrangören"],
        &["due", "to"],
        &["because"],
        &["eftersom"],
    ]
    .iter()
    .any(|all| begins(all))
}

/// Whether words say until when: «planeras till hösten», «planned for May».
fn says_until(after: &[&str]) -> bool {
    matches!(
        after.first(),
        Some(&"till" | &"i" | &"under" | &"for" | &"in" | &"hösten" | &"våren")
    ) && after.len() <= 4
}

/// Whether a word belongs to a date: «12/5», «2025», «v.40», «maj», «hösten».
fn is_time(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit())
        || super::calendar::month_name(word).is_some()
        || matches!(
            word,
            "v" | "vecka" | "den" | "våren" | "hösten" | "sommaren" | "vintern" | "i" | "kl"
        )
}

/// What a template's sample says: «Skriv platsen här», «Exempel», «ÅÅÅÅ-MM-DD».
fn sample(text: &str, all: &[&str]) -> Option<String> {
    let first = all.first().copied()?;
    let asks = matches!(
        first,
        "skriv" | "ange" | "fyll" | "klicka" | "mata" | "write" | "enter" | "type"
    );
    let here = all
        .iter()
        .any(|word| matches!(*word, "här" | "in" | "i" | "here"));
    let example = [
        "exempel",
        "exempelrad",
        "exempeltext",
        "example",
        "ex",
        "mall",
        "malltext",
        "platshållare",
    ];
    let is_example = (all.len() == 1 && example.contains(&first) && first != "ex")
        || (example.contains(&first)
            && text
                .get(first.len()..)
                .is_some_and(|rest| rest.starts_with(':')));
    let form = [
        "åååå-mm-dd",
        "yyyy-mm-dd",
        "åå-mm-dd",
        "ååmmdd",
        "åååå-mm-dd",
        "dd/mm",
        "dd/m",
        "xx",
        "hh:mm",
        "tt:mm",
    ];
    let bracketed = (text.starts_with('[') && text.ends_with(']'))
        || (text.starts_with('<') && text.ends_with('>'));
    let is_form = all.len() == 1 && form.contains(&first) && first != "xx";
    ((asks && here) || is_example || is_form || (bracketed && text.len() > 3))
        .then(|| text.chars().take(40).collect())
}
