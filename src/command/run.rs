//! `lofte run`: an agreement's folder → a version, its messages in the outbox, its line in the ledger.

use std::path::Path;

use chrono::Utc;

use super::followup::FollowUp;
use super::last_run::{self, Begun};
use super::ready::ReadyAgreement;
use super::result::{self, RunResult};
use super::rollup;
use super::status::RunStatus;
use super::{Exit, Options, folder, interrupt, send, settings, terminal};
use crate::deliver::{content_hash, is_content, note_unknown, remind, write_version};
use crate::error::Error;
use crate::store::{LedgerEntry, Made, Version};

/// Follows up every agreement asked for, and posts its outbox if asked to. One that cannot be followed up does not hold up
/// the others.
pub(crate) fn run(options: &Options) -> Exit {
    // That mail cannot be sent is told before anything is made.
    let ready = settings::settings(options.settings.as_deref());
    if let Err(error) = ready.and_then(|settings| {
        if options.send {
            settings::mail(&settings).map(drop)
        } else {
            Ok(())
        }
    }) {
        return terminal::error(&error);
    }
    let status = RunStatus::default();
    let mut is_new = false;
    let exit = folder::for_each(
        options,
        |folder| follow_up(folder, options),
        |folder, followed_up| {
            let result = followed_up.inspect_err(|error| status.fault(folder, error))?;
            is_new |= result.is_new();
            result::print_run(&result, options.format)?;
            if !options.send {
                return Ok(result.exit());
            }
            let sent = send::after_run(folder, options, result.period(), &status);
            Ok(result.exit().and(sent))
        },
    );
    rollup::write(&options.out, is_new);
    status.write(&options.out, "run", exit)
}

fn follow_up(folder: &Path, options: &Options) -> Result<RunResult, Error> {
    if let Some(result) = last_run::repeated(folder, options) {
        return Ok(result);
    }
    let begun = Begun::new(folder, options);
    let ready = ReadyAgreement::new(folder, options)?;
    // What another run writes meanwhile would be missed.
    let _lock = ready.versions.lock(terminal::waiting)?;
    let follow_up = ready.follow_up(None)?;
    interrupt::stop_here()?;

    let period = follow_up.period();
    let last = follow_up.versions.last_number(&period)?;
    let now = Utc::now();
    let entries = follow_up.versions.read_mended(now, &terminal::told)?;
    note_unknown(&follow_up.versions, &entries, now, &terminal::told)?;
    let is_new = match entries.made(&period, last).filter(|_| last > 0) {
        Some(made) => !is_content(&follow_up.version_input(), &made.content)?,
        None => true,
    };
    let number = if is_new { last + 1 } else { last };
    let version = follow_up.versions.version(&period, number);
    let follow_up = follow_up.with_version(number);
    if is_new {
        make(&follow_up, &version)?;
    }
    let now = Utc::now();
    remind(&follow_up.versions, &follow_up.version_input(), now)?;
    follow_up.write_start_page()?;
    let FollowUp { report, spoken, .. } = &follow_up;
    let result = RunResult::new(report, spoken, version.folder(), is_new, Exit::of(report));
    let made_from = (folder, options, &follow_up.texts);
    begun.ended(made_from, &follow_up.versions, (report, &result));
    Ok(result)
}

/// Writes a version beside its place, enters it, and puts it there.
fn make(follow_up: &FollowUp, version: &Version) -> Result<(), Error> {
    let mut staged = version.stage()?;
    write_version(&follow_up.version_input(), &mut |name, write| {
        staged.add(name, write)
    })?;
    let follow_up_hash = staged.close()?.of("follow-up.json").to_owned();
    let made = Made {
        period: version.period().to_owned(),
        version: version.number(),
        as_of: follow_up.report.as_of,
        content: content_hash(&follow_up.version_input())?,
        follow_up: follow_up_hash,
        seal: Some(staged.seal()),
        at: Utc::now(),
    };
    follow_up
        .versions
        .ledger()
        .append(&LedgerEntry::Version(made))?;
    staged.publish()
}
