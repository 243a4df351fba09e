//! A digest of several parts.

use std::fs;
use std::path::Path;

use super::files::names_in;
use super::hashes::sha256;

/// A line for each part.
#[derive(Default)]
pub(crate) struct PartsDigest(String);

impl PartsDigest {
    pub(crate) fn add(&mut self, part: &[u8]) {
        self.0.push_str(&sha256(part));
        self.0.push('\n');
    }

    /// A file's bytes; that it is not there or cannot be read is a part of its own.
    pub(crate) fn file(&mut self, path: &Path) {
        match fs::read(path) {
            Ok(bytes) => self.add(&bytes),
            Err(_) => self.0.push_str("none\n"),
        }
    }

    /// The files in a folder and their names; nothing where there is no folder. None if it cannot be read.
    pub(crate) fn folder(&mut self, folder: &Path) -> Option<()> {
        let mut names = names_in(folder).ok()?;
        names.sort();
        for name in names {
            self.add(name.as_bytes());
            self.file(&folder.join(name));
        }
        Some(())
    }

    pub(crate) fn finish(self) -> String {
        sha256(self.0.as_bytes())
    }
}
