//! The day the report is made for, and for which other days the same would come out.

use std::cell::Cell;

use chrono::NaiveDate;

/// The day the report is made for: what is dated later has not happened. It notes the days that it is asked about, so that it is
/// known as of which days a sheet gives the same.
#[derive(Debug)]
pub struct AsOf {
    day: NaiveDate,
    latest_come: Cell<Option<NaiveDate>>,
    earliest_to_come: Cell<Option<NaiveDate>>,
}

impl AsOf {
    pub fn new(day: NaiveDate) -> AsOf {
        AsOf {
            day,
            latest_come: Cell::new(None),
            earliest_to_come: Cell::new(None),
        }
    }

    /// Whether a day has come.
    pub(super) fn has_come(&self, day: NaiveDate) -> bool {
        if day <= self.day {
            self.latest_come.set(self.latest_come.get().max(Some(day)));
            true
        } else {
            let known = self.earliest_to_come.get().into_iter();
            self.earliest_to_come.set(known.chain([day]).min());
            false
        }
    }

    /// The days as of which every answer so far would be the same: from the first, and before the second; without an end where
    /// there is none.
    pub(in crate::gather) fn same_days(&self) -> (Option<NaiveDate>, Option<NaiveDate>) {
        (self.latest_come.get(), self.earliest_to_come.get())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_days_that_give_the_same_answers() {
        let day = |day: u32| NaiveDate::from_ymd_opt(2023, 9, day).unwrap();
        let as_of = AsOf::new(day(10));
        assert_eq!(as_of.same_days(), (None, None));
        let answers = [10, 3, 7, 25, 12, 30].map(|one| as_of.has_come(day(one)));
        assert_eq!(answers, [true, true, true, false, false, false]);
        assert_eq!(as_of.same_days(), (Some(day(10)), Some(day(12))));
    }
}
