//! What a target asks: its kind, its number, and every way in which these can contradict each other.

use super::dates::period;
use super::names::NameLists;
use crate::load::declare::Key;
use crate::load::faults::Faults;
use crate::load::keys::{BaselineKeys, StepKeys, TargetKeys};
use crate::load::shape::KeyPlace;
use crate::load::shape::NameKind;
use crate::load::types::{At, BaselineNumber, BoundNumber, KindWord, OrTable};
use crate::load::value::Number;
use crate::model::finding::{ExpectedForm, ExpectedType, ImpossibleTarget};
use crate::model::quantity::Amount;
use crate::model::target::{AverageUnit, Bound, TargetKind, Threshold, WindowRule, WrittenStep};

/// What the target asks; `None` if it cannot be, which is told.
pub(super) fn kind(
    keys: &mut TargetKeys,
    word: KindWord,
    of: &[At<String>],
    over: Option<&WindowRule>,
    names: &NameLists,
    faults: &Faults,
) -> Option<TargetKind> {
    let strange = out_of_kind(keys, word);
    if !strange.is_empty() {
        strange
            .into_iter()
            .for_each(|key| faults.impossible(key, ImpossibleTarget::NotOfThisKind));
        return None;
    }
    let asked = Asked {
        over,
        names,
        faults,
    };
    match word {
        KindWord::Count => asked.count(keys),
        KindWord::Share => asked.share(keys, of),
        KindWord::Cadence => asked.cadence(keys),
        KindWord::Request => asked.request(keys),
        KindWord::ResponseTime => asked.response_time(keys),
        KindWord::State => asked.state(keys),
        KindWord::Milestone => {
            let steps = keys.steps.value.take().into_iter().flatten();
            Some(TargetKind::Milestone {
                steps: steps.filter_map(|keys| asked.step(keys)).collect(),
            })
        }
        KindWord::Deferred => Some(TargetKind::Deferred),
        KindWord::Shown => Some(TargetKind::Shown {
            out_of: asked.out_of(keys),
        }),
        KindWord::Indicator => asked.indicator(keys),
    }
}

/// The keys that are written and mean nothing in this kind. Of what is agreed later, everything may be written.
fn out_of_kind(keys: &TargetKeys, word: KindWord) -> Vec<KeyPlace> {
    use KindWord::{
        Cadence, Count, Indicator, Milestone, Request, ResponseTime, Share, Shown, State,
    };
    let kinds: [(KeyPlace, &[KindWord]); 22] = [
        (*keys.at_least, &[Count, Share, Request, State, Indicator]),
        (*keys.at_most, &[Count, Share, Indicator]),
        (*keys.more_than, &[Count, Indicator]),
        (*keys.fewer_than, &[Count, Indicator]),
        (*keys.per, &[Count]),
        (*keys.weeks, &[Count]),
        (*keys.each, &[Count, Cadence]),
        (*keys.among, &[Count, Cadence]),
        (*keys.together, &[Count]),
        (*keys.out_of, &[Share, Shown]),
        (*keys.longest_gap, &[Cadence]),
        (*keys.within, &[Request, ResponseTime]),
        (*keys.measure, &[ResponseTime]),
        (*keys.faster_than, &[ResponseTime]),
        (*keys.working_days, &[ResponseTime]),
        (*keys.better_than, &[Indicator]),
        (*keys.margin, &[Indicator]),
        (*keys.measured, &[Indicator]),
        (*keys.unit_minutes, &[Count]),
        (*keys.sum, &[Count]),
        (*keys.steps, &[Milestone]),
        (*keys.distinct, &[Count, Shown]),
    ];
    let strange = kinds.into_iter().filter(|(key, kinds)| {
        key.is_written && word != KindWord::Deferred && !kinds.contains(&word)
    });
    strange.map(|(key, _)| key).collect()
}

/// What the keys of a kind are read with.
pub(super) struct Asked<'a> {
    over: Option<&'a WindowRule>,
    names: &'a NameLists,
    pub(super) faults: &'a Faults,
}

