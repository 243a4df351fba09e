//! `lofte run`: an agreement's folder → a version, its messages in the outbox, its line in the ledger.

use std::path::Path;

use chrono::Utc;

use crate::deliver::Sender;
use crate::error::Error;
use crate::ledger::{self, Entry, Made};
use crate::model::report::Report;
use crate::render::Extent;

use super::done::Done;
use super::followup::{FollowUp, exit};
use super::outbox::Making;
use super::outbox::partners::Past;
use super::version::{self, Draft, Lock};
use super::{Exit, Options, folder, outbox, post, send, settings, tell};

/// Follows up every agreement asked for, and posts what it laid in the outbox if asked to. One that cannot be followed up does not hold up the others.
pub fn run(options: &Options) -> Exit {
    // That mail has no way out is told before anything is made.
    let ready = settings::settings(options.settings.as_deref());
    if let Err(error) = ready.and_then(|settings| if options.send { send::mail(&settings).map(drop) } else { Ok(()) }) {
        return tell::error(&error);
    }
    let folders = match folder::folders(options) {
        Ok(folders) => folders,
        Err(error) => return tell::error(&error),
    };
    folders.iter().fold(Exit::Finished, |so_far, folder| {
        so_far.and(match follow_up(folder, options) {
            Ok(done) => {
                let told = tell::done(&done, options.format);
                let exit = told.map_or_else(|error| tell::error(&error), |()| done.exit);
                if options.send { exit.and(send::after_run(folder, options, &done.report)) } else { exit }
            }
            Err(error) => tell::error(&error),
        })
    })
}

fn follow_up(folder: &Path, options: &Options) -> Result<Done, Error> {
    let mut follow_up = FollowUp::new(folder, options)?;
    let _lock = Lock::take(&follow_up.home, tell::busy)?;
    if !follow_up.knows_the_past()? {
        // Another run has made an earlier period's version since.
        follow_up = FollowUp::new(folder, options)?;
    }

    let period = follow_up.period();
    let last_version = version::last_version(&follow_up.home, &period)?;
    let content = content(&follow_up)?;
    let place = |number| version::folder_of(&follow_up.home, &period, number);
    let entries = ledger::read(&version::ledger_of(&follow_up.home))?;
    let is_made = ledger::of_version(&entries, &period, last_version).is_some_and(|entry| entry.content == content);
    if is_made && last_version > 0 {
        follow_up.write_start_page()?;
        let report = follow_up.report(last_version);
        let exit = exit(&report);
        post::remind(&follow_up.home, &making(&follow_up, &report, &report))?;
        return Ok(Done { report, wording: follow_up.wording, folder: place(last_version), is_new: false, exit });
    }

    let number = last_version + 1;
    let report = follow_up.report(number);
    let as_sent = follow_up.as_sent(&report);
    let making = making(&follow_up, &report, &as_sent);
    let artefacts = outbox::artefacts(&making)?;
    let draft = Draft::write(place(number), &artefacts)?;
    let machine = artefacts.iter().find(|file| file.name == "follow-up.json");
    let made = Made {
        period: period.clone(),
        version: number,
        as_of: report.as_of,
        content,
        follow_up: version::sha256(machine.map(|file| file.bytes.as_slice()).unwrap_or_default()),
        at: Utc::now(),
    };
    ledger::append(&version::ledger_of(&follow_up.home), &Entry::Version(made))?;
    draft.put()?;
    post::remind(&follow_up.home, &making)?;
    follow_up.write_start_page()?;
    let exit = exit(&report);
    Ok(Done { wording: follow_up.wording, folder: place(number), is_new: true, exit, report })
}

/// What the files of a version are made from.
fn making<'a>(follow_up: &'a FollowUp, report: &'a Report, as_sent: &'a Report) -> Making<'a> {
    let FollowUp { wording, templates, sender, past, .. } = follow_up;
    Making { report, as_sent, wording, templates, sender, past, extent: Extent::Files }
}

/// The content of a version, dates of making aside: a hash of everything it is made of, with a stand-in for its number, for
/// as-of and for the sender. What letters have told before is no part of it: to send a version is no change to it.
fn content(follow_up: &FollowUp) -> Result<String, Error> {
    let report = follow_up.report(0);
    let undated = Report { as_of: report.period.end(), ..report };
    let nobody = Sender { name: String::new(), address: None, reply_to: None };
    let (sender, past) = (&nobody, &Past::new());
    let making = Making { sender, past, extent: Extent::Content, ..making(follow_up, &undated, &undated) };
    Ok(version::content(&outbox::artefacts(&making)?))
}
