//! The lengths of the page's long lists. A partner's log may have tens of thousands of rows, and a page is for
//! reading: past some thousand rows it helps nobody and takes more memory than the rest of the run. The summary
//! workbook has them all.

use crate::model::edition::Edition;
use crate::model::finding::Phrase;
use crate::wording::Wording;

/// The medium of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Medium {
    /// A screen, where lists are folded.
    Screen,
    /// Paper, which cannot be searched, and where Typst takes tens of kilobytes a cell.
    #[cfg_attr(not(feature = "pdf"), allow(dead_code))]
    Paper,
}

/// The most rows of each kind of list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RowLimits {
    /// Rows that a target counts.
    pub(crate) counted: usize,
    /// Rows that a target does not count.
    pub(crate) not_counted: usize,
    /// Parts of a window.
    pub parts: usize,
    /// Findings of a workbook.
    pub findings: usize,
    /// Figures that changed afterwards.
    pub(crate) retroactive: usize,
}

impl RowLimits {
    /// The limits of an edition's lists, so that all of a kind together stay within the medium's limit: short lists
    /// are whole, and only the longest are cut.
    pub(crate) fn new(edition: &Edition, medium: Medium) -> RowLimits {
        let all = match medium {
            Medium::Screen => RowLimits {
                counted: 3_000,
                not_counted: 600,
                parts: 1_500,
                findings: 1_200,
                retroactive: 300,
            },
            Medium::Paper => RowLimits {
                counted: 1_500,
                not_counted: 120,
                parts: 600,
                findings: 200,
                retroactive: 100,
            },
        };
        let targets = || edition.targets();
        let windows = targets().flat_map(|target| &target.windows);
        RowLimits {
            counted: fair(targets().map(|target| target.counted.len()), all.counted),
            not_counted: fair(
                targets().map(|target| target.not_counted.len()),
                all.not_counted,
            ),
            parts: fair(windows.map(|window| window.parts.len()), all.parts),
            findings: fair(by_workbook(edition), all.findings),
            retroactive: all.retroactive,
        }
    }
}

/// How many findings each workbook has.
fn by_workbook(edition: &Edition) -> impl Iterator<Item = usize> {
    let mut counts = std::collections::BTreeMap::new();
    for found in edition.findings() {
        *counts.entry(&found.subject).or_insert(0) += 1;
    }
    counts.into_values()
}

/// The largest length such that lists cut to it have at most `all` elements together.
fn fair(lengths: impl Iterator<Item = usize>, all: usize) -> usize {
    let mut lengths: Vec<usize> = lengths.collect();
    lengths.sort_unstable();
    let mut left = all;
    for (index, length) in lengths.iter().enumerate() {
        let share = left / (lengths.len() - index);
        if *length > share {
            return share;
        }
        left -= length;
    }
    all
}

/// The sentence below a shortened list; empty if it is whole.
pub(crate) fn shortened(shown: usize, whole: usize, wording: &Wording) -> String {
    if shown >= whole {
        return String::new();
    }
    wording.phrase(
        &Phrase::new("ui-cut")
            .with("shown", shown)
            .with("whole", whole),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_longest_lists_are_cut() {
        for (lengths, most) in [
            (vec![], 100),
            (vec![3, 100], 97),
            (vec![3, 97], 100),
            (vec![3, 50, 80], 48),
            (vec![200, 200], 50),
            (vec![1; 200], 0),
        ] {
            assert_eq!(fair(lengths.iter().copied(), 100), most, "{lengths:?}");
            assert!(
                lengths
                    .iter()
                    .map(|length| most.min(*length))
                    .sum::<usize>()
                    <= 100
            );
        }
    }
}
