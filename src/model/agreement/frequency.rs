//! How often workbooks are kept.

use chrono::{Datelike, NaiveDate};

use crate::model::span::DateSpan;

/// How often a source is kept; the most often first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Frequency {
    /// Every ISO week.
    Weekly,
    /// Every calendar month.
    Monthly,
    /// Every quarter.
    Quarterly,
}

impl Frequency {
    /// The days that one row tells of, of those that a calendar month belongs to: its quarter, or the month itself.
    pub(crate) fn of_month(self, month: DateSpan) -> DateSpan {
        let first = month.from.month0() / 3 * 3 + 1;
        let quarter = || {
            let last = DateSpan::month(month.from.year(), first + 2)?;
            Some(DateSpan::month(month.from.year(), first)?.union(last))
        };
        match self {
            Frequency::Quarterly => quarter().unwrap_or(month),
            Frequency::Weekly | Frequency::Monthly => month,
        }
    }

    /// The months of the term that are due at `end`: a quarter is when it has ended, or the term has.
    pub(crate) fn months_due(
        self,
        term: DateSpan,
        end: NaiveDate,
    ) -> impl Iterator<Item = DateSpan> {
        let passed = term.intersection(DateSpan::new(term.from, end.max(term.from)));
        passed
            .filter(|_| term.from <= end)
            .into_iter()
            .flat_map(DateSpan::each_month)
            .filter(move |month| self.of_month(*month).to.min(term.to) <= end)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_quarter_is_due_when_it_has_ended() {
        let term = DateSpan::new("2023-02-01".parse().unwrap(), "2023-11-30".parse().unwrap());
        for (frequency, end, months) in [
            (Frequency::Monthly, "2023-01-31", 0),
            (Frequency::Monthly, "2023-03-31", 2),
            (Frequency::Quarterly, "2023-03-30", 0),
            (Frequency::Quarterly, "2023-03-31", 2),
            (Frequency::Quarterly, "2023-08-31", 5),
            // The term ends before its last quarter.
            (Frequency::Quarterly, "2023-11-30", 10),
        ] {
            let due = frequency.months_due(term, end.parse().unwrap());
            assert_eq!(due.count(), months, "{frequency:?} {end}");
        }
    }
}
