//! A row an occasion, a week or a month.

use super::table::{Kind, Rows};
use super::{Job, Taken, fields, occasion, totals};
use crate::gather::cell::Cell;
use crate::model::agreement::Column;

use super::cells::WHEN;

/// Reads a log.
pub fn take(job: &Job<'_>) -> Taken {
    let mut taken = Taken::default();
    let needed = ["date", "week", "month", "year", "request"];
    let Some(rows) = Rows::find(job, &needed, &mut taken) else { return taken };
    rows.enter_fates(&mut taken);
    let when: Vec<&Column> = WHEN.iter().filter_map(|name| job.mapping.columns.get(*name)).collect();
    let when: Vec<usize> = when.iter().filter_map(|column| rows.table.columns.get(column)).copied().collect();
    for (row, kind) in &rows.kinds {
        let Kind::Data { perhaps } = kind else { continue };
        let cells = rows.cells(*row);
        let others = (rows.table.left..).zip(rows.row(*row)).filter(|(column, _)| !when.contains(column));
        let blank = others.into_iter().all(|(_, cell)| *cell == Cell::Empty);
        let fate = occasion::take(job, &cells, rows.year, *perhaps, blank, &mut taken);
        taken.fates.insert(*row, fate);
    }
    fields::number_equals(&mut taken.gathered.activities);
    totals::compare(job, &rows, &mut taken);
    taken
}
