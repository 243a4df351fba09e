//! Posting: each message by its steps, with a line in the ledger before and after; what is put off is tried again after a
//! pause, and holds up nothing else.

use std::fs;
use std::path::Path;
use std::time::Duration;

use chrono::{DateTime, Utc};

use crate::deliver::{Fault, Outcome, Route as Way, Sender, Session, Stamp, stamp};
use crate::error::Error;
use crate::load::is_address;
use crate::model::message::OutboxMessage;
use crate::model::settings::{MailRoute, MailServer, MailSettings};
use crate::store::ledger::{self, Delivery, Entry};

use super::plan::{Item, State};
use super::secrets;
use crate::store::{self, put_file};

/// By what way, and to whom instead.
pub struct Carrier<'a> {
    /// Where the agreement's ledger is.
    pub home: &'a Path,
    /// The way out.
    pub mail: &'a MailSettings,
    /// Who mail comes from.
    pub sender: &'a Sender,
    /// What time it is.
    pub clock: fn() -> DateTime<Utc>,
    /// Somebody who gets everything instead.
    pub redirect: Option<&'a str>,
}

/// What became of the messages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Taken by the server.
    pub sent: usize,
    /// Refused; each with why.
    pub refused: Vec<String>,
    /// Put off to the next run; each with why.
    pub deferred: Vec<String>,
    /// May have arrived twice.
    pub uncertain: Vec<String>,
}

/// What becomes of one message.
enum Next {
    Done,
    /// Again after a pause, and why.
    Again(String),
    /// Not again within this run, and why.
    Later(String),
}

