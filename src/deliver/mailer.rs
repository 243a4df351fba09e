//! Posting: each message by its steps, with a line in the ledger before and after. What is put off is tried again after a
//! pause, and holds up nothing else.

use std::path::Path;
use std::time::Duration;

use chrono::{DateTime, Utc};

use super::answers::{laid_as, taken_without};
use super::email::Sender;
use super::lighter::Weight;
use super::login::credentials;
use super::plan::PlannedMessage;
use super::posting::Posting;
use super::secrets;
use super::smtp::{AttemptOutcome, Endpoint, Envelope, Session, SmtpError};
use super::state::MessageState;
use crate::error::{Error, MailFault};
use crate::model::agreement::Role;
use crate::model::finding::Phrase;
use crate::model::settings::{MailRoute, MailServer, MailSettings};
use crate::store::{Delivery, Ledger, LedgerEntry, Versions, make_folder, write_file};

/// Posts messages of one agreement.
pub(crate) struct Mailer<'a> {
    /// Where the messages and the ledger are.
    pub(crate) versions: &'a Versions,
    /// The settings of mail.
    pub(crate) mail: &'a MailSettings,
    /// Who mail comes from.
    pub(crate) sender: &'a Sender,
    /// What time it is.
    pub clock: fn() -> DateTime<Utc>,
    /// Somebody who gets everything instead.
    pub(crate) redirect: Option<&'a str>,
}

/// A message by its recipient, and what was said of it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct MessageNote {
    /// The recipient's name.
    pub(crate) name: String,
    /// In what capacity it gets it.
    pub(crate) role: Role,
    /// What was said.
    pub(crate) said: Phrase,
}

/// What became of the messages.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct PostingSummary {
    /// How many the server has taken.
    pub(crate) sent: usize,
    /// Refused.
    pub(crate) refused: Vec<MessageNote>,
    /// Put off to the next run.
    pub(crate) deferred: Vec<MessageNote>,
    /// May have arrived twice.
    pub(crate) uncertain: Vec<MessageNote>,
    /// Not as it was made, and not posted.
    pub(crate) damaged: Vec<MessageNote>,
    /// Taken without all of its files.
    pub(crate) lightened: Vec<MessageNote>,
}

/// What to do with a message after an attempt.
enum NextStep {
    Done,
    /// At once with fewer files, and why.
    Lighten(Phrase),
    /// Again after a pause, and why.
    Retry(Phrase),
    /// Not again within this run, and why.
    Defer(Phrase),
}

