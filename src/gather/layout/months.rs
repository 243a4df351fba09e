//! Time as columns, a row a kind: months, or weeks or quarters.

use super::amount::{self, CountedCell};
use super::cells::MappedCell;
use super::classify::classified;
use super::cumulative;
use super::fields;
use super::filter;
use super::headings::{HeadingMatch, headings};
use super::indicator;
use super::month_header::{self, Header, RowYear, RowYears};
use super::negative;
use super::outside;
use super::periods::{self, PeriodColumn};
use super::result::{MappingResult, RowDisposition};
use super::scale;
use super::state;
use super::table::{RowKind, TableRows, says};
use super::task::SheetTask;
use super::time_table::table;
use super::years::{self, YearColumns};
use crate::gather::cell::{Cell, Sheet, cell_name};
use crate::gather::header as table_header;
use crate::gather::value::{self, Parsed, State};
use crate::model::activity::Activity;
use crate::model::agreement::{Column, Gives, SheetMapping};
use crate::model::fields::Fields;
use crate::model::finding::{Code, ColourDoubt, FindingKind, HeldDoubt};
use crate::model::quantity::Quantity;
use crate::model::span::DateSpan;
use crate::text::{is_near, same_words};

/// How many of the mapped headings a sheet has, its months counting as one.
pub(crate) fn headings_found(
    sheet: &Sheet,
    wanted: &[&Column],
    mapping: &SheetMapping,
) -> HeadingMatch {
    let is_measure = matches!(mapping.gives, Gives::Indicator(_));
    let years = || YearColumns::find(sheet).filter(|_| is_measure);
    let row = periods::row(sheet).map(|(row, _)| row);
    let Some(row) = row.or_else(|| years().map(|years| years.row)) else {
        return HeadingMatch::default();
    };
    let HeadingMatch { written, found } = HeadingMatch::of(&table(sheet, row, wanted));
    HeadingMatch {
        written: written + 1,
        found: found + 1,
    }
}

pub(super) fn read(task: &SheetTask<'_>) -> MappingResult {
    let mut result = MappingResult::default();
    let wanted = headings(task.mapping);
    let Some((row, mut months)) = periods::row(task.sheet) else {
        if let Gives::Indicator(id) = &task.mapping.gives
            && let Some(years) = YearColumns::find(task.sheet)
        {
            return years::read(task, id, &years);
        }
        if task
            .sheet
            .rows
            .iter()
            .flatten()
            .any(|cell| *cell != Cell::Empty)
        {
            result.damaged = true;
            result
                .findings
                .push(task.sheet_finding(FindingKind::MissingHeading {
                    heading: "januari".to_owned(),
                    nearest: None,
                }));
        }
        return result;
    };
    let Some(rows) = classified(task, table(task.sheet, row, &wanted), &[], &mut result) else {
        return result;
    };
    rows.enter_dispositions(&mut result);
    // Of two tables side by side the right one has other labels, and a finding that it is not read.
    let beside = rows.table.again.iter().map(|again| again.at.1).min();
    months.retain(|month| beside.is_none_or(|beside| month.column < beside));
    let first = months.first().map_or(0, |month| month.column);
    month_header::tell_misspelt(task, row, &months, &mut result);
    let mut header = Header::of(task, (row, 0), months, rows.year, &mut result);
    let years = RowYears::of(task, &rows, first);
    if header.spans.is_empty() && !result.damaged && !years.are_all(&rows) {
        // Months without a year cannot be placed.
        let at = (row, first);
        let text = value::text(task.sheet.cell(row, first));
        result
            .findings
            .push(task.finding(FindingKind::UnreadableDate { text }, at));
        result.damaged = true;
    }
    let mut top = row + 1;
    for (row, kind) in &rows.kinds {
        if periods::is_header(task.sheet, *row) {
            let columns = periods::columns(task.sheet, *row, top);
            // The months of another year, further down; with nothing between they are those of the rows above once more.
            let mut between = top..*row;
            let follows = between.all(|row| table_header::is_blank(task.sheet, row));
            if !follows || !header.has(&columns) {
                let year = rows.year_at(*row);
                header = Header::of(task, (*row, top), columns, year, &mut result);
            }
            continue;
        }
        if matches!(
            kind,
            RowKind::Data { .. } | RowKind::LeftOut | RowKind::Total
        ) {
            top = row + 1;
        }
        let of_year;
        let months = match years.at(*row) {
            RowYear::Other => continue,
            RowYear::Own(year) => {
                of_year = header.in_year(year);
                &of_year
            }
            RowYear::Sheet => &header.spans,
        };
        // A month is reported when any row but a sum has something in it.
        if matches!(kind, RowKind::Data { .. } | RowKind::LeftOut) {
            mark_reported(task, *row, months, &mut result);
        }
        let RowKind::Data { perhaps } = kind else {
            continue;
        };
        let beside = years.is_beside(*row);
        if beside {
            month_header::warn_of_row_beside_years(&rows, *row, first, &mut result);
        }
        let before = result.gathered.activities.len();
        let disposition = take_row(task, &rows, *row, months, *perhaps || beside, &mut result);
        cumulative::doubt_row(&rows, *row, before, &mut result);
        result.dispositions.insert(*row, disposition);
    }
    outside::join(&mut result);
    negative::settle(&mut result);
    scale::settle(&rows, &rows.number_columns(), &mut result);
    fields::number_equals(&mut result.gathered.activities);
    result
}

