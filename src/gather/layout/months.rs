//! A row a kind, time as columns: months, as a rule, or weeks or quarters.

use super::amount::{self, Counted};
use super::cells::Spot;
use super::periods::{self, PeriodColumn};
use super::table::{Kind, Rows, says};
use super::when::SheetYear;
use super::{Fate, Job, Likeness, Taken, fields, headings};
use crate::gather::cell::{Cell, Sheet};
use crate::gather::header::{self, Table};
use crate::gather::value::{self, Reading};
use crate::model::activity::Activity;
use crate::model::agreement::{Column, Gives};
use crate::model::finding::{Arg, Code};
use crate::model::same_words;
use crate::model::span::DateSpan;

/// How many of the headings asked for a sheet has, its months counting as one.
pub fn headings_found(sheet: &Sheet, wanted: &[&Column]) -> Likeness {
    let Some((row, _)) = periods::row(sheet) else {
        return Likeness::default();
    };
    let Likeness { written, found } = Likeness::of(&table(sheet, row, wanted));
    Likeness {
        written: written + 1,
        found: found + 1,
    }
}

/// Reads a sheet of month columns.
pub fn take(job: &Job<'_>) -> Taken {
    let mut taken = Taken::default();
    let wanted = headings(job.mapping);
    let Some((row, mut months)) = periods::row(job.sheet) else {
        if job
            .sheet
            .rows
            .iter()
            .flatten()
            .any(|cell| *cell != Cell::Empty)
        {
            taken.damaged = true;
            let finding = job
                .sheet_finding(Code::MissingHeading)
                .with("heading", "januari");
            taken.findings.push(finding.with("nearest", "none"));
        }
        return taken;
    };
    let Some(rows) = Rows::of(job, table(job.sheet, row, &wanted), &[], &mut taken) else {
        return taken;
    };
    rows.enter_fates(&mut taken);
    // Of two tables side by side the right one has other labels; that it is not read is told.
    let beside = rows.table.again.iter().map(|again| again.at.1).min();
    months.retain(|month| beside.is_none_or(|beside| month.column < beside));
    let first = months.first().map_or(0, |month| month.column);
    let mut months = spans(job, &months, rows.year, &mut taken);
    if months.is_empty() {
        // Months without a year cannot be placed.
        let at = (row, first);
        taken.findings.push(
            job.finding(Code::UnreadableDate, at)
                .with("text", value::text(job.sheet.cell(row, first))),
        );
        taken.damaged = true;
    }
    let mut top = row + 1;
    for (row, kind) in &rows.kinds {
        if periods::is_header(job.sheet, *row) {
            // The months of another year, further down.
            months = spans(
                job,
                &periods::columns(job.sheet, *row, top),
                rows.year_at(*row),
                &mut taken,
            );
            continue;
        }
        if matches!(kind, Kind::Data { .. } | Kind::LeftOut | Kind::Total) {
            top = row + 1;
        }
        // A month is told about when any row but a sum has something in it, of whatever sort.
        if matches!(kind, Kind::Data { .. } | Kind::LeftOut) {
            tell_of(job, *row, &months, &mut taken);
        }
        let Kind::Data { perhaps } = kind else {
            continue;
        };
        let fate = take_row(job, &rows, *row, &months, *perhaps, &mut taken);
        taken.fates.insert(*row, fate);
    }
    fields::number_equals(&mut taken.gathered.activities);
    taken
}

/// Tells of the months in which a row has something: a number, a mark, a gap.
fn tell_of(job: &Job<'_>, row: usize, months: &[(PeriodColumn, DateSpan)], taken: &mut Taken) {
    for (month, span) in months {
        let cell = job.sheet.cell(row, month.column);
        let is_said = value::number(cell, true) != Reading::Blank
            && !says(cell, value::is_planned_or_cancelled);
        if is_said && span.overlaps(job.agreement.term) && span.from <= job.as_of {
            taken.reported.insert(*span);
        }
    }
}

/// The days of every month column whose year is known.
fn spans(
    job: &Job<'_>,
    months: &[PeriodColumn],
    year: SheetYear,
    taken: &mut Taken,
) -> Vec<(PeriodColumn, DateSpan)> {
    let sheet_year = year.year.filter(|_| periods::is_one_year(months));
    let known: Vec<_> = months
        .iter()
        .filter_map(|month| Some((*month, month.span(sheet_year)?)))
        .collect();
    if known.iter().any(|(month, _)| month.year.is_none()) {
        year.tell(job, taken);
    }
    known
}

