//! Pledges, claims, targets and rows, as far as a reader may see them.

use std::collections::HashMap;
use std::sync::Arc;

use super::usual::is_usual;
use super::{ByCell, Reader, only};
use crate::model::activity::Origin;
use crate::model::agreement::{Audience, Pledge};
use crate::model::assessment::{
    Assessment, Claimed, CountedRow, MissedRule, TargetAssessment, UncountedRow, WindowAssessment,
};
use crate::model::edition::{
    EditionClaim, EditionPledge, EditionSettledRow, EditionTarget, LeftOut,
};
use crate::model::report::{Course, CourseMonth};

impl Reader<'_> {
    /// The pledges; to a partner those for which it, or a target of which it, is responsible.
    pub(super) fn pledges(&self, by_cell: &ByCell<'_>) -> Vec<EditionPledge> {
        let judged: HashMap<&str, &Assessment> = (self.report.assessments.iter().rev())
            .map(|assessment| (assessment.pledge.as_str(), assessment))
            .collect();
        let pledges = (1..).zip(&self.report.agreement.pledges);
        let seen = pledges.filter_map(|(number, pledge)| {
            let assessment = judged.get(pledge.id.as_str())?;
            let mut targets = assessment.targets.iter();
            let concerned = self.sees_task(&pledge.responsible)
                || targets.any(|target| self.sees_task(&target.responsible));
            concerned.then(|| self.pledge(number, pledge, assessment, by_cell))
        });
        seen.collect()
    }

    fn pledge(
        &self,
        number: usize,
        pledge: &Pledge,
        assessment: &Assessment,
        by_cell: &ByCell<'_>,
    ) -> EditionPledge {
        let targets = assessment.targets.iter();
        let seen = targets.filter(|target| self.sees_task(&target.responsible));
        let targets: Vec<EditionTarget> = seen.map(|target| self.target(target, by_cell)).collect();
        let mut courses = self.report.course.iter();
        let course = courses.find(|course| course.pledge == pledge.id);
        EditionPledge {
            number,
            id: pledge.id.clone(),
            name: pledge.name.clone(),
            area: pledge.area.clone(),
            text: pledge.text.clone(),
            responsible: pledge.responsible.clone(),
            status: assessment.status,
            last_term: (self.report.agreement.last_term.as_ref())
                .and_then(|last| last.verdicts.get(&pledge.id).copied()),
            interpretation: pledge.interpretation.clone(),
            notes: pledge.notes.clone(),
            earlier_failures: assessment.earlier_failures.clone(),
            claim: assessment
                .claimed
                .as_ref()
                .map(|claimed| self.claim(claimed)),
            lacks_claim: assessment.claimed.is_none() && pledge.statement.is_some(),
            untargeted: assessment.targets.is_empty(),
            counts_distinct: pledge
                .targets
                .iter()
                .any(|target| target.distinct.is_some()),
            course: moments(course, &targets),
            targets,
        }
    }

    /// A claim: on the web only in common words and without the remark, since both may name people.
    fn claim(&self, claimed: &Claimed) -> EditionClaim {
        let seen = self.sees_cells();
        EditionClaim {
            status: (seen || is_usual(&claimed.status)).then(|| claimed.status.clone()),
            as_of: claimed.as_of,
            comment: only(seen, &claimed.comment),
            stale: claimed.stale,
            origin: self.cell(&claimed.origin),
        }
    }

    /// A cell, if cells are shown.
    fn cell(&self, origin: &Origin) -> Option<Origin> {
        self.sees_workbook(&origin.workbook).then(|| origin.clone())
    }

    fn target(&self, target: &TargetAssessment, by_cell: &ByCell<'_>) -> EditionTarget {
        let counted = self.rows(target, &target.counted);
        EditionTarget {
            effort: target.effort,
            id: target.id.clone(),
            kind: target.kind,
            responsible: target.responsible.clone(),
            status: target.status,
            phrase: target.phrase.clone(),
            interpretation: target.interpretation.clone(),
            of: target.of.clone(),
            only: target.only.clone(),
            rules: target.rules.clone(),
            persons: target.persons,
            in_period: target.in_period,
            amended: target.amended.clone(),
            windows: self.windows(target),
            counted_elsewhere: self.elsewhere(target, &counted),
            counted,
            whole: self.rows(target, &target.whole),
            not_counted: self.not_counted(target, by_cell),
            settled: self.settled(target),
        }
    }

    /// The rows of a list of a target.
    fn rows(&self, target: &TargetAssessment, rows: &Arc<[CountedRow]>) -> Arc<[CountedRow]> {
        match self.audience {
            _ if target.withholds() => Arc::default(),
            Audience::Full => rows.clone(),
            Audience::Public => Arc::default(),
            Audience::Partner(_) => {
                let own = |row: &&CountedRow| self.sees_workbook(&row.origin.workbook);
                rows.iter().filter(own).cloned().collect()
            }
        }
    }

    /// How many rows of others counted too, for a partner.
    fn elsewhere(&self, target: &TargetAssessment, own: &[CountedRow]) -> usize {
        match self.audience {
            Audience::Partner(_) if !target.withholds() => target.counted.len() - own.len(),
            _ => 0,
        }
    }

    /// The windows. The name of a request is its cell: on the web requests are not listed.
    fn windows(&self, target: &TargetAssessment) -> Vec<WindowAssessment> {
        let mut windows = target.windows.clone();
        if target.kind == "request" && !self.sees_cells() {
            windows.iter_mut().for_each(|window| window.parts.clear());
        }
        windows
    }

    /// What did not count. The web edition says that something is left out, without the cell; about persons not even
    /// that, since few rows would reveal few persons.
    fn not_counted(&self, target: &TargetAssessment, by_cell: &ByCell<'_>) -> Vec<LeftOut> {
        let of_all = !self.sees_cells() && !target.persons;
        let left = target.not_counted.iter();
        let left = left.filter(|_| !target.withholds());
        let seen = left.filter(|left| of_all || self.sees_workbook(&left.origin.workbook));
        let shown = seen.map(|left| {
            let Origin {
                workbook,
                sheet,
                cell,
            } = &left.origin;
            LeftOut {
                origin: self.cell(&left.origin),
                date: left.date,
                reason: left.reason,
                missed: self.missed(left),
                finding: by_cell
                    .get(&(left.reason, (workbook, sheet, cell)))
                    .copied(),
            }
        });
        shown.collect()
    }

    /// The rules that a row does not meet. What it says instead is its cell's.
    fn missed(&self, left: &UncountedRow) -> Vec<MissedRule> {
        let seen = self.sees_workbook(&left.origin.workbook);
        let missed = left.missed.iter().map(|missed| MissedRule {
            rule: missed.rule,
            said: only(seen, &missed.said),
        });
        missed.collect()
    }

    /// The rulings on rows of a target, without the reason, which may name persons.
    fn settled(&self, target: &TargetAssessment) -> Vec<EditionSettledRow> {
        let settled = target.settled.iter().filter(|_| self.sees_cells());
        let row = settled.map(|settled| EditionSettledRow {
            date: settled.date,
            counts: settled.ruling.counts,
            why: settled.ruling.why.clone(),
            by: settled.ruling.by.clone(),
            ruled: settled.ruling.date,
        });
        row.collect()
    }
}

/// The course of a pledge, with the figures of the targets that are shown.
fn moments(course: Option<&Course>, targets: &[EditionTarget]) -> Vec<CourseMonth> {
    let is_shown = |id: &str| targets.iter().any(|target| target.id == id);
    let moments = course.into_iter().flat_map(|course| &course.moments);
    let shown = moments.map(|moment| CourseMonth {
        figures: {
            let figures = moment.figures.iter();
            figures
                .filter(|figure| is_shown(&figure.target))
                .cloned()
                .collect()
        },
        ..moment.clone()
    });
    shown.collect()
}
