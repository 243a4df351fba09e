//! A version while it is written: beside its place, to be renamed into it.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use super::access::make_folder;
use super::files::{check_inside, sync_folder, with_mode};
use super::hashes::{FileHashes, HASHES, HashingWriter};
use crate::error::Error;

/// What folders that are still being written begin with.
const UNFINISHED: &str = ".unfinished-";

/// Files beside the place of a version, to be renamed into it.
pub(crate) struct StagedVersion {
    folder: tempfile::TempDir,
    place: PathBuf,
    hashes: FileHashes,
    /// What has been written and may not be on disk yet.
    unsynced: Vec<(PathBuf, File)>,
}

/// The most files that wait to be on disk: to wait for many at once takes little longer than for one, and each holds a handle.
const MOST_UNSYNCED: usize = 64;

impl StagedVersion {
    /// A folder beside the version's place. What an interrupted run left there is removed.
    ///
    /// # Errors
    /// If it cannot be made.
    pub(super) fn begin(place: PathBuf) -> Result<StagedVersion, Error> {
        let period = place.parent().map(Path::to_owned).unwrap_or_default();
        make_folder(&period)?;
        remove_unfinished(&period)?;
        let mut builder = tempfile::Builder::new();
        builder.prefix(UNFINISHED);
        with_mode(&mut builder, 0o777);
        let folder = builder.tempdir_in(&period);
        let folder = folder.map_err(|fault| Error::io(&period, fault))?;
        Ok(StagedVersion {
            folder,
            place,
            hashes: FileHashes::default(),
            unsynced: Vec::new(),
        })
    }

