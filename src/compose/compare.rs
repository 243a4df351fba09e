//! Changes since the previous version: verdicts, and figures of periods already reported.

use std::collections::{BTreeMap, HashSet};

use crate::model::activity::{Gathered, Origin};
use crate::model::agreement::Agreement;
use crate::model::assessment::Assessment;
use crate::model::finding::{CountedQuantity, FigureChange, Finding, FindingKind};
use crate::model::quantity::Quantity;
use crate::model::report::{
    ChangeKind, PreviousVersion, RecordedWindow, RetroactiveChange, StatusChange, TurnedWindow,
};
use crate::model::span::DateSpan;

use super::order::by_cell;
use super::same_row::same_rows;
use super::withhold::{Withheld, differs_by_few};

/// A changed figure and its activity.
#[derive(Clone, Debug)]
pub(super) struct Changed {
    pub(super) change: RetroactiveChange,
    activity: String,
    persons: bool,
}

impl Changed {
    /// The finding at its cell. It has no number where the activity counts persons.
    pub(super) fn finding(&self) -> Finding {
        let counts = self
            .change
            .counts
            .map(|counts| (counts.before, counts.after));
        let what = match self.change.what {
            _ if self.persons => FigureChange::Persons,
            _ if counts == Some((false, true)) => FigureChange::Counts,
            _ if counts == Some((true, false)) => FigureChange::CountsNot,
            _ if counts.is_some() => FigureChange::Row,
            ChangeKind::Changed => FigureChange::Changed,
            ChangeKind::Removed => FigureChange::Removed,
            ChangeKind::Added => FigureChange::Added,
        };
        let counted = |value: Option<Quantity>| {
            let value = value.filter(|_| !self.persons)?;
            Some(CountedQuantity {
                value,
                activity: self.activity.clone(),
            })
        };
        let kind = FindingKind::ChangedFigure {
            what,
            before: counted(self.change.before),
            after: counted(self.change.after),
        };
        Finding::new(kind, &self.change.origin)
    }
}

/// The verdicts that have changed: first of windows that had closed already, then of pledges.
pub(super) fn since_last(
    assessments: &[Assessment],
    previous: &PreviousVersion,
) -> Vec<StatusChange> {
    let was: BTreeMap<&str, _> = previous
        .statuses
        .iter()
        .map(|(pledge, status)| (pledge.as_str(), *status))
        .collect();
    let pledges = assessments
        .iter()
        .map(|now| StatusChange {
            pledge: now.pledge.clone(),
            was: was.get(now.pledge.as_str()).copied(),
            now: now.status,
            turned: None,
        })
        .filter(|change| change.was != Some(change.now));
    turned(assessments, previous).chain(pledges).collect()
}

/// The windows that had closed when the previous version was made, and whose verdict is another now.
fn turned<'a>(
    assessments: &'a [Assessment],
    previous: &'a PreviousVersion,
) -> impl Iterator<Item = StatusChange> + 'a {
    let then: BTreeMap<(&str, &str, DateSpan), &RecordedWindow> = previous
        .windows
        .iter()
        .filter(|then| then.closed)
        .map(|then| {
            (
                (then.pledge.as_str(), then.target.as_str(), then.window),
                then,
            )
        })
        .collect();
    let targets = assessments.iter().flat_map(|assessment| {
        let targets = assessment.targets.iter();
        targets.map(move |target| (assessment.pledge.as_str(), target))
    });
    targets.flat_map(move |(pledge, target)| {
        let changes = target.windows.iter().filter_map(|now| {
            let then = then.get(&(pledge, target.id.as_str(), now.span))?;
            let is_secret = then.withheld || now.withheld;
            let has_turned = now.closed && now.status != then.status && !is_secret;
            let shown = !target.persons;
            has_turned.then(|| StatusChange {
                pledge: pledge.to_owned(),
                was: Some(then.status),
                now: now.status,
                turned: Some(TurnedWindow {
                    target: target.id.clone(),
                    window: now.span,
                    before: then.outcome.filter(|_| shown),
                    after: now.outcome.filter(|_| shown),
                }),
            })
        });
        changes.collect::<Vec<_>>()
    })
}

/// One activity then or now.
type RowFigure<'a> = (&'a Origin, Quantity);

/// The identity of a row: workbook, sheet, activity and content. The cell is left out, since an inserted row moves
/// it.
type Key<'a> = (&'a str, &'a str, &'a str, &'a str);

