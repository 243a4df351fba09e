//! `[[source.sheet]]`: the shape of a sheet, what its rows are, and which column means what.

use std::collections::BTreeMap;

use super::checked::{checked_id, frequency};
use super::condition;
use super::faults::Faults;
use super::keys;
use super::list::Known;
use super::table::{Table, text_of, wrong};
use super::tree::{Entry, Node, Value};
use super::value;
use crate::model::agreement::{Column, Gives, Layout, RowFilter, SheetMapping};
use crate::model::finding::Code;

const LAYOUTS: [(&str, Layout); 6] = [
    ("log", Layout::Log),
    ("months", Layout::Months),
    ("form", Layout::Form),
    ("statements", Layout::Statements),
    ("milestones", Layout::Milestones),
    ("register", Layout::Register),
];

/// The keys that say what the rows are: a sheet has one of them.
const GIVES: [&str; 5] = ["activity", "counts", "answers", "places", "indicator"];

/// A sheet mapping; `None` if it cannot be one.
pub(super) fn sheet(node: &Node, known: &Known, faults: &Faults) -> Option<SheetMapping> {
    let table = Table::open(&keys::SHEET, "sheet", node, faults)?;
    let name = table.text("name");
    if let Some(pattern) = name.filter(|pattern| !value::is_pattern(pattern)) {
        faults.invalid(table.spot_of("name"), "name", pattern, "pattern");
    }
    if !table.has("layout") {
        table.missing("layout");
    }
    let layout = table.one_of("layout", &LAYOUTS);
    let (columns, mut partner_columns) = columns(&table, known);
    for entry in table.named("partners") {
        take_partner_columns(entry, known, &mut partner_columns, faults);
    }
    let gives = gives(&table, layout, known);
    if let (Some(layout), Some(gives)) = (layout, &gives) {
        missing_columns(&table, layout, gives, &columns);
    }
    Some(SheetMapping {
        name: name.map(str::to_owned),
        layout: layout?,
        gives: gives?,
        columns,
        partner_columns,
        only_rows: only_rows(&table, known),
        expected: frequency(&table),
        line: table.spot.line,
    })
}

/// What its rows are.
fn gives(table: &Table<'_>, layout: Option<Layout>, known: &Known) -> Option<Gives> {
    let mut written = GIVES.iter().copied().filter(|key| table.has(key));
    let first = written.next();
    if layout == Some(Layout::Statements) {
        first
            .into_iter()
            .chain(written)
            .for_each(|key| out_of_place(table, key));
        return Some(Gives::Statements);
    }
    let needed = if layout == Some(Layout::Register) {
        "places"
    } else {
        "activity"
    };
    let Some(key) = first else {
        table.missing(needed);
        return None;
    };
    written.for_each(|key| out_of_place(table, key));
    if (layout == Some(Layout::Register)) != (key == "places") {
        out_of_place(table, key);
        return None;
    }
    let spot = table.spot_of(key);
    match key {
        "activity" => activity(table),
        "counts" => {
            let counts: Vec<_> = table
                .named(key)
                .iter()
                .filter(|entry| checked_id(&entry.key, entry.spot, table.faults))
                .filter_map(|entry| {
                    Some((
                        entry.key.clone(),
                        column(&entry.key, &entry.node, table.faults)?,
                    ))
                })
                .collect();
            (!counts.is_empty()).then_some(Gives::Counts(counts))
        }
        "answers" => table
            .needed_line("answers")
            .map(|activity| Gives::Answers(activity.to_owned())),
        "places" => table.line(key).map(|list| Gives::Places(list.to_owned())),
        _ => {
            let indicator = table.line(key)?;
            known.indicator((indicator, spot), table.faults);
            Some(Gives::Indicator(indicator.to_owned()))
        }
    }
}

/// A key that the layout, or a key before it, leaves without meaning.
fn out_of_place(table: &Table<'_>, key: &str) {
    let args = [
        ("key", key.into()),
        ("nearest", "none".into()),
        ("table", keys::SHEET.name.into()),
    ];
    table
        .faults
        .add(Code::AgreementUnknownKey, table.spot_of(key), args);
}

