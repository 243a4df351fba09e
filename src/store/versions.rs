//! The versions of an agreement on disk: `outputs/<agreement>/<period>/v<n>`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::entries::LedgerEntries;
use super::files::names_in;
use super::ledger::Ledger;
use super::lock::Lock;
use super::seals::seals_below;
use super::version::Version;
use crate::error::Error;
use crate::model::span::Period;

/// The versions of one agreement, and its ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Versions {
    home: PathBuf,
}

impl Versions {
    /// Those in `outputs/<agreement>`.
    pub(crate) fn new(home: PathBuf) -> Versions {
        Versions { home }
    }

    /// `outputs/<agreement>`.
    pub(crate) fn home(&self) -> &Path {
        &self.home
    }

    /// The folder of a period.
    pub(crate) fn period_folder(&self, period: &str) -> PathBuf {
        self.home.join(period)
    }

    /// The ledger of the agreement.
    pub(crate) fn ledger(&self) -> Ledger {
        Ledger::new(self.home.join("ledger.jsonl"))
    }

    /// Waits until no other run writes here; `on_wait` is called once if one does.
    ///
    /// # Errors
    /// If the lock file cannot be made.
    pub(crate) fn lock(&self, on_wait: impl FnOnce()) -> Result<Lock, Error> {
        Lock::take(&self.home, on_wait)
    }

    /// A version, whether or not it is there.
    pub(crate) fn version(&self, period: &str, number: u32) -> Version {
        Version::new(period, number, &self.period_folder(period))
    }

    /// The number of the last version of a period; 0 if there is none.
    ///
    /// # Errors
    /// If the period's folder cannot be read.
    pub(crate) fn last_number(&self, period: &str) -> Result<u32, Error> {
        Ok(self.numbers(period)?.into_iter().max().unwrap_or(0))
    }

    fn numbers(&self, period: &str) -> Result<Vec<u32>, Error> {
        let names = names_in(&self.period_folder(period))?;
        let numbers = names.iter().filter_map(|name| name.strip_prefix('v'));
        Ok(numbers.filter_map(|number| number.parse().ok()).collect())
    }

    /// The periods that have a folder.
    fn periods(&self) -> Result<Vec<(String, Period)>, Error> {
        let names = names_in(&self.home)?.into_iter();
        Ok(names
            .filter_map(|name| {
                let period = name.parse().ok()?;
                Some((name, period))
            })
            .collect())
    }

    /// Every version that is there, whichever period it is of.
    ///
    /// # Errors
    /// If a folder cannot be read.
    pub(crate) fn all(&self) -> Result<Vec<(Period, Version)>, Error> {
        let mut versions = Vec::new();
        for (name, period) in self.periods()? {
            let numbers = self.numbers(&name)?.into_iter();
            versions.extend(numbers.map(|number| (period.clone(), self.version(&name, number))));
        }
        Ok(versions)
    }

    /// The versions of a period that are there, in order.
    ///
    /// # Errors
    /// If the period's folder cannot be read.
    pub(crate) fn of(&self, period: &str) -> Result<Vec<Version>, Error> {
        let mut numbers = self.numbers(period)?;
        numbers.sort_unstable();
        numbers.dedup();
        let versions = numbers
            .into_iter()
            .map(|number| self.version(period, number));
        Ok(versions
            .filter(|version| version.folder().is_dir())
            .collect())
    }

    /// The seals of versions that lie there and that no line of the ledger tells of: it was lost, or lines of it were.
    ///
    /// # Errors
    /// If a folder cannot be read.
    pub(crate) fn unknown(
        &self,
        entries: &LedgerEntries,
    ) -> Result<BTreeMap<String, String>, Error> {
        let mut seals = seals_below(&self.home)?;
        seals.retain(|name, _| name.contains("/v") && !entries.knows(name));
        Ok(seals)
    }

    /// The last version of the period that ends latest before this one's end.
    ///
    /// # Errors
    /// If a folder cannot be read.
    pub(crate) fn previous(&self, period: &Period) -> Result<Option<Version>, Error> {
        // The whole term ends with the last period; it is earlier than none.
        self.latest_of(|other| other.end() < period.end())
    }

    /// The last version of the period that ends latest; none if nothing was made yet.
    ///
    /// # Errors
    /// If a folder cannot be read.
    pub(crate) fn latest(&self) -> Result<Option<Version>, Error> {
        self.latest_of(|_| true)
    }

    /// The same among some periods. Of two that end on one day, that with the later name: of a quarter and its last month, always
    /// the same one.
    fn latest_of(&self, is_asked: impl Fn(&Period) -> bool) -> Result<Option<Version>, Error> {
        let mut latest = None;
        for (name, other) in self.periods()? {
            if !is_asked(&other) {
                continue;
            }
            let number = self.last_number(&name)?;
            if number > 0 {
                latest = latest.max(Some((other.end(), name, number)));
            }
        }
        Ok(latest.map(|(_, name, number)| self.version(&name, number)))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::fs;

    use super::*;
    use crate::error::{FileChange, FileDamage};

    #[test]
    fn the_previous_version_is_the_last_of_the_latest_earlier_period() {
        let home = tempfile::tempdir().unwrap();
        let versions = Versions::new(home.path().to_owned());
        for version in [
            "2022/v1",
            "2023-08/v1",
            "2023-08/v10",
            "2023-08/v9",
            "2023-07/v3",
            "2023-09/v1",
            "term/v1",
        ] {
            fs::create_dir_all(home.path().join(version)).unwrap();
        }
        fs::create_dir_all(home.path().join("2023-Q2/.unfinished-x")).unwrap();
        for (period, previous) in [
            ("2023-09", Some(("2023-08", 10))),
            ("2023-08", Some(("2023-07", 3))),
            ("2023-01", Some(("2022", 1))),
            ("2022-12", None),
        ] {
            let found = versions.previous(&period.parse().unwrap()).unwrap();
            let found = found.as_ref().map(|found| (found.period(), found.number()));
            assert_eq!(found, previous, "{period}");
        }
    }

    #[test]
    fn a_folder_that_cannot_be_read_is_not_taken_for_empty() {
        let home = tempfile::tempdir().unwrap();
        let versions = Versions::new(home.path().to_owned());
        fs::write(home.path().join("2023-08"), "no folder").unwrap();
        assert!(matches!(
            versions.last_number("2023-08"),
            Err(Error::Io { .. })
        ));
        assert!(versions.previous(&"2023-09".parse().unwrap()).is_err());
    }

    #[test]
    fn a_file_that_has_changed_is_not_read() {
        let home = tempfile::tempdir().unwrap();
        let version = Versions::new(home.path().to_owned()).version("2023-08", 1);
        let mut staged = version.stage().unwrap();
        staged
            .add("follow-up.json", &mut |out| out.write_all(b"{}"))
            .unwrap();
        staged.close().unwrap();
        staged.publish().unwrap();
        assert!(version.open("follow-up.json").is_ok());
        assert_eq!(version.find("report.html").unwrap(), None);
        fs::write(version.folder().join("follow-up.json"), "{ }").unwrap();
        for fault in [
            version.open("follow-up.json").err().unwrap(),
            version.read("follow-up.json").unwrap_err(),
        ] {
            assert!(matches!(fault, Error::Damaged { .. }), "{fault}");
            assert_eq!(fault.to_string().lines().count(), 1);
        }
        assert_eq!(
            version.damage().unwrap(),
            [FileDamage {
                name: "follow-up.json".to_owned(),
                change: FileChange::Changed,
            }]
        );
    }
}
