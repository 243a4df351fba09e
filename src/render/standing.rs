//! How each pledge stands, a line a pledge: what page, PDF and letters begin with. Who has to act stands there, why, and what
//! happens now.

use super::html::{figure, worst_window};
use super::overview::{
    FAILING, UNKNOWN, ended, named_period, partners, remaining, short_name, target_lines,
    window_line,
};
use crate::model::agreement::Note;
use crate::model::assessment::{Status, WindowAssessment};
use crate::model::edition::{Edition, EditionPledge};
use crate::model::finding::Phrase;
use crate::model::span::Period;
use crate::wording::Wording;

/// A pledge on one line, and what is told below it.
#[derive(Clone, Debug)]
pub(crate) struct Standing<'a> {
    pub(crate) pledge: &'a EditionPledge,
    /// What it is called.
    pub name: String,
    /// «2 av 3 delar hålls», of a pledge with several targets; else empty.
    pub(crate) held: String,
    /// What was done and what is asked, where it stands worst; empty where nothing is counted.
    pub(crate) figure: String,
    /// The partners that answer for it.
    pub responsible: String,
    /// The reckoning and what is missing, a line a window.
    pub(crate) lines: Vec<String>,
    /// What is still to be done, and by when, a sentence a window.
    pub(crate) to_do: Vec<String>,
    /// Windows before the one that decides that were not kept, a line each.
    pub(crate) earlier: Vec<String>,
    /// Why, and what happens now; `None` where nobody has to explain anything.
    pub(crate) explanation: Option<Explanation>,
}

/// Why a pledge stands as it does, in the coordinator's words. Texts that there are none of are empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Explanation {
    pub(crate) why: String,
    /// What happens now, and by when.
    pub(crate) next: String,
    /// Who says so and in which report: «Polisen, september 2023».
    pub(crate) said: String,
    /// Said where something is left unexplained.
    pub(crate) lacking: String,
}

/// The pledges of an edition, the worst first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Standings<'a> {
    /// Those that somebody has to act on: broken, behind or unknown, now or in an earlier window.
    pub(crate) open: Vec<Standing<'a>>,
    pub(crate) rest: Vec<Standing<'a>>,
}

impl<'a> Standings<'a> {
    /// The pledges of an edition.
    pub(crate) fn new(edition: &'a Edition, wording: &Wording) -> Standings<'a> {
        let mut pledges: Vec<&EditionPledge> = edition.pledges.iter().collect();
        pledges.sort_by_key(|pledge| (pledge.status, !pledge.is_urgent(), pledge.number));
        let (open, rest): (Vec<_>, Vec<_>) = pledges
            .into_iter()
            .partition(|pledge| needs_somebody(pledge));
        let told = |pledges: Vec<&'a EditionPledge>| {
            let standings = pledges.into_iter();
            standings
                .map(|pledge| Standing::new(edition, pledge, wording))
                .collect()
        };
        Standings {
            open: told(open),
            rest: told(rest),
        }
    }
}

/// Whether somebody has to act on a pledge, soon too, or to explain it.
pub(crate) fn needs_somebody(pledge: &EditionPledge) -> bool {
    needs_explanation(pledge) || pledge.is_urgent()
}

fn needs_explanation(pledge: &EditionPledge) -> bool {
    is_in_question(pledge.status) || !pledge.earlier_failures.is_empty()
}

/// Broken, behind or unknown.
fn is_in_question(status: Status) -> bool {
    FAILING.contains(&status) || UNKNOWN.contains(&status)
}

impl<'a> Standing<'a> {
    pub(crate) fn new(
        edition: &Edition,
        pledge: &'a EditionPledge,
        wording: &Wording,
    ) -> Standing<'a> {
        Standing {
            pledge,
            name: short_name(pledge),
            held: held(pledge, wording),
            figure: figure_of(edition, pledge, wording),
            responsible: partners(edition, &pledge.responsible, wording),
            lines: lines(pledge, wording),
            to_do: to_do(pledge, wording),
            earlier: earlier(pledge, wording),
            explanation: needs_explanation(pledge).then(|| explanation(edition, pledge, wording)),
        }
    }
}

