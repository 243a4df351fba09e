//! What `send` prints of messages.

use std::collections::BTreeMap;

use crate::deliver::{
    DeliveryLog, MessageNote, MessageState, PlannedMessage, PostingSummary, answer_as_told, time_of,
};
use crate::model::agreement::Role;
use crate::model::finding::Phrase;
use crate::model::message::MessageKind;
use crate::store::{Delivery, LedgerEntries};
use crate::wording::Wording;

/// What became of the messages, and of those that were not posted.
pub(super) fn summary(
    summary: &PostingSummary,
    rest: &[PlannedMessage],
    wording: &Wording,
) -> Vec<String> {
    let sent_before = rest
        .iter()
        .filter(|message| matches!(message.state, MessageState::Sent(_)))
        .count();
    let counts = Phrase::new("delivery-summary")
        .with("sent", summary.sent)
        .with("before", sent_before);
    let mut phrases = vec![counts];
    for (phrase, notes) in [
        (Phrase::new("delivery-deferred"), &summary.deferred),
        (Phrase::new("delivery-refused"), &summary.refused),
        (Phrase::new("delivery-lightened"), &summary.lightened),
        (Phrase::new("delivery-damaged"), &summary.damaged),
        (Phrase::new("delivery-uncertain"), &summary.uncertain),
    ] {
        phrases.extend(notes.iter().map(|note| noted(phrase.clone(), note)));
    }
    for message in rest {
        let (phrase, reason) = match &message.state {
            MessageState::Waiting(reason) => (Phrase::new("delivery-waiting"), reason.phrase()),
            MessageState::Held(reason) if reason.is_uncertain() => {
                (Phrase::new("delivery-unsure"), reason.phrase())
            }
            MessageState::Held(reason) => (Phrase::new("delivery-held"), reason.phrase()),
            MessageState::ToPost(_) | MessageState::Sent(_) => continue,
        };
        let to = &message.outgoing;
        let phrase = phrase.with("name", &to.name).with("role", role(to.role));
        phrases.push(phrase.with("reason", reason));
    }
    phrases
        .iter()
        .map(|phrase| wording.phrase(phrase))
        .collect()
}

fn noted(phrase: Phrase, note: &MessageNote) -> Phrase {
    phrase
        .with("name", &note.name)
        .with("role", role(note.role))
        .with("said", note.said.clone())
}

/// Who gets what, and who has got what, when, and what the server said.
pub(super) fn list(
    messages: &[PlannedMessage],
    entries: &LedgerEntries,
    wording: &Wording,
) -> Vec<String> {
    let log = DeliveryLog::new(entries, BTreeMap::new());
    let mut lines: Vec<String> = messages
        .iter()
        .map(|message| line(message, &log, wording))
        .collect();
    if lines.is_empty() {
        lines.push(wording.text("delivery-nothing"));
    }
    let earlier = entries.sent().filter(|sent| {
        messages
            .iter()
            .all(|message| message.outgoing.id != sent.id)
    });
    lines.extend(earlier.map(|sent| {
        let parts = [
            format!("{}/v{}", sent.period, sent.version),
            wording.phrase(&kind(sent.kind)),
            format!("{} <{}>", sent.name, sent.to),
            wording.phrase(&was_sent(sent, false)),
        ];
        parts.join(" · ")
    }));
    lines
}

fn line(message: &PlannedMessage, log: &DeliveryLog<'_>, wording: &Wording) -> String {
    let PlannedMessage {
        outgoing: to,
        period,
        version,
        state,
        ..
    } = message;
    let state = match state {
        MessageState::ToPost(None) => Phrase::new("delivery-to-post"),
        MessageState::ToPost(Some(said)) => {
            Phrase::new("delivery-to-post-again").with("said", said.phrase())
        }
        MessageState::Waiting(reason) => reason.phrase(),
        MessageState::Held(reason) if reason.is_uncertain() => {
            Phrase::new("delivery-may-be-delivered").with("reason", reason.phrase())
        }
        MessageState::Held(reason) => {
            Phrase::new("delivery-not-delivered").with("reason", reason.phrase())
        }
        MessageState::Sent(sent) => was_sent(sent, log.may_be_duplicate(&to.id)),
    };
    let place = if *version == 0 {
        period.clone()
    } else {
        format!("{period}/v{version}")
    };
    let phrase = |phrase: Phrase| wording.phrase(&phrase);
    let mut parts = vec![
        place,
        format!(
            "{} ({})",
            phrase(kind(to.kind)),
            phrase(edition(&to.edition))
        ),
        format!("{} ({}) <{}>", to.name, phrase(role(to.role)), to.address),
    ];
    if !to.attached.is_empty() {
        parts.push(to.attached.join(", "));
    }
    parts.push(phrase(state));
    parts.join(" · ")
}

fn was_sent(sent: &Delivery, twice: bool) -> Phrase {
    Phrase::new("delivery-sent")
        .with("time", time_of(sent.at))
        .with(
            "answer",
            answer_as_told(sent.answer.as_deref().unwrap_or("none")),
        )
        .with("twice", if twice { "yes" } else { "no" })
}

/// A recipient's role.
fn role(role: Role) -> Phrase {
    Phrase::new("delivery-role").with("role", role.name())
}

fn kind(kind: MessageKind) -> Phrase {
    Phrase::new("delivery-kind").with("kind", kind.name())
}

/// `full`, `public`, `partner:polisen`.
fn edition(name: &str) -> Phrase {
    let (edition, partner) = name.split_once(':').unwrap_or((name, ""));
    Phrase::new("delivery-edition")
        .with("edition", edition)
        .with("partner", partner)
}
