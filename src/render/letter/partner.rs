//! A partner's own letter: what was read and how, what must be mended, what is missing and by when. No verdicts, and
//! nothing of other partners: it may go before the results are released.

use chrono::NaiveDate;
use serde::Serialize;

mod occasion;
mod sections;

pub(crate) use self::occasion::{EarlierFindings, Occasion};
use self::sections::{
    Section, findings, mend_section, missing, missing_section, read_section, thanks,
};
use super::super::plain::one_line;
use super::super::template::{Escape, Templates};
use super::frame::{Letter, diary_number, sender};
use super::line::{Line, asks_for_work};
use crate::error::Error;
use crate::model::edition::Edition;
use crate::model::finding::{Finding, Phrase};
use crate::model::message::{ReportedFinding, reported};
use crate::wording::{Wording, capital};

/// The templates' names.
const TEXT: &str = "letter-partner.txt.hbs";
const HTML: &str = "letter-partner.html.hbs";

/// A partner's letter, and what it tells and thanks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PartnerLetter {
    /// The letter.
    pub(crate) letter: Letter,
    /// Every finding of the partner's that asks for work.
    pub(crate) present: Vec<ReportedFinding>,
    /// The mended findings it thanks for.
    pub(crate) thanked: Vec<String>,
    /// What is missing, a line a source.
    pub missing: Vec<String>,
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

/// To whom a letter goes, and why.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Addressed<'a> {
    /// The partner's id.
    pub partner: &'a str,
    /// Who is greeted.
    pub name: &'a str,
    /// Why.
    pub(crate) occasion: Occasion,
    /// The day its report is due.
    pub due: Option<NaiveDate>,
    /// What earlier letters have told.
    pub(crate) earlier: &'a EarlierFindings,
}

/// Holds every name in the templates of a partner's letter against what such a letter has.
///
/// # Errors
/// If one is broken or asks for what is not there.
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

/// The letter to one partner.
///
/// # Errors
/// If a template is broken.
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
    // What has not come stands in a section of its own.
    let in_workbooks = findings(edition).filter(|finding| finding.place.workbook.is_some());
    let asked: Vec<&Finding> = in_workbooks
        .filter(|finding| asks_for_work(finding))
        .collect();
    let present = reported(&asked);
    let missing = missing(edition, occasion, wording);
    let (thanks, thanked) = thanks(edition, earlier, &present, wording);
    let mut sections = Vec::from_iter(thanks);
    sections.extend(missing_section(&missing, due, edition.as_of, wording));
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
        missing,
    })
}

/// Who stands under a letter that belongs to no version.
fn unversioned(edition: &Edition) -> String {
    format!(
        "{} · {}",
        edition.agreement.municipality, edition.agreement.police_area
    )
}

/// The subject, and what the letter is about.
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
