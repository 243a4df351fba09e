//! Which of several similar workbooks counts, and the findings about the others.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::content::WorkbookContent;
use super::left_out::RowsLeftOut;
use super::{name, same_cells};
use crate::gather::workbook_file::WorkbookFile;
use crate::model::activity::Activity;
use crate::model::agreement::{Agreement, Gives, Layout, SheetMapping, Source};
use crate::model::finding::{Finding, FindingKind, NewerReason, Place};
use crate::model::quantity::Quantity;

/// Whether two files have the same bytes.
pub(crate) fn same_bytes(one: &WorkbookFile, other: &WorkbookFile) -> bool {
    !one.sha256.is_empty() && one.sha256 == other.sha256
}

/// Whether two workbooks have the same sheets with the same cells. Two empty templates are copies only if their names
/// say so.
pub(crate) fn has_same_content(one: &WorkbookFile, other: &WorkbookFile) -> bool {
    let (Some(ours), Some(theirs)) = (&one.extraction, &other.extraction) else {
        return false;
    };
    same_cells(&ours.fingerprints, &theirs.fingerprints)
        && (WorkbookContent::of(ours).count() > 0 || has_same_stem(one, other))
}

fn has_same_stem(one: &WorkbookFile, other: &WorkbookFile) -> bool {
    name::stem(&one.shown) == name::stem(&other.shown)
}

/// Whether two workbooks with the same cells are perhaps two all the same: both are read, for what can count once or twice, and
/// their names are about different things.
fn are_two(agreement: &Agreement, one: &WorkbookFile, other: &WorkbookFile) -> bool {
    let counts = |index: &usize| {
        let source = agreement.sources.get(*index);
        source.is_some_and(|source| source.sheets.iter().all(only_counts))
    };
    let is_read = |file: &WorkbookFile| !file.read_by.is_empty() && file.read_by.iter().all(counts);
    is_read(one) && is_read(other) && name::tell_apart(&one.shown, &other.shown)
}

fn only_counts(mapping: &SheetMapping) -> bool {
    let asks = ["request", "answered"];
    matches!(mapping.layout, Layout::Log | Layout::Months | Layout::Form)
        && matches!(
            mapping.gives,
            Gives::Activity(_) | Gives::Counts(_) | Gives::ByColumn { .. }
        )
        && !asks.iter().any(|name| mapping.columns.contains_key(*name))
}

/// Tells of files that are there twice and leaves only the original to be read. Its copies' sources take it too, unless it
/// gives what they would give already.
pub(crate) fn find_copies(
    agreement: &Agreement,
    opened: &mut [WorkbookFile],
    same: fn(&WorkbookFile, &WorkbookFile) -> bool,
) -> Vec<Finding> {
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for index in (0..opened.len()).filter(|index| opened.get(*index).is_some_and(|one| !one.copy)) {
        let alike = |first: &usize| matches!((opened.get(*first), opened.get(index)), (Some(one), Some(other)) if same(one, other) && !are_two(agreement, one, other));
        let first = groups.keys().copied().find(alike).unwrap_or(index);
        groups.entry(first).or_default().push(index);
    }
    let mut findings = Vec::new();
    for group in groups.into_values().filter(|group| group.len() > 1) {
        // A workbook that no source reads is never the original; a group without an original is reported as unclaimed
        // instead.
        let result = group.iter().filter(|index| {
            opened
                .get(**index)
                .is_some_and(|one| !one.read_by.is_empty())
        });
        let doubt = |index: &&usize| opened.get(**index).map(|one| name::doubt(&one.shown));
        let Some(original) = result.copied().min_by_key(|index| doubt(&index)) else {
            continue;
        };
        for index in group.into_iter().filter(|index| *index != original) {
            let kind = |original| FindingKind::CopiedWorkbook { original };
            findings.extend(leave_out(agreement, opened, index, original, kind));
        }
    }
    findings
}

