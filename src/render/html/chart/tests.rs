#![allow(clippy::unwrap_used)]

use super::super::super::sample;
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

#[test]
fn intervals_are_drawn_as_intervals() {
    let drawn = chart(&[
        Quantity::whole(1),
        Quantity::between(Amount::ONE, Amount::whole(3)),
    ]);
    let marks: Vec<_> = drawn
        .marks
        .iter()
        .map(|mark| (mark.low, mark.high, mark.is_interval))
        .collect();
    assert_eq!(marks, [(96, 96, false), (96, 40, true)]);
    assert_eq!(drawn.lows[0].points, "46,124 70,96 93,96");
    assert_eq!(
        drawn.fields[0].points,
        "46,124 70,96 93,96 93,40 70,96 46,124"
    );
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
    assert!(drawn.marks[0].low > TOP, "less is done than is asked for");
    assert_eq!(
        drawn.heights.last().unwrap().label,
        "157",
        "so many keep 3 a week over 365 days"
    );
    assert!(
        drawn.asked[0]
            .points
            .ends_with(&format!(",{}", drawn.heights.last().unwrap().at)),
        "to the year's end"
    );
}

#[test]
fn what_has_no_upper_bound_reaches_the_top() {
    let drawn = chart(&[Quantity::whole(1), Quantity::at_least(Amount::whole(2))]);
    assert_eq!(drawn.marks[1].high, TOP);
    assert!(drawn.marks[1].low > TOP);
}

#[test]
fn long_names_have_the_room_they_need() {
    let drawn = chart(&[Quantity::whole(3), Quantity::whole(19_995)]);
    assert!(
        drawn.heights.iter().any(|tick| tick.label == "19\u{a0}995"),
        "{:?}",
        drawn.heights
    );
    assert_eq!((drawn.left, drawn.width), (-8, WIDTH + 8));
    let drawn = chart(&[Quantity::whole(3), Quantity::whole(1_995)]);
    assert_eq!((drawn.left, drawn.width), (0, WIDTH));
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
