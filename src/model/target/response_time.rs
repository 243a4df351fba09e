//! How long answers take, on average or for the median: «i snitt inom fem arbetsdagar», «snabbare än 2022».
//!
//! The request's day is day 0. One that waits has taken as long as it has waited: in an open window that is its time so far, in
//! a closed one it may still become any longer time. A promise of the whole so far can be lost and mended, so it is fulfilled
//! only when the window is closed.

use chrono::{Datelike, NaiveDate};

use super::answer_time::{Range, Ratio, Time, days_between};
use super::cadence::with_length;
use super::count::state_word;
use super::verdict::{Facts, verdict};
use super::{Bound, Judgement, TimeLimit, TimeMeasure, WindowInput, WindowRequest, WindowState};
use crate::model::agreement::Length;
use crate::model::basis::{AnswerDays, VerdictRule};
use crate::model::finding::Phrase;
use crate::model::quantity::{Amount, Quantity, Truth};
use crate::model::span::DateSpan;

pub(crate) fn judge(
    measure: TimeMeasure,
    works: bool,
    limit: Option<&TimeLimit>,
    input: &WindowInput<'_>,
) -> Judgement {
    let is_closed = input.state() == WindowState::Closed;
    let today = if is_closed {
        input.as_of.max(input.end)
    } else {
        input.end
    };
    let time = |asked: &WindowRequest| Time::of(asked, today, is_closed, works, input);
    let known = |asked: &WindowRequest| WindowRequest {
        certain: asked.certain && asked.date.to <= input.end,
        ..asked.clone()
    };
    let requests: Vec<WindowRequest> = input.requests.iter().map(known).collect();
    let times: Vec<Time> = requests.iter().map(time).collect();
    let found = Range::of(measure, &times, input.incomplete());
    let before = limit.and_then(|limit| baseline(measure, works, limit, input));
    let holds = match (found, limit) {
        (_, None) => Truth::Unknown,
        (Some(found), Some(TimeLimit::Within(length))) => found.within(days_of(*length)),
        (Some(found), Some(TimeLimit::FasterThan { .. })) => {
            before.map_or(Truth::Unknown, |before| found.below(before))
        }
        (None, _) => Truth::Unknown,
    };
    // Where it is not sure that anybody asked, nothing is.
    let holds = if times.iter().any(|time| time.certain) {
        holds
    } else {
        Truth::Unknown
    };
    let facts = Facts {
        nobody_asked: input.covered && !input.incomplete() && times.is_empty(),
        closed: holds,
        pace: holds,
        incomplete: input.incomplete() || input.earlier.incomplete,
        ..Facts::of(input)
    };
    let outcome = found.map(Range::in_days);
    let asked = before.map(Range::in_days);
    let reckoning = Phrase::new("reckoning-response-time")
        .with("measure", measure_word(measure))
        .with("outcome", outcome.unwrap_or(Quantity::UNKNOWN))
        .with("unit", days_word(outcome, works))
        .with("requests", times.len())
        .with(
            "waiting",
            times.iter().filter(|time| time.is_waiting).count(),
        )
        .with("before", asked.unwrap_or(Quantity::UNKNOWN))
        .with("before-unit", days_word(asked, works));
    let (reckoning, required) = match limit {
        Some(TimeLimit::Within(length)) => (
            with_length(reckoning, *length)
                .with("days-or", if works { "working-days" } else { "days" })
                .with("limit", "within"),
            Some(Amount::whole(days_of(*length))),
        ),
        Some(TimeLimit::FasterThan { .. }) => (
            reckoning.with(
                "limit",
                if before.is_some() {
                    "faster"
                } else {
                    "unknown"
                },
            ),
            asked.filter(|asked| asked.is_exact()).map(Quantity::low),
        ),
        None => (reckoning.with("limit", "none"), None),
    };
    Judgement {
        status: if limit.is_some() {
            verdict(facts)
        } else {
            crate::model::assessment::Status::Described
        },
        bound: limit.map(|_| Bound::Most),
        required,
        pace: None,
        outcome,
        out_of: None,
        reckoning: reckoning.with("state", state_word(input.state())),
        remaining: None,
        parts: Vec::new(),
    }
}