/// Restores templates that nobody has filled in under several names: each belongs to somebody, and none of them
/// counts anything. Returns the remaining findings about copies.
pub(crate) fn restore_templates(
    opened: &mut [WorkbookFile],
    findings: Vec<Finding>,
) -> Vec<Finding> {
    let empty = |one: &WorkbookFile| {
        one.extraction
            .as_ref()
            .is_some_and(|extraction| WorkbookContent::of(extraction).count() == 0)
    };
    let mut restored = Vec::new();
    for index in 0..opened.len() {
        let Some(copy) = opened.get(index).filter(|one| one.copy) else {
            continue;
        };
        let originals = || {
            opened
                .iter()
                .filter(|one| !one.copy && same_bytes(one, copy))
        };
        if originals().any(empty) && !originals().any(|one| has_same_stem(one, copy)) {
            let sha256 = copy.sha256.clone();
            for one in opened.iter_mut().filter(|one| one.sha256 == sha256) {
                one.read_by.clone_from(&one.fits);
            }
            if let Some(copy) = opened.get_mut(index) {
                copy.copy = false;
                restored.push(copy.shown.clone());
            }
        }
    }
    let is_explained_copy = |finding: &Finding| {
        finding
            .place
            .workbook
            .as_ref()
            .is_some_and(|name| restored.contains(name))
    };
    findings
        .into_iter()
        .filter(|finding| !is_explained_copy(finding))
        .collect()
}

/// Finds older states of workbooks, and keeps only the newest of each.
pub(crate) fn find_older_states(
    agreement: &Agreement,
    opened: &mut [WorkbookFile],
) -> Vec<Finding> {
    let mut stems: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, one) in opened
        .iter()
        .enumerate()
        .filter(|(_, one)| !one.copy && !one.read_by.is_empty())
    {
        stems.entry(name::stem(&one.shown)).or_default().push(index);
    }
    let mut findings = Vec::new();
    // Collecting a workbook's content is slow: only names that occur more than once are compared.
    for indices in stems.into_values().filter(|indices| indices.len() > 1) {
        let content = |index: usize| {
            Some((
                index,
                WorkbookContent::of(opened.get(index)?.extraction.as_ref()?),
            ))
        };
        let mut states: Vec<(usize, WorkbookContent)> =
            indices.into_iter().filter_map(content).collect();
        while states.len() > 1 {
            let shown = |index: usize| {
                opened
                    .get(index)
                    .map(|one| one.shown.clone())
                    .unwrap_or_default()
            };
            let newer = |one: &(usize, WorkbookContent), other: &(usize, WorkbookContent)| {
                one.1.newer(&shown(one.0), &other.1, &shown(other.0))
            };
            let newest = (1..states.len()).fold(0, |best, next| {
                match (states.get(best), states.get(next)) {
                    (Some(best_one), Some(one)) if newer(one, best_one).0 == Ordering::Greater => {
                        next
                    }
                    _ => best,
                }
            });
            let newest = states.swap_remove(newest);
            let (older, others): (Vec<_>, Vec<_>) = states
                .into_iter()
                .partition(|(_, content)| content.is_state_of(&newest.1));
            let content: Vec<(usize, NewerReason, usize)> = older
                .iter()
                .map(|state| (state.0, newer(&newest, state).1, state.1.alone(&newest.1)))
                .collect();
            for (index, why, alone) in content {
                if why == NewerReason::Name {
                    widen(opened, index, newest.0);
                }
                let kind = |original| FindingKind::StaleCopy {
                    original,
                    why,
                    alone,
                };
                let settled = match alone {
                    0 => leave_out(agreement, opened, index, newest.0, kind),
                    _ => keep_own(opened, index, newest.0, &newest.1, kind),
                };
                findings.extend(settled);
            }
            states = others;
        }
    }
    findings
}

