//! What is audited.

use chrono::NaiveDate;

use crate::model::activity::Gathered;
use crate::model::agreement::Agreement;
use crate::model::assessment::{Assessment, TargetAssessment};
use crate::model::report::{MonthEnd, PublishedVersion};
use crate::model::span::{DateSpan, Period};

/// What is audited.
pub(in crate::compose) struct Audited<'a> {
    pub(in crate::compose) agreement: &'a Agreement,
    pub(in crate::compose) gathered: &'a Gathered,
    /// What came of holding outcomes against targets, with nothing withheld.
    pub(in crate::compose) plain: &'a [Assessment],
    /// The same at the end of the latest period that any version is about: it has all the rows that anything was told of.
    pub(in crate::compose) latest: &'a [Assessment],
    /// The same at the end of each earlier month.
    pub(in crate::compose) months: &'a [MonthEnd],
    /// What earlier versions have told.
    pub(in crate::compose) published: &'a [PublishedVersion],
    pub(in crate::compose) period: &'a Period,
    /// What is to be told, as far as it is decided.
    pub(in crate::compose) shown: &'a [Assessment],
}

/// Something that may be told of a target, by its index among those about persons and its window's index in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    Window(usize, usize),
    Verdict(usize, usize),
    Parts(usize, usize),
    InPeriod(usize),
    /// A pledge's verdict at the end of a month.
    Course(String, DateSpan),
}

impl Audited<'_> {
    /// The last day that any version, this one too, is about.
    pub(super) fn last_day(&self) -> NaiveDate {
        let ends = self.published.iter().map(|version| version.end);
        ends.fold(self.period.end(), NaiveDate::max)
    }

    /// The days of every period that a version is about.
    pub(super) fn days(&self) -> Vec<DateSpan> {
        let term = self.agreement.term;
        let periods = self.published.iter();
        let periods = periods.filter_map(|version| Period::parse(&version.period, term).ok());
        periods
            .map(|period| period.span)
            .chain([self.period.span])
            .collect()
    }

    /// From the term's first day, or an earlier one that something is about, to the last.
    pub(super) fn days_of_all(&self) -> DateSpan {
        let days = self.days().into_iter();
        days.fold(self.agreement.term, DateSpan::union)
    }

    pub(super) fn plain_target(&self, pledge: &str, target: &str) -> Option<&TargetAssessment> {
        target_of(self.plain, pledge, target)
    }

    pub(super) fn shown_target(&self, pledge: &str, target: &str) -> Option<&TargetAssessment> {
        target_of(self.shown, pledge, target)
    }
}

pub(super) fn target_of<'a>(
    assessments: &'a [Assessment],
    pledge: &str,
    target: &str,
) -> Option<&'a TargetAssessment> {
    let mut all = assessments.iter();
    let assessment = all.find(|assessment| assessment.pledge == pledge)?;
    let mut targets = assessment.targets.iter();
    targets.find(|judged| judged.id == target)
}