impl Asked<'_> {
    /// Tells that the target cannot be. `why` is a token that the sentence selects on.
    pub(super) fn impossible<T>(&self, key: KeyPlace, why: ImpossibleTarget) -> Option<T> {
        self.faults.impossible(key, why);
        None
    }

    /// A count, an average, each of something, or a direction.
    fn count(&self, keys: &mut TargetKeys) -> Option<TargetKind> {
        let directions = [*keys.more_than, *keys.fewer_than];
        let bounds = [*keys.at_least, *keys.at_most];
        let mut written = bounds
            .into_iter()
            .chain(directions)
            .filter(|key| key.is_written);
        let Some(bound) = written.next() else {
            return self.impossible(*keys.at_least, ImpossibleTarget::NoNumber);
        };
        if let Some(second) = written.next() {
            return self.impossible(second, ImpossibleTarget::TwoBounds);
        }
        let is_direction = directions.iter().any(|key| key.is_written);
        match (keys.per.is_written, keys.each.is_written) {
            (true, true) => return self.impossible(*keys.each, ImpossibleTarget::PerAndEach),
            (true, _) | (_, true) if is_direction => {
                return self.impossible(bound, ImpossibleTarget::BaselineAndRate);
            }
            (false, _) if keys.weeks.is_written => {
                return self.impossible(*keys.weeks, ImpossibleTarget::WeeksWithoutPer);
            }
            (_, false) if keys.among.is_written => {
                return self.impossible(*keys.among, ImpossibleTarget::AmongWithoutEach);
            }
            (_, false) if keys.together.is_written => {
                return self.impossible(*keys.together, ImpossibleTarget::AmongWithoutEach);
            }
            _ => {}
        }
        if keys.more_than.is_written {
            return self.baseline(&mut keys.more_than, Bound::Least);
        }
        if keys.fewer_than.is_written {
            return self.baseline(&mut keys.fewer_than, Bound::Most);
        }
        let threshold = self.threshold(keys, false)?;
        if keys.per.is_written {
            self.average(keys, threshold)
        } else if keys.each.is_written {
            self.each(keys, bound, threshold)
        } else {
            Some(TargetKind::Count(threshold))
        }
    }

    /// The number of a bound. Only a share is in per cent; to ask for at least nothing is to ask nothing.
    pub(super) fn threshold(&self, keys: &TargetKeys, is_share: bool) -> Option<Threshold> {
        let (key, bound): (&Key<BoundNumber>, Bound) = if keys.at_least.is_written {
            (&keys.at_least, Bound::Least)
        } else {
            (&keys.at_most, Bound::Most)
        };
        let number = match key.value? {
            Number::Percent(_) if !is_share => {
                return self.impossible(**key, ImpossibleTarget::Percent);
            }
            Number::Plain(number) | Number::Percent(number) => number,
            other => {
                return self.no_number(
                    **key,
                    other,
                    if is_share {
                        ExpectedType::Share
                    } else {
                        ExpectedType::Number
                    },
                );
            }
        };
        if is_share && number > Amount::whole(100) {
            return self.impossible(**key, ImpossibleTarget::AboveHundred);
        }
        if number == Amount::ZERO && bound == Bound::Least {
            return self.impossible(**key, ImpossibleTarget::Zero);
        }
        Some(Threshold { bound, number })
    }

    /// The same of a measured value, which may be in per cent.
    pub(super) fn measured_threshold(&self, keys: &TargetKeys) -> Option<Threshold> {
        let (key, bound): (&Key<BoundNumber>, Bound) = if keys.at_least.is_written {
            (&keys.at_least, Bound::Least)
        } else {
            (&keys.at_most, Bound::Most)
        };
        match key.value? {
            Number::Plain(number) | Number::Percent(number) => Some(Threshold { bound, number }),
            other => self.no_number(**key, other, ExpectedType::Number),
        }
    }

    /// Tells why a number cannot be the one that is asked for.
    pub(super) fn no_number<T>(
        &self,
        key: KeyPlace,
        number: Number,
        expected: ExpectedType,
    ) -> Option<T> {
        match number {
            Number::Percent(_) => return self.impossible(key, ImpossibleTarget::Percent),
            Number::Negative => return self.impossible(key, ImpossibleTarget::Negative),
            Number::None => self.faults.wrong_type(key.at, key.name, expected),
            Number::Plain(_) | Number::Unusable => {
                self.faults
                    .invalid(key.at, key.name, "", ExpectedForm::Number);
            }
        }
        None
    }

    fn average(&self, keys: &TargetKeys, threshold: Threshold) -> Option<TargetKind> {
        let is_iso = keys.weeks.is_written;
        if is_iso && keys.weeks.value.is_none() {
            return None;
        }
        let per = match (keys.per.value?, is_iso) {
            (AverageUnit::Month, true) => {
                return self.impossible(*keys.weeks, ImpossibleTarget::WeeksWithoutPer);
            }
            (AverageUnit::Week, true) => AverageUnit::IsoWeek,
            (per, _) => per,
        };
        let unit = if per == AverageUnit::Month { 2 } else { 1 };
        self.fits(keys, unit)?;
        Some(TargetKind::Average { threshold, per })
    }

    /// Whether a window holds the time in which something is asked for, both in the order of [`breadth`].
    pub(super) fn fits(&self, keys: &TargetKeys, unit: u8) -> Option<()> {
        match self.over.and_then(breadth) {
            Some(window) if window < unit => {
                self.impossible(*keys.over, ImpossibleTarget::WindowShorter)
            }
            _ => Some(()),
        }
    }

    fn baseline(
        &self,
        key: &mut Key<OrTable<BaselineNumber, BaselineKeys>>,
        direction: Bound,
    ) -> Option<TargetKind> {
        let place = **key;
        let before = self.comparison(key)?;
        if before.value == Some(Amount::ZERO) && direction == Bound::Most {
            return self.impossible(place, ImpossibleTarget::FewerThanNone);
        }
        Some(TargetKind::Baseline {
            direction,
            value: before.value,
            measured: before.measured,
            source: before.source,
        })
    }

    fn share(&self, keys: &mut TargetKeys, of: &[At<String>]) -> Option<TargetKind> {
        let out_of = self.out_of(keys);
        if !keys.out_of.is_written {
            self.faults.missing(*keys.out_of);
        }
        match (keys.at_least.is_written, keys.at_most.is_written) {
            (true, true) => return self.impossible(*keys.at_most, ImpossibleTarget::TwoBounds),
            (false, false) => return self.impossible(*keys.at_least, ImpossibleTarget::NoNumber),
            _ => {}
        }
        let threshold = self.threshold(keys, true)?;
        let is_whole = of.iter().all(|activity| out_of.contains(&activity.value));
        let is_filtered = keys.only.is_written || keys.require.is_written;
        if is_whole && !of.is_empty() && of.len() == out_of.len() && !is_filtered {
            return self.impossible(*keys.out_of, ImpossibleTarget::PartIsWhole);
        }
        Some(TargetKind::Share { threshold, out_of })
    }

    /// The activities of the whole, each of which some sheet must give.
    fn out_of(&self, keys: &mut TargetKeys) -> Vec<String> {
        let whole = keys.out_of.value.take().unwrap_or_default();
        for name in &whole {
            self.names
                .check(NameKind::Activity, &name.value, name.at, self.faults);
        }
        whole.into_iter().map(|name| name.value).collect()
    }

    fn step(&self, keys: StepKeys) -> Option<WrittenStep> {
        Some(WrittenStep {
            text: keys.text.value?,
            begin_by: keys.begin_by.value,
            begun: keys.begun.value,
            by: keys.by.value,
            done: keys.done.value,
            sent: period(keys.sent, self.names.term, self.faults),
        })
    }
}

/// How broad a window is, in order; none for windows that may be of any breadth.
fn breadth(over: &WindowRule) -> Option<u8> {
    match over {
        WindowRule::Day => Some(0),
        WindowRule::Week => Some(1),
        WindowRule::Month => Some(2),
        WindowRule::Quarter | WindowRule::Tertial | WindowRule::HalfYear | WindowRule::Year => {
            Some(3)
        }
        WindowRule::Unstated | WindowRule::Term | WindowRule::Calendar(_) => None,
    }
}
