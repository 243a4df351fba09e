//! The cells of one sheet, as they come.

use super::convert::{folded, text_cell};
use super::fault::{Fault, MOST_CELLS};
use super::formatting::SheetFormatting;
use crate::gather::cell::{Cell, Sheet};
use calamine::Dimensions;
use std::collections::BTreeSet;

/// The cells of a sheet, row by row. Most formats give them in order; one that comes twice is the last.
#[derive(Default)]
pub(super) struct Grid {
    rows: Vec<Vec<Cell>>,
    /// How many cells the rows hold, empty ones between others too.
    held: usize,
    /// Where a formula gave an empty text: calculated, and blank.
    pub(super) empty_results: BTreeSet<(u32, u32)>,
    /// Where formulas are.
    formulas: Vec<(usize, usize)>,
}

impl Grid {
    pub(super) fn put(&mut self, (row, column): (u32, u32), cell: Cell) -> Result<(), Fault> {
        if cell == Cell::Empty {
            return Ok(());
        }
        let (row, column) = (row as usize, column as usize);
        if row >= self.rows.len() {
            // Rows are alike, as a rule.
            let width = self.rows.last().map_or(0, Vec::len);
            self.rows.resize_with(row + 1, Vec::new);
            if let Some(begun) = self.rows.last_mut() {
                begun.reserve_exact(width);
            }
        }
        let Some(cells) = self.rows.get_mut(row) else {
            return Err(Fault::TooLarge);
        };
        if column >= cells.len() {
            self.held = self.held.saturating_add(column + 1 - cells.len());
            if self.held > MOST_CELLS {
                return Err(Fault::TooLarge);
            }
            cells.resize(column, Cell::Empty);
            cells.push(cell);
        } else if let Some(there) = cells.get_mut(column) {
            *there = cell;
        }
        Ok(())
    }

    pub(super) fn put_if_missing(&mut self, place: (u32, u32), cell: Cell) -> Result<(), Fault> {
        let there = self.rows.get(place.0 as usize);
        match there.and_then(|cells| cells.get(place.1 as usize)) {
            None | Some(Cell::Empty) => self.put(place, cell),
            Some(_) => Ok(()),
        }
    }

    /// Enters that a formula is there.
    pub(super) fn put_formula(&mut self, (row, column): (u32, u32)) {
        self.formulas.push((row as usize, column as usize));
    }

    pub(super) fn into_sheet(
        mut self,
        name: &str,
        hidden: bool,
        formatting: SheetFormatting,
    ) -> Result<Sheet, Fault> {
        for (place, error) in formatting.errors {
            self.put(place, Cell::Error(error))?;
        }
        for (place, text) in formatting.texts {
            self.put(place, text_cell(&text))?;
        }
        for range in &formatting.merged {
            self.hide_under(range);
        }
        let corners = |range: &Dimensions| {
            (
                range.start.0 as usize,
                range.start.1 as usize,
                range.end.0 as usize,
                range.end.1 as usize,
            )
        };
        let merged = formatting.merged.iter().map(corners).collect();
        let (hidden_ranges, colours) = (formatting.hidden_ranges, formatting.colours);
        Ok(Sheet {
            name: folded(name),
            hidden,
            rows: self.rows,
            merged,
            hidden_ranges,
            colours,
            struck: formatting.struck,
            per_cent: formatting.per_cent,
            formulas: self.formulas.into_iter().collect(),
            colours_known: false,
        })
    }

    /// Removes what is hidden under a merged range: only its first cell is shown. A row ends with its last cell, and the sheet
    /// with its last row.
    fn hide_under(&mut self, range: &Dimensions) {
        let (from, to) = (range.start, range.end);
        if to < from {
            return;
        }
        let mut emptied = false;
        let rows = self.rows.iter_mut().enumerate().skip(from.0 as usize);
        for (row, cells) in rows.take((to.0 - from.0) as usize + 1) {
            let columns = cells.iter_mut().enumerate().skip(from.1 as usize);
            let width = (to.1 as usize + 1).saturating_sub(from.1 as usize);
            for (column, cell) in columns.take(width) {
                if (row, column) != (from.0 as usize, from.1 as usize) && *cell != Cell::Empty {
                    *cell = Cell::Empty;
                    emptied = true;
                }
            }
            while cells.last() == Some(&Cell::Empty) {
                cells.pop();
            }
        }
        if emptied {
            while self.rows.last().is_some_and(Vec::is_empty) {
                self.rows.pop();
            }
        }
    }
}
