//! The rows that counted, each with what stands in it.

use super::condition::Context;
use crate::model::activity::Activity;
use crate::model::assessment::{CountedRow, RowFacts};
use crate::model::name::Name;
use crate::model::span::DateSpan;
use crate::model::target::Item;

/// What counted in any window that has begun, cell by cell. `rows` are the indices of the items' activities.
pub(super) fn rows(
    items: &[Item],
    rows: &[usize],
    begun: &[DateSpan],
    context: Context<'_>,
) -> Vec<CountedRow> {
    let in_any = |span: DateSpan| begun.iter().any(|window| span.overlaps(*window));
    let begun = items.iter().zip(rows).filter(|(item, _)| in_any(item.date));
    begun
        .map(|(item, row)| CountedRow {
            origin: item.origin.clone(),
            date: item.date,
            value: item.value,
            rows: (context.gathered.activities.get(*row)).map_or(1, |activity| activity.rows),
            facts: facts(item, context.gathered.activities.get(*row)),
        })
        .collect()
}

/// What stands in the row of an item.
fn facts(item: &Item, activity: Option<&Activity>) -> RowFacts {
    let place = |activity: &Activity| Some(activity.fields.get("place")?.text.clone());
    RowFacts {
        activity: activity.map_or_else(Name::default, |activity| activity.activity.clone()),
        partner: activity.map_or_else(Name::default, |activity| activity.partner.clone()),
        place: (activity.and_then(place))
            .filter(|place| !place.is_empty())
            .map(|place| place.as_str().into()),
        undated: !item.dated,
        number: activity.map(|activity| activity.value),
        words: item.words.clone(),
    }
}
