//! A version while it is written: beside its place, to be renamed into it.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use super::hashes::{Hashes, Hashing};
use super::{HASHES, open_to_readers, stays_inside, sync_folder};
use crate::error::Error;
use crate::render::{Pieces, Tray};

/// What folders that are still being written begin with.
const UNFINISHED: &str = ".unfinished-";

/// Files beside the place of a version, to be renamed into it.
pub struct Draft {
    folder: tempfile::TempDir,
    place: PathBuf,
    hashes: Hashes,
}

impl Draft {
    /// A folder beside the version's place. What an interrupted run left there is removed.
    ///
    /// # Errors
    /// If it cannot be made.
    pub fn begin(place: PathBuf) -> Result<Draft, Error> {
        let period = place.parent().map(Path::to_owned).unwrap_or_default();
        fs::create_dir_all(&period).map_err(|fault| Error::io(&period, fault))?;
        remove_unfinished(&period)?;
        let folder = tempfile::Builder::new()
            .prefix(UNFINISHED)
            .tempdir_in(&period);
        let folder = folder.map_err(|fault| Error::io(&period, fault))?;
        Ok(Draft {
            folder,
            place,
            hashes: Hashes::default(),
        })
    }

    /// Writes the hashes of the files laid so far, and gives them.
    ///
    /// # Errors
    /// If they cannot be written.
    pub fn close(&self) -> Result<&Hashes, Error> {
        let lines = self.hashes.lines();
        write_file(&self.folder.path().join(HASHES), &mut |out| {
            out.write_all(lines.as_bytes())
        })?;
        Ok(&self.hashes)
    }

    /// Puts the version in its place, all at once.
    ///
    /// # Errors
    /// If it cannot be renamed; nothing is left behind then.
    pub fn put(self) -> Result<(), Error> {
        open_to_readers(self.folder.path(), 0o755)?;
        fs::rename(self.folder.path(), &self.place)
            .map_err(|fault| Error::io(&self.place, fault))?;
        // Renamed away: there is nothing left to remove.
        let _ = self.folder.keep();
        sync_folder(self.place.parent().unwrap_or(&self.place))
    }
}

#[cfg(test)]
impl Draft {
    /// Leaves everything as if the process had been killed before the rename; where it lies.
    pub fn interrupt(self) -> PathBuf {
        self.folder.keep()
    }
}

impl Tray for Draft {
    fn lay(&mut self, name: &str, pieces: Pieces<'_>) -> Result<(), Error> {
        stays_inside(name)?;
        let hash = write_file(&self.folder.path().join(name), pieces)?;
        self.hashes.insert(name, hash);
        Ok(())
    }
}

/// What an interrupted run left.
fn remove_unfinished(period: &Path) -> Result<(), Error> {
    for entry in fs::read_dir(period)
        .map_err(|fault| Error::io(period, fault))?
        .flatten()
    {
        if entry.file_name().to_string_lossy().starts_with(UNFINISHED) {
            fs::remove_dir_all(entry.path()).map_err(|fault| Error::io(&entry.path(), fault))?;
        }
    }
    Ok(())
}

/// Writes a file and waits until it is on disk; its hash.
fn write_file(path: &Path, pieces: Pieces<'_>) -> Result<String, Error> {
    let io = |fault| Error::io(path, fault);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(io)?;
    }
    let file = File::create(path).map_err(io)?;
    let mut hashing = Hashing::new(BufWriter::new(file));
    pieces(&mut hashing)
        .and_then(|()| hashing.flush())
        .map_err(io)?;
    hashing.to().get_ref().sync_all().map_err(io)?;
    Ok(hashing.hash())
}
