//! How the verdict of each kind follows, as formulas over the workbook's cells, and as the values that they have.

use super::columns::{counted, parts as part_column, reckoning as column};
use super::figures::Figures;
use super::figures::WindowFigures;
use super::formula::held_against;
use super::sheet::Columns;
use crate::model::basis::{VerdictBasis, VerdictRule};
use crate::model::target::Bound;

/// The tables that the formulas speak of.
pub(super) struct Sources {
    pub(super) counted: Columns,
    pub(super) parts: Columns,
    pub(super) own: Columns,
}

/// The conditions of a verdict, each a formula.
pub(super) struct Conditions {
    pub(super) kept: String,
    pub(super) lost: String,
    pub(super) closed: String,
    pub(super) pace: String,
}

/// The formulas of a window.
pub(super) struct Formulas<'a> {
    pub(super) figures: &'a Figures<'a>,
    pub(super) window: &'a WindowFigures<'a>,
    pub(super) basis: &'a VerdictBasis,
    pub(super) sources: &'a Sources,
    /// The row on the sheet, from 1.
    pub(super) row: usize,
}

impl Formulas<'_> {
    fn own(&self, column: usize) -> String {
        self.sources.own.own(column, self.row)
    }

    /// The sum of a column of what counts in the window.
    pub(super) fn sum(&self, column: usize) -> String {
        format!(
            "=SUMIFS({},{},{})",
            self.sources.counted.all(column),
            self.sources.counted.all(counted::WINDOW),
            self.own(column::WINDOW)
        )
    }

    fn of_parts(&self, column: usize) -> String {
        format!(
            "SUMIFS({},{},{})",
            self.sources.parts.all(column),
            self.sources.parts.all(part_column::WINDOW),
            self.own(column::WINDOW)
        )
    }

    /// How many parts of the window hold, or do not; of those that are over if `over`.
    fn parts_with(&self, holds: i8, over: bool) -> String {
        let over = if over {
            format!(",{},1", self.sources.parts.all(part_column::OVER))
        } else {
            String::new()
        };
        format!(
            "COUNTIFS({},{},{},{holds}{over})",
            self.sources.parts.all(part_column::WINDOW),
            self.own(column::WINDOW),
            self.sources.parts.all(part_column::HOLDS)
        )
    }

    /// Yes if all parts hold, no if one does not.
    fn all_parts(&self, over: bool) -> String {
        format!(
            "IF({}>0,0,IF({}>0,-1,1))",
            self.parts_with(0, over),
            self.parts_with(-1, over)
        )
    }

    pub(super) fn asked_of_parts(&self) -> String {
        format!("={}", self.of_parts(part_column::REQUIRED))
    }

    pub(super) fn sum_of_parts(&self) -> (String, String) {
        (
            format!("={}", self.of_parts(part_column::CAPPED_LOW)),
            format!("={}", self.of_parts(part_column::CAPPED_HIGH)),
        )
    }

    /// How many parts surely hold, and how many may.
    pub(super) fn parts_that_hold(&self) -> (String, String) {
        let (surely, perhaps) = (self.parts_with(1, false), self.parts_with(-1, false));
        (format!("={surely}"), format!("={surely}+{perhaps}"))
    }

    /// What the elapsed time asks.
    pub(super) fn pace(&self) -> Option<String> {
        let share = |of: usize| {
            format!(
                "{}*{}/{}",
                self.own(of),
                self.own(column::PASSED),
                self.own(column::ALL)
            )
        };
        match &self.basis.rule {
            VerdictRule::Sum {
                bound: Bound::Least,
                continuous: false,
                ..
            } => Some(format!("=INT(ROUND({},8))", share(column::PACED))),
            VerdictRule::Sum { .. } => Some(format!("={}", share(column::PACED))),
            VerdictRule::Average { .. } => Some(format!(
                "={}*{}",
                self.own(column::REQUIRED),
                self.own(column::PASSED)
            )),
            VerdictRule::EachPart {
                continuous: false, ..
            } => Some(format!("=INT(ROUND({},8))", share(column::REQUIRED))),
            VerdictRule::EachPart { .. } => {
                Some(format!("=ROUNDDOWN({},2)", share(column::REQUIRED)))
            }
            _ => None,
        }
    }

    /// The conditions of the verdict.
    pub(super) fn conditions(&self) -> Conditions {
        let (low, high) = (self.own(column::LOW), self.own(column::HIGH));
        let required = self.own(column::REQUIRED);
        let holds = |bound, asked: &str| held_against(bound, &low, &high, asked);
        let pace = self.own(column::PACE);
        let sum = |bound: Bound, closed: String| {
            let is = |code: u8| format!("=IF({closed}={code},1,0)");
            Conditions {
                kept: if bound == Bound::Least {
                    is(1)
                } else {
                    "=0".to_owned()
                },
                lost: if bound == Bound::Most {
                    is(0)
                } else {
                    "=0".to_owned()
                },
                pace: format!("={}", holds(bound, &pace)),
                closed: format!("={closed}"),
            }
        };
        match &self.basis.rule {
            VerdictRule::Average { bound, .. } => {
                let asked = format!("{required}*{}", self.own(column::ALL));
                sum(*bound, holds(*bound, &asked))
            }
            VerdictRule::Share { bound, .. } => {
                let (part, whole) = (low, self.own(column::WHOLE_LOW));
                let sign = if *bound == Bound::Least { ">=" } else { "<=" };
                let holds = format!(
                    "=IF({whole}=0,-1,IF(ROUND({part},8){sign}ROUND({whole}*{required},8),1,0))"
                );
                Conditions {
                    kept: "=0".to_owned(),
                    lost: "=0".to_owned(),
                    closed: holds.clone(),
                    pace: holds,
                }
            }
            VerdictRule::EachPart { .. } => {
                let (all, over) = (self.all_parts(false), self.all_parts(true));
                let paced = holds(Bound::Least, &pace);
                Conditions {
                    kept: format!("=IF(AND({required}>0,{all}=1),1,0)"),
                    lost: format!("=IF({over}=0,1,0)"),
                    closed: format!("=IF({required}=0,-1,{all})"),
                    pace: format!(
                        "=IF(OR({paced}=0,{over}=0),0,IF(OR({paced}=-1,{over}=-1),-1,1))"
                    ),
                }
            }
            VerdictRule::EachPeriod { .. } => {
                let all = self.all_parts(false);
                let none = self.window.parts.is_empty();
                Conditions {
                    kept: "=0".to_owned(),
                    lost: format!("=IF({all}=0,1,0)"),
                    closed: if none {
                        "=-1".to_owned()
                    } else {
                        format!("={all}")
                    },
                    pace: format!("={all}"),
                }
            }
            VerdictRule::Sum { bound, .. } => sum(*bound, holds(*bound, &required)),
            VerdictRule::Shown => sum(Bound::Least, "0".to_owned()),
        }
    }
}
