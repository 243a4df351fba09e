//! What an edition shows of a report. Every format asks here, so that nothing slips out in one of them.

use std::borrow::Cow;

use crate::model::activity::Account;
use crate::model::agreement::{Edition, Pledge};
use crate::model::assessment::{Assessment, Status, TargetAssessment};
use crate::model::finding::{Arg, Finding};
use crate::model::report::{Report, Reporting, Retroactive, SinceLast};

/// A report as one kind of reader gets it.
#[derive(Clone, Copy, Debug)]
pub struct Scope<'a> {
    /// The whole report.
    pub report: &'a Report,
    edition: &'a Edition,
}

/// A pledge with its verdict and its place in the agreement.
#[derive(Clone, Copy, Debug)]
pub struct Judged<'a> {
    /// Its ordinal in the agreement, from 1: the same in every edition.
    pub number: usize,
    /// What was promised.
    pub pledge: &'a Pledge,
    /// How it stands.
    pub assessment: &'a Assessment,
}

/// The report without what others than its reader keep to themselves: a partner is told that a row of its is like another
/// partner's, and that a workbook of its is a copy, but not where in whose workbook the other stands.
pub fn seen_by<'a>(report: &'a Report, edition: &Edition) -> Cow<'a, Report> {
    let Edition::Partner(partner) = edition else { return Cow::Borrowed(report) };
    let scope = Scope::new(report, edition);
    let names_others = |finding: &Finding| {
        let named = ["original", "workbook"].into_iter().filter_map(|name| match finding.args.get(name) {
            Some(Arg::Text(workbook)) => Some(scope.owner(workbook)),
            _ => None,
        });
        named.into_iter().any(|owner| owner != Some(partner.as_str()))
    };
    if !report.findings.iter().any(names_others) {
        return Cow::Borrowed(report);
    }
    let mut seen = report.clone();
    for finding in seen.findings.iter_mut().filter(|finding| names_others(finding)) {
        for name in ["original", "workbook", "sheet", "cell", "partner"] {
            if let Some(arg) = finding.args.get_mut(name) {
                *arg = Arg::from("none");
            }
        }
    }
    Cow::Owned(seen)
}

impl<'a> Scope<'a> {
    /// The report as this edition shows it.
    pub fn new(report: &'a Report, edition: &'a Edition) -> Scope<'a> {
        Scope { report, edition }
    }

    /// Whether cells, findings, remarks and names of files are shown: everywhere but on the web.
    pub fn shows_cells(&self) -> bool {
        *self.edition != Edition::Public
    }

    /// The partner whose edition it is.
    pub fn partner(&self) -> Option<&'a str> {
        match self.edition {
            Edition::Partner(id) => Some(id),
            _ => None,
        }
    }

    /// The pledges it tells, with their verdicts, in the agreement's order.
    pub fn pledges(&self) -> Vec<Judged<'a>> {
        let report = self.report;
        let judged = report.agreement.pledges.iter().enumerate().filter_map(|(index, pledge)| {
            let assessment = report.assessments.iter().find(|assessment| assessment.pledge == pledge.id)?;
            Some(Judged { number: index + 1, pledge, assessment })
        });
        judged.filter(|judged| self.partner().is_none_or(|id| judged.concerns(id))).collect()
    }

    /// The findings it tells.
    pub fn findings(&self) -> Vec<&'a Finding> {
        let told = |finding: &&Finding| match self.edition {
            Edition::Full => true,
            Edition::Public => false,
            Edition::Partner(id) => {
                finding.place.workbook.as_deref().and_then(|workbook| self.owner(workbook)) == Some(id)
            }
        };
        self.report.findings.iter().filter(told).collect()
    }

    /// The partner whose workbook it is; of a pattern that matches nothing, the source's.
    pub fn owner(&self, workbook: &str) -> Option<&'a str> {
        let account = self.report.accounts.iter().find(|account| account.workbook == workbook);
        account.and_then(|account| account.partner.as_deref()).or_else(|| {
            let source = self.report.agreement.sources.iter().find(|source| source.files == workbook);
            source.map(|source| source.partner.as_str())
        })
    }

    /// The workbooks it accounts for.
    pub fn accounts(&self) -> Vec<&'a Account> {
        let told = |account: &&Account| match self.edition {
            Edition::Full => true,
            Edition::Public => false,
            Edition::Partner(id) => account.partner.as_deref() == Some(id),
        };
        self.report.accounts.iter().filter(told).collect()
    }

    /// Who has reported which month.
    pub fn reporting(&self) -> Vec<&'a Reporting> {
        let told = |row: &&Reporting| self.partner().is_none_or(|id| row.partner == id);
        self.report.reporting.iter().filter(told).collect()
    }

    /// The verdicts that are other than last time.
    pub fn since_last(&self) -> Vec<(&'a SinceLast, Judged<'a>)> {
        let pledges = self.pledges();
        let told = |change: &'a SinceLast| {
            let judged = pledges.iter().find(|judged| judged.pledge.id == change.pledge)?;
            Some((change, *judged))
        };
        self.report.since_last.iter().filter_map(told).collect()
    }

    /// The figures of periods already reported that have changed.
    pub fn retroactive(&self) -> Vec<&'a Retroactive> {
        let told = |change: &&Retroactive| match self.edition {
            Edition::Full => true,
            Edition::Public => false,
            Edition::Partner(id) => self.owner(&change.origin.workbook) == Some(id),
        };
        self.report.retroactive.iter().filter(told).collect()
    }

    /// Whether any figure it would show is withheld.
    pub fn withholds(&self) -> bool {
        let hidden = |target: &TargetAssessment| target.windows.iter().any(|window| window.withheld);
        self.pledges().iter().any(|judged| judged.assessment.targets.iter().any(hidden))
    }
}

impl Judged<'_> {
    /// Whether a partner answers for it, or for a target of it.
    fn concerns(&self, partner: &str) -> bool {
        let names = |ids: &[String]| ids.iter().any(|id| id == partner);
        names(&self.pledge.responsible) || self.assessment.targets.iter().any(|target| names(&target.responsible))
    }

    /// Its status.
    pub fn status(&self) -> Status {
        self.assessment.status
    }
}
