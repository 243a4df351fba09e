//! A row whose day may be either of two, and that another sheet has with the same cells: there its day is as uncertain, though
//! all the days of that sheet can be read in one order.

use std::collections::{BTreeSet, HashMap};

use super::SheetFingerprint;
use super::rows::row_number;
use crate::gather::extraction::SourceExtraction;
use crate::model::activity::Activity;
use crate::model::finding::Code;
use crate::model::name::Name;
use crate::model::span::DateSpan;

/// Gives rows with the same cells as one of two possible days both of them.
pub(super) fn share(
    parts: &mut [SourceExtraction],
    fingerprints: &HashMap<(&str, &str), &SheetFingerprint>,
) {
    let findings = parts.iter().flat_map(|part| &part.result.findings);
    let of_two_orders: BTreeSet<(&str, &str)> = findings
        .filter(|finding| finding.code() == Code::AmbiguousDates)
        .filter_map(|finding| {
            let place = &finding.place;
            Some((place.workbook.as_deref()?, place.sheet.as_deref()?))
        })
        .collect();
    if of_two_orders.is_empty() {
        return;
    }
    let digest = |activity: &Activity| {
        let origin = &activity.origin;
        let sheet = fingerprints.get(&(origin.workbook.as_str(), origin.sheet.as_str()))?;
        let row = row_number(&origin.cell).checked_sub(1)?;
        let at = sheet
            .rows
            .binary_search_by_key(&row, |(row, _)| *row)
            .ok()?;
        sheet.rows.get(at).map(|(_, digest)| *digest)
    };
    let mut known: HashMap<(Name, u64), (DateSpan, String)> = HashMap::new();
    for one in parts
        .iter()
        .flat_map(|part| &part.result.gathered.activities)
    {
        let origin = &one.origin;
        let is_ambiguous = !one.date.is_exact()
            && of_two_orders.contains(&(origin.workbook.as_str(), origin.sheet.as_str()));
        if let Some(digest) = digest(one).filter(|_| is_ambiguous) {
            known.insert(
                (one.activity.clone(), digest),
                (one.date, one.content.clone()),
            );
        }
    }
    for one in parts
        .iter_mut()
        .flat_map(|part| &mut part.result.gathered.activities)
        .filter(|one| one.date.is_exact())
    {
        let known = digest(one).and_then(|digest| known.get(&(one.activity.clone(), digest)));
        if let Some((span, content)) = known.filter(|(span, _)| one.date.within(*span)) {
            (one.date, one.content) = (*span, content.clone());
        }
    }
}
