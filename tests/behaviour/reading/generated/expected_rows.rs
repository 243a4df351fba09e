//! What came out of a workbook, held against what it was made from.

use lofte::gather::header;
use lofte::gather::layout::{self, AsOf, MappingResult, RowDetail, RowDisposition, SheetTask};
use lofte::model::activity::{Activity, Gathered};
use lofte::model::agreement::Agreement;
use lofte::model::quantity::Amount;
use lofte::model::span::DateSpan;

use super::made::Count;
use super::sheet::Laid;

/// An agreement with one source, `polisen/*`, that has these sheets.
pub(crate) fn agreement_text(sheets: &str) -> String {
    format!(
        r#"
title = "Prov"
municipality = "Prov"
police_area = "Prov"
from = 2022-01-01
to = 2023-12-31
language = "sv"
[partners.polisen]
name = "Polisen"
[partners.kommunen]
name = "Kommunen"
[partners.skolan]
name = "Skolan"
[activities.besok]
one = "besök"
many = "besök"
[activities.samtal]
one = "samtal"
many = "samtal"
[places.byar]
names = []
[[pledge]]
id = "lofte"
text = "Prov"
responsible = ["polisen"]
[[source]]
partner = "polisen"
files = "polisen/**/*"
{sheets}
"#
    )
}

pub(crate) fn agreement(sheets: &str) -> Agreement {
    let loaded = lofte::load::load("prov", &agreement_text(sheets), &|_| None);
    loaded
        .value
        .unwrap_or_else(|| panic!("{:?}", loaded.findings))
}

/// An activity as «besok 2023-09-01 3-5 B7».
pub(crate) fn line(activity: &str, date: DateSpan, count: &Count, cell: &str) -> String {
    let high = count.high.map_or("…".to_owned(), |high| high.to_string());
    format!("{activity} {date} {}-{high} {cell}", count.low)
}

fn of(activity: &Activity) -> String {
    let things = |amount: Amount| amount.in_hundredths() / 100;
    let count = Count {
        cell: lofte::gather::cell::Cell::Empty,
        low: things(activity.value.low()),
        high: activity.value.high().map(things),
    };
    let dated = if activity.dated { "" } else { " undated" };
    line(
        &activity.activity,
        activity.date,
        &count,
        &activity.origin.cell,
    ) + dated
}

/// Every activity as a line, in order.
pub(crate) fn lines(gathered: &Gathered) -> Vec<String> {
    let mut lines: Vec<String> = gathered.activities.iter().map(of).collect();
    lines.sort();
    lines
}

pub(crate) fn sorted(mut lines: Vec<String>) -> Vec<String> {
    lines.sort();
    lines
}

/// Reads a sheet by the agreement's first mapping, and holds the fate of its rows to account.
pub(crate) fn take(agreement: &Agreement, laid: &Laid) -> MappingResult {
    let sheet = &laid.sheet;
    let filled = layout::filled_down(sheet);
    let task = SheetTask {
        several: false,
        agreement,
        as_of: &AsOf::new("2023-10-05".parse().unwrap()),
        source: 0,
        mapping: &agreement.sources[0].sheets[0],
        workbook: "polisen/Logg.xlsx",
        sheet,
        filled: &filled,
        detail: RowDetail::Usual,
    };
    let result = layout::read(&task);
    let below: Vec<usize> = (laid.header + 1..sheet.rows.len())
        .filter(|row| !header::is_blank(sheet, *row))
        .collect();
    assert_eq!(
        result.dispositions.keys().copied().collect::<Vec<_>>(),
        below,
        "every row below the header has a fate: {sheet:?}"
    );
    assert!(!result.damaged, "{:?} {sheet:?}", result.findings);
    let rejected = result
        .dispositions
        .values()
        .filter(|disposition| **disposition == RowDisposition::Rejected)
        .count();
    assert_eq!(rejected, 0, "{:?}", result.findings);
    result
}
