//! The same occasion told of by two partners: both of them were there, and both keep a log.
//!
//! Nobody but they can tell whether it was one occasion or two. So it surely counts once and perhaps twice: the second row
//! counts 0 to its high in a target that counts the first. A `[[ruling]]` on either row settles it.

use std::collections::{BTreeMap, BTreeSet};

use super::ruling::{self, Settled};
use crate::model::activity::{Activity, Field, Gathered, Origin};
use crate::model::agreement::Agreement;
use crate::model::finding::{Arg, Code, Finding};
use crate::model::same_words;
use crate::model::target::Item;

/// What tells one occasion of a day from another. Where both say it, both must say the same.
const TELLING: [&str; 6] = ["place", "label", "audience", "case", "time", "until"];

/// Rows that may tell of an occasion that another partner tells of.
#[derive(Debug, Default)]
pub(super) struct Twice<'a> {
    pairs: Vec<(&'a Activity, &'a Activity)>,
    firsts: BTreeMap<&'a Origin, &'a Origin>,
}

impl<'a> Twice<'a> {
    /// Finds them: the same activity on the same day with the same number in workbooks of two partners, with something more
    /// in common (a place, a time, or that one names the other as present) and nothing that tells them apart. Weeks and
    /// months are no occasions.
    pub(super) fn find(settled: &[Settled<'_>], gathered: &'a Gathered) -> Twice<'a> {
        let open = |one: &&Activity| ruling::about(settled, &one.origin).is_none();
        let occasions = gathered.activities.iter().filter(|one| one.dated && one.date.is_exact()).filter(open);
        let mut days: BTreeMap<_, Vec<&Activity>> = BTreeMap::new();
        for one in occasions {
            days.entry((one.activity.as_str(), one.date.from)).or_default().push(one);
        }
        let mut twice = Twice::default();
        for of_day in days.into_values() {
            // A row has one counterpart in the workbooks of each other partner.
            let mut taken: BTreeSet<(&Origin, &str)> = BTreeSet::new();
            for (at, second) in of_day.iter().enumerate() {
                let earlier = of_day.iter().take(at).filter(|first| !twice.firsts.contains_key(&first.origin));
                let mut alike = earlier.filter(|first| is_alike(first, second));
                let free = |first: &&&Activity| !taken.contains(&(&first.origin, second.partner.as_str()));
                if let Some(first) = alike.find(free) {
                    taken.insert((&first.origin, &second.partner));
                    twice.firsts.insert(&second.origin, &first.origin);
                    twice.pairs.push((first, second));
                }
            }
        }
        twice
    }

    /// Lets the second of two rows count from 0 where the first counts in full.
    pub(super) fn widen(&self, items: &mut [Item]) {
        if self.firsts.is_empty() {
            return;
        }
        let values: BTreeMap<Origin, _> = items.iter().map(|item| (item.origin.clone(), item.value)).collect();
        for item in items {
            let first = self.firsts.get(&item.origin).and_then(|first| values.get(*first));
            if first.is_some_and(|first| *first == item.value) {
                item.value = item.value.perhaps();
            }
        }
    }

    /// A finding for each pair that `is_told` chooses, at the second row.
    pub(super) fn findings(&self, agreement: &Agreement, is_told: impl Fn(&Activity) -> bool) -> Vec<Finding> {
        let told = self.pairs.iter().filter(|(_, second)| is_told(second));
        let finding = |(first, second): &(&Activity, &Activity)| {
            Finding::new(Code::ReportedByTwo, &second.origin)
                .with("partner", agreement.partner_name(&first.partner))
                .with("workbook", first.origin.workbook.as_str())
                .with("sheet", first.origin.sheet.as_str())
                .with("cell", first.origin.cell.as_str())
                .with("date", second.date)
                .with("activity", Arg::Activity(second.activity.clone()))
        };
        told.map(finding).collect()
    }
}

fn is_alike(one: &Activity, other: &Activity) -> bool {
    let both = TELLING.iter().filter_map(|name| one.fields.get(*name).zip(other.fields.get(*name)));
    let told = both.filter(|(ours, theirs)| !ours.text.is_empty() && !theirs.text.is_empty());
    let mut agree = told.map(|(ours, theirs)| says_the_same(ours, theirs)).peekable();
    let something = agree.peek().is_some() || names(one, &other.partner) || names(other, &one.partner);
    one.partner != other.partner && one.value == other.value && something && agree.all(|same| same)
}

fn says_the_same(one: &Field, other: &Field) -> bool {
    same_words(&one.text, &other.text) || (one.time.is_some() && one.time == other.time)
}

/// Whether a row says that this partner was there.
fn names(activity: &Activity, partner: &str) -> bool {
    activity.fields.get("partners").is_some_and(|field| field.words.iter().any(|word| word == partner))
}
