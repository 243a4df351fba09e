//! The messages of a version: who gets which edition, with what attached.

use std::collections::BTreeMap;

use crate::deliver::{Message, message};
use crate::error::Error;
use crate::model::agreement::{Edition, Recipient, Role};
use crate::model::report::{Artefact, Report};
use crate::render::{Templates, letter, render};
use crate::wording::Wording;

/// Every file of a version but its hashes: the full edition, the other editions that somebody gets, and the messages.
///
/// # Errors
/// If an edition or a message cannot be made.
pub(super) fn artefacts(report: &Report, wording: &Wording, templates: &Templates) -> Result<Vec<Artefact>, Error> {
    let mut editions = BTreeMap::from([(String::new(), render(report, &Edition::Full, wording, templates)?)]);
    let mut messages = Vec::new();
    for (number, recipient) in report.agreement.recipients.iter().enumerate() {
        let edition = edition_of(recipient);
        let folder = folder_of(&edition);
        if !editions.contains_key(&folder) {
            editions.insert(folder.clone(), render(report, &edition, wording, templates)?);
        }
        let files = editions.get(&folder).map(Vec::as_slice).unwrap_or_default();
        messages.push(Artefact {
            name: format!("outbox/{}", file_name(number + 1, recipient)),
            bytes: to(recipient, &folder, report, files, wording, templates)?,
        });
    }
    let in_folder = |(folder, files): (String, Vec<Artefact>)| {
        files.into_iter().map(move |file| Artefact { name: format!("{folder}{}", file.name), ..file })
    };
    Ok(editions.into_iter().flat_map(in_folder).chain(messages).collect())
}

/// The message to one recipient.
fn to(
    recipient: &Recipient,
    folder: &str,
    report: &Report,
    files: &[Artefact],
    wording: &Wording,
    templates: &Templates,
) -> Result<Vec<u8>, Error> {
    let attachments = letter::attachments(report, recipient, files, wording);
    for name in recipient.attach.iter().filter(|name| !attachments.iter().any(|one| one.file == **name)) {
        tracing::warn!(file = name, to = recipient.name, "no such file is made; it is not attached");
    }
    let letter = letter::render(report, recipient, &attachments, wording, templates)?;
    let attached: Vec<Artefact> = attachments
        .into_iter()
        .filter_map(|one| {
            let file = files.iter().find(|file| file.name == one.file)?;
            Some(Artefact { name: one.name, bytes: file.bytes.clone() })
        })
        .collect();
    message(&Message {
        sender: &report.agreement.municipality,
        name: &recipient.name,
        address: &recipient.address,
        subject: &letter.subject,
        text: &letter.text,
        html: &letter.html,
        attached: &attached,
        about: &format!("{} {} {folder}", report.agreement.id, report.period),
        as_of: report.as_of,
    })
}

fn edition_of(recipient: &Recipient) -> Edition {
    match (&recipient.edition, &recipient.partner) {
        (Edition::Partner(id), Some(partner)) if id.is_empty() => Edition::Partner(partner.clone()),
        (edition, _) => edition.clone(),
    }
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
    let role = match recipient.role {
        Role::Chief => "chief",
        Role::Council => "council",
        Role::Chair => "chair",
        Role::Partner => "partner",
        Role::Registrar => "registrar",
        Role::Web => "web",
    };
    format!("{number:02}-{role}.eml")
}
