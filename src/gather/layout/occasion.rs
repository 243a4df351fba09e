//! One occasion, a row of a log or a form: when, how much, and the request it answers.

use std::collections::BTreeSet;

use super::amount::{self, CountedCell};
use super::answers;
use super::cells::{Cells, MappedCell};
use super::fields;
use super::filter;
use super::result::{MappingResult, RowDisposition};
use super::task::SheetTask;
use super::when::{self, OccasionDate, SheetYear};
use crate::gather::cell::Cell;
use crate::gather::value::{self, Parsed};
use crate::model::activity::Activity;
use crate::model::agreement::{Column, Gives, RowCondition};
use crate::model::finding::{Code, Finding, FindingKind};
use crate::model::quantity::Quantity;
use crate::model::span::DateSpan;
use crate::text::{is_near, same_words};

/// Marks the time of a row that gives no activity as reported: somebody has written about that week or month. A row
/// without a mark in a selecting column may not be filled in yet, and reports nothing.
pub(crate) fn mark_reported(
    task: &SheetTask<'_>,
    cells: &Cells<'_>,
    year: SheetYear,
    result: &mut MappingResult,
) {
    let chosen = match &task.mapping.gives {
        Gives::ByColumn { column, .. } => Some(column),
        _ => None,
    };
    let is_written = |column: &Column| {
        cells
            .at(column)
            .is_some_and(|mapped| *mapped.cell != Cell::Empty)
    };
    // Of what joins others one is enough.
    let chooses = |condition: &RowCondition| {
        let mut filters = condition.filters();
        filters.any(|filter| is_written(&filter.column))
    };
    let written = chosen.is_none_or(is_written) && task.mapping.only_rows.iter().all(chooses);
    if let OccasionDate::Read { span, .. } = when::when(cells, year)
        && written
        && task.takes_days(span)
        && task.as_of.has_come(span.from)
    {
        result.reported.insert(span);
    }
}

/// Reads a row that reports that there was nothing: its time is reported.
pub(crate) fn report_nothing(
    task: &SheetTask<'_>,
    cells: &Cells<'_>,
    year: SheetYear,
    result: &mut MappingResult,
) -> RowDisposition {
    match when_done(task, cells, year, when::when(cells, year), None, result) {
        Ok((span, dated)) => {
            if dated {
                result.reported.insert(span);
            }
            RowDisposition::Used
        }
        Err(disposition) => disposition,
    }
}

/// What an occasion gives of one activity: its name, the counted cell, and that cell's heading.
#[derive(Clone, Copy)]
struct Part<'a> {
    activity: &'a str,
    count: Option<MappedCell<'a>>,
    heading: &'a str,
}

/// What is known of the row of an occasion before it is read.
#[derive(Clone, Copy, Default)]
pub(super) struct OccasionRow<'a> {
    /// Whether `where` is undecided.
    pub(super) perhaps: bool,
    /// Whether it has only a date.
    pub(super) blank: bool,
    /// The fields that are asked for; all if none.
    pub(super) asked: Option<&'a BTreeSet<String>>,
}

