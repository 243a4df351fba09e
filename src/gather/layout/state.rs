//! The state of a row by all its cells, mapped or not, and by its formatting: held, planned, called off, struck
//! through, a report of nothing, a template's sample, not yet written.
//!
//! It is certain where the word is the whole cell, is in a column of statuses, or is in a title over the rows; inside
//! a sentence it makes the row doubtful, with a finding.

mod column_words;
mod columns;
mod forms;
mod marks;
mod nothing;
mod row_state;
mod titles;
mod unwritten;
mod withdrawn;

use super::cells::Cells;
use super::table::TableRows;
use super::when::{self, OccasionDate};
use crate::gather::cell::Cell;
use crate::gather::value::{self, Hindrance, Parsed, State, TextState};
use crate::model::agreement::{Column, Gives, Layout};
use crate::model::finding::HeldDoubt;
use columns::{ColumnNature, Mark};
use row_state::Statement;

pub(super) use columns::Columns;
pub(super) use forms::of_form;
pub(super) use row_state::{Doubt, NotHeld, RowState};
pub(super) use titles::Titles;
pub(super) use withdrawn::withdrawn;

/// More words than this are a remark, even in a column of statuses.
const LONGEST_STATUS: usize = 2;

impl TableRows<'_> {
    /// The state of a row.
    pub(super) fn state(&self, row: usize, cells: &Cells<'_>) -> RowState {
        let withdrawn = self.struck(row, cells);
        if withdrawn != RowState::Held {
            return withdrawn;
        }
        if self.is_unwritten(row) {
            return RowState::Not(NotHeld::Unwritten);
        }
        let sample = self.sample(row, cells);
        if sample != RowState::Held {
            return sample;
        }
        let nothing = self.reports_nothing(row, cells);
        if nothing == RowState::Nothing {
            return nothing;
        }
        match self.state_in_words(row, cells) {
            RowState::Held if nothing == RowState::Held => self.not_filled_in(row, cells),
            RowState::Held => nothing,
            // A month in which nothing mapped is filled in gives nothing, whatever is remarked beside it.
            RowState::Perhaps(_) if !self.is_exact(row, cells) && is_blank(cells) => RowState::Held,
            told => told,
        }
    }

    /// Whether a row is of a week or a month that can be read.
    fn is_of_span(&self, row: usize, cells: &Cells<'_>) -> bool {
        matches!(when::when(cells, self.year_at(row)), OccasionDate::Read { span, .. } if !span.is_exact())
    }

    /// Whether a row is of one day.
    fn is_exact(&self, row: usize, cells: &Cells<'_>) -> bool {
        match when::when(cells, self.year_at(row)) {
            OccasionDate::Read { span, .. } => span.is_exact(),
            _ => false,
        }
    }

    /// A sample row of a template, or one that may be.
    fn sample(&self, row: usize, cells: &Cells<'_>) -> RowState {
        let when = &self.when;
        let mut found = None;
        let mut others = 0;
        for (column, cell) in self.own(row) {
            match self.text_state(cell) {
                Some(text_state) if text_state.state == State::Sample => {
                    found.get_or_insert((text_state.word, (row, column)));
                }
                _ if *cell == Cell::Empty || when.contains(&column) => {}
                _ => others += 1,
            }
        }
        let Some((word, at)) = found else {
            return if self.titles.is_template() {
                Doubt::of(
                    HeldDoubt::Sample,
                    self.task.sheet.name.as_str(),
                    cells.anchor(),
                )
            } else {
                RowState::Held
            };
        };
        let example = value::plain(&word).starts_with("ex");
        if others == 0 || example || self.titles.is_template() {
            RowState::Not(NotHeld::Sample)
        } else {
            Doubt::of(HeldDoubt::Sample, word, at)
        }
    }

    /// The state by the words of the row, of its columns and of the title over it.
    fn state_in_words(&self, row: usize, cells: &Cells<'_>) -> RowState {
        let mut whole: Option<Statement> = None;
        let mut perhaps: Option<Statement> = None;
        let mut held = false;
        for (column, cell) in self.own(row) {
            let Some(statement) = self.statement(row, column, cell, cells) else {
                continue;
            };
            match (statement.text_state.state, statement.certain) {
                (State::Held, true) => held = true,
                (State::Held, false) => {}
                (_, true) => drop(whole.get_or_insert(statement)),
                (_, false) => drop(perhaps.get_or_insert(statement)),
            }
        }
        let titled = self.titles.over(row);
        match (whole, titled, perhaps) {
            (Some(statement), ..) if held => self.doubted(cells, &statement),
            (Some(statement), ..) => self.certain(row, cells, &statement),
            (None, Some(title), _) if held || !title.certain => self.doubted(cells, &title),
            (None, Some(title), _) => self.certain(row, cells, &title),
            (None, None, Some(statement)) if !held || statement.contradicts => {
                self.doubted(cells, &statement)
            }
            _ => RowState::Held,
        }
    }

    /// A certain state; but a planned day that has passed makes it doubtful.
    fn certain(&self, row: usize, cells: &Cells<'_>, statement: &Statement) -> RowState {
        let past = match when::when(cells, self.year_at(row)) {
            OccasionDate::Read { span, .. } => self.task.as_of.has_come(span.from),
            _ => false,
        };
        match statement.text_state.state {
            State::Planned if past && !statement.contrasted => self.doubted(cells, statement),
            // Of a whole month or week it says that there was none.
            State::CalledOff
                if self.task.mapping.layout == Layout::Log
                    && cells.counted().is_empty()
                    && self.is_of_span(row, cells) =>
            {
                RowState::Nothing
            }
            State::Sample => RowState::Not(NotHeld::Sample),
            _ => RowState::Not(NotHeld::Planned),
        }
    }

    fn doubted(&self, cells: &Cells<'_>, statement: &Statement) -> RowState {
        // A request with a planned answer is still a request.
        if self.is_request(cells) {
            return RowState::Held;
        }
        let state = match statement.text_state.state {
            State::Planned => HeldDoubt::Planned,
            _ if statement.unsaid => HeldDoubt::Unsaid,
            _ => HeldDoubt::CalledOff,
        };
        Doubt::of(state, statement.text_state.word.as_str(), statement.at)
    }

    fn is_request(&self, cells: &Cells<'_>) -> bool {
        cells.field("answered").is_some() || cells.field("request").is_some()
    }

    /// The state in one cell.
    fn statement(
        &self,
        row: usize,
        column: usize,
        cell: &Cell,
        cells: &Cells<'_>,
    ) -> Option<Statement> {
        let nature = self.columns.of(column);
        if nature == ColumnNature::Period {
            return None;
        }
        let at = (row, column);
        if let ColumnNature::Marks(state) = nature
            && let Some(statement) = self.marked(state, at, cell)
        {
            return Some(statement);
        }
        if let Some(statement) = self.called_off_of_it(at, cell) {
            return Some(statement);
        }
        let Cell::Text(text) = cell else { return None };
        if nature == ColumnNature::Reasons {
            return self.reason(at, cell);
        }
        if let Some(statement) = self.by_its_column(at, text) {
            return Some(statement);
        }
        let Some(text_state) = self.text_state(cell) else {
            if self.is_in_the_way(row, column, cell, text) {
                let text_state = TextState::alone(State::CalledOff, text.trim());
                // «Skolan var stängd» beside «Genomförd»: one of them is wrong.
                return Some(Statement {
                    contradicts: !value::is_absence(text),
                    ..Statement::new(text_state, false, at)
                });
            }
            // «Bokad»: how the row stands, in a word that is not known.
            let is_unknown = self.columns.is_only_states(column) && Mark::of(cell) != Mark::Yes;
            let text_state = TextState::alone(State::CalledOff, text.trim());
            return (is_unknown && text_state.word.split_whitespace().count() <= LONGEST_STATUS)
                .then(|| Statement::new(text_state, false, at));
        };
        if text_state.state == State::Sample || self.is_elsewhere(column, cell) {
            return None;
        }
        let mapped = self.columns.is_mapped(column);
        let of_kind = nature == ColumnNature::Kinds;
        if text_state.state == State::Held {
            let certain = text_state.whole && nature == ColumnNature::Statuses;
            return Some(Statement::new(text_state, certain, at));
        }
        if of_kind && text_state.state == State::Planned
            || text_state.attribute && self.columns.repeats(column, cell)
        {
            return None;
        }
        // «Blev inte av, ingen personal» beside «Klar»: one of them is wrong.
        let contradicts = text_state.state == State::CalledOff
            && !text_state.contrast
            && !text_state.attribute
            && text_state.begins;
        let status = nature == ColumnNature::Statuses;
        let certain = text_state.whole || (status && !text_state.contrast && !text_state.attribute);
        if self.is_request(cells) && !(mapped && text_state.state == State::CalledOff && certain) {
            return None;
        }
        Some(Statement {
            contradicts,
            ..Statement::new(text_state, certain, at)
        })
    }

    /// Whether a text says that somebody was away, or what else stood in the way, in a column of neither persons, kinds nor
    /// reasons.
    fn is_in_the_way(&self, row: usize, column: usize, cell: &Cell, text: &str) -> bool {
        let heading = self.columns.heading(column);
        let (is_absence, hindrance) = (value::is_absence(text), value::hindrance(text));
        if !is_absence && hindrance.is_none() || is_of_persons(heading) {
            return false;
        }
        let is_school =
            |cell: &Cell| matches!(cell, Cell::Text(text) if value::plain(text).contains("skol"));
        let of_school = || {
            self.columns.nouns().begin_with("skol")
                || self
                    .own(row)
                    .any(|(other, cell)| other != column && is_school(cell))
        };
        is_absence
            || !self.columns.repeats(column, cell)
                && !asks_for_reason(heading)
                && (hindrance == Some(Hindrance::OfAny) || of_school())
    }

    /// A reason why it was not held: that there is one says that it was not.
    fn reason(&self, at: (usize, usize), cell: &Cell) -> Option<Statement> {
        let written = value::text(cell);
        let none = !matches!(value::mark(cell), Parsed::Is(true) | Parsed::Not(_))
            || value::is_nil(&written, self.columns.nouns())
            || value::plain(&written).contains("aktuell")
            || self
                .text_state(cell)
                .is_some_and(|text_state| text_state.state == State::Held);
        let word = format!("{}: {written}", self.columns.heading(at.1));
        (!none).then(|| Statement::new(TextState::alone(State::CalledOff, word), false, at))
    }

    /// The state of a mark under a heading that is a state: «Genomförd», «Inställd».
    fn marked(&self, state: State, at: (usize, usize), cell: &Cell) -> Option<Statement> {
        let heading = self.columns.heading(at.1);
        let written = value::text(cell);
        let mark = match Mark::of(cell) {
            Mark::Other if columns::is_day(cell) => Mark::Yes,
            mark => mark,
        };
        match (state, mark) {
            (State::Held, Mark::Yes) => Some(Statement::new(
                TextState::alone(State::Held, heading),
                true,
                at,
            )),
            (State::Held, Mark::No) => {
                let word = format!("{heading}: {written}");
                Some(Statement::new(
                    TextState::alone(State::CalledOff, word),
                    true,
                    at,
                ))
            }
            (State::Held, Mark::Blank) => Some(Statement {
                unsaid: true,
                ..Statement::new(TextState::alone(State::CalledOff, heading), false, at)
            }),
            (State::CalledOff, Mark::Yes) => Some(Statement::new(
                TextState::alone(State::CalledOff, heading),
                true,
                at,
            )),
            _ => None,
        }
    }

    /// Whether a cell is about something other than the row's state: an answer, a number with a remark, a mark of who
    /// took part.
    fn is_elsewhere(&self, column: usize, cell: &Cell) -> bool {
        let mapping = self.task.mapping;
        let at = |asked: &Column| self.table.columns.get(asked) == Some(&column);
        let named = |name: &str| mapping.columns.get(name).is_some_and(at);
        let counted = named("count")
            || match &mapping.gives {
                Gives::Counts(counts) => counts.iter().any(|(_, asked)| at(asked)),
                _ => false,
            };
        named("answered")
            || mapping.partner_columns.values().flatten().any(at)
            || (counted && matches!(value::number(cell, true), Parsed::Is(_)))
    }

    /// The state in a cell's text, cached: a log repeats its texts.
    pub(super) fn text_state(&self, cell: &Cell) -> Option<TextState> {
        match cell {
            Cell::Text(text) => self.columns.text_state(text),
            _ => None,
        }
    }
}

/// Whether cells are mapped besides what says when, and all of them are blank.
fn is_blank(cells: &Cells<'_>) -> bool {
    let mut told = cells.besides_dates().peekable();
    told.peek().is_some() && told.all(|mapped| *mapped.cell == Cell::Empty)
}

/// Whether a heading asks why something was held, or to what end.
fn asks_for_reason(heading: &str) -> bool {
    let heading = value::plain(heading);
    ["orsak", "anledning", "skäl", "syfte", "varför", "reason"]
        .iter()
        .any(|stem| heading.contains(stem))
}

/// Whether a heading is about persons: who of them was ill says nothing of the row.
fn is_of_persons(heading: &str) -> bool {
    let heading = value::plain(heading);
    [
        "frånvar", "sjuk", "deltag", "närvar", "förhind", "personal", "ansvarig", "namn", "ledig",
    ]
    .iter()
    .any(|stem| heading.contains(stem))
}
