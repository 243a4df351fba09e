//! Where a table begins: found by its headings, never by an address.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::cell::{Cell, Sheet};
use super::heading::{Fit, Heading, fold};
use crate::model::agreement::Column;
use crate::text::nearest;

/// How far down a header is looked for.
const HEADER_ROWS: usize = 40;
/// How many rows a header may be stacked of.
const DEEPEST: usize = 3;

/// A table found by its headings.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The first row of its header.
    pub first: usize,
    /// The last row of its header.
    pub last: usize,
    /// Its first column.
    pub left: usize,
    /// Its last column.
    pub right: usize,
    /// Where each heading stands.
    pub columns: BTreeMap<Column, usize>,
    /// Headings that are almost the ones asked for.
    pub near: Vec<InexactHeading>,
    /// Headings that are not there.
    pub missing: Vec<AbsentHeading>,
    /// Headings that stand over another column as well.
    pub again: Vec<RepeatedHeading>,
}

/// A heading that stands over another column of the table as well, or a whole table once more beside this one.
#[derive(Clone, Debug, PartialEq)]
pub struct RepeatedHeading {
    /// What was asked for.
    pub column: Column,
    /// The column that is taken for it.
    pub taken: usize,
    /// The row and column of the other.
    pub at: (usize, usize),
}

/// A heading that is almost the one asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct InexactHeading {
    /// What was asked for.
    pub column: Column,
    /// What stands there.
    pub found: String,
    /// How it fits.
    pub fit: Fit,
    /// Its row and column.
    pub at: (usize, usize),
}

/// A heading that is not there.
#[derive(Clone, Debug, PartialEq)]
pub struct AbsentHeading {
    /// What was asked for.
    pub column: Column,
    /// The heading most like it.
    pub nearest: Option<String>,
}

/// The rows that hold most of the headings asked for; `None` if no row holds any.
pub fn find(sheet: &Sheet, wanted: &[&Column]) -> Option<Table> {
    let rows = sheet.rows.len().min(HEADER_ROWS);
    let candidates = (0..rows)
        .flat_map(|first| (first..(first + DEEPEST).min(rows)).map(move |last| (first, last)));
    let best = candidates
        .map(|(first, last)| HeaderRows::read(sheet, first, last, wanted))
        .filter(|rows| rows.matched() > 0)
        // The first of equals: `max_by_key` would take the last.
        .reduce(|best, next| {
            if next.worth() > best.worth() {
                next
            } else {
                best
            }
        })?;
    Some(best.into_table(wanted))
}

impl Table {
    /// How many of the headings asked for stand in it by their own words.
    pub fn written(&self) -> usize {
        self.columns.len()
            - self
                .near
                .iter()
                .filter(|near| near.fit == Fit::Synonym)
                .count()
    }
}

/// A table that has none of the headings asked for.
pub fn without(wanted: &[&Column]) -> Table {
    let missing = wanted
        .iter()
        .map(|column| AbsentHeading {
            column: (*column).clone(),
            nearest: None,
        })
        .collect();
    Table {
        first: 0,
        last: 0,
        left: 0,
        right: 0,
        columns: BTreeMap::new(),
        near: Vec::new(),
        missing,
        again: Vec::new(),
    }
}

/// One guess at where the header stands.
struct HeaderRows {
    first: usize,
    last: usize,
    headings: Vec<Heading>,
    /// For every heading asked for: the columns that fit it best, and how.
    fits: Vec<Option<(Fit, Vec<usize>)>>,
}

impl HeaderRows {
    fn read(sheet: &Sheet, first: usize, last: usize, wanted: &[&Column]) -> HeaderRows {
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
        let mut rows = HeaderRows {
            first,
            last,
            headings,
            fits,
        };
        rows.drop_taken_slips();
        rows
    }

    /// A heading that is asked for itself is no slip of another.
    fn drop_taken_slips(&mut self) {
        let taken: Vec<usize> = self
            .fits
            .iter()
            .flatten()
            .filter(|(fit, _)| *fit == Fit::Same)
            .flat_map(|(_, at)| at.clone())
            .collect();
        for fit in &mut self.fits {
            if let Some((Fit::Nearly | Fit::Slip | Fit::Synonym, columns)) = fit {
                columns.retain(|column| !taken.contains(column));
                if columns.is_empty() {
                    *fit = None;
                }
            }
        }
    }

    fn matched(&self) -> usize {
        self.fits.iter().flatten().count()
    }

    /// Most headings, best fit, fewest rows, and more than a lone label of a title block.
    fn worth(&self) -> (usize, usize, usize, usize, usize) {
        let fitting = |fits: fn(Fit) -> bool| {
            self.fits
                .iter()
                .flatten()
                .filter(|(fit, _)| fits(*fit))
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
            DEEPEST - (self.last - self.first),
            words.min(2),
        )
    }

