//! `lofte check`: the same as `run` up to the report; findings and verdicts are printed, nothing is written.

use std::path::Path;

use crate::compose::edition;
use crate::error::Error;
use crate::model::agreement::Audience;
use crate::render::json;

use super::followup::{FollowUp, exit};
use super::{Exit, Format, Options, folder, result, terminal};

/// Checks every agreement asked for.
pub(crate) fn check(options: &Options) -> Exit {
    folder::for_each(options, |folder| check_one(folder, options))
}

fn check_one(folder: &Path, options: &Options) -> Result<Exit, Error> {
    let follow_up = FollowUp::new(folder, options)?;
    let next = follow_up.versions.last_number(&follow_up.period())? + 1;
    let FollowUp {
        report, wording, ..
    } = follow_up.with_version(next);
    match options.format {
        Format::Text => result::print_check(&report, &wording)?,
        Format::Json => terminal::print_with(|out| {
            json::write(&edition(&report, &Audience::Full), &wording, out)
        })?,
    }
    Ok(exit(&report))
}
