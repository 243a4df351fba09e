//! The process that looks at one workbook: everything that reads its cells, so that nothing of them takes the program
//! down that asked.

use std::collections::BTreeMap;
use std::io::{stdin, stdout};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::gather::cell::Workbook;
use crate::gather::extract;
use crate::gather::inspect::{self, Inspection, MappingTrial, WorkbookInfo};
use crate::gather::isolate::{ReplyHead, child};
use crate::load::AgreementTexts;
use crate::load::load;
use crate::model::agreement::{Agreement, SheetMapping};
use crate::model::finding::{Finding, UnreadableReason};
use crate::wording::Wording;

use super::super::{Exit, terminal};
use super::describe;

/// The command's name.
pub(super) const NAME: &str = "inspect-one";

/// What the process is asked for.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct InspectRequest {
    /// The agreement whose partners and activities are chosen from.
    pub(super) agreement: Option<AgreementTexts>,
    /// The drop folder, where it is known.
    pub(super) drop_folder: Option<PathBuf>,
    /// The language it is told in.
    pub(super) language: String,
}

/// What is told of a workbook.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::command) struct Description {
    /// Its sheets, as comments of the agreement file.
    pub(in crate::command) described: String,
    /// The source that would read it.
    pub(super) source: Option<ProposedSource>,
}

impl Description {
    /// About how much memory it takes, in bytes: it is texts.
    fn size(&self) -> u64 {
        let source = self.source.as_ref();
        let texts = source.map_or(0, |source| {
            source.sheets.len() + source.kinds.values().map(String::len).sum::<usize>()
        });
        (self.described.len() + texts) as u64
    }
}

/// A workbook that was inspected, or why it could not be.
pub(in crate::command) struct InspectedWorkbook {
    /// Its path in the drop folder.
    pub(in crate::command) shown: String,
    /// What is told of it.
    pub(in crate::command) look: Result<Description, Finding>,
}

/// A source as the agreement file writes it, in parts.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct ProposedSource {
    pub(super) partner: String,
    pub(super) files: String,
    /// The blocks of its sheets.
    pub(super) sheets: String,
    /// What there is to say of its activities, a block each.
    pub(super) kinds: BTreeMap<String, String>,
    pub(super) activities: Vec<String>,
}

/// Looks at workbooks for another lofte, until nobody asks any more.
pub(crate) fn inspect_one() -> Exit {
    let request = |text: &str| serde_json::from_str::<InspectRequest>(text).ok();
    let answered = child::answer_with(
        stdin().lock(),
        stdout().lock(),
        request,
        |request, question| {
            let look = request.look(Path::new(&question.path), question.as_of)?;
            let head = ReplyHead {
                weight: look.size(),
                ..ReplyHead::default()
            };
            Ok((head, look))
        },
    );
    match answered {
        Ok(()) => Exit::Finished,
        Err(fault) => terminal::error(&crate::error::Error::io(Path::new(NAME), fault)),
    }
}

impl InspectRequest {
    /// Looks at a workbook.
    ///
    /// # Errors
    /// A finding that says why it cannot be read.
    pub(super) fn look(&self, path: &Path, as_of: NaiveDate) -> Result<Description, Finding> {
        let place = inspect::place(path, self.drop_folder.as_deref());
        let workbook = extract::open(&place.shown, path)?.read.workbook;
        let gave_up =
            |why: String| extract::unreadable(&place.shown, UnreadableReason::Damaged, &why);
        let wording = Wording::new(&self.language, &BTreeMap::new())
            .map_err(|fault| gave_up(fault.to_string()))?;
        let texts = self.agreement.as_ref();
        let agreement = texts.and_then(|texts| texts.load().value);
        let about = WorkbookInfo {
            shown: &place.shown,
            files: &place.files,
            agreement: agreement.as_ref(),
        };
        let inspection = inspect::inspect(&workbook, &about);
        let read = read(&inspection, agreement.as_ref()).map_err(gave_up)?;
        let mut described = describe::heading(&place.shown, inspection.sheets.len(), &wording);
        for (at, sheet) in inspection.sheets.iter().enumerate() {
            let outcome = read
                .as_ref()
                .and_then(|read| outcome(read, &place.shown, &workbook, at, as_of));
            described.push_str(&describe::sheet(sheet, outcome.as_ref(), &wording));
        }
        Ok(Description {
            described,
            source: one_source(&inspection),
        })
    }
}

fn one_source(inspection: &Inspection) -> Option<ProposedSource> {
    let source = inspection.source.as_ref()?;
    let kinds = inspection.kinds.iter();
    let mut activities: Vec<String> = Vec::new();
    for activity in source.sheets.iter().flat_map(|sheet| sheet.activities()) {
        if !activities.iter().any(|known| known == activity) {
            activities.push(activity.to_owned());
        }
    }
    Some(ProposedSource {
        partner: source.partner.clone(),
        files: source.files.clone(),
        sheets: inspect::sheets_block(source, &inspection.others),
        kinds: kinds
            .map(|(activity, kind)| (activity.clone(), inspect::kind_block(activity, kind)))
            .collect(),
        activities,
    })
}

/// An agreement with the proposed source and no other, read as it will be read when pasted; what it says if it cannot be.
fn read(inspection: &Inspection, own: Option<&Agreement>) -> Result<Option<Agreement>, String> {
    let Some(source) = &inspection.source else {
        return Ok(None);
    };
    let mut partners: Vec<&String> = source
        .sheets
        .iter()
        .flat_map(|sheet| sheet.partner_columns.keys())
        .collect();
    partners.push(&source.partner);
    partners.sort();
    partners.dedup();
    let mut text = HEAD.to_owned();
    for partner in partners {
        text.push_str(&format!(
            "[partners.{}]\nname = \"x\"\n",
            inspect::key(partner)
        ));
    }
    text.push_str(&inspect::source_block(
        &source.partner,
        &source.files,
        &inspect::sheets_block(source, &inspection.others),
    ));
    let loaded = load(ID, &text, &|_| None);
    let Some(mut read) = loaded.value else {
        return Err("no source can be written for it".to_owned());
    };
    read.activities.extend(inspection.kinds.clone());
    if let Some(own) = own {
        let mut activities = own.activities.clone();
        activities.extend(read.activities);
        return Ok(Some(Agreement {
            sources: read.sources,
            activities,
            ..own.clone()
        }));
    }
    Ok(Some(read))
}

/// The id of an agreement that holds nothing but a source.
const ID: &str = "inspect";
/// The head of an agreement that holds nothing but a source.
const HEAD: &str = "title = \"x\"\nmunicipality = \"x\"\npolice_area = \"x\"\nfrom = 1990-01-01\nto = 2100-12-31\n";

/// What the source makes of a sheet; none if no mapping reads it.
fn outcome(
    read: &Agreement,
    shown: &str,
    workbook: &Workbook,
    at: usize,
    as_of: NaiveDate,
) -> Option<MappingTrial> {
    let sheet = workbook.sheets.get(at)?;
    let source = read.sources.first()?;
    let mapping: &SheetMapping = source
        .sheets
        .iter()
        .find(|mapping| inspect::reads(mapping, sheet))?;
    Some(inspect::outcome(read, 0, mapping, (shown, sheet), as_of))
}
