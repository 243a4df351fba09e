//! SMTP: sessions with a mail server, in which it is known of each message whether the server can have taken it.
//!
//! lettre makes the messages. Its connection (0.11.23) is not used: it is made from an address alone, so that nothing of the
//! following can be put under it. Each has a test in `tests/behaviour/delivery/mail/by_hand.rs` that lettre fails; one that lettre
//! passes some day says that so much of this room can go.
//!
//! - STARTTLS: what was received before the encryption stays in its reader, and is taken for what the server says after it.
//! - Its timeout is that of one reading: a server that drips holds the lock for as long as it likes.
//! - A line without an end is read for as long as it comes.
//! - `SIZE` and `DSN` of what a server offers are not kept.
//! - It says a message's end to a server that is gone, so that one lost before the end cannot be told from one lost after it,
//!   which may have arrived.
//! - A certificate that a server made for itself is not trusted although the settings name it.

mod advice;
mod auth;
mod connection;
mod error;
mod kept;
mod message;
mod phase;
mod reply;
mod session;
mod timed;
mod tls;
mod why;

pub(super) use auth::Secrets;
pub(crate) use auth::{Credentials, Secret};
pub(crate) use error::SmtpError;
pub(crate) use message::{AttemptOutcome, Envelope};
pub(crate) use session::{Endpoint, Session};
pub(super) use why::Why;
