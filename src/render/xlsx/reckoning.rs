//! The sheet of reckonings: for each window what its verdict follows from, as formulas. `rules` has those of each kind.

use super::super::overview::short_name;
use super::cell::{TableCell, Value};
use super::columns::{counted, reckoning as column};
use super::figures::{Figures, WindowFigures};
use super::formula::{Manner, VerdictCells, occasion_code, verdict};
use super::judged::{Facts, PARTLY};
use super::rules::{Formulas, Sources};
use super::sheet::{Columns, HeadedColumn, Print, SheetTable};
use super::texts::Texts;
use crate::model::assessment::Status;
use crate::model::basis::VerdictRule;
use crate::model::quantity::{Amount, Quantity};

const ID: &str = "Reckoning";

fn headings(texts: &Texts<'_>) -> Vec<HeadedColumn> {
    vec![
        texts.column("xlsx-window-row", 9),
        texts.column("xlsx-number", 6),
        texts.column("xlsx-decides", 9),
        texts.column("xlsx-state", 9),
        texts.column("xlsx-covered", 9),
        texts.column("xlsx-incomplete", 9),
        texts.column("xlsx-required", 10),
        texts.column("xlsx-paced", 10),
        texts.column("xlsx-passed", 10),
        texts.column("xlsx-all", 10),
        texts.column("xlsx-low", 10),
        texts.column("xlsx-high", 10),
        texts.column("xlsx-whole-low", 10),
        texts.column("xlsx-whole-high", 10),
        texts.column("xlsx-pace", 10),
        texts.column("xlsx-kept", 9),
        texts.column("xlsx-lost", 9),
        texts.column("xlsx-holds-closed", 9),
        texts.column("xlsx-holds-pace", 9),
        texts.statuses("ui-status", 16),
        texts.column("xlsx-occasion", 9),
        texts.column("xlsx-id", 34),
        texts.column("xlsx-pledge-key", 22),
    ]
}

/// How formulas speak of reckonings.
pub(super) fn columns_of(figures: &Figures<'_>, texts: &Texts<'_>) -> Columns {
    let sheet = texts.wording.text("xlsx-reckoning");
    Columns::new(ID, &sheet, figures.windows.len(), &headings(texts))
}

/// The sheet.
pub(super) fn table<'a>(
    figures: &'a Figures<'a>,
    sources: Sources,
    texts: &'a Texts<'a>,
) -> SheetTable<'a> {
    let row = move |(index, window): (usize, &'a WindowFigures<'a>)| {
        row(figures, index, window, &sources, texts)
    };
    texts.table(
        ID,
        "xlsx-reckoning",
        headings(texts),
        (
            figures.windows.len(),
            Box::new(figures.windows.iter().enumerate().map(row)),
        ),
        Print::Nothing,
    )
}

/// Whether the verdict of a window is a formula: it has one, and the formula says the same.
pub(super) fn is_live(figures: &Figures<'_>, window: &WindowFigures<'_>) -> bool {
    let verdict = window.basis.and_then(|basis| {
        let facts = Facts::of(figures, window, basis)?;
        Some(facts.verdict(basis, window.window))
    });
    verdict == Some(window.window.status)
}

fn row(
    figures: &Figures<'_>,
    index: usize,
    window: &WindowFigures<'_>,
    sources: &Sources,
    texts: &Texts<'_>,
) -> Vec<TableCell> {
    let judged = window.window;
    let flag = |flag: bool| TableCell::Ordinal(flag.into());
    let state = match (judged.closed, judged.status) {
        (true, _) => 2,
        (_, Status::NotStarted) => 0,
        _ => 1,
    };
    let mut cells = vec![
        TableCell::ordinal(index + 1),
        TableCell::ordinal(window.pledge.number),
        flag(window.decides),
        TableCell::Ordinal(state),
    ];
    let live = window.basis.filter(|basis| match basis.rule {
        VerdictRule::Shown => true,
        _ => is_live(figures, window),
    });
    let Some(basis) = live else {
        cells.extend(std::iter::repeat_n(
            TableCell::Empty,
            column::STATUS - cells.len(),
        ));
        cells.push(texts.status(judged.status));
        cells.push(TableCell::Empty);
        cells.extend(pledge_cells(window));
        return cells;
    };
    let formulas = Formulas {
        figures,
        window,
        basis,
        sources,
        row: index + 2,
    };
    cells.extend([flag(basis.covered), flag(basis.incomplete)]);
    cells.extend(asked(&formulas));
    cells.extend(outcome(&formulas, texts));
    cells.extend(judged_cells(&formulas, texts));
    cells.push(basis.occasion.map_or(TableCell::Empty, |occasion| {
        TableCell::Code(occasion_code(occasion))
    }));
    cells.extend(pledge_cells(window));
    cells
}

