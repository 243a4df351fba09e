//! A message on its way to the outbox: its id and its bytes.

use super::id::id;
use super::version_input::VersionInput;
use crate::deliver::email::{Message, message};
use crate::error::Error;
use crate::model::agreement::Role;
use crate::model::message::{MessageKind, OutboxMessage};
use crate::model::report::Artefact;
use crate::render::letter::Letter;

/// A message before it has bytes.
pub(super) struct NewMessage<'a> {
    pub(super) file: String,
    pub(super) kind: MessageKind,
    pub(super) name: &'a str,
    pub(super) role: Role,
    pub(super) address: &'a str,
    pub(super) edition: String,
    /// What its id is a hash of, besides agreement, period, kind, edition and address.
    pub(super) hash: &'a str,
    /// The hash that the first version of lofte made of the same, where it is another.
    pub(super) first: Option<&'a str>,
    pub(super) letter: Letter,
    pub(super) attached: Vec<Artefact>,
}

impl NewMessage<'_> {
    /// The message with its id, and its bytes. It is about no partner, and tells of no findings, until that is said.
    ///
    /// # Errors
    /// If the sender is no address, or the message cannot be composed.
    pub(super) fn finish(
        self,
        input: &VersionInput<'_>,
    ) -> Result<(OutboxMessage, Vec<u8>), Error> {
        let report = input.report;
        let id_of = |content: &str| {
            id(&[
                &report.agreement.id,
                &report.period.to_string(),
                self.kind.name(),
                &self.edition,
                &self.address.to_lowercase(),
                content,
            ])
        };
        let id = id_of(self.hash);
        let first_id = self.first.map(id_of);
        let bytes = message(&Message {
            sender: input.sender,
            name: self.name,
            address: self.address,
            subject: &self.letter.subject,
            text: &self.letter.text,
            html: &self.letter.html,
            attached: &self.attached,
            id: &id,
            language: input.wording.language(),
            diary_number: report.agreement.delivery.diary_number.as_deref(),
            as_of: report.as_of,
        })?;
        let outgoing = OutboxMessage {
            file: self.file,
            id,
            first_id,
            kind: self.kind,
            name: self.name.to_owned(),
            role: self.role,
            address: self.address.to_owned(),
            subject: Some(self.letter.subject),
            edition: self.edition,
            partner: None,
            attached: self.attached.into_iter().map(|file| file.name).collect(),
            reported: Vec::new(),
            thanked: Vec::new(),
            asked: Vec::new(),
        };
        Ok((outgoing, bytes))
    }
}
