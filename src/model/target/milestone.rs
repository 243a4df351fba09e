//! Every step by its day: «första året struktur, andra året införande».
//!
//! One window, to the last step's day, or to the term's end if a step has none. In an open window no step may be past its
//! day and undone; a step done late is told, and decides when the window closes.

use super::count::state_word;
use super::verdict::{Facts, verdict};
use super::{Bound, Judgement, RequiredStep, WindowInput, WindowState};
use crate::model::assessment::{PartAssessment, Status};
use crate::model::finding::Phrase;
use crate::model::quantity::{Amount, Quantity, Truth};
use crate::model::span::DateSpan;

pub(crate) fn judge(input: &WindowInput<'_>) -> Judgement {
    let steps: Vec<Stand> = input
        .steps
        .iter()
        .map(|step| Stand::of(step, input))
        .collect();
    let all_in_time = steps
        .iter()
        .fold(Truth::Yes, |all, step| all.and(step.in_time));
    let some = !steps.is_empty();
    let overdue = steps.iter().filter(|step| step.overdue).count();
    let late = steps.iter().filter(|step| step.late).count();
    let perhaps = steps.iter().filter(|step| step.perhaps).count();
    let done = steps
        .iter()
        .filter(|step| step.is_done() && !step.perhaps)
        .count();
    let due = steps
        .iter()
        .filter(|step| step.step.due.is_some_and(|due| due <= input.end))
        .count();
    let facts = Facts {
        covered: input.covered && some,
        // A step that nobody has told about yet may be late.
        kept: input.covered
            && some
            && steps
                .iter()
                .all(|step| step.in_time == Truth::Yes && step.is_done()),
        closed: if steps.iter().all(Stand::is_done) {
            all_in_time
        } else {
            Truth::No
        },
        pace: steps
            .iter()
            .fold(Truth::Yes, |all, step| all.and(step.keeps_pace(input))),
        ..Facts::of(input)
    };
    let next = steps
        .iter()
        .filter(|step| !step.is_done())
        .min_by_key(|step| step.step.due.unwrap_or(input.window.to));
    let remaining = next
        .filter(|_| facts.covered && input.state() == WindowState::Open)
        .map(|next| {
            Phrase::new("remaining-milestone")
                .with("left", steps.len() - done)
                .with("step", next.step.text.as_str())
                .with("to", next.step.due.unwrap_or(input.window.to))
        });
    Judgement {
        status: verdict(facts),
        bound: Some(Bound::Least),
        // Of steps that nobody has told about, not even the number is known.
        required: some.then(|| Amount::whole(steps.len() as u64)),
        pace: some.then(|| Amount::whole(due as u64)),
        outcome: Some(if facts.covered {
            Quantity::between(
                Amount::whole(done as u64),
                Amount::whole((done + perhaps) as u64),
            )
        } else {
            Quantity::UNKNOWN
        }),
        out_of: None,
        reckoning: Phrase::new("reckoning-milestone")
            .with("done", done)
            .with("steps", steps.len())
            .with("late", late)
            .with("overdue", overdue)
            .with("state", state_word(input.state())),
        remaining,
        parts: steps.iter().map(|step| step.part(input)).collect(),
    }
}

/// How one step stands.
struct Stand<'a> {
    step: &'a RequiredStep,
    done: Option<DateSpan>,
    /// Whether it is marked as done, without a date.
    marked: bool,
    /// Whether it may be done or not: its day may lie after as-of, or nobody can read whether it has one.
    perhaps: bool,
    /// Whether it was, or still can be, done in time.
    in_time: Truth,
    /// Whether it was surely done after its day.
    late: bool,
    /// Whether its day has passed and it is not done.
    overdue: bool,
}

