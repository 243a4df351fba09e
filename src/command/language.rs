//! The language that a command speaks on the terminal: one in all that it prints.

use std::collections::BTreeMap;
use std::env;
use std::sync::OnceLock;

use crate::error::Error;
use crate::model::agreement::ActivityKind;
use crate::wording::Wording;

/// Where neither anybody asks for a language nor an agreement is known; and of commands that speak English alone.
const USUAL: &str = "sv";
const OTHERWISE: &str = "en";

/// The variables that name the locale, the strongest first.
const LOCALE: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// What faults are told in: they may come before any agreement is known.
static FAULTS: OnceLock<SpokenLanguage> = OnceLock::new();

/// What was asked for; else English where the locale is English; else the agreement's own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct SpokenLanguage(Option<String>);

impl SpokenLanguage {
    /// What is asked for by name, else by the locale. Faults are told in it from here on.
    pub(crate) fn new(asked: Option<String>) -> SpokenLanguage {
        let locale = LOCALE.iter().filter_map(|name| env::var(name).ok());
        let spoken = SpokenLanguage(asked.or_else(|| english(locale)));
        FAULTS.get_or_init(|| spoken.clone());
        spoken
    }

    /// What faults are told in.
    pub(super) fn of_faults() -> Result<Wording, Error> {
        let tag = FAULTS.get().map_or(OTHERWISE, |spoken| spoken.tag(USUAL));
        Wording::new(tag, &BTreeMap::new())
    }

    /// Its words, with an agreement's own for its activities.
    ///
    /// # Errors
    /// If there is no such language.
    pub(super) fn wording(
        &self,
        agreement: &str,
        activities: &BTreeMap<String, ActivityKind>,
    ) -> Result<Wording, Error> {
        Wording::new(self.tag(agreement), activities)
    }

    /// Its tag, with an agreement in that language.
    pub(super) fn tag<'a>(&'a self, agreement: &'a str) -> &'a str {
        self.0.as_deref().unwrap_or(agreement)
    }

    /// What was asked for, by name or by the locale; empty if nothing was.
    pub(super) fn asked(&self) -> &str {
        self.tag("")
    }
}

/// English, where the first locale that says anything is.
fn english(mut locale: impl Iterator<Item = String>) -> Option<String> {
    let set = locale.find(|value| !value.is_empty())?;
    let language = set.split(['_', '.', '@', '-']).next();
    language.filter(|tag| *tag == "en").map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_english_locale_asks_for_english_and_others_for_the_agreements_own() {
        let facts: [(&[&str], Option<&str>); 7] = [
            (&["en_GB.UTF-8"], Some("en")),
            (&["", "en"], Some("en")),
            (&["sv_SE.UTF-8", "en_US.UTF-8"], None),
            (&["C.UTF-8"], None),
            (&["POSIX"], None),
            (&["end_ZZ"], None),
            (&[], None),
        ];
        for (values, language) in facts {
            let values = values.iter().map(|value| (*value).to_owned());
            assert_eq!(english(values).as_deref(), language);
        }
        let asked = SpokenLanguage(Some("en".to_owned()));
        assert_eq!(
            (asked.tag("sv"), SpokenLanguage(None).tag("sv")),
            ("en", "sv")
        );
    }
}
