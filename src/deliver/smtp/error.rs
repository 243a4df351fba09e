//! What can go wrong with a mail server, in words that say what to do.

use super::advice::{Advice, of_login, of_refusal, of_timeout, of_token, spaced};
use super::phase::Phase;
use super::reply::Reply;
use super::why::Why;
use crate::error::MailFault;
use crate::model::finding::Phrase;

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
        why: Why,
    },
    /// The settings name an authority's certificate that is none.
    #[error("the certificate {path} in ca cannot be used ({why}); it must be PEM")]
    NoAuthority {
        /// Its path.
        path: String,
        /// What is wrong.
        why: Why,
    },
    /// The server's certificate is not to be trusted.
    #[error(
        "the certificate of {host} is not trusted ({why}); check the server's name, or name its authority's certificate by ca in [mail]. Nothing was sent"
    )]
    Certificate {
        /// The server.
        host: String,
        /// What is wrong with it.
        why: Why,
    },
    /// The connection could not be encrypted.
    #[error(
        "the connection to {host} could not be encrypted ({why}); check port and security in [mail]. Nothing was sent"
    )]
    Encryption {
        /// The server.
        host: String,
        /// What happened.
        why: Why,
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
    #[error("{url} gives no token: {why}.{}", spaced(of_token(why)))]
    NoToken {
        /// Who was asked.
        url: String,
        /// Whether another try may go better.
        is_temporary: bool,
        /// What it answered.
        why: String,
    },
    /// The server refuses the login.
    #[error("the mail server refuses the login: {reply}. {}", of_login(reply))]
    LoginRefused {
        /// What it answered.
        reply: Reply,
    },
    /// The server refuses.
    #[error("the mail server refused {phase}: {reply}.{}", spaced(of_refusal(*phase, reply)))]
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
    #[error("the mail server did not answer within {seconds} seconds {phase}; {}", of_timeout(*phase))]
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
        why: Why,
    },
    /// What answers does not speak SMTP.
    #[error(
        "what the server answers {phase} is not SMTP ({why}); check server, port and security in [mail]"
    )]
    Protocol {
        /// Where.
        phase: Phase,
        /// What was strange.
        why: Why,
    },
    /// The ledger could not be written, so the message was not sent.
    #[error("the ledger could not be written, so the message was not sent")]
    Unrecorded,
}

impl SmtpError {
    /// It in the words of a language; what the server or the system said stands in it as it was said.
    pub(crate) fn phrase(&self) -> Phrase {
        let advised = |phrase: Phrase, advice: Option<Advice>| match advice {
            Some(advice) => phrase.with("advice", advice.phrase()),
            None => phrase.with("advice", "none"),
        };
        match self {
            SmtpError::Unreachable { server, why } => Phrase::new("smtp-unreachable")
                .with("server", server)
                .with("why", why),
            SmtpError::NoAuthority { path, why } => Phrase::new("smtp-no-authority")
                .with("path", path)
                .with("why", why),
            SmtpError::Certificate { host, why } => Phrase::new("smtp-certificate")
                .with("host", host)
                .with("why", why),
            SmtpError::Encryption { host, why } => Phrase::new("smtp-encryption")
                .with("host", host)
                .with("why", why),
            SmtpError::NoEncryption { host } => {
                Phrase::new("smtp-no-encryption").with("host", host)
            }
            SmtpError::Injected { host } => Phrase::new("smtp-injected").with("host", host),
            SmtpError::OpenLogin { host } => Phrase::new("smtp-open-login").with("host", host),
            SmtpError::NoLogin {
                host,
                kind,
                offered,
            } => Phrase::new("smtp-no-login")
                .with("host", host)
                .with("kind", *kind)
                .with("offered", offered),
            SmtpError::NoToken { url, why, .. } => advised(
                Phrase::new("smtp-no-token")
                    .with("url", url)
                    .with("why", why),
                of_token(why),
            ),
            SmtpError::LoginRefused { reply } => Phrase::new("smtp-login-refused")
                .with("reply", reply.to_string())
                .with("advice", of_login(reply).phrase()),
            SmtpError::Refused { phase, reply } => advised(
                Phrase::new("smtp-refused")
                    .with("phase", phase.phrase())
                    .with("reply", reply.to_string()),
                of_refusal(*phase, reply),
            ),
            SmtpError::TooLarge { size, limit } => Phrase::new("smtp-too-large")
                .with("size", *size)
                .with("limit", *limit),
            SmtpError::NoLetters => Phrase::new("smtp-no-letters"),
            SmtpError::Timeout { phase, seconds } => Phrase::new("smtp-timeout")
                .with("seconds", *seconds)
                .with("phase", phase.phrase())
                .with("advice", of_timeout(*phase).phrase()),
            SmtpError::ConnectionLost { phase, why } => Phrase::new("smtp-connection-lost")
                .with("phase", phase.phrase())
                .with("why", why),
            SmtpError::Protocol { phase, why } => Phrase::new("smtp-protocol")
                .with("phase", phase.phrase())
                .with("why", why),
            SmtpError::Unrecorded => Phrase::new("smtp-unrecorded"),
        }
    }

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

impl From<SmtpError> for MailFault {
    fn from(fault: SmtpError) -> MailFault {
        MailFault::new(fault.to_string(), fault.phrase())
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
