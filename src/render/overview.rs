//! What a councillor reads in the first half minute, the same in the report and in the letter.

use crate::model::assessment::{PartAssessment, Status, WindowAssessment};
use crate::model::edition::{Edition, EditionPledge, EditionTarget};
use crate::model::finding::Phrase;
use crate::model::quantity::Quantity;
use crate::model::report::{StatusChange, TurnedWindow};
use crate::model::span::Period;
use crate::render::plain::{KNOWN_AGAIN, NAME, abridged, one_line};
use crate::text::capital;
use crate::wording::Wording;

/// What asks for somebody's work: promised and not done.
pub(crate) const FAILING: [Status; 3] = [Status::NotFulfilled, Status::Partial, Status::Behind];
/// What nobody can tell yet.
pub(crate) const UNKNOWN: [Status; 2] = [Status::Undecided, Status::NotReported];

/// The statuses in the order in which good news and bad are told.
const COUNTED: [Status; 11] = [
    Status::Fulfilled,
    Status::OnTrack,
    Status::Behind,
    Status::Partial,
    Status::NotFulfilled,
    Status::Undecided,
    Status::NotReported,
    Status::Withheld,
    Status::NotStarted,
    Status::NoNeed,
    Status::Described,
];

/// How many pledges have each status that occurs.
pub(crate) fn tally(edition: &Edition) -> Vec<(Status, usize)> {
    tally_of(edition.pledges.iter().map(|pledge| pledge.status))
}

/// The same of statuses.
pub(crate) fn tally_of(statuses: impl Iterator<Item = Status>) -> Vec<(Status, usize)> {
    let statuses: Vec<Status> = statuses.collect();
    let counts = COUNTED.map(|status| {
        (
            status,
            statuses.iter().filter(|one| **one == status).count(),
        )
    });
    counts.into_iter().filter(|(_, count)| *count > 0).collect()
}

/// «Av 19 löften är 6 uppfyllda, 5 i fas och 1 efter.» «Alla 4 löften är uppfyllda.»
pub(crate) fn state(edition: &Edition, wording: &Wording) -> String {
    state_of(&tally(edition), wording)
}

/// The same of pledges of which only the statuses are known.
pub(crate) fn state_of(tally: &[(Status, usize)], wording: &Wording) -> String {
    let total: usize = tally.iter().map(|(_, count)| count).sum();
    if total == 0 {
        return wording.text("ui-state-none");
    }
    if let [(status, _)] = tally {
        let key = if total == 1 {
            "ui-state-single"
        } else {
            "ui-state-all"
        };
        return wording.phrase(
            &Phrase::new(key)
                .with("status", status.name())
                .with("total", total),
        );
    }
    let counts = wording.list(
        &tally
            .iter()
            .map(|count| counted(count, wording))
            .collect::<Vec<_>>(),
    );
    wording.phrase(
        &Phrase::new("ui-state")
            .with("total", total)
            .with("counts", counts),
    )
}

/// «1 efter, 5 i fas, 6 uppfyllda»: the worst first, for a subject line.
pub(crate) fn short_state(edition: &Edition, wording: &Wording) -> String {
    let mut counts = tally(edition);
    counts.sort();
    counts.retain(|(status, _)| {
        *status != Status::Described
            || edition
                .pledges
                .iter()
                .all(|pledge| pledge.status == *status)
    });
    counts
        .iter()
        .map(|count| counted(count, wording))
        .collect::<Vec<_>>()
        .join(", ")
}

/// «6 uppfyllda».
pub(crate) fn counted((status, count): &(Status, usize), wording: &Wording) -> String {
    let key = match status {
        Status::NotFulfilled => "ui-count-not-fulfilled",
        Status::Partial => "ui-count-partial",
        Status::Behind => "ui-count-behind",
        Status::Undecided => "ui-count-undecided",
        Status::NotReported => "ui-count-not-reported",
        Status::Withheld => "ui-count-withheld",
        Status::OnTrack => "ui-count-on-track",
        Status::Fulfilled => "ui-count-fulfilled",
        Status::NotStarted => "ui-count-not-started",
        Status::NoNeed => "ui-count-no-need",
        Status::Described => "ui-count-described",
    };
    wording.phrase(&Phrase::new(key).with("count", *count))
}

