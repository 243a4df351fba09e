//! `[[source.sheet]]`: the shape of a sheet, what its rows are, and which column means what.

use std::collections::BTreeMap;

use crate::load::declare::Named;
use crate::load::faults::Faults;
use crate::load::keys::SheetKeys;
use crate::load::shape::KeyPlace;
use crate::load::types::{FieldColumns, Fields, OrTable};
use crate::model::agreement::{
    Column, Condition, Gives, Layout, RowCondition, RowFilter, SheetMapping, Test,
};

/// A sheet mapping; `None` if it cannot be one.
pub(super) fn sheet(mut keys: SheetKeys, faults: &Faults) -> Option<SheetMapping> {
    let gives = gives(&mut keys, faults);
    let written = keys.columns.value.take().unwrap_or_default();
    if let (Some(layout), Some(gives)) = (keys.layout.value, &gives) {
        missing_columns(*keys.columns, layout, gives, &written, faults);
    }
    let mut columns = BTreeMap::new();
    let mut marks = Vec::new();
    for field in written {
        match field.value {
            Some(FieldColumns::One(column)) => {
                columns.insert(field.name, column);
            }
            Some(FieldColumns::Marks(more)) => marks.extend(more),
            None => {}
        }
    }
    marks.extend(keys.partners.value.unwrap_or_default());
    let mut partner_columns: BTreeMap<String, Vec<Column>> = BTreeMap::new();
    for mark in marks {
        partner_columns
            .entry(mark.name)
            .or_default()
            .extend(mark.value);
    }
    let only_rows = (keys.r#where.value.into_iter().flatten())
        .flat_map(|asked| row_conditions(asked, faults))
        .collect();
    Some(SheetMapping {
        name: keys.name.value,
        layout: keys.layout.value?,
        gives: gives?,
        columns,
        partner_columns,
        only_rows,
        expected: keys.expected.value,
        line: keys.begin.line,
    })
}

/// What a key of `where` asks of a row.
fn row_conditions(asked: Named<Option<Vec<Test>>>, faults: &Faults) -> Vec<RowCondition> {
    let filter = |heading: &str, test: Test| {
        // A row of a sheet is chosen by what stands on it.
        if matches!(test, Test::NamedBy(_)) {
            let known = ["all", "at_least", "at_most"];
            faults.unknown_key(asked.at, "named_by", "where", known);
        }
        let column = Column {
            heading: heading.to_owned(),
            under: None,
        };
        RowFilter { column, test }
    };
    let table = |table: Vec<Condition>| -> Vec<RowFilter> {
        let all = table.into_iter();
        all.map(|inner| filter(&inner.field, inner.test)).collect()
    };
    let tests = asked.value.into_iter().flatten();
    let conditions = tests.map(|test| match test {
        Test::Any(tables) => RowCondition::Any(tables.into_iter().map(table).collect()),
        Test::Not(inner) => RowCondition::Not(table(inner)),
        test => RowCondition::Cell(filter(&asked.name, test)),
    });
    conditions.collect()
}

/// What its rows are: one key says so.
fn gives(keys: &mut SheetKeys, faults: &Faults) -> Option<Gives> {
    let all: [KeyPlace; 5] = [
        *keys.activity,
        *keys.counts,
        *keys.answers,
        *keys.places,
        *keys.indicator,
    ];
    let written: Vec<KeyPlace> = all.into_iter().filter(|key| key.is_written).collect();
    let layout = keys.layout.value;
    if layout == Some(Layout::Statements) {
        written.into_iter().for_each(|key| faults.out_of_place(key));
        return Some(Gives::Statements);
    }
    let is_register = layout == Some(Layout::Register);
    let Some((first, rest)) = written.split_first() else {
        faults.missing(if is_register {
            *keys.places
        } else {
            *keys.activity
        });
        return None;
    };
    rest.iter().for_each(|key| faults.out_of_place(*key));
    if is_register != (first.name == keys.places.name) {
        faults.out_of_place(*first);
        return None;
    }
    if keys.activity.is_written {
        return match keys.activity.value.take()? {
            OrTable::Short(activity) => Some(Gives::Activity(activity)),
            OrTable::Table(by_column) => {
                let values = by_column.values.value?.into_iter();
                let values: Vec<_> = values.map(|named| (named.name, named.value)).collect();
                let column = by_column.column.value?;
                (!values.is_empty()).then_some(Gives::ByColumn { column, values })
            }
        };
    }
    if keys.counts.is_written {
        let counts = keys.counts.value.take()?.into_iter();
        let counts: Vec<_> = counts.map(|named| (named.name, named.value)).collect();
        return (!counts.is_empty()).then_some(Gives::Counts(counts));
    }
    let answers = keys.answers.value.take().map(Gives::Answers);
    let places = || keys.places.value.take().map(Gives::Places);
    let indicator = keys.indicator.value.take().map(Gives::Indicator);
    answers.or_else(places).or(indicator)
}

/// Tells the columns without which nothing can be made of a sheet of that shape.
fn missing_columns(
    columns: KeyPlace,
    layout: Layout,
    gives: &Gives,
    written: &[Named<Option<FieldColumns>>],
    faults: &Faults,
) {
    for alternatives in needed_columns(layout, gives) {
        let is_written = written
            .iter()
            .any(|field| alternatives.contains(&field.name.as_str()));
        if let Some(first) = alternatives.first()
            && !is_written
        {
            faults.missing_in(columns.at, first, Fields::SECTION.name);
        }
    }
}

/// The fields of which each sheet of that shape maps one of every list.
pub(in crate::load) fn needed_columns(
    layout: Layout,
    gives: &Gives,
) -> &'static [&'static [&'static str]] {
    const DAY: &[&str] = &["date", "week", "month", "year"];
    // A log of requests may have no day but the one each was asked for.
    const DAY_OR_REQUEST: &[&str] = &["date", "week", "month", "year", "request"];
    match (layout, gives) {
        (Layout::Statements, _) => &[&["label"], &["status"]],
        (Layout::Milestones, _) => &[&["step"]],
        (Layout::Register, _) => &[&["place"]],
        (Layout::Months, _) => &[],
        (_, Gives::Indicator(_)) => &[DAY, &["value"]],
        (_, Gives::Answers(_)) => &[&["case"], &["answered", "date"]],
        (Layout::Log | Layout::Form, _) => &[DAY_OR_REQUEST],
    }
}