impl Mailer<'_> {
    /// Posts the messages. `summary` also tells what became of those before something stopped it.
    ///
    /// # Errors
    /// If the ledger cannot be written, a message has changed since it was planned, or the server or its settings need
    /// mending.
    pub(super) fn post(
        &self,
        messages: &[PlannedMessage],
        summary: &mut PostingSummary,
    ) -> Result<(), Error> {
        match &self.mail.route {
            _ if messages.is_empty() => Ok(()),
            MailRoute::Folder(folder) => self.put_into(Path::new(folder), messages, summary),
            MailRoute::Server(server) => self.post_with_retries(messages, server, summary),
        }
    }

    /// Enters what is asked to be sent, before anything is: what is stopped here is taken up by the next run, also when a
    /// later period has come.
    ///
    /// # Errors
    /// If the ledger cannot be written.
    pub(super) fn record_planned(&self, messages: &[PlannedMessage]) -> Result<(), Error> {
        for message in messages {
            let is_sent = matches!(message.state, MessageState::Sent(_));
            if message.message_id.is_none() && !is_sent {
                let delivery = self.posting(message).delivery;
                self.ledger().append(&LedgerEntry::Planned(Delivery {
                    date: None,
                    ..delivery
                }))?;
            }
        }
        Ok(())
    }

    fn ledger(&self) -> Ledger {
        self.versions.ledger()
    }

    fn posting<'m>(&'m self, message: &'m PlannedMessage) -> Posting<'m> {
        Posting::new(message, self.sender, self.redirect, (self.clock)())
    }

    fn post_with_retries(
        &self,
        messages: &[PlannedMessage],
        server: &MailServer,
        summary: &mut PostingSummary,
    ) -> Result<(), Error> {
        let mut waiting: Vec<&PlannedMessage> = messages.iter().collect();
        let mut pauses = self.mail.pauses.iter();
        loop {
            let unsent = self.post_round(&waiting, server, summary)?;
            let Some(pause) = pauses.next().filter(|_| !unsent.is_empty()) else {
                let notes = unsent.into_iter().map(|(message, why)| note(message, why));
                summary.deferred.extend(notes);
                return Ok(());
            };
            tracing::info!(
                messages = unsent.len(),
                seconds = pause,
                "trying again after a pause"
            );
            std::thread::sleep(Duration::from_secs(*pause));
            waiting = unsent.into_iter().map(|(message, _)| message).collect();
        }
    }

    /// Tries each message once. Those to be tried again, each with why.
    fn post_round<'m>(
        &self,
        messages: &[&'m PlannedMessage],
        server: &MailServer,
        summary: &mut PostingSummary,
    ) -> Result<Vec<(&'m PlannedMessage, Phrase)>, Error> {
        let mut unsent = Vec::new();
        let mut session: Option<Session> = None;
        for (at, message) in messages.iter().enumerate() {
            let mut open = match session.take() {
                Some(open) => open,
                None => match self.open(server)? {
                    Ok(opened) => opened,
                    // What has to wait for the server waits with its reason; nothing was said of it, and nothing is entered.
                    Err(fault) if fault.is_temporary() => {
                        let rest = messages.iter().skip(at);
                        unsent.extend(rest.map(|message| (*message, fault.phrase())));
                        return Ok(unsent);
                    }
                    Err(fault) => return Err(MailFault::from(fault).into()),
                },
            };
            match self.attempt(&mut open, message, &server.host, summary)? {
                NextStep::Done | NextStep::Lighten(_) => {}
                NextStep::Retry(why) => unsent.push((*message, why)),
                NextStep::Defer(why) => summary.deferred.push(note(message, why)),
            }
            session = Some(open).filter(|open| !open.is_over());
        }
        if let Some(session) = session {
            session.close();
        }
        Ok(unsent)
    }

    fn open(&self, server: &MailServer) -> Result<Result<Session, SmtpError>, Error> {
        let authority = secrets::authority(server)?;
        let credentials = credentials(server, authority.as_deref(), (self.clock)())?;
        let from = self.mail.bounces_to.as_ref().unwrap_or(&self.mail.from);
        Ok(credentials.and_then(|credentials| {
            Session::open(&Endpoint {
                server,
                credentials,
                authority,
                from,
            })
        }))
    }

    /// Posts one message, with fewer files if it is too large with all of them, and enters what became of it.
    fn attempt(
        &self,
        session: &mut Session,
        message: &PlannedMessage,
        host: &str,
        summary: &mut PostingSummary,
    ) -> Result<NextStep, Error> {
        let mut weight = Weight::Whole;
        loop {
            let next = self.attempt_with(session, message, weight, host, summary)?;
            match (next, weight.lighter()) {
                (NextStep::Lighten(_), Some(lighter)) if !session.is_over() => weight = lighter,
                (NextStep::Lighten(why), Some(_)) => return Ok(NextStep::Retry(why)),
                (NextStep::Lighten(_), None) => return Ok(NextStep::Done),
                (next, _) => return Ok(next),
            }
        }
    }

    fn attempt_with(
        &self,
        session: &mut Session,
        message: &PlannedMessage,
        weight: Weight,
        host: &str,
        summary: &mut PostingSummary,
    ) -> Result<NextStep, Error> {
        let posting = self.posting(message);
        let (bytes, dropped) = match posting.bytes(self.versions, weight) {
            Ok(bytes) => bytes,
            Err(fault) => {
                summary.damaged.push(note(message, fault.told()));
                return Ok(NextStep::Done);
            }
        };
        let delivery = &posting.delivery;
        let enter = |entry: LedgerEntry| match self.redirect {
            Some(_) => Ok(()),
            None => self.ledger().append(&entry),
        };
        enter(LedgerEntry::Posting(delivery.clone()))?;
        let mut before_end = || {
            enter(LedgerEntry::HandingOver(Delivery {
                at: (self.clock)(),
                ..delivery.clone()
            }))
        };
        let envelope = Envelope {
            to: &delivery.to,
            id: posting.envelope_id(),
            message: &bytes,
        };
        let outcome = session.post(&envelope, &mut before_end);
        let after = |answer: &str| Delivery {
            answer: Some(answer.to_owned()),
            at: (self.clock)(),
            ..delivery.clone()
        };
        tracing::info!(to = message.outgoing.role.name(), host, ?outcome, "posted");
        Ok(match outcome {
            AttemptOutcome::Accepted(reply) => {
                let done = match dropped.is_empty() {
                    true => after(&reply.to_string()),
                    false => {
                        let names = dropped.join(", ");
                        let without = Phrase::new("delivery-taken-without")
                            .with("reply", reply.to_string())
                            .with("names", names.as_str());
                        summary.lightened.push(note(message, without));
                        after(&taken_without(&reply.to_string(), &names))
                    }
                };
                match self.redirect {
                    Some(_) => self.ledger().append(&LedgerEntry::Redirected(done))?,
                    None => enter(LedgerEntry::Sent(done))?,
                }
                summary.sent += 1;
                NextStep::Done
            }
            AttemptOutcome::LostBefore(fault @ SmtpError::Unrecorded) => {
                return Err(MailFault::from(fault).into());
            }
            AttemptOutcome::Rejected(fault)
                if fault.is_too_large() && weight.lighter().is_some() && message.has_files() =>
            {
                enter(LedgerEntry::Deferred(after(&fault.to_string())))?;
                NextStep::Lighten(fault.phrase())
            }
            AttemptOutcome::Rejected(fault) if !fault.is_temporary() => {
                enter(LedgerEntry::Refused(after(&fault.to_string())))?;
                summary.refused.push(note(message, fault.phrase()));
                NextStep::Done
            }
            AttemptOutcome::Rejected(fault) | AttemptOutcome::LostBefore(fault) => {
                enter(LedgerEntry::Deferred(after(&fault.to_string())))?;
                NextStep::Retry(fault.phrase())
            }
            AttemptOutcome::LostAfter(fault) => {
                enter(LedgerEntry::Lost(after(&fault.to_string())))?;
                let uncertain = note(message, fault.phrase());
                // Once more in this run, the first time; then after longer and longer pauses (see `state`): a server that takes
                // and never answers is not given it again and again.
                let is_first = message.uncertain == 0 && !summary.uncertain.contains(&uncertain);
                summary.uncertain.push(uncertain);
                if is_first {
                    NextStep::Retry(fault.phrase())
                } else {
                    NextStep::Defer(fault.phrase())
                }
            }
        })
    }

    /// Writes the messages into a folder. Each has a name of its own, so that none lies there twice.
    fn put_into(
        &self,
        folder: &Path,
        messages: &[PlannedMessage],
        summary: &mut PostingSummary,
    ) -> Result<(), Error> {
        make_folder(folder)?;
        for message in messages {
            let posting = self.posting(message);
            let bytes = match posting.bytes(self.versions, Weight::Whole) {
                Ok((bytes, _)) => bytes,
                Err(fault) => {
                    summary.damaged.push(note(message, fault.told()));
                    continue;
                }
            };
            let delivery = posting.delivery;
            let mark = self.redirect.map_or("", |_| "redirected-");
            let name = format!("{mark}{}-{}.eml", message.outgoing.id, message.number);
            if self.redirect.is_none() {
                self.ledger()
                    .append(&LedgerEntry::Posting(delivery.clone()))?;
                // The other program may take it away as soon as it lies there.
                self.ledger()
                    .append(&LedgerEntry::HandingOver(delivery.clone()))?;
            }
            write_file(&folder.join(&name), &bytes)?;
            let done = Delivery {
                answer: Some(laid_as(&name)),
                at: (self.clock)(),
                ..delivery
            };
            let event = self
                .redirect
                .map_or(LedgerEntry::Sent as fn(_) -> _, |_| LedgerEntry::Redirected);
            self.ledger().append(&event(done))?;
            summary.sent += 1;
        }
        Ok(())
    }
}

/// A message with what was said of it.
fn note(message: &PlannedMessage, said: Phrase) -> MessageNote {
    let to = &message.outgoing;
    MessageNote {
        name: to.name.clone(),
        role: to.role,
        said,
    }
}
