//! A row whose words or day have changed, a mark filled in, a place or a date put right, is the same row: its cell has changed, and
//! it is not one row gone and another come.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::model::activity::{Gathered, Origin};
use crate::model::assessment::Assessment;
use crate::model::quantity::Quantity;
use crate::model::report::{ChangeKind, PreviousVersion, RetroactiveChange, RowCounts};

/// A cell with its activity and its figure.
type Cell<'a> = (&'a str, Origin, Quantity);

/// The changes of rows, by activity; a row gone and one come that stand in the same cell, with the same figure, are one row that
/// has changed. It may have moved to a day that has not been reported yet.
pub(super) fn same_rows<'a>(
    changes: Vec<(&'a str, RetroactiveChange)>,
    gathered: &Gathered,
    assessments: &[Assessment],
    previous: &PreviousVersion,
) -> Vec<(&'a str, RetroactiveChange)> {
    if !changes
        .iter()
        .any(|(_, change)| change.what == ChangeKind::Removed)
    {
        return changes;
    }
    let targets = assessments.iter().flat_map(|one| &one.targets);
    let counting: BTreeSet<&Origin> = targets
        .flat_map(|target| target.counted.iter().map(|row| &row.origin))
        .collect();
    let mut come: HashMap<Cell<'a>, usize> = HashMap::new();
    for (at, (activity, change)) in changes.iter().enumerate() {
        if let (ChangeKind::Added, Some(after)) = (change.what, change.after) {
            come.insert((activity, change.origin.clone(), after), at);
        }
    }
    // Rows whose day is later than what was reported were compared with nothing.
    let later: HashSet<(&str, &Origin, Quantity)> = gathered
        .activities
        .iter()
        .filter(|now| now.dated && now.date.to > previous.end)
        .map(|now| {
            (
                now.activity.as_str(),
                &now.origin,
                now.value.to_hundredths(),
            )
        })
        .collect();
    let mut taken = BTreeSet::new();
    let mut paired = BTreeMap::new();
    for (at, (activity, change)) in changes.iter().enumerate() {
        let (ChangeKind::Removed, Some(before)) = (change.what, change.before) else {
            continue;
        };
        let cell = (*activity, change.origin.clone(), before);
        let found = come.get(&cell).copied();
        if found.is_some() || later.contains(&(*activity, &change.origin, before)) {
            taken.extend(found);
            let counts = RowCounts {
                before: previous.counted.contains(&change.origin),
                after: counting.contains(&change.origin),
            };
            paired.insert(at, (before, counts));
        }
    }
    let kept = changes.into_iter().enumerate();
    let kept = kept.filter(|(at, _)| !taken.contains(at));
    kept.map(|(at, (activity, mut change))| {
        if let Some((figure, counts)) = paired.remove(&at) {
            change.what = ChangeKind::Changed;
            (change.before, change.after) = (Some(figure), Some(figure));
            change.counts = Some(counts);
        }
        (activity, change)
    })
    .collect()
}
