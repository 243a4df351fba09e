//! The process that looks at one workbook: everything that reads its cells, so that nothing of them takes the program
//! down that asked.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{stdin, stdout};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::gather::extract;
use crate::gather::inspect::{self, MappingTrial, ProposedSource, WorkbookInfo};
use crate::gather::isolate::{ReplyHead, child};
use crate::load::AgreementTexts;
use crate::load::load;
use crate::model::agreement::{Agreement, Partner};
use crate::model::finding::{Finding, FindingKind, UnreadableReason};
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
    /// The folders of partners, where there is no agreement.
    pub(super) folders: Vec<String>,
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
    /// Words of it that name the folders of partners, written with å, ä or ö.
    pub(in crate::command) words: BTreeSet<String>,
    /// SHA-256 of its bytes, hexadecimal.
    pub(super) sha256: String,
}

impl Description {
    /// About how much memory it takes, in bytes: it is texts.
    fn size(&self) -> u64 {
        let sheets = self.source.iter().flat_map(|source| &source.sheets);
        let texts: usize = sheets.map(|sheet| sheet.body.len()).sum();
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
        let opened = extract::open(&place.shown, path)?;
        let workbook = opened.read.workbook;
        let gave_up =
            |why: String| extract::unreadable(&place.shown, UnreadableReason::Damaged, &why);
        let wording = Wording::new(&self.language, &BTreeMap::new())
            .map_err(|fault| gave_up(fault.to_string()))?;
        let texts = self.agreement.as_ref();
        let agreement = texts.and_then(|texts| texts.load().value);
        let mut partners: Vec<Partner> =
            self.folders.iter().map(|folder| partner(folder)).collect();
        // Whoever has no folder here may still have taken part: these two always promise.
        for usual in ["polisen", "kommunen"] {
            if !inspect::names_partner(&partners, usual) {
                partners.push(partner(usual));
            }
        }
        let about = WorkbookInfo {
            shown: &place.shown,
            files: &place.files,
            agreement: agreement.as_ref(),
            partners: &partners,
        };
        let inspection = inspect::inspect(&workbook, &about);
        let tried = |source: &ProposedSource| -> Result<Vec<Option<MappingTrial>>, Finding> {
            let read = read(source, agreement.as_ref()).map_err(gave_up)?;
            Ok(inspect::trials(&read, &place.shown, &workbook, as_of))
        };
        let mut source = None;
        let mut trials = Vec::new();
        let mut others: BTreeMap<String, Vec<String>> = BTreeMap::new();
        if let Some(proposal) = inspection.proposal {
            trials = tried(&proposal.source)?;
            let mut told = proposal.source.clone();
            for (at, other) in proposal
                .others
                .iter()
                .enumerate()
                .flat_map(|(at, others)| others.iter().map(move |other| (at, other)))
            {
                let mut instead = proposal.source.clone();
                let Some(sheet) = instead.sheets.get_mut(at) else {
                    continue;
                };
                *sheet = other.sheet.clone();
                for (name, line) in describe::other(
                    other.reading,
                    &sheet.names.clone(),
                    &workbook,
                    &tried(&instead)?,
                    &wording,
                ) {
                    others.entry(name).or_default().push(line);
                }
                if let Some(sheet) = told.sheets.get_mut(at) {
                    let words = describe::keys_of_other(other.reading, &wording);
                    let told = sheet.told(words, &other.sheet);
                    sheet.others.push(told);
                }
            }
            source = Some(told);
        }
        let mut described = describe::heading(&place.shown, inspection.sheets.len(), &wording);
        for (at, sheet) in inspection.sheets.iter().enumerate() {
            let trial = trials.get(at).and_then(Option::as_ref);
            let others = others
                .get(&sheet.name)
                .map(Vec::as_slice)
                .unwrap_or_default();
            described.push_str(&describe::sheet(sheet, trial, others, &wording));
        }
        Ok(Description {
            described,
            source,
            words: inspect::words_of_folders(&workbook, &self.folders),
            sha256: opened.sha256,
        })
    }
}

/// A partner of whom nothing is known but the folder.
fn partner(folder: &str) -> Partner {
    Partner {
        id: inspect::partner_id(folder),
        name: inspect::partner_name(folder, &BTreeSet::new()),
        ..Partner::default()
    }
}

/// An agreement with the proposed source and no other, read as it will be read when pasted; what it says if it cannot be.
fn read(source: &ProposedSource, own: Option<&Agreement>) -> Result<Agreement, String> {
    let block = source.block();
    let kinds: String = source.kinds().into_values().collect();
    let mut partners = BTreeSet::from([source.partner.clone()]);
    // What else it names it names as partners of marks: they are read from the block itself.
    let named = load(ID, &format!("{HEAD}{block}"), &|_| None).findings;
    partners.extend(named.into_iter().filter_map(|finding| match finding.kind {
        FindingKind::AgreementUnknownPartner { word, .. } => Some(word),
        _ => None,
    }));
    let partners = partners.iter().map(|partner| {
        let name = own
            .and_then(|own| own.partners.iter().find(|known| known.id == *partner))
            .map_or(partner.as_str(), |known| known.name.as_str());
        format!(
            "[partners.{}]\nname = {}\n",
            inspect::key(partner),
            inspect::quoted(name)
        )
    });
    let text = format!("{HEAD}{}{block}{kinds}", partners.collect::<String>());
    let loaded = load(ID, &text, &|_| None);
    let Some(read) = loaded.value else {
        return Err("no source can be written for it".to_owned());
    };
    Ok(match own {
        Some(own) => {
            let mut activities = own.activities.clone();
            activities.extend(read.activities);
            Agreement {
                sources: read.sources,
                activities,
                ..own.clone()
            }
        }
        None => read,
    })
}

/// The id of an agreement that holds nothing but a source.
const ID: &str = "inspect";
/// The head of an agreement that holds nothing but a source.
const HEAD: &str = "title = \"x\"\nmunicipality = \"x\"\npolice_area = \"x\"\nfrom = 1990-01-01\nto = 2100-12-31\n";
