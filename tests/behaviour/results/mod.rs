//! From rows to verdicts.

mod afterwards;
mod cases;
mod facts;
mod habits;
mod handed;
mod kalix;
mod later;
mod long_log;
mod moved;
mod properties;
pub(crate) mod targets;
mod two_partners;
mod verdicts;
