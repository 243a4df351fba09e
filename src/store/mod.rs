//! What is kept under `outputs/<agreement>`: versions with their hashes, and the ledger.
//!
//! ```text
//! Versions ─version→ Version ─open, read→ bytes whose hash is the one written with them
//!          ─ledger→ Ledger ─read→ LedgerEntries, each line held by the one after it; the seals of versions
//! files ─StagedVersion→ a folder beside its place ─publish→ a version, whole or not there
//! ```

mod access;
mod chain;
mod entries;
mod entry;
mod files;
mod hashes;
mod kept;
mod ledger;
mod left;
mod lock;
mod mend;
mod parts_digest;
mod record;
mod room;
mod seals;
mod staging;
mod version;
mod versions;

pub(crate) use access::{keep_private, make_folder, open_to_all, share_with};
pub(crate) use entries::LedgerEntries;
pub(crate) use entry::{Delivery, LedgerEntry};
pub(crate) use files::{names_in, write_changed, write_file, write_new};
pub(crate) use hashes::{FileHashes, sha256, sha256_of};
pub(crate) use kept::{KeptBytes, read_kept, write_kept};
pub(crate) use ledger::Ledger;
pub(crate) use parts_digest::PartsDigest;
pub(crate) use record::{Anew, Approval, Made, RemindersMade, Resumed};
pub(crate) use room::free_bytes;
pub(crate) use seals::{REMINDERS, seal_of_reminders};
pub(crate) use version::Version;
pub(crate) use versions::Versions;
