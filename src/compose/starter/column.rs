//! The columns of a sheet, with what each takes and an example.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate, NaiveTime};

use crate::model::agreement::{Agreement, Column, Condition, Gives, Layout, SheetMapping, Test};
use crate::model::quantity::Amount;
use crate::model::span::DateSpan;
use crate::model::starter::{Accepts, StarterCell, StarterColumn, StarterHeading};
use crate::model::target::{PartSet, Target, TargetKind};

/// The order of columns, from the left; those of the agreement's own come before the first number.
const ORDER: [&str; 22] = [
    "year", "month", "week", "date", "case", "request", "label", "step", "time", "until", "place",
    "", "audience", "partners", "minutes", "hours", "persons", "count", "value", "due", "status",
    "answered",
];
/// Those that stand last.
const LAST: [&str; 5] = ["begun", "done", "from", "to", "updated"];

/// What a heading is for.
struct Mapped<'a> {
    column: &'a Column,
    rank: usize,
    accepts: Accepts,
    example: StarterCell,
}

/// The columns that the mappings of one sheet ask for, each once.
pub(super) fn columns(
    agreement: &Agreement,
    mappings: &[&SheetMapping],
    time: DateSpan,
) -> Vec<StarterColumn> {
    let mut mapped: Vec<Mapped<'_>> = Vec::new();
    for mapping in mappings {
        for one in of_mapping(agreement, mapping, time) {
            match mapped.iter_mut().find(|known| known.column == one.column) {
                // The same column for two purposes: what is said most exactly holds.
                Some(known) => {
                    known.rank = known.rank.min(one.rank);
                    if known.accepts == Accepts::Text {
                        known.accepts = one.accepts;
                    }
                    if known.example == StarterCell::Blank {
                        known.example = one.example;
                    }
                }
                None => mapped.push(one),
            }
        }
    }
    mapped.sort_by_key(|one| one.rank);
    mapped
        .into_iter()
        .map(|one| StarterColumn {
            heading: StarterHeading::Written(one.column.heading.clone()),
            under: one.column.under.clone(),
            accepts: one.accepts,
            example: one.example,
        })
        .collect()
}

fn of_mapping<'a>(
    agreement: &'a Agreement,
    mapping: &'a SheetMapping,
    time: DateSpan,
) -> Vec<Mapped<'a>> {
    let asked = Asked {
        agreement,
        mapping,
        time,
    };
    let mut all = Vec::new();
    for (field, column) in &mapping.columns {
        let (accepts, example) = asked.of_field(field);
        all.push(Mapped {
            column,
            rank: rank(field),
            accepts,
            example,
        });
    }
    match &mapping.gives {
        Gives::Counts(counts) => all.extend(counts.iter().map(|(_, column)| Mapped {
            column,
            rank: rank("count"),
            accepts: Accepts::Number,
            example: StarterCell::Number(Amount::whole(3)),
        })),
        Gives::ByColumn { column, values } => {
            let words: Vec<String> = values.iter().map(|(word, _)| word.clone()).collect();
            all.push(Mapped {
                column,
                rank: rank(""),
                example: first(&words),
                accepts: Accepts::Words { words, only: true },
            });
        }
        _ => {}
    }
    let marked = mapping.partner_columns.values().flatten();
    all.extend(marked.map(|column| Mapped {
        column,
        rank: rank("partners"),
        accepts: Accepts::Mark,
        example: StarterCell::Mark,
    }));
    for filter in mapping.filters() {
        let (accepts, example) = asked.of_tests(&[&filter.test]);
        all.push(Mapped {
            column: &filter.column,
            rank: rank(""),
            accepts,
            example,
        });
    }
    all
}

fn rank(field: &str) -> usize {
    let at = |names: &[&str]| names.iter().position(|name| *name == field);
    at(&ORDER)
        .or_else(|| at(&LAST).map(|place| ORDER.len() + place))
        .or_else(|| ORDER.iter().position(|name| name.is_empty()))
        .unwrap_or_default()
}

