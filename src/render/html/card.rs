//! One pledge on the page: promised words, verdict, and everything that lies under it.

use serde::Serialize;

use super::super::overview::{named_period, partners};
use super::super::scope::{Judged, Scope};
use super::super::target::{amended, done_in_period, settled};
use super::chart::Chart;
use super::course::CourseView;
use super::figures::{table_day, tell};
use super::labels::Badge;
use super::room::{Room, shortened};
use super::window::WindowView;
use crate::model::activity::Origin;
use crate::model::assessment::{Claimed, CountedRow, TargetAssessment, UncountedRow};
use crate::model::finding::{Code, Finding, Phrase, Place};
use crate::model::report::Course;
use crate::model::span::DateSpan;
use crate::wording::Wording;

/// A pledge, worded. Texts that there are none of are empty.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Card {
    pub number: usize,
    pub text: String,
    pub badge: Badge,
    pub responsible: String,
    pub interpretation: String,
    /// Earlier windows that were not kept.
    pub earlier: String,
    /// How the verdict has gone, month by month.
    pub course: CourseView,
    pub targets: Vec<Goal>,
    /// Whether each target needs a verdict of its own beside the pledge's.
    pub several: bool,
    /// Said where nothing can be held against figures.
    pub untargeted: String,
    pub claim: Claim,
    /// Said where the owner should claim something, and does not.
    pub claim_none: String,
    pub notes: Vec<NoteView>,
}

/// What the owner claims.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Claim {
    pub made: bool,
    /// The status, quoted.
    pub said: String,
    pub status: String,
    pub as_of: String,
    pub comment: String,
    pub stale: bool,
}

/// A coordinator's note.
#[derive(Clone, Debug, Default, Serialize)]
pub struct NoteView {
    pub period: String,
    pub why: String,
    pub next: String,
    pub by: String,
}

/// A target, worded.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Goal {
    pub phrase: String,
    /// What it is called among those of the page: «Löfte 3.1: Minst 4 insatser varje kalenderår».
    pub label: String,
    pub badge: Badge,
    /// Said only where others answer for it than for the pledge.
    pub responsible: String,
    pub interpretation: String,
    /// What was promised before, and what was done in the period: a sentence each.
    pub told: Vec<String>,
    pub windows: Vec<WindowView>,
    /// The outcome over the term.
    pub chart: Chart,
    pub not_counted: Vec<Row>,
    /// Said where the list is shortened.
    pub not_counted_cut: String,
    pub counted: Vec<Row>,
    /// Said where the list is shortened.
    pub counted_cut: String,
    /// «Visa de 12 rader som räknas».
    pub counted_heading: String,
    /// To a partner, that rows of others count too.
    pub of_others: String,
}

/// A row of evidence, or one that was not counted. In an edition without cells those are empty.
#[derive(Clone, Debug, Default, Serialize)]
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
    pub fn new(scope: &Scope<'_>, judged: Judged<'_>, room: &Room, wording: &Wording) -> Card {
        let (pledge, assessment) = (judged.pledge, judged.assessment);
        let earlier = assessment
            .earlier_failures
            .iter()
            .map(|span| wording.span(*span))
            .collect::<Vec<_>>();
        let course = scope
            .report
            .course
            .iter()
            .find(|course| course.pledge == pledge.id);
        let targets: Vec<_> = scope.targets(judged).collect();
        let named = |ordinal: usize, target: &TargetAssessment| {
            let ordinal = if targets.len() > 1 {
                format!(".{ordinal}")
            } else {
                String::new()
            };
            let phrase = wording.phrase(&target.phrase);
            format!(
                "{} {}{ordinal}: {phrase}",
                wording.text("ui-pledge"),
                judged.number
            )
        };
        let goals = (1..).zip(&targets).map(|(ordinal, target)| {
            Goal::new(
                scope,
                judged,
                target,
                named(ordinal, target),
                course,
                room,
                wording,
            )
        });
        Card {
            number: judged.number,
            text: pledge.text.clone(),
            badge: Badge::new(assessment.status, wording),
            responsible: partners(scope, &pledge.responsible, wording),
            interpretation: pledge.interpretation.clone().unwrap_or_default(),
            earlier: earlier.join(", "),
            course: CourseView::new(judged.number, course, wording),
            targets: goals.collect(),
            several: targets.len() > 1,
            untargeted: if assessment.targets.is_empty() {
                wording.text("ui-untargeted")
            } else {
                String::new()
            },
            claim_none: if assessment.claimed.is_none() && pledge.statement.is_some() {
                wording.text("ui-claim-none")
            } else {
                String::new()
            },
            claim: assessment
                .claimed
                .as_ref()
                .map(|claimed| claim(scope, claimed, wording))
                .unwrap_or_default(),
            notes: pledge
                .notes
                .iter()
                .map(|note| NoteView {
                    period: named_period(scope, &note.period, wording),
                    why: note.why.clone().unwrap_or_default(),
                    next: note.next.clone().unwrap_or_default(),
                    by: note
                        .by
                        .as_deref()
                        .map(|id| scope.report.agreement.partner_name(id))
                        .unwrap_or("")
                        .to_owned(),
                })
                .collect(),
        }
    }
}

