//! What a sheet's columns give: the mapping that reads it, but for the names of its activities.

use super::column::{CellKind, ColumnProfile};
use super::naming;
use super::shape::SheetShape;
use super::synonyms;
use crate::gather::cell::Sheet;
use crate::gather::layout::periods;
use crate::model::agreement::{Column, Layout, Partner, RowFilter, Test};
use std::collections::BTreeMap;

/// A mapping whose activities have no names yet.
#[derive(Clone, Debug, PartialEq)]
pub struct UnnamedMapping {
    /// The shape.
    pub layout: Layout,
    /// Which column means what.
    pub columns: BTreeMap<String, Column>,
    /// Columns of marks that name partners.
    pub partner_columns: BTreeMap<String, Vec<Column>>,
    /// Which rows are taken.
    pub only_rows: Vec<RowFilter>,
    /// Several columns that are counted, each an activity; none if each row is one, or has a count.
    pub counts: Vec<Column>,
    /// Whether what is counted is hours.
    pub in_hours: bool,
    /// A column whose few words, each said again and again, may tell activities apart, and its words.
    pub kinds: Option<(Column, Vec<String>)>,
}

/// More words than this are no kinds but descriptions.
const MOST_KINDS: usize = 6;

/// What a column is taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ColumnUse {
    /// This field.
    Field(String),
    /// Its numbers are counted.
    Counted,
    /// A mark that this partner was there.
    Partner(String),
    /// It says which rows are taken.
    Filter,
    /// A month.
    Month,
    /// Nothing.
    Unused,
}

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

struct MappingDraft<'a> {
    layout: Layout,
    columns: &'a [ColumnProfile],
    uses: Vec<ColumnUse>,
}

impl MappingDraft<'_> {
    fn has(&self, field: &str) -> bool {
        self.uses
            .iter()
            .any(|known| *known == ColumnUse::Field(field.to_owned()))
    }

    fn set(&mut self, index: usize, to: ColumnUse) {
        if let Some(place) = self.uses.get_mut(index) {
            *place = to;
        }
    }

    /// The columns that are not taken for anything yet.
    fn free(&self) -> Vec<(usize, &ColumnProfile)> {
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

    fn take_occasions(&mut self, partners: &[Partner]) {
        self.take_marks(partners);
        const OCCASION: [&str; 21] = [
            "year",
            "week",
            "month",
            "date",
            "place",
            "time",
            "until",
            "hours",
            "minutes",
            "type",
            "audience",
            "partners",
            "by_rules",
            "by_guidance",
            "decision",
            "sent",
            "channel",
            "patrol",
            "answered",
            "done",
            "case",
        ];
        for (index, seen) in self
            .free()
            .into_iter()
            .map(|(index, seen)| (index, seen.clone()))
            .collect::<Vec<_>>()
        {
            let Some(field) = synonyms::field(&seen.heading.heading, seen.kind) else {
                continue;
            };
            if OCCASION.contains(&field) && !self.has(field) {
                self.set(index, ColumnUse::Field(field.to_owned()));
            }
        }
        let answers = self.has("case") && self.has("answered");
        if !answers
            && !["date", "week", "month", "year"]
                .iter()
                .any(|field| self.has(field))
        {
            let day = self
                .free()
                .into_iter()
                .find(|(_, seen)| seen.kind == CellKind::Date)
                .map(|(index, _)| index);
            if let Some(index) = day {
                self.set(index, ColumnUse::Field("date".to_owned()));
            }
        }
        self.take_counts();
        let marks: Vec<(usize, String)> = self
            .free()
            .into_iter()
            .filter(|(_, seen)| seen.kind == CellKind::Mark)
            .map(|(index, seen)| (index, naming::field_name(&seen.heading.heading)))
            .collect();
        for (index, name) in marks {
            if !name.is_empty()
                && !self.has(&name)
                && synonyms::rank(&name) == synonyms::rank("")
                && name != "count"
            {
                self.set(index, ColumnUse::Field(name));
            }
        }
    }

    /// Marks that name partners, and marks and words that tell whether a row was held.
    fn take_marks(&mut self, partners: &[Partner]) {
        for (index, seen) in self.columns.iter().enumerate() {
            let heading = &seen.heading.heading;
            let held = |value: &String| synonyms::says_held(value);
            if matches!(seen.kind, CellKind::Mark | CellKind::Empty)
                && let Some(partner) = naming::partner(partners, heading)
            {
                self.set(index, ColumnUse::Partner(partner.id.clone()));
            } else if self.layout == Layout::Log
                && ((seen.kind == CellKind::Mark && synonyms::asks_whether_held(heading))
                    || (seen.kind == CellKind::Text
                        && (synonyms::asks_whether_held(heading)
                            || synonyms::field(heading, seen.kind) == Some("status"))
                        && seen.values.iter().any(held)))
            {
                self.set(index, ColumnUse::Filter);
            }
        }
    }

    /// The columns that are counted. Where a row is an occasion it is one, unless a column says that it is more; where it is
    /// a week or a month, its numbers are counted.
    fn take_counts(&mut self) {
        let occasions = self.has("date");
        let audience = self.has("audience");
        let counted = |seen: &ColumnProfile| {
            let heading = &seen.heading.heading;
            let number = matches!(seen.kind, CellKind::Count | CellKind::Empty);
            let said = synonyms::counts(heading);
            if synonyms::is_no_quantity(heading) {
                false
            } else if occasions {
                // Where it stands for whom it was, a bare number is the number of those who came.
                number
                    && said.is_some_and(|of| of || !audience)
                    && !synonyms::counts_attendance(heading)
            } else {
                (seen.kind == CellKind::Count || (number && said.is_some()))
                    && !crate::gather::value::is_total_label(heading)
            }
        };
        let found: Vec<usize> = self
            .columns
            .iter()
            .enumerate()
            .filter(|(index, seen)| match self.uses.get(*index) {
                Some(ColumnUse::Unused) => counted(seen),
                // Hours of a week or a month are what is counted.
                Some(ColumnUse::Field(field)) => !occasions && field == "hours",
                _ => false,
            })
            .map(|(index, _)| index)
            .collect();
        for index in found {
            self.set(index, ColumnUse::Counted);
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

/// Whether the heading of a column says that its numbers are hours.
pub fn is_in_hours(seen: &ColumnProfile) -> bool {
    synonyms::field(&seen.heading.heading, CellKind::Count) == Some("hours")
}

/// Only rows that were held.
fn filter(seen: &ColumnProfile) -> RowFilter {
    let held: Vec<String> = seen
        .values
        .iter()
        .filter(|value| synonyms::says_held(value))
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