/// Where only the names say which of two states is the newer, a number that differs is that of one or the other.
fn widen(opened: &mut [WorkbookFile], older: usize, newest: usize) {
    let values = |file: Option<&WorkbookFile>| {
        let mut values: BTreeMap<String, Vec<Quantity>> = BTreeMap::new();
        let parts = file.and_then(|file| file.extraction.as_ref()).into_iter();
        let parts = parts.flat_map(|extraction| &extraction.by_source);
        for one in parts.flat_map(|part| &part.result.gathered.activities) {
            let key = format!("{} {}", one.activity, one.content);
            values.entry(key).or_default().push(one.value);
        }
        values
    };
    let (theirs, ours) = (values(opened.get(older)), values(opened.get(newest)));
    let newest = opened
        .get_mut(newest)
        .and_then(|file| file.extraction.as_mut());
    let parts = newest
        .into_iter()
        .flat_map(|extraction| &mut extraction.by_source);
    for one in parts.flat_map(|part| &mut part.result.gathered.activities) {
        let key = format!("{} {}", one.activity, one.content);
        let (Some([other]), Some([_])) = (
            theirs.get(&key).map(Vec::as_slice),
            ours.get(&key).map(Vec::as_slice),
        ) else {
            continue;
        };
        let low = one.value.low().min(other.low());
        let high = one.value.high().zip(other.high());
        one.value = Quantity::up_to(low, high.map(|(one, other)| one.max(other)));
    }
}

/// Leaves out what an older state and the newer one both tell of. What stands in the older alone may have been taken out, or have
/// been forgotten: it counts from nothing.
fn keep_own(
    opened: &mut [WorkbookFile],
    index: usize,
    newest: usize,
    newer: &WorkbookContent,
    kind: impl FnOnce(Option<String>) -> FindingKind,
) -> Option<Finding> {
    let kept = opened.get(newest)?.shown.clone();
    let left = opened.get_mut(index)?;
    let extraction = left.extraction.as_mut()?;
    let mut rows = RowsLeftOut::default();
    for part in extraction.by_source.iter_mut().filter(|part| !part.unread) {
        let result = &mut part.result;
        result.findings.clear();
        result.answers.clear();
        let given = &mut result.gathered;
        let is_known = |activity: &Activity| newer.has_activity(activity);
        rows.take(&mut given.activities, |_, activity| is_known(activity));
        for activity in &mut given.activities {
            activity.value = activity.value.perhaps();
        }
        given.requests.retain(|request| !newer.has_request(request));
        for request in &mut given.requests {
            request.dated = false;
        }
        given.statements.clear();
        given.milestones.clear();
        given.places.clear();
        given.indicators.clear();
    }
    rows.enter(&left.shown, &mut extraction.accounts);
    Some(Finding::new(kind(Some(kept)), Place::workbook(&left.shown)))
}

/// Leaves one workbook out for another, which takes over its sources.
fn leave_out(
    agreement: &Agreement,
    opened: &mut [WorkbookFile],
    index: usize,
    original: usize,
    kind: impl FnOnce(Option<String>) -> FindingKind,
) -> Option<Finding> {
    let kept = opened.get(original)?.shown.clone();
    let left = opened.get_mut(index)?;
    let finding = Finding::new(kind(Some(kept)), Place::workbook(&left.shown));
    let read_by = std::mem::take(&mut left.read_by);
    left.extraction = None;
    left.copy = true;
    add_sources(agreement, opened.get_mut(original)?, read_by);
    Some(finding)
}

fn add_sources(agreement: &Agreement, kept: &mut WorkbookFile, read_by: Vec<usize>) {
    let source = |index: &usize| agreement.sources.get(*index);
    let given = |source: &Source| {
        source
            .sheets
            .iter()
            .flat_map(|sheet| sheet.activities())
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    for source_index in read_by {
        let known: Vec<String> = kept
            .read_by
            .iter()
            .filter_map(source)
            .flat_map(given)
            .collect();
        let adds = source(&source_index).is_some_and(|source| {
            !given(source)
                .iter()
                .any(|activity| known.contains(activity))
        });
        if adds && !kept.read_by.contains(&source_index) {
            kept.read_by.push(source_index);
        }
    }
}
