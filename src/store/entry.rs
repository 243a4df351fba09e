//! What a line of the ledger can tell of.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::record::{Anew, Approval, Made, Mended, RemindersMade, Resumed, TakenOver};
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
    /// A message that a server had taken came back.
    Bounced(Delivery),
    /// A message went to somebody who tries the route, not to its recipient.
    Redirected(Delivery),
    /// A version may go out.
    Approved(Approval),
    /// The reminders of a period were written.
    Reminders(RemindersMade),
    /// A ledger of an earlier program was taken over.
    TakenOver(TakenOver),
    /// A torn last line was cut off.
    Mended(Mended),
    /// The ledger was lost, or lines of it.
    Anew(Anew),
    /// It is sent again although the ledger was lost.
    Resumed(Resumed),
}

/// The names of the events that this program knows.
pub(super) const KNOWN: [&str; 16] = [
    "version",
    "planned",
    "posting",
    "handing-over",
    "sent",
    "deferred",
    "refused",
    "lost",
    "bounced",
    "redirected",
    "approved",
    "reminders",
    "taken-over",
    "mended",
    "anew",
    "resumed",
];

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
    /// The edition it carries. Earlier programs entered none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) edition: Option<String>,
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
    /// Its subject, as it lies in the outbox.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) subject: Option<String>,
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
    /// What is missing and it asks its partner for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) asked: Vec<String>,
    /// When it was done.
    pub(crate) at: DateTime<Utc>,
}

fn edition() -> MessageKind {
    MessageKind::Edition
}

fn one() -> u32 {
    1
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
            | LedgerEntry::Lost(delivery)
            | LedgerEntry::Bounced(delivery) => Some(delivery),
            _ => None,
        }
    }

    /// When it was done.
    pub(crate) fn at(&self) -> DateTime<Utc> {
        match self {
            LedgerEntry::Version(made) => made.at,
            LedgerEntry::Approved(approval) => approval.at,
            LedgerEntry::Reminders(made) => made.at,
            LedgerEntry::TakenOver(taken) => taken.at,
            LedgerEntry::Mended(mended) => mended.at,
            LedgerEntry::Anew(anew) => anew.at,
            LedgerEntry::Resumed(resumed) => resumed.at,
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
            edition: Some("partner:polisen".to_owned()),
            id: "ab12".to_owned(),
            number: 1,
            message_id: "<ab12@example.se>".to_owned(),
            name: "Polisen".to_owned(),
            to: "polisen@example.se".to_owned(),
            subject: Some("Arbetsböckerna för september 2023".to_owned()),
            partner: Some("polisen".to_owned()),
            date: Some("2023-10-05T06:00:00Z".parse().unwrap()),
            answer: Some("250 2.0.0 taken".to_owned()),
            reported: vec![ReportedFinding {
                key: "k".to_owned(),
                workbook: "polisen/Trafik.xlsx".to_owned(),
                code: "unreadable-number".to_owned(),
            }],
            thanked: vec!["j".to_owned()],
            asked: vec!["polisen/Trafik.xlsx 2023-08-01 – 2023-08-31".to_owned()],
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
            seal: Some("s".to_owned()),
            at: "2023-10-05T06:00:00Z".parse().unwrap(),
        };
        let at = made.at;
        let seals = || [("2023-09/v1".to_owned(), "s".to_owned())].into();
        let every = [
            LedgerEntry::Version(made),
            LedgerEntry::Planned(delivery()),
            LedgerEntry::Posting(delivery()),
            LedgerEntry::HandingOver(delivery()),
            LedgerEntry::Sent(delivery()),
            LedgerEntry::Deferred(delivery()),
            LedgerEntry::Refused(delivery()),
            LedgerEntry::Lost(delivery()),
            LedgerEntry::Bounced(delivery()),
            LedgerEntry::Redirected(delivery()),
            LedgerEntry::Approved(approval),
            LedgerEntry::Reminders(RemindersMade {
                period: "2023-09".to_owned(),
                seal: "s".to_owned(),
                at,
            }),
            LedgerEntry::TakenOver(TakenOver {
                content: "c".to_owned(),
                seals: seals(),
                at,
            }),
            LedgerEntry::Mended(Mended {
                cut: "{".to_owned(),
                at,
            }),
            LedgerEntry::Anew(Anew { seals: seals(), at }),
            LedgerEntry::Resumed(Resumed { at }),
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
