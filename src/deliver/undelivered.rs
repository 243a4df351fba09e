//! What went wrong with the mail of earlier periods, for the next report to tell until it has arrived.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::log::{DeliveryLog, may_be_duplicate};
use super::outbox;
use super::plan::{PlannedMessage, delivery_states};
use super::state::MessageState;
use crate::model::finding::{Finding, FindingKind, Place};
use crate::model::message::MessageKind;
use crate::model::report::PreviousVersion;
use crate::model::span::Period;
use crate::store::{Delivery, LedgerEntries, LedgerEntry, Versions};

/// Findings about messages of earlier periods: those that were refused or came back and have not arrived since, under whatever
/// address, and those of the period before that may have arrived twice.
pub(crate) fn findings(
    versions: &Versions,
    entries: &LedgerEntries,
    period: &Period,
    previous: Option<&PreviousVersion>,
    today: NaiveDate,
) -> Vec<Finding> {
    let is_earlier =
        |name: &&str| matches!(name.parse::<Period>(), Ok(other) if other.end() < period.end());
    let deliveries = entries.iter().filter_map(LedgerEntry::delivery);
    let periods: BTreeSet<&str> = deliveries
        .map(|delivery| delivery.period.as_str())
        .filter(is_earlier)
        .collect();
    if periods.is_empty() {
        return Vec::new();
    }
    let log = DeliveryLog::new(entries, outbox::editions(versions, entries));
    let mut findings = Vec::new();
    for name in periods {
        let refusals = refusals(entries, name);
        let delivery_states = delivery_states(versions, entries, &log, name, today);
        findings.extend(
            delivery_states
                .iter()
                .filter_map(|message| undelivered(message, &refusals)),
        );
        findings.extend(refusals.values().filter_map(|line| reminder(line)));
        if previous.is_some_and(|previous| previous.period == name) {
            findings.extend(uncertain(entries, name));
        }
    }
    findings
}

/// Whoever a message is for, whatever its address is now.
type Recipient<'a> = (&'static str, &'a str, &'a str);

fn recipient(delivery: &Delivery) -> Recipient<'_> {
    let partner = delivery.partner.as_deref().unwrap_or_default();
    (delivery.kind.name(), partner, &delivery.name)
}

/// The recipients of a period whose last message was refused or came back, each with that line.
fn refusals<'a>(
    entries: &'a LedgerEntries,
    period: &str,
) -> BTreeMap<Recipient<'a>, &'a LedgerEntry> {
    let mut last = BTreeMap::new();
    for entry in entries.iter() {
        let Some(delivery) = entry.delivery().filter(|one| one.period == period) else {
            continue;
        };
        match entry {
            LedgerEntry::Refused(_) | LedgerEntry::Bounced(_) => {
                last.insert(recipient(delivery), entry);
            }
            LedgerEntry::Sent(_) => {
                last.remove(&recipient(delivery));
            }
            _ => {}
        }
    }
    last
}

/// That a message has not arrived, if its recipient should have it and somebody has said no.
fn undelivered(
    message: &PlannedMessage,
    refusals: &BTreeMap<Recipient<'_>, &LedgerEntry>,
) -> Option<Finding> {
    let outgoing = &message.outgoing;
    let is_owed = matches!(
        message.state,
        MessageState::ToPost(_) | MessageState::Held(_)
    );
    if !is_owed || outgoing.kind == MessageKind::Reminder {
        return None;
    }
    let partner = outgoing.partner.as_deref().unwrap_or_default();
    let recipient = (outgoing.kind.name(), partner, outgoing.name.as_str());
    let refused = refusals.get(&recipient)?;
    Some(not_arrived(refused.delivery()?))
}

/// A reminder's day is past: what is told is that nothing has reached the partner since.
fn reminder(line: &LedgerEntry) -> Option<Finding> {
    line.delivery()
        .filter(|delivery| delivery.kind == MessageKind::Reminder)
        .map(not_arrived)
}

