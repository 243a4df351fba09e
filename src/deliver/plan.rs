//! What is to be posted: what each recipient should have, held against what the ledger says that it has.

use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, Utc};

use super::expected::{ExpectedMessage, expected};
use super::log::DeliveryLog;
use super::outbox;
use super::state::{MessageState, delivery_state};
use super::stored::stored;
use crate::error::{AskedFault, Error};
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
    /// The seal of its version.
    pub(crate) seal: Option<String>,
    /// How often it was asked to be sent.
    pub number: u32,
    /// Its Message-ID, if it has been posted before.
    pub(crate) message_id: Option<String>,
    /// What is to become of it.
    pub(crate) state: MessageState,
    /// How often it may have arrived already.
    pub(super) uncertain: usize,
    /// The letter that it takes the place of.
    pub(super) corrects: Option<Delivery>,
}

/// What is to be posted, and why some of it cannot be.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    /// Every message asked for, in the order in which they are posted.
    pub(crate) messages: Vec<PlannedMessage>,
    /// What is not as it was made, and so is not posted. It holds up nothing else.
    pub(crate) faults: Vec<Error>,
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
    /// What time it is, for what waits until it may go again.
    pub(crate) now: DateTime<Utc>,
    /// Whether what has been sent is to be sent again.
    pub(crate) resend: bool,
    /// Whether it is to be posted, and so must be as it was made.
    pub(crate) to_post: bool,
}

/// Every message asked for.
///
/// # Errors
/// If the period asked for has no version, or a folder cannot be read.
pub(crate) fn plan(
    versions: &Versions,
    entries: &LedgerEntries,
    selection: &Selection<'_>,
) -> Result<Plan, Error> {
    let log = DeliveryLog::new(entries, outbox::editions(versions, entries));
    let mut plan = Plan::default();
    let mut add = |period: &str, resend: bool, is_asked: &dyn Fn(&PlannedMessage) -> bool| {
        let expected = expected(versions, entries, period, selection.today);
        plan.faults.extend(expected.faults);
        for one in expected.messages {
            let message = planned(one, &log, resend, selection.now);
            if !is_asked(&message) {
                continue;
            }
            plan.messages.push(message);
        }
    };
    let main = main_period(versions, entries, selection.period)?;
    if let Some(period) = &main {
        add(period, selection.resend, &|_| true);
    }
    if selection.others {
        let begun = begun_periods(versions, entries, &log);
        for period in begun.iter().filter(|period| Some(*period) != main.as_ref()) {
            // What is to be sent again is of the period asked for.
            add(period, false, &|message| is_left(message, &log));
        }
    }
    if selection.to_post {
        plan.without_damaged(versions, entries);
    }
    Ok(plan)
}

impl Plan {
    /// Leaves out what is not as it was made, before anything is posted. Of a version that was approved nothing goes then:
    /// exactly what was approved goes out.
    fn without_damaged(&mut self, versions: &Versions, entries: &LedgerEntries) {
        let mut damaged: Vec<(String, u32)> = Vec::new();
        let is_to_post =
            |message: &PlannedMessage| matches!(message.state, MessageState::ToPost(_));
        let faults = &mut self.faults;
        self.messages.retain(|message| {
            if !is_to_post(message) {
                return true;
            }
            let Err(fault) = message.stored(versions) else {
                return true;
            };
            faults.push(fault);
            let mut approvals = entries.approvals(&message.period);
            if approvals.any(|approval| approval.version == message.version) {
                damaged.push((message.period.clone(), message.version));
            }
            false
        });
        let is_of = |message: &PlannedMessage| {
            let version = (message.period.clone(), message.version);
            damaged.contains(&version)
        };
        self.messages
            .retain(|message| !(is_to_post(message) && is_of(message)));
    }
}

/// How it stands with every recipient of a period.
pub(super) fn delivery_states(
    versions: &Versions,
    entries: &LedgerEntries,
    log: &DeliveryLog<'_>,
    period: &str,
    today: NaiveDate,
) -> Vec<PlannedMessage> {
    let now = entries.last().map(LedgerEntry::at).unwrap_or_default();
    let expected = expected(versions, entries, period, today).messages;
    let planned = expected
        .into_iter()
        .map(|one| planned(one, log, false, now));
    planned.collect()
}

/// What one recipient should have, held against what it has.
fn planned(
    expected: ExpectedMessage,
    log: &DeliveryLog<'_>,
    resend: bool,
    now: DateTime<Utc>,
) -> PlannedMessage {
    let ExpectedMessage {
        mut outgoing,
        period,
        version,
        folder,
        waits_for,
        seal,
    } = expected;
    let found = delivery_state(log, &period, &outgoing, resend, now);
    outgoing.id = log.id_of(&outgoing).to_owned();
    let state = match (found.state, waits_for) {
        (MessageState::ToPost(_), Some(reason)) => MessageState::Waiting(reason),
        (state, _) => state,
    };
    PlannedMessage {
        outgoing,
        period,
        version,
        folder,
        seal,
        number: found.number,
        message_id: found.message_id,
        state,
        uncertain: found.uncertain,
        corrects: found.corrects,
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
            let period = period.to_owned();
            return Err(Error::Asked(AskedFault::NoVersionOf(period)));
        }
        return Ok(Some(period.to_owned()));
    }
    let is_there = |made: &&Made| versions.version(&made.period, made.version).exists();
    let made = entries
        .iter()
        .rev()
        .filter_map(LedgerEntry::made)
        .find(is_there);
    if let Some(made) = made {
        return Ok(Some(made.period.clone()));
    }
    // The ledger was lost: what lies there tells it.
    let latest = versions.latest()?;
    Ok(latest.map(|version| version.period().to_owned()))
}

/// The periods of messages whose sending was asked for and is not done, and of versions that were approved and have not
/// gone. Of one that cannot be read it is told why when its messages are asked for.
fn begun_periods(
    versions: &Versions,
    entries: &LedgerEntries,
    log: &DeliveryLog<'_>,
) -> Vec<String> {
    let mut periods: Vec<String> = Vec::new();
    for entry in entries.iter() {
        let period = match entry {
            LedgerEntry::Approved(approval) => {
                let version = versions.version(&approval.period, approval.version);
                let is_left = |one: &OutboxMessage| {
                    one.kind == MessageKind::Edition && !log.is_settled(log.id_of(one))
                };
                let is_begun = match outbox::read(&version) {
                    Ok(outbox) => outbox.is_some_and(|outbox| outbox.messages.iter().any(is_left)),
                    Err(_) => true,
                };
                is_begun.then_some(&approval.period)
            }
            entry => entry
                .delivery()
                .filter(|delivery| !log.is_settled(&delivery.id))
                .map(|delivery| &delivery.period),
        };
        periods.extend(period.filter(|period| !periods.contains(period)).cloned());
    }
    periods
}

impl PlannedMessage {
    /// Whether files go with it.
    pub(super) fn has_files(&self) -> bool {
        !self.outgoing.attached.is_empty()
    }

    /// The message as it was written.
    ///
    /// # Errors
    /// As for [`stored`].
    pub(super) fn stored(&self, versions: &Versions) -> Result<Vec<u8>, Error> {
        let place = (self.period.as_str(), self.version, self.folder.as_path());
        stored(versions, &self.outgoing, place)
    }
}
