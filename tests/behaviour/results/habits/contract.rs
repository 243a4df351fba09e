//! The contract: for every window of every target the interval holds the truth, and what is not exact is told.

use std::path::Path;

use chrono::NaiveDate;
use lofte::assess::assess;
use lofte::gather::gather;
use lofte::gather::isolate::Isolation;
use lofte::model::finding::{Code, Finding, Severity};
use lofte::model::quantity::Amount;
use lofte::model::report::History;
use lofte::model::span::Period;

use super::scene::Scene;
use super::write;

/// What the program makes of a scene.
pub(super) struct Outcome {
    /// Whether every window has one number.
    pub(super) exact: bool,
    /// Breaches of the contract.
    pub(super) faults: Vec<String>,
    /// What is told, for whoever reads of a breach.
    pub(super) told: Vec<String>,
}

/// Runs a scene. An innocent one is exact, and nothing is told of it but notes.
pub(super) fn outcome(scene: &Scene, innocent: bool) -> Outcome {
    let room = tempfile::tempdir().expect("a folder");
    for book in &scene.books {
        write::write(book, room.path());
    }
    of_folder(scene, room.path(), innocent)
}

fn of_folder(scene: &Scene, folder: &Path, innocent: bool) -> Outcome {
    let text = scene.agreement();
    let loaded = lofte::load::load("prov", &text, &|_| None);
    let agreement = loaded
        .value
        .unwrap_or_else(|| panic!("{:?}\n{text}", loaded.findings));
    let as_of = NaiveDate::from_ymd_opt(2026, 1, 15).expect("a day");
    let gathered = gather(&agreement, folder, as_of, &Isolation::InProcess).expect("a folder");
    let period: Period = "2025-12".parse().expect("a period");
    let judged = assess(
        &agreement,
        &gathered.value,
        &period,
        as_of,
        &History::default(),
    );
    let findings: Vec<&Finding> = gathered.findings.iter().chain(&judged.findings).collect();
    let loud: Vec<&&Finding> = findings
        .iter()
        .filter(|one| one.severity() != Severity::Note)
        .collect();
    let (mut exact, mut faults) = (true, Vec::new());
    for target in judged.value.iter().flat_map(|one| &one.targets) {
        for window in &target.windows {
            let truth = scene.truth(window.span);
            let there = format!("{} {}–{}", target.id, window.span.from, window.span.to);
            let Some(outcome) = window.outcome else {
                exact = false;
                continue;
            };
            exact &= outcome.is_exact();
            if !outcome.holds(Amount::whole(truth)) {
                let high = outcome.high().map(whole);
                let low = whole(outcome.low());
                faults.push(format!("{there}: {low} to {high:?}, truth {truth}"));
            }
        }
    }
    let is_of_scene = |one: &Finding| {
        let name = one.place.workbook.as_deref();
        scene.books.iter().any(|book| Some(&*book.name()) == name)
    };
    let about_figures = |one: &&Finding| {
        is_of_scene(one)
            && (one.severity() != Severity::Note || one.code() == Code::ApproximateNumber)
    };
    if !exact && !findings.iter().copied().any(|one| about_figures(&one)) {
        faults.push("not exact, and nothing is told of it".to_owned());
    }
    if innocent && !exact {
        faults.push("innocent, and not exact".to_owned());
    }
    if innocent && !loud.is_empty() {
        faults.push("innocent, and warned of".to_owned());
    }
    for account in &gathered.value.accounts {
        let rejected = account.sheets.iter().any(|sheet| sheet.rejected > 0);
        let told = |one: &&Finding| one.place.workbook.as_ref() == Some(&account.workbook);
        if rejected && !findings.iter().copied().any(|one| told(&one)) {
            faults.push(format!("{}: rows left out, untold", account.workbook));
        }
    }
    let told = findings.iter().map(|one| {
        let place = [&one.place.workbook, &one.place.sheet, &one.place.cell];
        let place: Vec<&str> = place.into_iter().flatten().map(String::as_str).collect();
        format!("{:?} {} {:?}", one.severity(), place.join(" · "), one.kind)
    });
    Outcome {
        exact,
        faults,
        told: told.collect(),
    }
}

fn whole(amount: Amount) -> f64 {
    amount.in_hundredths() as f64 / 100.0
}
