//! `lofte inspect`: what workbooks look like, and a source for each, ready to be pasted into an agreement.

use std::path::{Path, PathBuf};

use crate::error::{AskedFault, Error};
use crate::gather::inspect;
use crate::load::AgreementTexts;
use crate::wording::Wording;

use super::{Exit, SpokenLanguage, agreement, folder, terminal};

mod all;
mod blocks;
pub(crate) mod child;
mod describe;
mod proposals;

use blocks::Blocks;

pub(super) use all::inspect_all;
pub(super) use child::InspectedWorkbook;
pub(super) use proposals::{SourceProposal, sources};

/// What is to be inspected.
#[derive(Clone, Debug)]
pub(crate) struct Inspect {
    /// The workbooks.
    pub(crate) workbooks: Vec<PathBuf>,
    /// The folder of the agreement whose partners and activities are chosen from.
    pub agreement: Option<PathBuf>,
    /// The drop folder they lie in; none for the agreement's own, or the nearest named `workbooks`.
    pub(crate) drop_folder: Option<PathBuf>,
    /// The language it is told in.
    pub(crate) language: SpokenLanguage,
}

/// Inspects every workbook. One that cannot be read does not hold up the others.
pub(crate) fn inspect(options: &Inspect) -> Exit {
    let prepared = || -> Result<(Option<AgreementTexts>, Wording), Error> {
        let texts = options.agreement.as_deref().map(texts_of).transpose()?;
        let wording = match &options.agreement {
            Some(folder) => agreement::spoken(folder, &options.language)?,
            None => SpokenLanguage::of_faults()?,
        };
        Ok((texts, wording))
    };
    let (agreement, wording) = match prepared() {
        Ok(prepared) => prepared,
        Err(error) => return terminal::error(&error),
    };
    let own = || {
        options
            .agreement
            .as_ref()
            .map(|folder| folder.join(inspect::DROP_FOLDER))
    };
    let drop_folder = options.drop_folder.clone().or_else(own);
    let (mut seen, mut exit) = (Vec::new(), Exit::Finished);
    for path in &options.workbooks {
        match whole(path) {
            Ok(whole) => seen.push(whole),
            Err(error) => exit = exit.and(terminal::error(&error)),
        }
    }
    let seen = inspect_all(&seen, drop_folder.as_deref(), agreement, wording.language());
    let sources = sources(&seen);
    let mut blocks = Blocks::new(&sources, &wording);
    for one in &seen {
        if one.look.is_err() {
            exit = exit.and(Exit::Findings);
        }
        if let Err(error) = terminal::print_bytes(blocks.of(one).as_bytes()) {
            return terminal::error(&error);
        }
    }
    exit
}

fn whole(path: &Path) -> Result<PathBuf, Error> {
    let io = |fault| Error::io(path, fault);
    std::fs::File::open(path).map_err(io)?;
    path.canonicalize().map_err(io)
}

/// The texts of the agreement of a folder.
fn texts_of(path: &Path) -> Result<AgreementTexts, Error> {
    if !folder::has_agreement(path) {
        return Err(Error::Asked(AskedFault::NoAgreement(path.to_owned())));
    }
    // What does not stop it is told by `check`.
    agreement::agreement(path, &mut Vec::new()).map(|(_, texts)| texts)
}
