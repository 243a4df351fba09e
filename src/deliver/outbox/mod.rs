//! The messages of a version: who gets which edition, with what attached.

mod content;
mod news;
pub mod partners;

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use crate::deliver::{Message, Sender, message};
use crate::error::Error;
use crate::model::agreement::{Audience, Recipient, Release, Role};
use crate::model::finding::{Code, Phrase, Severity};
use crate::model::message::{MessageKind, Outbox, OutboxMessage, SCHEMA};
use crate::model::report::{Artefact, Report};
use crate::model::span::DateSpan;
use crate::render::letter::Letter;
use crate::render::{Extent, Pieces, Templates, Tray, json, letter, render};
use crate::wording::Wording;

use partners::{Due, Past};

/// The list of what lies in an outbox.
pub const LIST: &str = "outbox/outbox.json";

/// Everything that a version's files are made from.
pub struct Making<'a> {
    /// The report.
    pub report: &'a Report,
    /// The same without its rows, were it sent on the day it is made for: that it is sent is no change to it.
    pub as_sent: &'a Report,
    /// The words of its language.
    pub wording: &'a Wording,
    /// The agreement's own templates.
    pub templates: &'a Templates,
    /// Who mail comes from.
    pub sender: &'a Sender,
    /// What letters have told partners before.
    pub past: &'a Past,
    /// How much of it is made.
    pub extent: Extent,
}

/// A message before it has bytes.
struct Draft<'a> {
    file: String,
    kind: MessageKind,
    name: &'a str,
    role: Role,
    address: &'a str,
    edition: String,
    /// What its id is a hash of, besides agreement, period, kind, edition and address.
    content: String,
    letter: Letter,
    attached: Vec<Artefact>,
}

/// Lays every file of a version but its hashes: the full edition, the other editions that somebody gets, and the messages.
/// An edition at a time, as each may be large.
///
/// # Errors
/// If an edition or a message cannot be made, or a file cannot be laid.
pub fn make(making: &Making<'_>, tray: &mut dyn Tray) -> Result<(), Error> {
    let Making {
        report, wording, ..
    } = *making;
    let recipients = &report.agreement.recipients;
    let mut editions = vec![&Audience::Full];
    for recipient in recipients {
        if !editions.contains(&&recipient.audience) {
            editions.push(&recipient.audience);
        }
    }
    // By the recipient's place in the agreement, as the editions have another order.
    let mut list: Vec<(usize, OutboxMessage)> = Vec::new();
    for edition in editions {
        let here = || {
            recipients
                .iter()
                .enumerate()
                .filter(|(_, recipient)| recipient.audience == *edition)
        };
        let attached = here()
            .flat_map(|(_, recipient)| &recipient.attach)
            .map(String::as_str)
            .collect();
        let made = Made::new(making, edition, attached, tray)?;
        for (place, recipient) in here() {
            let file = file_name(place + 1, recipient);
            let delivery = &report.agreement.delivery;
            let waits = delivery.release == Release::AfterApproval
                && delivery.approver == Some(recipient.role);
            let draft = waits.then(|| (MessageKind::Draft, format!("draft-{file}")));
            for (kind, file) in draft.into_iter().chain([(MessageKind::Edition, file)]) {
                let (outgoing, bytes) = finish(making, to(recipient, kind, &file, &made, making)?)?;
                lay_message(tray, &outgoing, &bytes)?;
                list.push((place, outgoing));
            }
        }
    }
    list.sort_by_key(|(place, _)| *place);
    let mut messages: Vec<OutboxMessage> = list.into_iter().map(|(_, outgoing)| outgoing).collect();
    for (outgoing, bytes) in partners::letters(making)? {
        lay_message(tray, &outgoing, &bytes)?;
        messages.push(outgoing);
    }
    let outbox = Outbox {
        schema: SCHEMA,
        agreement: report.agreement.id.clone(),
        period: report.period.to_string(),
        version: report.version,
        as_of: report.as_of,
        release: report.agreement.delivery.release,
        until: report
            .agreement
            .delivery
            .until
            .and_then(|day| Due::day_after(report, day)),
        waits_for: waits_for(report, wording),
        messages,
    };
    let bytes = content::json(&outbox, "the outbox")?;
    tray.lay(LIST, &mut |out| out.write_all(&bytes))
}

