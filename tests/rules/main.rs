//! The rules of the house, which a single crate cannot enforce: who imports whom, one foreign crate one room, unique codes,
//! complete phrases, files that can be read in one go, one place for the terminal.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod circles;
mod form;
mod imports;
mod phrases;
mod sentences;
mod source;

use std::path::PathBuf;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn none_of(faults: &[String], rule: &str) {
    assert!(faults.is_empty(), "{rule}:\n{}", faults.join("\n"));
}
