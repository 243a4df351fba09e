//! A row a place, with the days it is in use.

use super::answers::unreadable_date;
use super::table::{Kind, Rows};
use super::{Fate, Job, Taken};
use crate::gather::value::{self, Reading};
use crate::model::agreement::NamedPlace;

/// Reads a register into the list of places `list`.
pub fn take(job: &Job<'_>, list: &str) -> Taken {
    let mut taken = Taken::default();
    let Some(rows) = Rows::find(job, &["place"], &mut taken) else {
        return taken;
    };
    rows.enter_fates(&mut taken);
    for (row, kind) in &rows.kinds {
        let Kind::Data { .. } = kind else { continue };
        let cells = rows.cells(*row);
        let name = cells
            .field("place")
            .map(|spot| value::text(spot.cell))
            .filter(|name| !name.is_empty());
        let Some(name) = name else {
            taken.fates.insert(*row, Fate::Skipped);
            continue;
        };
        let mut day = |name: &str| {
            let spot = cells.field(name)?;
            match value::date(spot.cell, rows.year.year) {
                Reading::Is(dated) => Some(dated.span),
                Reading::Blank | Reading::Gap => None,
                Reading::Not(_) | Reading::Error(_) | Reading::Uncalculated => {
                    taken.findings.push(unreadable_date(job, spot));
                    None
                }
            }
        };
        let (from, to) = (
            day("from").map(|span| span.from),
            day("to").map(|span| span.to),
        );
        let place = NamedPlace {
            name,
            also: Vec::new(),
            from,
            to,
        };
        taken
            .gathered
            .places
            .entry(list.to_owned())
            .or_default()
            .push(place);
        taken.fates.insert(*row, Fate::Used);
    }
    taken
}
