//! The sheets of targets and of evidence: every outcome, and the cells it is the sum of.

use std::collections::BTreeMap;

use super::super::overview::{grows_evenly, reckoning, window_name};
use super::sheet::{HeadedColumn, SheetTable, TableCell, column_range, made};
use crate::model::assessment::{CountedRow, WindowAssessment};
use crate::model::edition::{Edition, EditionPledge, EditionTarget};
use crate::model::finding::Phrase;
use crate::model::quantity::{Amount, Quantity};
use crate::wording::Wording;

/// The columns of the evidence that formulas speak of.
const LOW: char = 'D';
const HIGH: char = 'E';
const KEY: char = 'I';
const WINDOW: char = 'J';

/// Every counted row, and what the rows of each window add up to.
pub(crate) struct Evidence<'a> {
    edition: &'a Edition,
    count: usize,
    sums: BTreeMap<(String, String), Quantity>,
}

/// A row that counted, for a target.
type Shown<'a> = (&'a EditionPledge, &'a EditionTarget, &'a CountedRow);

/// The rows that an edition shows.
fn shown(edition: &Edition) -> impl Iterator<Item = Shown<'_>> {
    let pledges = edition.pledges.iter();
    let targets =
        pledges.flat_map(|pledge| pledge.targets.iter().map(move |target| (pledge, target)));
    targets.flat_map(|(pledge, target)| {
        let counted = target.counted.iter();
        counted.map(move |counted| (pledge, target, counted))
    })
}

/// The key of the only window that a row surely lies in; otherwise the word for several.
fn window_of((_, target, counted): Shown<'_>, wording: &Wording) -> String {
    let mut touched = target
        .windows
        .iter()
        .filter(|window| counted.date.overlaps(window.span));
    match (touched.next(), touched.next()) {
        // Only what lies wholly in one window is surely a part of its sum.
        (Some(window), None) if counted.date.within(window.span) => window_key(window),
        _ => wording.text("xlsx-several"),
    }
}

impl<'a> Evidence<'a> {
    /// The evidence that an edition shows.
    pub(super) fn new(edition: &'a Edition, wording: &Wording) -> Evidence<'a> {
        let mut evidence = Evidence {
            edition,
            count: 0,
            sums: BTreeMap::new(),
        };
        for row in shown(edition) {
            let (pledge, target, counted) = row;
            evidence.count += 1;
            let key = (target_key(pledge, target), window_of(row, wording));
            let sum = evidence.sums.entry(key).or_insert(Quantity::ZERO);
            *sum = sum.plus(counted.value);
        }
        evidence
    }

    /// The formula of a bound of a window's outcome; its row holds the keys in the columns L and M.
    fn formula(
        &self,
        key: &str,
        window: &str,
        column: char,
        row: usize,
        sheet: &str,
    ) -> Option<String> {
        // Signs that a criterion of the formula would take for an operator or a wildcard.
        if !is_plain_key(key) || !is_plain_key(window) {
            return None;
        }
        let range = |column| column_range(sheet, column, self.count);
        Some(format!(
            "=SUMIFS({},{},$L${row},{},$M${row})",
            range(column),
            range(KEY),
            range(WINDOW)
        ))
    }

    /// What the rows of a window add up to; nothing at all if there are none.
    fn sum(&self, key: &str, window: &str) -> Quantity {
        self.sums
            .get(&(key.to_owned(), window.to_owned()))
            .copied()
            .unwrap_or(Quantity::ZERO)
    }

    /// The sheet.
    pub(crate) fn table(&self, wording: &'a Wording) -> SheetTable<'a> {
        let row = move |row: Shown<'a>| {
            let (pledge, target, counted) = row;
            let high = match counted.value.high() {
                Some(high) => TableCell::Amount(high),
                None => TableCell::text(&wording.text("xlsx-open")),
            };
            vec![
                TableCell::text(&pledge.id),
                TableCell::Day(counted.date.from),
                TableCell::Day(counted.date.to),
                TableCell::Amount(counted.value.low()),
                high,
                TableCell::text(&counted.origin.workbook),
                TableCell::text(&counted.origin.sheet),
                TableCell::text(&counted.origin.cell),
                TableCell::text(&target_key(pledge, target)),
                TableCell::text(&window_of(row, wording)),
            ]
        };
        let column = |key: &str, width| HeadedColumn::new(wording.text(key), width);
        SheetTable {
            id: "Evidence",
            sheet: wording.text("xlsx-evidence"),
            columns: vec![
                column("xlsx-id", 22),
                column("xlsx-from", 12),
                column("xlsx-to", 12),
                column("xlsx-low", 12),
                column("xlsx-high", 12),
                column("ui-workbook", 44),
                column("ui-sheet", 22),
                column("ui-cell", 9),
                column("xlsx-key", 26),
                column("xlsx-window-key", 24),
            ],
            count: self.count,
            rows: Box::new(shown(self.edition).map(row)),
            nothing: wording.text("xlsx-nothing"),
        }
    }
}

/// `medborgarkontakter/1`: what tells a target from every other.
fn target_key(pledge: &EditionPledge, target: &EditionTarget) -> String {
    format!("{}/{}", pledge.id, target.id)
}

/// `2023-01-01/2023-12-31`: what tells a window of a target from the others.
fn window_key(window: &WindowAssessment) -> String {
    window.span.to_string()
}

/// Whether a criterion means just these characters.
fn is_plain_key(key: &str) -> bool {
    key.starts_with(char::is_alphanumeric)
        && key
            .chars()
            .all(|c| c.is_alphanumeric() || "-_/.".contains(c))
}

/// The sheet of targets: a row a window.
pub(crate) fn table(
    edition: &Edition,
    evidence: &Evidence<'_>,
    wording: &Wording,
) -> SheetTable<'static> {
    let column = |key: &str, width| HeadedColumn::new(wording.text(key), width);
    let mut rows = Vec::new();
    for pledge in &edition.pledges {
        for target in &pledge.targets {
            for window in &target.windows {
                // The header is row 1.
                let row = rows.len() + 2;
                rows.push(window_row(
                    edition, pledge, target, window, evidence, row, wording,
                ));
            }
        }
    }
    let (count, rows) = made(rows);
    SheetTable {
        id: "Targets",
        sheet: wording.text("xlsx-targets"),
        columns: vec![
            column("xlsx-id", 19),
            column("xlsx-target", 36),
            column("xlsx-window", 14),
            column("xlsx-from", 12),
            column("xlsx-to", 12),
            column("xlsx-required", 9),
            column("xlsx-pace", 9),
            column("xlsx-low", 11),
            column("xlsx-high", 11),
            column("ui-status", 16),
            column("ui-reckoning", 44),
            column("xlsx-key", 24),
            column("xlsx-window-key", 23),
        ],
        count,
        rows,
        nothing: wording.text("xlsx-nothing"),
    }
}