/// What the verdict on an average follows from; none where a day is not exact.
pub(super) fn rule(works: bool, limit: &TimeLimit, input: &WindowInput<'_>) -> Option<VerdictRule> {
    let (number, strict) = match limit {
        TimeLimit::Within(length) => (Amount::whole(days_of(*length)), false),
        TimeLimit::FasterThan { .. } => {
            let before = baseline(TimeMeasure::Average, works, limit, input)?;
            // A third of a day is no number that a cell holds.
            let is_exact = (before.low.num * 100).is_multiple_of(before.low.den);
            let days = Some(before.in_days()).filter(|days| days.is_exact() && is_exact)?;
            (days.low(), true)
        }
    };
    let is_open = input.state() == WindowState::Open;
    let answer = |asked: &WindowRequest| {
        let answered = match (asked.answered, asked.by_rules) {
            (None, _) | (_, Truth::No) => None,
            (Some(answer), Truth::Yes) if answer.is_exact() && answer.to >= asked.date.from => {
                Some(answer.to)
            }
            _ => return None,
        };
        let is_sure = asked.certain && asked.date.is_exact() && asked.date.to <= input.end;
        (is_sure && (answered.is_some() || is_open)).then(|| AnswerDays {
            cell: asked.origin.cell.clone(),
            asked: asked.date.from,
            answered,
            days: days_between(
                asked.date.from,
                answered.unwrap_or(input.end),
                works,
                &input.excepted,
            ),
        })
    };
    // The answers of a window come after it too.
    let span = DateSpan::new(input.window.from, input.as_of.max(input.window.to));
    let is_free = |day: &NaiveDate| {
        day.weekday().num_days_from_monday() < 5 && !Length::is_working_day(*day, &input.excepted)
    };
    let free = || {
        span.each_day()
            .map(|day| day.from)
            .filter(is_free)
            .collect()
    };
    Some(VerdictRule::AnswerTimes {
        limit: number,
        strict,
        today: input.end,
        not_working: works.then(free),
        answers: input.requests.iter().map(answer).collect::<Option<_>>()?,
    })
}

/// What is promised, in a few words.
pub(crate) fn phrase(measure: TimeMeasure, works: bool, limit: Option<&TimeLimit>) -> Phrase {
    let phrase = Phrase::new("target-response-time")
        .with("measure", measure_word(measure))
        .with("unit", days_word(None, works));
    match limit {
        Some(TimeLimit::Within(length)) => with_length(phrase, *length).with("limit", "within"),
        Some(TimeLimit::FasterThan {
            value: Some(value), ..
        }) => phrase
            .with("limit", "faster")
            .with("before", *value)
            .with("unit", days_word(Some(Quantity::exact(*value)), works)),
        Some(TimeLimit::FasterThan {
            measured: Some(days),
            ..
        }) => phrase.with("limit", "faster-than-in").with("days", *days),
        _ => phrase.with("limit", "none"),
    }
}

/// A word that sentences select on: what the days are, and whether there is one.
fn days_word(number: Option<Quantity>, works: bool) -> &'static str {
    match (number == Some(Quantity::ONE), works) {
        (true, true) => "one-working-day",
        (true, false) => "one-day",
        (false, true) => "working-days",
        (false, false) => "days",
    }
}

fn measure_word(measure: TimeMeasure) -> &'static str {
    match measure {
        TimeMeasure::Average => "average",
        TimeMeasure::Median => "median",
    }
}

fn days_of(length: Length) -> u64 {
    match length {
        Length::Days(days) | Length::WorkingDays(days) => days,
        Length::Months(months) => u64::from(months) * 30,
    }
}

/// The time that it took before.
fn baseline(
    measure: TimeMeasure,
    works: bool,
    limit: &TimeLimit,
    input: &WindowInput<'_>,
) -> Option<Range> {
    let TimeLimit::FasterThan { value, .. } = limit else {
        return None;
    };
    if let Some(value) = value {
        let exact = Ratio {
            num: value.in_hundredths(),
            den: 100,
        };
        return Some(Range {
            low: exact,
            high: Some(exact),
        });
    }
    let time = |asked: &WindowRequest| {
        let today = input.as_of.max(input.end);
        Time::of(asked, today, true, works, input)
    };
    let times: Vec<Time> = input.earlier.requests.iter().map(time).collect();
    Range::of(measure, &times, input.earlier.incomplete)
        .filter(|_| times.iter().any(|time| time.certain))
}

#[cfg(test)]
mod tests {
    use super::super::answer_time::days_between;
    use super::super::input::example::{day, days, year};
    use super::*;
    use crate::model::activity::Origin;
    use crate::model::assessment::Status;

