//! What a word says because of the column it stands in: «Ingen» under «Utförd av», «Plan» among cells of «Utfall».

use super::super::table::TableRows;
use super::columns::ColumnWords;
use super::row_state::Statement;
use crate::gather::cell::Cell;
use crate::gather::value::{self, State, TextState};

impl TableRows<'_> {
    /// A number of what was called off, by which the row's own may be less.
    pub(super) fn called_off_of_it(&self, at: (usize, usize), cell: &Cell) -> Option<Statement> {
        let is_count = self.columns.words_of(at.1) == Some(ColumnWords::CalledOff);
        let Cell::Number(number) = cell else {
            return None;
        };
        let word = || format!("{}: {number}", self.columns.heading(at.1));
        (is_count && *number > 0.0)
            .then(|| Statement::new(TextState::alone(State::CalledOff, word()), false, at))
    }

    /// What a word says of its row by the column it stands in, if it says nothing anywhere else.
    pub(super) fn by_its_column(&self, at: (usize, usize), text: &str) -> Option<Statement> {
        let heading = self.columns.heading(at.1);
        match self.columns.words_of(at.1)? {
            ColumnWords::Doers => value::is_nobody(text).then(|| {
                let word = format!("{heading}: {}", text.trim());
                Statement::new(TextState::alone(State::CalledOff, word), false, at)
            }),
            ColumnWords::CalledOff => None,
            ColumnWords::Outcomes => value::is_compared_or_planned(text).then(|| {
                let word = text.trim();
                Statement::new(TextState::alone(State::CalledOff, word), true, at)
            }),
        }
    }
}
