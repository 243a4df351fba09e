//! What is to be posted: every message of the outboxes asked for, and why it goes, waits or has gone.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::deliver::outbox;
use crate::error::Error;
use crate::model::agreement::Release;
use crate::model::message::{MessageKind, Outbox, OutboxMessage, SCHEMA};
use crate::store::ledger::{Approval, Delivery, Entry, Made};

use super::reminders;
use super::undelivered::may_be_twice;
use crate::store::{self, HASHES, sha256_of};

/// One message, and what becomes of it.
#[derive(Clone, Debug)]
pub struct Item {
    /// The message.
    pub outgoing: OutboxMessage,
    /// The name of its period.
    pub period: String,
    /// The number of its version; 0 for a reminder.
    pub version: u32,
    /// The folder its file lies in.
    pub folder: PathBuf,
    /// How often it was asked to be sent.
    pub number: u32,
    /// Its Message-ID, if it has been posted before.
    pub message_id: Option<String>,
    /// What becomes of it.
    pub state: State,
}

/// What becomes of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// It is to be posted; what was said of it before, if anything.
    ToPost(Option<String>),
    /// It has been posted.
    Sent(Box<Delivery>),
    /// It waits, and for what.
    Waits(String),
}

/// What is asked for.
pub struct Asked<'a> {
    /// A period; none for the last one made.
    pub period: Option<&'a str>,
    /// Whether what others have begun is asked for too.
    pub others: bool,
    /// Today.
    pub today: NaiveDate,
    /// Whether what has been sent is to be sent again.
    pub resend: bool,
}

/// Every message of the outboxes asked for.
///
/// # Errors
/// If an outbox cannot be read.
pub fn plan(home: &Path, entries: &[Entry], asked: &Asked<'_>) -> Result<Vec<Item>, Error> {
    let mut items = Vec::new();
    let main = main_period(home, entries, asked.period)?;
    if let Some(period) = &main {
        add_period(&mut items, home, entries, asked, period)?;
    }
    if asked.others {
        for period in begun(home, entries)?
            .into_iter()
            .filter(|period| Some(period) != main.as_ref())
        {
            let mut others = Vec::new();
            // What is to be sent again is of the period asked for.
            add_period(
                &mut others,
                home,
                entries,
                &Asked {
                    resend: false,
                    ..*asked
                },
                &period,
            )?;
            others.retain(|item| is_left(item, entries));
            items.extend(others);
        }
    }
    Ok(items)
}

/// Whether a message of another period than the last is still to be taken up. What was refused is told in the report by now,
/// and a reminder's day is past.
fn is_left(item: &Item, entries: &[Entry]) -> bool {
    let is_refused = matches!(
        last_line(entries, &item.outgoing.id),
        Some(Entry::Refused(_))
    );
    item.outgoing.kind != MessageKind::Reminder
        && !matches!(item.state, State::Sent(_))
        && !is_refused
}

fn add_period(
    items: &mut Vec<Item>,
    home: &Path,
    entries: &[Entry],
    asked: &Asked<'_>,
    period: &str,
) -> Result<(), Error> {
    let last = store::last_version(home, period)?;
    if let Some(reminders) = list(&reminders::folder_of(home, period).join(reminders::LIST))? {
        add(
            items,
            entries,
            asked,
            reminders,
            &reminders::folder_of(home, period),
            |_| None,
        );
    }
    let Some(outbox) = outbox_of(home, period, last)? else {
        return Ok(());
    };
    let release = outbox.release;
    let approved = if release == Release::AfterApproval {
        approved(home, entries, period)?
    } else {
        None
    };
    let reason = waits(&outbox, asked.today).filter(|_| approved != Some(last));
    let folder = store::folder_of(home, period, last).join("outbox");
    let older = approved.filter(|approved| *approved != last);
    let mut newest = outbox;
    newest.messages.retain(|one| match one.kind {
        // What an earlier version was approved for goes out as it was approved.
        MessageKind::Edition => older.is_none(),
        MessageKind::Draft => approved != Some(last),
        MessageKind::Partner | MessageKind::Reminder => true,
    });
    add(items, entries, asked, newest, &folder, |kind| {
        reason.clone().filter(|_| kind.waits())
    });
    if let Some(approved) = older {
        let Some(mut outbox) = outbox_of(home, period, approved)? else {
            return Ok(());
        };
        outbox
            .messages
            .retain(|one| one.kind == MessageKind::Edition);
        let folder = store::folder_of(home, period, approved).join("outbox");
        add(items, entries, asked, outbox, &folder, |_| None);
    }
    Ok(())
}

