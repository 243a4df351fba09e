//! SMTP: a line to a mail server, and what can go wrong with it.

pub mod fault;
pub mod line;
pub mod session;
mod tls;
