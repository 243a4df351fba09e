//! Why a run could not finish. What a partner or the coordinator can mend in a workbook or in the agreement is a
//! [`Finding`] instead.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::model::finding::{Finding, Phrase};
use crate::model::span::DateSpan;

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
        fault: String,
    },
}

/// What is asked for by the arguments and cannot be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AskedFault {
    /// No folder has an agreement.
    #[error(
        "no folder under inputs/ has an agreement.toml or agreement.xlsx; name the agreement's folder"
    )]
    NoAgreements,
    /// A folder has none.
    #[error("{} has no agreement.toml and no agreement.xlsx; name the agreement's folder", .0.display())]
    NoAgreement(PathBuf),
    /// A name is that of no period.
    #[error(
        "{0:?} is no period; write one such as 2023-09, 2023-T2, 2023-Q3, 2023-H1, 2023 or term"
    )]
    NoPeriod(String),
    /// A period lies outside the term.
    #[error("period {name} lies outside the agreement's term {} – {}; choose one inside it", term.from, term.to)]
    OutsideTerm {
        /// The period's name.
        name: String,
        /// The days of the agreement.
        term: DateSpan,
    },
    /// A period has not ended.
    #[error(
        "period {name} ends on {end} and --as-of is {as_of}; choose an earlier period or a later --as-of"
    )]
    NotEnded {
        /// The period's name.
        name: String,
        /// Its last day.
        end: NaiveDate,
        /// The day the report is made for.
        as_of: NaiveDate,
    },
    /// No month of the term has ended.
    #[error(
        "no month of the agreement's term, which begins on {from}, has ended before {as_of}; wait, or choose --period"
    )]
    NoneEnded {
        /// The first day of the term.
        from: NaiveDate,
        /// The day the report is made for.
        as_of: NaiveDate,
    },
}

impl AskedFault {
    /// It in the words of a language.
    fn phrase(&self) -> Phrase {
        match self {
            AskedFault::NoAgreements => Phrase::new("terminal-no-agreements"),
            AskedFault::NoAgreement(folder) => {
                Phrase::new("terminal-no-agreement").with("folder", folder.display().to_string())
            }
            AskedFault::NoPeriod(name) => Phrase::new("terminal-no-period").with("name", name),
            AskedFault::OutsideTerm { name, term } => Phrase::new("terminal-outside-term")
                .with("name", name)
                .with("from", term.from.to_string())
                .with("to", term.to.to_string()),
            AskedFault::NotEnded { name, end, as_of } => Phrase::new("terminal-not-ended")
                .with("name", name)
                .with("end", end.to_string())
                .with("day", as_of.to_string()),
            AskedFault::NoneEnded { from, as_of } => Phrase::new("terminal-none-ended")
                .with("from", from.to_string())
                .with("day", as_of.to_string()),
        }
    }
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
            _ => None,
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
