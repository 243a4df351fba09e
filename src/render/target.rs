//! What is shown of a target besides its windows: what was done in the period, its earlier wordings, and its disputed
//! rows.

use crate::model::edition::{EditionSettledRow, EditionTarget, LeftOut};
use crate::model::finding::{Arg, Phrase};
use crate::model::quantity::Quantity;
use crate::model::span::Period;
use crate::wording::Wording;

/// What was done in the period: «Under september 2023: 3 kontakter».
pub(crate) fn done_in_period(
    target: &EditionTarget,
    period: &Period,
    wording: &Wording,
) -> Option<String> {
    // Where nothing at all is known, the missing months say so.
    let done = target.in_period.filter(|done| *done != Quantity::UNKNOWN)?;
    let (what, unit) = match (target.kind, target.of.as_slice()) {
        ("request", _) => ("answers", String::new()),
        ("milestone", _) => ("steps", String::new()),
        (_, [only]) => ("activities", only.clone()),
        _ => ("activities", String::new()),
    };
    let phrase = Phrase::new("done-in-period")
        .with("what", what)
        .with("period", wording.period(period))
        .with("done", done)
        .with("counted", Arg::Counted(done, unit));
    Some(wording.phrase(&phrase))
}

/// The requirement before the target was amended, a sentence each.
pub(crate) fn amended(target: &EditionTarget, wording: &Wording) -> Vec<String> {
    let sentences = target.amended.iter().map(|(days, was)| {
        wording.phrase(
            &Phrase::new("target-amended")
                .with("days", *days)
                .with("was", wording.phrase(was)),
        )
    });
    sentences.collect()
}

/// The disputed rows and their rulings, a sentence each.
pub(crate) fn settled(target: &EditionTarget, wording: &Wording) -> Vec<String> {
    let sentences = target.settled.iter().map(|row: &EditionSettledRow| {
        let phrase = Phrase::new("target-settled")
            .with("row", row.date)
            .with("counts", if row.counts { "yes" } else { "no" })
            .with("why", row.why.trim_end_matches('.'))
            .with("by", row.by.as_str())
            .with("date", row.ruled);
        wording.phrase(&phrase)
    });
    sentences.collect()
}

/// Of which activities a target is, and by which rules they count: a sentence each.
pub(crate) fn conditions(target: &EditionTarget, wording: &Wording) -> Vec<String> {
    let told = |key: &'static str, conditions: &[Phrase]| {
        let told: Vec<String> = conditions
            .iter()
            .map(|condition| wording.phrase(condition))
            .collect();
        (!told.is_empty())
            .then(|| wording.phrase(&Phrase::new(key).with("conditions", wording.list(&told))))
    };
    [
        told("ui-about-only", &target.only),
        told("ui-counts-if", &target.rules),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The rules that something held does not meet, a sentence each.
pub(crate) fn missed(target: &EditionTarget, left: &LeftOut, wording: &Wording) -> String {
    let told = left.missed.iter().filter_map(|missed| {
        let rule = target.rules.get(missed.rule)?;
        let phrase = Phrase::new("ui-missed-rule").with("rule", rule.clone());
        let phrase = match &missed.said {
            Some(said) => phrase.with("told", "yes").with("said", said),
            None => phrase.with("told", "no").with("said", ""),
        };
        Some(wording.phrase(&phrase))
    });
    told.collect::<Vec<_>>().join(" ")
}
