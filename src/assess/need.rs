//! Whether there was an occasion for what a target asks: something of the activities that it names under `when`.

use super::condition::Context;
use super::coverage::coverage_of;
use super::window::Window;
use crate::model::assessment::Status;
use crate::model::basis::Occasion;
use crate::model::finding::Phrase;
use crate::model::quantity::{Amount, Truth};
use crate::model::span::DateSpan;
use crate::model::target::{Judgement, Target};
use chrono::NaiveDate;

/// Whether there was an occasion in a window; none where the target asks for none.
pub(super) fn occasion(
    target: &Target,
    window: &Window,
    end: NaiveDate,
    context: Context<'_>,
) -> Option<Occasion> {
    if target.when.is_empty() {
        return None;
    }
    let days = DateSpan {
        from: window.span.from,
        to: window.span.to.min(end).max(window.span.from),
    };
    let of: Vec<&str> = target.when.iter().map(String::as_str).collect();
    let coverage = coverage_of(context.agreement, context.gathered, &of, Some(days));
    let incomplete = !coverage.covered || coverage.damaged || !coverage.missing.is_empty();
    Some(match found(target, days, context) {
        Truth::Yes => Occasion::Was,
        Truth::No if !incomplete => Occasion::WasNot,
        _ if incomplete => Occasion::Untold,
        _ => Occasion::Unclear,
    })
}

/// The judgement, if there was an occasion; without one nothing is asked, and where nobody knows nothing is decided.
pub(super) fn with_need(judged: Judgement, occasion: Option<Occasion>) -> Judgement {
    if judged.status == Status::NotStarted {
        return judged;
    }
    let (status, reckoning) = match occasion {
        None | Some(Occasion::Was) => return judged,
        Some(Occasion::WasNot) => (Status::NoNeed, "reckoning-no-occasion"),
        Some(Occasion::Untold) => (Status::NotReported, "reckoning-occasion-unknown"),
        Some(Occasion::Unclear) => (Status::Undecided, "reckoning-occasion-unknown"),
    };
    Judgement {
        status,
        reckoning: Phrase::new(reckoning),
        remaining: None,
        ..judged
    }
}

/// Whether anything of it happened, was asked for, or was done, on these days; of steps, by the last of them.
fn found(target: &Target, days: DateSpan, context: Context<'_>) -> Truth {
    let named = |activity: &str| target.when.iter().any(|when| when == activity);
    let on_days = |date: DateSpan, is_sure: bool| {
        if !date.overlaps(days) {
            Truth::No
        } else if is_sure && date.within(days) {
            Truth::Yes
        } else {
            Truth::Unknown
        }
    };
    let gathered = context.gathered;
    let activities = gathered
        .activities
        .iter()
        .filter(|activity| named(&activity.activity))
        .filter(|activity| activity.value.high() != Some(Amount::ZERO))
        .map(|activity| {
            let is_sure = activity.dated && activity.value.low() > Amount::ZERO;
            on_days(activity.date, is_sure)
        });
    let requests = gathered
        .requests
        .iter()
        .filter(|request| named(&request.activity))
        .map(|request| on_days(request.date, request.dated));
    let steps: Vec<Truth> = gathered
        .milestones
        .iter()
        .filter(|step| named(&step.activity))
        .map(|step| match step.done {
            Some(Some(done)) if done.to <= days.to => Truth::Yes,
            Some(Some(done)) if done.from > days.to => Truth::No,
            Some(_) => Truth::Unknown,
            None => Truth::No,
        })
        .collect();
    let all_done = match steps.is_empty() {
        true => Truth::No,
        false => steps.into_iter().fold(Truth::Yes, Truth::and),
    };
    activities.chain(requests).fold(all_done, Truth::or)
}
