//! The messages of a version: who gets which edition, with what attached.

mod content;
pub(super) mod partners;

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::deliver::{Message, Sender, message};
use crate::error::Error;
use crate::model::agreement::{Edition, Recipient, Release, Role};
use crate::model::finding::{Code, Phrase, Severity};
use crate::model::message::{Kind, Outbox, Outgoing, SCHEMA};
use crate::model::report::{Artefact, Report};
use crate::model::span::DateSpan;
use crate::render::letter::Letter;
use crate::render::{Extent, Templates, json, letter, render};
use crate::wording::Wording;

use partners::{Due, Past};

/// The list of what lies in an outbox.
pub(super) const LIST: &str = "outbox/outbox.json";

/// Everything that a version's files are made from.
pub(super) struct Making<'a> {
    /// The report.
    pub(super) report: &'a Report,
    /// The same, were it sent on the day it is made for: that it is sent is no change to it.
    pub(super) as_sent: &'a Report,
    /// The words of its language.
    pub(super) wording: &'a Wording,
    /// The agreement's own templates.
    pub(super) templates: &'a Templates,
    /// Who mail comes from.
    pub(super) sender: &'a Sender,
    /// What letters have told partners before.
    pub(super) past: &'a Past,
    /// How much of it is made.
    pub(super) extent: Extent,
}

/// A message before it has bytes.
struct Draft<'a> {
    file: String,
    kind: Kind,
    name: &'a str,
    role: Role,
    address: &'a str,
    edition: String,
    /// What its id is a hash of, besides agreement, period, kind, edition and address.
    content: String,
    letter: Letter,
    attached: Vec<Artefact>,
}

/// Every file of a version but its hashes: the full edition, the other editions that somebody gets, and the messages.
///
/// # Errors
/// If an edition or a message cannot be made.
pub(super) fn artefacts(making: &Making<'_>) -> Result<Vec<Artefact>, Error> {
    let Making { report, wording, .. } = *making;
    let full = Made::new(making, &Edition::Full)?;
    let mut editions = BTreeMap::from([(String::new(), full)]);
    let (mut list, mut messages) = (Vec::new(), Vec::new());
    let mut add = |(outgoing, bytes): (Outgoing, Vec<u8>)| {
        messages.push(Artefact { name: format!("outbox/{}", outgoing.file), bytes });
        list.push(outgoing);
    };
    for (number, recipient) in report.agreement.recipients.iter().enumerate() {
        let folder = folder_of(&recipient.edition);
        if !editions.contains_key(&folder) {
            editions.insert(folder.clone(), Made::new(making, &recipient.edition)?);
        }
        let Some(made) = editions.get(&folder) else { continue };
        let file = file_name(number + 1, recipient);
        let delivery = &report.agreement.delivery;
        if delivery.release == Release::AfterApproval && delivery.approver == Some(recipient.role) {
            add(finish(making, to(recipient, Kind::Draft, &format!("draft-{file}"), made, making)?)?);
        }
        add(finish(making, to(recipient, Kind::Edition, &file, made, making)?)?);
    }
    for (outgoing, bytes) in partners::letters(making)? {
        add((outgoing, bytes));
    }
    let outbox = Outbox {
        schema: SCHEMA,
        agreement: report.agreement.id.clone(),
        period: report.period.to_string(),
        version: report.version,
        as_of: report.as_of,
        release: report.agreement.delivery.release,
        until: report.agreement.delivery.until.and_then(|day| Due::day_after(report, day)),
        waits_for: waits_for(report, wording),
        messages: list,
    };
    messages.push(Artefact { name: LIST.to_owned(), bytes: content::json(&outbox, "the outbox")? });
    let in_folder = |(folder, made): (String, Made)| {
        made.files.into_iter().map(move |file| Artefact { name: format!("{folder}{}", file.name), ..file })
    };
    Ok(editions.into_iter().flat_map(in_folder).chain(messages).collect())
}

/// An edition's files, and a hash of what in it is news.
struct Made {
    files: Vec<Artefact>,
    news: String,
}