    fn into_table(self, wanted: &[&Column]) -> Table {
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

    /// The headings that stand within the table twice; the first of them if all stand somewhere once more.
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
        let told = |(column, taken, others): &(Column, usize, Vec<usize>), within: bool| {
            let other = others
                .iter()
                .find(|other| !within || extent.contains(other))?;
            let row = self.headings.get(*other)?.row;
            Some(RepeatedHeading {
                column: column.clone(),
                taken: *taken,
                at: (row, *other),
            })
        };
        let inside: Vec<RepeatedHeading> = all.iter().filter_map(|one| told(one, true)).collect();
        if inside.is_empty() && all.iter().all(|(_, _, others)| !others.is_empty()) {
            return all
                .iter()
                .min_by_key(|(_, taken, _)| *taken)
                .and_then(|one| told(one, false))
                .into_iter()
                .collect();
        }
        inside
    }

    /// The column round which the headings stand closest: with tables side by side, all must be of one.
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

    /// From the first to the last column with a heading, no blank one between, round those that were asked for.
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

/// The columns whose heading fits best.
fn best_fit(headings: &[Heading], asked: &Column) -> Option<(Fit, Vec<usize>)> {
    let fits: Vec<(Fit, usize)> = headings
        .iter()
        .enumerate()
        .filter_map(|(column, heading)| {
            Some((heading.fit(&asked.heading, asked.under.as_deref())?, column))
        })
        .collect();
    let best = fits.iter().map(|(fit, _)| *fit).min()?;
    Some((
        best,
        fits.into_iter()
            .filter(|(fit, _)| *fit == best)
            .map(|(_, column)| column)
            .collect(),
    ))
}

/// The one nearest to `anchor`, the left one of two.
fn nearest_column(columns: &[usize], anchor: usize) -> Option<usize> {
    columns
        .iter()
        .copied()
        .min_by_key(|column| (column.abs_diff(anchor), *column))
}

/// Whether anything stands on a row.
pub fn is_blank(sheet: &Sheet, row: usize) -> bool {
    sheet
        .rows
        .get(row)
        .is_none_or(|cells| cells.iter().all(|cell| *cell == Cell::Empty))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(rows: &[&[&str]]) -> Sheet {
        let cell = |text: &&str| {
            if text.is_empty() {
                Cell::Empty
            } else {
                Cell::Text((*text).to_owned())
            }
        };
        Sheet {
            rows: rows
                .iter()
                .map(|row| row.iter().map(cell).collect())
                .collect(),
            ..Sheet::default()
        }
    }

    fn column(heading: &str) -> Column {
        Column {
            heading: heading.to_owned(),
            under: None,
        }
    }

    fn found(sheet: &Sheet, headings: &[&str]) -> Option<(usize, Vec<Option<usize>>)> {
        let wanted: Vec<Column> = headings.iter().map(|heading| column(heading)).collect();
        let table = find(sheet, &wanted.iter().collect::<Vec<_>>())?;
        Some((
            table.last,
            wanted
                .iter()
                .map(|asked| table.columns.get(asked).copied())
                .collect(),
        ))
    }

    #[test]
    fn a_header_is_found_wherever_it_stands() {
        let plain = sheet(&[&["Datum", "Plats", "Antal"], &["1/2", "Töre", "3"]]);
        assert_eq!(
            found(&plain, &["Datum", "Antal"]),
            Some((0, vec![Some(0), Some(2)]))
        );
        let moved = sheet(&[
            &["Logg 2023"],
            &[],
            &["Datum:", "2023"],
            &[],
            &["Antal", "", "Plats", "Datum"],
            &["3"],
        ]);
        assert_eq!(
            found(&moved, &["Datum", "Antal"]),
            Some((4, vec![Some(3), Some(0)]))
        );
        let stacked = sheet(&[
            &["Logg"],
            &["Datum", "Antal", "Antal"],
            &["", "kontakter", "bilar"],
            &["1/2", "3", "4"],
        ]);
        assert_eq!(
            found(&stacked, &["Datum", "Antal kontakter"]),
            Some((2, vec![Some(0), Some(1)]))
        );
        assert_eq!(found(&plain, &["Timmar"]), None);
    }

    #[test]
    fn tables_side_by_side_are_kept_apart() {
        let both = sheet(&[&["Datum", "Bilar", "", "Datum", "Antal"]]);
        assert_eq!(
            found(&both, &["Datum", "Antal"]),
            Some((0, vec![Some(3), Some(4)]))
        );
        assert_eq!(
            found(&both, &["Datum", "Bilar"]),
            Some((0, vec![Some(0), Some(1)]))
        );
    }

    #[test]
    fn what_is_missing_is_told_with_the_nearest() {
        let sheet = sheet(&[&["Datum", "Antal bilar", "Regler (J/N)"]]);
        let (date, people, rules) = (column("Datum"), column("Antal båtar"), column("Regler"));
        let table = find(&sheet, &[&date, &people, &rules]).unwrap_or_else(|| unreachable!());
        assert_eq!(
            table.missing,
            [AbsentHeading {
                column: people,
                nearest: Some("Antal bilar".to_owned())
            }]
        );
        assert_eq!(
            table.near,
            [InexactHeading {
                column: rules,
                found: "Regler (J/N)".to_owned(),
                fit: Fit::Nearly,
                at: (0, 2)
            }]
        );
    }
}
