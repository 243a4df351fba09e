//! A session with a mail server: greeted, encrypted, logged in; then messages, one at a time, phase by phase, so that it is
//! known of each whether the server can have taken it.

use std::time::Duration;

use super::auth::Credentials;
use super::connection::Connection;
use super::error::SmtpError;
use super::message::{AttemptOutcome, Envelope, stuffed};
use super::phase::Phase;
use super::reply::Reply;
use super::tls::client_config;
use super::why::Why;
use crate::deliver::ascii::{ascii_address, ascii_domain};
use crate::model::settings::{MailServer, Security};

/// Everything that a session needs.
#[derive(Clone, Debug)]
pub(crate) struct Endpoint<'a> {
    /// The server.
    pub(crate) server: &'a MailServer,
    /// Who logs in.
    pub(crate) credentials: Option<Credentials>,
    /// The authority's certificate that the settings name, in PEM.
    pub(crate) authority: Option<Vec<u8>>,
    /// The address that mail comes from, and to which servers send what does not arrive.
    pub from: &'a str,
}

/// A session with a mail server.
pub(crate) struct Session {
    connection: Connection,
    /// What the server offers, as it wrote it.
    offers: Vec<String>,
    from: String,
    is_over: bool,
}

impl Session {
    /// Greets, encrypts, logs in.
    ///
    /// # Errors
    /// If any of that fails; nothing of any message has been sent then.
    pub(crate) fn open(endpoint: &Endpoint<'_>) -> Result<Session, SmtpError> {
        let server = endpoint.server;
        let tls = if server.security == Security::Plain {
            None
        } else {
            Some(client_config(server, endpoint.authority.as_deref())?)
        };
        let host = ascii_domain(&server.host);
        let mut connection = Connection::connect(
            &host,
            server.port,
            Duration::from_secs(server.timeout),
            endpoint
                .credentials
                .as_ref()
                .map(Credentials::secrets)
                .unwrap_or_default(),
        )?;
        if let (Security::Tls, Some(tls)) = (server.security, &tls) {
            connection.encrypt(tls.clone(), Phase::Encryption)?;
        }
        let mut session = Session {
            connection,
            offers: Vec::new(),
            from: ascii_address(endpoint.from),
            is_over: false,
        };
        positive(
            session.connection.read_reply(Phase::Greeting)?,
            Phase::Greeting,
        )?;
        let hello = server
            .hello
            .as_deref()
            .or_else(|| endpoint.from.rsplit('@').next())
            .unwrap_or("localhost");
        let hello = &ascii_domain(hello);
        session.hello(hello)?;
        let wanted = matches!(
            server.security,
            Security::Starttls | Security::StarttlsIfOffered
        );
        if let Some(tls) = tls.filter(|_| wanted && session.offer("STARTTLS").is_some()) {
            positive(
                session
                    .connection
                    .command("STARTTLS\r\n", Phase::Encryption)?,
                Phase::Encryption,
            )?;
            session.connection.encrypt(tls, Phase::Encryption)?;
            // What was offered before the encryption may have been anybody's word.
            session.hello(hello)?;
        } else if server.security == Security::Starttls {
            return Err(SmtpError::NoEncryption {
                host: server.host.clone(),
            });
        }
        if let Some(credentials) = &endpoint.credentials {
            if !session.connection.is_encrypted() {
                return Err(SmtpError::OpenLogin {
                    host: server.host.clone(),
                });
            }
            session.log_in(credentials, &server.host)?;
        }
        Ok(session)
    }

    /// Whether nobody else can read what is sent.
    pub(crate) fn is_encrypted(&self) -> bool {
        self.connection.is_encrypted()
    }

    /// The largest message that the server says it takes, in bytes; none if it does not say.
    pub(crate) fn size_limit(&self) -> Option<u64> {
        self.offer("SIZE")
            .and_then(|limit| limit.trim().parse().ok())
            .filter(|limit| *limit > 0)
    }

    /// Whether nothing more can be posted in it.
    pub(crate) fn is_over(&self) -> bool {
        self.is_over
    }

