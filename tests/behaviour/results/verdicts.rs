//! No verdict contradicts any point of its interval, whatever the kind: what is said of numbers, days and words that are not
//! exact, and of months that nobody told about, is true of what really happened.

use chrono::{Days as DayCount, NaiveDate, Weekday};
use lofte::model::activity::Origin;
use lofte::model::agreement::Length;
use lofte::model::assessment::Status;
use lofte::model::quantity::{Amount, Quantity, Truth};
use lofte::model::span::DateSpan;
use lofte::model::target::{
    AverageUnit, Bound, EligibleDays, Item, PartSet, RequiredPart, RequiredStep, SubPeriod, Target,
    TargetKind, Threshold, WindowInput, WindowRequest, WindowRule,
};
use proptest::prelude::*;

fn day(offset: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 1, 1).unwrap() + DayCount::new(offset)
}

/// Something that may count, and how it really was.
#[derive(Clone, Debug)]
struct Known {
    told: Item,
    real: Item,
    /// Of the part of a share: surely, surely not, or perhaps, and whether it really was.
    part: (Truth, bool),
    /// When it was answered, for requests and steps: as told, and really.
    answer: Option<(DateSpan, NaiveDate)>,
    /// Not told at all, if its month is one that nobody told about.
    hidden: bool,
}

fn quantities() -> impl Strategy<Value = (Quantity, Amount)> {
    let exact = (0u64..8).prop_map(|whole| (Quantity::whole(whole), Amount::whole(whole)));
    let between = (0u64..8, 0u64..5, 0u64..5).prop_map(|(low, width, at)| {
        let (low, real) = (Amount::whole(low), Amount::whole(low + at.min(width)));
        (Quantity::between(low, low.plus(Amount::whole(width))), real)
    });
    let open = (0u64..8, 0u64..9).prop_map(|(low, more)| {
        (
            Quantity::at_least(Amount::whole(low)),
            Amount::whole(low + more),
        )
    });
    prop_oneof![5 => exact, 3 => between, 1 => open]
}

fn known() -> impl Strategy<Value = Known> {
    let words = prop_oneof![3 => Just(vec!["a"]), 2 => Just(vec!["b"]), 1 => Just(vec!["a", "b"]), 1 => Just(vec![])];
    let part = prop_oneof![
        Just((Truth::Yes, true)),
        Just((Truth::No, false)),
        any::<bool>().prop_map(|really| (Truth::Unknown, really))
    ];
    let answer = proptest::option::of((0u64..15, 0u64..6, 0u64..6));
    let span = (0u64..400, prop_oneof![3 => Just(0u64), 2 => 0u64..20]);
    let row = (span, 0u64..20, quantities(), words, "[a-z]{6}");
    (row, answer, part, any::<bool>(), any::<bool>(), 0usize..2).prop_map(
        |(((from, width), at, (value, real), words, cell), answer, part, dated, hidden, which)| {
            let date = DateSpan::new(day(from), day(from + width));
            let real_day = day(from + at.min(width));
            let words: Vec<String> = words.into_iter().map(str::to_owned).collect();
            let origin = Origin {
                workbook: "w".into(),
                sheet: "s".into(),
                cell,
            };
            let told = Item {
                date,
                dated: dated || width == 0,
                value,
                words: words.clone(),
                origin,
            };
            // A row without a word was really for one of them.
            let words = if words.is_empty() {
                vec![["a", "b"][which].to_owned()]
            } else {
                words
            };
            let real = Item {
                date: DateSpan::day(real_day),
                dated: true,
                value: Quantity::exact(real),
                words,
                ..told.clone()
            };
            let answer = answer.map(|(after, width, at)| {
                let from = date.to + DayCount::new(after);
                (
                    DateSpan::new(from, from + DayCount::new(width)),
                    from + DayCount::new(at.min(width)),
                )
            });
            Known {
                told,
                real,
                part,
                answer,
                hidden,
            }
        },
    )
}

