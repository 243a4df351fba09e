//! `index.html` of all agreements: a row a municipality, a square a pledge, the worst first.

use std::cmp::Reverse;

use serde::Serialize;

use super::super::html::Badge;
use super::super::overview::{FAILING, UNKNOWN, counted, state_of, tally_of};
use super::super::template::{Escape, Templates};
use super::read::AgreementState;
use super::{kinds, pledges};
use crate::error::Error;
use crate::model::assessment::Status;
use crate::model::finding::Phrase;
use crate::wording::Wording;

/// The template's name.
const TEMPLATE: &str = "rollup.hbs";

#[derive(Debug, Default, Serialize)]
struct View {
    lang: String,
    kicker: String,
    title: String,
    skip: String,
    state: String,
    tiles: Vec<Count>,
    grid_heading: String,
    grid: Vec<Field>,
    head: Vec<String>,
    municipalities: Vec<Row>,
    kinds_heading: String,
    kind_heading: String,
    kinds: Vec<Row>,
    municipality_heading: String,
    pledges_heading: String,
    as_of_heading: String,
    missing_heading: String,
    missing: Vec<String>,
    missing_none: String,
    changes_heading: String,
    changes: Vec<String>,
    changes_none: String,
}

/// How many pledges have a status.
#[derive(Debug, Default, Serialize)]
struct Count {
    badge: Badge,
    count: usize,
}

/// A municipality in the grid, which is read at a glance.
#[derive(Debug, Default, Serialize)]
struct Field {
    municipality: String,
    href: String,
    /// The stable name of its worst status.
    name: &'static str,
    /// How many pledges stand so badly that somebody has to act.
    words: String,
}

/// A municipality, or a kind of pledge.
#[derive(Debug, Default, Serialize)]
struct Row {
    name: String,
    /// Its own start page; empty if it has none.
    href: String,
    report: String,
    report_words: String,
    as_of: String,
    squares: Vec<Badge>,
    cells: Vec<String>,
}

/// Checks the template against the fields of the page.
///
/// # Errors
/// If it is invalid or names a field that does not exist.
pub(crate) fn check(templates: &Templates) -> Result<(), Error> {
    let one = || vec![String::new()];
    let row = || {
        vec![Row {
            squares: vec![Badge::default()],
            cells: one(),
            ..Row::default()
        }]
    };
    let view = View {
        tiles: vec![Count::default()],
        grid: vec![Field::default()],
        head: one(),
        municipalities: row(),
        kinds: row(),
        missing: one(),
        changes: one(),
        ..View::default()
    };
    templates.check(TEMPLATE, &view)
}

/// The page, self-contained, with links to the agreements' own.
///
/// # Errors
/// If the template is invalid.
pub(crate) fn render(
    agreements: &[AgreementState],
    wording: &Wording,
    templates: &Templates,
) -> Result<Vec<u8>, Error> {
    let all = tally_of(pledges(agreements).map(|(_, pledge)| pledge.status));
    let columns: Vec<Status> = all.iter().map(|(status, _)| *status).collect();
    let missing: Vec<String> = agreements
        .iter()
        .flat_map(|one| missing(one, wording))
        .collect();
    let changes: Vec<String> = agreements
        .iter()
        .flat_map(|one| changes(one, wording))
        .collect();
    let none = |is_empty: bool, key: &str| {
        if is_empty {
            wording.text(key)
        } else {
            String::new()
        }
    };
    let view = View {
        lang: wording.language().to_owned(),
        kicker: wording.text("ui-kicker"),
        title: wording.text("rollup-title"),
        skip: wording.text("ui-skip"),
        state: state_of(&all, wording),
        tiles: all
            .iter()
            .map(|(status, count)| Count {
                badge: Badge::new(*status, wording),
                count: *count,
            })
            .collect(),
        grid_heading: wording.text("rollup-grid"),
        grid: grid(agreements, wording),
        head: columns
            .iter()
            .map(|status| wording.status(*status))
            .collect(),
        municipalities: agreements
            .iter()
            .map(|one| municipality(one, &columns, wording))
            .collect(),
        kinds_heading: wording.text("rollup-kinds"),
        kind_heading: wording.text("rollup-kind"),
        kinds: kinds(agreements)
            .into_iter()
            .map(|(kind, tally)| Row {
                name: wording.phrase(&Phrase::new("rollup-kind-name").with("kind", kind)),
                cells: counts(&tally, &columns),
                ..Row::default()
            })
            .collect(),
        municipality_heading: wording.text("ui-municipality"),
        pledges_heading: wording.text("ui-pledges"),
        as_of_heading: wording.text("ui-as-of"),
        missing_heading: wording.text("ui-unreported-heading"),
        missing_none: none(missing.is_empty(), "ui-unreported-none"),
        missing,
        changes_heading: wording.text("ui-changes"),
        changes_none: none(changes.is_empty(), "rollup-changes-none"),
        changes,
    };
    Ok(templates
        .fill(TEMPLATE, Escape::Html, wording, &view)?
        .into_bytes())
}

