//! `lofte inspect`: what workbooks look like, and a source for each, ready to be pasted into an agreement.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use chrono::Local;

use crate::error::Error;
use crate::gather::inspect;
use crate::gather::isolate::{self, AgreementReader, Limits, WorkbookTask};
use crate::load::AgreementTexts;
use crate::model::finding::{Finding, Phrase};
use crate::wording::Wording;

use super::isolation::pool;
use super::{Exit, agreement, folder, terminal};

pub(crate) mod child;
mod describe;
mod proposals;

use child::{Description, InspectRequest};

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
    pub language: String,
}

/// Inspects every workbook. One that cannot be read does not hold up the others.
pub(crate) fn inspect(options: &Inspect) -> Exit {
    let prepared = || -> Result<(Option<AgreementTexts>, Wording), Error> {
        let agreement = options.agreement.as_deref().map(agreement).transpose()?;
        Ok((
            agreement,
            Wording::new(&options.language, &BTreeMap::new())?,
        ))
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
    let seen = inspect_all(&seen, drop_folder.as_deref(), agreement, &options.language);
    let sources = sources(&seen);
    let of_copy = |one: &InspectedWorkbook| {
        let source = sources
            .iter()
            .find(|source| source.copies.contains(&one.shown))?;
        let phrase = Phrase::new("ui-inspect-copy").with("files", source.files());
        Some(describe::comment(&wording.phrase(&phrase)) + "\n")
    };
    let (mut named, mut printed) = (BTreeSet::new(), BTreeSet::new());
    for one in &seen {
        let text = match &one.look {
            Err(finding) => {
                exit = exit.and(Exit::Findings);
                describe::unread(&one.shown, finding, &wording)
            }
            Ok(look) => {
                let source = sources
                    .iter()
                    .position(|source| source.workbooks.contains(&one.shown));
                let block = match source.and_then(|at| Some((at, sources.get(at)?))) {
                    None => of_copy(one).unwrap_or_else(|| describe::nothing(&wording)),
                    Some((at, source)) if printed.insert(at) => {
                        format!("\n{}\n", source.block(&mut named))
                    }
                    Some((_, source)) => {
                        let phrase = Phrase::new("ui-inspect-same").with("files", source.files());
                        describe::comment(&wording.phrase(&phrase)) + "\n"
                    }
                };
                look.described.clone() + &block
            }
        };
        if let Err(error) = terminal::print_bytes(text.as_bytes()) {
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
fn agreement(path: &Path) -> Result<AgreementTexts, Error> {
    if !path.join(folder::AGREEMENT).is_file() {
        let fault = format!(
            "{} has no {}; name the agreement's folder",
            path.display(),
            folder::AGREEMENT
        );
        return Err(Error::Usage(fault));
    }
    // What does not stop it is told by `check`.
    agreement::agreement(path, &mut Vec::new()).map(|(_, texts)| texts)
}

/// Inspects workbooks in processes of their own; in their order.
pub(super) fn inspect_all(
    workbooks: &[PathBuf],
    drop_folder: Option<&Path>,
    agreement: Option<AgreementTexts>,
    language: &str,
) -> Vec<InspectedWorkbook> {
    let drop = drop_folder.and_then(|folder| folder.canonicalize().ok());
    let as_of = Local::now().date_naive();
    let tasks: Vec<WorkbookTask> = workbooks
        .iter()
        .map(|path| {
            let shown = inspect::place(path, drop.as_deref()).shown;
            WorkbookTask {
                path: path.clone(),
                shown,
                read_by: Vec::new(),
                sha256: String::new(),
            }
        })
        .collect();
    let mut folders: Vec<String> = tasks
        .iter()
        .filter(|task| {
            !inspect::place(&task.path, drop.as_deref())
                .files
                .starts_with("**/")
        })
        .filter_map(|task| Some(task.shown.split_once('/')?.0.to_owned()))
        .collect();
    folders.sort();
    folders.dedup();
    let request = InspectRequest {
        agreement,
        drop_folder: drop,
        folders,
        language: language.to_owned(),
    };
    let looks: Vec<Result<Description, Finding>> = match (
        pool(child::NAME, Limits::default(), None),
        serde_json::to_string(&request),
    ) {
        (Some(pool), Ok(agreement)) => {
            let agreement = agreement.into();
            let reader = AgreementReader {
                pool,
                agreement,
                cache: None,
            };
            isolate::read_all(&reader, as_of, &tasks)
        }
        _ => tasks
            .iter()
            .map(|task| request.look(&task.path, as_of))
            .collect(),
    };
    tasks
        .into_iter()
        .zip(looks)
        .map(|(task, look)| InspectedWorkbook {
            shown: task.shown,
            look,
        })
        .collect()
}
