//! Rows about the others that are no sums: the most, the least, how many there are, another year, the numbers so far.

use super::super::lines::{Line, LineRole, Own};
use super::judgement::Judgement;
use crate::gather::value::{self, Statistic};
use crate::model::quantity::Amount;
use crate::model::span::DateSpan;
use chrono::Datelike;
use std::collections::BTreeSet;

/// What a row without a time of its own is that is labelled «Max», «Antal dagar» or «Utfall 2024».
pub(super) fn of(lines: &[Line], index: usize, term: DateSpan, months: bool) -> Option<Judgement> {
    let line = lines.get(index)?;
    let is_other_year = |line: &Line| {
        let in_term = |year: i32| (term.from.year()..=term.to.year()).contains(&year);
        let mut years = line.labels.iter().filter_map(|label| label.year);
        match line.own {
            Own::Undated => years.any(|year| !in_term(year)),
            // The year that a row of months is labelled with.
            Own::Span(span) => months && !span.overlaps(term),
        }
    };
    let ours = || lines.iter().any(|other| !is_other_year(other));
    if is_other_year(line) && ours() {
        return Some(Judgement::Aside);
    }
    if let Some(label) = line.labels.first().filter(|_| ours()) {
        let is_before = |year: Option<i32>| year.is_some_and(|year| year < term.from.year());
        let of_span = matches!(line.own, Own::Span(_)) && is_before(label.year);
        if of_span || is_before(label.year_among_words) {
            return Some(Judgement::PerhapsCompared(label.text.clone()));
        }
    }
    if let Some(label) = counts_rows(lines, index) {
        return Some(Judgement::PerhapsTotal {
            text: label,
            is_alone: false,
        });
    }
    let mut labels = line.labels.iter().filter(|_| line.own == Own::Undated);
    let (label, statistic) = labels.find_map(|label| Some((label, label.statistic?)))?;
    let others: Vec<&Line> = data(lines, line);
    if !others.iter().any(|other| other.has_numbers()) {
        return None;
    }
    let mut numbers = line.numbers.iter().enumerate();
    let agrees = numbers
        .all(|(column, own)| own.is_none_or(|own| is_statistic(statistic, own, &others, column)));
    if agrees && line.has_numbers() && line.unread.is_empty() {
        return Some(Judgement::Aside);
    }
    Some(Judgement::PerhapsTotal {
        text: label.text.clone(),
        is_alone: false,
    })
}

/// The label of a row without a time that begins with «antal» and whose every number is how many others there are: «Antal områden».
fn counts_rows(lines: &[Line], index: usize) -> Option<String> {
    let line = lines.get(index).filter(|line| line.own == Own::Undated)?;
    let label = line.labels.first()?;
    let is_count = value::plain(&label.text).starts_with("antal ") && label.statistic.is_none();
    let many = line.numbers.iter().flatten().count() > 1;
    if !is_count || !many || !line.unread.is_empty() {
        return None;
    }
    let others = data(lines, line);
    let known = |column: usize| {
        let numbers = others.iter().filter_map(|other| other.numbers.get(column));
        numbers.flatten().count()
    };
    let mut numbers = line.numbers.iter().enumerate();
    let agrees = numbers
        .all(|(column, own)| own.is_none_or(|own| own == Amount::whole(known(column) as u64)));
    (others.len() > 2 && agrees).then(|| label.text.clone())
}

/// The rows most of whose numbers are no whole things, below rows whose numbers all are: an average, a share, a rate, whatever it
/// is called. Found in one go, as a long log may have as many of either.
pub(super) fn of_no_whole_things(lines: &[Line]) -> BTreeSet<usize> {
    let whole = |line: &Line| line.numbers.iter().flatten().count();
    let is_of_parts = |line: &Line| line.of_parts > 1 && line.of_parts > whole(line);
    let like = lines.iter().filter(|line| is_of_parts(line)).count();
    let mut above = 0;
    let mut found = BTreeSet::new();
    for (index, line) in lines.iter().enumerate() {
        if is_of_parts(line) && above > 1 && above >= like {
            found.insert(index);
        }
        above += usize::from(whole(line) > 1 && line.of_parts == 0);
    }
    found
}

/// Whether a number is the most, the least or the count of those above it.
fn is_statistic(statistic: Statistic, own: Amount, others: &[&Line], column: usize) -> bool {
    let known = others
        .iter()
        .filter_map(|other| other.numbers.get(column).copied().flatten());
    let known: Vec<Amount> = known.collect();
    let blanks = known.len() < others.len();
    match statistic {
        Statistic::Most => known.iter().max().copied().unwrap_or_default() == own,
        Statistic::Least => known.iter().min() == Some(&own) || (blanks && own == Amount::ZERO),
        Statistic::Count => {
            let rows = [known.len(), others.len()].map(|rows| Amount::whole(rows as u64));
            let of_calendar = [12, 28, 29, 30, 31, 52, 53, 365, 366].map(Amount::whole);
            rows.contains(&own) || of_calendar.contains(&own)
        }
    }
}

/// What a row of months is whose every number is the one before it and what the rows add up to.
pub(super) fn so_far(lines: &[Line], index: usize) -> Option<Judgement> {
    let line = lines.get(index).filter(|line| line.own == Own::Undated)?;
    let above: Vec<&Line> = lines[..index]
        .iter()
        .filter(|other| other.role == LineRole::Data)
        .collect();
    let others = data(lines, line);
    let runs = line.runs_over(&above)
        || line.runs_over(&others)
        || others.iter().any(|other| line.runs_over(&[*other]));
    let label = line.labels.first();
    let nearly = || line.nearly_runs_over(&above) || line.nearly_runs_over(&others);
    if !runs && nearly() {
        let heading = label.map(|label| label.text.clone()).unwrap_or_default();
        return Some(Judgement::PerhapsCumulative(heading));
    }
    if !runs {
        return None;
    }
    let says = line
        .labels
        .iter()
        .any(|label| value::is_cumulative(&label.text));
    Some(if says {
        Judgement::Sum
    } else {
        Judgement::PerhapsCumulative(label.map(|label| label.text.clone()).unwrap_or_default())
    })
}

/// The other rows of figures.
fn data<'l>(lines: &'l [Line], line: &Line) -> Vec<&'l Line> {
    let others = lines.iter().filter(|other| other.row != line.row);
    others
        .filter(|other| other.role == LineRole::Data)
        .collect()
}
