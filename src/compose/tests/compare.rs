use super::*;
use crate::model::finding::{Arg, Code};

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
            (ChangeKind::Added, "A11", None, whole(1)),
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
