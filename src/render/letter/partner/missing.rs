//! All that a partner has not handed in, up to the period's end: asked for at once.

use super::super::super::unreported::{unreported, unreported_months};
use crate::model::edition::{AbsentWorkbook, Edition};
use crate::model::finding::Phrase;
use crate::wording::Wording;

/// What is missing, in words and in data.
pub(super) struct Missing {
    /// A line a source, with every month or week of it.
    pub(super) lines: Vec<String>,
    /// A gap each: the pattern of its source and its days. The same in every language and in every program.
    pub(super) asked: Vec<String>,
}

impl Missing {
    pub(super) fn new(edition: &Edition, wording: &Wording) -> Missing {
        let gaps = edition.reporting.iter().filter(|row| !row.received);
        let mut asked: Vec<String> = gaps
            .map(|row| format!("{} {} – {}", row.source, row.month.from, row.month.to))
            .collect();
        asked.extend(absent(edition).map(str::to_owned));
        asked.sort();
        let said = |partner: &str, months: &str, source: &str| {
            unreported(partner, months, source, wording)
        };
        let mut lines = unreported_months(edition, |_| true, said, wording);
        for pattern in absent(edition) {
            // Whose months are asked for, its workbook is.
            let is_told = edition
                .reporting
                .iter()
                .any(|row| !row.received && row.source == pattern);
            if !is_told {
                let phrase = Phrase::new("letter-missing-workbook").with("pattern", pattern);
                lines.push(wording.phrase(&phrase));
            }
        }
        Missing { lines, asked }
    }
}

/// The patterns of workbooks that are not there.
pub(super) fn absent(edition: &Edition) -> impl Iterator<Item = &str> {
    let absent = edition.absent.iter();
    absent
        .filter(|absent: &&AbsentWorkbook| !absent.unreadable)
        .filter_map(|absent| absent.workbook.as_deref())
}