fn lay_message(tray: &mut dyn Tray, message: &OutboxMessage, bytes: &[u8]) -> Result<(), Error> {
    tray.lay(&format!("outbox/{}", message.file), &mut |out| {
        out.write_all(bytes)
    })
}

/// The files of an edition that messages have attached, and a hash of what in it is news.
struct Made {
    attached: Vec<Artefact>,
    news: String,
}

impl Made {
    /// Makes an edition, lays its files, and keeps those that are attached.
    fn new(
        making: &Making<'_>,
        edition: &Audience,
        attached: BTreeSet<&str>,
        tray: &mut dyn Tray,
    ) -> Result<Made, Error> {
        let news = news::news(&json::render(making.as_sent, edition, making.wording)?)?;
        let mut keeping = Keeping {
            tray,
            folder: folder_of(edition),
            attached,
            kept: Vec::new(),
        };
        render(
            making.report,
            edition,
            making.wording,
            making.templates,
            making.extent,
            &mut keeping,
        )?;
        Ok(Made {
            attached: keeping.kept,
            news,
        })
    }
}

/// Lays an edition's files in its folder, and keeps a copy of those that are to be attached.
struct Keeping<'a> {
    tray: &'a mut dyn Tray,
    folder: String,
    attached: BTreeSet<&'a str>,
    kept: Vec<Artefact>,
}

impl Tray for Keeping<'_> {
    fn lay(&mut self, name: &str, pieces: Pieces<'_>) -> Result<(), Error> {
        let whole = format!("{}{name}", self.folder);
        if !self.attached.contains(name) {
            return self.tray.lay(&whole, pieces);
        }
        let before = self.kept.len();
        self.kept.lay(name, pieces)?;
        let kept = self.kept.iter().skip(before);
        self.tray.lay(&whole, &mut |out| {
            kept.clone().try_for_each(|file| out.write_all(&file.bytes))
        })
    }
}

/// The message to one recipient.
fn to<'a>(
    recipient: &'a Recipient,
    kind: MessageKind,
    file: &str,
    made: &Made,
    making: &Making<'_>,
) -> Result<Draft<'a>, Error> {
    let Making {
        report,
        wording,
        templates,
        ..
    } = *making;
    let attachments = letter::attachments(report, recipient, &made.attached, wording);
    let letter = letter::render(report, recipient, kind, &attachments, wording, templates)?;
    let attached = attachments.into_iter().filter_map(|one| {
        let file = made.attached.iter().find(|file| file.name == one.file)?;
        Some(Artefact {
            name: one.name,
            bytes: file.bytes.clone(),
        })
    });
    Ok(Draft {
        file: file.to_owned(),
        kind,
        name: &recipient.name,
        role: recipient.role,
        address: &recipient.address,
        edition: recipient.audience.label(),
        content: made.news.clone(),
        attached: attached.collect(),
        letter,
    })
}

/// A message with its id and bytes.
fn finish(making: &Making<'_>, draft: Draft<'_>) -> Result<(OutboxMessage, Vec<u8>), Error> {
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
    let outgoing = OutboxMessage {
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
        format!("{} {}", place.join(", "), wording.message(finding))
            .trim()
            .to_owned()
    });
    let missing = report
        .reporting
        .iter()
        .filter(|row| !row.received && row.month.overlaps(report.period.span));
    let missing = missing.map(|row| {
        let partner = report.agreement.partner_name(&row.partner);
        let months = wording.span(row.month);
        let phrase = Phrase::new("ui-silent")
            .with("partner", partner)
            .with("source", &row.source);
        wording.phrase(&phrase.with("months", months))
    });
    unread.chain(missing).collect()
}

/// Where an edition's files are in the version's folder.
fn folder_of(edition: &Audience) -> String {
    match edition {
        Audience::Full => String::new(),
        Audience::Public => "public/".to_owned(),
        Audience::Partner(id) => format!("partners/{id}/"),
    }
}

/// `02-chair.eml`: in the agreement's order, without names.
fn file_name(number: usize, recipient: &Recipient) -> String {
    format!("{number:02}-{}.eml", recipient.role.name())
}

/// The last day of a period's report, as a day of the month after it; the month's last where it has no such day.
pub fn day_after(end: NaiveDate, day: u32) -> Option<NaiveDate> {
    let first = end.succ_opt()?;
    let month = DateSpan::month(first.year(), first.month())?;
    month.from.with_day(day).or(Some(month.to))
}
