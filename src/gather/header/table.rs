//! A table found by its headings.

use crate::gather::heading::Fit;
use crate::model::agreement::Column;
use std::collections::BTreeMap;

/// A table found by its headings.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The first row of its header.
    pub first: usize,
    /// The last row of its header.
    pub last: usize,
    /// Its first column.
    pub left: usize,
    /// Its last column.
    pub right: usize,
    /// Where each heading stands.
    pub columns: BTreeMap<Column, usize>,
    /// Headings that are almost the ones asked for.
    pub near: Vec<InexactHeading>,
    /// Headings that are not there.
    pub missing: Vec<AbsentHeading>,
    /// Headings that stand over another column as well.
    pub again: Vec<RepeatedHeading>,
}

/// A heading that stands over another column of the table as well, or a whole table once more beside this one.
#[derive(Clone, Debug, PartialEq)]
pub struct RepeatedHeading {
    /// What was asked for.
    pub column: Column,
    /// The column that is taken for it.
    pub taken: usize,
    /// The row and column of the other.
    pub at: (usize, usize),
    /// The words of the groups that they stand under, where these differ.
    pub groups: Vec<String>,
}

/// A heading that is almost the one asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct InexactHeading {
    /// What was asked for.
    pub column: Column,
    /// What stands there.
    pub found: String,
    /// How it fits.
    pub fit: Fit,
    /// Its row and column.
    pub at: (usize, usize),
}

/// A heading that is not there.
#[derive(Clone, Debug, PartialEq)]
pub struct AbsentHeading {
    /// What was asked for.
    pub column: Column,
    /// The heading most like it.
    pub nearest: Option<String>,
}

impl Table {
    /// How many of the headings asked for stand in it by their own words.
    pub fn written(&self) -> usize {
        self.columns.len()
            - self
                .near
                .iter()
                .filter(|near| near.fit == Fit::Synonym)
                .count()
    }

    /// A table that has none of the headings asked for.
    pub fn without(wanted: &[&Column]) -> Table {
        let missing = wanted
            .iter()
            .map(|column| AbsentHeading {
                column: (*column).clone(),
                nearest: None,
            })
            .collect();
        Table {
            first: 0,
            last: 0,
            left: 0,
            right: 0,
            columns: BTreeMap::new(),
            near: Vec::new(),
            missing,
            again: Vec::new(),
        }
    }
}
