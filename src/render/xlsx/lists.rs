//! The sheets that list: what was not counted, findings, who has reported, sources.

use super::super::html::{change_key, reason, severity_key};
use super::sheet::{Cell, Column, Table, made};
use crate::model::activity::Origin;
use crate::model::edition::{Edition, EditionFinding, EditionPledge, EditionTarget, LeftOut};
use crate::model::quantity::Quantity;
use crate::model::report::{Reporting, RetroactiveChange};
use crate::wording::Wording;

/// A table of these columns and rows.
fn table<'a>(
    id: &'static str,
    sheet: &str,
    columns: &[(&str, u32)],
    (count, rows): (usize, Box<dyn Iterator<Item = Vec<Cell>> + 'a>),
    wording: &Wording,
) -> Table<'a> {
    Table {
        id,
        sheet: wording.text(sheet),
        columns: columns
            .iter()
            .map(|(key, width)| Column::new(wording.text(key), *width))
            .collect(),
        count,
        rows,
        nothing: wording.text("xlsx-nothing"),
    }
}

/// What was held and does not count.
pub fn not_counted<'a>(edition: &'a Edition, wording: &'a Wording) -> Table<'a> {
    let shown = || {
        let pledges = edition.pledges.iter();
        let targets =
            pledges.flat_map(|pledge| pledge.targets.iter().map(move |target| (pledge, target)));
        targets.flat_map(|(pledge, target)| {
            let left = target.not_counted.iter();
            left.filter_map(move |left| Some((pledge, target, left, left.origin.as_ref()?)))
        })
    };
    type Left<'a> = (
        &'a EditionPledge,
        &'a EditionTarget,
        &'a LeftOut,
        &'a Origin,
    );
    let row = |(pledge, target, left, origin): Left<'_>| {
        vec![
            Cell::text(&pledge.id),
            Cell::text(&wording.phrase(&target.phrase)),
            Cell::Day(left.date.from),
            Cell::Day(left.date.to),
            Cell::text(&reason(edition, left, wording)),
            Cell::text(&origin.workbook),
            Cell::text(&origin.sheet),
            Cell::text(&origin.cell),
        ]
    };
    let columns = [
        ("xlsx-id", 22),
        ("xlsx-target", 36),
        ("xlsx-from", 12),
        ("xlsx-to", 12),
        ("ui-reason", 56),
        ("ui-workbook", 40),
        ("ui-sheet", 20),
        ("ui-cell", 9),
    ];
    table(
        "NotCounted",
        "xlsx-not-counted",
        &columns,
        (shown().count(), Box::new(shown().map(row))),
        wording,
    )
}

/// What can be mended.
pub fn findings<'a>(edition: &'a Edition, wording: &'a Wording) -> Table<'a> {
    let row = move |found: &EditionFinding| {
        let finding = &found.finding;
        let place = &finding.place;
        let text = |text: &Option<String>| Cell::text(text.as_deref().unwrap_or_default());
        let owner = found.owner.as_deref();
        vec![
            Cell::text(&wording.text(severity_key(finding.severity()))),
            Cell::text(owner.map_or("", |id| edition.partner_name(id))),
            text(&place.workbook),
            text(&place.sheet),
            text(&place.cell),
            Cell::text(&wording.message(finding)),
            Cell::text(&wording.remedy(finding)),
            Cell::text(finding.code().name()),
        ]
    };
    let columns = [
        ("xlsx-severity", 13),
        ("ui-partner", 20),
        ("ui-workbook", 40),
        ("ui-sheet", 18),
        ("ui-cell", 9),
        ("xlsx-message", 56),
        ("xlsx-remedy", 56),
        ("xlsx-code", 24),
    ];
    let findings = edition.findings();
    let rows = (findings.len(), Box::new(findings.iter().map(row)) as Box<_>);
    table("Findings", "xlsx-findings", &columns, rows, wording)
}

