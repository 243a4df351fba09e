//! The same occasion told of by two partners: both of them were there, and both keep a log.
//!
//! Nobody but they can tell whether it was one occasion or two. So it surely counts once and perhaps twice: the second row
//! counts 0 to its high in a target that counts the first. A `[[ruling]]` on either row settles it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveTime;

use super::ruling::{self, ActiveRuling};
use crate::model::activity::{Activity, Gathered, Origin};
use crate::model::agreement::Agreement;
use crate::model::finding::tally::FindingTally;
use crate::model::finding::{ActivityId, Finding, FindingKind, OtherRow};
use crate::model::target::Item;
use crate::text::folded;

/// What tells one occasion of a day from another. Where both say it, both must say the same.
const TELLING: [&str; 6] = ["place", "label", "audience", "case", "time", "until"];

/// Rows that may tell of an occasion that another partner tells of.
#[derive(Debug, Default)]
pub(super) struct PossibleDuplicates<'a> {
    pairs: Vec<(&'a Activity, &'a Activity)>,
    firsts: BTreeMap<&'a Origin, &'a Origin>,
}

impl<'a> PossibleDuplicates<'a> {
    /// Finds them: the same activity on the same day with the same number in workbooks of two partners, with something more
    /// in common (a place, a time, or that one names the other as present) and nothing that tells them apart. Weeks and
    /// months are no occasions.
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
        let mut days: BTreeMap<_, Vec<&Activity>> = BTreeMap::new();
        for one in occasions {
            days.entry((
                one.activity.as_str(),
                one.date.from,
                one.value.low(),
                one.value.high(),
            ))
            .or_default()
            .push(one);
        }
        let mut duplicates = PossibleDuplicates::default();
        let mut words = BTreeMap::new();
        // Most days are told of by one partner, and have nothing to be compared.
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

    /// Lets the second of two rows count from 0 where the first counts in full.
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
            if first.is_some_and(|first| *first == item.value) {
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

/// A row, with what tells one occasion from another as numbers: a folder may hold very many rows of one day.
struct Occasion<'a> {
    activity: &'a Activity,
    telling: [Option<CellContent>; TELLING.len()],
}

/// What a cell says: the number of its words, and the times of day they name.
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
    /// The row. `known` numbers the words of all rows.
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

/// Whether two rows of a day with the same number may tell of one occasion.
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

/// Whether a row says that this partner was there.
fn names(activity: &Activity, partner: &str) -> bool {
    activity
        .fields
        .get("partners")
        .is_some_and(|field| field.words.iter().any(|word| word == partner))
}
