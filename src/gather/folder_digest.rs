//! A digest of a drop folder: as long as it stays, a run reads what it has read before.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use sha2::{Digest, Sha256};
use walkdir::WalkDir;

use crate::digest::hex;

/// SHA-256 of the names and bytes of all that lies in the folder; none if any of it cannot be read now.
pub(crate) fn folder_digest(folder: &Path) -> Option<String> {
    let mut digest = Sha256::new();
    for entry in WalkDir::new(folder).min_depth(1).sort_by_file_name() {
        let entry = entry.ok()?;
        let path = entry.path().strip_prefix(folder).ok()?;
        let name = path.as_os_str().as_encoded_bytes();
        digest.update((name.len() as u64).to_le_bytes());
        digest.update(name);
        digest.update([u8::from(entry.path_is_symlink())]);
        if entry.path().is_dir() {
            digest.update([0]);
        } else {
            let bytes = hash(entry.path()).ok()?;
            digest.update([1]);
            digest.update(bytes);
        }
    }
    Some(hex(&digest.finalize()))
}

/// SHA-256 of a file, read piece by piece.
fn hash(path: &Path) -> io::Result<[u8; 32]> {
    let mut file = File::open(path)?;
    let mut digest = Sha256::new();
    let mut piece = vec![0; 1 << 16];
    loop {
        match file.read(&mut piece)? {
            0 => return Ok(digest.finalize().into()),
            length => digest.update(piece.get(..length).unwrap_or_default()),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn names_bytes_and_places_tell_folders_apart() {
        let here = tempfile::tempdir().unwrap();
        let folder = here.path();
        let mut seen = vec![folder_digest(folder)];
        let steps: [&dyn Fn(); 5] = [
            &|| fs::write(folder.join("a.xlsx"), "one").unwrap(),
            &|| fs::write(folder.join("a.xlsx"), "two").unwrap(),
            &|| fs::rename(folder.join("a.xlsx"), folder.join("b.xlsx")).unwrap(),
            &|| fs::create_dir(folder.join("polisen")).unwrap(),
            &|| fs::rename(folder.join("b.xlsx"), folder.join("polisen/b.xlsx")).unwrap(),
        ];
        for step in steps {
            step();
            let now = folder_digest(folder);
            assert_eq!(now, folder_digest(folder));
            assert!(now.is_some() && !seen.contains(&now), "{now:?}");
            seen.push(now);
        }
        assert_eq!(folder_digest(&folder.join("nowhere")), None);
    }
}
