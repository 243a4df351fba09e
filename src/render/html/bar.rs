//! The bar beside an outcome: how much was done, how much may have been, and the requirement.

use serde::Serialize;

use crate::model::assessment::WindowAssessment;
use crate::model::quantity::Amount;

/// The length of the bar, in its own units.
const LENGTH: u64 = 1000;

/// A bar of an outcome against its requirement, in thousandths of its length.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Bar {
    /// Whether there is anything to draw.
    pub shown: bool,
    /// The lower end of the outcome.
    pub low: u64,
    /// The width of the outcome's interval; to the end if it is open.
    pub span: u64,
    /// Whether it is open: nobody knows how much more, so it is hatched.
    pub(crate) open: bool,
    /// The position of the requirement.
    pub(crate) required: u64,
    /// Whether the pace is drawn too.
    pub(crate) paced: bool,
    /// What the elapsed time requires.
    pub(crate) pace: u64,
}

impl Bar {
    /// The most that any of a target's windows reaches or asks: all of its bars have one scale.
    pub(crate) fn scale(windows: &[WindowAssessment]) -> Amount {
        let shown = windows.iter().filter(|window| !window.withheld);
        let ends = shown.flat_map(|window| {
            let outcome = window.outcome;
            let reached = outcome.map(|outcome| outcome.high().unwrap_or(outcome.low()));
            [reached, window.required, window.pace]
        });
        ends.flatten().max().unwrap_or_default()
    }

    /// The bar of a window on that scale; none where figures are withheld, or there is no requirement. `paced` if its pace
    /// is a part of what the whole window requires.
    pub(crate) fn new(window: &WindowAssessment, most: Amount, paced: bool) -> Bar {
        let (Some(outcome), Some(required), false) =
            (window.outcome, window.required, window.withheld)
        else {
            return Bar::default();
        };
        let pace = window
            .pace
            .filter(|pace| paced && !window.closed && *pace != required);
        // Some space after the longest, so that its end is visible.
        let scale = (most.in_hundredths() + most.in_hundredths() / 8).max(1);
        let place = |amount: Amount| {
            Amount::hundredths(LENGTH)
                .part(amount.in_hundredths(), scale)
                .in_hundredths()
        };
        let low = place(outcome.low());
        let end = outcome.high().map_or(LENGTH, place);
        Bar {
            shown: true,
            low,
            span: end.saturating_sub(low),
            open: outcome.high().is_none(),
            required: place(required),
            paced: pace.is_some(),
            pace: pace.map_or(0, place),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::super::sample;
    use super::*;
    use crate::model::quantity::Quantity;

    #[test]
    fn outcomes_lie_where_they_belong() {
        let window = |outcome: Quantity, required: u64| {
            let mut window = sample::window("2023-01-01", "2023-12-31");
            window.outcome = Some(outcome);
            window.required = Some(Amount::whole(required));
            window
        };
        let bar = |outcome, required| {
            let window = window(outcome, required);
            Bar::new(&window, Bar::scale(std::slice::from_ref(&window)), true)
        };
        let four = bar(Quantity::whole(4), 8);
        assert_eq!((four.low, four.span, four.required), (444, 0, 888));
        let open = bar(Quantity::at_least(Amount::whole(8)), 8);
        assert_eq!((open.low, open.span, open.open), (888, 112, true));
        let nothing = bar(Quantity::ZERO, 0);
        assert_eq!((nothing.low, nothing.required), (0, 0));
    }

    #[test]
    fn withheld_figures_draw_nothing() {
        let mut window = sample::window("2023-01-01", "2023-12-31");
        window.outcome = Some(Quantity::whole(3));
        window.required = Some(Amount::ONE);
        window.withheld = true;
        assert_eq!(Bar::scale(std::slice::from_ref(&window)), Amount::ZERO);
        assert_eq!(Bar::new(&window, Amount::whole(3), true), Bar::default());
    }

    #[test]
    fn all_windows_of_a_target_have_one_scale() {
        let year = |outcome: u64| {
            let mut window = sample::window("2023-01-01", "2023-12-31");
            window.outcome = Some(Quantity::whole(outcome));
            window.required = Some(Amount::whole(4));
            window
        };
        let windows = [year(4), year(12)];
        let most = Bar::scale(&windows);
        let [first, second] = windows.map(|window| Bar::new(&window, most, true));
        assert_eq!(first.required, second.required);
        assert_eq!(first.low * 3, second.low);
    }
}