/// How the windows in question stand.
fn lines(pledge: &EditionPledge, wording: &Wording) -> Vec<String> {
    let targets = pledge.targets.iter();
    let asked =
        targets.filter(|target| is_in_question(pledge.status) && is_in_question(target.status));
    asked
        .flat_map(|target| target_lines(target, wording))
        .collect()
}

/// What remains in the windows in question; of a pledge on track, in its open windows.
fn to_do(pledge: &EditionPledge, wording: &Wording) -> Vec<String> {
    let in_question = is_in_question(pledge.status);
    let targets = pledge.targets.iter();
    let targets = targets.filter(|target| !in_question || is_in_question(target.status));
    let windows = targets.flat_map(|target| {
        let windows = target.windows.iter();
        windows.filter(move |window| match in_question {
            true => window.status == target.status,
            false => window.status == Status::OnTrack,
        })
    });
    let remaining = windows.filter_map(remaining);
    remaining
        .map(|phrase| ended(&wording.phrase(phrase)))
        .collect()
}

/// The windows before the one that decides that were not kept.
fn earlier(pledge: &EditionPledge, wording: &Wording) -> Vec<String> {
    let broken = |window: &&WindowAssessment| {
        window.status == Status::NotFulfilled && pledge.earlier_failures.contains(&window.span)
    };
    let windows = pledge.targets.iter().flat_map(|target| &target.windows);
    let windows = windows.filter(broken);
    windows
        .filter_map(|window| window_line(window, wording))
        .collect()
}

/// How many of a pledge's targets hold so far, of those that are judged.
fn held(pledge: &EditionPledge, wording: &Wording) -> String {
    let judged = pledge.targets.iter().filter(|target| {
        !matches!(
            target.status,
            Status::Described | Status::NoNeed | Status::NotStarted
        )
    });
    let (mut of, mut kept) = (0usize, 0usize);
    for target in judged {
        of += 1;
        kept += usize::from(matches!(target.status, Status::Fulfilled | Status::OnTrack));
    }
    if of < 2 {
        return String::new();
    }
    wording.phrase(&Phrase::new("ui-held").with("kept", kept).with("of", of))
}

/// What was done and what is asked where the pledge stands worst; what its owner says, where nothing is counted.
fn figure_of(edition: &Edition, pledge: &EditionPledge, wording: &Wording) -> String {
    let worst = pledge.targets.iter().min_by_key(|target| {
        // Where one target is enough the pledge stands as its best one.
        (target.status != pledge.status, target.status)
    });
    let told = worst.and_then(|target| {
        let window = worst_window(target)?;
        Some(figure(edition, target, window, wording))
    });
    told.or_else(|| {
        let said = pledge.claim.as_ref()?.status.as_ref()?;
        Some(wording.phrase(&Phrase::new("ui-quoted").with("text", said)))
    })
    .unwrap_or_default()
}

/// The coordinator's latest note, and what it does not say.
fn explanation(edition: &Edition, pledge: &EditionPledge, wording: &Wording) -> Explanation {
    let term = edition.agreement.term;
    let end = |note: &&Note| {
        let period = Period::parse(&note.period, term);
        period.map(|period| period.end()).ok()
    };
    let Some(note) = pledge.notes.iter().max_by_key(end) else {
        return Explanation {
            lacking: wording.text("ui-unexplained"),
            ..Explanation::default()
        };
    };
    let by = note
        .by
        .as_deref()
        .map(|id| edition.partner_name(id).to_owned());
    let period = named_period(edition, &note.period, wording);
    Explanation {
        why: note.why.clone().unwrap_or_default(),
        next: next(note, wording),
        said: by
            .into_iter()
            .chain([period])
            .collect::<Vec<_>>()
            .join(", "),
        lacking: match (&note.why, &note.next) {
            (None, _) => wording.text("ui-unexplained"),
            (Some(_), None) => wording.text("ui-no-next"),
            (Some(_), Some(_)) => String::new(),
        },
    }
}

