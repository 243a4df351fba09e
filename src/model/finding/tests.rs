#![allow(clippy::unwrap_used)]

mod every_kind;

use super::fingerprint::{StoredFinding, fingerprints, of_stored};
use super::*;
use every_kind::one_of_each;

/// Ledgers keep fingerprints: those of the file stay, whatever is renamed. A new kind is a new line.
#[test]
fn fingerprints_are_those_of_the_file() {
    let findings = one_of_each();
    let lines = findings.iter().zip(fingerprints(&findings));
    let lines: Vec<String> = lines
        .map(|(finding, fingerprint)| format!("{fingerprint} {}", finding.code().name()))
        .collect();
    let kept: Vec<&str> = include_str!("../../../tests/fingerprints.txt")
        .lines()
        .collect();
    assert_eq!(lines, kept, "\n{}", lines.join("\n"));
}

#[test]
fn a_finding_has_the_same_fingerprint_when_it_is_read_back() {
    let findings = one_of_each();
    let stored = |finding: &Finding| -> StoredFinding {
        let json = serde_json::json!({
            "code": finding.code().name(), "cell": "Z99",
            "workbook": finding.place.workbook, "sheet": finding.place.sheet, "args": finding.args(),
        });
        serde_json::from_value(json).unwrap()
    };
    let stored: Vec<StoredFinding> = findings.iter().map(stored).collect();
    assert_eq!(of_stored(&stored), fingerprints(&findings));
}

#[test]
fn a_finding_crosses_the_pipe_as_it_is() {
    for finding in one_of_each() {
        let text = serde_json::to_string(&finding).unwrap();
        assert_eq!(serde_json::from_str::<Finding>(&text).unwrap(), finding);
    }
}
