//! Properties of quantities, spans and verdicts: sums never narrow, and no verdict contradicts any point of its interval.

#![allow(clippy::unwrap_used)]

use chrono::{Days, NaiveDate};
use lofte::model::activity::Origin;
use lofte::model::agreement::Length;
use lofte::model::assessment::Status;
use lofte::model::quantity::{Amount, Quantity, Truth};
use lofte::model::span::{DateSpan, Period};
use lofte::model::target::{Asked, AskedPart, Bound, Every, Item, Kind, Over, Per, Scene, Step, Target, Threshold};
use proptest::prelude::*;

fn day(offset: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 1, 1).unwrap() + Days::new(offset)
}

fn amounts() -> impl Strategy<Value = Amount> {
    (0u64..2_000).prop_map(Amount::hundredths)
}

fn quantities() -> impl Strategy<Value = Quantity> {
    prop_oneof![
        3 => amounts().prop_map(Quantity::exact),
        3 => (amounts(), amounts()).prop_map(|(one, other)| Quantity::between(one, other)),
        1 => amounts().prop_map(Quantity::at_least),
    ]
}

fn spans() -> impl Strategy<Value = DateSpan> {
    (0u64..400, 0u64..20).prop_map(|(from, length)| DateSpan::new(day(from), day(from + length)))
}

/// A quantity and one of the values it may be.
fn points() -> impl Strategy<Value = (Quantity, Amount)> {
    (quantities(), 0u64..=1_000).prop_map(|(quantity, share)| {
        let high = quantity.high().unwrap_or(quantity.low().plus(Amount::whole(10)));
        let width = high.minus(quantity.low());
        (quantity, quantity.low().plus(width.part(share, 1_000)))
    })
}

proptest! {
    #[test]
    fn sums_hold_the_sum_of_any_points(one in points(), other in points()) {
        let sum = one.0.plus(other.0);
        prop_assert!(sum.holds(one.1.plus(other.1)));
    }

    #[test]
    fn sums_never_narrow(one in quantities(), other in quantities()) {
        let width = |quantity: Quantity| quantity.high().map(|high| high.minus(quantity.low()));
        match (width(one.plus(other)), width(one), width(other)) {
            (Some(sum), Some(one), Some(other)) => prop_assert_eq!(sum, one.plus(other)),
            (None, one, other) => prop_assert!(one.is_none() || other.is_none()),
            _ => prop_assert!(false, "an open quantity has an open sum"),
        }
        prop_assert_eq!(one.plus(other), other.plus(one));
    }

    #[test]
    fn huge_sums_open_upwards_and_never_wrap(low in any::<u64>(), high in any::<u64>()) {
        let huge = Quantity::between(Amount::hundredths(low), Amount::hundredths(high));
        let sum: Quantity = std::iter::repeat_n(huge, 5).sum();
        prop_assert!(sum.high().is_none_or(|high| high >= sum.low()));
        prop_assert!(sum.low() <= Amount::MAX);
    }

    #[test]
    fn perhaps_and_whole_things_only_widen(point in points()) {
        let (quantity, value) = point;
        prop_assert!(quantity.perhaps().holds(value));
        prop_assert!(quantity.perhaps().holds(Amount::ZERO));
        prop_assert!(quantity.in_whole_things().holds(value));
        prop_assert!(quantity.or_more().holds(value));
    }

    #[test]
    fn an_answer_holds_at_every_point(point in points(), limit in amounts()) {
        let (quantity, value) = point;
        match quantity.reaches(limit) {
            Truth::Yes => prop_assert!(value >= limit),
            Truth::No => prop_assert!(value < limit),
            Truth::Unknown => {}
        }
        match quantity.stays_within(limit) {
            Truth::Yes => prop_assert!(value <= limit),
            Truth::No => prop_assert!(value > limit),
            Truth::Unknown => {}
        }
    }

    #[test]
    fn spans_meet_where_both_are(one in spans(), other in spans()) {
        let both = one.intersection(other);
        prop_assert_eq!(both.is_some(), one.overlaps(other));
        prop_assert_eq!(one.within(other), both == Some(one));
        if let Some(both) = both {
            prop_assert!(both.within(one) && both.within(other));
        }
        prop_assert!(one.within(one.union(other)));
        prop_assert_eq!(one.each_day().count() as u64, one.days());
    }

    #[test]
    fn months_and_weeks_tile_a_span(span in spans()) {
        for parts in [span.each_month().collect::<Vec<_>>(), span.each_week().collect()] {
            prop_assert!(parts.first().unwrap().contains(span.from) && parts.last().unwrap().contains(span.to));
            prop_assert!(parts.windows(2).all(|pair| pair[0].to.succ_opt() == Some(pair[1].from)));
            let inside: u64 = parts.iter().map(|part| part.intersection(span).map_or(0, DateSpan::days)).sum();
            prop_assert_eq!(inside, span.days());
        }
    }

    #[test]
    fn periods_are_called_what_they_are_read_from(year in 1990i32..2100, part in 1u32..=12) {
        let names = [
            format!("{year}-{part:02}"),
            format!("{year}-T{}", part % 3 + 1),
            format!("{year}-Q{}", part % 4 + 1),
            format!("{year}-H{}", part % 2 + 1),
            format!("{year}"),
        ];
        for name in names {
            prop_assert_eq!(name.parse::<Period>().unwrap().to_string(), name);
        }
    }

    #[test]
    fn no_text_makes_a_period_panic(text in "\\PC*") {
        let _ = text.parse::<Period>();
    }
}

