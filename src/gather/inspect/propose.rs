//! From the drafts of a workbook's sheets to one source: sheets that are alike read together, and everything named.

use super::activity_names::ActivityNamer;
use super::column_use::UnnamedMapping;
use super::inspection::{InspectedSheet, WorkbookInfo};
use super::naming;
use crate::gather::cell::{Cell, Workbook};
use crate::gather::name_pattern::NamePattern;
use crate::gather::value;
use crate::model::agreement::{
    ActivityKind, Frequency, Gives, Layout, RowCondition, SheetMapping, Source,
};
use std::collections::BTreeMap;

/// What a partner is called where nothing tells.
const NOBODY: &str = "partner";

/// The source, and what is to be said of activities that the agreement does not know.
pub(super) fn propose(
    workbook: &Workbook,
    sheets: &[InspectedSheet],
    drafts: &[Option<UnnamedMapping>],
    about: &WorkbookInfo<'_>,
) -> (
    Option<Source>,
    Vec<Option<Gives>>,
    BTreeMap<String, ActivityKind>,
) {
    let mut namer = ActivityNamer {
        about,
        taken: Vec::new(),
        kinds: BTreeMap::new(),
    };
    let (mut mappings, mut others) = (Vec::new(), Vec::new());
    let all: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    for (draft, members) in groups(drafts, &all) {
        let names: Vec<&str> = members
            .iter()
            .filter_map(|at| Some(sheets.get(*at)?.name.as_str()))
            .collect();
        let titles: Vec<String> = members
            .first()
            .map(|at| titles(workbook, sheets, *at))
            .unwrap_or_default();
        let gives = namer.gives(draft, &names, &titles);
        for name in patterns(&names, &all) {
            others.push(by_words(draft));
            mappings.push(SheetMapping {
                name: Some(name),
                layout: draft.layout,
                gives: gives.clone(),
                columns: draft.columns.clone(),
                partner_columns: draft.partner_columns.clone(),
                only_rows: draft
                    .only_rows
                    .iter()
                    .cloned()
                    .map(RowCondition::Cell)
                    .collect(),
                expected: frequency(draft),
                line: 0,
            });
        }
    }
    join_answers(&mut mappings);
    // Answers without their requests cannot be dated.
    let dated = |sheet: &SheetMapping| {
        let has = |field: &str| sheet.columns.contains_key(field);
        !matches!(sheet.layout, Layout::Log)
            || matches!(sheet.gives, Gives::Answers(_))
            || ["date", "week", "month", "year"].into_iter().any(has)
    };
    let (mappings, others): (Vec<SheetMapping>, Vec<Option<Gives>>) = mappings
        .into_iter()
        .zip(others)
        .filter(|(sheet, _)| dated(sheet))
        .unzip();
    let source = Source {
        partner: partner(about),
        files: about.files.to_owned(),
        pattern: about.files.to_owned(),
        expected: None,
        due: None,
        ignored: Vec::new(),
        sheets: mappings,
        line: 0,
    };
    (
        (!source.sheets.is_empty()).then_some(source),
        others,
        namer.kinds,
    )
}

