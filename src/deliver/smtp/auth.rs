//! Logging in: PLAIN, LOGIN and XOAUTH2.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::error::SmtpError;

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

    /// Every form in which a server may have been sent the secret.
    pub(super) fn secrets(&self) -> Secrets {
        let (Credentials::Password(user, Secret(secret))
        | Credentials::Token(user, Secret(secret))) = self;
        let mut forms = vec![
            secret.clone(),
            BASE64.encode(format!("user={user}\x01auth=Bearer {secret}\x01\x01")),
            BASE64.encode(format!("\0{user}\0{secret}")),
        ];
        // Within other words, whose length shifts it against the letters that stand for it.
        forms.extend((0..3).map(|shift| {
            let encoded = BASE64.encode(format!("{}{secret}", "\0".repeat(shift)));
            let begins = shift + usize::from(shift > 0);
            let its = encoded
                .trim_end_matches('=')
                .get(begins..)
                .unwrap_or_default();
            its.get(..its.len().saturating_sub(1))
                .unwrap_or_default()
                .to_owned()
        }));
        Secrets(forms)
    }
}

/// What no reply may show.
#[derive(Clone, Default)]
pub(in crate::deliver) struct Secrets(Vec<String>);

/// How many letters of a secret in a row are hidden; of a shorter one, all of it.
const SHORTEST_PIECE: usize = 8;

impl Secrets {
    pub(in crate::deliver) fn of(secrets: &[&str]) -> Secrets {
        Secrets(secrets.iter().map(|secret| (*secret).to_owned()).collect())
    }

    /// A text without a secret, or any long piece of one.
    pub(in crate::deliver) fn hide_in(&self, text: &str) -> String {
        let mut shown = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let pieces = self.0.iter().filter_map(|secret| piece(rest, secret));
            match pieces.max() {
                Some(length) => {
                    shown.push('…');
                    rest = rest.get(length..).unwrap_or_default();
                }
                None => {
                    shown.push(first);
                    rest = rest.get(first.len_utf8()..).unwrap_or_default();
                }
            }
        }
        shown
    }
}

/// The length in bytes of the longest piece of a secret that a text begins with.
fn piece(text: &str, secret: &str) -> Option<usize> {
    let least = secret.chars().count().clamp(1, SHORTEST_PIECE);
    let ends = text
        .char_indices()
        .map(|(at, sign)| at + sign.len_utf8())
        .skip(least - 1);
    let is_piece = |end: &usize| text.get(..*end).is_some_and(|start| secret.contains(start));
    ends.take_while(is_piece).last()
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
    fn no_form_of_a_secret_and_no_long_piece_of_it_is_left() {
        let token = "eyJ0eXAi".repeat(60);
        let credentials = Credentials::Token("lofte".to_owned(), Secret::new(token.clone()));
        let secrets = credentials.secrets();
        let proof = BASE64.encode(format!("user=lofte\x01auth=Bearer {token}\x01\x01"));
        for said in [
            token.clone(),
            proof.clone(),
            format!("you said {proof} and {token}!"),
            token.chars().skip(5).take(100).collect(),
            BASE64.encode(&token),
            BASE64.encode(format!("x{token}")),
            BASE64.encode(format!("anna {token} x")),
        ] {
            let shown = secrets.hide_in(&said);
            let longest = shown.split('…').map(str::len).max();
            assert!(longest.is_some_and(|longest| longest < 20), "{shown}");
        }
        let short = Credentials::Password("lofte".to_owned(), Secret::new("häst".to_owned()));
        assert_eq!(short.secrets().hide_in("en häst, och äst"), "en …, och äst");
        let innocent = "535 5.7.8 Username and Password not accepted";
        assert_eq!(secrets.hide_in(innocent), innocent);
    }
}
