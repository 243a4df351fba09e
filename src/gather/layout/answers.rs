//! Requests and their answers, on one row or on two sheets joined by a case number.

use super::answer_day::answer;
use super::cells::{Cells, MappedCell};
use super::classify::table_rows;
use super::fields;
use super::result::{AnswerRow, MappingResult, RowDisposition};
use super::table::RowKind;
use super::task::SheetTask;
use super::when::{OccasionDate, SheetYear, why_no_date};
use crate::gather::heading_words::fold;
use crate::gather::value::{self, Parsed};
use crate::model::activity::{Answer, Request};
use crate::model::agreement::Gives;
use crate::model::fields::Fields;
use crate::model::finding::{Finding, FindingKind};
use crate::model::name::Name;
use crate::model::span::DateSpan;
use std::collections::{BTreeMap, BTreeSet};

/// The request of a row.
pub(crate) struct RequestRow {
    /// The day of the request.
    pub date: DateSpan,
    dated: bool,
    answer: Answer,
    /// The cell of an answer that cannot be read.
    unread: Option<(usize, usize)>,
}

impl RequestRow {
    /// A finding about an answer that cannot be read.
    pub(crate) fn unread(&self, task: &SheetTask<'_>) -> Option<Finding> {
        let at = self.unread?;
        Some(task.finding(why_no_date(task.sheet.cell(at.0, at.1)), at))
    }

    /// The request, with the row's own day.
    pub(crate) fn made(
        self,
        task: &SheetTask<'_>,
        activity: &str,
        cells: &Cells<'_>,
        span: DateSpan,
        dated: bool,
        fields: Fields,
    ) -> Request {
        let case = cells
            .field("case")
            .map(|mapped| value::text(mapped.cell))
            .filter(|case| !case.is_empty());
        let own = self.dated;
        Request {
            activity: activity.into(),
            date: if own { self.date } else { span },
            dated: own || dated,
            answer: self.answer,
            case,
            source: task.source,
            origin: task.origin(cells.anchor()),
            fields,
        }
    }
}

/// The request of a row; `None` if its sheet logs no requests, or the row is none.
pub(crate) fn asked(
    task: &SheetTask<'_>,
    cells: &Cells<'_>,
    when: &OccasionDate,
    year: SheetYear,
) -> Option<RequestRow> {
    let own = if let OccasionDate::Read { span, .. } = when {
        Some(*span)
    } else {
        None
    };
    let request = cells.field("request");
    let answered = cells.field("answered");
    if request.is_none() && answered.is_none() && !answered_elsewhere(task) {
        return None;
    }
    let requested = match request {
        None => None,
        Some(mapped) => match value::date(mapped.cell, year.year) {
            Parsed::Is(dated) => Some(dated.span),
            // A mark: a request on the row's own day.
            _ => value::field(mapped.cell, year.year)
                .marked
                .then_some(own)
                .flatten()
                .or(None),
        },
    };
    if request
        .is_some_and(|mapped| requested.is_none() && !value::field(mapped.cell, year.year).marked)
    {
        return None;
    }
    let date = requested.or(own).unwrap_or(year.span(task.agreement.term));
    let mut unread = None;
    let answer = match (answered, requested.is_some() && request.is_some()) {
        (Some(mapped), _) => {
            let (answer, any_day) = answer(mapped, date);
            unread = any_day.then_some(mapped.at);
            answer
        }
        // Requested for one day and held on another, with no column of answers: holding it is the answer.
        (None, true) => own.map_or(Answer::Not, Answer::On),
        (None, false) => Answer::Not,
    };
    Some(RequestRow {
        date,
        dated: requested.is_some(),
        answer,
        unread,
    })
}

/// Whether another sheet has the answers to this one's requests.
fn answered_elsewhere(task: &SheetTask<'_>) -> bool {
    let mappings = task.agreement.sheets();
    let answers = |activity: &str| {
        mappings.clone().any(
            |mapping| matches!(&mapping.gives, Gives::Answers(answered) if answered == activity),
        )
    };
    task.mapping.columns.contains_key("case") && task.mapping.activities().any(answers)
}

