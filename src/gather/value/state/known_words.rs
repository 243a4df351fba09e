//! Words that say whether something was held, and what a phrase of them says.

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

/// A phrase that says a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    pub(super) state: State,
    /// How many words it has.
    pub(super) length: usize,
    /// Whether it says so beyond doubt where it stands alone.
    pub(super) sure: bool,
    /// Whether it is the row's only where no other subject stands before it.
    pub(super) own_subject: bool,
}

impl Phrase {
    pub(super) fn new(state: State, length: usize) -> Phrase {
        Phrase {
            state,
            length,
            sure: true,
            own_subject: false,
        }
    }

    pub(super) fn unsure(self) -> Phrase {
        Phrase {
            sure: false,
            ..self
        }
    }

    pub(super) fn own_subject(self) -> Phrase {
        Phrase {
            own_subject: true,
            ..self
        }
    }
}

/// Words of who or what did not come.
pub(super) fn is_left_out(word: &str) -> bool {
    let ends = |stem: &str, ends: &[&str]| {
        word.strip_prefix(stem)
            .is_some_and(|rest| ends.contains(&rest))
    };
    ends("utebl", &["ev", "i", "ir", "ivit", "iven", "ivet", "ivna"])
        || matches!(word, "ströks" | "stryks")
        || ends("bordla", &["gd", "gt", "gda", "des", "gts"])
        || ends("slopa", &["d", "t", "de", "des", "ts"])
        || ends("skippa", &["d", "t", "de", "des", "ts"])
        || ends("överhoppa", &["d", "t", "de"])
}

/// Words of a row that ought not to be there.
pub(super) fn is_entered_wrongly(word: &str) -> bool {
    matches!(
        word,
        "dubblett"
            | "dubbelregistrerad"
            | "dubbelregistrering"
            | "dubbelförd"
            | "dubbelfört"
            | "dubbelräknad"
            | "dubbelräknat"
            | "testrad"
            | "duplicate"
    ) || ["felskriv", "felregistrer", "felinmat"]
        .iter()
        .any(|stem| word.starts_with(stem))
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

pub(super) fn is_called_off(word: &str) -> bool {
    let ends = |stem: &str, ends: &[&str]| {
        word.strip_prefix(stem)
            .is_some_and(|rest| ends.contains(&rest))
    };
    let verb = ["d", "t", "de", "des", "ts", "s"];
    ends("inställ", &["d", "t", "da", "des", "ts", "s", "as"])
        || ends("avboka", &verb)
        || ends("avbeställ", &["d", "t", "da", "des", "ts", "as"])
        || ends("avlys", &["t", "ta", "tes", "ts", "es", "as"])
        || ends("uppskj", &["uten", "utet", "utna", "uts", "utits", "utas"])
        || ends("makulera", &verb)
        || ends("annullera", &verb)
        || ends("framflytta", &verb)
        || ends("omboka", &verb)
        || ends("avblås", &["t", "ta", "tes", "ts", "es", "as"])
        || ends("senarelä", &["gga", "ggas", "ggs"])
        || ends("senarelag", &["d", "t", "da", "des"])
        || ends("struk", &["en", "et", "na", "its"])
        || word == "strykas"
        || ends("återkalla", &verb)
        || ends("återta", &["gen", "get", "gna", "gits", "s"])
        || ends("utg", &["å", "år", "ick", "ått", "ånget", "ångna"])
        || ends(
            "bort",
            &["fallen", "fallet", "föll", "faller", "fallna", "falla"],
        )
        || matches!(
            word,
            "uppsköts" | "avsagd" | "avsagt" | "cancelled" | "canceled" | "postponed" | "withdrawn"
        )
}

pub(super) fn is_planned(word: &str) -> bool {
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
