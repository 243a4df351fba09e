//! `index.html`, `summary.xlsx` and `follow-up.json` of all agreements, in the folder of all outputs: made anew from the last
//! version of each.

use std::fs;
use std::path::Path;

use super::terminal;
use crate::error::Error;
use crate::render::Templates;
use crate::render::rollup::{self, AgreementState};
use crate::store::{Versions, write_file};
use crate::wording::Wording;

/// The files, in the order in which they are written.
const PAGE: &str = "index.html";
const BOOK: &str = "summary.xlsx";
const DATA: &str = "follow-up.json";

/// Writes the roll-up, where there is more than one agreement to tell of. A run is no less done if it cannot be written.
/// Where nothing is new and it is there, it stands.
pub(super) fn write(out: &Path, is_new: bool) {
    // Where nothing was written there is no folder yet.
    if !out.is_dir() || (!is_new && out.join(PAGE).is_file()) {
        return;
    }
    if let Err(error) = made(out) {
        terminal::warn(&format!("lofte: {error}"));
    }
}

fn made(out: &Path) -> Result<(), Error> {
    let states = states(out)?;
    if states.len() < 2 {
        return Ok(());
    }
    let wording = Wording::new(language(&states), &std::collections::BTreeMap::new())?;
    let files = [
        (
            PAGE,
            rollup::render_page(&states, &wording, &Templates::default())?,
        ),
        (BOOK, rollup::render_workbook(&states, &wording)?),
        (DATA, rollup::render_data(&states)?),
    ];
    for (name, bytes) in files {
        let place = out.join(name);
        if !fs::read(&place).is_ok_and(|there| there == bytes) {
            write_file(&place, &bytes)?;
        }
    }
    Ok(())
}

/// The last version of every agreement that has one, by the folders' names. One that cannot be read is told and left out.
fn states(out: &Path) -> Result<Vec<AgreementState>, Error> {
    let entries = fs::read_dir(out).map_err(|fault| Error::io(out, fault))?;
    let mut homes: Vec<_> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|home| home.is_dir())
        .collect();
    homes.sort();
    let mut states = Vec::new();
    for home in homes {
        match last(&home) {
            Ok(state) => states.extend(state),
            Err(error) => terminal::warn(&format!("lofte: {error}")),
        }
    }
    Ok(states)
}

fn last(home: &Path) -> Result<Option<AgreementState>, Error> {
    let all = Versions::new(home.to_owned()).all()?;
    let last = all
        .into_iter()
        .max_by_key(|(period, version)| (period.end(), period.to_string(), version.number()));
    let Some((_, version)) = last else {
        return Ok(None);
    };
    let (file, _) = version.open(DATA)?;
    let state = rollup::read(file).map_err(|fault| version.damaged(DATA, &fault))?;
    Ok(Some(state))
}

/// Swedish where any agreement is; else the first one's language.
fn language(states: &[AgreementState]) -> &str {
    let mut languages = states.iter().map(AgreementState::language);
    let first = states.first().map_or("sv", AgreementState::language);
    languages
        .find(|language| *language == "sv")
        .unwrap_or(first)
}
