//! Steps: a row a step, with the day it is due and the day it was done.

use super::answers::{day, unreadable_date};
use super::cells::MappedCell;
use super::classify::table_rows;
use super::fields;
use super::result::{MappingResult, RowDisposition};
use super::table::RowKind;
use super::task::SheetTask;
use super::when::SheetYear;
use crate::gather::cell::{Cell, YEARS};
use crate::gather::value::{self, Parsed};
use crate::model::activity::Milestone;
use crate::model::agreement::Gives;
use crate::model::finding::FindingKind;
use crate::model::span::DateSpan;
use crate::text::same_words;

/// Words in the date cell of a step that say that it is done, without a day.
const DONE: [&str; 6] = ["klart", "klar", "klara", "genomfört", "genomförd", "done"];

/// Beginnings of words for «not done» or «partly done».
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

pub(super) fn read(task: &SheetTask<'_>) -> MappingResult {
    let mut result = MappingResult::default();
    let Some(rows) = table_rows(task, &["step"], &mut result) else {
        return result;
    };
    rows.enter_dispositions(&mut result);
    let done_column = task.mapping.columns.get("done");
    let done_is_known = done_column.is_some_and(|column| rows.table.columns.contains_key(column));
    for (row, kind) in &rows.kinds {
        let RowKind::Data { .. } = kind else { continue };
        let cells = rows.cells(*row);
        let activity = match &task.mapping.gives {
            Gives::Activity(activity) => Some(activity),
            Gives::ByColumn { column, values } => {
                let written = cells
                    .at(column)
                    .map(|mapped| value::text(mapped.cell))
                    .unwrap_or_default();
                values
                    .iter()
                    .find(|(word, _)| same_words(word, &written))
                    .map(|(_, activity)| activity)
            }
            _ => None,
        };
        let step = cells
            .field("step")
            .filter(|mapped| !value::text(mapped.cell).is_empty());
        let (Some(activity), Some(step)) = (activity, step) else {
            result.dispositions.insert(*row, RowDisposition::Skipped);
            continue;
        };
        let due = cells
            .field("due")
            .and_then(|mapped| day(task, mapped, rows.year, &mut result));
        let done = if done_is_known {
            cells
                .field("done")
                .and_then(|mapped| done(task, mapped, rows.year, &mut result))
        } else {
            Some(Some(any_day(task)))
        };
        result.gathered.milestones.push(Milestone {
            activity: activity.into(),
            step: value::text(step.cell),
            due: due.map(|due| due.to),
            done,
            source: task.source,
            origin: task.origin(step.at),
            fields: fields::of_row(task, &cells, rows.year.year, None),
        });
        result.dispositions.insert(*row, RowDisposition::Used);
    }
    // A mapped heading that is missing has a finding already.
    let only_begins = task.mapping.columns.contains_key("begun");
    if done_column.is_none() && !only_begins && !result.gathered.milestones.is_empty() {
        result
            .findings
            .push(task.sheet_finding(FindingKind::StepsWithoutDone));
    }
    result
}

/// Any day, past or future.
fn any_day(task: &SheetTask<'_>) -> DateSpan {
    DateSpan::year(*YEARS.end()).map_or(task.agreement.term, |end| end.union(task.agreement.term))
}

/// When a step was done: a day, a mark without a day, or not. An unreadable cell may be any day, past or future.
fn done(
    task: &SheetTask<'_>,
    mapped: MappedCell<'_>,
    year: SheetYear,
    result: &mut MappingResult,
) -> Option<Option<DateSpan>> {
    let text = value::text(mapped.cell);
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
    if let Parsed::Is(yes) = value::mark(mapped.cell) {
        return yes.then_some(None);
    }
    match value::date(mapped.cell, year.year) {
        Parsed::Blank | Parsed::Gap | Parsed::Withheld => None,
        Parsed::Is(dated) => Some(Some(dated.span)),
        Parsed::Not(_) | Parsed::Error(_) | Parsed::Uncalculated => {
            result.findings.push(unreadable_date(task, mapped));
            Some(Some(any_day(task)))
        }
    }
}
