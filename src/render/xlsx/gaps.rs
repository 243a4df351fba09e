//! What a row gives beside its number: to a share at its smallest and its greatest, and the time since the row before it.

use chrono::{Months, NaiveDate};

use super::cell::{TableCell, Value, number};
use super::columns::{activities, counted as column};
use super::counted::Counted;
use super::figures::{Figures, WindowFigures};
use super::formula::day;
use super::look_up::LookUp;
use super::sheet::Columns;
use crate::model::basis::{LongestGap, VerdictRule};
use crate::model::quantity::{Amount, Quantity};

/// How much of the whole a row is where the share is smallest, and where it is greatest.
pub(super) fn whole_at_extremes(given: Quantity, of_part: Quantity) -> Option<(f64, f64)> {
    let (low, high) = (given.low(), given.high()?);
    let most = of_part.high()?;
    Some(if of_part == given && low > Amount::ZERO {
        (number(low), number(high))
    } else if most > Amount::ZERO {
        (number(high), number(high.max(most)))
    } else {
        (number(high), number(low))
    })
}

/// The same as cells; nothing where it is no row of a share, or has no upper limit.
pub(super) fn whole_cells(one: &Counted<'_>, own: &dyn Fn(usize) -> String) -> [TableCell; 2] {
    let extremes = one
        .of_part
        .and_then(|part| whole_at_extremes(one.given, part));
    let Some((least, most)) = extremes else {
        return [TableCell::Unwritten, TableCell::Unwritten];
    };
    let (low, high) = (own(column::LOW), own(column::HIGH));
    let (part_low, part_high) = (own(column::PART_LOW), own(column::PART_HIGH));
    let is_part = format!("AND({part_low}={low},{part_high}={high},{low}>0)");
    [
        TableCell::Formula(format!("=IF({is_part},{low},{high})"), Value::Number(least)),
        TableCell::Formula(
            format!("=IF({is_part},{high},IF({part_high}>0,MAX({high},{part_high}),{low}))"),
            Value::Number(most),
        ),
    ]
}

/// The times without any of a window, in days: the longest, and by how many days the worst is too long.
pub(super) struct Gaps {
    pub(super) longest: i64,
    pub(super) worst: i64,
}

/// By how many days the time from one day to another is too long; less than none if it is not.
fn late(longest: LongestGap, from: NaiveDate, to: NaiveDate) -> i64 {
    let allowed = match longest {
        LongestGap::Days(days) => {
            return (to - from).num_days() - i64::try_from(days).unwrap_or(i64::MAX / 2);
        }
        LongestGap::Months(months) => from.checked_add_months(Months::new(months)),
    };
    allowed.map_or(i64::MIN / 2, |allowed| (to - allowed).num_days())
}

impl Gaps {
    /// Of a window; none of another kind.
    pub(super) fn of(figures: &Figures<'_>, window: &WindowFigures<'_>) -> Option<Gaps> {
        let basis = window.basis?;
        let (VerdictRule::Gaps { longest }, Some(elapsed)) = (&basis.rule, basis.elapsed) else {
            return None;
        };
        let rows = figures.counted.get(window.counted.clone())?;
        let mut days: Vec<NaiveDate> = (rows.iter())
            .filter_map(|one| Some(one.row?.date.from))
            .collect();
        days.sort_unstable();
        let mut from = elapsed.from;
        let mut gaps = Gaps {
            longest: 0,
            worst: i64::MIN / 2,
        };
        for to in days.into_iter().chain([elapsed.to]) {
            gaps.longest = gaps.longest.max((to - from).num_days());
            gaps.worst = gaps.worst.max(late(*longest, from, to));
            from = to;
        }
        Some(gaps)
    }
}

/// The cells of a row that say how long it was since the row before it.
pub(super) struct GapCells<'a> {
    longest: LongestGap,
    start: NaiveDate,
    day: NaiveDate,
    before: NaiveDate,
    look_up: &'a LookUp<'a>,
    own: &'a Columns,
}

impl<'a> GapCells<'a> {
    /// None where nothing is asked of gaps.
    pub(super) fn of(
        figures: &Figures<'_>,
        window: &WindowFigures<'_>,
        one: &Counted<'_>,
        look_up: &'a LookUp<'a>,
        own: &'a Columns,
    ) -> Option<GapCells<'a>> {
        let basis = window.basis?;
        let VerdictRule::Gaps { longest } = basis.rule else {
            return None;
        };
        let start = basis.elapsed?.from;
        one.activity?;
        let own_day = one.row?.date.from;
        let rows = figures.counted.get(window.counted.clone())?;
        let days = rows.iter().filter_map(|one| Some(one.row?.date.from));
        let before = days.filter(|day| *day < own_day).max();
        Some(GapCells {
            longest,
            start,
            day: own_day,
            before: before.map_or(start, |before| before.max(start)),
            look_up,
            own,
        })
    }

    fn cell(&self, column: usize) -> String {
        self.own.own(column, self.look_up.row)
    }

    /// Its day, looked up.
    pub(super) fn from(&self) -> TableCell {
        TableCell::Formula(self.look_up.formula(activities::FROM), Value::Day(self.day))
    }

    /// The day of the row before it, the days since, and by how many they are too many.
    pub(super) fn cells(&self) -> [TableCell; 3] {
        let (from, before) = (self.cell(column::FROM), self.cell(column::BEFORE));
        let last = last_before(self.own, &self.cell(column::WINDOW), Some(&from));
        let counts = format!("{}>0", self.cell(column::LOW));
        let late_of = match self.longest {
            LongestGap::Days(days) => format!("{from}-{before}-{days}"),
            LongestGap::Months(months) => format!("{from}-EDATE({before},{months})"),
        };
        [
            TableCell::Formula(
                format!("=MAX({},{last})", day(self.start)),
                Value::Day(self.before),
            ),
            TableCell::Formula(
                format!("=IF({counts},{from}-{before},0)"),
                Value::Days((self.day - self.before).num_days()),
            ),
            TableCell::Formula(
                format!("=IF({counts},{late_of},0)"),
                Value::Days(late(self.longest, self.before, self.day)),
            ),
        ]
    }
}

/// The last day of what counts in a window, of what was before another day if one is given.
fn last_before(counted: &Columns, window: &str, before: Option<&str>) -> String {
    let from = counted.all(column::FROM);
    let earlier = before.map_or_else(String::new, |day| format!(",{from},\"<\"&{day}"));
    format!(
        "_xlfn.MAXIFS({from},{},{window},{},\">0\"{earlier})",
        counted.all(column::WINDOW),
        counted.all(column::LOW)
    )
}

/// The formulas of a window: the longest time, and whether one is too long.
pub(super) fn formulas(
    counted: &Columns,
    window: &str,
    (start, end): (NaiveDate, NaiveDate),
    longest: LongestGap,
) -> (String, String) {
    let last = format!("MAX({},{})", day(start), last_before(counted, window, None));
    let greatest = format!(
        "_xlfn.MAXIFS({},{},{window})",
        counted.all(column::GAP),
        counted.all(column::WINDOW)
    );
    let late = format!(
        "COUNTIFS({},{window},{},\">0\")",
        counted.all(column::WINDOW),
        counted.all(column::LATE)
    );
    let end = day(end);
    let late_now = match longest {
        LongestGap::Days(days) => format!("{end}-{last}>{days}"),
        LongestGap::Months(months) => format!("EDATE({last},{months})<{end}"),
    };
    (
        format!("=MAX(0,{greatest},{end}-{last})"),
        format!("IF(OR({late}>0,{late_now}),0,1)"),
    )
}
