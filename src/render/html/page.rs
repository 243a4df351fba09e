//! The page as the template gets it: every text worded, every choice made. A text that there is none of is empty.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::overview::{changed_figures, no_changes, state, tally, turned};
use super::super::plain::{KNOWN_AGAIN, abridged, paragraphs};
use super::super::social::by_status;
use super::super::standing::Standings;
use super::super::unreported::Unreported;
use super::annex::Annex;
use super::axis::{Axis, axes};
use super::card::Card;
use super::findings::FindingGroup;
use super::labels::{Badge, labels};
use super::legend::{Legend, legend};
use super::line::{self, LineView, rest_heading};
use super::row_limits::{Medium, RowLimits};
use crate::model::agreement::{Direction, Indicator};
use crate::model::assessment::Status;
use crate::model::edition::{Edition, EditionPledge};
use crate::model::finding::Phrase;
use crate::model::report::StatusChange;
use crate::text::capital;
use crate::wording::Wording;

/// So many pledges are all seen at once; of more, those that need nobody are folded.
const SEEN_AT_ONCE: usize = 25;

/// The whole page.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Page {
    pub(crate) lang: String,
    pub(crate) ui: BTreeMap<String, String>,
    pub title: String,
    pub municipality: String,
    pub police_area: String,
    /// With a capital, for a line of its own.
    pub(crate) period: String,
    /// As it stands inside a line.
    pub(crate) period_words: String,
    pub as_of: String,
    pub(crate) version: u32,
    pub(crate) diary_number: String,
    /// Who this edition is for.
    pub(crate) edition: String,
    /// Whether it is one partner's: what to mend comes first.
    pub(crate) for_partner: bool,
    /// To a partner, what there is to mend in each workbook, a line each; and what is said where there is nothing.
    pub(crate) mend: Vec<String>,
    pub(crate) mend_none: String,
    pub(crate) state: String,
    pub(crate) tiles: Vec<Tile>,
    /// Which pledges stand how, a sentence a verdict: for readers who neither act on them nor explain them.
    pub(crate) plain_summary: Vec<String>,
    pub(crate) lines_heading: String,
    /// The pledges that somebody has to act on, a line a pledge, the worst first; for those readers, all.
    pub(crate) lines: Vec<LineView>,
    /// Said where there are none.
    pub(crate) lines_none: String,
    /// The others, what stands on their fold, and whether they are seen at once.
    pub(crate) rest: Vec<LineView>,
    pub(crate) rest_heading: String,
    pub(crate) rest_open: bool,
    /// The windows that had closed and whose verdict has turned: they stand first.
    pub(crate) turned: Vec<String>,
    pub(crate) changes: Vec<ChangeView>,
    pub(crate) changes_none: String,
    /// That figures of periods already reported have changed.
    pub(crate) changed_figures: String,
    pub(crate) unreported: Vec<String>,
    pub(crate) unreported_none: String,
    /// Said where figures are withheld.
    pub(crate) withheld: String,
    pub summaries: Vec<SummaryView>,
    pub areas: Vec<AreaView>,
    /// The axes of the pictures.
    pub(crate) axes: Vec<Axis>,
    pub(crate) legend: Vec<Legend>,
    pub(crate) annex: Annex,
    /// Of a page in two: where the details are, and what of the pledges stands there.
    pub(crate) details_page: &'static str,
    pub(crate) details_said: String,
    /// Where all pledges are under their headings, and where the notes are; empty if on this page.
    pub(crate) pledges_page: &'static str,
    pub(crate) notes_page: &'static str,
    /// On the page with the details: the first one.
    pub(crate) first_page: &'static str,
    /// Whether any line has a small course.
    pub(crate) draws_courses: bool,
}

/// How many pledges have a status, and their share of the stacked bar.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Tile {
    pub(crate) badge: Badge,
    pub(crate) count: usize,
    /// In thousandths of the bar.
    pub from: usize,
    pub(crate) width: usize,
}

/// A verdict that is another than last time.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct ChangeView {
    pub number: usize,
    /// The page that has the pledge's details; empty where that is this one.
    pub(crate) page: &'static str,
    pub text: String,
    /// Whether it was there last time.
    pub known: bool,
    pub(crate) was: Badge,
    pub(crate) now: Badge,
}

