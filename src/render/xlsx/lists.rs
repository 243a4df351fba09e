//! The sheets that list: what was not counted, findings, who has reported, sources.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::super::html::{change_key, reason, severity_key};
use super::super::overview::short_name;
use super::cell::TableCell;
use super::sheet::{Columns, Print, SheetTable, made};
use super::texts::{Rows, Texts};
use crate::model::activity::Origin;
use crate::model::edition::{EditionFinding, EditionPledge, EditionTarget, LeftOut};
use crate::model::quantity::Quantity;
use crate::model::report::{Reporting, RetroactiveChange};

/// A table of these columns and rows, all of it printed.
fn table<'a>(
    id: &'static str,
    sheet: &str,
    columns: &[(&str, u32)],
    rows: Rows<'a>,
    texts: &Texts<'_>,
) -> SheetTable<'a> {
    let columns: Vec<_> = columns
        .iter()
        .map(|(key, width)| texts.column(key, *width))
        .collect();
    let all = u16::try_from(columns.len()).unwrap_or(u16::MAX);
    texts.table(id, sheet, columns, rows, Print::Columns(all))
}

/// Leads to the row of a pledge.
fn to_pledge(pledge: &EditionPledge, index: usize, pledges: &Columns) -> TableCell {
    TableCell::Link {
        text: String::new(),
        number: u64::try_from(pledge.number).ok(),
        to: pledges.place(index..=index),
    }
}

/// What was held and does not count.
pub(super) fn not_counted<'a>(texts: &'a Texts<'a>, pledges: &Columns) -> SheetTable<'a> {
    let (edition, wording) = (texts.edition, texts.wording);
    let pledges = pledges.clone();
    let shown = || {
        let pledges = edition.pledges.iter().enumerate();
        let targets =
            pledges.flat_map(|(at, pledge)| pledge.targets.iter().map(move |of| (at, pledge, of)));
        targets.flat_map(|(at, pledge, target)| {
            let left = target.not_counted.iter();
            left.filter_map(move |left| Some((at, pledge, target, left, left.origin.as_ref()?)))
        })
    };
    type Left<'a> = (
        usize,
        &'a EditionPledge,
        &'a EditionTarget,
        &'a LeftOut,
        &'a Origin,
    );
    let row = move |(at, pledge, target, left, origin): Left<'_>| {
        vec![
            to_pledge(pledge, at, &pledges),
            TableCell::text(&short_name(pledge)),
            TableCell::text(&wording.phrase(&target.phrase)),
            TableCell::Day(left.date.from),
            TableCell::Day(left.date.to),
            TableCell::text(&reason(edition, target, left, wording)),
            TableCell::text(&origin.workbook),
            TableCell::text(&origin.sheet),
            TableCell::text(&origin.cell),
            TableCell::Key(pledge.id.clone()),
        ]
    };
    let columns = [
        ("xlsx-number", 5),
        ("xlsx-id", 30),
        ("xlsx-target", 30),
        ("xlsx-from", 12),
        ("xlsx-to", 12),
        ("ui-reason", 56),
        ("ui-workbook", 40),
        ("ui-sheet", 20),
        ("ui-cell", 9),
        ("xlsx-pledge-key", 22),
    ];
    table(
        "NotCounted",
        "xlsx-not-counted",
        &columns,
        (shown().count(), Box::new(shown().map(row))),
        texts,
    )
}

/// What can be mended.
pub(super) fn findings<'a>(
    texts: &'a Texts<'a>,
    pledges: &Columns,
    concerned: &Rc<Concerned<'a>>,
) -> SheetTable<'a> {
    let (edition, wording) = (texts.edition, texts.wording);
    let pledges = pledges.clone();
    let concerned = Rc::clone(concerned);
    let row = move |found: &'a EditionFinding| {
        let finding = &found.finding;
        let place = &finding.place;
        let sheet = (place.workbook.as_deref()).zip(place.sheet.as_deref());
        let of_sheet = sheet.and_then(|sheet| concerned.get(&sheet));
        let concerned: Vec<(usize, &EditionPledge)> = (of_sheet.into_iter().flatten())
            .filter_map(|at| Some((*at, edition.pledges.get(*at)?)))
            .collect();
        let names: Vec<String> = concerned
            .iter()
            .map(|(_, pledge)| short_name(pledge))
            .collect();
        let text = |text: &Option<String>| TableCell::text(text.as_deref().unwrap_or_default());
        let owner = found.owner.as_deref();
        vec![
            match concerned.first() {
                Some((at, pledge)) => to_pledge(pledge, *at, &pledges),
                None => TableCell::Empty,
            },
            TableCell::text(&names.join("\n")),
            TableCell::text(&wording.text(severity_key(finding.severity()))),
            TableCell::text(owner.map_or("", |id| edition.partner_name(id))),
            text(&place.workbook),
            text(&place.sheet),
            text(&place.cell),
            TableCell::text(&wording.message(finding)),
            TableCell::text(&wording.remedy(finding)),
            TableCell::Key(finding.code().name().to_owned()),
        ]
    };
    let columns = [
        ("xlsx-number", 6),
        ("xlsx-id", 30),
        ("xlsx-severity", 16),
        ("ui-partner", 28),
        ("ui-workbook", 36),
        ("ui-sheet", 18),
        ("ui-cell", 9),
        ("xlsx-message", 56),
        ("xlsx-remedy", 56),
        ("xlsx-code", 24),
    ];
    let findings = edition.findings();
    let rows = (findings.len(), Box::new(findings.iter().map(row)) as Box<_>);
    table("Findings", "xlsx-findings", &columns, rows, texts)
}