/// `activity = "x"`, or `activity = { column, values }`.
fn activity(table: &Table<'_>) -> Option<Gives> {
    let node = table.get("activity")?;
    if let Value::Text(activity) = &node.value {
        return checked_id(activity, node.spot, table.faults)
            .then(|| Gives::Activity(activity.clone()));
    }
    let by_column = Table::open(&keys::BY_COLUMN, "activity", node, table.faults)?;
    for key in ["column", "values"] {
        if !by_column.has(key) {
            by_column.missing(key);
        }
    }
    let column = column("column", by_column.get("column")?, table.faults)?;
    let values: Vec<_> = by_column
        .named("values")
        .iter()
        .filter_map(|entry| {
            let activity = text_of(&entry.key, &entry.node, table.faults)?;
            checked_id(activity, entry.node.spot, table.faults)
                .then(|| (entry.key.clone(), activity.to_owned()))
        })
        .collect();
    (!values.is_empty()).then_some(Gives::ByColumn { column, values })
}

/// A heading, or a heading under a merged group.
fn column(key: &str, node: &Node, faults: &Faults) -> Option<Column> {
    match &node.value {
        Value::Text(heading) if !heading.trim().is_empty() => Some(Column {
            heading: heading.clone(),
            under: None,
        }),
        Value::Table(_) => {
            let table = Table::open(&keys::COLUMN, key, node, faults)?;
            let heading = table.needed_text("heading")?.to_owned();
            Some(Column {
                heading,
                under: table.text("under").map(str::to_owned),
            })
        }
        Value::Text(_) => {
            faults.invalid(node.spot, key, "none", "heading");
            None
        }
        _ => wrong(key, node.spot, "heading", faults),
    }
}

type Columns = BTreeMap<String, Column>;
type PartnerColumns = BTreeMap<String, Vec<Column>>;

/// Which column means what; the marks that name partners apart.
fn columns(table: &Table<'_>, known: &Known) -> (Columns, PartnerColumns) {
    let (mut columns, mut partners) = (Columns::new(), PartnerColumns::new());
    for entry in table.named("columns") {
        match &entry.node.value {
            Value::Table(marks)
                if entry.key == "partners" && !marks.iter().any(|mark| mark.key == "heading") =>
            {
                marks.iter().for_each(|mark| {
                    take_partner_columns(mark, known, &mut partners, table.faults)
                });
            }
            _ => {
                if let Some(column) = column(&entry.key, &entry.node, table.faults) {
                    columns.insert(entry.key.clone(), column);
                }
            }
        }
    }
    (columns, partners)
}

fn take_partner_columns(
    entry: &Entry,
    known: &Known,
    partners: &mut PartnerColumns,
    faults: &Faults,
) {
    known.partner((&entry.key, entry.spot), faults);
    let headings: &[Node] = if let Value::List(headings) = &entry.node.value {
        headings
    } else {
        std::slice::from_ref(&entry.node)
    };
    let headings = headings
        .iter()
        .filter_map(|node| column(&entry.key, node, faults));
    partners
        .entry(entry.key.clone())
        .or_default()
        .extend(headings);
}

/// Which rows are taken.
fn only_rows(table: &Table<'_>, known: &Known) -> Vec<RowFilter> {
    let mut rows = Vec::new();
    for entry in table.named("where") {
        let column = Column {
            heading: entry.key.clone(),
            under: None,
        };
        let tests = condition::tests(&entry.key, &entry.node, known, table.faults);
        rows.extend(tests.into_iter().map(|test| RowFilter {
            column: column.clone(),
            test,
        }));
    }
    rows
}

/// Tells the columns without which nothing can be made of a sheet of that shape.
fn missing_columns(table: &Table<'_>, layout: Layout, gives: &Gives, columns: &Columns) {
    const DAY: &[&str] = &["date", "week", "month", "year"];
    // A log of requests may have no day but the one each was asked for.
    const DAY_OR_REQUEST: &[&str] = &["date", "week", "month", "year", "request"];
    let needed: &[&[&'static str]] = match (layout, gives) {
        (Layout::Statements, _) => &[&["label"], &["status"]],
        (Layout::Milestones, _) => &[&["step"]],
        (Layout::Register, _) => &[&["place"]],
        (Layout::Months, _) => &[],
        (_, Gives::Indicator(_)) => &[DAY, &["value"]],
        (_, Gives::Answers(_)) => &[&["case"], &["answered", "date"]],
        (Layout::Log | Layout::Form, _) => &[DAY_OR_REQUEST],
    };
    for alternatives in needed {
        if let Some(first) = alternatives.first()
            && !alternatives.iter().any(|name| columns.contains_key(*name))
        {
            // Where the column is written with a fault of its own, that is told already.
            let written = table
                .named("columns")
                .iter()
                .any(|entry| alternatives.contains(&entry.key.as_str()));
            if !written {
                let spot = table.spot_of("columns");
                let args = [
                    ("key", (*first).into()),
                    ("table", keys::FIELDS.name.into()),
                ];
                table.faults.add(Code::AgreementMissingKey, spot, args);
            }
        }
    }
}