/// How the windows stand that decide the target's status.
pub(crate) fn target_lines(target: &EditionTarget, wording: &Wording) -> Vec<String> {
    let windows = target
        .windows
        .iter()
        .filter(|window| window.status == target.status);
    let lines: Vec<_> = (windows.clone())
        .filter_map(|window| window_line(window, wording))
        .collect();
    if lines.is_empty() && windows.count() == 0 {
        vec![wording.phrase(&target.phrase)]
    } else {
        lines
    }
}

/// The line of a window, after its name: for one in question the reckoning, and what is missing. `None` of one that only
/// something remains of.
pub(crate) fn window_line(window: &WindowAssessment, wording: &Wording) -> Option<String> {
    let is_told = remaining(window).is_none() || FAILING.contains(&window.status);
    let why = is_told.then(|| reckoning(window, wording));
    let line = why.into_iter().chain([
        lacking_parts(window, wording),
        missing_months(window, wording),
    ]);
    let line: Vec<String> = line.filter(|line| !line.is_empty()).collect();
    (!line.is_empty()).then(|| {
        let phrase = Phrase::new("ui-window-line").with("window", window_name(window, wording));
        wording.phrase(&phrase.with("line", sentences(line)))
    })
}

/// What is still to be done in a window, and by when. Of one that nobody knows the state of nobody can say.
pub(crate) fn remaining(window: &WindowAssessment) -> Option<&Phrase> {
    let is_known = !window.withheld && !UNKNOWN.contains(&window.status);
    window.remaining.as_ref().filter(|_| is_known)
}

/// Sentences in a row, each with its full stop; one alone is a line, and has none of its own.
fn sentences(parts: Vec<String>) -> String {
    if let [only] = &parts[..] {
        return only.clone();
    }
    let ended = parts.iter().map(|part| ended(part));
    ended.collect::<Vec<_>>().join(" ")
}

/// A text with one full stop at its end.
pub(crate) fn ended(text: &str) -> String {
    format!("{}.", text.trim_end_matches('.'))
}

/// «Rapport saknas för augusti–september 2023.», or nothing.
pub(crate) fn missing_months(window: &WindowAssessment, wording: &Wording) -> String {
    if window.missing_months.is_empty() {
        return String::new();
    }
    let months = wording.each_month(window.missing_months.iter().copied());
    wording.phrase(&Phrase::new("ui-missing-months").with("months", months))
}

/// So many parts are named; of more, the rest are counted.
const NAMED_PARTS: usize = 12;

/// «Inte uppfyllt: Kyrktunneln och Norra tunneln.», «Inte uppfyllt: v. 8 år 2023.»: which parts are broken, late or behind,
/// never only how many. Empty where none is, and where what remains names them.
pub(crate) fn lacking_parts(window: &WindowAssessment, wording: &Wording) -> String {
    let is_named = |part: &&PartAssessment| {
        // What was done too late is told as that.
        if part.late && part.done.is_some() {
            return false;
        }
        part.status == Status::NotFulfilled
            || (window.closed && matches!(part.status, Status::Behind | Status::Undecided))
    };
    let lacking: Vec<&PartAssessment> = window.parts.iter().filter(is_named).collect();
    let spans = lacking
        .iter()
        .map(|part| part.span.filter(|_| part.name.is_none()));
    let spans: Option<Vec<_>> = spans.take(NAMED_PARTS).collect();
    let more = lacking.len().saturating_sub(NAMED_PARTS);
    let named = match spans {
        _ if lacking.is_empty() => return String::new(),
        Some(spans) if (spans.iter()).all(|span| span.as_month().is_some() || span.days() == 7) => {
            wording.each_month(spans.into_iter())
        }
        _ => {
            let named = lacking.iter().take(NAMED_PARTS).map(|part| {
                let days = || part.span.map(|span| wording.span(span));
                part.name.clone().or_else(days).unwrap_or_default()
            });
            wording.list(&named.collect::<Vec<_>>())
        }
    };
    let phrase = Phrase::new("ui-lacking-parts");
    wording.phrase(&phrase.with("parts", named).with("more", more))
}

