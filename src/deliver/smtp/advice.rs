//! What to do about what a mail server says.

use std::fmt;

use super::phase::Phase;
use super::reply::Reply;
use crate::model::finding::Phrase;

/// What to do about what a mail server says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Advice {
    RetryLater,
    CheckSecurity,
    CheckPort,
    NoTenant,
    NoApplication,
    WrongSecret,
    SecretExpired,
    ForeignCertificate,
    CheckClock,
    LoginLater,
    SecurityDefaults,
    MayNotSend,
    OtherLogin,
    NoPasswords,
    SendAsApp,
    CheckLogin,
    TakenLater,
    SendAs,
    UnknownMachine,
    MailboxFull,
    AskMicrosoft,
    NoRecipient,
    NeedsLogin,
    LargeOrFull,
    TooLarge,
    NoRelay,
    CheckSender,
    CheckRecipient,
}

impl fmt::Display for Advice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Advice::RetryLater => "try again later",
            Advice::CheckSecurity => "check port and security in [mail] (port 465 wants \"tls\", others do not), or try again later",
            Advice::CheckPort => "check port and security in [mail], or try again later",
            Advice::NoTenant => "There is no such tenant: check tenant in [mail]",
            Advice::NoApplication => "The tenant knows no such application: check client_id in [mail]",
            Advice::WrongSecret => "The secret is wrong: its value is asked for, not its id",
            Advice::SecretExpired => "The secret has expired: make a new one for the application",
            Advice::ForeignCertificate => "The certificate is not one of the application's: upload it there",
            Advice::CheckClock => "Check this machine's clock",
            Advice::LoginLater => "It may be another later",
            Advice::SecurityDefaults => "The tenant's security defaults forbid passwords: use token in [mail]",
            Advice::MayNotSend => "The mailbox may not send by SMTP: whoever runs the mail server must allow «authenticated SMTP» for it",
            Advice::OtherLogin => "The server asks for another kind of login: an app password, or token in [mail]",
            Advice::NoPasswords => "The server takes no passwords any more: use token in [mail]",
            Advice::SendAsApp => "Check user and token in [mail]: the application needs SMTP.SendAsApp, and must be given the mailbox in Exchange",
            Advice::CheckLogin => "Check user, and the password or token, in [mail]",
            Advice::TakenLater => "It may take it later",
            Advice::SendAs => "The user may not send as from in [mail]: give it Send As for that mailbox in Exchange",
            Advice::UnknownMachine => "The server takes nothing without a login, or knows not this machine: write user and token in [mail]",
            Advice::MailboxFull => "The recipient's mailbox is full: it must be emptied there",
            Advice::AskMicrosoft => "Microsoft 365 takes nothing from this tenant or network for now: its administrator must ask Microsoft",
            Advice::NoRecipient => "There is no such recipient: check the recipient's address in the agreement",
            Advice::NeedsLogin => "It asks for a login: write user and password in [mail]",
            Advice::LargeOrFull => "The message is too large, or the mailbox full: attach fewer files in the agreement",
            Advice::TooLarge => "The message is too large: attach fewer files in the agreement",
            Advice::NoRelay => "The server does not relay mail for this machine or this sender to there: log in, or ask whoever runs it to allow it",
            Advice::CheckSender => "Check from in [mail]: the server may only relay mail of addresses it knows",
            Advice::CheckRecipient => "Check the recipient's address in the agreement",
        })
    }
}

impl Advice {
    /// Every one.
    pub(super) const ALL: [Advice; 28] = [
        Advice::RetryLater,
        Advice::CheckSecurity,
        Advice::CheckPort,
        Advice::NoTenant,
        Advice::NoApplication,
        Advice::WrongSecret,
        Advice::SecretExpired,
        Advice::ForeignCertificate,
        Advice::CheckClock,
        Advice::LoginLater,
        Advice::SecurityDefaults,
        Advice::MayNotSend,
        Advice::OtherLogin,
        Advice::NoPasswords,
        Advice::SendAsApp,
        Advice::CheckLogin,
        Advice::TakenLater,
        Advice::SendAs,
        Advice::UnknownMachine,
        Advice::MailboxFull,
        Advice::AskMicrosoft,
        Advice::NoRecipient,
        Advice::NeedsLogin,
        Advice::LargeOrFull,
        Advice::TooLarge,
        Advice::NoRelay,
        Advice::CheckSender,
        Advice::CheckRecipient,
    ];

