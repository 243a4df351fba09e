//! One sheet to be read by one mapping, with its context.

use super::as_of::AsOf;
use super::row_detail::RowDetail;
use crate::gather::cell::{Sheet, cell_name};
use crate::gather::value::ActivityNouns;
use crate::model::activity::Origin;
use crate::model::agreement::{ActivityKind, Agreement, Gives, SheetMapping, Unit};
use crate::model::finding::{Finding, FindingKind, Place};
use crate::model::name::Name;
use crate::model::span::DateSpan;

#[derive(Clone, Copy)]
pub struct SheetTask<'a> {
    pub agreement: &'a Agreement,
    /// The date of the report: what is dated later has not happened.
    pub as_of: &'a AsOf,
    pub source: usize,
    pub mapping: &'a SheetMapping,
    /// Its path as shown.
    pub workbook: &'a str,
    /// The sheet as it is.
    pub sheet: &'a Sheet,
    /// Whether other sheets of the workbook are read by the same mapping.
    pub several: bool,
    /// The sheet with the values of merged cells in each of their rows.
    pub filled: &'a Sheet,
    /// How long a log is whose rows are known one by one.
    pub detail: RowDetail,
}

impl<'a> SheetTask<'a> {
    /// The cell at a row and column from 0, as an origin.
    pub fn origin(&self, (row, column): (usize, usize)) -> Origin {
        let (workbook, sheet) = (self.workbook.into(), (&self.sheet.name).into());
        Origin {
            workbook,
            sheet,
            cell: cell_name(row, column),
        }
    }

    /// A finding about a cell.
    pub fn finding(&self, kind: FindingKind, at: (usize, usize)) -> Finding {
        Finding::new(kind, &self.origin(at))
    }

    /// A finding about the sheet as a whole.
    pub(crate) fn sheet_finding(&self, kind: FindingKind) -> Finding {
        Finding::new(kind, Place::sheet(self.workbook, &self.sheet.name))
    }

    /// Whether rows of these days are taken: of the term, or of days before that a target compares with; of an indicator, which is
    /// never counted, all.
    pub(crate) fn takes_days(&self, days: DateSpan) -> bool {
        matches!(self.mapping.gives, Gives::Indicator(_))
            || days.overlaps(self.agreement.term)
            || self
                .agreement
                .compared_days(|activity| self.mapping.gives(activity))
                .any(|compared| compared.overlaps(days))
    }

    pub fn partner(&self) -> Name {
        self.agreement
            .sources
            .get(self.source)
            .map(|source| Name::from(&source.partner))
            .unwrap_or_default()
    }

    /// The nouns by which the agreement and the mapping call what its rows tell of.
    pub(super) fn nouns(&self) -> ActivityNouns {
        let known = |id: &'a str| {
            let kind = self.agreement.activities.get(id);
            let words = kind.into_iter().flat_map(ActivityKind::words);
            words.chain([id]).collect::<Vec<_>>()
        };
        ActivityNouns::of(self.mapping.activities().flat_map(known))
    }

    /// Whether figures of this activity are hours.
    pub(super) fn in_hours(&self, activity: &str) -> bool {
        self.agreement
            .activities
            .get(activity)
            .is_some_and(|kind| kind.unit == Unit::Hours)
    }
}
