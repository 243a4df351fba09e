//! Rows that may be the header of a table, scored by how well they match the mapped headings.

use super::table::{AbsentHeading, InexactHeading, RepeatedHeading, Table};
use crate::gather::cell::{Cell, Sheet};
use crate::gather::heading::{Fit, FoldedHeading, Heading};
use crate::gather::heading_words::fold;
use crate::gather::value;
use crate::model::agreement::Column;
use crate::text::nearest;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;
use std::rc::Rc;

/// The most rows of a stacked header.
pub(super) const DEEPEST: usize = 3;

/// How much a candidate is worth: headings written as asked, the same, matched, values, unresolved ones, depth, words.
pub(super) type Worth = (
    usize,
    usize,
    usize,
    Reverse<usize>,
    Reverse<usize>,
    usize,
    usize,
);

/// One candidate for the header.
pub(super) struct HeaderRows {
    first: usize,
    last: usize,
    headings: Vec<Heading>,
    /// For every mapped heading: the columns that match it best, and how well.
    fits: Vec<Option<(Fit, Vec<usize>)>>,
    /// Columns whose text is a label of a title block, with its value beside it: «Datum: 2 december».
    block_labels: Vec<usize>,
    /// How many cells of its rows hold a value, which a heading does not.
    values: usize,
}

/// A heading that is asked for, made ready to be compared.
pub(super) struct AskedHeading {
    heading: Rc<FoldedHeading>,
    under: Option<Rc<FoldedHeading>>,
}

impl AskedHeading {
    pub(super) fn of(column: &Column) -> AskedHeading {
        AskedHeading {
            heading: FoldedHeading::of(&column.heading),
            under: column.under.as_deref().map(FoldedHeading::of),
        }
    }
}

impl HeaderRows {
    /// `values` says of every row how many of its cells hold a [value](values).
    pub(super) fn read(
        sheet: &Sheet,
        (first, last): (usize, usize),
        wanted: &[AskedHeading],
        values: impl Fn(usize) -> usize,
    ) -> HeaderRows {
        let width = (first..=last)
            .filter_map(|row| sheet.rows.get(row))
            .map(Vec::len)
            .max()
            .unwrap_or(0);
        let headings: Vec<Heading> = (0..width)
            .map(|column| Heading::read(sheet, first, last, column))
            .collect();
        let fits = wanted
            .iter()
            .map(|asked| best_fit(&headings, asked))
            .collect::<Vec<_>>();
        // A label with another heading beside it is no label of a title block: «Vecka: | Antal».
        let is_heading = |column: usize| {
            let mut all = fits.iter().flatten();
            all.any(|(fit, at): &(Fit, Vec<usize>)| *fit == Fit::Same && at.contains(&column))
        };
        let mut rows = HeaderRows {
            first,
            last,
            block_labels: (0..width)
                .filter(|column| !is_heading(*column + 1))
                .filter(|column| {
                    let heading: Option<&Heading> = headings.get(*column);
                    heading.is_some_and(|heading| is_block_label(sheet, heading.row, *column))
                })
                .collect(),
            values: (first..=last).map(values).sum(),
            headings,
            fits,
        };
        rows.drop_claimed_typos();
        rows
    }

    /// A heading that matches a mapped one exactly is not used as a misspelling of another.
    fn drop_claimed_typos(&mut self) {
        let taken: Vec<usize> = self
            .fits
            .iter()
            .flatten()
            .filter(|(fit, _)| *fit == Fit::Same)
            .flat_map(|(_, at)| at.clone())
            .collect();
        for fit in &mut self.fits {
            if let Some((Fit::Nearly | Fit::Typo | Fit::Synonym, columns)) = fit {
                columns.retain(|column| !taken.contains(column));
                if columns.is_empty() {
                    *fit = None;
                }
            }
        }
    }

    pub(super) fn matched(&self) -> usize {
        self.fits.iter().flatten().count()
    }

    /// Prefers most headings, best match, fewest rows, and more than a lone label of a title block.
    pub(super) fn worth(&self) -> Worth {
        let is_heading = |columns: &[usize]| {
            columns
                .iter()
                .any(|column| !self.block_labels.contains(column))
        };
        let fitting = |fits: fn(Fit) -> bool| {
            self.fits
                .iter()
                .flatten()
                .filter(|(fit, columns)| fits(*fit) && is_heading(columns))
                .count()
        };
        let (written, same) = (
            fitting(|fit| fit != Fit::Synonym),
            fitting(|fit| fit == Fit::Same),
        );
        let words = self
            .headings
            .iter()
            .filter(|heading| !heading.own.is_empty())
            .count();
        (
            written,
            same,
            self.matched(),
            Reverse(self.values),
            Reverse(self.unresolved()),
            DEEPEST - (self.last - self.first),
            words.min(2),
        )
    }

