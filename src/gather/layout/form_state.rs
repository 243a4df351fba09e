//! What a form says of its occasion under labels that nobody asks for: «Status: Inställd», «Anmärkning: Inställt pga snö».

use super::task::SheetTask;
use crate::gather::cell::{Cell, cell_name};
use crate::gather::value::{self, State, YesNo};
use crate::model::finding::{Finding, FindingKind, HeldDoubt};

/// Whether the occasion of a form was held, as far as its words say.
#[derive(Debug, PartialEq)]
pub(super) enum FormState {
    /// Nothing speaks against it.
    Held,
    /// Certainly not.
    NotHeld,
    /// Perhaps not, with the finding.
    Perhaps(Box<Finding>),
}

/// The state of a form whose occasion has the finding's place `anchor`.
pub(super) fn state(task: &SheetTask<'_>, anchor: (usize, usize)) -> FormState {
    let mut doubt = None;
    for (row, cells) in task.sheet.rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            let before = cells.get(..column).unwrap_or_default();
            let label = before.iter().rfind(|cell| **cell != Cell::Empty);
            let alone = cells.iter().filter(|cell| **cell != Cell::Empty).count() == 1;
            match of_cell(label, cell, alone) {
                FormWord::Held => {}
                FormWord::NotHeld => return FormState::NotHeld,
                FormWord::Perhaps(state, word) => {
                    let at = cell_name(row, column);
                    let kind = FindingKind::PerhapsNotHeld { state, word, at };
                    doubt = doubt.or(Some(task.finding(kind, anchor)));
                }
            }
        }
    }
    doubt.map_or(FormState::Held, |finding| {
        FormState::Perhaps(Box::new(finding))
    })
}

enum FormWord {
    Held,
    NotHeld,
    Perhaps(HeldDoubt, String),
}

/// What a cell says by itself, and as the value of the label before it.
fn of_cell(label: Option<&Cell>, cell: &Cell, alone: bool) -> FormWord {
    let heading = match label {
        Some(Cell::Text(label)) => value::heading_state(label.trim_end_matches(':')),
        _ => None,
    };
    match (heading, value::yes_or_no(cell)) {
        (Some(State::Held), Some(YesNo::No)) | (Some(State::CalledOff), Some(YesNo::Yes)) => {
            return FormWord::NotHeld;
        }
        _ => {}
    }
    let (Cell::Text(text), true) = (cell, label.is_some() || alone) else {
        return FormWord::Held;
    };
    let Some(said) = value::text_state(text) else {
        return FormWord::Held;
    };
    let doubt = match said.state {
        State::CalledOff => HeldDoubt::CalledOff,
        State::Planned if label.is_some() => HeldDoubt::Planned,
        _ => return FormWord::Held,
    };
    let is_status = matches!(label, Some(Cell::Text(label)) if names_status(label));
    if said.whole && (is_status || alone) {
        FormWord::NotHeld
    } else {
        FormWord::Perhaps(doubt, said.word)
    }
}

fn names_status(label: &str) -> bool {
    matches!(
        value::plain(label).trim_end_matches([':', '.', '?', ' ']),
        "status" | "läge" | "state" | "utfall" | "resultat"
    )
}
