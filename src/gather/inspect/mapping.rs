//! What a sheet's columns give: the mapping that reads it, but for the names of its activities.

use super::column::{CellKind, ColumnProfile};
use super::column_use::{ColumnUse, OtherReading, UnnamedMapping, is_in_hours};
use super::shape::SheetShape;
use super::surroundings::Surroundings;
use super::{naming, synonyms};
use crate::gather::cell::{Cell, Sheet};
use crate::gather::layout::periods;
use crate::model::agreement::{Column, Layout, RowFilter, Test};
use std::collections::BTreeMap;

/// More words than this are no kinds but descriptions.
const MOST_KINDS: usize = 6;

/// The mapping of a sheet, and what each of its columns is taken for.
pub(super) fn mapping(
    view: &SheetShape,
    sheet: &Sheet,
    beside: &Surroundings<'_>,
) -> (Option<UnnamedMapping>, Vec<ColumnUse>) {
    let (mut unnamed, uses) = of_shape(view, sheet, beside);
    if let (Some(unnamed), Some((reading, other))) = (&mut unnamed, &view.other) {
        let (other, _) = of_shape(other, sheet, beside);
        unnamed.others.extend(other.map(|other| (*reading, other)));
    }
    (unnamed, uses)
}

fn of_shape(
    view: &SheetShape,
    sheet: &Sheet,
    beside: &Surroundings<'_>,
) -> (Option<UnnamedMapping>, Vec<ColumnUse>) {
    let Some(layout) = view.layout else {
        return (None, vec![ColumnUse::Unused; view.columns.len()]);
    };
    let mut draft = MappingDraft {
        layout,
        uses: vec![ColumnUse::Unused; view.columns.len()],
        columns: &view.columns,
        perhaps: None,
    };
    match layout {
        Layout::Months => draft.take_months(view, sheet),
        Layout::Log | Layout::Form => draft.take_occasions(beside),
        Layout::Statements => draft.take_fields(&["label", "status", "comment", "updated"]),
        Layout::Milestones => draft.take_steps(),
        Layout::Register => draft.take_places(),
    }
    if layout == Layout::Statements {
        draft.need_words("label");
    }
    let unnamed = draft.finish(kept(view, sheet, &draft));
    (unnamed, draft.uses)
}

/// Whether something stands in most of the weeks or months that a sheet lists, up to the last that has anything.
fn kept(view: &SheetShape, sheet: &Sheet, draft: &MappingDraft<'_>) -> bool {
    let at = |wanted: &dyn Fn(&ColumnUse) -> bool| -> Vec<usize> {
        let all = draft.columns.iter().zip(&draft.uses);
        all.filter(|(_, known)| wanted(known))
            .map(|(seen, _)| seen.at)
            .collect()
    };
    let is_time = |known: &ColumnUse| matches!(known, ColumnUse::Field(field) if field == "week" || field == "month");
    let times = at(&is_time);
    let tells = at(&|known| *known != ColumnUse::Unused && !is_time(known));
    let Some((_, last)) = view
        .header
        .filter(|_| !times.is_empty() && !tells.is_empty())
    else {
        return true;
    };
    let filled = |row: usize, columns: &[usize]| {
        columns
            .iter()
            .any(|column| *sheet.cell(row, *column) != Cell::Empty)
    };
    let listed: Vec<bool> = (last + 1..sheet.rows.len())
        .filter(|row| filled(*row, &times))
        .map(|row| filled(row, &tells))
        .collect();
    let until = listed
        .iter()
        .rposition(|is_filled| *is_filled)
        .map_or(0, |last| last + 1);
    let told = listed
        .iter()
        .take(until)
        .filter(|is_filled| **is_filled)
        .count();
    told * 4 >= until * 3
}