    /// How many headings stand over several columns that no group above tells apart. Tables beside each other have all of them
    /// several times.
    fn unresolved(&self) -> usize {
        let fits = || self.fits.iter().flatten();
        let is_same = |columns: &[usize]| {
            let groups = columns
                .iter()
                .filter_map(|column| self.headings.get(*column));
            let different: BTreeSet<&[String]> =
                groups.map(|heading| heading.groups.as_slice()).collect();
            different.len() < columns.len()
        };
        match fits().any(|(_, columns)| columns.len() == 1) {
            true => fits().filter(|(_, columns)| is_same(columns)).count(),
            false => 0,
        }
    }

    /// Whether none can be worth more.
    pub(super) fn is_perfect(&self) -> bool {
        let all = self.fits.len();
        self.worth() == (all, all, all, Reverse(0), Reverse(0), DEEPEST, 2)
    }

    pub(super) fn into_table(self, wanted: &[&Column]) -> Table {
        let anchor = self.anchor();
        let mut columns = BTreeMap::new();
        let (mut near, mut missing) = (Vec::new(), Vec::new());
        for (asked, fit) in wanted.iter().zip(&self.fits) {
            let place = fit
                .as_ref()
                .and_then(|(fit, at)| Some((*fit, nearest_column(at, anchor)?)));
            match place {
                Some((fit, column)) => {
                    columns.insert((*asked).clone(), column);
                    if let (true, Some(heading)) = (fit != Fit::Same, self.headings.get(column)) {
                        let at = (heading.row, column);
                        near.push(InexactHeading {
                            column: (*asked).clone(),
                            found: heading.own.clone(),
                            fit,
                            at,
                        });
                    }
                }
                None => {
                    let there = || self.headings.iter().map(|heading| heading.own.as_str());
                    let longer = |own: &&str| fold(own).starts_with(&fold(&asked.heading));
                    let nearest = nearest(&asked.heading, there())
                        .or_else(|| there().find(longer))
                        .map(str::to_owned);
                    missing.push(AbsentHeading {
                        column: (*asked).clone(),
                        nearest,
                    });
                }
            }
        }
        let (left, right) = self.extent(&columns);
        let again = self.again(wanted, &columns, left..=right);
        Table {
            first: self.first,
            last: self.last,
            left,
            right,
            columns,
            near,
            missing,
            again,
        }
    }

    /// The headings that occur twice within the table; the first of them if all occur somewhere once more.
    fn again(
        &self,
        wanted: &[&Column],
        columns: &BTreeMap<Column, usize>,
        extent: RangeInclusive<usize>,
    ) -> Vec<RepeatedHeading> {
        let others = |asked: &Column, at: &[usize]| {
            let taken = columns.get(asked).copied()?;
            Some((
                taken,
                at.iter()
                    .copied()
                    .filter(|column| *column != taken)
                    .collect::<Vec<_>>(),
            ))
        };
        let all = wanted.iter().zip(&self.fits).filter_map(|(asked, fit)| {
            let (taken, others) = others(asked, &fit.as_ref()?.1)?;
            Some(((*asked).clone(), taken, others))
        });
        let all: Vec<(Column, usize, Vec<usize>)> = all.collect();
        let repeated = |(column, taken, others): &(Column, usize, Vec<usize>), within: bool| {
            let other = others
                .iter()
                .find(|other| !within || extent.contains(other))?;
            let row = self.headings.get(*other)?.row;
            let group = |column: &usize| {
                let heading = self.headings.get(*column)?;
                Some(heading.groups.join(" ")).filter(|words| !words.is_empty())
            };
            let groups: Vec<String> = [taken, other].into_iter().filter_map(group).collect();
            let apart = groups.len() == 2 && groups.first() != groups.last();
            Some(RepeatedHeading {
                column: column.clone(),
                taken: *taken,
                at: (row, *other),
                groups: if apart { groups } else { Vec::new() },
            })
        };
        let inside: Vec<RepeatedHeading> =
            all.iter().filter_map(|one| repeated(one, true)).collect();
        // Another table beside this one may have most of the headings and call one of them otherwise.
        let beside = all
            .iter()
            .filter(|(_, _, others)| !others.is_empty())
            .count();
        let like_another = beside == all.len() || beside >= 2 && beside + 1 == all.len();
        if inside.is_empty() && like_another {
            return all
                .iter()
                .filter(|(_, _, others)| !others.is_empty())
                .min_by_key(|(_, taken, _)| *taken)
                .and_then(|one| repeated(one, false))
                .into_iter()
                .collect();
        }
        inside
    }

