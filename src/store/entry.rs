//! What a line of the ledger can tell of.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::model::message::{MessageKind, ReportedFinding};

/// One line of the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub(crate) enum LedgerEntry {
    /// A version was made.
    Version(Made),
    /// A message is to be posted, or waits for its release: sending was asked for.
    Planned(Delivery),
    /// A message is about to be posted: nothing of it has left.
    Posting(Delivery),
    /// The whole message is with the server but for its end: from here on the server may have taken it.
    HandingOver(Delivery),
    /// The server has taken a message.
    Sent(Delivery),
    /// The server would not take a message now, or the line was lost before it could.
    Deferred(Delivery),
    /// The server will not take a message.
    Refused(Delivery),
    /// The server's answer to a message was lost: it may have taken it.
    Lost(Delivery),
    /// A message went to somebody who tries the route, not to its recipient.
    Redirected(Delivery),
    /// A version may go out.
    Approved(Approval),
}

/// The names of the events that this program knows.
pub(super) const KNOWN: [&str; 10] = [
    "version",
    "planned",
    "posting",
    "handing-over",
    "sent",
    "deferred",
    "refused",
    "lost",
    "redirected",
    "approved",
];

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
    /// When it was done.
    pub(crate) at: DateTime<Utc>,
}

/// What became of a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Delivery {
    /// The name of the period.
    pub(crate) period: String,
    /// The number of the version; 0 for a reminder, which belongs to none.
    pub(crate) version: u32,
    /// What the message is.
    #[serde(default = "edition")]
    pub kind: MessageKind,
    /// The message's id.
    #[serde(default)]
    pub id: String,
    /// How often it was asked to be sent: 1, or more if it was asked for again.
    #[serde(default = "one")]
    pub number: u32,
    /// Its Message-ID as posted.
    #[serde(default)]
    pub(crate) message_id: String,
    /// The recipient's name.
    #[serde(default)]
    pub name: String,
    /// The address it went to.
    #[serde(default)]
    pub to: String,
    /// The partner that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner: Option<String>,
    /// Its Date as posted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<DateTime<Utc>>,
    /// What the server said, or what went wrong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) answer: Option<String>,
    /// The findings that it tells its partner of.
    #[serde(rename = "told", default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) reported: Vec<ReportedFinding>,
    /// The mended findings that it thanks for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) thanked: Vec<String>,
    /// When it was done.
    pub(crate) at: DateTime<Utc>,
}

fn edition() -> MessageKind {
    MessageKind::Edition
}

fn one() -> u32 {
    1
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

impl LedgerEntry {
    /// The version that was made, if it tells of one.
    pub(crate) fn made(&self) -> Option<&Made> {
        match self {
            LedgerEntry::Version(made) => Some(made),
            _ => None,
        }
    }

    /// What became of a message, if it tells of one; a message that only tried the route is none.
    pub(crate) fn delivery(&self) -> Option<&Delivery> {
        match self {
            LedgerEntry::Planned(delivery)
            | LedgerEntry::Posting(delivery)
            | LedgerEntry::HandingOver(delivery)
            | LedgerEntry::Sent(delivery)
            | LedgerEntry::Deferred(delivery)
            | LedgerEntry::Refused(delivery)
            | LedgerEntry::Lost(delivery) => Some(delivery),
            LedgerEntry::Version(_) | LedgerEntry::Redirected(_) | LedgerEntry::Approved(_) => None,
        }
    }

    /// When it was done.
    pub(crate) fn at(&self) -> DateTime<Utc> {
        match self {
            LedgerEntry::Version(made) => made.at,
            LedgerEntry::Approved(approval) => approval.at,
            LedgerEntry::Redirected(delivery) => delivery.at,
            other => other
                .delivery()
                .map(|delivery| delivery.at)
                .unwrap_or_default(),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
pub(super) mod tests {
    use super::*;

    /// A delivery with everything in it.
    pub(crate) fn delivery() -> Delivery {
        Delivery {
            period: "2023-09".to_owned(),
            version: 2,
            kind: MessageKind::Partner,
            id: "ab12".to_owned(),
            number: 1,
            message_id: "<ab12@example.se>".to_owned(),
            name: "Polisen".to_owned(),
            to: "polisen@example.se".to_owned(),
            partner: Some("polisen".to_owned()),
            date: Some("2023-10-05T06:00:00Z".parse().unwrap()),
            answer: Some("250 2.0.0 taken".to_owned()),
            reported: vec![ReportedFinding {
                key: "k".to_owned(),
                workbook: "polisen/Trafik.xlsx".to_owned(),
                code: "unreadable-number".to_owned(),
            }],
            thanked: vec!["j".to_owned()],
            at: "2023-10-05T06:00:00Z".parse().unwrap(),
        }
    }

    #[test]
    fn every_event_is_known_by_its_name() {
        let approval = Approval {
            period: "2023-09".to_owned(),
            version: 2,
            content: "c".to_owned(),
            by: "Ordföranden".to_owned(),
            at: "2023-10-05T06:00:00Z".parse().unwrap(),
        };
        let made = Made {
            period: "2023-09".to_owned(),
            version: 2,
            as_of: "2023-10-05".parse().unwrap(),
            content: "c".to_owned(),
            follow_up: "f".to_owned(),
            at: "2023-10-05T06:00:00Z".parse().unwrap(),
        };
        let every = [
            LedgerEntry::Version(made),
            LedgerEntry::Planned(delivery()),
            LedgerEntry::Posting(delivery()),
            LedgerEntry::HandingOver(delivery()),
            LedgerEntry::Sent(delivery()),
            LedgerEntry::Deferred(delivery()),
            LedgerEntry::Refused(delivery()),
            LedgerEntry::Lost(delivery()),
            LedgerEntry::Redirected(delivery()),
            LedgerEntry::Approved(approval),
        ];
        for (entry, name) in every.into_iter().zip(KNOWN) {
            let line = serde_json::to_string(&entry).unwrap();
            assert!(
                line.starts_with(&format!("{{\"event\":\"{name}\"")),
                "{line}"
            );
            assert_eq!(serde_json::from_str::<LedgerEntry>(&line).unwrap(), entry);
        }
    }
}
