//! Which of several columns of one month is counted: «Mål | Utfall» or years under or over the months.

use super::headings::chosen_heading;
use super::periods::{PeriodColumn, sub_heading_row};
use super::task::SheetTask;
use crate::gather::cell::Cell;
use crate::gather::heading;
use crate::gather::value;
use crate::model::agreement::{Column, Gives};
use std::collections::BTreeMap;

/// Several columns of one time, with nothing to choose by.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Ambiguity {
    /// The cell of the first.
    pub(crate) at: (usize, usize),
    /// The time's own heading.
    pub(crate) heading: String,
    /// The words over or under each.
    pub(crate) choices: Vec<String>,
}

/// The counted columns, one for each time, and the times with several candidates.
pub(crate) fn choose(
    task: &SheetTask<'_>,
    row: usize,
    top: usize,
    columns: Vec<PeriodColumn>,
) -> (Vec<PeriodColumn>, Vec<Ambiguity>) {
    let mut groups: BTreeMap<_, Vec<PeriodColumn>> = BTreeMap::new();
    for column in &columns {
        groups
            .entry((column.year, column.part))
            .or_default()
            .push(*column);
    }
    let choice = Choice { task, row, top };
    let several = |group: &Vec<PeriodColumn>| group.len() > 1;
    let qualified = |group: &Vec<PeriodColumn>| {
        group.iter().any(|column| !choice.words(*column).is_empty()) || choice.is_one_merge(group)
    };
    let (mut chosen, mut open) = (Vec::new(), Vec::new());
    for group in groups.into_values() {
        // Repeated months with no word between have a finding where their year is determined.
        if !several(&group) || !qualified(&group) {
            chosen.extend(group);
            continue;
        }
        match choice.of(&group).as_slice() {
            [one] => chosen.push(*one),
            _ => open.extend(choice.ambiguity(&group)),
        }
    }
    chosen.sort_by_key(|column| column.column);
    (chosen, open)
}

struct Choice<'a> {
    task: &'a SheetTask<'a>,
    row: usize,
    top: usize,
}

impl Choice<'_> {
    /// The candidates of a group.
    fn of(&self, group: &[PeriodColumn]) -> Vec<PeriodColumn> {
        if let Some(asked) = chosen_heading(self.task.mapping) {
            let asked: Vec<PeriodColumn> = self.only(group, |words| is_asked(asked, words));
            if !asked.is_empty() {
                return asked;
            }
        }
        let measured = matches!(self.task.mapping.gives, Gives::Indicator(_));
        let is_outcome = |words: &str| {
            // A measure may well be a rate.
            let compared = value::comparison_label(words).is_some_and(|label| label.is_whole)
                && !(measured && value::is_rate_label(words));
            !compared && !value::is_planned_heading(words) && !value::is_cumulative(words)
        };
        let mut left: Vec<PeriodColumn> = group.to_vec();
        left.retain(|column| self.words(*column).iter().all(|words| is_outcome(words)));
        if left.len() > 1 {
            let outcomes = self.only(&left, value::is_outcome);
            if outcomes.len() == 1 {
                left = outcomes;
            }
        }
        if left.len() > 1 {
            left.retain(|column| self.has_numbers(*column));
        }
        left
    }

    fn only(&self, group: &[PeriodColumn], is: impl Fn(&str) -> bool) -> Vec<PeriodColumn> {
        let has = |column: &&PeriodColumn| self.words(**column).iter().any(|words| is(words));
        group.iter().filter(has).copied().collect()
    }

    /// The words over and under a column besides its time: its groups and its sub-heading.
    fn words(&self, column: PeriodColumn) -> Vec<String> {
        let sheet = self.task.sheet;
        let above = (self.top..self.row).map(|row| heading::group(sheet, row, column.column));
        let own = match sheet.cell(self.row, column.column) {
            Cell::Text(text) => value::year_part_qualifier(text),
            _ => None,
        };
        let below =
            sub_heading_row(sheet, self.row).map(|row| value::text(sheet.cell(row, column.column)));
        let all = above.chain(own).chain(below);
        all.filter(|words| !words.is_empty()).collect()
    }

    /// Whether a heading is merged over all of a group, with nothing under it.
    fn is_one_merge(&self, group: &[PeriodColumn]) -> bool {
        let columns = || group.iter().map(|column| column.column);
        let merged = |from: usize, to: usize| {
            self.task
                .sheet
                .merged
                .iter()
                .any(|(top, left, bottom, right)| {
                    (*top..=*bottom).contains(&self.row) && *left <= from && to <= *right
                })
        };
        match (columns().min(), columns().max()) {
            (Some(from), Some(to)) => merged(from, to),
            _ => false,
        }
    }

    /// Whether a column has any number: remarks are no outcome.
    fn has_numbers(&self, column: PeriodColumn) -> bool {
        let first = sub_heading_row(self.task.sheet, self.row).unwrap_or(self.row) + 1;
        let below = self.task.sheet.rows.iter().skip(first);
        below
            .filter_map(|cells| cells.get(column.column))
            .any(|cell| value::number(cell, true).is().is_some())
    }

    fn ambiguity(&self, group: &[PeriodColumn]) -> Option<Ambiguity> {
        let first = group.first()?;
        let heading = value::text(self.task.sheet.cell(self.row, first.column));
        let choices = group.iter().map(|column| self.words(*column).join(" "));
        let mut choices: Vec<String> = choices.filter(|words| !words.is_empty()).collect();
        choices.dedup();
        Some(Ambiguity {
            at: (self.row, first.column),
            heading,
            choices,
        })
    }
}

fn is_asked(asked: &Column, words: &str) -> bool {
    let names = std::iter::once(&asked.heading).chain(&asked.under);
    names
        .into_iter()
        .any(|name| heading::fit(name, words).is_some())
}
