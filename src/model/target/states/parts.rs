//! Kinds that ask for something of each part, each request or each step.

use super::super::*;
use super::{Facts, hold, threshold};
use crate::model::agreement::Length;
use crate::model::assessment::Status;

#[test]
fn parts_in_every_state() {
    use Status::*;
    let monthly = "2023-01-03; 2023-02-03; 2023-03-03; 2023-04-03; 2023-05-03; 2023-06-03; 2023-07-03; 2023-09-03; \
                   2023-10-03; 2023-11-03; 2023-12-03; 2023-08-03";
    let each_month = TargetKind::EachPeriod {
        threshold: threshold(Bound::Least, 1),
        every: SubPeriod::Month,
        parts: Vec::new(),
    };
    let seldom = TargetKind::EachPeriod {
        threshold: threshold(Bound::Most, 1),
        every: SubPeriod::Month,
        parts: Vec::new(),
    };
    let each_part = TargetKind::EachPart {
        number: Amount::whole(2),
        parts: Vec::new(),
    };
    let cadence = TargetKind::Cadence {
        longest_gap: Length::Months(4),
        parts: Vec::new(),
    };
    let request = TargetKind::Request {
        within: None,
        share: None,
    };
    let in_days = TargetKind::Request {
        within: Some(Length::Days(3)),
        share: None,
    };
    let milestone = TargetKind::Milestone { steps: Vec::new() };

    let table: Vec<(&TargetKind, Facts)> = vec![
        // What is behind in a month that has ended is broken.
        (
            &each_month,
            [
                Some(("", NotStarted)),
                Some((monthly, OnTrack)),
                Some(("2023-01-03", NotFulfilled)),
                Some((
                    "2023-01-03; 2023-02-03; 2023-03-03; 2023-04-03; 2023-05-03; 2023-06-03; 2023-07-03; 2023-08-03; 2023-09-03 0-1",
                    Undecided,
                )),
                Some((
                    "2023-01-03; 2023-02-03; 2023-03-03; 2023-04-03; 2023-05-03; 2023-06-03; 2023-07-03; 2023-09-03",
                    NotReported,
                )),
                Some((monthly, Fulfilled)),
                Some(("2023-01-03", NotFulfilled)),
                Some(("2023-01-03/2023-12-31 12", Undecided)),
                Some((
                    "2023-01-03; 2023-02-03; 2023-03-03; 2023-04-03; 2023-05-03; 2023-06-03; 2023-07-03; 2023-09-03; 2023-10-03; 2023-11-03; 2023-12-03",
                    NotReported,
                )),
                Some((monthly, NotReported)),
                None,
            ],
        ),
        (
            &seldom,
            [
                Some(("", NotStarted)),
                Some((monthly, OnTrack)),
                Some(("2023-01-03 2", NotFulfilled)),
                Some(("2023-01-03 1-2", Undecided)),
                Some(("2023-01-03 1", NotReported)),
                Some((monthly, Fulfilled)),
                Some(("2023-01-03 2", NotFulfilled)),
                Some(("2023-01-03 1-2", Undecided)),
                Some(("", NotReported)),
                Some((monthly, NotReported)),
                None,
            ],
        ),
        // Two for each of two: four, of which two by the end of September.
        (
            &each_part,
            [
                Some(("", NotStarted)),
                Some(("2023-02-01 1 A; 2023-02-01 1 B", OnTrack)),
                Some(("2023-02-01 1 A", Behind)),
                Some(("2023-02-01 1 A; 2023-02-01 0-1 B", Undecided)),
                Some(("2023-02-01 1 A", NotReported)),
                Some(("2023-02-01 2 A B", Fulfilled)),
                Some(("2023-02-01 9 A; 2023-02-01 1 B", NotFulfilled)),
                Some(("2023-02-01 2 A; 2023-02-01 1-2 B", Undecided)),
                Some(("2023-02-01 2 A; 2023-02-01 1 B", NotReported)),
                Some(("2023-02-01 2 A B", Fulfilled)),
                None,
            ],
        ),
        // A gap that is too long cannot be mended.
        (
            &cadence,
            [
                Some(("", NotStarted)),
                Some(("2023-04-01; 2023-07-01", OnTrack)),
                Some(("2023-02-01; 2023-07-01", NotFulfilled)),
                Some(("2023-04-01; 2023-05-25/2023-06-05", Undecided)),
                Some(("2023-04-01; 2023-05-25", NotReported)),
                Some(("2023-04-01; 2023-07-01; 2023-10-01", Fulfilled)),
                Some(("2023-04-01; 2023-07-01", NotFulfilled)),
                Some(("2023-04-01; 2023-07-01; 2023-08-25/2023-09-05", Undecided)),
                Some(("2023-04-01; 2023-07-01; 2023-12-01", NotReported)),
                Some(("2023-04-01; 2023-07-01", NotReported)),
                None,
            ],
        ),
        (
            &request,
            [
                Some(("", NotStarted)),
                Some(("2023-03-06>2023-08-01", OnTrack)),
                Some(("2023-03-06>", Behind)),
                Some(("2023-09-25/2023-10-01>", Undecided)),
                Some(("2023-03-06>2023-08-01", NotReported)),
                Some(("2023-03-06>2023-08-01", Fulfilled)),
                Some(("2023-03-06>", NotFulfilled)),
                Some(("2023-12-06>2023-12-30/2024-01-03", Undecided)),
                Some(("2023-03-06>2023-08-01", NotReported)),
                Some(("2023-03-06>2023-08-01", NotReported)),
                Some(("", NoNeed)),
            ],
        ),
        // A day that has passed cannot be mended.
        (
            &in_days,
            [
                Some(("", NotStarted)),
                Some(("2023-03-06>2023-03-09; 2023-09-28>", OnTrack)),
                Some(("2023-03-06>2023-03-10", NotFulfilled)),
                Some(("2023-03-06>2023-03-08/2023-03-11", Undecided)),
                Some(("2023-03-06>2023-03-09", NotReported)),
                Some(("2023-03-06>2023-03-09", Fulfilled)),
                Some(("2023-03-06>", NotFulfilled)),
                Some(("2023-03-06>2023-03-08/2023-03-11", Undecided)),
                Some(("2023-03-06>2023-03-09", NotReported)),
                Some(("2023-03-06>2023-03-09", NotReported)),
                Some(("", NoNeed)),
            ],
        ),
        // Steps stand on one sheet: no month of them can be missing. One of several days is undecided when the year ends.
        (
            &milestone,
            [
                Some(("2023-06-30>", NotStarted)),
                Some(("2023-06-30>2023-05-16; 2023-12-31>", OnTrack)),
                Some(("2023-06-30>; 2023-12-31>", Behind)),
                None,
                None,
                Some(("2023-12-31>2023-12-31", Fulfilled)),
                Some(("2023-12-31>", NotFulfilled)),
                Some(("2023-12-15>2023-12-10/2023-12-20", Undecided)),
                None,
                Some(("", NotReported)),
                None,
            ],
        ),
    ];
    hold(table);
}
