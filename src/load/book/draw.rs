//! The entries of an agreement → the rows of its workbook. What a sheet takes is taken out of the entries; what no sheet can hold so
//! that it comes back as it is stays, and stands on the last sheet, with its key and as the file writes it.

mod own;
mod pledges;
mod sources;

use self::own::{inside, items, table, take, text_cell};
use super::cell::Kind;
use super::conditions;
use super::lexicon::Lexicon;
use super::plain::{Entries, Plain, key, survives};
use super::spec::{ColumnSpec, SheetSpec};
use crate::model::book::BookCell;

/// The rows of every sheet, in its order.
pub(super) struct Drawing<'a> {
    lexicon: Lexicon<'a>,
    sheets: &'a [SheetSpec],
    rows: Vec<Vec<Vec<BookCell>>>,
    /// The lists of which no row was made.
    whole: Vec<&'static str>,
}

/// Whether these are the names of a list of places, each of which a row tells.
fn is_names(key: &str, items: &[Plain]) -> bool {
    key == "names" && !items.is_empty() && !items.contains(&Plain::Table(Vec::new()))
}

/// The rows of all sheets.
pub(super) fn rows(
    mut entries: Entries,
    sheets: &[SheetSpec],
    lexicon: Lexicon<'_>,
) -> Vec<Vec<Vec<BookCell>>> {
    let mut drawing = Drawing {
        lexicon,
        sheets,
        rows: vec![Vec::new(); sheets.len()],
        whole: Vec::new(),
    };
    drawing.whole(&mut entries);
    drawing.left("", &entries);
    drawing.rows
}

/// The lists whose items are rows.
const LISTS: [&str; 9] = [
    "pledge",
    "target",
    "note",
    "source",
    "sheet",
    "recipient",
    "ruling",
    "known",
    "summary",
];

