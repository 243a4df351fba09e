//! The hashes of a version's files, taken as the files are written.

use std::collections::BTreeMap;
use std::io::{self, Write};

use sha2::{Digest, Sha256};

use super::sha256;
use crate::digest::hex;
use crate::error::Error;
use crate::render::{Pieces, Tray};

/// The hashes of files, by name.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Hashes(BTreeMap<String, String>);

impl Hashes {
    /// That of one file; empty if it is not there.
    pub fn of(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// Each file's name and hash, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(name, hash)| (name.as_str(), hash.as_str()))
    }

    /// One hash of them all: the content of a version.
    pub fn content(&self) -> String {
        sha256(self.lines().as_bytes())
    }

    /// The lines of SHA256SUMS, in the form that `sha256sum --check` reads.
    pub(super) fn lines(&self) -> String {
        self.iter()
            .map(|(name, hash)| format!("{hash}  {name}\n"))
            .collect()
    }

    /// Adds that of a file.
    pub(super) fn insert(&mut self, name: &str, hash: String) {
        self.0.insert(name.to_owned(), hash);
    }
}

/// Files that are laid here are hashed, and not kept.
impl Tray for Hashes {
    fn lay(&mut self, name: &str, pieces: Pieces<'_>) -> Result<(), Error> {
        let mut hashing = Hashing::new(io::sink());
        pieces(&mut hashing).map_err(|fault| Error::Render {
            what: name.to_owned(),
            fault: fault.to_string(),
        })?;
        self.insert(name, hashing.hash());
        Ok(())
    }
}

/// Hashes what is written through it.
pub(super) struct Hashing<W> {
    digest: Sha256,
    to: W,
}

impl<W: Write> Hashing<W> {
    /// Nothing written yet.
    pub(super) fn new(to: W) -> Hashing<W> {
        Hashing {
            digest: Sha256::new(),
            to,
        }
    }

    /// What it writes to.
    pub(super) fn to(&self) -> &W {
        &self.to
    }

    /// SHA-256 of what was written, hexadecimal.
    pub(super) fn hash(self) -> String {
        hex(&self.digest.finalize())
    }
}

impl<W: Write> Write for Hashing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.to.write(bytes)?;
        self.digest.update(bytes.get(..written).unwrap_or(bytes));
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}
