//! Kinds that measure: how soon requests are answered, how long answers take, whether something is so, an indicator's value.

use super::dates::span;
use super::kind::Asked;
use crate::load::keys::{BaselineKeys, TargetKeys};
use crate::load::types::{BaselineNumber, OrTable};
use crate::load::value::Number;
use crate::model::agreement::Length;
use crate::model::finding::{ExpectedType, ImpossibleTarget};
use crate::model::quantity::Amount;
use crate::model::span::DateSpan;
use crate::model::target::{Bound, IndicatorTest, TargetKind, TimeLimit, TimeMeasure};

/// What a direction is held against.
pub(super) struct Comparison {
    /// `None` if it is counted from the same workbooks.
    pub(super) value: Option<Amount>,
    pub(super) measured: Option<DateSpan>,
    pub(super) source: Option<String>,
}

impl Asked<'_> {
    pub(super) fn request(&self, keys: &TargetKeys) -> Option<TargetKind> {
        let within = keys.within.value;
        if within.is_none() && keys.within.is_written {
            return None;
        }
        let share = if keys.at_least.is_written {
            Some(self.threshold(keys, true)?.number)
        } else {
            None
        };
        Some(TargetKind::Request { within, share })
    }

    pub(super) fn response_time(&self, keys: &mut TargetKeys) -> Option<TargetKind> {
        if keys.measure.is_written && keys.measure.value.is_none() {
            return None;
        }
        let measure = keys.measure.value.unwrap_or(TimeMeasure::Average);
        if keys.within.is_written && keys.faster_than.is_written {
            return self.impossible(*keys.faster_than, ImpossibleTarget::TwoBounds);
        }
        let mut works = keys.working_days.value.unwrap_or(false);
        let limit = if keys.faster_than.is_written {
            let before = self.comparison(&mut keys.faster_than)?;
            Some(TimeLimit::FasterThan {
                value: before.value,
                measured: before.measured,
                source: before.source,
            })
        } else if keys.within.is_written {
            match keys.within.value? {
                // A month is no fixed number of days, and an average is one.
                Length::Months(_) => {
                    return self.impossible(*keys.within, ImpossibleTarget::MonthsOfAverage);
                }
                Length::Days(days) if works => Some(TimeLimit::Within(Length::WorkingDays(days))),
                length => {
                    works |= matches!(length, Length::WorkingDays(_));
                    Some(TimeLimit::Within(length))
                }
            }
        } else {
            None
        };
        Some(TargetKind::ResponseTime {
            measure,
            works,
            limit,
        })
    }

    pub(super) fn state(&self, keys: &TargetKeys) -> Option<TargetKind> {
        let share = if keys.at_least.is_written {
            self.threshold(keys, true)?.number
        } else {
            Amount::whole(100)
        };
        Some(TargetKind::State { share })
    }

    pub(super) fn indicator(&self, keys: &mut TargetKeys) -> Option<TargetKind> {
        let bounds = [
            *keys.at_least,
            *keys.at_most,
            *keys.more_than,
            *keys.fewer_than,
            *keys.better_than,
        ];
        let mut written = bounds.into_iter().filter(|key| key.is_written);
        let (first, second) = (written.next(), written.next());
        if let Some(second) = second {
            return self.impossible(second, ImpossibleTarget::TwoBounds);
        }
        let measured = match keys.measured.value.take() {
            Some(days) => Some(span(&days.from, &days.to, None, self.faults)?),
            None if keys.measured.is_written => return None,
            None => None,
        };
        let test = match first.map(|key| key.name) {
            None => None,
            Some("at_least" | "at_most") => {
                Some(IndicatorTest::Bound(self.measured_threshold(keys)?))
            }
            Some("more_than") => Some(self.than(&mut keys.more_than, Bound::Least)?),
            Some("fewer_than") => Some(self.than(&mut keys.fewer_than, Bound::Most)?),
            Some(_) => {
                keys.better_than.value?;
                Some(IndicatorTest::Better {
                    margin: keys.margin.value.unwrap_or(Amount::ZERO),
                })
            }
        };
        if keys.margin.is_written && !keys.better_than.is_written {
            return self.impossible(*keys.margin, ImpossibleTarget::MarginAlone);
        }
        if keys.measured.is_written && test.is_none() {
            return self.impossible(*keys.measured, ImpossibleTarget::NotOfThisKind);
        }
        Some(TargetKind::Indicator { test, measured })
    }

    fn than(
        &self,
        key: &mut crate::load::declare::Key<OrTable<BaselineNumber, BaselineKeys>>,
        direction: Bound,
    ) -> Option<IndicatorTest> {
        let place = **key;
        let before = self.comparison(key)?;
        match before.value {
            Some(value) => Some(IndicatorTest::Than {
                direction,
                value,
                source: before.source,
            }),
            None => self.impossible(place, ImpossibleTarget::IndicatorValue),
        }
    }

    /// A number, a table with the number, or the days on which it is counted from the same workbooks.
    pub(super) fn comparison(
        &self,
        key: &mut crate::load::declare::Key<OrTable<BaselineNumber, BaselineKeys>>,
    ) -> Option<Comparison> {
        let keys = match key.value.take()? {
            OrTable::Table(keys) => keys,
            OrTable::Short(Number::Plain(value)) => {
                return Some(Comparison {
                    value: Some(value),
                    measured: None,
                    source: None,
                });
            }
            OrTable::Short(other) => return self.no_number(**key, other, ExpectedType::Number),
        };
        let measured = if keys.from.is_written || keys.to.is_written {
            [*keys.from, *keys.to]
                .into_iter()
                .filter(|key| !key.is_written)
                .for_each(|key| self.faults.missing(key));
            span(&keys.from, &keys.to, None, self.faults)
        } else {
            None
        };
        if keys.value.is_written && keys.value.value.is_none() {
            return None;
        }
        if !keys.value.is_written && measured.is_none() {
            self.faults.missing(*keys.value);
            return None;
        }
        Some(Comparison {
            value: keys.value.value,
            measured,
            source: keys.source.value,
        })
    }
}
