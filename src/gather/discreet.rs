//! What findings repeat of cells, and remarks beside claims: without mail addresses, telephone numbers and names.

use super::extraction::Extraction;
use crate::model::finding::{Finding, FindingKind, IfKnown, WrittenTime};
use crate::privacy::discreet;

/// Takes out of the findings of a workbook who can be reached, and by what.
pub(super) fn tell_discreetly(extraction: &mut Extraction) {
    for part in &mut extraction.by_source {
        let findings = part.result.findings.iter_mut();
        let statements = part.result.gathered.statements.iter_mut();
        let remarks =
            statements.flat_map(|claim| claim.comment.iter_mut().chain([&mut claim.status]));
        for text in findings.flat_map(repeated).chain(remarks) {
            let shown = discreet(text);
            if shown != *text {
                *text = shown;
            }
        }
    }
}

/// The texts of cells that a finding repeats. Headings are the sheet's own, and named in the agreement.
fn repeated(finding: &mut Finding) -> Vec<&mut String> {
    use FindingKind as K;
    match &mut finding.kind {
        K::UnreadableDate { text }
        | K::AmbiguousDates { text }
        | K::AmbiguousDate { text, .. }
        | K::ErrorCell { text }
        | K::UnknownMark { text, .. }
        | K::PerhapsTotal { text, .. }
        | K::PerhapsComparison { text }
        | K::PerhapsPart { text }
        | K::PerhapsCompared { text }
        | K::SeveralDays { text, .. }
        | K::MonthFirstDates { text }
        | K::ColourRead { text, .. }
        | K::UnknownPlace { place: text }
        | K::AnswerWithoutRequest { case: text }
        | K::StatementWithoutPledge { label: text }
        | K::UnlistedWord { word: text, .. }
        | K::PartlyInside {
            text: WrittenTime::Words(text),
        }
        | K::UnreadableNumber { text: Some(text) }
        | K::FormulaWithoutValue {
            text: IfKnown(Some(text)),
        }
        | K::ApproximateNumber {
            text: Some(text), ..
        } => vec![text],
        K::StaleStatement { label, status, .. } => vec![label, status],
        _ => Vec::new(),
    }
}
