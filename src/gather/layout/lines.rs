//! The rows of a table as lines of figures, and which of them add up to which.

use crate::gather::value::{self, ComparisonLabel, Statistic, SumLabel};
use crate::model::quantity::Amount;
use crate::model::span::DateSpan;
use crate::text::same_words;
use std::rc::Rc;

mod running;
mod times;

/// The time named on a row itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Own {
    Undated,
    Span(DateSpan),
}

/// The part of a line in the sums of others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LineRole {
    /// Figures of its own.
    Data,
    /// A sum, or perhaps one.
    Sum,
    /// A part, or something to compare with.
    Aside,
}

/// Some words of a row, and what they say of it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Label {
    /// The words.
    pub text: String,
    /// That it is a sum.
    pub(crate) sum: Option<SumLabel>,
    /// That it is there to compare with.
    pub(crate) comparison: Option<ComparisonLabel>,
    /// That it is a part of the row above.
    pub(crate) is_part: bool,
    /// That it is set in under the row above.
    pub(crate) is_list_item: bool,
    /// That it is the most, the least or the count of others.
    pub(super) statistic: Option<Statistic>,
    /// The year that it is about, and nothing else.
    pub(super) year: Option<i32>,
    /// The only year that it names, besides other words.
    pub(super) year_among_words: Option<i32>,
}

impl Label {
    pub(super) fn of(text: &str) -> Label {
        Label {
            text: text.to_owned(),
            sum: value::sum_label(text),
            comparison: value::comparison_label(text),
            is_part: value::is_part_label(text),
            is_list_item: value::is_list_item(text),
            statistic: value::statistic_label(text),
            year: value::year_label(text),
            year_among_words: value::year_among_words(text),
        }
    }
}

/// The longest words that are a label; longer ones are a remark.
pub(crate) const LONGEST: usize = 80;

/// One row of figures.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// The row.
    pub(crate) row: usize,
    /// The number under each counted column; none where it is blank.
    pub(crate) numbers: Vec<Option<Amount>>,
    /// The counted columns whose number cannot be read, or is not exact.
    pub(crate) unread: Vec<usize>,
    /// How many of its numbers are no whole things, where whole things are counted.
    pub(crate) of_parts: usize,
    /// Its words, from left to right.
    pub(crate) labels: Vec<Rc<Label>>,
    /// How many of them stand under headings that the mapping names.
    pub(crate) named: usize,
    /// The cell of the first label.
    pub(crate) label_at: Option<(usize, usize)>,
    pub(crate) own: Own,
    pub(crate) role: LineRole,
    /// Whether its words alone made it a total.
    pub(crate) was_total: bool,
}

impl Line {
    pub(crate) fn has_numbers(&self) -> bool {
        !self.unread.is_empty()
            || self
                .numbers
                .iter()
                .flatten()
                .any(|number| *number > Amount::ZERO)
    }

    /// Whether its label is at the margin, without a list sign before it.
    pub(crate) fn is_headed_plainly(&self) -> bool {
        self.labels
            .first()
            .is_some_and(|label| !label.is_list_item && !label.is_part)
    }

    /// Whether its label has a list sign before it, or says that it is a part.
    pub(crate) fn is_set_in(&self) -> bool {
        !self.labels.is_empty() && !self.is_headed_plainly()
    }

    /// Whether its labels are all of another's but some: «Norr» below «Norr, skolbesök».
    fn is_wider_than(&self, other: &Line) -> bool {
        !self.labels.is_empty()
            && self.named < other.named
            && self.labels.iter().all(|label| other.is_called(&label.text))
    }

    /// Whether one of its labels is this text.
    pub(crate) fn is_called(&self, text: &str) -> bool {
        self.labels
            .iter()
            .any(|label| same_words(&label.text, text))
    }

    /// Whether no number is greater than the one above it.
    pub(crate) fn is_within(&self, other: &Line) -> bool {
        self.numbers
            .iter()
            .zip(&other.numbers)
            .all(|(own, other)| own.unwrap_or_default() <= other.unwrap_or_default())
    }

