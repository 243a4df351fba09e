//! The ledger: one line a thing done, appended, never rewritten.
