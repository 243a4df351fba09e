//! What a sheet's columns give: the mapping that reads it, but for the names of its activities.

use super::column::{CellKind, ColumnProfile};
use super::column_use::{ColumnUse, UnnamedMapping, is_in_hours};
use super::shape::SheetShape;
use super::synonyms;
use crate::gather::cell::Sheet;
use crate::gather::layout::periods;
use crate::model::agreement::{Column, Layout, Partner, RowFilter, Test};
use std::collections::BTreeMap;

/// More words than this are no kinds but descriptions.
const MOST_KINDS: usize = 6;

/// The mapping of a sheet, and what each of its columns is taken for.
pub(super) fn mapping(
    view: &SheetShape,
    sheet: &Sheet,
    partners: &[Partner],
) -> (Option<UnnamedMapping>, Vec<ColumnUse>) {
    let Some(layout) = view.layout else {
        return (None, vec![ColumnUse::Unused; view.columns.len()]);
    };
    let mut draft = MappingDraft {
        layout,
        uses: vec![ColumnUse::Unused; view.columns.len()],
        columns: &view.columns,
    };
    match layout {
        Layout::Months => draft.take_months(view, sheet),
        Layout::Log | Layout::Form => draft.take_occasions(partners),
        Layout::Statements => draft.take_fields(&["label", "status", "comment", "updated"]),
        Layout::Milestones => {
            draft.take_fields(&["stage", "step", "due", "done"]);
            draft.take_done();
        }
        Layout::Register => draft.take_fields(&["place", "from", "to"]),
    }
    match layout {
        Layout::Statements => draft.need_words("label"),
        Layout::Milestones => draft.need_words("step"),
        _ => {}
    }
    // Months as columns and years as rows: a sheet of months is about one year.
    let years = |seen: &ColumnProfile| {
        synonyms::field(&seen.heading.heading, seen.kind) == Some("year") && seen.values.len() > 1
    };
    if layout == Layout::Months && view.columns.iter().any(years) {
        return (None, draft.uses);
    }
    let unnamed = draft.finish();
    (unnamed, draft.uses)
}

pub(super) struct MappingDraft<'a> {
    pub(super) layout: Layout,
    pub(super) columns: &'a [ColumnProfile],
    pub(super) uses: Vec<ColumnUse>,
}

