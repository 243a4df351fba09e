//! Rows that are the same although they have changed: with a mark filled in, or a place or a date put right, and perhaps moved by
//! rows that were put in, taken out or sorted. Their cell has changed; they are not one row gone and another come.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::order::row_of;
use crate::model::activity::{Activity, Gathered, Origin, RecordedActivity, unnumbered};
use crate::model::assessment::Assessment;
use crate::model::report::{ChangeKind, PreviousVersion, RetroactiveChange, RowCounts};

/// The changes of rows, by activity.
type Changes<'a> = Vec<(&'a str, RetroactiveChange)>;

/// A sheet by workbook and name, and an activity: rows of two are never the same.
type Table<'a> = (&'a str, &'a str, &'a str);

/// So many pairs of a table are held against each other; of more only those where a row stands as it did.
const PAIRS: usize = 40_000;

/// Tells of rows that have changed as such.
pub(super) fn same_rows<'a>(
    changes: Changes<'a>,
    gathered: &Gathered,
    assessments: &[Assessment],
    previous: &PreviousVersion,
) -> Changes<'a> {
    let is_other = |change: &RetroactiveChange| change.what != ChangeKind::Changed;
    if !changes.iter().any(|(_, change)| is_other(change)) {
        return changes;
    }
    let targets = assessments.iter().flat_map(|one| &one.targets);
    let counting: BTreeSet<&Origin> = targets
        .flat_map(|target| target.counted.iter().map(|row| &row.origin))
        .collect();
    let turned = turned_rows(changes, gathered, &counting, previous);
    joined_rows(turned, gathered, &counting, previous)
}

/// Joins each row that is gone with the row that it is now, if one is found.
fn joined_rows<'a>(
    changes: Changes<'a>,
    gathered: &Gathered,
    counting: &BTreeSet<&Origin>,
    previous: &PreviousVersion,
) -> Changes<'a> {
    let gone = changes
        .iter()
        .filter(|(_, change)| change.what == ChangeKind::Removed);
    let concerned: HashSet<Table<'_>> = gone
        .map(|(activity, change)| table(activity, &change.origin))
        .collect();
    if concerned.is_empty() {
        return changes;
    }
    let tables = Tables::new(&concerned, &changes, gathered, previous);
    let joined: BTreeMap<usize, &Activity> = concerned
        .iter()
        .flat_map(|table| tables.joined(table))
        .collect();
    let come: HashSet<(&str, &Origin)> = joined.values().copied().map(place).collect();
    let rows = changes.iter().cloned().enumerate();
    rows.filter(|(_, (activity, change))| {
        change.what != ChangeKind::Added || !come.contains(&(*activity, &change.origin))
    })
    .map(|(at, (activity, mut change))| {
        if let Some(now) = joined.get(&at) {
            change.counts = Some(RowCounts {
                before: previous.counted.contains(&change.origin),
                after: counting.contains(&now.origin),
            });
            change.what = ChangeKind::Changed;
            change.after = change.before;
            change.origin = now.origin.clone();
        }
        (activity, change)
    })
    .collect()
}

