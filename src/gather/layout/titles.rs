//! Titles over tables: figures under «Mål 2025» or «Budget» are there to compare with «Utfall 2025» below.

use chrono::Datelike;

use super::filter;
use super::result::MappingResult;
use super::table::{RowKind, TableRows};
use crate::gather::cell::{Cell, YEARS};
use crate::gather::{header, value};
use crate::model::agreement::Layout;
use crate::model::finding::FindingKind;
use crate::model::quantity::Truth;

/// A table or a part of one, from its header on.
struct Section {
    rows: Vec<usize>,
    /// The title that makes it a comparison, and its cell.
    compared: Option<((usize, usize), String)>,
}

impl TableRows<'_> {
    /// Leaves out tables to compare with; where there is no other table, their rows count from zero to their numbers,
    /// with a finding.
    pub(super) fn settle_titles(&mut self, result: &mut MappingResult) {
        if !matches!(self.task.mapping.layout, Layout::Log | Layout::Months) {
            return;
        }
        let mut sections = vec![Section {
            rows: Vec::new(),
            compared: self.comparing_title(self.table.first),
        }];
        for (row, kind) in &self.kinds {
            match kind {
                RowKind::Data { .. } | RowKind::Total => {
                    sections
                        .last_mut()
                        .into_iter()
                        .for_each(|section| section.rows.push(*row));
                }
                // The same headings once more without a title go on with the same table.
                RowKind::Skipped if self.heads(*row) && self.title(*row).is_some() => {
                    sections.push(Section {
                        rows: Vec::new(),
                        compared: self.comparing_title(*row),
                    });
                }
                _ => {}
            }
        }
        let other = sections
            .iter()
            .any(|section| section.compared.is_none() && !section.rows.is_empty());
        for Section { rows, compared } in sections {
            let Some((at, title)) = compared.filter(|_| !rows.is_empty()) else {
                continue;
            };
            if !other {
                let kind = FindingKind::PerhapsComparison { text: title };
                result.findings.push(self.task.finding(kind, at));
            }
            for row in rows {
                let kind = match self.kinds.get(&row) {
                    Some(RowKind::Data { .. }) if !other => {
                        match filter::fits(self.task, &self.cells(row), self.year_at(row).year) {
                            Truth::No => RowKind::LeftOut,
                            _ => RowKind::Data { perhaps: true },
                        }
                    }
                    _ => RowKind::Skipped,
                };
                self.kinds.insert(row, kind);
            }
        }
    }

    /// The title close above a header, if it names a goal, a plan or another year.
    fn comparing_title(&self, header: usize) -> Option<((usize, usize), String)> {
        let ((row, column), cell) = self.title(header)?;
        if let Some(year) = value::bare_year(cell)
            && self.is_of_other_years(header, year)
        {
            return Some(((row, column), value::text(cell)));
        }
        let Cell::Text(text) = cell else {
            return None;
        };
        // «Mål: 40 per år» tells what the goal is, and is over no goals.
        let tells_number = text
            .split(|sign: char| !sign.is_ascii_digit())
            .filter_map(|digits| digits.parse::<i32>().ok())
            .any(|number| !YEARS.contains(&number));
        let compared =
            !tells_number && value::comparison_label(text).is_some_and(|label| label.is_whole);
        let is_title = (compared || value::is_planned_heading(text)) && !value::is_outcome(text);
        is_title.then(|| ((row, column), text.clone()))
    }

    /// What stands alone on the row close above a header.
    fn title(&self, header: usize) -> Option<((usize, usize), &Cell)> {
        let sheet = self.task.sheet;
        let blank = usize::from(header > 0 && header::is_blank(sheet, header - 1));
        let row = header.checked_sub(1 + blank)?;
        let (column, cell) = sheet.alone(row)?;
        Some(((row, column), cell))
    }

    /// Whether the days in a header are all of other years than its title says: those of a table that was copied.
    fn is_of_other_years(&self, header: usize, year: i32) -> bool {
        let cells = self.task.sheet.rows.get(header).into_iter().flatten();
        let mut days = cells
            .filter_map(|cell| value::field(cell, None).date)
            .map(|span| span.from)
            .peekable();
        days.peek().is_some() && days.all(|day| day.year() != year)
    }
}