/// Who has reported which month.
pub fn reporting<'a>(edition: &'a Edition, wording: &'a Wording) -> Table<'a> {
    let row = |row: &Reporting| {
        vec![
            Cell::text(edition.partner_name(&row.partner)),
            Cell::text(&row.source),
            Cell::text(&wording.span(row.month)),
            Cell::text(&wording.text(if row.received {
                "ui-received"
            } else {
                "ui-missing"
            })),
        ]
    };
    let columns = [
        ("ui-partner", 28),
        ("ui-workbook", 48),
        ("xlsx-month", 20),
        ("ui-status", 18),
    ];
    let rows = made(edition.reporting.iter().map(row).collect());
    table("Reporting", "xlsx-reporting", &columns, rows, wording)
}

/// How each pledge stood at the end of each month.
pub fn course<'a>(edition: &'a Edition, wording: &'a Wording) -> Table<'a> {
    let mut rows = Vec::new();
    for pledge in &edition.pledges {
        for moment in &pledge.course {
            rows.push(vec![
                Cell::Count(u64::try_from(pledge.number).unwrap_or(u64::MAX)),
                Cell::text(&pledge.id),
                Cell::Day(moment.month.to),
                Cell::Status(moment.status, wording.status(moment.status)),
            ]);
        }
    }
    let columns = [
        ("xlsx-number", 6),
        ("xlsx-id", 28),
        ("xlsx-month-end", 14),
        ("ui-status", 18),
    ];
    table("Course", "xlsx-course", &columns, made(rows), wording)
}

/// Figures of periods already reported that are no longer what they were.
pub fn retroactive<'a>(edition: &'a Edition, wording: &'a Wording) -> Table<'a> {
    let told = move |value: Option<Quantity>| {
        Cell::text(&value.map_or_else(String::new, |value| wording.quantity(value)))
    };
    let row = move |change: &RetroactiveChange| {
        vec![
            Cell::text(&change.origin.workbook),
            Cell::text(&change.origin.sheet),
            Cell::text(&change.origin.cell),
            Cell::text(&wording.text(change_key(change.what))),
            told(change.before),
            told(change.after),
        ]
    };
    let columns = [
        ("ui-workbook", 44),
        ("ui-sheet", 22),
        ("ui-cell", 9),
        ("ui-change", 14),
        ("ui-before", 14),
        ("ui-after", 14),
    ];
    let changes = edition.retroactive();
    let rows = (changes.len(), Box::new(changes.iter().map(row)) as Box<_>);
    table("Changes", "ui-retroactive", &columns, rows, wording)
}

/// What became of every workbook and sheet; the agreement itself first.
pub fn sources<'a>(edition: &'a Edition, wording: &'a Wording) -> Table<'a> {
    let agreement = &edition.agreement;
    let head = |name: &str, partner: &str, sheet: &str| {
        vec![Cell::text(name), Cell::text(partner), Cell::text(sheet)]
    };
    let mut first = head(&wording.text("xlsx-agreement"), "", "");
    first.extend([
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        Cell::text(&agreement.sha256),
    ]);
    let mut rows = vec![first];
    for account in edition.accounts() {
        let partner = account
            .partner
            .as_deref()
            .map_or("", |id| edition.partner_name(id));
        let hash = Cell::text(&account.sha256);
        for sheet in &account.sheets {
            let mut row = head(&account.workbook, partner, &sheet.sheet);
            let counts = [
                sheet.rows_read,
                sheet.rows_used,
                sheet.skipped,
                sheet.rejected,
            ];
            row.extend(counts.map(Cell::Count));
            row.push(hash.clone());
            rows.push(row);
        }
        if account.sheets.is_empty() {
            let mut row = head(&account.workbook, partner, "");
            row.extend([Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty, hash]);
            rows.push(row);
        }
    }
    let columns = [
        ("ui-workbook", 44),
        ("ui-partner", 22),
        ("ui-sheet", 22),
        ("ui-rows-read", 10),
        ("ui-rows-used", 10),
        ("ui-rows-skipped", 12),
        ("ui-rows-rejected", 12),
        ("ui-hash", 66),
    ];
    table("Sources", "xlsx-sources", &columns, made(rows), wording)
}
