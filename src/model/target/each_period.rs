//! Every day, week or month must hold: «minst en trafikkontroll per vecka». Never computed as an average.
//!
//! Weeks and months only partly inside the window are not judged, nor those that end after E, nor those wholly inside
//! days that the agreement excepts.

use super::count::bound_word;
use super::verdict::{Facts, undecided, verdict};
use super::{Bound, Every, Judged, Scene, State, Target, Threshold};
use crate::model::assessment::{Part, Status};
use crate::model::finding::{Arg, Phrase};
use crate::model::quantity::{Amount, Quantity, Truth};
use crate::model::span::DateSpan;

/// Judges one window.
pub fn judge(threshold: Threshold, every: Every, scene: &Scene<'_>) -> Judged {
    let asked = sub_periods(every, scene);
    let ended: Vec<DateSpan> = asked.iter().copied().filter(|part| part.to <= scene.end).collect();
    let judged: Vec<(Part, Truth)> = ended.iter().map(|part| judge_part(*part, threshold, scene)).collect();

    let kept = judged.iter().filter(|(_, truth)| *truth == Truth::Yes).count() as u64;
    let broken = judged.iter().filter(|(_, truth)| *truth == Truth::No).count() as u64;
    let outcome = Quantity::between(Amount::whole(kept), Amount::whole(ended.len() as u64 - broken));
    let all_hold = judged.iter().fold(Truth::Yes, |all, (_, truth)| all.and(*truth));
    let facts = Facts {
        lost: broken > 0,
        // A window without any part to judge says nothing.
        closed: if ended.is_empty() { Truth::Unknown } else { all_hold },
        pace: all_hold,
        ..Facts::of(scene)
    };
    Judged {
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
            .with("number", Arg::Counted(Quantity::exact(threshold.number), scene.unit.clone())),
        remaining: (scene.state() == State::Open && asked.len() > ended.len()).then(|| {
            Phrase::new("remaining-each-period")
                .with("left", asked.len() - ended.len())
                .with("every", every_word(every))
                .with("to", scene.window.to)
        }),
        parts: judged.into_iter().map(|(part, _)| part).collect(),
    }
}

/// What is promised, in a few words.
pub fn phrase(threshold: Threshold, every: Every, target: &Target) -> Phrase {
    Phrase::new("target-each-period")
        .with("bound", bound_word(threshold.bound))
        .with("number", Arg::Counted(Quantity::exact(threshold.number), target.unit()))
        .with("every", every_word(every))
}

/// The days, weeks or months wholly inside the window that are asked for.
fn sub_periods(every: Every, scene: &Scene<'_>) -> Vec<DateSpan> {
    let parts: Box<dyn Iterator<Item = DateSpan>> = match every {
        Every::Day => Box::new(scene.window.each_day()),
        Every::Week => Box::new(scene.window.each_week()),
        Every::Month => Box::new(scene.window.each_month()),
    };
    parts
        .filter(|part| part.within(scene.window))
        .filter(|part| !scene.excepted.iter().any(|days| part.within(*days)))
        .collect()
}

fn judge_part(span: DateSpan, threshold: Threshold, scene: &Scene<'_>) -> (Part, Truth) {
    let sum: Quantity = scene.items.iter().filter_map(|item| item.in_span(span)).sum();
    let incomplete = scene.damaged || scene.missing.iter().any(|month| month.overlaps(span));
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
    let part = Part {
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

fn every_word(every: Every) -> &'static str {
    match every {
        Every::Day => "day",
        Every::Week => "week",
        Every::Month => "month",
    }
}
