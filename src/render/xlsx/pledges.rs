//! The first table: a row a pledge, with how it stands.

use super::super::overview::{partners, reckoning as words, short_name, window_name};
use super::cell::{TableCell, Value};
use super::columns::{pledges as own_column, reckoning as column};
use super::figures::Figures;
use super::formula::worst;
use super::sheet::{Columns, HeadedColumn, Print, SheetTable, made};
use super::texts::Texts;
use crate::model::assessment::{Status, WindowAssessment};
use crate::model::edition::{EditionPledge, EditionTarget};
use crate::model::finding::Phrase;
use crate::wording::Wording;

const ID: &str = "Pledges";

fn headings(texts: &Texts<'_>) -> Vec<HeadedColumn> {
    let mut headings = vec![
        texts.column("xlsx-number", 5),
        texts.column("xlsx-id", 32),
        texts.column("xlsx-promised", 44),
        texts.statuses("ui-status", 16),
        texts.column("ui-responsible", 22),
        texts.column("ui-reckoning", 44),
        texts.column("ui-remaining", 32),
        texts.column("xlsx-claimed", 13),
        texts.column("xlsx-area", 18),
        texts.column("xlsx-pledge-key", 22),
    ];
    if texts.edition.agreement.last_term.is_some() {
        headings.push(texts.statuses("ui-last-term", 16));
    }
    headings
}

/// How formulas speak of pledges.
pub(super) fn columns_of(texts: &Texts<'_>) -> Columns {
    let sheet = texts.wording.text("xlsx-pledges");
    Columns::new(ID, &sheet, texts.edition.pledges.len(), &headings(texts))
}

/// The sheet.
pub(super) fn table(
    figures: &Figures<'_>,
    targets: &Columns,
    reckonings: &Columns,
    texts: &Texts<'_>,
) -> SheetTable<'static> {
    let own = columns_of(texts);
    let statuses: Vec<Status> = texts.edition.statuses().collect();
    let pledges = texts.edition.pledges.iter().enumerate();
    let rows = pledges.map(|(index, pledge)| {
        let status = if figures.says_pledge(pledge) {
            let formula = worst(
                &reckonings.all(column::STATUS),
                &reckonings.all(column::PLEDGE),
                &reckonings.all(column::DECIDES),
                &own.own(own_column::NUMBER, index + 2),
                (&statuses, texts.wording),
            );
            let word = texts.wording.status(pledge.status);
            TableCell::Formula(formula, Value::Status(word))
        } else {
            texts.status(pledge.status)
        };
        row(figures, pledge, status, targets, texts)
    });
    let mut table = texts.table(
        ID,
        "xlsx-pledges",
        headings(texts),
        made(rows.collect()),
        Print::Columns(9),
    );
    table.frozen = 2;
    table
}

/// The row of a pledge.
fn row(
    figures: &Figures<'_>,
    pledge: &EditionPledge,
    status: TableCell,
    columns: &Columns,
    texts: &Texts<'_>,
) -> Vec<TableCell> {
    let (edition, wording) = (texts.edition, texts.wording);
    let area = edition
        .agreement
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
    let windows: Vec<usize> = figures.of_pledge(pledge.number).collect();
    let name = match (windows.first(), windows.last()) {
        (Some(first), Some(last)) => TableCell::Link {
            text: short_name(pledge),
            number: None,
            to: columns.place(*first..=*last),
        },
        _ => TableCell::text(&short_name(pledge)),
    };
    let mut cells = vec![
        TableCell::ordinal(pledge.number),
        name,
        TableCell::text(&pledge.text),
        status,
        TableCell::text(&partners(edition, &pledge.responsible, wording)),
        TableCell::text(&lines(targets, wording, &|window| words(window, wording))),
        TableCell::text(&lines(targets, wording, &remaining)),
        TableCell::text(&claimed),
        TableCell::text(area.map_or("", |area| &area.name)),
        TableCell::Key(pledge.id.clone()),
    ];
    if edition.agreement.last_term.is_some() {
        cells.push((pledge.last_term).map_or(TableCell::text(""), |status| texts.status(status)));
    }
    cells
}

/// What each window says, a line a window that says anything.
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
