//! The web's page in two, where one would be too large: the first has what everybody should read, the other the details of
//! pledges. What stands on the first page is less step by step, and all that it is without stands on the other.

use super::super::standing::Standings;
use super::annex::Annex;
use super::card::Card;
use super::line::{self, LineView, SmallCourse};
use super::page::{AreaView, Page};
use crate::model::edition::Edition;
use crate::wording::Wording;

/// A page of the web has fewer bytes.
pub(super) const LIMIT: usize = 100_000;

/// The names of the two pages.
pub(super) const FIRST: &str = "report.html";
pub(crate) const DETAILS: &str = "details.html";

/// What stands on the other page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    /// The details of pledges that need nobody; their heads stay.
    Calm,
    /// All pledges under their headings. What remains of those that need somebody is told on their lines.
    Pledges,
    /// That too.
    Told,
    /// The notes too.
    Notes,
    /// The courses too: they are told there in words.
    Courses,
    /// And each name is told once on the first page, on the line with its verdict.
    Names,
}

impl Step {
    pub(super) const ALL: [Step; 6] = [
        Step::Calm,
        Step::Pledges,
        Step::Told,
        Step::Notes,
        Step::Courses,
        Step::Names,
    ];

    /// Whether a pledge's details are on the other page.
    fn moves(self, card: &Card) -> bool {
        self >= Step::Pledges || !card.open
    }
}

/// The first page.
pub(super) fn first(page: &Page, step: Step, edition: &Edition, wording: &Wording) -> Page {
    let mut first = page.clone();
    first.details_page = DETAILS;
    first.details_said = wording.text(match step {
        Step::Calm => "ui-details-calm",
        Step::Pledges | Step::Told => "ui-details-all",
        Step::Notes | Step::Courses | Step::Names => "ui-details-notes",
    });
    if step == Step::Pledges {
        first.lines = told(edition, wording);
    }
    let mut moved: Vec<usize> = Vec::new();
    for card in first.areas.iter_mut().flat_map(|area| &mut area.cards) {
        if step.moves(card) {
            moved.push(card.number);
            *card = head(card);
        }
    }
    for line in &mut first.lines {
        if moved.contains(&line.number) {
            line.page = DETAILS;
        }
        if step >= Step::Courses {
            line.small_course = SmallCourse::default();
        }
    }
    for change in &mut first.changes {
        if moved.contains(&change.number) {
            change.page = DETAILS;
        }
    }
    if step >= Step::Pledges {
        first.pledges_page = DETAILS;
        first.axes.clear();
    }
    if step >= Step::Notes {
        first.notes_page = DETAILS;
    }
    if step >= Step::Names {
        first.plain_summary.clear();
    }
    first.draws_courses &= step < Step::Courses;
    first
}

/// The lines of all pledges, with what there is to say of those that need somebody.
fn told(edition: &Edition, wording: &Wording) -> Vec<LineView> {
    let Standings { open, rest } = Standings::new(edition, wording);
    let open = line::lines(open, wording).into_iter().map(|mut line| {
        line.promise.clear();
        line
    });
    let rest = line::lines(rest, wording).into_iter().map(LineView::alone);
    open.chain(rest).collect()
}

/// The head alone, which leads to the other page.
fn head(card: &Card) -> Card {
    Card {
        page: DETAILS,
        number: card.number,
        name: card.name.clone(),
        badge: card.badge.clone(),
        figure: card.figure.clone(),
        held: card.held.clone(),
        ..Card::default()
    }
}

/// The page with the details.
pub(super) fn details(page: &Page, step: Step) -> Page {
    let mut details = page.clone();
    details.first_page = FIRST;
    details.lines.clear();
    if step >= Step::Notes {
        details.notes_page = DETAILS;
    } else {
        details.annex = Annex {
            shows_cells: page.annex.shows_cells,
            ..Annex::default()
        };
    }
    let moved = |area: AreaView| AreaView {
        cards: (area.cards.into_iter())
            .filter(|card| step.moves(card))
            .collect(),
        indicators: match step {
            Step::Calm => Vec::new(),
            _ => area.indicators,
        },
        ..area
    };
    details.areas = (details.areas.into_iter().map(moved))
        .filter(|area| !area.cards.is_empty() || !area.indicators.is_empty())
        .collect();
    details
}

#[cfg(test)]
mod tests;
