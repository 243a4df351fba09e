//! Every day, week or month must hold: «minst en trafikkontroll per vecka». Never computed as an average.
//!
//! A week between two windows belongs to the one that holds its Thursday. Weeks and months that the term or `valid` cuts are
//! not judged, nor those that end after E, nor those wholly inside days that the agreement excepts; nor those without a day
//! that the target's filter of weekdays or listed days lets through: «varje fredag» asks for Fridays.

use chrono::{Days, NaiveDate};

use super::count::{bound_word, distinct_word};
use super::each_part::field_word;
use super::verdict::{Facts, undecided, verdict};
use super::{Bound, Judgement, SubPeriod, Target, Threshold, WindowInput, WindowState};
use crate::model::agreement::{Condition, Test};
use crate::model::assessment::{PartAssessment, Status};
use crate::model::finding::{Arg, Phrase};
use crate::model::quantity::{Amount, Quantity, Truth};
use crate::model::span::DateSpan;

pub(crate) fn judge(threshold: Threshold, every: SubPeriod, input: &WindowInput<'_>) -> Judgement {
    let asked = sub_periods(every, input);
    let ended: Vec<DateSpan> = asked
        .iter()
        .copied()
        .filter(|part| part.to <= input.end)
        .collect();
    let judged: Vec<(PartAssessment, Truth)> = ended
        .iter()
        .map(|part| judge_part(*part, threshold, input))
        .collect();

    let kept = judged
        .iter()
        .filter(|(_, truth)| *truth == Truth::Yes)
        .count() as u64;
    let broken = judged
        .iter()
        .filter(|(_, truth)| *truth == Truth::No)
        .count() as u64;
    let outcome = Quantity::between(
        Amount::whole(kept),
        Amount::whole(ended.len() as u64 - broken),
    );
    let all_hold = judged
        .iter()
        .fold(Truth::Yes, |all, (_, truth)| all.and(*truth));
    let facts = Facts {
        lost: broken > 0,
        // A window without any part to judge says nothing.
        closed: if ended.is_empty() {
            Truth::Unknown
        } else {
            all_hold
        },
        pace: all_hold,
        ..Facts::of(input)
    };
    Judgement {
        status: verdict(facts),
        bound: Some(threshold.bound),
        required: Some(Amount::whole(asked.len() as u64)),
        pace: Some(Amount::whole(ended.len() as u64)),
        outcome: Some(outcome),
        out_of: None,
        reckoning: Phrase::new("reckoning-each-period")
            .with("kept", outcome)
            .with("ended", ended.len())
            .with("broken", broken)
            .with("every", every_word(every))
            .with("bound", bound_word(threshold.bound))
            .with(
                "number",
                Arg::Counted(Quantity::exact(threshold.number), input.unit.clone()),
            ),
        remaining: (input.state() == WindowState::Open && asked.len() > ended.len()).then(|| {
            Phrase::new("remaining-each-period")
                .with("left", asked.len() - ended.len())
                .with("every", every_word(every))
                .with("to", input.window.to)
        }),
        parts: judged.into_iter().map(|(part, _)| part).collect(),
    }
}

/// What is promised, in a few words.
pub(crate) fn phrase(threshold: Threshold, every: SubPeriod, target: &Target) -> Phrase {
    Phrase::new(if target.parts().is_empty() {
        "target-each-period"
    } else {
        "target-each-part-period"
    })
    .with("field", field_word(target.parts()))
    .with("distinct", distinct_word(target))
    .with("bound", bound_word(threshold.bound))
    .with(
        "number",
        Arg::Counted(Quantity::exact(threshold.number), target.unit()),
    )
    .with(
        "every",
        if every == SubPeriod::Day && chooses_days(target) {
            "some-day"
        } else {
            every_word(every)
        },
    )
}

/// Whether a filter lets only some days through.
fn chooses_days(target: &Target) -> bool {
    let asked = target.only.iter().flat_map(Condition::leaves);
    asked
        .into_iter()
        .any(|condition| matches!(condition.test, Test::OnWeekday(_) | Test::InCalendar(_)))
}

/// The days, weeks or months of the window that are asked for.
fn sub_periods(every: SubPeriod, input: &WindowInput<'_>) -> Vec<DateSpan> {
    let within = |part: &DateSpan| part.within(input.window);
    let parts: Box<dyn Iterator<Item = DateSpan>> = match every {
        SubPeriod::Day => Box::new(input.window.each_day()),
        SubPeriod::Week => Box::new(weeks(input.window, input.around)),
        SubPeriod::Month => Box::new(input.window.each_month().filter(within)),
    };
    parts
        .filter(|part| !input.excepted.iter().any(|days| part.within(*days)))
        .filter(|part| input.days.any_in(*part))
        .collect()
}

/// The weeks that have their Thursday in the window and lie wholly in the days around it.
fn weeks(window: DateSpan, around: DateSpan) -> impl Iterator<Item = DateSpan> {
    let belongs = move |week: &DateSpan| thursday(*week).is_some_and(|day| window.contains(day));
    let whole = move |week: &DateSpan| week.within(around);
    window.each_week().filter(belongs).filter(whole)
}

