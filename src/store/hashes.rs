//! SHA-256 of files, taken as they are written or read piece by piece.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::digest::hex;
use crate::error::Error;

/// The list of hashes in a version's folder.
pub(super) const HASHES: &str = "SHA256SUMS";

/// SHA-256, hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// SHA-256 of a file, hexadecimal; read piece by piece.
///
/// # Errors
/// If it cannot be read.
pub(crate) fn sha256_of(path: &Path) -> Result<String, Error> {
    let mut hashing = HashingWriter::new(io::sink());
    let read = File::open(path).and_then(|mut file| io::copy(&mut file, &mut hashing));
    read.map_err(|fault| Error::io(path, fault))?;
    Ok(hashing.finish())
}

/// The hashes of a version's files, by name.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct FileHashes(BTreeMap<String, String>);

impl FileHashes {
    /// Hashes a file that is not kept.
    ///
    /// # Errors
    /// If `write` fails.
    pub(crate) fn add(
        &mut self,
        name: &str,
        write: &mut dyn FnMut(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), Error> {
        let mut hashing = HashingWriter::new(io::sink());
        write(&mut hashing).map_err(|fault| Error::Render {
            what: name.to_owned(),
            fault: fault.to_string(),
        })?;
        self.insert(name, hashing.finish());
        Ok(())
    }

    /// That of one file; empty if it is not there.
    pub(crate) fn of(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// Each file's name and hash, by name.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(name, hash)| (name.as_str(), hash.as_str()))
    }

    /// One hash of them all.
    pub(crate) fn content(&self) -> String {
        sha256(self.to_lines().as_bytes())
    }

    /// The lines of SHA256SUMS, in the form that `sha256sum --check` reads.
    pub(super) fn to_lines(&self) -> String {
        self.iter()
            .map(|(name, hash)| format!("{hash}  {name}\n"))
            .collect()
    }

    /// Reads such lines; one of another form is passed over.
    pub(super) fn from_lines(text: &str) -> FileHashes {
        let pairs = text.lines().filter_map(|line| line.split_once("  "));
        FileHashes(
            pairs
                .map(|(hash, name)| (name.to_owned(), hash.to_owned()))
                .collect(),
        )
    }

    /// Takes in the hash of a file.
    pub(crate) fn insert(&mut self, name: &str, hash: String) {
        self.0.insert(name.to_owned(), hash);
    }
}

/// Hashes what is written through it.
pub(super) struct HashingWriter<W> {
    digest: Sha256,
    inner: W,
}

impl<W: Write> HashingWriter<W> {
    pub(super) fn new(inner: W) -> HashingWriter<W> {
        HashingWriter {
            digest: Sha256::new(),
            inner,
        }
    }

    /// SHA-256 of what was written, hexadecimal.
    pub(super) fn finish(self) -> String {
        hex(&self.digest.finalize())
    }
}

impl<W: Write> Write for HashingWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.digest.update(bytes.get(..written).unwrap_or(bytes));
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}
