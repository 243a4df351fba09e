//! Registers: a row a place, with the days it is in use.

use super::answers;
use super::classify::table_rows;
use super::result::{MappingResult, RowDisposition};
use super::table::RowKind;
use super::task::SheetTask;
use crate::gather::value;
use crate::model::agreement::NamedPlace;

/// Reads a register into the list of places `list`.
pub(super) fn read(task: &SheetTask<'_>, list: &str) -> MappingResult {
    let mut result = MappingResult::default();
    let Some(rows) = table_rows(task, &["place"], &mut result) else {
        return result;
    };
    rows.enter_dispositions(&mut result);
    for (row, kind) in &rows.kinds {
        let RowKind::Data { .. } = kind else { continue };
        let cells = rows.cells(*row);
        let name = cells
            .field("place")
            .map(|mapped| value::text(mapped.cell))
            .filter(|name| !name.is_empty());
        let Some(name) = name else {
            result.dispositions.insert(*row, RowDisposition::Skipped);
            continue;
        };
        let mut day = |name: &str| answers::day(task, cells.field(name)?, rows.year, &mut result);
        let (from, to) = (
            day("from").map(|span| span.from),
            day("to").map(|span| span.to),
        );
        let place = NamedPlace {
            name,
            also: Vec::new(),
            from,
            to,
        };
        result
            .gathered
            .places
            .entry(list.to_owned())
            .or_default()
            .push(place);
        result.dispositions.insert(*row, RowDisposition::Used);
    }
    result
}
