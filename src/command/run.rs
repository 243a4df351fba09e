//! `lofte run`: an agreement's folder → a version, its messages in the outbox, its line in the ledger.

use std::path::Path;

use chrono::Utc;

use crate::deliver::{outbox, reminders};
use crate::error::Error;
use crate::store::ledger::{self, Entry, Made};

use super::done::Done;
use super::followup::{FollowUp, exit};
use super::{Exit, Options, folder, send, settings, tell};
use crate::store::{self, Draft, Lock};

/// Follows up every agreement asked for, and posts what it laid in the outbox if asked to. One that cannot be followed up does not hold up the others.
pub fn run(options: &Options) -> Exit {
    // That mail has no way out is told before anything is made.
    let ready = settings::settings(options.settings.as_deref());
    if let Err(error) = ready.and_then(|settings| {
        if options.send {
            send::mail(&settings).map(drop)
        } else {
            Ok(())
        }
    }) {
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
                if options.send {
                    exit.and(send::after_run(folder, options, &done.report))
                } else {
                    exit
                }
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
    let last_version = store::last_version(&follow_up.home, &period)?;
    let content = follow_up.content()?;
    let entries = ledger::read(&store::ledger_of(&follow_up.home))?;
    let is_made = ledger::of_version(&entries, &period, last_version)
        .is_some_and(|entry| entry.content == content);
    let is_new = !is_made || last_version == 0;
    let number = if is_new {
        last_version + 1
    } else {
        last_version
    };
    let folder = store::folder_of(&follow_up.home, &period, number);
    let follow_up = follow_up.numbered(number);
    if is_new {
        let mut draft = Draft::begin(folder.clone())?;
        outbox::make(&follow_up.making(), &mut draft)?;
        let made = Made {
            period,
            version: number,
            as_of: follow_up.report.as_of,
            content,
            follow_up: draft.close()?.of("follow-up.json").to_owned(),
            at: Utc::now(),
        };
        ledger::append(&store::ledger_of(&follow_up.home), &Entry::Version(made))?;
        draft.put()?;
    }
    reminders::remind(&follow_up.home, &follow_up.making())?;
    follow_up.write_start_page()?;
    let exit = exit(&follow_up.report);
    Ok(Done {
        report: follow_up.report,
        wording: follow_up.wording,
        folder,
        is_new,
        exit,
    })
}
