//! From the drafts of a workbook's sheets to one source: sheets that are alike read together, and everything named.

use std::collections::BTreeSet;

use super::activity_names::ActivityNamer;
use super::block;
use super::column_use::UnnamedMapping;
use super::inspection::{InspectedSheet, WorkbookInfo};
use super::naming;
use super::proposal::{OtherSheet, Proposal, ProposedName, ProposedSheet, ProposedSource};
use super::requests::answers_of;
use super::series::goes_on;
use crate::gather::cell::{Cell, Workbook};
use crate::gather::value;
use crate::model::agreement::Layout;

/// What a partner is called where nothing tells.
const NOBODY: &str = "partner";

/// The source that reads the sheets of these drafts; none if none of them is understood.
pub(super) fn propose(
    workbook: &Workbook,
    sheets: &[InspectedSheet],
    drafts: &[Option<UnnamedMapping>],
    about: &WorkbookInfo<'_>,
) -> Option<Proposal> {
    let mut namer = ActivityNamer {
        about,
        taken: Vec::new(),
    };
    let all: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    let groups = groups(drafts, &all);
    let of_requests = answers_of(&groups, sheets);
    let mut proposal = Proposal {
        source: ProposedSource {
            partner: partner(about),
            files: about.files.to_owned(),
            sheets: Vec::new(),
            all: all.iter().map(|name| (*name).to_owned()).collect(),
        },
        others: Vec::new(),
    };
    // Answers bear the name of their requests, so these are named first.
    let mut own: Vec<Vec<ProposedName>> = vec![Vec::new(); groups.len()];
    let is_answer = |at: usize| of_requests.iter().any(|(answers, ..)| *answers == at);
    for (at, (draft, members)) in groups.iter().enumerate().filter(|(at, _)| !is_answer(*at)) {
        let names = names(sheets, members);
        let titles: Vec<String> = members
            .first()
            .map(|at| titles(workbook, sheets, *at))
            .unwrap_or_default();
        if let Some(place) = own.get_mut(at) {
            *place = namer.named(draft, &names, &titles);
        }
    }
    for (at, (draft, members)) in groups.iter().enumerate() {
        let requests = of_requests.iter().find(|(answers, ..)| *answers == at);
        let (draft, named, gives) = match requests {
            Some((_, requests, answer)) => {
                let named = own.get(*requests).cloned().unwrap_or_default();
                (answer.clone(), named, block::answers())
            }
            None => {
                let named = own.get(at).cloned().unwrap_or_default();
                let gives = block::gives(draft);
                (draft.clone(), named, gives)
            }
        };
        // Answers without their requests cannot be dated.
        if requests.is_none() && !is_dated(&draft) {
            continue;
        }
        let called = names(sheets, members);
        let sheet = |draft: &UnnamedMapping, gives: &str, named: &[ProposedName]| ProposedSheet {
            names: called.iter().map(|name| (*name).to_owned()).collect(),
            is_form: draft.layout == Layout::Form,
            body: block::body(draft, gives),
            named: named.to_vec(),
            partners: draft.partner_columns.keys().cloned().collect(),
            others: Vec::new(),
        };
        let others = draft.others.iter().filter(|_| requests.is_none());
        proposal.others.push(
            others
                .map(|(reading, other)| {
                    // Columns that are activities of their own are called after their headings.
                    let named = if other.counts == draft.counts {
                        named.clone()
                    } else {
                        namer.named(other, &called, &[])
                    };
                    OtherSheet {
                        reading: *reading,
                        sheet: sheet(other, &block::gives(other), &named),
                    }
                })
                .collect(),
        );
        proposal.source.sheets.push(sheet(&draft, &gives, &named));
    }
    (!proposal.source.sheets.is_empty()).then_some(proposal)
}

fn is_dated(draft: &UnnamedMapping) -> bool {
    let has = |field: &str| draft.columns.contains_key(field);
    draft.layout != Layout::Log || ["date", "week", "month", "year"].into_iter().any(has)
}

fn names<'a>(sheets: &'a [InspectedSheet], members: &[usize]) -> Vec<&'a str> {
    let name = |at: &usize| Some(sheets.get(*at)?.name.as_str());
    members.iter().filter_map(name).collect()
}

/// Sheets with the same draft and names of one series, together: «2022» and «2023», «VT24» and «HT24», not «Byar» and «Stängt».
fn groups(drafts: &[Option<UnnamedMapping>], names: &[&str]) -> Vec<(UnnamedMapping, Vec<usize>)> {
    let name = |at: usize| names.get(at).copied().unwrap_or_default();
    let mut groups: Vec<(UnnamedMapping, Vec<usize>)> = Vec::new();
    for (at, draft) in drafts.iter().enumerate() {
        let Some(draft) = draft else { continue };
        let goes_with =
            |members: &[usize]| members.iter().all(|other| goes_on(name(*other), name(at)));
        match groups
            .iter_mut()
            .find(|(known, members)| known.is_like(draft) && goes_with(members))
        {
            Some((known, members)) => {
                known.add(draft);
                members.push(at);
            }
            None => groups.push((draft.clone(), vec![at])),
        }
    }
    groups
}

/// The words above the header of a sheet.
fn titles(workbook: &Workbook, sheets: &[InspectedSheet], at: usize) -> Vec<String> {
    let (Some(sheet), Some(inspected)) = (workbook.sheets.get(at), sheets.get(at)) else {
        return Vec::new();
    };
    let above = inspected.view.header.map_or(1, |(first, _)| first);
    let cells = sheet.rows.iter().take(above).flatten();
    cells
        .filter(|cell| matches!(cell, Cell::Text(_)))
        .map(value::text)
        .collect()
}

/// The words of a workbook that name the folders and are written with å, ä or ö.
pub fn words_of_folders(workbook: &Workbook, folders: &[String]) -> BTreeSet<String> {
    let cells = workbook
        .sheets
        .iter()
        .flat_map(|sheet| &sheet.rows)
        .flatten();
    let texts = cells.filter_map(|cell| match cell {
        Cell::Text(text) => Some(text.as_str()),
        _ => None,
    });
    texts
        .flat_map(|text| naming::words_for_folders(text, folders))
        .map(str::to_owned)
        .collect()
}

/// The partner whose folder it lies in; without an agreement the folder's own name.
fn partner(about: &WorkbookInfo<'_>) -> String {
    let folders: Vec<&str> = about.shown.split('/').rev().skip(1).collect();
    match about.agreement {
        Some(agreement) => {
            let named = folders
                .iter()
                .find_map(|folder| naming::partner(&agreement.partners, folder));
            // One of them, so that the block is whole: whoever pastes it sees the name.
            named
                .or_else(|| agreement.partners.first())
                .map_or(NOBODY.to_owned(), |partner| partner.id.clone())
        }
        None => {
            // In a drop folder partners have the outermost folders; elsewhere only the nearest is known to be theirs.
            let in_drop_folder = !about.files.starts_with("**/");
            let nearest = folders
                .iter()
                .map(|folder| naming::slug(folder))
                .filter(|name| !name.is_empty());
            let mut named: Vec<String> = nearest.collect();
            if in_drop_folder {
                named.reverse();
            }
            named
                .into_iter()
                .next()
                .unwrap_or_else(|| NOBODY.to_owned())
        }
    }
}
