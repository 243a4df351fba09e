//! Rows that are there to compare with, or that bring over what was before: goals, other years, opening balances, rates.

use super::super::lines::{Label, Line, Own};
use super::judgement::Judgement;
use crate::gather::value;

/// What a row is by a label that compares: «Mål», «Jmf 2024», «Ingående från 2024», «IB».
pub(super) fn of(lines: &[Line], index: usize) -> Option<Judgement> {
    let line = lines.get(index)?;
    let others = || lines.iter().filter(|other| other.row != line.row);
    if !others().any(|other| !is_compared_as_a_whole(other)) {
        return None;
    }
    let names = |rest: &str| !rest.is_empty() && others().any(|other| other.is_called(rest));
    let compares = |label: &Label| {
        let comparison = label.comparison.as_ref();
        comparison.is_some_and(|label| label.is_certain && (label.is_whole || names(&label.rest)))
    };
    let exact = matches!(line.own, Own::Span(span) if span.is_exact());
    if !exact && line.labels.iter().any(|label| compares(label)) {
        return Some(Judgement::Aside);
    }
    // Beside a day, or in a word that may be a name, it is not sure. What stands again and again is a name.
    let first = line.labels.first()?;
    let is_whole = first
        .comparison
        .as_ref()
        .is_some_and(|label| label.is_whole);
    let of_one_time = |other: &Line| exact && other.own != line.own && other.is_called(&first.text);
    let is_rate = !exact && value::is_ratio_label(&first.text);
    (is_rate || is_whole && !others().any(of_one_time))
        .then(|| Judgement::PerhapsCompared(first.text.clone()))
}

fn is_compared_as_a_whole(line: &Line) -> bool {
    let mut all = line
        .labels
        .iter()
        .filter_map(|label| label.comparison.as_ref());
    all.any(|label| label.is_whole)
}
