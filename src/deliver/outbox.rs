//! Messages as .eml files, the same to the byte for the same content.
//!
//! Date is that of as-of, and the sender a stand-in: both are set anew when a message is posted. `X-Unsent` makes mail
//! programs open the file as a draft, so that a person can send what lies in the outbox.

use std::time::{Duration, SystemTime};

use chrono::{NaiveDate, NaiveTime};
use lettre::address::Address;
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, Message as Mail, MultiPart, MultiPartKind, SinglePart};
use sha2::{Digest, Sha256};

use crate::error::Error;
use crate::model::hex::hex;
use crate::model::report::Artefact;

/// Everything one message is made of.
#[derive(Clone, Debug)]
pub struct Message<'a> {
    /// Whose name stands as the sender: the municipality.
    pub sender: &'a str,
    /// The recipient's name.
    pub name: &'a str,
    /// The recipient's address.
    pub address: &'a str,
    /// The subject.
    pub subject: &'a str,
    /// The plain text.
    pub text: &'a str,
    /// The same as HTML.
    pub html: &'a str,
    /// The files that go with it, under the names the reader sees.
    pub attached: &'a [Artefact],
    /// What makes the message this one: agreement, period, edition.
    pub about: &'a str,
    /// The day the report is made for.
    pub as_of: NaiveDate,
}

/// The bytes of one .eml file.
///
/// # Errors
/// If the address is none, or the message cannot be built.
pub fn message(message: &Message<'_>) -> Result<Vec<u8>, Error> {
    let id = identity(message);
    let fault = |fault: String| Error::Render { what: format!("the message to {}", message.name), fault };
    let to: Address = message
        .address
        .parse()
        .map_err(|_| fault(format!("«{}» is no mail address; mend it in the agreement", message.address)))?;
    let from = Address::new("no-reply", "lofte.invalid").map_err(|error| fault(error.to_string()))?;
    let alternatives = MultiPart::builder()
        .kind(MultiPartKind::Alternative)
        .boundary(format!("alternative-{id}"))
        .singlepart(SinglePart::plain(message.text.to_owned()))
        .singlepart(SinglePart::html(message.html.to_owned()));
    let mut body =
        MultiPart::builder().kind(MultiPartKind::Mixed).boundary(format!("mixed-{id}")).multipart(alternatives);
    for file in message.attached {
        let kind = ContentType::parse(media_type(&file.name)).map_err(|error| fault(error.to_string()))?;
        body = body.singlepart(Attachment::new(clean(&file.name)).body(file.bytes.clone(), kind));
    }
    let mail = Mail::builder()
        .from(Mailbox::new(Some(clean(message.sender)), from))
        .to(Mailbox::new(Some(clean(message.name)), to))
        .subject(clean(message.subject))
        .date(morning_of(message.as_of))
        .message_id(Some(format!("<{id}@lofte.invalid>")))
        .header(AutoSubmitted)
        .header(Unsent)
        .multipart(body)
        .map_err(|error| fault(error.to_string()))?;
    Ok(mail.formatted())
}

/// A hash of everything in the message: the same message has the same identity.
fn identity(message: &Message<'_>) -> String {
    let mut hash = Sha256::new();
    let words = [message.about, message.address, message.subject, message.text, message.html];
    let files = message.attached.iter().flat_map(|file| [file.name.as_bytes(), file.bytes.as_slice()]);
    for part in words.into_iter().map(str::as_bytes).chain(files) {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hex(&hash.finalize()[..16])
}

/// Text without anything that could end a header line.
fn clean(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control()).collect()
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("pdf") => "application/pdf",
        Some("xlsx") => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}

/// Seven in the morning (UTC) of a day; the epoch for days before it.
fn morning_of(day: NaiveDate) -> SystemTime {
    let seven = NaiveTime::from_hms_opt(7, 0, 0).unwrap_or_default();
    let seconds = u64::try_from(day.and_time(seven).and_utc().timestamp()).unwrap_or(0);
    SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)
}

/// Says that no person typed the message, RFC 3834.
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(AutoSubmitted)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// Makes mail programs open the file as a draft.
#[derive(Clone)]
struct Unsent;

impl Header for Unsent {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("X-Unsent")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Unsent)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "1".to_owned())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn example<'a>(attached: &'a [Artefact]) -> Message<'a> {
        Message {
            sender: "Kalix kommun",
            name: "Ordförande, lokala Brå\r\nBcc: alla@example.se",
            address: "bra@example.se",
            subject: "Uppföljning september 2023\r\nBcc: alla@example.se",
            text: "Två löften är efter.",
            html: "<p>Två löften är efter.</p>",
            attached,
            about: "kalix 2023-09 full",
            as_of: "2023-10-05".parse().unwrap(),
        }
    }

    #[test]
    fn the_same_message_has_the_same_bytes() {
        let file = [Artefact { name: "Uppföljning Kalix 2023-09.xlsx".to_owned(), bytes: vec![0, 1, 2, 255] }];
        let (one, other) = (message(&example(&file)).unwrap(), message(&example(&file)).unwrap());
        assert_eq!(one, other);
        let text = String::from_utf8(one).unwrap();
        for header in ["Date: Thu, 05 Oct 2023 07:00:00 +0000", "Auto-Submitted: auto-generated", "AAEC/w=="] {
            assert!(text.contains(header), "{header} in\n{text}");
        }
    }

    #[test]
    fn other_content_is_another_message() {
        let one = message(&example(&[])).unwrap();
        let other = message(&Message { text: "Ett löfte är efter.", ..example(&[]) }).unwrap();
        let id = |bytes: &[u8]| {
            let text = String::from_utf8_lossy(bytes).into_owned();
            text.lines().find(|line| line.starts_with("Message-ID")).unwrap().to_owned()
        };
        assert_ne!(id(&one), id(&other));
    }

    #[test]
    fn nothing_adds_a_header() {
        let text = String::from_utf8(message(&example(&[])).unwrap()).unwrap();
        assert!(!text.lines().any(|line| line.starts_with("Bcc")), "{text}");
    }

    #[test]
    fn what_is_no_address_is_an_error() {
        for address in ["bra", "bra@example.se\r\nRCPT TO:<x@example.se>", "", "a b@example.se"] {
            assert!(message(&Message { address, ..example(&[]) }).is_err(), "{address}");
        }
    }
}
