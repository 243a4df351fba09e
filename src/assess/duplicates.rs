//! The same occasion reported by two partners who were both there.
//!
//! Only they know whether it was one occasion or two. So it certainly counts once and perhaps twice: the second row
//! counts from 0 to its number in a target that counts the first. A `[[ruling]]` on either row settles it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveTime};

use super::ruling::{self, ActiveRuling};
use crate::model::activity::{Activity, Gathered, Origin};
use crate::model::agreement::Agreement;
use crate::model::finding::tally::FindingTally;
use crate::model::finding::{ActivityId, Finding, FindingKind, OtherRow};
use crate::model::quantity::Quantity;
use crate::model::target::Item;
use crate::text::folded;

/// The fields that distinguish occasions of a day. Where both rows have one, they must agree.
const TELLING: [&str; 6] = ["place", "label", "audience", "case", "time", "until"];

/// Pairs of rows that may be about the same occasion.
#[derive(Debug, Default)]
pub(super) struct PossibleDuplicates<'a> {
    pairs: Vec<(&'a Activity, &'a Activity)>,
    firsts: BTreeMap<&'a Origin, &'a Origin>,
    /// The second ones of which nobody knows how many rows they have in common with the first.
    of_sums: BTreeSet<&'a Origin>,
}

impl<'a> PossibleDuplicates<'a> {
    /// Finds them: the same activity on the same day with the same number in workbooks of two partners, with
    /// something more in common (a place, a time, or that one names the other as present) and nothing that
    /// distinguishes them. Weeks and months are no occasions.
    pub(super) fn find(
        rulings: &[ActiveRuling<'_>],
        gathered: &'a Gathered,
    ) -> PossibleDuplicates<'a> {
        let open = |one: &&Activity| ruling::about(rulings, &one.origin).is_none();
        let occasions = gathered
            .activities
            .iter()
            .filter(|one| one.dated && one.date.is_exact())
            .filter(open);
        let mut duplicates = PossibleDuplicates::default();
        let added_up = duplicates.find_in_sums(occasions.clone());
        let mut days: BTreeMap<_, Vec<&Activity>> = BTreeMap::new();
        for one in occasions.filter(|one| !added_up.contains(&day_of(one))) {
            days.entry((
                one.activity.as_str(),
                one.date.from,
                one.value.low(),
                one.value.high(),
            ))
            .or_default()
            .push(one);
        }
        let mut words = BTreeMap::new();
        // Most days are reported by one partner, and need no comparison.
        let several = |rows: &Vec<&Activity>| rows.iter().any(|row| row.partner != rows[0].partner);
        for rows in days.into_values().filter(several) {
            let rows: Vec<Occasion> = rows
                .into_iter()
                .map(|row| Occasion::new(row, &mut words))
                .collect();
            duplicates.find_in(&rows);
        }
        duplicates
    }

    /// Where one partner's rows of a day were added up and another tells of the day too, any of them may be the same: the most of
    /// them count, and those of the others perhaps. The days on which it is so.
    fn find_in_sums(
        &mut self,
        occasions: impl Iterator<Item = &'a Activity> + Clone,
    ) -> BTreeSet<(&'a str, NaiveDate)> {
        let sums = occasions.clone().filter(|one| one.rows > 1);
        let mut days: BTreeMap<(&str, NaiveDate), Vec<&Activity>> =
            sums.map(|one| (day_of(one), Vec::new())).collect();
        for one in occasions {
            if let Some(rows) = days.get_mut(&day_of(one)) {
                rows.push(one);
            }
        }
        days.retain(|_, rows| rows.iter().any(|row| row.partner != rows[0].partner));
        for rows in days.values() {
            let mut most: BTreeMap<&str, (Quantity, &Activity)> = BTreeMap::new();
            for row in rows {
                let known = most.entry(&row.partner).or_insert((Quantity::ZERO, row));
                known.0 = known.0.plus(row.value);
            }
            let first = most
                .values()
                .max_by_key(|(sum, row)| (sum.low(), std::cmp::Reverse(&row.partner)));
            let Some((_, first)) = first else { continue };
            let others = rows.iter().filter(|row| row.partner != first.partner);
            for second in others {
                self.firsts.insert(&second.origin, &first.origin);
                self.of_sums.insert(&second.origin);
                self.pairs.push((first, second));
            }
        }
        days.into_keys().collect()
    }