/// Something that may count, and how it really was.
#[derive(Clone, Debug)]
struct Truthful {
    item: Item,
    real: Item,
    /// When it was really answered, for requests.
    answer: Option<(DateSpan, NaiveDate)>,
}

fn truthful() -> impl Strategy<Value = Truthful> {
    let words = prop_oneof![Just(vec!["a"]), Just(vec!["b"]), Just(vec!["a", "b"])];
    let answer = proptest::option::of((0u64..15, 0u64..6, 0u64..6));
    (spans(), 0u64..20, points(), words, answer, any::<bool>()).prop_map(
        |(date, at, (value, point), words, answer, exact)| {
            let real_day = date.from + Days::new(at.min(date.days() - 1));
            let date = if exact { DateSpan::day(real_day) } else { date };
            let words: Vec<String> = words.into_iter().map(str::to_owned).collect();
            let origin = Origin { workbook: "w".into(), sheet: "s".into(), cell: "A1".into() };
            let item = Item { date, dated: true, value, words, origin };
            let real = Item { date: DateSpan::day(real_day), value: Quantity::exact(point), ..item.clone() };
            let answer = answer.map(|(after, width, at)| {
                let from = date.to + Days::new(after);
                (DateSpan::new(from, from + Days::new(width)), from + Days::new(at.min(width)))
            });
            Truthful { item, real, answer }
        },
    )
}

fn kinds() -> impl Strategy<Value = Kind> {
    let bound = prop_oneof![Just(Bound::Least), Just(Bound::Most)];
    let threshold =
        (bound.clone(), 1u64..40).prop_map(|(bound, number)| Threshold { bound, number: Amount::whole(number) });
    let per_cent =
        (bound.clone(), 1u64..100).prop_map(|(bound, number)| Threshold { bound, number: Amount::whole(number) });
    let per = prop_oneof![Just(Per::Week), Just(Per::IsoWeek), Just(Per::Month)];
    let every = prop_oneof![Just(Every::Day), Just(Every::Week), Just(Every::Month)];
    let gap = prop_oneof![(1u64..200).prop_map(Length::Days), (1u32..7).prop_map(Length::Months)];
    prop_oneof![
        threshold.clone().prop_map(Kind::Count),
        (threshold.clone(), per).prop_map(|(threshold, per)| Kind::Average { threshold, per }),
        (threshold, every).prop_map(|(threshold, every)| Kind::EachPeriod {
            threshold: Threshold { number: Amount::ONE, ..threshold },
            every
        }),
        (1u64..5).prop_map(|number| Kind::EachPart {
            number: Amount::whole(number),
            field: "audience".into(),
            among: lofte::model::target::Among::Words(vec!["a".into(), "b".into()])
        }),
        per_cent.prop_map(|threshold| Kind::Share { threshold, out_of: vec!["all".into()] }),
        gap.prop_map(|longest_gap| Kind::Cadence { longest_gap }),
        proptest::option::of((0u64..12).prop_map(Length::Days)).prop_map(|within| Kind::Request { within }),
        (bound, 0u64..40).prop_map(|(direction, value)| Kind::Baseline {
            direction,
            value: Amount::whole(value),
            measured: None,
            source: None
        }),
    ]
}

