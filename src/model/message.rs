//! Messages that lie in an outbox: to whom, what kind, and what tells one from another.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::agreement::{Release, Role};
use super::finding::Finding;
use super::finding::fingerprint::fingerprints;

/// The number of the shape of an outbox's list.
pub(crate) const SCHEMA: u32 = 1;

/// The list of what lies in a version's outbox, `outbox/outbox.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Outbox {
    /// The number of its shape.
    pub schema: u32,
    /// The agreement's id.
    pub agreement: String,
    /// The name of the period.
    pub(crate) period: String,
    pub(crate) version: u32,
    /// The day the report is made for.
    pub as_of: NaiveDate,
    /// What the version waits for.
    pub(crate) release: Release,
    /// The last day on which an incomplete version still waits.
    pub(crate) until: Option<NaiveDate>,
    /// What is missing or cannot be read, one line each; a version that waits until it is complete waits for these.
    pub(crate) waits_for: Vec<String>,
    /// The messages, in the order in which they are posted.
    pub(crate) messages: Vec<OutboxMessage>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct OutboxMessage {
    pub(crate) file: String,
    /// A hash of agreement, period, kind, edition, recipient and content (verdicts, figures, error findings): what has the
    /// same id is the same mail and goes once, whichever version it lies in.
    pub id: String,
    /// The id that the first version of lofte gave the same content, where that is another: what the ledger knows by it has
    /// been sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) first_id: Option<String>,
    pub kind: MessageKind,
    /// The recipient's name.
    pub name: String,
    /// In what capacity it gets it.
    pub(crate) role: Role,
    /// The recipient's address.
    pub(crate) address: String,
    /// Its subject. Earlier programs wrote none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) subject: Option<String>,
    /// The edition it carries: `full`, `public`, `partner:polisen`.
    pub(crate) edition: String,
    /// The partner whose workbooks a letter is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner: Option<String>,
    /// The files that go with it, by the names the reader sees.
    pub(crate) attached: Vec<String>,
    /// The findings that it tells its partner of.
    #[serde(rename = "told", default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) reported: Vec<ReportedFinding>,
    /// The mended findings that it thanks for, by their keys.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) thanked: Vec<String>,
    /// What is missing and it asks its partner for, by source and days and not in words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) asked: Vec<String>,
}

/// A finding as a letter told it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct ReportedFinding {
    /// Its fingerprint.
    pub key: String,
    pub workbook: String,
    /// What it is, by the name of its code.
    #[serde(default)]
    pub code: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum MessageKind {
    /// The follow-up, to a recipient.
    Edition,
    /// The same as a draft, to whoever approves it.
    Draft,
    /// To a partner: how its workbooks were read, and what must be mended.
    Partner,
    /// To a partner: what is missing or still to be mended, before or after the day it is due.
    Reminder,
}

impl MessageKind {
    /// Whether it carries results, and so waits until they are released.
    pub(crate) fn waits(self) -> bool {
        self == MessageKind::Edition
    }

    /// Its stable name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            MessageKind::Edition => "edition",
            MessageKind::Draft => "draft",
            MessageKind::Partner => "partner",
            MessageKind::Reminder => "reminder",
        }
    }
}

/// The findings as letters remember them.
pub(crate) fn reported(findings: &[&Finding]) -> Vec<ReportedFinding> {
    let keys = fingerprints(findings.iter().copied());
    let reported = findings.iter().zip(keys).map(|(finding, key)| {
        let workbook = finding.place.workbook.clone().unwrap_or_default();
        ReportedFinding {
            key,
            workbook,
            code: finding.code().name().to_owned(),
        }
    });
    reported.collect()
}