/// Tells of rows that are activities now and were passed over then, or the other way round, that they count now or no longer:
/// a mark was filled in, or an occasion called off.
fn turned_rows<'a>(
    changes: Changes<'a>,
    gathered: &Gathered,
    counting: &BTreeSet<&Origin>,
    previous: &PreviousVersion,
) -> Changes<'a> {
    let mut was = by_table(&previous.passed_over);
    let mut is = by_table(&gathered.passed_over);
    if was.is_empty() && is.is_empty() {
        return changes;
    }
    let then = previous.activities.iter();
    let then: HashMap<(&str, &Origin), &str> = then
        .map(|then| ((&*then.activity, &then.origin), unnumbered(&then.content)))
        .collect();
    let now = gathered.activities.iter();
    let now: HashMap<(&str, &Origin), &str> = now
        .map(|now| (place(now), unnumbered(&now.content)))
        .collect();
    let other_side: Vec<Option<&RecordedActivity>> = changes
        .iter()
        .map(|(activity, change)| {
            let (there, other) = match change.what {
                ChangeKind::Added => (&now, &mut was),
                ChangeKind::Removed => (&then, &mut is),
                ChangeKind::Changed => return None,
            };
            let words = there.get(&(*activity, &change.origin))?;
            let rows = other.get_mut(&table(activity, &change.origin))?;
            take_same(rows, &change.origin, words)
        })
        .collect();
    let rows = changes.iter().cloned().zip(other_side);
    rows.map(|((activity, mut change), found)| {
        if let Some(row) = found {
            // What was passed over did not count, though another row may have stood in its cell.
            let was_there = change.what == ChangeKind::Removed;
            change.counts = Some(RowCounts {
                before: was_there && previous.counted.contains(&change.origin),
                after: !was_there && counting.contains(&change.origin),
            });
            if was_there {
                change.origin = row.origin.clone();
            }
            change.before = change.before.or(Some(row.value));
            change.after = change.after.or(Some(row.value.to_hundredths()));
            change.what = ChangeKind::Changed;
        }
        (activity, change)
    })
    .collect()
}

/// Rows by their table.
fn by_table(rows: &[RecordedActivity]) -> HashMap<Table<'_>, Vec<&RecordedActivity>> {
    let mut found: HashMap<_, Vec<_>> = HashMap::new();
    for row in rows {
        let rows = found.entry(table(&row.activity, &row.origin));
        rows.or_default().push(row);
    }
    found
}

/// Takes out the row with the same words and day, else the one in the same cell: a word that says what became of it may be among
/// its words.
fn take_same<'r>(
    rows: &mut Vec<&'r RecordedActivity>,
    origin: &Origin,
    its_words: &str,
) -> Option<&'r RecordedActivity> {
    let same_words = |row: &&RecordedActivity| unnumbered(&row.content) == its_words;
    let at = rows
        .iter()
        .position(same_words)
        .or_else(|| rows.iter().position(|row| row.origin == *origin))?;
    Some(rows.remove(at))
}

fn table<'a>(activity: &'a str, origin: &'a Origin) -> Table<'a> {
    (&origin.workbook, &origin.sheet, activity)
}

fn place(activity: &Activity) -> (&str, &Origin) {
    (activity.activity.as_str(), &activity.origin)
}

/// A row that the previous version did not tell of.
#[derive(Clone, Copy)]
struct Come<'a> {
    row: &'a Activity,
    /// Whether it is of a day that had been reported.
    is_new: bool,
}

/// What was and what is in the tables from which rows are gone.
struct Tables<'a> {
    /// The rows that are gone, with their index among the changes.
    gone: HashMap<Table<'a>, Vec<(usize, &'a RecordedActivity)>>,
    /// The rows that are new, and those of days that had not been reported.
    come: HashMap<Table<'a>, Vec<Come<'a>>>,
    /// The rows that are as they were: where they stood and where they stand, in order.
    kept: HashMap<Table<'a>, Vec<(u64, u64)>>,
}

