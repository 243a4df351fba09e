//! What is asked of each of several: of every day, week or month, of every value of a field, or of combinations of them.

use super::kind::Asked;
use crate::load::keys::TargetKeys;
use crate::load::shape::KeyPlace;
use crate::model::agreement::Length;
use crate::model::finding::ImpossibleTarget;
use crate::model::target::{Bound, PartField, PartSet, SubPeriod, TargetKind, Threshold};

/// The most parts that a target may ask for one by one.
const MOST_PARTS: usize = 2_000;

/// A word of `each` that is a sub-period, with its breadth in the order of [`breadth`].
fn sub_period(word: &str) -> Option<(SubPeriod, u8)> {
    match word {
        "day" => Some((SubPeriod::Day, 0)),
        "week" => Some((SubPeriod::Week, 1)),
        "month" => Some((SubPeriod::Month, 2)),
        _ => None,
    }
}

fn is_window(word: &str) -> bool {
    ["quarter", "tertial", "half-year", "year", "term"].contains(&word)
}

impl Asked<'_> {
    pub(super) fn each(
        &self,
        keys: &mut TargetKeys,
        bound: KeyPlace,
        threshold: Threshold,
    ) -> Option<TargetKind> {
        let words = keys.each.value.take()?;
        let (times, fields): (Vec<String>, Vec<String>) = words
            .into_iter()
            .partition(|word| sub_period(word).is_some());
        if times.is_empty()
            && !keys.among.is_written
            // A longer sub-period is a window with a verdict of its own.
            && fields.iter().any(|field| is_window(field))
        {
            return self.impossible(*keys.each, ImpossibleTarget::EachWindow);
        }
        let parts = self.parts(keys, fields)?;
        // The words of a row say which part it is for: other words of it cannot be told apart as well.
        let by_day = keys.distinct.value.as_deref() == Some("day");
        if keys.distinct.is_written && !by_day && !parts.is_empty() {
            return self.impossible(*keys.distinct, ImpossibleTarget::NotOfThisKind);
        }
        let every = match times.as_slice() {
            [] => None,
            [one] => sub_period(one),
            _ => return self.impossible(*keys.each, ImpossibleTarget::EachTwice),
        };
        if let Some((every, unit)) = every {
            if keys.together.is_written {
                return self.impossible(*keys.together, ImpossibleTarget::TogetherAndTime);
            }
            self.fits(keys, unit)?;
            return Some(TargetKind::EachPeriod {
                threshold,
                every,
                parts,
            });
        }
        if keys.distinct.is_written && keys.together.is_written {
            return self.impossible(*keys.distinct, ImpossibleTarget::NotOfThisKind);
        }
        if keys.together.is_written {
            return Some(TargetKind::Together {
                threshold,
                parts,
                same: keys.together.value.clone()?,
            });
        }
        if threshold.bound == Bound::Most {
            return self.impossible(bound, ImpossibleTarget::AtMostEach);
        }
        Some(TargetKind::EachPart {
            number: threshold.number,
            parts,
        })
    }

    /// The fields of `each`, with the values that `among` lists for each of them.
    fn parts(&self, keys: &mut TargetKeys, fields: Vec<String>) -> Option<Vec<PartField>> {
        if fields.is_empty() {
            return match keys.among.is_written {
                true => self.impossible(*keys.among, ImpossibleTarget::AmongAndTime),
                false => Some(Vec::new()),
            };
        }
        if !keys.among.is_written {
            return self.impossible(*keys.each, ImpossibleTarget::NoAmong);
        }
        let among = keys.among.value.take()?;
        if among.contains(&PartSet::Words(Vec::new())) {
            return self.impossible(*keys.among, ImpossibleTarget::NoAmong);
        }
        let written = among.iter().map(|set| match set {
            PartSet::Words(words) => words.len(),
            PartSet::Places(_) => 1,
        });
        if among.len() != fields.len() || fields.len() > 3 {
            return self.impossible(*keys.among, ImpossibleTarget::AmongForEach);
        }
        if written.product::<usize>() > MOST_PARTS {
            return self.impossible(*keys.among, ImpossibleTarget::TooManyParts);
        }
        let parts = fields.into_iter().zip(among);
        Some(
            parts
                .map(|(field, among)| PartField { field, among })
                .collect(),
        )
    }

    pub(super) fn cadence(&self, keys: &mut TargetKeys) -> Option<TargetKind> {
        if !keys.longest_gap.is_written {
            return self.impossible(*keys.longest_gap, ImpossibleTarget::NoGap);
        }
        match keys.longest_gap.value? {
            Length::Days(0) | Length::Months(0) | Length::WorkingDays(0) => {
                self.impossible(*keys.longest_gap, ImpossibleTarget::Zero)
            }
            longest_gap => {
                let fields = keys.each.value.take().unwrap_or_default();
                if fields.iter().any(|field| sub_period(field).is_some()) {
                    return self.impossible(*keys.each, ImpossibleTarget::NotOfThisKind);
                }
                if fields.is_empty() && keys.each.is_written {
                    return None;
                }
                let parts = if fields.is_empty() {
                    Vec::new()
                } else {
                    self.parts(keys, fields)?
                };
                Some(TargetKind::Cadence { longest_gap, parts })
            }
        }
    }
}
