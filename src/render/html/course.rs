//! How a verdict has gone, month by month: a strip of symbols, and the same in words.

use chrono::Datelike;
use serde::Serialize;

use super::labels::{Badge, tint, tone};
use crate::model::assessment::Status;
use crate::model::edition::{Edition, EditionPledge};
use crate::model::finding::Phrase;
use crate::model::report::CourseMonth;
use crate::model::span::DateSpan;
use crate::wording::Wording;

/// The side of a month's square, and its distance to the next.
const STEP: usize = 20;

/// The course of a pledge's verdict, worded.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct CourseView {
    /// Whether there is more than one month to tell of.
    pub shown: bool,
    /// Whether the strip is drawn, with its runs as a list: a short page tells it in a sentence, beside the small picture.
    pub(crate) drawn: bool,
    /// What the picture is called among those of the page.
    pub id: String,
    pub title: String,
    /// The runs in one sentence.
    pub(crate) description: String,
    pub(crate) width: usize,
    pub(crate) months: Vec<MonthView>,
    pub(crate) years: Vec<YearMark>,
    pub(crate) runs: Vec<Run>,
}

/// A month's square.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct MonthView {
    pub(crate) x: usize,
    /// The status' symbol, on the first month that has it; else empty.
    pub(crate) path: &'static str,
    pub(crate) tone: &'static str,
    pub(crate) tint: &'static str,
}

/// Where a year begins.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct YearMark {
    pub(crate) x: usize,
    pub year: i32,
}

/// Months that follow each other with the same verdict.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Run {
    pub(crate) badge: Badge,
    pub span: String,
}

impl CourseView {
    /// The course of a pledge, as long as the edition bears.
    pub(super) fn of(edition: &Edition, pledge: &EditionPledge, wording: &Wording) -> CourseView {
        let whole = CourseView::new(pledge.number, &pledge.course, wording);
        if edition.details.is_some() {
            return whole;
        }
        CourseView {
            drawn: false,
            months: Vec::new(),
            years: Vec::new(),
            runs: Vec::new(),
            ..whole
        }
    }

    /// The course of the pledge with this number.
    pub(crate) fn new(number: usize, moments: &[CourseMonth], wording: &Wording) -> CourseView {
        // What is only described has no way that it could go.
        let described = |moment: &CourseMonth| moment.status == Status::Described;
        if moments.len() < 2 || moments.iter().all(described) {
            return CourseView::default();
        }
        let runs = runs(moments, wording);
        let words = runs
            .iter()
            .map(|run| format!("{}: {}", run.badge.word, run.span))
            .collect::<Vec<_>>()
            .join("; ");
        CourseView {
            shown: true,
            drawn: true,
            id: format!("course-{number}"),
            title: wording.phrase(&Phrase::new("ui-course-title").with("number", number)),
            description: words,
            width: moments.len() * STEP,
            months: moments
                .iter()
                .enumerate()
                .map(|(index, moment)| {
                    let before = index.checked_sub(1).and_then(|before| moments.get(before));
                    let is_new = before.is_none_or(|before| before.status != moment.status);
                    square(index, moment, is_new, wording)
                })
                .collect(),
            years: years(moments),
            runs,
        }
    }
}

fn square(index: usize, moment: &CourseMonth, is_new: bool, wording: &Wording) -> MonthView {
    let Badge { path, .. } = Badge::new(moment.status, wording);
    MonthView {
        x: index * STEP,
        path: if is_new { path } else { "" },
        tone: tone(moment.status),
        tint: tint(moment.status),
    }
}

fn years(moments: &[CourseMonth]) -> Vec<YearMark> {
    let mut years: Vec<YearMark> = Vec::new();
    for (index, moment) in moments.iter().enumerate() {
        let year = moment.month.from.year();
        if years.last().is_none_or(|last| last.year != year) {
            years.push(YearMark {
                x: index * STEP,
                year,
            });
        }
    }
    years
}

fn runs(moments: &[CourseMonth], wording: &Wording) -> Vec<Run> {
    let same = moments.chunk_by(|one, next| one.status == next.status);
    let run = |moments: &[CourseMonth]| {
        let (first, last) = (moments.first()?, moments.last()?);
        Some(Run {
            badge: Badge::new(first.status, wording),
            span: wording.months(DateSpan::new(first.month.from, last.month.to)),
        })
    };
    same.filter_map(run).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::super::sample;
    use super::*;

    #[test]
    fn months_with_the_same_verdict_are_one_run() {
        let wording = Wording::new("sv", &sample::activities()).unwrap();
        let moment = |year, month, status| CourseMonth {
            month: DateSpan::month(year, month).unwrap(),
            status,
            figures: Vec::new(),
        };
        let words = [
            moment(2022, 11, Status::OnTrack),
            moment(2022, 12, Status::OnTrack),
            moment(2023, 1, Status::Behind),
        ];
        let view = CourseView::new(3, &words, &wording);
        assert_eq!(
            view.description,
            "I fas: november–december 2022; Ligger efter: januari 2023"
        );
        assert_eq!(
            view.years
                .iter()
                .map(|mark| (mark.x, mark.year))
                .collect::<Vec<_>>(),
            [(0, 2022), (40, 2023)]
        );
        assert_eq!(view.months.len(), 3);
        for nothing in [Vec::new(), vec![moment(2023, 1, Status::Described); 2]] {
            assert!(!CourseView::new(3, &nothing, &wording).shown);
        }
    }
}
