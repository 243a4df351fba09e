//! What is put into an agreement that is being built: conditions in their groups, and values at a path, as the file writes them.

use super::conditions::{Group, add};
use super::made::{Made, MadeTable};
use super::plain::{Entries, Plain};
use super::tables::Spot;
use crate::load::tree::{self, Entry, Value};

/// Adds what a row says of a field to a table of conditions.
pub(super) fn condition(
    table: &mut MadeTable,
    group: Group,
    (field, spot): (&str, Spot),
    test: &str,
    value: Plain,
) {
    match group {
        Group::All => {
            let known = table.entries.iter_mut().find(|(name, _)| name == field);
            match (known, value) {
                (Some((_, Made::Value(Plain::Table(tests), _))), Plain::Table(more)) => {
                    tests.extend(more)
                }
                (_, value) => table.put(field, Made::Value(value, spot)),
            }
        }
        Group::Any(number) => {
            let Some(tables) = table.rows("any") else {
                return;
            };
            if number > tables.len() {
                tables.push((Plain::Table(Entries::new()), spot));
            }
            let at = number.min(tables.len()) - 1;
            if let Some((Plain::Table(inner), _)) = tables.get_mut(at) {
                add(inner, field, test, value);
            }
        }
        Group::Not => {
            if !table.entries.iter().any(|(name, _)| name == "not") {
                table.put("not", Made::Value(Plain::Table(Entries::new()), spot));
            }
            for (name, made) in &mut table.entries {
                if let Made::Value(Plain::Table(inner), _) = made
                    && name == "not"
                {
                    add(inner, field, test, value.clone());
                }
            }
        }
    }
}

/// Puts a value, as the file writes it, at a path such as `pledge.2.target.1.only`; false if the path leads nowhere.
pub(super) fn put(root: &mut MadeTable, path: &str, written: String, spot: Spot) -> bool {
    let Some(keys) = keys(path) else { return false };
    let Some((last, before)) = keys.split_last() else {
        return false;
    };
    let mut table = root;
    let mut steps = before.iter().peekable();
    while let Some(step) = steps.next() {
        let is_list = table
            .entries
            .iter()
            .any(|(name, made)| name == step && matches!(made, Made::Tables(_)));
        let inner = if is_list {
            let number = steps
                .next()
                .and_then(|number| number.parse::<usize>().ok()?.checked_sub(1));
            number.and_then(|at| table.tables(step)?.get_mut(at))
        } else {
            table.table(step, spot)
        };
        match inner {
            Some(inner) => table = inner,
            None => return false,
        }
    }
    let is_one = matches!(tree::parse_private(&format!("x = {written}"), 0), (entries, broken) if entries.len() == 1 && broken.is_empty());
    // What is not one value is told where it stands, and can be nothing else besides.
    let written = if is_one {
        written
    } else {
        written.replace('\n', " ")
    };
    table.put(last, Made::Written(written, spot));
    true
}

/// The keys of a path.
fn keys(path: &str) -> Option<Vec<String>> {
    let (entries, broken) = tree::parse_private(&format!("{} = 1", path.replace('\n', " ")), 0);
    let mut keys = Vec::new();
    let mut level: &[Entry] = &entries;
    while let [entry] = level {
        keys.push(entry.key.clone());
        level = match &entry.node.value {
            Value::Table(inner) => inner,
            _ => &[],
        };
    }
    (broken.is_empty() && !keys.is_empty()).then_some(keys)
}
