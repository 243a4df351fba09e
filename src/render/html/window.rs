//! One window of a target on the page: outcome beside what is asked, drawn, reckoned, with its parts.

use serde::Serialize;

use super::super::overview::{
    FAILING, ended, grows_evenly, lacking_parts, missing_months, reckoning, window_name,
};
use super::bar::Bar;
use super::figures::{quantity_in_words, table_day};
use super::labels::Badge;
use super::row_limits::{RowLimits, shortened};
use crate::model::agreement::Unit;
use crate::model::assessment::{PartAssessment, Status, WindowAssessment};
use crate::model::edition::{Edition, EditionTarget};
use crate::model::finding::{Arg, Phrase};
use crate::model::quantity::{Amount, Quantity};
use crate::model::target::Bound;
use crate::text::capital;
use crate::wording::Wording;

/// More parts than these are folded.
const FOLDED_FROM: usize = 14;

/// A window, worded.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct WindowView {
    pub name: String,
    /// What it is called among those of the page.
    pub label: String,
    pub(crate) badge: Badge,
    /// Whether there is a verdict to show.
    pub(crate) is_judged: bool,
    pub outcome: String,
    pub(crate) required: String,
    pub(crate) pace: String,
    pub(crate) bar: Bar,
    pub(crate) withheld: bool,
    pub(crate) reckoning: String,
    pub(crate) remaining: String,
    /// Which parts are broken or late.
    pub(crate) lacking: String,
    pub missing: String,
    pub parts: Vec<PartView>,
    /// Said where the list is shortened.
    pub(crate) parts_cut: String,
    /// What stands on the fold where the parts are many; those that are not as they should be stand above it.
    pub(crate) parts_heading: String,
    pub(crate) parts_in_question: Vec<PartView>,
    /// Which columns the parts need.
    pub(crate) parts_required: bool,
    pub(crate) parts_due: bool,
}

/// A part of a window, worded.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct PartView {
    pub name: String,
    pub(crate) required: String,
    pub outcome: String,
    pub due: String,
    pub done: String,
    pub(crate) late: bool,
    pub(crate) badge: Badge,
}

impl WindowView {
    /// The view of a window.
    pub(crate) fn new(
        edition: &Edition,
        target: &EditionTarget,
        label: &str,
        window: &WindowAssessment,
        limits: &RowLimits,
        wording: &Wording,
    ) -> WindowView {
        let parts: Vec<PartView> = window
            .parts
            .iter()
            .take(limits.parts)
            .map(|part| PartView::new(part, wording))
            .collect();
        let outcome = capital(&if window.withheld {
            wording.text("ui-withheld")
        } else {
            outcome(target, window, wording)
        });
        let is_long = window.parts.len() > FOLDED_FROM;
        // Which months are missing is told in one line.
        let in_question = |part: &&PartAssessment| {
            FAILING.contains(&part.status) || part.status == Status::Undecided
        };
        let in_question: Vec<&PartAssessment> = window.parts.iter().filter(in_question).collect();
        let shows_some = is_long && in_question.len() <= FOLDED_FROM;
        WindowView {
            name: window_name(window, wording),
            label: format!("{label}, {}", window_name(window, wording)),
            badge: Badge::flagged(window.status, window.urgent, wording),
            is_judged: window.status != Status::Described,
            required: if window.withheld {
                String::new()
            } else {
                required(edition, target, window, wording)
            },
            pace: if window.withheld {
                String::new()
            } else {
                pace(target, window, wording)
            },
            // What a share asks is per cent of a whole, which no length beside the part can show; and what has not begun, or is not
            // known at all, has nothing to show.
            bar: if target.kind == "share"
                || window.status == Status::NotStarted
                || window.outcome == Some(Quantity::UNKNOWN)
            {
                Bar::default()
            } else {
                Bar::new(window, Bar::scale(&target.windows), grows_evenly(target))
            },
            withheld: window.withheld,
            reckoning: reckoning_beside(window, &outcome, wording),
            outcome,
            remaining: match &window.remaining {
                Some(remaining) if !window.withheld => ended(&wording.phrase(remaining)),
                _ => String::new(),
            },
            lacking: lacking_parts(window, wording),
            missing: missing_months(window, wording),
            parts_required: window.parts.iter().any(|part| part.required.is_some()),
            parts_due: window
                .parts
                .iter()
                .any(|part| part.due.is_some() || part.done.is_some()),
            parts_heading: if is_long {
                wording.phrase(&Phrase::new("ui-parts-heading").with("parts", window.parts.len()))
            } else {
                String::new()
            },
            parts_in_question: in_question
                .into_iter()
                .filter(|_| shows_some)
                .map(|part| PartView::new(part, wording))
                .collect(),
            parts_cut: shortened(parts.len(), window.parts.len(), wording),
            parts,
        }
    }
}

