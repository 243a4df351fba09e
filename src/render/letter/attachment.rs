//! The attachments of a letter.

use super::super::html::DETAILS;
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
            DETAILS => "letter-attached-details-html",
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

impl<'a> Attachment<'a> {
    fn under_own_name(file: &'a str) -> Attachment<'a> {
        Attachment {
            file,
            name: file.to_owned(),
        }
    }
}

/// The files of an edition to be attached, as far as they were made. A page in two is attached whole, under the names by which its
/// pages lead to each other.
pub(crate) fn attachments<'a>(
    edition: &Edition,
    attach: &'a [String],
    made: &[Artefact],
    wording: &Wording,
) -> Vec<Attachment<'a>> {
    let is_made = |name: &str| made.iter().any(|file| file.name == name);
    let in_two = is_made(DETAILS);
    let named = |file: &'a str| {
        if in_two && file == "report.html" {
            return vec![
                Attachment::under_own_name(file),
                Attachment::under_own_name(DETAILS),
            ];
        }
        vec![Attachment {
            file,
            name: reader_name(file, edition, wording),
        }]
    };
    let asked = attach.iter().map(String::as_str);
    asked.filter(|name| is_made(name)).flat_map(named).collect()
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
