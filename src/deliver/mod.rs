//! The outbox, and posting what lies in it.
//!
//! ```text
//! letter, files ─message→ bytes of an .eml, the same for the same content
//! .eml, sender, now ─stamp→ the bytes that are posted
//! server ─session→ a line, encrypted and logged in ─post→ what became of one message
//! ```

pub mod fault;
pub mod line;
pub mod outbox;
pub mod session;
pub mod stamp;
mod trust;

pub use fault::{Answer, Fault, Step};
pub use outbox::{Message, NOWHERE, Sender, message};
pub use session::{Credentials, Outcome, Route, Secret, Session};
pub use stamp::{Stamp, stamp};
