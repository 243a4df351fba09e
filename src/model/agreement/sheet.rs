//! How the sheets of a workbook are taken in.

use std::collections::BTreeMap;

use super::condition::Test;
use super::frequency::Frequency;

/// How a sheet is taken in, `[[source.sheet]]`.
#[derive(Clone, Debug)]
pub struct SheetMapping {
    /// A pattern of the sheet's name; none for every sheet with these headings.
    pub name: Option<String>,
    /// Its shape.
    pub layout: Layout,
    /// What its rows are.
    pub gives: Gives,
    /// Which column means what, by field.
    pub columns: BTreeMap<String, Column>,
    /// Marks in several columns that name partners, by partner id.
    pub partner_columns: BTreeMap<String, Vec<Column>>,
    /// Which rows are taken.
    pub only_rows: Vec<RowCondition>,
    /// How often this sheet tells, in place of its source's.
    pub expected: Option<Frequency>,
    /// The line it begins on.
    pub line: usize,
}

impl SheetMapping {
    /// Whether its rows can be this activity.
    pub fn gives(&self, activity: &str) -> bool {
        self.activities().any(|given| given == activity)
    }

    /// Whether its rows tell of days, weeks or months, so that one without a row is missed.
    pub(crate) fn reports_time(&self) -> bool {
        matches!(self.layout, Layout::Log | Layout::Months | Layout::Form)
            && matches!(
                self.gives,
                Gives::Activity(_) | Gives::Counts(_) | Gives::ByColumn { .. }
            )
    }

    /// What rows are asked for, cell by cell, those inside `any` and `not` too.
    pub(crate) fn filters(&self) -> impl Iterator<Item = &RowFilter> {
        self.only_rows.iter().flat_map(RowCondition::filters)
    }

    /// Every heading that it asks for, once.
    pub(crate) fn headings(&self) -> Vec<&Column> {
        let given: Vec<&Column> = match &self.gives {
            Gives::Counts(counts) => counts.iter().map(|(_, column)| column).collect(),
            Gives::ByColumn { column, .. } => vec![column],
            _ => Vec::new(),
        };
        let filters = self.filters().map(|filter| &filter.column);
        let named = self
            .columns
            .values()
            .chain(self.partner_columns.values().flatten());
        let mut all: Vec<&Column> = named.chain(given).chain(filters).collect();
        all.sort();
        all.dedup();
        all
    }

    /// Every activity its rows can be.
    pub fn activities(&self) -> Box<dyn Iterator<Item = &str> + '_> {
        match &self.gives {
            Gives::Activity(activity) | Gives::Answers(activity) => {
                Box::new(std::iter::once(activity.as_str()))
            }
            Gives::Counts(counts) => Box::new(counts.iter().map(|(activity, _)| activity.as_str())),
            Gives::ByColumn { values, .. } => {
                Box::new(values.iter().map(|(_, activity)| activity.as_str()))
            }
            Gives::Statements | Gives::Places(_) | Gives::Indicator(_) => {
                Box::new(std::iter::empty())
            }
        }
    }
}

/// What the rows of a sheet are.
#[derive(Clone, Debug, PartialEq)]
pub enum Gives {
    /// Each row is this activity (or a step of it, on a milestones sheet).
    Activity(String),
    /// Each row gives several, one number each, in the agreement's order.
    Counts(Vec<(String, Column)>),
    /// A column's words say which.
    ByColumn {
        column: Column,
        /// Word and activity; a row with another word is left out.
        values: Vec<(String, String)>,
    },
    /// Answers to the requests of this activity, by case.
    Answers(String),
    /// What owners claim of their pledges.
    Statements,
    /// A list of places.
    Places(String),
    /// Values of an indicator.
    Indicator(String),
}

/// The shape of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// A row an occasion, a week or a month.
    Log,
    /// A row a kind, months as columns.
    Months,
    /// Label and value side by side, a sheet an occasion.
    Form,
    /// A row a pledge, with what its owner claims.
    Statements,
    /// A row a step, with the day it is due and done.
    Milestones,
    /// A row a place.
    Register,
}

/// A column, by its heading.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Column {
    pub heading: String,
    /// The merged group it stands under, where headings repeat.
    pub under: Option<String>,
}

/// One condition on the rows of a sheet.
#[derive(Clone, Debug, PartialEq)]
pub enum RowCondition {
    Cell(RowFilter),
    /// All of one of these tables hold.
    Any(Vec<Vec<RowFilter>>),
    /// Not all of these hold.
    Not(Vec<RowFilter>),
}

impl RowCondition {
    pub(crate) fn filters(&self) -> Box<dyn Iterator<Item = &RowFilter> + '_> {
        match self {
            RowCondition::Cell(filter) => Box::new(std::iter::once(filter)),
            RowCondition::Any(tables) => Box::new(tables.iter().flatten()),
            RowCondition::Not(table) => Box::new(table.iter()),
        }
    }
}

/// A heading and what must stand there.
#[derive(Clone, Debug, PartialEq)]
pub struct RowFilter {
    pub column: Column,
    /// What must stand in it.
    pub test: Test,
}