/// The days of all weeks of a window; none if it has no whole week.
pub(super) fn days_of_weeks(window: DateSpan, around: DateSpan) -> Option<DateSpan> {
    weeks(window, around).reduce(DateSpan::union)
}

/// The day that says which window an ISO week belongs to.
fn thursday(week: DateSpan) -> Option<NaiveDate> {
    week.from.checked_add_days(Days::new(3))
}

fn judge_part(
    span: DateSpan,
    threshold: Threshold,
    input: &WindowInput<'_>,
) -> (PartAssessment, Truth) {
    let sum = input.given(input.items, span);
    let incomplete =
        !input.covered || input.damaged || input.missing.iter().any(|month| month.overlaps(span));
    let outcome = if incomplete { sum.or_more() } else { sum };
    let truth = match threshold.bound {
        Bound::Least => outcome.reaches(threshold.number),
        Bound::Most => outcome.stays_within(threshold.number),
    };
    let status = match truth {
        Truth::Yes => Status::Fulfilled,
        Truth::No => Status::NotFulfilled,
        Truth::Unknown => undecided(incomplete),
    };
    let part = PartAssessment {
        name: None,
        span: Some(span),
        due: None,
        done: None,
        late: false,
        required: Some(threshold.number),
        outcome,
        status,
    };
    (part, truth)
}

fn every_word(every: SubPeriod) -> &'static str {
    match every {
        SubPeriod::Day => "day",
        SubPeriod::Week => "week",
        SubPeriod::Month => "month",
    }
}

#[cfg(test)]
mod tests {
    use super::super::input::example::{days, items, without_august, year};
    use super::*;

    #[test]
    fn one_every_month() {
        let one = Threshold {
            bound: Bound::Least,
            number: Amount::ONE,
        };
        let facts = [
            ("", "2022-12-31", Status::NotStarted),
            ("2023-01-05; 2023-02-05", "2023-02-28", Status::OnTrack),
            ("2023-01-05", "2023-02-28", Status::NotFulfilled),
            (
                "2023-01-05; 2023-02-05 0-1",
                "2023-02-28",
                Status::Undecided,
            ),
            // a week over the turn of a month is in neither for sure
            (
                "2023-01-05; 2023-01-30/2023-02-05",
                "2023-02-28",
                Status::Undecided,
            ),
        ];
        for (rows, end, status) in facts {
            assert_eq!(
                judge(one, SubPeriod::Month, &year(&items(rows), end)).status,
                status,
                "{rows} at {end}"
            );
        }
        let all: String = (1..=12)
            .map(|month| format!("2023-{month:02}-03;"))
            .collect();
        assert_eq!(
            judge(one, SubPeriod::Month, &year(&items(&all), "2023-12-31")).status,
            Status::Fulfilled
        );
        let without = items(&all.replace("2023-08-03;", ""));
        assert_eq!(
            judge(one, SubPeriod::Month, &year(&without, "2023-12-31")).status,
            Status::NotFulfilled
        );
        let unreported = without_august(year(&without, "2023-12-31"));
        assert_eq!(
            judge(one, SubPeriod::Month, &unreported).status,
            Status::NotReported
        );
        let excepted = WindowInput {
            excepted: vec![days("2023-08-01/2023-08-31")],
            ..year(&without, "2023-12-31")
        };
        assert_eq!(
            judge(one, SubPeriod::Month, &excepted).status,
            Status::Fulfilled
        );
    }

    #[test]
    fn a_week_between_two_windows_belongs_to_the_one_with_its_thursday() {
        let one = Threshold {
            bound: Bound::Least,
            number: Amount::ONE,
        };
        // Every week of 2024 and 2025 but the first of 2025, which begins on 30 December 2024.
        let rows: String = days("2024-01-01/2025-12-31")
            .each_week()
            .filter(|week| *week != days("2024-12-30/2025-01-05"))
            .map(|week| format!("{};", week.from))
            .collect();
        let rows = items(&rows);
        let of_year = |window: &str, around: &str| {
            let scene = WindowInput {
                window: days(window),
                around: days(around),
                ..year(&rows, "2025-12-31")
            };
            let judged = judge(one, SubPeriod::Week, &scene);
            (judged.status, judged.required)
        };
        let both = "2024-01-01/2025-12-31";
        let weeks = |number| Some(Amount::whole(number));
        assert_eq!(
            of_year("2024-01-01/2024-12-31", both),
            (Status::Fulfilled, weeks(52))
        );
        assert_eq!(
            of_year("2025-01-01/2025-12-31", both),
            (Status::NotFulfilled, weeks(52))
        );
        // A term that begins with 2025 cuts the week, and it is not judged.
        let alone = "2025-01-01/2025-12-31";
        assert_eq!(of_year(alone, alone), (Status::Fulfilled, weeks(51)));
    }

    #[test]
    fn weeks_only_partly_inside_are_not_judged() {
        let one = Threshold {
            bound: Bound::Least,
            number: Amount::ONE,
        };
        // 1 January 2023 is a Sunday: the first whole week begins on the 2nd.
        let judged = judge(one, SubPeriod::Week, &year(&[], "2023-01-07"));
        assert_eq!(
            (judged.status, judged.pace),
            (Status::OnTrack, Some(Amount::ZERO))
        );
        assert_eq!(judged.required, Some(Amount::whole(52)));
    }
}
