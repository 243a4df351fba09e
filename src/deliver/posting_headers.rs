//! A message of the outbox → the bytes that are posted: sender, date and id set anew; redirected ones marked so.

use chrono::{DateTime, Utc};
use lettre::message::header::{From, Headers, ReplyTo, Subject, To};
use lettre::message::{Mailbox, Mailboxes};
use mail_parser::MessageParser;

use super::ascii::ascii_address;
use super::email::Sender;
use super::headers::clean;
use crate::error::Error;

/// What is set anew when a message is posted.
#[derive(Clone, Debug)]
pub(super) struct PostingHeaders<'a> {
    /// Who it comes from.
    pub(super) sender: &'a Sender,
    /// When it is posted.
    pub(super) date: DateTime<Utc>,
    /// Its Message-ID, with its brackets.
    pub(super) message_id: &'a str,
    /// The seal of its version.
    pub(super) seal: Option<&'a str>,
    /// Its subject, if that is another.
    pub(super) subject: Option<&'a str>,
    /// Somebody who gets it instead, and the mark that says so.
    pub(super) redirected: Option<(&'a str, &'a str)>,
}

/// The bytes to be posted.
///
/// # Errors
/// If what lies in the outbox has no headers, or a sender is no address.
pub(super) fn with_posting_headers(
    stored: &[u8],
    headers: &PostingHeaders<'_>,
) -> Result<Vec<u8>, Error> {
    let fault = |fault: String| Error::Render {
        what: format!("the message {}", headers.message_id),
        fault,
    };
    let end = stored
        .windows(4)
        .position(|four| four == b"\r\n\r\n")
        .ok_or_else(|| fault("it has no headers".to_owned()))?;
    let (head, body) = stored.split_at(end);
    let head =
        std::str::from_utf8(head).map_err(|_| fault("its headers are no text".to_owned()))?;

    let mut new = Headers::new();
    let from = headers.sender.mailbox().map_err(fault)?;
    new.set(From::from(Mailboxes::from(from)));
    if let Some(reply_to) = &headers.sender.reply_to {
        let reply_to = ascii_address(reply_to)
            .parse()
            .map_err(|_| fault(format!("«{reply_to}» is not a mail address")))?;
        new.set(ReplyTo::from(Mailboxes::from(Mailbox::new(None, reply_to))));
    }
    let mut lines = new.to_string();
    lines.push_str(&format!(
        "Date: {}\r\nMessage-ID: {}\r\n",
        headers.date.to_rfc2822(),
        clean(headers.message_id)
    ));
    // No person waits for an answer to it: none comes by itself (Exchange; elsewhere Auto-Submitted says so).
    lines.push_str("X-Auto-Response-Suppress: DR, RN, NRN, OOF, AutoReply\r\n");
    if let Some(seal) = headers.seal {
        lines.push_str(&format!("X-Lofte-Seal: {}\r\n", clean(seal)));
    }
    let mut replaced = vec!["from", "reply-to", "date", "message-id", "x-unsent"];
    let mut head = head.to_owned();
    if let Some(subject) = headers.subject {
        let mut field = Headers::new();
        field.set(Subject::from(subject.to_owned()));
        head = with_subject(&head, field.to_string().trim_end());
    }
    let head = head.as_str();
    if let Some((address, mark)) = headers.redirected {
        let to = ascii_address(address)
            .parse()
            .map_err(|_| fault(format!("«{address}» is not a mail address")))?;
        let mut to_line = Headers::new();
        to_line.set(To::from(Mailboxes::from(Mailbox::new(None, to))));
        lines.push_str(&to_line.to_string());
        lines.push_str(&marked_subject(head, mark));
        replaced.extend(["to", "subject"]);
    }
    for header in fields(head) {
        let name = header
            .split(':')
            .next()
            .unwrap_or_default()
            .trim()
            .to_ascii_lowercase();
        if !replaced.contains(&name.as_str()) {
            lines.push_str(header);
            lines.push_str("\r\n");
        }
    }
    // The blank line between head and body begins where the head's last line ended.
    let mut bytes = lines.into_bytes();
    bytes.extend_from_slice(body.strip_prefix(b"\r\n").unwrap_or(body));
    Ok(bytes)
}

/// The one address that a message is written to; none if it is written to nobody, or to several.
pub(super) fn recipient_of(stored: &[u8]) -> Option<String> {
    let parsed = MessageParser::new().parse_headers(stored)?;
    let others = [parsed.cc(), parsed.bcc()];
    let mut addressed = parsed.to()?.iter();
    let (first, second) = (addressed.next()?, addressed.next());
    let is_one = second.is_none() && others.iter().all(Option::is_none);
    first.address().filter(|_| is_one).map(str::to_owned)
}

