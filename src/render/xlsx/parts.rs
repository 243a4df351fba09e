//! The sheet of parts: places, audiences, weeks, steps and requests, each with what it is judged by.

use super::cell::{TableCell, Value, number};
use super::columns::{counted, parts as column};
use super::dated::DatedPart;
use super::figures::{Figures, PartFigures, WindowFigures};
use super::formula::{TruthWords, day, held_against, join, serial};
use super::sheet::{Columns, HeadedColumn, Print, SheetTable};
use super::texts::Texts;
use crate::model::assessment::{PartAssessment, Status};
use crate::model::basis::{VerdictBasis, VerdictRule};
use crate::model::quantity::{Amount, Quantity, Truth};
use crate::model::target::Bound;

const ID: &str = "Parts";

fn columns(texts: &Texts<'_>) -> Vec<HeadedColumn> {
    vec![
        texts.column("xlsx-number", 6),
        texts.column("xlsx-id", 34),
        texts.column("xlsx-window", 16),
        texts.column("xlsx-part", 28),
        texts.column("xlsx-from", 12),
        texts.column("xlsx-to", 12),
        texts.column("xlsx-due", 12),
        texts.column("xlsx-done", 12),
        texts.column("xlsx-required", 9),
        texts.column("xlsx-low", 10),
        texts.column("xlsx-high", 10),
        texts.statuses("ui-status", 16),
        texts.column("xlsx-capped-low", 11),
        texts.column("xlsx-capped-high", 11),
        texts.column("xlsx-holds", 9),
        texts.column("xlsx-over", 9),
        texts.column("xlsx-part-row", 9),
        texts.column("xlsx-window-row", 9),
        texts.column("xlsx-pledge-key", 22),
    ]
}

/// How formulas speak of parts.
pub(super) fn columns_of(figures: &Figures<'_>, texts: &Texts<'_>) -> Columns {
    let sheet = texts.wording.text("xlsx-parts");
    Columns::new(ID, &sheet, figures.parts.len(), &columns(texts))
}

/// The sheet.
pub(super) fn table<'a>(
    figures: &'a Figures<'a>,
    counted: Columns,
    texts: &'a Texts<'a>,
) -> SheetTable<'a> {
    let own = columns_of(figures, texts);
    let row = move |(index, part): (usize, &'a PartFigures<'a>)| {
        let window = figures.windows.get(part.window);
        window.map_or_else(Vec::new, |window| {
            let cells = PartCells {
                part: &part.part,
                window,
                counted: &counted,
                own: &own,
                row: index + 2,
                texts,
            };
            cells.row(index, part.window)
        })
    };
    texts.table(
        ID,
        "xlsx-parts",
        columns(texts),
        (
            figures.parts.len(),
            Box::new(figures.parts.iter().enumerate().map(row)),
        ),
        Print::Columns(12),
    )
}

struct PartCells<'a> {
    part: &'a PartAssessment,
    window: &'a WindowFigures<'a>,
    counted: &'a Columns,
    own: &'a Columns,
    /// The row on the sheet, from 1.
    row: usize,
    texts: &'a Texts<'a>,
}