/// Reads an occasion. What tells its activities from others is left to [`fields::identify`].
pub(super) fn read<'a>(
    task: &SheetTask<'a>,
    cells: &Cells<'a>,
    year: SheetYear,
    OccasionRow {
        perhaps,
        blank,
        asked,
    }: OccasionRow<'_>,
    result: &mut MappingResult,
) -> RowDisposition {
    let mut parts = parts(task, cells);
    filter::tell_near(task, cells, result);
    let near = parts
        .is_empty()
        .then(|| nearly_chosen(task, cells))
        .flatten();
    if let Some((part, mapped, word)) = near {
        filter::tell_word(task, mapped, Some(word), result);
        parts.push(part);
    }
    let perhaps = perhaps || near.is_some();
    if parts.is_empty() {
        mark_reported(task, cells, year, result);
        return RowDisposition::Skipped;
    }
    let when = when::when(cells, year);
    let says_when_only = cells.besides_dates().next().is_none();
    let exact = matches!(when, OccasionDate::Read { span, .. } if span.is_exact());
    // What somebody remarks on a day may be an occasion; of a week or a month only what is mapped tells.
    let says_nothing_else = blank
        || !exact
            && cells
                .besides_dates()
                .all(|mapped| *mapped.cell == Cell::Empty);
    let request = answers::asked(task, cells, &when, year);
    // An open request naturally has only its own day.
    let asks = request.is_some()
        && cells
            .field("request")
            .is_some_and(|mapped| *mapped.cell != Cell::Empty);
    let says_enough = says_when_only || exact && cells.counted().is_empty();
    if says_nothing_else && !asks && !says_enough && !cells.begin_with_day() {
        // A date, a week or a month filled in beforehand reports nothing yet.
        return RowDisposition::Skipped;
    }
    let (span, dated) = match when_done(
        task,
        cells,
        year,
        when,
        request.as_ref().map(|request| request.date),
        result,
    ) {
        Ok(known) => known,
        Err(disposition) => return disposition,
    };
    if dated
        && (says_when_only
            || cells
                .besides_dates()
                .any(|mapped| *mapped.cell != Cell::Empty))
    {
        result.reported.insert(span);
    }
    if reports_nothing(cells) {
        return RowDisposition::Used;
    }
    let own_fields = fields::of_row(task, cells, year.year, asked);
    let is_request = request.is_some();
    if let Some(request) = request {
        let fields = own_fields.clone();
        result.findings.extend(request.unread(task));
        result.gathered.requests.extend(
            parts
                .first()
                .map(|part| request.made(task, part.activity, cells, span, dated, fields)),
        );
    }
    let before = result.gathered.activities.len();
    let several = parts.len() > 1;
    let mut all_blank = true;
    for part in &parts {
        let mut findings = Vec::new();
        let counted = amount::of_row(task, part.activity, cells, part.count, span, &mut findings);
        // That a row has too many fields is told of it once.
        let told = |finding: &Finding| {
            finding.code() == Code::TooManyFields
                && result
                    .findings
                    .iter()
                    .rev()
                    .take(8)
                    .any(|other| other.kind == finding.kind)
        };
        findings.retain(|finding| !told(finding));
        result.findings.append(&mut findings);
        all_blank &= counted == CountedCell::Blank;
        let value = match counted {
            CountedCell::Is(value) if part.count.is_none() && value == Quantity::ONE => {
                amount::of_listed_days(task, cells, &mut result.findings)
            }
            CountedCell::Is(value) => value,
            CountedCell::Nothing => continue,
            // Of several columns only those that apply are filled in.
            CountedCell::Blank if several => continue,
            CountedCell::Blank => missing_count(task, part, cells, result),
        };
        let origin = task.origin(
            part.count
                .map_or_else(|| cells.anchor(), |mapped| mapped.at),
        );
        let activity = Activity {
            activity: part.activity.into(),
            date: span,
            dated,
            value: if perhaps { value.perhaps() } else { value },
            source: task.source,
            partner: task.partner(),
            origin,
            fields: own_fields.clone(),
            content: if several {
                part.heading.to_owned()
            } else {
                String::new()
            },
            rows: 1,
        };
        result.gathered.activities.push(activity);
    }
    // A row with a request is used, whether or not it is counted.
    if several && all_blank && !is_request && result.gathered.activities.len() == before {
        return RowDisposition::Skipped;
    }
    RowDisposition::Used
}

/// The activities that an occasion can give, and the cells of their numbers.
fn parts<'a>(task: &SheetTask<'a>, cells: &Cells<'a>) -> Vec<Part<'a>> {
    let mapping = task.mapping;
    let heading = mapping
        .columns
        .get("count")
        .map_or("", |column| column.heading.as_str());
    let count = cells.field("count");
    match &mapping.gives {
        Gives::Activity(activity) => vec![Part {
            activity,
            count,
            heading,
        }],
        Gives::Counts(counts) => counts
            .iter()
            .map(|(activity, column)| Part {
                activity,
                count: cells.at(column),
                heading: &column.heading,
            })
            .collect(),
        Gives::ByColumn { column, values } => {
            let Some(mapped) = cells.at(column) else {
                return Vec::new();
            };
            let field = value::field(mapped.cell, None);
            let whole = values
                .iter()
                .find(|(word, _)| same_words(word, &field.text));
            let listed = values
                .iter()
                .filter(|(word, _)| field.words.iter().any(|other| same_words(word, other)));
            let mut names: Vec<&str> = match whole {
                Some((_, activity)) => vec![activity],
                None => listed.map(|(_, activity)| activity.as_str()).collect(),
            };
            names.sort_unstable();
            names.dedup();
            names
                .into_iter()
                .map(|activity| Part {
                    activity,
                    count,
                    heading: "",
                })
                .collect()
        }
        Gives::Answers(_) | Gives::Statements | Gives::Places(_) | Gives::Indicator(_) => {
            Vec::new()
        }
    }
}

