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

/// Checks every agreement asked for. For machines, several are one document: `{"agreements": […]}`.
pub(crate) fn check(options: &Options) -> Exit {
    let several = options.format == Format::Json
        && folder::folders(options).is_ok_and(|folders| folders.len() > 1);
    let mut before = if several { "{\"agreements\": [\n" } else { "" };
    let exit = folder::for_each(
        options,
        |folder| followed_up(folder, options),
        |_, follow_up| {
            let follow_up = follow_up?;
            terminal::print_bytes(before.as_bytes())?;
            if several {
                before = ",\n";
            }
            print(&follow_up, options.format)
        },
    );
    if !several {
        return exit;
    }
    let end = if before == ",\n" {
        "]}\n"
    } else {
        // None could be followed up.
        "{\"agreements\": []}\n"
    };
    match terminal::print_bytes(end.as_bytes()) {
        Ok(()) => exit,
        Err(error) => exit.and(terminal::error(&error)),
    }
}

fn followed_up(folder: &Path, options: &Options) -> Result<FollowUp, Error> {
    let follow_up = ReadyAgreement::new(folder, options)?.follow_up(None)?;
    let next = follow_up.versions.last_number(&follow_up.period())? + 1;
    Ok(follow_up.with_version(next))
}

fn print(follow_up: &FollowUp, format: Format) -> Result<Exit, Error> {
    let FollowUp {
        report,
        wording,
        spoken,
        ..
    } = follow_up;
    let edition = edition(report, &Audience::Full);
    match format {
        Format::Text => terminal::print_lines(&render(&edition, spoken))?,
        Format::Json => terminal::print_with(|out| json::write(&edition, wording, out))?,
    }
    Ok(Exit::of(report))
}
