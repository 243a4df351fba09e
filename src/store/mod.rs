//! Versions on disk: `outputs/<agreement>/<period>/v<n>`, whole or not there.

mod damage;
mod draft;
mod entry;
mod hashes;
pub mod ledger;

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::digest::hex;
use crate::error::Error;
use crate::model::message::MessageKind;
use crate::model::report::{History, PreviousVersion, ShownFigure};
use crate::model::span::Period;
use crate::render::json;
use ledger::Entry;

pub use damage::{damage, is_as_written};
pub use draft::Draft;
pub use hashes::Hashes;

use hashes::Hashing;

/// The list of hashes in a version's folder.
pub const HASHES: &str = "SHA256SUMS";

/// The ledger of an agreement.
pub fn ledger_of(home: &Path) -> PathBuf {
    home.join("ledger.jsonl")
}

/// Where a version of a period is.
pub fn folder_of(home: &Path, period: &str, version: u32) -> PathBuf {
    home.join(period).join(format!("v{version}"))
}

/// The number of the last version of a period; 0 if there is none.
///
/// # Errors
/// If the period's folder cannot be read.
pub fn last_version(home: &Path, period: &str) -> Result<u32, Error> {
    let number = |name: &String| {
        name.strip_prefix('v')
            .and_then(|number| number.parse().ok())
    };
    Ok(names_in(&home.join(period))?
        .iter()
        .filter_map(number)
        .max()
        .unwrap_or(0))
}

/// The names of what lies in a folder; none if it is not there. A folder that cannot be read is a fault: taken for empty,
/// it would hide what was reported before.
pub fn names_in(folder: &Path) -> Result<Vec<String>, Error> {
    let io = |fault| Error::io(folder, fault);
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(fault) => return Err(io(fault)),
    };
    let mut names = Vec::new();
    for entry in entries {
        // A name that is no text is none that this program gave.
        names.extend(entry.map_err(io)?.file_name().into_string());
    }
    Ok(names)
}

/// Every version that is there, whichever period it is of.
///
/// # Errors
/// If a folder cannot be read.
pub fn all(home: &Path) -> Result<Vec<(Period, u32)>, Error> {
    let mut versions = Vec::new();
    for name in names_in(home)? {
        let Ok(period) = name.parse::<Period>() else {
            continue;
        };
        let numbers = names_in(&home.join(&name))?;
        let numbers = numbers
            .iter()
            .filter_map(|name| name.strip_prefix('v')?.parse().ok());
        versions.extend(numbers.map(|number| (period.clone(), number)));
    }
    Ok(versions)
}

/// What the ledger and the last version of the latest earlier period say.
///
/// # Errors
/// If the ledger or that version is damaged.
pub fn history(home: &Path, entries: &[Entry], period: &Period) -> Result<History, Error> {
    // Drafts and letters to partners are no report.
    let sent = entries
        .iter()
        .filter_map(Entry::sent)
        .filter(|sent| sent.kind == MessageKind::Edition);
    let sent = sent
        .map(|sent| (sent.period.clone(), sent.at.date_naive()))
        .collect();
    Ok(History {
        sent,
        previous: previous(home, period)?,
        shown: shown(home, &period.to_string())?,
    })
}

/// The figures about persons that the versions of a period have shown, whichever was sent.
fn shown(home: &Path, period: &str) -> Result<Vec<ShownFigure>, Error> {
    let mut shown = Vec::new();
    for version in 1..=last_version(home, period)? {
        let folder = folder_of(home, period, version);
        if folder.is_dir() {
            shown.extend(read_back(&folder)?.shown);
        }
    }
    Ok(shown)
}

/// The last version of the period that ends latest before this one's end.
fn previous(home: &Path, period: &Period) -> Result<Option<PreviousVersion>, Error> {
    let mut latest = None;
    for name in names_in(home)? {
        // The whole term ends with the last period; it is earlier than none.
        let Some(other) = name
            .parse::<Period>()
            .ok()
            .filter(|other| other.end() < period.end())
        else {
            continue;
        };
        let version = last_version(home, &name)?;
        if version > 0 {
            latest = latest.max(Some((other.end(), name, version)));
        }
    }
    latest
        .map(|(_, name, version)| read_back(&folder_of(home, &name, version)))
        .transpose()
}