/// What a word gives that is almost one of those that choose: «Hastigheter» beside «Hastighet».
fn nearly_chosen<'a>(
    task: &SheetTask<'a>,
    cells: &Cells<'a>,
) -> Option<(Part<'a>, MappedCell<'a>, &'a str)> {
    let Gives::ByColumn { column, values } = &task.mapping.gives else {
        return None;
    };
    let mapped = cells.at(column)?;
    let said = value::text(mapped.cell);
    let (word, activity) = values.iter().find(|(word, _)| is_near(&said, word))?;
    let part = Part {
        activity,
        count: cells.field("count"),
        heading: "",
    };
    Some((part, mapped, word))
}

/// The days it may have happened on, and whether they were read; or why it is left out.
fn when_done(
    task: &SheetTask<'_>,
    cells: &Cells<'_>,
    year: SheetYear,
    when: OccasionDate,
    asked: Option<DateSpan>,
    result: &mut MappingResult,
) -> Result<(DateSpan, bool), RowDisposition> {
    match when {
        OccasionDate::Read {
            span,
            at,
            assumed,
            ambiguous,
        } => {
            if assumed {
                year.warn(task, result);
            }
            if !task.takes_days(span) {
                let guess = when::meant(task, span.from, year).filter(|_| span.is_exact());
                let kind = FindingKind::DateOutsideTerm { date: span, guess };
                result.findings.push(task.finding(kind, at));
                return Err(RowDisposition::Rejected);
            }
            if !task.as_of.has_come(span.from) {
                let kind = FindingKind::DateInFuture { date: span };
                result.findings.push(task.finding(kind, at));
                return Err(RowDisposition::Rejected);
            }
            if ambiguous {
                let text = value::text(task.sheet.cell(at.0, at.1));
                let example = span
                    .to
                    .pred_opt()
                    .and_then(|day| day.pred_opt())
                    .unwrap_or(span.to);
                let kind = FindingKind::AmbiguousDate { text, example };
                result.findings.push(task.finding(kind, at));
            }
            Ok((span, !ambiguous))
        }
        OccasionDate::Missing => {
            if let Some(asked) = asked {
                // Requested and not yet held: only the request's day is known.
                return Ok((asked, true));
            }
            result
                .findings
                .push(task.finding(FindingKind::MissingDate, cells.anchor()));
            Ok((year.span(task.agreement.term), false))
        }
        OccasionDate::Unreadable { kind, at } => {
            result.findings.push(task.finding(kind, at));
            Ok((year.span(task.agreement.term), false))
        }
    }
}

/// A row that applies and whose number is blank counts from zero without an upper bound.
fn missing_count(
    task: &SheetTask<'_>,
    part: &Part<'_>,
    cells: &Cells<'_>,
    result: &mut MappingResult,
) -> Quantity {
    let at = part
        .count
        .map_or_else(|| cells.anchor(), |mapped| mapped.at);
    let kind = FindingKind::MissingValue {
        field: part.heading.to_owned(),
    };
    result.findings.push(task.finding(kind, at));
    Quantity::UNKNOWN
}

/// Whether the row says only that there was nothing.
fn reports_nothing(cells: &Cells<'_>) -> bool {
    let nothing =
        |cell: &Cell| matches!(cell, Cell::Text(text) if value::is_nothing_to_report(text));
    let is_empty = |cell: &Cell| {
        nothing(cell) || matches!(value::number(cell, true), Parsed::Blank | Parsed::Gap)
    };
    let anywhere = cells.besides_dates().any(|mapped| nothing(mapped.cell))
        || cells.fields().any(|(_, mapped)| nothing(mapped.cell));
    anywhere && cells.besides_dates().all(|mapped| is_empty(mapped.cell))
}
