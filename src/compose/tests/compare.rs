use super::*;
use crate::model::fields::Field;
use crate::model::finding::{Arg, Code};
use crate::model::report::RecordedWindow;

/// A row's cell, what has changed, and whether it counted and counts.
type ChangedRow<'a> = (&'a str, ChangeKind, Option<(bool, bool)>);

fn changed_rows(report: &Report) -> Vec<ChangedRow<'_>> {
    let rows = report.retroactive.iter().map(|row| {
        let counts = row.counts.map(|counts| (counts.before, counts.after));
        (row.origin.cell.as_str(), row.what, counts)
    });
    rows.collect()
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
        activity("visit", "new", "A11", 5),
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
    let found: Vec<_> = report
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
        found,
        [
            (ChangeKind::Changed, "A7", whole(2), whole(3)),
            (ChangeKind::Removed, "A7", whole(1), None),
            (ChangeKind::Changed, "A10", whole(1), whole(4)),
            (ChangeKind::Added, "A11", None, whole(5)),
            (ChangeKind::Changed, "A20", whole(20), whole(30)),
        ]
    );
    assert!(
        report
            .findings
            .iter()
            .all(|finding| finding.code() == Code::ChangedFigure)
    );
    let persons = report
        .findings
        .iter()
        .find(|finding| finding.place.cell.as_deref() == Some("A20"))
        .unwrap();
    assert!(
        persons
            .args()
            .values()
            .all(|arg| matches!(arg, Arg::Text(_))),
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
    for (was, found) in [
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
            found
        );
    }
}

/// A target that tells of no persons.
fn of_visits(target: TargetAssessment) -> TargetAssessment {
    TargetAssessment {
        persons: false,
        of: vec!["visit".to_owned()],
        ..target
    }
}

#[test]
fn a_row_whose_words_have_changed_in_its_cell_is_the_same_row() {
    let then = vec![
        remember("visit", "marked then", "A5", 1),
        remember("visit", "another place", "A6", 2),
        remember("visit", "another day", "A7", 3),
        remember("visit", "gone", "A8", 5),
        remember("visit", "another figure", "A9", 6),
    ];
    let late = Activity {
        date: DateSpan::day(day("2023-07-01")),
        ..activity("visit", "on another day", "A7", 3)
    };
    let gathered = Gathered {
        activities: vec![
            activity("visit", "not marked now", "A5", 1),
            activity("visit", "in another place", "A6", 2),
            late,
            activity("visit", "of another figure", "A9", 4),
        ],
        ..Gathered::default()
    };
    let counting = of_visits(target("1", vec![], &[("A6", "2023-06-02", 2)]));
    let report = composed(
        &gathered,
        vec![pledge(vec![counting])],
        Some(PreviousVersion {
            activities: then,
            counted: [origin("A5"), origin("A6")].into(),
            ..previous()
        }),
    );
    assert_eq!(
        changed_rows(&report),
        [
            ("A5", ChangeKind::Changed, Some((true, false))),
            ("A6", ChangeKind::Changed, Some((true, true))),
            ("A7", ChangeKind::Changed, Some((false, false))),
            ("A8", ChangeKind::Removed, None),
            ("A9", ChangeKind::Removed, None),
            ("A9", ChangeKind::Added, None),
        ]
    );
    let told: Vec<String> = report
        .findings
        .iter()
        .map(|finding| format!("{:?}", finding.args().get("what")))
        .collect();
    assert!(told[0].contains("counts-not"), "{told:?}");
    assert!(told[1].contains("row"), "{told:?}");
}

#[test]
fn a_row_that_has_changed_and_moved_is_the_same_row() {
    let on = |date: &str, one: Activity| Activity {
        date: DateSpan::day(day(date)),
        ..one
    };
    let then_on = |date: &str, one: RecordedActivity| RecordedActivity {
        date: DateSpan::day(day(date)),
        ..one
    };
    // A row was put in above all others, and the sheet was sorted by day.
    let mut sorted = activity("visit", "other day", "A40", 1);
    let place = Field {
        text: "Centrum".to_owned(),
        ..Field::default()
    };
    sorted.fields.insert("place", place);
    let its_words = sorted.identity("", DateSpan::day(day("2023-03-05")));
    let then = vec![
        then_on("2023-03-01", remember("visit", "kept", "A5", 1)),
        then_on("2023-03-02", remember("visit", "a place", "A6", 1)),
        then_on("2023-03-03", remember("visit", "both", "A7", 1)),
        then_on("2023-03-05", remember("visit", &its_words, "A8", 1)),
        then_on("2023-03-06", remember("visit", "gone", "A9", 1)),
    ];
    let gathered = Gathered {
        activities: vec![
            on("2023-02-01", activity("visit", "put in", "A5", 1)),
            on("2023-03-01", activity("visit", "kept", "A6", 1)),
            on("2023-03-02", activity("visit", "another place", "A7", 1)),
            on("2023-03-04", activity("visit", "quite other", "A8", 1)),
            on("2023-03-30", sorted),
            // Of the month that is new, with the words of what is gone.
            on("2023-07-06", activity("visit", "more", "A41", 1)),
        ],
        ..Gathered::default()
    };
    let counting = of_visits(target("1", vec![], &[("A8", "2023-03-04", 1)]));
    let report = composed(
        &gathered,
        vec![pledge(vec![counting])],
        Some(PreviousVersion {
            activities: then,
            counted: [origin("A6")].into(),
            ..previous()
        }),
    );
    assert_eq!(
        changed_rows(&report),
        [
            ("A5", ChangeKind::Added, None),
            ("A7", ChangeKind::Changed, Some((true, false))),
            ("A8", ChangeKind::Changed, Some((false, true))),
            ("A9", ChangeKind::Removed, None),
            ("A40", ChangeKind::Changed, Some((false, false))),
        ]
    );
}

#[test]
fn a_window_that_had_closed_and_turns_is_told_first_with_both_figures() {
    let window = |closed, status, outcome| WindowAssessment {
        closed,
        status,
        outcome: Some(Quantity::whole(outcome)),
        ..year(outcome, None)
    };
    let span = year(1, None).span;
    let recorded = |closed, status, outcome| RecordedWindow {
        pledge: "a".to_owned(),
        target: "1".to_owned(),
        window: span,
        closed,
        status,
        withheld: false,
        outcome: Some(Quantity::whole(outcome)),
    };
    let (kept, broken) = (Status::Fulfilled, Status::NotFulfilled);
    for (then, now, told) in [
        ((true, kept, 4), (true, broken, 3), true),
        ((true, kept, 4), (true, kept, 5), false),
        ((false, Status::OnTrack, 4), (true, broken, 3), false),
        ((true, broken, 4), (false, kept, 3), false),
    ] {
        let report = composed(
            &Gathered::default(),
            vec![pledge(vec![of_visits(target(
                "1",
                vec![window(now.0, now.1, now.2)],
                &[],
            ))])],
            Some(PreviousVersion {
                windows: vec![recorded(then.0, then.1, then.2)],
                ..previous()
            }),
        );
        let first = &report.since_last[0];
        assert_eq!(first.turned.is_some(), told, "{first:?}");
        if let Some(turned) = &first.turned {
            assert_eq!((first.was, first.now), (Some(kept), broken));
            assert_eq!(turned.before, Some(Quantity::whole(4)));
            assert_eq!(turned.after, Some(Quantity::whole(3)));
        }
    }
}
