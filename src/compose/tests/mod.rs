#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod compare;
mod editions;
mod period;
mod withhold;

use std::collections::BTreeMap;

use super::*;
use crate::model::activity::{Activity, Coverage, Origin};
use crate::model::agreement::{ActivityKind, Frequency, Pledge, Source};
use crate::model::assessment::{
    CountedRow, PartAssessment, RowFacts, Status, TargetAssessment, WindowAssessment,
};
use crate::model::finding::Phrase;
use crate::model::quantity::{Amount, Quantity};
use crate::model::report::{ChangeKind, PreviousVersion};
use crate::model::span::DateSpan;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn days(from: &str, to: &str) -> DateSpan {
    DateSpan::new(day(from), day(to))
}

fn agreement() -> Agreement {
    let persons = ActivityKind {
        persons: true,
        ..ActivityKind::default()
    };
    Agreement {
        id: "x".to_owned(),
        activities: BTreeMap::from([("persons".to_owned(), persons)]),
        ..Agreement::of_term(days("2023-01-01", "2023-12-31"))
    }
}

fn origin(cell: &str) -> Origin {
    Origin {
        workbook: "a.xlsx".into(),
        sheet: "Blad1".into(),
        cell: cell.to_owned(),
    }
}

fn activity(name: &str, content: &str, cell: &str, value: u64) -> Activity {
    Activity {
        activity: name.into(),
        date: DateSpan::day(day("2023-03-10")),
        dated: true,
        value: Quantity::whole(value),
        source: 0,
        partner: "p".into(),
        origin: origin(cell),
        fields: Default::default(),
        content: content.to_owned(),
        rows: 1,
    }
}

fn remember(name: &str, content: &str, cell: &str, value: u64) -> RecordedActivity {
    let activity = activity(name, content, cell, value);
    RecordedActivity {
        activity: activity.activity,
        origin: activity.origin,
        date: activity.date,
        value: activity.value,
        content: activity.content,
        passed_over: false,
    }
}

fn target(
    id: &str,
    windows: Vec<WindowAssessment>,
    counted: &[(&str, &str, u64)],
) -> TargetAssessment {
    let counted = counted.iter().map(|(cell, date, value)| CountedRow {
        origin: origin(cell),
        date: DateSpan::day(day(date)),
        value: Quantity::whole(*value),
        rows: 1,
        facts: RowFacts::default(),
    });
    TargetAssessment {
        effort: false,
        id: id.to_owned(),
        kind: "count",
        responsible: Vec::new(),
        status: Status::OnTrack,
        phrase: Phrase::new("x"),
        interpretation: None,
        of: vec!["persons".to_owned()],
        only: Vec::new(),
        rules: Vec::new(),
        persons: true,
        in_period: None,
        amended: Vec::new(),
        windows,
        counted: counted.collect(),
        whole: [].into(),
        not_counted: Default::default(),
        settled: Vec::new(),
    }
}

fn window(from: &str, to: &str, outcome: u64, out_of: Option<u64>) -> WindowAssessment {
    WindowAssessment {
        span: days(from, to),
        name: None,
        closed: false,
        unit: None,
        bound: None,
        required: Some(Amount::whole(9)),
        pace: None,
        outcome: Some(Quantity::whole(outcome)),
        out_of: out_of.map(Quantity::whole),
        withheld: false,
        even: None,
        urgent: false,
        status: Status::OnTrack,
        reckoning: Phrase::new("reckoning-count").with("outcome", Quantity::whole(outcome)),
        remaining: Some(Phrase::new("remaining-count")),
        parts: Vec::new(),
        missing_months: Vec::new(),
        basis: None,
    }
}

fn year(outcome: u64, out_of: Option<u64>) -> WindowAssessment {
    window("2023-01-01", "2023-12-31", outcome, out_of)
}

fn pledge(targets: Vec<TargetAssessment>) -> Assessment {
    let status = Status::OnTrack;
    Assessment {
        pledge: "a".to_owned(),
        status,
        targets,
        claimed: None,
        earlier_failures: Vec::new(),
    }
}

fn previous() -> PreviousVersion {
    PreviousVersion {
        period: "2023-06".to_owned(),
        end: day("2023-06-30"),
        version: 2,
        ..PreviousVersion::default()
    }
}

fn composed(
    gathered: &Gathered,
    assessments: Vec<Assessment>,
    previous: Option<PreviousVersion>,
) -> Report {
    compose_for(&agreement(), gathered, assessments, previous)
}

fn compose_for(
    agreement: &Agreement,
    gathered: &Gathered,
    assessments: Vec<Assessment>,
    previous: Option<PreviousVersion>,
) -> Report {
    compose(Parts {
        agreement,
        gathered,
        assessments,
        before: &[],
        findings: Vec::new(),
        period: &"2023-09".parse().unwrap(),
        as_of: day("2023-10-05"),
        latest: None,
        history: &History {
            sent: Vec::new(),
            previous,
            shown: Vec::new(),
            published: Vec::new(),
        },
        version: 1,
    })
}
