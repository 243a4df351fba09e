//! One pledge on the page: promised words, verdict, and everything that lies under it.

use serde::Serialize;

use super::super::overview::{partners, reckoning, window_name};
use super::super::scope::{Judged, Scope};
use super::bar::Bar;
use super::labels::Badge;
use crate::model::activity::Origin;
use crate::model::assessment::{Claimed, Counted, NotCounted, Part, TargetAssessment, WindowAssessment};
use crate::model::finding::{Arg, Phrase, Place};
use crate::model::quantity::{Amount, Quantity};
use crate::model::span::DateSpan;
use crate::model::target::Bound;
use crate::wording::Wording;

/// A pledge, worded. Texts that there are none of are empty.
#[derive(Clone, Debug, Serialize)]
pub struct Card {
    pub number: usize,
    pub text: String,
    pub badge: Badge,
    pub responsible: String,
    pub interpretation: String,
    /// Earlier windows that were not kept.
    pub earlier: String,
    pub targets: Vec<Goal>,
    /// Said where nothing can be held against figures.
    pub untargeted: String,
    pub claim: Claim,
    pub notes: Vec<NoteView>,
}

/// What the owner claims.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Claim {
    pub made: bool,
    pub status: String,
    pub as_of: String,
    pub comment: String,
    pub stale: bool,
}

/// A coordinator's note.
#[derive(Clone, Debug, Serialize)]
pub struct NoteView {
    pub period: String,
    pub why: String,
    pub next: String,
    pub by: String,
}

/// A target, worded.
#[derive(Clone, Debug, Serialize)]
pub struct Goal {
    pub phrase: String,
    pub badge: Badge,
    /// Said only where others answer for it than for the pledge.
    pub responsible: String,
    pub interpretation: String,
    pub windows: Vec<WindowView>,
    pub not_counted: Vec<Row>,
    pub counted: Vec<Row>,
    /// «Visa de 12 rader som räknas».
    pub counted_heading: String,
}

/// A window, worded.
#[derive(Clone, Debug, Serialize)]
pub struct WindowView {
    pub name: String,
    pub badge: Badge,
    pub outcome: String,
    pub required: String,
    pub pace: String,
    pub bar: Bar,
    pub withheld: bool,
    pub reckoning: String,
    pub remaining: String,
    pub missing: String,
    pub parts: Vec<PartView>,
    /// Which columns the parts need.
    pub parts_required: bool,
    pub parts_due: bool,
}

/// A part of a window, worded.
#[derive(Clone, Debug, Serialize)]
pub struct PartView {
    pub name: String,
    pub required: String,
    pub outcome: String,
    pub due: String,
    pub done: String,
    pub late: bool,
    pub badge: Badge,
}

/// A row of evidence, or one that was not counted. In an edition without cells those are empty.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    pub workbook: String,
    pub sheet: String,
    pub cell: String,
    pub date: String,
    pub value: String,
    pub reason: String,
}

impl Card {
    /// The card of a pledge.
    pub fn new(scope: &Scope<'_>, judged: Judged<'_>, wording: &Wording) -> Card {
        let (pledge, assessment) = (judged.pledge, judged.assessment);
        let earlier = assessment.earlier_failures.iter().map(|span| wording.span(*span)).collect::<Vec<_>>();
        let goals = assessment.targets.iter().map(|target| Goal::new(scope, judged, target, wording));
        Card {
            number: judged.number,
            text: pledge.text.clone(),
            badge: Badge::new(assessment.status, wording),
            responsible: partners(scope, &pledge.responsible, wording),
            interpretation: pledge.interpretation.clone().unwrap_or_default(),
            earlier: earlier.join(", "),
            targets: goals.collect(),
            untargeted: if assessment.targets.is_empty() { wording.text("ui-untargeted") } else { String::new() },
            claim: assessment.claimed.as_ref().map(|claimed| claim(scope, claimed, wording)).unwrap_or_default(),
            notes: pledge
                .notes
                .iter()
                .map(|note| NoteView {
                    period: note.period.clone(),
                    why: note.why.clone().unwrap_or_default(),
                    next: note.next.clone().unwrap_or_default(),
                    by: note.by.as_deref().map(|id| scope.report.agreement.partner_name(id)).unwrap_or("").to_owned(),
                })
                .collect(),
        }
    }
}

/// What the owner claims; remarks may name people and stay out of the public edition.
fn claim(scope: &Scope<'_>, claimed: &Claimed, wording: &Wording) -> Claim {
    let as_of = claimed.as_of.map(|day| wording.span(day)).unwrap_or_default();
    Claim {
        made: true,
        status: if claimed.status.is_empty() { wording.text("ui-claim-blank") } else { claimed.status.clone() },
        as_of: if as_of.is_empty() {
            wording.text("ui-claim-undated")
        } else {
            wording.phrase(&Phrase::new("ui-claim-as-of").with("day", as_of))
        },
        comment: claimed.comment.clone().filter(|_| scope.shows_cells()).unwrap_or_default(),
        stale: claimed.stale,
    }
}