impl MappingDraft<'_> {
    pub(super) fn has(&self, field: &str) -> bool {
        self.uses
            .iter()
            .any(|known| *known == ColumnUse::Field(field.to_owned()))
    }

    pub(super) fn set(&mut self, index: usize, to: ColumnUse) {
        if let Some(place) = self.uses.get_mut(index) {
            *place = to;
        }
    }

    /// The columns that are not taken for anything yet.
    pub(super) fn free(&self) -> Vec<(usize, &ColumnProfile)> {
        let all = self.columns.iter().enumerate().zip(&self.uses);
        all.filter(|(_, known)| **known == ColumnUse::Unused)
            .map(|(column, _)| column)
            .collect()
    }

    /// Gives the fields of `wanted` (of all, if it is empty) to the columns that mean them, the first of equals.
    fn take_fields(&mut self, wanted: &[&str]) {
        for (index, seen) in self.columns.iter().enumerate() {
            let Some(field) = synonyms::field(&seen.heading.heading, seen.kind) else {
                continue;
            };
            if !self.has(field) && (wanted.is_empty() || wanted.contains(&field)) {
                self.set(index, ColumnUse::Field(field.to_owned()));
            }
        }
    }

    /// The column under «Klart», also where some steps have words there: «planeras».
    fn take_done(&mut self) {
        let done = |seen: &ColumnProfile| {
            synonyms::field(&seen.heading.heading, CellKind::Date) == Some("done")
        };
        let index = self
            .free()
            .into_iter()
            .find(|(_, seen)| done(seen))
            .map(|(index, _)| index);
        if let (false, Some(index)) = (self.has("done"), index) {
            self.set(index, ColumnUse::Field("done".to_owned()));
        }
    }

    /// The first column of words, where no heading says which one it is.
    fn need_words(&mut self, field: &str) {
        let words = self
            .free()
            .into_iter()
            .find(|(_, seen)| seen.kind == CellKind::Text)
            .map(|(index, _)| index);
        if let (false, Some(index)) = (self.has(field), words) {
            self.set(index, ColumnUse::Field(field.to_owned()));
        }
    }

    fn take_months(&mut self, view: &SheetShape, sheet: &Sheet) {
        let row = view.header.map_or(0, |(_, last)| last);
        let months: Vec<usize> = periods::columns(sheet, row, 0)
            .iter()
            .map(|period| period.column)
            .collect();
        for (index, seen) in self.columns.iter().enumerate() {
            if months.contains(&seen.at) {
                self.set(index, ColumnUse::Month);
            }
        }
        for (index, seen) in self.columns.iter().enumerate() {
            let field = synonyms::field(&seen.heading.heading, seen.kind);
            let field =
                field.filter(|field| ["type", "audience", "place", "partners"].contains(field));
            if let Some(field) = field.filter(|field| !self.has(field)) {
                self.set(index, ColumnUse::Field(field.to_owned()));
            }
        }
    }

    fn kinds(&self) -> Option<(Column, Vec<String>)> {
        let mut all = self.columns.iter().zip(&self.uses);
        let (seen, _) = all.find(|(_, known)| **known == ColumnUse::Field("type".to_owned()))?;
        let few =
            (2..=MOST_KINDS).contains(&seen.values.len()) && seen.filled >= 2 * seen.values.len();
        few.then(|| (seen.heading.clone(), seen.values.clone()))
    }

    fn finish(&self) -> Option<UnnamedMapping> {
        let all = || self.columns.iter().zip(&self.uses);
        let mut columns: BTreeMap<String, Column> = BTreeMap::new();
        let mut partner_columns: BTreeMap<String, Vec<Column>> = BTreeMap::new();
        let mut only_rows = Vec::new();
        for (seen, known) in all() {
            match known {
                ColumnUse::Field(field) => {
                    columns.insert(field.clone(), seen.heading.clone());
                }
                ColumnUse::Partner(partner) => partner_columns
                    .entry(partner.clone())
                    .or_default()
                    .push(seen.heading.clone()),
                ColumnUse::Filter => only_rows.push(filter(seen)),
                _ => {}
            }
        }
        let counted = || {
            all()
                .filter(|(_, known)| **known == ColumnUse::Counted)
                .map(|(seen, _)| seen)
        };
        let mut counts: Vec<Column> = counted().map(|seen| seen.heading.clone()).collect();
        let in_hours = counted().any(is_in_hours);
        if counts.len() == 1 {
            columns.extend(counts.pop().map(|count| ("count".to_owned(), count)));
        }
        let has = |fields: &[&str]| fields.iter().any(|field| columns.contains_key(*field));
        let whole = match self.layout {
            Layout::Months => true,
            Layout::Log | Layout::Form => {
                has(&["date", "week", "month", "year"]) || (has(&["case"]) && has(&["answered"]))
            }
            Layout::Statements => has(&["label"]) && has(&["status"]),
            Layout::Milestones => has(&["step"]),
            Layout::Register => has(&["place"]),
        };
        let layout = self.layout;
        let kinds = self
            .kinds()
            .filter(|_| layout == Layout::Log && counts.is_empty());
        whole.then_some(UnnamedMapping {
            layout,
            columns,
            partner_columns,
            only_rows,
            counts,
            in_hours,
            kinds,
        })
    }
}

/// Only rows that were held.
fn filter(seen: &ColumnProfile) -> RowFilter {
    let held: Vec<String> = seen
        .values
        .iter()
        .filter(|value| synonyms::means_held(value))
        .cloned()
        .collect();
    let test = if seen.kind == CellKind::Mark {
        Test::Marked(true)
    } else {
        Test::AnyOf(held)
    };
    RowFilter {
        column: Column {
            under: None,
            ..seen.heading.clone()
        },
        test,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gather::cell::Cell;
    use crate::gather::inspect::shape;

    #[test]
    fn the_column_of_steps_done_may_hold_words_too() {
        let row = |cells: [&str; 3]| {
            cells.map(|text| match text.parse() {
                Ok(day) => Cell::Date {
                    day: Some(day),
                    time: None,
                    serial: None,
                },
                Err(_) => Cell::Text(text.to_owned()),
            })
        };
        let rows = [
            ["Steg", "Klart senast", "Klart"],
            ["Struktur", "2026-03-31", "2026-03-20"],
            ["Utbildning", "2026-12-01", "planeras"],
        ];
        let sheet = Sheet {
            rows: rows.map(|cells| row(cells).to_vec()).to_vec(),
            ..Sheet::default()
        };
        let (found, _) = mapping(&shape::view(&sheet), &sheet, &[]);
        let columns = found.map(|found| found.columns.into_keys().collect::<Vec<_>>());
        assert_eq!(
            columns,
            Some(["done", "due", "step"].map(str::to_owned).to_vec())
        );
    }
}
