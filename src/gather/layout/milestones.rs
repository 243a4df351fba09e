//! A row a step, with the day it is due and the day it was done.

use super::answers::unreadable_date;
use super::cells::Spot;
use super::table::{Kind, Rows};
use super::when::SheetYear;
use super::{Fate, Job, Taken, fields};
use crate::gather::cell::{Cell, YEARS};
use crate::gather::value::{self, Reading};
use crate::model::activity::Milestone;
use crate::model::agreement::Gives;
use crate::model::same_words;
use crate::model::span::DateSpan;

/// Words in the cell of a step's day that say that it is done, without saying when.
const DONE: [&str; 6] = ["klart", "klar", "klara", "genomfört", "genomförd", "done"];

/// How it begins that a step is not done, or only in part.
const NOT_DONE: [&str; 10] = [
    "delvis",
    "pågå",
    "påbörja",
    "på gång",
    "ej ",
    "inte ",
    "nästan",
    "försen",
    "partly",
    "in progress",
];

/// Reads a sheet of steps.
pub fn take(job: &Job<'_>) -> Taken {
    let mut taken = Taken::default();
    let Some(rows) = Rows::find(job, &["step"], &mut taken) else {
        return taken;
    };
    rows.enter_fates(&mut taken);
    for (row, kind) in &rows.kinds {
        let Kind::Data { .. } = kind else { continue };
        let cells = rows.cells(*row);
        let activity = match &job.mapping.gives {
            Gives::Activity(activity) => Some(activity),
            Gives::ByColumn { column, values } => {
                let said = cells
                    .at(column)
                    .map(|spot| value::text(spot.cell))
                    .unwrap_or_default();
                values
                    .iter()
                    .find(|(word, _)| same_words(word, &said))
                    .map(|(_, activity)| activity)
            }
            _ => None,
        };
        let step = cells
            .field("step")
            .filter(|spot| !value::text(spot.cell).is_empty());
        let (Some(activity), Some(step)) = (activity, step) else {
            taken.fates.insert(*row, Fate::Skipped);
            continue;
        };
        let due = cells
            .field("due")
            .and_then(|spot| day(job, spot, rows.year, &mut taken));
        let done = cells
            .field("done")
            .and_then(|spot| done(job, spot, rows.year, &mut taken));
        taken.gathered.milestones.push(Milestone {
            activity: activity.into(),
            step: value::text(step.cell),
            due: due.map(|due| due.to),
            done,
            source: job.source,
            origin: job.origin(step.at),
            fields: fields::of_row(job, &cells, rows.year.year),
        });
        taken.fates.insert(*row, Fate::Used);
    }
    taken
}

fn day(job: &Job<'_>, spot: Spot<'_>, year: SheetYear, taken: &mut Taken) -> Option<DateSpan> {
    match value::date(spot.cell, year.year) {
        Reading::Is(dated) => Some(dated.span),
        Reading::Blank | Reading::Gap => None,
        Reading::Not(_) | Reading::Error(_) | Reading::Uncalculated => {
            taken.findings.push(unreadable_date(job, spot));
            None
        }
    }
}

/// When a step was done: a day, a mark without a day, or not. Of what cannot be read nobody knows: any day, past or to come.
fn done(
    job: &Job<'_>,
    spot: Spot<'_>,
    year: SheetYear,
    taken: &mut Taken,
) -> Option<Option<DateSpan>> {
    let text = value::text(spot.cell);
    if value::is_planned_or_cancelled(&text)
        || NOT_DONE
            .iter()
            .any(|begin| value::plain(&text).starts_with(begin))
    {
        return None;
    }
    if DONE.iter().any(|word| same_words(word, &text)) {
        return Some(None);
    }
    // «Klart 15/11 2023», «Klar, se protokollet».
    let claimed = value::plain(&text);
    let claimed = claimed
        .split_once([' ', ','])
        .filter(|(word, _)| DONE.contains(&word.trim_end_matches([':', '.'])));
    if let Some((_, rest)) = claimed {
        let day = value::date(
            &Cell::Text(rest.trim_matches(['(', ')', ' ', '-']).to_owned()),
            year.year,
        );
        return Some(day.is().map(|dated| dated.span));
    }
    if let Reading::Is(yes) = value::mark(spot.cell) {
        return yes.then_some(None);
    }
    match value::date(spot.cell, year.year) {
        Reading::Blank | Reading::Gap => None,
        Reading::Is(dated) => Some(Some(dated.span)),
        Reading::Not(_) | Reading::Error(_) | Reading::Uncalculated => {
            taken.findings.push(unreadable_date(job, spot));
            let whenever = DateSpan::year(*YEARS.end())
                .map_or(job.agreement.term, |end| end.union(job.agreement.term));
            Some(Some(whenever))
        }
    }
}
