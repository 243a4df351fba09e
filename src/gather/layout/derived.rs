//! Rows derived from other rows: sums, parts, and figures to compare with.
//!
//! A row is a sum where a word says so and the numbers agree. A row that equals the sum of others in every number,
//! has no word for it and has no day of its own, or the same as all of them, may be a sum: it counts from zero to its
//! number, with a finding. A dated row that happens to equal two others is a row.

mod comparison;
mod judgement;
mod statistics;

use super::filter;
use super::lines::{Label, Line, LineRole, Own, Sum};
use super::result::MappingResult;
use super::table::{RowKind, TableRows};
use crate::gather::cell::cell_name;
use crate::gather::value::{self, SumLabel};
use crate::model::agreement::{Gives, Layout};
use crate::model::finding::{FindingKind, TotalDoubt};
use crate::model::quantity::{Amount, Truth};
use crate::text::same_words;
use std::collections::BTreeSet;
use std::rc::Rc;

use judgement::Judgement;

impl TableRows<'_> {
    /// Judges every row of figures by its words and its numbers, compared with the other rows of its part of the
    /// sheet.
    pub(super) fn settle_derived(&mut self, result: &mut MappingResult) {
        // Of a measure, `where` chooses the row: a rate, or the whole country's, may be the one that is asked for.
        let measured = matches!(self.task.mapping.gives, Gives::Indicator(_));
        if measured || !matches!(self.task.mapping.layout, Layout::Log | Layout::Months) {
            return;
        }
        for mut lines in self.lines() {
            let of_parts = statistics::of_no_whole_things(&lines);
            for index in 0..lines.len() {
                let judgement = self.judge(&lines, index, &of_parts);
                lines[index].role = match &judgement {
                    Judgement::Row => LineRole::Data,
                    Judgement::Sum | Judgement::PerhapsSum(_) | Judgement::PerhapsCumulative(_) => {
                        LineRole::Sum
                    }
                    Judgement::PerhapsTotal { is_alone, .. } if *is_alone => LineRole::Data,
                    Judgement::PerhapsTotal { .. } => LineRole::Sum,
                    Judgement::Aside
                    | Judgement::PerhapsPart(_)
                    | Judgement::PerhapsCompared(_) => LineRole::Aside,
                };
                self.enter(&lines[index], judgement, result);
            }
        }
    }

    /// Reclassifies a row, and adds findings about doubtful ones.
    fn enter(&mut self, line: &Line, judgement: Judgement, result: &mut MappingResult) {
        let at = line.label_at.unwrap_or_else(|| self.anchor(line.row));
        let kind = match judgement {
            Judgement::Row => match self.kinds.get(&line.row) {
                Some(RowKind::Total) => self.kind_of_data(line.row, false),
                _ => return,
            },
            Judgement::Sum => RowKind::Total,
            Judgement::Aside => RowKind::Skipped,
            Judgement::PerhapsSum(sum) => {
                let kind = FindingKind::EqualsSum {
                    first: cell_name(sum.first, at.1),
                    last: cell_name(sum.last, at.1),
                };
                result.findings.push(self.task.finding(kind, at));
                self.kind_of_data(line.row, true)
            }
            Judgement::PerhapsTotal { text, is_alone } => {
                let why = if is_alone {
                    TotalDoubt::Alone
                } else {
                    TotalDoubt::Other
                };
                let kind = FindingKind::PerhapsTotal { text, why };
                result.findings.push(self.task.finding(kind, at));
                self.kind_of_data(line.row, true)
            }
            Judgement::PerhapsCumulative(heading) => {
                let kind = FindingKind::PerhapsCumulative { heading };
                result.findings.push(self.task.finding(kind, at));
                self.kind_of_data(line.row, true)
            }
            Judgement::PerhapsCompared(text) => {
                let kind = FindingKind::PerhapsCompared { text };
                result.findings.push(self.task.finding(kind, at));
                self.kind_of_data(line.row, true)
            }
            Judgement::PerhapsPart(text) => {
                let kind = FindingKind::PerhapsPart { text };
                result.findings.push(self.task.finding(kind, at));
                self.kind_of_data(line.row, true)
            }
        };
        self.kinds.insert(line.row, kind);
    }

    fn kind_of_data(&self, row: usize, perhaps: bool) -> RowKind {
        match filter::fits(self.task, &self.cells(row), self.year_at(row).year) {
            Truth::No => RowKind::LeftOut,
            Truth::Yes => RowKind::Data { perhaps },
            Truth::Unknown => RowKind::Data { perhaps: true },
        }
    }

    /// `of_parts` are the rows that are told apart by their numbers being no whole things.
    fn judge(&self, lines: &[Line], index: usize, of_parts: &BTreeSet<usize>) -> Judgement {
        let Some(line) = lines.get(index) else {
            return Judgement::Row;
        };
        let term = self.task.agreement.term;
        let months = self.task.mapping.layout == Layout::Months;
        if let Some(judgement) = aside(lines, index)
            .or_else(|| statistics::of(lines, index, term, months))
            .or_else(|| statistics::so_far(lines, index).filter(|_| months))
        {
            return judgement;
        }
        if of_parts.contains(&index) {
            let text = line.labels.first().map(|label| label.text.clone());
            return Judgement::PerhapsCompared(text.unwrap_or_default());
        }
        let labelled = line.labels.iter().find_map(|label| {
            let text = label.text.as_str();
            let sum = label.sum.clone().or_else(|| self.names_whole_area(text))?;
            (!self.is_known_name(text)).then_some((text, sum))
        });
        match labelled {
            Some((text, label)) => judge_labelled(lines, index, text, &label),
            // Numbers alone, or a total by words under another heading.
            None if line.was_total && line.labels.iter().all(|label| label.sum.is_none()) => {
                Judgement::Sum
            }
            None => self.judge_by_numbers(lines, index),
        }
    }

    /// The municipality's own name over figures of its parts.
    fn names_whole_area(&self, text: &str) -> Option<SumLabel> {
        let agreement = self.task.agreement;
        let whole = [&agreement.municipality, &agreement.police_area];
        whole
            .into_iter()
            .any(|name| !name.is_empty() && same_words(name, text))
            .then(|| SumLabel {
                is_certain: false,
                is_whole: true,
                rest: String::new(),
            })
    }

    /// Whether the agreement has a text as the name of a place or a partner: «Summa AB» is no sum.
    fn is_known_name(&self, text: &str) -> bool {
        let agreement = self.task.agreement;
        let place = agreement
            .places
            .values()
            .flatten()
            .any(|place| place.names().any(|name| same_words(name, text)));
        place
            || agreement.partners.iter().any(|partner| {
                let names = [&partner.id, &partner.name]
                    .into_iter()
                    .chain(&partner.also);
                names.into_iter().any(|name| same_words(name, text))
            })
    }

    /// Without a word for it: the numbers alone say that it may be a sum.
    fn judge_by_numbers(&self, lines: &[Line], index: usize) -> Judgement {
        let Some(line) = lines.get(index) else {
            return Judgement::Row;
        };
        if let Some(sum) = Sum::of_wider(lines, index) {
            return Judgement::PerhapsSum(sum);
        }
        let is_known = |label: &Rc<Label>| self.is_known_name(&label.text);
        if line.own != Own::Undated && line.labels.iter().any(is_known) {
            return Judgement::Row;
        }
        // Rows indented under a row are parts of it.
        let above_its_parts = lines
            .get(index + 1)
            .is_some_and(|next| line.is_headed_plainly() && next.is_set_in());
        let sum = match line.own {
            _ if above_its_parts => None,
            // Without a day it is uncertain in a log anyway.
            Own::Undated if self.task.mapping.layout == Layout::Log => None,
            Own::Undated => Sum::around(lines, index, 2),
            Own::Span(_) => Sum::of_its_time(lines, index),
        };
        match sum.filter(|sum| sum.is_no_chance(lines, index)) {
            Some(sum) => Judgement::PerhapsSum(sum),
            None if self.task.mapping.layout == Layout::Months => {
                nearly(lines, index).unwrap_or(Judgement::Row)
            }
            None => Judgement::Row,
        }
    }
}

