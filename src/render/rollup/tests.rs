#![allow(clippy::unwrap_used)]

use super::super::sample;
use super::super::template::Templates;
use super::*;
use crate::model::agreement::Audience;
use crate::wording::Wording;

/// Two agreements: the sample, and the same elsewhere under a hostile name.
fn states() -> Vec<AgreementState> {
    let wording = Wording::new("sv", &sample::activities()).unwrap();
    let mut report = sample::report();
    let mut read_of = |id: &str, municipality: &str| {
        report.agreement.id = id.to_owned();
        report.agreement.municipality = municipality.to_owned();
        let mut bytes = Vec::new();
        let edition = sample::edition(&report, &Audience::Full);
        super::super::json::write(&edition, &wording, &mut bytes).unwrap();
        read(bytes.as_slice()).unwrap()
    };
    vec![
        read_of("kalix", "Kalix kommun"),
        read_of("annan", sample::HOSTILE),
    ]
}

fn wording() -> Wording {
    Wording::new("sv", &std::collections::BTreeMap::new()).unwrap()
}

#[test]
fn every_agreement_is_a_row_and_text_is_only_text() {
    let states = states();
    let page = render_page(&states, &wording(), &Templates::default()).unwrap();
    let page = String::from_utf8(page).unwrap();
    assert!(page.contains("href=\"kalix/index.html\""), "{page}");
    assert!(page.contains("href=\"annan/2023-09/v1/report.html\""));
    assert!(!page.contains("<script"));
    let squares = page.matches("<svg class=\"square ").count();
    let pledges: usize = states.iter().map(|one| one.pledges.len()).sum();
    assert_eq!(squares, pledges);
    assert!(page.contains("Kalix kommun: Polisen har inte rapporterat augusti–september 2023."));
    assert!(page.contains("I fas → Ligger efter"), "what changed");
    assert_eq!(
        page.matches("<a href=\"kalix/index.html\">").count(),
        2,
        "in grid and table"
    );
    check(&Templates::default()).unwrap();
}

#[test]
fn the_figures_of_page_data_and_workbook_are_the_same() {
    let states = states();
    let data = render_data(&states).unwrap();
    let data: serde_json::Value = serde_json::from_slice(&data).unwrap();
    let behind = states[0]
        .pledges
        .iter()
        .filter(|one| one.status == Status::Behind);
    let behind = behind.count();
    assert_eq!(data["states"]["behind"], behind * 2);
    assert_eq!(data["agreements"][0]["states"]["behind"], behind);
    let of_kinds: usize = kinds(&states)
        .iter()
        .flat_map(|(_, tally)| tally)
        .map(|(_, n)| n)
        .sum();
    assert_eq!(of_kinds, states[0].pledges.len() * 2);
    let book = render_workbook(&states, &wording()).unwrap();
    assert_eq!(book, render_workbook(&states, &wording()).unwrap());
    assert!(book.len() > 4_000);
}
