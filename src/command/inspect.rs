//! `lofte inspect`: what workbooks look like, and a source for each, ready to be pasted into an agreement.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::{Local, NaiveDate};

use crate::error::Error;
use crate::gather::cell::Workbook;
use crate::gather::inspect::{self, About, Inspection, Outcome};
use crate::gather::isolate;
use crate::gather::reader::{self, Fault};
use crate::load::load;
use crate::model::agreement::{ActivityKind, Agreement, SheetMapping};
use crate::model::finding::{self, Code, Finding};
use crate::wording::Wording;

use super::followup::isolation;
use super::gather_one::Texts;
use super::{Exit, folder, tell};

mod describe;

/// What is to be inspected.
#[derive(Clone, Debug)]
pub struct Inspect {
    /// The workbooks.
    pub workbooks: Vec<PathBuf>,
    /// The folder of the agreement whose partners and activities are chosen from.
    pub agreement: Option<PathBuf>,
    /// The drop folder they lie in; none for the agreement's own, or the nearest named `workbooks`.
    pub drop_folder: Option<PathBuf>,
    /// The language it is told in.
    pub language: String,
}

/// Inspects every workbook. One that cannot be read does not hold up the others.
pub fn inspect(options: &Inspect) -> Exit {
    let prepared = || -> Result<(Option<Agreement>, Wording), Error> {
        let agreement = options.agreement.as_deref().map(agreement).transpose()?;
        Ok((agreement, Wording::new(&options.language, &BTreeMap::new())?))
    };
    let (agreement, wording) = match prepared() {
        Ok(prepared) => prepared,
        Err(error) => return tell::error(&error),
    };
    let desk = Desk { options, agreement, wording, as_of: Local::now().date_naive() };
    let mut told = BTreeMap::new();
    options.workbooks.iter().fold(Exit::Finished, |so_far, path| {
        let done = desk.one(path, &mut told);
        let printed = done.and_then(|(text, exit)| tell::bytes(text.as_bytes()).map(|()| exit));
        so_far.and(printed.unwrap_or_else(|error| tell::error(&error)))
    })
}

/// The agreement of a folder.
fn agreement(path: &Path) -> Result<Agreement, Error> {
    if !path.join(folder::AGREEMENT).is_file() {
        let fault = format!("{} has no {}; name the agreement's folder", path.display(), folder::AGREEMENT);
        return Err(Error::Usage(fault));
    }
    // What does not stop it is told by `check`.
    folder::agreement(path, &mut Vec::new()).map(|(agreement, _)| agreement)
}

/// What is known before the first workbook is opened.
struct Desk<'a> {
    options: &'a Inspect,
    agreement: Option<Agreement>,
    wording: Wording,
    as_of: NaiveDate,
}