pub(super) struct MappingDraft<'a> {
    pub(super) layout: Layout,
    pub(super) columns: &'a [ColumnProfile],
    pub(super) uses: Vec<ColumnUse>,
    /// A column that may say how many a row is.
    pub(super) perhaps: Option<usize>,
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
    pub(super) fn take_fields(&mut self, wanted: &[&str]) {
        for (index, seen) in self.columns.iter().enumerate() {
            let Some(field) = synonyms::field(&seen.heading.heading, seen.kind) else {
                continue;
            };
            if !self.has(field) && (wanted.is_empty() || wanted.contains(&field)) {
                self.set(index, ColumnUse::Field(field.to_owned()));
            }
        }
    }

    /// The first column of words, where no heading says which one it is.
    pub(super) fn need_words(&mut self, field: &str) {
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
        // A row of months is a kind in itself; a row of a log says its kind again and again.
        let times = if self.layout == Layout::Months { 1 } else { 2 };
        let few = (2..=MOST_KINDS).contains(&seen.values.len())
            && seen.filled >= times * seen.values.len();
        few.then(|| (seen.heading.clone(), seen.values.clone()))
    }

    fn finish(&self, is_kept: bool) -> Option<UnnamedMapping> {
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
                has(&["date", "week", "month", "year"])
                    || (has(&["case"]) && has(&["answered", "done"]))
            }
            Layout::Statements => has(&["label"]) && has(&["status"]),
            Layout::Milestones => has(&["step"]),
            Layout::Register => has(&["place"]),
        };
        let layout = self.layout;
        if !whole {
            return None;
        }
        let headings = self
            .columns
            .iter()
            .map(|seen| seen.heading.heading.as_str());
        let mut unnamed = UnnamedMapping {
            columns,
            partner_columns,
            only_rows,
            counts,
            in_hours,
            is_kept,
            // How many guardians came is no secret about them.
            persons: headings.into_iter().any(|heading| {
                synonyms::is_secret(heading) && !synonyms::counts_attendance(heading)
            }),
            ..UnnamedMapping::new(layout)
        };
        let is_one = matches!(layout, Layout::Log | Layout::Months) && unnamed.counts.is_empty();
        let by_words = self.kinds().filter(|(_, words)| is_one && are_names(words));
        let counted = self.perhaps.and_then(|at| self.columns.get(at));
        let others = [
            by_words.map(|kinds| {
                let kinds = Some(kinds);
                (
                    OtherReading::ByWords,
                    UnnamedMapping {
                        kinds,
                        ..unnamed.clone()
                    },
                )
            }),
            counted.filter(|_| is_one).map(|seen| {
                let mut other = unnamed.clone();
                other
                    .columns
                    .insert("count".to_owned(), seen.heading.clone());
                (OtherReading::Counted, other)
            }),
            self.says_of_what().then(|| {
                let mut other = unnamed.clone();
                other.columns.remove("count");
                other.in_hours = false;
                (OtherReading::Uncounted, other)
            }),
            Some(self.numbers())
                .filter(|numbers| {
                    is_one && numbers.len() > 1 && !unnamed.columns.contains_key("count")
                })
                .map(|counts| {
                    let other = UnnamedMapping {
                        counts,
                        ..unnamed.clone()
                    };
                    (OtherReading::ByColumns, other)
                }),
        ];
        unnamed.others = others.into_iter().flatten().collect();
        Some(unnamed)
    }
}

/// Whether the words give names that are different.
fn are_names(words: &[String]) -> bool {
    let mut names: Vec<String> = words.iter().map(|word| naming::slug(word)).collect();
    names.sort_unstable();
    names.dedup();
    names.len() == words.len() && names.iter().all(|name| !name.is_empty())
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
        let (found, _) = {
            let beside = Surroundings {
                partners: &[],
                names: Vec::new(),
                told: Vec::new(),
            };
            mapping(&shape::view(&sheet), &sheet, &beside)
        };
        let columns = found.map(|found| found.columns.into_keys().collect::<Vec<_>>());
        assert_eq!(
            columns,
            Some(["done", "due", "step"].map(str::to_owned).to_vec())
        );
    }
}
