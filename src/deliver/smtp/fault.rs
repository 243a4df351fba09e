//! What can go wrong with a mail server, in words that say what to do.

use std::fmt;

/// Where in the dialogue with a mail server something happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The server greets.
    Greeting,
    /// Both say who they are.
    Hello,
    /// The line becomes encrypted.
    Encryption,
    /// The user logs in.
    Login,
    /// The sender is named.
    Sender,
    /// The recipient is named.
    Recipient,
    /// The message is announced.
    Data,
    /// The message is handed over.
    Content,
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Step::Greeting => "when it should have greeted",
            Step::Hello => "when lofte said who it is",
            Step::Encryption => "when the line should have become encrypted",
            Step::Login => "at the login",
            Step::Sender => "when the sender was named",
            Step::Recipient => "when the recipient was named",
            Step::Data => "when the message was announced",
            Step::Content => "when the message was handed over",
        })
    }
}

/// What a server answered: a code of three digits and words, on one line and without control characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// 250, 450, 550 …
    pub code: u16,
    /// The words.
    pub text: String,
}

impl Answer {
    /// Whether the server agrees, or asks for more.
    pub fn is_positive(&self) -> bool {
        (200..400).contains(&self.code)
    }

    /// Whether it may agree later.
    pub fn is_temporary(&self) -> bool {
        (400..500).contains(&self.code)
    }

    /// Whether the words hold this enhanced status («5.7.1»).
    fn says(&self, status: &str) -> bool {
        self.text
            .split_whitespace()
            .any(|word| word.trim_end_matches([':', ',', ';']) == status)
    }
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.code, self.text)
    }
}

/// Why the dialogue with a mail server came to nothing. Says what happened and what to do; holds no secret.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// There is no way to the server.
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
    /// The line could not be encrypted.
    #[error(
        "the line to {host} could not be encrypted ({why}); check port and security in [mail]. Nothing was sent"
    )]
    Encryption {
        /// The server.
        host: String,
        /// What happened.
        why: String,
    },
    /// The server offers no encryption, and it is asked for.
    #[error(
        "{host} offers no STARTTLS, and without it nothing is sent; check the port, write security = \"tls\" for port 465, or ask whoever keeps the server. Somebody on the way may have taken the offer out"
    )]
    NoEncryption {
        /// The server.
        host: String,
    },
    /// Somebody has spoken on the open line in the name of the encrypted one.
    #[error(
        "something was put into the line to {host} before it was encrypted; nothing was sent. Tell whoever keeps the network"
    )]
    Injected {
        /// The server.
        host: String,
    },
    /// A login would go over an open line.
    #[error(
        "the line to {host} is not encrypted, and no password is sent over it; write security = \"starttls\" or \"tls\" in [mail], or take user away for a relay without login"
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
    /// The server refuses the login.
    #[error(
        "the mail server refuses the login: {answer}. {}",
        login_advice(answer)
    )]
    LoginRefused {
        /// What it answered.
        answer: Answer,
    },
    /// The server refuses.
    #[error("the mail server says no {step}: {answer}.{}", advice(*step, answer))]
    Refused {
        /// Where.
        step: Step,
        /// What it answered.
        answer: Answer,
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
    /// The server says nothing.
    #[error("the mail server said nothing for {seconds} seconds {step}; {}", silence_advice(*step))]
    Silent {
        /// Where.
        step: Step,
        /// How long.
        seconds: u64,
    },
    /// The line is gone.
    #[error("the line to the mail server was lost {step} ({why}); try again later")]
    LineLost {
        /// Where.
        step: Step,
        /// What the system said.
        why: String,
    },
    /// What answers is no mail server.
    #[error(
        "what answers {step} does not speak as a mail server does ({why}); check server, port and security in [mail]"
    )]
    Strange {
        /// Where.
        step: Step,
        /// What was strange.
        why: &'static str,
    },
    /// The ledger could not be written, so the message was not handed over.
    #[error("the ledger could not be written, so the message was held back")]
    Unrecorded,
}

impl Fault {
    /// Whether another try may go better, without anybody mending anything.
    pub fn is_temporary(&self) -> bool {
        match self {
            Fault::Unreachable { .. } | Fault::Silent { .. } | Fault::LineLost { .. } => true,
            Fault::Refused { answer, .. } | Fault::LoginRefused { answer } => answer.is_temporary(),
            _ => false,
        }
    }
}

fn silence_advice(step: Step) -> &'static str {
    match step {
        // A server that waits to be encrypted waits for the first word, as we do.
        Step::Greeting => {
            "check port and security in [mail] (port 465 wants \"tls\", others do not), or try again later"
        }
        Step::Encryption => "check port and security in [mail], or try again later",
        _ => "try again later",
    }
}

fn login_advice(answer: &Answer) -> &'static str {
    match answer.code {
        400..500 => "It may be another later",
        _ if answer.says("5.7.139") || answer.text.to_lowercase().contains("disabled") => {
            "The mailbox may not send by SMTP: whoever keeps the mail server must allow «authenticated SMTP» for it"
        }
        534 => "The server asks for another kind of login: an app password, or token in [mail]",
        _ => "Check user, and the password or token, in [mail]",
    }
}

fn advice(step: Step, answer: &Answer) -> &'static str {
    let text = answer.text.to_lowercase();
    match (step, answer.code) {
        (_, 400..500) => " It may take it later",
        (_, 530) => " It asks for a login: write user and password in [mail]",
        (_, 552) | (_, 523) => {
            " The message is too large, or the mailbox full: attach fewer files in the agreement"
        }
        _ if answer.says("5.3.4") => {
            " The message is too large: attach fewer files in the agreement"
        }
        _ if text.contains("relay") => {
            " The server does not carry mail for this machine or this sender to there: log in, or ask whoever keeps it to allow it"
        }
        (Step::Sender, _) => {
            " Check from in [mail]: the server may only carry mail of addresses it knows"
        }
        (Step::Recipient, 550 | 551 | 553) => " Check the recipient's address in the agreement",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_refused_is_explained() {
        let answer = |code, text: &str| Answer {
            code,
            text: text.to_owned(),
        };
        for (step, answer, told) in [
            (
                Step::Recipient,
                answer(550, "5.1.1 no such user"),
                "address in the agreement",
            ),
            (
                Step::Recipient,
                answer(554, "5.7.1 Relay access denied"),
                "does not carry mail for this machine",
            ),
            (
                Step::Sender,
                answer(530, "5.7.0 Must issue login"),
                "user and password",
            ),
            (Step::Sender, answer(552, "5.3.4 too big"), "fewer files"),
            (Step::Recipient, answer(450, "4.2.0 Greylisted"), "later"),
            (
                Step::Sender,
                answer(553, "5.7.1 not yours"),
                "from in [mail]",
            ),
        ] {
            let fault = Fault::Refused {
                step,
                answer: answer.clone(),
            };
            assert!(
                fault.to_string().contains(told) && fault.to_string().contains(&answer.text),
                "{fault}"
            );
            assert_eq!(fault.is_temporary(), answer.code == 450);
        }
        let fault = Fault::LoginRefused {
            answer: answer(535, "5.7.139 SmtpClientAuthentication is disabled"),
        };
        assert!(fault.to_string().contains("authenticated SMTP"), "{fault}");
    }
}
