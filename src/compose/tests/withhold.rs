use super::*;

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
        effort: false,
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
            &[],
        ),
        (
            &[
                ("A1", "2023-03-01", 9),
                ("A2", "2023-04-01", 3),
                ("A3", "2023-05-01", 2),
            ],
            &[],
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
        // Every month has many: no month is small, and rows may be told.
        let months: Vec<(String, String)> = (1..=9)
            .map(|month| (format!("M{month}"), format!("2023-{month:02}-20")))
            .collect();
        let many = months
            .iter()
            .map(|(cell, date)| (cell.as_str(), date.as_str(), 9));
        let counted: Vec<(&str, &str, u64)> = counted.iter().copied().chain(many).collect();
        let sum = counted.iter().map(|row| row.2).sum();
        let targets = vec![target("1", vec![year(sum, None)], &counted)];
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
            .filter(|cell| cell.starts_with('A'))
            .collect();
        assert_eq!(cells, left, "{counted:?}");
        let remembered: Vec<_> = report
            .remembered
            .iter()
            .map(|row| row.origin.cell.as_str())
            .filter(|cell| cell.starts_with('A'))
            .collect();
        assert_eq!(remembered, left, "what is remembered of {counted:?}");
    }
}

#[test]
fn where_no_row_is_known_all_goes_with_one_small_figure() {
    let withheld = |targets: Vec<TargetAssessment>| {
        let report = composed(&Gathered::default(), vec![pledge(targets)], None);
        let targets = report.assessments.into_iter().flat_map(|one| one.targets);
        let windows = targets.flat_map(|target| target.windows);
        windows.map(|window| window.withheld).collect::<Vec<_>>()
    };
    let thirds = |first| {
        vec![
            window("2023-01-01", "2023-04-30", first, None),
            window("2023-05-01", "2023-08-31", 12, None),
            window("2023-09-01", "2023-12-31", 9, None),
        ]
    };
    let total = |sum| target("2", vec![year(sum, None)], &[]);
    assert_eq!(
        withheld(vec![target("1", thirds(13), &[]), total(34)]),
        [false; 4]
    );
    // The total counts the same activity, and would give the small one away.
    assert_eq!(
        withheld(vec![target("1", thirds(3), &[]), total(24)]),
        [true; 4]
    );
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
        effort: false,
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
    for (done, outcome, expected) in [
        (4, 20, None),
        (9, 20, Some(9)),
        (20, 20, Some(20)),
        (17, 20, None),
    ] {
        let done = Some(Quantity::whole(done));
        let target = TargetAssessment {
            effort: false,
            in_period: done,
            ..target("1", vec![year(outcome, None)], &[])
        };
        let report = composed(&Gathered::default(), vec![pledge(vec![target])], None);
        assert_eq!(
            report.assessments[0].targets[0].in_period,
            expected.map(Quantity::whole),
            "{done:?} of {outcome}"
        );
    }
}
