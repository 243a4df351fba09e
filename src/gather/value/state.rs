//! What a text says of the row it stands in: held, planned, called off, nothing to report, a template's sample.
//!
//! A word is certain where it is the whole text, perhaps with its reason («Inställt pga snö»); inside a sentence it may be
//! about something else («Inställd del: badet stängt, resten gjord»).

use super::plain::{plain, words};

/// What a row can be said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Done.
    Held,
    /// Still to come, or not done yet.
    Planned,
    /// Called off, postponed, not held.
    CalledOff,
    /// A report that there was nothing.
    Nothing,
    /// A template's sample or request to fill something in.
    Sample,
}

/// What a text says, and whether it says nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What.
    pub state: State,
    /// Whether that is the whole text.
    pub whole: bool,
    /// Whether the text tells of something besides: a part, a condition, another state.
    pub contrast: bool,
    /// Whether the state is said of a noun that follows («Planerad tillsyn»): a kind of thing as well as a state.
    pub attribute: bool,
    /// The word or words that say it.
    pub word: String,
}

/// What a text says of its row; `None` if nothing.
pub fn said(text: &str) -> Option<Said> {
    let text = plain(text);
    if text.is_empty() {
        return None;
    }
    let asked = text.replace('?', " ");
    let all: Vec<&str> = words(&asked).collect();
    if let Some(word) = sample(&text, &all) {
        return Some(Said {
            state: State::Sample,
            whole: true,
            attribute: false,
            contrast: false,
            word,
        });
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
        [word] => FILLERS.contains(word) || (after.is_empty() && !CONTRAST.contains(word)),
        [word, verb] => FILLERS.contains(verb) && !CONTRAST.contains(word),
        _ => false,
    };
    let rest = after.is_empty()
        || gives_reason(after)
        || after.iter().all(|word| is_time(word))
        || (state == State::Planned && says_until(after));
    let contrast =
        after.iter().any(|word| CONTRAST.contains(word)) || text.contains('?') || others_too;
    let whole = subject && rest && !contrast && !attribute;
    let tells = whole
        || match state {
            // «Nytt möte planeras i maj» tells of the next one, «genomförd» of whatever.
            State::Planned => at == 0 && !matches!(all.get(at), Some(&"kommande" | &"upcoming")),
            State::CalledOff => at == 0 || !attribute,
            State::Held | State::Nothing | State::Sample => false,
        };
    tells.then(|| Said {
        state,
        whole,
        attribute,
        contrast,
        word: all.get(at..at + length).unwrap_or_default().join(" "),
    })
}

/// The state that a title over rows gives them: «Inställda vandringar», «Planerade», «Kommande aktiviteter 2025».
pub fn titled(text: &str) -> Option<State> {
    let text = plain(text);
    let all: Vec<&str> = words(&text).collect();
    if all.len() > 6 {
        return None;
    }
    let (at, (first, length)) = (0..all.len()).find_map(|at| Some((at, phrase(&all, at)?)))?;
    let others = (at + length..all.len())
        .any(|at| phrase(&all, at).is_some_and(|(other, _)| other != first));
    (at <= 1 && !others).then_some(first)
}