/// What is the sum of the rows above, or of all others, but for a few of its numbers: perhaps their sum.
fn nearly(lines: &[Line], index: usize) -> Option<Judgement> {
    let line = lines.get(index).filter(|line| line.own == Own::Undated)?;
    let is_part = |other: &Line| other.labels.iter().any(|label| label.is_part);
    let data =
        |other: &&Line| other.row != line.row && other.role == LineRole::Data && !is_part(other);
    let above: Vec<&Line> = lines[..index].iter().filter(data).collect();
    let all: Vec<&Line> = lines.iter().filter(data).collect();
    let is_sum = line.is_nearly_sum_of(&above) || line.is_nearly_sum_of(&all);
    let text = line.labels.first().map(|label| label.text.clone());
    is_sum.then(|| Judgement::PerhapsTotal {
        text: text.unwrap_or_default(),
        is_alone: false,
    })
}

/// Parts of the row above, and rows to compare with.
fn aside(lines: &[Line], index: usize) -> Option<Judgement> {
    let line = lines.get(index)?;
    let above = lines[..index].iter().rev().find(|above| {
        above.role == LineRole::Data && above.own == line.own && !above.numbers.is_empty()
    });
    if let Some(label) = line.labels.iter().find(|label| label.is_part) {
        // Of another day than the row above it, or with nothing above it, it is hardly a row of its own either.
        return Some(match above {
            Some(above) if line.is_within(above) => Judgement::Aside,
            _ => Judgement::PerhapsPart(label.text.clone()),
        });
    }
    if let Some(label) = line.labels.first().filter(|label| label.is_list_item)
        && let Some(above) = above.filter(|above| above.is_headed_plainly())
    {
        let items = lines[..]
            .iter()
            .skip_while(|other| other.row <= above.row)
            .take_while(|other| !other.is_headed_plainly());
        let items: Vec<&Line> = items.collect();
        if above.is_sum_of(&items) {
            return Some(Judgement::Aside);
        }
        if line.is_within(above) && above.has_numbers() {
            return Some(Judgement::PerhapsPart(label.text.clone()));
        }
    }
    comparison::of(lines, index)
}