    /// How the numbers stand to what lines add up to. Of a sum in words a blank says nothing.
    fn against(&self, sums: &Sums, blanks_agree: bool) -> Comparison {
        let mut found = Comparison::default();
        let numbers = self.numbers.iter().zip(sums).enumerate();
        for (_, (own, sum)) in numbers.filter(|(column, _)| !self.unread.contains(column)) {
            let Some(sum) = sum else { continue };
            let blank = own.is_none() && blanks_agree;
            let own = own.unwrap_or_default();
            if !blank && (own > Amount::ZERO || *sum > Amount::ZERO) {
                found.compared += 1;
                found.agreeing += usize::from(own == *sum);
            }
        }
        found
    }

    /// Whether it is the sum of these.
    pub(crate) fn is_sum_of(&self, parts: &[&Line]) -> bool {
        let sums = sums(parts.iter().copied(), self.numbers.len());
        parts.len() >= 2 && self.against(&sums, false).is_equal()
    }

    /// Whether nearly every number is the sum of these: a spreadsheet leaves out of its sums what is written as text.
    pub(super) fn is_nearly_sum_of(&self, parts: &[&Line]) -> bool {
        let sums = sums(parts.iter().copied(), self.numbers.len());
        let found = self.against(&sums, false);
        parts.len() >= 2 && found.compared >= 4 && found.agreeing * 4 >= found.compared * 3
    }
}

/// What lines add up to under each column; none where a number among them is not known.
type Sums = Vec<Option<Amount>>;

fn sums<'l>(parts: impl Iterator<Item = &'l Line>, columns: usize) -> Sums {
    parts.fold(vec![Some(Amount::ZERO); columns], add)
}

fn add(mut sums: Sums, line: &Line) -> Sums {
    for (column, sum) in sums.iter_mut().enumerate() {
        let number = line.numbers.get(column).copied().flatten();
        *sum = sum
            .filter(|_| !line.unread.contains(&column))
            .map(|sum| sum.plus(number.unwrap_or_default()));
    }
    sums
}

/// Of how many columns the numbers can be held against sums, and of how many they agree.
#[derive(Clone, Copy, Debug, Default)]
struct Comparison {
    compared: usize,
    agreeing: usize,
}

impl Comparison {
    fn is_equal(self) -> bool {
        self.compared > 0 && self.compared == self.agreeing
    }
}

/// With more rows nobody adds up by eye.
const MOST_COMPARED: usize = 3_000;

/// And more than this none with sums above their parts.
const MOST_NESTED: usize = 500;

/// Lines that add up to one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sum {
    pub(crate) first: usize,
    pub(crate) last: usize,
    /// How many of them have a number that agrees.
    pub parts: usize,
    /// How many numbers of the same label agree, in all parts of the sheet.
    pub(crate) agreeing: usize,
}

impl Sum {
    fn of(line: &Line, parts: &[&Line], fewest: usize, blanks_agree: bool) -> Option<Sum> {
        let sums = sums(parts.iter().copied(), line.numbers.len());
        // What cannot be read adds nothing to the numbers that agree.
        let adds = |part: &&&Line| {
            let known = part.numbers.iter().zip(&sums).enumerate();
            known
                .filter(|(column, (_, sum))| sum.is_some() && !line.unread.contains(column))
                .any(|(_, (number, _))| number.is_some_and(|number| number > Amount::ZERO))
        };
        let filled = parts.iter().filter(adds).count();
        if filled < fewest {
            return None;
        }
        let is_sum = line.against(&sums, blanks_agree).is_equal();
        is_sum.then_some(Sum {
            first: parts.iter().map(|part| part.row).min()?,
            last: parts.iter().map(|part| part.row).max()?,
            parts: filled,
            agreeing: 0,
        })
    }

    /// The lines above, all or some, or those below, of which a line is the sum.
    pub(super) fn around(lines: &[Line], index: usize, fewest: usize) -> Option<Sum> {
        Sum::above(lines, index, fewest, false).or_else(|| Sum::below(lines, index, fewest, false))
    }