/// A head whose subject is another field.
fn with_subject(head: &str, subject: &str) -> String {
    let is_subject = |field: &&str| field.to_ascii_lowercase().starts_with("subject:");
    let mut fields: Vec<&str> = fields(head);
    fields.retain(|field| !is_subject(field));
    fields.push(subject);
    fields.join("\r\n")
}

/// The fields of a head, each with its folded lines.
fn fields(head: &str) -> Vec<&str> {
    let mut fields = Vec::new();
    let mut start = 0;
    for (at, _) in head.match_indices("\r\n") {
        if !head[at + 2..].starts_with([' ', '\t']) {
            fields.push(&head[start..at]);
            start = at + 2;
        }
    }
    fields.push(&head[start..]);
    fields
}

/// The subject after a mark: «[lofte: for chair] Uppföljning …». The mark is plain letters, so that the blank before what
/// may be an encoded word stays.
fn marked_subject(head: &str, mark: &str) -> String {
    let mark: String = mark
        .chars()
        .filter(|sign| sign.is_ascii() && !sign.is_control())
        .collect();
    let stored = fields(head)
        .into_iter()
        .find_map(|field| field.strip_prefix("Subject:"))
        .unwrap_or_default();
    format!("Subject: [{mark}]\r\n {}\r\n", stored.trim())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const STORED: &[u8] = b"From: Kalix <no-reply@lofte.invalid>\r\nTo: =?utf-8?b?T3JkZg==?=\r\n <bra@example.se>\r\n\
        Subject: Hej\r\nDate: Thu, 05 Oct 2023 07:00:00 +0000\r\nMessage-ID: <ab@lofte.invalid>\r\nX-Unsent: 1\r\n\
        MIME-Version: 1.0\r\n\r\nText\r\nFrom: nobody\r\n";

    fn posted(redirected: Option<(&str, &str)>) -> String {
        let sender = Sender {
            name: "Kalix kommun".to_owned(),
            address: Some("lofte@example.se".to_owned()),
            reply_to: Some("svar@example.se".to_owned()),
        };
        let date = "2023-10-06T08:30:00Z".parse().unwrap();
        let headers = PostingHeaders {
            sender: &sender,
            date,
            message_id: "<ab@example.se>",
            seal: Some("ab12"),
            subject: None,
            redirected,
        };
        String::from_utf8(with_posting_headers(STORED, &headers).unwrap()).unwrap()
    }

    #[test]
    fn sender_date_and_id_are_set_anew_and_the_rest_is_left() {
        let text = posted(None);
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        assert_eq!(body, "Text\r\nFrom: nobody\r\n");
        let mut names: Vec<_> = fields(head)
            .iter()
            .map(|field| field.split(':').next().unwrap())
            .collect();
        names.sort_unstable();
        assert_eq!(
            names,
            [
                "Date",
                "From",
                "MIME-Version",
                "Message-ID",
                "Reply-To",
                "Subject",
                "To",
                "X-Auto-Response-Suppress",
                "X-Lofte-Seal"
            ]
        );
        for kept in [
            "<lofte@example.se>",
            "Fri, 6 Oct 2023 08:30:00 +0000",
            "<ab@example.se>",
            "\r\n <bra@example.se>",
        ] {
            assert!(head.contains(kept), "{kept} in\n{head}");
        }
    }

    #[test]
    fn the_recipient_is_the_one_that_it_is_written_to_and_nobody_besides() {
        assert_eq!(recipient_of(STORED).as_deref(), Some("bra@example.se"));
        let text = String::from_utf8(STORED.to_vec()).unwrap();
        for (one, several) in [
            (" <bra@example.se>", " <bra@example.se>, x@example.se"),
            ("Subject:", "Cc: x@example.se\r\nSubject:"),
            ("Subject:", "Bcc: x@example.se\r\nSubject:"),
        ] {
            assert_eq!(recipient_of(text.replace(one, several).as_bytes()), None);
        }
    }

    #[test]
    fn a_redirected_message_goes_to_nobody_else() {
        let text = posted(Some(("jag@example.se", "Prov, till chair")));
        assert!(
            text.contains("To: jag@example.se\r\n") && !text.contains("bra@example.se"),
            "{text}"
        );
        assert!(
            text.contains("Subject: [Prov, till chair]\r\n Hej\r\n"),
            "{text}"
        );
    }
}
