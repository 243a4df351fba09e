//! What a row says of itself by all its cells, mapped or not, and by its dress: held, planned, called off, struck through, a
//! report of nothing, a template's sample, not yet written.
//!
//! It is certain where the word is the whole cell, stands in a column of statuses, or is true of every row under a title;
//! inside a sentence it makes the row doubtful, which is told.

mod columns;
mod nothing;
mod titles;
mod unwritten;

use super::cells::{Cells, WHEN};
use super::table::TableRows;
use super::task::SheetTask;
use super::when::{self, OccasionDate};
use crate::gather::cell::{Cell, cell_name};
use crate::gather::value::{self, Parsed, Said, State};
use crate::model::agreement::{Column, Gives};
use crate::model::finding::{Finding, FindingKind, HeldDoubt};
use columns::{ColumnNature, Mark};

pub(super) use columns::Columns;
pub(super) use titles::Titles;

/// More words than this are a remark, also in a column of statuses.
const LONGEST_STATUS: usize = 2;

/// What is not held for certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unheld {
    /// Planned or called off.
    Planned,
    /// Struck through.
    Withdrawn,
    /// A template's sample.
    Sample,
    /// Nobody has written in it.
    Unwritten,
}

/// What a row is by its words and its dress.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum RowState {
    /// Nothing speaks against it.
    Held,
    /// Certainly no activity.
    Not(Unheld),
    /// A report that there was nothing.
    Nothing,
    /// It may not have been held.
    Perhaps(Doubt),
}

/// Why a row may not have been held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Doubt {
    /// In what way.
    pub(super) state: HeldDoubt,
    /// The word that makes it doubtful.
    pub(super) word: String,
    /// Where it stands.
    pub(super) at: (usize, usize),
}

impl Doubt {
    fn of(state: HeldDoubt, word: impl Into<String>, at: (usize, usize)) -> RowState {
        let word = word.into();
        RowState::Perhaps(Doubt { state, word, at })
    }

    /// What is to be told of a row that is told of at `anchor`.
    pub(super) fn finding(&self, rows: &TableRows<'_>, anchor: (usize, usize)) -> Finding {
        let kind = FindingKind::PerhapsNotHeld {
            state: self.state,
            word: self.word.clone(),
            at: cell_name(self.at.0, self.at.1),
        };
        rows.task.finding(kind, anchor)
    }
}

/// Tells of a figure that is struck through.
pub(super) fn withdrawn(task: &SheetTask<'_>, at: (usize, usize)) -> Finding {
    let (word, cell) = (
        value::text(task.sheet.cell(at.0, at.1)),
        cell_name(at.0, at.1),
    );
    let state = HeldDoubt::Withdrawn;
    task.finding(
        FindingKind::PerhapsNotHeld {
            state,
            word,
            at: cell,
        },
        at,
    )
}

