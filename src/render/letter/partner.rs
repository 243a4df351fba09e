//! A partner's own letter: how its workbooks were read, what must be mended, what is missing and by when. No
//! verdicts, and nothing of other partners: it may be sent before the results are released.

use chrono::NaiveDate;
use serde::Serialize;

mod missing;
mod occasion;
mod said_before;
mod sections;

use self::missing::Missing;
pub(crate) use self::occasion::{EarlierFindings, Occasion};
use self::sections::{Section, findings, mend_section, missing_section, read_section, thanks};
use super::super::plain::one_line;
use super::super::template::{Escape, Templates};
use super::frame::{Letter, diary_number, sender};
use super::line::{Line, asks_for_work};
use crate::error::Error;
use crate::model::edition::Edition;
use crate::model::finding::{Finding, Phrase};
use crate::model::message::{ReportedFinding, reported};
use crate::text::capital;
use crate::wording::Wording;

/// The templates' names.
const TEXT: &str = "letter-partner.txt.hbs";
const HTML: &str = "letter-partner.html.hbs";

/// A partner's letter, and the findings and thanks in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PartnerLetter {
    pub(crate) letter: Letter,
    /// Every finding of the partner that needs action.
    pub(crate) present: Vec<ReportedFinding>,
    /// The keys of mended findings.
    pub(crate) thanked: Vec<String>,
    /// What is missing and asked for, in data and not in words: words change with the program, and what was asked for does not.
    pub(crate) asked: Vec<String>,
    /// What is missing of the period alone, as programs before this one said it.
    pub(crate) as_said_before: Vec<String>,
}

#[derive(Debug, Default, Serialize)]
struct View {
    lang: String,
    subject: String,
    kicker: String,
    title: String,
    period: String,
    greeting: String,
    intro: String,
    sections: Vec<Section>,
    sender: String,
    diary_number: String,
}

/// The addressee of a letter, and its occasion.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Addressed<'a> {
    pub partner: &'a str,
    /// The name in the greeting.
    pub name: &'a str,
    pub(crate) occasion: Occasion,
    /// The day its report is due.
    pub due: Option<NaiveDate>,
    /// The findings of earlier letters.
    pub(crate) earlier: &'a EarlierFindings,
}

/// Checks every name in the templates of a partner's letter against its fields.
///
/// # Errors
/// If one is invalid or names a field that does not exist.
pub(super) fn check(templates: &Templates) -> Result<(), Error> {
    let section = Section {
        lines: vec![Line::default()],
        ..Section::default()
    };
    let view = View {
        sections: vec![section],
        ..View::default()
    };
    templates.check(TEXT, &view)?;
    templates.check(HTML, &view)
}

///
/// # Errors
/// If a template is invalid.
pub(crate) fn render(
    edition: &Edition,
    addressed: Addressed<'_>,
    wording: &Wording,
    templates: &Templates,
) -> Result<PartnerLetter, Error> {
    let Addressed {
        partner,
        name,
        occasion,
        due,
        earlier,
    } = addressed;
    // Missing reports have a section of their own.
    let in_workbooks = findings(edition).filter(|finding| finding.place.workbook.is_some());
    let asked: Vec<&Finding> = in_workbooks
        .filter(|finding| asks_for_work(finding))
        .collect();
    let present = reported(&asked);
    let Missing { lines, asked: gaps } = Missing::new(edition, wording);
    let (thanks, thanked) = thanks(edition, earlier, &present, wording);
    let mut sections = Vec::from_iter(thanks);
    sections.extend(missing_section(&lines, due, edition.as_of, wording));
    sections.push(mend_section(&asked, &present, occasion, earlier, wording));
    if occasion == Occasion::Read {
        sections.push(read_section(edition, wording));
    }
    let (subject, intro) = head(edition, partner, occasion, due, present.len(), wording);
    let view = View {
        lang: wording.language().to_owned(),
        subject: one_line(&subject),
        kicker: wording.text("ui-kicker"),
        title: one_line(&edition.agreement.title),
        period: capital(&wording.period(&edition.period)),
        greeting: wording.phrase(&Phrase::new("letter-greeting").with("name", one_line(name))),
        intro,
        sections,
        sender: if occasion == Occasion::Read {
            sender(edition, wording)
        } else {
            unversioned(edition)
        },
        diary_number: diary_number(edition, wording),
    };
    let letter = Letter {
        text: templates.fill(TEXT, Escape::Nothing, wording, &view)?,
        html: templates.fill(HTML, Escape::Html, wording, &view)?,
        subject: view.subject,
    };
    Ok(PartnerLetter {
        letter,
        present,
        thanked,
        asked: gaps,
        as_said_before: said_before::missing(edition, wording),
    })
}

/// The signature of a letter that belongs to no version.
fn unversioned(edition: &Edition) -> String {
    format!(
        "{} · {}",
        edition.agreement.municipality, edition.agreement.police_area
    )
}

/// The subject and the introduction.
fn head(
    edition: &Edition,
    partner: &str,
    occasion: Occasion,
    due: Option<NaiveDate>,
    mend: usize,
    wording: &Wording,
) -> (String, String) {
    let (subject, intro) = match (occasion, due) {
        (Occasion::Read, _) => ("letter-partner-subject", "letter-partner-intro"),
        (Occasion::Before, Some(_)) => ("letter-reminder-subject-before", "letter-reminder-before"),
        (Occasion::Before, None) | (Occasion::After, _) => {
            ("letter-reminder-subject-after", "letter-reminder-after")
        }
    };
    let phrase = |key| {
        Phrase::new(key)
            .with("partner", edition.partner_name(partner))
            .with("title", one_line(&edition.agreement.title))
            .with("period", wording.period(&edition.period))
            .with("day", edition.as_of)
            .with("due", due.unwrap_or(edition.as_of))
            .with("mend", mend)
    };
    (
        wording.phrase(&phrase(subject)),
        wording.phrase(&phrase(intro)),
    )
}

#[cfg(test)]
mod tests;