impl Goal {
    fn new(scope: &Scope<'_>, judged: Judged<'_>, target: &TargetAssessment, wording: &Wording) -> Goal {
        let single = match target.of.as_slice() {
            [only] => Some(only.as_str()),
            _ => None,
        };
        let row = |origin: &Origin, date: DateSpan, value: String, reason: String| {
            let told = |text: &str| if scope.shows_cells() { text.to_owned() } else { String::new() };
            Row {
                workbook: told(&origin.workbook),
                sheet: told(&origin.sheet),
                cell: told(&origin.cell),
                date: table_day(date),
                value,
                reason,
            }
        };
        let hidden = target.persons && target.windows.iter().any(|window| window.withheld);
        let counted: Vec<Row> = if scope.shows_cells() && !hidden {
            let row = |c: &Counted| row(&c.origin, c.date, tell(c.value, single, wording), String::new());
            target.counted.iter().map(row).collect()
        } else {
            Vec::new()
        };
        let not_counted = target.not_counted.iter().filter(|_| !hidden);
        Goal {
            phrase: wording.phrase(&target.phrase),
            badge: Badge::new(target.status, wording),
            responsible: if target.responsible == judged.pledge.responsible {
                String::new()
            } else {
                partners(scope, &target.responsible, wording)
            },
            interpretation: target.interpretation.clone().unwrap_or_default(),
            windows: target.windows.iter().map(|window| WindowView::new(scope, target, window, wording)).collect(),
            not_counted: not_counted
                .map(|left| row(&left.origin, left.date, String::new(), reason(scope, left, wording)))
                .collect(),
            counted_heading: wording.phrase(&Phrase::new("ui-counted-heading").with("rows", counted.len())),
            counted,
        }
    }
}

/// Why something held was not counted, in the words of its finding where there is one.
pub fn reason(scope: &Scope<'_>, left: &NotCounted, wording: &Wording) -> String {
    let place = Place::from(&left.origin);
    let found = scope.report.findings.iter().find(|finding| finding.code == left.reason && finding.place == place);
    match found {
        Some(finding) if scope.shows_cells() => wording.message(finding),
        _ => wording.text("ui-not-by-rules"),
    }
}

/// A quantity with the word for what it counts, where one thing is counted.
pub fn tell(quantity: Quantity, activity: Option<&str>, wording: &Wording) -> String {
    activity.map_or_else(|| wording.quantity(quantity), |activity| wording.counted(quantity, activity))
}

/// A day in a table, as Swedish public sector writes it: `2023-04-15`.
pub fn table_day(span: DateSpan) -> String {
    if span.is_exact() { span.from.to_string() } else { format!("{} – {}", span.from, span.to) }
}

impl WindowView {
    fn new(scope: &Scope<'_>, target: &TargetAssessment, window: &WindowAssessment, wording: &Wording) -> WindowView {
        let unit = window.unit.as_deref().filter(|unit| !unit.is_empty());
        let told = |amount: Option<Amount>, key: &'static str| match amount {
            Some(amount) if !window.withheld => wording.phrase(&Phrase::new(key).with("number", amount)),
            _ => String::new(),
        };
        let required = match window.bound {
            // What a share asks is per cent, and stands in its reckoning.
            _ if target.kind == "share" => String::new(),
            Some(Bound::Most) => told(window.required, "ui-at-most"),
            _ => told(window.required, "ui-at-least"),
        };
        let pace = window.pace.filter(|pace| !window.closed && Some(*pace) != window.required);
        // The name of a request's part is its cell.
        let cells = target.kind == "request" && !scope.shows_cells();
        let parts: Vec<PartView> = if window.withheld || cells {
            Vec::new()
        } else {
            window.parts.iter().map(|part| PartView::new(part, wording)).collect()
        };
        let missing: Vec<String> = window.missing_months.iter().map(|month| wording.span(*month)).collect();
        WindowView {
            name: window_name(window, wording),
            badge: Badge::new(window.status, wording),
            outcome: if window.withheld { wording.text("ui-withheld") } else { outcome(window, unit, wording) },
            required,
            pace: told(pace, "ui-pace"),
            bar: if target.kind == "share" { Bar::default() } else { Bar::new(window) },
            withheld: window.withheld,
            reckoning: reckoning(window, wording),
            remaining: match &window.remaining {
                Some(remaining) if !window.withheld => wording.phrase(remaining),
                _ => String::new(),
            },
            missing: if missing.is_empty() {
                String::new()
            } else {
                wording.phrase(&Phrase::new("ui-missing-months").with("months", missing.join(", ")))
            },
            parts_required: window.parts.iter().any(|part| part.required.is_some()),
            parts_due: window.parts.iter().any(|part| part.due.is_some() || part.done.is_some()),
            parts,
        }
    }
}

/// «100–108 kontakter», of a whole where it is a part.
fn outcome(window: &WindowAssessment, unit: Option<&str>, wording: &Wording) -> String {
    let Some(outcome) = window.outcome else { return wording.text("ui-no-figure") };
    match window.out_of {
        None => tell(outcome, unit, wording),
        Some(whole) => wording
            .phrase(&Phrase::new("ui-out-of").with("part", Arg::Quantity(outcome)).with("whole", Arg::Quantity(whole))),
    }
}

impl PartView {
    fn new(part: &Part, wording: &Wording) -> PartView {
        let span = part.span.map(|span| wording.span(span));
        PartView {
            name: part.name.clone().or(span).unwrap_or_default(),
            required: part.required.map(|amount| wording.amount(amount)).unwrap_or_default(),
            outcome: wording.quantity(part.outcome),
            due: part.due.map(|day| day.to_string()).unwrap_or_default(),
            done: part.done.map(table_day).unwrap_or_default(),
            late: part.late,
            badge: Badge::new(part.status, wording),
        }
    }
}