/// What the rows would be if the words of a column told activities apart; no words that name the same.
fn by_words(draft: &UnnamedMapping) -> Option<Gives> {
    let (column, words) = draft.kinds.as_ref()?;
    let values: Vec<(String, String)> = words
        .iter()
        .map(|word| (word.clone(), naming::slug(word)))
        .collect();
    let mut names: Vec<&str> = values.iter().map(|(_, name)| name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let whole = names.len() == values.len() && names.iter().all(|name| !name.is_empty());
    whole.then(|| Gives::ByColumn {
        column: column.clone(),
        values,
    })
}

/// How often a sheet is kept whose rows are weeks or months: a row each, also when nothing has happened.
fn frequency(draft: &UnnamedMapping) -> Option<Frequency> {
    let has = |field: &str| draft.columns.contains_key(field);
    match draft.layout {
        Layout::Log if has("date") => None,
        Layout::Log if has("week") => Some(Frequency::Weekly),
        Layout::Log if has("month") => Some(Frequency::Monthly),
        _ => None,
    }
}

/// Requests on one sheet and their answers on another, joined by a case: the sheet of answers gives no activity.
fn join_answers(sheets: &mut [SheetMapping]) {
    let has = |sheet: &SheetMapping, field: &str| sheet.columns.contains_key(field);
    let asked =
        |sheet: &&SheetMapping| has(sheet, "case") && has(sheet, "date") && !has(sheet, "answered");
    let mut requests = sheets.iter().filter(asked).map(|sheet| sheet.gives.clone());
    let (Some(Gives::Activity(activity)), None) = (requests.next(), requests.next()) else {
        return;
    };
    for sheet in sheets
        .iter_mut()
        .filter(|sheet| has(sheet, "case") && has(sheet, "answered"))
    {
        sheet.gives = Gives::Answers(activity.clone());
        sheet
            .columns
            .retain(|field, _| field == "case" || field == "answered");
        sheet.partner_columns.clear();
    }
}

/// Sheets with the same draft and names of one series, together: «2022» and «2023», not «Byar» and «Stängt».
fn groups<'a>(
    drafts: &'a [Option<UnnamedMapping>],
    names: &[&str],
) -> Vec<(&'a UnnamedMapping, Vec<usize>)> {
    let name = |at: usize| names.get(at).copied().unwrap_or_default();
    let mut groups: Vec<(&UnnamedMapping, Vec<usize>)> = Vec::new();
    for (at, draft) in drafts.iter().enumerate() {
        let Some(draft) = draft else { continue };
        let goes_with = |members: &[usize]| {
            members
                .iter()
                .all(|other| naming::is_series(name(*other), name(at)))
        };
        match groups
            .iter_mut()
            .find(|(known, members)| *known == draft && goes_with(members))
        {
            Some((_, members)) => members.push(at),
            None => groups.push((draft, vec![at])),
        }
    }
    groups
}

/// Patterns that take the sheets `names` and no other of `all`: one for all of them, where their names begin alike.
fn patterns(names: &[&str], all: &[&str]) -> Vec<String> {
    // A blank name cannot be asked for.
    let single = || {
        names
            .iter()
            .map(|name| literal(name))
            .filter(|name| !name.is_empty())
            .collect()
    };
    // A sheet a year: the next year's is read too.
    let year = |name: &&str| {
        name.len() == 4 && name.starts_with("20") && name.bytes().all(|sign| sign.is_ascii_digit())
    };
    if names.iter().all(&year) && all.iter().filter(|name| year(name)).count() == names.len() {
        return vec!["20??".to_owned()];
    }
    let Some(first) = names.first().filter(|_| names.len() > 1) else {
        return single();
    };
    let begins = |length: &usize| {
        let begin: String = first.chars().take(*length).collect();
        names.iter().all(|name| name.starts_with(&begin))
    };
    let length = (1..=first.chars().count())
        .take_while(begins)
        .last()
        .unwrap_or(0);
    let begin: String = first.chars().take(length).collect();
    if begin.trim().is_empty() {
        return single();
    }
    let pattern = literal(begin.trim_start()) + "*";
    let taken = all
        .iter()
        .filter(|name| NamePattern::new(&pattern).fits(name))
        .count();
    if taken == names.len() {
        vec![pattern]
    } else {
        single()
    }
}

/// The name as a pattern that takes it: signs that mean something in patterns stand for any sign.
pub(super) fn literal(name: &str) -> String {
    // A colon in the second place would be a drive of Windows.
    let special = |sign: char| "*?[]{}\\!:".contains(sign) || sign.is_control();
    name.trim()
        .chars()
        .map(|sign| if special(sign) { '?' } else { sign })
        .collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_that_begin_alike_are_one_pattern() {
        let all = ["Kv1", "Kv2", "Listor", "2022", "2023", "Kvalitet"];
        for (names, expected) in [
            (vec!["2022", "2023"], vec!["20??"]),
            (vec!["Kv1", "Kv2"], vec!["Kv1", "Kv2"]),
            (vec!["Listor"], vec!["Listor"]),
            (vec!["Kv1", "Listor"], vec!["Kv1", "Listor"]),
        ] {
            assert_eq!(patterns(&names, &all), expected);
        }
        assert_eq!(literal("Logg [2023]*"), "Logg ?2023??");
    }
}
