//! Mail that came back: read from a Maildir, a folder of messages or a mailbox file, and set against the messages that the
//! ledger knows. Nothing there is changed.

use std::fs::{self, File};
use std::io::BufReader;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use mail_parser::mailbox::mbox::MessageIterator;
use mail_parser::{Message, MessageParser, PartType};

use super::ascii::ascii_address;
use crate::error::Error;
use crate::store::{Delivery, LedgerEntries, LedgerEntry, Versions};

/// The most bytes of one message that is read.
const LARGEST: u64 = 32 << 20;
/// How many characters of an explanation are kept.
const KEPT_TEXT: usize = 300;

/// That a message did not reach somebody.
#[derive(Debug, Default, PartialEq, Eq)]
struct Bounce {
    /// The Message-ID of what came back, without its brackets, or what the envelope was called.
    ids: Vec<String>,
    /// Whom it did not reach, if that is told.
    to: Option<String>,
    why: String,
}

/// Enters what came back since, and returns the lines.
///
/// # Errors
/// If the place cannot be read, or the ledger cannot be written.
pub(crate) fn enter_bounces(
    versions: &Versions,
    entries: &LedgerEntries,
    place: &Path,
    now: DateTime<Utc>,
) -> Result<Vec<Delivery>, Error> {
    let mut entered: Vec<Delivery> = Vec::new();
    for bounce in bounces(place)? {
        let Some(sent) = sent(entries, &bounce) else {
            continue;
        };
        let is_same = |other: &Delivery| {
            (&other.id, other.number, &other.to) == (&sent.id, sent.number, &sent.to)
        };
        let is_known = entries
            .iter()
            .any(|entry| matches!(entry, LedgerEntry::Bounced(other) if is_same(other)));
        if is_known || entered.iter().any(is_same) {
            continue;
        }
        let bounced = Delivery {
            answer: Some(bounce.why),
            at: now,
            ..sent.clone()
        };
        versions
            .ledger()
            .append(&LedgerEntry::Bounced(bounced.clone()))?;
        entered.push(bounced);
    }
    Ok(entered)
}

/// The message that came back, if a server had taken it, or may have.
fn sent<'a>(entries: &'a LedgerEntries, bounce: &Bounce) -> Option<&'a Delivery> {
    let is_it = |delivery: &&Delivery| {
        let id = delivery.message_id.trim_matches(['<', '>']);
        let local = id.split('@').next().unwrap_or(id);
        let is_to = bounce
            .to
            .as_ref()
            .is_none_or(|to| ascii_address(&delivery.to).eq_ignore_ascii_case(&ascii_address(to)));
        !id.is_empty() && is_to && bounce.ids.iter().any(|known| known == id || known == local)
    };
    let taken = entries.iter().rev().filter_map(|entry| match entry {
        LedgerEntry::Sent(delivery) | LedgerEntry::Lost(delivery) => Some(delivery),
        _ => None,
    });
    taken.into_iter().find(is_it)
}

fn bounces(place: &Path) -> Result<Vec<Bounce>, Error> {
    let mut found = Vec::new();
    let mut read = |bytes: &[u8]| {
        if let Some(message) = MessageParser::new().parse(bytes) {
            found.extend(bounces_of(&message));
        }
    };
    let io = |path: &Path| {
        let path = path.to_owned();
        move |fault| Error::io(&path, fault)
    };
    if !place.is_dir() {
        let file = File::open(place).map_err(io(place))?;
        for message in MessageIterator::new(BufReader::new(file)) {
            // A message that cannot be read is no reason not to read the next.
            match message {
                Ok(message) => read(message.contents()),
                Err(_) => break,
            }
        }
        return Ok(found);
    }
    // Of a Maildir, what has come and what somebody has seen.
    let parts = [place.join("new"), place.join("cur")];
    let folders: Vec<PathBuf> = match parts.iter().any(|part| part.is_dir()) {
        true => parts.into_iter().filter(|part| part.is_dir()).collect(),
        false => vec![place.to_owned()],
    };
    for folder in folders {
        for entry in fs::read_dir(&folder).map_err(io(&folder))? {
            let path = entry.map_err(io(&folder))?.path();
            let is_message =
                fs::metadata(&path).is_ok_and(|known| known.is_file() && known.len() <= LARGEST);
            if is_message {
                read(&fs::read(&path).map_err(io(&path))?);
            }
        }
    }
    Ok(found)
}

