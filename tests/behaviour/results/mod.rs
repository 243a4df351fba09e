//! From rows to verdicts.

mod cases;
mod kalix;
mod later;
mod moved;
mod properties;
mod targets;
mod two_partners;
mod verdicts;