impl<'a> Tables<'a> {
    fn new(
        concerned: &HashSet<Table<'_>>,
        changes: &[(&str, RetroactiveChange)],
        gathered: &'a Gathered,
        previous: &'a PreviousVersion,
    ) -> Self {
        let differing = |what| -> HashMap<(&str, &Origin), usize> {
            let changes = changes.iter().enumerate();
            changes
                .filter(|(_, (_, change))| change.what == what)
                .map(|(at, (activity, change))| ((*activity, &change.origin), at))
                .collect()
        };
        let (removed, added) = (differing(ChangeKind::Removed), differing(ChangeKind::Added));
        let mut known: HashMap<(Table<'a>, &str), &RecordedActivity> = HashMap::new();
        let (mut gone, mut come, mut kept) = (HashMap::new(), HashMap::new(), HashMap::new());
        for then in &previous.activities {
            let table = table(&then.activity, &then.origin);
            if !concerned.contains(&table) {
                continue;
            }
            known.insert((table, then.content.as_str()), then);
            if let Some(at) = removed.get(&(then.activity.as_str(), &then.origin)) {
                let rows: &mut Vec<_> = gone.entry(table).or_default();
                rows.push((*at, then));
            }
        }
        for now in gathered.activities.iter().filter(|now| now.dated) {
            let table = table(&now.activity, &now.origin);
            if !concerned.contains(&table) {
                continue;
            }
            if let Some(then) = known.get(&(table, now.content.as_str())) {
                let rows: &mut Vec<_> = kept.entry(table).or_default();
                rows.push((row_of(&then.origin), row_of(&now.origin)));
            } else if now.date.to > previous.end || added.contains_key(&place(now)) {
                let rows: &mut Vec<_> = come.entry(table).or_default();
                rows.push(Come {
                    row: now,
                    is_new: now.date.to <= previous.end,
                });
            }
        }
        kept.values_mut().for_each(|rows| rows.sort_unstable());
        Tables { gone, come, kept }
    }

    /// The rows of a table that are gone, by their index among the changes, each with the row that it is now: the likeliest pairs
    /// first, and no row twice.
    fn joined(&self, table: &Table<'_>) -> Vec<(usize, &'a Activity)> {
        let (Some(gone), Some(come)) = (self.gone.get(table), self.come.get(table)) else {
            return Vec::new();
        };
        let kept = self.kept.get(table).map(Vec::as_slice).unwrap_or_default();
        let few = gone.len().saturating_mul(come.len()) <= PAIRS;
        let mut standing: HashMap<u64, Vec<Come<'a>>> = HashMap::new();
        for now in come {
            standing
                .entry(row_of(&now.row.origin))
                .or_default()
                .push(*now);
        }
        let mut pairs = Vec::new();
        for (at, then) in gone {
            let here = expected_row(kept, row_of(&then.origin));
            let candidates = if few {
                come.as_slice()
            } else {
                standing.get(&here).map(Vec::as_slice).unwrap_or_default()
            };
            pairs.extend(candidates.iter().filter_map(|now| {
                let likeness = likeness(then, *now, here)?;
                Some((likeness, *at, now.row))
            }));
        }
        pairs.sort_by_key(|(likeness, at, now)| (*likeness, *at, row_of(&now.origin)));
        let (mut taken, mut found) = (HashSet::new(), HashMap::new());
        for (_, at, now) in pairs {
            if !found.contains_key(&at) && taken.insert(&now.origin) {
                found.insert(at, now);
            }
        }
        found.into_iter().collect()
    }
}

/// Where a row would stand if nothing but the rows around it had moved: as far from the next row above it that is as it was.
fn expected_row(kept: &[(u64, u64)], row: u64) -> u64 {
    let above = kept.partition_point(|(then, _)| *then < row);
    match above.checked_sub(1).and_then(|last| kept.get(last)) {
        Some((then, now)) => now + (row - then),
        None => row,
    }
}

/// How like two rows are of which the one is gone and the other has come, the likeliest first: where the row would stand, on the
/// same day, or with the same words. None if they are two rows, as those with other figures are.
fn likeness(then: &RecordedActivity, now: Come<'_>, here: u64) -> Option<(u8, u64)> {
    let row = now.row;
    if row.value.to_hundredths() != then.value {
        return None;
    }
    let distance = here.abs_diff(row_of(&row.origin));
    let same_words = || row.identity("", then.date) == unnumbered(&then.content);
    let same_day = row.date == then.date;
    match distance {
        0 if same_day || same_words() => Some((0, distance)),
        _ if same_day => Some((1, distance)),
        // What is done again and again has the same words: on a day that had not been reported it is more of it.
        _ if now.is_new && same_words() => Some((2, distance)),
        0 => Some((3, distance)),
        _ => None,
    }
}
