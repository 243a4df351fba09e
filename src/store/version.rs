//! One version, `<period>/v<n>`: its files, held against the hashes written with them.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use super::files::{check_inside, files_below};
use super::hashes::{FileHashes, HASHES, sha256, sha256_of};
use super::staging::StagedVersion;
use crate::error::{DamageFault, Error, FileChange, FileDamage};

/// The place of a version, whether or not it is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Version {
    period: String,
    number: u32,
    folder: PathBuf,
}

impl Version {
    /// The version of that number below the period's folder.
    pub(super) fn new(period: &str, number: u32, period_folder: &Path) -> Version {
        Version {
            period: period.to_owned(),
            number,
            folder: period_folder.join(format!("v{number}")),
        }
    }

    /// The name of its period.
    pub(crate) fn period(&self) -> &str {
        &self.period
    }

    /// Its number, 1 for the first.
    pub(crate) fn number(&self) -> u32 {
        self.number
    }

    /// Its folder.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether it is there.
    pub(crate) fn exists(&self) -> bool {
        self.folder.exists()
    }

    /// Begins to write it.
    ///
    /// # Errors
    /// If nothing can be written beside its place.
    pub(crate) fn stage(&self) -> Result<StagedVersion, Error> {
        StagedVersion::begin(self.folder.clone())
    }

    /// SHA-256 of its SHA256SUMS, which binds every byte of it.
    ///
    /// # Errors
    /// If that cannot be read.
    pub(crate) fn content_hash(&self) -> Result<String, Error> {
        sha256_of(&self.folder.join(HASHES))
    }

    /// That its list of hashes is the one that was sealed.
    ///
    /// # Errors
    /// If it is another, or cannot be read.
    pub(crate) fn check_seal(&self, seal: Option<&str>) -> Result<(), Error> {
        match seal {
            Some(seal) if self.content_hash()? != seal => {
                let list = self.folder.join(HASHES);
                Err(Error::damaged(&list, DamageFault::Seal))
            }
            _ => Ok(()),
        }
    }

    /// The bytes of a file that is as it was written; none if it is not there.
    ///
    /// # Errors
    /// If it has changed, or cannot be read.
    pub(crate) fn find(&self, name: &str) -> Result<Option<Vec<u8>>, Error> {
        let path = self.folder.join(name);
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(fault) if fault.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(fault) => return Err(Error::io(&path, fault)),
        };
        if self.hashes()?.of(name) == sha256(&bytes) {
            return Ok(Some(bytes));
        }
        Err(Error::damaged(&path, DamageFault::NotSent))
    }

    /// The same for a file that must be there.
    ///
    /// # Errors
    /// If it is gone, has changed, or cannot be read.
    pub(crate) fn read(&self, name: &str) -> Result<Vec<u8>, Error> {
        let gone = || Error::damaged(&self.folder.join(name), DamageFault::Gone);
        self.find(name)?.ok_or_else(gone)
    }

    /// A file to be read piece by piece, and its SHA-256, which is the one written with it.
    ///
    /// # Errors
    /// If it is gone, has changed, or cannot be read.
    pub(crate) fn open(&self, name: &str) -> Result<(File, String), Error> {
        let path = self.folder.join(name);
        let hash = sha256_of(&path)?;
        if self.hashes()?.of(name) != hash {
            return Err(Error::damaged(&path, DamageFault::NotTheOne));
        }
        let file = File::open(&path).map_err(|fault| Error::io(&path, fault))?;
        Ok((file, hash))
    }

    /// That a file cannot be understood, and what to do.
    pub(crate) fn damaged(&self, name: &str, fault: &str) -> Error {
        let fault = DamageFault::NotUnderstood(fault.to_owned());
        Error::damaged(&self.folder.join(name), fault)
    }

    /// Everything in the folder that is not as it was written: files changed, gone or added.
    ///
    /// # Errors
    /// If the folder or its hashes cannot be read.
    pub(crate) fn damage(&self) -> Result<Vec<FileDamage>, Error> {
        let hashes = self.hashes()?;
        let mut damage = Vec::new();
        for (name, hash) in hashes.iter() {
            check_inside(name)?;
            let path = self.folder.join(name);
            let change = if is_link(&path) {
                FileChange::Link
            } else if !path.try_exists().map_err(|fault| Error::io(&path, fault))? {
                FileChange::Gone
            } else if sha256_of(&path)? != hash {
                FileChange::Changed
            } else {
                continue;
            };
            let name = name.to_owned();
            damage.push(FileDamage { name, change });
        }
        for name in files_below(&self.folder, "")? {
            if name != HASHES && hashes.of(&name).is_empty() {
                let change = FileChange::Added;
                damage.push(FileDamage { name, change });
            }
        }
        Ok(damage)
    }

    fn hashes(&self) -> Result<FileHashes, Error> {
        let path = self.folder.join(HASHES);
        let text = fs::read_to_string(&path).map_err(|fault| Error::io(&path, fault))?;
        Ok(FileHashes::from_lines(&text))
    }
}

/// Whether another file stands in for this one.
fn is_link(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|known| known.is_symlink())
}
