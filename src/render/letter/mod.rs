//! The letter that carries an edition: subject, text and HTML, with the key result in the body.

use std::collections::BTreeMap;

use serde::Serialize;

pub mod partner;
pub mod receipt;

use super::Templates;
use super::html::{sign, tone};
use super::overview::{self, Concern, FAILING, UNKNOWN};
use super::plain::{FIRST_SCREEN, KNOWN_AGAIN, abridged, one_line};
use super::scope::{Judged, Scope, seen_by};
use super::silence::Silence;
use super::template::{self, Escape, fill};
use crate::error::Error;
use crate::model::agreement::{Audience, Recipient, Role};
use crate::model::finding::{Phrase, Severity};
use crate::model::message::MessageKind;
use crate::model::report::{Artefact, Report, StatusChange};
use crate::wording::{Wording, capital};

/// The templates' names.
const TEXT: &str = "letter.txt.hbs";
const HTML: &str = "letter.html.hbs";

/// Holds every name in the templates of letters against what a letter has.
///
/// # Errors
/// If one is broken or asks for what is not there.
pub(super) fn check(wording: &Wording, templates: &Templates) -> Result<(), Error> {
    let one = || vec![String::new()];
    let item = || {
        vec![Item {
            lines: one(),
            ..Item::default()
        }]
    };
    let view = View {
        ui: labels(wording),
        tally: vec![Count::default()],
        failing: item(),
        unknown: item(),
        ahead: item(),
        changes: one(),
        silent: one(),
        attached: one(),
        unread: one(),
        ..View::default()
    };
    template::check(TEXT, Escape::Nothing, templates, wording, &view)?;
    template::check(HTML, Escape::Html, templates, wording, &view)?;
    partner::check(wording, templates)
}

/// What a recipient reads first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The subject, with the state in it.
    pub subject: String,
    /// The plain text.
    pub text: String,
    /// The same as HTML.
    pub html: String,
}

/// The letter that carries an edition to one recipient, or a draft of it to whoever approves it.
///
/// # Errors
/// If a template is broken.
pub fn render(
    report: &Report,
    recipient: &Recipient,
    kind: MessageKind,
    files: &[Attachment<'_>],
    wording: &Wording,
    templates: &Templates,
) -> Result<Letter, Error> {
    let report = &*seen_by(report, &recipient.audience);
    let scope = Scope::new(report, &recipient.audience);
    let mut view = View::new(&scope, recipient, files, wording);
    if kind == MessageKind::Draft {
        view.subject =
            wording.phrase(&Phrase::new("letter-draft-subject").with("subject", &view.subject));
        view.draft =
            wording.phrase(&Phrase::new("letter-draft").with("version", named_version(report)));
        view.also_to = String::new();
    }
    Ok(Letter {
        text: fill(TEXT, Escape::Nothing, templates, wording, &view)?,
        html: fill(HTML, Escape::Html, templates, wording, &view)?,
        subject: view.subject,
    })
}

/// A version as `lofte send --approve` names it: `2023-12/v2`.
fn named_version(report: &Report) -> String {
    format!("{}/v{}", report.period, report.version)
}

/// The letter as both templates get it. Texts that there are none of are empty.
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
    ahead: Vec<Item>,
    changes: Vec<String>,
    silent: Vec<String>,
    findings_count: String,
    unread: Vec<String>,
    withheld: String,
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

/// A pledge that asks for attention.
#[derive(Debug, Default, Serialize)]
struct Item {
    text: String,
    status: String,
    sign: &'static str,
    tone: &'static str,
    lines: Vec<String>,
}

impl View {
    fn new(
        scope: &Scope<'_>,
        recipient: &Recipient,
        files: &[Attachment<'_>],
        wording: &Wording,
    ) -> View {
        let agreement = &scope.report.agreement;
        let period = wording.period(&scope.report.period);
        let items = |concerns: Vec<Concern<'_>>| {
            concerns
                .into_iter()
                .map(|concern| item(concern, wording))
                .collect()
        };
        View {
            lang: wording.language().to_owned(),
            ui: labels(wording),
            subject: subject(scope, &period, wording),
            kicker: wording.text("ui-kicker"),
            title: one_line(&agreement.title),
            greeting: wording
                .phrase(&Phrase::new("letter-greeting").with("name", one_line(&recipient.name))),
            draft: String::new(),
            intro: wording.phrase(
                &Phrase::new("letter-intro")
                    .with("title", one_line(&agreement.title))
                    .with("period", &period)
                    .with("day", scope.report.as_of),
            ),
            state: overview::state(scope, wording),
            tally: tally(scope, wording),
            failing: items(overview::concerns(scope, wording, &FAILING)),
            unknown: items(overview::concerns(scope, wording, &UNKNOWN)),
            ahead: items(overview::ahead(scope, wording)),
            changes: changes(scope, wording),
            silent: silent(scope, wording),
            findings_count: findings_count(scope, wording),
            unread: unread(scope, wording),
            withheld: if scope.withholds() {
                wording.phrase(
                    &Phrase::new("ui-withheld-note").with("threshold", agreement.small_numbers),
                )
            } else {
                String::new()
            },
            attached: attached(files, wording),
            also_to: also_to(scope, recipient, wording),
            sender: sender(scope.report, wording),
            diary_number: diary_number(scope.report, wording),
            period: capital(&period),
        }
    }
}

/// The headings of the letter.
fn labels(wording: &Wording) -> BTreeMap<&'static str, String> {
    BTreeMap::from([
        ("attention", wording.text("letter-attention")),
        ("unknown", wording.text("letter-unknown")),
        ("ahead", wording.text("letter-ahead")),
        ("changes", wording.text("letter-changes")),
        ("silent", wording.text("letter-silent")),
        ("findings", wording.text("letter-findings")),
        ("attached", wording.text("letter-attached")),
        ("status", wording.text("letter-status")),
        ("count", wording.text("letter-count")),
    ])
}