impl TableRows<'_> {
    /// What a row says of itself.
    pub(super) fn state(&self, row: usize, cells: &Cells<'_>) -> RowState {
        let withdrawn = self.struck(row, cells);
        if withdrawn != RowState::Held {
            return withdrawn;
        }
        if self.is_unwritten(row) {
            return RowState::Not(Unheld::Unwritten);
        }
        let sample = self.sample(row, cells);
        if sample != RowState::Held {
            return sample;
        }
        let told = self.told(row, cells);
        if told != RowState::Held {
            return told;
        }
        self.reports_nothing(row, cells)
    }

    /// A row that is struck through; or a day or a number that is.
    fn struck(&self, row: usize, cells: &Cells<'_>) -> RowState {
        let struck = &self.task.sheet.struck;
        if struck.is_empty() {
            return RowState::Held;
        }
        let filled = self.own(row).filter(|(_, cell)| **cell != Cell::Empty);
        let (gone, there): (Vec<usize>, Vec<usize>) = filled
            .map(|(column, _)| column)
            .partition(|column| struck.contains(&(row, *column)));
        if gone.is_empty() {
            return RowState::Held;
        }
        if there.is_empty() {
            return RowState::Not(Unheld::Withdrawn);
        }
        let deciding = WHEN
            .iter()
            .chain(&["hours", "minutes", "count", "until", "time"])
            .filter_map(|name| cells.field(name))
            .chain(cells.counted())
            .map(|mapped| mapped.at)
            .find(|at| at.0 == row && gone.contains(&at.1));
        match deciding {
            Some(at) => {
                let word = value::text(self.task.sheet.cell(at.0, at.1));
                Doubt::of(HeldDoubt::Withdrawn, word, at)
            }
            None => RowState::Held,
        }
    }

    /// A sample row of a template, or one that may be.
    fn sample(&self, row: usize, cells: &Cells<'_>) -> RowState {
        let when = self.when_columns();
        let mut found = None;
        let mut others = 0;
        for (column, cell) in self.own(row) {
            match self.said(cell) {
                Some(said) if said.state == State::Sample => {
                    found.get_or_insert((said.word, (row, column)));
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
            RowState::Not(Unheld::Sample)
        } else {
            Doubt::of(HeldDoubt::Sample, word, at)
        }
    }

    /// What the words of the row, of its columns and of the title over it say.
    fn told(&self, row: usize, cells: &Cells<'_>) -> RowState {
        let mut whole: Option<Statement> = None;
        let mut perhaps: Option<Statement> = None;
        let mut held = false;
        for (column, cell) in self.own(row) {
            let Some(statement) = self.statement(row, column, cell, cells) else {
                continue;
            };
            match (statement.said.state, statement.certain) {
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
            (None, Some(title), _) if held => self.doubted(cells, &title),
            (None, Some(title), _) => self.certain(row, cells, &title),
            (None, None, Some(statement)) if !held => self.doubted(cells, &statement),
            _ => RowState::Held,
        }
    }

    /// A statement beyond doubt; but a planned day that has passed is asked for.
    fn certain(&self, row: usize, cells: &Cells<'_>, statement: &Statement) -> RowState {
        let past = match when::when(cells, self.year_at(row)) {
            OccasionDate::Read { span, .. } => span.from <= self.task.as_of,
            _ => false,
        };
        match statement.said.state {
            State::Planned if past && !statement.contrasted => self.doubted(cells, statement),
            _ => RowState::Not(Unheld::Planned),
        }
    }

    fn doubted(&self, cells: &Cells<'_>, statement: &Statement) -> RowState {
        // A request that is answered by a plan is a request all the same.
        if self.is_request(cells) {
            return RowState::Held;
        }
        let state = match statement.said.state {
            State::Planned => HeldDoubt::Planned,
            _ if statement.unsaid => HeldDoubt::Unsaid,
            _ => HeldDoubt::CalledOff,
        };
        Doubt::of(state, statement.said.word.as_str(), statement.at)
    }

    fn is_request(&self, cells: &Cells<'_>) -> bool {
        cells.field("answered").is_some() || cells.field("request").is_some()
    }

    /// What one cell says of its row.
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
        let Cell::Text(text) = cell else { return None };
        let Some(said) = self.said(cell) else {
            // «Uteblev», «Bokad»: how the row stands, in a word that is not known.
            let is_unknown = self.columns.is_only_states(column) && Mark::of(cell) != Mark::Yes;
            let said = Said::alone(State::CalledOff, text.trim());
            return (is_unknown && said.word.split_whitespace().count() <= LONGEST_STATUS)
                .then(|| Statement::new(said, false, at));
        };
        if said.state == State::Sample || self.is_elsewhere(column, cell) {
            return None;
        }
        let mapped = self.columns.is_mapped(column);
        let of_kind = nature == ColumnNature::Kinds;
        if said.state == State::Held {
            let certain = said.whole && nature == ColumnNature::Statuses;
            return Some(Statement::new(said, certain, at));
        }
        if of_kind && said.state == State::Planned
            || said.attribute && self.columns.repeats(column, cell)
        {
            return None;
        }
        let status = nature == ColumnNature::Statuses;
        let certain = said.whole || (status && !said.contrast && !said.attribute);
        if self.is_request(cells) && !(mapped && said.state == State::CalledOff && certain) {
            return None;
        }
        Some(Statement::new(said, certain, at))
    }

    /// What a mark says under a heading that is a state itself: «Genomförd», «Inställd».
    fn marked(&self, state: State, at: (usize, usize), cell: &Cell) -> Option<Statement> {
        let heading = self.columns.heading(at.1);
        let written = value::text(cell);
        match (state, Mark::of(cell)) {
            (State::Held, Mark::Yes) => {
                Some(Statement::new(Said::alone(State::Held, heading), true, at))
            }
            (State::Held, Mark::No) => {
                let word = format!("{heading}: {written}");
                Some(Statement::new(
                    Said::alone(State::CalledOff, word),
                    true,
                    at,
                ))
            }
            (State::Held, Mark::Blank) => Some(Statement {
                unsaid: true,
                ..Statement::new(Said::alone(State::CalledOff, heading), false, at)
            }),
            (State::CalledOff, Mark::Yes) => Some(Statement::new(
                Said::alone(State::CalledOff, heading),
                true,
                at,
            )),
            _ => None,
        }
    }

    /// Whether a cell's words are about something else than whether the row was held: an answer, a number with a remark, a mark
    /// of who took part.
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

    /// The columns that say when.
    pub(super) fn when_columns(&self) -> Vec<usize> {
        let columns = &self.task.mapping.columns;
        WHEN.iter()
            .filter_map(|name| self.table.columns.get(columns.get(*name)?).copied())
            .collect()
    }

    /// What a cell's text says, remembered: a log says the same over and over.
    pub(super) fn said(&self, cell: &Cell) -> Option<Said> {
        match cell {
            Cell::Text(text) => self.columns.said(text),
            _ => None,
        }
    }
}

/// What a cell or a title says of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Statement {
    said: Said,
    certain: bool,
    at: (usize, usize),
    /// Whether the other state stands on the sheet as well: what is planned is told apart from what was held.
    contrasted: bool,
    /// Whether it is a blank that says it.
    unsaid: bool,
}

impl Statement {
    fn new(said: Said, certain: bool, at: (usize, usize)) -> Statement {
        Statement {
            said,
            certain,
            at,
            contrasted: false,
            unsaid: false,
        }
    }
}
