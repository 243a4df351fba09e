//! When a drop folder has settled: it is polled, since network shares send no notifications of changes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::find::find;
use crate::error::Error;
use crate::model::finding::{Code, Finding};

/// The sizes and times of modification of the files of a drop folder and its agreement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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

    /// Whether each of its files is the same in a later one.
    pub(crate) fn is_still_in(&self, later: &Snapshot) -> bool {
        let mut files = self.0.iter();
        files.all(|(path, known)| later.0.get(path) == Some(known))
    }

    /// The workbooks of a later one that it has not, by their names below the drop folder.
    pub(crate) fn lacks(&self, later: &Snapshot, drop_folder: &Path) -> Vec<String> {
        let missing = later.0.keys().filter(|path| !self.0.contains_key(*path));
        let below = missing.filter_map(|path| path.strip_prefix(drop_folder).ok());
        below
            .map(|name| name.to_string_lossy().replace('\\', "/"))
            .collect()
    }
}

/// A file that never stops growing holds up the others for so many times the usual wait.
const GROWING_FACTOR: u32 = 4;

/// How many times longer to wait if a workbook cannot be read: it may be incomplete.
const UNREADABLE_FACTOR: u32 = 6;

/// The files of one drop folder over time.
#[derive(Debug, Default)]
pub(crate) struct Settling {
    last: Option<Snapshot>,
    /// How long each file has been unchanged.
    unchanged: BTreeMap<PathBuf, Duration>,
    /// How long some file has been changing.
    waited: Duration,
    done: Option<Snapshot>,
}

impl Settling {
    /// Takes a snapshot made `step` after the previous one. The files that have been unchanged for as long as `settle`, if they
    /// are others than were done last: all of them, or those beside a file that goes on changing.
    pub(crate) fn ready(
        &mut self,
        now: &Snapshot,
        step: Duration,
        settle: Duration,
    ) -> Option<Snapshot> {
        let last = self.last.take().unwrap_or_default();
        let age = |(path, known): (&PathBuf, _)| {
            let is_same = last.0.get(path) == Some(known);
            let before = self.unchanged.get(path).copied();
            let age = before
                .filter(|_| is_same)
                .map_or(Duration::ZERO, |age| age + step);
            (path.clone(), age)
        };
        self.unchanged = now.0.iter().map(age).collect();
        self.last = Some(now.clone());
        let is_settled = |path: &PathBuf| self.unchanged.get(path) >= Some(&settle);
        let settled = Snapshot(
            now.0
                .iter()
                .filter(|(path, _)| is_settled(path))
                .map(|(path, known)| (path.clone(), *known))
                .collect(),
        );
        let is_whole = settled.0.len() == now.0.len() && !last.0.is_empty();
        self.waited = if is_whole {
            Duration::ZERO
        } else {
            self.waited + step
        };
        let is_time = is_whole || self.waited > settle * GROWING_FACTOR;
        let is_new = self.done.as_ref() != Some(&settled);
        (is_time && is_new && !settled.0.is_empty()).then_some(settled)
    }

    /// The least time that a file of a snapshot has been unchanged.
    fn unchanged(&self, snapshot: &Snapshot) -> Duration {
        let ages = snapshot
            .0
            .keys()
            .filter_map(|path| self.unchanged.get(path));
        ages.min().copied().unwrap_or_default()
    }

    /// Whether a workbook that cannot be read may still be incomplete, and is waited for. Those that go on `growing` hold up
    /// nothing.
    pub(crate) fn waits_for_unreadable(
        &self,
        settled: &Snapshot,
        settle: Duration,
        growing: &[String],
        findings: &[Finding],
    ) -> bool {
        let mut findings = findings.iter();
        let is_unreadable = findings.any(|finding| {
            let workbook = finding.place.workbook.as_ref();
            finding.code() == Code::UnreadableWorkbook
                && !workbook.is_some_and(|workbook| growing.contains(workbook))
        });
        is_unreadable && self.unchanged(settled) < settle * UNREADABLE_FACTOR
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

    fn snapshot(files: &[(&str, u64)]) -> Snapshot {
        let files = files.iter();
        Snapshot(
            files
                .map(|(name, size)| (PathBuf::from(name), (*size, None)))
                .collect(),
        )
    }

    const STEP: Duration = Duration::from_secs(2);
    const SETTLE: Duration = Duration::from_secs(4);

    #[test]
    fn a_folder_is_ready_once_when_nothing_has_changed_for_long_enough() {
        let mut settling = Settling::default();
        let mut ready = |size| {
            let now = snapshot(&[("Logg.xlsx", size)]);
            settling.ready(&now, STEP, SETTLE).is_some()
        };
        let polled = [1, 1, 2, 2, 2].map(&mut ready);
        assert_eq!(polled, [false, false, false, false, true]);
        settling.finish(snapshot(&[("Logg.xlsx", 2)]));
        let mut ready = |size| {
            let now = snapshot(&[("Logg.xlsx", size)]);
            settling.ready(&now, STEP, SETTLE).is_some()
        };
        assert_eq!([2, 3, 3, 3].map(&mut ready), [false, false, false, true]);
    }

    #[test]
    fn a_file_that_goes_on_growing_holds_up_the_others_for_a_while_only() {
        let mut settling = Settling::default();
        let polled: Vec<Option<Snapshot>> = (0..12)
            .map(|size| {
                let now = snapshot(&[("Logg.xlsx", 7), ("Video.xlsx", size)]);
                let ready = settling.ready(&now, STEP, SETTLE);
                ready.into_iter().for_each(|ready| settling.finish(ready));
                settling.done.clone()
            })
            .collect();
        assert_eq!(polled[6], None);
        assert_eq!(polled[11], Some(snapshot(&[("Logg.xlsx", 7)])));
    }
}
