//! `lofte templates export`: the embedded templates as files, for whoever wants to change one.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::error::{AskedFault, Error};
use crate::render::embedded;

use super::{Exit, terminal};

/// What is to be exported.
#[derive(Clone, Debug)]
pub(crate) struct Export {
    /// The folder they are written to; made if it is not there.
    pub(crate) folder: PathBuf,
    /// Whether files that are there already are written over.
    pub(crate) force: bool,
}

/// Writes every template.
pub(crate) fn export(options: &Export) -> Exit {
    match written(options).and_then(|names| terminal::exported(&options.folder, &names)) {
        Ok(()) => Exit::Finished,
        Err(error) => terminal::error(&error),
    }
}

/// The names of what was written. Unless forced, nothing is written if anything would be written over.
fn written(options: &Export) -> Result<Vec<&'static str>, Error> {
    let Export { folder, force } = options;
    let there: Vec<&str> = embedded()
        .map(|(name, _)| name)
        .filter(|name| folder.join(name).exists())
        .collect();
    if !force && !there.is_empty() {
        return Err(Error::Asked(AskedFault::TemplatesThere {
            folder: folder.clone(),
            names: there.join(", "),
        }));
    }
    fs::create_dir_all(folder).map_err(|fault| Error::io(folder, fault))?;
    for (name, text) in embedded() {
        write(&folder.join(name), text, *force)?;
    }
    Ok(embedded().map(|(name, _)| name).collect())
}

fn write(path: &Path, text: &str, force: bool) -> Result<(), Error> {
    let file = OpenOptions::new()
        .write(true)
        .truncate(force)
        .create(force)
        .create_new(!force)
        .open(path);
    file.and_then(|mut file| file.write_all(text.as_bytes()))
        .map_err(|fault| Error::io(path, fault))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_written_over_unasked() {
        let room = tempfile::tempdir().unwrap();
        let folder = room.path().join("new/templates");
        let export = |force| {
            written(&Export {
                folder: folder.clone(),
                force,
            })
        };
        assert_eq!(export(false).unwrap().len(), embedded().count());
        fs::write(folder.join("report.css"), "body { color: red }").unwrap();
        fs::remove_file(folder.join("report.hbs")).unwrap();
        let fault = export(false).unwrap_err();
        assert!(
            matches!(fault, Error::Asked(_)) && fault.to_string().contains("report.css"),
            "{fault}"
        );
        assert!(!folder.join("report.hbs").exists());
        assert_eq!(
            fs::read_to_string(folder.join("report.css")).unwrap(),
            "body { color: red }"
        );
        export(true).unwrap();
        for (name, text) in embedded() {
            assert_eq!(
                fs::read_to_string(folder.join(name)).unwrap(),
                text,
                "{name}"
            );
        }
    }
}
