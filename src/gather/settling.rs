//! When a drop folder has settled: it is polled, since network shares send no notifications of changes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::find::find;
use crate::error::Error;

/// The sizes and times of modification of the files of a drop folder and its agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Snapshot(BTreeMap<PathBuf, (u64, Option<SystemTime>)>);

impl Snapshot {
    /// # Errors
    /// If the drop folder cannot be read.
    pub(crate) fn of(drop_folder: &Path, agreement: &Path) -> Result<Snapshot, Error> {
        let (files, _) = find(drop_folder)?;
        let paths = files.into_iter().map(|file| file.path);
        // A file that is gone since it was listed is noticed by the next snapshot.
        let known = |path: PathBuf| {
            let known = fs::metadata(&path).ok()?;
            Some((path, (known.len(), known.modified().ok())))
        };
        let paths = paths.chain([agreement.to_owned()]);
        Ok(Snapshot(paths.filter_map(known).collect()))
    }
}

/// The snapshots of one drop folder over time.
#[derive(Debug, Default)]
pub(crate) struct Settling {
    last: Option<Snapshot>,
    unchanged: Duration,
    done: Option<Snapshot>,
}

impl Settling {
    /// Takes a snapshot made `step` after the previous one. Whether the folder has been unchanged for as long as `settle`,
    /// and is not the one that was done last.
    pub(crate) fn is_ready(&mut self, now: &Snapshot, step: Duration, settle: Duration) -> bool {
        if self.last.as_ref() != Some(now) {
            (self.last, self.unchanged) = (Some(now.clone()), Duration::ZERO);
            return false;
        }
        self.unchanged += step;
        self.unchanged >= settle && self.done.as_ref() != Some(now)
    }

    /// How long the folder has been unchanged.
    pub(crate) fn unchanged(&self) -> Duration {
        self.unchanged
    }

    pub(crate) fn finish(&mut self, snapshot: Snapshot) {
        self.done = Some(snapshot);
    }

    /// Whether any snapshot has been done.
    pub(crate) fn has_finished(&self) -> bool {
        self.done.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_ready_once_when_nothing_has_changed_for_long_enough() {
        let snapshot = |size| Snapshot([(PathBuf::from("Logg.xlsx"), (size, None))].into());
        let (step, settle) = (Duration::from_secs(2), Duration::from_secs(4));
        let mut settling = Settling::default();
        let mut ready = |size| settling.is_ready(&snapshot(size), step, settle);
        let polled = [1, 1, 2, 2, 2].map(&mut ready);
        assert_eq!(polled, [false, false, false, false, true]);
        settling.finish(snapshot(2));
        let mut ready = |size| settling.is_ready(&snapshot(size), step, settle);
        assert_eq!([2, 3, 3, 3].map(&mut ready), [false, false, false, true]);
    }
}