/// What happens now, with its last day where that is said.
pub(crate) fn next(note: &Note, wording: &Wording) -> String {
    match (&note.next, note.due) {
        (Some(next), Some(due)) => wording.phrase(
            &Phrase::new("ui-next-due")
                .with("next", next.trim_end_matches('.'))
                .with("day", due),
        ),
        (Some(next), None) => next.clone(),
        (None, _) => String::new(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::sample;
    use super::*;
    use crate::model::agreement::Audience;

    fn wording() -> Wording {
        Wording::new("sv", &sample::activities()).unwrap()
    }

    #[test]
    fn the_worst_stand_first_and_what_needs_nobody_apart() {
        let edition = sample::edition(&sample::report(), &Audience::Full);
        let Standings { open, rest } = Standings::new(&edition, &wording());
        assert!(open.is_sorted_by_key(|one| one.pledge.status));
        assert_eq!(open[0].pledge.status, Status::NotFulfilled);
        assert!(open.iter().all(|one| needs_somebody(one.pledge)));
        assert!(!rest.iter().any(|one| needs_somebody(one.pledge)));
        assert_eq!(open.len() + rest.len(), edition.pledges.len());
    }

    #[test]
    fn who_why_and_by_when_are_told_or_that_they_are_not() {
        let edition = sample::edition(&sample::report(), &Audience::Full);
        let Standings { open, .. } = Standings::new(&edition, &wording());
        let of = |id: &str| open.iter().find(|one| one.pledge.id == id).unwrap();
        let contacts = of("medborgarkontakter");
        assert_eq!(contacts.responsible, "Polisen");
        assert_eq!(
            contacts.explanation,
            Some(Explanation {
                why: "Två tjänster har varit vakanta sedan mars.".to_owned(),
                next: "Två områdespoliser är på plats, senast den 30 november 2023.".to_owned(),
                said: "Polisen, september 2023".to_owned(),
                lacking: String::new(),
            })
        );
        let lacking = of("kontroller").explanation.clone().unwrap().lacking;
        assert_eq!(lacking, "Ingen förklaring lämnad.");
    }

    #[test]
    fn an_earlier_window_that_was_broken_stands_beside_a_pledge_on_track() {
        let mut report = sample::report();
        let traffic = &mut report.assessments[1];
        traffic.targets[0].windows[0].status = Status::NotFulfilled;
        traffic.earlier_failures = vec![traffic.targets[0].windows[0].span];
        let edition = sample::edition(&report, &Audience::Full);
        let Standings { open, .. } = Standings::new(&edition, &wording());
        let told = open.iter().find(|one| one.pledge.id == "trafikinsatser");
        let told = told.unwrap();
        assert_eq!(told.pledge.status, Status::OnTrack);
        assert!(told.earlier[0].starts_with("2022"), "{:?}", told.earlier);
        assert!(told.explanation.is_some());
    }

    #[test]
    fn a_pledge_of_several_targets_says_how_many_hold() {
        let mut report = sample::report();
        let steps = report.assessments[8].targets[0].clone();
        assert_eq!(steps.kind, "milestone");
        report.assessments[0].targets.push(steps);
        let edition = sample::edition(&report, &Audience::Full);
        assert_eq!(held(&edition.pledges[0], &wording()), "1 av 2 delar hålls");
        assert_eq!(held(&edition.pledges[1], &wording()), "");
    }

    #[test]
    fn what_is_urgent_is_open_and_on_track_all_the_same() {
        let mut report = sample::report();
        let id = "trafikinsatser";
        let window = &mut report.assessments[1].targets[0].windows[1];
        window.urgent = true;
        let edition = sample::edition(&report, &Audience::Full);
        let pledge = edition.pledge(id).unwrap();
        assert_eq!(pledge.status, Status::OnTrack);
        assert!(pledge.is_urgent() && needs_somebody(pledge));
        let Standings { open, .. } = Standings::new(&edition, &wording());
        let told = open.iter().find(|one| one.pledge.id == id).unwrap();
        assert!(told.explanation.is_none(), "nothing is broken");
    }
}
