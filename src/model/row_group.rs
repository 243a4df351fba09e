//! Digests of the rows that a version remembers, one for each activity of a sheet: where the digest is the same as before, no row
//! has changed, and none need be read again.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::activity::Origin;
use super::quantity::{Amount, Quantity};
use super::span::DateSpan;

/// The rows of one activity in one sheet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct RowGroup {
    pub(crate) workbook: String,
    pub(crate) sheet: String,
    pub(crate) activity: String,
    /// How many rows it has.
    pub(crate) rows: usize,
    /// SHA-256, hexadecimal, of what the rows dated to a period's end hold, in any order; their cells are not part of it, since an
    /// inserted row moves them.
    pub(crate) sha256: String,
}

/// What of a row tells whether it has changed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ComparedRow<'a> {
    pub(crate) origin: &'a Origin,
    pub(crate) activity: &'a str,
    pub(crate) content: &'a str,
    pub(crate) date: DateSpan,
    pub(crate) value: Quantity,
}

/// The groups of rows, each with the digest of those dated to `end`.
pub(crate) fn row_groups<'a>(
    rows: impl Iterator<Item = ComparedRow<'a>>,
    end: NaiveDate,
) -> Vec<RowGroup> {
    let mut groups: BTreeMap<_, (usize, Vec<[u8; 32]>)> = BTreeMap::new();
    for row in rows {
        let key = (&*row.origin.workbook, &*row.origin.sheet, row.activity);
        let (count, digests) = groups.entry(key).or_default();
        *count += 1;
        if row.date.to <= end {
            digests.push(digest(&row));
        }
    }
    let group =
        |((workbook, sheet, activity), (rows, mut digests)): (_, (usize, Vec<[u8; 32]>))| {
            digests.sort_unstable();
            let whole = Sha256::digest(digests.concat());
            let (workbook, sheet, activity): (&str, &str, &str) = (workbook, sheet, activity);
            RowGroup {
                workbook: workbook.to_owned(),
                sheet: sheet.to_owned(),
                activity: activity.to_owned(),
                rows,
                sha256: whole.iter().map(|byte| format!("{byte:02x}")).collect(),
            }
        };
    groups.into_iter().map(group).collect()
}

fn digest(row: &ComparedRow<'_>) -> [u8; 32] {
    // As it is written and read back.
    let value = row.value.to_hundredths();
    let high = value.high().map(Amount::in_parts);
    let mut digest = Sha256::new();
    digest.update((row.content.len() as u64).to_le_bytes());
    digest.update(row.content);
    digest.update(value.low().in_parts().to_le_bytes());
    digest.update([u8::from(high.is_some())]);
    digest.update(high.unwrap_or_default().to_le_bytes());
    digest.finalize().into()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_group_is_the_same_wherever_its_rows_stand_and_another_by_what_they_hold() {
        let origin = |cell: &str| Origin {
            workbook: "polisen/a.xlsx".into(),
            sheet: "Blad1".into(),
            cell: cell.to_owned(),
        };
        let (first, second) = (origin("A2"), origin("A3"));
        let row = |origin, content, day: &str, value| ComparedRow {
            origin,
            activity: "pass",
            content,
            date: DateSpan::day(day.parse().unwrap()),
            value: Quantity::exact(Amount::whole(value)),
        };
        let end = "2023-09-30".parse().unwrap();
        let groups = |rows: &[ComparedRow<'_>]| row_groups(rows.iter().copied(), end);
        let one = row(&first, "x", "2023-09-01", 1);
        let two = row(&second, "y", "2023-09-02", 2);
        let both = groups(&[one, two]);
        assert_eq!((both.len(), both[0].rows), (1, 2));
        let moved = [
            row(&first, "y", "2023-09-02", 2),
            row(&second, "x", "2023-09-01", 1),
        ];
        assert_eq!(groups(&moved), both);
        for other in [
            vec![one],
            vec![one, two, two],
            vec![one, row(&second, "y", "2023-09-02", 3)],
            vec![one, row(&second, "z", "2023-09-02", 2)],
        ] {
            assert_ne!(groups(&other)[0].sha256, both[0].sha256);
        }
        // What is dated later was not reported yet.
        let later = groups(&[one, two, row(&first, "z", "2023-10-01", 9)]);
        assert_eq!((later[0].rows, &later[0].sha256), (3, &both[0].sha256));
    }
}