/// «Uppföljning av medborgarlöften, Kalix kommun, september 2023: 1 efter, 5 på väg, 6 uppfyllda», on one line: a break
/// in it would begin another header of the message.
fn subject(scope: &Scope<'_>, period: &str, wording: &Wording) -> String {
    let agreement = &scope.report.agreement;
    let phrase = match scope.partner() {
        Some(id) => {
            Phrase::new("letter-subject-partner").with("partner", agreement.partner_name(id))
        }
        None => Phrase::new("letter-subject"),
    };
    let phrase = phrase
        .with("municipality", &agreement.municipality)
        .with("period", period)
        .with("state", overview::short_state(scope, wording));
    one_line(&wording.phrase(&phrase))
}

/// The counts of the state, for a table.
fn tally(scope: &Scope<'_>, wording: &Wording) -> Vec<Count> {
    let count = |(status, count)| Count {
        status: wording.status(status),
        sign: sign(status),
        tone: tone(status),
        count,
    };
    overview::tally(scope).into_iter().map(count).collect()
}

/// A pledge on one line, with what remains.
fn item(concern: Concern<'_>, wording: &Wording) -> Item {
    let status = concern.judged.status();
    Item {
        text: abridged(&concern.judged.pledge.text, FIRST_SCREEN),
        status: wording.status(status),
        sign: sign(status),
        tone: tone(status),
        lines: concern.lines.iter().map(|line| one_line(line)).collect(),
    }
}

/// What changed, or why nothing is told.
fn changes(scope: &Scope<'_>, wording: &Wording) -> Vec<String> {
    let figures = overview::changed_figures(scope, wording);
    let figures = (!figures.is_empty()).then_some(figures);
    if let Some(none) = overview::no_changes(scope, wording) {
        return std::iter::once(none).chain(figures).collect();
    }
    let line = |(change, judged): (&StatusChange, Judged<'_>)| {
        let phrase = match change.was {
            Some(was) => Phrase::new("letter-change").with("was", wording.status(was)),
            None => Phrase::new("letter-change-new"),
        };
        let phrase = phrase
            .with("pledge", abridged(&judged.pledge.text, KNOWN_AGAIN))
            .with("now", wording.status(change.now));
        wording.phrase(&phrase)
    };
    scope
        .since_last()
        .into_iter()
        .map(line)
        .chain(figures)
        .collect()
}

/// Who has not reported, or that all have.
fn silent(scope: &Scope<'_>, wording: &Wording) -> Vec<String> {
    let Silence { lines, none } = Silence::new(scope, wording);
    if lines.is_empty() { vec![none] } else { lines }
}

