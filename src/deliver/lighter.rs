//! A letter that is too large for a server: the same with fewer files.

use mail_parser::{MessageParser, MimeHeaders};

/// How much of a letter is posted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Weight {
    /// All of it.
    #[default]
    Whole,
    /// Of its files the PDF alone.
    PdfAlone,
    /// None of its files.
    Bare,
}

impl Weight {
    /// What is tried when that is too large.
    pub(super) fn lighter(self) -> Option<Weight> {
        match self {
            Weight::Whole => Some(Weight::PdfAlone),
            Weight::PdfAlone => Some(Weight::Bare),
            Weight::Bare => None,
        }
    }

    fn keeps(self, file: &str) -> bool {
        match self {
            Weight::Whole => true,
            Weight::PdfAlone => file.to_ascii_lowercase().ends_with(".pdf"),
            Weight::Bare => false,
        }
    }
}

/// The letter without the files that it does not keep, and their names.
pub(super) fn lightened(stored: Vec<u8>, weight: Weight) -> (Vec<u8>, Vec<String>) {
    let mut dropped = Vec::new();
    let mut ranges = Vec::new();
    if let Some(message) = MessageParser::new().parse(&stored) {
        for part in message.attachments() {
            let name = part.attachment_name().unwrap_or("?");
            let range = boundaries(
                &stored,
                part.offset_header as usize,
                part.offset_end as usize,
            );
            if let (false, Some(range)) = (weight.keeps(name), range) {
                dropped.push(name.to_owned());
                ranges.push(range);
            }
        }
    }
    let mut bytes = Vec::with_capacity(stored.len());
    let mut rest = 0;
    for (from, to) in ranges {
        bytes.extend_from_slice(stored.get(rest..from).unwrap_or_default());
        rest = to;
    }
    bytes.extend_from_slice(stored.get(rest..).unwrap_or_default());
    (bytes, dropped)
}

/// From the boundary before a part to the one after it.
fn boundaries(stored: &[u8], from: usize, to: usize) -> Option<(usize, usize)> {
    let is_mark = |three: &[u8]| three == b"\n--";
    let before = stored.get(..from)?.windows(3).rposition(is_mark)?;
    let after = stored
        .get(to.saturating_sub(1)..)?
        .windows(3)
        .position(is_mark)?;
    Some((before + 1, to.saturating_sub(1) + after + 1))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::deliver::email::{Message, Sender, message};
    use crate::model::report::Artefact;

    #[test]
    fn the_pdf_alone_is_kept_and_then_nothing() {
        let files = ["Å.pdf", "Å.xlsx", "sida.html"].map(|name| Artefact {
            name: name.to_owned(),
            bytes: name.repeat(900).into_bytes(),
        });
        let stored = message(&Message {
            sender: &Sender::placeholder(),
            name: "Chefen",
            address: "chef@example.se",
            subject: "Uppföljning",
            text: "Hej,\n\nså är det.\n",
            html: "<html><body><p>så är det.</p></body></html>\n",
            attached: &files,
            id: "ab12",
            language: "sv",
            diary_number: None,
            as_of: "2023-10-05".parse().unwrap(),
        })
        .unwrap();
        let mut length = usize::MAX;
        for (weight, kept) in [
            (Weight::Whole, vec!["Å.pdf", "Å.xlsx", "sida.html"]),
            (Weight::PdfAlone, vec!["Å.pdf"]),
            (Weight::Bare, vec![]),
        ] {
            let (bytes, dropped) = lightened(stored.clone(), weight);
            let parsed = MessageParser::new().parse(&bytes).unwrap();
            let names: Vec<&str> = parsed
                .attachments()
                .filter_map(|part| part.attachment_name())
                .collect();
            assert_eq!(names, kept);
            assert_eq!(dropped.len(), 3 - kept.len());
            let whole = |part: &&mail_parser::MessagePart<'_>| part.contents().len() > 4000;
            assert_eq!(parsed.attachments().filter(whole).count(), kept.len());
            assert!(parsed.body_text(0).unwrap().contains("så är det."));
            assert!(parsed.body_html(0).unwrap().contains("så är det."));
            assert!(bytes.len() < length, "{weight:?}");
            length = bytes.len();
        }
    }
}
