//! Rows that are left out because they stand elsewhere too, and their sheets' accounts.

use std::collections::{BTreeMap, BTreeSet};

use super::rows::row_number;
use crate::model::activity::{Activity, SheetAccount};
use crate::model::name::Name;

/// Rows of which nothing counts any more, by workbook, sheet and number.
#[derive(Debug, Default)]
pub(crate) struct RowsLeftOut {
    rows: BTreeSet<(Name, Name, usize)>,
    kept: BTreeSet<(Name, Name, usize)>,
    /// How many activities went with them, by workbook and sheet.
    activities: BTreeMap<(Name, Name), u64>,
}

impl RowsLeftOut {
    /// Takes out the activities that are to go, chosen by their index and themselves.
    pub(super) fn take(
        &mut self,
        activities: &mut Vec<Activity>,
        goes: impl Fn(usize, &Activity) -> bool,
    ) {
        let mut index = 0;
        activities.retain(|activity| {
            let gone = goes(index, activity);
            index += 1;
            let origin = &activity.origin;
            let row = (
                origin.workbook.clone(),
                origin.sheet.clone(),
                row_number(&origin.cell),
            );
            if gone {
                let sheet = (origin.workbook.clone(), origin.sheet.clone());
                *self.activities.entry(sheet).or_default() += 1;
                self.rows.insert(row);
            } else {
                self.kept.insert(row);
            }
            !gone
        });
    }

    /// Whether everything that a row of a sheet gave was taken out.
    pub(super) fn has(&self, workbook: &Name, sheet: &Name, row: usize) -> bool {
        let row = (workbook.clone(), sheet.clone(), row);
        self.rows.contains(&row) && !self.kept.contains(&row)
    }

    /// Adds what was taken out of other sources.
    pub(crate) fn add(&mut self, other: RowsLeftOut) {
        self.rows.extend(other.rows);
        self.kept.extend(other.kept);
        for (sheet, activities) in other.activities {
            *self.activities.entry(sheet).or_default() += activities;
        }
    }

    /// Enters them into the accounts of their workbook's sheets: what was used is now left out with a finding.
    pub(crate) fn enter(&self, workbook: &str, accounts: &mut [SheetAccount]) {
        for account in accounts {
            let of_sheet = |book: &Name, sheet: &Name| {
                book.as_str() == workbook && sheet.as_str() == account.sheet
            };
            let gone = self.rows.difference(&self.kept);
            let gone = gone
                .filter(|(book, sheet, _)| of_sheet(book, sheet))
                .count() as u64;
            let gone = gone.min(account.rows_used);
            account.rows_used -= gone;
            account.rejected += gone;
            let activities = self.activities.iter();
            let activities = activities.filter(|((book, sheet), _)| of_sheet(book, sheet));
            let activities: u64 = activities.map(|(_, activities)| activities).sum();
            account.activities = account.activities.saturating_sub(activities);
        }
    }
}
