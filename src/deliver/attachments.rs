//! Files that recipients are to have.

use crate::model::agreement::{Agreement, Recipient};
use crate::model::finding::{Finding, FindingKind, Place};
use crate::render::FILES;

/// Files that a recipient is to have and that no version holds.
pub(crate) fn missing_attachments(agreement: &Agreement) -> Vec<Finding> {
    // What nobody has asked for by name goes as far as it is made.
    let named = agreement
        .recipients
        .iter()
        .filter(|recipient| recipient.attach != Recipient::USUALLY_ATTACHED);
    let asked = named.flat_map(|recipient| {
        let missing = recipient
            .attach
            .iter()
            .filter(|name| !FILES.contains(&name.as_str()));
        missing.map(move |name| (recipient, name))
    });
    let finding = |(recipient, name): (&Recipient, &String)| {
        let kind = FindingKind::MissingAttachment {
            file: name.clone(),
            role: recipient.role,
        };
        Finding::new(kind, Place::none())
    };
    asked.map(finding).collect()
}
