//! The letter that carries an edition: subject, text and HTML, with the key result in the body.

use std::collections::BTreeMap;

use serde::Serialize;

mod attachment;
mod frame;
mod item;
mod line;
pub(crate) mod partner;
pub(crate) mod receipt;

pub(crate) use attachment::{Attachment, attachments};
pub(crate) use frame::Letter;

use attachment::attached;
use frame::{diary_number, sender};
use item::Item;
use line::placed;

use super::html::{sign, tone};
use super::overview::{self, FAILING, UNKNOWN};
use super::plain::{KNOWN_AGAIN, abridged, one_line};
use super::social;
use super::standing::{Standing, Standings};
use super::template::{Escape, Templates};
use super::unreported::Unreported;
use crate::error::Error;
use crate::model::agreement::Role;
use crate::model::assessment::Status;
use crate::model::edition::{Edition, EditionPledge};
use crate::model::finding::{Phrase, Severity};
use crate::model::message::MessageKind;
use crate::model::report::StatusChange;
use crate::text::capital;
use crate::wording::Wording;

/// The templates' names.
const TEXT: &str = "letter.txt.hbs";
const HTML: &str = "letter.html.hbs";

/// Checks every name in the templates of letters against the fields of a letter.
///
/// # Errors
/// If one is invalid or names a field that does not exist.
pub(super) fn check(wording: &Wording, templates: &Templates) -> Result<(), Error> {
    let one = || vec![String::new()];
    let item = || vec![Item::specimen()];
    let view = View {
        ui: labels(wording),
        tally: vec![Count::default()],
        failing: item(),
        unknown: item(),
        earlier: item(),
        ahead: item(),
        turned: one(),
        changes: one(),
        unreported: one(),
        attached: one(),
        unread: one(),
        ..View::default()
    };
    templates.check(TEXT, &view)?;
    templates.check(HTML, &view)?;
    partner::check(templates)
}

/// The addressee of a letter.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Addressee<'a> {
    /// The name in the greeting.
    pub name: &'a str,
    /// The roles of others who get the same edition.
    pub(crate) also_to: &'a [Role],
}

