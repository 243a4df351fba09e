//! Writes a version: the full edition, the other editions that somebody gets, and the messages.

use std::collections::BTreeSet;

use super::letters;
use super::new_message::NewMessage;
use super::news::{News, news};
use super::version_input::VersionInput;
use crate::compose::{also_to, edition};
use crate::deliver::due::day_after;
use crate::error::Error;
use crate::model::agreement::{Audience, Recipient, Release};
use crate::model::edition::Edition;
use crate::model::finding::{Finding, Phrase, Severity};
use crate::model::message::{MessageKind, Outbox, OutboxMessage, SCHEMA};
use crate::model::report::{Artefact, Report, Reporting};
use crate::model::span::DateSpan;
use crate::render::letter::Addressee;
use crate::render::{DETAILS, PutFile, WriteBytes, in_memory, letter, render};
use crate::wording::Wording;

/// The list of what lies in an outbox.
pub(super) const LIST: &str = "outbox/outbox.json";

/// Writes every file of a version but its hashes, an edition at a time, as each may be large.
///
/// # Errors
/// If an edition or a message cannot be made, or a file cannot be written.
pub(crate) fn write(input: &VersionInput<'_>, put: PutFile<'_>) -> Result<(), Error> {
    let VersionInput {
        report, wording, ..
    } = *input;
    let recipients = &report.agreement.recipients;
    let mut audiences = vec![&Audience::Full];
    for recipient in recipients {
        if !audiences.contains(&&recipient.audience) {
            audiences.push(&recipient.audience);
        }
    }
    // By the recipient's place in the agreement, as the editions have another order.
    let mut list: Vec<(usize, OutboxMessage)> = Vec::new();
    for audience in audiences {
        let here = || {
            recipients
                .iter()
                .enumerate()
                .filter(|(_, recipient)| recipient.audience == *audience)
        };
        let attached = here()
            .flat_map(|(_, recipient)| &recipient.attach)
            .map(String::as_str)
            .collect();
        let made = EditionFiles::write(input, audience, attached, put)?;
        for (place, recipient) in here() {
            let file = file_name(place + 1, recipient);
            let delivery = &report.agreement.delivery;
            let waits = delivery.release == Release::AfterApproval
                && delivery.approver == Some(recipient.role);
            let draft = waits.then(|| (MessageKind::Draft, format!("draft-{file}")));
            for (kind, file) in draft.into_iter().chain([(MessageKind::Edition, file)]) {
                let (outgoing, bytes) = to(recipient, kind, &file, &made, input)?.finish(input)?;
                put_message(put, &outgoing, &bytes)?;
                list.push((place, outgoing));
            }
        }
    }
    list.sort_by_key(|(place, _)| *place);
    let mut messages: Vec<OutboxMessage> = list.into_iter().map(|(_, outgoing)| outgoing).collect();
    for (outgoing, bytes) in letters::letters(input)? {
        put_message(put, &outgoing, &bytes)?;
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
            .and_then(|day| day_after(report, day)),
        waits_for: waits_for(report, wording),
        messages,
    };
    let mut bytes = serde_json::to_vec_pretty(&outbox).map_err(|fault| Error::Render {
        what: "the outbox".to_owned(),
        fault: fault.to_string(),
    })?;
    bytes.push(b'\n');
    put(LIST, &mut |out| out.write_all(&bytes))
}

fn put_message(put: PutFile<'_>, message: &OutboxMessage, bytes: &[u8]) -> Result<(), Error> {
    put(&format!("outbox/{}", message.file), &mut |out| {
        out.write_all(bytes)
    })
}

/// An edition, its files that messages have attached, and what in it is news.
struct EditionFiles {
    edition: Edition,
    attached: Vec<Artefact>,
    news: News,
}

