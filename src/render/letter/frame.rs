//! The parts of every letter.

use crate::model::edition::Edition;
use crate::model::finding::Phrase;
use crate::wording::Wording;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Letter {
    pub(crate) subject: String,
    pub text: String,
    pub(crate) html: String,
}

/// Who signs the letter.
pub(super) fn sender(edition: &Edition, wording: &Wording) -> String {
    let agreement = &edition.agreement;
    let version = Phrase::new("letter-version").with("version", edition.version.to_string());
    format!(
        "{} · {} · {}",
        agreement.municipality,
        agreement.police_area,
        wording.phrase(&version)
    )
}

/// The registrar's number; empty if there is none.
pub(super) fn diary_number(edition: &Edition, wording: &Wording) -> String {
    let number = edition.agreement.diary_number.as_ref();
    number
        .map(|number| wording.phrase(&Phrase::new("letter-diary-number").with("number", number)))
        .unwrap_or_default()
}
