//! A part of a whole: «varav minst 20 procent». Held against the whole so far; it can be lost and mended, so it is
//! fulfilled only when the window is closed.

use super::count::{bound_word, state_word};
use super::verdict::{Facts, verdict};
use super::{Bound, Judged, Scene, Threshold};
use crate::model::finding::{Arg, Phrase};
use crate::model::quantity::{Amount, Quantity, Truth};

/// Judges one window. The number is in per cent.
pub fn judge(threshold: Threshold, scene: &Scene<'_>) -> Judged {
    let part = scene.sum(scene.items);
    let whole = scene.sum(scene.whole);
    let holds = holds(threshold, part, whole);
    let facts = Facts { closed: holds, pace: holds, ..Facts::of(scene) };
    Judged {
        status: verdict(facts),
        bound: Some(threshold.bound),
        required: Some(threshold.number),
        pace: Some(threshold.number),
        outcome: Some(part),
        out_of: Some(whole),
        reckoning: reckoning("reckoning-share", scene, part, whole, Some(threshold))
            .with("bound", bound_word(threshold.bound))
            .with("number", Arg::Percent(Quantity::exact(threshold.number)))
            .with("state", state_word(scene.state())),
        remaining: None,
        parts: Vec::new(),
    }
}

/// What is promised, in a few words.
pub fn phrase(threshold: Threshold) -> Phrase {
    Phrase::new("target-share")
        .with("bound", bound_word(threshold.bound))
        .with("number", Arg::Percent(Quantity::exact(threshold.number)))
}

/// A part of a whole, with the per cent it is where the whole is known and not zero.
pub(super) fn reckoning(
    key: &'static str,
    scene: &Scene<'_>,
    part: Quantity,
    whole: Quantity,
    threshold: Option<Threshold>,
) -> Phrase {
    let share = per_cent(part, whole, threshold);
    Phrase::new(key)
        .with("part", part)
        .with("whole", Arg::Counted(whole, scene.unit.clone()))
        .with("known", if share.is_some() { "yes" } else { "no" })
        .with("share", Arg::Percent(share.unwrap_or(Quantity::ZERO)))
}

/// The lowest and the highest per cent the part can be of the whole, rounded to whole per cent, but never across the
/// promised number: 19.6 of 20 is «19 %».
fn per_cent(part: Quantity, whole: Quantity, threshold: Option<Threshold>) -> Option<Quantity> {
    let (part_high, whole_high) = (part.high()?, whole.high()?);
    if whole.low() == Amount::ZERO {
        return None;
    }
    let of = |part: Amount, whole: Amount| {
        let exact = Amount::whole(100).part(part.in_hundredths(), whole.in_hundredths());
        let rounded = Amount::hundredths(exact.in_hundredths() + 50).floor();
        let crosses = threshold.is_some_and(|promised| match promised.bound {
            Bound::Least => (exact >= promised.number) != (rounded >= promised.number),
            Bound::Most => (exact <= promised.number) != (rounded <= promised.number),
        });
        let shown = match threshold.map(|promised| promised.bound) {
            Some(Bound::Least) if crosses => exact.floor(),
            Some(Bound::Most) if crosses => exact.ceil(),
            _ => rounded,
        };
        shown.min(Amount::whole(100))
    };
    Some(Quantity::between(of(part.low(), whole_high), of(part_high, whole.low())))
}

/// Whether the part is at least, or at most, so many per cent of the whole. Of nothing, nothing is known.
fn holds(threshold: Threshold, part: Quantity, whole: Quantity) -> Truth {
    const HUNDRED_PER_CENT: u64 = 10_000;
    let number = threshold.number.in_hundredths();
    if whole.high() == Some(Amount::ZERO) {
        return Truth::Unknown;
    }
    let lowest_reaches = whole.high().map(|whole| part.low().times_reaches(HUNDRED_PER_CENT, whole, number));
    let highest_reaches = part.high().map(|part| part.times_reaches(HUNDRED_PER_CENT, whole.low(), number));
    // For *at most* equal keeps it too, so it is asked the other way round.
    let highest_within =
        part.high().map(|part| whole.low().times_reaches(number, part, HUNDRED_PER_CENT) && whole.low() > Amount::ZERO);
    let lowest_within = whole.high().map(|whole| whole.times_reaches(number, part.low(), HUNDRED_PER_CENT));
    match threshold.bound {
        Bound::Least if lowest_reaches == Some(true) => Truth::Yes,
        Bound::Least if highest_reaches == Some(false) => Truth::No,
        Bound::Most if highest_within == Some(true) => Truth::Yes,
        Bound::Most if lowest_within == Some(false) => Truth::No,
        _ => Truth::Unknown,
    }
}
