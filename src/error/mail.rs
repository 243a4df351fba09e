//! Why mail could not be posted.

use std::fmt;

use crate::model::finding::Phrase;

/// Why mail could not be posted: in English, as logs and machines are told it, and in the words of a language.
#[derive(Clone, Debug, PartialEq)]
pub struct MailFault {
    english: String,
    phrase: Phrase,
}

impl MailFault {
    /// What is said in English, and the same as a phrase.
    pub(crate) fn new(english: impl Into<String>, phrase: Phrase) -> MailFault {
        MailFault {
            english: english.into(),
            phrase,
        }
    }

    pub(super) fn phrase(&self) -> Phrase {
        self.phrase.clone()
    }
}

impl fmt::Display for MailFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.english)
    }
}
