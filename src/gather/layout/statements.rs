//! Statements: a row a pledge, with what its owner claims.

use super::answers::day;
use super::classify::table_rows;
use super::result::{MappingResult, RowDisposition};
use super::table::RowKind;
use super::task::SheetTask;
use crate::gather::value;
use crate::model::activity::Statement;
use crate::text::capital;

pub(super) fn read(task: &SheetTask<'_>) -> MappingResult {
    let mut result = MappingResult::default();
    let Some(rows) = table_rows(task, &["label"], &mut result) else {
        return result;
    };
    rows.enter_dispositions(&mut result);
    for (row, kind) in &rows.kinds {
        let RowKind::Data { .. } = kind else { continue };
        let cells = rows.cells(*row);
        let text = |name: &str| {
            cells
                .field(name)
                .map(|mapped| value::text(mapped.cell))
                .filter(|text| !text.is_empty())
        };
        let Some(label) = text("label") else {
            result.dispositions.insert(*row, RowDisposition::Skipped);
            continue;
        };
        let updated = cells
            .field("updated")
            .and_then(|mapped| day(task, mapped, rows.year, &mut result));
        let at = cells
            .field("status")
            .or_else(|| cells.field("label"))
            .map_or((*row, 0), |mapped| mapped.at);
        result.gathered.statements.push(Statement {
            label,
            status: capital(text("status").unwrap_or_default().trim()),
            updated,
            comment: text("comment"),
            origin: task.origin(at),
        });
        result.dispositions.insert(*row, RowDisposition::Used);
    }
    result
}
