//! Kinds that ask for a sum, an average or a share.

use super::super::*;
use super::{Facts, hold, threshold};
use crate::model::assessment::Status;

#[test]
fn sums_in_every_state() {
    use Status::*;
    let least = TargetKind::Count(threshold(Bound::Least, 4));
    let most = TargetKind::Count(threshold(Bound::Most, 4));
    let average = TargetKind::Average {
        threshold: threshold(Bound::Least, 1),
        per: AverageUnit::Month,
    };
    let rarely = TargetKind::Average {
        threshold: threshold(Bound::Most, 1),
        per: AverageUnit::Month,
    };
    let share = TargetKind::Share {
        threshold: threshold(Bound::Least, 20),
        out_of: vec!["besok".into()],
    };
    let small_share = TargetKind::Share {
        threshold: threshold(Bound::Most, 20),
        out_of: vec!["besok".into()],
    };
    let more = TargetKind::Baseline {
        direction: Bound::Least,
        value: Some(Amount::whole(3)),
        measured: None,
        source: None,
    };
    let fewer = TargetKind::Baseline {
        direction: Bound::Most,
        value: Some(Amount::whole(5)),
        measured: None,
        source: None,
    };

    // Four a year are two by the end of September; at most four leave room for 2.99 by then.
    let table: Vec<(&TargetKind, Facts)> = vec![
        (
            &least,
            [
                Some(("", NotStarted)),
                Some(("2023-02-01 2", OnTrack)),
                Some(("2023-02-01 1", Behind)),
                Some(("2023-02-01 1-3", Undecided)),
                Some(("2023-02-01 1", NotReported)),
                Some(("2023-02-01 4", Fulfilled)),
                Some(("2023-02-01 3", NotFulfilled)),
                Some(("2023-02-01 3-4", Undecided)),
                Some(("2023-02-01 3", NotReported)),
                Some(("2023-02-01 4", Fulfilled)),
                None,
            ],
        ),
        (
            &most,
            [
                Some(("", NotStarted)),
                Some(("2023-02-01 2", OnTrack)),
                Some(("2023-02-01 3", Behind)),
                Some(("2023-02-01 2-3", Undecided)),
                Some(("2023-02-01 2", NotReported)),
                Some(("2023-02-01 4", Fulfilled)),
                Some(("2023-02-01 5", NotFulfilled)),
                Some(("2023-02-01 4-5", Undecided)),
                Some(("2023-02-01 4", NotReported)),
                Some(("2023-02-01 5", NotFulfilled)),
                None,
            ],
        ),
        (
            &average,
            [
                Some(("", NotStarted)),
                Some(("2023-02-01 9", OnTrack)),
                Some(("2023-02-01 8", Behind)),
                Some(("2023-02-01 8-9", Undecided)),
                Some(("2023-02-01 8", NotReported)),
                Some(("2023-02-01 12", Fulfilled)),
                Some(("2023-02-01 11", NotFulfilled)),
                Some(("2023-02-01 11-12", Undecided)),
                Some(("2023-02-01 11", NotReported)),
                Some(("2023-02-01 12", Fulfilled)),
                None,
            ],
        ),
        (
            &rarely,
            [
                Some(("", NotStarted)),
                Some(("2023-02-01 9", OnTrack)),
                Some(("2023-02-01 10", Behind)),
                Some(("2023-02-01 9-10", Undecided)),
                Some(("2023-02-01 9", NotReported)),
                Some(("2023-02-01 12", Fulfilled)),
                Some(("2023-02-01 13", NotFulfilled)),
                Some(("2023-02-01 12-13", Undecided)),
                Some(("2023-02-01 12", NotReported)),
                Some(("2023-02-01 13", NotFulfilled)),
                None,
            ],
        ),
        (
            &share,
            [
                Some(("", NotStarted)),
                Some(("2023-02-01 2 | 2023-02-01 8", OnTrack)),
                Some(("2023-02-01 1 | 2023-02-01 8", Behind)),
                Some(("2023-02-01 1-2 | 2023-02-01 8", Undecided)),
                Some(("2023-02-01 2 | 2023-02-01 8", NotReported)),
                Some(("2023-02-01 2 | 2023-02-01 8", Fulfilled)),
                Some(("2023-02-01 1 | 2023-02-01 8", NotFulfilled)),
                Some(("2023-02-01 1-2 | 2023-02-01 8", Undecided)),
                Some(("2023-02-01 9 | 2023-02-01 1", NotReported)),
                Some(("2023-02-01 2 | 2023-02-01 8", NotReported)),
                None,
            ],
        ),
        (
            &small_share,
            [
                Some(("", NotStarted)),
                Some(("2023-02-01 2 | 2023-02-01 8", OnTrack)),
                Some(("2023-02-01 3 | 2023-02-01 8", Behind)),
                Some(("2023-02-01 2-3 | 2023-02-01 8", Undecided)),
                Some(("2023-02-01 2 | 2023-02-01 8", NotReported)),
                Some(("2023-02-01 2 | 2023-02-01 8", Fulfilled)),
                Some(("2023-02-01 3 | 2023-02-01 8", NotFulfilled)),
                Some(("2023-02-01 2-3 | 2023-02-01 8", Undecided)),
                Some(("2023-02-01 1 | 2023-02-01 9", NotReported)),
                Some(("2023-02-01 2 | 2023-02-01 8", NotReported)),
                None,
            ],
        ),
        (
            &more,
            [
                Some(("", NotStarted)),
                Some(("2023-02-01 2", OnTrack)),
                Some(("2023-02-01 1", Behind)),
                Some(("2023-02-01 1-3", Undecided)),
                Some(("2023-02-01 1", NotReported)),
                Some(("2023-02-01 4", Fulfilled)),
                Some(("2023-02-01 3", NotFulfilled)),
                Some(("2023-02-01 3-4", Undecided)),
                Some(("2023-02-01 3", NotReported)),
                Some(("2023-02-01 4", Fulfilled)),
                None,
            ],
        ),
        // Five leave room for 3.74 by the end of September.
        (
            &fewer,
            [
                Some(("", NotStarted)),
                Some(("2023-02-01 3", OnTrack)),
                Some(("2023-02-01 4", Behind)),
                Some(("2023-02-01 3-4", Undecided)),
                Some(("2023-02-01 3", NotReported)),
                Some(("2023-02-01 4", Fulfilled)),
                Some(("2023-02-01 5", NotFulfilled)),
                Some(("2023-02-01 4-5", Undecided)),
                Some(("2023-02-01 4", NotReported)),
                Some(("2023-02-01 5", NotFulfilled)),
                None,
            ],
        ),
    ];
    hold(table);
}
