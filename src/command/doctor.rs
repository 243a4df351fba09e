//! `lofte doctor`: whether everything is in place for the monthly follow-up, and what to do about what is not. Nothing is written
//! but a file that is taken away again.

mod check;
mod machine;
mod place;

use crate::error::{AskedFault, Error};
use crate::model::finding::Phrase;
use crate::wording::Wording;

use super::{Exit, Options, agreement, folder, terminal};
use check::{Check, Standing};

/// Looks at every agreement asked for, then at what they have in common.
pub(crate) fn doctor(options: &Options) -> Exit {
    match look(options) {
        Ok(exit) => exit,
        Err(error) => terminal::error(&error),
    }
}

fn look(options: &Options) -> Result<Exit, Error> {
    let wording = agreement::spoken_of_first(options)?;
    let mut exit = Exit::Finished;
    let folders = match folder::folders(options) {
        Ok(folders) => folders,
        // The computer can be looked at all the same.
        Err(Error::Asked(AskedFault::NoAgreements)) => {
            let what = Phrase::new("ui-doctor-no-agreement");
            let missing = Check::missing(what, Phrase::new("ui-doctor-begin-do"));
            exit = told(&wording.text("ui-doctor-here"), &[missing], &wording)?;
            Vec::new()
        }
        Err(error) => return Err(error),
    };
    for folder in &folders {
        let title = Phrase::new("ui-doctor-place").with("folder", folder.display().to_string());
        exit = exit.and(told(
            &wording.phrase(&title),
            &place::checks(folder, options, &wording),
            &wording,
        )?);
    }
    let mut common = machine::mail(options);
    common.extend(machine::checks(&options.out));
    Ok(exit.and(told(&wording.text("ui-doctor-machine"), &common, &wording)?))
}

/// Prints what was looked at.
fn told(title: &str, checks: &[Check], wording: &Wording) -> Result<Exit, Error> {
    let mut lines = vec![title.to_owned()];
    let mut exit = Exit::Finished;
    for check in checks {
        let word = wording.text(match check.standing {
            Standing::Fine => "ui-doctor-fine",
            Standing::Note => "ui-doctor-note",
            Standing::Missing => {
                exit = Exit::Findings;
                "ui-doctor-missing"
            }
        });
        let remedy = check.remedy.as_ref().map(|remedy| wording.phrase(remedy));
        let what = wording.phrase(&check.what);
        let end = if what.ends_with(['.', '!', '?']) {
            ""
        } else {
            "."
        };
        lines.push(match remedy {
            Some(remedy) => format!("  {word}  {what}{end} {remedy}"),
            None => format!("  {word}  {what}"),
        });
    }
    terminal::print(&lines)?;
    Ok(exit)
}