fn not_arrived(delivery: &Delivery) -> Finding {
    let (period, name, answer) = (
        delivery.period.clone(),
        delivery.name.clone(),
        delivery.answer.clone(),
    );
    let kind = match delivery.kind {
        MessageKind::Edition => FindingKind::UndeliveredMessage {
            period,
            name,
            answer,
        },
        kind => FindingKind::UndeliveredLetter {
            what: kind.name().to_owned(),
            period,
            name,
            answer,
        },
    };
    Finding::new(kind, Place::none())
}

/// That messages of a period may have arrived twice.
fn uncertain(entries: &LedgerEntries, period: &str) -> Vec<Finding> {
    let mut messages: BTreeMap<(&str, u32), Vec<&LedgerEntry>> = BTreeMap::new();
    for entry in entries.iter() {
        let its = |delivery: &&Delivery| {
            delivery.period == period && delivery.kind == MessageKind::Edition
        };
        if let Some(delivery) = entry.delivery().filter(its) {
            let message = (delivery.id.as_str(), delivery.number);
            messages.entry(message).or_default().push(entry);
        }
    }
    let told = messages.into_values().filter_map(|lines| {
        let is_open = matches!(
            lines.last(),
            Some(LedgerEntry::Sent(_) | LedgerEntry::Lost(_) | LedgerEntry::HandingOver(_))
        );
        let delivery = lines.last()?.delivery()?;
        let kind = FindingKind::UncertainDelivery {
            period: delivery.period.clone(),
            name: delivery.name.clone(),
        };
        (is_open && may_be_duplicate(&lines)).then(|| Finding::new(kind, Place::none()))
    });
    told.collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::finding::Code;

    fn delivery() -> Delivery {
        serde_json::from_str(
            r#"{"period":"2023-09","version":1,"id":"ab","name":"Chefen","answer":"550 5.1.1 unknown","at":"2023-10-05T06:00:00Z"}"#,
        )
        .unwrap()
    }

    type Event = fn(Delivery) -> LedgerEntry;

    fn entries(events: &[Event]) -> LedgerEntries {
        let entries: Vec<LedgerEntry> = events.iter().map(|event| event(delivery())).collect();
        entries.into()
    }

    #[test]
    fn what_may_have_arrived_twice_is_told() {
        use LedgerEntry::*;
        let facts: [(&[Event], usize); 5] = [
            (&[Posting, HandingOver, Sent], 0),
            (&[Posting, Refused, Posting, HandingOver, Sent], 0),
            (&[Posting, HandingOver, Lost, Posting, HandingOver, Sent], 1),
            (&[Posting, HandingOver, Posting, HandingOver, Sent], 1),
            (&[Posting, Posting, Deferred, Posting, HandingOver, Sent], 0),
        ];
        for (events, told) in facts {
            let findings = uncertain(&entries(events), "2023-09");
            assert_eq!(findings.len(), told);
            assert!(
                findings
                    .iter()
                    .all(|finding| finding.code() == Code::UncertainDelivery)
            );
            assert_eq!(uncertain(&entries(events), "2023-08"), []);
        }
    }

    #[test]
    fn a_recipient_has_been_refused_until_something_of_the_kind_arrives_at_whatever_address() {
        use LedgerEntry::*;
        let elsewhere: Event = |delivery| {
            Sent(Delivery {
                id: "cd".to_owned(),
                to: "ny@example.se".to_owned(),
                ..delivery
            })
        };
        let facts: [(&[Event], usize); 5] = [
            (&[Posting, Refused], 1),
            (&[Sent, Bounced], 1),
            (&[Refused, Posting, Deferred], 1),
            (&[Posting, Refused, Sent], 0),
            (&[Posting, Refused, elsewhere], 0),
        ];
        for (events, told) in facts {
            assert_eq!(refusals(&entries(events), "2023-09").len(), told);
            assert_eq!(refusals(&entries(events), "2023-08").len(), 0);
        }
    }
}
