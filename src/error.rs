//! Why a run could not finish. What a partner or the coordinator can mend in a workbook or in the agreement is a
//! [`Finding`] instead.

use std::path::{Path, PathBuf};

use crate::model::finding::Finding;

/// Why a command could not finish, in one line that names the place and the remedy.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file or folder could not be read or written.
    #[error("{path}: {source}")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The agreement has faults, all of them listed.
    #[error("the agreement {path} has faults ({}); fix them and run again", findings.len())]
    Agreement {
        /// The agreement file.
        path: PathBuf,
        /// The faults.
        findings: Vec<Finding>,
    },
    /// The settings have faults, all of them listed.
    #[error("the settings {path} have faults ({}); fix them and run again", findings.len())]
    Settings {
        /// The settings file.
        path: PathBuf,
        /// The faults.
        findings: Vec<Finding>,
    },
    /// Mail could not be posted.
    #[error("{0}")]
    Mail(String),
    /// Somebody stopped it.
    #[error("stopped; nothing of what was begun is left")]
    Stopped,
    /// The arguments are invalid.
    #[error("{0}")]
    Usage(String),
    /// A language file or template is broken.
    #[error("{file}: {fault}")]
    Template {
        /// The template.
        file: String,
        /// What is wrong with it, with its line where known.
        fault: String,
    },
    /// An output could not be made.
    #[error("{what} could not be made: {fault}")]
    Render {
        /// The output.
        what: String,
        /// What went wrong.
        fault: String,
    },
    /// A file that lofte wrote before is not as it was written.
    #[error("{path}: {fault}")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong and what to do.
        fault: String,
    },
}

impl Error {
    /// An error of the file system at `path`.
    pub(crate) fn io(path: &Path, source: std::io::Error) -> Error {
        Error::Io {
            path: path.to_owned(),
            source,
        }
    }
}