    fn hello(&mut self, name: &str) -> Result<(), SmtpError> {
        let reply = self
            .connection
            .command(&format!("EHLO {name}\r\n"), Phase::Hello)?;
        let reply = if reply.code / 100 == 5 {
            // A server of the oldest kind: it offers nothing.
            self.connection
                .command(&format!("HELO {name}\r\n"), Phase::Hello)?
        } else {
            reply
        };
        let reply = positive(reply, Phase::Hello)?;
        self.offers = reply.text.lines().skip(1).map(str::to_owned).collect();
        Ok(())
    }

    /// What follows the name of something that the server offers, each time it says so.
    fn offered(&self, name: &str) -> impl Iterator<Item = &str> {
        self.offers.iter().filter_map(move |offer| {
            let (word, rest) = offer.split_once([' ', '=']).unwrap_or((offer, ""));
            word.eq_ignore_ascii_case(name).then_some(rest)
        })
    }

    /// The same, the first time.
    fn offer(&self, name: &str) -> Option<&str> {
        self.offered(name).next()
    }

    fn log_in(&mut self, credentials: &Credentials, host: &str) -> Result<(), SmtpError> {
        // Old servers say it twice: «AUTH GSSAPI» and «AUTH=LOGIN».
        let offered = self.offered("AUTH").collect::<Vec<_>>().join(" ");
        let mut reply = Reply {
            code: 334,
            text: String::new(),
        };
        for command in credentials.commands(host, &offered)? {
            if reply.code == 334 {
                reply = self
                    .connection
                    .command(&format!("{command}\r\n"), Phase::Login)?;
            }
        }
        if reply.is_success() {
            Ok(())
        } else {
            Err(SmtpError::LoginRefused {
                reply: reply.on_one_line(),
            })
        }
    }

    /// Posts a message. `before_end` is called when all but the end of it has been sent: if it fails, the
    /// message is not ended and the server does not take it.
    pub(crate) fn post(
        &mut self,
        envelope: &Envelope<'_>,
        before_end: &mut dyn FnMut() -> Result<(), crate::error::Error>,
    ) -> AttemptOutcome {
        let outcome = self.transmit(envelope, before_end);
        self.is_over |= matches!(
            outcome,
            AttemptOutcome::LostBefore(_) | AttemptOutcome::LostAfter(_)
        );
        outcome
    }

    fn transmit(
        &mut self,
        envelope: &Envelope<'_>,
        before_end: &mut dyn FnMut() -> Result<(), crate::error::Error>,
    ) -> AttemptOutcome {
        match self.announce(envelope) {
            Ok(()) => {}
            Err(fault @ (SmtpError::TooLarge { .. } | SmtpError::NoLetters)) => {
                return AttemptOutcome::Rejected(fault);
            }
            Err(fault) => return self.after_refusal(fault),
        }
        if let Err(fault) = self
            .connection
            .send(&stuffed(envelope.message), Phase::Content)
        {
            return self.after_interruption(fault);
        }
        if let Err(fault) = before_end() {
            tracing::error!(%fault, "the ledger");
            return AttemptOutcome::LostBefore(SmtpError::Unrecorded);
        }
        // A server that is gone, or says no already, cannot have taken it, as long as its end is not sent.
        match self.connection.has_unsolicited_data(Phase::Content) {
            Ok(false) => {}
            Ok(true) => {
                return self.after_interruption(SmtpError::Protocol {
                    phase: Phase::Content,
                    why: Why::EarlyData,
                });
            }
            Err(fault) => return AttemptOutcome::LostBefore(fault),
        }
        let answered = self
            .connection
            .send(b".\r\n", Phase::Content)
            .and_then(|()| self.connection.read_data_reply(Phase::Content));
        match answered.map(Reply::on_one_line) {
            Ok(reply) if reply.is_success() => AttemptOutcome::Accepted(reply),
            Ok(reply) if reply.code == 421 => AttemptOutcome::LostBefore(SmtpError::Refused {
                phase: Phase::Content,
                reply,
            }),
            Ok(reply) if reply.code >= 400 => AttemptOutcome::Rejected(SmtpError::Refused {
                phase: Phase::Content,
                reply,
            }),
            Ok(_) => AttemptOutcome::LostAfter(SmtpError::Protocol {
                phase: Phase::Content,
                why: Why::NoFinalCode,
            }),
            Err(fault) => AttemptOutcome::LostAfter(fault),
        }
    }