impl EditionFiles {
    /// Writes an edition's files into its folder, and keeps those that are to be attached.
    fn write(
        input: &VersionInput<'_>,
        audience: &Audience,
        attached: BTreeSet<&str>,
        put: PutFile<'_>,
    ) -> Result<EditionFiles, Error> {
        let as_sent = edition(input.as_sent, audience);
        let news = news(&as_sent)?;
        let edition = edition(input.report, audience);
        let folder = folder_of(audience);
        let mut kept: Vec<Artefact> = Vec::new();
        let mut keep = |name: &str, write: WriteBytes<'_>| {
            let whole = format!("{folder}{name}");
            let whole_page = name == DETAILS && attached.contains("report.html");
            if !attached.contains(name) && !whole_page {
                return put(&whole, write);
            }
            let file = in_memory(name, write)?;
            put(&whole, &mut |out| out.write_all(&file.bytes))?;
            kept.push(file);
            Ok(())
        };
        render(
            &edition,
            input.wording,
            input.templates,
            input.extent,
            &mut keep,
        )?;
        Ok(EditionFiles {
            attached: kept,
            edition,
            news,
        })
    }
}

/// The message to one recipient.
fn to<'a>(
    recipient: &'a Recipient,
    kind: MessageKind,
    file: &str,
    made: &'a EditionFiles,
    input: &VersionInput<'_>,
) -> Result<NewMessage<'a>, Error> {
    let VersionInput {
        report,
        wording,
        templates,
        ..
    } = *input;
    let edition = &made.edition;
    let attachments = letter::attachments(edition, &recipient.attach, &made.attached, wording);
    let addressee = Addressee {
        name: &recipient.name,
        also_to: &also_to(&report.agreement, recipient),
    };
    let letter = letter::render(edition, addressee, kind, &attachments, wording, templates)?;
    let attached = attachments.into_iter().filter_map(|one| {
        let file = made.attached.iter().find(|file| file.name == one.file)?;
        Some(Artefact {
            name: one.name,
            bytes: file.bytes.clone(),
        })
    });
    Ok(NewMessage {
        file: file.to_owned(),
        kind,
        name: &recipient.name,
        role: recipient.role,
        address: &recipient.address,
        edition: recipient.audience.label(),
        hash: &made.news.hash,
        first: made.news.first.as_deref(),
        attached: attached.collect(),
        letter,
    })
}

/// What a version that waits until it is complete waits for, which is all that partners are asked for: workbooks that are missing
/// or cannot be read, and what nobody has reported up to the period's end.
fn waits_for(report: &Report, wording: &Wording) -> Vec<String> {
    let is_error = |finding: &&Finding| finding.severity() == Severity::Error;
    let findings = report.findings.iter().filter(is_error);
    let unread = findings.map(|finding| {
        let is_partners = finding.place.workbook.is_some();
        let sheet = finding.place.sheet.clone().filter(|_| is_partners);
        let place = [&finding.place.workbook, &sheet];
        let place: Vec<&str> = place.into_iter().flatten().map(String::as_str).collect();
        format!("{} {}", place.join(", "), wording.message(finding))
            .trim()
            .to_owned()
    });
    unread.chain(unreported_by_all(report, wording)).collect()
}

/// What nobody has reported, a line a source.
fn unreported_by_all(report: &Report, wording: &Wording) -> Vec<String> {
    let mut sources: Vec<(&Reporting, Vec<DateSpan>)> = Vec::new();
    for row in report.reporting.iter().filter(|row| !row.received) {
        let same = sources
            .iter_mut()
            .find(|(first, _)| first.partner == row.partner && first.source == row.source);
        match same {
            Some((_, spans)) => spans.push(row.month),
            None => sources.push((row, vec![row.month])),
        }
    }
    let line = |(row, mut spans): (&Reporting, Vec<DateSpan>)| {
        spans.sort();
        let phrase = Phrase::new("ui-unreported")
            .with("partner", report.agreement.partner_name(&row.partner))
            .with("source", &row.source);
        wording.phrase(&phrase.with("months", wording.each_month(spans.into_iter())))
    };
    sources.into_iter().map(line).collect()
}

/// Where an edition's files are in the version's folder.
fn folder_of(audience: &Audience) -> String {
    match audience {
        Audience::Full => String::new(),
        Audience::Public => "public/".to_owned(),
        Audience::Partner(id) => format!("partners/{id}/"),
    }
}

/// `02-chair.eml`: in the agreement's order, without names.
fn file_name(number: usize, recipient: &Recipient) -> String {
    format!("{number:02}-{}.eml", recipient.role.name())
}
