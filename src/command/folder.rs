//! Agreement folders: which there are, and what is read from them.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::load::load;
use crate::model::agreement::Agreement;
use crate::render::Templates;

use super::Options;

/// The name of the agreement file in its folder.
pub(super) const AGREEMENT: &str = "agreement.toml";

/// The folders asked for; every folder under `inputs/` that has an agreement, if none was.
///
/// # Errors
/// A usage error if there is none, or if one asked for has no agreement.
pub(super) fn folders(options: &Options) -> Result<Vec<PathBuf>, Error> {
    let folders = if options.agreements.is_empty() {
        let inputs = Path::new("inputs");
        let mut found: Vec<PathBuf> = match fs::read_dir(inputs) {
            Ok(entries) => entries.filter_map(|entry| Some(entry.ok()?.path())).collect(),
            Err(_) => Vec::new(),
        };
        found.retain(|folder| folder.join(AGREEMENT).is_file());
        found.sort();
        if found.is_empty() {
            return Err(Error::Usage(format!(
                "no folder under inputs/ has an {AGREEMENT}; name the agreement's folder"
            )));
        }
        found
    } else {
        options.agreements.clone()
    };
    if let Some(folder) = folders.iter().find(|folder| !folder.join(AGREEMENT).is_file()) {
        return Err(Error::Usage(format!("{} has no {AGREEMENT}; name the agreement's folder", folder.display())));
    }
    if options.workbooks.is_some() && folders.len() > 1 {
        return Err(Error::Usage("--workbooks replaces the drop folder of one agreement; name that one".to_owned()));
    }
    Ok(folders)
}

/// Loads the agreement of a folder. Findings that do not stop it are added to `findings`.
///
/// # Errors
/// If it cannot be read, or has faults.
pub(super) fn agreement(folder: &Path) -> Result<Agreement, Error> {
    let path = folder.join(AGREEMENT);
    let bytes = fs::read(&path).map_err(|fault| Error::io(&path, fault))?;
    let text = String::from_utf8_lossy(&bytes);
    let include = |name: &str| fs::read_to_string(folder.join(name)).ok();
    let loaded = load(&id(folder)?, &text, &include);
    loaded.value.ok_or(Error::Agreement { path, findings: loaded.findings })
}

/// The agreement's id: the name of its folder.
fn id(folder: &Path) -> Result<String, Error> {
    let whole = folder.canonicalize().map_err(|fault| Error::io(folder, fault))?;
    let name = whole.file_name().and_then(|name| name.to_str());
    name.map(str::to_owned).ok_or_else(|| {
        Error::Usage(format!("{} cannot name an agreement; put it into a folder with a plain name", whole.display()))
    })
}

/// The agreement's own templates, which replace those of the same name.
///
/// # Errors
/// If one cannot be read.
pub(super) fn templates(folder: &Path) -> Result<Templates, Error> {
    let templates = folder.join("templates");
    let entries = match fs::read_dir(&templates) {
        Ok(entries) => entries,
        Err(fault) if fault.kind() == std::io::ErrorKind::NotFound => return Ok(Templates::new()),
        Err(fault) => return Err(Error::io(&templates, fault)),
    };
    let mut found = Templates::new();
    for entry in entries {
        let path = entry.map_err(|fault| Error::io(&templates, fault))?.path();
        if let Some(name) = path.file_name().and_then(|name| name.to_str()).filter(|_| path.is_file()) {
            let text = fs::read_to_string(&path).map_err(|fault| Error::io(&path, fault))?;
            found.insert(name.to_owned(), text);
        }
    }
    Ok(found)
}
