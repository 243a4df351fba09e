//! One run at a time writes an agreement's versions.

use std::fs::{self, File};
use std::path::Path;

use crate::error::Error;

/// Held while an agreement's versions are written; released when dropped.
pub(crate) struct Lock {
    _file: File,
}

impl Lock {
    /// Waits until no other run writes the agreement's versions; `on_wait` is called once if one does.
    ///
    /// # Errors
    /// If the lock file cannot be made.
    pub(super) fn take(home: &Path, on_wait: impl FnOnce()) -> Result<Lock, Error> {
        fs::create_dir_all(home).map_err(|fault| Error::io(home, fault))?;
        let path = home.join(".lock");
        let file = File::create(&path).map_err(|fault| Error::io(&path, fault))?;
        if file.try_lock().is_err() {
            on_wait();
            file.lock().map_err(|fault| Error::io(&path, fault))?;
        }
        Ok(Lock { _file: file })
    }
}