/// The state that a heading over marks is: «Genomförd», «Blev av?», «Inställd». «Klar» may be said of the report.
pub fn heading_state(heading: &str) -> Option<State> {
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

/// The phrase that begins at a word: what it says and how many words it has.
fn phrase(all: &[&str], at: usize) -> Option<(State, usize)> {
    let word = *all.get(at)?;
    let next = all.get(at + 1).copied().unwrap_or_default();
    let third = all.get(at + 2).copied().unwrap_or_default();
    if is_no(word) {
        return negated(all, at);
    }
    if is_no(next) && is_doing(word) {
        // «Blev inte av», «genomfördes ej», «hölls inte», «kunde inte genomföras».
        let with_verb =
            matches!(third, "av" | "rum" | "stånd") || is_done(third) || is_doing(third);
        return Some((State::CalledOff, if with_verb { 3 } else { 2 }))
            .filter(|_| with_verb || is_done(word));
    }
    if matches!(
        word,
        "ställs" | "ställdes" | "ställts" | "ställde" | "skjuts" | "sköts"
    ) && matches!(next, "in" | "upp")
    {
        return Some((State::CalledOff, 2));
    }
    if (word == "called" && next == "off") || (word == "did" && next == "not") {
        return Some((State::CalledOff, 2));
    }
    // «Utgår från torget» is where it begins.
    if is_called_off(word) && !matches!(next, "från" | "ifrån" | "ur") {
        return Some((State::CalledOff, 1));
    }
    if is_planned(word) {
        return Some((State::Planned, 1));
    }
    if is_done(word) {
        return Some((State::Held, 1));
    }
    None
}

fn is_no(word: &str) -> bool {
    matches!(
        word,
        "ej" | "inte" | "icke" | "aldrig" | "not" | "never" | "ännu"
    )
}

/// «Ej genomförd», «inte av», «ännu inte påbörjad», «not held»; «ej inställd» is held.
fn negated(all: &[&str], at: usize) -> Option<(State, usize)> {
    let rest = all.get(at + 1..).unwrap_or_default();
    let more = rest.iter().take_while(|word| is_no(word)).count();
    let word = *rest.get(more)?;
    let length = more + 2;
    let begins = |stems: &[&str]| stems.iter().any(|stem| word.starts_with(stem));
    if is_called_off(word) {
        Some((State::Held, length))
    } else if begins(&[
        "påbörja",
        "starta",
        "klar",
        "färdig",
        "avsluta",
        "begun",
        "started",
    ]) {
        Some((State::Planned, length)).filter(|_| at == 0)
    } else if word == "gjord" || word == "gjort" || word == "done" {
        Some((State::CalledOff, length)).filter(|_| at == 0)
    } else if is_done(word)
        || matches!(word, "av" | "aktuell" | "aktuellt") && at == 0 && length == all.len()
    {
        Some((State::CalledOff, length))
    } else {
        None
    }
}

/// Verbs that something is done by.
fn is_doing(word: &str) -> bool {
    is_done(word)
        || matches!(
            word,
            "blev"
                | "blir"
                | "kom"
                | "kunde"
                | "hann"
                | "ägde"
                | "gick"
                | "genomföra"
                | "genomföras"
                | "hållas"
                | "utföras"
                | "could"
                | "was"
        )
}

fn is_done(word: &str) -> bool {
    let ends = |stem: &str, ends: &[&str]| {
        word.strip_prefix(stem)
            .is_some_and(|rest| ends.contains(&rest))
    };
    ends("genomför", &["d", "t", "da", "des", "ts"])
        || ends("utför", &["d", "t", "da", "des", "ts"])
        || ends("avsluta", &["d", "t", "de", "des"])
        || ends("avklara", &["d", "t", "de", "des"])
        || matches!(
            word,
            "hållen"
                | "hållet"
                | "hållna"
                | "hölls"
                | "hållits"
                | "klar"
                | "klart"
                | "klara"
                | "gjord"
                | "gjort"
                | "gjorda"
                | "gjordes"
                | "färdig"
                | "färdigt"
                | "färdiga"
                | "held"
                | "done"
                | "completed"
                | "finished"
        )
}

fn is_called_off(word: &str) -> bool {
    let ends = |stem: &str, ends: &[&str]| {
        word.strip_prefix(stem)
            .is_some_and(|rest| ends.contains(&rest))
    };
    let verb = ["d", "t", "de", "des", "ts", "s"];
    ends("inställ", &["d", "t", "da", "des", "ts", "s"])
        || ends("avboka", &verb)
        || ends("avbeställ", &["d", "t", "da", "des", "ts"])
        || ends("avlys", &["t", "ta", "tes", "ts", "es"])
        || ends("uppskj", &["uten", "utet", "utna", "uts", "utits"])
        || ends("makulera", &verb)
        || ends("annullera", &verb)
        || ends("framflytta", &verb)
        || ends("senarelag", &["d", "t", "da", "des"])
        || ends("struk", &["en", "et", "na", "its"])
        || ends("återkalla", &verb)
        || ends("återta", &["gen", "get", "gna", "gits"])
        || ends("utg", &["år", "ick", "ått", "ången", "ånget", "ångna"])
        || ends("bort", &["fallen", "fallet", "föll", "faller", "fallna"])
        || matches!(
            word,
            "uppsköts" | "avsagd" | "avsagt" | "cancelled" | "canceled" | "postponed" | "withdrawn"
        )
}

fn is_planned(word: &str) -> bool {
    let ends = |stem: &str, ends: &[&str]| {
        word.strip_prefix(stem)
            .is_some_and(|rest| ends.contains(&rest))
    };
    ends("planera", &["d", "t", "de", "s"])
        || ends("inplanera", &["d", "t", "de"])
        || ends("planlag", &["d", "t", "da"])
        || ends("inboka", &["d", "t", "de"])
        || ends("schemalag", &["d", "t", "da"])
        || matches!(
            word,
            "planned" | "kommande" | "upcoming" | "scheduled" | "tbd" | "återstår"
        )
}

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