/// A row labelled as a sum.
fn judge_labelled(lines: &[Line], index: usize, text: &str, label: &SumLabel) -> Judgement {
    let Some(line) = lines.get(index) else {
        return Judgement::Row;
    };
    let exact = matches!(line.own, Own::Span(span) if span.is_exact());
    let undated = line.own == Own::Undated;
    let some = line.has_numbers();
    let others = || {
        lines.iter().filter(|other| {
            other.row != line.row && other.role != LineRole::Aside && other.has_numbers()
        })
    };
    let agreeing = Sum::of_labelled(lines, index, label)
        .filter(|sum| label.is_whole || sum.parts > 1 || !is_company(text));
    let perhaps = |is_alone| Judgement::PerhapsTotal {
        text: text.to_owned(),
        is_alone,
    };
    let names_another = || others().any(|other| other.is_called(&label.rest));
    // The cumulative figures of the other rows.
    if undated && value::is_cumulative(text) && others().any(|other| !other.is_called(text)) {
        return Judgement::Sum;
    }
    match &agreeing {
        // «Summa AB» on a day of its own may have as much as some rows above it.
        Some(sum) if exact && label.is_certain && !label.is_whole && !names_another() => {
            return Judgement::PerhapsSum(*sum);
        }
        Some(_) if label.is_certain || !exact => return Judgement::Sum,
        // A place may be called «Alla», and its number may happen to be that of two others.
        Some(sum) if label.is_whole && sum.parts > 2 => return Judgement::PerhapsSum(*sum),
        _ => {}
    }
    if !some {
        return if label.is_certain || undated {
            Judgement::Sum
        } else {
            Judgement::Row
        };
    }
    // Rows of the same label for every month, and no others, are data.
    let alone = others().all(|other| other.is_called(text));
    match (label.is_certain, label.is_whole) {
        _ if alone && undated => perhaps(true),
        _ if alone => Judgement::Row,
        (true, true) if exact => perhaps(false),
        (true, true) => Judgement::Sum,
        (true, false) if names_another() => Judgement::Sum,
        (true, false) if is_company(text) => Judgement::Row,
        (true, false) if undated && line.was_total => Judgement::Sum,
        (true, false) => Judgement::Row,
        (false, _) if undated && (line.was_total || value::is_wider_area(text)) => perhaps(false),
        (false, _) => nearly(lines, index).unwrap_or(Judgement::Row),
    }
}

/// «Summa AB» is a name.
fn is_company(text: &str) -> bool {
    let last = text.split_whitespace().next_back().unwrap_or_default();
    matches!(
        last.trim_end_matches('.').to_uppercase().as_str(),
        "AB" | "HB" | "KB" | "OY" | "LTD" | "INC" | "EKF"
    )
}

impl Sum {
    /// Whether so much agrees that it is hardly chance.
    fn is_no_chance(&self, lines: &[Line], index: usize) -> bool {
        let Some(line) = lines.get(index) else {
            return false;
        };
        let numbers = self.agreeing.max(
            line.numbers
                .iter()
                .flatten()
                .filter(|number| **number > Amount::ZERO)
                .count(),
        );
        let is_last = lines
            .iter()
            .skip(index + 1)
            .all(|other| !other.has_numbers());
        let more = if is_last {
            self.parts.saturating_sub(2)
        } else {
            0
        };
        let large = line
            .numbers
            .iter()
            .flatten()
            .any(|number| *number >= Amount::whole(10));
        // Of a month's rows one may well be as much as the others together.
        numbers + more + usize::from(large && line.own == Own::Undated) >= 2
    }
}
