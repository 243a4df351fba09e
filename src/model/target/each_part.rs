//! So many for every audience, place or other value: «lärare, elever och vårdnadshavare», «alla gångtunnlar fyra gånger».
//!
//! Pace: ⌊all that is asked × elapsed share⌋, each part counting to its own number at most. A place in use for part of
//! the window needs ⌊k × days in use / days⌋; where that is 0 it is shown and does not decide.

use super::count::{over_word, pace, state_word};
use super::verdict::{Facts, undecided, verdict};
use super::{AskedPart, Bound, Item, Judged, Scene, State, Target};
use crate::model::assessment::{Part, Status};
use crate::model::finding::{Arg, Phrase};
use crate::model::quantity::{Amount, Quantity, Truth};
use crate::model::same_words;

/// Judges one window.
pub fn judge(number: Amount, scene: &Scene<'_>) -> Judged {
    let parts: Vec<Part> = scene.parts.iter().map(|part| judge_part(part, number, scene)).collect();
    let deciding = || parts.iter().filter_map(|part| part.required.map(|required| (required, part.outcome)));
    let asked = deciding().fold(Amount::ZERO, |sum, (required, _)| sum.plus(required));
    let outcome: Quantity = deciding().map(|(required, outcome)| outcome.at_most(required)).sum();
    let all_hold = deciding().fold(Truth::Yes, |all, (required, outcome)| all.and(outcome.reaches(required)));
    let nothing_asked = asked == Amount::ZERO;
    let pace = pace(asked, scene);
    let facts = Facts {
        kept: !nothing_asked && all_hold == Truth::Yes,
        closed: if nothing_asked { Truth::Unknown } else { all_hold },
        pace: outcome.reaches(pace),
        ..Facts::of(scene)
    };
    let done = deciding().filter(|(required, outcome)| outcome.low() >= *required).count();
    let lacking: Vec<&str> = parts
        .iter()
        .filter(|part| part.required.is_some_and(|required| part.outcome.low() < required))
        .filter_map(|part| part.name.as_deref())
        .collect();
    Judged {
        status: verdict(facts),
        bound: Some(Bound::Least),
        required: Some(asked),
        pace: Some(pace),
        outcome: Some(outcome),
        out_of: None,
        reckoning: Phrase::new("reckoning-each-part")
            .with("done", done)
            .with("parts", deciding().count())
            .with("number", Arg::Counted(Quantity::exact(number), scene.unit.clone()))
            .with("outcome", outcome)
            .with("asked", asked)
            .with("pace", pace)
            .with("state", state_word(scene.state())),
        remaining: (scene.state() == State::Open && !lacking.is_empty())
            .then(|| Phrase::new("remaining-each-part").with("parts", lacking.join(", ")).with("to", scene.window.to)),
        parts,
    }
}

/// What is promised, in a few words.
pub fn phrase(number: Amount, field: &str, target: &Target) -> Phrase {
    Phrase::new("target-each-part")
        .with("number", Arg::Counted(Quantity::exact(number), target.unit()))
        .with("field", field)
        .with("over", over_word(&target.over))
}

/// Whether an item is for this part: it names it, or it names nothing where a place is asked for.
fn is_for(item: &Item, part: &AskedPart) -> bool {
    item.words.iter().any(|word| part.words.iter().any(|name| same_words(name, word)))
}

fn judge_part(part: &AskedPart, number: Amount, scene: &Scene<'_>) -> Part {
    let required =
        if part.in_use == scene.window { number } else { number.part(part.in_use.days(), scene.window.days()).floor() };
    let for_it: Vec<Item> = scene
        .items
        .iter()
        .filter_map(|item| {
            if item.words.is_empty() {
                // It may have been for any of them.
                Some(Item { value: item.value.perhaps(), ..item.clone() })
            } else {
                is_for(item, part).then(|| item.clone())
            }
        })
        .collect();
    let outcome = scene.sum(&for_it);
    let pace = pace(required, scene);
    let status = match (scene.state(), outcome.reaches(required)) {
        (State::NotBegun, _) => Status::NotStarted,
        _ if required == Amount::ZERO => Status::Described,
        (_, Truth::Yes) => Status::Fulfilled,
        (State::Closed, Truth::No) => Status::NotFulfilled,
        (State::Open, _) if outcome.reaches(pace) == Truth::Yes => Status::OnTrack,
        (State::Open, _) if outcome.reaches(pace) == Truth::No => Status::Behind,
        _ => undecided(scene.incomplete()),
    };
    Part {
        name: Some(part.name.clone()),
        span: (part.in_use != scene.window).then_some(part.in_use),
        due: None,
        done: None,
        late: false,
        required: (required > Amount::ZERO).then_some(required),
        outcome,
        status,
    }
}
