//! What is to be posted: what each recipient should have, held against what the ledger says that it has.

use std::fs;
use std::path::PathBuf;

use chrono::NaiveDate;

use super::expected::{ExpectedMessage, expected};
use super::log::{DeliveryLog, said};
use super::outbox;
use crate::error::Error;
use crate::model::message::{MessageKind, OutboxMessage};
use crate::store::{Delivery, LedgerEntries, LedgerEntry, Made, Versions};

/// One message, and what is to become of it.
#[derive(Clone, Debug)]
pub(crate) struct PlannedMessage {
    /// The message.
    pub(crate) outgoing: OutboxMessage,
    /// The name of its period.
    pub(crate) period: String,
    /// The number of its version; 0 for a reminder.
    pub(crate) version: u32,
    /// The folder its file lies in.
    pub(crate) folder: PathBuf,
    /// How often it was asked to be sent.
    pub number: u32,
    /// Its Message-ID, if it has been posted before.
    pub(crate) message_id: Option<String>,
    /// What is to become of it.
    pub(crate) state: MessageState,
}

/// What is to become of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum MessageState {
    /// It is to be posted; what was said of it before, if anything.
    ToPost(Option<String>),
    /// It has been posted.
    Sent(Box<Delivery>),
    /// It waits, and for what.
    Waiting(String),
}

/// Which messages are asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Selection<'a> {
    /// A period; none for that of the version made last.
    pub(crate) period: Option<&'a str>,
    /// Whether what is begun of other periods is asked for too.
    pub others: bool,
    /// The day it is taken to be, for what waits until a day.
    pub(crate) today: NaiveDate,
    /// Whether what has been sent is to be sent again.
    pub(crate) resend: bool,
}

/// Every message asked for, in the order in which they are posted.
///
/// # Errors
/// If an outbox cannot be read, or is not as it was approved.
pub(crate) fn plan(
    versions: &Versions,
    entries: &LedgerEntries,
    selection: &Selection<'_>,
) -> Result<Vec<PlannedMessage>, Error> {
    let log = DeliveryLog::new(entries);
    let of_period = |period: &str, resend: bool| -> Result<Vec<PlannedMessage>, Error> {
        let expected = expected(versions, entries, period, selection.today)?;
        let planned = expected.into_iter().map(|one| planned(one, &log, resend));
        Ok(planned.collect())
    };
    let main = main_period(versions, entries, selection.period)?;
    let mut messages = match &main {
        Some(period) => of_period(period, selection.resend)?,
        None => Vec::new(),
    };
    if selection.others {
        let begun = begun_periods(versions, entries, &log)?;
        for period in begun.iter().filter(|period| Some(*period) != main.as_ref()) {
            // What is to be sent again is of the period asked for.
            let others = of_period(period, false)?.into_iter();
            messages.extend(others.filter(|message| is_left(message, &log)));
        }
    }
    Ok(messages)
}

/// What one recipient should have, held against what it has.
fn planned(expected: ExpectedMessage, log: &DeliveryLog<'_>, resend: bool) -> PlannedMessage {
    let ExpectedMessage {
        mut outgoing,
        period,
        version,
        folder,
        waits_for,
    } = expected;
    outgoing.id = log.id_of(&outgoing).to_owned();
    let (number, message_id, state) = match log.last(&outgoing.id) {
        None => (1, None, MessageState::ToPost(None)),
        Some((LedgerEntry::Sent(sent), _)) if resend => {
            (sent.number + 1, None, MessageState::ToPost(None))
        }
        Some((line, last)) => {
            let state = match line {
                LedgerEntry::Sent(sent) => MessageState::Sent(Box::new(sent.clone())),
                line => MessageState::ToPost(said(line, last)),
            };
            (last.number, Some(last.message_id.clone()), state)
        }
    };
    let state = match (state, waits_for) {
        (MessageState::ToPost(_), Some(reason)) => MessageState::Waiting(reason),
        (state, _) => state,
    };
    PlannedMessage {
        outgoing,
        period,
        version,
        folder,
        number,
        message_id,
        state,
    }
}

/// Whether a message of another period than the last is still to be taken up. What was refused is told in the report by now,
/// and a reminder's day is past.
fn is_left(message: &PlannedMessage, log: &DeliveryLog<'_>) -> bool {
    message.outgoing.kind != MessageKind::Reminder
        && !matches!(message.state, MessageState::Sent(_))
        && !log.is_refused(&message.outgoing.id)
}

/// The period asked for; else the one whose version was made last, if there is any.
fn main_period(
    versions: &Versions,
    entries: &LedgerEntries,
    asked: Option<&str>,
) -> Result<Option<String>, Error> {
    if let Some(period) = asked {
        if versions.last_number(period)? == 0 {
            return Err(Error::Usage(format!(
                "there is no version of {period} to send; make it by lofte run first"
            )));
        }
        return Ok(Some(period.to_owned()));
    }
    let is_there = |made: &&Made| versions.version(&made.period, made.version).exists();
    let made = entries
        .iter()
        .rev()
        .filter_map(LedgerEntry::made)
        .find(is_there);
    Ok(made.map(|made| made.period.clone()))
}

/// The periods of messages whose sending was asked for and is not done, and of versions that were approved and have not
/// gone.
fn begun_periods(
    versions: &Versions,
    entries: &LedgerEntries,
    log: &DeliveryLog<'_>,
) -> Result<Vec<String>, Error> {
    let mut periods: Vec<String> = Vec::new();
    for entry in entries.iter() {
        let period = match entry {
            LedgerEntry::Approved(approval) => {
                let version = versions.version(&approval.period, approval.version);
                let messages =
                    outbox::read(&version)?.map_or_else(Vec::new, |outbox| outbox.messages);
                let is_left = |one: &OutboxMessage| {
                    one.kind == MessageKind::Edition && !log.is_settled(log.id_of(one))
                };
                messages.iter().any(is_left).then_some(&approval.period)
            }
            entry => entry
                .delivery()
                .filter(|delivery| !log.is_settled(&delivery.id))
                .map(|delivery| &delivery.period),
        };
        periods.extend(period.filter(|period| !periods.contains(period)).cloned());
    }
    Ok(periods)
}

impl PlannedMessage {
    /// The message as it was written; one of a version must have the hash that was written with it.
    ///
    /// # Errors
    /// If it has changed, or cannot be read.
    pub(super) fn stored(&self, versions: &Versions) -> Result<Vec<u8>, Error> {
        if self.version > 0 {
            let version = versions.version(&self.period, self.version);
            return version.read(&format!("outbox/{}", self.outgoing.file));
        }
        let path = self.folder.join(&self.outgoing.file);
        fs::read(&path).map_err(|fault| Error::io(&path, fault))
    }
}