impl Made {
    fn new(making: &Making<'_>, edition: &Edition) -> Result<Made, Error> {
        let files = render(making.report, edition, making.wording, making.templates, making.extent)?;
        let news = content::news(&json::render(making.as_sent, edition, making.wording)?)?;
        Ok(Made { files, news })
    }
}

/// The message to one recipient.
fn to<'a>(
    recipient: &'a Recipient,
    kind: Kind,
    file: &str,
    made: &Made,
    making: &Making<'_>,
) -> Result<Draft<'a>, Error> {
    let Making { report, wording, templates, .. } = *making;
    let attachments = letter::attachments(report, recipient, &made.files, wording);
    let letter = letter::render(report, recipient, kind, &attachments, wording, templates)?;
    let attached = attachments.into_iter().filter_map(|one| {
        let file = made.files.iter().find(|file| file.name == one.file)?;
        Some(Artefact { name: one.name, bytes: file.bytes.clone() })
    });
    Ok(Draft {
        file: file.to_owned(),
        kind,
        name: &recipient.name,
        role: recipient.role,
        address: &recipient.address,
        edition: recipient.edition.label(),
        content: made.news.clone(),
        attached: attached.collect(),
        letter,
    })
}

/// A message with its id and bytes.
fn finish(making: &Making<'_>, draft: Draft<'_>) -> Result<(Outgoing, Vec<u8>), Error> {
    let report = making.report;
    let id = content::id(&[
        &report.agreement.id,
        &report.period.to_string(),
        draft.kind.name(),
        &draft.edition,
        &draft.address.to_lowercase(),
        &draft.content,
    ]);
    let bytes = message(&Message {
        sender: making.sender,
        name: draft.name,
        address: draft.address,
        subject: &draft.letter.subject,
        text: &draft.letter.text,
        html: &draft.letter.html,
        attached: &draft.attached,
        id: &id,
        language: making.wording.language(),
        diary_number: report.agreement.delivery.diary_number.as_deref(),
        as_of: report.as_of,
    })?;
    let outgoing = Outgoing {
        file: draft.file,
        id,
        kind: draft.kind,
        name: draft.name.to_owned(),
        role: draft.role,
        address: draft.address.to_owned(),
        edition: draft.edition,
        partner: None,
        attached: draft.attached.into_iter().map(|file| file.name).collect(),
        told: Vec::new(),
        thanked: Vec::new(),
    };
    Ok((outgoing, bytes))
}

/// What a version that waits until it is complete waits for: workbooks that are missing or cannot be read, and months of
/// the period that nobody has reported.
fn waits_for(report: &Report, wording: &Wording) -> Vec<String> {
    let error = |code: Code| code.severity() == Severity::Error;
    let findings = report.findings.iter().filter(|finding| error(finding.code));
    let unread = findings.map(|finding| {
        let place = [&finding.place.workbook, &finding.place.sheet];
        let place: Vec<&str> = place.into_iter().flatten().map(String::as_str).collect();
        format!("{} {}", place.join(", "), wording.message(finding)).trim().to_owned()
    });
    let missing = report.reporting.iter().filter(|row| !row.received && row.month.overlaps(report.period.span));
    let missing = missing.map(|row| {
        let partner = report.agreement.partner_name(&row.partner);
        let months = wording.span(row.month);
        let phrase = Phrase::new("ui-silent").with("partner", partner).with("source", &row.source);
        wording.phrase(&phrase.with("months", months))
    });
    unread.chain(missing).collect()
}

/// Where an edition's files are in the version's folder.
fn folder_of(edition: &Edition) -> String {
    match edition {
        Edition::Full => String::new(),
        Edition::Public => "public/".to_owned(),
        Edition::Partner(id) => format!("partners/{id}/"),
    }
}

/// `02-chair.eml`: in the agreement's order, without names.
fn file_name(number: usize, recipient: &Recipient) -> String {
    format!("{number:02}-{}.eml", recipient.role.name())
}

/// The last day of a period's report, as a day of the month after it; the month's last where it has no such day.
pub(super) fn day_after(end: NaiveDate, day: u32) -> Option<NaiveDate> {
    let first = end.succ_opt()?;
    let month = DateSpan::month(first.year(), first.month())?;
    month.from.with_day(day).or(Some(month.to))
}
