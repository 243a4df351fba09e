//! What a form says of its occasion by all its cells, mapped or not: «Genomfört: Nej», «Status: Inställd».

use super::super::cells::{Cells, WHEN};
use super::super::task::SheetTask;
use super::columns::Mark;
use super::row_state::{Doubt, NotHeld, RowState};
use super::{asks_for_reason, is_of_persons};
use crate::gather::cell::Cell;
use crate::gather::value::{self, Hindrance, Parsed, State, TextState};
use crate::model::finding::HeldDoubt;
use crate::model::span::DateSpan;

/// A cell that is filled in, with the words of its label.
struct Filled<'a> {
    at: (usize, usize),
    cell: &'a Cell,
    label: String,
}

/// What a form says. `labels` are where the mapped labels stand; `span` is when it was, if that can be read.
pub(in crate::gather::layout) fn of_form(
    task: &SheetTask<'_>,
    cells: &Cells<'_>,
    labels: &[(usize, usize)],
    span: Option<DateSpan>,
) -> RowState {
    let filled = filled(task, labels);
    let struck = withdrawn(task, cells, &filled);
    if struck != RowState::Held {
        return struck;
    }
    let answer = cells.field("answered").map(|mapped| mapped.at);
    let is_request = answer.is_some() || cells.field("request").is_some();
    let nouns = task.nouns();
    let mapped = |at: (usize, usize)| cells.fields().any(|(_, mapped)| mapped.at == at);
    let mut sure: Option<(TextState, (usize, usize))> = None;
    let mut perhaps: Option<(TextState, (usize, usize))> = None;
    let mut held = false;
    for Filled { at, cell, label } in filled.iter().filter(|filled| Some(filled.at) != answer) {
        let written = value::text(cell);
        let of_label = (!label.is_empty())
            .then(|| value::heading_state(label))
            .flatten();
        match (of_label, Mark::of(cell)) {
            (Some(State::Held), Mark::Yes) => {
                held = true;
                continue;
            }
            (Some(State::Held), Mark::No) => {
                let text_state = TextState::alone(State::CalledOff, format!("{label}: {written}"));
                sure.get_or_insert((text_state, *at));
                continue;
            }
            (Some(State::CalledOff), Mark::Yes) => {
                sure.get_or_insert((TextState::alone(State::CalledOff, label.as_str()), *at));
                continue;
            }
            (Some(State::CalledOff), Mark::No) => continue,
            _ => {}
        }
        let Cell::Text(text) = cell else { continue };
        if value::asks_why_not(label) {
            let none = !matches!(value::mark(cell), Parsed::Is(true) | Parsed::Not(_))
                || value::is_nil(text, &nouns);
            if !none {
                let text_state = TextState::alone(State::CalledOff, format!("{label}: {written}"));
                perhaps.get_or_insert((text_state, *at));
            }
            continue;
        }
        match value::text_state_of(text, &nouns) {
            Some(text_state) if text_state.state == State::Sample => {}
            Some(text_state) if text_state.state == State::Held => {
                held |= text_state.whole && is_status(label)
            }
            Some(text_state) if text_state.whole && !is_request => {
                sure.get_or_insert((text_state, *at));
            }
            Some(text_state) if !text_state.attribute && !is_request => {
                perhaps.get_or_insert((text_state, *at));
            }
            None if !is_request && !mapped(*at) && is_in_the_way(label, text) => {
                let text_state = TextState::alone(State::CalledOff, text.trim());
                perhaps.get_or_insert((text_state, *at));
            }
            _ => {}
        }
    }
    // What the agreement asks for is believed before what stands beside it.
    match (sure, perhaps) {
        (Some((text_state, at)), _) => {
            let past = span.is_some_and(|span| task.as_of.has_come(span.from));
            if held && !mapped(at) || text_state.state == State::Planned && past {
                doubt(&text_state, at)
            } else {
                RowState::Not(NotHeld::Planned)
            }
        }
        (None, Some((text_state, at))) if !held => doubt(&text_state, at),
        _ => nothing(&filled, span),
    }
}

/// Whether a text says that somebody was away, or what else stood in the way.
fn is_in_the_way(label: &str, text: &str) -> bool {
    !is_of_persons(label)
        && !asks_for_reason(label)
        && (value::is_absence(text) || value::hindrance(text) == Some(Hindrance::OfAny))
}

fn doubt(text_state: &TextState, at: (usize, usize)) -> RowState {
    let state = match text_state.state {
        State::Planned => HeldDoubt::Planned,
        _ => HeldDoubt::CalledOff,
    };
    Doubt::of(state, text_state.word.as_str(), at)
}

/// «Inget att rapportera» on a form: of a day somebody may have been there, of a month nothing was done.
fn nothing(filled: &[Filled<'_>], span: Option<DateSpan>) -> RowState {
    let report = filled
        .iter()
        .find(|filled| value::is_report_of_nothing(&value::text(filled.cell)));
    let Some(report) = report else {
        return RowState::Held;
    };
    let word = value::text(report.cell);
    match span.is_some_and(DateSpan::is_exact) {
        true if value::says_more(&word) => RowState::Held,
        true => Doubt::of(HeldDoubt::Nothing, word, report.at),
        false => RowState::Nothing,
    }
}

/// A form that is struck through, or whose day or number is.
fn withdrawn(task: &SheetTask<'_>, cells: &Cells<'_>, filled: &[Filled<'_>]) -> RowState {
    let struck = &task.sheet.struck;
    if struck.is_empty() || filled.is_empty() {
        return RowState::Held;
    }
    if filled.iter().all(|filled| struck.contains(&filled.at)) {
        return RowState::Not(NotHeld::Withdrawn);
    }
    let deciding = WHEN
        .iter()
        .chain(&["hours", "minutes", "count"])
        .filter_map(|name| cells.field(name))
        .chain(cells.counted())
        .find(|mapped| struck.contains(&mapped.at));
    match deciding {
        Some(mapped) => Doubt::of(HeldDoubt::Withdrawn, value::text(mapped.cell), mapped.at),
        None => RowState::Held,
    }
}

fn is_status(label: &str) -> bool {
    matches!(
        value::plain(label).trim_end_matches([':', '.', '?', ' ']),
        "status" | "läge" | "utfall" | "state" | "resultat" | "genomfört" | "genomförd"
    )
}

/// Every cell of a sheet that is filled in: the one after a label on its row, or a text alone under one.
fn filled<'a>(task: &SheetTask<'a>, labels: &[(usize, usize)]) -> Vec<Filled<'a>> {
    let sheet = task.sheet;
    let is_label = |at: (usize, usize), cell: &Cell| {
        labels.contains(&at)
            || matches!(cell, Cell::Text(text) if text.trim_end().ends_with([':', '?']))
    };
    let mut found = Vec::new();
    for (row, cells) in sheet.rows.iter().enumerate() {
        let there: Vec<(usize, &Cell)> = cells
            .iter()
            .enumerate()
            .filter(|(_, cell)| **cell != Cell::Empty)
            .collect();
        let mut label: Option<String> = None;
        for (nth, (column, cell)) in there.iter().enumerate() {
            let at = (row, *column);
            let heads = is_label(at, cell) || (label.is_none() && nth + 1 < there.len());
            if heads {
                label = Some(value::text(cell));
                continue;
            }
            let above = || {
                let above = row.checked_sub(1).map(|above| sheet.cell(above, *column));
                above.map(value::text).unwrap_or_default()
            };
            let label = label.take().unwrap_or_else(above);
            let label = label.trim_end_matches([':', ' ']).to_owned();
            found.push(Filled { at, cell, label });
        }
    }
    found
}