/// Reads a sheet of answers.
pub(super) fn read(task: &SheetTask<'_>, activity: &str) -> MappingResult {
    let mut result = MappingResult::default();
    let Some(rows) = table_rows(task, &["case"], &mut result) else {
        return result;
    };
    rows.enter_dispositions(&mut result);
    for (row, kind) in &rows.kinds {
        let RowKind::Data { .. } = kind else { continue };
        let cells = rows.cells(*row);
        let written = cells
            .field("case")
            .map(|mapped| (value::text(mapped.cell), task.origin(mapped.at)))
            .filter(|(case, _)| !fold(case).is_empty());
        let Some(written) = written else {
            result.dispositions.insert(*row, RowDisposition::Skipped);
            continue;
        };
        let mapped = cells.field("answered").or_else(|| cells.field("date"));
        let day = cells
            .field("date")
            .map(|mapped| value::date(mapped.cell, rows.year_at(*row).year));
        // An answer without a year is in the year of its sheet.
        let about = rows.year_at(*row).span(task.agreement.term);
        let read = mapped.map(|mapped| (answer(mapped, about), mapped));
        if let Some(((_, true), mapped)) = read {
            result.findings.push(unreadable_date(task, mapped));
        }
        let answer = match (read.map(|((answer, _), _)| answer), day) {
            // A mark beside a date: answered on that day.
            (Some(Answer::SameDay), Some(Parsed::Is(dated))) => Answer::On(dated.span),
            (answer, _) => answer.unwrap_or(Answer::Not),
        };
        let fields = fields::of_row(task, &cells, rows.year_at(*row).year, None);
        result.answers.push(AnswerRow {
            activity: activity.into(),
            case: fold(&written.0),
            written,
            answer,
            fields,
        });
        result.dispositions.insert(*row, RowDisposition::Used);
    }
    result
}

/// Gives every request its first answer, and the fields of that answer's row.
pub fn join(requests: &mut [Request], answers: &[AnswerRow]) {
    let mut by_case: BTreeMap<(&Name, &str), Vec<&AnswerRow>> = BTreeMap::new();
    for answer in answers {
        by_case
            .entry((&answer.activity, &answer.case))
            .or_default()
            .push(answer);
    }
    for request in requests {
        let Some(case) = request.case.as_deref().map(fold) else {
            continue;
        };
        let own = by_case
            .get(&(&request.activity, case.as_str()))
            .into_iter()
            .flatten();
        // An answer with a date comes before one without, an answer before none. One from before the request is used
        // only if there is no other.
        let asked = request.date.from;
        let rank = |answer: Answer| match answer {
            Answer::On(span) if span.to >= asked => (0, Some(span)),
            Answer::SameDay => (1, None),
            Answer::On(span) => (2, Some(span)),
            Answer::Not => (3, None),
        };
        let Some(first) = own.min_by_key(|answer| rank(answer.answer)) else {
            continue;
        };
        if rank(first.answer) < rank(request.answer) {
            request.answer = first.answer;
        }
        for (name, field) in first.fields.iter() {
            if request.fields.get(name).is_none() {
                request.fields.insert(name.clone(), field.clone());
            }
        }
    }
}

/// Findings about answers whose case no request has.
pub fn answers_without_request<'a>(
    requests: &'a [Request],
    answers: &'a [AnswerRow],
) -> impl Iterator<Item = Finding> + 'a {
    let asked: BTreeSet<(&Name, String)> = requests
        .iter()
        .filter_map(|request| Some((&request.activity, fold(request.case.as_deref()?))))
        .collect();
    let unanswered = answers.iter().filter(move |answer| {
        answer.answer != Answer::Not && !asked.contains(&(&answer.activity, answer.case.clone()))
    });
    unanswered.map(|answer| {
        let (case, origin) = &answer.written;
        Finding::new(
            FindingKind::AnswerWithoutRequest { case: case.clone() },
            origin,
        )
    })
}

/// The day of a cell that need not have one; what cannot be read has a finding.
pub(super) fn day(
    task: &SheetTask<'_>,
    mapped: MappedCell<'_>,
    year: SheetYear,
    result: &mut MappingResult,
) -> Option<DateSpan> {
    match value::date(mapped.cell, year.year) {
        Parsed::Is(dated) => Some(dated.span),
        Parsed::Blank | Parsed::Gap | Parsed::Withheld => None,
        Parsed::Not(_) | Parsed::Error(_) | Parsed::Uncalculated => {
            result.findings.push(unreadable_date(task, mapped));
            None
        }
    }
}

/// A finding that a cell's date cannot be read.
pub(crate) fn unreadable_date(task: &SheetTask<'_>, mapped: MappedCell<'_>) -> Finding {
    task.finding(why_no_date(mapped.cell), mapped.at)
}