/// A summary written by people in another language.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct SummaryView {
    pub language: String,
    /// The language's own name for itself; its tag where we do not know one.
    pub name: String,
    pub text: Vec<String>,
}

/// A heading with its pledges.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct AreaView {
    pub number: usize,
    pub name: String,
    pub(crate) cards: Vec<Card>,
    pub indicators: Vec<IndicatorView>,
}

/// A measure beside the pledges.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct IndicatorView {
    pub name: String,
    pub source: String,
    pub(crate) scale: String,
    pub(crate) values: Vec<String>,
}

impl Page {
    /// The page of an edition, as long as the medium bears.
    pub(crate) fn new(edition: &Edition, medium: Medium, wording: &Wording) -> Page {
        let agreement = &edition.agreement;
        let Standings { open, rest } = Standings::new(edition, wording);
        let Unreported {
            lines: unreported,
            none: unreported_none,
        } = Unreported::new(edition, wording);
        let said = |holds: bool, key: &str| {
            if holds {
                wording.text(key)
            } else {
                String::new()
            }
        };
        let limits = RowLimits::new(edition, medium);
        // Whoever is shown no workbooks is told how it stands, and is not asked to act.
        let acts = edition.details.is_some();
        let has_pledges = !edition.pledges.is_empty();
        let lines_none = said(open.is_empty() && has_pledges, "ui-attention-none");
        let (lines, rest) = if acts {
            (line::lines(open, wording), rest)
        } else {
            let all = line::lines(open.into_iter().chain(rest).collect(), wording);
            (all.into_iter().map(LineView::alone).collect(), Vec::new())
        };
        let annex = Annex::new(edition, &limits, wording);
        let mut areas = areas(edition, &limits, wording);
        let cards = areas.iter_mut().flat_map(|area| &mut area.cards);
        let goals = cards.flat_map(|card| &mut card.targets);
        Page {
            axes: axes(goals.map(|goal| &mut goal.chart)),
            lang: wording.language().to_owned(),
            ui: labels(wording),
            title: agreement.title.clone(),
            municipality: agreement.municipality.clone(),
            police_area: agreement.police_area.clone(),
            period: capital(&wording.period(&edition.period)),
            period_words: wording.period(&edition.period),
            as_of: wording.day(edition.as_of),
            version: edition.version,
            diary_number: agreement.diary_number.clone().unwrap_or_default(),
            edition: edition
                .words
                .heading
                .as_ref()
                .map(|heading| wording.phrase(heading))
                .unwrap_or_default(),
            for_partner: edition.mend_first,
            mend_none: said(
                annex
                    .findings
                    .iter()
                    .all(|found| found.workbooks.is_empty()),
                "ui-findings-none",
            ),
            mend: to_mend(&annex, wording),
            state: state(edition, wording),
            tiles: tiles(edition, wording),
            plain_summary: if acts {
                Vec::new()
            } else {
                by_status(edition, wording)
            },
            lines_heading: said(
                has_pledges,
                if acts {
                    "ui-attention"
                } else {
                    "ui-all-pledges"
                },
            ),
            lines_none,
            lines,
            rest_heading: rest_heading(&rest, wording),
            rest_open: edition.pledges.len() <= SEEN_AT_ONCE,
            rest: line::lines(rest, wording)
                .into_iter()
                .map(LineView::alone)
                .collect(),
            turned: turned(edition, wording),
            changes: changes(edition, wording),
            changes_none: no_changes(edition, wording).unwrap_or_default(),
            changed_figures: changed_figures(edition, wording),
            unreported_none,
            unreported,
            withheld: if edition.withholds() {
                wording.phrase(
                    &Phrase::new("ui-withheld-note").with("threshold", agreement.small_numbers),
                )
            } else {
                String::new()
            },
            summaries: agreement
                .summaries
                .iter()
                .map(|summary| SummaryView {
                    language: summary.language.clone(),
                    name: own_name(&summary.language).to_owned(),
                    text: paragraphs(&summary.text),
                })
                .collect(),
            areas,
            legend: legend(edition, wording),
            annex,
            details_page: "",
            details_said: String::new(),
            pledges_page: "",
            notes_page: "",
            first_page: "",
            draws_courses: has_pledges,
        }
    }
}

