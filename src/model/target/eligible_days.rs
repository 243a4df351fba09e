//! The days on which something of the right sort can happen at all: «varje fredag» asks for Fridays, «alla dagar utom helgdagar» for no
//! holiday.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::model::quantity::Truth;
use crate::model::span::DateSpan;

/// What a filter says about the day of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum DayRule {
    Weekdays(Vec<Weekday>),
    Listed(Vec<DateSpan>),
    /// All of one of these lists hold.
    Any(Vec<Vec<DayRule>>),
    /// Not all of these hold.
    Not(Vec<DayRule>),
    /// Something else than the day decides.
    Open,
}

impl DayRule {
    fn on(&self, day: NaiveDate) -> Truth {
        match self {
            DayRule::Weekdays(days) => days.contains(&day.weekday()).into(),
            DayRule::Listed(listed) => listed.iter().any(|days| days.contains(day)).into(),
            DayRule::Any(lists) => {
                let answers = lists.iter().map(|rules| all_on(rules, day));
                answers.fold(Truth::No, Truth::or)
            }
            DayRule::Not(rules) => !all_on(rules, day),
            DayRule::Open => Truth::Unknown,
        }
    }

    /// Whether any day is decided by it.
    fn asks_of_days(&self) -> bool {
        match self {
            DayRule::Weekdays(_) | DayRule::Listed(_) => true,
            DayRule::Any(lists) => lists.iter().flatten().any(DayRule::asks_of_days),
            DayRule::Not(rules) => rules.iter().any(DayRule::asks_of_days),
            DayRule::Open => false,
        }
    }
}

fn all_on(rules: &[DayRule], day: NaiveDate) -> Truth {
    let answers = rules.iter().map(|rule| rule.on(day));
    answers.fold(Truth::Yes, Truth::and)
}

/// The days that a target's filter lets through; every day if it says nothing about them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EligibleDays {
    rules: Vec<DayRule>,
}

impl EligibleDays {
    /// The days on which all of these can hold.
    pub fn of(rules: Vec<DayRule>) -> EligibleDays {
        let asked = rules.into_iter().filter(DayRule::asks_of_days);
        EligibleDays {
            rules: asked.collect(),
        }
    }

    /// Whether any day of `span` is one of them.
    pub(crate) fn any_in(&self, span: DateSpan) -> bool {
        self.rules.is_empty()
            || span
                .each_day()
                .any(|day| all_on(&self.rules, day.from) != Truth::No)
    }
}

#[cfg(test)]
mod tests {
    use super::super::input::example::{day, days};
    use super::*;

    #[test]
    fn what_shuts_out_days_asks_for_none_of_them() {
        let weekend = DayRule::Weekdays(vec![Weekday::Sat, Weekday::Sun]);
        let july = DayRule::Listed(vec![days("2023-07-01/2023-07-31")]);
        let facts = [
            (vec![], "2023-07-01", true),
            (vec![weekend.clone()], "2023-07-01", true),
            (vec![weekend.clone()], "2023-07-03", false),
            (
                vec![DayRule::Not(vec![weekend.clone()])],
                "2023-07-01",
                false,
            ),
            (
                vec![DayRule::Not(vec![weekend.clone()])],
                "2023-07-03",
                true,
            ),
            // Only weekends of July are shut out.
            (
                vec![DayRule::Not(vec![weekend.clone(), july.clone()])],
                "2023-07-03",
                true,
            ),
            (
                vec![DayRule::Not(vec![weekend.clone(), july.clone()])],
                "2023-08-05",
                true,
            ),
            (
                vec![DayRule::Not(vec![weekend.clone(), july.clone()])],
                "2023-07-01",
                false,
            ),
            // A weekend at one place: another place may have its row that day.
            (
                vec![DayRule::Not(vec![weekend.clone(), DayRule::Open])],
                "2023-07-01",
                true,
            ),
            (
                vec![DayRule::Any(vec![
                    vec![weekend.clone()],
                    vec![july.clone()],
                ])],
                "2023-07-03",
                true,
            ),
            (
                vec![DayRule::Any(vec![
                    vec![weekend.clone()],
                    vec![july.clone()],
                ])],
                "2023-08-01",
                false,
            ),
            (
                vec![DayRule::Any(vec![vec![weekend], vec![DayRule::Open]])],
                "2023-08-01",
                true,
            ),
        ];
        for (rules, on, expected) in facts {
            let span = DateSpan::day(day(on));
            assert_eq!(
                EligibleDays::of(rules.clone()).any_in(span),
                expected,
                "{rules:?} {on}"
            );
        }
    }
}