impl PartCells<'_> {
    fn row(&self, index: usize, window: usize) -> Vec<TableCell> {
        let part = self.part;
        let day = |day| match day {
            Some(day) => TableCell::Day(day),
            None => TableCell::Empty,
        };
        let span = part.span.unwrap_or(self.window.window.span);
        let (low, high) = self.outcome();
        let holds = self.holds();
        let (capped_low, capped_high) = self.capped();
        vec![
            TableCell::ordinal(self.window.pledge.number),
            TableCell::text(&super::super::overview::short_name(self.window.pledge)),
            TableCell::text(&super::super::overview::window_name(
                self.window.window,
                self.texts.wording,
            )),
            TableCell::text(&self.texts.part_name(part)),
            day(Some(span.from)),
            day(Some(span.to)),
            day(part.due),
            day(part.done.map(|done| done.to)),
            TableCell::amount(part.required),
            low,
            high,
            self.status(),
            capped_low,
            capped_high,
            holds,
            self.over(),
            TableCell::ordinal(index + 1),
            TableCell::ordinal(window + 1),
            TableCell::Key(self.window.pledge.id.clone()),
        ]
    }

    /// What its verdict follows from, where formulas can say it by what counts in it.
    fn basis(&self) -> Option<&VerdictBasis> {
        self.window.basis.filter(|basis| {
            matches!(
                basis.rule,
                VerdictRule::EachPart { .. } | VerdictRule::EachPeriod { .. }
            ) || basis.different.is_some()
        })
    }

    /// The request or step that it is.
    fn dated(&self) -> Option<DatedPart<'_>> {
        let basis = self.window.basis?;
        DatedPart::of(self.part, &basis.rule, self.window.window.closed)
    }

    /// Whether nobody asks for it by its name: it is one of the different ones that count, or a request of many.
    fn is_one_of_many(&self) -> bool {
        self.window.basis.is_some_and(|basis| {
            basis.different.is_some() || matches!(basis.rule, VerdictRule::AnswerTimes { .. })
        })
    }

    /// Of an answer: the days that it took, or has taken.
    fn waited(&self) -> Option<(TableCell, TableCell)> {
        let VerdictRule::AnswerTimes {
            today, not_working, ..
        } = &self.window.basis?.rule
        else {
            return None;
        };
        let (done, from) = (self.own(column::DONE), self.own(column::FROM));
        let until = format!("IF({done}=\"\",{},{done})", day(*today));
        let days = match not_working {
            None => format!("=MAX(0,{until}-{from})"),
            Some(free) => {
                let free: Vec<String> = free.iter().map(|day| serial(*day).to_string()).collect();
                let free = match free.is_empty() {
                    true => String::new(),
                    false => format!(",{{{}}}", free.join(",")),
                };
                format!("=IF({until}<={from},0,NETWORKDAYS({from}+1,{until}{free}))")
            }
        };
        let days = TableCell::Formula(days, Value::Amount(self.part.outcome.low()));
        Some((days.clone(), days))
    }

    fn own(&self, column: usize) -> String {
        self.own.own(column, self.row)
    }

    fn outcome(&self) -> (TableCell, TableCell) {
        if let Some(dated) = self.dated() {
            return dated.outcome(&|column| self.own(column));
        }
        if let Some(days) = self.waited() {
            return days;
        }
        let outcome = self.part.outcome;
        let sum = |column: usize| {
            format!(
                "=SUMIFS({},{},{})",
                self.counted.all(column),
                self.counted.all(counted::PART),
                self.own(column::PART)
            )
        };
        match (self.basis(), outcome.high()) {
            (Some(_), Some(high)) => (
                TableCell::Formula(sum(counted::LOW), Value::Amount(outcome.low())),
                TableCell::Formula(sum(counted::HIGH), Value::Amount(high)),
            ),
            (Some(_), None) => (
                TableCell::Formula(sum(counted::LOW), Value::Amount(outcome.low())),
                self.texts.high(outcome),
            ),
            (None, _) => (TableCell::Amount(outcome.low()), self.texts.high(outcome)),
        }
    }

    /// Yes, no or unknown as 1, 0 and −1; nothing where nothing is asked.
    fn holds(&self) -> TableCell {
        if let Some(dated) = self.dated() {
            return dated.holds_cell(&|column| self.own(column));
        }
        let (Some(basis), Some(required)) = (self.basis(), self.part.required) else {
            return TableCell::Empty;
        };
        let bound = match basis.rule {
            VerdictRule::EachPeriod { bound } => bound,
            _ => Bound::Least,
        };
        let outcome = self.part.outcome;
        let truth = match bound {
            Bound::Least => outcome.reaches(required),
            Bound::Most => outcome.stays_within(required),
        };
        let formula = held_against(
            bound,
            &self.own(column::LOW),
            &self.own(column::HIGH),
            &self.own(column::REQUIRED),
        );
        TableCell::Formula(
            format!("={formula}"),
            Value::Number(TruthWords::code(truth)),
        )
    }

    /// What it gives to the sum: at most what is asked of it.
    fn capped(&self) -> (TableCell, TableCell) {
        let is_capped = |basis: &&VerdictBasis| {
            matches!(basis.rule, VerdictRule::EachPart { .. }) || basis.different.is_some()
        };
        let Some((_, required)) = self.basis().filter(is_capped).zip(self.part.required) else {
            return (TableCell::Empty, TableCell::Empty);
        };
        let capped = self.part.outcome.at_most(required);
        let required = self.own(column::REQUIRED);
        let high = capped.high().unwrap_or(capped.low());
        (
            TableCell::Formula(
                format!("=MIN({},{required})", self.own(column::LOW)),
                Value::Amount(capped.low()),
            ),
            TableCell::Formula(
                format!(
                    "=IF(ISNUMBER({high}),MIN({high},{required}),{required})",
                    high = self.own(column::HIGH)
                ),
                Value::Amount(high),
            ),
        )
    }

    /// Whether its time is over, as 1 or 0.
    fn over(&self) -> TableCell {
        if let Some(dated) = self.dated() {
            return dated.over_cell(&|column| self.own(column));
        }
        let over = match self.basis().map(|basis| &basis.rule) {
            Some(VerdictRule::EachPart { parts, .. }) => {
                let index = self.row.checked_sub(2 + self.window.parts.start);
                index
                    .and_then(|index| parts.get(index))
                    .map(|part| part.over)
            }
            Some(VerdictRule::EachPeriod { .. }) => Some(true),
            _ => None,
        };
        over.map_or(TableCell::Empty, |over| TableCell::Ordinal(over.into()))
    }

    fn status(&self) -> TableCell {
        if let Some(dated) = self.dated() {
            return dated.status_cell(&|column| self.own(column), self.texts.wording);
        }
        if self.is_one_of_many() {
            return TableCell::Empty;
        }
        let status = self.part.status;
        let value = self.texts.status(status);
        let (Some(basis), Some(required)) = (self.basis(), self.part.required) else {
            return value;
        };
        let word = |status| format!("\"{}\"", self.texts.wording.status(status));
        let holds = self.own(column::HOLDS);
        let unknown = word(if basis.incomplete || self.part.outcome.high().is_none() {
            Status::NotReported
        } else {
            Status::Undecided
        });
        let formula = match (&basis.rule, self.window.window.closed) {
            (VerdictRule::EachPeriod { .. }, _) | (_, true) => format!(
                "=IF({holds}=1,{},IF({holds}=0,{},{unknown}))",
                word(Status::Fulfilled),
                word(Status::NotFulfilled)
            ),
            (
                VerdictRule::EachPart {
                    days, continuous, ..
                },
                false,
            ) => {
                let pace = pace(required, *days, *continuous);
                let paced = held_against(
                    Bound::Least,
                    &self.own(column::LOW),
                    &self.own(column::HIGH),
                    &pace.to_string(),
                );
                let late = format!("AND({holds}=0,{}=1)", self.own(column::OVER));
                join(
                    &[
                        (&format!("{holds}=1"), &word(Status::Fulfilled)),
                        (&late, &word(Status::NotFulfilled)),
                        (&format!("{paced}=1"), &word(Status::OnTrack)),
                        (&format!("{paced}=0"), &word(Status::Behind)),
                    ],
                    &unknown,
                )
            }
            _ => return value,
        };
        TableCell::Formula(formula, Value::Status(self.texts.wording.status(status)))
    }
}

/// What the elapsed share of a number asks.
pub(super) fn pace(number_asked: Amount, (passed, all): (u64, u64), continuous: bool) -> f64 {
    let share = number_asked.part(passed, all);
    number(if continuous {
        share.down_to_hundredths()
    } else {
        share.floor()
    })
}

/// All of several.
pub(super) fn all_hold(parts: &[PartFigures<'_>], only_over: &dyn Fn(usize) -> bool) -> Truth {
    let judged = parts.iter().enumerate().filter_map(|(index, part)| {
        let required = part.part.required?;
        only_over(index).then(|| part.part.outcome.reaches(required))
    });
    judged.fold(Truth::Yes, Truth::and)
}

/// The sum of what each part gives, at most what is asked of it.
pub(super) fn capped_sum(parts: &[PartFigures<'_>]) -> Quantity {
    let capped = parts
        .iter()
        .filter_map(|part| Some(part.part.outcome.at_most(part.part.required?)));
    capped.sum()
}
