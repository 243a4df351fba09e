//! What a mail server answers (RFC 5321, 4.2).

use std::fmt;

/// A code of three digits and words without control characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reply {
    /// 250, 450, 550 …
    pub code: u16,
    /// The words.
    pub text: String,
}

impl Reply {
    /// Whether it may agree later.
    pub(crate) fn is_temporary(&self) -> bool {
        (400..500).contains(&self.code)
    }

    /// Whether the command has been done; 3xx asks for more.
    pub(super) fn is_success(&self) -> bool {
        self.code / 100 == 2
    }

    /// The words on one line, for the ledger.
    pub(super) fn on_one_line(self) -> Reply {
        Reply {
            text: self.text.replace('\n', " "),
            ..self
        }
    }

    /// Whether the words hold this enhanced status («5.7.1»).
    pub(super) fn says(&self, status: &str) -> bool {
        self.text
            .split_whitespace()
            .any(|word| word.trim_end_matches([':', ',', ';']) == status)
    }
}

impl fmt::Display for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.code, self.text)
    }
}
