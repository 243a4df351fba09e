//! The sheets with lists: what was not counted, findings, reporting, sources.

use super::super::html::{change_key, reason, severity_key};
use super::sheet::{HeadedColumn, SheetTable, TableCell, made};
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
    (count, rows): (usize, Box<dyn Iterator<Item = Vec<TableCell>> + 'a>),
    wording: &Wording,
) -> SheetTable<'a> {
    SheetTable {
        id,
        sheet: wording.text(sheet),
        columns: columns
            .iter()
            .map(|(key, width)| HeadedColumn::new(wording.text(key), *width))
            .collect(),
        count,
        rows,
        nothing: wording.text("xlsx-nothing"),
    }
}

/// What was held but does not count.
pub(crate) fn not_counted<'a>(edition: &'a Edition, wording: &'a Wording) -> SheetTable<'a> {
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
            TableCell::text(&pledge.id),
            TableCell::text(&wording.phrase(&target.phrase)),
            TableCell::Day(left.date.from),
            TableCell::Day(left.date.to),
            TableCell::text(&reason(edition, left, wording)),
            TableCell::text(&origin.workbook),
            TableCell::text(&origin.sheet),
            TableCell::text(&origin.cell),
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

pub(super) fn findings<'a>(edition: &'a Edition, wording: &'a Wording) -> SheetTable<'a> {
    let row = move |found: &EditionFinding| {
        let finding = &found.finding;
        let place = &finding.place;
        let text = |text: &Option<String>| TableCell::text(text.as_deref().unwrap_or_default());
        let owner = found.owner.as_deref();
        vec![
            TableCell::text(&wording.text(severity_key(finding.severity()))),
            TableCell::text(owner.map_or("", |id| edition.partner_name(id))),
            text(&place.workbook),
            text(&place.sheet),
            text(&place.cell),
            TableCell::text(&wording.message(finding)),
            TableCell::text(&wording.remedy(finding)),
            TableCell::text(finding.code().name()),
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
pub(super) fn reporting<'a>(edition: &'a Edition, wording: &'a Wording) -> SheetTable<'a> {
    let row = |row: &Reporting| {
        vec![
            TableCell::text(edition.partner_name(&row.partner)),
            TableCell::text(&row.source),
            TableCell::text(&wording.span(row.month)),
            TableCell::text(&wording.text(if row.received {
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

/// The verdict of each pledge at the end of each month.
pub(crate) fn course<'a>(edition: &'a Edition, wording: &'a Wording) -> SheetTable<'a> {
    let mut rows = Vec::new();
    for pledge in &edition.pledges {
        for moment in &pledge.course {
            rows.push(vec![
                TableCell::Count(u64::try_from(pledge.number).unwrap_or(u64::MAX)),
                TableCell::text(&pledge.id),
                TableCell::Day(moment.month.to),
                TableCell::Status(moment.status, wording.status(moment.status)),
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

/// Figures of periods already reported that have changed.
pub(crate) fn retroactive<'a>(edition: &'a Edition, wording: &'a Wording) -> SheetTable<'a> {
    let shown = move |value: Option<Quantity>| {
        TableCell::text(&value.map_or_else(String::new, |value| wording.quantity(value)))
    };
    let row = move |change: &RetroactiveChange| {
        vec![
            TableCell::text(&change.origin.workbook),
            TableCell::text(&change.origin.sheet),
            TableCell::text(&change.origin.cell),
            TableCell::text(&wording.text(change_key(change))),
            shown(change.before),
            shown(change.after),
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

/// The disposition of every workbook and sheet; the agreement itself first.
pub(super) fn sources<'a>(edition: &'a Edition, wording: &'a Wording) -> SheetTable<'a> {
    let agreement = &edition.agreement;
    let head = |name: &str, partner: &str, sheet: &str| {
        vec![
            TableCell::text(name),
            TableCell::text(partner),
            TableCell::text(sheet),
        ]
    };
    let mut first = head(&wording.text("xlsx-agreement"), "", "");
    first.extend([
        TableCell::Empty,
        TableCell::Empty,
        TableCell::Empty,
        TableCell::Empty,
        TableCell::text(&agreement.sha256),
    ]);
    let mut rows = vec![first];
    for account in edition.accounts() {
        let partner = account
            .partner
            .as_deref()
            .map_or("", |id| edition.partner_name(id));
        let hash = TableCell::text(&account.sha256);
        for sheet in &account.sheets {
            let mut row = head(&account.workbook, partner, &sheet.sheet);
            let counts = [
                sheet.rows_read,
                sheet.rows_used,
                sheet.skipped,
                sheet.rejected,
            ];
            row.extend(counts.map(TableCell::Count));
            row.push(hash.clone());
            rows.push(row);
        }
        if account.sheets.is_empty() {
            let mut row = head(&account.workbook, partner, "");
            row.extend([
                TableCell::Empty,
                TableCell::Empty,
                TableCell::Empty,
                TableCell::Empty,
                hash,
            ]);
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