impl Drawing<'_> {
    fn whole(&mut self, root: &mut Entries) {
        self.row("agreement", &[], root);
        for (sheet, name) in [
            ("areas", "areas"),
            ("partners", "partners"),
            ("activities", "activities"),
        ] {
            self.named(sheet, name, root);
        }
        self.lists("places", "places", root);
        self.lists("calendar", "calendar", root);
        self.pledges(root);
        self.sources(root);
        for (sheet, name) in [
            ("recipients", "recipient"),
            ("rulings", "ruling"),
            ("known", "known"),
            ("summaries", "summary"),
        ] {
            self.list(sheet, name, root);
        }
        self.indicators(root);
        inside(root, "last_term", |term| {
            inside(term, "verdicts", |verdicts| {
                self.pairs("verdicts", verdicts, &[], ("@pledge", "@verdict"));
            });
        });
    }

    /// A table of tables with ids, a row each.
    fn named(&mut self, sheet: &str, name: &str, root: &mut Entries) {
        inside(root, name, |all| {
            if !all
                .iter()
                .all(|(id, value)| survives(id) && matches!(value, Plain::Table(_)))
            {
                return;
            }
            for (id, value) in all.iter_mut() {
                if let Plain::Table(own) = value {
                    self.row(sheet, &[("@id", id)], own);
                }
            }
            all.retain(|(_, value)| *value != Plain::Table(Vec::new()));
        });
    }

    /// A list of tables, a row each. With one of which a row would hold nothing it stays as it is: nobody would see the row.
    fn list(&mut self, sheet: &str, name: &'static str, root: &mut Entries) {
        let mut left = Vec::new();
        let mut rows = Vec::new();
        for item in items(root, name) {
            let mut own = item.clone();
            rows.push(self.cells(sheet, &[], &mut own));
            left.push(own);
        }
        let is_blank = |row: &Vec<BookCell>| row.iter().all(|cell| *cell == BookCell::Blank);
        if rows.iter().any(is_blank) {
            self.whole.push(name);
            return;
        }
        rows.into_iter().for_each(|row| self.put(sheet, row));
        items(root, name)
            .zip(left)
            .for_each(|(item, left)| *item = left);
    }

    /// Lists under names, a row an item; a list is taken whole or not at all.
    fn lists(&mut self, sheet: &str, name: &str, root: &mut Entries) {
        let Some(all) = table(root, name).filter(|all| all.iter().all(|(id, _)| survives(id)))
        else {
            return;
        };
        let mut rows = Vec::new();
        let mut is_whole = true;
        for (id, value) in all.iter() {
            let items = match (sheet, value) {
                ("calendar", Plain::List(items)) if !items.is_empty() => items.clone(),
                ("places", Plain::Table(own)) => match own.as_slice() {
                    [] => vec![Plain::Table(Vec::new())],
                    [(key, Plain::List(items))] if is_names(key, items) => items.clone(),
                    _ => return,
                },
                _ => return,
            };
            for item in items {
                let is_day = matches!(item, Plain::Day(_));
                let mut own = match item {
                    Plain::Table(own) => own,
                    Plain::Day(_) => vec![("from".to_owned(), item)],
                    other => vec![("name".to_owned(), other)],
                };
                // A span without a last day would be read as a day.
                let is_span = own.iter().any(|(key, _)| key == "to");
                is_whole &= sheet != "calendar" || is_span || is_day;
                rows.push(self.cells(sheet, &[("@list", id)], &mut own));
                is_whole &= own.is_empty();
            }
        }
        if is_whole && !rows.is_empty() {
            rows.into_iter().for_each(|row| self.put(sheet, row));
            root.retain(|(key, _)| key != name);
        }
    }

    fn indicators(&mut self, root: &mut Entries) {
        let all = table(root, "indicators");
        if let Some(all) = all.filter(|all| all.iter().all(|(id, _)| survives(id))) {
            for (id, value) in all.iter_mut() {
                if let Plain::Table(own) = value {
                    self.whole_list("values", "values", &[("@indicator", id)], own);
                }
            }
        }
        self.named("indicators", "indicators", root);
    }

    /// A list of tables inside a table, taken whole or not at all.
    fn whole_list(&mut self, sheet: &str, name: &str, joins: &[(&str, &str)], own: &mut Entries) {
        let mut rows = Vec::new();
        let Some((_, Plain::List(items))) = own.iter().find(|(key, _)| key == name) else {
            return;
        };
        for item in items {
            let Plain::Table(item) = item else { return };
            let mut left = item.clone();
            rows.push(self.cells(sheet, joins, &mut left));
            if item.is_empty() || !left.is_empty() {
                return;
            }
        }
        if rows.is_empty() {
            return;
        }
        rows.into_iter().for_each(|row| self.put(sheet, row));
        own.retain(|(key, _)| key != name);
    }

    /// Words and what they mean, a row each.
    fn pairs(
        &mut self,
        sheet: &str,
        all: &mut Entries,
        joins: &[(&str, &str)],
        (left, right): (&str, &str),
    ) {
        all.retain(|(word, value)| {
            let cell = self
                .kind(sheet, right)
                .and_then(|kind| kind.cell(value, &self.lexicon));
            let Some(BookCell::Text(text)) = cell.filter(|_| survives(word)) else {
                return true;
            };
            let mut joins = joins.to_vec();
            joins.extend([(left, word.as_str()), (right, text.as_str())]);
            let row = self.cells(sheet, &joins, &mut Vec::new());
            self.put(sheet, row);
            false
        });
    }

    fn condition(&mut self, sheet: &str, joins: &[(&str, &str)], row: conditions::Row) {
        let mut cells = self.cells(sheet, joins, &mut Vec::new());
        for (key, cell) in [
            ("@group", row.group),
            ("@field", row.field),
            ("@test", row.test),
            ("@value", row.value),
        ] {
            if let Some(at) = self.place(sheet, "", key) {
                cells[at] = cell;
            }
        }
        self.put(sheet, cells);
    }

    /// A row of what a table holds.
    fn row(&mut self, sheet: &str, joins: &[(&str, &str)], own: &mut Entries) {
        let row = self.cells(sheet, joins, own);
        self.put(sheet, row);
    }

    fn put(&mut self, sheet: &str, row: Vec<BookCell>) {
        if let Some(at) = self.sheets.iter().position(|spec| spec.name == sheet) {
            self.rows[at].push(row);
        }
    }

    /// The cells of a row: what joins it, and what its table holds, which is taken out.
    fn cells(&self, sheet: &str, joins: &[(&str, &str)], own: &mut Entries) -> Vec<BookCell> {
        let columns = self.columns(sheet);
        let cell = |column: &ColumnSpec| {
            let joined = joins
                .iter()
                .find(|(key, _)| column.within.is_empty() && *key == column.key);
            if let Some((_, text)) = joined {
                let day = text
                    .parse()
                    .ok()
                    .filter(|_| column.kind == Kind::Day)
                    .map(BookCell::Day);
                return day.unwrap_or_else(|| text_cell(text));
            }
            if column.key.starts_with('@') {
                return BookCell::Blank;
            }
            take(own, column, &self.lexicon).unwrap_or_default()
        };
        columns.iter().map(cell).collect()
    }

    fn columns(&self, sheet: &str) -> &[ColumnSpec] {
        let spec = self.sheets.iter().find(|spec| spec.name == sheet);
        spec.map(|spec| spec.columns.as_slice()).unwrap_or_default()
    }

    fn place(&self, sheet: &str, within: &str, key: &str) -> Option<usize> {
        self.columns(sheet)
            .iter()
            .position(|column| column.within == within && column.key == key)
    }

    fn kind(&self, sheet: &str, key: &str) -> Option<Kind> {
        self.columns(sheet)
            .iter()
            .find(|column| column.key == key)
            .map(|column| column.kind)
    }

    /// What no sheet has taken, by its path.
    fn left(&mut self, path: &str, entries: &Entries) {
        for (name, value) in entries {
            let path = if path.is_empty() {
                key(name)
            } else {
                format!("{path}.{}", key(name))
            };
            match value {
                Plain::Table(inner) if !inner.is_empty() => self.left(&path, inner),
                Plain::List(items)
                    if !items.is_empty()
                        && LISTS.contains(&name.as_str())
                        && !self.whole.contains(&name.as_str())
                        && items.iter().all(|item| matches!(item, Plain::Table(_))) =>
                {
                    for (number, item) in (1..).zip(items) {
                        if let Plain::Table(inner) = item {
                            self.left(&format!("{path}.{number}"), inner);
                        }
                    }
                }
                value => {
                    let joins = [("@path", path.as_str()), ("@toml", &value.inline())];
                    let row = self.cells("other", &joins, &mut Vec::new());
                    self.put("other", row);
                }
            }
        }
    }
}