/// What the reckoning says that outcome, demand and pace beside it do not.
fn reckoning_beside(window: &WindowAssessment, outcome: &str, wording: &Wording) -> String {
    let whole = match window.reckoning.args.get("paced") {
        // The pace stands beside it.
        Some(Arg::Text(paced)) if paced == "asked" && !window.withheld => {
            wording.sentence(&window.reckoning.clone().with("paced", "nothing"))
        }
        _ => reckoning(window, wording),
    };
    let counts_up = window.reckoning.key == "reckoning-count"
        && window.bound == Some(Bound::Least)
        && window.required.is_some();
    match &window.reckoning.args {
        _ if window.withheld => whole,
        // Of what is only shown, the reckoning may say nothing more.
        _ if whole == format!("{outcome}.") => String::new(),
        _ if counts_up && window.closed => String::new(),
        args if counts_up => {
            let days = ["passed", "all"].into_iter();
            let phrase = days.fold(Phrase::new("ui-days-passed"), |phrase, name| {
                match args.get(name) {
                    Some(days) => phrase.with(name, days.clone()),
                    None => phrase,
                }
            });
            wording.phrase(&phrase)
        }
        _ => whole,
    }
}

/// The window that a target's verdict follows from: the latest of those that stand as it does.
pub(crate) fn worst_window(target: &EditionTarget) -> Option<&WindowAssessment> {
    let stands = |window: &&WindowAssessment| window.status == target.status;
    let windows = target.windows.iter();
    windows.rev().find(stands).or(target.windows.last())
}

/// What was done and what is asked, in a few words: «3 insatser, minst 4 krävs».
pub(crate) fn figure(
    edition: &Edition,
    target: &EditionTarget,
    window: &WindowAssessment,
    wording: &Wording,
) -> String {
    if window.withheld {
        return wording.text("ui-withheld");
    }
    let asked = required(edition, target, window, wording);
    let told = [outcome(target, window, wording), asked];
    told.into_iter()
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

/// What was done, in the words of its kind: «100–108 kontakter», «3 av 5 steg», «12 av 52».
fn outcome(target: &EditionTarget, window: &WindowAssessment, wording: &Wording) -> String {
    let Some(outcome) = window.outcome else {
        return wording.text("ui-no-figure");
    };
    let whole = window.required.map(Quantity::exact);
    let of = |key: &'static str, whole: Quantity| {
        if outcome == Quantity::UNKNOWN && whole == Quantity::UNKNOWN {
            return wording.text("quantity-unknown");
        }
        wording.phrase(
            &Phrase::new(key)
                .with("part", Arg::Quantity(outcome))
                .with("whole", Arg::Quantity(whole)),
        )
    };
    match (target.kind, whole) {
        ("milestone", Some(whole)) => of("ui-out-of-steps", whole),
        ("request", Some(whole)) => of("ui-out-of-requests", window.out_of.unwrap_or(whole)),
        ("each" | "every", Some(whole)) => match window.reckoning.args.get("every") {
            // Days, weeks or months; parts have many names.
            Some(every) if window.reckoning.key == "reckoning-each-period" => wording.phrase(
                &Phrase::new("ui-out-of-every")
                    .with("part", Arg::Quantity(outcome))
                    .with("whole", Arg::Quantity(whole))
                    .with("every", every.clone()),
            ),
            _ => of("ui-out-of", whole),
        },
        ("response-time", _) => {
            wording.phrase(&Phrase::new("ui-response-time").with("days", Arg::Quantity(outcome)))
        }
        ("state", Some(whole)) => of("ui-out-of-days", whole),
        ("indicator", _) => wording.quantity(outcome),
        ("cadence", _) => {
            wording.phrase(&Phrase::new("ui-longest-gap").with("days", Arg::Quantity(outcome)))
        }
        _ => match window.out_of {
            Some(whole) => of("ui-out-of", whole),
            None => quantity_in_words(
                outcome,
                window.unit.as_deref().filter(|unit| !unit.is_empty()),
                wording,
            ),
        },
    }
}