/// The pledges, by their places, that each sheet of a workbook concerns.
pub(super) type Concerned<'a> = BTreeMap<(&'a str, &'a str), BTreeSet<usize>>;

/// The pledges that rows of each sheet count for or were left out of.
pub(super) fn concerned<'a>(texts: &Texts<'a>) -> Concerned<'a> {
    let mut concerned = Concerned::new();
    for (at, pledge) in texts.edition.pledges.iter().enumerate() {
        for target in &pledge.targets {
            let counted = target.counted.iter().map(|row| &row.origin);
            let left = target
                .not_counted
                .iter()
                .filter_map(|left| left.origin.as_ref());
            for origin in counted.chain(left) {
                let sheet = (origin.workbook.as_str(), origin.sheet.as_str());
                concerned.entry(sheet).or_default().insert(at);
            }
        }
    }
    concerned
}

/// The numbers of the pledges that a sheet concerns.
fn numbers(concerned: &Concerned<'_>, workbook: &str, sheet: &str, texts: &Texts<'_>) -> TableCell {
    let pledges = concerned.get(&(workbook, sheet)).into_iter().flatten();
    let numbers: Vec<String> = pledges
        .filter_map(|at| texts.edition.pledges.get(*at))
        .map(|pledge| pledge.number.to_string())
        .collect();
    TableCell::text(&numbers.join(", "))
}

/// Who has reported which month.
pub(super) fn reporting<'a>(texts: &'a Texts<'a>) -> SheetTable<'a> {
    let (edition, wording) = (texts.edition, texts.wording);
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
    table("Reporting", "xlsx-reporting", &columns, rows, texts)
}

/// Figures of periods already reported that are no longer what they were.
pub(super) fn retroactive<'a>(
    texts: &'a Texts<'a>,
    concerned: &Rc<Concerned<'a>>,
) -> SheetTable<'a> {
    let (edition, wording) = (texts.edition, texts.wording);
    let concerned = Rc::clone(concerned);
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
            numbers(
                &concerned,
                &change.origin.workbook,
                &change.origin.sheet,
                texts,
            ),
        ]
    };
    let columns = [
        ("ui-workbook", 44),
        ("ui-sheet", 22),
        ("ui-cell", 9),
        ("ui-change", 14),
        ("ui-before", 14),
        ("ui-after", 14),
        ("xlsx-pledges-counted", 14),
    ];
    let changes = edition.retroactive();
    let rows = (changes.len(), Box::new(changes.iter().map(row)) as Box<_>);
    table("Changes", "ui-retroactive", &columns, rows, texts)
}

/// What became of every workbook and sheet; the agreement itself first.
pub(super) fn sources<'a>(texts: &'a Texts<'a>, concerned: &Concerned<'_>) -> SheetTable<'a> {
    let (edition, wording) = (texts.edition, texts.wording);
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
            match &sheet.rows {
                Some(rows) => {
                    let counts = [rows.rows_read, rows.rows_used, rows.skipped, rows.rejected];
                    row.extend(counts.map(TableCell::Count));
                }
                None => row.extend([(); 4].map(|()| TableCell::text(&wording.text("ui-withheld")))),
            }
            row.push(numbers(concerned, &account.workbook, &sheet.sheet, texts));
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
        ("xlsx-pledges-counted", 14),
        ("ui-hash", 66),
    ];
    let mut sources = table("Sources", "xlsx-sources", &columns, made(rows), texts);
    sources.print = Print::Nothing;
    sources
}
