//! Who may read what is written: its owner alone, or a group that the settings name too.

use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use crate::error::{AskedFault, Error};

/// The number of the group that may read along; none if nobody has named one.
static GROUP: OnceLock<u32> = OnceLock::new();

/// From here on files are their owner's alone (0600), and folders too (0700), whatever the shell or the unit says.
pub(crate) fn keep_private() {
    #[cfg(unix)]
    rustix::process::umask(rustix::fs::Mode::from_raw_mode(0o077));
}

/// From here on a group may read what is written (0640, folders 0750). A group by its name, or by its number.
///
/// # Errors
/// If the machine knows no such group.
pub(crate) fn share_with(group: &str) -> Result<(), Error> {
    let Some(number) = number_of(group, &fs::read_to_string(GROUPS).unwrap_or_default()) else {
        return Err(Error::Asked(AskedFault::NoGroup {
            group: group.to_owned(),
            list: GROUPS.to_owned(),
        }));
    };
    // Said twice it is the same group: settings are read once a run.
    let _ = GROUP.set(number);
    #[cfg(unix)]
    rustix::process::umask(rustix::fs::Mode::from_raw_mode(0o027));
    Ok(())
}

/// Where Unix lists its groups.
const GROUPS: &str = "/etc/group";

/// The number of a group: a line is «name:password:number:members».
fn number_of(group: &str, lines: &str) -> Option<u32> {
    let of_line = |line: &str| {
        let mut fields = line.split(':');
        let is_it = fields.next() == Some(group);
        fields.nth(1).filter(|_| is_it)?.parse().ok()
    };
    group
        .parse()
        .ok()
        .or_else(|| lines.lines().find_map(of_line))
}

/// Makes a folder and those above it that are missing. What is made below it belongs to its group.
///
/// # Errors
/// If one cannot be made.
pub(crate) fn make_folder(folder: &Path) -> Result<(), Error> {
    if folder.is_dir() {
        return Ok(());
    }
    if let Some(above) = folder
        .parent()
        .filter(|above| !above.as_os_str().is_empty())
    {
        make_folder(above)?;
    }
    match fs::create_dir(folder) {
        // Another run was quicker.
        Err(fault) if fault.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        Err(fault) => Err(Error::io(folder, fault)),
        Ok(()) => set_folder_mode(folder),
    }
}

/// Lets everybody read a file in which nothing is told of anybody.
///
/// # Errors
/// If the platform has permissions and they cannot be set.
pub(crate) fn open_to_all(file: &Path) -> Result<(), Error> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let opened = fs::set_permissions(file, fs::Permissions::from_mode(0o644));
        opened.map_err(|fault| Error::io(file, fault))?;
    }
    #[cfg(not(unix))]
    let _ = file;
    Ok(())
}

/// Gives a folder to the group, with its mark: what is made in it belongs to the group too.
fn set_folder_mode(folder: &Path) -> Result<(), Error> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::{PermissionsExt, chown};
        let group = GROUP.get().copied();
        let io = |fault| Error::io(folder, fault);
        if group.is_some() {
            chown(folder, None, group).map_err(io)?;
        }
        let mode = fs::Permissions::from_mode(group.map_or(0o700, |_| 0o2750));
        fs::set_permissions(folder, mode).map_err(io)?;
    }
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_group_is_known_by_its_name_and_by_its_number() {
        let lines = "root:x:0:\nlofte:x:990:anna\nbroken\n";
        assert_eq!(number_of("lofte", lines), Some(990));
        assert_eq!(number_of("77", lines), Some(77));
        assert_eq!(number_of("anna", lines), None);
        assert_eq!(number_of("broken", lines), None);
    }

    #[cfg(unix)]
    #[test]
    fn folders_that_are_missing_are_made_for_their_owner_alone() {
        use std::os::unix::fs::PermissionsExt;
        let home = tempfile::tempdir().unwrap();
        let below = home.path().join("outputs/kalix");
        make_folder(&below).unwrap();
        make_folder(&below).unwrap();
        for folder in [&below, &home.path().join("outputs")] {
            let mode = fs::metadata(folder).unwrap().permissions().mode();
            assert_eq!(mode & 0o7777, 0o700, "{}", folder.display());
        }
    }
}
