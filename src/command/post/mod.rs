//! What lies in outboxes: what of it is to be posted, and posting it so that everybody gets it once.
//!
//! Each message has lines in the ledger: `posting` before anything of it is said, `handing-over` when all but its end has
//! been, then `sent`, `deferred`, `refused` or `lost`. A message whose last line is `posting` cannot have arrived and is
//! posted again; one whose last line is `handing-over` or `lost` may have, and is posted again under the same Message-ID,
//! which is told.

pub(super) mod carry;
pub(super) mod plan;
pub(super) mod remind;
pub(super) mod trouble;

pub(super) use remind::remind;
