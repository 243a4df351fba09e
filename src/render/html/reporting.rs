//! Who has reported which month: partners × months.

use chrono::Datelike;
use serde::Serialize;

use crate::model::edition::Edition;
use crate::model::report::Reporting;
use crate::model::span::DateSpan;
use crate::wording::Wording;

/// What a source has reported, month by month.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct ReportingRow {
    pub partner: String,
    pub source: String,
    pub(crate) cells: Vec<ReportingCell>,
}

/// A year of it.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct ReportingYear {
    pub year: i32,
    pub(crate) months: Vec<MonthHead>,
    pub rows: Vec<ReportingRow>,
}

/// The head of a month's column.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct MonthHead {
    pub(crate) short: String,
    pub name: String,
}

/// The reporting of a month.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct ReportingCell {
    pub name: &'static str,
    pub(crate) sign: &'static str,
    pub(crate) word: String,
}

impl ReportingCell {
    fn new(received: Option<bool>, wording: &Wording) -> ReportingCell {
        match received {
            Some(true) => ReportingCell {
                name: "received",
                sign: "✓",
                word: wording.text("ui-received"),
            },
            Some(false) => ReportingCell {
                name: "missing",
                sign: "✕",
                word: wording.text("ui-missing"),
            },
            None => ReportingCell {
                name: "not-due",
                sign: "–",
                word: wording.text("ui-not-due"),
            },
        }
    }
}

/// Every month that some source should have reported.
pub(crate) fn months(rows: &[Reporting]) -> Vec<DateSpan> {
    let mut months: Vec<_> = rows.iter().map(|row| row.month).collect();
    months.sort();
    months.dedup();
    months
}

/// A row a source, a cell a month.
fn reporting(
    rows: &[Reporting],
    months: &[DateSpan],
    edition: &Edition,
    wording: &Wording,
) -> Vec<ReportingRow> {
    let mut sources: Vec<(&str, &str)> = Vec::new();
    for row in rows {
        let source = (row.partner.as_str(), row.source.as_str());
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    let view = |(partner, source): (&str, &str)| ReportingRow {
        partner: edition.partner_name(partner).to_owned(),
        source: source.to_owned(),
        cells: months
            .iter()
            .map(|month| {
                let row = rows.iter().find(|row| {
                    row.partner == partner && row.source == source && row.month == *month
                });
                ReportingCell::new(row.map(|row| row.received), wording)
            })
            .collect(),
    };
    sources.into_iter().map(view).collect()
}

/// Who has reported which month, a year at a time.
pub(crate) fn years(
    rows: &[Reporting],
    months: &[DateSpan],
    edition: &Edition,
    wording: &Wording,
) -> Vec<ReportingYear> {
    let head = |month: &DateSpan| MonthHead {
        short: wording.month_short(*month),
        name: wording.month(*month),
    };
    let of_a_year = |months: &[DateSpan]| ReportingYear {
        year: months.first().map_or(0, |month| month.from.year()),
        months: months.iter().map(head).collect(),
        rows: reporting(rows, months, edition, wording),
    };
    months
        .chunk_by(|one, next| one.from.year() == next.from.year())
        .map(of_a_year)
        .collect()
}

/// What the signs in the cells mean.
pub(super) fn key(wording: &Wording) -> String {
    let cells =
        [Some(true), Some(false), None].map(|received| ReportingCell::new(received, wording));
    cells
        .map(|cell| format!("{}\u{a0}{}", cell.sign, cell.word.to_lowercase()))
        .join(", ")
}
