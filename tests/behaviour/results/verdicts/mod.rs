//! No verdict contradicts any point of its interval, whatever the kind: what is said of numbers, days and words that are not
//! exact, and of months that nobody told about, is true of what really happened.

mod drawn;
mod scene;

use chrono::Days as DayCount;
use chrono::NaiveDate;
use lofte::model::activity::Origin;
use lofte::model::assessment::Status;
use lofte::model::quantity::{Amount, Quantity, Truth};
use lofte::model::span::DateSpan;
use lofte::model::target::{
    AverageUnit, Bound, Distinct, EligibleDays, Item, Target, TargetKind, Threshold,
};
use proptest::prelude::*;

use drawn::{Known, Setting, kinds, known, settings, target};
use scene::{items, real_scene, reported_scene, scene};

fn day(offset: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 1, 1).unwrap() + DayCount::new(offset)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_verdict_contradicts_what_may_have_happened(
        kind in kinds(),
        all in proptest::collection::vec(known(), 0..12),
        setting in settings(),
        partial: bool,
    ) {
        // Steps stand in the agreement or on one sheet: none of them is missing.
        let steps = matches!(kind, TargetKind::Milestone { .. });
        let is_hidden = |one: &&Known| {
            let missing = setting.missing.iter().any(|month| one.real.date.within(*month));
            !steps && one.hidden && (missing || setting.damaged)
        };
        let reported: Vec<Known> = all.iter().filter(|one| !is_hidden(one)).cloned().collect();
        let whole_reported: Vec<Item> = reported.iter().map(|one| one.reported.clone()).collect();
        let whole_real: Vec<Item> = all.iter().map(|one| one.real.clone()).collect();
        let items_reported = items(&kind, &reported, |one| (one.reported.clone(), one.part.0));
        let items_real = items(&kind, &all, |one| (one.real.clone(), Truth::from(one.part.1)));
        let target = Target { partial, ..target(kind.clone()) };
        let said = target.judge(&reported_scene(&setting, &kind, &reported, &items_reported, &whole_reported)).status;
        let truth = target.judge(&real_scene(&setting, &kind, &all, &items_real, &whole_real)).status;
        let agrees = match said {
            Status::Fulfilled => truth == Status::Fulfilled,
            Status::NotFulfilled => truth == Status::NotFulfilled,
            Status::OnTrack => matches!(truth, Status::OnTrack | Status::Fulfilled),
            Status::Behind => matches!(truth, Status::Behind | Status::NotFulfilled),
            Status::NotStarted => truth == Status::NotStarted,
            Status::Partial => truth == Status::Partial,
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
        let setting = Setting {
            window,
            end: day(end),
            distinct: Distinct::No,
            excepted: Vec::new(),
            days: EligibleDays::default(),
            in_use: window,
            missing: Vec::new(),
            damaged: false,
            before: (Quantity::ZERO, Amount::ZERO),
        };
        let items: Vec<Item> = counts.iter().map(|(at, value)| Item {
            date: DateSpan::day(day(*at)),
            dated: true,
            value: Quantity::whole(*value),
            words: Vec::new(),
            origin: Origin { workbook: "w".into(), sheet: "s".into(), cell: "A1".into() },
        }).collect();
        for bound in [Bound::Least, Bound::Most] {
            let threshold = Threshold { bound, number: Amount::whole(number) };
            for kind in [TargetKind::Count(threshold), TargetKind::Average { threshold, per: AverageUnit::Week }] {
                let status = target(kind.clone()).judge(&scene(&setting, &kind, &items, &items)).status;
                prop_assert!(!matches!(status, Status::Undecided | Status::NotReported), "{status:?}");
            }
        }
    }
}
