//! One line a pledge, with the small picture of its course.

use serde::Serialize;

use super::super::overview::{counted, tally_of};
use super::super::plain::{self, abridged};
use super::super::standing::{Explanation, Standing};
use super::labels::Badge;
use crate::model::assessment::Status;
use crate::model::finding::Phrase;
use crate::model::report::CourseMonth;
use crate::wording::Wording;

/// The width of a month in the small picture with the gap after it, and the whole height, in its own units.
const MONTH: usize = 4;
const HEIGHT: usize = 12;
/// Of so many pledges that somebody has to act on, the promised words are told too.
const AT_LENGTH: usize = 6;

/// A pledge on one line. Texts that there are none of are empty.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct LineView {
    pub number: usize,
    /// The page that has the pledge's details; empty where that is this one.
    pub(crate) page: &'static str,
    /// What the pledge is called.
    pub name: String,
    /// The promised words, where the name does not hold them all.
    pub(crate) promise: String,
    pub(crate) badge: Badge,
    /// How many of its targets hold.
    pub(crate) held: String,
    /// What was done and what is asked.
    pub(crate) figure: String,
    pub responsible: String,
    pub(crate) small_course: SmallCourse,
    /// The reckoning and what is missing, a line a window.
    pub(crate) lines: Vec<String>,
    /// What is still to be done, and by when.
    pub(crate) to_do: Vec<String>,
    /// Windows before that were not kept.
    pub(crate) earlier: Vec<String>,
    pub(crate) why: String,
    pub(crate) next: String,
    /// Who says why, and in which report.
    pub(crate) said: String,
    /// Said where something is unexplained.
    pub(crate) lacking: String,
}

/// How a verdict has gone, as small as a word: the higher a month, the better it stood.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct SmallCourse {
    /// Whether there is more than one month to tell of.
    pub shown: bool,
    pub(crate) width: usize,
    pub(crate) months: Vec<SmallMonth>,
    /// The same bars, all of one status together.
    pub(crate) runs: Vec<SmallRun>,
}

/// Bars of one status.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct SmallRun {
    /// The status' stable name.
    pub name: &'static str,
    pub(crate) unknown: bool,
    /// As SVG writes them: a line of dashes as thick as the bars are high for months that follow each other, and outlines where
    /// nobody can tell.
    pub(crate) path: String,
}

/// A month of it.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct SmallMonth {
    /// The status' stable name.
    pub name: &'static str,
    pub(crate) x: usize,
    pub(crate) y: usize,
    pub(crate) height: usize,
    /// Whether nobody can tell how it stood: drawn as an outline.
    pub(crate) unknown: bool,
}

impl LineView {
    pub(crate) fn new(standing: Standing<'_>, wording: &Wording) -> LineView {
        let Standing {
            pledge,
            name,
            held,
            figure,
            responsible,
            lines,
            to_do,
            earlier,
            explanation,
        } = standing;
        let Explanation {
            why,
            next,
            said,
            lacking,
        } = explanation.unwrap_or_default();
        let whole = abridged(&pledge.text, plain::FIRST_SCREEN);
        let is_whole =
            name == whole || (pledge.name.is_none() && whole.chars().count() <= plain::NAME);
        LineView {
            number: pledge.number,
            page: "",
            promise: if is_whole { String::new() } else { whole },
            name,
            badge: Badge::flagged(pledge.status, pledge.is_urgent(), wording),
            held,
            figure,
            responsible,
            small_course: SmallCourse::new(&pledge.course),
            lines,
            to_do,
            earlier,
            why,
            next,
            said,
            lacking,
        }
    }

    /// The line without what is told below it: the pledge has it all under its own heading.
    pub(crate) fn alone(self) -> LineView {
        LineView {
            promise: String::new(),
            lines: Vec::new(),
            to_do: Vec::new(),
            why: String::new(),
            next: String::new(),
            said: String::new(),
            lacking: String::new(),
            ..self
        }
    }
}

impl SmallCourse {
    /// The course; the pledge's runs of months say the same in words.
    pub(crate) fn new(moments: &[CourseMonth]) -> SmallCourse {
        let is_told = moments.iter().any(|one| one.status != Status::Described);
        if moments.len() < 2 || !is_told {
            return SmallCourse::default();
        }
        let month = |(index, moment): (usize, &CourseMonth)| {
            let height = height(moment.status);
            SmallMonth {
                name: moment.status.name(),
                x: index * MONTH,
                y: HEIGHT - height,
                height,
                unknown: matches!(moment.status, Status::Undecided | Status::NotReported),
            }
        };
        let months: Vec<SmallMonth> = moments.iter().enumerate().map(month).collect();
        SmallCourse {
            shown: true,
            width: moments.len() * MONTH,
            runs: runs(&months),
            months,
        }
    }
}

