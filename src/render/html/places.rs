//! Places down, activities across: what was done where in the period, as it counts for the pledges.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::model::edition::{Edition, EditionTarget};
use crate::model::quantity::Quantity;
use crate::text::capital;
use crate::wording::Wording;

/// A place more than these fills no table that is read at a glance.
const MOST_PLACES: usize = 80;

/// What was done where. Empty where the rows name no places, or their cells are not seen.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct PlacesTable {
    /// The activities.
    pub(crate) columns: Vec<String>,
    pub rows: Vec<PlaceRow>,
}

/// A place.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct PlaceRow {
    pub place: String,
    /// How much of each activity; «–» for none.
    pub(crate) cells: Vec<String>,
}

impl PlacesTable {
    /// The rows that count for some target, dated in the period, by their place. Nothing about persons.
    pub(crate) fn new(edition: &Edition, wording: &Wording) -> PlacesTable {
        let shown = |target: &&EditionTarget| !target.persons;
        let mut seen = BTreeSet::new();
        let mut done: BTreeMap<(&str, &str), Quantity> = BTreeMap::new();
        for row in edition
            .targets()
            .filter(shown)
            .flat_map(|target| target.counted.iter())
        {
            let Some(place) = row.facts.place.as_deref() else {
                continue;
            };
            let is_inside = row.date.within(edition.period.span);
            // A row may count for several targets, and is one.
            if !is_inside || !seen.insert((&row.origin, &row.facts.activity)) {
                continue;
            }
            let sum = done
                .entry((place, row.facts.activity.as_str()))
                .or_insert(Quantity::ZERO);
            *sum = [*sum, row.value].into_iter().sum();
        }
        let places: BTreeSet<&str> = done.keys().map(|(place, _)| *place).collect();
        let activities: BTreeSet<&str> = done.keys().map(|(_, activity)| *activity).collect();
        if places.len() < 2 || places.len() > MOST_PLACES {
            return PlacesTable::default();
        }
        let heading = |activity: &&str| {
            let kind = edition.agreement.activities.get(*activity);
            let word = kind.and_then(|kind| kind.many.as_deref().or(kind.one.as_deref()));
            capital(word.unwrap_or(activity))
        };
        let row = |place: &&str| PlaceRow {
            place: (*place).to_owned(),
            cells: activities
                .iter()
                .map(|activity| {
                    let amount = done.get(&(*place, *activity));
                    amount.map_or_else(|| "–".to_owned(), |amount| wording.quantity(*amount))
                })
                .collect(),
        };
        PlacesTable {
            columns: activities.iter().map(heading).collect(),
            rows: places.iter().map(row).collect(),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::super::sample;
    use super::*;
    use crate::model::agreement::Audience;
    use crate::model::quantity::Amount;
    use crate::model::span::DateSpan;

    #[test]
    fn what_was_done_where_is_one_table_and_a_row_counts_once() {
        let mut report = sample::report();
        let template = report.assessments[0].targets[0].counted[0].clone();
        let row = |cell: &str, place: &str, month: u32, number: u64| {
            let mut row = template.clone();
            row.origin.cell = cell.into();
            row.date = DateSpan::month(2023, month).unwrap();
            row.value = Quantity::exact(Amount::whole(number));
            row.facts.place = Some(place.into());
            row.facts.activity = "kontakt".into();
            row
        };
        let rows = vec![
            row("A1", "Torget", 9, 2),
            row("A2", "Torget", 9, 3),
            row("A3", "Hamnen", 9, 1),
            row("A4", "Hamnen", 8, 9),
        ];
        report.assessments[0].targets[0].counted = rows.clone().into();
        report.assessments[1].targets[0].counted = rows.into();
        let wording = Wording::new("sv", &sample::activities()).unwrap();
        let told = |audience| PlacesTable::new(&sample::edition(&report, &audience), &wording);
        let table = told(Audience::Full);
        assert_eq!(table.columns, ["Kontakter"]);
        let rows: Vec<_> = table
            .rows
            .iter()
            .map(|row| (row.place.as_str(), row.cells[0].as_str()))
            .collect();
        assert_eq!(rows, [("Hamnen", "1"), ("Torget", "5")]);
        assert!(told(Audience::Public).rows.is_empty());
    }
}