/// The name and the id of the window's pledge.
fn pledge_cells(window: &WindowFigures<'_>) -> [TableCell; 2] {
    [
        TableCell::text(&short_name(window.pledge)),
        TableCell::Key(window.pledge.id.clone()),
    ]
}

/// What is asked, what the pace is taken of, and the time: days, weeks or months.
fn asked(formulas: &Formulas<'_>) -> [TableCell; 4] {
    let ratio = |(count, shares): (u64, u64)| {
        let of_one = Value::Number(count as f64 / shares.max(1) as f64);
        TableCell::Formula(format!("={count}/{}", shares.max(1)), of_one)
    };
    match &formulas.basis.rule {
        VerdictRule::Sum {
            number,
            paced,
            days: (passed, all),
            ..
        } => [
            TableCell::Amount(*number),
            TableCell::Amount(*paced),
            TableCell::Count(*passed),
            TableCell::Count(*all),
        ],
        VerdictRule::Average {
            number,
            times: (passed, all),
            ..
        } => [
            TableCell::Amount(*number),
            TableCell::Empty,
            ratio(*passed),
            ratio(*all),
        ],
        VerdictRule::Share { percent, .. } => [
            TableCell::Percent(*percent),
            TableCell::Empty,
            TableCell::Empty,
            TableCell::Empty,
        ],
        VerdictRule::EachPart {
            days: (passed, all),
            ..
        } => {
            let asked = formulas.window.window.required.unwrap_or(Amount::ZERO);
            [
                TableCell::Formula(formulas.asked_of_parts(), Value::Amount(asked)),
                TableCell::Empty,
                TableCell::Count(*passed),
                TableCell::Count(*all),
            ]
        }
        VerdictRule::Requests { .. } | VerdictRule::Steps { .. } => {
            let asked = formulas.window.window.required.unwrap_or(Amount::ZERO);
            [
                TableCell::Formula(formulas.number_of_parts(), Value::Amount(asked)),
                TableCell::Empty,
                TableCell::Empty,
                TableCell::Empty,
            ]
        }
        VerdictRule::Measured { number, .. } | VerdictRule::AnswerTimes { limit: number, .. } => [
            TableCell::Amount(*number),
            TableCell::Empty,
            TableCell::Empty,
            TableCell::Empty,
        ],
        VerdictRule::EachPeriod { .. } | VerdictRule::Gaps { .. } | VerdictRule::Shown => [
            TableCell::amount(formulas.window.window.required),
            TableCell::Empty,
            TableCell::Empty,
            TableCell::Empty,
        ],
    }
}

