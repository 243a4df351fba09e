//! The parts of the sample's pledges.

use super::{day, span};
use crate::model::activity::Origin;
use crate::model::agreement::Pledge;
use crate::model::assessment::*;
use crate::model::finding::Phrase;
use crate::model::quantity::{Amount, Quantity};
use crate::model::span::DateSpan;
use crate::model::target::{Bound, Target, TargetKind, Threshold};

pub(super) fn year(year: i32) -> DateSpan {
    DateSpan::year(year).unwrap()
}

/// A sentence of the reckoning, without a key of its own.
pub(super) fn line(window: &str, line: &str) -> Phrase {
    Phrase::new("ui-window-line")
        .with("window", window)
        .with("line", line)
}

/// An open window without a requirement.
pub(crate) fn window(from: &str, to: &str) -> WindowAssessment {
    WindowAssessment {
        span: span(from, to),
        name: None,
        closed: false,
        unit: None,
        bound: None,
        required: None,
        pace: None,
        outcome: None,
        out_of: None,
        withheld: false,
        even: None,
        urgent: false,
        status: Status::Described,
        reckoning: line("Räknat", "inget att räkna"),
        remaining: None,
        parts: Vec::new(),
        missing_months: Vec::new(),
        basis: None,
    }
}

pub(crate) fn counted_window(
    of: DateSpan,
    unit: &str,
    required: u64,
    outcome: Quantity,
    status: Status,
) -> WindowAssessment {
    WindowAssessment {
        span: of,
        closed: of.to <= day("2023-09-30"),
        unit: Some(unit.to_owned()),
        bound: Some(Bound::Least),
        required: Some(Amount::whole(required)),
        pace: Some(Amount::whole(required * 3 / 4)),
        outcome: Some(outcome),
        status,
        reckoning: line(
            "Utfall mot krav",
            "273 av 365 dagar har gått, och så mycket borde vara gjort",
        ),
        ..window("2023-01-01", "2023-12-31")
    }
}

pub(super) fn origin(workbook: &str, sheet: &str, cell: &str) -> Origin {
    Origin {
        workbook: workbook.into(),
        sheet: sheet.into(),
        cell: cell.to_owned(),
    }
}

pub(super) fn target(
    kind: &'static str,
    of: &str,
    phrase: &str,
    status: Status,
    windows: Vec<WindowAssessment>,
) -> TargetAssessment {
    TargetAssessment {
        effort: false,
        id: "1".to_owned(),
        kind,
        responsible: vec!["polisen".to_owned()],
        status,
        phrase: line("Mål", phrase),
        interpretation: None,
        of: vec![of.to_owned()],
        only: Vec::new(),
        rules: Vec::new(),
        persons: false,
        in_period: None,
        amended: Vec::new(),
        windows,
        counted: Default::default(),
        whole: [].into(),
        not_counted: Default::default(),
        settled: Vec::new(),
    }
}

pub(super) fn part(name: &str, required: u64, outcome: u64, status: Status) -> PartAssessment {
    PartAssessment {
        name: Some(name.to_owned()),
        span: None,
        due: None,
        done: None,
        late: false,
        required: Some(Amount::whole(required)),
        outcome: Quantity::whole(outcome),
        status,
    }
}

pub(crate) fn count_target() -> Target {
    let number = Threshold {
        bound: Bound::Least,
        number: Amount::ONE,
    };
    Target::new(TargetKind::Count(number), &[])
}

/// Pledges and verdicts as they are added.
#[derive(Default)]
pub(crate) struct Added {
    pub pledges: Vec<Pledge>,
    pub(crate) assessments: Vec<Assessment>,
}

impl Added {
    pub(crate) fn add(
        &mut self,
        id: &str,
        area: &str,
        text: &str,
        by: &[&str],
        targets: Vec<TargetAssessment>,
    ) -> &mut Assessment {
        let status =
            Status::worst(targets.iter().map(|target| target.status)).unwrap_or(Status::Described);
        self.pledges.push(Pledge {
            any_target: false,
            partial: false,
            id: id.to_owned(),
            name: None,
            area: (!area.is_empty()).then(|| area.to_owned()),
            text: text.to_owned(),
            responsible: by.iter().map(|id| (*id).to_owned()).collect(),
            statement: None,
            stale_after: None,
            targets: vec![count_target()],
            notes: Vec::new(),
            interpretation: None,
            line: 1,
        });
        self.assessments.push(Assessment {
            pledge: id.to_owned(),
            status,
            targets,
            claimed: None,
            earlier_failures: Vec::new(),
        });
        self.assessments.last_mut().unwrap()
    }
}

pub(crate) fn claim(status: &str, as_of: Option<&str>, comment: &str, stale: bool) -> Claimed {
    Claimed {
        status: status.to_owned(),
        as_of: as_of.map(|text| DateSpan::day(day(text))),
        comment: Some(comment.to_owned()),
        stale,
        origin: origin("bra/Checklista.xlsx", "Löften", "C5"),
    }
}
