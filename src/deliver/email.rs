//! Messages as .eml files, the same to the byte for the same content.
//!
//! Date is that of as-of, and without settings the sender is a stand-in: both are set anew when a message is posted.
//! `X-Unsent` makes mail programs open the file as a draft, so that a person can send what lies in the outbox.

use std::time::{Duration, SystemTime};

use chrono::{NaiveDate, NaiveTime};
use lettre::address::Address;
use lettre::message::header::{
    ContentDisposition, ContentTransferEncoding, ContentType, Headers, Subject,
};
use lettre::message::{
    Body, Mailbox, Message as MailBuilder, MultiPart, MultiPartKind, SinglePart,
};

use super::ascii::{ascii_address, ascii_domain};
use super::headers::{Disposition, clean, text_header};
use crate::error::Error;
use crate::model::report::Artefact;
use crate::model::settings::MailSettings;

/// The domain of the stand-in sender: one that can never be (RFC 2606).
const PLACEHOLDER_DOMAIN: &str = "lofte.invalid";

/// Who a message comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sender {
    /// The name: the municipality's, if the settings give no other.
    pub name: String,
    /// The address; a stand-in if there are no settings.
    pub(crate) address: Option<String>,
    /// Where answers go, if not there.
    pub(crate) reply_to: Option<String>,
}

impl Sender {
    /// What the settings say, under the municipality's name if they give none.
    pub(crate) fn new(mail: Option<&MailSettings>, municipality: &str) -> Sender {
        Sender {
            name: mail
                .and_then(|mail| mail.name.clone())
                .unwrap_or_else(|| municipality.to_owned()),
            address: mail.map(|mail| mail.from.clone()),
            reply_to: mail.and_then(|mail| mail.reply_to.clone()),
        }
    }

    /// The stand-in, without a name.
    pub(crate) fn placeholder() -> Sender {
        Sender {
            name: String::new(),
            address: None,
            reply_to: None,
        }
    }

    /// The domain that stands in a Message-ID.
    pub(crate) fn domain(&self) -> String {
        let domain = self.address.as_deref();
        let domain = domain.and_then(|address| address.rsplit('@').next());
        ascii_domain(domain.unwrap_or(PLACEHOLDER_DOMAIN))
    }

    /// The sender as a header tells it.
    pub(super) fn mailbox(&self) -> Result<Mailbox, String> {
        let fallback = format!("no-reply@{PLACEHOLDER_DOMAIN}");
        let address = self.address.as_deref().unwrap_or(&fallback);
        let address: Address = ascii_address(address)
            .parse()
            .map_err(|_| format!("«{address}» is not a mail address"))?;
        // A name that is not known, as when the agreement cannot be read, is left out.
        Ok(Mailbox::new(
            Some(clean(&self.name)).filter(|name| !name.is_empty()),
            address,
        ))
    }
}

/// Everything one message is made of.
#[derive(Clone, Debug)]
pub(crate) struct Message<'a> {
    /// Who it comes from.
    pub(crate) sender: &'a Sender,
    /// The recipient's name.
    pub name: &'a str,
    /// The recipient's address.
    pub(crate) address: &'a str,
    /// The subject.
    pub(crate) subject: &'a str,
    /// The plain text.
    pub text: &'a str,
    /// The same as HTML.
    pub(crate) html: &'a str,
    /// The files that go with it, under the names the reader sees.
    pub(crate) attached: &'a [Artefact],
    /// What tells the message from every other: letters and digits.
    pub id: &'a str,
    /// The tag of its language.
    pub language: &'a str,
    /// The number that the registrar gave the matter.
    pub(crate) diary_number: Option<&'a str>,
    /// The day the report is made for.
    pub as_of: NaiveDate,
}

/// The bytes of one .eml file.
///
/// # Errors
/// If the address is none, or the message cannot be built.
pub(crate) fn message(message: &Message<'_>) -> Result<Vec<u8>, Error> {
    let id = message.id;
    let fault = |fault: String| Error::Render {
        what: format!("the message to {}", message.name),
        fault,
    };
    let to: Address = ascii_address(message.address).parse().map_err(|_| {
        fault(format!(
            "«{}» is not a mail address; fix it in the agreement",
            message.address
        ))
    })?;
    let alternatives = MultiPart::builder()
        .kind(MultiPartKind::Alternative)
        .boundary(format!("alternative-{id}"))
        .singlepart(SinglePart::plain(message.text.to_owned()))
        .singlepart(SinglePart::html(message.html.to_owned()));
    let mut body = MultiPart::builder()
        .kind(MultiPartKind::Mixed)
        .boundary(format!("mixed-{id}"))
        .multipart(alternatives);
    for file in message.attached {
        body = body.singlepart(attachment(file).map_err(fault)?);
    }
    let mut mail = MailBuilder::builder()
        .from(message.sender.mailbox().map_err(fault)?)
        .to(Mailbox::new(Some(clean(message.name)), to))
        .subject(clean(message.subject))
        .date(morning_of(message.as_of))
        .message_id(Some(format!("<{id}@{}>", message.sender.domain())))
        // No person typed it (RFC 3834).
        .raw_header(text_header("Auto-Submitted", "auto-generated"))
        .raw_header(text_header("Content-Language", message.language))
        // Mail programs open the file as a draft.
        .raw_header(text_header("X-Unsent", "1"));
    if let Some(reply_to) = &message.sender.reply_to {
        let reply_to = ascii_address(reply_to)
            .parse()
            .map_err(|_| fault(format!("«{reply_to}» is not a mail address")))?;
        mail = mail.reply_to(Mailbox::new(None, reply_to));
    }
    if let Some(number) = message.diary_number {
        mail = mail.raw_header(text_header("X-Diary-Number", number));
    }
    Ok(mail
        .multipart(body)
        .map_err(|error| fault(error.to_string()))?
        .formatted())
}

