//! `lofte check`: the same as `run` up to the report; findings and verdicts are printed, nothing is written.

use std::path::Path;

use crate::compose::edition;
use crate::error::Error;
use crate::model::agreement::Audience;
use crate::render::check::render;
use crate::render::json;

use super::followup::FollowUp;
use super::ready::ReadyAgreement;
use super::{Exit, Format, Options, folder, terminal};

/// Checks every agreement asked for.
pub(crate) fn check(options: &Options) -> Exit {
    folder::for_each(
        options,
        |folder| followed_up(folder, options),
        |_, follow_up| print(&follow_up?, options.format),
    )
}

fn followed_up(folder: &Path, options: &Options) -> Result<FollowUp, Error> {
    let follow_up = ReadyAgreement::new(folder, options)?.follow_up(None)?;
    let next = follow_up.versions.last_number(&follow_up.period())? + 1;
    Ok(follow_up.with_version(next))
}

fn print(follow_up: &FollowUp, format: Format) -> Result<Exit, Error> {
    let FollowUp {
        report, wording, ..
    } = follow_up;
    let edition = edition(report, &Audience::Full);
    match format {
        Format::Text => terminal::print(&render(&edition, wording))?,
        Format::Json => terminal::print_with(|out| json::write(&edition, wording, out))?,
    }
    Ok(Exit::of(report))
}
