//! One run at a time writes an agreement's versions.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use super::access::make_folder;
use crate::error::Error;

/// Held while an agreement's versions are written; released when dropped.
pub(crate) struct Lock {
    _file: File,
    home: PathBuf,
}

impl Lock {
    /// Waits until no other run writes the agreement's versions; `on_wait` is called once if one does.
    ///
    /// # Errors
    /// If the lock file cannot be made.
    pub(super) fn take(home: &Path, on_wait: impl FnOnce()) -> Result<Lock, Error> {
        make_folder(home)?;
        let path = home.join(".lock");
        let file = opened(&path).map_err(|fault| Error::io(&path, fault))?;
        if file.try_lock().is_err() {
            on_wait();
            file.lock().map_err(|fault| Error::io(&path, fault))?;
        }
        Ok(Lock {
            _file: file,
            home: home.to_owned(),
        })
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if let Err(fault) = hand_over(&self.home) {
            tracing::warn!(%fault, "what root has written stays root's, and the daily job may not be able to write it");
        }
    }
}

/// A lock that somebody else has made can be held by whoever can read it.
fn opened(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).read(true).write(true);
    match options.open(path) {
        Err(fault) if fault.kind() == io::ErrorKind::PermissionDenied => File::open(path),
        opened => opened,
    }
}

/// What root has made in a folder of somebody else's is made that one's, as the daily job writes there under its own name.
#[cfg(unix)]
fn hand_over(home: &Path) -> io::Result<()> {
    use std::os::unix::fs::MetadataExt;
    let out = home.parent().unwrap_or(home);
    let owner = fs::metadata(out)?;
    let is_root = tempfile::tempfile_in(home)?.metadata()?.uid() == 0;
    if is_root && owner.uid() != 0 {
        give_away(home, owner.uid(), owner.gid())?;
        for entry in fs::read_dir(out)? {
            let entry = entry?;
            // What the readers keep lies beside the agreements, whose folders are given when they have been written.
            let is_hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
            if is_hidden || entry.file_type()?.is_file() {
                give_away(&entry.path(), owner.uid(), owner.gid())?;
            }
        }
    }
    Ok(())
}

#[cfg(not(unix))]
fn hand_over(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Root's files and folders at and below a place, links themselves and not what they lead to.
#[cfg(unix)]
fn give_away(place: &Path, user: u32, group: u32) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, lchown};
    let known = fs::symlink_metadata(place)?;
    if known.uid() == 0 {
        lchown(place, Some(user), Some(group))?;
    }
    if known.is_dir() {
        for entry in fs::read_dir(place)? {
            give_away(&entry?.path(), user, group)?;
        }
    }
    Ok(())
}