    /// What a server that does not read the whole message has replied, if anything. It cannot have taken it.
    fn after_interruption(&mut self, fault: SmtpError) -> AttemptOutcome {
        self.is_over = true;
        match self
            .connection
            .read_reply(Phase::Content)
            .map(Reply::on_one_line)
        {
            Ok(reply) if reply.code >= 400 && reply.code != 421 => {
                AttemptOutcome::Rejected(SmtpError::Refused {
                    phase: Phase::Content,
                    reply,
                })
            }
            Ok(reply) if reply.code == 421 => AttemptOutcome::LostBefore(SmtpError::Refused {
                phase: Phase::Content,
                reply,
            }),
            _ => AttemptOutcome::LostBefore(fault),
        }
    }

    /// Everything up to the message itself.
    fn announce(&mut self, envelope: &Envelope<'_>) -> Result<(), SmtpError> {
        let to = ascii_address(envelope.to);
        let size = envelope.message.len() as u64;
        let mut parameters = String::new();
        let mut of_recipient = String::new();
        if let Some(limit) = self.size_limit().filter(|limit| size > *limit) {
            return Err(SmtpError::TooLarge {
                size: size.div_ceil(1000),
                limit: limit / 1000,
            });
        }
        if self.offer("SIZE").is_some() {
            parameters = format!(" SIZE={size}");
        }
        if !to.is_ascii() || !self.from.is_ascii() {
            self.offer("SMTPUTF8").ok_or(SmtpError::NoLetters)?;
            parameters.push_str(" SMTPUTF8");
        }
        if self.offer("DSN").is_some() {
            // Told of what does not arrive, and of what is late, with its headers alone (RFC 3461).
            parameters.push_str(&format!(" RET=HDRS ENVID={}", envelope.id));
            of_recipient = " NOTIFY=FAILURE,DELAY".to_owned();
        }
        for (command, phase) in [
            (
                format!("MAIL FROM:<{}>{parameters}\r\n", self.from),
                Phase::Sender,
            ),
            (
                format!("RCPT TO:<{to}>{of_recipient}\r\n"),
                Phase::Recipient,
            ),
        ] {
            positive(self.connection.command(&command, phase)?, phase)?;
        }
        let reply = self
            .connection
            .command("DATA\r\n", Phase::Data)?
            .on_one_line();
        if reply.code == 354 {
            Ok(())
        } else {
            Err(SmtpError::Refused {
                phase: Phase::Data,
                reply,
            })
        }
    }

    /// A message that the server refused before its content. The session goes on if the server can be asked to forget it.
    fn after_refusal(&mut self, fault: SmtpError) -> AttemptOutcome {
        match &fault {
            SmtpError::Refused { reply, .. } if reply.code != 421 => {
                let forgotten = self.connection.command("RSET\r\n", Phase::Sender);
                self.is_over = !forgotten.is_ok_and(|reply| reply.is_success());
                AttemptOutcome::Rejected(fault)
            }
            _ => AttemptOutcome::LostBefore(fault),
        }
    }

    /// Says goodbye. Everything is done: what the server replies changes nothing.
    pub(crate) fn close(mut self) {
        let _ = self.connection.command("QUIT\r\n", Phase::Greeting);
    }
}

/// A reply of 2xx.
fn positive(reply: Reply, phase: Phase) -> Result<Reply, SmtpError> {
    // 3xx asks for more, which here nothing can follow.
    if reply.is_success() {
        Ok(reply)
    } else {
        Err(SmtpError::Refused {
            phase,
            reply: reply.on_one_line(),
        })
    }
}
