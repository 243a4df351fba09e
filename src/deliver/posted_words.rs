//! What is said in a letter only when it is posted: that it takes the place of another, and the seal of what a draft is about.
//! What lies in the outbox stays the same bytes for the same inputs, as these depend on what has been sent.

use std::collections::BTreeMap;

use lettre::message::SinglePart;
use mail_parser::{Message as ParsedMessage, MessageParser, PartType};

use super::headers::clean;
use crate::error::Error;
use crate::model::finding::Phrase;
use crate::model::message::MessageKind;
use crate::model::span::DateSpan;
use crate::store::Delivery;
use crate::wording::Wording;

/// Words that are put into a letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct PostedWords {
    /// Its subject, if that is another.
    pub(super) subject: Option<String>,
    /// Paragraphs before its own words.
    above: Vec<String>,
}

impl PostedWords {
    /// What there is to say in a stored letter, in its own language. `seal`: the version's, as `2023-09/v1` and its hash.
    /// `dropped`: the files that it goes without.
    ///
    /// # Errors
    /// If its language is not known any more.
    pub(super) fn of(
        stored: &[u8],
        kind: MessageKind,
        corrects: Option<&Delivery>,
        seal: Option<(&str, &str)>,
        dropped: &[String],
    ) -> Result<PostedWords, Error> {
        let seal = seal.filter(|_| kind == MessageKind::Draft);
        if corrects.is_none() && seal.is_none() && dropped.is_empty() {
            return Ok(PostedWords::default());
        }
        let Some(message) = MessageParser::new().parse(stored) else {
            return Ok(PostedWords::default());
        };
        let language = message.header_raw("Content-Language").unwrap_or_default();
        let wording = Wording::new(language.trim(), &BTreeMap::new())?;
        let mut words = PostedWords::default();
        if let Some(earlier) = corrects {
            words = correction(&message, earlier, &wording);
        }
        if let Some((version, seal)) = seal {
            let phrase = Phrase::new("letter-draft-seal").with("version", version);
            words.above.push(wording.phrase(&phrase.with("seal", seal)));
        }
        if !dropped.is_empty() {
            let phrase = Phrase::new("letter-too-large").with("count", dropped.len());
            let names = dropped.join(", ");
            words
                .above
                .push(wording.phrase(&phrase.with("names", names)));
        }
        Ok(words)
    }

    /// The letter with these words before its own, in plain text and HTML.
    ///
    /// # Errors
    /// If what lies in the outbox is no letter.
    pub(super) fn put_into(&self, stored: Vec<u8>) -> Result<Vec<u8>, Error> {
        if self.above.is_empty() {
            return Ok(stored);
        }
        let above = &self.above;
        let message = MessageParser::new().parse(&stored);
        let message = message.ok_or_else(|| Error::Render {
            what: "a letter".to_owned(),
            fault: "what lies in the outbox is none".to_owned(),
        })?;
        let mut parts: Vec<(usize, usize, Vec<u8>)> = Vec::new();
        for id in message.text_body.iter().chain(&message.html_body) {
            let Some(part) = message.part(*id) else {
                continue;
            };
            let with_words = match &part.body {
                PartType::Text(text) => SinglePart::plain(with_line(text, above)),
                PartType::Html(html) => SinglePart::html(with_paragraph(html, above)),
                _ => continue,
            };
            let (from, to) = (part.offset_header as usize, part.offset_end as usize);
            if parts.iter().all(|(start, ..)| *start != from) {
                // The end of the last line belongs to the boundary after it.
                let bytes = with_words.formatted();
                let whole = bytes.strip_suffix(b"\r\n").unwrap_or(&bytes);
                parts.push((from, to, whole.to_vec()));
            }
        }
        parts.sort_by_key(|(from, ..)| *from);
        let mut bytes = Vec::with_capacity(stored.len() + 2048);
        let mut rest = 0;
        for (from, to, part) in parts {
            bytes.extend_from_slice(stored.get(rest..from).unwrap_or_default());
            bytes.extend_from_slice(&part);
            rest = to;
        }
        bytes.extend_from_slice(stored.get(rest..).unwrap_or_default());
        Ok(bytes)
    }
}

/// That a letter takes the place of an earlier one.
fn correction(message: &ParsedMessage<'_>, earlier: &Delivery, wording: &Wording) -> PostedWords {
    let day = DateSpan::day(earlier.date.unwrap_or(earlier.at).date_naive());
    let then = earlier.subject.as_deref().map_or("none", |subject| subject);
    let phrase = Phrase::new("letter-correction")
        .with("date", day)
        .with("then", then);
    let subject = message.subject().unwrap_or_default();
    let marked = Phrase::new("letter-correction-subject").with("subject", subject);
    PostedWords {
        subject: Some(clean(&wording.phrase(&marked))),
        above: vec![wording.phrase(&phrase)],
    }
}

fn with_line(text: &str, above: &[String]) -> String {
    format!("{}\n\n{}", above.join("\n\n"), text.replace("\r\n", "\n"))
}

/// A paragraph at the beginning of a page.
fn with_paragraph(html: &str, above: &[String]) -> String {
    let words = above
        .join("\n")
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('\n', "<br><br>");
    let paragraph = format!(
        "<p style=\"margin:0;padding:16px 24px;background-color:#ffffff;border-left:6px solid #12415f;\
         font-family:'Segoe UI',Arial,sans-serif;font-size:16px;line-height:24px;color:#1c2830;overflow-wrap:anywhere;\">\
         <strong>{words}</strong></p>\n"
    );
    let html = html.replace("\r\n", "\n");
    let body = html
        .find("<body")
        .and_then(|at| Some(at + html.get(at..)?.find('>')? + 1));
    let (head, rest) = html.split_at(body.unwrap_or(0));
    format!("{head}\n{paragraph}{}", rest.trim_start())
}

#[cfg(test)]
mod tests;