/// What was done, of how much.
fn outcome(formulas: &Formulas<'_>, texts: &Texts<'_>) -> [TableCell; 4] {
    let window = formulas.window.window;
    let bounds = |outcome: Option<Quantity>, (low, high): (String, String)| {
        let outcome = outcome.unwrap_or(Quantity::ZERO);
        let high = match outcome.high() {
            Some(value) => TableCell::Formula(high, Value::Amount(value)),
            None => texts.high(outcome),
        };
        (TableCell::Formula(low, Value::Amount(outcome.low())), high)
    };
    let sum = |low, high| (formulas.sum(low), formulas.sum(high));
    match &formulas.basis.rule {
        VerdictRule::Share { .. } => {
            let (low, high) = bounds(window.outcome, sum(counted::PART_LOW, counted::PART_HIGH));
            let (whole_low, whole_high) = bounds(window.out_of, sum(counted::LOW, counted::HIGH));
            [low, high, whole_low, whole_high]
        }
        VerdictRule::EachPart { .. } => {
            let (low, high) = bounds(window.outcome, formulas.sum_of_parts());
            [low, high, TableCell::Empty, TableCell::Empty]
        }
        VerdictRule::EachPeriod { .. } => {
            let (low, high) = bounds(window.outcome, formulas.parts_that_hold());
            [low, high, TableCell::Empty, TableCell::Empty]
        }
        VerdictRule::Requests { .. } => {
            let (low, high) = bounds(window.outcome, formulas.parts_that_hold());
            let all = formulas.number_of_parts();
            let (whole_low, whole_high) = bounds(window.out_of, (all.clone(), all));
            [low, high, whole_low, whole_high]
        }
        VerdictRule::Steps { .. } => {
            let (low, high) = bounds(window.outcome, formulas.done_of_parts());
            [low, high, TableCell::Empty, TableCell::Empty]
        }
        VerdictRule::Gaps { longest } => {
            let gap = formulas.gaps(*longest).0;
            let (low, high) = bounds(window.outcome, (gap.clone(), gap));
            [low, high, TableCell::Empty, TableCell::Empty]
        }
        VerdictRule::AnswerTimes { .. } => {
            let average = formulas.average_of_parts();
            let (low, high) = bounds(window.outcome, (average.clone(), average));
            [low, high, TableCell::Empty, TableCell::Empty]
        }
        // What was measured is what was read.
        VerdictRule::Measured { .. } => {
            let value = window.outcome.unwrap_or(Quantity::ZERO);
            let high = texts.high(value);
            [
                TableCell::Amount(value.low()),
                high,
                TableCell::Empty,
                TableCell::Empty,
            ]
        }
        _ if formulas.basis.different.is_some() => {
            let (low, high) = bounds(window.outcome, formulas.sum_of_parts());
            [low, high, TableCell::Empty, TableCell::Empty]
        }
        VerdictRule::Sum { .. } | VerdictRule::Average { .. } | VerdictRule::Shown => {
            let (low, high) = bounds(window.outcome, sum(counted::LOW, counted::HIGH));
            [low, high, TableCell::Empty, TableCell::Empty]
        }
    }
}

/// The pace, the four conditions, and the verdict that follows from them.
fn judged_cells(formulas: &Formulas<'_>, texts: &Texts<'_>) -> Vec<TableCell> {
    let status = formulas.window.window.status;
    let facts = Facts::of(formulas.figures, formulas.window, formulas.basis);
    let Some(facts) = facts else {
        let mut cells = vec![TableCell::Empty; column::STATUS - column::PACE];
        cells.push(texts.status(status));
        return cells;
    };
    let own = |column| formulas.sources.own.own(column, formulas.row);
    let word = texts.wording.status(status);
    let basis = formulas.basis;
    let manner = Manner {
        effort: basis.effort,
        partly: (PARTLY.iter().filter(|_| basis.partial))
            .map(|(part, whole)| (formulas.some_part_is(*part, texts.wording), *whole))
            .collect(),
        nobody: formulas.nobody_asked(),
        occasion: basis.occasion.map(|_| own(column::OCCASION)),
    };
    let verdict = verdict(
        &VerdictCells {
            state: &own(column::STATE),
            covered: &own(column::COVERED),
            incomplete: &own(column::INCOMPLETE),
            kept: &own(column::KEPT),
            lost: &own(column::LOST),
            closed: &own(column::CLOSED),
            pace: &own(column::KEEPS_PACE),
        },
        &manner,
        texts.wording,
    );
    let conditions = formulas.conditions();
    let code = |formula: String, code: f64| TableCell::Formula(formula, Value::Number(code));
    vec![
        match (formulas.pace(), facts.pace_asked) {
            (Some(formula), Some(asked)) => code(formula, asked),
            _ => TableCell::Empty,
        },
        code(conditions.kept, f64::from(facts.kept)),
        code(conditions.lost, f64::from(facts.lost)),
        code(conditions.closed, facts.closed),
        code(conditions.pace, facts.pace),
        TableCell::Formula(verdict, Value::Status(word)),
    ]
}
