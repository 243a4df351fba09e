//! `lofte` alone: what to do next in this folder.

use std::fs;
use std::path::Path;

use chrono::Local;

use crate::error::Error;
use crate::gather::find::{find, is_workbook_name};
use crate::model::finding::Phrase;
use crate::store::Versions;

use super::{Exit, Options, agreement, folder, period, terminal};

/// Says of every agreement under `inputs/` what is to be done next, or how to begin.
pub(crate) fn next(options: &Options) -> Exit {
    let told = || -> Result<(), Error> {
        let wording = agreement::spoken_of_first(options)?;
        let phrases = match folder::folders(options) {
            Ok(folders) => folders
                .iter()
                .map(|home| of_agreement(home, options))
                .collect::<Result<Vec<_>, _>>()?,
            Err(_) => begin(options)?,
        };
        let lines: Vec<String> = phrases
            .iter()
            .map(|phrase| wording.phrase(phrase))
            .collect();
        terminal::print(&lines)?;
        terminal::print(&[wording.text("ui-next-help")])
    };
    match told() {
        Ok(()) => Exit::Finished,
        Err(error) => terminal::error(&error),
    }
}

/// Where there is no agreement yet: in which folders it can be begun, or how.
fn begin(options: &Options) -> Result<Vec<Phrase>, Error> {
    let begun = folder::without_agreement();
    let mut phrases = Vec::new();
    for home in &begun {
        let drop = folder::drop_folder(home, options);
        let count = match drop.is_dir() {
            true => find(&drop)?
                .0
                .iter()
                .filter(|file| file.is_workbook())
                .count(),
            false => 0,
        };
        if count > 0 {
            let phrase = Phrase::new("ui-next-begin-in").with("workbooks", count);
            phrases.push(phrase.with("folder", home.display().to_string()));
        }
    }
    if phrases.is_empty() {
        phrases.push(begin_here()?);
    }
    Ok(phrases)
}

fn begin_here() -> Result<Phrase, Error> {
    let here = Path::new(".");
    let entries = fs::read_dir(here).map_err(|fault| Error::io(here, fault))?;
    // Only what lies in this very folder: it may be anybody's home.
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let count = names.filter(|name| is_workbook_name(name)).count();
    Ok(if count > 0 {
        Phrase::new("ui-next-begin-here").with("workbooks", count)
    } else {
        Phrase::new("ui-next-begin")
    })
}

fn of_agreement(home: &Path, options: &Options) -> Result<Phrase, Error> {
    let shown = home.display().to_string();
    let phrase = |key: &'static str| Phrase::new(key).with("folder", shown.as_str());
    let Ok((agreement, _)) = agreement::agreement(home, &mut Vec::new()) else {
        return Ok(phrase("ui-next-mend"));
    };
    if agreement.pledges.is_empty() {
        return Ok(phrase("ui-next-pledges"));
    }
    let drop = folder::drop_folder(home, options);
    let files = if drop.is_dir() {
        find(&drop)?.0
    } else {
        Vec::new()
    };
    if !files.iter().any(|file| file.is_workbook()) {
        return Ok(phrase("ui-next-workbooks").with("drop", drop.display().to_string()));
    }
    let today = Local::now().date_naive();
    let Ok(period) = period::period(None, agreement.term, today) else {
        return Ok(phrase("ui-next-wait").with("from", agreement.term.from));
    };
    let versions = Versions::new(options.out.join(folder::id(home)?));
    let name = period.to_string();
    let number = versions.last_number(&name)?;
    if number == 0 {
        return Ok(phrase("ui-next-run").with("period", name));
    }
    let version = versions.version(&name, number);
    let entries = versions.ledger().read()?;
    let is_sent = entries
        .sent()
        .any(|sent| sent.period == name && sent.version == number);
    let key = if agreement.recipients.is_empty() || is_sent {
        "ui-next-done"
    } else {
        "ui-next-send"
    };
    Ok(phrase(key).with("period", name).with(
        "report",
        version.folder().join("report.html").display().to_string(),
    ))
}
