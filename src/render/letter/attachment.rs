//! The attachments of a letter.

use super::super::plain::one_line;
use crate::model::edition::Edition;
use crate::model::finding::Phrase;
use crate::model::report::Artefact;
use crate::wording::Wording;

/// The attachments, by the names the reader sees.
pub(super) fn attached(files: &[Attachment<'_>], wording: &Wording) -> Vec<String> {
    if files.is_empty() {
        return vec![wording.text("letter-attached-none")];
    }
    let sentence = |file: &Attachment<'_>| {
        let key = match file.file {
            "report.html" => "letter-attached-report-html",
            "report.pdf" => "letter-attached-report-pdf",
            "summary.xlsx" => "letter-attached-summary-xlsx",
            "follow-up.json" => "letter-attached-follow-up-json",
            _ => "letter-attached-other",
        };
        wording.phrase(&Phrase::new(key).with("name", one_line(&file.name)))
    };
    files.iter().map(sentence).collect()
}

/// A file of the version that is attached to a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Attachment<'a> {
    /// Its name in the version's folder.
    pub(crate) file: &'a str,
    /// The name the reader sees: «Uppföljning Kalix 2023-09.xlsx».
    pub name: String,
}

/// The files of an edition to be attached, as far as they were made.
pub(crate) fn attachments<'a>(
    edition: &Edition,
    attach: &'a [String],
    made: &[Artefact],
    wording: &Wording,
) -> Vec<Attachment<'a>> {
    let made = |name: &&String| made.iter().any(|file| file.name == **name);
    let named = |file: &'a String| Attachment {
        file,
        name: reader_name(file, edition, wording),
    };
    attach.iter().filter(made).map(named).collect()
}

/// A name without characters that file systems refuse.
fn reader_name(file: &str, edition: &Edition, wording: &Wording) -> String {
    let ending = file.rsplit('.').next().unwrap_or(file);
    let place = edition.agreement.municipality.trim_end_matches(" kommun");
    let whole = format!(
        "{} {place} {}",
        wording.text("attachment-name"),
        edition.period
    );
    let plain: String = one_line(&whole)
        .chars()
        .filter(|letter| !r#"\/:*?"<>|"#.contains(*letter))
        .collect();
    format!("{plain}.{ending}")
}
