//! Rows and figures that are struck through.

use super::super::cells::{Cells, WHEN};
use super::super::table::TableRows;
use super::super::task::SheetTask;
use super::row_state::{Doubt, NotHeld, RowState};
use crate::gather::cell::{Cell, cell_name};
use crate::gather::value;
use crate::model::finding::{Finding, FindingKind, HeldDoubt};

/// Tells of a figure that is struck through.
pub(in crate::gather::layout) fn withdrawn(task: &SheetTask<'_>, at: (usize, usize)) -> Finding {
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
    /// A row that is struck through; or a day or a number that is.
    pub(super) fn struck(&self, row: usize, cells: &Cells<'_>) -> RowState {
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
            return RowState::Not(NotHeld::Withdrawn);
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
}