    /// It in the words of a language.
    pub(super) fn phrase(self) -> Phrase {
        match self {
            Advice::RetryLater => Phrase::new("smtp-do-retry-later"),
            Advice::CheckSecurity => Phrase::new("smtp-do-check-security"),
            Advice::CheckPort => Phrase::new("smtp-do-check-port"),
            Advice::NoTenant => Phrase::new("smtp-do-no-tenant"),
            Advice::NoApplication => Phrase::new("smtp-do-no-application"),
            Advice::WrongSecret => Phrase::new("smtp-do-wrong-secret"),
            Advice::SecretExpired => Phrase::new("smtp-do-secret-expired"),
            Advice::ForeignCertificate => Phrase::new("smtp-do-foreign-certificate"),
            Advice::CheckClock => Phrase::new("smtp-do-check-clock"),
            Advice::LoginLater => Phrase::new("smtp-do-login-later"),
            Advice::SecurityDefaults => Phrase::new("smtp-do-security-defaults"),
            Advice::MayNotSend => Phrase::new("smtp-do-may-not-send"),
            Advice::OtherLogin => Phrase::new("smtp-do-other-login"),
            Advice::NoPasswords => Phrase::new("smtp-do-no-passwords"),
            Advice::SendAsApp => Phrase::new("smtp-do-send-as-app"),
            Advice::CheckLogin => Phrase::new("smtp-do-check-login"),
            Advice::TakenLater => Phrase::new("smtp-do-taken-later"),
            Advice::SendAs => Phrase::new("smtp-do-send-as"),
            Advice::UnknownMachine => Phrase::new("smtp-do-unknown-machine"),
            Advice::MailboxFull => Phrase::new("smtp-do-mailbox-full"),
            Advice::AskMicrosoft => Phrase::new("smtp-do-ask-microsoft"),
            Advice::NoRecipient => Phrase::new("smtp-do-no-recipient"),
            Advice::NeedsLogin => Phrase::new("smtp-do-needs-login"),
            Advice::LargeOrFull => Phrase::new("smtp-do-large-or-full"),
            Advice::TooLarge => Phrase::new("smtp-do-too-large"),
            Advice::NoRelay => Phrase::new("smtp-do-no-relay"),
            Advice::CheckSender => Phrase::new("smtp-do-check-sender"),
            Advice::CheckRecipient => Phrase::new("smtp-do-check-recipient"),
        }
    }
}

/// It behind a blank, where there is any.
pub(super) fn spaced(advice: Option<Advice>) -> String {
    advice.map_or_else(String::new, |advice| format!(" {advice}"))
}

/// What to do when a server does not answer.
pub(super) fn of_timeout(phase: Phase) -> Advice {
    match phase {
        // A server that waits to be encrypted waits for the first word, as we do.
        Phase::Greeting => Advice::CheckSecurity,
        Phase::Encryption => Advice::CheckPort,
        _ => Advice::RetryLater,
    }
}

/// What to do about what Microsoft Entra says; each has a row in docs/mail.md.
pub(super) fn of_token(why: &str) -> Option<Advice> {
    let known = [
        ("AADSTS90002", Advice::NoTenant),
        ("AADSTS700016", Advice::NoApplication),
        ("AADSTS7000215", Advice::WrongSecret),
        ("AADSTS7000222", Advice::SecretExpired),
        ("AADSTS700027", Advice::ForeignCertificate),
        ("AADSTS700024", Advice::CheckClock),
    ];
    let found = known.iter().find(|(code, _)| why.contains(code));
    found.map(|(_, advice)| *advice)
}

/// What to do about a login that is refused.
pub(super) fn of_login(reply: &Reply) -> Advice {
    match reply.code {
        400..500 => Advice::LoginLater,
        _ if reply.says("5.7.139") && reply.text.contains("security defaults") => {
            Advice::SecurityDefaults
        }
        _ if reply.says("5.7.139") || reply.text.to_lowercase().contains("disabled") => {
            Advice::MayNotSend
        }
        534 => Advice::OtherLogin,
        _ if reply.says("5.7.30") || reply.text.contains("Basic authentication is") => {
            Advice::NoPasswords
        }
        _ if reply.says("5.7.3") => Advice::SendAsApp,
        _ => Advice::CheckLogin,
    }
}

/// What to do about a refusal, where that is known.
pub(super) fn of_refusal(phase: Phase, reply: &Reply) -> Option<Advice> {
    let text = reply.text.to_lowercase();
    let says = |all: &[&str]| all.iter().any(|status| reply.says(status));
    Some(match (phase, reply.code) {
        (_, 400..500) => Advice::TakenLater,
        _ if says(&["5.2.252", "5.7.60"]) => Advice::SendAs,
        _ if says(&["5.7.57", "5.7.64"]) => Advice::UnknownMachine,
        _ if reply.says("5.2.2") || text.contains("mailbox full") || text.contains("quota") => {
            Advice::MailboxFull
        }
        _ if says(&["5.7.708", "5.7.750"]) => Advice::AskMicrosoft,
        _ if says(&["5.4.1", "5.1.10"]) => Advice::NoRecipient,
        (_, 530) => Advice::NeedsLogin,
        (_, 552 | 523) => Advice::LargeOrFull,
        _ if reply.says("5.3.4") => Advice::TooLarge,
        _ if text.contains("relay") => Advice::NoRelay,
        (Phase::Sender, _) => Advice::CheckSender,
        (Phase::Recipient, 550 | 551 | 553) => Advice::CheckRecipient,
        _ => return None,
    })
}
