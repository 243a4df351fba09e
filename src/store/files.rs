//! Files and folders: written all at once, on disk before the next step.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Component, Path};

use super::access::make_folder;
use crate::error::Error;

/// The names of what lies in a folder; none if it is not there. A folder that cannot be read is a fault: taken for empty,
/// it would hide what was reported before.
///
/// # Errors
/// If the folder cannot be read.
pub(crate) fn names_in(folder: &Path) -> Result<Vec<String>, Error> {
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

/// The files below a folder, by their paths with `/`, sorted in each folder.
pub(super) fn files_below(folder: &Path, prefix: &str) -> Result<Vec<String>, Error> {
    let mut files = Vec::new();
    for name in names_in(folder)? {
        let (path, whole) = (folder.join(&name), format!("{prefix}{name}"));
        // What is a link is told by its own name, and not looked into.
        if path.is_dir() && !path.is_symlink() {
            files.extend(files_below(&path, &format!("{whole}/"))?);
        } else {
            files.push(whole);
        }
    }
    files.sort();
    Ok(files)
}

/// Writes a file in place of what was there, all at once.
///
/// # Errors
/// If it cannot be written.
pub(crate) fn write_file(place: &Path, bytes: &[u8]) -> Result<(), Error> {
    let folder = place.parent().unwrap_or(place);
    let io = |fault| Error::io(place, fault);
    let mut builder = tempfile::Builder::new();
    with_mode(&mut builder, 0o666);
    let mut file = builder.tempfile_in(folder).map_err(io)?;
    file.write_all(bytes)
        .and_then(|()| file.as_file().sync_all())
        .map_err(io)?;
    file.persist(place).map_err(|fault| io(fault.error))?;
    sync_folder(folder)
}

/// Writes a file where there is none; `false` if there is one, which is left as it is.
///
/// # Errors
/// If it cannot be written.
pub(crate) fn write_new(place: &Path, bytes: &[u8]) -> Result<bool, Error> {
    let io = |fault| Error::io(place, fault);
    match OpenOptions::new().write(true).create_new(true).open(place) {
        Ok(mut file) => file.write_all(bytes).map(|()| true).map_err(io),
        Err(fault) if fault.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(fault) => Err(io(fault)),
    }
}

/// Writes a file, and the folders it lies in, unless the same is there already. Whether it was written.
///
/// # Errors
/// If it cannot be written.
pub(crate) fn write_changed(place: &Path, bytes: &[u8]) -> Result<bool, Error> {
    if fs::read(place).is_ok_and(|there| there == bytes) {
        return Ok(false);
    }
    if let Some(folder) = place.parent() {
        make_folder(folder)?;
    }
    write_file(place, bytes)?;
    Ok(true)
}

/// Makes what is temporary with these permissions, less those that the process's mask takes away: others are to read what it
/// becomes, as far as whoever runs the program allows.
#[cfg(unix)]
pub(super) fn with_mode(builder: &mut tempfile::Builder<'_, '_>, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    builder.permissions(fs::Permissions::from_mode(mode));
}

/// The platform has no such permissions.
#[cfg(not(unix))]
pub(super) fn with_mode(_: &mut tempfile::Builder<'_, '_>, _: u32) {}

/// Waits until the folder's entries are on disk, where the platform can.
pub(super) fn sync_folder(folder: &Path) -> Result<(), Error> {
    if cfg!(unix) {
        let synced = File::open(folder).and_then(|folder| folder.sync_all());
        synced.map_err(|fault| Error::io(folder, fault))?;
    }
    Ok(())
}

/// The names of editions come from the agreement: none may lead out of the version's folder.
pub(super) fn check_inside(name: &str) -> Result<(), Error> {
    let is_plain = |part| matches!(part, Component::Normal(_));
    if Path::new(name).components().all(is_plain) {
        return Ok(());
    }
    let fault =
        "its name leads out of the version's folder; give the partner an id of plain letters";
    Err(Error::Render {
        what: name.to_owned(),
        fault: fault.to_owned(),
    })
}