    /// Adds a file, whose bytes `write` writes piece by piece.
    ///
    /// # Errors
    /// If it cannot be written, or its name leads out of the version's folder.
    pub(crate) fn add(
        &mut self,
        name: &str,
        write: &mut dyn FnMut(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), Error> {
        check_inside(name)?;
        let path = self.folder.path().join(name);
        let (file, hash) = write_and_hash(&path, write)?;
        self.hashes.insert(name, hash);
        self.unsynced.push((path, file));
        if self.unsynced.len() >= MOST_UNSYNCED {
            self.sync()?;
        }
        Ok(())
    }

    /// Waits until everything that has been written is on disk.
    fn sync(&mut self) -> Result<(), Error> {
        for (path, file) in self.unsynced.drain(..) {
            file.sync_all().map_err(|fault| Error::io(&path, fault))?;
        }
        Ok(())
    }

    /// Writes the hashes of the files added so far, waits until all of them are on disk, and gives the hashes.
    ///
    /// # Errors
    /// If they cannot be written.
    pub(crate) fn close(&mut self) -> Result<&FileHashes, Error> {
        let lines = self.hashes.to_lines();
        let path = self.folder.path().join(HASHES);
        let (file, _) = write_and_hash(&path, &mut |out| out.write_all(lines.as_bytes()))?;
        self.unsynced.push((path, file));
        self.sync()?;
        Ok(&self.hashes)
    }

    /// The seal of the files added so far: the hash of the list of their hashes.
    pub(crate) fn seal(&self) -> String {
        self.hashes.content()
    }

    /// Renames the version into its place, all at once.
    ///
    /// # Errors
    /// If it cannot be renamed; nothing is left behind then.
    pub(crate) fn publish(self) -> Result<(), Error> {
        fs::rename(self.folder.path(), &self.place)
            .map_err(|fault| Error::io(&self.place, fault))?;
        // Renamed away: there is nothing left to remove.
        let _ = self.folder.keep();
        sync_folder(self.place.parent().unwrap_or(&self.place))
    }
}

/// What an interrupted run left.
fn remove_unfinished(period: &Path) -> Result<(), Error> {
    for entry in fs::read_dir(period)
        .map_err(|fault| Error::io(period, fault))?
        .flatten()
    {
        if entry.file_name().to_string_lossy().starts_with(UNFINISHED) {
            fs::remove_dir_all(entry.path()).map_err(|fault| Error::io(&entry.path(), fault))?;
        }
    }
    Ok(())
}

/// Writes a file, which need not be on disk yet; it and its hash.
fn write_and_hash(
    path: &Path,
    write: &mut dyn FnMut(&mut dyn Write) -> io::Result<()>,
) -> Result<(File, String), Error> {
    let io = |fault| Error::io(path, fault);
    if let Some(folder) = path.parent() {
        make_folder(folder)?;
    }
    let file = File::create(path).map_err(io)?;
    let kept = file.try_clone().map_err(io)?;
    let mut hashing = HashingWriter::new(BufWriter::new(file));
    write(&mut hashing)
        .and_then(|()| hashing.flush())
        .map_err(io)?;
    Ok((kept, hashing.finish()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::store::Versions;

    fn staged(
        versions: &Versions,
        number: u32,
        files: &[(&str, &str)],
    ) -> Result<StagedVersion, Error> {
        let mut staged = versions.version("2023-09", number).stage()?;
        for (name, text) in files {
            staged.add(name, &mut |out| out.write_all(text.as_bytes()))?;
        }
        staged.close()?;
        Ok(staged)
    }

    fn files(text: &str) -> [(&str, &str); 2] {
        [("report.html", text), ("outbox/01-chair.eml", "Subject: x")]
    }

    fn versions() -> (tempfile::TempDir, Versions) {
        let home = tempfile::tempdir().unwrap();
        let versions = Versions::new(home.path().to_owned());
        (home, versions)
    }

    #[test]
    fn a_version_is_whole_or_not_there() {
        let (_home, versions) = versions();
        let place = versions.version("2023-09", 1).folder().to_owned();
        let made = staged(&versions, 1, &files("one")).unwrap();
        assert!(!place.exists());
        assert_eq!(versions.last_number("2023-09").unwrap(), 0);
        made.publish().unwrap();
        assert_eq!(versions.last_number("2023-09").unwrap(), 1);
        let hashes = fs::read_to_string(place.join(HASHES)).unwrap();
        let names: Vec<&str> = hashes.lines().filter_map(|line| line.get(66..)).collect();
        assert_eq!(names, ["outbox/01-chair.eml", "report.html"]);
    }

    #[test]
    fn what_an_interrupted_run_left_is_removed() {
        let (_home, versions) = versions();
        staged(&versions, 1, &files("whole"))
            .unwrap()
            .publish()
            .unwrap();
        // As if the process had been killed before the rename.
        let left = staged(&versions, 2, &files("half")).unwrap().folder.keep();
        assert_eq!(versions.last_number("2023-09").unwrap(), 1);
        staged(&versions, 2, &files("again"))
            .unwrap()
            .publish()
            .unwrap();
        assert!(!left.exists());
        let first = versions.version("2023-09", 1);
        assert_eq!(first.read("report.html").unwrap(), b"whole");
        assert_eq!(versions.last_number("2023-09").unwrap(), 2);
    }

    #[test]
    fn no_file_gets_out_of_its_version() {
        let (home, versions) = versions();
        for name in [
            "partners/../../../report.html",
            "/tmp/report.html",
            "../report.html",
        ] {
            let fault = staged(&versions, 1, &[(name, "")]).err().unwrap();
            assert!(matches!(fault, Error::Render { .. }), "{fault}");
        }
        let names_in = crate::store::names_in;
        assert_eq!(names_in(home.path()).unwrap(), ["2023-09"]);
        assert_eq!(names_in(&home.path().join("2023-09")).unwrap(), [""; 0]);
    }

    #[test]
    fn a_version_is_never_overwritten() {
        let (_home, versions) = versions();
        staged(&versions, 1, &files("sent"))
            .unwrap()
            .publish()
            .unwrap();
        assert!(
            staged(&versions, 1, &files("other"))
                .unwrap()
                .publish()
                .is_err()
        );
        let first = versions.version("2023-09", 1);
        assert_eq!(first.read("report.html").unwrap(), b"sent");
    }
}