    /// «2023-03-06>2023-03-09; 2023-04-06>»: made, and answered.
    fn requests(written: &str) -> Vec<WindowRequest> {
        let parts = written.split(';').map(str::trim);
        parts
            .filter_map(|part| part.split_once('>'))
            .map(|(asked, answered)| WindowRequest {
                date: days(asked.trim_start_matches('?')),
                answered: Some(answered).filter(|answer| !answer.is_empty()).map(days),
                certain: !asked.starts_with('?'),
                by_rules: Truth::Yes,
                case: None,
                origin: Origin {
                    workbook: "w".into(),
                    sheet: "s".into(),
                    cell: "A1".into(),
                },
            })
            .collect()
    }

    fn status(measure: TimeMeasure, limit: &TimeLimit, written: &str, end: &str) -> Status {
        let input = WindowInput {
            requests: requests(written),
            ..year(&[], end)
        };
        let works = matches!(limit, TimeLimit::Within(Length::WorkingDays(_)));
        judge(measure, works, Some(limit), &input).status
    }

    #[test]
    fn five_days_on_average() {
        use Status::*;
        let within = TimeLimit::Within(Length::Days(5));
        for (written, end, expected) in [
            (
                "2023-03-01>2023-03-05; 2023-03-01>2023-03-07",
                "2023-12-31",
                Fulfilled,
            ),
            (
                "2023-03-01>2023-03-05; 2023-03-01>2023-03-08",
                "2023-12-31",
                NotFulfilled,
            ),
            (
                "2023-03-01>2023-03-05; 2023-03-01>2023-03-07",
                "2023-09-30",
                OnTrack,
            ),
            ("2023-03-01>2023-03-02; 2023-09-01>", "2023-09-30", Behind),
            // Two answered at once and one that waits since yesterday.
            ("2023-03-01>2023-03-01; 2023-09-29>", "2023-09-30", OnTrack),
            // When the year is over, nobody knows how long it will wait.
            (
                "2023-03-01>2023-03-01; 2023-12-30>",
                "2023-12-31",
                Undecided,
            ),
            ("2023-03-01>2023-03-04/2023-03-10", "2023-12-31", Undecided),
            ("?2023-03-01>2023-03-04", "2023-12-31", Undecided),
            ("", "2023-12-31", NoNeed),
        ] {
            assert_eq!(
                status(TimeMeasure::Average, &within, written, end),
                expected,
                "{written} at {end}"
            );
        }
    }

    #[test]
    fn the_median_bears_one_that_waits() {
        let within = TimeLimit::Within(Length::WorkingDays(3));
        // Good Friday and Easter Monday are no working days.
        let written = "2023-04-05>2023-04-12; 2023-03-01>2023-03-02; 2023-03-01>";
        assert_eq!(
            status(TimeMeasure::Median, &within, written, "2023-12-31"),
            Status::Fulfilled
        );
        assert_eq!(
            status(TimeMeasure::Average, &within, written, "2023-12-31"),
            Status::NotFulfilled
        );
    }

    #[test]
    fn faster_than_the_year_before() {
        let faster = TimeLimit::FasterThan {
            value: None,
            measured: Some(days("2022-01-01/2022-12-31")),
            source: None,
        };
        for (written, expected) in [
            ("2023-03-01>2023-03-09", Status::Fulfilled),
            ("2023-03-01>2023-03-11", Status::NotFulfilled),
            ("2023-03-01>2023-03-08/2023-03-12", Status::Undecided),
        ] {
            let mut input = year(&[], "2023-12-31");
            input.requests = requests(written);
            input.earlier.requests = requests("2022-03-01>2022-03-11");
            let judged = judge(TimeMeasure::Average, false, Some(&faster), &input);
            assert_eq!(judged.status, expected, "{written}");
        }
        // A Thursday to a Tuesday is longer than a Monday to a Friday, but not in working days.
        let mut input = year(&[], "2023-12-31");
        input.requests = requests("2023-03-02>2023-03-07");
        input.earlier.requests = requests("2022-03-07>2022-03-11");
        for (works, expected) in [(false, Status::NotFulfilled), (true, Status::Fulfilled)] {
            let judged = judge(TimeMeasure::Average, works, Some(&faster), &input);
            assert_eq!(judged.status, expected, "{works}");
        }
        assert_eq!(
            days_between(day("2023-05-31"), day("2023-06-07"), true, &[]),
            4
        );
    }
}
