//! `lofte check`: the same as `run` up to the report; findings and verdicts are printed, nothing is written.

use std::path::Path;

use crate::error::Error;
use crate::model::agreement::Audience;
use crate::render::json;

use crate::store;

use super::followup::{FollowUp, exit};
use super::{Exit, Format, Options, folder, tell};

/// Checks every agreement asked for.
pub fn check(options: &Options) -> Exit {
    let folders = match folder::folders(options) {
        Ok(folders) => folders,
        Err(error) => return tell::error(&error),
    };
    folders.iter().fold(Exit::Finished, |so_far, folder| {
        so_far.and(check_one(folder, options).unwrap_or_else(|error| tell::error(&error)))
    })
}

fn check_one(folder: &Path, options: &Options) -> Result<Exit, Error> {
    let follow_up = FollowUp::new(folder, options)?;
    let next = store::last_version(&follow_up.home, &follow_up.period())? + 1;
    let FollowUp {
        report, wording, ..
    } = follow_up.numbered(next);
    match options.format {
        Format::Text => tell::report(&report, &wording)?,
        Format::Json => tell::written(|out| json::write(&report, &Audience::Full, &wording, out))?,
    }
    Ok(exit(&report))
}
