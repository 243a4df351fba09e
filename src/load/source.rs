//! `[[source]]`: whose workbooks, where they lie, how often they are kept, and their sheets.

use super::checked::{day_of_month, frequency};
use super::faults::Faults;
use super::keys;
use super::list::Known;
use super::sheet;
use super::table::Table;
use super::tree::{Node, Value};
use super::value;
use crate::model::agreement::Source;

/// The sources, in the order of the file.
pub(super) fn sources(root: &Table<'_>, known: &Known) -> Vec<Source> {
    root.list("source")
        .iter()
        .filter_map(|node| source(node, known, root.faults))
        .collect()
}

fn source(node: &Node, known: &Known, faults: &Faults) -> Option<Source> {
    let table = Table::open(&keys::SOURCE, "source", node, faults)?;
    let partner = table.needed_line("partner");
    if let Some(partner) = partner {
        known.partner((partner, table.spot_of("partner")), faults);
    }
    let files = table.needed_text("files");
    if let Some(pattern) = files.filter(|pattern| !value::is_file_pattern(pattern)) {
        faults.invalid(table.spot_of("files"), "files", pattern, "pattern");
    }
    let sheets = table.list("sheet");
    if !table.has("sheet") {
        table.missing("sheet");
    }
    Some(Source {
        // A fault without either: the empty text is never seen, and its sheets are still read for theirs.
        partner: partner.unwrap_or_default().to_owned(),
        files: files.unwrap_or_default().to_owned(),
        expected: frequency(&table),
        due: day_of_month(&table, "due"),
        sheets: sheets
            .iter()
            .filter_map(|node| sheet::sheet(node, known, faults))
            .collect(),
        line: table.spot.line,
    })
}

/// The lists of places that registers fill, before anything else is known of the sheets: a sheet may refer to one that a
/// later source fills.
pub(super) fn registers(root: &Table<'_>) -> Vec<String> {
    let Some(Value::List(sources)) = root.get("source").map(|node| &node.value) else {
        return Vec::new();
    };
    sources
        .iter()
        .flat_map(|source| inner(source, "sheet"))
        .filter_map(|sheets| {
            if let Value::List(sheets) = &sheets.value {
                Some(sheets)
            } else {
                None
            }
        })
        .flatten()
        .flat_map(|sheet| inner(sheet, "places"))
        .filter_map(|places| {
            if let Value::Text(list) = &places.value {
                Some(list.clone())
            } else {
                None
            }
        })
        .collect()
}

fn inner<'a>(node: &'a Node, key: &'static str) -> impl Iterator<Item = &'a Node> {
    let entries: &[_] = if let Value::Table(entries) = &node.value {
        entries
    } else {
        &[]
    };
    entries
        .iter()
        .filter(move |entry| entry.key == key)
        .map(|entry| &entry.node)
}
