//! Why a run could not finish. What a partner or the coordinator can mend in a workbook or in the agreement is a
//! [`Finding`] instead.

mod asked;
mod damage;
mod mail;

use std::path::{Path, PathBuf};

pub use asked::AskedFault;
pub use damage::{DamageFault, FileChange, FileDamage, LedgerFault, StoredFault};
pub use mail::MailFault;

use crate::model::finding::{Finding, Phrase};

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
    /// The agreement's drop folder is not there.
    #[error("{}: there is no such folder; make it and put the partners' workbooks there, or name another one with --workbooks", .0.display())]
    NoDropFolder(PathBuf),
    /// What was asked for cannot be.
    #[error("{0}")]
    Asked(AskedFault),
    /// Mail could not be posted.
    #[error("{0}")]
    Mail(Box<MailFault>),
    /// Somebody stopped it.
    #[error("stopped; nothing of what was begun is left")]
    Stopped,
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
    /// A folder has an agreement as a text and another as a workbook.
    #[error(
        "{} has both agreement.toml and agreement.xlsx, and only one of them can hold; move the other away", .0.display()
    )]
    TwoAgreements(PathBuf),
    /// A file that lofte wrote before is not as it was written.
    #[error("{path}: {fault}")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong and what to do.
        fault: DamageFault,
    },
}

impl Error {
    /// What the terminal says of it in its language; none where it is told in English, as the system or a server tells it.
    pub(crate) fn phrase(&self) -> Option<Phrase> {
        let faults = |key, path: &Path, findings: &[Finding]| {
            Phrase::new(key)
                .with("path", path.display().to_string())
                .with("count", findings.len())
        };
        match self {
            Error::Agreement { path, findings } => {
                Some(faults("terminal-agreement-faults", path, findings))
            }
            Error::Settings { path, findings } => {
                Some(faults("terminal-settings-faults", path, findings))
            }
            Error::NoDropFolder(folder) => Some(
                Phrase::new("terminal-no-drop-folder").with("folder", folder.display().to_string()),
            ),
            Error::TwoAgreements(folder) => Some(
                Phrase::new("terminal-two-agreements").with("folder", folder.display().to_string()),
            ),
            Error::Asked(fault) => Some(fault.phrase()),
            Error::Stopped => Some(Phrase::new("terminal-stopped")),
            Error::Mail(fault) => Some(Phrase::new("terminal-mail").with("fault", fault.phrase())),
            Error::Damaged { path, fault } => fault.phrase().map(|phrase| {
                Phrase::new("terminal-damaged")
                    .with("path", path.display().to_string())
                    .with("fault", phrase)
            }),
            Error::Io { .. } | Error::Template { .. } | Error::Render { .. } => None,
        }
    }

    /// What the terminal says of it: in its language, or as it is told in English.
    pub(crate) fn told(&self) -> Phrase {
        self.phrase()
            .unwrap_or_else(|| Phrase::new("terminal-as-told").with("words", self.to_string()))
    }

    /// That a file is not as it was written.
    pub(crate) fn damaged(path: &Path, fault: DamageFault) -> Error {
        Error::Damaged {
            path: path.to_owned(),
            fault,
        }
    }

    /// An error of the file system at `path`.
    pub(crate) fn io(path: &Path, source: std::io::Error) -> Error {
        Error::Io {
            path: path.to_owned(),
            source,
        }
    }
}

impl From<MailFault> for Error {
    fn from(fault: MailFault) -> Error {
        Error::Mail(Box::new(fault))
    }
}
