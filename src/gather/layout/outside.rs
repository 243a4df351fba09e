//! Cells of one column that are dated outside the term, told together.

use std::collections::BTreeMap;

use super::result::MappingResult;
use crate::model::finding::{Finding, FindingKind};
use crate::model::span::DateSpan;

/// The most cells that are named.
const MOST_NAMED: usize = 12;

/// Joins the findings about dates outside the term that are of one column and for which no other date is likely.
pub(super) fn join(result: &mut MappingResult) {
    let mut columns: BTreeMap<String, Vec<(String, DateSpan)>> = BTreeMap::new();
    for finding in &result.findings {
        if let Some((column, cell, date)) = outside(finding) {
            columns.entry(column).or_default().push((cell, date));
        }
    }
    columns.retain(|_, cells| cells.len() > 1);
    if columns.is_empty() {
        return;
    }
    let findings = std::mem::take(&mut result.findings);
    for mut finding in findings {
        let column = outside(&finding).map(|(column, ..)| column);
        let Some(column) = column.filter(|_| !columns.is_empty()) else {
            result.findings.push(finding);
            continue;
        };
        let together = match columns.get_mut(&column) {
            // Told with the first of them.
            Some(cells) => std::mem::take(cells),
            None => {
                result.findings.push(finding);
                continue;
            }
        };
        let dates = together.iter().map(|(_, date)| *date);
        if let Some(date) = dates.reduce(DateSpan::union) {
            let more = together.len() > MOST_NAMED;
            let named = together.iter().take(MOST_NAMED);
            let mut cells: Vec<&str> = named.map(|(cell, _)| cell.as_str()).collect();
            cells.extend(more.then_some("…"));
            let cells = cells.join(", ");
            finding.kind = FindingKind::DatesOutsideTerm { date, cells };
            result.findings.push(finding);
        }
    }
}

/// Of a finding about a date outside the term that may not be a slip: its column, its cell and the date.
fn outside(finding: &Finding) -> Option<(String, String, DateSpan)> {
    let FindingKind::DateOutsideTerm { date, guess: None } = finding.kind else {
        return None;
    };
    let cell = finding.place.cell.clone()?;
    let column = cell.trim_end_matches(|sign: char| sign.is_ascii_digit());
    Some((column.to_owned(), cell.clone(), date))
}