/// Reads a version back, after its hash has been checked.
///
/// # Errors
/// If it is not there, or is not as it was written.
pub fn read_back(folder: &Path) -> Result<PreviousVersion, Error> {
    let path = folder.join("follow-up.json");
    let damaged = |fault: String| Error::Damaged {
        path: path.clone(),
        fault: format!("{fault}; restore the folder from a backup, or move it away to start anew"),
    };
    let sha256 = sha256_of(&path)?;
    let hashes = fs::read_to_string(folder.join(HASHES))
        .map_err(|fault| Error::io(&folder.join(HASHES), fault))?;
    if !hashes
        .lines()
        .any(|line| line == format!("{sha256}  follow-up.json"))
    {
        return Err(damaged(
            "the file is not the one that was written".to_owned(),
        ));
    }
    let file = File::open(&path).map_err(|fault| Error::io(&path, fault))?;
    json::read_back(file, &sha256).map_err(damaged)
}

/// SHA-256, hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// SHA-256 of a file, hexadecimal; read piece by piece.
///
/// # Errors
/// If it cannot be read.
pub fn sha256_of(path: &Path) -> Result<String, Error> {
    let mut hashing = Hashing::new(io::sink());
    let read = File::open(path).and_then(|mut file| io::copy(&mut file, &mut hashing));
    read.map_err(|fault| Error::io(path, fault))?;
    Ok(hashing.hash())
}

/// Held while an agreement's versions are written; released when dropped.
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Waits until no other run writes the agreement's versions; `busy` is called once if one does.
    ///
    /// # Errors
    /// If the lock file cannot be made.
    pub fn take(home: &Path, busy: impl FnOnce()) -> Result<Lock, Error> {
        fs::create_dir_all(home).map_err(|fault| Error::io(home, fault))?;
        let path = home.join(".lock");
        let file = File::create(&path).map_err(|fault| Error::io(&path, fault))?;
        if file.try_lock().is_err() {
            busy();
            file.lock().map_err(|fault| Error::io(&path, fault))?;
        }
        Ok(Lock { _file: file })
    }
}

/// What is temporary is its owner's alone; a version is read by others.
pub fn open_to_readers(path: &Path, mode: u32) -> Result<(), Error> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let open = fs::set_permissions(path, fs::Permissions::from_mode(mode));
        open.map_err(|fault| Error::io(path, fault))?;
    }
    #[cfg(not(unix))]
    let _ = (path, mode);
    Ok(())
}

/// The names of editions come from the agreement: none may lead out of the version's folder.
fn stays_inside(name: &str) -> Result<(), Error> {
    if Path::new(name)
        .components()
        .all(|part| matches!(part, Component::Normal(_)))
    {
        return Ok(());
    }
    let fault =
        "its name leads out of the version's folder; give the partner an id of plain letters"
            .to_owned();
    Err(Error::Render {
        what: name.to_owned(),
        fault,
    })
}

/// Puts a file into its place, all at once, over what was there.
///
/// # Errors
/// If it cannot be written.
pub fn put_file(place: &Path, bytes: &[u8]) -> Result<(), Error> {
    let folder = place.parent().unwrap_or(place);
    let io = |fault| Error::io(place, fault);
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(io)?;
    file.write_all(bytes)
        .and_then(|()| file.as_file().sync_all())
        .map_err(io)?;
    open_file_to_readers(file.path())?;
    file.persist(place).map_err(|fault| io(fault.error))?;
    sync_folder(folder)
}

/// A temporary file is its owner's alone.
fn open_file_to_readers(file: &Path) -> Result<(), Error> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(file, fs::Permissions::from_mode(0o644))
            .map_err(|fault| Error::io(file, fault))?;
    }
    Ok(())
}

