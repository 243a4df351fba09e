//! Requests and steps: parts that are judged by their days.

use chrono::NaiveDate;

use super::cell::{TableCell, Value};
use super::columns::parts as column;
use super::formula::{day, join};
use crate::model::assessment::{PartAssessment, Status};
use crate::model::basis::VerdictRule;
use crate::model::quantity::{Amount, Quantity};
use crate::wording::Wording;

/// A request or a step of a window.
pub(super) struct DatedPart<'a> {
    pub(super) part: &'a PartAssessment,
    kind: Kind,
    /// Whether the window has ended.
    closed: bool,
}

#[derive(Clone, Copy)]
enum Kind {
    /// Answers count to that day; without a day of its own it waits for the window's end.
    Request { today: NaiveDate, within: bool },
    /// One whose day has come by then and that is not done is late.
    Step { end: NaiveDate },
}

/// How a part stands, as cells hold it: a request that waits is 2.
pub(super) const WAITS: f64 = 2.0;

impl<'a> DatedPart<'a> {
    /// None of another kind.
    pub(super) fn of(
        part: &'a PartAssessment,
        rule: &VerdictRule,
        closed: bool,
    ) -> Option<DatedPart<'a>> {
        let kind = match rule {
            VerdictRule::Requests { today, within, .. } => Kind::Request {
                today: *today,
                within: *within,
            },
            VerdictRule::Steps { end, .. } => Kind::Step { end: *end },
            _ => return None,
        };
        Some(DatedPart { part, kind, closed })
    }

    fn is_done(&self) -> bool {
        self.part.outcome != Quantity::ZERO
    }

    /// Of a step: whether its day has come and it is not done.
    pub(super) fn is_overdue(&self) -> bool {
        match self.kind {
            Kind::Step { end } => !self.is_done() && self.part.due.is_some_and(|due| due <= end),
            Kind::Request { .. } => false,
        }
    }

    /// In time, late and unknown as 1, 0 and −1.
    pub(super) fn holds(&self) -> f64 {
        match (self.kind, self.part.status) {
            (Kind::Request { .. }, _) if self.part.outcome == Quantity::ONE => 1.0,
            (Kind::Request { .. }, _) if self.is_done() => -1.0,
            (Kind::Request { .. }, Status::NotFulfilled) => 0.0,
            (Kind::Request { .. }, _) => WAITS,
            (Kind::Step { .. }, _) if !self.is_done() => f64::from(!self.is_overdue()),
            (Kind::Step { .. }, Status::Fulfilled) => 1.0,
            (Kind::Step { .. }, Status::NotFulfilled) => 0.0,
            (Kind::Step { .. }, _) => -1.0,
        }
    }

    /// What follows from its days alone; none where they are not exact, or it is not done by a day.
    fn follows(&self) -> Option<f64> {
        let done = match self.part.done {
            Some(done) if !done.is_exact() => return None,
            done => done.map(|done| done.from),
        };
        match self.kind {
            Kind::Request { today, .. } => {
                let asked = self.part.span.filter(|asked| asked.is_exact())?.from;
                let due = self.part.due?;
                Some(match done {
                    None if due <= today => 0.0,
                    None => WAITS,
                    Some(done) if done < asked => -1.0,
                    Some(done) => f64::from(done <= due),
                })
            }
            Kind::Step { end } => {
                if done.is_none() && self.is_done() {
                    return None;
                }
                Some(match (self.part.due, done) {
                    (None, _) => 1.0,
                    (Some(due), Some(done)) => f64::from(done <= due),
                    (Some(due), None) => f64::from(due > end),
                })
            }
        }
    }

    /// Whether its cells are formulas: its days say all.
    pub(super) fn is_live(&self) -> bool {
        self.follows() == Some(self.holds())
    }

    /// The cells of its lowest and highest outcome. `own` names a cell of its row.
    pub(super) fn outcome(&self, own: &dyn Fn(usize) -> String) -> (TableCell, TableCell) {
        let low = self.part.outcome.low();
        let high = self.part.outcome.high().unwrap_or(Amount::ONE);
        if !self.is_live() {
            return (TableCell::Amount(low), TableCell::Amount(high));
        }
        let (is_low, is_high) = match self.kind {
            Kind::Request { .. } => {
                let holds = own(column::HOLDS);
                (format!("{holds}=1"), format!("ABS({holds})=1"))
            }
            Kind::Step { .. } => {
                let done = format!("{}<>\"\"", own(column::DONE));
                (done.clone(), done)
            }
        };
        let cell = |condition: &str, amount| {
            TableCell::Formula(format!("=IF({condition},1,0)"), Value::Amount(amount))
        };
        (cell(&is_low, low), cell(&is_high, high))
    }

    /// The cell that says how it stands.
    pub(super) fn holds_cell(&self, own: &dyn Fn(usize) -> String) -> TableCell {
        let code = self.holds();
        let formula = match (self.kind, self.part.due) {
            (Kind::Request { today, .. }, _) => format!(
                "=IF({done}=\"\",IF({due}<={today},0,2),IF({done}<{from},-1,IF({done}<={due},1,0)))",
                done = own(column::DONE),
                due = own(column::DUE),
                from = own(column::FROM),
                today = day(today)
            ),
            (Kind::Step { .. }, None) => "=1".to_owned(),
            (Kind::Step { end }, Some(_)) => format!(
                "=IF({done}<>\"\",IF({done}<={due},1,0),IF({due}<={end},0,1))",
                done = own(column::DONE),
                due = own(column::DUE),
                end = day(end)
            ),
        };
        self.formula_or_code(formula, code)
    }

    /// The cell that says whether its day has come without it.
    pub(super) fn over_cell(&self, own: &dyn Fn(usize) -> String) -> TableCell {
        let Kind::Step { end } = self.kind else {
            return TableCell::Empty;
        };
        let formula = format!(
            "=IF(AND({done}=\"\",{due}<>\"\",N({due})<={end}),1,0)",
            done = own(column::DONE),
            due = own(column::DUE),
            end = day(end)
        );
        self.formula_or_code(formula, f64::from(self.is_overdue()))
    }

    /// The cell of its status.
    pub(super) fn status_cell(
        &self,
        own: &dyn Fn(usize) -> String,
        wording: &Wording,
    ) -> TableCell {
        let status = wording.status(self.part.status);
        if !self.is_live() {
            return TableCell::Status(status);
        }
        let word = |status| format!("\"{}\"", wording.status(status).replace('"', "\"\""));
        let holds = own(column::HOLDS);
        let judged = [
            (format!("{holds}=1"), word(Status::Fulfilled)),
            (format!("{holds}=0"), word(Status::NotFulfilled)),
        ];
        let judged = judged.iter().map(|(is, then)| (is.as_str(), then.as_str()));
        let judged: Vec<(&str, &str)> = judged.collect();
        let formula = match self.kind {
            Kind::Request { within, .. } => {
                let waits = match (self.closed, within) {
                    (true, _) => Status::Undecided,
                    (false, true) => Status::OnTrack,
                    (false, false) => Status::Behind,
                };
                let waits = (format!("{holds}=2"), word(waits));
                let lines = [judged, vec![(waits.0.as_str(), waits.1.as_str())]].concat();
                join(&lines, &word(Status::Undecided))
            }
            Kind::Step { .. } => {
                let done = join(&judged, &word(Status::Undecided));
                let undone = match self.closed {
                    true => word(Status::NotFulfilled),
                    false => format!(
                        "IF({}=1,{},{})",
                        own(column::OVER),
                        word(Status::Behind),
                        word(Status::OnTrack)
                    ),
                };
                let is_done = format!("{}=1", own(column::LOW));
                join(&[(&is_done, done.trim_start_matches('='))], &undone)
            }
        };
        TableCell::Formula(formula, Value::Status(status))
    }

    fn formula_or_code(&self, formula: String, code: f64) -> TableCell {
        if self.is_live() {
            TableCell::Formula(formula, Value::Number(code))
        } else {
            TableCell::Code(code)
        }
    }
}
