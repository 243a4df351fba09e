//! What lofte does, seen from outside: through its program, or through the library's stages.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used
)]

mod commands;
mod delivery;
mod documentation;
mod privacy;
mod reading;
mod report;
mod results;
mod setup;
