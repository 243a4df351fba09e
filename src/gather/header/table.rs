use crate::gather::heading::Fit;
use crate::model::agreement::Column;
use std::collections::BTreeMap;

/// A table found by its headings.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    pub first: usize,
    pub last: usize,
    pub left: usize,
    pub right: usize,
    pub columns: BTreeMap<Column, usize>,
    /// Headings that match inexactly.
    pub near: Vec<InexactHeading>,
    pub missing: Vec<AbsentHeading>,
    /// Headings that occur over another column as well.
    pub again: Vec<RepeatedHeading>,
}

/// A heading over another column of the table as well, or a whole table repeated beside this one.
#[derive(Clone, Debug, PartialEq)]
pub struct RepeatedHeading {
    /// As the mapping names it.
    pub column: Column,
    /// The column that is read.
    pub taken: usize,
    /// The row and column of the other occurrence.
    pub at: (usize, usize),
    /// The words of the groups over them, where these differ.
    pub groups: Vec<String>,
}

/// A heading that matches inexactly.
#[derive(Clone, Debug, PartialEq)]
pub struct InexactHeading {
    /// As the mapping names it.
    pub column: Column,
    /// As the sheet has it.
    pub found: String,
    pub fit: Fit,
    pub at: (usize, usize),
}

#[derive(Clone, Debug, PartialEq)]
pub struct AbsentHeading {
    /// As the mapping names it.
    pub column: Column,
    /// The most similar heading of the sheet.
    pub nearest: Option<String>,
}

impl Table {
    /// How many of the mapped headings it has in their own words.
    pub fn written(&self) -> usize {
        self.columns.len()
            - self
                .near
                .iter()
                .filter(|near| near.fit == Fit::Synonym)
                .count()
    }

    /// A table that has none of the mapped headings.
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
