//! What `send` prints of messages.

use std::collections::BTreeMap;

use crate::deliver::{DeliveryLog, MessageState, PlannedMessage, PostingSummary};
use crate::store::LedgerEntries;

/// What became of the messages, and of those that were not posted.
pub(super) fn summary(summary: &PostingSummary, rest: &[PlannedMessage]) -> Vec<String> {
    let sent_before = rest
        .iter()
        .filter(|message| matches!(message.state, MessageState::Sent(_)))
        .count();
    let mut lines = vec![format!(
        "Messages sent: {}. Sent before: {sent_before}.",
        summary.sent
    )];
    let with = |mark: &str, lines: &[String]| {
        lines
            .iter()
            .map(|line| format!("{mark}: {line}"))
            .collect::<Vec<_>>()
    };
    lines.extend(with("Put off to the next run", &summary.deferred));
    lines.extend(with("Refused", &summary.refused));
    lines.extend(with("Taken without all of its files", &summary.lightened));
    lines.extend(with("Not as it was made, and not sent", &summary.damaged));
    lines.extend(with("May have arrived twice", &summary.uncertain));
    for message in rest {
        let (mark, reason) = match &message.state {
            MessageState::Waiting(reason) => ("", reason),
            MessageState::Held(reason) => ("Not delivered: ", reason),
            _ => continue,
        };
        let to = &message.outgoing;
        lines.push(format!("{mark}{} ({}) {reason}", to.name, to.role.name()));
    }
    lines
}

/// Who gets what, and who has got what, when, and what the server said.
pub(super) fn list(messages: &[PlannedMessage], entries: &LedgerEntries) -> Vec<String> {
    let log = DeliveryLog::new(entries, BTreeMap::new());
    let mut lines: Vec<String> = messages.iter().map(|message| line(message, &log)).collect();
    if lines.is_empty() {
        lines.push("Nothing lies in the outbox.".to_owned());
    }
    let earlier = entries.sent().filter(|sent| {
        messages
            .iter()
            .all(|message| message.outgoing.id != sent.id)
    });
    lines.extend(earlier.map(|sent| {
        let answer = sent.answer.as_deref().unwrap_or_default();
        let at = sent.at.format("%Y-%m-%d %H:%M UTC");
        format!(
            "{}/v{} · {} · {} <{}> · sent {at}: {answer}",
            sent.period,
            sent.version,
            sent.kind.name(),
            sent.name,
            sent.to
        )
    }));
    lines
}

fn line(message: &PlannedMessage, log: &DeliveryLog<'_>) -> String {
    let PlannedMessage {
        outgoing: to,
        period,
        version,
        state,
        ..
    } = message;
    let state = match state {
        MessageState::ToPost(None) => "to be sent".to_owned(),
        MessageState::ToPost(Some(said)) => format!("to be sent again; {said}"),
        MessageState::Waiting(reason) => reason.clone(),
        MessageState::Held(reason) => format!("not delivered; {reason}"),
        MessageState::Sent(sent) => {
            let answer = sent.answer.as_deref().unwrap_or_default();
            let twice = if log.may_be_duplicate(&to.id) {
                "; may have arrived twice"
            } else {
                ""
            };
            format!(
                "sent {}: {answer}{twice}",
                sent.at.format("%Y-%m-%d %H:%M UTC")
            )
        }
    };
    let place = if *version == 0 {
        period.clone()
    } else {
        format!("{period}/v{version}")
    };
    let attached = if to.attached.is_empty() {
        String::new()
    } else {
        format!(" · {}", to.attached.join(", "))
    };
    format!(
        "{place} · {} ({}) · {} ({}) <{}>{attached} · {state}",
        to.kind.name(),
        to.edition,
        to.name,
        to.role.name(),
        to.address
    )
}