    fn above(lines: &[Line], index: usize, fewest: usize, blanks_agree: bool) -> Option<Sum> {
        let line = lines.get(index)?;
        let data = |line: &&Line| line.role == LineRole::Data;
        let all: Vec<&Line> = lines[..index].iter().filter(data).collect();
        let sums: Vec<&Line> = lines[..index]
            .iter()
            .filter(|line| line.role == LineRole::Sum)
            .collect();
        let run = || Sum::of_run(line, all.iter().rev().copied(), fewest, blanks_agree);
        Sum::of(line, &all, fewest, blanks_agree)
            .or_else(run)
            .or_else(|| Sum::of(line, &sums, fewest.max(2), blanks_agree))
    }

    fn below(lines: &[Line], index: usize, fewest: usize, blanks_agree: bool) -> Option<Sum> {
        let line = lines.get(index)?;
        let fewest = fewest.max(2);
        let below = lines
            .iter()
            .skip(index + 1)
            .filter(|line| line.role != LineRole::Aside);
        Sum::of_run(line, below, fewest, blanks_agree)
            .or_else(|| Sum::of_run(line, tops(lines, index).into_iter(), fewest, blanks_agree))
    }

    /// The nearest lines that add up to one.
    fn of_run<'l>(
        line: &Line,
        next: impl Iterator<Item = &'l Line>,
        fewest: usize,
        blanks_agree: bool,
    ) -> Option<Sum> {
        let mut run: Vec<&Line> = Vec::new();
        let mut sums: Sums = vec![Some(Amount::ZERO); line.numbers.len()];
        for part in next {
            sums = add(sums, part);
            run.push(part);
            let past = line.numbers.iter().zip(&sums).any(|(own, sum)| {
                sum.is_some_and(|sum| {
                    own.map_or(!blanks_agree && sum > Amount::ZERO, |own| own < sum)
                })
            });
            if past {
                return None;
            }
            if line.against(&sums, blanks_agree).is_equal()
                && let Some(sum) = Sum::of(line, &run, fewest, blanks_agree)
            {
                return Some(sum);
            }
        }
        None
    }

    /// The lines that a labelled sum adds up: those above or below, of its time, or of what its label names.
    pub(crate) fn of_labelled(lines: &[Line], index: usize, label: &SumLabel) -> Option<Sum> {
        let line = lines.get(index)?;
        let others = || {
            lines
                .iter()
                .filter(|other| other.row != line.row && other.role == LineRole::Data)
        };
        let of_time = || {
            let same: Vec<&Line> = lines[..index]
                .iter()
                .filter(|other| other.role == LineRole::Data && other.own == line.own)
                .collect();
            (line.own != Own::Undated)
                .then(|| Sum::of(line, &same, 1, true))
                .flatten()
        };
        let named = || {
            let is_named = |other: &&Line| other.is_called(&label.rest);
            let named: Vec<&Line> = others().filter(is_named).collect();
            Sum::of(line, &named, 1, true)
        };
        let fewest = if label.is_certain { 1 } else { 2 };
        of_time()
            .or_else(|| Sum::above(lines, index, fewest, true))
            .or_else(named)
            .or_else(|| Sum::below(lines, index, fewest, true))
    }
}

/// The rows below one, those that are sums of the rows right below them without these.
fn tops(lines: &[Line], index: usize) -> Vec<&Line> {
    let mut found = Vec::new();
    let mut at = index + 1;
    while let Some(line) = lines.get(at).filter(|_| lines.len() <= MOST_NESTED) {
        let below = lines.iter().skip(at + 1);
        let below = below.filter(|line| line.role != LineRole::Aside);
        let parts = Sum::of_run(line, below, 2, false);
        let after = parts.map(|sum| lines.iter().position(|other| other.row > sum.last));
        if line.role != LineRole::Aside {
            found.push(line);
        }
        at = match after {
            None => at + 1,
            Some(next) => next.unwrap_or(lines.len()),
        };
    }
    found
}
