//! The outbox, and posting what lies in it.

pub mod outbox;

pub use outbox::{Message, message};
