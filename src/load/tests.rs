#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::load;
use crate::model::agreement::{Agreement, Gives, Length, Rhythm, Test};
use crate::model::finding::{Arg, Code, Finding};
use crate::model::target::{Among, Bound, Every, Kind, Over, Per};

const KALIX: &str = include_str!("../../inputs/kalix/agreement.toml");
const EVERY_KEY: &str = include_str!("tests/every_key.toml");

fn nothing_included(_: &str) -> Option<String> {
    None
}

fn findings(text: &str) -> Vec<Finding> {
    load("test", text, &nothing_included).findings
}

fn loaded(text: &str) -> Agreement {
    let checked = load("test", text, &nothing_included);
    assert_eq!(checked.findings, []);
    checked.value.expect("an agreement without findings")
}

/// (code, line, the argument that says which or why)
fn told(findings: &[Finding]) -> Vec<(&'static str, usize, String)> {
    let said = |finding: &Finding| {
        let name = match finding.code {
            Code::AgreementImpossibleTarget => "why",
            Code::AgreementMissingKey => "key",
            Code::AgreementWrongType => "expected",
            Code::AgreementInvalidValue => "expects",
            Code::AgreementDuplicateId => "id",
            _ => "nearest",
        };
        match finding.args.get(name) {
            Some(Arg::Text(text)) => text.clone(),
            _ => String::new(),
        }
    };
    findings.iter().map(|finding| (finding.code.name(), finding.place.line.unwrap_or(0), said(finding))).collect()
}

#[test]
fn kalix_loads_without_a_finding() {
    let kalix = loaded(KALIX);
    let ids: Vec<&str> = kalix.pledges.iter().map(|pledge| pledge.id.as_str()).collect();
    assert_eq!(ids.len(), 19);
    let contacts = &kalix.pledges[0].targets[0];
    assert!(matches!(&contacts.kind, Kind::Average { per: Per::Week, threshold } if threshold.bound == Bound::Least));
    assert_eq!((contacts.of[0].as_str(), &contacts.over, contacts.id.as_str()), ("medborgarkontakt", &Over::Year, "1"));
    assert_eq!(contacts.responsible, ["polisen"]);
    assert!(kalix.about_persons("orossamtal-kallat") && !kalix.about_persons("handlarmote"));
    let areas: Vec<&str> = kalix.areas.iter().map(|area| area.id.as_str()).collect();
    assert_eq!(areas, ["narvaro", "droger", "mangdbrott", "vald", "genomforande"], "in the order of the file");
}
#[test]
fn tmp_places() {
    for d in ["kallback", "kungsaker"] {
        let t = std::fs::read_to_string(format!("/tmp/target-load/{d}.toml")).unwrap();
        eprintln!("{d} {:#?}", findings(&t));
    }
    eprintln!("{:#?}", findings(KALIX));
}