/// What the agreement asks of the rows of a mapping.
struct Asked<'a> {
    agreement: &'a Agreement,
    mapping: &'a SheetMapping,
    /// The days that the sheet is about.
    time: DateSpan,
}

impl<'a> Asked<'a> {
    /// What a field takes, and an example that meets every condition on it.
    fn of_field(&self, field: &str) -> (Accepts, StarterCell) {
        let day = self.example_day();
        let tests = self.tests(field);
        let number = |otherwise: u64| {
            let least = tests.iter().filter_map(|test| match test {
                Test::AtLeast(least) => Some(*least),
                _ => None,
            });
            let most = tests.iter().filter_map(|test| match test {
                Test::AtMost(most) => Some(*most),
                _ => None,
            });
            let number = least.fold(Amount::whole(otherwise), Amount::max);
            StarterCell::Number(most.fold(number, Amount::min))
        };
        let later =
            |days: u64| StarterCell::Day(day.checked_add_days(Days::new(days)).unwrap_or(day));
        let is_register = self.mapping.layout == Layout::Register;
        match field {
            "date" | "request" | "begun" | "updated" => (Accepts::Day, StarterCell::Day(day)),
            "answered" => (Accepts::Day, later(1)),
            "due" => (Accepts::Day, later(30)),
            "done" => (Accepts::Day, later(20)),
            "from" if is_register => (Accepts::Day, StarterCell::Day(day)),
            "to" if is_register => (Accepts::Day, StarterCell::Blank),
            "month" => {
                let month = DateSpan::month(day.year(), day.month());
                (
                    Accepts::Month,
                    month.map_or(StarterCell::Blank, StarterCell::Month),
                )
            }
            "week" => {
                let has_year = self.mapping.columns.contains_key("year")
                    || self.mapping.columns.contains_key("date");
                let year = (!has_year).then(|| day.iso_week().year());
                let week = day.iso_week().week();
                (Accepts::Week, StarterCell::Week { year, week })
            }
            "year" => {
                let years = Accepts::Year(self.time.from.year(), self.time.to.year());
                (years, StarterCell::Year(day.year()))
            }
            "count" | "value" => (Accepts::Number, number(3)),
            "persons" => (Accepts::Number, number(2)),
            "hours" => (Accepts::Number, number(2)),
            "minutes" => (Accepts::Number, number(60)),
            "time" => (Accepts::Time, StarterCell::Time(self.hours().0)),
            "until" => (Accepts::Time, StarterCell::Time(self.hours().1)),
            "status" if self.mapping.layout == Layout::Statements => {
                (Accepts::Progress, StarterCell::Progress)
            }
            "case" => (Accepts::Text, StarterCell::Text("1".to_owned())),
            "partners" => self.partners(&tests),
            "step" | "place" => {
                let (accepts, example) = self.of_words(&tests, self.parts(field));
                match (example, field) {
                    (StarterCell::Blank, "step") => (accepts, StarterCell::Step),
                    (StarterCell::Blank, _) => (accepts, StarterCell::Place),
                    known => (accepts, known.0),
                }
            }
            _ => self.of_words(&tests, self.parts(field)),
        }
    }

    fn of_tests(&self, tests: &[&Test]) -> (Accepts, StarterCell) {
        self.of_words(tests, Vec::new())
    }

    /// What a cell takes that meets these.
    fn of_words(&self, tests: &[&Test], parts: Vec<String>) -> (Accepts, StarterCell) {
        let marked = tests.iter().find_map(|test| match test {
            Test::Marked(yes) => Some(*yes),
            _ => None,
        });
        let words = self.words(tests, parts);
        if !words.is_empty() {
            let example = first(&words);
            return (Accepts::Words { words, only: false }, example);
        }
        if let Some(yes) = marked {
            let example = if yes {
                StarterCell::Yes
            } else {
                StarterCell::No
            };
            return (Accepts::YesOrNo, example);
        }
        let number = tests.iter().find_map(|test| match test {
            Test::AtLeast(number) | Test::AtMost(number) => Some(*number),
            _ => None,
        });
        match number {
            Some(number) => (Accepts::Number, StarterCell::Number(number)),
            None => (Accepts::Text, StarterCell::Blank),
        }
    }

