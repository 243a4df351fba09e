#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;

use super::*;
use crate::model::activity::{Activity, Coverage, Origin};
use crate::model::agreement::{ActivityKind, DeliveryRules, Frequency, Pledge, Source};
use crate::model::assessment::{
    CountedRow, PartAssessment, Status, TargetAssessment, WindowAssessment,
};
use crate::model::finding::{Arg, Code, Phrase};
use crate::model::quantity::{Amount, Quantity};
use crate::model::report::{ChangeKind, PreviousVersion};

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
        sha256: String::new(),
        title: String::new(),
        municipality: String::new(),
        police_area: String::new(),
        term: days("2023-01-01", "2023-12-31"),
        language: "sv".to_owned(),
        small_numbers: 5,
        background: None,
        success: None,
        reporting: None,
        areas: Vec::new(),
        partners: Vec::new(),
        activities: BTreeMap::from([("persons".to_owned(), persons)]),
        places: BTreeMap::new(),
        calendar: BTreeMap::new(),
        pledges: Vec::new(),
        sources: Vec::new(),
        delivery: DeliveryRules::default(),
        recipients: Vec::new(),
        indicators: Vec::new(),
        rulings: Vec::new(),
        known: Vec::new(),
        summaries: Vec::new(),
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
    });
    TargetAssessment {
        id: id.to_owned(),
        kind: "count",
        responsible: Vec::new(),
        status: Status::OnTrack,
        phrase: Phrase::new("x"),
        interpretation: None,
        of: vec!["persons".to_owned()],
        persons: true,
        in_period: None,
        amended: Vec::new(),
        windows,
        counted: counted.collect(),
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
        status: Status::OnTrack,
        reckoning: Phrase::new("reckoning-count").with("outcome", Quantity::whole(outcome)),
        remaining: Some(Phrase::new("remaining-count")),
        parts: Vec::new(),
        missing_months: Vec::new(),
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
        history: &History {
            sent: Vec::new(),
            previous,
            shown: Vec::new(),
        },
        version: 1,
    })
}

#[test]
fn figures_already_reported_are_compared_by_content() {
    let then = vec![
        remember("visit", "moved", "A5", 2),
        remember("visit", "changed", "A6", 2),
        remember("visit", "gone", "A7", 1),
        remember("visit", "twice", "A8", 1),
        remember("visit", "twice", "A9", 2),
        remember("persons", "large", "A10", 20),
        remember("persons", "few", "A11", 20),
        remember("persons", "one only", "A12", 20),
    ];
    let late = Activity {
        date: DateSpan::day(day("2023-07-01")),
        ..activity("visit", "later", "A30", 1)
    };
    let undated = Activity {
        dated: false,
        ..activity("visit", "undated", "A31", 1)
    };
    let activities = vec![
        activity("visit", "moved", "C50", 2),
        activity("visit", "changed", "A7", 3),
        activity("visit", "twice", "A9", 2),
        activity("visit", "twice", "A10", 4),
        activity("visit", "new", "A11", 1),
        activity("persons", "large", "A20", 30),
        activity("persons", "few", "A21", 22),
        late,
        undated,
    ];
    let gathered = Gathered {
        activities,
        ..Gathered::default()
    };
    let report = composed(
        &gathered,
        Vec::new(),
        Some(PreviousVersion {
            activities: then,
            ..previous()
        }),
    );
    let told: Vec<_> = report
        .retroactive
        .iter()
        .map(|row| {
            (
                row.what,
                row.origin.cell.as_str(),
                row.before.map(Quantity::low),
                row.after.map(Quantity::low),
            )
        })
        .collect();
    let whole = |number| Some(Amount::whole(number));
    assert_eq!(
        told,
        [
            (ChangeKind::Changed, "A7", whole(2), whole(3)),
            (ChangeKind::Removed, "A7", whole(1), None),
            (ChangeKind::Changed, "A10", whole(1), whole(4)),
            (ChangeKind::Added, "A11", None, whole(1)),
            (ChangeKind::Changed, "A20", whole(20), whole(30)),
        ]
    );
    assert!(
        report
            .findings
            .iter()
            .all(|finding| finding.code == Code::ChangedFigure)
    );
    let persons = report
        .findings
        .iter()
        .find(|finding| finding.place.cell.as_deref() == Some("A20"))
        .unwrap();
    assert!(
        persons.args.values().all(|arg| matches!(arg, Arg::Text(_))),
        "{persons:?}"
    );
}

#[test]
fn verdicts_are_compared_only_where_there_is_a_previous_version() {
    let now = || vec![pledge(Vec::new())];
    assert!(
        composed(&Gathered::default(), now(), None)
            .since_last
            .is_empty()
    );
    for (was, told) in [
        (vec![("a".to_owned(), Status::OnTrack)], vec![]),
        (
            vec![("a".to_owned(), Status::Behind)],
            vec![Some(Status::Behind)],
        ),
        (vec![], vec![None]),
    ] {
        let report = composed(
            &Gathered::default(),
            now(),
            Some(PreviousVersion {
                statuses: was,
                ..previous()
            }),
        );
        assert_eq!(
            report
                .since_last
                .iter()
                .map(|change| change.was)
                .collect::<Vec<_>>(),
            told
        );
    }
}

