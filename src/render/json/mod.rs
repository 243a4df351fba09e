//! `follow-up.json`: the machine's edition, and what a later run reads back of it.

mod pledge;
mod read;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

use chrono::NaiveDate;
use serde::Serialize;

use super::scope::Scope;
use crate::error::Error;
use crate::model::activity::{Origin, WorkbookAccount};
use crate::model::agreement::{Audience, Direction, Indicator, IndicatorValue};
use crate::model::assessment::Status;
use crate::model::finding::{Arg, Finding, Novelty, Severity};
use crate::model::quantity::Quantity;
use crate::model::report::{ChangeKind, RecordedActivity, Report, RuledRow, ShownFigure};
use crate::wording::Wording;

pub use read::read_back;

/// The number of the file's shape. A key is added without a new one; a changed or removed key gives a new one.
const SCHEMA: u32 = 1;

/// The file, in the order of its keys.
#[derive(Serialize)]
struct FollowUp<'a> {
    schema: u32,
    agreement: AgreementHead<'a>,
    period: String,
    period_end: NaiveDate,
    as_of: NaiveDate,
    version: u32,
    edition: String,
    inputs: Inputs<'a>,
    interpretations: Vec<pledge::Interpretation<'a>>,
    pledges: Vec<pledge::Told<'a>>,
    shown: Vec<pledge::Shown<'a>>,
    indicators: Vec<IndicatorTold<'a>>,
    findings: Vec<FindingTold<'a>>,
    accounts: Vec<&'a WorkbookAccount>,
    reporting: Vec<ReportingTold>,
    course: Vec<CourseTold<'a>>,
    since_last: Vec<SinceLastTold<'a>>,
    retroactive: Vec<RetroactiveTold<'a>>,
    activities: &'a [RecordedActivity],
    told_persons: &'a [ShownFigure],
    ruled: &'a [RuledRow],
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
}

#[derive(Serialize)]
struct Inputs<'a> {
    agreement: &'a str,
    previous: Option<PreviousTold<'a>>,
}

#[derive(Serialize)]
struct PreviousTold<'a> {
    period: &'a str,
    version: u32,
    sha256: &'a str,
}

#[derive(Serialize)]
struct IndicatorTold<'a> {
    id: &'a str,
    name: &'a str,
    area: Option<&'a str>,
    source: Option<&'a str>,
    scale: Option<&'a str>,
    good: Option<Direction>,
    baseline: Option<IndicatorValue>,
    values: &'a [IndicatorValue],
}

#[derive(Serialize)]
struct FindingTold<'a> {
    code: &'static str,
    severity: Severity,
    workbook: Option<&'a str>,
    sheet: Option<&'a str>,
    cell: Option<&'a str>,
    line: Option<usize>,
    args: &'a BTreeMap<&'static str, Arg>,
    message: String,
    remedy: String,
    /// What makes it the same one in the next version.
    key: String,
    /// Whether the previous version told it too, or it is explained.
    known: bool,
    explained: Option<&'a str>,
}

#[derive(Serialize)]
struct ReportingTold {
    partner: String,
    source: String,
    month: String,
    status: &'static str,
}

/// How a pledge stood at the end of a month, by what is known now.
#[derive(Serialize)]
struct CourseTold<'a> {
    pledge: &'a str,
    month: String,
    status: Status,
}

#[derive(Serialize)]
struct SinceLastTold<'a> {
    pledge: &'a str,
    was: Option<Status>,
    now: Status,
}

#[derive(Serialize)]
struct RetroactiveTold<'a> {
    what: ChangeKind,
    origin: &'a Origin,
    before: Option<Quantity>,
    after: Option<Quantity>,
}

/// The file's bytes.
///
/// # Errors
/// If it cannot be written as JSON.
pub fn render(report: &Report, edition: &Audience, wording: &Wording) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    write(report, edition, wording, &mut bytes).map_err(|fault| Error::Render {
        what: "follow-up.json".to_owned(),
        fault: fault.to_string(),
    })?;
    Ok(bytes)
}

/// Writes the same piece by piece: of a hundred thousand rows the whole takes much memory.
///
/// # Errors
/// If it cannot be written there.
pub fn write(
    report: &Report,
    edition: &Audience,
    wording: &Wording,
    mut to: impl Write,
) -> std::io::Result<()> {
    serde_json::to_writer_pretty(&mut to, &follow_up(report, edition, wording))?;
    to.write_all(b"\n")
}

