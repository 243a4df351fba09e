//! Whether one row counts for one target: decided here, for the part and the whole of a share.

use super::condition::{Context, Doubt, Subject, answers_all};
use super::ruling;
use crate::model::activity::Origin;
use crate::model::agreement::Ruling;
use crate::model::finding::Code;
use crate::model::quantity::Truth;
use crate::model::target::Target;

pub(super) struct RowJudgement<'a> {
    /// Whether it is what the target is about.
    pub(super) is_meant: Truth,
    /// Whether it meets the target's rules. A ruling about the row overrides them.
    pub(super) keeps_rules: Truth,
    pub(super) ruling: Option<&'a Ruling>,
    /// Doubts about whether it is what the target is about.
    pub(super) doubts: Vec<Doubt>,
    /// Doubts about the rules.
    pub(super) rule_doubts: Vec<Doubt>,
}

impl<'a> RowJudgement<'a> {
    pub(super) fn of(
        subject: Subject<'_>,
        origin: &Origin,
        target: &Target,
        context: Context<'a>,
    ) -> RowJudgement<'a> {
        let ruling = ruling::about(context.rulings, origin);
        let (is_meant, doubts) = answers_all(subject, &target.only, context);
        let (by_rules, rule_doubts) = if is_meant == Truth::No {
            (Truth::No, Vec::new())
        } else {
            answers_all(subject, &target.require, context)
        };
        RowJudgement {
            is_meant,
            keeps_rules: ruling.map_or(by_rules, |ruling| Truth::from(ruling.counts)),
            ruling,
            doubts,
            rule_doubts,
        }
    }

    /// Whether it counts.
    pub(super) fn counts(&self) -> Truth {
        self.is_meant.and(self.keeps_rules)
    }

    /// Whether it belongs to the whole of a share: a row that a ruling leaves out counts neither there nor in the
    /// part.
    pub(super) fn is_in_whole(&self) -> bool {
        self.ruling.is_none_or(|ruling| ruling.counts)
    }

    /// Why it does not count, though the target is about it.
    pub(super) fn left_out(&self) -> Option<Code> {
        if self.is_meant == Truth::No || self.keeps_rules != Truth::No {
            return None;
        }
        Some(match self.ruling {
            Some(_) => Code::RuledOut,
            None => Code::RequirementNotMet,
        })
    }
}
