//! The sheet of pledges: a row each.

use super::super::overview::{partners, reckoning, window_name};
use super::sheet::{HeadedColumn, SheetTable, TableCell, made};
use crate::model::assessment::WindowAssessment;
use crate::model::edition::{Edition, EditionPledge, EditionTarget};
use crate::model::finding::Phrase;
use crate::wording::Wording;

pub(crate) fn table(edition: &Edition, wording: &Wording) -> SheetTable<'static> {
    let column = |key: &str, width| HeadedColumn::new(wording.text(key), width);
    let (count, rows) = made(
        edition
            .pledges
            .iter()
            .map(|pledge| row(edition, pledge, wording))
            .collect(),
    );
    SheetTable {
        id: "Pledges",
        sheet: wording.text("xlsx-pledges"),
        columns: vec![
            column("xlsx-number", 5),
            column("xlsx-id", 19),
            column("xlsx-area", 18),
            column("xlsx-promised", 42),
            column("ui-status", 16),
            column("xlsx-claimed", 13),
            column("ui-responsible", 18),
            column("ui-reckoning", 44),
            column("ui-remaining", 32),
        ],
        count,
        rows,
        nothing: wording.text("xlsx-nothing"),
    }
}

fn row(edition: &Edition, pledge: &EditionPledge, wording: &Wording) -> Vec<TableCell> {
    let agreement = &edition.agreement;
    let area = agreement
        .areas
        .iter()
        .find(|area| Some(&area.id) == pledge.area.as_ref());
    let claimed = match &pledge.claim {
        Some(claim) => (claim.status.clone()).unwrap_or_else(|| wording.text("ui-claim-private")),
        None => String::new(),
    };
    let targets = &pledge.targets;
    let remaining = |window: &WindowAssessment| match &window.remaining {
        Some(remaining) if !window.withheld => wording.phrase(remaining),
        _ => String::new(),
    };
    vec![
        TableCell::Count(u64::try_from(pledge.number).unwrap_or(u64::MAX)),
        TableCell::text(&pledge.id),
        TableCell::text(area.map_or("", |area| &area.name)),
        TableCell::text(&pledge.text),
        TableCell::Status(pledge.status, wording.status(pledge.status)),
        TableCell::text(&claimed),
        TableCell::text(&partners(edition, &pledge.responsible, wording)),
        TableCell::text(&lines(targets, wording, &|window| {
            reckoning(window, wording)
        })),
        TableCell::text(&lines(targets, wording, &remaining)),
    ]
}

/// The reckoning of each window, a line each.
fn lines(
    targets: &[EditionTarget],
    wording: &Wording,
    said: &dyn Fn(&WindowAssessment) -> String,
) -> String {
    let windows = targets.iter().flat_map(|target| &target.windows);
    let line = |window: &WindowAssessment| {
        let said = said(window);
        let name = window_name(window, wording);
        (!said.is_empty()).then(|| {
            wording.phrase(
                &Phrase::new("ui-window-line")
                    .with("window", name)
                    .with("line", said),
            )
        })
    };
    windows.filter_map(line).collect::<Vec<_>>().join("\n")
}
