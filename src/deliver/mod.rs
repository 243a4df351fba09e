//! The outbox, and posting what lies in it.
//!
//! ```text
//! letter, files ─message→ bytes of an .eml, the same for the same content
//! .eml, sender, now ─stamp→ the bytes that are posted
//! server ─session→ a line, encrypted and logged in ─post→ what became of one message
//! ```

pub mod email;
pub mod mailer;
pub mod outbox;
pub mod plan;
pub mod reminders;
pub mod secrets;
pub mod smtp;
pub mod stamp;
pub mod undelivered;

pub use email::{Message, NOWHERE, Sender, message};
pub use smtp::fault::{Answer, Fault, Step};
pub use smtp::session::{Credentials, Outcome, Route, Secret, Session};
pub use stamp::{Stamp, stamp};