/// How many findings there are; nothing said in the public edition.
fn findings_count(scope: &Scope<'_>, wording: &Wording) -> String {
    if !scope.shows_cells() {
        return String::new();
    }
    let (notes, mend): (Vec<_>, Vec<_>) = scope
        .findings()
        .into_iter()
        .partition(|finding| finding.severity() == Severity::Note);
    wording.phrase(
        &Phrase::new("letter-findings-count")
            .with("mend", mend.len())
            .with("notes", notes.len()),
    )
}

/// What could not be used, by its name: a report that goes without it says so. Nothing said in the public edition.
fn unread(scope: &Scope<'_>, wording: &Wording) -> Vec<String> {
    let errors = scope
        .findings()
        .into_iter()
        .filter(|finding| finding.severity() == Severity::Error);
    errors
        .map(|finding| partner::placed(finding, wording.message(finding)))
        .collect()
}

/// Who stands under the letter.
fn sender(report: &Report, wording: &Wording) -> String {
    let agreement = &report.agreement;
    let version = Phrase::new("letter-version").with("version", report.version.to_string());
    format!(
        "{} · {} · {}",
        agreement.municipality,
        agreement.police_area,
        wording.phrase(&version)
    )
}

/// The registrar's number; nothing if there is none.
fn diary_number(report: &Report, wording: &Wording) -> String {
    let number = report.agreement.delivery.diary_number.as_ref();
    number
        .map(|number| wording.phrase(&Phrase::new("letter-diary-number").with("number", number)))
        .unwrap_or_default()
}

/// In what capacities others get it too: never names or addresses, and never in a partner's letter.
fn also_to(scope: &Scope<'_>, recipient: &Recipient, wording: &Wording) -> String {
    if scope.partner().is_some() || recipient.role == Role::Partner {
        return String::new();
    }
    let mut others: Vec<Role> = Vec::new();
    let mut passed = false;
    for other in scope
        .report
        .agreement
        .recipients
        .iter()
        .filter(|other| !matches!(other.audience, Audience::Partner(_)))
    {
        // Oneself once; another in the same capacity is told.
        if other == recipient && !passed {
            passed = true;
        } else if !others.contains(&other.role) {
            others.push(other.role);
        }
    }
    let roles: Vec<String> = others
        .into_iter()
        .map(|role| wording.text(role_key(role)))
        .collect();
    if roles.is_empty() {
        return String::new();
    }
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

/// What goes with the letter, by the names the reader sees.
fn attached(files: &[Attachment<'_>], wording: &Wording) -> Vec<String> {
    if files.is_empty() {
        return vec![wording.text("letter-attached-none")];
    }
    let told = |file: &Attachment<'_>| {
        let key = match file.file {
            "report.html" => "letter-attached-report-html",
            "report.pdf" => "letter-attached-report-pdf",
            "summary.xlsx" => "letter-attached-summary-xlsx",
            "follow-up.json" => "letter-attached-follow-up-json",
            _ => "letter-attached-other",
        };
        wording.phrase(&Phrase::new(key).with("name", one_line(&file.name)))
    };
    files.iter().map(told).collect()
}

/// A file of the version that goes with a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment<'a> {
    /// Its name in the version's folder.
    pub file: &'a str,
    /// The name the reader sees: «Uppföljning Kalix 2023-09.xlsx».
    pub name: String,
}

/// The files of an edition that a recipient is to have, as far as they were made.
pub fn attachments<'a>(
    report: &Report,
    recipient: &'a Recipient,
    made: &[Artefact],
    wording: &Wording,
) -> Vec<Attachment<'a>> {
    let made = |name: &&String| made.iter().any(|file| file.name == **name);
    let named = |file: &'a String| Attachment {
        file,
        name: reader_name(file, report, wording),
    };
    recipient.attach.iter().filter(made).map(named).collect()
}

/// A name without anything that a file system refuses.
fn reader_name(file: &str, report: &Report, wording: &Wording) -> String {
    let ending = file.rsplit('.').next().unwrap_or(file);
    let place = report.agreement.municipality.trim_end_matches(" kommun");
    let whole = format!(
        "{} {place} {}",
        wording.text("attachment-name"),
        report.period
    );
    let plain: String = one_line(&whole)
        .chars()
        .filter(|letter| !r#"\/:*?"<>|"#.contains(*letter))
        .collect();
    format!("{plain}.{ending}")
}

#[cfg(test)]
mod tests;
