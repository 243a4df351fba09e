//! One occasion, a row of a log or a form: when, how much, and what it answers.

use super::amount::{self, Counted};
use super::answers;
use super::cells::{Cells, Spot};
use super::when::{self, SheetYear, When};
use super::{Fate, Job, Taken, fields};
use crate::gather::cell::Cell;
use crate::gather::value::{self, Reading};
use crate::model::activity::Activity;
use crate::model::agreement::Gives;
use crate::model::finding::{Arg, Code};
use crate::model::quantity::Quantity;
use crate::model::same_words;
use crate::model::span::DateSpan;

/// Tells of the time of a row that gives nothing of what is looked for: somebody has written of that week or month, if
/// only of something else. A row that is left out for want of a mark may not be filled in yet, and tells nothing.
pub fn tell_of(job: &Job<'_>, cells: &Cells<'_>, year: SheetYear, taken: &mut Taken) {
    let chosen = match &job.mapping.gives {
        Gives::ByColumn { column, .. } => Some(column),
        _ => None,
    };
    let choosing = chosen
        .into_iter()
        .chain(job.mapping.only_rows.iter().map(|filter| &filter.column));
    let written = choosing.into_iter().all(|column| {
        cells
            .at(column)
            .is_some_and(|spot| *spot.cell != Cell::Empty)
    });
    if let When::Read { span, .. } = when::when(cells, year)
        && written
        && span.overlaps(job.agreement.term)
        && span.from <= job.as_of
    {
        taken.reported.insert(span);
    }
}

/// What an occasion gives of one activity: its name, the counted cell, and that cell's heading.
struct Part<'a> {
    activity: &'a str,
    count: Option<Spot<'a>>,
    heading: &'a str,
}

/// Takes an occasion in. `perhaps` if `where` cannot tell whether it is of the right sort; `blank` if nothing but when
/// stands on its row.
pub fn take<'a>(
    job: &Job<'a>,
    cells: &Cells<'a>,
    year: SheetYear,
    perhaps: bool,
    blank: bool,
    taken: &mut Taken,
) -> Fate {
    let parts = parts(job, cells);
    if parts.is_empty() {
        tell_of(job, cells, year, taken);
        return Fate::Skipped;
    }
    let when = when::when(cells, year);
    let says_when_only = cells.told().next().is_none();
    let exact = matches!(when, When::Read { span, .. } if span.is_exact());
    // What somebody remarks on a day may be an occasion; of a week or a month only what is mapped tells.
    let untold = blank || !exact && cells.told().all(|spot| *spot.cell == Cell::Empty);
    if untold && !(says_when_only || exact && cells.counted().is_empty()) {
        // A date, a week or a month written in beforehand reports nothing yet.
        return Fate::Skipped;
    }
    let request = answers::asked(job, cells, &when, year);
    let (span, dated) = match when_done(
        job,
        cells,
        year,
        when,
        request.as_ref().map(|request| request.date),
        taken,
    ) {
        Ok(known) => known,
        Err(fate) => return fate,
    };
    if dated && (says_when_only || cells.told().any(|spot| *spot.cell != Cell::Empty)) {
        taken.reported.insert(span);
    }
    if reports_nothing(cells) {
        return Fate::Used;
    }
    let own_fields = fields::of_row(job, cells, year.year);
    let is_request = request.is_some();
    if let Some(request) = request {
        let fields = own_fields.clone();
        taken.gathered.requests.extend(
            parts
                .first()
                .map(|part| request.made(job, part.activity, cells, span, dated, fields)),
        );
    }
    let before = taken.gathered.activities.len();
    let several = parts.len() > 1;
    let mut all_blank = true;
    for part in &parts {
        let mut findings = Vec::new();
        let counted = amount::of_row(job, part.activity, cells, part.count, span, &mut findings);
        taken.findings.append(&mut findings);
        all_blank &= counted == Counted::Blank;
        let value = match counted {
            Counted::Is(value) => value,
            Counted::Nothing => continue,
            // Of several columns only those of the right sort are filled in.
            Counted::Blank if several => continue,
            Counted::Blank => missing_count(job, part, cells, taken),
        };
        let origin = job.origin(part.count.map_or_else(|| cells.anchor(), |spot| spot.at));
        let mut activity = Activity {
            activity: part.activity.into(),
            date: span,
            dated,
            value: if perhaps { value.perhaps() } else { value },
            source: job.source,
            partner: job.partner(),
            origin,
            fields: own_fields.clone(),
            content: String::new(),
        };
        activity.content = fields::content(&activity, if several { part.heading } else { "" });
        taken.gathered.activities.push(activity);
    }
    // A row that asks for something is used, whatever of it is counted.
    if several && all_blank && !is_request && taken.gathered.activities.len() == before {
        return Fate::Skipped;
    }
    Fate::Used
}