    /// The words that conditions know, each once, before these.
    fn words(&self, tests: &[&Test], parts: Vec<String>) -> Vec<String> {
        let mut words: Vec<String> = Vec::new();
        for test in tests {
            match test {
                Test::AnyOf(known) | Test::AllOf(known) => words.extend(known.iter().cloned()),
                Test::InPlaces(list) => words.extend(self.places(list)),
                _ => {}
            }
        }
        words.extend(parts);
        let mut seen = BTreeSet::new();
        words.retain(|word| seen.insert(word.to_lowercase()));
        words
    }

    fn places(&self, list: &str) -> impl Iterator<Item = String> + use<'a> {
        let places = self.agreement.places.get(list).into_iter().flatten();
        places.map(|place| place.name.clone())
    }

    /// The partners by their names; the example names everybody that a condition asks for.
    fn partners(&self, tests: &[&Test]) -> (Accepts, StarterCell) {
        let name = |id: &String| self.agreement.partner_name(id).to_owned();
        let words: Vec<String> = (self.agreement.partners.iter())
            .map(|partner| partner.name.clone())
            .collect();
        let asked = tests.iter().find_map(|test| match test {
            Test::AllOf(ids) => Some(ids.iter().map(name).collect::<Vec<_>>().join(", ")),
            Test::AnyOf(ids) => ids.first().map(name),
            _ => None,
        });
        let example = asked.or_else(|| words.last().cloned());
        let example = example.map_or(StarterCell::Blank, StarterCell::Text);
        (Accepts::Words { words, only: false }, example)
    }

    /// Everything that targets about these rows ask of a field.
    fn tests(&self, field: &str) -> Vec<&'a Test> {
        let mut tests = Vec::new();
        for target in self.targets() {
            for condition in target.only.iter().chain(&target.require) {
                take(condition, field, &mut tests);
            }
        }
        tests
    }

    /// The values of a field that targets ask for one by one.
    fn parts(&self, field: &str) -> Vec<String> {
        let parts = self.targets().flat_map(|target| target.kind.parts());
        let asked = parts.filter(|part| part.field == field);
        asked
            .flat_map(|part| match &part.among {
                PartSet::Words(words) => words.clone(),
                PartSet::Places(list) => self.places(list).collect(),
            })
            .collect()
    }

    fn targets(&self) -> impl Iterator<Item = &'a Target> {
        let given: Vec<&str> = self.mapping.activities().collect();
        let targets = self.agreement.targets();
        targets.filter(move |target| {
            let whole = match &target.kind {
                TargetKind::Share { out_of, .. } | TargetKind::Shown { out_of } => {
                    out_of.as_slice()
                }
                _ => &[],
            };
            let mut asked = target.of.iter().chain(whole).chain(&target.when);
            asked.any(|activity| given.contains(&activity.as_str()))
        })
    }

    /// Hours that every condition on them takes.
    fn hours(&self) -> (NaiveTime, NaiveTime) {
        let asked = self.tests("hours").into_iter().find_map(|test| match test {
            Test::Between(from, to) => Some((*from, *to)),
            _ => None,
        });
        let usual = || {
            let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
            (at(18), at(20))
        };
        asked.unwrap_or_else(usual)
    }

    /// A day two weeks into the sheet's time.
    fn example_day(&self) -> NaiveDate {
        let later = self.time.from.checked_add_days(Days::new(14));
        later.unwrap_or(self.time.from).min(self.time.to)
    }
}

/// The tests of a field in a condition, those inside others too. What is only excluded is none.
fn take<'a>(condition: &'a Condition, field: &str, tests: &mut Vec<&'a Test>) {
    if let Test::Any(tables) = &condition.test {
        for inner in tables.iter().flatten() {
            take(inner, field, tests);
        }
    } else if condition.field == field {
        tests.push(&condition.test);
    }
}

fn first(words: &[String]) -> StarterCell {
    let word = words.first().cloned();
    word.map_or(StarterCell::Blank, StarterCell::Text)
}
