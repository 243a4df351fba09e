//! What is kept under `outputs/<agreement>`: versions with their hashes, and the ledger.
//!
//! ```text
//! Versions ─version→ Version ─open, read→ bytes whose hash is the one written with them
//!          ─ledger→ Ledger ─read→ LedgerEntries
//! files ─StagedVersion→ a folder beside its place ─publish→ a version, whole or not there
//! ```

mod entry;
mod files;
mod hashes;
mod ledger;
mod lock;
mod staging;
mod version;
mod versions;

pub(crate) use entry::{Approval, Delivery, LedgerEntry, Made};
pub(crate) use files::{names_in, write_changed, write_file};
pub(crate) use hashes::{FileHashes, sha256, sha256_of};
pub(crate) use ledger::{Ledger, LedgerEntries};
pub(crate) use version::Version;
pub(crate) use versions::Versions;
