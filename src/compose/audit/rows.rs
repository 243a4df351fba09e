//! Rows about persons: listed, remembered and counted only where no figure of their activity is small.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::grid::Grid;
use crate::model::activity::Gathered;
use crate::model::agreement::Agreement;
use crate::model::assessment::Assessment;

/// The activities about persons that the targets of these indices count.
pub(super) fn guarded_activities(
    agreement: &Agreement,
    grid: &Grid<'_>,
    targets: &BTreeSet<usize>,
) -> BTreeSet<String> {
    let guarded = targets.iter().filter_map(|index| grid.targets.get(*index));
    let counted = guarded.flat_map(|target| target.activities());
    counted
        .filter(|activity| agreement.about_persons(activity))
        .map(str::to_owned)
        .collect()
}

/// Leaves targets that count such an activity without their rows.
pub(super) fn clear(assessments: &mut [Assessment], guarded: &BTreeSet<String>) {
    let targets = assessments.iter_mut().flat_map(|one| &mut one.targets);
    for target in targets.filter(|target| target.persons) {
        let counted = target.counted.iter().chain(target.whole.iter());
        let mut activities = counted.map(|row| row.facts.activity.as_str());
        let of = target.of.iter().any(|of| guarded.contains(of));
        if of || activities.any(|activity| guarded.contains(activity)) {
            (target.counted, target.whole) = (Arc::default(), Arc::default());
            target.not_counted = Arc::default();
        }
    }
}

/// The sheets that rows of such activities stand on, or may stand on: there a row may be a person.
pub(super) fn uncounted(
    agreement: &Agreement,
    gathered: &Gathered,
    guarded: &BTreeSet<String>,
) -> BTreeSet<(String, String)> {
    let place = |activity: &crate::model::activity::Activity| {
        let origin = &activity.origin;
        (origin.workbook.to_string(), origin.sheet.to_string())
    };
    let rows = || gathered.activities.iter();
    let own = rows().filter(|row| guarded.contains(row.activity.as_str()));
    let mut uncounted: BTreeSet<(String, String)> = own.map(place).collect();
    let of_others: BTreeSet<(String, String)> = rows().map(place).collect();
    let tell = |partner: &str| {
        let sources = agreement.sources.iter();
        let mut sheets = sources
            .filter(|source| source.partner == partner)
            .flat_map(|source| &source.sheets);
        sheets.any(|sheet| guarded.iter().any(|activity| sheet.gives(activity)))
    };
    for account in &gathered.accounts {
        let partner = account.partner.as_deref();
        if guarded.is_empty() || !partner.is_some_and(tell) {
            continue;
        }
        for sheet in &account.sheets {
            let place = (account.workbook.clone(), sheet.sheet.clone());
            // A sheet that has given nothing may be the one on which nothing stands.
            if !of_others.contains(&place) {
                uncounted.insert(place);
            }
        }
    }
    uncounted
}