fn target(kind: Kind) -> Target {
    Target {
        id: "1".into(),
        kind,
        of: vec!["x".into()],
        responsible: Vec::new(),
        only: Vec::new(),
        require: Vec::new(),
        over: Over::Year,
        valid: None,
        agreed: None,
        except: None,
        distinct: None,
        interpretation: None,
        line: 1,
    }
}

fn scene<'a>(window: DateSpan, end: NaiveDate, items: &'a [Item], requests: Vec<Asked>) -> Scene<'a> {
    let parts = ["a", "b"].map(|name| AskedPart { name: name.into(), words: vec![name.into()], in_use: window });
    Scene {
        window,
        end,
        as_of: end + Days::new(5),
        continuous: false,
        unit: "x".into(),
        covered: true,
        missing: Vec::new(),
        damaged: false,
        items,
        whole: items,
        requests,
        steps: Vec::<Step>::new(),
        parts: parts.into(),
        excepted: Vec::new(),
        days: lofte::model::target::Days::default(),
        distinct: false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// What is said of the interval must be true of what really happened, whatever that was.
    #[test]
    fn no_verdict_contradicts_what_may_have_happened(
        kind in kinds(),
        known in proptest::collection::vec(truthful(), 0..12),
        end in 0u64..420,
        length in 30u64..366,
    ) {
        let window = DateSpan::new(day(20), day(20 + length));
        let end = day(end);
        let target = target(kind);
        let asked = |request: &Truthful, date: DateSpan, answered: Option<DateSpan>| Asked {
            date,
            answered,
            certain: date.within(window),
            by_rules: Truth::Yes,
            origin: request.item.origin.clone(),
        };
        let told: Vec<Item> = known.iter().map(|one| one.item.clone()).collect();
        let real: Vec<Item> = known.iter().map(|one| one.real.clone()).collect();
        let told_requests = known.iter().filter(|one| one.item.date.overlaps(window) && one.item.date.from <= end)
            .map(|one| asked(one, one.item.date, one.answer.map(|(days, _)| days).filter(|days| days.to <= end))).collect();
        let real_requests = known.iter().filter(|one| one.real.date.overlaps(window) && one.real.date.from <= end)
            .map(|one| asked(one, one.real.date, one.answer.filter(|(days, _)| days.to <= end).map(|(_, day)| DateSpan::day(day)))).collect();
        let said = target.judge(&scene(window, end, &told, told_requests)).status;
        let truth = target.judge(&scene(window, end, &real, real_requests)).status;
        let agrees = match said {
            Status::Fulfilled => truth == Status::Fulfilled,
            Status::NotFulfilled => truth == Status::NotFulfilled,
            Status::OnTrack => matches!(truth, Status::OnTrack | Status::Fulfilled),
            Status::Behind => matches!(truth, Status::Behind | Status::NotFulfilled),
            Status::NotStarted => truth == Status::NotStarted,
            // Nothing was asked for, surely.
            Status::NoNeed => truth == Status::NoNeed,
            _ => true,
        };
        prop_assert!(agrees, "said {said:?}, but it was {truth:?}");
    }

    /// What was told exactly gets a verdict wherever one can be given.
    #[test]
    fn exact_figures_decide(number in 1u64..30, counts in proptest::collection::vec((0u64..300, 1u64..4), 0..15), end in 25u64..420) {
        let window = DateSpan::new(day(20), day(330));
        let items: Vec<Item> = counts.iter().map(|(at, value)| Item {
            date: DateSpan::day(day(*at)),
            dated: true,
            value: Quantity::whole(*value),
            words: Vec::new(),
            origin: Origin { workbook: "w".into(), sheet: "s".into(), cell: "A1".into() },
        }).collect();
        for bound in [Bound::Least, Bound::Most] {
            let threshold = Threshold { bound, number: Amount::whole(number) };
            for kind in [Kind::Count(threshold), Kind::Average { threshold, per: Per::Week }] {
                let status = target(kind).judge(&scene(window, day(end), &items, Vec::new())).status;
                prop_assert!(!matches!(status, Status::Undecided | Status::NotReported), "{status:?}");
            }
        }
    }
}