/// Marks the months in which a row has something as reported: a number, a mark, a gap.
fn mark_reported(
    task: &SheetTask<'_>,
    row: usize,
    months: &[(PeriodColumn, DateSpan)],
    result: &mut MappingResult,
) {
    for (month, span) in months {
        let cell = task.sheet.cell(row, month.column);
        let is_said = value::number(cell, true) != Parsed::Blank && !says(cell, is_not_held);
        if is_said && task.takes_days(*span) && task.as_of.has_come(span.from) {
            result.reported.insert(*span);
        }
    }
}

/// Whether a month's cell only says that something is planned or was called off.
fn is_not_held(text: &str) -> bool {
    value::text_state(text).is_some_and(|text_state| {
        text_state.whole && matches!(text_state.state, State::Planned | State::CalledOff)
    })
}

fn is_planned(text: &str) -> bool {
    value::text_state(text)
        .is_some_and(|text_state| text_state.whole && text_state.state == State::Planned)
}

fn take_row(
    task: &SheetTask<'_>,
    rows: &TableRows<'_>,
    row: usize,
    months: &[(PeriodColumn, DateSpan)],
    mut perhaps: bool,
    result: &mut MappingResult,
) -> RowDisposition {
    let cells = rows.cells(row);
    filter::tell_near(task, &cells, result);
    let activity = match &task.mapping.gives {
        Gives::Indicator(id) => {
            let columns = months.iter().map(|(month, span)| (month.column, *span));
            return indicator::take_row(task, id, row, columns, result);
        }
        Gives::Activity(activity) => activity,
        Gives::ByColumn { column, values } => {
            let written = cells
                .at(column)
                .map(|mapped| value::text(mapped.cell))
                .unwrap_or_default();
            let same = values.iter().find(|(word, _)| same_words(word, &written));
            let near = || values.iter().find(|(word, _)| is_near(&written, word));
            let Some((word, activity)) = same.or_else(near) else {
                return RowDisposition::Skipped;
            };
            if same.is_none()
                && let Some(mapped) = cells.at(column)
            {
                filter::tell_word(task, mapped, Some(word), result);
                perhaps = true;
            }
            activity
        }
        _ => return RowDisposition::Skipped,
    };
    let own_fields = fields::of_row(task, &cells, rows.year_at(row).year, None);
    let mut disposition = RowDisposition::Skipped;
    for (month, span) in months {
        let at = (row, month.column);
        let cell = task.sheet.cell(at.0, at.1);
        if *cell == Cell::Empty {
            warn_of_colour(task, rows, at, result);
            continue;
        }
        let planned = says(cell, is_planned) && task.as_of.has_come(span.to);
        if says(cell, is_not_held) && !(planned && span.overlaps(task.agreement.term)) {
            continue;
        }
        if planned {
            // The month is over: how much of what was planned was done is asked for.
            let (state, word) = (HeldDoubt::Planned, value::text(cell));
            let told = cell_name(at.0, at.1);
            let kind = FindingKind::PerhapsNotHeld {
                state,
                word,
                at: told,
            };
            result.findings.push(task.finding(kind, at));
            let value = Quantity::UNKNOWN;
            let fields = own_fields.clone();
            let made = made(task, activity, (at, *span), value, fields);
            result.gathered.activities.push(made);
            disposition = RowDisposition::Used;
            continue;
        }
        if says(cell, value::is_nothing_to_report) {
            disposition = RowDisposition::Used;
            continue;
        }
        let mut findings = Vec::new();
        let withdrawn = task.sheet.struck.contains(&at);
        let mapped = MappedCell {
            at,
            cell,
            inherited: false,
        };
        let counted = amount::of_cell(task, activity, mapped, *span, &mut findings);
        let some = matches!(counted, CountedCell::Is(_));
        let outside = !task.takes_days(*span);
        if some && (outside || !task.as_of.has_come(span.from)) {
            let (date, guess) = (*span, None);
            let kind = if outside {
                FindingKind::DateOutsideTerm { date, guess }
            } else {
                FindingKind::DateInFuture { date }
            };
            result.findings.push(task.finding(kind, at));
            disposition = disposition.max(RowDisposition::Rejected);
            continue;
        }
        if outside || !task.as_of.has_come(span.from) || counted == CountedCell::Blank {
            continue;
        }
        result.findings.append(&mut findings);
        disposition = RowDisposition::Used;
        let CountedCell::Is(value) = counted else {
            continue;
        };
        if withdrawn {
            result.findings.push(state::withdrawn(task, at));
        }
        let value = if perhaps || withdrawn {
            value.perhaps()
        } else {
            value
        };
        let activity = made(task, activity, (at, *span), value, own_fields.clone());
        result.gathered.activities.push(activity);
    }
    disposition
}