/// Waits until the folder's entries are on disk, where the platform can.
fn sync_folder(folder: &Path) -> Result<(), Error> {
    if cfg!(unix) {
        let synced = File::open(folder).and_then(|folder| folder.sync_all());
        synced.map_err(|fault| Error::io(folder, fault))?;
    }
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::render::Tray;

    /// A draft with these files.
    fn draft(place: &Path, files: &[(&str, &str)]) -> Result<Draft, Error> {
        let mut draft = Draft::begin(place.to_owned())?;
        for (name, text) in files {
            draft.lay(name, &mut |out| out.write_all(text.as_bytes()))?;
        }
        draft.close()?;
        Ok(draft)
    }

    fn files(text: &str) -> [(&str, &str); 2] {
        [("report.html", text), ("outbox/01-chair.eml", "Subject: x")]
    }

    #[test]
    fn a_version_is_whole_or_not_there() {
        let home = tempfile::tempdir().unwrap();
        let place = folder_of(home.path(), "2023-09", 1);
        let made = draft(&place, &files("one")).unwrap();
        assert!(!place.exists());
        assert_eq!(last_version(home.path(), "2023-09").unwrap(), 0);
        made.put().unwrap();
        assert_eq!(last_version(home.path(), "2023-09").unwrap(), 1);
        let hashes = fs::read_to_string(place.join(HASHES)).unwrap();
        let names: Vec<&str> = hashes.lines().filter_map(|line| line.get(66..)).collect();
        assert_eq!(names, ["outbox/01-chair.eml", "report.html"]);
    }

    #[test]
    fn what_an_interrupted_run_left_is_removed() {
        let home = tempfile::tempdir().unwrap();
        let place = folder_of(home.path(), "2023-09", 1);
        draft(&place, &files("whole")).unwrap().put().unwrap();
        let interrupted = draft(&folder_of(home.path(), "2023-09", 2), &files("half")).unwrap();
        // As if the process had been killed before the rename.
        let left = interrupted.interrupt();
        assert_eq!(last_version(home.path(), "2023-09").unwrap(), 1);
        draft(&folder_of(home.path(), "2023-09", 2), &files("again"))
            .unwrap()
            .put()
            .unwrap();
        assert!(!left.exists());
        assert_eq!(
            fs::read_to_string(place.join("report.html")).unwrap(),
            "whole"
        );
        assert_eq!(last_version(home.path(), "2023-09").unwrap(), 2);
    }

    #[test]
    fn no_file_gets_out_of_its_version() {
        let home = tempfile::tempdir().unwrap();
        for name in [
            "partners/../../../report.html",
            "/tmp/report.html",
            "../report.html",
        ] {
            let fault = draft(&folder_of(home.path(), "2023-09", 1), &[(name, "")])
                .err()
                .unwrap();
            assert!(matches!(fault, Error::Render { .. }), "{fault}");
        }
        assert_eq!(names_in(home.path()).unwrap(), ["2023-09"]);
        assert_eq!(names_in(&home.path().join("2023-09")).unwrap(), [""; 0]);
    }

    #[test]
    fn the_previous_version_is_the_last_of_the_latest_earlier_period() {
        let home = tempfile::tempdir().unwrap();
        for version in [
            "2022/v1",
            "2023-08/v1",
            "2023-08/v10",
            "2023-08/v9",
            "2023-07/v3",
            "2023-09/v1",
            "term/v1",
        ] {
            let folder = home.path().join(version);
            fs::create_dir_all(&folder).unwrap();
            fs::write(folder.join("follow-up.json"), version).unwrap();
        }
        fs::create_dir_all(home.path().join("2023-Q2/.unfinished-x")).unwrap();
        for (period, told) in [
            ("2023-09", "2023-08/v10"),
            ("2023-08", "2023-07/v3"),
            ("2023-01", "2022/v1"),
        ] {
            // The hashes are missing, which names the version that was chosen.
            let fault = history(home.path(), &[], &period.parse().unwrap())
                .unwrap_err()
                .to_string();
            assert!(fault.replace('\\', "/").contains(told), "{fault}");
        }
        assert_eq!(
            history(home.path(), &[], &"2022-12".parse().unwrap()).unwrap(),
            History::default()
        );
    }

    #[test]
    fn a_folder_that_cannot_be_read_is_not_taken_for_empty() {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join("2023-08"), "no folder").unwrap();
        assert!(matches!(
            last_version(home.path(), "2023-08"),
            Err(Error::Io { .. })
        ));
        assert!(history(home.path(), &[], &"2023-09".parse().unwrap()).is_err());
    }

    #[test]
    fn a_version_is_never_overwritten() {
        let home = tempfile::tempdir().unwrap();
        let place = folder_of(home.path(), "2023-09", 1);
        draft(&place, &files("sent")).unwrap().put().unwrap();
        assert!(draft(&place, &files("other")).unwrap().put().is_err());
        assert_eq!(
            fs::read_to_string(place.join("report.html")).unwrap(),
            "sent"
        );
    }

    #[test]
    fn a_changed_earlier_version_is_told() {
        let home = tempfile::tempdir().unwrap();
        let made = [("follow-up.json", "{}")];
        let place = folder_of(home.path(), "2023-08", 1);
        draft(&place, &made).unwrap().put().unwrap();
        fs::write(place.join("follow-up.json"), "{ }").unwrap();
        let fault = history(home.path(), &[], &"2023-09".parse().unwrap()).unwrap_err();
        assert!(matches!(fault, Error::Damaged { .. }), "{fault}");
        assert_eq!(fault.to_string().lines().count(), 1);
    }
}
