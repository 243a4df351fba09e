//! One pledge on the page: promised words, verdict, and everything that lies under it.

use serde::Serialize;

use super::super::overview::{named_period, partners};
use super::super::standing::{Standing, needs_somebody, next};
use super::super::target::{amended, conditions, done_in_period, missed, settled};
use super::chart::Chart;
use super::course::CourseView;
use super::figures::{quantity_in_words, table_day};
use super::labels::Badge;
use super::row_limits::{RowLimits, shortened};
use super::window::WindowView;
use crate::model::activity::Origin;
use crate::model::edition::{Edition, EditionClaim, EditionPledge, EditionTarget, LeftOut};
use crate::model::finding::{Code, Finding, FindingKind, Phrase, Place};
use crate::model::span::DateSpan;
use crate::wording::Wording;

/// A pledge, worded. Texts that there are none of are empty.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Card {
    pub number: usize,
    /// The page that has the details, where they are not under this head; else empty.
    pub(crate) page: &'static str,
    /// What the pledge is called, and the promised words where that is not all of them.
    pub name: String,
    pub text: String,
    pub(crate) badge: Badge,
    /// What was done and what is asked, and how many of its targets hold.
    pub(crate) figure: String,
    pub(crate) held: String,
    /// Whether somebody has to act on it: then it is not folded.
    pub(crate) open: bool,
    pub responsible: String,
    pub interpretation: String,
    /// Earlier windows that were not kept, a line each.
    pub(crate) earlier: Vec<String>,
    /// How it stood when the term before ended.
    pub(crate) last_term: String,
    /// How the verdict has gone, month by month.
    pub(crate) course: CourseView,
    pub targets: Vec<Goal>,
    /// Whether each target needs a verdict of its own beside the pledge's.
    pub several: bool,
    /// Said where nothing can be held against figures.
    pub(crate) untargeted: String,
    pub(crate) claim: Claim,
    /// Said where the owner should claim something, and does not.
    pub(crate) claim_none: String,
    pub(crate) notes: Vec<NoteView>,
    /// Said where somebody should explain and has not.
    pub(crate) unexplained: String,
}

/// What the owner claims.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Claim {
    pub(crate) made: bool,
    /// The status, quoted.
    pub(crate) said: String,
    pub status: String,
    pub as_of: String,
    pub comment: String,
    pub(crate) stale: bool,
}

/// A coordinator's note.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct NoteView {
    pub(crate) period: String,
    pub(crate) why: String,
    pub(crate) next: String,
    pub(crate) by: String,
}

/// A target, worded.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Goal {
    pub(crate) phrase: String,
    /// What it is called among those of the page: «Löfte 3.1: Minst 4 insatser varje kalenderår».
    pub label: String,
    /// The same without its words: «Löfte 3.1».
    pub(crate) place: String,
    pub(crate) badge: Badge,
    /// Said only where others answer for it than for the pledge.
    pub responsible: String,
    pub interpretation: String,
    /// Of which activities it is, and by which rules they count: a sentence each.
    pub(crate) conditions: Vec<String>,
    /// What was promised before, and what was done in the period: a sentence each.
    pub(crate) remarks: Vec<String>,
    pub windows: Vec<WindowView>,
    /// The outcome over the term.
    pub(crate) chart: Chart,
    pub(crate) not_counted: Vec<Row>,
    /// Said where the list is shortened.
    pub(crate) not_counted_cut: String,
    pub(crate) counted: Vec<Row>,
    /// Said where the list is shortened.
    pub(crate) counted_cut: String,
    /// «Visa de 12 rader som räknas».
    pub(crate) counted_heading: String,
    /// To a partner, that rows of others count too.
    pub(crate) of_others: String,
}

/// A row of evidence, or one that was not counted. In an edition without cells those are empty.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Row {
    pub workbook: String,
    pub sheet: String,
    pub cell: String,
    pub date: String,
    pub value: String,
    pub(crate) reason: String,
}

impl Card {
    /// The card of a pledge.
    pub(crate) fn new(
        edition: &Edition,
        pledge: &EditionPledge,
        limits: &RowLimits,
        wording: &Wording,
    ) -> Card {
        let Standing {
            name,
            held,
            figure,
            responsible,
            earlier,
            explanation,
            ..
        } = Standing::new(edition, pledge, wording);
        let targets = &pledge.targets;
        let place = |ordinal: usize| {
            let ordinal = if targets.len() > 1 {
                format!(".{ordinal}")
            } else {
                String::new()
            };
            format!("{} {}{ordinal}", wording.text("ui-pledge"), pledge.number)
        };
        let goals = (1..).zip(targets).map(|(ordinal, target)| {
            Goal::new(edition, pledge, target, place(ordinal), limits, wording)
        });
        Card {
            number: pledge.number,
            page: "",
            text: if name == pledge.text {
                String::new()
            } else {
                pledge.text.clone()
            },
            name,
            badge: Badge::flagged(pledge.status, pledge.is_urgent(), wording),
            figure,
            held,
            open: needs_somebody(pledge),
            responsible,
            unexplained: explanation.map(|told| told.lacking).unwrap_or_default(),
            interpretation: pledge.interpretation.clone().unwrap_or_default(),
            earlier,
            last_term: last_term(edition, pledge, wording),
            course: CourseView::of(edition, pledge, wording),
            targets: goals.collect(),
            several: targets.len() > 1,
            untargeted: if pledge.untargeted {
                wording.text("ui-untargeted")
            } else {
                String::new()
            },
            claim_none: if pledge.lacks_claim {
                wording.text("ui-claim-none")
            } else {
                String::new()
            },
            claim: pledge
                .claim
                .as_ref()
                .map(|claimed| claim(claimed, wording))
                .unwrap_or_default(),
            notes: pledge
                .notes
                .iter()
                .map(|note| NoteView {
                    period: named_period(edition, &note.period, wording),
                    why: note.why.clone().unwrap_or_default(),
                    next: next(note, wording),
                    by: note
                        .by
                        .as_deref()
                        .map(|id| edition.partner_name(id))
                        .unwrap_or("")
                        .to_owned(),
                })
                .collect(),
        }
    }
}

