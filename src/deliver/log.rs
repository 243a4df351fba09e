//! What the ledger tells of each message, and of each recipient.
//!
//! A message has lines in the ledger: `posting` before anything of it is said, `handing-over` when all but its end has been,
//! then `sent`, `deferred`, `refused` or `lost`, and `bounced` if it came back. One whose last line is `posting` cannot have
//! arrived and is posted again; one whose last line is `handing-over` or `lost` may have, and is posted again under the same
//! Message-ID, which is told.

use std::collections::BTreeMap;

use super::reasons::SaidBefore;
use crate::model::message::{MessageKind, OutboxMessage};
use crate::store::{Delivery, LedgerEntry};

/// Which edition a message carries, by its id: what the lines of earlier programs do not tell.
pub(crate) type EditionsById = BTreeMap<String, String>;

/// The ledger's lines about each message, oldest first.
pub(crate) struct DeliveryLog<'a> {
    by_id: BTreeMap<&'a str, Vec<&'a LedgerEntry>>,
    /// By period, kind and address.
    by_recipient: BTreeMap<(&'a str, &'static str, String), Vec<&'a LedgerEntry>>,
    editions: EditionsById,
}

impl<'a> DeliveryLog<'a> {
    /// The lines among all entries of a ledger.
    pub(crate) fn new(entries: &'a [LedgerEntry], editions: EditionsById) -> DeliveryLog<'a> {
        let mut log = DeliveryLog {
            by_id: BTreeMap::new(),
            by_recipient: BTreeMap::new(),
            editions,
        };
        for entry in entries {
            if let Some(delivery) = entry.delivery() {
                log.by_id.entry(&delivery.id).or_default().push(entry);
                let recipient = (
                    delivery.period.as_str(),
                    delivery.kind.name(),
                    delivery.to.to_lowercase(),
                );
                log.by_recipient.entry(recipient).or_default().push(entry);
            }
        }
        log
    }

    /// The lines of one message.
    pub(super) fn of(&self, id: &str) -> &[&'a LedgerEntry] {
        self.by_id.get(id).map_or(&[], Vec::as_slice)
    }

    /// Everything of its kind and edition that the recipient of a message has been sent in a period, whatever it said. A
    /// reminder is no state that another one corrects: its lines are its own.
    pub(super) fn course(&self, period: &str, message: &OutboxMessage) -> Vec<&'a LedgerEntry> {
        if message.kind == MessageKind::Reminder {
            return self.of(&message.id).to_vec();
        }
        let (kind, to) = (message.kind.name(), message.address.to_lowercase());
        let recipients = self.by_recipient.iter();
        let lines = recipients
            .filter(|((of, its, address), _)| *of == period && *its == kind && *address == to)
            .flat_map(|(_, lines)| lines);
        let is_its = |entry: &&&LedgerEntry| {
            entry.delivery().is_some_and(|delivery| {
                let edition = delivery
                    .edition
                    .as_ref()
                    .or_else(|| self.editions.get(&delivery.id));
                match edition {
                    Some(edition) => *edition == message.edition,
                    None => is_id_of(&delivery.id, message),
                }
            })
        };
        lines.filter(is_its).copied().collect()
    }

    /// The id under which the ledger knows a message: one that the first version of lofte has sent keeps the id it had there.
    pub(super) fn id_of<'b>(&self, message: &'b OutboxMessage) -> &'b str {
        let first = message.first_id.as_deref();
        first
            .filter(|first| {
                self.by_id.contains_key(first) && !self.by_id.contains_key(&*message.id)
            })
            .unwrap_or(&message.id)
    }

    /// Whether nothing more is to be done about a message: a server has taken or refused it.
    pub(super) fn is_settled(&self, id: &str) -> bool {
        matches!(
            self.of(id).last(),
            Some(LedgerEntry::Sent(_) | LedgerEntry::Refused(_) | LedgerEntry::Bounced(_))
        )
    }

    /// Whether a server has refused a message, or it came back.
    pub(super) fn is_refused(&self, id: &str) -> bool {
        matches!(
            self.of(id).last(),
            Some(LedgerEntry::Refused(_) | LedgerEntry::Bounced(_))
        )
    }

    /// Whether a message that was sent may have arrived twice.
    pub(crate) fn may_be_duplicate(&self, id: &str) -> bool {
        may_be_duplicate(self.of(id))
    }
}

/// Whether that is an id of the message.
pub(super) fn is_id_of(id: &str, message: &OutboxMessage) -> bool {
    id == message.id || Some(id) == message.first_id.as_deref()
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

/// How often a message may have arrived without the server's saying so.
pub(super) fn uncertain(lines: &[&LedgerEntry]) -> usize {
    let next = lines.iter().skip(1).map(Some).chain([None]);
    let is_uncertain = |(line, next): &(&&LedgerEntry, Option<&&LedgerEntry>)| {
        matches!(line, LedgerEntry::HandingOver(_))
            && !matches!(
                next,
                Some(LedgerEntry::Sent(_) | LedgerEntry::Deferred(_) | LedgerEntry::Refused(_))
            )
    };
    lines.iter().zip(next).filter(is_uncertain).count()
}

/// What the last line of a message says, if no server has taken it for sure.
pub(super) fn said(line: &LedgerEntry, delivery: &Delivery) -> Option<SaidBefore> {
    let answer = delivery.answer.clone();
    match line {
        LedgerEntry::Planned(_) => None,
        LedgerEntry::Posting(_) => Some(SaidBefore::Begun),
        LedgerEntry::HandingOver(_) | LedgerEntry::Lost(_) => Some(SaidBefore::Uncertain),
        LedgerEntry::Refused(_) => Some(SaidBefore::Refused(answer)),
        LedgerEntry::Bounced(_) => Some(SaidBefore::CameBack(answer)),
        _ => Some(SaidBefore::PutOff(answer)),
    }
}