/// The list of a version's outbox; none if there is no such version.
///
/// # Errors
/// If it cannot be read.
pub fn outbox_of(home: &Path, period: &str, number: u32) -> Result<Option<Outbox>, Error> {
    let folder = store::folder_of(home, period, number);
    let Some(bytes) = bytes_of(&folder.join(outbox::LIST))? else {
        return Ok(None);
    };
    // Whom it goes to stands there.
    store::is_as_written(&folder, outbox::LIST, &bytes)?;
    parsed(&folder.join(outbox::LIST), &bytes).map(Some)
}

/// What the approval of a version binds: everything in it.
///
/// # Errors
/// If its hashes cannot be read.
pub fn seal(home: &Path, period: &str, number: u32) -> Result<String, Error> {
    sha256_of(&store::folder_of(home, period, number).join(HASHES))
}

fn list(path: &Path) -> Result<Option<Outbox>, Error> {
    bytes_of(path)?
        .map(|bytes| parsed(path, &bytes))
        .transpose()
}

fn bytes_of(path: &Path) -> Result<Option<Vec<u8>>, Error> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(fault) if fault.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(fault) => Err(Error::io(path, fault)),
    }
}

fn parsed(path: &Path, bytes: &[u8]) -> Result<Outbox, Error> {
    let damaged = |fault: String| Error::Damaged {
        path: path.to_owned(),
        fault,
    };
    let outbox: Outbox = serde_json::from_slice(bytes).map_err(|fault| {
        damaged(format!(
            "{fault}; restore the folder from a backup, or run again"
        ))
    })?;
    if outbox.schema == SCHEMA {
        Ok(outbox)
    } else {
        Err(damaged(format!(
            "it has shape {}, and this lofte knows {SCHEMA}; use the newer lofte",
            outbox.schema
        )))
    }
}

/// The period asked for; else the one whose version was made last, if there is any.
fn main_period(
    home: &Path,
    entries: &[Entry],
    asked: Option<&str>,
) -> Result<Option<String>, Error> {
    if let Some(period) = asked {
        if store::last_version(home, period)? == 0 {
            return Err(Error::Usage(format!(
                "there is no version of {period} to send; make it by lofte run first"
            )));
        }
        return Ok(Some(period.to_owned()));
    }
    let is_there = |made: &&Made| store::folder_of(home, &made.period, made.version).exists();
    Ok(entries
        .iter()
        .rev()
        .filter_map(Entry::made)
        .find(is_there)
        .map(|made| made.period.clone()))
}

/// The periods of messages whose sending was asked for and is not done, and of versions that were approved and have not
/// gone.
fn begun(home: &Path, entries: &[Entry]) -> Result<Vec<String>, Error> {
    let is_done = |id: &str| {
        matches!(
            last_line(entries, id),
            Some(Entry::Sent(_) | Entry::Refused(_))
        )
    };
    let mut periods = Vec::new();
    for entry in entries {
        let period = match entry {
            Entry::Approved(approval) => {
                let outbox = outbox_of(home, &approval.period, approval.version)?;
                let messages = outbox.map(|outbox| outbox.messages).unwrap_or_default();
                let waits = messages
                    .iter()
                    .any(|one| one.kind == MessageKind::Edition && !is_done(&one.id));
                waits.then_some(&approval.period)
            }
            entry => entry
                .delivery()
                .filter(|delivery| !is_done(&delivery.id))
                .map(|delivery| &delivery.period),
        };
        periods.extend(period.filter(|period| !periods.contains(*period)).cloned());
    }
    Ok(periods)
}

