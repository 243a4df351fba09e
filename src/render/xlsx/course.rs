//! The figures that the page's pictures are drawn from: a row a target and month.

use super::super::overview::short_name;
use super::cell::TableCell;
use super::sheet::{Print, SheetTable};
use super::texts::Texts;
use crate::model::edition::{EditionPledge, EditionTarget};
use crate::model::report::{CourseMonth, Figure};

type Drawn<'a> = (
    &'a EditionPledge,
    &'a EditionTarget,
    &'a CourseMonth,
    &'a Figure,
);

/// The sheet. What an average asks is what the days so far ask.
pub(super) fn table<'a>(texts: &'a Texts<'a>) -> SheetTable<'a> {
    let drawn = || {
        let pledges = texts.edition.pledges.iter();
        let targets = pledges.flat_map(|pledge| pledge.targets.iter().map(move |of| (pledge, of)));
        targets.flat_map(|(pledge, target)| {
            pledge.course.iter().filter_map(move |moment| {
                let figure = moment.figures.iter().find(|one| one.target == target.id)?;
                Some((pledge, target, moment, figure))
            })
        })
    };
    let row = |(pledge, target, moment, figure): Drawn<'a>| {
        let asked = figure.pace.filter(|_| target.kind != "average");
        vec![
            TableCell::ordinal(pledge.number),
            TableCell::text(&short_name(pledge)),
            TableCell::text(&texts.wording.phrase(&target.phrase)),
            TableCell::text(&moment.month.from.format("%Y-%m").to_string()),
            TableCell::Amount(figure.outcome.low()),
            texts.high(figure.outcome),
            TableCell::Amount(asked.unwrap_or(figure.required)),
            TableCell::Amount(figure.required),
            TableCell::Key(pledge.id.clone()),
        ]
    };
    let columns = [
        ("xlsx-number", 5),
        ("xlsx-id", 34),
        ("xlsx-target", 34),
        ("ui-month", 10),
        ("xlsx-low", 12),
        ("xlsx-high", 12),
        ("ui-asked-then", 12),
        ("ui-part-required", 12),
        ("xlsx-pledge-key", 22),
    ];
    let columns = columns.map(|(key, width)| texts.column(key, width));
    texts.table(
        "CourseFigures",
        "xlsx-course-figures",
        columns.into(),
        (drawn().count(), Box::new(drawn().map(row))),
        Print::Nothing,
    )
}
