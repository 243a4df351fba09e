//! `follow-up.json`: the machine-readable edition, and what a later run reads back from it.

mod ended;
mod pledge;
mod published;
mod read;
mod rows;

use std::collections::BTreeMap;
use std::io::Write;

use chrono::NaiveDate;
use serde::Serialize;

use crate::model::account::EditionAccount;
use crate::model::activity::RecordedActivity;
use crate::model::agreement::Indicator;
use crate::model::assessment::Status;
use crate::model::edition::{Edition, EditionPledge};
use crate::model::finding::fingerprint::fingerprints;
use crate::model::finding::{Args, Finding, Novelty, Severity};
use crate::model::published::ConsideredVersion;
use crate::model::report::{
    Figure, Reporting, RetroactiveChange, RuledRow, ShownFigure, StatusChange,
};
use crate::wording::Wording;

pub(crate) use ended::{EndedTerm, read_ended};
pub(crate) use published::read_published;
pub(crate) use read::read_back;
pub(crate) use rows::{ROWS, are_in_file, read_back as read_rows, write as write_rows};

/// The version of the schema. Adding a key keeps it; changing or removing a key increases it.
const SCHEMA: u32 = 1;

/// The same with lists that are cut, each beside the number of all that it has, and with all rows in a file of their own.
const CUT_SCHEMA: u32 = 2;

/// The file, in the order of its keys.
#[derive(Serialize)]
struct FollowUp<'a> {
    schema: u32,
    agreement: AgreementHead<'a>,
    period: String,
    period_end: NaiveDate,
    as_of: NaiveDate,
    version: u32,
    edition: &'a str,
    inputs: Inputs<'a>,
    interpretations: Vec<pledge::Interpretation<'a>>,
    pledges: Vec<pledge::PledgeJson<'a>>,
    shown: Vec<pledge::Shown<'a>>,
    indicators: &'a [Indicator],
    findings: Vec<FindingJson<'a>>,
    accounts: &'a [EditionAccount],
    reporting: Vec<ReportingJson<'a>>,
    course: Vec<CourseJson<'a>>,
    since_last: &'a [StatusChange],
    retroactive: &'a [RetroactiveChange],
    activities: Activities<'a>,
    #[serde(rename = "told_persons")]
    shown_persons: &'a [ShownFigure],
    ruled: &'a [RuledRow],
    #[serde(skip_serializing_if = "Option::is_none")]
    audit: Option<AuditJson>,
}

/// What the audit of figures about persons came to.
#[derive(Serialize)]
struct AuditJson {
    figures: usize,
    withheld: usize,
    narrowest: Option<NarrowestJson>,
    given_away: usize,
}

/// The least and the most that the narrowest small figure was found to be able to be, for all that is told.
#[derive(Serialize)]
struct NarrowestJson {
    low: u64,
    high: u64,
}

/// What the next version is compared with.
#[derive(Serialize)]
#[serde(untagged)]
enum Activities<'a> {
    Here(&'a [RecordedActivity]),
    InFile(rows::RowsFile),
}

#[derive(Serialize)]
struct AgreementHead<'a> {
    id: &'a str,
    title: &'a str,
    municipality: &'a str,
    police_area: &'a str,
    from: NaiveDate,
    to: NaiveDate,
    language: &'a str,
    /// The names of the partners that the edition names, by id.
    partners: &'a BTreeMap<String, String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_term: Option<LastTermJson<'a>>,
}

/// The report that the verdicts of the term before stand in.
#[derive(Serialize)]
struct LastTermJson<'a> {
    title: &'a str,
    as_of: NaiveDate,
}

#[derive(Serialize)]
struct Inputs<'a> {
    agreement: &'a str,
    previous: Option<PreviousJson<'a>>,
    /// The versions that the audit has taken into account.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    considered: &'a [ConsideredVersion],
}

#[derive(Serialize)]
struct PreviousJson<'a> {
    period: &'a str,
    version: u32,
    sha256: &'a str,
}

#[derive(Serialize)]
struct FindingJson<'a> {
    code: &'static str,
    severity: Severity,
    workbook: Option<&'a str>,
    sheet: Option<&'a str>,
    cell: Option<&'a str>,
    line: Option<usize>,
    args: Args,
    message: String,
    remedy: String,
    /// The identity of the finding in later versions.
    key: String,
    /// Whether the previous version had it too, or it is explained.
    known: bool,
    explained: Option<&'a str>,
}