/// The letter that carries an edition to one recipient, or a draft of it to the approver.
///
/// # Errors
/// If a template is invalid.
pub(crate) fn render(
    edition: &Edition,
    to: Addressee<'_>,
    kind: MessageKind,
    files: &[Attachment<'_>],
    wording: &Wording,
    templates: &Templates,
) -> Result<Letter, Error> {
    let mut view = View::new(edition, to, files, wording);
    if kind == MessageKind::Draft {
        view.subject =
            wording.phrase(&Phrase::new("letter-draft-subject").with("subject", &view.subject));
        view.draft =
            wording.phrase(&Phrase::new("letter-draft").with("version", named_version(edition)));
        view.also_to = String::new();
    }
    Ok(Letter {
        text: templates.fill(TEXT, Escape::Nothing, wording, &view)?,
        html: templates.fill(HTML, Escape::Html, wording, &view)?,
        subject: view.subject,
    })
}

/// The name of a version for `lofte send --approve`: `2023-12/v2`.
fn named_version(edition: &Edition) -> String {
    format!("{}/v{}", edition.period, edition.version)
}

/// The fields of both templates. Absent texts are empty.
#[derive(Debug, Default, Serialize)]
struct View {
    lang: String,
    ui: BTreeMap<&'static str, String>,
    subject: String,
    kicker: String,
    title: String,
    period: String,
    greeting: String,
    draft: String,
    intro: String,
    state: String,
    tally: Vec<Count>,
    failing: Vec<Item>,
    unknown: Vec<Item>,
    /// Now in phase, with a window before that was not kept.
    earlier: Vec<Item>,
    ahead: Vec<Item>,
    /// The windows that had closed and whose verdict has turned.
    turned: Vec<String>,
    changes: Vec<String>,
    unreported: Vec<String>,
    findings_count: String,
    unread: Vec<String>,
    withheld: String,
    /// To the municipality's web: a text for social media.
    social: String,
    attached: Vec<String>,
    also_to: String,
    sender: String,
    diary_number: String,
}

/// How many pledges have a status.
#[derive(Debug, Default, Serialize)]
struct Count {
    status: String,
    sign: &'static str,
    tone: &'static str,
    count: usize,
}

impl View {
    fn new(
        edition: &Edition,
        to: Addressee<'_>,
        files: &[Attachment<'_>],
        wording: &Wording,
    ) -> View {
        let agreement = &edition.agreement;
        let period = wording.period(&edition.period);
        let Standings { open, rest } = Standings::new(edition, wording);
        let items = |chosen: &dyn Fn(Status) -> bool| {
            let chosen = open.iter().filter(|one| chosen(one.pledge.status));
            chosen.map(|one| Item::new(one, wording)).collect()
        };
        let has_more = |one: &&Standing<'_>| !one.lines.is_empty() || !one.to_do.is_empty();
        View {
            lang: wording.language().to_owned(),
            ui: labels(wording),
            subject: subject(edition, &period, wording),
            kicker: wording.text("ui-kicker"),
            title: one_line(&agreement.title),
            greeting: wording
                .phrase(&Phrase::new("letter-greeting").with("name", one_line(to.name))),
            draft: String::new(),
            intro: wording.phrase(
                &Phrase::new("letter-intro")
                    .with("title", one_line(&agreement.title))
                    .with("period", &period)
                    .with("day", edition.as_of),
            ),
            state: overview::state(edition, wording),
            tally: tally(edition, wording),
            failing: items(&|status| FAILING.contains(&status)),
            unknown: items(&|status| UNKNOWN.contains(&status)),
            earlier: items(&|status| !FAILING.contains(&status) && !UNKNOWN.contains(&status)),
            ahead: rest
                .iter()
                .filter(has_more)
                .map(|one| Item::new(one, wording))
                .collect(),
            turned: overview::turned(edition, wording),
            changes: changes(edition, wording),
            unreported: unreported(edition, wording),
            findings_count: findings_count(edition, wording),
            unread: unread(edition, wording),
            withheld: if edition.withholds() {
                wording.phrase(
                    &Phrase::new("ui-withheld-note").with("threshold", agreement.small_numbers),
                )
            } else {
                String::new()
            },
            social: if edition.details.is_none() {
                social::text(edition, wording)
            } else {
                String::new()
            },
            attached: attached(files, wording),
            also_to: also_to(to.also_to, wording),
            sender: sender(edition, wording),
            diary_number: diary_number(edition, wording),
            period: capital(&period),
        }
    }
}

/// The headings of the letter.
fn labels(wording: &Wording) -> BTreeMap<&'static str, String> {
    BTreeMap::from([
        ("attention", wording.text("letter-attention")),
        ("unknown", wording.text("letter-unknown")),
        ("earlier", wording.text("letter-earlier")),
        ("ahead", wording.text("letter-ahead")),
        ("turned", wording.text("ui-turned")),
        ("changes", wording.text("letter-changes")),
        ("unreported", wording.text("letter-unreported")),
        ("findings", wording.text("letter-findings")),
        ("social", wording.text("letter-social")),
        ("attached", wording.text("letter-attached")),
        ("status", wording.text("letter-status")),
        ("count", wording.text("letter-count")),
    ])
}

/// «Uppföljning av medborgarlöften, Kalix kommun, september 2023: 1 efter, 5 på väg, 6 uppfyllda», on one line: a
/// break in it would begin another header of the message.
fn subject(edition: &Edition, period: &str, wording: &Wording) -> String {
    let agreement = &edition.agreement;
    let phrase = (edition.words.subject.clone())
        .with("municipality", &agreement.municipality)
        .with("period", period)
        .with("state", overview::short_state(edition, wording));
    one_line(&wording.phrase(&phrase))
}

/// The counts of the state, for a table.
fn tally(edition: &Edition, wording: &Wording) -> Vec<Count> {
    let count = |(status, count)| Count {
        status: wording.status(status),
        sign: sign(status),
        tone: tone(status),
        count,
    };
    overview::tally(edition).into_iter().map(count).collect()
}

/// What changed, or why there is no list of changes.
fn changes(edition: &Edition, wording: &Wording) -> Vec<String> {
    let figures = overview::changed_figures(edition, wording);
    let figures = (!figures.is_empty()).then_some(figures);
    if let Some(none) = overview::no_changes(edition, wording) {
        return std::iter::once(none).chain(figures).collect();
    }
    let line = |(change, pledge): (&StatusChange, &EditionPledge)| {
        let phrase = match change.was {
            Some(was) => Phrase::new("letter-change").with("was", wording.status(was)),
            None => Phrase::new("letter-change-new"),
        };
        let phrase = phrase
            .with("pledge", abridged(&pledge.text, KNOWN_AGAIN))
            .with("now", wording.status(change.now));
        wording.phrase(&phrase)
    };
    edition.changes().map(line).chain(figures).collect()
}

/// Who has not reported, or that everybody has.
fn unreported(edition: &Edition, wording: &Wording) -> Vec<String> {
    let Unreported { lines, none } = Unreported::new(edition, wording);
    if lines.is_empty() { vec![none] } else { lines }
}

/// How many findings there are; empty in the public edition.
fn findings_count(edition: &Edition, wording: &Wording) -> String {
    if edition.details.is_none() {
        return String::new();
    }
    let (notes, mend): (Vec<_>, Vec<_>) = edition
        .findings()
        .iter()
        .partition(|found| found.finding.severity() == Severity::Note);
    wording.phrase(
        &Phrase::new("letter-findings-count")
            .with("mend", mend.len())
            .with("notes", notes.len()),
    )
}

/// The names of what could not be used: a report without it says so. Empty in the public edition.
fn unread(edition: &Edition, wording: &Wording) -> Vec<String> {
    let errors = edition
        .findings()
        .iter()
        .map(|found| &found.finding)
        .filter(|finding| finding.severity() == Severity::Error);
    errors
        .map(|finding| placed(finding, wording.message(finding)))
        .collect()
}

/// The roles of others who get it too.
fn also_to(others: &[Role], wording: &Wording) -> String {
    if others.is_empty() {
        return String::new();
    }
    let roles: Vec<String> = others
        .iter()
        .map(|role| wording.text(role_key(*role)))
        .collect();
    wording.phrase(&Phrase::new("letter-also-to").with("roles", wording.list(&roles)))
}

fn role_key(role: Role) -> &'static str {
    match role {
        Role::Chief => "letter-role-chief",
        Role::Council => "letter-role-council",
        Role::Chair => "letter-role-chair",
        Role::Partner => "letter-role-partner",
        Role::Registrar => "letter-role-registrar",
        Role::Web => "letter-role-web",
    }
}

#[cfg(test)]
mod tests;
