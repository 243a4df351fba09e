//! What the workbooks are made from: occasions, and how people write their days and numbers.

use chrono::{Datelike, Days, NaiveDate};
use lofte::gather::cell::Cell;
use proptest::prelude::*;

pub(crate) use crate::setup::words::MONTHS;

/// Places, as partners call them.
pub(crate) const PLACES: [&str; 5] = ["Töre", "Sangis", "Centrum", "Näsbyn", "Påläng"];

/// A number as written and every value it may mean.
#[derive(Clone, Debug)]
pub(crate) struct Count {
    pub cell: Cell,
    pub low: u64,
    pub high: Option<u64>,
}

/// One occasion.
#[derive(Clone, Debug)]
pub(crate) struct Act {
    pub day: NaiveDate,
    pub count: Count,
    pub place: &'static str,
    /// How its day is written.
    pub way: u8,
}

pub(crate) fn text(words: impl Into<String>) -> Cell {
    Cell::Text(words.into())
}

pub(crate) fn number(things: u64) -> Cell {
    Cell::Number(things as f64)
}

/// A number written in any of the ways that one stands for.
pub(crate) fn counts() -> impl Strategy<Value = Count> {
    (1u64..60, 0u64..9, 0u8..9).prop_map(|(things, more, way)| {
        let exact = |cell: Cell| Count {
            cell,
            low: things,
            high: Some(things),
        };
        let tens = things.div_ceil(10) * 10;
        match way {
            0..=2 => exact(number(things)),
            3 => exact(text(things.to_string())),
            4 => exact(text(format!("{things} st"))),
            5 => Count {
                cell: text("x"),
                low: 1,
                high: Some(1),
            },
            6 => Count {
                cell: text(format!("{things}–{}", things + more)),
                low: things,
                high: Some(things + more),
            },
            7 => Count {
                cell: text(format!("minst {things}")),
                low: things,
                high: None,
            },
            _ => Count {
                cell: text(format!("ca {tens}")),
                low: tens - tens / 10,
                high: Some(tens + tens / 10),
            },
        }
    })
}

/// Occasions of the term up to the end of September 2023, no two of a day at one place.
pub(crate) fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act =
        (0u64..638, counts(), 0usize..PLACES.len(), 0u8..8).prop_map(|(day, count, place, way)| {
            Act {
                day: NaiveDate::from_ymd_opt(2022, 1, 1).unwrap() + Days::new(day),
                count,
                place: PLACES[place],
                way,
            }
        });
    proptest::collection::vec(act, 1..14).prop_map(|mut acts| {
        acts.sort_by_key(|act| (act.day, act.place));
        acts.dedup_by_key(|act| (act.day, act.place));
        acts
    })
}

impl Act {
    pub(crate) fn month_name(&self) -> &'static str {
        MONTHS[self.day.month0() as usize]
    }

    /// Its day with its year.
    pub(crate) fn dated(&self) -> Cell {
        let (year, month, day) = (self.day.year(), self.day.month(), self.day.day());
        match self.way {
            0..=2 => Cell::Date {
                day: Some(self.day),
                time: None,
                serial: None,
            },
            3 => text(self.day.to_string()),
            4 => text(format!("{day}/{month} {year}")),
            5 => text(format!("{day}.{month}.{year}")),
            6 => text(self.day.format("%Y%m%d").to_string()),
            _ => text(format!("{day} {} {year}", self.month_name())),
        }
    }

    /// Its day without its year.
    pub(crate) fn dated_in_year(&self) -> Cell {
        let (month, day) = (self.day.month(), self.day.day());
        match self.way % 3 {
            0 => text(format!("{day}/{month}")),
            1 => text(format!("{day} {}", self.month_name())),
            _ => Cell::Date {
                day: Some(self.day),
                time: None,
                serial: None,
            },
        }
    }
}