#[derive(Serialize)]
struct ReportingJson<'a> {
    partner: &'a str,
    source: &'a str,
    month: String,
    /// The days it is about: a month, a week or a quarter.
    from: NaiveDate,
    to: NaiveDate,
    status: &'static str,
}

/// A pledge's verdict at the end of a month, with today's data.
#[derive(Serialize)]
struct CourseJson<'a> {
    pledge: &'a str,
    month: String,
    status: Status,
    /// The figures that the pictures are drawn from; none about persons.
    figures: &'a [Figure],
}

/// Writes the file piece by piece: with a hundred thousand rows the whole takes much memory.
///
/// # Errors
/// If it cannot be written.
pub(crate) fn write(
    edition: &Edition,
    wording: &Wording,
    mut to: impl Write,
) -> std::io::Result<()> {
    serde_json::to_writer_pretty(&mut to, &follow_up(edition, wording))?;
    to.write_all(b"\n")
}

fn follow_up<'a>(edition: &'a Edition, wording: &Wording) -> FollowUp<'a> {
    let agreement = &edition.agreement;
    let previous = edition.previous.as_ref();
    let limits = rows::limits(edition);
    let limits = limits.as_ref();
    FollowUp {
        schema: limits.map_or(SCHEMA, |_| CUT_SCHEMA),
        agreement: AgreementHead {
            id: &agreement.id,
            title: &agreement.title,
            municipality: &agreement.municipality,
            police_area: &agreement.police_area,
            from: agreement.term.from,
            to: agreement.term.to,
            language: &agreement.language,
            partners: &agreement.partners,
            last_term: (agreement.last_term.as_ref()).map(|(title, as_of)| LastTermJson {
                title,
                as_of: *as_of,
            }),
        },
        period: edition.period.to_string(),
        period_end: edition.period.end(),
        as_of: edition.as_of,
        version: edition.version,
        edition: &edition.name,
        inputs: Inputs {
            agreement: &agreement.sha256,
            previous: previous.map(|(period, version, sha256)| PreviousJson {
                period,
                version: *version,
                sha256,
            }),
            considered: edition
                .audit
                .as_ref()
                .map_or(&[], |audit| audit.considered.as_slice()),
        },
        interpretations: pledge::interpretations(edition),
        shown: pledge::shown(edition, wording, limits),
        pledges: pledge::pledges(edition, wording, limits),
        indicators: &agreement.indicators,
        findings: findings(edition, wording),
        accounts: edition.accounts(),
        reporting: edition.reporting.iter().map(reporting).collect(),
        course: edition.pledges.iter().flat_map(course).collect(),
        since_last: &edition.since_last,
        retroactive: edition.retroactive(),
        activities: match limits {
            None => Activities::Here(&edition.remembered),
            Some(_) => Activities::InFile(rows::RowsFile::new(edition)),
        },
        shown_persons: &edition.shown,
        ruled: &edition.ruled,
        audit: edition.audit.as_ref().map(|audit| AuditJson {
            figures: audit.figures,
            withheld: audit.withheld,
            narrowest: audit
                .narrowest
                .map(|(low, high)| NarrowestJson { low, high }),
            given_away: audit.given_away,
        }),
    }
}

fn reporting(row: &Reporting) -> ReportingJson<'_> {
    ReportingJson {
        partner: &row.partner,
        source: &row.source,
        month: row.month.from.format("%Y-%m").to_string(),
        from: row.month.from,
        to: row.month.to,
        status: if row.received { "received" } else { "missing" },
    }
}

fn course(pledge: &EditionPledge) -> impl Iterator<Item = CourseJson<'_>> {
    pledge.course.iter().map(|moment| CourseJson {
        pledge: &pledge.id,
        month: moment.month.from.format("%Y-%m").to_string(),
        status: moment.status,
        figures: &moment.figures,
    })
}

fn findings<'a>(edition: &'a Edition, wording: &Wording) -> Vec<FindingJson<'a>> {
    let findings = || edition.findings().iter().map(|to_json| &to_json.finding);
    let to_json = |(finding, key): (&'a Finding, String)| FindingJson {
        code: finding.code().name(),
        severity: finding.severity(),
        workbook: finding.place.workbook.as_deref(),
        sheet: finding.place.sheet.as_deref(),
        cell: finding.place.cell.as_deref(),
        line: finding.place.shown_line(),
        args: finding.args(),
        message: wording.message(finding),
        remedy: wording.remedy(finding),
        key,
        known: finding.novelty != Novelty::New,
        explained: finding.explanation.as_deref(),
    };
    let keys = fingerprints(findings());
    findings().zip(keys).map(to_json).collect()
}

#[cfg(test)]
mod tests;