/// «2023», or the name it is listed under.
pub(crate) fn window_name(window: &WindowAssessment, wording: &Wording) -> String {
    capital(
        &window
            .name
            .clone()
            .unwrap_or_else(|| wording.span(window.span)),
    )
}

/// What a pledge is called in lists and tables: the agreement's name for it, or its text, cut after a word.
pub(crate) fn short_name(pledge: &EditionPledge) -> String {
    match &pledge.name {
        Some(name) => one_line(name),
        None => abridged(&pledge.text, NAME),
    }
}

/// The reckoning of a window; where figures are withheld, that they are.
pub(crate) fn reckoning(window: &WindowAssessment, wording: &Wording) -> String {
    if window.withheld {
        wording.text("ui-withheld-sentence")
    } else {
        wording.sentence(&window.reckoning)
    }
}

/// The partners' names: «Polisen och Kalix kommun».
pub(super) fn partners(edition: &Edition, ids: &[String], wording: &Wording) -> String {
    let names: Vec<_> = ids
        .iter()
        .map(|id| edition.partner_name(id).to_owned())
        .collect();
    wording.list(&names)
}

/// Why there is no list of changes; `None` if there is one.
pub(crate) fn no_changes(edition: &Edition, wording: &Wording) -> Option<String> {
    let Some((period, version, _)) = &edition.previous else {
        return Some(wording.text("ui-changes-first"));
    };
    if edition.changes().next().is_some() {
        return None;
    }
    let period = named_period(edition, period, wording);
    Some(
        wording.phrase(
            &Phrase::new("ui-changes-none")
                .with("period", period)
                .with("version", version.to_string()),
        ),
    )
}

/// The windows that had closed and whose verdict has turned all the same, a line each.
pub(crate) fn turned(edition: &Edition, wording: &Wording) -> Vec<String> {
    let line = |(change, turned, pledge): (&StatusChange, &TurnedWindow, &EditionPledge)| {
        let was = change.was.unwrap_or(change.now);
        let figure = |value: Option<Quantity>| value.map(|value| wording.quantity(value));
        let (before, after) = (figure(turned.before), figure(turned.after));
        let figures = match (&before, &after) {
            (None, None) => "none",
            _ => "some",
        };
        let dash = || "–".to_owned();
        let phrase = Phrase::new("ui-turned-line")
            .with("window", capital(&wording.span(turned.window)))
            .with("was", wording.status(was))
            .with("now", wording.status(change.now))
            .with("figures", figures)
            .with("before", before.unwrap_or_else(dash))
            .with("after", after.unwrap_or_else(dash))
            .with("pledge", abridged(&pledge.text, KNOWN_AGAIN));
        wording.phrase(&phrase)
    };
    edition.turned().map(line).collect()
}

/// A period as the agreement writes it: `2023-09`, as «september 2023».
pub(crate) fn named_period(edition: &Edition, name: &str, wording: &Wording) -> String {
    Period::parse(name, edition.agreement.term)
        .map_or_else(|_| name.to_owned(), |period| wording.period(&period))
}

/// That figures of periods already reported have changed; empty if none have.
pub(crate) fn changed_figures(edition: &Edition, wording: &Wording) -> String {
    match edition.retroactive().len() {
        0 => String::new(),
        count => wording.phrase(&Phrase::new("ui-changes-figures").with("count", count)),
    }
}

/// Whether the pace of such a target is a part of what its whole window requires; for an average it is the number
/// itself, for steps those that are due.
pub(crate) fn grows_evenly(target: &EditionTarget) -> bool {
    matches!(target.kind, "count" | "baseline" | "each")
}
