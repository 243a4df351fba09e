//! What earlier runs left, as a further run would read it.

use std::path::PathBuf;

use super::parts_digest::PartsDigest;
use super::versions::Versions;
use crate::model::span::Period;

impl Versions {
    /// A digest of what is there of earlier runs: the ledger, every version's hashes, the start page and the period's reminders; none
    /// if a version that a further run would read is not as it was written.
    pub(crate) fn left_digest(&self, period: &str) -> Option<String> {
        let mut digest = PartsDigest::default();
        let home = self.home();
        digest.file(&home.join("ledger.jsonl"));
        digest.file(&home.join("ledger.head"));
        digest.file(&home.join("index.html"));
        let all = self.all().ok()?.into_iter();
        let mut all: Vec<PathBuf> = all
            .map(|(_, version)| version.folder().to_owned())
            .collect();
        all.sort();
        for version in all {
            digest.add(version.as_os_str().as_encoded_bytes());
            digest.file(&version.join("SHA256SUMS"));
        }
        let previous = self.previous(&period.parse::<Period>().ok()?).ok()?;
        for read in previous.into_iter().chain(self.of(period).ok()?) {
            digest.add(read.open("follow-up.json").ok()?.1.as_bytes());
        }
        let reminders = self.period_folder(period).join("reminders");
        digest.folder(&reminders)?;
        Some(digest.finish())
    }
}
