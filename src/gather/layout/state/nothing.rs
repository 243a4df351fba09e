//! Reports that there was nothing.
//!
//! A row for a month or a week that says so is a zero. On one day somebody who writes «inget att rapportera» beside a place was
//! there, and there was nothing to tell of it; without the place nobody may have been.

use super::super::cells::Cells;
use super::super::table::TableRows;
use super::row_state::{Doubt, RowState};
use crate::gather::cell::Cell;
use crate::gather::value::{self, Parsed};
use crate::model::agreement::Layout;
use crate::model::finding::HeldDoubt;
use crate::model::quantity::Amount;

/// What a column is about, by its heading.
#[derive(Clone, Copy, PartialEq, Eq)]
enum About {
    /// What was done, or how often.
    Doing,
    /// Whatever there is to remark.
    Remarks,
    /// Something else: «Skador».
    Other,
}

impl TableRows<'_> {
    /// «Inget att rapportera» in any cell.
    pub(super) fn reports_nothing(&self, row: usize, cells: &Cells<'_>) -> RowState {
        if self.task.mapping.layout != Layout::Log {
            return RowState::Held;
        }
        match self.own(row).find(|(_, cell)| is_report(cell)) {
            Some(heard) => self.reported(row, cells, heard, self.is_exact(row, cells)),
            None => self.has_none(row, cells),
        }
    }

    /// What a row is in which somebody has written that there is nothing to report.
    fn reported(
        &self,
        row: usize,
        cells: &Cells<'_>,
        (column, cell): (usize, &Cell),
        exact: bool,
    ) -> RowState {
        let when = &self.when;
        let word = value::text(cell);
        let besides = exact && value::says_more(&word);
        let lengths = ["hours", "minutes"]
            .iter()
            .filter_map(|name| cells.field(name));
        if exact && lengths.into_iter().any(|mapped| is_some(mapped.cell)) {
            return RowState::Held;
        }
        let mut counted = self.amounts(cells).peekable();
        let zero = counted
            .peek()
            .is_some_and(|mapped| *mapped.cell != Cell::Empty);
        if counted.any(|mapped| is_some(mapped.cell)) {
            return if besides {
                RowState::Held
            } else {
                Doubt::of(HeldDoubt::Nothing, word, (row, column))
            };
        }
        let beside = self.own(row).any(|(other, cell)| {
            other != column && !when.contains(&other) && *cell != Cell::Empty && !is_report(cell)
        });
        match (exact && !zero, beside, besides) {
            (true, true, true) => RowState::Held,
            (true, true, false) | (true, false, true) => {
                Doubt::of(HeldDoubt::Nothing, word, (row, column))
            }
            _ => RowState::Nothing,
        }
    }

    /// What a row is in which nothing is written but that there was none.
    fn has_none(&self, row: usize, cells: &Cells<'_>) -> RowState {
        if self
            .amounts(cells)
            .any(|mapped| *mapped.cell != Cell::Empty)
        {
            return RowState::Held;
        }
        let when = &self.when;
        let filled = self
            .own(row)
            .filter(|(column, cell)| !when.contains(column) && **cell != Cell::Empty);
        let mut none: Vec<(usize, &Cell, About)> = Vec::new();
        let mut gaps = Vec::new();
        let mut others = false;
        for (column, cell) in filled {
            let about = self.about(column);
            if self.is_none(cell, about) {
                none.push((column, cell, about));
            } else {
                let gap = matches!(value::number(cell, true), Parsed::Gap);
                others |= !gap;
                if gap && about == About::Doing {
                    gaps.push((column, cell, about));
                }
            }
        }
        if none.is_empty() && (others || gaps.is_empty()) {
            return RowState::Held;
        }
        let exact = self.is_exact(row, cells);
        // A dash for a month says that there was none; beside a day it says nothing.
        none.extend(gaps.into_iter().filter(|_| !exact));
        let doing = none.iter().find(|(.., about)| *about == About::Doing);
        let Some((column, cell, about)) = doing.or(none.first()).copied() else {
            return RowState::Held;
        };
        match (exact, others, about) {
            (_, false, About::Doing) => RowState::Nothing,
            (false, false, _) | (false, true, About::Doing) => {
                let word = value::text(cell);
                Doubt::of(HeldDoubt::Nothing, word, (row, column))
            }
            _ => RowState::Held,
        }
    }

    fn is_none(&self, cell: &Cell, about: About) -> bool {
        match cell {
            Cell::Number(number) => *number == 0.0,
            Cell::Text(text) => {
                value::is_nil(text, self.columns.nouns())
                    || about == About::Doing && matches!(value::mark(cell), Parsed::Is(false))
            }
            _ => false,
        }
    }

    fn amounts<'c>(
        &self,
        cells: &'c Cells<'_>,
    ) -> impl Iterator<Item = super::super::cells::MappedCell<'c>> + use<'c> {
        ["hours", "minutes"]
            .into_iter()
            .filter_map(|name| cells.field(name))
            .chain(cells.counted())
    }

    fn about(&self, column: usize) -> About {
        let heading = value::plain(self.columns.heading(column));
        let heading = heading.trim_end_matches([':', '.', '?']);
        if value::names_activity(heading, self.columns.nouns()) || DOING.contains(&heading) {
            return About::Doing;
        }
        match heading.is_empty() || REMARKS.contains(&heading) {
            true => About::Remarks,
            false => About::Other,
        }
    }
}

const DOING: &[&str] = &[
    "vad",
    "vad har gjorts",
    "vad gjordes",
    "vad har ni gjort",
    "vad hände",
    "vad har hänt",
    "genomfört",
    "genomförda",
    "gjort",
    "åtgärd",
    "åtgärder",
    "beskrivning",
    "innehåll",
    "antal",
    "antal st",
    "antal gånger",
    "rapport",
    "redovisning",
    "what",
    "done",
    "description",
    "number",
    "count",
    "report",
];

const REMARKS: &[&str] = &[
    "anm",
    "anmärkning",
    "anmärkningar",
    "kommentar",
    "kommentarer",
    "notering",
    "noteringar",
    "övrigt",
    "resultat",
    "utfall",
    "comment",
    "comments",
    "notes",
    "remarks",
];

fn is_report(cell: &Cell) -> bool {
    matches!(cell, Cell::Text(text) if value::is_report_of_nothing(text))
}

/// Whether a counted cell says that there was something.
fn is_some(cell: &Cell) -> bool {
    match value::number(cell, true) {
        Parsed::Blank | Parsed::Gap => false,
        Parsed::Is(number) => number
            .quantity
            .high()
            .is_none_or(|high| high > Amount::ZERO),
        _ => !is_report(cell),
    }
}
