//! What the audit of a later version reads back from a `follow-up.json`: what it has told about persons.

use std::io::Read;

use chrono::NaiveDate;
use serde::Deserialize;

use crate::model::assessment::Status;
use crate::model::finding::Code;
use crate::model::published::PublishedWindow;
use crate::model::quantity::{Amount, Quantity};
use crate::model::report::{PublishedTarget, PublishedVersion};
use crate::model::span::DateSpan;
use crate::model::target::Bound;
use crate::text::read_json;

#[derive(Deserialize)]
struct Version {
    period: String,
    period_end: NaiveDate,
    as_of: NaiveDate,
    version: u32,
    pledges: Vec<Pledge>,
    #[serde(default)]
    course: Vec<Course>,
    #[serde(default)]
    findings: Vec<Told>,
}

#[derive(Deserialize)]
struct Pledge {
    id: String,
    targets: Vec<Target>,
}

#[derive(Deserialize)]
struct Target {
    id: String,
    kind: String,
    #[serde(default)]
    persons: bool,
    in_period: Option<Quantity>,
    windows: Vec<Window>,
}

#[derive(Deserialize)]
struct Window {
    from: NaiveDate,
    to: NaiveDate,
    bound: Option<BoundWord>,
    required: Option<Amount>,
    pace: Option<Amount>,
    outcome: Option<Quantity>,
    out_of: Option<Quantity>,
    status: Status,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum BoundWord {
    Least,
    Most,
}

#[derive(Deserialize)]
struct Course {
    pledge: String,
    month: String,
    status: Status,
}

#[derive(Deserialize)]
struct Told {
    code: String,
}

/// What a version has told about persons. `sha256` is that of its bytes.
///
/// # Errors
/// The fault in words, if it is no follow-up.json.
pub(crate) fn read_published(file: impl Read, sha256: &str) -> Result<PublishedVersion, String> {
    let read: Version = read_json(file).map_err(|fault| fault.to_string())?;
    let targets = read.pledges.into_iter().flat_map(|pledge| {
        let persons = pledge.targets.into_iter().filter(|target| target.persons);
        persons.map(move |target| PublishedTarget {
            pledge: pledge.id.clone(),
            target: target.id,
            kind: target.kind,
            in_period: target.in_period,
            windows: target.windows.into_iter().map(window).collect(),
        })
    });
    let course = read.course.into_iter().filter_map(|moment| {
        let first: NaiveDate = format!("{}-01", moment.month).parse().ok()?;
        let month = DateSpan::day(first).each_month().next()?;
        Some((moment.pledge, month, moment.status))
    });
    let mut findings = read.findings.iter();
    Ok(PublishedVersion {
        targets: targets.collect(),
        course: course.collect(),
        tells_given_away: findings.any(|told| told.code == Code::GivenAway.name()),
        period: read.period,
        end: read.period_end,
        as_of: read.as_of,
        version: read.version,
        sha256: sha256.to_owned(),
    })
}

fn window(read: Window) -> PublishedWindow {
    PublishedWindow {
        span: DateSpan::new(read.from, read.to),
        bound: read.bound.map(|bound| match bound {
            BoundWord::Least => Bound::Least,
            BoundWord::Most => Bound::Most,
        }),
        required: read.required,
        pace: read.pace,
        outcome: read.outcome,
        out_of: read.out_of,
        status: read.status,
    }
}