fn follow_up<'a>(report: &'a Report, edition: &'a Audience, wording: &Wording) -> FollowUp<'a> {
    let agreement = &report.agreement;
    let (scope, reach) = (Scope::new(report, edition), Reach::new(report, edition));
    let pledges = pledge::told(&scope, &reach, wording);
    let kept: BTreeSet<&str> = pledges.iter().map(|pledge| pledge.id).collect();
    let since_last = report
        .since_last
        .iter()
        .filter(|change| kept.contains(change.pledge.as_str()))
        .map(|change| SinceLastTold {
            pledge: &change.pledge,
            was: change.was,
            now: change.now,
        })
        .collect();
    FollowUp {
        schema: SCHEMA,
        agreement: AgreementHead {
            id: &agreement.id,
            title: &agreement.title,
            municipality: &agreement.municipality,
            police_area: &agreement.police_area,
            from: agreement.term.from,
            to: agreement.term.to,
            language: &agreement.language,
        },
        period: report.period.to_string(),
        period_end: report.period.end(),
        as_of: report.as_of,
        version: report.version,
        edition: match edition {
            Audience::Full => "full".to_owned(),
            Audience::Public => "public".to_owned(),
            Audience::Partner(id) => format!("partners/{id}"),
        },
        inputs: Inputs {
            agreement: &agreement.sha256,
            previous: report
                .previous
                .as_ref()
                .map(|(period, version, sha256)| PreviousTold {
                    period,
                    version: *version,
                    sha256,
                }),
        },
        interpretations: pledge::interpretations(report, &reach),
        shown: pledge::shown(report, &reach, wording),
        pledges,
        indicators: if scope.partner().is_some() {
            Vec::new()
        } else {
            indicators(report)
        },
        findings: findings(&scope, wording),
        accounts: report
            .accounts
            .iter()
            .filter(|account| reach.takes_workbook(&account.workbook))
            .collect(),
        reporting: scope
            .reporting()
            .into_iter()
            .map(|row| ReportingTold {
                month: row.month.from.format("%Y-%m").to_string(),
                status: if row.received { "received" } else { "missing" },
                partner: row.partner,
                source: row.source,
            })
            .collect(),
        course: scope
            .pledges()
            .iter()
            .flat_map(|judged| course(report, &judged.pledge.id))
            .collect(),
        since_last,
        retroactive: report
            .retroactive
            .iter()
            .filter(|row| reach.takes_workbook(&row.origin.workbook))
            .map(|row| RetroactiveTold {
                what: row.what,
                origin: &row.origin,
                before: row.before,
                after: row.after,
            })
            .collect(),
        // What the next version is compared with: the full edition is the one kept for that.
        activities: if *edition == Audience::Full {
            &report.remembered
        } else {
            &[]
        },
        told_persons: if *edition == Audience::Full {
            &report.shown
        } else {
            &[]
        },
        ruled: if *edition == Audience::Full {
            &report.rulings
        } else {
            &[]
        },
    }
}

fn indicators<'a>(report: &'a Report) -> Vec<IndicatorTold<'a>> {
    let told = |indicator: &'a Indicator| IndicatorTold {
        id: &indicator.id,
        name: &indicator.name,
        area: indicator.area.as_deref(),
        source: indicator.source.as_deref(),
        scale: indicator.scale.as_deref(),
        good: indicator.good,
        baseline: indicator.baseline,
        values: &indicator.values,
    };
    report.agreement.indicators.iter().map(told).collect()
}

fn course<'a>(report: &'a Report, pledge: &str) -> impl Iterator<Item = CourseTold<'a>> {
    let course = report
        .course
        .iter()
        .filter(move |course| course.pledge == pledge);
    course.flat_map(|course| {
        course.moments.iter().map(|moment| CourseTold {
            pledge: &course.pledge,
            month: moment.month.from.format("%Y-%m").to_string(),
            status: moment.status,
        })
    })
}

fn findings<'a>(scope: &Scope<'a>, wording: &Wording) -> Vec<FindingTold<'a>> {
    let told = |finding: &'a Finding| FindingTold {
        code: finding.code.name(),
        severity: finding.severity(),
        workbook: finding.place.workbook.as_deref(),
        sheet: finding.place.sheet.as_deref(),
        cell: finding.place.cell.as_deref(),
        line: finding.place.line,
        args: &finding.args,
        message: wording.message(finding),
        remedy: wording.remedy(finding),
        key: finding.key(),
        known: finding.novelty != Novelty::New,
        explained: finding.explanation(),
    };
    scope.findings().into_iter().map(told).collect()
}

/// What an edition tells of.
struct Reach<'a> {
    /// The full edition.
    everything: bool,
    /// Only what one partner answers for, and its workbooks.
    partner: Option<String>,
    workbooks: BTreeSet<&'a str>,
}

impl<'a> Reach<'a> {
    fn new(report: &'a Report, edition: &Audience) -> Reach<'a> {
        let partner = match edition {
            Audience::Partner(id) => Some(id.clone()),
            Audience::Full | Audience::Public => None,
        };
        let accounts = report
            .accounts
            .iter()
            .filter(|account| partner.is_some() && account.partner == partner);
        let workbooks = accounts.map(|account| account.workbook.as_str()).collect();
        Reach {
            everything: *edition == Audience::Full,
            partner,
            workbooks,
        }
    }

    /// Whether what stands in this workbook is told. In the public edition none is.
    fn takes_workbook(&self, workbook: &str) -> bool {
        self.everything || self.workbooks.contains(workbook)
    }

    /// Whether what these partners answer for is told.
    fn takes_any(&self, responsible: &[String]) -> bool {
        self.partner
            .as_ref()
            .is_none_or(|partner| responsible.contains(partner))
    }

    /// Whether cells are named.
    fn names_cells(&self) -> bool {
        self.everything || self.partner.is_some()
    }
}

#[cfg(test)]
mod tests;