/// What is asked, where the outcome does not say it.
fn required(
    edition: &Edition,
    target: &EditionTarget,
    window: &WindowAssessment,
    wording: &Wording,
) -> String {
    let Some(required) = window.required else {
        return String::new();
    };
    let key = match (target.kind, window.bound) {
        ("milestone" | "request" | "each" | "every" | "state", _) => return String::new(),
        (_, Some(Bound::Most)) => "ui-at-most",
        // What an average asks grows with the days: before the first it is nothing.
        ("average", _) if required == Amount::ZERO => return String::new(),
        ("average", _) if !window.closed => "ui-at-least-so-far",
        _ => "ui-at-least",
    };
    let number = match target.kind {
        "share" => Arg::Percent(Quantity::exact(required)),
        _ => Arg::Amount(reachable(edition, window, required)),
    };
    wording.phrase(&Phrase::new(key).with("number", number))
}

/// What an average asks of the days so far may be a part of a thing: of things that only come whole, the next whole number
/// keeps it.
pub(crate) fn reachable(edition: &Edition, window: &WindowAssessment, required: Amount) -> Amount {
    let activities = &edition.agreement.activities;
    let is_continuous = |unit: &String| {
        activities
            .get(unit)
            .is_some_and(|kind| kind.unit != Unit::Things)
    };
    if window.bound == Some(Bound::Most) || window.unit.as_ref().is_some_and(is_continuous) {
        return required;
    }
    required.ceil()
}

/// What the elapsed time asks, in an open window.
fn pace(target: &EditionTarget, window: &WindowAssessment, wording: &Wording) -> String {
    let open = window
        .pace
        .filter(|pace| !window.closed && Some(*pace) != window.required && *pace > Amount::ZERO);
    let judged = open.filter(|_| grows_evenly(target));
    let even = window
        .even
        .filter(|even| window.pace.is_some() && Some(*even) != window.pace);
    let told = |key: &'static str, number: Amount| {
        wording.phrase(&Phrase::new(key).with("number", number))
    };
    let told = [
        judged.map(|pace| told("ui-pace", pace)),
        even.map(|even| told("ui-even-pace", even)),
    ];
    told.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

impl PartView {
    fn new(part: &PartAssessment, wording: &Wording) -> PartView {
        let span = part.span.map(|span| wording.span(span));
        PartView {
            name: part.name.clone().or(span).unwrap_or_default(),
            required: part.required.map_or_else(
                || wording.text("ui-part-not-asked"),
                |amount| wording.amount(amount),
            ),
            outcome: wording.quantity(part.outcome),
            due: part.due.map_or_else(
                || wording.text("ui-part-no-day"),
                |day| wording.day_short(day),
            ),
            done: part
                .done
                .map_or_else(|| wording.text("ui-part-not-done"), table_day),
            late: part.late,
            badge: Badge::new(part.status, wording),
        }
    }
}
