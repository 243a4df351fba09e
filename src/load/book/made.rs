//! An agreement as it is built from rows, every value with its cell, and its text.

use std::fmt::Write;

use super::plain::{Plain, key, quoted};
use super::tables::Spot;

/// A table of the file.
#[derive(Clone, Debug, Default)]
pub(super) struct MadeTable {
    /// The row that it was made from.
    pub(super) spot: Spot,
    pub(super) entries: Vec<(String, Made)>,
}

/// What stands to the right of a key.
#[derive(Clone, Debug)]
pub(super) enum Made {
    Value(Plain, Spot),
    /// As the file writes it.
    Written(String, Spot),
    /// A list with a row an item.
    Rows(Vec<(Plain, Spot)>),
    Table(MadeTable),
    Tables(Vec<MadeTable>),
}

/// The text of an agreement, and for each of its lines the cell that it was made from; none of blank ones.
#[derive(Debug, Default)]
pub(super) struct MadeText {
    pub(super) text: String,
    pub(super) spots: Vec<Option<Spot>>,
}

impl MadeTable {
    pub(super) fn at(spot: Spot) -> MadeTable {
        MadeTable {
            spot,
            entries: Vec::new(),
        }
    }

    pub(super) fn put(&mut self, name: &str, made: Made) {
        self.entries.push((name.to_owned(), made));
    }

    /// The table under a name, made where there is none.
    pub(super) fn table(&mut self, name: &str, spot: Spot) -> Option<&mut MadeTable> {
        let at = self.position(name, || Made::Table(MadeTable::at(spot)));
        match self.entries.get_mut(at) {
            Some((_, Made::Table(inner))) => Some(inner),
            _ => None,
        }
    }

    /// The list of tables under a name, made where there is none.
    pub(super) fn tables(&mut self, name: &str) -> Option<&mut Vec<MadeTable>> {
        let at = self.position(name, || Made::Tables(Vec::new()));
        match self.entries.get_mut(at) {
            Some((_, Made::Tables(all))) => Some(all),
            _ => None,
        }
    }

    /// Adds a table to the list under a name. Where something else bears the name, its fault is told by whoever reads the agreement.
    pub(super) fn add(&mut self, name: &str, table: MadeTable) {
        if let Some(all) = self.tables(name) {
            all.push(table);
        }
    }

    /// Adds a row to the list under a name, as [`MadeTable::add`] adds a table.
    pub(super) fn add_row(&mut self, name: &str, row: (Plain, Spot)) {
        if let Some(all) = self.rows(name) {
            all.push(row);
        }
    }

    /// The list of rows under a name, made where there is none.
    pub(super) fn rows(&mut self, name: &str) -> Option<&mut Vec<(Plain, Spot)>> {
        let at = self.position(name, || Made::Rows(Vec::new()));
        match self.entries.get_mut(at) {
            Some((_, Made::Rows(all))) => Some(all),
            _ => None,
        }
    }

    fn position(&mut self, name: &str, new: impl FnOnce() -> Made) -> usize {
        let known = self.entries.iter().position(|(key, _)| key == name);
        known.unwrap_or_else(|| {
            self.put(name, new());
            self.entries.len() - 1
        })
    }

    /// As TOML.
    pub(super) fn into_text(self) -> MadeText {
        let mut made = MadeText::default();
        made.table(&self, "");
        made
    }
}

impl MadeText {
    fn line(&mut self, line: &str, spot: Option<Spot>) {
        for line in line.split('\n') {
            self.text.push_str(line);
            self.text.push('\n');
            self.spots.push(spot);
        }
    }

    fn table(&mut self, table: &MadeTable, path: &str) {
        for (name, made) in &table.entries {
            let name = key(name);
            match made {
                Made::Value(Plain::Text(text), spot) => {
                    self.line(&format!("{name} = {}", text_value(text)), Some(*spot))
                }
                Made::Value(value, spot) => {
                    self.line(&format!("{name} = {}", value.inline()), Some(*spot))
                }
                Made::Written(text, spot) => self.line(&format!("{name} = {text}"), Some(*spot)),
                Made::Rows(items) => {
                    self.line(&format!("{name} = ["), items.first().map(|(_, spot)| *spot));
                    for (item, spot) in items {
                        self.line(&format!("    {},", item.inline()), Some(*spot));
                    }
                    self.line("]", items.last().map(|(_, spot)| *spot));
                }
                Made::Table(_) | Made::Tables(_) => {}
            }
        }
        for (name, made) in &table.entries {
            let path = if path.is_empty() {
                key(name)
            } else {
                format!("{path}.{}", key(name))
            };
            match made {
                Made::Table(inner) => {
                    // A table that holds nothing but tables needs no line of its own.
                    let only_tables = |(_, made): &(String, Made)| matches!(made, Made::Table(_));
                    if inner.entries.is_empty() || !inner.entries.iter().all(only_tables) {
                        self.heading(&format!("[{path}]"), inner.spot);
                    }
                    self.table(inner, &path);
                }
                Made::Tables(all) => {
                    for inner in all {
                        self.heading(&format!("[[{path}]]"), inner.spot);
                        self.table(inner, &path);
                    }
                }
                _ => {}
            }
        }
    }

    fn heading(&mut self, heading: &str, spot: Spot) {
        let is_inner = heading.matches('.').count() > 1 && !heading.starts_with("[[");
        if !self.text.is_empty() && !is_inner {
            self.line("", None);
        }
        self.line(heading, Some(spot));
    }
}

/// A text, over several lines where it has them.
fn text_value(text: &str) -> String {
    if !text.contains('\n') || text.contains("\"\"\"") || text.ends_with('"') {
        return quoted(text);
    }
    let mut out = String::from("\"\"\"\n");
    for (number, line) in text.split('\n').enumerate() {
        if number > 0 {
            out.push('\n');
        }
        let inner = quoted(line);
        let inner = inner.get(1..inner.len() - 1).unwrap_or_default();
        // Quotation marks are plain inside; a String takes whatever is written to it.
        let _ = write!(out, "{}", inner.replace("\\\"", "\""));
    }
    out.push_str("\"\"\"");
    out
}