/// The bars of each status, in the order in which they come.
fn runs(months: &[SmallMonth]) -> Vec<SmallRun> {
    let mut runs: Vec<SmallRun> = Vec::new();
    for same in months.chunk_by(|one, next| one.name == next.name) {
        let Some(first) = same.first() else {
            continue;
        };
        let path = if first.unknown {
            same.iter().map(outline).collect()
        } else {
            dashes(first, same.len())
        };
        match runs.iter_mut().find(|run| run.name == first.name) {
            Some(run) => run.path += &path,
            None => runs.push(SmallRun {
                name: first.name,
                unknown: first.unknown,
                path,
            }),
        }
    }
    runs
}

/// So many bars from the first on, as one line through the middle of their height.
fn dashes(first: &SmallMonth, months: usize) -> String {
    let half = if first.height.is_multiple_of(2) {
        ""
    } else {
        ".5"
    };
    let (middle, length) = (first.y + first.height / 2, months * MONTH - 1);
    format!("M{} {middle}{half}h{length}", first.x)
}

fn outline(month: &SmallMonth) -> String {
    let width = MONTH - 1;
    format!(
        "M{} {}v{}h{width}v-{}z",
        month.x, month.y, month.height, month.height
    )
}

/// The better, the higher; what cannot be told is as high as the whole.
fn height(status: Status) -> usize {
    match status {
        Status::Fulfilled | Status::Undecided | Status::NotReported | Status::Withheld => HEIGHT,
        Status::OnTrack => 9,
        Status::Behind => 6,
        Status::Partial => 4,
        Status::NotFulfilled => 3,
        Status::NotStarted | Status::NoNeed | Status::Described => 1,
    }
}

/// Pledges, a line each; the promised words only where they are few.
pub(super) fn lines(standings: Vec<Standing<'_>>, wording: &Wording) -> Vec<LineView> {
    let at_length = standings.len() <= AT_LENGTH;
    let view = |standing| {
        let mut line = LineView::new(standing, wording);
        if !at_length {
            line.promise.clear();
        }
        line
    };
    standings.into_iter().map(view).collect()
}

/// «De övriga 41 löftena: 30 uppfyllda, 11 i fas»; empty if there are none.
pub(super) fn rest_heading(rest: &[Standing<'_>], wording: &Wording) -> String {
    if rest.is_empty() {
        return String::new();
    }
    let counts = tally_of(rest.iter().map(|standing| standing.pledge.status));
    let counts: Vec<String> = (counts.iter())
        .map(|count| counted(count, wording))
        .collect();
    wording.phrase(
        &Phrase::new("ui-rest")
            .with("count", rest.len())
            .with("counts", wording.list(&counts)),
    )
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::span::DateSpan;

    /// A month each, from January.
    fn course(statuses: &[Status]) -> Vec<CourseMonth> {
        let moment = |(month, status): (u32, &Status)| CourseMonth {
            month: DateSpan::month(2023, month).unwrap(),
            status: *status,
            figures: Vec::new(),
        };
        (1..).zip(statuses).map(moment).collect()
    }

    #[test]
    fn better_months_are_higher_and_unknown_ones_are_outlines() {
        let statuses = [
            Status::Fulfilled,
            Status::OnTrack,
            Status::Behind,
            Status::NotFulfilled,
            Status::NotReported,
        ];
        let moments = course(&statuses);
        let drawn = SmallCourse::new(&moments).months;
        assert!(drawn[..4].is_sorted_by(|one, next| one.height > next.height));
        assert!(drawn[4].unknown && !drawn[3].unknown);
        assert!(drawn.iter().all(|month| month.y + month.height == HEIGHT));
        assert!(!SmallCourse::new(&moments[..1]).shown);
    }

    #[test]
    fn bars_of_one_status_are_a_line_of_dashes() {
        let statuses = [
            Status::OnTrack,
            Status::OnTrack,
            Status::NotReported,
            Status::OnTrack,
        ];
        let moments = course(&statuses);
        let runs = SmallCourse::new(&moments).runs;
        let drawn: Vec<(&str, &str)> = (runs.iter())
            .map(|run| (run.name, run.path.as_str()))
            .collect();
        assert_eq!(
            drawn,
            [
                ("on-track", "M0 7.5h7M12 7.5h3"),
                ("not-reported", "M8 0v12h3v-12z")
            ]
        );
    }
}