fn kinds() -> impl Strategy<Value = TargetKind> {
    let bound = prop_oneof![Just(Bound::Least), Just(Bound::Most)];
    let threshold = (bound.clone(), 1u64..40).prop_map(|(bound, number)| Threshold {
        bound,
        number: Amount::whole(number),
    });
    let per_cent = (bound.clone(), 1u64..100).prop_map(|(bound, number)| Threshold {
        bound,
        number: Amount::whole(number),
    });
    let per = prop_oneof![
        Just(AverageUnit::Week),
        Just(AverageUnit::IsoWeek),
        Just(AverageUnit::Month)
    ];
    let every = prop_oneof![
        Just(SubPeriod::Day),
        Just(SubPeriod::Week),
        Just(SubPeriod::Month)
    ];
    let gap = prop_oneof![
        (1u64..200).prop_map(Length::Days),
        (1u32..7).prop_map(Length::Months),
        (1u64..60).prop_map(Length::WorkingDays)
    ];
    let within = prop_oneof![
        (0u64..12).prop_map(Length::Days),
        (0u64..12).prop_map(Length::WorkingDays)
    ];
    prop_oneof![
        threshold.clone().prop_map(TargetKind::Count),
        (threshold.clone(), per)
            .prop_map(|(threshold, per)| TargetKind::Average { threshold, per }),
        (threshold, every).prop_map(|(threshold, every)| TargetKind::EachPeriod {
            threshold: Threshold {
                number: Amount::ONE,
                ..threshold
            },
            every
        }),
        (1u64..5).prop_map(|number| TargetKind::EachPart {
            number: Amount::whole(number),
            field: "audience".into(),
            among: PartSet::Words(vec!["a".into(), "b".into()])
        }),
        per_cent.prop_map(|threshold| TargetKind::Share {
            threshold,
            out_of: vec!["all".into()]
        }),
        gap.prop_map(|longest_gap| TargetKind::Cadence { longest_gap }),
        proptest::option::of(within).prop_map(|within| TargetKind::Request { within }),
        Just(TargetKind::Milestone { steps: Vec::new() }),
        (bound, 0u64..40).prop_map(|(direction, value)| TargetKind::Baseline {
            direction,
            value: Amount::whole(value),
            measured: None,
            source: None
        }),
    ]
}

fn target(kind: TargetKind) -> Target {
    Target {
        id: "1".into(),
        kind,
        of: vec!["x".into()],
        responsible: Vec::new(),
        only: Vec::new(),
        require: Vec::new(),
        over: WindowRule::Year,
        valid: None,
        agreed: None,
        except: None,
        distinct: None,
        interpretation: None,
        line: 1,
    }
}

/// What a target's conditions and the agreement's lists make of a scene.
#[derive(Clone, Debug)]
struct Setting {
    window: DateSpan,
    end: NaiveDate,
    distinct: bool,
    excepted: Vec<DateSpan>,
    days: EligibleDays,
    /// The days that the second part was in use.
    in_use: DateSpan,
    missing: Vec<DateSpan>,
    damaged: bool,
}

fn settings() -> impl Strategy<Value = Setting> {
    let missing = proptest::option::weighted(0.3, 1u32..=12);
    let days = prop_oneof![3 => Just(None), 1 => Just(Some(vec![Weekday::Fri, Weekday::Sat]))];
    let excepted = proptest::option::weighted(0.3, (0u64..380, 0u64..40));
    let times = (0u64..420, 30u64..366);
    let lists = (
        excepted,
        days,
        proptest::option::weighted(0.4, (0u64..200, 0u64..200)),
    );
    (
        times,
        lists,
        any::<bool>(),
        missing,
        proptest::bool::weighted(0.1),
    )
        .prop_map(
            |((end, length), (excepted, weekdays, in_use), distinct, missing, damaged)| {
                let window = DateSpan::new(day(20), day(20 + length));
                let part = in_use
                    .map(|(from, length)| DateSpan::new(day(20 + from), day(20 + from + length)));
                let month = missing.and_then(|month| DateSpan::month(2023, month));
                Setting {
                    window,
                    end: day(end),
                    distinct,
                    excepted: excepted
                        .map(|(from, length)| DateSpan::new(day(from), day(from + length)))
                        .into_iter()
                        .collect(),
                    days: EligibleDays {
                        weekdays,
                        listed: None,
                    },
                    in_use: part
                        .and_then(|part| part.intersection(window))
                        .unwrap_or(window),
                    // Only a month of the window that has passed can be missing from it.
                    missing: month
                        .filter(|month| {
                            month.overlaps(window) && month.from <= day(end).min(window.to)
                        })
                        .into_iter()
                        .collect(),
                    damaged,
                }
            },
        )
}

fn scene<'a>(
    setting: &Setting,
    kind: &TargetKind,
    items: &'a [Item],
    whole: &'a [Item],
) -> WindowInput<'a> {
    let part = |name: &str, in_use| RequiredPart {
        name: name.into(),
        words: vec![name.into()],
        in_use,
    };
    WindowInput {
        window: setting.window,
        end: setting.end,
        as_of: setting.end + DayCount::new(5),
        continuous: false,
        unit: "x".into(),
        covered: true,
        missing: setting.missing.clone(),
        damaged: setting.damaged,
        items,
        whole,
        requests: Vec::new(),
        steps: Vec::new(),
        parts: vec![part("a", setting.window), part("b", setting.in_use)],
        excepted: setting.excepted.clone(),
        days: setting.days.clone(),
        distinct: setting.distinct
            && !matches!(kind, TargetKind::Share { .. } | TargetKind::EachPart { .. }),
    }
}

