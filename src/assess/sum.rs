//! What counts for a target that adds up others of its pledge.

use std::collections::BTreeMap;

use super::condition::Context;
use super::dates::JudgementDates;
use super::decide::is_agreed;
use super::evidence::{Evidence, collect};
use super::window::in_force;
use crate::model::quantity::Quantity;
use crate::model::target::{Item, Target};

impl Evidence {
    /// Takes what counts for each of the targets, a row that counts for several of them once. What there is to tell of a row is told
    /// by the target that asks for it.
    pub(super) fn add_up(
        &mut self,
        target: &Target,
        context: Context<'_>,
        dates: JudgementDates<'_>,
    ) {
        let mut rows: BTreeMap<usize, Item> = BTreeMap::new();
        let parts = target.sum.iter();
        for part in parts.filter(|part| is_agreed(part, dates.end)) {
            let days = in_force(part, context.agreement.term);
            // What lies before is compared with.
            let is_asked = |item: &Item| {
                part.valid.is_none() && part.agreed.is_none() || item.date.overlaps(days)
            };
            let own = collect(part, days, context, dates);
            let own = own.items.into_iter().zip(own.activities);
            for (item, row) in own.filter(|(item, _)| is_asked(item)) {
                let is_sure = is_asked(&item)
                    && (part.valid.is_none() && part.agreed.is_none() || item.date.within(days));
                let value = if is_sure {
                    item.value
                } else {
                    item.value.perhaps()
                };
                rows.entry(row)
                    .and_modify(|known| known.value = at_least_either(known.value, value))
                    .or_insert(Item {
                        value,
                        words: Vec::new(),
                        ..item
                    });
            }
        }
        (self.activities, self.items) = rows.into_iter().unzip();
    }
}

/// What a row counts that counts for two targets: as much as it surely does for one of them, and no more than it can for either.
fn at_least_either(one: Quantity, other: Quantity) -> Quantity {
    let low = one.low().max(other.low());
    let high = one.high().zip(other.high());
    Quantity::up_to(low, high.map(|(one, other)| one.max(other)))
}
