//! Properties of quantities, spans and periods: sums never narrow, months and weeks tile a span.

use chrono::{Days, NaiveDate};

use lofte::model::quantity::{Amount, Quantity, Truth};
use lofte::model::span::{DateSpan, Period};
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
        let high = quantity
            .high()
            .unwrap_or(quantity.low().plus(Amount::whole(10)));
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
