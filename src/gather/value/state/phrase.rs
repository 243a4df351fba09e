//! Words and phrases that say whether something was held.

/// What a row can be said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum State {
    /// Done.
    Held,
    /// Still to come, or not done yet.
    Planned,
    /// Called off, postponed, not held.
    CalledOff,
    /// A template's sample or request to fill something in.
    Sample,
}

/// The phrase that begins at a word: what it says and how many words it has.
pub(super) fn phrase(all: &[&str], at: usize) -> Option<(State, usize)> {
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

pub(super) fn is_done(word: &str) -> bool {
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
