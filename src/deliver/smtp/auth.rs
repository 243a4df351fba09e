//! Logging in: PLAIN, LOGIN and XOAUTH2.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::error::SmtpError;
use super::reply::Reply;

/// A password or a token. It is never shown.
#[derive(Clone)]
pub(crate) struct Secret(String);

impl Secret {
    /// Keeps a secret from being shown.
    pub(crate) fn new(secret: String) -> Secret {
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
pub(crate) enum Credentials {
    /// User and password.
    Password(String, Secret),
    /// User and token.
    Token(String, Secret),
}

impl Credentials {
    /// What is sent to log in, one command for each reply of 334. `offered`: the mechanisms that the server offers.
    ///
    /// # Errors
    /// If the server offers none that these credentials fit.
    pub(super) fn commands(&self, host: &str, offered: &str) -> Result<Vec<String>, SmtpError> {
        let offers = |name: &str| {
            offered
                .split_whitespace()
                .any(|word| word.eq_ignore_ascii_case(name))
        };
        let (commands, kind) = match self {
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
                // After a refusal the server tells why, and expects an empty line before its final reply.
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
        if !commands.is_empty() {
            return Ok(commands);
        }
        let offered = if offered.is_empty() { "none" } else { offered };
        Err(SmtpError::NoLogin {
            host: host.to_owned(),
            kind,
            offered: offered.to_owned(),
        })
    }

    /// A reply without the secret: some servers repeat what they were sent.
    pub(super) fn hide_in(&self, reply: Reply) -> Reply {
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
            .fold(reply.text, |text, proof| text.replace(proof, "…"));
        Reply { text, ..reply }
    }
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
}
