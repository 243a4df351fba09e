//! Targets, rows and settings, drawn at random.

use chrono::{Days as DayCount, NaiveDate, Weekday};
use lofte::model::activity::Origin;
use lofte::model::agreement::Length;
use lofte::model::quantity::{Amount, Quantity, Truth};
use lofte::model::span::DateSpan;
use lofte::model::target::{
    AverageUnit, Bound, DayRule, Distinct, EligibleDays, Item, PartField, PartSet, SubPeriod,
    Target, TargetKind, Threshold, TimeLimit, TimeMeasure,
};
use proptest::prelude::*;

use super::day;

/// Something that may count, and how it really was.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) reported: Item,
    pub(super) real: Item,
    /// Of the part of a share: surely, surely not, or perhaps, and whether it really was.
    pub(super) part: (Truth, bool),
    /// When it was answered, for requests and steps: as told, and really.
    pub(super) answer: Option<(DateSpan, NaiveDate)>,
    /// Not told at all, if its month is one that nobody told about.
    pub(super) hidden: bool,
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

pub(super) fn known() -> impl Strategy<Value = Known> {
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
            let reported = Item {
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
                ..reported.clone()
            };
            let answer = answer.map(|(after, width, at)| {
                let from = date.to + DayCount::new(after);
                (
                    DateSpan::new(from, from + DayCount::new(width)),
                    from + DayCount::new(at.min(width)),
                )
            });
            Known {
                reported,
                real,
                part,
                answer,
                hidden,
            }
        },
    )
}

/// The field whose values every row has.
fn audience() -> PartField {
    PartField {
        field: "audience".into(),
        among: PartSet::Words(vec!["a".into(), "b".into()]),
    }
}

pub(super) fn kinds() -> impl Strategy<Value = TargetKind> {
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
    let parts = prop_oneof![Just(Vec::new()), Just(vec![audience()])];
    prop_oneof![
        threshold.clone().prop_map(TargetKind::Count),
        (threshold.clone(), per)
            .prop_map(|(threshold, per)| TargetKind::Average { threshold, per }),
        (threshold.clone(), every, parts.clone()).prop_map(|(threshold, every, parts)| {
            TargetKind::EachPeriod {
                threshold: Threshold {
                    number: Amount::ONE,
                    ..threshold
                },
                every,
                parts,
            }
        }),
        (1u64..5).prop_map(|number| TargetKind::EachPart {
            number: Amount::whole(number),
            parts: vec![audience()],
        }),
        (threshold, any::<bool>()).prop_map(|(threshold, by_day)| TargetKind::Together {
            threshold: Threshold {
                number: Amount::whole(threshold.number.in_hundredths() / 1_000 + 1),
                ..threshold
            },
            parts: vec![audience()],
            same: if by_day { "day" } else { "place" }.into(),
        }),
        per_cent.prop_map(|threshold| TargetKind::Share {
            threshold,
            out_of: vec!["all".into()]
        }),
        (gap, parts).prop_map(|(longest_gap, parts)| TargetKind::Cadence { longest_gap, parts }),
        (
            proptest::option::of(within.clone()),
            proptest::option::weighted(0.5, 1u64..100)
        )
            .prop_map(|(within, share)| TargetKind::Request {
                within,
                share: share.map(Amount::whole),
            }),
        (
            any::<bool>(),
            any::<bool>(),
            within,
            proptest::option::of(0u64..12)
        )
            .prop_map(|(median, works, within, before)| TargetKind::ResponseTime {
                works: works && before.is_some()
                    || matches!(within, Length::WorkingDays(_)) && before.is_none(),
                measure: if median {
                    TimeMeasure::Median
                } else {
                    TimeMeasure::Average
                },
                limit: Some(before.map_or(TimeLimit::Within(within), |days| {
                    TimeLimit::FasterThan {
                        value: Some(Amount::whole(days)),
                        measured: None,
                        source: None,
                    }
                })),
            }),
        (1u64..=100).prop_map(|share| TargetKind::State {
            share: Amount::whole(share),
        }),
        Just(TargetKind::Milestone { steps: Vec::new() }),
        (bound, 0u64..40, any::<bool>()).prop_map(|(direction, value, is_written)| {
            TargetKind::Baseline {
                direction,
                value: is_written.then_some(Amount::whole(value)),
                measured: None,
                source: None,
            }
        }),
    ]
}

pub(super) fn target(kind: TargetKind) -> Target {
    Target::new(kind, &["x"])
}

/// What a target's conditions and the agreement's lists make of a scene.
#[derive(Clone, Debug)]
pub(super) struct Setting {
    pub(super) window: DateSpan,
    pub(super) end: NaiveDate,
    pub(super) distinct: Distinct,
    pub(super) excepted: Vec<DateSpan>,
    pub(super) days: EligibleDays,
    /// The days that the second part was in use.
    pub(super) in_use: DateSpan,
    pub(super) missing: Vec<DateSpan>,
    pub(super) damaged: bool,
    /// What was counted before, as reported, and really.
    pub(super) before: (Quantity, Amount),
}

pub(super) fn settings() -> impl Strategy<Value = Setting> {
    let missing = proptest::option::weighted(0.3, 1u32..=12);
    let weekend = DayRule::Weekdays(vec![Weekday::Fri, Weekday::Sat]);
    let days = prop_oneof![
        3 => Just(None),
        1 => Just(Some(weekend.clone())),
        1 => Just(Some(DayRule::Not(vec![weekend])))
    ];
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
        prop_oneof![
            Just(Distinct::No),
            Just(Distinct::Values),
            Just(Distinct::Days)
        ],
        missing,
        proptest::bool::weighted(0.1),
        quantities(),
    )
        .prop_map(
            |((end, length), (excepted, weekdays, in_use), distinct, missing, damaged, before)| {
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
                    days: EligibleDays::of(weekdays.into_iter().collect()),
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
                    before,
                }
            },
        )
}