/// The activities that an occasion can give, and where their numbers stand.
fn parts<'a>(job: &Job<'a>, cells: &Cells<'a>) -> Vec<Part<'a>> {
    let mapping = job.mapping;
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
            let Some(spot) = cells.at(column) else {
                return Vec::new();
            };
            let field = value::field(spot.cell, None);
            let whole = values
                .iter()
                .find(|(word, _)| same_words(word, &field.text));
            let listed = values
                .iter()
                .filter(|(word, _)| field.words.iter().any(|said| same_words(word, said)));
            let mut said: Vec<&str> = match whole {
                Some((_, activity)) => vec![activity],
                None => listed.map(|(_, activity)| activity.as_str()).collect(),
            };
            said.sort_unstable();
            said.dedup();
            said.into_iter()
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

/// The days it can have happened on, and whether they were read; or why it is left out.
fn when_done(
    job: &Job<'_>,
    cells: &Cells<'_>,
    year: SheetYear,
    when: When,
    asked: Option<DateSpan>,
    taken: &mut Taken,
) -> Result<(DateSpan, bool), Fate> {
    match when {
        When::Read { span, at, assumed } => {
            if assumed {
                year.tell(job, taken);
            }
            if !span.overlaps(job.agreement.term) {
                let guess = when::meant(job, span.from, year).filter(|_| span.is_exact());
                let finding = job.finding(Code::DateOutsideTerm, at).with("date", span);
                taken
                    .findings
                    .push(finding.with("guess", guess.map_or(Arg::from("none"), Arg::from)));
                return Err(Fate::Rejected);
            }
            if span.from > job.as_of {
                taken
                    .findings
                    .push(job.finding(Code::DateInFuture, at).with("date", span));
                return Err(Fate::Rejected);
            }
            Ok((span, true))
        }
        When::Missing => {
            if let Some(asked) = asked {
                // Asked for and not yet held: the request's day is what is known of it.
                return Ok((asked, true));
            }
            taken
                .findings
                .push(job.finding(Code::MissingDate, cells.anchor()));
            Ok((year.span(job.agreement.term), false))
        }
        When::Unreadable { code, text, at } => {
            taken
                .findings
                .push(job.finding(code, at).with("text", text));
            Ok((year.span(job.agreement.term), false))
        }
    }
}

/// A row of the right sort whose number is blank counts nothing or any number.
fn missing_count(job: &Job<'_>, part: &Part<'_>, cells: &Cells<'_>, taken: &mut Taken) -> Quantity {
    let at = part.count.map_or_else(|| cells.anchor(), |spot| spot.at);
    taken.findings.push(
        job.finding(Code::MissingValue, at)
            .with("field", part.heading),
    );
    Quantity::UNKNOWN
}

/// Whether the row says that there was nothing, and nothing else.
fn reports_nothing(cells: &Cells<'_>) -> bool {
    let nothing =
        |cell: &Cell| matches!(cell, Cell::Text(text) if value::is_nothing_to_report(text));
    let silent = |cell: &Cell| {
        nothing(cell) || matches!(value::number(cell, true), Reading::Blank | Reading::Gap)
    };
    let anywhere = cells.told().any(|spot| nothing(spot.cell))
        || cells.fields().any(|(_, spot)| nothing(spot.cell));
    anywhere && cells.told().all(|spot| silent(spot.cell))
}
