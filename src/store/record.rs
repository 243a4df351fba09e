//! What the lines of the ledger hold that tell of versions, and of the ledger itself.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// A version that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Made {
    /// The name of the period.
    pub(crate) period: String,
    /// The number of the version.
    pub(crate) version: u32,
    /// The day the report was made for.
    pub as_of: NaiveDate,
    /// SHA-256 of the content, dates of making aside: a run that gives the same makes no new version.
    pub(crate) content: String,
    /// SHA-256 of its follow-up.json.
    pub(crate) follow_up: String,
    /// Its seal: SHA-256 of its SHA256SUMS, which binds every byte of it. Earlier programs entered none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) seal: Option<String>,
    /// When it was done.
    pub(crate) at: DateTime<Utc>,
}

/// A version that may go out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Approval {
    /// The name of the period.
    pub(crate) period: String,
    /// The number of the version.
    pub(crate) version: u32,
    /// SHA-256 of its SHA256SUMS: exactly what was approved.
    pub(crate) content: String,
    /// Who approved it.
    pub(crate) by: String,
    /// When it was done.
    pub(crate) at: DateTime<Utc>,
}

/// The reminders of a period, as they were written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct RemindersMade {
    /// The name of the period.
    pub(crate) period: String,
    /// SHA-256 of the list of their hashes.
    pub(crate) seal: String,
    /// When it was done.
    pub(crate) at: DateTime<Utc>,
}

/// Lines before this one that are not held by hashes, as earlier programs wrote them; and the seals of what lay there then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct TakenOver {
    /// SHA-256 of those lines.
    pub(crate) content: String,
    /// By version (`2023-09/v1`) or reminders (`2023-09/reminders`).
    pub(crate) seals: BTreeMap<String, String>,
    /// When it was done.
    pub(crate) at: DateTime<Utc>,
}

/// A last line that could not be read, and was cut off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Mended {
    /// What stood there.
    pub(crate) cut: String,
    /// When it was done.
    pub(crate) at: DateTime<Utc>,
}

/// Versions that lay there and that the ledger knew nothing of: it was lost, or lines of it were.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Anew {
    /// Their seals, by version (`2023-09/v1`).
    pub(crate) seals: BTreeMap<String, String>,
    /// When it was done.
    pub(crate) at: DateTime<Utc>,
}

/// Somebody asked to send although the ledger had been lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Resumed {
    /// When it was done.
    pub(crate) at: DateTime<Utc>,
}
