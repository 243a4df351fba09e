//! Commands but run and send.

mod book;
mod doctor;
mod init;
mod jobs;
mod pages;
mod several;
mod spoken;
mod starter;
mod terminal;
mod walk_through;
