//! `index.html`, `summary.xlsx` and `follow-up.json` of all agreements, in the folder of all outputs: made anew from the last
//! version of each.

use std::path::Path;

use super::{side_by_side, terminal};
use crate::error::Error;
use crate::render::Templates;
use crate::render::rollup::{self, AgreementState};
use crate::store::{Version, Versions, names_in, write_changed};
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
        terminal::told(&error.told());
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
        write_changed(&out.join(name), &bytes)?;
    }
    Ok(())
}

/// The last version of every agreement that has one, by the folders' names; none where there is only one, which is told of on a
/// page of its own. One that cannot be read is told and left out.
fn states(out: &Path) -> Result<Vec<AgreementState>, Error> {
    let mut names = names_in(out)?;
    names.sort();
    let mut last = Vec::new();
    for home in names.iter().map(|name| out.join(name)) {
        if home.is_dir() {
            match Versions::new(home).latest() {
                Ok(version) => last.extend(version),
                Err(error) => terminal::told(&error.told()),
            }
        }
    }
    let mut states = Vec::new();
    if last.len() < 2 {
        return Ok(states);
    }
    side_by_side::in_order(
        &last,
        || false,
        state,
        |_, state| match state {
            Ok(state) => states.push(state),
            Err(error) => terminal::told(&error.told()),
        },
    );
    Ok(states)
}

fn state(version: &Version) -> Result<AgreementState, Error> {
    let (file, _) = version.open(DATA)?;
    rollup::read(file).map_err(|fault| version.damaged(DATA, &fault))
}

/// Swedish where any agreement is; else the first one's language.
fn language(states: &[AgreementState]) -> &str {
    let mut languages = states.iter().map(AgreementState::language);
    let first = states.first().map_or("sv", AgreementState::language);
    languages
        .find(|language| *language == "sv")
        .unwrap_or(first)
}
