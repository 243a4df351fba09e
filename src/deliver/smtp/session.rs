//! A session with a mail server: greeted, encrypted, logged in; then messages, one at a time, step by step, so that it is
//! known of each whether the server can have taken it.

use std::fmt;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::fault::{Answer, Fault, Step};
use super::line::Line;
use super::tls::encryption;
use crate::model::settings::{MailServer, Security};

/// A password or a token. It is never shown.
#[derive(Clone)]
pub struct Secret(String);

impl Secret {
    /// Keeps a secret.
    pub fn new(secret: String) -> Secret {
        Secret(secret)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

/// Who logs in, with the proof at hand.
#[derive(Clone, Debug)]
pub enum Credentials {
    /// User and password.
    Password(String, Secret),
    /// User and token.
    Token(String, Secret),
}

impl Credentials {
    /// An answer without the secret: some servers repeat what they were told.
    fn hidden(&self, answer: Answer) -> Answer {
        let (Credentials::Password(user, Secret(secret))
        | Credentials::Token(user, Secret(secret))) = self;
        let proofs = [
            BASE64.encode(format!("user={user}\x01auth=Bearer {secret}\x01\x01")),
            BASE64.encode(format!("\0{user}\0{secret}")),
            BASE64.encode(secret),
            secret.clone(),
        ];
        let text = proofs
            .iter()
            .fold(answer.text, |text, proof| text.replace(proof, "…"));
        Answer { text, ..answer }
    }
}

/// Everything that a session needs.
#[derive(Clone, Debug)]
pub struct Route<'a> {
    /// The server.
    pub server: &'a MailServer,
    /// Who logs in.
    pub credentials: Option<Credentials>,
    /// The authority's certificate that the settings name, in PEM.
    pub authority: Option<Vec<u8>>,
    /// The address that mail comes from.
    pub from: &'a str,
}

/// What became of one message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The server has taken it.
    Accepted(Answer),
    /// The server has not taken it.
    NotTaken(Fault),
    /// The server cannot have taken it, and the session is over.
    LostBefore(Fault),
    /// The server may have taken it: its answer is lost, and the session is over.
    LostAfter(Fault),
}

/// A session with a mail server.
pub struct Session {
    line: Line,
    /// What the server offers, as it wrote it.
    offers: Vec<String>,
    from: String,
    is_over: bool,
}

impl Session {
    /// Greets, encrypts, logs in.
    ///
    /// # Errors
    /// If any of that fails; nothing of any message has been said then.
    pub fn open(route: &Route<'_>) -> Result<Session, Fault> {
        let server = route.server;
        let tls = if server.security == Security::Plain {
            None
        } else {
            Some(encryption(route)?)
        };
        let mut line = Line::connect(
            &server.host,
            server.port,
            Duration::from_secs(server.timeout),
        )?;
        if let (Security::Tls, Some(tls)) = (server.security, &tls) {
            line.encrypt(tls.clone(), Step::Encryption)?;
        }
        let mut session = Session {
            line,
            offers: Vec::new(),
            from: route.from.to_owned(),
            is_over: false,
        };
        positive(session.line.hear(Step::Greeting)?, Step::Greeting)?;
        let hello = server
            .hello
            .as_deref()
            .or_else(|| route.from.rsplit('@').next())
            .unwrap_or("localhost");
        session.hello(hello)?;
        let wanted = matches!(
            server.security,
            Security::Starttls | Security::StarttlsIfOffered
        );
        if let Some(tls) = tls.filter(|_| wanted && session.offer("STARTTLS").is_some()) {
            positive(
                session.line.ask("STARTTLS\r\n", Step::Encryption)?,
                Step::Encryption,
            )?;
            session.line.encrypt(tls, Step::Encryption)?;
            // What was offered on the open line may have been anybody's word.
            session.hello(hello)?;
        } else if server.security == Security::Starttls {
            return Err(Fault::NoEncryption {
                host: server.host.clone(),
            });
        }
        if let Some(credentials) = &route.credentials {
            if !session.line.is_encrypted() {
                return Err(Fault::OpenLogin {
                    host: server.host.clone(),
                });
            }
            session.log_in(credentials, &server.host)?;
        }
        Ok(session)
    }

    /// Whether nobody else can read the line.
    pub fn is_encrypted(&self) -> bool {
        self.line.is_encrypted()
    }

    /// The largest message that the server says it takes, in bytes; none if it does not say.
    pub fn size_limit(&self) -> Option<u64> {
        self.offer("SIZE")
            .and_then(|limit| limit.trim().parse().ok())
            .filter(|limit| *limit > 0)
    }