/// What a message says of others that did not arrive; nothing if it is an ordinary one, an answer from somebody who is away, or
/// tells of a delay alone.
fn bounces_of(message: &Message<'_>) -> Vec<Bounce> {
    let mut original = Vec::new();
    let mut reports = Vec::new();
    for part in &message.parts {
        let kind = part_kind(part);
        match (&part.body, kind.as_str()) {
            (PartType::Message(inner), _) => {
                original.extend(inner.message_id().map(str::to_owned));
            }
            (_, "text/rfc822-headers" | "message/rfc822-headers" | "message/rfc822") => {
                let inner = MessageParser::new().parse_headers(part.contents());
                original.extend(inner.and_then(|inner| inner.message_id().map(str::to_owned)));
            }
            (_, "message/delivery-status" | "message/global-delivery-status") => {
                reports.push(String::from_utf8_lossy(part.contents()).into_owned());
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    for report in &reports {
        let blocks: Vec<Vec<(String, String)>> = report
            .replace("\r\n", "\n")
            .split("\n\n")
            .map(fields)
            .collect();
        let mut ids = original.clone();
        ids.extend(
            blocks
                .iter()
                .filter_map(|block| field(block, "original-envelope-id")),
        );
        for block in &blocks {
            if field(block, "action").is_some_and(|action| action.eq_ignore_ascii_case("failed")) {
                let to =
                    field(block, "original-recipient").or_else(|| field(block, "final-recipient"));
                let why = [field(block, "status"), field(block, "diagnostic-code")];
                found.push(Bounce {
                    ids: ids.clone(),
                    to: to.map(|to| after_semicolon(&to)),
                    why: short(&why.into_iter().flatten().collect::<Vec<_>>().join(" ")),
                });
            }
        }
    }
    if reports.is_empty() && is_from_a_server(message) {
        found.extend(without_report(message, original));
    }
    found
}

/// A message without a report for machines, as old servers write them: the Message-ID stands somewhere in its words.
fn without_report(message: &Message<'_>, mut ids: Vec<String>) -> Option<Bounce> {
    let text = message.body_text(0).unwrap_or_default().into_owned();
    let quoted = text.split(['<', '>']).filter(|word| word.contains('@'));
    ids.extend(quoted.map(str::to_owned));
    let subject = message.subject().unwrap_or_default();
    (!ids.is_empty()).then(|| Bounce {
        ids,
        to: None,
        why: short(subject),
    })
}

/// Whether a mail server has written it: it has no sender that could be answered, and is no answer that somebody set up.
fn is_from_a_server(message: &Message<'_>) -> bool {
    let sender = message.from().and_then(|from| from.first());
    let name = sender
        .and_then(|sender| sender.address())
        .unwrap_or_default();
    let name = name.split('@').next().unwrap_or_default().to_lowercase();
    let is_reply = message
        .header_raw("Auto-Submitted")
        .is_some_and(|kind| kind.trim().starts_with("auto-replied"));
    let is_failed = message.header_raw("X-Failed-Recipients").is_some();
    is_failed || (!is_reply && matches!(name.as_str(), "mailer-daemon" | "postmaster" | ""))
}

fn part_kind(part: &mail_parser::MessagePart<'_>) -> String {
    use mail_parser::MimeHeaders;
    let Some(kind) = part.content_type() else {
        return String::new();
    };
    format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or_default()).to_lowercase()
}

/// The fields of a block, their folded lines joined.
fn fields(block: &str) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = Vec::new();
    for line in block.lines() {
        match (line.split_once(':'), fields.last_mut()) {
            (_, Some((_, value))) if line.starts_with([' ', '\t']) => {
                value.push(' ');
                value.push_str(line.trim());
            }
            (Some((name, value)), _) => {
                fields.push((name.trim().to_lowercase(), value.trim().to_owned()));
            }
            _ => {}
        }
    }
    fields
}

fn field(block: &[(String, String)], name: &str) -> Option<String> {
    let found = block.iter().find(|(known, _)| known == name);
    found.map(|(_, value)| value.clone())
}

/// `rfc822; chef@example.se` without what it begins with.
fn after_semicolon(value: &str) -> String {
    let value = value.split_once(';').map_or(value, |(_, rest)| rest);
    value.trim().trim_matches(['<', '>']).to_owned()
}

fn short(text: &str) -> String {
    text.chars()
        .map(|sign| if sign.is_control() { ' ' } else { sign })
        .take(KEPT_TEXT)
        .collect()
}

#[cfg(test)]
mod tests;
