use super::*;

#[test]
fn every_month_to_the_end_of_the_period_is_accounted_for() {
    let source = |expected| Source {
        partner: "p".to_owned(),
        files: "*.xlsx".to_owned(),
        pattern: "*.xlsx".to_owned(),
        expected,
        due: None,
        ignored: Vec::new(),
        sheets: Vec::new(),
        line: 1,
    };
    let agreement = Agreement {
        sources: vec![source(None), source(Some(Frequency::Monthly))],
        ..agreement()
    };
    let reported = Coverage {
        present: true,
        damaged: false,
        reported: [DateSpan::day(day("2023-02-03"))].into(),
        ..Coverage::default()
    };
    let gathered = Gathered {
        coverage: vec![Coverage::default(), reported],
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
        due: None,
        by: None,
    };
    let notes = vec![note("2023-08"), note("2023"), note("2023-10")];
    let pledge = Pledge {
        any_target: false,
        partial: false,
        id: "a".to_owned(),
        name: None,
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
    let agreement = agreement_for(
        &agreement,
        &Gathered::default(),
        &Period::month(2023, 9).unwrap(),
    );
    let periods: Vec<&str> = agreement.pledges[0]
        .notes
        .iter()
        .map(|note| note.period.as_str())
        .collect();
    assert_eq!(periods, ["2023-08", "2023"]);
}