/// The row of a window.
fn window_row(
    edition: &Edition,
    pledge: &EditionPledge,
    target: &EditionTarget,
    window: &WindowAssessment,
    evidence: &Evidence<'_>,
    row: usize,
    wording: &Wording,
) -> Vec<TableCell> {
    let key = target_key(pledge, target);
    let asked = |amount: Option<Amount>| match amount {
        Some(_) if window.withheld => TableCell::text(&wording.text("ui-withheld")),
        Some(percent) if target.kind == "share" => {
            TableCell::text(&wording.phrase(&Phrase::new("percent").with("number", percent)))
        }
        amount => TableCell::amount(amount),
    };
    let (low, high) = outcome_cells(edition, pledge, target, window, evidence, row, wording);
    vec![
        TableCell::text(&pledge.id),
        TableCell::text(&wording.phrase(&target.phrase)),
        TableCell::text(&window_name(window, wording)),
        TableCell::Day(window.span.from),
        TableCell::Day(window.span.to),
        asked(window.required),
        asked(window.pace.filter(|_| grows_evenly(target))),
        low,
        high,
        TableCell::Status(window.status, wording.status(window.status)),
        TableCell::text(&reckoning(window, wording)),
        TableCell::text(&key),
        TableCell::text(&window_key(window)),
    ]
}

/// The lowest and highest outcome: a formula over the evidence where it is that sum, otherwise the number.
fn outcome_cells(
    edition: &Edition,
    pledge: &EditionPledge,
    target: &EditionTarget,
    window: &WindowAssessment,
    evidence: &Evidence<'_>,
    row: usize,
    wording: &Wording,
) -> (TableCell, TableCell) {
    if window.withheld {
        let word = TableCell::text(&wording.text("ui-withheld"));
        return (word.clone(), word);
    }
    let Some(outcome) = window.outcome else {
        return (TableCell::Empty, TableCell::Empty);
    };
    let (key, span) = (target_key(pledge, target), window_key(window));
    let sum = evidence.sum(&key, &span);
    let summed = edition.details.is_some() && adds_up(pledge, target);
    let sheet = wording.text("xlsx-evidence");
    let cell = |value: Amount, same: bool, column: char| {
        let formula = if summed && same {
            evidence.formula(&key, &span, column, row, &sheet)
        } else {
            None
        };
        formula.map_or(TableCell::Amount(value), |formula| {
            TableCell::Sum(formula, value)
        })
    };
    let low = cell(outcome.low(), sum.low() == outcome.low(), LOW);
    let high = match outcome.high() {
        Some(high) => cell(high, sum.high() == Some(high), HIGH),
        None => TableCell::text(&wording.text("xlsx-open")),
    };
    (low, high)
}

/// Whether the outcome of such a target is a sum of what counted, and equal to it for no other reason: not a gap in days,
/// a number of places, or parts that each count to their own number at most.
fn adds_up(pledge: &EditionPledge, target: &EditionTarget) -> bool {
    let sums = matches!(target.kind, "count" | "average" | "baseline" | "shown");
    sums && !pledge.counts_distinct
}
