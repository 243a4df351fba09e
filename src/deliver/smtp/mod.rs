//! SMTP: sessions with a mail server, in which it is known of each message whether the server can have taken it.

mod auth;
mod connection;
mod error;
mod reply;
mod session;
mod timed;
mod tls;

pub(super) use auth::Secrets;
pub(crate) use auth::{Credentials, Secret};
pub(crate) use error::SmtpError;
pub(crate) use session::{AttemptOutcome, Endpoint, Envelope, Session};
