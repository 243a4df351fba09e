//! A row a pledge, with what its owner claims.

use super::answers::unreadable_date;
use super::table::{Kind, Rows};
use super::{Fate, Job, Taken};
use crate::gather::value::{self, Reading};
use crate::model::activity::Statement;

/// Reads a sheet of statements.
pub fn take(job: &Job<'_>) -> Taken {
    let mut taken = Taken::default();
    let Some(rows) = Rows::find(job, &["label"], &mut taken) else {
        return taken;
    };
    rows.enter_fates(&mut taken);
    for (row, kind) in &rows.kinds {
        let Kind::Data { .. } = kind else { continue };
        let cells = rows.cells(*row);
        let text = |name: &str| {
            cells
                .field(name)
                .map(|spot| value::text(spot.cell))
                .filter(|text| !text.is_empty())
        };
        let Some(label) = text("label") else {
            taken.fates.insert(*row, Fate::Skipped);
            continue;
        };
        let updated =
            cells
                .field("updated")
                .and_then(|spot| match value::date(spot.cell, rows.year.year) {
                    Reading::Is(dated) => Some(dated.span),
                    Reading::Blank | Reading::Gap => None,
                    Reading::Not(_) | Reading::Error(_) | Reading::Uncalculated => {
                        taken.findings.push(unreadable_date(job, spot));
                        None
                    }
                });
        let at = cells
            .field("status")
            .or_else(|| cells.field("label"))
            .map_or((*row, 0), |spot| spot.at);
        taken.gathered.statements.push(Statement {
            label,
            status: capital(&text("status").unwrap_or_default()),
            updated,
            comment: text("comment"),
            origin: job.origin(at),
        });
        taken.fates.insert(*row, Fate::Used);
    }
    taken
}

/// The words with their first letter capital.
fn capital(text: &str) -> String {
    let mut letters = text.trim().chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}
