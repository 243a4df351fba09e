#![allow(clippy::unwrap_used)]

use super::super::super::sample;
use super::super::chart_area::RIGHT;
use super::point::per_cent;
use super::*;
use crate::model::agreement::Audience;
use crate::model::assessment::Status;
use crate::model::quantity::Amount;
use crate::model::report::Figure;

fn edition() -> Edition {
    let mut report = sample::report();
    report.agreement.term = DateSpan::year(2023).unwrap();
    sample::edition(&report, &Audience::Full)
}

fn chart(outcomes: &[Quantity]) -> Chart {
    let edition = edition();
    let mut targets = edition.targets();
    let target = targets.find(|target| target.kind == "count").unwrap();
    let figure = |outcome: &Quantity| Figure {
        target: target.id.clone(),
        window: DateSpan::year(2023).unwrap(),
        outcome: *outcome,
        out_of: None,
        required: Amount::whole(4),
        pace: None,
    };
    let moment = |(index, outcome): (usize, &Quantity)| CourseMonth {
        month: DateSpan::month(2023, 1 + u32::try_from(index).unwrap()).unwrap(),
        status: Status::Behind,
        figures: vec![figure(outcome)],
    };
    let moments: Vec<CourseMonth> = outcomes.iter().enumerate().map(moment).collect();
    let wording = Wording::new("sv", &sample::activities()).unwrap();
    Chart::new(&edition, 1, target, &moments, &wording)
}

/// Where each mark stands, and its lower end: those of exact figures before those of intervals.
fn marks(drawn: &Chart) -> Vec<(u64, u64)> {
    let all = format!("{}{}", drawn.dots, drawn.bars);
    let each = all.split('M').filter(|mark| !mark.is_empty());
    each.map(|mark| {
        let (x, rest) = mark.split_once(' ').unwrap();
        let low = rest.split(['h', 'V']).next().unwrap();
        (x.parse().unwrap(), low.parse().unwrap())
    })
    .collect()
}

#[test]
fn intervals_are_drawn_as_intervals() {
    let drawn = chart(&[
        Quantity::whole(1),
        Quantity::between(Amount::ONE, Amount::whole(3)),
    ]);
    let (one, three) = (115, 52);
    assert_eq!(drawn.dots, format!("M56 {one}h0"));
    assert_eq!(drawn.bars, format!("M104 {one}V{three}"));
    assert_eq!(drawn.lows[0].points, [(4, 146), (56, 115), (104, 115)]);
    let around = [
        (4, 146),
        (56, 115),
        (104, 115),
        (104, 52),
        (56, 115),
        (4, 146),
    ];
    assert_eq!(drawn.fields[0].points, around);
    assert_eq!(drawn.rows.len(), 2);
    assert_eq!(drawn.rows[1].outcome, "1–3");
    assert!(drawn.key.contains("Ljust fält") && !drawn.key.contains("Skrafferat"));
}

#[test]
fn months_with_the_same_figures_are_one_row() {
    let one = Quantity::ONE;
    let rows = chart(&[one, one, Quantity::whole(2)]).rows;
    let told: Vec<(&str, &str)> = (rows.iter())
        .map(|row| (row.month.as_str(), row.outcome.as_str()))
        .collect();
    assert_eq!(told, [("januari–februari 2023", "1"), ("mars 2023", "2")]);
}

/// What is judged is ⌊4 × passed / 365⌋: the line rises on the days when that does, not evenly.
#[test]
fn the_line_is_the_stair_that_is_judged() {
    let drawn = chart(&[Quantity::whole(1), Quantity::whole(2)]);
    let points = &drawn.asked[0].points;
    assert_eq!(points.len(), 9, "{points:?}");
    for pair in points.windows(2) {
        assert!(
            pair[0].0 == pair[1].0 || pair[0].1 == pair[1].1,
            "neither level nor upright: {points:?}"
        );
    }
    assert_eq!(points.first(), Some(&(4, 146)));
    assert_eq!(points.last(), Some(&(RIGHT, TOP)));
}

#[test]
fn an_average_is_held_against_what_the_days_ask() {
    let edition = edition();
    let mut targets = edition.targets();
    let target = targets.find(|target| target.kind == "average").unwrap();
    let figure = Figure {
        target: target.id.clone(),
        window: DateSpan::year(2023).unwrap(),
        outcome: Quantity::whole(100),
        out_of: None,
        required: Amount::whole(117),
        pace: Some(Amount::whole(3)),
    };
    let moment = |month| CourseMonth {
        month: DateSpan::month(2023, month).unwrap(),
        status: Status::Behind,
        figures: vec![figure.clone()],
    };
    let moments = [moment(8), moment(9)];
    let wording = Wording::new("sv", &sample::activities()).unwrap();
    let drawn = Chart::new(&edition, 1, target, &moments, &wording);
    assert!(
        drawn.description.ends_with("Då krävs 117."),
        "{}",
        drawn.description
    );
    let (_, low) = marks(&drawn)[0];
    assert!(low > TOP, "less is done than is asked for");
    assert_eq!(
        drawn.heights.first().unwrap().label,
        "157",
        "so many keep 3 a week over 365 days"
    );
    let (_, end) = *drawn.asked[0].points.last().unwrap();
    assert_eq!(end, drawn.heights.first().unwrap().at, "to the year's end");
}

#[test]
fn what_nobody_knows_is_a_hatched_band_and_no_mark() {
    let drawn = chart(&[
        Quantity::whole(1),
        Quantity::at_least(Amount::whole(2)),
        Quantity::whole(3),
    ]);
    assert_eq!(marks(&drawn).len(), 2, "a mark means a figure");
    let band = &drawn.unknown[0];
    assert_eq!(drawn.unknown.len(), 1);
    assert_eq!((band.x, band.x + band.width), (marks(&drawn)[0].0, 104));
    assert_eq!(band.y, TOP);
    assert!(drawn.key.contains("Skrafferat fält"), "{}", drawn.key);
}

/// Dots are drawn by the line, unless some of its months have none.
#[test]
fn a_line_of_exact_figures_has_its_dots_at_its_corners() {
    let (one, open) = (Quantity::whole(1), Quantity::at_least(Amount::ONE));
    let exact = chart(&[one, one]);
    assert_eq!(
        (exact.lows[0].dots, exact.loose_dots.as_str()),
        ("dots", "")
    );
    let mixed = chart(&[one, open]);
    assert_eq!(mixed.lows[0].dots, "");
    assert_eq!(mixed.loose_dots, mixed.dots);
}

#[test]
fn months_have_ticks_and_the_last_is_drawn() {
    let drawn = chart(&[Quantity::whole(1); 12]);
    assert_eq!(drawn.months.matches('M').count(), 11);
    assert_eq!(marks(&drawn).len(), 12);
    assert_eq!(marks(&drawn).last().map(|mark| mark.0), Some(RIGHT));
}

#[test]
fn one_month_is_no_course() {
    assert!(!chart(&[Quantity::whole(1)]).shown);
    assert!(!chart(&[]).shown);
}

#[test]
fn a_share_of_an_uncertain_whole_is_an_interval() {
    let share = |part, whole| per_cent(part, whole).map(|share| (share.low(), share.high()));
    let whole = |low, high| Quantity::between(Amount::whole(low), Amount::whole(high));
    assert_eq!(
        share(Quantity::whole(2), whole(8, 10)),
        Some((Amount::whole(20), Some(Amount::whole(25))))
    );
    assert_eq!(share(Quantity::whole(2), Quantity::ZERO), None);
}