/// Why results wait: for an approval, or for what is missing until a day.
fn waits(outbox: &Outbox, today: NaiveDate) -> Option<String> {
    match outbox.release {
        Release::AtOnce => None,
        Release::AfterApproval => Some(format!(
            "waits for approval: lofte send --approve {}/v{}",
            outbox.period, outbox.version
        )),
        Release::WhenComplete if outbox.waits_for.is_empty() => None,
        Release::WhenComplete if outbox.until.is_some_and(|until| today > until) => None,
        Release::WhenComplete => {
            let until = outbox
                .until
                .map(|until| format!(" (until {until})"))
                .unwrap_or_default();
            Some(format!("waits{until} for: {}", outbox.waits_for.join("; ")))
        }
    }
}

/// The last approved version of a period that is as it was approved.
fn approved(home: &Path, entries: &[Entry], period: &str) -> Result<Option<u32>, Error> {
    let approvals = entries.iter().filter_map(|entry| match entry {
        Entry::Approved(approval) if approval.period == period => Some(approval),
        _ => None,
    });
    // Of the same version the last line holds.
    let newest: Option<&Approval> = approvals.max_by_key(|approval| approval.version);
    let Some(approval) = newest else {
        return Ok(None);
    };
    if seal(home, period, approval.version)? == approval.content {
        return Ok(Some(approval.version));
    }
    let path = store::folder_of(home, period, approval.version);
    let fault =
        "it is not as it was approved; restore it from a backup, or approve it anew".to_owned();
    Err(Error::Damaged { path, fault })
}

fn add(
    items: &mut Vec<Item>,
    entries: &[Entry],
    asked: &Asked<'_>,
    outbox: Outbox,
    folder: &Path,
    waits: impl Fn(MessageKind) -> Option<String>,
) {
    let Outbox {
        period,
        version,
        messages,
        ..
    } = outbox;
    for outgoing in messages {
        if items.iter().any(|item| item.outgoing.id == outgoing.id) {
            continue;
        }
        let before = last_line(entries, &outgoing.id)
            .and_then(|line| line.delivery().map(|told| (line, told)));
        let (mut number, mut message_id) = (1, None);
        let mut state = State::ToPost(None);
        if let Some((line, told)) = before {
            (number, message_id) = (told.number, Some(told.message_id.clone()));
            state = match line {
                Entry::Sent(sent) if asked.resend => {
                    (number, message_id) = (sent.number + 1, None);
                    State::ToPost(None)
                }
                Entry::Sent(sent) => State::Sent(Box::new(sent.clone())),
                Entry::Planned(_) => State::ToPost(None),
                line => State::ToPost(Some(said(line, told))),
            };
        }
        if let (State::ToPost(_), Some(reason)) = (&state, waits(outgoing.kind)) {
            state = State::Waits(reason);
        }
        let (period, folder) = (period.clone(), folder.to_owned());
        items.push(Item {
            outgoing,
            period,
            version,
            folder,
            number,
            message_id,
            state,
        });
    }
}

/// The last line of a message.
fn last_line<'a>(entries: &'a [Entry], id: &str) -> Option<&'a Entry> {
    entries
        .iter()
        .rev()
        .find(|entry| entry.delivery().is_some_and(|delivery| delivery.id == id))
}

/// What was said of a message that has not been taken for sure.
fn said(line: &Entry, told: &Delivery) -> String {
    let answer = told.answer.as_deref().unwrap_or("lofte was stopped");
    match line {
        Entry::Posting(_) => "begun, and lofte was stopped before it left".to_owned(),
        Entry::HandingOver(_) | Entry::Lost(_) => {
            "may have arrived, as the server's answer is lost; it goes again with the same Message-ID".to_owned()
        }
        Entry::Refused(_) => format!("refused: {answer}"),
        _ => format!("put off: {answer}"),
    }
}

/// Whether a message that was sent may have arrived twice.
pub fn is_uncertain(entries: &[Entry], id: &str) -> bool {
    let is_its = |entry: &&Entry| entry.delivery().is_some_and(|delivery| delivery.id == id);
    may_be_twice(&entries.iter().filter(is_its).collect::<Vec<_>>())
}
