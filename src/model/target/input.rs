//! What one window of one target is judged by.

use chrono::NaiveDate;

use super::distinct::{self, Distinct};
use super::eligible_days::EligibleDays;
use crate::model::activity::Origin;
use crate::model::agreement::{Direction, IndicatorValue};
use crate::model::quantity::{Amount, Quantity, Truth};
use crate::model::span::DateSpan;

/// Whether a window has begun and ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WindowState {
    /// It begins after E.
    NotBegun,
    /// It has begun and goes on after E.
    Open,
    /// Its last day is E or earlier.
    Closed,
}

/// Something that may count in a window.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    pub date: DateSpan,
    /// Whether the date was read.
    pub dated: bool,
    /// How much; already «perhaps» where a condition could not be answered.
    pub value: Quantity,
    /// The values of the field that a target asks each or different ones of; folded where each is asked for.
    pub words: Vec<String>,
    pub origin: Origin,
}

impl Item {
    /// What it gives to `span`: all, perhaps nothing if it may lie outside, `None` if it surely does.
    pub(crate) fn in_span(&self, span: DateSpan) -> Option<Quantity> {
        if !self.date.overlaps(span) {
            None
        } else if self.dated && self.date.within(span) {
            Some(self.value)
        } else {
            Some(self.value.perhaps())
        }
    }
}

/// A request that belongs to a window.
#[derive(Clone, Debug, PartialEq)]
pub struct WindowRequest {
    pub date: DateSpan,
    /// When it was answered by the rules; `None` if not yet.
    pub answered: Option<DateSpan>,
    /// Whether it surely is such a request, dated in the window.
    pub certain: bool,
    /// Whether the answer, if there is one, surely keeps the rules.
    pub by_rules: Truth,
    /// Its number, where the sheet has them.
    pub case: Option<String>,
    pub origin: Origin,
}

/// A step that is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct RequiredStep {
    pub text: String,
    /// Its last day.
    pub due: Option<NaiveDate>,
    /// When it was done; `Some(None)` if only marked.
    pub done: Option<Option<DateSpan>>,
}

/// A value that is asked for, with its days in use.
#[derive(Clone, Debug, PartialEq)]
pub struct RequiredPart {
    /// The audience or place.
    pub name: String,
    /// Every word that means it, folded.
    pub words: Vec<String>,
    /// Its days in use inside the window.
    pub in_use: DateSpan,
}

/// Everything one window of one target is judged by.
#[derive(Clone, Debug)]
pub struct WindowInput<'a> {
    /// The window's days.
    pub window: DateSpan,
    /// The window and those that adjoin it, as far as the target is in force: a week that lies wholly in these days is whole.
    pub around: DateSpan,
    /// The last day that counts: E, or as-of where a window outlives the term.
    pub end: NaiveDate,
    /// Statements, steps done and answers count to this day.
    pub as_of: NaiveDate,
    /// Whether what is counted is a continuous quantity.
    pub continuous: bool,
    /// What is counted, in the agreement's name, for the sentences; empty if several are.
    pub unit: String,
    /// Whether any month of the window, up to its end, is covered by all sources.
    pub covered: bool,
    /// The months of the window, up to its end, that were not reported.
    pub missing: Vec<DateSpan>,
    /// Whether a workbook could not be read, so that something may be missing anywhere.
    pub damaged: bool,
    /// What may count.
    pub items: &'a [Item],
    /// The whole, for a share.
    pub whole: &'a [Item],
    pub requests: Vec<WindowRequest>,
    pub steps: Vec<RequiredStep>,
    /// The values asked for.
    pub parts: Vec<RequiredPart>,
    /// Days not asked for.
    pub excepted: Vec<DateSpan>,
    /// The days on which it can happen at all.
    pub days: EligibleDays,
    /// Whether only different values, or days, count.
    pub distinct: Distinct,
    /// What it is compared with, where that is reckoned from the same workbooks.
    pub earlier: EarlierTime,
    /// Of an indicator: what was measured.
    pub measured: MeasuredValues,
}

/// What is known of the indicator that a target is about.
#[derive(Clone, Debug, Default)]
pub struct MeasuredValues {
    pub(crate) values: Vec<IndicatorValue>,
    pub(crate) baseline: Option<Amount>,
    pub(crate) good: Option<Direction>,
}

/// What happened on the days before, which a target compares with.
#[derive(Clone, Debug, Default)]
pub struct EarlierTime {
    /// The sum; `None` where nothing is compared.
    pub sum: Option<Quantity>,
    pub requests: Vec<WindowRequest>,
    /// Whether something of that time may not have been reported.
    pub incomplete: bool,
}