    /// The column around which the headings are closest together: with tables side by side, all must belong to one.
    fn anchor(&self) -> usize {
        let spread = |anchor: usize| -> usize {
            let distances = self.fits.iter().flatten();
            distances
                .filter_map(|(_, at)| nearest_column(at, anchor))
                .map(|column| column.abs_diff(anchor))
                .sum()
        };
        let all = self
            .fits
            .iter()
            .flatten()
            .flat_map(|(_, at)| at.iter().copied());
        all.min_by_key(|column| (spread(*column), *column))
            .unwrap_or(0)
    }

    /// The first and the last column of the adjoining headings around the mapped ones.
    fn extent(&self, columns: &BTreeMap<Column, usize>) -> (usize, usize) {
        let left = columns.values().copied().min().unwrap_or(0);
        let right = columns.values().copied().max().unwrap_or(0);
        let blank = |column: &usize| {
            self.headings
                .get(*column)
                .is_none_or(|heading| heading.own.is_empty())
        };
        let left = (0..left)
            .rev()
            .take_while(|column| !blank(column))
            .last()
            .unwrap_or(left);
        let right = (right + 1..self.headings.len())
            .take_while(|column| !blank(column))
            .last()
            .unwrap_or(right);
        (left, right)
    }
}

/// The columns with the best matching heading.
fn best_fit(headings: &[Heading], asked: &AskedHeading) -> Option<(Fit, Vec<usize>)> {
    let fits: Vec<(Fit, usize)> = headings
        .iter()
        .enumerate()
        .filter_map(|(column, heading)| {
            Some((heading.fit(&asked.heading, asked.under.as_deref())?, column))
        })
        .collect();
    let best = fits.iter().map(|(fit, _)| *fit).min()?;
    let columns: Vec<usize> = fits
        .into_iter()
        .filter(|(fit, _)| *fit == best)
        .map(|(_, column)| column)
        .collect();
    // Of «Mål | Utfall» over the same heading the goal is not used unless the mapping names it.
    let is_compared = |column: &usize| {
        let groups = headings
            .get(*column)
            .map(|heading| heading.groups.as_slice());
        groups.into_iter().flatten().any(|words| {
            value::is_planned_heading(words)
                || value::comparison_label(words).is_some_and(|label| label.is_whole)
        })
    };
    let meant: Vec<usize> = columns
        .iter()
        .copied()
        .filter(|column| !is_compared(column))
        .collect();
    let chooses = asked.under.is_none() && !meant.is_empty();
    Some((best, if chooses { meant } else { columns }))
}

/// The column nearest to `anchor`, the left one of two.
fn nearest_column(columns: &[usize], anchor: usize) -> Option<usize> {
    columns
        .iter()
        .copied()
        .min_by_key(|column| (column.abs_diff(anchor), *column))
}

/// Whether a cell is a label with a colon and its one value beside it, and nothing else on its row.
fn is_block_label(sheet: &Sheet, row: usize, column: usize) -> bool {
    let colon = |cell: &Cell| matches!(cell, Cell::Text(text) if text.trim_end().ends_with(':'));
    let filled = sheet.filled(row).count();
    let beside = sheet.cell(row, column + 1);
    filled == 2 && colon(sheet.cell(row, column)) && *beside != Cell::Empty && !colon(beside)
}

/// How many cells of a row hold a day, or a number other than a year.
pub(super) fn values(sheet: &Sheet, row: usize) -> usize {
    let is_value = |cell: &&Cell| match cell {
        Cell::Date { .. } => true,
        Cell::Number(_) => value::year(cell).is_none(),
        Cell::Text(_) => matches!(value::date(cell, None), value::Parsed::Is(_)),
        _ => false,
    };
    sheet
        .rows
        .get(row)
        .into_iter()
        .flatten()
        .filter(is_value)
        .count()
}
