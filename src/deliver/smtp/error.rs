//! What can go wrong with a mail server, in words that say what to do.

use std::fmt;

use super::reply::Reply;

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

/// Why the dialogue with a mail server came to nothing. Says what happened and what to do; holds no secret.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum SmtpError {
    /// The server cannot be reached.
    #[error(
        "the mail server {server} cannot be reached ({why}); check server and port in [mail], and the network"
    )]
    Unreachable {
        /// Name and port.
        server: String,
        /// What the system said.
        why: String,
    },
    /// The settings name an authority's certificate that is none.
    #[error("the certificate {path} in ca cannot be used ({why}); it must be PEM")]
    NoAuthority {
        /// Its path.
        path: String,
        /// What is wrong.
        why: String,
    },
    /// The server's certificate is not to be trusted.
    #[error(
        "the certificate of {host} is not trusted ({why}); check the server's name, or name its authority's certificate by ca in [mail]. Nothing was sent"
    )]
    Certificate {
        /// The server.
        host: String,
        /// What is wrong with it.
        why: String,
    },
    /// The connection could not be encrypted.
    #[error(
        "the connection to {host} could not be encrypted ({why}); check port and security in [mail]. Nothing was sent"
    )]
    Encryption {
        /// The server.
        host: String,
        /// What happened.
        why: String,
    },
    /// The server offers no encryption, and it is asked for.
    #[error(
        "{host} offers no STARTTLS, and without it nothing is sent; check the port, write security = \"tls\" for port 465, or ask whoever runs the server. Somebody between may have removed the offer"
    )]
    NoEncryption {
        /// The server.
        host: String,
    },
    /// Data came before the encryption that would have been taken for encrypted.
    #[error(
        "data was injected into the connection to {host} before it was encrypted; nothing was sent. Tell whoever runs the network"
    )]
    Injected {
        /// The server.
        host: String,
    },
    /// A login would not be encrypted.
    #[error(
        "the connection to {host} is not encrypted, and no password is sent over it; write security = \"starttls\" or \"tls\" in [mail], or remove user for a relay without login"
    )]
    OpenLogin {
        /// The server.
        host: String,
    },
    /// The server offers no way to log in that lofte knows.
    #[error(
        "{host} offers no login of the kind {kind} (it offers: {offered}); check port and login in [mail]"
    )]
    NoLogin {
        /// The server.
        host: String,
        /// PLAIN or LOGIN, XOAUTH2.
        kind: &'static str,
        /// What it offers.
        offered: String,
    },
    /// Nobody gives a token for the login.
    #[error("{url} gives no token: {why}.{}", token_advice(why))]
    NoToken {
        /// Who was asked.
        url: String,
        /// Whether another try may go better.
        is_temporary: bool,
        /// What it answered.
        why: String,
    },
    /// The server refuses the login.
    #[error("the mail server refuses the login: {reply}. {}", login_advice(reply))]
    LoginRefused {
        /// What it answered.
        reply: Reply,
    },
    /// The server refuses.
    #[error("the mail server refused {phase}: {reply}.{}", advice(*phase, reply))]
    Refused {
        /// Where.
        phase: Phase,
        /// What it answered.
        reply: Reply,
    },
    /// The message is larger than the server takes.
    #[error(
        "the message of {size} kB is larger than the {limit} kB that the server takes; attach fewer files in the agreement"
    )]
    TooLarge {
        /// Its size in kB.
        size: u64,
        /// What the server takes, in kB.
        limit: u64,
    },
    /// An address that the server cannot take.
    #[error(
        "the server takes no addresses with letters such as å, ä and ö; write one without them"
    )]
    NoLetters,
    /// The server did not answer in time.
    #[error("the mail server did not answer within {seconds} seconds {phase}; {}", timeout_advice(*phase))]
    Timeout {
        /// Where.
        phase: Phase,
        /// How long.
        seconds: u64,
    },
    /// The connection is gone.
    #[error("the connection to the mail server was lost {phase} ({why}); try again later")]
    ConnectionLost {
        /// Where.
        phase: Phase,
        /// What the system said.
        why: String,
    },
    /// What answers does not speak SMTP.
    #[error(
        "what the server answers {phase} is not SMTP ({why}); check server, port and security in [mail]"
    )]
    Protocol {
        /// Where.
        phase: Phase,
        /// What was strange.
        why: &'static str,
    },
    /// The ledger could not be written, so the message was not sent.
    #[error("the ledger could not be written, so the message was not sent")]
    Unrecorded,
}

impl SmtpError {
    /// Whether another try may go better, without anybody mending anything.
    pub(crate) fn is_temporary(&self) -> bool {
        match self {
            SmtpError::NoToken { is_temporary, .. } => *is_temporary,
            SmtpError::Unreachable { .. }
            | SmtpError::Timeout { .. }
            | SmtpError::ConnectionLost { .. } => true,
            SmtpError::Refused { reply, .. } | SmtpError::LoginRefused { reply } => {
                reply.is_temporary()
            }
            _ => false,
        }
    }

    /// Whether the same message with fewer files may be taken.
    pub(crate) fn is_too_large(&self) -> bool {
        match self {
            SmtpError::TooLarge { .. } => true,
            // A full mailbox has the same code as a large message, and another status.
            SmtpError::Refused { reply, .. } => {
                reply.says("5.3.4")
                    || reply.says("5.2.3")
                    || (matches!(reply.code, 552 | 523) && !reply.says("5.2.2"))
            }
            _ => false,
        }
    }
}

