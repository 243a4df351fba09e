//! Reports that there was nothing.

use super::super::cells::Cells;
use super::super::table::TableRows;
use super::super::when::{self, OccasionDate};
use super::{Doubt, RowState};
use crate::gather::cell::Cell;
use crate::gather::value::{self, Parsed};
use crate::model::agreement::Layout;
use crate::model::finding::HeldDoubt;
use crate::model::quantity::Amount;

impl TableRows<'_> {
    /// «Inget att rapportera» in any cell.
    pub(super) fn reports_nothing(&self, row: usize, cells: &Cells<'_>) -> RowState {
        let when = self.when_columns();
        let strong =
            |cell: &Cell| matches!(cell, Cell::Text(text) if value::is_report_of_nothing(text));
        let heard = self.own(row).find(|(_, cell)| strong(cell));
        let Some((column, cell)) = heard.filter(|_| self.task.mapping.layout == Layout::Log) else {
            return RowState::Held;
        };
        let amounts = || {
            ["hours", "minutes"]
                .iter()
                .filter_map(|name| cells.field(name))
                .chain(cells.counted())
        };
        let some = |cell: &Cell| match value::number(cell, true) {
            Parsed::Blank | Parsed::Gap => false,
            Parsed::Is(number) => number
                .quantity
                .high()
                .is_none_or(|high| high > Amount::ZERO),
            _ => !strong(cell),
        };
        let word = value::text(cell);
        if amounts().any(|mapped| some(mapped.cell)) {
            return Doubt::of(HeldDoubt::Nothing, word, (row, column));
        }
        let exact = match when::when(cells, self.year_at(row)) {
            OccasionDate::Read { span, .. } => span.is_exact(),
            _ => false,
        };
        // On a single day somebody was there, and had nothing to report.
        let beside = self.own(row).any(|(other, cell)| {
            other != column && !when.contains(&other) && *cell != Cell::Empty && !strong(cell)
        });
        let zero = amounts()
            .next()
            .is_some_and(|mapped| *mapped.cell != Cell::Empty);
        if exact && beside && !zero {
            return Doubt::of(HeldDoubt::Nothing, word, (row, column));
        }
        RowState::Nothing
    }
}
