//! An even pace: what the elapsed days ask of a number that only grows, before whole things are rounded down. It gives the
//! early word *urgent*: on track, and yet what remains asks a quicker pace than the pledge's own.

use super::{Bound, Judgement, Target, TargetKind, WindowInput, WindowState};
use crate::model::assessment::Status;
use crate::model::quantity::Amount;

impl Target {
    /// What an even pace asks of the elapsed days of an open window; `None` where no even growth is asked for.
    pub(crate) fn even_pace(&self, judged: &Judgement, input: &WindowInput<'_>) -> Option<Amount> {
        let grows = match &self.kind {
            TargetKind::Count(threshold) | TargetKind::Together { threshold, .. } => {
                threshold.bound == Bound::Least
            }
            TargetKind::Baseline { direction, .. } => *direction == Bound::Least,
            TargetKind::EachPart { .. } => true,
            _ => false,
        };
        let (passed, all) = input.days_passed();
        let required = judged.required?;
        (grows && input.state() == WindowState::Open)
            .then(|| required.part(passed, all).down_to_hundredths())
    }

    /// Whether what remains asks a quicker pace than the pledge's own, by half a thing or more: whole things never keep an
    /// even pace to the day. Hours that are on track keep it exactly.
    pub(crate) fn is_urgent(&self, judged: &Judgement, input: &WindowInput<'_>) -> bool {
        let half = Amount::hundredths(50);
        let done = judged.outcome.map(|outcome| outcome.low());
        let even = self.even_pace(judged, input);
        judged.status == Status::OnTrack
            && !input.continuous
            && (even.zip(done)).is_some_and(|(even, done)| even >= done.plus(half))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::input::example::{items, year};
    use super::*;
    use crate::model::target::Threshold;

    fn target(bound: Bound, number: u64) -> Target {
        let threshold = Threshold {
            bound,
            number: Amount::whole(number),
        };
        Target::new(TargetKind::Count(threshold), &[])
    }

    #[test]
    fn one_a_year_is_urgent_when_the_year_is_half_gone() {
        for (bound, number, rows, end, even, urgent) in [
            (Bound::Least, 1, "", "2023-11-30", Some(91), true),
            (Bound::Least, 1, "", "2023-02-28", Some(16), false),
            (Bound::Least, 1, "2023-02-01", "2023-11-30", Some(91), false),
            (
                Bound::Least,
                4,
                "2023-02-01 2",
                "2023-09-30",
                Some(299),
                true,
            ),
            (
                Bound::Least,
                4,
                "2023-02-01 3",
                "2023-09-30",
                Some(299),
                false,
            ),
            // Behind is behind, and what is over cannot be urgent.
            (
                Bound::Least,
                4,
                "2023-02-01",
                "2023-09-30",
                Some(299),
                false,
            ),
            (Bound::Least, 4, "2023-02-01", "2023-12-31", None, false),
            (Bound::Most, 4, "", "2023-09-30", None, false),
        ] {
            let target = target(bound, number);
            let rows = items(rows);
            let input = year(&rows, end);
            let judged = target.judge(&input);
            let told = (
                target.even_pace(&judged, &input),
                target.is_urgent(&judged, &input),
            );
            assert_eq!(
                told,
                (even.map(Amount::hundredths), urgent),
                "{number} at {end}"
            );
        }
    }
}
