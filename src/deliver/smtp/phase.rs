//! Where in the dialogue with a mail server something happens.

use std::fmt;

use crate::model::finding::Phrase;

/// Where in the dialogue with a mail server something happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Phase {
    /// The server greets.
    Greeting,
    /// Both say who they are.
    Hello,
    /// The connection becomes encrypted.
    Encryption,
    /// The user logs in.
    Login,
    /// The sender is named.
    Sender,
    /// The recipient is named.
    Recipient,
    /// The message is announced.
    Data,
    /// The message itself is sent.
    Content,
}

impl fmt::Display for Phase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Phase::Greeting => "at the greeting",
            Phase::Hello => "at EHLO",
            Phase::Encryption => "while starting encryption",
            Phase::Login => "at the login",
            Phase::Sender => "at the sender's address",
            Phase::Recipient => "at the recipient's address",
            Phase::Data => "at DATA",
            Phase::Content => "while the message was sent",
        })
    }
}

impl Phase {
    /// Every one.
    pub(super) const ALL: [Phase; 8] = [
        Phase::Greeting,
        Phase::Hello,
        Phase::Encryption,
        Phase::Login,
        Phase::Sender,
        Phase::Recipient,
        Phase::Data,
        Phase::Content,
    ];

    /// It in the words of a language.
    pub(super) fn phrase(self) -> Phrase {
        match self {
            Phase::Greeting => Phrase::new("smtp-at-greeting"),
            Phase::Hello => Phrase::new("smtp-at-hello"),
            Phase::Encryption => Phrase::new("smtp-at-encryption"),
            Phase::Login => Phrase::new("smtp-at-login"),
            Phase::Sender => Phrase::new("smtp-at-sender"),
            Phase::Recipient => Phrase::new("smtp-at-recipient"),
            Phase::Data => Phrase::new("smtp-at-data"),
            Phase::Content => Phrase::new("smtp-at-content"),
        }
    }
}
