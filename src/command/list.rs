//! `lofte send --list --format json`: who gets what, and who has got what, for machines.

use std::borrow::Cow;

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::deliver::{MessageState, Plan, PlannedMessage};
use crate::error::Error;
use crate::store::{Delivery, LedgerEntries};

#[derive(Serialize)]
struct ListedOutbox<'a> {
    agreement: &'a str,
    messages: Vec<ListedMessage<'a>>,
    /// What the ledger tells of messages that lie in no outbox any more.
    earlier: Vec<EarlierMessage<'a>>,
    /// What is not as it was made, and is not sent.
    faults: Vec<String>,
}

#[derive(Serialize)]
struct ListedMessage<'a> {
    period: &'a str,
    /// None for a reminder.
    version: Option<u32>,
    kind: &'static str,
    edition: &'a str,
    name: &'a str,
    role: &'static str,
    address: &'a str,
    attached: &'a [String],
    id: &'a str,
    /// How often it was asked to be sent.
    number: u32,
    message_id: Option<&'a str>,
    seal: Option<&'a str>,
    /// `to-send`, `to-send-again`, `sent`, `waiting`, `not-delivered`.
    state: &'static str,
    /// What it waits for, or what was said of it.
    said: Option<Cow<'a, str>>,
    sent_at: Option<DateTime<Utc>>,
}

#[derive(Serialize)]
struct EarlierMessage<'a> {
    period: &'a str,
    version: u32,
    kind: &'static str,
    name: &'a str,
    address: &'a str,
    id: &'a str,
    sent_at: DateTime<Utc>,
    said: Option<&'a str>,
}

/// An agreement's outbox on one line.
///
/// # Errors
/// If it has no form in JSON.
pub(super) fn json(agreement: &str, plan: &Plan, entries: &LedgerEntries) -> Result<String, Error> {
    let is_listed = |sent: &&Delivery| {
        let mut messages = plan.messages.iter();
        messages.any(|message| message.outgoing.id == sent.id)
    };
    let listed = ListedOutbox {
        agreement,
        messages: plan.messages.iter().map(message).collect(),
        earlier: entries
            .sent()
            .filter(|sent| !is_listed(sent))
            .map(earlier)
            .collect(),
        faults: plan.faults.iter().map(Error::to_string).collect(),
    };
    serde_json::to_string(&listed).map_err(|fault| Error::Render {
        what: "the list".to_owned(),
        fault: fault.to_string(),
    })
}

fn message(message: &PlannedMessage) -> ListedMessage<'_> {
    let to = &message.outgoing;
    let (state, said, sent_at) = match &message.state {
        MessageState::ToPost(None) => ("to-send", None, None),
        MessageState::ToPost(Some(said)) => ("to-send-again", Some(said.to_string().into()), None),
        MessageState::Sent(sent) => {
            let answer = sent.answer.as_deref().map(Cow::from);
            ("sent", answer, Some(sent.at))
        }
        MessageState::Waiting(reason) => ("waiting", Some(reason.to_string().into()), None),
        MessageState::Held(reason) => ("not-delivered", Some(reason.to_string().into()), None),
    };
    ListedMessage {
        period: &message.period,
        version: Some(message.version).filter(|version| *version > 0),
        kind: to.kind.name(),
        edition: &to.edition,
        name: &to.name,
        role: to.role.name(),
        address: &to.address,
        attached: &to.attached,
        id: &to.id,
        number: message.number,
        message_id: message.message_id.as_deref(),
        seal: message.seal.as_deref(),
        state,
        said,
        sent_at,
    }
}

fn earlier(sent: &Delivery) -> EarlierMessage<'_> {
    EarlierMessage {
        period: &sent.period,
        version: sent.version,
        kind: sent.kind.name(),
        name: &sent.name,
        address: &sent.to,
        id: &sent.id,
        sent_at: sent.at,
        said: sent.answer.as_deref(),
    }
}
