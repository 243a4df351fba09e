//! What the words for how a pledge stands mean.

use serde::Serialize;

use super::labels::Badge;
use crate::model::assessment::Status;
use crate::model::edition::{Edition, EditionPledge};
use crate::wording::Wording;

/// A status and what it means.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Legend {
    pub(crate) badge: Badge,
    pub(crate) meaning: String,
}

/// The statuses with what they mean: every one there can be, and on a short page those that it shows.
pub(super) fn legend(edition: &Edition, wording: &Wording) -> Vec<Legend> {
    let is_told = |status: &Status| edition.details.is_some() || is_shown(edition, *status);
    let told = edition.statuses().filter(is_told);
    told.map(|status| Legend {
        badge: Badge::new(status, wording),
        meaning: wording.text(meaning(status)),
    })
    .collect()
}

/// Whether any pledge, window or part has it, now or in a month before, or had it last time.
fn is_shown(edition: &Edition, status: Status) -> bool {
    let of_pledge = |pledge: &EditionPledge| {
        let windows = || pledge.targets.iter().flat_map(|target| &target.windows);
        let parts = windows().flat_map(|window| &window.parts);
        pledge.status == status
            || pledge.course.iter().any(|month| month.status == status)
            || pledge.targets.iter().any(|target| target.status == status)
            || windows().any(|window| window.status == status)
            || parts.into_iter().any(|part| part.status == status)
    };
    edition.pledges.iter().any(of_pledge)
        || edition.since_last.iter().any(|one| one.was == Some(status))
}

/// The key of what a status means.
fn meaning(status: Status) -> &'static str {
    match status {
        Status::NotFulfilled => "ui-means-not-fulfilled",
        Status::Partial => "ui-means-partial",
        Status::Behind => "ui-means-behind",
        Status::Undecided => "ui-means-undecided",
        Status::NotReported => "ui-means-not-reported",
        Status::Withheld => "ui-means-withheld",
        Status::OnTrack => "ui-means-on-track",
        Status::Fulfilled => "ui-means-fulfilled",
        Status::NotStarted => "ui-means-not-started",
        Status::NoNeed => "ui-means-no-need",
        Status::Described => "ui-means-described",
    }
}