/// What the owner claims; remarks may name people and stay out of the public edition.
fn claim(scope: &Scope<'_>, claimed: &Claimed, wording: &Wording) -> Claim {
    let as_of = claimed
        .as_of
        .map(|day| wording.span(day))
        .unwrap_or_default();
    Claim {
        made: true,
        said: match scope.claim(claimed) {
            Some(claim) => wording.phrase(&Phrase::new("ui-quoted").with("text", claim)),
            None => wording.text("ui-claim-private"),
        },
        status: scope
            .claim(claimed)
            .map_or_else(|| wording.text("ui-claim-private"), str::to_owned),
        as_of: if as_of.is_empty() {
            wording.text("ui-claim-undated")
        } else {
            wording.phrase(&Phrase::new("ui-claim-as-of").with("day", as_of))
        },
        comment: claimed
            .comment
            .clone()
            .filter(|_| scope.shows_cells())
            .unwrap_or_default(),
        stale: claimed.stale,
    }
}

impl Goal {
    fn new(
        scope: &Scope<'_>,
        judged: Judged<'_>,
        target: &TargetAssessment,
        label: String,
        course: Option<&Course>,
        room: &Room,
        wording: &Wording,
    ) -> Goal {
        let single = match target.of.as_slice() {
            [only] => Some(only.as_str()),
            _ => None,
        };
        let row = |origin: &Origin, date: DateSpan, value: String, reason: String| {
            let told = |text: &str| {
                if scope.shows_cells() {
                    text.to_owned()
                } else {
                    String::new()
                }
            };
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
        let shown = target
            .counted
            .iter()
            .filter(|_| scope.shows_cells() && !hidden);
        let (own, of_others): (Vec<&CountedRow>, Vec<&CountedRow>) =
            shown.partition(|counted| scope.shows_workbook(&counted.origin.workbook));
        let counted: Vec<Row> = own
            .iter()
            .take(room.counted)
            .map(|c| {
                row(
                    &c.origin,
                    c.date,
                    tell(c.value, single, wording),
                    String::new(),
                )
            })
            .collect();
        // On the web it is told that something is left out, and not where it stands.
        let is_told = |left: &&UncountedRow| {
            !scope.shows_cells() || scope.shows_workbook(&left.origin.workbook)
        };
        // Nor of persons that anything is: few rows would tell of few.
        let hides = hidden || (target.persons && !scope.shows_cells());
        let not_counted: Vec<&UncountedRow> = target
            .not_counted
            .iter()
            .filter(|_| !hides)
            .filter(is_told)
            .collect();
        let shown = room.not_counted.min(not_counted.len());
        Goal {
            phrase: wording.phrase(&target.phrase),
            badge: Badge::new(target.status, wording),
            responsible: if target.responsible == judged.pledge.responsible {
                String::new()
            } else {
                partners(scope, &target.responsible, wording)
            },
            interpretation: target.interpretation.clone().unwrap_or_default(),
            told: amended(target, wording)
                .into_iter()
                .chain(done_in_period(target, &scope.report.period, wording))
                // Why a row was disputed may tell of persons.
                .chain(
                    settled(target, wording)
                        .into_iter()
                        .filter(|_| scope.shows_cells()),
                )
                .collect(),
            windows: target
                .windows
                .iter()
                .map(|window| WindowView::new(scope, target, &label, window, room, wording))
                .collect(),
            label,
            chart: Chart::new(scope, judged.number, target, course, wording),
            not_counted_cut: shortened(shown, not_counted.len(), wording),
            not_counted: not_counted
                .into_iter()
                .take(shown)
                .map(|left| {
                    row(
                        &left.origin,
                        left.date,
                        String::new(),
                        reason(scope, left, wording),
                    )
                })
                .collect(),
            counted_heading: wording
                .phrase(&Phrase::new("ui-counted-heading").with("rows", own.len())),
            counted_cut: shortened(counted.len(), own.len(), wording),
            of_others: match of_others.len() {
                0 => String::new(),
                rows => wording.phrase(&Phrase::new("ui-counted-elsewhere").with("rows", rows)),
            },
            counted,
        }
    }
}

/// Why something held was not counted, in the words of its finding where there is one.
pub fn reason(scope: &Scope<'_>, left: &UncountedRow, wording: &Wording) -> String {
    let place = Place::from(&left.origin);
    let found = scope
        .report
        .findings
        .iter()
        .find(|finding| finding.code == left.reason && finding.place == place);
    match found {
        Some(finding) if scope.shows_cells() => wording.message(finding),
        _ if left.reason == Code::RuledOut => wording.message(&Finding::new(Code::RuledOut, place)),
        _ => wording.text("ui-not-by-rules"),
    }
}
