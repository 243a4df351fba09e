//! Findings of one kind on one sheet: told one by one while they are few, and counted after that.

use std::collections::BTreeMap;

use super::{Code, Finding, FindingKind, Place};

/// The most findings of a kind that are told of a sheet one by one.
pub(crate) const MAX_PER_KIND: usize = 200;

/// Findings as they come in. A sheet of other things than what it is mapped as may have one at every row: those of a kind
/// beyond so many are counted, and take no memory.
#[derive(Clone, Debug, Default)]
pub(crate) struct FindingTally {
    kept: Vec<Finding>,
    seen: BTreeMap<(Code, Option<String>, Option<String>), Seen>,
}

#[derive(Clone, Debug)]
struct Seen {
    times: usize,
    first: Place,
}

impl FindingTally {
    /// Takes one in.
    pub(crate) fn push(&mut self, finding: Finding) {
        let Place {
            workbook, sheet, ..
        } = &finding.place;
        let seen = self
            .seen
            .entry((finding.code(), workbook.clone(), sheet.clone()));
        let seen = seen.or_insert_with(|| Seen {
            times: 0,
            first: finding.place.clone(),
        });
        seen.times += 1;
        // What has no sheet is about the agreement, or a whole workbook: there is one of each.
        if seen.times <= MAX_PER_KIND || seen.first.sheet.is_none() {
            self.kept.push(finding);
        }
    }

    /// Those that are told one by one, in the order in which they came.
    pub(crate) fn kept(&self) -> &[Finding] {
        &self.kept
    }

    /// All that is to be told: for each kind that is on a sheet too often, how many more there are.
    pub(crate) fn into_findings(self) -> Vec<Finding> {
        let mut findings = self.kept;
        for Seen { times, first } in self.seen.into_values() {
            if times > MAX_PER_KIND && first.sheet.is_some() {
                let kind = FindingKind::MoreFindings {
                    count: times - MAX_PER_KIND,
                    first: first.cell.clone().unwrap_or_default(),
                };
                findings.push(Finding::new(kind, first));
            }
        }
        findings
    }
}

impl Extend<Finding> for FindingTally {
    fn extend<I: IntoIterator<Item = Finding>>(&mut self, findings: I) {
        findings.into_iter().for_each(|finding| self.push(finding));
    }
}

impl FromIterator<Finding> for FindingTally {
    fn from_iter<I: IntoIterator<Item = Finding>>(findings: I) -> FindingTally {
        let mut tally = FindingTally::default();
        tally.extend(findings);
        tally
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_beyond_many_of_a_kind_are_counted() {
        let at = |sheet: &str, row: usize| Place {
            cell: Some(format!("B{row}")),
            ..Place::sheet("a.xlsx", sheet)
        };
        let unreadable = |place: Place| {
            let text = place.cell.clone().unwrap_or_default();
            Finding::new(FindingKind::UnreadableDate { text }, place)
        };
        let dates = (2..=MAX_PER_KIND + 6).map(|row| unreadable(at("Blad1", row)));
        let others = [
            Finding::new(FindingKind::MissingDate, at("Blad1", 1)),
            unreadable(at("Blad2", 1)),
        ];
        let findings = dates
            .chain(others)
            .collect::<FindingTally>()
            .into_findings();
        let of = |code: Code| {
            findings
                .iter()
                .filter(|finding| finding.code() == code)
                .count()
        };
        assert_eq!(
            (of(Code::UnreadableDate), of(Code::MissingDate)),
            (MAX_PER_KIND + 1, 1)
        );
        let more = FindingKind::MoreFindings {
            count: 5,
            first: "B2".to_owned(),
        };
        assert_eq!(findings.last(), Some(&Finding::new(more, at("Blad1", 2))));
    }

    #[test]
    fn what_is_about_no_sheet_is_told_each_time() {
        let lines = (1..=MAX_PER_KIND + 5)
            .map(|line| Finding::new(FindingKind::MissingDate, Place::line(line)));
        assert_eq!(
            lines.collect::<FindingTally>().into_findings().len(),
            MAX_PER_KIND + 5
        );
    }
}
