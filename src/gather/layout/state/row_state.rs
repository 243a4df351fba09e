//! What the state of a row can be, and what it is taken from.

use crate::gather::cell::cell_name;
use crate::gather::layout::task::SheetTask;
use crate::gather::value::TextState;
use crate::model::finding::{Finding, FindingKind, HeldDoubt};

/// Why a row is certainly no activity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotHeld {
    /// Planned or called off.
    Planned,
    Withdrawn,
    /// A template's sample.
    Sample,
    /// Nobody has written in it.
    Unwritten,
}

/// The state of a row by its words and its formatting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum RowState {
    /// Nothing speaks against it.
    Held,
    /// Certainly no activity.
    Not(NotHeld),
    /// A report that there was nothing.
    Nothing,
    /// It may not have been held.
    Perhaps(Doubt),
}

/// Why a row may not have been held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Doubt {
    pub(in crate::gather::layout) state: HeldDoubt,
    /// The word that makes it doubtful.
    pub(in crate::gather::layout) word: String,
    /// The cell of the word.
    pub(in crate::gather::layout) at: (usize, usize),
}

impl Doubt {
    pub(super) fn of(state: HeldDoubt, word: impl Into<String>, at: (usize, usize)) -> RowState {
        let word = word.into();
        RowState::Perhaps(Doubt { state, word, at })
    }

    /// What is to be told of a row that is told of at `anchor`.
    pub(in crate::gather::layout) fn finding(
        &self,
        task: &SheetTask<'_>,
        anchor: (usize, usize),
    ) -> Finding {
        let kind = FindingKind::PerhapsNotHeld {
            state: self.state,
            word: self.word.clone(),
            at: cell_name(self.at.0, self.at.1),
        };
        task.finding(kind, anchor)
    }
}

/// A state found in a cell or a title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Statement {
    pub(super) text_state: TextState,
    pub(super) certain: bool,
    pub(super) at: (usize, usize),
    /// Whether the opposite state is on the sheet as well, so that planned and held rows are distinguished.
    pub(super) contrasted: bool,
    /// Whether it is inferred from a blank.
    pub(super) unsaid: bool,
    /// Whether it holds against a status that says otherwise.
    pub(super) contradicts: bool,
}

impl Statement {
    pub(super) fn new(text_state: TextState, certain: bool, at: (usize, usize)) -> Statement {
        Statement {
            text_state,
            certain,
            at,
            contrasted: false,
            unsaid: false,
            contradicts: false,
        }
    }
}
