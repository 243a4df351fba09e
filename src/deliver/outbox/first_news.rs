//! Errors as the first version of lofte hashed them into the id of a message: with their cell, their explanation and a key
//! that is no longer used. Nothing new is built on this. It is there so that what that version has sent is known again under
//! the id in the ledger, and is not sent once more.

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::token_stream::write_value;
use crate::digest::hex;
use crate::model::finding::{Args, Finding, Novelty, Severity};

#[derive(Serialize)]
struct FirstError<'a> {
    code: &'static str,
    severity: Severity,
    workbook: Option<&'a str>,
    sheet: Option<&'a str>,
    cell: Option<&'a str>,
    args: Args,
    key: String,
    known: bool,
    explained: Option<&'a str>,
}

/// Hashes errors as the first version did.
///
/// # Errors
/// If one has no form in JSON.
pub(super) fn first_errors(
    errors: &[&Finding],
    hash: &mut Sha256,
) -> Result<(), serde_json::Error> {
    for error in errors {
        // A cell of the agreement's workbook is told as a line of its text is: not at all.
        let is_partners = error.place.workbook.is_some();
        let first = FirstError {
            code: error.code().name(),
            severity: error.severity(),
            workbook: error.place.workbook.as_deref(),
            sheet: error.place.sheet.as_deref().filter(|_| is_partners),
            cell: error.place.cell.as_deref().filter(|_| is_partners),
            args: error.args(),
            key: first_key(error),
            known: error.novelty != Novelty::New,
            explained: error.explanation.as_deref(),
        };
        write_value(&first, hash)?;
    }
    Ok(())
}

/// The key of an error in the first version: a hash of how Rust printed its code, place and arguments, which are all texts.
fn first_key(error: &Finding) -> String {
    let unexplained = Finding {
        explanation: None,
        ..error.clone()
    };
    let args: Vec<_> = unexplained.args().into_iter().collect();
    let place = &error.place;
    let sheet = place.sheet.clone().filter(|_| place.workbook.is_some());
    let words = (error.code().name(), &place.workbook, &sheet, args);
    hex(&Sha256::digest(format!("{words:?}"))[..8])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::finding::{FindingKind, ForeignFormat, Place};

    #[test]
    fn an_error_has_the_key_that_it_had_at_first() {
        let heading = FindingKind::MissingHeading {
            heading: "Antal besök".to_owned(),
            nearest: None,
        };
        let format = FindingKind::UnsupportedFormat {
            what: ForeignFormat::Other,
        };
        let missing = FindingKind::NoWorkbook {
            pattern: "kommunen/Möten.xlsx".to_owned(),
            partner: "Provköpings kommun".to_owned(),
        };
        for (kind, place, key) in [
            (
                heading,
                Place::sheet("kommunen/Besök.xlsx", "Blad1"),
                "7529562f0b36af42",
            ),
            (
                format,
                Place::workbook("polisen/Pass.xls"),
                "fe7a52b82fe441ac",
            ),
            (missing, Place::none(), "fa63e01fe9031378"),
        ] {
            let finding = Finding::new(kind, place);
            assert_eq!(first_key(&finding), key);
            assert_eq!(first_key(&finding.explained_by("så är det")), key);
        }
    }
}
