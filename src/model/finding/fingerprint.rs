//! What makes two findings of two versions the same one.
//!
//! A fingerprint is the first eight bytes, in hexadecimal, of the SHA-256 of five lines joined by line feeds:
//!
//! 1. the code, as `missing-heading`,
//! 2. the workbook, or nothing,
//! 3. the sheet of that workbook, or nothing,
//! 4. the arguments as in follow-up.json, in compact JSON and in the order of their names, without `explained` and `written`,
//! 5. which of the findings in the list with the same four lines it is, from 1.
//!
//! Cell and line are no part of it: a row that is put in moves them. Ledgers keep fingerprints, so that no letter tells
//! the same twice; of an earlier version they are taken from its follow-up.json.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{EXPLAINED, Finding, WRITTEN};

/// The fingerprints of a list of findings, in its order.
pub(crate) fn fingerprints<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Vec<String> {
    numbered(findings.into_iter().map(|finding| {
        let mut args = finding.args();
        args.remove(EXPLAINED);
        args.remove(WRITTEN);
        let (workbook, sheet) = (&finding.place.workbook, &finding.place.sheet);
        lines(finding.code().name(), workbook, sheet, &args)
    }))
}

/// A finding as it stands in a follow-up.json, whichever version of lofte made it.
#[derive(Debug, Deserialize)]
pub(crate) struct StoredFinding {
    pub code: String,
    workbook: Option<String>,
    sheet: Option<String>,
    #[serde(default)]
    args: BTreeMap<String, StoredArg>,
}

/// The forms that an argument has in JSON. A quantity is written with its low bound first, whatever the order of names.
#[derive(Debug, Serialize, Deserialize)]
#[serde(untagged)]
enum StoredArg {
    Number(serde_json::Number),
    Quantity {
        low: serde_json::Number,
        high: Option<serde_json::Number>,
    },
    Span {
        from: String,
        to: String,
    },
    Text(String),
}

/// The fingerprints of the findings of a follow-up.json, in its order.
pub(crate) fn of_stored(findings: &[StoredFinding]) -> Vec<String> {
    numbered(findings.iter().map(|finding| {
        let args: BTreeMap<_, _> = finding
            .args
            .iter()
            .filter(|(name, _)| ![EXPLAINED, WRITTEN].contains(&name.as_str()))
            .collect();
        lines(&finding.code, &finding.workbook, &finding.sheet, &args)
    }))
}

fn lines(
    code: &str,
    workbook: &Option<String>,
    sheet: &Option<String>,
    args: &impl Serialize,
) -> String {
    // A sheet of no workbook is of the agreement's own: as a line of its text it is no part.
    let sheet = sheet.as_ref().filter(|_| workbook.is_some());
    let [workbook, sheet] = [workbook.as_ref(), sheet].map(|part| part.map_or("", String::as_str));
    // Arguments are plain data: they always have a form.
    let args = serde_json::to_string(args).unwrap_or_default();
    [code, workbook, sheet, &args].join("\n")
}

fn numbered(findings: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let fingerprint = |lines: String| {
        let ordinal = seen.entry(lines.clone()).or_default();
        *ordinal += 1;
        let digest = Sha256::digest(format!("{lines}\n{ordinal}"));
        digest[..8]
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    };
    findings.map(fingerprint).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::finding::{FindingKind, Place};

    fn finding(cell: &str, text: &str) -> Finding {
        let place = Place {
            cell: Some(cell.to_owned()),
            ..Place::sheet("polisen/Trafik.xlsx", "Kv1")
        };
        let text = Some(text.to_owned());
        Finding::new(FindingKind::UnreadableNumber { text }, place)
    }

    #[test]
    fn a_finding_is_known_again_when_a_row_has_been_inserted_and_when_it_is_explained() {
        let before = fingerprints([&finding("A5", "tre")]);
        assert_eq!(before, fingerprints([&finding("A6", "tre")]));
        assert_eq!(
            before,
            fingerprints([&finding("A5", "tre").explained_by("så är det")])
        );
        assert_ne!(before, fingerprints([&finding("A5", "fyra")]));
    }

    #[test]
    fn a_second_equal_finding_is_another() {
        let (one, other) = (finding("A5", "tre"), finding("A9", "tre"));
        let both = fingerprints([&one, &other]);
        assert_ne!(both[0], both[1]);
        assert_eq!(fingerprints([&one])[0], both[0]);
    }
}