/// Activities of periods already reported whose figures have changed since the previous version.
pub(super) fn changes(
    agreement: &Agreement,
    gathered: &Gathered,
    assessments: &[Assessment],
    previous: &PreviousVersion,
    withheld: &Withheld<'_>,
) -> Vec<Changed> {
    // A renamed workbook has the same content.
    let moved: HashSet<(&str, &str, &str, Quantity)> = previous
        .activities
        .iter()
        .filter(|then| gathered.absent.contains(then.origin.workbook.as_str()))
        .map(|then| {
            (
                &*then.origin.sheet,
                &*then.activity,
                then.content.as_str(),
                then.value,
            )
        })
        .collect();
    let unchanged: HashSet<(&str, &str, &str)> = previous
        .groups
        .iter()
        .map(|group| (&*group.workbook, &*group.sheet, &*group.activity))
        .collect();
    let mut rows: BTreeMap<Key<'_>, (Vec<RowFigure<'_>>, Vec<RowFigure<'_>>)> = BTreeMap::new();
    for then in previous
        .activities
        .iter()
        .filter(|then| then.date.to <= previous.end)
        // A missing workbook is reported once, not once a cell.
        .filter(|then| !gathered.absent.contains(then.origin.workbook.as_str()))
    {
        rows.entry(key(&then.origin, &then.activity, &then.content))
            .or_default()
            .0
            .push((&then.origin, then.value));
    }
    for now in gathered
        .activities
        .iter()
        .filter(|now| now.dated && now.date.to <= previous.end)
        .filter(|now| {
            !unchanged.contains(&(&*now.origin.workbook, &*now.origin.sheet, &*now.activity))
        })
        .filter(|now| {
            !moved.contains(&(
                &*now.origin.sheet,
                &*now.activity,
                now.content.as_str(),
                now.value.to_hundredths(),
            ))
        })
    {
        rows.entry(key(&now.origin, &now.activity, &now.content))
            .or_default()
            .1
            .push((&now.origin, now.value.to_hundredths()));
    }
    let mut found: Vec<(&str, RetroactiveChange)> = Vec::new();
    for ((_, _, activity, _), (then, now)) in rows {
        found.extend(
            differences(then, now)
                .into_iter()
                .map(|change| (activity, change)),
        );
    }
    let found = same_rows(found, gathered, assessments, previous);
    let mut changes: Vec<Changed> = Vec::new();
    for (activity, change) in found {
        let persons = agreement.about_persons(activity);
        if !persons || may_be_shown(&change, activity, agreement.small_numbers, withheld) {
            changes.push(Changed {
                change,
                activity: activity.to_owned(),
                persons,
            });
        }
    }
    changes.sort_by(|one, other| by_cell(&one.change.origin, &other.change.origin));
    changes
}

fn key<'a>(origin: &'a Origin, activity: &'a str, content: &'a str) -> Key<'a> {
    (&origin.workbook, &origin.sheet, activity, content)
}

/// The rows of one content, then and now: equal figures are paired, the rest in the order of the sheet.
fn differences(
    mut then: Vec<RowFigure<'_>>,
    mut now: Vec<RowFigure<'_>>,
) -> Vec<RetroactiveChange> {
    then.sort_by(|one, other| by_cell(one.0, other.0));
    now.sort_by(|one, other| by_cell(one.0, other.0));
    then.retain(
        |(_, before)| match now.iter().position(|(_, after)| after == before) {
            Some(equal) => {
                now.remove(equal);
                false
            }
            None => true,
        },
    );
    let (mut then, mut now) = (then.into_iter(), now.into_iter());
    std::iter::from_fn(|| {
        let (what, origin, before, after) = match (then.next(), now.next()) {
            (Some((_, before)), Some((origin, after))) => {
                (ChangeKind::Changed, origin, Some(before), Some(after))
            }
            (Some((origin, before)), None) => (ChangeKind::Removed, origin, Some(before), None),
            (None, Some((origin, after))) => (ChangeKind::Added, origin, None, Some(after)),
            (None, None) => return None,
        };
        Some(RetroactiveChange {
            what,
            origin: origin.clone(),
            before,
            after,
            counts: None,
        })
    })
    .collect()
}

/// Of persons only a change between two figures that are both shown, and that differ by more than a few. One figure
/// alone would reveal that the other was small.
fn may_be_shown(
    change: &RetroactiveChange,
    activity: &str,
    limit: u64,
    withheld: &Withheld<'_>,
) -> bool {
    let (Some(before), Some(after)) = (change.before, change.after) else {
        return false;
    };
    let hides = |value| withheld.hides(activity, &change.origin, value);
    !hides(before) && !hides(after) && !differs_by_few(before, after, limit)
}