/// The municipalities, those with the worst pledges first.
fn grid(agreements: &[AgreementState], wording: &Wording) -> Vec<Field> {
    let in_question = |state: &AgreementState| -> Vec<(Status, usize)> {
        let mut tally = tally_of(state.pledges.iter().map(|pledge| pledge.status));
        tally.sort();
        tally.retain(|(status, _)| FAILING.contains(status) || UNKNOWN.contains(status));
        tally
    };
    let mut states: Vec<_> = agreements
        .iter()
        .map(|state| (in_question(state), state))
        .collect();
    // Of two with as many of the worst, the one with more of the next.
    states.sort_by_key(|(tally, state)| {
        let count = |status: &Status| {
            let found = tally.iter().find(|(one, _)| one == status);
            Reverse(found.map_or(0, |(_, count)| *count))
        };
        let worst: Vec<_> = Status::ALL.iter().map(count).collect();
        (worst, state.agreement.municipality.clone())
    });
    let field = |(tally, state): (Vec<(Status, usize)>, &AgreementState)| {
        let worst = state.pledges.iter().map(|pledge| pledge.status).min();
        let words: Vec<String> = tally.iter().map(|one| counted(one, wording)).collect();
        Field {
            municipality: state.agreement.municipality.clone(),
            href: format!("{}/index.html", state.agreement.id),
            name: worst.map_or("described", Status::name),
            words: if words.is_empty() {
                wording.text("rollup-grid-none")
            } else {
                words.join(", ")
            },
        }
    };
    states.into_iter().map(field).collect()
}

/// How many have each of these statuses.
fn counts(tally: &[(Status, usize)], columns: &[Status]) -> Vec<String> {
    let count = |status: &Status| {
        let found = tally.iter().find(|(one, _)| one == status);
        found.map_or(0, |(_, count)| *count)
    };
    columns
        .iter()
        .map(|status| count(status).to_string())
        .collect()
}

fn municipality(state: &AgreementState, columns: &[Status], wording: &Wording) -> Row {
    let mut pledges: Vec<_> = state.pledges.iter().collect();
    pledges.sort_by_key(|pledge| (pledge.status, !pledge.urgent, pledge.number));
    let tally = tally_of(state.pledges.iter().map(|pledge| pledge.status));
    Row {
        name: state.agreement.municipality.clone(),
        href: format!("{}/index.html", state.agreement.id),
        report: format!(
            "{}/{}/v{}/report.html",
            state.agreement.id, state.period, state.version
        ),
        report_words: wording.text("rollup-report"),
        as_of: state.as_of.to_string(),
        squares: pledges
            .iter()
            .map(|pledge| Badge::new(pledge.status, wording))
            .collect(),
        cells: counts(&tally, columns),
    }
}

/// «Kalix kommun: Polisen har inte rapporterat augusti 2023.»
fn missing(state: &AgreementState, wording: &Wording) -> Vec<String> {
    let line = |(partner, spans): (&str, Vec<crate::model::span::DateSpan>)| {
        wording.phrase(
            &Phrase::new("rollup-missing")
                .with("municipality", &state.agreement.municipality)
                .with("partner", state.partner(partner))
                .with("months", wording.each_month(spans.into_iter())),
        )
    };
    state.missing().into_iter().map(line).collect()
}

/// «Kalix kommun, löfte 3 (Hundsök): I fas → Ligger efter»
fn changes(state: &AgreementState, wording: &Wording) -> Vec<String> {
    let line = |change: &super::read::ChangeState| {
        let pledge = state.pledge(&change.pledge)?;
        let was = change.was.map(|was| wording.status(was));
        let phrase = Phrase::new("rollup-change")
            .with("municipality", &state.agreement.municipality)
            .with("number", pledge.number.to_string())
            .with("name", &pledge.name)
            .with("was", was.unwrap_or_else(|| wording.text("ui-new")))
            .with("now", wording.status(change.now));
        Some(wording.phrase(&phrase))
    };
    state.since_last.iter().filter_map(line).collect()
}
