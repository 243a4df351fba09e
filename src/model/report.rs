//! The typed report: everything an edition tells, without language or format.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::activity::{Origin, RecordedActivity, WorkbookAccount};
use super::agreement::Agreement;
use super::assessment::{Assessment, Status, TargetAssessment};
use super::finding::Finding;
pub(crate) use super::published::{AuditResult, PublishedTarget, PublishedVersion};
use super::quantity::{Amount, Quantity};
use super::row_group::RowGroup;
use super::span::{DateSpan, Period};

/// What is known of a version that was made before, for an earlier period.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct PreviousVersion {
    /// The name of its period.
    pub(crate) period: String,
    /// The last day of its period.
    pub end: NaiveDate,
    /// Its number.
    pub(crate) version: u32,
    /// SHA-256 of its `follow-up.json`, hexadecimal.
    pub sha256: String,
    /// The verdicts, by pledge.
    pub(crate) statuses: Vec<(String, Status)>,
    /// Its windows.
    pub(crate) windows: Vec<RecordedWindow>,
    /// The cells that counted for some target.
    pub(crate) counted: BTreeSet<Origin>,
    /// The activities it knew.
    pub activities: Vec<RecordedActivity>,
    /// The rows it knew that were no activities.
    pub(crate) passed_over: Vec<RecordedActivity>,
    /// Digests of the activities of a long log; once those that may have changed are read, of the others.
    pub(crate) groups: Vec<RowGroup>,
    /// The figures about persons that it and those before it showed.
    pub shown: Vec<ShownFigure>,
    /// The rows that rulings were about.
    pub rulings: Vec<RuledRow>,
    /// The keys of its findings.
    pub findings: Vec<String>,
}

/// How a window of a target stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RecordedWindow {
    /// The pledge's id.
    pub(crate) pledge: String,
    /// The target's id.
    pub(crate) target: String,
    pub(crate) window: DateSpan,
    pub(crate) closed: bool,
    pub(crate) status: Status,
    /// Whether its figures were withheld.
    pub(crate) withheld: bool,
    /// None where it was withheld, or nobody had told of it.
    pub(crate) outcome: Option<Quantity>,
}

/// A figure about persons that somebody has been shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownFigure {
    /// The pledge's id.
    pub(crate) pledge: String,
    /// The target's id.
    pub target: String,
    pub window: DateSpan,
    pub outcome: Quantity,
}

/// What a ruling was about when a version first took it up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct RuledRow {
    /// The cell that the ruling names.
    pub origin: Origin,
    /// The day of the ruling.
    pub date: NaiveDate,
    /// What the row gave then.
    pub rows: Vec<RuledActivity>,
}

/// One activity of a row that a ruling is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct RuledActivity {
    pub date: DateSpan,
    /// What tells it from other rows of its sheet.
    pub(crate) content: String,
    /// How much; none where small numbers about persons are withheld.
    pub value: Option<Quantity>,
}

/// What the ledger and the previous version say of the past.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// Which periods' reports were sent, and when first.
    pub(crate) sent: Vec<(String, NaiveDate)>,
    /// The last version of the latest earlier period.
    pub(crate) previous: Option<PreviousVersion>,
    /// The figures about persons that earlier versions of the same period showed.
    pub shown: Vec<ShownFigure>,
    /// What every version made before has told about persons, of any period, in the order of periods; none where the agreement
    /// counts none.
    pub(crate) published: Vec<PublishedVersion>,
}

/// The verdicts at the end of a month, by what is known now.
#[derive(Clone, Debug)]
pub(crate) struct MonthEnd {
    pub month: DateSpan,
    pub(crate) assessments: Vec<Assessment>,
}

/// Whether a partner's source has reported a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Reporting {
    /// The partner's id.
    pub partner: String,
    /// The pattern of the source's workbooks.
    pub source: String,
    pub month: DateSpan,
    /// Whether something is said of it.
    pub(crate) received: bool,
}

/// A verdict that is another than last time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct StatusChange {
    /// The pledge's id.
    pub(crate) pledge: String,
    /// The verdict of the previous version; none for a new pledge.
    pub(crate) was: Option<Status>,
    /// The verdict now.
    pub(crate) now: Status,
    /// The window, if it is the verdict of one that was closed already.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub(crate) turned: Option<TurnedWindow>,
}

