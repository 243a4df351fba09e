//! What the ledger keeps of an answer, told in the words of a language: the server's own words stay, and lofte's around them, which
//! are kept in English, are told as they would be today.

use super::smtp::SmtpError;
use crate::model::finding::{Arg, Phrase};

/// An answer that the ledger keeps. One that holds nothing of lofte's stays as it was said.
pub(crate) fn answer_as_told(kept: &str) -> Arg {
    if let Some(name) = kept.strip_prefix(LAID) {
        return Phrase::new("delivery-laid").with("name", name).into();
    }
    if let Some((reply, names)) = kept.rsplit_once(WITHOUT) {
        return Phrase::new("delivery-taken-without")
            .with("reply", reply)
            .with("names", names)
            .into();
    }
    match SmtpError::as_kept(kept) {
        Some(fault) => fault.phrase().into(),
        None => kept.into(),
    }
}

/// How the ledger keeps that a message lies in a folder, and that it was taken without some of its files.
const LAID: &str = "laid in the folder as ";
const WITHOUT: &str = "; taken without ";

/// What the ledger keeps of a message that lies in a folder under that name.
pub(super) fn laid_as(name: &str) -> String {
    format!("{LAID}{name}")
}

/// What the ledger keeps of a message that was taken without those files.
pub(super) fn taken_without(reply: &str, names: &str) -> String {
    format!("{reply}{WITHOUT}{names}")
}