/// What a month's cell gives.
fn made(
    task: &SheetTask<'_>,
    activity: &str,
    (at, span): ((usize, usize), DateSpan),
    value: Quantity,
    fields: Fields,
) -> Activity {
    let mut activity = Activity {
        activity: activity.into(),
        date: span,
        dated: true,
        value,
        source: task.source,
        partner: task.partner(),
        origin: task.origin(at),
        fields,
        content: String::new(),
        rows: 1,
    };
    activity.content = activity.identity("", activity.date);
    activity
}

/// Adds a finding, once a sheet, about a month with only a colour: it shows that something was done, not how much.
fn warn_of_colour(
    task: &SheetTask<'_>,
    rows: &TableRows<'_>,
    at: (usize, usize),
    result: &mut MappingResult,
) {
    let Some(colour) = task.sheet.colours.get(&at) else {
        return;
    };
    let known = result
        .findings
        .iter()
        .any(|finding| finding.code() == Code::UnreadableValue);
    let mut row = (rows.table.left..=rows.table.right)
        .filter(|column| *task.sheet.cell(at.0, *column) != Cell::Empty);
    let decorative = row.any(|column| task.sheet.colours.get(&(at.0, column)) == Some(colour));
    if !known && !decorative {
        let what = ColourDoubt::Count;
        let kind = FindingKind::UnreadableValue { what };
        result.findings.push(task.finding(kind, at));
    }
}

/// The row of months.
pub(crate) fn header_row(sheet: &Sheet) -> Option<usize> {
    periods::row(sheet).map(|(row, _)| row)
}