    /// The rows of one activity on one day with one number.
    fn find_in(&mut self, rows: &[Occasion<'a>]) {
        // A row has one counterpart in the workbooks of each other partner.
        let mut taken: BTreeSet<(usize, &str)> = BTreeSet::new();
        let mut is_second = vec![false; rows.len()];
        for (at, second) in rows.iter().enumerate() {
            let partner = second.activity.partner.as_str();
            let mut earlier = rows.iter().take(at).enumerate();
            let found = earlier.find(|(index, first)| {
                !is_second[*index] && is_alike(first, second) && !taken.contains(&(*index, partner))
            });
            if let Some((index, first)) = found {
                taken.insert((index, partner));
                is_second[at] = true;
                self.firsts
                    .insert(&second.activity.origin, &first.activity.origin);
                self.pairs.push((first.activity, second.activity));
            }
        }
    }

    /// Makes the second of two rows count from 0 where the first counts in full.
    pub(super) fn widen(&self, items: &mut [Item]) {
        if self.firsts.is_empty() {
            return;
        }
        let values: BTreeMap<Origin, _> = items
            .iter()
            .map(|item| (item.origin.clone(), item.value))
            .collect();
        for item in items {
            let first = self
                .firsts
                .get(&item.origin)
                .and_then(|first| values.get(*first));
            let is_same =
                |first: &Quantity| *first == item.value || self.of_sums.contains(&item.origin);
            if first.is_some_and(is_same) {
                item.value = item.value.perhaps();
            }
        }
    }

    /// A finding for each pair that `is_shown` chooses, at the second row.
    pub(super) fn findings(
        &self,
        agreement: &Agreement,
        is_shown: impl Fn(&Activity) -> bool,
    ) -> Vec<Finding> {
        let shown = self.pairs.iter().filter(|(_, second)| is_shown(second));
        let finding = |(first, second): &(&Activity, &Activity)| {
            let other = OtherRow {
                partner: agreement.partner_name(&first.partner).to_owned(),
                workbook: first.origin.workbook.to_string(),
                sheet: first.origin.sheet.to_string(),
                cell: first.origin.cell.clone(),
            };
            let kind = FindingKind::ReportedByTwo {
                other: Some(other),
                date: second.date,
                activity: ActivityId(second.activity.to_string()),
            };
            Finding::new(kind, &second.origin)
        };
        shown.map(finding).collect::<FindingTally>().into_findings()
    }
}

fn day_of(one: &Activity) -> (&str, NaiveDate) {
    (one.activity.as_str(), one.date.from)
}

/// A row with its distinguishing fields as numbers: a folder may hold very many rows of one day.
struct Occasion<'a> {
    activity: &'a Activity,
    telling: [Option<CellContent>; TELLING.len()],
}

/// The content of a cell: the indices of its words, and its times of day.
#[derive(Clone, Copy)]
struct CellContent {
    words: usize,
    time: Option<(NaiveTime, NaiveTime)>,
}

impl CellContent {
    fn is(self, other: CellContent) -> bool {
        self.words == other.words || (self.time.is_some() && self.time == other.time)
    }
}

impl<'a> Occasion<'a> {
    /// `known` numbers the words of all rows.
    fn new(activity: &'a Activity, known: &mut BTreeMap<String, usize>) -> Occasion<'a> {
        let telling = TELLING.map(|name| {
            let field = activity
                .fields
                .get(name)
                .filter(|field| !field.text.is_empty())?;
            let next = known.len();
            Some(CellContent {
                words: *known.entry(folded(&field.text).collect()).or_insert(next),
                time: field.time,
            })
        });
        Occasion { activity, telling }
    }
}

/// Whether two rows of a day with the same number may be about one occasion.
fn is_alike(one: &Occasion<'_>, other: &Occasion<'_>) -> bool {
    let mut both = one
        .telling
        .iter()
        .zip(&other.telling)
        .filter_map(|(ours, theirs)| ours.zip(*theirs))
        .peekable();
    let something = both.peek().is_some();
    let (one, other) = (one.activity, other.activity);
    both.all(|(ours, theirs)| ours.is(theirs))
        && one.partner != other.partner
        && (something || names(one, &other.partner) || names(other, &one.partner))
}

/// Whether a row names this partner as present.
fn names(activity: &Activity, partner: &str) -> bool {
    activity
        .fields
        .get("partners")
        .is_some_and(|field| field.words.iter().any(|word| word == partner))
}
