//! Rulings on disputed rows: which rows they are about now, and whether they still hold.
//!
//! A ruling is about a row as it was. Once a version includes it, it follows the row when an inserted row moves it,
//! and lapses when the row changes.

use crate::model::activity::{Activity, Gathered, Origin};
use crate::model::agreement::{Agreement, Ruling};
use crate::model::finding::{Finding, FindingKind, Lapse, Place};
use crate::model::report::{PreviousVersion, RuledActivity, RuledRow};
use crate::text::same_words;

/// A ruling that holds, and its rows.
pub(super) struct ActiveRuling<'a> {
    ruling: &'a Ruling,
    rows: Vec<RowKey<'a>>,
}

/// Workbook, sheet and row of a cell.
type RowKey<'a> = (&'a str, &'a str, &'a str);

/// The rulings that hold, and a finding for each that does not.
pub(super) fn active<'a>(
    agreement: &'a Agreement,
    gathered: &'a Gathered,
    previous: Option<&PreviousVersion>,
) -> (Vec<ActiveRuling<'a>>, Vec<Finding>) {
    let (mut active_rulings, mut findings) = (Vec::new(), Vec::new());
    for ruling in &agreement.rulings {
        match rows_of(ruling, agreement, gathered, previous) {
            Ok(rows) => active_rulings.push(ActiveRuling { ruling, rows }),
            Err(finding) => findings.push(finding),
        }
    }
    (active_rulings, findings)
}

/// The ruling about the row of a cell, if there is one.
pub(super) fn about<'a>(
    active_rulings: &[ActiveRuling<'a>],
    origin: &Origin,
) -> Option<&'a Ruling> {
    let about = active_rulings
        .iter()
        .find(|one| one.rows.iter().any(|known| is_same(*known, row(origin))));
    about.map(|one| one.ruling)
}

fn rows_of<'a>(
    ruling: &'a Ruling,
    agreement: &Agreement,
    gathered: &'a Gathered,
    previous: Option<&PreviousVersion>,
) -> Result<Vec<RowKey<'a>>, Finding> {
    let there: Vec<&Activity> =
        of_row(gathered, &ruling.workbook, &ruling.sheet, &ruling.cell).collect();
    let requested = gathered.requests.iter().map(|request| &request.origin);
    let requested: Vec<RowKey<'a>> = requested
        .map(row)
        .filter(|known| is_same(*known, named(ruling)))
        .collect();
    let Some(then) =
        previous.and_then(|previous| previous.rulings.iter().find(|then| is_about(then, ruling)))
    else {
        let rows: Vec<RowKey<'a>> = there
            .iter()
            .map(|activity| row(&activity.origin))
            .chain(requested)
            .collect();
        return if rows.is_empty() {
            Err(lapsed(ruling, Lapse::Gone))
        } else {
            Ok(rows)
        };
    };
    let now = |then: &RuledActivity| {
        let same_sheet = |activity: &&Activity| {
            same_words(&activity.origin.workbook, &ruling.workbook)
                && same_words(&activity.origin.sheet, &ruling.sheet)
        };
        gathered
            .activities
            .iter()
            .filter(same_sheet)
            .find(|activity| activity.content == then.content)
    };
    let is_changed = |then: &&RuledActivity| now(then).is_none_or(|now| !has_value(then, now));
    match then.rows.iter().find(is_changed) {
        None => Ok(then
            .rows
            .iter()
            .filter_map(now)
            .map(|activity| row(&activity.origin))
            .chain(requested)
            .collect()),
        Some(then) => {
            let now = now(then).or_else(|| there.first().copied());
            let lapse = match now {
                None => Lapse::Gone,
                // Changed figures about persons are not shown.
                Some(now) if agreement.about_persons(&now.activity) => Lapse::Words,
                Some(now) => Lapse::Changed {
                    was_date: then.date,
                    was: then.value,
                    now_date: now.date,
                    now: now.value,
                },
            };
            Err(lapsed(ruling, lapse))
        }
    }
}

/// The activities of a cell's row.
fn of_row<'a>(
    gathered: &'a Gathered,
    workbook: &str,
    sheet: &str,
    cell: &str,
) -> impl Iterator<Item = &'a Activity> {
    let asked = (workbook.to_owned(), sheet.to_owned(), cell.to_owned());
    gathered.activities.iter().filter(move |activity| {
        is_same(
            row(&activity.origin),
            (&asked.0, &asked.1, row_of(&asked.2)),
        )
    })
}

fn has_value(then: &RuledActivity, now: &Activity) -> bool {
    then.value
        .is_none_or(|value| value == now.value.to_hundredths())
}

/// Whether the recorded ruling is this one: the same cell and the same day. A new ruling has a new day.
fn is_about(then: &RuledRow, ruling: &Ruling) -> bool {
    then.date == ruling.date
        && same_words(&then.origin.workbook, &ruling.workbook)
        && same_words(&then.origin.sheet, &ruling.sheet)
        && then.origin.cell == ruling.cell
}

fn lapsed(ruling: &Ruling, why: Lapse) -> Finding {
    let mut place = Place::sheet(&ruling.workbook, &ruling.sheet);
    place.cell = Some(ruling.cell.clone());
    let kind = FindingKind::LapsedRuling {
        why,
        by: ruling.by.clone(),
        date: ruling.date,
    };
    Finding::new(kind, place)
}

fn row(origin: &Origin) -> RowKey<'_> {
    (&origin.workbook, &origin.sheet, row_of(&origin.cell))
}

fn named(ruling: &Ruling) -> RowKey<'_> {
    (&ruling.workbook, &ruling.sheet, row_of(&ruling.cell))
}

fn row_of(cell: &str) -> &str {
    cell.trim_start_matches(|letter: char| letter.is_ascii_alphabetic())
}

fn is_same(one: RowKey<'_>, other: RowKey<'_>) -> bool {
    same_words(one.0, other.0) && same_words(one.1, other.1) && one.2 == other.2
}