impl Carrier<'_> {
    /// Posts the messages, and tells what became of them, also of those before something stopped it.
    ///
    /// # Errors
    /// If the ledger cannot be written, a message is not as it was written, or no server can be reached.
    pub fn carry(&self, items: Vec<Item>, tally: &mut Tally) -> Result<(), Error> {
        if items.is_empty() {
            return Ok(());
        }
        // A version that is damaged goes out to nobody.
        for item in &items {
            self.stored(item)?;
            let OutboxMessage { file, address, .. } = &item.outgoing;
            if !is_address(address) {
                let fault = format!(
                    "{address:?} is no mail address, and nothing is sent; make it anew by lofte run"
                );
                return Err(Error::Damaged {
                    path: item.folder.join(file),
                    fault,
                });
            }
        }
        match &self.mail.route {
            MailRoute::Folder(folder) => self.lay(items, Path::new(folder), tally),
            MailRoute::Server(server) => self.post_all(items, server, tally),
        }
    }

    /// Enters what is asked to be sent, before anything is: what is stopped here is taken up by the next run, also when a
    /// later period has come.
    ///
    /// # Errors
    /// If the ledger cannot be written.
    pub fn note(&self, items: &[Item]) -> Result<(), Error> {
        let new = |item: &&Item| item.message_id.is_none() && !matches!(item.state, State::Sent(_));
        for item in items.iter().filter(new) {
            let delivery = self.delivery(item, (self.clock)());
            ledger::append(
                &store::ledger_of(self.home),
                &Entry::Planned(Delivery {
                    date: None,
                    ..delivery
                }),
            )?;
        }
        Ok(())
    }

    fn post_all(
        &self,
        items: Vec<Item>,
        server: &MailServer,
        tally: &mut Tally,
    ) -> Result<(), Error> {
        let mut waiting = items;
        let mut pauses = self.mail.pauses.iter();
        let mut session: Option<Session> = None;
        loop {
            let mut again = Vec::new();
            let mut unreachable: Option<Fault> = None;
            for item in waiting {
                if session.is_none() && unreachable.is_none() {
                    match self.open(server) {
                        Ok(opened) => session = Some(opened),
                        Err(Opening::Fault(fault)) if fault.is_temporary() => {
                            unreachable = Some(fault)
                        }
                        Err(Opening::Fault(fault)) => return Err(Error::Mail(fault.to_string())),
                        Err(Opening::Error(error)) => return Err(error),
                    }
                }
                let Some(open) = session.as_mut() else {
                    // What has to wait for the server waits with its reason; nothing was said of it, and nothing is entered.
                    let why = unreachable
                        .as_ref()
                        .map(ToString::to_string)
                        .unwrap_or_default();
                    again.push((item, why));
                    continue;
                };
                match self.post(open, &item, &server.host, tally)? {
                    Next::Done => {}
                    Next::Again(why) => again.push((item, why)),
                    Next::Later(why) => tally.deferred.push(told(&item, &why)),
                }
                session = session.take().filter(|session| !session.is_over());
            }
            if let Some(session) = session.take() {
                session.close();
            }
            match pauses.next() {
                Some(pause) if !again.is_empty() => {
                    tracing::info!(
                        messages = again.len(),
                        seconds = pause,
                        "trying again after a pause"
                    );
                    std::thread::sleep(Duration::from_secs(*pause));
                    waiting = again.into_iter().map(|(item, _)| item).collect();
                }
                _ => {
                    tally
                        .deferred
                        .extend(again.into_iter().map(|(item, why)| told(&item, &why)));
                    return Ok(());
                }
            }
        }
    }

    fn open(&self, server: &MailServer) -> Result<Session, Opening> {
        let credentials = server
            .login
            .as_ref()
            .map(secrets::credentials)
            .transpose()
            .map_err(Opening::Error)?;
        let authority = secrets::authority(server).map_err(Opening::Error)?;
        Session::open(&Way {
            server,
            credentials,
            authority,
            from: &self.mail.from,
        })
        .map_err(Opening::Fault)
    }

    /// Posts one message, and enters what became of it.
    fn post(
        &self,
        session: &mut Session,
        item: &Item,
        host: &str,
        tally: &mut Tally,
    ) -> Result<Next, Error> {
        let (delivery, bytes) = self.stamped(item)?;
        let enter = |entry: Entry| match self.redirect {
            Some(_) => Ok(()),
            None => ledger::append(&store::ledger_of(self.home), &entry),
        };
        let to = self.redirect.unwrap_or(&item.outgoing.address);
        enter(Entry::Posting(delivery.clone()))?;
        let mut handing_over = || {
            enter(Entry::HandingOver(Delivery {
                at: (self.clock)(),
                ..delivery.clone()
            }))
        };
        let outcome = session.post(to, &bytes, &mut handing_over);
        let after = |answer: String| Delivery {
            answer: Some(answer),
            at: (self.clock)(),
            ..delivery.clone()
        };
        tracing::info!(to = item.outgoing.role.name(), host, ?outcome, "posted");
        Ok(match outcome {
            Outcome::Accepted(answer) => {
                enter(Entry::Sent(after(answer.to_string())))?;
                if self.redirect.is_some() {
                    ledger::append(
                        &store::ledger_of(self.home),
                        &Entry::Redirected(after(answer.to_string())),
                    )?;
                }
                tally.sent += 1;
                Next::Done
            }
            Outcome::NotTaken(fault) if fault.is_temporary() => {
                enter(Entry::Deferred(after(fault.to_string())))?;
                Next::Again(fault.to_string())
            }
            Outcome::NotTaken(fault) => {
                enter(Entry::Refused(after(fault.to_string())))?;
                tally.refused.push(told(item, &fault.to_string()));
                Next::Done
            }
            Outcome::LostBefore(Fault::Unrecorded) => {
                return Err(Error::Mail(Fault::Unrecorded.to_string()));
            }
            Outcome::LostBefore(fault) => {
                enter(Entry::Deferred(after(fault.to_string())))?;
                Next::Again(fault.to_string())
            }
            Outcome::LostAfter(fault) => {
                enter(Entry::Lost(after(fault.to_string())))?;
                let uncertain = told(item, &fault.to_string());
                // Once more in this run; a server that takes and never answers is not given it again and again.
                let is_first = !tally.uncertain.contains(&uncertain);
                tally.uncertain.push(uncertain);
                if is_first {
                    Next::Again(fault.to_string())
                } else {
                    Next::Later(fault.to_string())
                }
            }
        })
    }

    /// Lays the messages into a folder. Each has a name of its own, so that none lies there twice.
    fn lay(&self, items: Vec<Item>, folder: &Path, tally: &mut Tally) -> Result<(), Error> {
        fs::create_dir_all(folder).map_err(|fault| Error::io(folder, fault))?;
        for item in items {
            let (delivery, bytes) = self.stamped(&item)?;
            let ledger = store::ledger_of(self.home);
            let mark = if self.redirect.is_some() {
                "redirected-"
            } else {
                ""
            };
            let name = format!("{mark}{}-{}.eml", item.outgoing.id, item.number);
            if self.redirect.is_none() {
                ledger::append(&ledger, &Entry::Posting(delivery.clone()))?;
                // The other program may carry it away as soon as it lies there.
                ledger::append(&ledger, &Entry::HandingOver(delivery.clone()))?;
            }
            put_file(&folder.join(&name), &bytes)?;
            let done = Delivery {
                answer: Some(format!("laid in the folder as {name}")),
                at: (self.clock)(),
                ..delivery
            };
            let entry = if self.redirect.is_some() {
                Entry::Redirected(done)
            } else {
                Entry::Sent(done)
            };
            ledger::append(&ledger, &entry)?;
            tally.sent += 1;
        }
        Ok(())
    }

    /// The bytes to be posted, and the ledger's line about them.
    fn stamped(&self, item: &Item) -> Result<(Delivery, Vec<u8>), Error> {
        let date = (self.clock)();
        let delivery = self.delivery(item, date);
        let mark = format!("lofte: for {}", item.outgoing.role.name());
        let redirected = self.redirect.map(|address| (address, mark.as_str()));
        let stored = self.stored(item)?;
        let set = Stamp {
            sender: self.sender,
            date,
            message_id: &delivery.message_id,
            redirected,
        };
        let bytes = stamp(&stored, &set)?;
        Ok((delivery, bytes))
    }

    /// The ledger's line about a message.
    fn delivery(&self, item: &Item, date: DateTime<Utc>) -> Delivery {
        let Item {
            outgoing,
            period,
            version,
            number,
            ..
        } = item;
        let numbered = if *number > 1 {
            format!("{}.{number}", outgoing.id)
        } else {
            outgoing.id.clone()
        };
        let numbered = match self.redirect {
            // Another id, so that the mail itself is not taken for this one when it comes.
            Some(_) => format!("{numbered}.redirected.{}", date.timestamp_micros()),
            None => numbered,
        };
        let known = item
            .message_id
            .clone()
            .filter(|id| self.redirect.is_none() && !id.is_empty());
        Delivery {
            period: period.clone(),
            version: *version,
            kind: outgoing.kind,
            id: outgoing.id.clone(),
            number: *number,
            message_id: known.unwrap_or_else(|| format!("<{numbered}@{}>", self.sender.domain())),
            name: outgoing.name.clone(),
            to: self.redirect.unwrap_or(&outgoing.address).to_owned(),
            partner: outgoing.partner.clone(),
            date: Some(date),
            answer: None,
            told: outgoing.told.clone(),
            thanked: outgoing.thanked.clone(),
            at: date,
        }
    }

    /// The message as it was written; one of a version must have the hash that was written with it.
    fn stored(&self, item: &Item) -> Result<Vec<u8>, Error> {
        let path = item.folder.join(&item.outgoing.file);
        let bytes = fs::read(&path).map_err(|fault| Error::io(&path, fault))?;
        if item.version > 0 {
            let folder = store::folder_of(self.home, &item.period, item.version);
            store::is_as_written(&folder, &format!("outbox/{}", item.outgoing.file), &bytes)?;
        }
        Ok(bytes)
    }
}

/// Why no session was opened.
enum Opening {
    Fault(Fault),
    Error(Error),
}

/// A message with what was said of it.
fn told(item: &Item, why: &str) -> String {
    format!(
        "{} ({}): {why}",
        item.outgoing.name,
        item.outgoing.role.name()
    )
}
