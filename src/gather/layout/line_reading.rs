//! Reading the rows of a table as lines of figures.

use super::cells::WHEN;
use super::lines::{LONGEST, Label, Line, LineRole, Own};
use super::periods;
use super::table::{RowKind, TableRows};
use super::when::{self, OccasionDate};
use crate::gather::cell::Cell;
use crate::gather::value::{self, Number, Parsed};
use crate::model::agreement::{Gives, Layout};
use crate::model::quantity::Amount;
use crate::model::span::DateSpan;
use std::collections::HashMap;
use std::ops::RangeInclusive;
use std::rc::Rc;

impl TableRows<'_> {
    /// The rows of figures, by part of the sheet.
    pub(super) fn lines(&self) -> Vec<Vec<Line>> {
        let columns = self.number_columns();
        let breadth = self.breadth();
        let mut known = HashMap::new();
        let mut parts = vec![Vec::new()];
        if columns.is_empty() {
            return parts;
        }
        for (row, kind) in &self.kinds {
            match kind {
                RowKind::Data { .. } | RowKind::Total => {
                    if let Some(part) = parts.last_mut() {
                        part.push(self.line(*row, *kind, &columns, &breadth, &mut known));
                    }
                }
                RowKind::Skipped if self.begins_part(*row) => {
                    parts.push(Vec::new());
                }
                _ => {}
            }
        }
        parts
    }

    /// Whether a row begins a part whose figures are of another time. The same header once more, as printed pages have it,
    /// begins none.
    fn begins_part(&self, row: usize) -> bool {
        let sheet = self.task.sheet;
        let months = |row: usize| {
            let found = periods::columns(sheet, row, row);
            let months = found
                .iter()
                .map(|month| (month.column, month.part, month.year));
            months.collect::<Vec<_>>()
        };
        let same = || match self.task.mapping.layout {
            Layout::Months => periods::row(sheet).is_some_and(|(first, _)| {
                let first = months(first);
                months(row).iter().all(|month| first.contains(month))
            }),
            _ => self.repeats_header(row),
        };
        self.later_years.contains_key(&row) || (self.heads(row) && !same())
    }

    /// The year that a row of months has as its label.
    fn own_year(&self, row: usize, columns: &[usize]) -> Own {
        let first = columns.first().copied().unwrap_or(0);
        let mut labels = (0..first).map(|column| self.task.filled.cell(row, column));
        let year = labels.find_map(value::bare_year).and_then(DateSpan::year);
        year.map_or(Own::Undated, Own::Span)
    }

    /// The counted columns.
    pub(super) fn number_columns(&self) -> Vec<usize> {
        let mapping = self.task.mapping;
        let places = |column| self.table.columns.get(column).copied();
        match (mapping.layout, &mapping.gives) {
            (Layout::Months, _) => periods::row(self.task.sheet)
                .map(|(_, months)| months.iter().map(|month| month.column).collect())
                .unwrap_or_default(),
            (_, Gives::Counts(counts)) => counts
                .iter()
                .filter_map(|(_, column)| places(column))
                .collect(),
            _ => mapping
                .columns
                .get("count")
                .and_then(places)
                .into_iter()
                .collect(),
        }
    }

    fn line(
        &self,
        row: usize,
        kind: RowKind,
        columns: &[usize],
        breadth: &RangeInclusive<usize>,
        known: &mut HashMap<String, Rc<Label>>,
    ) -> Line {
        let sheet = self.task.sheet;
        let hours = self
            .task
            .mapping
            .activities()
            .any(|activity| self.task.in_hours(activity));
        let read = |column: &usize| {
            let cell = sheet.cell(row, *column);
            match if hours {
                value::hours(cell)
            } else {
                value::number(cell, true)
            } {
                Parsed::Is(Number { quantity, .. }) if quantity.is_exact() => {
                    Ok(Some(quantity.low()))
                }
                Parsed::Blank | Parsed::Gap => Ok(None),
                _ => Err(()),
            }
        };
        let numbers: Vec<Result<Option<Amount>, ()>> = columns.iter().map(read).collect();
        let is_part = |column: &usize| {
            let number = value::number(sheet.cell(row, *column), false).is();
            let number = number.map(|number| number.quantity);
            number.is_some_and(|number| number.is_exact() && !number.low().is_whole())
        };
        // As a number of whole things none of them is exact.
        let of_parts = columns
            .iter()
            .zip(&numbers)
            .filter(|(column, number)| !hours && number.is_err() && is_part(column))
            .count();
        let cells = self.cells(row);
        let own = match when::when(&cells, self.year_at(row)) {
            OccasionDate::Read { span, .. } if self.task.mapping.layout == Layout::Log => {
                Own::Span(span)
            }
            _ if self.task.mapping.layout == Layout::Months => self.own_year(row, columns),
            _ => Own::Undated,
        };
        let dates: Vec<usize> = WHEN
            .iter()
            .filter_map(|name| cells.field(name))
            .filter(|_| own != Own::Undated)
            .map(|mapped| mapped.at.1)
            .collect();
        // What stands beside the table says nothing of a row that says when it was.
        let last = match own {
            Own::Span(_) => self.table.right,
            Own::Undated => *breadth.end(),
        };
        let labelled = (0..=last)
            .filter(|column| breadth.contains(column) || *column < self.table.left)
            .filter(|column| !columns.contains(column) && !dates.contains(column));
        let mut label_at = None;
        let mut labels = Vec::new();
        let mut named = 0;
        for column in labelled {
            let Cell::Text(text) = self.task.filled.cell(row, column) else {
                continue;
            };
            if text.len() <= LONGEST {
                label_at = label_at.or(Some((row, column)));
                let label = match known.get(text) {
                    Some(label) => Rc::clone(label),
                    None => {
                        let label = Rc::new(Label::of(text));
                        known.insert(text.clone(), Rc::clone(&label));
                        label
                    }
                };
                labels.push(label);
                named += usize::from(self.table.columns.values().any(|at| *at == column));
            }
        }
        Line {
            row,
            of_parts,
            unread: (0..numbers.len())
                .filter(|column| numbers.get(*column).is_some_and(Result::is_err))
                .collect(),
            numbers: numbers
                .into_iter()
                .map(|number| number.unwrap_or_default())
                .collect(),
            label_at,
            labels,
            named,
            own,
            role: if kind == RowKind::Total {
                LineRole::Sum
            } else {
                LineRole::Data
            },
            was_total: kind == RowKind::Total,
        }
    }
}
