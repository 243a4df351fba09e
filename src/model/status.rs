//! How something stands.

use serde::{Deserialize, Serialize};

/// The state of a pledge, a target, a window or a part of one. In order of concern, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Promised and not done, and nothing can mend it.
    NotFulfilled,
    /// Some parts of it are done and some are not, where the agreement says that parts count.
    Partial,
    /// Less is done than the time that has passed asks for.
    Behind,
    /// The figures, or the words of the pledge, leave it open.
    Undecided,
    /// Nobody has told.
    NotReported,
    /// Not told, as it would narrow a small number of persons.
    Withheld,
    /// As much is done as the time that has passed asks for.
    OnTrack,
    /// Done.
    Fulfilled,
    /// Its time has not come.
    NotStarted,
    /// Nobody asked for it.
    NoNeed,
    /// Nothing to score.
    Described,
}

impl Status {
    /// Every status, the worst first.
    pub const ALL: [Status; 11] = [
        Status::NotFulfilled,
        Status::Partial,
        Status::Behind,
        Status::Undecided,
        Status::NotReported,
        Status::Withheld,
        Status::OnTrack,
        Status::Fulfilled,
        Status::NotStarted,
        Status::NoNeed,
        Status::Described,
    ];

    /// Its stable name, kebab-case.
    pub fn name(self) -> &'static str {
        match self {
            Status::NotFulfilled => "not-fulfilled",
            Status::Partial => "partial",
            Status::Behind => "behind",
            Status::Undecided => "undecided",
            Status::NotReported => "not-reported",
            Status::Withheld => "withheld",
            Status::OnTrack => "on-track",
            Status::Fulfilled => "fulfilled",
            Status::NotStarted => "not-started",
            Status::NoNeed => "no-need",
            Status::Described => "described",
        }
    }

    /// The worst of several; `None` of none.
    pub(crate) fn worst(statuses: impl IntoIterator<Item = Status>) -> Option<Status> {
        statuses.into_iter().min()
    }
}
