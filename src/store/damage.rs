//! Whether a version is as it was written.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::{HASHES, names_in, sha256, sha256_of, stays_inside};
use crate::error::Error;

/// Everything in a version's folder that is not as it was written: files changed, gone or added. A version that is whole
/// has none.
///
/// # Errors
/// If the folder or its hashes cannot be read.
pub fn damage(folder: &Path) -> Result<Vec<String>, Error> {
    let path = folder.join(HASHES);
    let hashes = fs::read_to_string(&path).map_err(|fault| Error::io(&path, fault))?;
    let listed: BTreeMap<&str, &str> = hashes
        .lines()
        .filter_map(|line| line.split_once("  "))
        .map(|(h, n)| (n, h))
        .collect();
    let mut damage = Vec::new();
    for (name, hash) in &listed {
        stays_inside(name)?;
        let path = folder.join(name);
        if !path.try_exists().map_err(|fault| Error::io(&path, fault))? {
            damage.push(format!("{name} is gone"));
        } else if sha256_of(&path)? != *hash {
            damage.push(format!("{name} is not as it was written"));
        }
    }
    for name in files_below(folder, "")? {
        if name != HASHES && !listed.contains_key(name.as_str()) {
            damage.push(format!("{name} was not there when the version was made"));
        }
    }
    Ok(damage)
}

/// Holds a file that is to be used against the hash that was written with it.
///
/// # Errors
/// If it is not as it was written, or the hashes cannot be read.
pub fn is_as_written(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), Error> {
    let hashes = folder.join(HASHES);
    let listed = fs::read_to_string(&hashes).map_err(|fault| Error::io(&hashes, fault))?;
    let line = format!("{}  {name}", sha256(bytes));
    if listed.lines().any(|one| one == line) {
        return Ok(());
    }
    let fault =
        "it is not as it was written, and is not sent; restore the folder from a backup".to_owned();
    Err(Error::Damaged {
        path: folder.join(name),
        fault,
    })
}

/// The files below a folder, by their paths with `/`.
fn files_below(folder: &Path, prefix: &str) -> Result<Vec<String>, Error> {
    let mut files = Vec::new();
    for name in names_in(folder)? {
        let (path, whole) = (folder.join(&name), format!("{prefix}{name}"));
        if path.is_dir() {
            files.extend(files_below(&path, &format!("{whole}/"))?);
        } else {
            files.push(whole);
        }
    }
    files.sort();
    Ok(files)
}
