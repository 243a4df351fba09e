//! The words of the workbook's tables.

use super::cell::TableCell;
use super::sheet::{HeadedColumn, Print, SheetTable};
use crate::model::assessment::{PartAssessment, Status};
use crate::model::edition::Edition;
use crate::model::quantity::Quantity;
use crate::text::capital;
use crate::wording::Wording;

/// The rows of a table, and how many there are.
pub(super) type Rows<'a> = (usize, Box<dyn Iterator<Item = Vec<TableCell>> + 'a>);

/// An edition and the words in which it is told.
#[derive(Clone, Copy, Debug)]
pub(super) struct Texts<'a> {
    pub(super) edition: &'a Edition,
    pub(super) wording: &'a Wording,
}

impl Texts<'_> {
    /// A column with the heading of that key.
    pub(super) fn column(&self, key: &str, width: u32) -> HeadedColumn {
        HeadedColumn::new(self.wording.text(key), width)
    }

    /// A column of statuses.
    pub(super) fn statuses(&self, key: &str, width: u32) -> HeadedColumn {
        HeadedColumn::of_statuses(self.wording.text(key), width)
    }

    /// A table.
    pub(super) fn table<'r>(
        &self,
        id: &'static str,
        sheet: &str,
        columns: Vec<HeadedColumn>,
        (count, rows): Rows<'r>,
        print: Print,
    ) -> SheetTable<'r> {
        SheetTable {
            id,
            sheet: self.wording.text(sheet),
            columns,
            count,
            rows,
            nothing: self.wording.text("xlsx-nothing"),
            print,
            frozen: 0,
            statuses: self
                .edition
                .statuses()
                .map(|status| (status, self.wording.status(status)))
                .collect(),
        }
    }

    /// The highest value, or the words for none.
    pub(super) fn high(&self, quantity: Quantity) -> TableCell {
        match quantity.high() {
            Some(high) => TableCell::Amount(high),
            None => TableCell::text(&self.wording.text("xlsx-open")),
        }
    }

    /// The agreement's word for one of an activity; its name there if it has none.
    pub(super) fn activity(&self, id: &str) -> String {
        let kind = self.edition.agreement.activities.get(id);
        kind.and_then(|kind| kind.one.as_deref())
            .map_or_else(|| id.to_owned(), capital)
    }

    /// What a part is called: its name, or its days.
    pub(super) fn part_name(&self, part: &PartAssessment) -> String {
        match (&part.name, part.span) {
            (Some(name), _) => name.clone(),
            (None, Some(span)) => capital(&self.wording.span(span)),
            (None, None) => String::new(),
        }
    }

    pub(super) fn status(&self, status: Status) -> TableCell {
        TableCell::Status(self.wording.status(status))
    }
}