impl Desk<'_> {
    /// What is told of one workbook: TOML, all but the source a comment. `told` are the activities described so far.
    fn one(&self, path: &Path, told: &mut BTreeMap<String, ActivityKind>) -> Result<(String, Exit), Error> {
        let io = |fault| Error::io(path, fault);
        let whole = path.canonicalize().map_err(io)?;
        let drop = self.drop_folder().and_then(|folder| folder.canonicalize().ok());
        let place = inspect::place(&whole, drop.as_deref());
        let bytes = fs::read(path).map_err(io)?;
        let workbook = match survives(path, &place.shown).and_then(|()| read(&bytes, &place.shown)) {
            Ok(workbook) => workbook,
            Err(finding) => return Ok((describe::unread(&place.shown, &finding, &self.wording), Exit::Findings)),
        };
        let about = About { shown: &place.shown, files: &place.files, agreement: self.agreement.as_ref() };
        let inspection = inspect::inspect(&workbook, &about);
        let mut text = describe::heading(&place.shown, inspection.sheets.len(), &self.wording);
        let block = block(&inspection, told);
        let read = self.read(&block, &inspection)?;
        for (at, sheet) in inspection.sheets.iter().enumerate() {
            let outcome = read.as_ref().and_then(|read| outcome(read, &place.shown, &workbook, at, self.as_of));
            text.push_str(&describe::sheet(sheet, outcome.as_ref(), &self.wording));
        }
        text.push_str(&block.map_or_else(|| describe::nothing(&self.wording), |block| format!("\n{block}\n")));
        Ok((text, Exit::Finished))
    }

    fn drop_folder(&self) -> Option<PathBuf> {
        let own = || self.options.agreement.as_ref().map(|folder| folder.join(inspect::DROP_FOLDER));
        self.options.drop_folder.clone().or_else(own)
    }

    /// The agreement with the source of the block and no other, read as it will be read when pasted.
    fn read(&self, block: &Option<String>, inspection: &Inspection) -> Result<Option<Agreement>, Error> {
        let (Some(block), Some(source)) = (block, &inspection.source) else { return Ok(None) };
        let mut partners: Vec<&String> = source.sheets.iter().flat_map(|sheet| sheet.partner_columns.keys()).collect();
        partners.push(&source.partner);
        partners.sort();
        partners.dedup();
        let mut text = HEAD.to_owned();
        for partner in partners {
            text.push_str(&format!("[partners.{}]\nname = \"x\"\n", inspect::key(partner)));
        }
        text.push_str(block);
        let loaded = load(ID, &text, &|_| None);
        let Some(read) = loaded.value else {
            let (path, findings) = (PathBuf::from("[[source]]"), loaded.findings);
            return Err(Error::Agreement { path, findings });
        };
        let mut read = read;
        read.activities.extend(inspection.kinds.clone());
        if let Some(own) = &self.agreement {
            let mut activities = own.activities.clone();
            activities.extend(read.activities);
            return Ok(Some(Agreement { sources: read.sources, activities, ..own.clone() }));
        }
        Ok(Some(read))
    }
}

/// The id of an agreement that holds nothing but a source.
const ID: &str = "inspect";
/// The head of an agreement that holds nothing but a source.
const HEAD: &str = "title = \"x\"\nmunicipality = \"x\"\npolice_area = \"x\"\nfrom = 1990-01-01\nto = 2100-12-31\n\
                    [[pledge]]\nid = \"x\"\ntext = \"x\"\n";

/// The source and the activities it needs, as the agreement file writes them.
fn block(inspection: &Inspection, told: &mut BTreeMap<String, ActivityKind>) -> Option<String> {
    let source = inspection.source.as_ref()?;
    // An activity is described once, whichever workbooks give it.
    let fresh: BTreeMap<String, ActivityKind> = inspection
        .kinds
        .iter()
        .filter(|(activity, _)| !told.contains_key(*activity))
        .map(|(activity, kind)| (activity.clone(), kind.clone()))
        .collect();
    let mut text = inspect::block(source);
    if !fresh.is_empty() {
        text.push('\n');
        text.push_str(&inspect::kinds_block(&fresh));
    }
    told.extend(fresh);
    Some(text)
}

/// What the source makes of a sheet; none if no mapping reads it.
fn outcome(read: &Agreement, shown: &str, workbook: &Workbook, at: usize, as_of: NaiveDate) -> Option<Outcome> {
    let sheet = workbook.sheets.get(at)?;
    let source = read.sources.first()?;
    let mapping: &SheetMapping = source.sheets.iter().find(|mapping| inspect::reads(mapping, sheet))?;
    Some(inspect::outcome(read, 0, mapping, (shown, sheet), as_of))
}

/// Reads a workbook in a process of its own first, so that one that would take this one down is told instead.
fn survives(path: &Path, shown: &str) -> Result<(), Finding> {
    let texts = Texts { id: ID.to_owned(), agreement: HEAD.to_owned(), includes: BTreeMap::new() };
    let isolation = isolation(&texts);
    let Some(agreement) = load(ID, HEAD, &|_| None).value else { return Ok(()) };
    let job = isolate::Job { path: path.to_owned(), shown: shown.to_owned(), takers: Vec::new() };
    let read = isolate::read(&agreement, agreement.term.to, &[job], &isolation);
    read.into_iter().try_for_each(|one| one.map(|_| ()))
}

fn read(bytes: &[u8], shown: &str) -> Result<Workbook, Finding> {
    let unreadable = |fault: Fault| {
        Finding::new(Code::UnreadableWorkbook, finding::Place::workbook(shown))
            .with("what", "damaged")
            .with("why", fault.to_string())
    };
    reader::read(bytes, shown).map(|read| read.workbook).map_err(unreadable)
}