    /// Whether nothing more can be posted in it.
    pub fn is_over(&self) -> bool {
        self.is_over
    }

    fn hello(&mut self, name: &str) -> Result<(), Fault> {
        let answer = self.line.ask(&format!("EHLO {name}\r\n"), Step::Hello)?;
        let answer = if answer.code / 100 == 5 {
            // A server of the oldest kind: it offers nothing.
            self.line.ask(&format!("HELO {name}\r\n"), Step::Hello)?
        } else {
            answer
        };
        let answer = positive(answer, Step::Hello)?;
        self.offers = answer.text.lines().skip(1).map(str::to_owned).collect();
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

    fn log_in(&mut self, credentials: &Credentials, host: &str) -> Result<(), Fault> {
        // Old servers say it twice: «AUTH GSSAPI» and «AUTH=LOGIN».
        let offered = self.offered("AUTH").collect::<Vec<_>>().join(" ");
        let offers = |name: &str| {
            offered
                .split_whitespace()
                .any(|word| word.eq_ignore_ascii_case(name))
        };
        let (commands, kind): (Vec<String>, _) = match credentials {
            Credentials::Password(user, Secret(secret)) if offers("PLAIN") => {
                let proof = BASE64.encode(format!("\0{user}\0{secret}"));
                // A server that passes over what stands beside the command asks for it once more.
                (vec![format!("AUTH PLAIN {proof}"), proof], "PLAIN")
            }
            Credentials::Password(user, Secret(secret)) if offers("LOGIN") => (
                vec![
                    "AUTH LOGIN".to_owned(),
                    BASE64.encode(user),
                    BASE64.encode(secret),
                ],
                "LOGIN",
            ),
            Credentials::Token(user, Secret(secret)) if offers("XOAUTH2") => {
                let proof = format!("user={user}\x01auth=Bearer {secret}\x01\x01");
                // After a refusal the server tells why, and hears an empty line before it says no.
                (
                    vec![
                        format!("AUTH XOAUTH2 {}", BASE64.encode(proof)),
                        String::new(),
                    ],
                    "XOAUTH2",
                )
            }
            Credentials::Password(..) => (Vec::new(), "PLAIN or LOGIN"),
            Credentials::Token(..) => (Vec::new(), "XOAUTH2"),
        };
        if commands.is_empty() {
            let offered = if offered.is_empty() {
                "none".to_owned()
            } else {
                offered
            };
            return Err(Fault::NoLogin {
                host: host.to_owned(),
                kind,
                offered,
            });
        }
        let mut answer = Answer {
            code: 334,
            text: String::new(),
        };
        for command in commands {
            if answer.code == 334 {
                answer = self.line.ask(&format!("{command}\r\n"), Step::Login)?;
            }
        }
        if answer.code / 100 == 2 {
            Ok(())
        } else {
            Err(Fault::LoginRefused {
                answer: credentials.hidden(one_line(answer)),
            })
        }
    }

    /// Posts a message to one address. `before_end` is called when all but the end of it has been said: if it fails, the
    /// message is not ended and the server does not take it.
    pub fn post(
        &mut self,
        to: &str,
        message: &[u8],
        before_end: &mut dyn FnMut() -> Result<(), crate::error::Error>,
    ) -> Outcome {
        let outcome = self.told(to, message, before_end);
        self.is_over |= matches!(outcome, Outcome::LostBefore(_) | Outcome::LostAfter(_));
        outcome
    }

    fn told(
        &mut self,
        to: &str,
        message: &[u8],
        before_end: &mut dyn FnMut() -> Result<(), crate::error::Error>,
    ) -> Outcome {
        match self.announce(to, message) {
            Ok(()) => {}
            Err(fault @ (Fault::TooLarge { .. } | Fault::NoLetters)) => {
                return Outcome::NotTaken(fault);
            }
            Err(fault) => return self.not_taken(fault),
        }
        if let Err(fault) = self.line.say(&stuffed(message), Step::Content) {
            return self.unheard(fault);
        }
        if let Err(fault) = before_end() {
            tracing::error!(%fault, "the ledger");
            return Outcome::LostBefore(Fault::Unrecorded);
        }
        // A server that is gone, or says no already, cannot have taken it, as long as its end is not said.
        match self.line.has_spoken(Step::Content) {
            Ok(false) => {}
            Ok(true) => {
                return self.unheard(Fault::Strange {
                    step: Step::Content,
                    why: "it answers before it is asked",
                });
            }
            Err(fault) => return Outcome::LostBefore(fault),
        }
        let answered = self
            .line
            .say(b".\r\n", Step::Content)
            .and_then(|()| self.line.hear_late(Step::Content));
        match answered.map(one_line) {
            Ok(answer) if answer.code / 100 == 2 => Outcome::Accepted(answer),
            Ok(answer) if answer.code == 421 => Outcome::LostBefore(Fault::Refused {
                step: Step::Content,
                answer,
            }),
            Ok(answer) if answer.code >= 400 => Outcome::NotTaken(Fault::Refused {
                step: Step::Content,
                answer,
            }),
            Ok(_) => Outcome::LostAfter(Fault::Strange {
                step: Step::Content,
                why: "its last answer is none",
            }),
            Err(fault) => Outcome::LostAfter(fault),
        }
    }

    /// What a server that will not hear the whole message has said of it, if anything; nothing of it can be taken.
    fn unheard(&mut self, fault: Fault) -> Outcome {
        self.is_over = true;
        match self.line.hear(Step::Content).map(one_line) {
            Ok(answer) if answer.code >= 400 && answer.code != 421 => {
                Outcome::NotTaken(Fault::Refused {
                    step: Step::Content,
                    answer,
                })
            }
            Ok(answer) if answer.code == 421 => Outcome::LostBefore(Fault::Refused {
                step: Step::Content,
                answer,
            }),
            _ => Outcome::LostBefore(fault),
        }
    }

    /// Everything up to the message itself.
    fn announce(&mut self, to: &str, message: &[u8]) -> Result<(), Fault> {
        let size = message.len() as u64;
        let mut parameters = String::new();
        if let Some(limit) = self.size_limit().filter(|limit| size > *limit) {
            return Err(Fault::TooLarge {
                size: size.div_ceil(1000),
                limit: limit / 1000,
            });
        }
        if self.offer("SIZE").is_some() {
            parameters = format!(" SIZE={size}");
        }
        if !to.is_ascii() || !self.from.is_ascii() {
            self.offer("SMTPUTF8").ok_or(Fault::NoLetters)?;
            parameters.push_str(" SMTPUTF8");
        }
        for (command, step) in [
            (
                format!("MAIL FROM:<{}>{parameters}\r\n", self.from),
                Step::Sender,
            ),
            (format!("RCPT TO:<{to}>\r\n"), Step::Recipient),
        ] {
            positive(self.line.ask(&command, step)?, step)?;
        }
        let answer = one_line(self.line.ask("DATA\r\n", Step::Data)?);
        if answer.code == 354 {
            Ok(())
        } else {
            Err(Fault::Refused {
                step: Step::Data,
                answer,
            })
        }
    }

    /// A message that the server would not hear to its end. The session goes on if the server can be asked to forget it.
    fn not_taken(&mut self, fault: Fault) -> Outcome {
        match &fault {
            Fault::Refused { answer, .. } if answer.code != 421 => {
                let forgotten = self.line.ask("RSET\r\n", Step::Sender);
                self.is_over = !forgotten.is_ok_and(|answer| answer.code / 100 == 2);
                Outcome::NotTaken(fault)
            }
            _ => Outcome::LostBefore(fault),
        }
    }

    /// Says goodbye. Everything is done: what the server answers changes nothing.
    pub fn close(mut self) {
        let _ = self.line.ask("QUIT\r\n", Step::Greeting);
    }
}

/// An answer that agrees.
fn positive(answer: Answer, step: Step) -> Result<Answer, Fault> {
    // 3xx asks for more, which here nothing can follow.
    if answer.code / 100 == 2 {
        Ok(answer)
    } else {
        Err(Fault::Refused {
            step,
            answer: one_line(answer),
        })
    }
}

/// The answer on one line, for the ledger.
fn one_line(answer: Answer) -> Answer {
    Answer {
        text: answer.text.replace('\n', " "),
        ..answer
    }
}

/// The message as it goes over the line: lines end with CR LF, and one that begins with a dot gets another (RFC 5321,
/// 4.5.2).
fn stuffed(message: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(message.len() + 64);
    for line in message.split_inclusive(|byte| *byte == b'\n') {
        if line.first() == Some(&b'.') {
            out.push(b'.');
        }
        let line = line
            .strip_suffix(b"\n")
            .map_or(line, |line| line.strip_suffix(b"\r").unwrap_or(line));
        out.extend_from_slice(line);
        out.extend_from_slice(b"\r\n");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_never_shown() {
        let credentials =
            Credentials::Password("lofte".to_owned(), Secret::new("hemligt".to_owned()));
        assert!(!format!("{credentials:?}").contains("hemligt"));
    }

    #[test]
    fn dots_are_doubled_and_lines_end_as_they_should() {
        assert_eq!(stuffed(b"a\n.b\r\n..\r\nc"), b"a\r\n..b\r\n...\r\nc\r\n");
    }
}
