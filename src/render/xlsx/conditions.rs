//! The conditions of shares, of requests and of steps, as formulas. `facts` and `dated_facts` have the values that they give.

use super::cell::number;
use super::columns::{counted, parts as part_column, reckoning as column};
use super::rules::{Conditions, Formulas};
use crate::model::quantity::Amount;
use crate::model::target::Bound;

impl Formulas<'_> {
    /// A part of a whole, at its smallest and its greatest.
    pub(super) fn share(&self, bound: Bound) -> Conditions {
        let (low, high) = (self.own(column::LOW), self.own(column::HIGH));
        let (least, most) = (
            self.sum(counted::LEAST_WHOLE),
            self.sum(counted::MOST_WHOLE),
        );
        let (least, most) = (least.trim_start_matches('='), most.trim_start_matches('='));
        let required = self.own(column::REQUIRED);
        let something = format!("{}>0", self.own(column::WHOLE_LOW));
        let asked = |whole: &str| format!("ROUND({whole}*{required},8)");
        let (least_asked, most_asked) = (asked(least), asked(most));
        let unknown = format!("OR({}=1,{least}=0)", self.own(column::INCOMPLETE));
        let high = format!("ROUND(N({high}),8)");
        let low = format!("ROUND({low},8)");
        let holds = match bound {
            Bound::Least => format!(
                "=IF({unknown},-1,IF({low}>={least_asked},1,IF(AND({something},{high}<{most_asked}),0,-1)))"
            ),
            Bound::Most => format!(
                "=IF({unknown},-1,IF(AND({something},{high}<={most_asked}),1,IF({low}>{least_asked},0,-1)))"
            ),
        };
        Conditions {
            kept: "=0".to_owned(),
            lost: "=0".to_owned(),
            closed: holds.clone(),
            pace: holds,
        }
    }

    /// Every request in time, or so many per cent of them.
    pub(super) fn requests(
        &self,
        within: bool,
        share: Option<Amount>,
        is_open: bool,
    ) -> Conditions {
        let with = |holds| self.parts_with(holds, false);
        let (kept, broken, unknown, waiting) = (with(1), with(0), with(-1), with(2));
        let incomplete = format!("{}=1", self.own(column::INCOMPLETE));
        let Some(share) = share else {
            let behind = match within {
                true => broken.clone(),
                false => format!("{broken}+{waiting}"),
            };
            return Conditions {
                kept: "=0".to_owned(),
                lost: format!("=IF(AND({broken}>0,{}=1),1,0)", self.own(column::COVERED)),
                closed: format!(
                    "=IF({broken}>0,0,IF(OR({unknown}+{waiting}>0,{incomplete}),-1,1))"
                ),
                pace: format!("=IF({behind}>0,0,IF(OR({unknown}>0,{incomplete}),-1,1))"),
            };
        };
        // Those that wait are left out while their day is still to come.
        let left_out = is_open && within;
        let more = |is_more: bool| match is_more {
            true => format!("+{waiting}"),
            false => String::new(),
        };
        let perhaps_broken = format!("({broken}+{unknown}{})", more(!left_out));
        let perhaps_kept = format!("({kept}+{unknown}{})", more(!is_open));
        let surely_broken = format!("({broken}{})", more(!left_out && is_open));
        let share = number(share);
        let none_due = match left_out {
            true => format!(
                "IF(AND({waiting}>0,{}={waiting}),1,-1)",
                self.parts_where("")
            ),
            false => "-1".to_owned(),
        };
        let holds = format!(
            "=IF({incomplete},-1,IF(AND({kept}>0,{kept}*100>={share}*({kept}+{perhaps_broken})),1,\
             IF(AND({surely_broken}>0,{perhaps_kept}*100<{share}*({perhaps_kept}+{surely_broken})),0,{none_due})))"
        );
        Conditions {
            kept: "=0".to_owned(),
            lost: "=0".to_owned(),
            closed: holds.clone(),
            pace: holds,
        }
    }

    /// Every step by its day.
    pub(super) fn steps(&self) -> Conditions {
        let (all, done) = (self.parts_where(""), self.of_parts(part_column::LOW));
        let over = self.parts_where(&format!(",{},1", self.sources.parts.all(part_column::OVER)));
        Conditions {
            kept: format!(
                "=IF(AND({}=1,{all}>0,{}={all},{done}={all}),1,0)",
                self.own(column::COVERED),
                self.parts_with(1, false)
            ),
            lost: "=0".to_owned(),
            closed: format!("=IF({done}<{all},0,{})", self.all_parts(false)),
            pace: format!("=IF({over}>0,0,1)"),
        }
    }
}
