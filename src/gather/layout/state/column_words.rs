//! What a word says because of the column it stands in: «Ingen» under «Utförd av», «Plan» among cells of «Utfall».

use super::super::table::TableRows;
use super::columns::ColumnWords;
use super::row_state::Statement;
use crate::gather::value::{self, State, TextState};

impl TableRows<'_> {
    /// What a word says of its row by the column it stands in, if it says nothing anywhere else.
    pub(super) fn by_its_column(&self, at: (usize, usize), text: &str) -> Option<Statement> {
        let heading = self.columns.heading(at.1);
        match self.columns.words_of(at.1)? {
            ColumnWords::Doers => value::is_nobody(text).then(|| {
                let word = format!("{heading}: {}", text.trim());
                Statement::new(TextState::alone(State::CalledOff, word), false, at)
            }),
            ColumnWords::Outcomes => value::is_compared_or_planned(text).then(|| {
                let word = text.trim();
                Statement::new(TextState::alone(State::CalledOff, word), true, at)
            }),
        }
    }
}
