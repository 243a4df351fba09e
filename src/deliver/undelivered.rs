//! What went wrong with the mail of the period before, for the next report to tell.

use std::collections::BTreeMap;

use super::log::may_be_duplicate;
use crate::model::finding::{Finding, FindingKind, Place};
use crate::model::message::MessageKind;
use crate::model::report::PreviousVersion;
use crate::store::{Delivery, LedgerEntry};

/// Findings about messages of the previous period: those refused and never taken since, and those that may have arrived
/// twice.
pub(crate) fn findings(
    entries: &[LedgerEntry],
    previous: Option<&PreviousVersion>,
) -> Vec<Finding> {
    let Some(previous) = previous else {
        return Vec::new();
    };
    let mut messages: BTreeMap<(&str, u32), Vec<&LedgerEntry>> = BTreeMap::new();
    for entry in entries {
        let relevant = |delivery: &&Delivery| {
            delivery.period == previous.period && delivery.kind == MessageKind::Edition
        };
        if let Some(delivery) = entry.delivery().filter(relevant) {
            messages
                .entry((&delivery.id, delivery.number))
                .or_default()
                .push(entry);
        }
    }
    messages
        .into_values()
        .filter_map(|lines| finding(&lines))
        .collect()
}

/// What one message's lines tell.
fn finding(lines: &[&LedgerEntry]) -> Option<Finding> {
    match lines.last()? {
        LedgerEntry::Refused(delivery) => {
            let kind = FindingKind::UndeliveredMessage {
                period: delivery.period.clone(),
                name: delivery.name.clone(),
                answer: delivery.answer.clone(),
            };
            Some(Finding::new(kind, Place::none()))
        }
        LedgerEntry::Sent(delivery) if may_be_duplicate(lines) => {
            let kind = FindingKind::UncertainDelivery {
                period: delivery.period.clone(),
                name: delivery.name.clone(),
            };
            Some(Finding::new(kind, Place::none()))
        }
        _ => None,
    }
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

    fn codes(events: &[Event], period: &str) -> Vec<Code> {
        let entries: Vec<LedgerEntry> = events.iter().map(|event| event(delivery())).collect();
        let previous = PreviousVersion {
            period: period.to_owned(),
            ..PreviousVersion::default()
        };
        findings(&entries, Some(&previous))
            .iter()
            .map(|finding| finding.code())
            .collect()
    }

    #[test]
    fn what_never_arrived_or_may_have_arrived_twice_is_told_in_the_next_report() {
        use LedgerEntry::*;
        let (undelivered, uncertain) = (
            vec![Code::UndeliveredMessage],
            vec![Code::UncertainDelivery],
        );
        let facts: [(&[Event], Vec<Code>); 6] = [
            (&[Posting, HandingOver, Sent], vec![]),
            (&[Posting, Refused], undelivered),
            (&[Posting, Refused, Posting, HandingOver, Sent], vec![]),
            (
                &[Posting, HandingOver, Lost, Posting, HandingOver, Sent],
                uncertain.clone(),
            ),
            (
                &[Posting, HandingOver, Posting, HandingOver, Sent],
                uncertain,
            ),
            (
                &[Posting, Posting, Deferred, Posting, HandingOver, Sent],
                vec![],
            ),
        ];
        for (events, relevant) in facts {
            assert_eq!(codes(events, "2023-09"), relevant);
            assert_eq!(codes(events, "2023-08"), []);
        }
    }
}
