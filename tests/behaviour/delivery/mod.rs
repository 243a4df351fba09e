//! Messages: what is sent, to whom, once.

pub(crate) mod agreement_folder;
#[cfg(unix)]
mod exim;
mod kept;
mod mail;
#[cfg(unix)]
mod real_mail;
mod release;
mod sealed;
pub(crate) mod server;
