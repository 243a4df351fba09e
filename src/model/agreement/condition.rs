//! Conditions on activities and rows.

use chrono::{NaiveTime, Timelike, Weekday};

use crate::model::quantity::{Amount, Truth};

/// A condition on an activity: a field and what must hold of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// `place`, `partners`, `weekday`, `hours`, `date`, `minutes`, or a field of the agreement's own.
    pub field: String,
    /// What must hold.
    pub(crate) test: Test,
}

impl Condition {
    /// The conditions on fields that it is made of: itself, or those inside `any` and `not`.
    pub(crate) fn leaves(&self) -> Box<dyn Iterator<Item = &Condition> + '_> {
        match &self.test {
            Test::Any(tables) => Box::new(tables.iter().flatten().flat_map(Condition::leaves)),
            Test::Not(table) => Box::new(table.iter().flat_map(Condition::leaves)),
            _ => Box::new(std::iter::once(self)),
        }
    }
}

/// What a condition asks of a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Test {
    /// Marked (x, ja), or not empty. `false` asks for the contrary.
    Marked(bool),
    /// One of these words.
    AnyOf(Vec<String>),
    /// All of these words.
    AllOf(Vec<String>),
    /// A number of at least this.
    AtLeast(Amount),
    /// A number of at most this.
    AtMost(Amount),
    /// In the list of places.
    InPlaces(String),
    /// On a day of the calendar list.
    InCalendar(String),
    OnWeekday(Vec<Weekday>),
    /// Between these times of day; past midnight if the second is earlier.
    Between(NaiveTime, NaiveTime),
    /// What a row of this activity says in the same field, that day or earlier.
    NamedBy(String),
    /// All of one of these tables hold.
    Any(Vec<Vec<Condition>>),
    /// Not all of these hold.
    Not(Vec<Condition>),
}

/// Whether what lasted from one time of day until another, past midnight if that is earlier, lies inside `hours`, which may pass
/// midnight too; unknown where only a part of it does.
pub fn between(of: (NaiveTime, NaiveTime), hours: (NaiveTime, NaiveTime)) -> Truth {
    const DAY: u32 = 24 * 60 * 60;
    let after = |from: NaiveTime, to: NaiveTime| {
        (to.num_seconds_from_midnight() + DAY - from.num_seconds_from_midnight()) % DAY
    };
    let open = after(hours.0, hours.1);
    let begins = after(hours.0, of.0);
    let ends = begins + after(of.0, of.1);
    match (begins <= open, ends <= open) {
        (true, true) => Truth::Yes,
        (true, false) => Truth::Unknown,
        // It goes on until the hours begin, or not.
        (false, _) => {
            if ends >= DAY {
                Truth::Unknown
            } else {
                Truth::No
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn hours_hold_what_lies_wholly_inside() {
        let facts = [
            ("21:00", "21:00", "20:00", "02:00", Truth::Yes),
            ("00:30", "00:30", "20:00", "02:00", Truth::Yes),
            ("21:00", "01:30", "20:00", "02:00", Truth::Yes),
            ("19:00", "19:00", "20:00", "02:00", Truth::No),
            ("08:00", "12:00", "20:00", "02:00", Truth::No),
            ("19:00", "21:00", "20:00", "02:00", Truth::Unknown),
            ("01:00", "03:00", "20:00", "02:00", Truth::Unknown),
            // Longer than the hours, on both sides of them.
            ("19:00", "03:00", "20:00", "02:00", Truth::Unknown),
            ("17:00", "23:00", "18:00", "22:00", Truth::Unknown),
            // Begun and ended inside, and outside in between.
            ("07:00", "19:00", "18:00", "08:00", Truth::Unknown),
            ("10:00", "11:00", "08:00", "17:00", Truth::Yes),
        ];
        for (from, until, opens, closes, truth) in facts {
            let time = |text: &str| text.parse::<NaiveTime>().unwrap();
            let of = (time(&format!("{from}:00")), time(&format!("{until}:00")));
            let hours = (time(&format!("{opens}:00")), time(&format!("{closes}:00")));
            assert_eq!(
                between(of, hours),
                truth,
                "{from}–{until} in {opens}–{closes}"
            );
        }
    }
}
