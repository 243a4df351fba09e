//! What is said of one thing that was looked at.

use std::path::Path;

use crate::error::Error;
use crate::model::finding::Phrase;

/// How one thing stands.
pub(super) enum Standing {
    /// In place.
    Fine,
    /// Not in place, and the follow-up is made all the same.
    Note,
    /// What stops it, or leaves something out.
    Missing,
}

/// One thing that was looked at.
pub(super) struct Check {
    pub(super) standing: Standing,
    pub(super) what: Phrase,
    pub(super) remedy: Option<Phrase>,
}

impl Check {
    pub(super) fn fine(what: Phrase) -> Check {
        Check {
            standing: Standing::Fine,
            what,
            remedy: None,
        }
    }

    pub(super) fn note(what: Phrase, remedy: Phrase) -> Check {
        Check {
            standing: Standing::Note,
            what,
            remedy: Some(remedy),
        }
    }

    pub(super) fn missing(what: Phrase, remedy: Phrase) -> Check {
        Check {
            standing: Standing::Missing,
            what,
            remedy: Some(remedy),
        }
    }
}

/// What went wrong.
pub(super) fn fault(error: &Error) -> Phrase {
    Phrase::new("ui-doctor-fault").with("fault", error.told())
}

/// A path as it is shown.
pub(super) fn shown(path: &Path) -> String {
    path.display().to_string()
}
