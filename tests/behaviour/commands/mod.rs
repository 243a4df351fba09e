//! Commands but run and send.

mod doctor;
mod init;
mod jobs;
mod several;
mod starter;
mod terminal;
mod walk_through;
