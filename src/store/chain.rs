//! How the lines of the ledger hold each other: each has the hash of the line before. The ledger's head, a file beside it, has
//! the number of the last line and its hash, so that lines gone from the end are missed too.
//!
//! Blank lines, blanks around a line and a byte-order mark, as editors leave them, are no part of a line.

use serde::{Deserialize, Serialize};

use super::entry::{KNOWN, LedgerEntry};
use super::hashes::sha256;
use crate::error::LedgerFault;

/// A line as it is written.
#[derive(Serialize)]
pub(super) struct Line<'a> {
    #[serde(flatten)]
    pub(super) entry: &'a LedgerEntry,
    pub(super) line_before: &'a str,
}

/// The part of a line that every program writes, whatever else it tells; earlier programs wrote no hash.
#[derive(Deserialize)]
struct Named {
    event: String,
    line_before: Option<String>,
}

/// What the file beside the ledger says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) lines: usize,
    pub(super) last: String,
}

impl Head {
    /// None if it is not to be understood, as if it were gone.
    pub(super) fn parsed(text: &str) -> Option<Head> {
        let (lines, last) = text.trim().split_once(' ')?;
        Some(Head {
            lines: lines.parse().ok()?,
            last: last.to_owned(),
        })
    }

    /// Always of the same length, so that it is written over the one before.
    pub(super) fn to_line(&self) -> String {
        format!("{:010} {}\n", self.lines, self.last)
    }
}

/// The lines of a ledger that hold each other.
pub(super) struct Chain {
    pub(super) entries: Vec<LedgerEntry>,
    /// A last line that cannot be read.
    pub(super) torn: Option<String>,
}

/// What counts of the lines of a text, each with its number, counted from 1.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let plain = |line: &str| line.trim_matches(|sign: char| is_nothing(sign)).is_empty();
    text.lines()
        .enumerate()
        .filter(move |(_, line)| !plain(line))
        .map(|(at, line)| (at + 1, line.trim_matches(is_nothing)))
}

/// A blank, a byte-order mark, or the zeros that a machine without power leaves.
fn is_nothing(sign: char) -> bool {
    sign.is_whitespace() || sign == '\u{feff}' || sign == '\0'
}

impl Chain {
    /// Reads the lines, and holds each against the one after it, and all against the head.
    ///
    /// # Errors
    /// If a line cannot be read, has been changed, or is gone, or the head is.
    pub(super) fn parsed(text: &str, head: Option<&Head>) -> Result<Chain, LedgerFault> {
        let lines: Vec<(usize, &str)> = lines(text).collect();
        let mut chain = Chain {
            entries: Vec::new(),
            torn: None,
        };
        let mut before = String::new();
        let (mut is_held, mut number_before, mut appended) = (false, 0, 0);
        for (at, (number, line)) in lines.iter().enumerate() {
            let (named, entry) = match parsed(line) {
                Ok(parsed) => parsed,
                // The beginning of a line is never JSON: a whole line that tells of nothing was put in by hand.
                Err(_) if at + 1 == lines.len() && is_torn(line) => {
                    chain.torn = Some((*line).to_owned());
                    break;
                }
                Err(fault) => {
                    return Err(LedgerFault::Unreadable {
                        number: *number,
                        why: fault.to_string(),
                    });
                }
            };
            match named.line_before {
                Some(hash) if hash == before => is_held = true,
                Some(_) if number_before == 0 => {
                    return Err(LedgerFault::NoBeginning);
                }
                Some(_) => return Err(LedgerFault::ChangedOrGone(number_before)),
                None if is_held => return Err(LedgerFault::Foreign(*number)),
                None => {}
            }
            if let Some(LedgerEntry::TakenOver(taken)) = &entry
                && taken.content != content(lines.iter().take(at).map(|(_, line)| *line))
            {
                return Err(LedgerFault::ChangedBefore(*number));
            }
            let with_another = matches!(
                entry,
                Some(LedgerEntry::TakenOver(_) | LedgerEntry::Mended(_))
            );
            appended += usize::from(is_held && !with_another);
            chain.entries.extend(entry);
            (before, number_before) = (sha256(line.as_bytes()), *number);
        }
        let whole = lines.len() - usize::from(chain.torn.is_some());
        if let Some(head) = head {
            if head.lines > whole {
                let gone = head.lines - whole;
                return Err(match chain.torn {
                    Some(_) if gone == 1 => LedgerFault::LastChanged,
                    _ => LedgerFault::LastGone(gone),
                });
            }
            let last = head.lines.checked_sub(1).and_then(|last| lines.get(last));
            if let Some((number, line)) = last
                && sha256(line.as_bytes()) != head.last
            {
                return Err(LedgerFault::Changed(*number));
            }
        } else if appended > 1 {
            // Only the first is on disk before there is a head.
            let head = Head {
                lines: whole,
                last: before,
            };
            return Err(LedgerFault::NoHead {
                last: number_before,
                head: head.to_line().trim_end().to_owned(),
            });
        }
        Ok(chain)
    }
}