fn timeout_advice(phase: Phase) -> &'static str {
    match phase {
        // A server that waits to be encrypted waits for the first word, as we do.
        Phase::Greeting => {
            "check port and security in [mail] (port 465 wants \"tls\", others do not), or try again later"
        }
        Phase::Encryption => "check port and security in [mail], or try again later",
        _ => "try again later",
    }
}

/// What to do about what Microsoft Entra says; each has a row in docs/mail.md.
fn token_advice(why: &str) -> &'static str {
    let known = [
        (
            "AADSTS90002",
            " There is no such tenant: check tenant in [mail]",
        ),
        (
            "AADSTS700016",
            " The tenant knows no such application: check client_id in [mail]",
        ),
        (
            "AADSTS7000215",
            " The secret is wrong: its value is asked for, not its id",
        ),
        (
            "AADSTS7000222",
            " The secret has expired: make a new one for the application",
        ),
        (
            "AADSTS700027",
            " The certificate is not one of the application's: upload it there",
        ),
        ("AADSTS700024", " Check this machine's clock"),
    ];
    let found = known.iter().find(|(code, _)| why.contains(code));
    found.map_or("", |(_, advice)| advice)
}

fn login_advice(reply: &Reply) -> &'static str {
    match reply.code {
        400..500 => "It may be another later",
        _ if reply.says("5.7.139") && reply.text.contains("security defaults") => {
            "The tenant's security defaults forbid passwords: use token in [mail]"
        }
        _ if reply.says("5.7.139") || reply.text.to_lowercase().contains("disabled") => {
            "The mailbox may not send by SMTP: whoever runs the mail server must allow «authenticated SMTP» for it"
        }
        534 => "The server asks for another kind of login: an app password, or token in [mail]",
        _ if reply.says("5.7.30") || reply.text.contains("Basic authentication is") => {
            "The server takes no passwords any more: use token in [mail]"
        }
        _ if reply.says("5.7.3") => {
            "Check user and token in [mail]: the application needs SMTP.SendAsApp, and must be given the mailbox in Exchange"
        }
        _ => "Check user, and the password or token, in [mail]",
    }
}

fn advice(phase: Phase, reply: &Reply) -> &'static str {
    let text = reply.text.to_lowercase();
    match (phase, reply.code) {
        (_, 400..500) => " It may take it later",
        _ if ["5.2.252", "5.7.60"]
            .iter()
            .any(|status| reply.says(status)) =>
        {
            " The user may not send as from in [mail]: give it Send As for that mailbox in Exchange"
        }
        _ if ["5.7.57", "5.7.64"].iter().any(|status| reply.says(status)) => {
            " The server takes nothing without a login, or knows not this machine: write user and token in [mail]"
        }
        _ if reply.says("5.2.2") || text.contains("mailbox full") || text.contains("quota") => {
            " The recipient's mailbox is full: it must be emptied there"
        }
        _ if ["5.7.708", "5.7.750"]
            .iter()
            .any(|status| reply.says(status)) =>
        {
            " Microsoft 365 takes nothing from this tenant or network for now: its administrator must ask Microsoft"
        }
        _ if reply.says("5.4.1") || reply.says("5.1.10") => {
            " There is no such recipient: check the recipient's address in the agreement"
        }
        (_, 530) => " It asks for a login: write user and password in [mail]",
        (_, 552) | (_, 523) => {
            " The message is too large, or the mailbox full: attach fewer files in the agreement"
        }
        _ if reply.says("5.3.4") => {
            " The message is too large: attach fewer files in the agreement"
        }
        _ if text.contains("relay") => {
            " The server does not relay mail for this machine or this sender to there: log in, or ask whoever runs it to allow it"
        }
        (Phase::Sender, _) => {
            " Check from in [mail]: the server may only relay mail of addresses it knows"
        }
        (Phase::Recipient, 550 | 551 | 553) => " Check the recipient's address in the agreement",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_refused_is_explained() {
        let reply = |code, text: &str| Reply {
            code,
            text: text.to_owned(),
        };
        for (phase, reply, expected) in [
            (
                Phase::Recipient,
                reply(550, "5.1.1 no such user"),
                "address in the agreement",
            ),
            (
                Phase::Recipient,
                reply(554, "5.7.1 Relay access denied"),
                "does not relay mail for this machine",
            ),
            (
                Phase::Sender,
                reply(530, "5.7.0 Must issue login"),
                "user and password",
            ),
            (Phase::Sender, reply(552, "5.3.4 too big"), "fewer files"),
            (Phase::Recipient, reply(450, "4.2.0 Greylisted"), "later"),
            (
                Phase::Sender,
                reply(553, "5.7.1 not yours"),
                "from in [mail]",
            ),
        ] {
            let fault = SmtpError::Refused {
                phase,
                reply: reply.clone(),
            };
            assert!(
                fault.to_string().contains(expected) && fault.to_string().contains(&reply.text),
                "{fault}"
            );
            assert_eq!(fault.is_temporary(), reply.code == 450);
        }
        let fault = SmtpError::LoginRefused {
            reply: reply(535, "5.7.139 SmtpClientAuthentication is disabled"),
        };
        assert!(fault.to_string().contains("authenticated SMTP"), "{fault}");
    }
}