impl WindowInput<'_> {
    /// Whether the window has begun and ended.
    pub(crate) fn state(&self) -> WindowState {
        if self.window.from > self.end {
            WindowState::NotBegun
        } else if self.window.to <= self.end {
            WindowState::Closed
        } else {
            WindowState::Open
        }
    }

    /// The days of the window that have passed; `None` before it begins.
    pub(crate) fn elapsed(&self) -> Option<DateSpan> {
        self.window
            .intersection(DateSpan {
                from: self.window.from,
                to: self.end.max(self.window.from),
            })
            .filter(|_| self.window.from <= self.end)
    }

    /// Whether something that belongs to the window may not have been told: a month, a workbook, or all of it.
    pub(crate) fn incomplete(&self) -> bool {
        !self.covered || self.damaged || !self.missing.is_empty()
    }

    /// How many days of `span` the agreement does not ask for.
    pub(crate) fn excepted_days(&self, span: DateSpan) -> u64 {
        let is_excepted = |day: &DateSpan| self.excepted.iter().any(|days| day.within(*days));
        if self.excepted.is_empty() {
            0
        } else {
            span.each_day().filter(is_excepted).count() as u64
        }
    }

    /// (days passed, all days).
    pub(crate) fn days_passed(&self) -> (u64, u64) {
        (self.elapsed().map_or(0, DateSpan::days), self.window.days())
    }

    /// What the items give to the part of the window that has passed; without an upper end where something is missing.
    pub(crate) fn sum(&self, items: &[Item]) -> Quantity {
        let Some(elapsed) = self.elapsed() else {
            return Quantity::ZERO;
        };
        let sum = self.given(items, elapsed);
        if self.incomplete() {
            sum.or_more()
        } else {
            sum
        }
    }

    /// What the items give to `span`: their sum, or the number of different values where only those count.
    pub(crate) fn given<'i>(
        &self,
        items: impl IntoIterator<Item = &'i Item>,
        span: DateSpan,
    ) -> Quantity {
        given(items, span, self.distinct)
    }

    /// The same scene for one part: its days in use, and the items that are or may be for it.
    pub(super) fn of_part<'i>(&self, part: &RequiredPart, items: &'i [Item]) -> WindowInput<'i> {
        WindowInput {
            window: part.in_use,
            around: if part.in_use == self.window {
                self.around
            } else {
                part.in_use
            },
            items,
            whole: &[],
            requests: Vec::new(),
            steps: Vec::new(),
            parts: Vec::new(),
            unit: self.unit.clone(),
            earlier: EarlierTime::default(),
            measured: MeasuredValues::default(),
            missing: self.missing.clone(),
            excepted: self.excepted.clone(),
            days: self.days.clone(),
            ..*self
        }
    }
}

/// What items give to `span`: their sum, or the number of different values or days where only those count.
pub(crate) fn given<'i>(
    items: impl IntoIterator<Item = &'i Item>,
    span: DateSpan,
    only: Distinct,
) -> Quantity {
    let there = items
        .into_iter()
        .filter_map(|item| Some((&*item.words, item.date, item.in_span(span)?)));
    match only {
        Distinct::No => there.map(|(.., value)| value).sum(),
        Distinct::Values => distinct::values(there),
        Distinct::Days => distinct::days(there, span),
    }
}

/// Scenes for the tables of facts under each kind.
#[cfg(test)]
#[allow(clippy::unwrap_used)]
pub(super) mod example {
    use super::*;

    /// A day: `2023-04-15`.
    pub(crate) fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// Days: `2023-04-15`, `2023-04-03/2023-04-09`.
    pub(crate) fn days(text: &str) -> DateSpan {
        let (from, to) = text.split_once('/').unwrap_or((text, text));
        DateSpan::new(day(from), day(to))
    }

    /// A quantity: `3`, `2-4`, `3+`.
    pub(crate) fn quantity(text: &str) -> Quantity {
        let amount =
            |text: &str| Amount::hundredths((text.parse::<f64>().unwrap() * 100.0).round() as u64);
        match (text.strip_suffix('+'), text.split_once('-')) {
            (Some(low), _) => Quantity::at_least(amount(low)),
            (_, Some((low, high))) => Quantity::between(amount(low), amount(high)),
            _ => Quantity::exact(amount(text)),
        }
    }

    /// Items: `2023-04-15 3; 2023-05-01/2023-05-07 1-2 Ungdomar`.
    pub(crate) fn items(text: &str) -> Vec<Item> {
        let parts = text
            .split(';')
            .map(str::trim)
            .filter(|part| !part.is_empty());
        parts
            .map(|part| {
                let mut words = part.split_whitespace();
                let date = days(words.next().unwrap());
                let value = quantity(words.next().unwrap_or("1"));
                let origin = Origin {
                    workbook: "w.xlsx".into(),
                    sheet: "Blad1".into(),
                    cell: "A1".into(),
                };
                Item {
                    date,
                    dated: true,
                    value,
                    words: words.map(str::to_lowercase).collect(),
                    origin,
                }
            })
            .collect()
    }

    /// The calendar year 2023 as it stands at `end`, seen five days later, with all told.
    pub(crate) fn year<'a>(items: &'a [Item], end: &str) -> WindowInput<'a> {
        WindowInput {
            window: days("2023-01-01/2023-12-31"),
            around: days("2023-01-01/2023-12-31"),
            end: day(end),
            as_of: day(end) + chrono::Days::new(5),
            continuous: false,
            unit: "besok".into(),
            covered: true,
            missing: Vec::new(),
            damaged: false,
            items,
            whole: items,
            requests: Vec::new(),
            steps: Vec::new(),
            parts: Vec::new(),
            excepted: Vec::new(),
            days: EligibleDays::default(),
            distinct: Distinct::No,
            earlier: EarlierTime::default(),
            measured: MeasuredValues::default(),
        }
    }

    /// The same without a word about August.
    pub(crate) fn without_august(input: WindowInput<'_>) -> WindowInput<'_> {
        WindowInput {
            missing: vec![days("2023-08-01/2023-08-31")],
            ..input
        }
    }
}