/// Whether a line was left as a crash leaves it.
fn is_torn(line: &str) -> bool {
    serde_json::from_str::<serde::de::IgnoredAny>(line).is_err()
}

/// The entry of a line; none if its event is unknown.
fn parsed(line: &str) -> serde_json::Result<(Named, Option<LedgerEntry>)> {
    let named = serde_json::from_str::<Named>(line)?;
    let is_known = KNOWN.contains(&named.event.as_str());
    let entry = is_known.then(|| serde_json::from_str(line)).transpose()?;
    Ok((named, entry))
}

/// One hash of lines.
fn content<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    sha256(lines.collect::<Vec<_>>().join("\n").as_bytes())
}

/// The end of a ledger, behind which the next line is written.
pub(super) struct Tail {
    /// How many bytes of the file are kept.
    pub(super) kept: usize,
    /// A last line that cannot be read, and is not kept.
    pub(super) torn: Option<String>,
    /// Whether what is kept ends with the end of a line.
    pub(super) is_ended: bool,
    /// How many lines are kept, and the hash of the last of them.
    pub(super) head: Head,
    /// The hash of all lines, if the last of them was written by a program that entered no hashes.
    pub(super) unheld: Option<String>,
}

impl Tail {
    pub(super) fn of(bytes: &[u8]) -> Tail {
        let start = |until: &[u8]| {
            let end = until.iter().rposition(|byte| *byte == b'\n');
            end.map_or(0, |end| end + 1)
        };
        let is_blank = |part: &[u8]| String::from_utf8_lossy(part).chars().all(is_nothing);
        // The last line that holds anything.
        let mut end = bytes.len();
        let mut from = start(bytes);
        while from > 0 && is_blank(bytes.get(from..end).unwrap_or_default()) {
            end = from - 1;
            from = start(bytes.get(..end).unwrap_or_default());
        }
        let last = String::from_utf8_lossy(bytes.get(from..end).unwrap_or_default());
        let last = last.trim_matches(is_nothing);
        let is_torn = !last.is_empty() && is_torn(last);
        let kept = if is_torn { from } else { bytes.len() };
        let whole = bytes.get(..kept).unwrap_or_default();
        let text = String::from_utf8_lossy(whole);
        let all: Vec<&str> = lines(&text).map(|(_, line)| line).collect();
        let is_held = |line: &&&str| {
            serde_json::from_str::<Named>(line).is_ok_and(|named| named.line_before.is_some())
        };
        let unheld = all.last().filter(|last| !is_held(last));
        Tail {
            kept,
            torn: is_torn.then(|| last.to_owned()),
            is_ended: whole.is_empty() || whole.ends_with(b"\n"),
            head: Head {
                lines: all.len(),
                last: all
                    .last()
                    .map_or_else(String::new, |last| sha256(last.as_bytes())),
            },
            unheld: unheld.map(|_| content(all.iter().copied())),
        }
    }
}
