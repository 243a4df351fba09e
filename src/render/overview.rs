//! What a councillor reads in the first half minute, the same in the report and in the letter.

use crate::model::assessment::{Status, WindowAssessment};
use crate::model::edition::{Edition, EditionPledge, EditionTarget};
use crate::model::finding::Phrase;
use crate::model::quantity::Quantity;
use crate::model::report::{StatusChange, TurnedWindow};
use crate::model::span::Period;
use crate::render::plain::{KNOWN_AGAIN, abridged};
use crate::text::capital;
use crate::wording::Wording;

/// What asks for somebody's work: promised and not done.
pub(crate) const FAILING: [Status; 3] = [Status::NotFulfilled, Status::Partial, Status::Behind];
/// What nobody can tell yet.
pub(crate) const UNKNOWN: [Status; 2] = [Status::Undecided, Status::NotReported];

/// The statuses in the order in which good news and bad are told.
const COUNTED: [Status; 10] = [
    Status::Fulfilled,
    Status::OnTrack,
    Status::Behind,
    Status::Partial,
    Status::NotFulfilled,
    Status::Undecided,
    Status::NotReported,
    Status::NotStarted,
    Status::NoNeed,
    Status::Described,
];

/// A pledge that needs attention, and why.
#[derive(Clone, Debug)]
pub(crate) struct Concern<'a> {
    /// The pledge.
    pub(crate) pledge: &'a EditionPledge,
    /// What remains by when, or the reckoning: a line a window.
    pub(crate) lines: Vec<String>,
}

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
fn counted((status, count): &(Status, usize), wording: &Wording) -> String {
    let key = match status {
        Status::NotFulfilled => "ui-count-not-fulfilled",
        Status::Partial => "ui-count-partial",
        Status::Behind => "ui-count-behind",
        Status::Undecided => "ui-count-undecided",
        Status::NotReported => "ui-count-not-reported",
        Status::OnTrack => "ui-count-on-track",
        Status::Fulfilled => "ui-count-fulfilled",
        Status::NotStarted => "ui-count-not-started",
        Status::NoNeed => "ui-count-no-need",
        Status::Described => "ui-count-described",
    };
    wording.phrase(&Phrase::new(key).with("count", *count))
}

/// The pledges with one of these statuses, the worst first, each with the reason.
pub(crate) fn concerns<'a>(
    edition: &'a Edition,
    wording: &Wording,
    statuses: &[Status],
) -> Vec<Concern<'a>> {
    let mut pledges: Vec<_> = edition
        .pledges
        .iter()
        .filter(|pledge| statuses.contains(&pledge.status))
        .collect();
    pledges.sort_by_key(|pledge| (pledge.status, pledge.number));
    let concern = |pledge: &'a EditionPledge| {
        let targets = pledge
            .targets
            .iter()
            .filter(|target| statuses.contains(&target.status));
        Concern {
            pledge,
            lines: targets
                .flat_map(|target| target_lines(target, wording))
                .collect(),
        }
    };
    pledges.into_iter().map(concern).collect()
}

/// The pledges that are on track and have something left to do, each with what that is.
pub(crate) fn ahead<'a>(edition: &'a Edition, wording: &Wording) -> Vec<Concern<'a>> {
    let on_track = edition
        .pledges
        .iter()
        .filter(|pledge| pledge.status == Status::OnTrack);
    let concern = |pledge: &'a EditionPledge| {
        let windows = pledge.targets.iter().flat_map(|target| &target.windows);
        let open =
            windows.filter(|window| window.status == Status::OnTrack && window.remaining.is_some());
        Concern {
            pledge,
            lines: open.map(|window| window_line(window, wording)).collect(),
        }
    };
    on_track
        .map(concern)
        .filter(|concern| !concern.lines.is_empty())
        .collect()
}

/// What remains in the windows that decide the target's status.
fn target_lines(target: &EditionTarget, wording: &Wording) -> Vec<String> {
    let windows = target
        .windows
        .iter()
        .filter(|window| window.status == target.status);
    let lines: Vec<_> = windows.map(|window| window_line(window, wording)).collect();
    if lines.is_empty() {
        vec![wording.phrase(&target.phrase)]
    } else {
        lines
    }
}

/// The line of a window, after its name: what remains; for unkept ones also the reckoning, and the missing months.
fn window_line(window: &WindowAssessment, wording: &Wording) -> String {
    let is_unknown = UNKNOWN.contains(&window.status);
    let remaining = window
        .remaining
        .as_ref()
        .filter(|_| !window.withheld && !is_unknown);
    let remaining = remaining.map(|remaining| wording.phrase(remaining));
    let why = remaining.is_none() || FAILING.contains(&window.status);
    let why = why.then(|| reckoning(window, wording));
    let line = why
        .into_iter()
        .chain(remaining)
        .chain([missing_months(window, wording)]);
    let line = sentences(line.filter(|line| !line.is_empty()).collect());
    wording.phrase(
        &Phrase::new("ui-window-line")
            .with("window", window_name(window, wording))
            .with("line", line),
    )
}

/// Sentences in a row, separated by full stops.
fn sentences(mut parts: Vec<String>) -> String {
    let last = parts.pop().unwrap_or_default();
    let ended = parts
        .iter()
        .map(|part| format!("{}. ", part.trim_end_matches('.')));
    ended.chain([last]).collect()
}

/// «Rapport saknas för augusti–september 2023.», or nothing.
pub(crate) fn missing_months(window: &WindowAssessment, wording: &Wording) -> String {
    if window.missing_months.is_empty() {
        return String::new();
    }
    let months = wording.each_month(window.missing_months.iter().copied());
    wording.phrase(&Phrase::new("ui-missing-months").with("months", months))
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

/// A pledge's text, cut after a word where it is long.
pub(crate) fn short_name(pledge: &EditionPledge) -> String {
    const LONGEST: usize = 44;
    if pledge.text.chars().count() <= LONGEST {
        return pledge.text.clone();
    }
    let mut short = String::new();
    for word in pledge.text.split_whitespace() {
        if short.chars().count() + word.chars().count() >= LONGEST {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    if short.is_empty() {
        short = pledge.text.chars().take(LONGEST).collect();
    }
    short.truncate(short.trim_end_matches([',', '.', ';', ':', '–', '-']).len());
    short.push('…');
    short
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