/// A file as a part of a message. Its name is written twice: as RFC 2231 asks for, and as an encoded word in `name`, which
/// Outlook and older mail programs read.
fn attachment(file: &Artefact) -> Result<SinglePart, String> {
    let name = clean(&file.name).replace(['"', '\\'], "");
    let kind = format!("{}; name=\"{}\"", media_type(&name), encoded(&name));
    let kind = ContentType::parse(&kind).map_err(|error| error.to_string())?;
    let body = Body::new_with_encoding(file.bytes.clone(), ContentTransferEncoding::Base64);
    let body = body.map_err(|_| "the file cannot be encoded".to_owned())?;
    let part = SinglePart::builder().header(kind);
    let part = match Disposition::new(&name) {
        Some(disposition) => part.header(disposition),
        None => part.header(ContentDisposition::attachment(&name)),
    };
    Ok(part.body(body))
}

/// A name as encoded words (RFC 2047); left as it is if it needs none.
fn encoded(name: &str) -> String {
    let mut headers = Headers::new();
    headers.set(Subject::from(name.to_owned()));
    let line = headers.to_string();
    let words = line.split_once(": ").map_or("", |(_, words)| words);
    words.split_whitespace().collect::<Vec<_>>().join(" ")
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

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn sender(address: Option<&str>) -> Sender {
        Sender {
            name: "Kalix kommun".to_owned(),
            address: address.map(str::to_owned),
            reply_to: None,
        }
    }

    fn example<'a>(sender: &'a Sender, attached: &'a [Artefact]) -> Message<'a> {
        Message {
            sender,
            name: "Ordförande, lokala Brå\r\nBcc: alla@example.se",
            address: "bra@example.se",
            subject: "Uppföljning september 2023\r\nBcc: alla@example.se",
            text: "Två löften är efter.",
            html: "<p>Två löften är efter.</p>",
            attached,
            id: "ab12",
            language: "sv",
            diary_number: Some("KS 2023/117\r\nBcc: alla@example.se"),
            as_of: "2023-10-05".parse().unwrap(),
        }
    }

    fn text_of(message_of: &Message<'_>) -> String {
        String::from_utf8(message(message_of).unwrap()).unwrap()
    }

    #[test]
    fn the_same_message_has_the_same_bytes() {
        let file = [Artefact {
            name: "Uppföljning Kalix 2023-09.xlsx".to_owned(),
            bytes: vec![0, 1, 2, 255],
        }];
        let nobody = sender(None);
        let (one, other) = (
            text_of(&example(&nobody, &file)),
            text_of(&example(&nobody, &file)),
        );
        assert_eq!(one, other);
        for header in [
            "Date: Thu, 05 Oct 2023 07:00:00 +0000",
            "Auto-Submitted: auto-generated",
            "Content-Language: sv",
            "Message-ID: <ab12@lofte.invalid>",
            "AAEC/w==",
            "filename*=utf-8''Uppf%C3%B6ljning%20Kalix%202023-09.xlsx\r\n",
            "name=\"=?utf-8?b?",
        ] {
            assert!(one.contains(header), "{header} in\n{one}");
        }
    }

    #[test]
    fn the_sender_of_the_settings_stands_in_it() {
        let office = Sender {
            reply_to: Some("samordnare@example.se".to_owned()),
            ..sender(Some("lofte@example.se"))
        };
        let text = text_of(&example(&office, &[]));
        for header in [
            "<lofte@example.se>",
            "Message-ID: <ab12@example.se>",
            "Reply-To: samordnare@example.se",
        ] {
            assert!(text.contains(header), "{header} in\n{text}");
        }
    }

    #[test]
    fn nothing_adds_a_header() {
        let text = text_of(&example(&sender(None), &[]));
        assert!(!text.lines().any(|line| line.starts_with("Bcc")), "{text}");
    }

    #[test]
    fn what_is_no_address_is_an_error() {
        for address in [
            "bra",
            "bra@example.se\r\nRCPT TO:<x@example.se>",
            "",
            "a b@example.se",
        ] {
            assert!(
                message(&Message {
                    address,
                    ..example(&sender(None), &[])
                })
                .is_err(),
                "{address}"
            );
        }
    }
}
