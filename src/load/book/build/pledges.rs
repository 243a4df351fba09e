//! Pledges, with what they are held against.

use super::{Build, condition, first_of};
use crate::load::book::among;
use crate::load::book::cell::Kind;
use crate::load::book::lexicon::Lexicon;
use crate::load::book::made::{Made, MadeTable};
use crate::load::book::plain::Plain;
use crate::load::book::tables::{SheetRow, Spot};

impl Build<'_> {
    pub(super) fn pledges(&mut self) {
        for row in self.rows("pledges") {
            let id = row
                .text("id", &self.lexicon)
                .map(|(id, _)| id)
                .unwrap_or_default();
            let table = self.row(row);
            self.pledges.push(id);
            self.root.add("pledge", table);
        }
    }

    pub(super) fn targets(&mut self) {
        for row in self.rows("targets") {
            let mut target = self.row(row);
            self.comparison(row, &mut target);
            Self::forms_of_their_own(&mut target, &self.lexicon);
            if let Some(pledge) = self.pledge(row) {
                pledge.add("target", target);
            }
        }
        for row in self.rows("conditions") {
            let role = row
                .text("@role", &self.lexicon)
                .map_or_else(|| "only".to_owned(), |(role, _)| role);
            let lexicon = self.lexicon;
            let table = self
                .target(row)
                .and_then(|target| target.table(&role, row.spot("@field")));
            let lost = table.and_then(|table| condition(table, row, &lexicon));
            self.unknown_of_condition(row, lost);
        }
        for row in self.rows("steps") {
            let step = Plain::Table(self.entries(row));
            if let Some(target) = self.target(row) {
                target.add_row("steps", (step, first_of(row)));
            }
        }
        for row in self.rows("notes") {
            let note = self.row(row);
            if let Some(pledge) = self.pledge(row) {
                pledge.add("note", note);
            }
        }
    }

    /// The columns that the comparisons share go with the one that is written.
    fn comparison(&self, row: SheetRow<'_>, target: &mut MadeTable) {
        let shared = [
            ("from", "@baseline_from"),
            ("to", "@baseline_to"),
            ("source", "@baseline_source"),
        ];
        let shared: Vec<(&str, Plain, Spot)> = shared
            .into_iter()
            .filter_map(|(key, column)| {
                let (cell, spot) = row.cell(column)?;
                let kind = if key == "source" {
                    Kind::Text
                } else {
                    Kind::Day
                };
                Some((key, kind.value(cell, &self.lexicon)?, spot))
            })
            .collect();
        for (key, made) in &mut target.entries {
            if !matches!(key.as_str(), "more_than" | "fewer_than" | "faster_than") {
                continue;
            }
            let Made::Value(value, spot) = made else {
                continue;
            };
            let is_counted = matches!(&*value, Plain::Text(word) if self.lexicon.means("book-word-reckoned", word));
            if shared.is_empty() && !is_counted {
                continue;
            }
            let mut table = MadeTable::at(*spot);
            if !is_counted {
                table.put("value", Made::Value(value.clone(), *spot));
            }
            for (key, value, spot) in &shared {
                table.put(key, Made::Value(value.clone(), *spot));
            }
            *made = Made::Table(table);
        }
    }

    /// `among` asks for a line of words for each of several fields; lengths may be numbers by their names.
    fn forms_of_their_own(target: &mut MadeTable, lexicon: &Lexicon<'_>) {
        let each = target.entries.iter().find_map(|(key, made)| match made {
            Made::Value(value, _) if key == "each" => Some(value),
            _ => None,
        });
        let by_line = among::is_by_line(each);
        for (key, made) in &mut target.entries {
            let Made::Value(Plain::Text(text), spot) = made else {
                continue;
            };
            let value = match key.as_str() {
                "among" => Some(among::value_of(text, by_line, lexicon)),
                "unit_minutes" => among::numbers(text),
                _ => None,
            };
            if let Some(value) = value {
                *made = Made::Value(value, *spot);
            }
        }
    }
}
