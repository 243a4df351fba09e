//! What the ledger tells of each message.
//!
//! A message has lines in the ledger: `posting` before anything of it is said, `handing-over` when all but its end has been,
//! then `sent`, `deferred`, `refused` or `lost`. One whose last line is `posting` cannot have arrived and is posted again; one
//! whose last line is `handing-over` or `lost` may have, and is posted again under the same Message-ID, which is told.

use std::collections::BTreeMap;

use crate::model::message::OutboxMessage;
use crate::store::{Delivery, LedgerEntry};

/// The ledger's lines about each message, oldest first, by the message's id.
pub(crate) struct DeliveryLog<'a>(BTreeMap<&'a str, Vec<&'a LedgerEntry>>);

impl<'a> DeliveryLog<'a> {
    /// The lines among all entries of a ledger.
    pub(crate) fn new(entries: &'a [LedgerEntry]) -> DeliveryLog<'a> {
        let mut log: BTreeMap<&str, Vec<&LedgerEntry>> = BTreeMap::new();
        for entry in entries {
            if let Some(delivery) = entry.delivery() {
                log.entry(&delivery.id).or_default().push(entry);
            }
        }
        DeliveryLog(log)
    }

    fn of(&self, id: &str) -> &[&'a LedgerEntry] {
        self.0.get(id).map_or(&[], Vec::as_slice)
    }

    /// The id under which the ledger knows a message: one that the first version of lofte has sent keeps the id it had there.
    pub(super) fn id_of<'b>(&self, message: &'b OutboxMessage) -> &'b str {
        let first = message.first_id.as_deref();
        first
            .filter(|first| self.0.contains_key(first) && !self.0.contains_key(&*message.id))
            .unwrap_or(&message.id)
    }

    /// The last line of a message, and what stands in it.
    pub(super) fn last(&self, id: &str) -> Option<(&'a LedgerEntry, &'a Delivery)> {
        let line = self.of(id).last()?;
        Some((line, line.delivery()?))
    }

    /// Whether nothing more is to be done about a message: a server has taken or refused it.
    pub(super) fn is_settled(&self, id: &str) -> bool {
        matches!(
            self.of(id).last(),
            Some(LedgerEntry::Sent(_) | LedgerEntry::Refused(_))
        )
    }

    /// Whether a server has refused a message.
    pub(super) fn is_refused(&self, id: &str) -> bool {
        matches!(self.of(id).last(), Some(LedgerEntry::Refused(_)))
    }

    /// Whether a message that was sent may have arrived twice.
    pub(crate) fn may_be_duplicate(&self, id: &str) -> bool {
        may_be_duplicate(self.of(id))
    }
}

/// Whether a message was posted again after the server may have taken it: its answer was lost, or lofte was stopped before
/// it could enter it.
pub(super) fn may_be_duplicate(lines: &[&LedgerEntry]) -> bool {
    lines
        .iter()
        .zip(lines.iter().skip(1))
        .any(|(line, next)| match line {
            LedgerEntry::Lost(_) => true,
            LedgerEntry::HandingOver(_) => matches!(next, LedgerEntry::Posting(_)),
            _ => false,
        })
}

/// What the last line of a message says, if no server has taken it for sure.
pub(super) fn said(line: &LedgerEntry, delivery: &Delivery) -> Option<String> {
    let answer = delivery.answer.as_deref().unwrap_or("lofte was stopped");
    match line {
        LedgerEntry::Planned(_) => None,
        LedgerEntry::Posting(_) => Some("begun, and lofte was stopped before it left".to_owned()),
        LedgerEntry::HandingOver(_) | LedgerEntry::Lost(_) => Some(
            "may have arrived, as the server's answer is lost; it goes again with the same Message-ID".to_owned(),
        ),
        LedgerEntry::Refused(_) => Some(format!("refused: {answer}")),
        _ => Some(format!("put off: {answer}")),
    }
}