/// What a language of the country calls itself.
fn own_name(tag: &str) -> &str {
    match tag {
        "fi" => "Suomi",
        "fit" => "Meänkieli",
        "se" => "Davvisámegiella",
        "smj" => "Julevsámegiella",
        "sma" => "Åarjelsaemien gïele",
        "rom" => "Romani chib",
        "yi" => "ייִדיש",
        "sv" => "Svenska",
        "en" => "English",
        other => other,
    }
}

/// «Narkotika.xlsx: 2 att rätta, 3 upplysningar», a line a workbook.
fn to_mend(annex: &Annex, wording: &Wording) -> Vec<String> {
    let line = |group: &FindingGroup| {
        wording.phrase(
            &Phrase::new("ui-mend-line")
                .with("workbook", &group.workbook)
                .with("mend", group.to_mend)
                .with("notes", group.to_note),
        )
    };
    annex
        .findings
        .iter()
        .flat_map(|found| &found.workbooks)
        .map(line)
        .collect()
}

/// A tile a status that any pledge has.
fn tiles(edition: &Edition, wording: &Wording) -> Vec<Tile> {
    let total = edition.pledges.len().max(1);
    let mut before = 0;
    let tile = |(status, count): (Status, usize)| {
        let from = before * 1000 / total;
        before += count;
        Tile {
            badge: Badge::new(status, wording),
            count,
            from,
            width: before * 1000 / total - from,
        }
    };
    tally(edition).into_iter().map(tile).collect()
}

/// The verdicts that are other than last time.
fn changes(edition: &Edition, wording: &Wording) -> Vec<ChangeView> {
    let view = |(change, pledge): (&StatusChange, &EditionPledge)| ChangeView {
        number: pledge.number,
        page: "",
        text: abridged(&pledge.text, KNOWN_AGAIN),
        known: change.was.is_some(),
        was: Badge::new(change.was.unwrap_or(change.now), wording),
        now: Badge::new(change.now, wording),
    };
    edition.changes().map(view).collect()
}

/// The headings with their pledges; what stands under no heading comes last.
fn areas(edition: &Edition, limits: &RowLimits, wording: &Wording) -> Vec<AreaView> {
    let agreement = &edition.agreement;
    let known = |id: &Option<String>| {
        agreement
            .areas
            .iter()
            .any(|area| Some(&area.id) == id.as_ref())
    };
    let headings = agreement
        .areas
        .iter()
        .map(|area| (Some(&area.id), area.name.clone()));
    let rest = if agreement.areas.is_empty() {
        "ui-pledges"
    } else {
        "ui-other-area"
    };
    let all = headings.chain(std::iter::once((None, wording.text(rest))));
    let view = |(index, (id, name)): (usize, (Option<&String>, String))| {
        let here = |area: &Option<String>| match id {
            Some(id) => area.as_ref() == Some(id),
            None => !known(area),
        };
        let cards = edition.pledges.iter().filter(|pledge| here(&pledge.area));
        let indicators = agreement.indicators.iter();
        let indicators = indicators.filter(|indicator| here(&indicator.area));
        AreaView {
            number: index + 1,
            name,
            cards: cards
                .map(|pledge| Card::new(edition, pledge, limits, wording))
                .collect(),
            indicators: indicators
                .map(|indicator| measure(indicator, wording))
                .collect(),
        }
    };
    let areas = all.enumerate().map(view);
    areas
        .filter(|area| !area.cards.is_empty() || !area.indicators.is_empty())
        .collect()
}

/// An indicator with all its values, the baseline first.
fn measure(indicator: &Indicator, wording: &Wording) -> IndicatorView {
    let direction = match indicator.good {
        Some(Direction::Low) => wording.text("ui-good-low"),
        Some(Direction::High) => wording.text("ui-good-high"),
        None => String::new(),
    };
    let scale = indicator.scale.clone().unwrap_or_default();
    let values = indicator.baseline.iter().chain(&indicator.values);
    IndicatorView {
        name: indicator.name.clone(),
        source: indicator.source.clone().unwrap_or_default(),
        scale: [scale, direction]
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join("; "),
        values: values
            .map(|value| {
                format!(
                    "{}: {}",
                    wording.span(value.days()),
                    wording.amount(value.value)
                )
            })
            .collect(),
    }
}
