//! Headers that lettre has not, or writes otherwise.

use lettre::message::header::{ContentDisposition, Header, HeaderName, HeaderValue};

/// Text without anything that could end a header line.
pub(super) fn clean(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control()).collect()
}

/// A name with other letters than ASCII's, in one piece (RFC 2231, 4): lettre cuts every such name into numbered pieces,
/// which not all programs put together. None for names that need it not, or for which a line is too short.
#[derive(Clone)]
pub(super) struct Disposition(String);

/// The longest name in one piece: a line has 998 bytes at most.
const LONGEST_NAME: usize = 900;

impl Disposition {
    pub(super) fn new(name: &str) -> Option<Disposition> {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
        let name: String = name
            .bytes()
            .map(|byte| {
                if plain(byte) {
                    char::from(byte).to_string()
                } else {
                    format!("%{byte:02X}")
                }
            })
            .collect();
        let fits = name.contains('%') && name.len() <= LONGEST_NAME;
        fits.then(|| Disposition(format!("attachment;\r\n filename*=utf-8''{name}")))
    }
}

impl Header for Disposition {
    fn name() -> HeaderName {
        ContentDisposition::name()
    }

    fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Disposition(text.to_owned()))
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::dangerous_new_pre_encoded(Self::name(), self.0.clone(), self.0.clone())
    }
}

/// A header of one line.
pub(super) fn text_header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), clean(value))
}