/// «Ej uppfyllt (Medborgarlöfte Kalix 2022–2023, den 10 januari 2024)»; empty where nothing is said of the term before.
fn last_term(edition: &Edition, pledge: &EditionPledge, wording: &Wording) -> String {
    let (Some(status), Some((title, as_of))) = (pledge.last_term, &edition.agreement.last_term)
    else {
        return String::new();
    };
    wording.phrase(
        &Phrase::new("ui-last-term-verdict")
            .with("status", wording.status(status))
            .with("title", title.as_str())
            .with("date", *as_of),
    )
}

/// What the owner claims.
fn claim(claimed: &EditionClaim, wording: &Wording) -> Claim {
    let as_of = claimed
        .as_of
        .map(|day| wording.span(day))
        .unwrap_or_default();
    Claim {
        made: true,
        said: match &claimed.status {
            Some(claim) => wording.phrase(&Phrase::new("ui-quoted").with("text", claim)),
            None => wording.text("ui-claim-private"),
        },
        status: claimed
            .status
            .clone()
            .unwrap_or_else(|| wording.text("ui-claim-private")),
        as_of: if as_of.is_empty() {
            wording.text("ui-claim-undated")
        } else {
            wording.phrase(&Phrase::new("ui-claim-as-of").with("day", as_of))
        },
        comment: claimed.comment.clone().unwrap_or_default(),
        stale: claimed.stale,
    }
}

impl Goal {
    fn new(
        edition: &Edition,
        pledge: &EditionPledge,
        target: &EditionTarget,
        place: String,
        limits: &RowLimits,
        wording: &Wording,
    ) -> Goal {
        let label = format!("{place}: {}", wording.phrase(&target.phrase));
        let single = match target.of.as_slice() {
            [only] => Some(only.as_str()),
            _ => None,
        };
        let rows = target.counted.iter().take(limits.counted);
        let counted: Vec<Row> = rows
            .map(|row| Row {
                value: quantity_in_words(row.value, single, wording),
                ..Row::at(Some(&row.origin), row.date)
            })
            .collect();
        let rows = target.not_counted.iter().take(limits.not_counted);
        let not_counted: Vec<Row> = rows
            .map(|left| Row {
                reason: reason(edition, target, left, wording),
                ..Row::at(left.origin.as_ref(), left.date)
            })
            .collect();
        let chart = Chart::new(edition, pledge.number, target, &pledge.course, wording);
        Goal {
            phrase: wording.phrase(&target.phrase),
            badge: Badge::flagged(target.status, target.is_urgent(), wording),
            responsible: if target.responsible == pledge.responsible {
                String::new()
            } else {
                partners(edition, &target.responsible, wording)
            },
            interpretation: target.interpretation.clone().unwrap_or_default(),
            conditions: conditions(target, wording),
            remarks: amended(target, wording)
                .into_iter()
                .chain(done_in_period(target, &edition.period, wording))
                .chain(settled(target, wording))
                .collect(),
            windows: target
                .windows
                .iter()
                .map(|window| WindowView::new(edition, target, &label, window, limits, wording))
                .collect(),
            label,
            place,
            chart,
            not_counted_cut: shortened(not_counted.len(), target.not_counted.len(), wording),
            not_counted,
            counted_heading: wording
                .phrase(&Phrase::new("ui-counted-heading").with("rows", target.counted.len())),
            counted_cut: shortened(counted.len(), target.counted.len(), wording),
            of_others: match target.counted_elsewhere {
                0 => String::new(),
                rows => wording.phrase(&Phrase::new("ui-counted-elsewhere").with("rows", rows)),
            },
            counted,
        }
    }
}

impl Row {
    /// The row of a cell and a date, without more.
    fn at(origin: Option<&Origin>, date: DateSpan) -> Row {
        let mut row = Row {
            date: table_day(date),
            ..Row::default()
        };
        if let Some(origin) = origin {
            row.workbook = origin.workbook.to_string();
            row.sheet = origin.sheet.to_string();
            row.cell.clone_from(&origin.cell);
        }
        row
    }
}

/// Why something held was not counted: the rules that it does not meet, or the words of its finding.
pub(crate) fn reason(
    edition: &Edition,
    target: &EditionTarget,
    left: &LeftOut,
    wording: &Wording,
) -> String {
    if !left.missed.is_empty() {
        return missed(target, left, wording);
    }
    let found = left.finding.and_then(|index| edition.findings().get(index));
    match found {
        Some(found) => wording.message(&found.finding),
        None if left.reason == Code::RuledOut => {
            wording.message(&Finding::new(FindingKind::RuledOut, Place::none()))
        }
        None => wording.text("ui-not-by-rules"),
    }
}