#[test]
fn small_figures_about_persons_are_withheld() {
    let shown = |before| {
        vec![ShownFigure {
            pledge: "a".to_owned(),
            target: "1".to_owned(),
            window: days("2023-01-01", "2023-12-31"),
            outcome: Quantity::whole(before),
        }]
    };
    for (outcome, out_of, before, withheld) in [
        (5, None, None, false),
        (4, None, None, true),
        (0, None, None, true),
        (10, Some(20), None, false),
        (10, Some(14), None, true),
        (10, Some(10), None, true),
        (20, None, Some(20), false),
        (20, None, Some(16), true),
        (20, None, Some(24), true),
        (20, None, Some(15), false),
    ] {
        let previous = before.map(|before| PreviousVersion {
            shown: shown(before),
            ..previous()
        });
        let targets = vec![target("1", vec![year(outcome, out_of)], &[])];
        let report = composed(&Gathered::default(), vec![pledge(targets)], previous);
        let window = &report.assessments[0].targets[0].windows[0];
        assert_eq!(
            window.withheld, withheld,
            "{outcome} of {out_of:?}, before {before:?}"
        );
        assert_eq!(window.outcome.is_none(), withheld);
        assert_eq!(window.reckoning.key == "reckoning-withheld", withheld);
        assert_eq!(window.remaining.is_none(), withheld);
    }
}

#[test]
fn figures_of_activities_are_never_withheld() {
    let targets = vec![TargetAssessment {
        persons: false,
        ..target("1", vec![year(1, Some(2))], &[("A1", "2023-03-01", 1)])
    }];
    let report = composed(&Gathered::default(), vec![pledge(targets.clone())], None);
    assert_eq!(report.assessments[0].targets, targets);
}

#[test]
fn a_small_part_takes_the_parts_and_the_reckoning_but_not_the_sum() {
    let part = PartAssessment {
        name: Some("Elever".to_owned()),
        span: None,
        due: None,
        done: None,
        late: false,
        required: None,
        outcome: Quantity::whole(2),
        status: Status::OnTrack,
    };
    let window = WindowAssessment {
        parts: vec![part],
        ..year(20, None)
    };
    let report = composed(
        &Gathered::default(),
        vec![pledge(vec![target("1", vec![window], &[])])],
        None,
    );
    let window = &report.assessments[0].targets[0].windows[0];
    assert_eq!(
        (window.outcome, window.parts.len()),
        (Some(Quantity::whole(20)), 0)
    );
    assert_eq!(window.reckoning.key, "reckoning-withheld");
}

#[test]
fn a_hidden_figure_cannot_be_reckoned_from_a_shown_sum() {
    // (counted, what is left of them)
    for (counted, left) in [
        (
            &[("A1", "2023-03-01", 9), ("A2", "2023-04-01", 8)][..],
            &["A1", "A2"][..],
        ),
        (
            &[
                ("A1", "2023-03-01", 9),
                ("A2", "2023-04-01", 8),
                ("A3", "2023-05-01", 2),
            ],
            &["A1"],
        ),
        (
            &[
                ("A1", "2023-03-01", 9),
                ("A2", "2023-04-01", 3),
                ("A3", "2023-05-01", 2),
            ],
            &["A1"],
        ),
        (
            &[
                ("A1", "2023-03-01", 9),
                ("A2", "2023-04-01", 1),
                ("A3", "2023-05-01", 2),
            ],
            &[],
        ),
    ] {
        let sum = counted.iter().map(|row| row.2).sum();
        let targets = vec![target("1", vec![year(sum, None)], counted)];
        let activities = counted
            .iter()
            .map(|(cell, _, value)| activity("persons", cell, cell, *value))
            .collect();
        let gathered = Gathered {
            activities,
            ..Gathered::default()
        };
        let report = composed(&gathered, vec![pledge(targets)], None);
        let cells: Vec<_> = report.assessments[0].targets[0]
            .counted
            .iter()
            .map(|row| row.origin.cell.as_str())
            .collect();
        assert_eq!(cells, left, "{counted:?}");
        let remembered: Vec<_> = report
            .remembered
            .iter()
            .map(|row| row.origin.cell.as_str())
            .collect();
        assert_eq!(remembered, left, "what is remembered of {counted:?}");
    }
}

