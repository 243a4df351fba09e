//! What an agreement begins with: options, and answers on a terminal.

use std::collections::BTreeSet;
use std::io::{self, BufRead, IsTerminal};
use std::path::{Path, PathBuf};

use chrono::{Datelike, NaiveDate};

use super::super::terminal;
use crate::error::{AskedFault, Error};
use crate::model::finding::Phrase;
use crate::wording::Wording;

/// What an agreement begins with.
#[derive(Clone, Debug)]
pub(crate) struct Init {
    /// The agreement's folder.
    pub(crate) folder: PathBuf,
    /// What the report is called; none for a name made of the municipality and the years.
    pub title: Option<String>,
    pub municipality: Option<String>,
    pub police_area: Option<String>,
    /// The first day of the term.
    pub from: Option<NaiveDate>,
    /// The last day of the term.
    pub to: Option<NaiveDate>,
    /// The language of the agreement.
    pub language: String,
    /// Whether it is a workbook, and not a text; none to ask on a terminal.
    pub(crate) is_book: Option<bool>,
    /// The folder of the agreement that it follows; none for a new beginning.
    pub(crate) successor_of: Option<PathBuf>,
    /// Where versions of the agreement that it follows are found.
    pub(crate) out: PathBuf,
    /// The drop folder to look into; none for the agreement's own.
    pub(crate) workbooks: Option<PathBuf>,
}

/// The head of the agreement.
pub(in crate::command) struct AgreementHead {
    pub(super) title: String,
    pub(super) municipality: String,
    pub(super) police_area: String,
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
    pub(super) language: String,
}

/// The head as the options say it, and as answers on a terminal do.
///
/// # Errors
/// If something is missing that cannot be asked for, or cannot be the head of an agreement.
pub(super) fn head(options: &Init, wording: &Wording) -> Result<AgreementHead, Error> {
    let missing: BTreeSet<&str> = [
        ("--municipality", options.municipality.is_none()),
        ("--police-area", options.police_area.is_none()),
        ("--from", options.from.is_none()),
        ("--to", options.to.is_none()),
    ]
    .into_iter()
    .filter_map(|(option, is_missing)| is_missing.then_some(option))
    .collect();
    if !missing.is_empty() && !io::stdin().is_terminal() {
        let options: Vec<&str> = missing.into_iter().collect();
        let options = options.join(", ");
        return Err(Error::Asked(AskedFault::Missing(options)));
    }
    let asked = |known: &Option<String>, question: &str| match known {
        Some(known) => {
            one_line(known).ok_or_else(|| Error::Asked(AskedFault::NotOneLine(known.clone())))
        }
        None => ask(&wording.text(question), one_line),
    };
    let municipality = asked(&options.municipality, "ui-init-ask-municipality")?;
    let police_area = asked(&options.police_area, "ui-init-ask-police-area")?;
    let day = |known: Option<NaiveDate>, question: &str| match known {
        Some(day) => Ok(day),
        None => ask(&wording.text(question), |text| text.trim().parse().ok()),
    };
    let (from, to) = (
        day(options.from, "ui-init-ask-from")?,
        day(options.to, "ui-init-ask-to")?,
    );
    if from > to {
        return Err(Error::Asked(AskedFault::TermReversed { from, to }));
    }
    let years = if from.year() == to.year() {
        from.year().to_string()
    } else {
        format!("{}–{}", from.year(), to.year())
    };
    let title = match &options.title {
        Some(_) => asked(&options.title, "")?,
        None => wording.phrase(
            &Phrase::new("ui-init-title")
                .with("municipality", municipality.as_str())
                .with("years", years.as_str()),
        ),
    };
    Ok(AgreementHead {
        title,
        municipality,
        police_area,
        from,
        to,
        language: options.language.clone(),
    })
}

/// Whether the agreement is to be a workbook: as the options say, or the answer on a terminal; else a text.
///
/// # Errors
/// If nothing is answered.
pub(super) fn is_book(options: &Init, wording: &Wording) -> Result<bool, Error> {
    if let Some(is_book) = options.is_book {
        return Ok(is_book);
    }
    if !io::stdin().is_terminal() {
        return Ok(false);
    }
    ask(&wording.text("ui-init-ask-file"), |answer| {
        let answer = answer.trim().to_lowercase();
        let begins = |word: &str| word.to_lowercase().starts_with(&answer);
        match () {
            () if answer.is_empty() || begins("excel") => Some(true),
            () if begins("text") || begins(&wording.text("ui-init-file-text")) => Some(false),
            () => None,
        }
    })
}

fn one_line(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty() && !text.chars().any(char::is_control)).then(|| text.to_owned())
}

/// Asks on the terminal until the answer is valid.
fn ask<T>(question: &str, answer: impl Fn(&str) -> Option<T>) -> Result<T, Error> {
    let terminal = Path::new("standard input");
    loop {
        terminal::print_bytes(format!("{question} ").as_bytes())?;
        let mut line = String::new();
        let read = io::stdin()
            .lock()
            .read_line(&mut line)
            .map_err(|fault| Error::io(terminal, fault))?;
        if read == 0 {
            return Err(Error::Asked(AskedFault::NoAnswer));
        }
        if let Some(answer) = answer(&line) {
            return Ok(answer);
        }
    }
}
