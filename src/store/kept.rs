//! Bytes that are kept only so that they need not be made again. All of them may be deleted at any time.
//!
//! A file is believed if it is this user's own, nobody else may write it, and its bytes have the hash that it begins with: what
//! is torn or was written over is as if it were not there. Whoever can write as this user can write versions and the ledger too.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use super::hashes::sha256;

/// A folder of such files.
#[derive(Debug)]
pub(crate) struct KeptBytes {
    folder: PathBuf,
    /// Whether new ones are kept.
    writes: bool,
}

/// Of more files than this the older half is deleted.
const MOST_FILES: usize = 2_000;

/// The most bytes that a file may have.
const MOST_BYTES: u64 = 512 << 20;

impl KeptBytes {
    pub(crate) fn new(folder: PathBuf, writes: bool) -> KeptBytes {
        KeptBytes { folder, writes }
    }

    /// The bytes under a name, if they are there and are believed.
    pub(crate) fn get(&self, name: &str) -> Option<Vec<u8>> {
        read_kept(&self.folder.join(name))
    }

    /// Keeps bytes under a name. What cannot be kept is made again.
    pub(crate) fn put(&self, name: &str, bytes: &[u8]) {
        if !self.writes {
            return;
        }
        if let Err(fault) = self.write(name, bytes) {
            tracing::debug!(%fault, name, "what a workbook gave is not kept");
        }
    }

    fn write(&self, name: &str, bytes: &[u8]) -> std::io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        write_kept(&self.folder.join(name), bytes)?;
        self.forget_oldest()
    }

    fn forget_oldest(&self) -> std::io::Result<()> {
        let mut all = Vec::new();
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            all.push((entry.metadata()?.modified()?, entry.path()));
        }
        if all.len() > MOST_FILES {
            all.sort();
            for (_, path) in all.iter().take(all.len() / 2) {
                fs::remove_file(path)?;
            }
        }
        Ok(())
    }
}

/// The bytes of one such file, if it is there and is believed.
pub(crate) fn read_kept(place: &Path) -> Option<Vec<u8>> {
    let about = fs::symlink_metadata(place).ok()?;
    if !about.is_file() || about.len() > MOST_BYTES || !is_own(&about, place.parent()?) {
        return None;
    }
    let file = File::open(place).ok()?;
    let mut bytes = Vec::new();
    file.take(MOST_BYTES).read_to_end(&mut bytes).ok()?;
    let (hash, content) = bytes.split_at_checked(HASH)?;
    if sha256(content).as_bytes() != hash {
        return None;
    }
    bytes.drain(..HASH);
    Some(bytes)
}

/// Writes one such file, all at once, into a folder that is there.
///
/// # Errors
/// If the folder cannot be written into.
pub(crate) fn write_kept(place: &Path, bytes: &[u8]) -> std::io::Result<()> {
    // For this user alone, as such files are by themselves.
    let folder = place.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(sha256(bytes).as_bytes())?;
    file.write_all(bytes)?;
    file.persist(place)?;
    Ok(())
}

/// The length of a hash in hexadecimal digits.
const HASH: usize = 64;

/// Whether a file belongs to whom its folder does, and nobody else may write either.
#[cfg(unix)]
fn is_own(about: &fs::Metadata, folder: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let others_write = |about: &fs::Metadata| about.mode() & 0o022 != 0;
    fs::metadata(folder).is_ok_and(|above| {
        above.uid() == about.uid() && !others_write(about) && above.mode() & 0o002 == 0
    })
}

#[cfg(not(unix))]
fn is_own(_about: &fs::Metadata, _folder: &Path) -> bool {
    true
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn what_is_torn_or_written_over_is_not_believed() {
        let room = tempfile::tempdir().unwrap();
        let folder = room.path().join("cache");
        let kept = KeptBytes::new(folder.clone(), true);
        assert_eq!(kept.get("a"), None);
        kept.put("a", b"what it gave");
        assert_eq!(kept.get("a").unwrap(), b"what it gave");
        assert_eq!(
            KeptBytes::new(folder.clone(), false).get("a").unwrap(),
            b"what it gave"
        );

        let place = folder.join("a");
        let whole = fs::read(&place).unwrap();
        for length in [0, 10, HASH, whole.len() - 1] {
            fs::write(&place, &whole[..length]).unwrap();
            assert_eq!(kept.get("a"), None, "{length}");
        }
        for at in [0, HASH, whole.len() - 1] {
            let mut other = whole.clone();
            other[at] ^= 1;
            fs::write(&place, other).unwrap();
            assert_eq!(kept.get("a"), None, "{at}");
        }
        fs::write(&place, &whole).unwrap();
        assert!(kept.get("a").is_some());
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            fs::set_permissions(&place, fs::Permissions::from_mode(0o666)).unwrap();
            assert_eq!(kept.get("a"), None, "anybody may have written it");
        }

        KeptBytes::new(folder, false).put("b", b"");
        assert_eq!(kept.get("b"), None);
    }
}