#[test]
fn one_withheld_window_takes_the_next_smallest_with_it_where_their_sum_is_shown() {
    let thirds = vec![
        window("2023-01-01", "2023-04-30", 3, None),
        window("2023-05-01", "2023-08-31", 12, None),
        window("2023-09-01", "2023-12-31", 9, None),
    ];
    let alone = composed(
        &Gathered::default(),
        vec![pledge(vec![target("1", thirds.clone(), &[])])],
        None,
    );
    let withheld = |report: &Report| {
        report.assessments[0].targets[0]
            .windows
            .iter()
            .map(|window| window.withheld)
            .collect::<Vec<_>>()
    };
    assert_eq!(withheld(&alone), [true, false, false]);
    let total = target("2", vec![year(24, None)], &[]);
    let summed = composed(
        &Gathered::default(),
        vec![pledge(vec![target("1", thirds, &[]), total])],
        None,
    );
    assert_eq!(withheld(&summed), [true, false, true]);
}

#[test]
fn every_month_to_the_end_of_the_period_is_accounted_for() {
    let source = |expected| Source {
        partner: "p".to_owned(),
        files: "*.xlsx".to_owned(),
        expected,
        due: None,
        sheets: Vec::new(),
        line: 1,
    };
    let agreement = Agreement {
        sources: vec![source(None), source(Some(Frequency::Monthly))],
        ..agreement()
    };
    let told = Coverage {
        present: true,
        damaged: false,
        reported: [DateSpan::day(day("2023-02-03"))].into(),
    };
    let gathered = Gathered {
        coverage: vec![Coverage::default(), told],
        ..Gathered::default()
    };
    let report = compose_for(&agreement, &gathered, Vec::new(), None);
    assert_eq!(report.reporting.len(), 9);
    let received: Vec<_> = report
        .reporting
        .iter()
        .filter(|row| row.received)
        .map(|row| row.month)
        .collect();
    assert_eq!(received, [days("2023-02-01", "2023-02-28")]);
    // Of a quarter that has not ended nothing is due.
    let quarterly = Agreement {
        sources: vec![source(Some(Frequency::Quarterly))],
        ..agreement
    };
    let august = Period::month(2023, 8).unwrap();
    assert_eq!(
        reporting(&quarterly, &Gathered::default(), &august).len(),
        6
    );
}

#[test]
fn notes_on_times_to_come_are_kept_for_their_reports() {
    let note = |period: &str| Note {
        period: period.to_owned(),
        why: None,
        next: None,
        by: None,
    };
    let notes = vec![note("2023-08"), note("2023"), note("2023-10")];
    let pledge = Pledge {
        id: "a".to_owned(),
        area: None,
        text: String::new(),
        responsible: Vec::new(),
        statement: None,
        stale_after: None,
        targets: Vec::new(),
        notes,
        interpretation: None,
        line: 1,
    };
    let agreement = Agreement {
        pledges: vec![pledge],
        ..agreement()
    };
    let told = as_told(
        &agreement,
        &Gathered::default(),
        &Period::month(2023, 9).unwrap(),
    );
    let periods: Vec<&str> = told.pledges[0]
        .notes
        .iter()
        .map(|note| note.period.as_str())
        .collect();
    assert_eq!(periods, ["2023-08", "2023"]);
}

#[test]
fn a_figure_that_is_a_few_less_than_one_that_holds_it_goes() {
    let withheld = |report: &Report| {
        let targets = &report.assessments[0].targets;
        targets
            .iter()
            .map(|target| target.windows[0].withheld)
            .collect::<Vec<_>>()
    };
    let half = |outcome| window("2023-01-01", "2023-06-30", outcome, None);
    for (outcome, gone) in [(20, true), (23, false), (18, false)] {
        let targets = vec![
            target("1", vec![year(23, None)], &[]),
            target("2", vec![half(outcome)], &[]),
        ];
        let report = composed(&Gathered::default(), vec![pledge(targets)], None);
        assert_eq!(withheld(&report), [false, gone], "{outcome} of 23");
    }
    // Of other activities nothing can be reckoned.
    let other = TargetAssessment {
        of: vec!["others".to_owned()],
        ..target("2", vec![half(20)], &[])
    };
    let report = composed(
        &Gathered::default(),
        vec![pledge(vec![target("1", vec![year(23, None)], &[]), other])],
        None,
    );
    assert_eq!(withheld(&report), [false, false]);
}

#[test]
fn what_was_done_in_the_period_goes_with_what_it_would_tell() {
    for (done, outcome, told) in [
        (4, 20, None),
        (9, 20, Some(9)),
        (20, 20, Some(20)),
        (17, 20, None),
    ] {
        let done = Some(Quantity::whole(done));
        let target = TargetAssessment {
            in_period: done,
            ..target("1", vec![year(outcome, None)], &[])
        };
        let report = composed(&Gathered::default(), vec![pledge(vec![target])], None);
        assert_eq!(
            report.assessments[0].targets[0].in_period,
            told.map(Quantity::whole),
            "{done:?} of {outcome}"
        );
    }
}