/// A window that had closed, and whose verdict has turned all the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct TurnedWindow {
    /// The target's id.
    pub(crate) target: String,
    pub(crate) window: DateSpan,
    /// The figures; none where they tell about persons.
    pub(crate) before: Option<Quantity>,
    pub(crate) after: Option<Quantity>,
}

/// How a figure of a period already reported differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum ChangeKind {
    /// Another number.
    Changed,
    /// No longer there.
    Removed,
    /// New.
    Added,
}

/// A figure of a period already reported that is no longer what it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct RetroactiveChange {
    pub(crate) what: ChangeKind,
    /// Its cell: now, or then if it is gone.
    pub origin: Origin,
    pub(crate) before: Option<Quantity>,
    pub(crate) after: Option<Quantity>,
    /// Whether the row counted for some target, if its words or its day have changed and its figure has not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) counts: Option<RowCounts>,
}

/// Whether a row counted, and counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct RowCounts {
    pub(crate) before: bool,
    pub(crate) after: bool,
}

/// How a pledge has stood, month by month.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Course {
    /// The pledge's id.
    pub(crate) pledge: String,
    /// The end of each month of the term, up to the period's end.
    pub(crate) moments: Vec<CourseMonth>,
}

/// How a pledge stood at the end of a month, by what is known now.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct CourseMonth {
    pub month: DateSpan,
    pub status: Status,
    /// The figures of its targets then; none of those that tell about persons.
    pub(crate) figures: Vec<Figure>,
}

/// How far a target had come.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Figure {
    /// The target's id.
    pub target: String,
    /// The window that held the month's last day.
    pub window: DateSpan,
    /// What was counted.
    pub outcome: Quantity,
    /// Of how much.
    pub(crate) out_of: Option<Quantity>,
    /// What the whole window asks; for an average, what the elapsed days ask.
    pub(crate) required: Amount,
    /// What the elapsed time asks.
    pub(crate) pace: Option<Amount>,
}

/// What one version tells in full. Editions are made from it by leaving out. Its long lists are shared by its clones.
#[derive(Clone, Debug)]
pub(crate) struct Report {
    /// What was promised.
    pub agreement: Agreement,
    /// The time it is about.
    pub(crate) period: Period,
    /// The day it is made for.
    pub as_of: NaiveDate,
    pub(crate) version: u32,
    /// The version it is compared with.
    pub(crate) previous: Option<(String, u32, String)>,
    /// The verdicts, in the agreement's order, small numbers withheld.
    pub(crate) assessments: Vec<Assessment>,
    /// What can be mended, in order of severity and place.
    pub findings: Vec<Finding>,
    /// How the verdicts have gone, in the agreement's order.
    pub(crate) course: Vec<Course>,
    /// What became of every workbook.
    pub accounts: Vec<WorkbookAccount>,
    /// Who has reported which month.
    pub reporting: Vec<Reporting>,
    /// Verdicts that are other than last time.
    pub(crate) since_last: Vec<StatusChange>,
    /// Figures of periods already reported that are no longer what they were.
    pub(crate) retroactive: Arc<[RetroactiveChange]>,
    /// The activities, for the next version to compare with; withheld ones are left out.
    pub(crate) remembered: Arc<[RecordedActivity]>,
    /// The figures about persons that have been shown so far.
    pub shown: Vec<ShownFigure>,
    /// The rows that rulings are about.
    pub rulings: Vec<RuledRow>,
    /// The sheets, by workbook, of which no count of rows is told, since a row may be a person.
    pub(crate) uncounted: BTreeSet<(String, String)>,
    /// What the audit of figures about persons came to; none where the agreement counts none.
    pub(crate) audit: Option<AuditResult>,
}

impl Report {
    /// The same without the rows behind its figures.
    pub(crate) fn without_rows(&self) -> Report {
        let mut report = self.clone();
        report
            .assessments
            .iter_mut()
            .flat_map(|one| &mut one.targets)
            .for_each(TargetAssessment::clear_rows);
        (report.remembered, report.retroactive) = (Arc::default(), Arc::default());
        report
    }
}

/// A file of a version, or a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Artefact {
    /// Its path inside the version's folder, with `/`.
    pub name: String,
    /// Its content.
    pub(crate) bytes: Vec<u8>,
}
