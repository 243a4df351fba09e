//! Headings of columns.

use super::composite::{Names, OneOrMore, OrTable};
use super::text::Partner;
use crate::load::declare::{Input, Keys, Named, Takes, keys, named_keys};
use crate::load::shape::Shape;
use crate::load::tree::Value;
use crate::model::agreement::Column;
use crate::model::finding::{ExpectedForm, ExpectedType};

/// The words of a heading.
pub(in crate::load) enum Heading {}

impl Takes for Heading {
    type Value = String;
    const SHAPE: Shape = Shape::Form("heading", r"\S");

    fn read(input: Input<'_>) -> Option<String> {
        match input.value() {
            Value::Text(heading) if heading.trim().is_empty() => {
                input.invalid("", ExpectedForm::Heading)
            }
            Value::Text(heading) => Some(heading.clone()),
            _ => input.wrong(ExpectedType::Heading),
        }
    }
}

keys! {
    /// A heading that is more than its words
    ColumnKeys "heading" {
        /// the heading
        heading: Heading = required,
        /// the merged heading above it, where the same heading stands several times
        under: Heading,
    }
}

/// A column: its heading, alone or under a merged group.
pub(in crate::load) enum AtHeading {}

impl Takes for AtHeading {
    type Value = Column;
    const SHAPE: Shape = OrTable::<Heading, ColumnKeys>::SHAPE;

    fn read(input: Input<'_>) -> Option<Column> {
        match OrTable::<Heading, ColumnKeys>::read(input)? {
            OrTable::Short(heading) => Some(Column {
                heading,
                under: None,
            }),
            OrTable::Table(keys) => Some(Column {
                heading: keys.heading.value?,
                under: keys.under.value,
            }),
        }
    }
}

/// Columns of marks, by the partner that they name.
pub(in crate::load) type PartnerMarks = Names<Partner, OneOrMore<AtHeading>>;

/// What is written for a field: its column, or columns of marks.
pub(in crate::load) enum FieldColumns {
    One(Column),
    Marks(Vec<Named<Vec<Column>>>),
}

impl From<Column> for FieldColumns {
    fn from(column: Column) -> FieldColumns {
        FieldColumns::One(column)
    }
}

/// A column with the names of partners, or columns of marks.
pub(in crate::load) enum PartnerColumns {}

impl Takes for PartnerColumns {
    type Value = FieldColumns;
    const SHAPE: Shape = Shape::Either(&[Heading::SHAPE, ColumnKeys::SHAPE, PartnerMarks::SHAPE]);

    fn read(input: Input<'_>) -> Option<FieldColumns> {
        match input.value() {
            Value::Table(entries)
                if !entries
                    .iter()
                    .any(|entry| ColumnKeys::SECTION.has(&entry.key)) =>
            {
                PartnerMarks::read(input).map(FieldColumns::Marks)
            }
            _ => AtHeading::read(input).map(FieldColumns::One),
        }
    }
}

named_keys! {
    /// The fields with a meaning of their own; any other name is a field of the agreement's own, shown, and asked of in conditions
    Fields "columns", each FieldColumns {
        /// the day (or days, week, month) of the row; of a request the day it came in
        date: AtHeading,
        /// the calendar week, ISO 8601; used where the date is blank or cannot be read
        week: AtHeading,
        /// the month; used where date and week are blank or cannot be read
        month: AtHeading,
        /// the year, where weeks and months have none
        year: AtHeading = "the sheet's name, its title, the file's name",
        /// the time of day, also from–to: «21.00–23.30»
        time: AtHeading,
        /// the time it ended, where that has a column of its own
        until: AtHeading,
        /// how many the row counts
        count: AtHeading = "a row is one",
        /// its length in hours, of an activity in hours
        hours: AtHeading = "from `minutes`, or `time` and `until`",
        /// its length in minutes
        minutes: AtHeading = "from `hours`, or `time` and `until`",
        /// how many took part: hours are multiplied by it
        persons: AtHeading,
        /// where
        place: AtHeading,
        /// for whom; several may be listed with commas
        audience: AtHeading,
        /// who took part: one column with their names, or columns of marks as in the key `partners`
        partners: PartnerColumns,
        /// that, or when, it was asked for: a mark, or a date
        request: AtHeading,
        /// when the request was answered: a date, or a mark that means the row's own day
        answered: AtHeading,
        /// the number that joins a request and its answer on two sheets
        case: AtHeading,
        /// of milestones: the words of the step
        step: AtHeading,
        /// of milestones: the last day to begin it
        begin: AtHeading,
        /// of milestones: when it was begun, or a mark that it is
        begun: AtHeading,
        /// of milestones: its last day
        due: AtHeading,
        /// of milestones: when it was done, or a mark that it is
        done: AtHeading,
        /// of statements: which pledge the row is about, as its `statement` names it
        label: AtHeading,
        /// of statements: what its owner claims
        status: AtHeading,
        /// of statements: when that was written
        updated: AtHeading,
        /// of statements: words beside it
        comment: AtHeading,
        /// of a register: the place's first day in use
        from: AtHeading,
        /// of a register: its last day in use; of what is so for a time (`kind = "state"`): its last day, blank while it still is
        to: AtHeading,
        /// of an indicator: what was measured
        value: AtHeading,
        _: AtHeading,
    }
}
