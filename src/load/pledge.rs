//! `[[pledge]]`: the promised words, who answers for them, and the coordinator's notes.

use std::collections::BTreeSet;

use super::checked::{checked_id, length, period};
use super::faults::Faults;
use super::keys;
use super::list::Known;
use super::table::Table;
use super::target;
use super::tree::Node;
use crate::model::agreement::{Note, Pledge};
use crate::model::finding::Code;
use crate::text::nearest;

/// The pledges, in the order of the file.
pub(super) fn pledges(root: &Table<'_>, known: &Known) -> Vec<Pledge> {
    let nodes = root.list("pledge");
    let mut seen = BTreeSet::new();
    nodes
        .iter()
        .filter_map(|node| pledge(node, known, &mut seen, root.faults))
        .collect()
}

fn pledge(
    node: &Node,
    known: &Known,
    seen: &mut BTreeSet<String>,
    faults: &Faults,
) -> Option<Pledge> {
    let table = Table::open(&keys::PLEDGE, "pledge", node, faults)?;
    let id = table.needed_line("id");
    if let Some(id) = id
        && checked_id(id, table.spot_of("id"), faults)
        && !seen.insert(id.to_owned())
    {
        faults.add(
            Code::AgreementDuplicateId,
            table.spot_of("id"),
            [("id", id.into())],
        );
    }
    let text = table.needed_text("text");
    let area = table
        .text("area")
        .filter(|area| known.area((area, table.spot_of("area")), faults));
    let responsible = known.partners_of(&table, "responsible").unwrap_or_default();
    let targets = target::targets(&table, &responsible, known);
    let notes = table
        .list("note")
        .iter()
        .filter_map(|node| note(node, known, faults))
        .collect();
    Some(Pledge {
        id: id?.to_owned(),
        area: area.map(str::to_owned),
        text: text?.trim().to_owned(),
        responsible,
        statement: table.line("statement").map(str::to_owned),
        stale_after: length(&table, "stale_after"),
        targets,
        notes,
        interpretation: table.text("interpretation").map(str::to_owned),
        line: table.spot.line,
    })
}

fn note(node: &Node, known: &Known, faults: &Faults) -> Option<Note> {
    let table = Table::open(&keys::NOTE, "note", node, faults)?;
    if !table.has("period") {
        table.missing("period");
    }
    // Whoever says it need not be a partner; but a word almost a partner's is one mistyped.
    let by = table.line("by");
    if let Some(by) = by
        && !known.partners.contains(by)
        && nearest(by, known.partners.iter().map(String::as_str)).is_some()
    {
        known.partner((by, table.spot_of("by")), faults);
    }
    Some(Note {
        period: period(&table, "period", known.term)?,
        why: table.text("why").map(str::to_owned),
        next: table.text("next").map(str::to_owned),
        by: by.map(str::to_owned),
    })
}
