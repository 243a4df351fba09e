//! How the verdict of each kind follows, as formulas over the workbook's cells, and as the values that they have.

use super::columns::{counted, parts as part_column, reckoning as column};
use super::figures::Figures;
use super::figures::WindowFigures;
use super::formula::{day, held_against};
use super::gaps;
use super::sheet::Columns;
use crate::model::assessment::Status;
use crate::model::basis::{LongestGap, VerdictBasis, VerdictRule};
use crate::model::target::Bound;
use crate::wording::Wording;

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
    pub(super) fn own(&self, column: usize) -> String {
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

    pub(super) fn of_parts(&self, column: usize) -> String {
        format!(
            "SUMIFS({},{},{})",
            self.sources.parts.all(column),
            self.sources.parts.all(part_column::WINDOW),
            self.own(column::WINDOW)
        )
    }

    /// How many parts of the window hold, or do not; of those that are over if `over`.
    pub(super) fn parts_with(&self, holds: i8, over: bool) -> String {
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
    pub(super) fn all_parts(&self, over: bool) -> String {
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

    /// How many parts the window has.
    pub(super) fn number_of_parts(&self) -> String {
        format!("={}", self.parts_where(""))
    }

    /// How many parts of the window answer a condition, `,column,criterion` for `COUNTIFS`.
    pub(super) fn parts_where(&self, condition: &str) -> String {
        format!(
            "COUNTIFS({},{}{condition})",
            self.sources.parts.all(part_column::WINDOW),
            self.own(column::WINDOW)
        )
    }

    /// How many steps are done, and how many may be.
    pub(super) fn done_of_parts(&self) -> (String, String) {
        (
            format!("={}", self.of_parts(part_column::LOW)),
            format!("={}", self.of_parts(part_column::HIGH)),
        )
    }

    /// The average of the parts, in hundredths.
    pub(super) fn average_of_parts(&self) -> String {
        format!(
            "=ROUNDDOWN(ROUND({}/MAX(1,{}),8),2)",
            self.of_parts(part_column::LOW),
            self.parts_where("")
        )
    }

    /// The longest time without any, and whether none is too long, as 1 or 0.
    pub(super) fn gaps(&self, longest: LongestGap) -> (String, String) {
        let days = self.basis.elapsed.unwrap_or(self.window.window.span);
        gaps::formulas(
            &self.sources.counted,
            &self.own(column::WINDOW),
            (days.from, days.to),
            longest,
        )
    }

    /// Whether a part of the window has a status.
    pub(super) fn some_part_is(&self, status: Status, wording: &Wording) -> String {
        let kept = wording.status(status).replace('"', "\"\"");
        let condition = format!(
            ",{},\"{kept}\"",
            self.sources.parts.all(part_column::STATUS)
        );
        format!("{}>0", self.parts_where(&condition))
    }

    /// Of requests: that there are none, and would be if there had been any.
    pub(super) fn nobody_asked(&self) -> Option<String> {
        let are_requests = matches!(
            self.basis.rule,
            VerdictRule::Requests { .. } | VerdictRule::AnswerTimes { .. }
        );
        are_requests.then(|| {
            format!(
                "AND({}=1,{}=0,{}=0)",
                self.own(column::COVERED),
                self.own(column::INCOMPLETE),
                self.parts_where("")
            )
        })
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
            VerdictRule::Requests { within: true, .. } => Some(format!(
                "={}-{}",
                self.parts_where(""),
                self.parts_with(2, false)
            )),
            VerdictRule::Requests { within: false, .. } => Some(self.number_of_parts()),
            VerdictRule::Steps { end, .. } => Some(format!(
                "={}",
                self.parts_where(&format!(
                    ",{},\"<=\"&{}",
                    self.sources.parts.all(part_column::DUE),
                    day(*end)
                ))
            )),
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
            VerdictRule::Share { bound, .. } => self.share(*bound),
            VerdictRule::Requests {
                within,
                share,
                is_open,
                ..
            } => self.requests(*within, *share, *is_open),
            VerdictRule::Steps { .. } => self.steps(),
            VerdictRule::Gaps { longest } => {
                let holds = self.gaps(*longest).1;
                Conditions {
                    kept: "=0".to_owned(),
                    lost: format!("=IF({holds}=0,1,0)"),
                    closed: format!("={holds}"),
                    pace: format!("={holds}"),
                }
            }
            VerdictRule::AnswerTimes { strict, .. } => {
                let (sum, all) = (self.of_parts(part_column::LOW), self.parts_where(""));
                let sign = if *strict { "<" } else { "<=" };
                let holds = format!("=IF({all}=0,-1,IF({sum}{sign}ROUND({required}*{all},8),1,0))");
                Conditions {
                    kept: "=0".to_owned(),
                    lost: "=0".to_owned(),
                    closed: holds.clone(),
                    pace: holds,
                }
            }
            VerdictRule::Measured {
                bound,
                strict,
                is_final,
                ..
            } => {
                let sign = match (bound, strict) {
                    (Bound::Least, false) => ">=",
                    (Bound::Least, true) => ">",
                    (Bound::Most, false) => "<=",
                    (Bound::Most, true) => "<",
                };
                let holds = format!("IF(ROUND({low},8){sign}ROUND({required},8),1,0)");
                let when_final = |formula: String| match is_final {
                    true => formula,
                    false => "=0".to_owned(),
                };
                Conditions {
                    kept: when_final(format!("={holds}")),
                    lost: when_final(format!("=1-{holds}")),
                    closed: format!("={holds}"),
                    pace: format!("={holds}"),
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
