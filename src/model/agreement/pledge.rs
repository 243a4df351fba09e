//! Pledges, and the notes on them.

use chrono::NaiveDate;
use serde::Serialize;

use super::length::Length;
use crate::model::target::Target;

/// One promise, `[[pledge]]`.
#[derive(Clone, Debug, Default)]
pub struct Pledge {
    /// Its id, unique.
    pub id: String,
    /// What it is called in lists.
    pub name: Option<String>,
    /// The heading it stands under.
    pub(crate) area: Option<String>,
    /// The promised words.
    pub text: String,
    /// The partners that answer for it.
    pub responsible: Vec<String>,
    /// Its row in a statements sheet.
    pub(crate) statement: Option<String>,
    /// How long what the owner claims stays fresh.
    pub(crate) stale_after: Option<Length>,
    /// What can be held against figures; none for a pledge that is only described.
    pub targets: Vec<Target>,
    /// The coordinator's words under the verdict.
    pub(crate) notes: Vec<Note>,
    /// The meaning chosen for a wording that leaves several, where the pledge has no target that says it.
    pub interpretation: Option<String>,
    /// Whether one of its targets is enough.
    pub any_target: bool,
    /// Whether some of its targets kept are a part of it kept.
    pub partial: bool,
    /// The line it begins on, from 1.
    pub line: usize,
}

/// Why, and what happens now, `[[pledge.note]]`: under the verdict, never in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    /// The period it is about.
    pub(crate) period: String,
    /// The reason.
    pub(crate) why: Option<String>,
    /// What happens next.
    pub(crate) next: Option<String>,
    /// By when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) due: Option<NaiveDate>,
    /// The partner that says so.
    pub(crate) by: Option<String>,
}

/// A summary in another language, `[[summary]]`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LanguageSummary {
    /// The language's tag, `fi` or `fit`.
    pub language: String,
    pub text: String,
}
