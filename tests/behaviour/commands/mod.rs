//! Commands but run and send.

mod init;
mod jobs;
mod several;
mod walk_through;