/// What was told: rows of a month that nobody told about are not there, and neither are those of a damaged workbook.
fn told_scene<'a>(
    setting: &Setting,
    kind: &TargetKind,
    told: &'a [Known],
    items: &'a [Item],
    whole: &'a [Item],
) -> WindowInput<'a> {
    let as_of = setting.end + DayCount::new(5);
    let requests = told
        .iter()
        .filter(|one| one.told.date.overlaps(setting.window) && one.told.date.from <= setting.end);
    let requests = requests.map(|one| WindowRequest {
        date: one.told.date,
        answered: one
            .answer
            .map(|(days, _)| days)
            .filter(|days| days.to <= as_of),
        certain: one.told.dated && one.told.date.within(setting.window),
        by_rules: Truth::Yes,
        origin: one.told.origin.clone(),
    });
    let steps = told.iter().map(|one| RequiredStep {
        text: one.told.origin.cell.clone(),
        due: Some(one.told.date.to),
        done: one
            .answer
            .filter(|(_, day)| *day <= as_of)
            .map(|(days, _)| Some(days)),
    });
    WindowInput {
        requests: requests.collect(),
        steps: steps.collect(),
        ..scene(setting, kind, items, whole)
    }
}

fn real_scene<'a>(
    setting: &Setting,
    kind: &TargetKind,
    all: &[Known],
    items: &'a [Item],
    whole: &'a [Item],
) -> WindowInput<'a> {
    let as_of = setting.end + DayCount::new(5);
    let requests = all
        .iter()
        .filter(|one| one.real.date.overlaps(setting.window) && one.real.date.from <= setting.end);
    // What was not told of as answered by as-of was not answered by as-of.
    let answered = |one: &Known| {
        one.answer
            .filter(|(days, _)| days.to <= as_of)
            .map(|(_, day)| DateSpan::day(day))
    };
    let requests = requests.map(|one| WindowRequest {
        date: one.real.date,
        answered: answered(one),
        certain: true,
        by_rules: Truth::Yes,
        origin: one.real.origin.clone(),
    });
    let steps = all.iter().map(|one| RequiredStep {
        text: one.real.origin.cell.clone(),
        due: Some(one.told.date.to),
        done: one
            .answer
            .filter(|(_, day)| *day <= as_of)
            .map(|(_, day)| Some(DateSpan::day(day))),
    });
    let complete = Setting {
        missing: Vec::new(),
        damaged: false,
        ..setting.clone()
    };
    WindowInput {
        requests: requests.collect(),
        steps: steps.collect(),
        ..scene(&complete, kind, items, whole)
    }
}

/// The items of a target: of a share those of the part, perhaps where it is not known.
fn items(kind: &TargetKind, all: &[Known], of: impl Fn(&Known) -> (Item, Truth)) -> Vec<Item> {
    let is_share = matches!(kind, TargetKind::Share { .. });
    let of_part = |one: &Known| {
        let (item, part) = of(one);
        match part {
            _ if !is_share => Some(item),
            Truth::Yes => Some(item),
            Truth::Unknown => Some(Item {
                value: item.value.perhaps(),
                ..item
            }),
            Truth::No => None,
        }
    };
    all.iter().filter_map(of_part).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_verdict_contradicts_what_may_have_happened(
        kind in kinds(),
        all in proptest::collection::vec(known(), 0..12),
        setting in settings(),
    ) {
        // Steps stand in the agreement or on one sheet: none of them is missing.
        let steps = matches!(kind, TargetKind::Milestone { .. });
        let is_hidden = |one: &&Known| {
            let missing = setting.missing.iter().any(|month| one.real.date.within(*month));
            !steps && one.hidden && (missing || setting.damaged)
        };
        let told: Vec<Known> = all.iter().filter(|one| !is_hidden(one)).cloned().collect();
        let whole_told: Vec<Item> = told.iter().map(|one| one.told.clone()).collect();
        let whole_real: Vec<Item> = all.iter().map(|one| one.real.clone()).collect();
        let items_told = items(&kind, &told, |one| (one.told.clone(), one.part.0));
        let items_real = items(&kind, &all, |one| (one.real.clone(), Truth::from(one.part.1)));
        let target = target(kind.clone());
        let said = target.judge(&told_scene(&setting, &kind, &told, &items_told, &whole_told)).status;
        let truth = target.judge(&real_scene(&setting, &kind, &all, &items_real, &whole_real)).status;
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
        let setting = Setting {
            window,
            end: day(end),
            distinct: false,
            excepted: Vec::new(),
            days: EligibleDays::default(),
            in_use: window,
            missing: Vec::new(),
            damaged: false,
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