/// Whether a header of months names their years itself.
pub fn names_years(sheet: &Sheet, row: usize) -> bool {
    periods::columns(sheet, row, row)
        .iter()
        .any(|month| month.year.is_some())
}

fn take_row(
    job: &Job<'_>,
    rows: &Rows<'_>,
    row: usize,
    months: &[(PeriodColumn, DateSpan)],
    perhaps: bool,
    taken: &mut Taken,
) -> Fate {
    let cells = rows.cells(row);
    let activity = match &job.mapping.gives {
        Gives::Activity(activity) => activity,
        Gives::ByColumn { column, values } => {
            let said = cells
                .at(column)
                .map(|spot| value::text(spot.cell))
                .unwrap_or_default();
            let Some((_, activity)) = values.iter().find(|(word, _)| same_words(word, &said))
            else {
                return Fate::Skipped;
            };
            activity
        }
        _ => return Fate::Skipped,
    };
    let own_fields = fields::of_row(job, &cells, rows.year_at(row).year);
    let mut fate = Fate::Skipped;
    for (month, span) in months {
        let at = (row, month.column);
        let cell = job.sheet.cell(at.0, at.1);
        if *cell == Cell::Empty {
            tell_colour(job, rows, at, taken);
            continue;
        }
        if says(cell, value::is_planned_or_cancelled) {
            continue;
        }
        let mut findings = Vec::new();
        let spot = Spot {
            at,
            cell,
            inherited: false,
        };
        let counted = amount::of_cell(job, activity, spot, *span, &mut findings);
        let some = matches!(counted, Counted::Is(_));
        let outside = !span.overlaps(job.agreement.term);
        if some && (outside || span.from > job.as_of) {
            let code = if outside {
                Code::DateOutsideTerm
            } else {
                Code::DateInFuture
            };
            let finding = job.finding(code, at).with("date", *span);
            taken.findings.push(if outside {
                finding.with("guess", Arg::from("none"))
            } else {
                finding
            });
            fate = fate.max(Fate::Rejected);
            continue;
        }
        if outside || span.from > job.as_of || counted == Counted::Blank {
            continue;
        }
        taken.findings.append(&mut findings);
        fate = Fate::Used;
        let Counted::Is(value) = counted else {
            continue;
        };
        let mut activity = Activity {
            activity: activity.into(),
            date: *span,
            dated: true,
            value: if perhaps { value.perhaps() } else { value },
            source: job.source,
            partner: job.partner(),
            origin: job.origin(at),
            fields: own_fields.clone(),
            content: String::new(),
        };
        activity.content = fields::content(&activity, "");
        taken.gathered.activities.push(activity);
    }
    fate
}

/// Asks, once a sheet, for the number of a month that only has a colour: that something was done is no count.
fn tell_colour(job: &Job<'_>, rows: &Rows<'_>, at: (usize, usize), taken: &mut Taken) {
    let Some(colour) = job.sheet.colours.get(&at) else {
        return;
    };
    let told = taken
        .findings
        .iter()
        .any(|finding| finding.code == Code::UnreadableValue);
    let mut row = (rows.table.left..=rows.table.right)
        .filter(|column| *job.sheet.cell(at.0, *column) != Cell::Empty);
    let dress = row.any(|column| job.sheet.colours.get(&(at.0, column)) == Some(colour));
    if !told && !dress {
        taken
            .findings
            .push(job.finding(Code::UnreadableValue, at).with("what", "count"));
    }
}

/// The row of months.
pub fn header_row(sheet: &Sheet) -> Option<usize> {
    periods::row(sheet).map(|(row, _)| row)
}

/// The table whose header is the row of months; the headings asked for stand on it, or on the rows just above.
fn table(sheet: &Sheet, row: usize, wanted: &[&Column]) -> Table {
    let top = row.saturating_sub(2);
    let above = Sheet {
        rows: sheet.rows.iter().take(row + 1).skip(top).cloned().collect(),
        ..Sheet::default()
    };
    let mut table = header::find(&above, wanted).unwrap_or_else(|| header::without(wanted));
    for near in &mut table.near {
        near.at.0 += top;
    }
    let cells = sheet.rows.get(row).map(Vec::as_slice).unwrap_or_default();
    let filled = || {
        cells
            .iter()
            .enumerate()
            .filter(|(_, cell)| **cell != Cell::Empty)
            .map(|(column, _)| column)
    };
    // All of its row: a table of months has labels to the left, often without a heading.
    let last = filled().next_back().unwrap_or(0).max(table.right);
    Table {
        first: row.min(top + table.first),
        last: row,
        left: 0,
        right: last,
        ..table
    }
}