impl Stand<'_> {
    fn of<'a>(step: &'a RequiredStep, input: &WindowInput<'_>) -> Stand<'a> {
        // A day that has not come yet is a plan, not a deed.
        let done = step.done.flatten().filter(|done| done.from <= input.as_of);
        let marked = step.done == Some(None);
        let perhaps = done.is_some_and(|done| done.to > input.as_of);
        let overdue = done.is_none() && !marked && step.due.is_some_and(|due| due <= input.end);
        let in_time = match (step.due, done) {
            (None, _) => Truth::from(!perhaps).or(Truth::Unknown),
            (Some(due), Some(done)) if perhaps && done.from <= due => Truth::Unknown,
            (Some(due), Some(done)) if done.to <= due => Truth::Yes,
            (Some(due), Some(done)) if done.from > due => Truth::No,
            (Some(_), Some(_)) => Truth::Unknown,
            // Marked by as-of: in time if its day had not passed by then.
            (Some(due), None) if marked && due >= input.as_of => Truth::Yes,
            (Some(_), None) if marked => Truth::Unknown,
            (Some(_), None) => Truth::from(!overdue),
        };
        let late = done.is_some() && in_time == Truth::No;
        Stand {
            step,
            done,
            marked,
            perhaps,
            in_time,
            late,
            overdue,
        }
    }

    /// Whether it is done, or may be.
    fn is_done(&self) -> bool {
        self.done.is_some() || self.marked
    }

    /// Whether it is not past its day and undone.
    fn keeps_pace(&self, input: &WindowInput<'_>) -> Truth {
        match self.step.due {
            Some(due) if self.perhaps && due <= input.end => Truth::Unknown,
            _ => Truth::from(!self.overdue),
        }
    }

    fn part(&self, input: &WindowInput<'_>) -> PartAssessment {
        let status = match (self.is_done(), self.in_time, input.state()) {
            (true, Truth::Yes, _) => Status::Fulfilled,
            (true, Truth::No, _) => Status::NotFulfilled,
            (true, Truth::Unknown, _) => Status::Undecided,
            (false, _, WindowState::Closed) => Status::NotFulfilled,
            (false, _, WindowState::NotBegun) => Status::NotStarted,
            (false, _, WindowState::Open) if self.overdue => Status::Behind,
            (false, _, WindowState::Open) => Status::OnTrack,
        };
        PartAssessment {
            name: Some(self.step.text.clone()),
            span: None,
            due: self.step.due,
            done: self.done.filter(|_| !self.perhaps),
            late: self.late,
            required: Some(Amount::ONE),
            outcome: match (self.is_done(), self.perhaps) {
                (true, true) => Quantity::ONE.perhaps(),
                (true, false) => Quantity::ONE,
                (false, _) => Quantity::ZERO,
            },
            status,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::input::example::{day, days, year};
    use super::*;

    fn step(due: &str, done: &str) -> RequiredStep {
        RequiredStep {
            text: "Ett steg".to_owned(),
            due: (!due.is_empty()).then(|| day(due)),
            done: match done {
                "" => None,
                "x" => Some(None),
                date => Some(Some(days(date))),
            },
        }
    }

    /// Steps (due, done), E, and the verdict.
    type Fact<'a> = (&'a [(&'a str, &'a str)], &'a str, Status);

    #[test]
    fn every_step_by_its_day() {
        let facts: &[Fact] = &[
            (&[("2023-06-30", "")], "2022-12-31", Status::NotStarted),
            (&[], "2023-09-30", Status::NotReported),
            (
                &[("2023-06-30", "2023-05-16"), ("2023-12-31", "")],
                "2023-09-30",
                Status::OnTrack,
            ),
            (
                &[("2023-06-30", ""), ("2023-12-31", "")],
                "2023-09-30",
                Status::Behind,
            ),
            // done late is told, and decides when the window closes
            (
                &[("2023-06-30", "2023-07-16"), ("2023-12-31", "")],
                "2023-09-30",
                Status::OnTrack,
            ),
            (
                &[("2023-06-30", "2023-07-16"), ("2023-12-31", "2023-12-01")],
                "2023-12-31",
                Status::NotFulfilled,
            ),
            (
                &[("2023-06-30", "2023-05-16"), ("2023-12-31", "2023-09-01")],
                "2023-09-30",
                Status::Fulfilled,
            ),
            (&[("2023-12-31", "")], "2023-12-31", Status::NotFulfilled),
            // a mark without a date says only that it is done by now
            (&[("2023-06-30", "x")], "2023-12-31", Status::Undecided),
            (&[("2023-12-31", "x")], "2023-09-30", Status::Fulfilled),
            // nobody can read whether it is done
            (
                &[("2023-06-30", "2022-01-01/2100-12-31")],
                "2023-12-31",
                Status::Undecided,
            ),
            (
                &[("2023-06-30", "2022-01-01/2100-12-31"), ("2023-12-31", "")],
                "2023-09-30",
                Status::Undecided,
            ),
            // a day to come is a plan
            (
                &[("2023-12-31", "2023-11-01")],
                "2023-09-30",
                Status::OnTrack,
            ),
        ];
        for (steps, end, status) in facts {
            let steps = steps.iter().map(|(due, done)| step(due, done)).collect();
            let judged = judge(&WindowInput {
                steps,
                ..year(&[], end)
            });
            assert_eq!(judged.status, *status, "{:?} at {end}", judged.parts);
        }
    }
}
