//! What a plan came to: what was posted, and what was not to be.

use super::mailer::{Mailer, PostingSummary};
use super::plan::PlannedMessage;
use super::state::MessageState;
use crate::error::Error;

/// What became of the messages of a plan.
#[derive(Debug)]
pub(crate) struct Posted {
    pub(crate) summary: PostingSummary,
    /// Those that were not to be posted.
    pub(crate) rest: Vec<PlannedMessage>,
    /// What stopped the posting.
    pub(crate) stopped: Option<Error>,
}

impl Mailer<'_> {
    /// Posts what is to be posted, or everything where somebody gets it instead of the recipients. What is planned is entered
    /// before anything leaves.
    ///
    /// # Errors
    /// If the ledger cannot be written.
    pub(crate) fn post_plan(&self, messages: Vec<PlannedMessage>) -> Result<Posted, Error> {
        let is_to_post = |message: &PlannedMessage| {
            self.redirect.is_some() || matches!(message.state, MessageState::ToPost(_))
        };
        let (to_post, rest): (Vec<_>, Vec<_>) = messages.into_iter().partition(is_to_post);
        if self.redirect.is_none() {
            self.record_planned(&to_post)?;
            self.record_planned(&rest)?;
        }
        let mut summary = PostingSummary::default();
        let stopped = self.post(&to_post, &mut summary).err();
        Ok(Posted {
            summary,
            rest,
            stopped,
        })
    }
}

impl Posted {
    /// Whether there is something to say of it.
    pub(crate) fn is_something(&self) -> bool {
        self.stopped.is_none() || self.summary != PostingSummary::default()
    }

    /// Whether a message was not as it was made.
    pub(crate) fn is_damaged(&self) -> bool {
        !self.summary.damaged.is_empty()
    }

    /// Whether something that should have arrived has not, whether it is tried again or not.
    pub(crate) fn is_undelivered(&self) -> bool {
        let is_held = |message: &PlannedMessage| matches!(message.state, MessageState::Held(_));
        !self.summary.deferred.is_empty()
            || !self.summary.refused.is_empty()
            || self.rest.iter().any(is_held)
    }
}
