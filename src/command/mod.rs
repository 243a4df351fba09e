//! One file a command, each a short story. The only clock and the only terminal.

mod agreement;
mod approve;
pub(crate) mod book;
pub(crate) mod check;
pub(crate) mod convert;
mod deliveries;
pub(crate) mod doctor;
mod folder;
mod followup;
pub(crate) mod gather_one;
mod history;
pub(crate) mod init;
pub(crate) mod inspect;
mod interrupt;
mod isolation;
mod language;
mod last_run;
mod latest;
mod list;
pub(crate) mod next;
mod outbox;
mod period;
mod progress;
mod ready;
mod result;
mod rollup;
pub(crate) mod run;
pub(crate) mod schedule;
pub(crate) mod send;
mod send_test;
mod settings;
mod side_by_side;
mod startpage;
mod status;
pub(crate) mod templates;
pub(crate) mod terminal;
pub(crate) mod verify;
pub(crate) mod watch;

use std::path::PathBuf;

use chrono::NaiveDate;

pub(crate) use crate::model::agreement::LANGUAGES;
use crate::model::finding::Severity;
use crate::model::report::Report;
pub(crate) use crate::store::keep_private;
pub(crate) use isolation::{CacheUse, Readers};
pub(crate) use language::SpokenLanguage;

/// What a command was asked for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Options {
    /// The folders of the agreements; none for all under `inputs/`.
    pub(crate) agreements: Vec<PathBuf>,
    /// The period's name; none for the last closed month.
    pub(crate) period: Option<String>,
    /// The day the report is made for; none for today.
    pub as_of: Option<NaiveDate>,
    /// Another drop folder than the agreement's own.
    pub(crate) workbooks: Option<PathBuf>,
    /// Where versions are.
    pub(crate) out: PathBuf,
    /// For whom to print.
    pub(crate) format: Format,
    /// In which language.
    pub(crate) language: SpokenLanguage,
    /// The coordinator's own settings.
    pub settings: Option<PathBuf>,
    /// Whether `run` also posts what lies in the outbox.
    pub(crate) send: bool,
    /// Who reads the workbooks of every agreement.
    pub(crate) readers: Readers,
}

/// For whom a command prints.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Format {
    /// For people.
    #[default]
    Text,
    /// For machines.
    Json,
}

/// How a command ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    Finished,
    /// It could not finish.
    Failed,
    /// The arguments are invalid.
    Usage,
    /// It finished, with findings of the severity error.
    Findings,
    /// It finished, and mail that should have arrived has not.
    Undelivered,
    /// It was stopped by Ctrl-C.
    Stopped,
}

impl Exit {
    /// How a report ends the command.
    pub(crate) fn of(report: &Report) -> Exit {
        let mut findings = report.findings.iter();
        match findings.any(|finding| finding.severity() == Severity::Error) {
            true => Exit::Findings,
            false => Exit::Finished,
        }
    }

    /// The exit code of the process.
    pub(crate) fn code(self) -> u8 {
        match self {
            Exit::Finished => 0,
            Exit::Failed => 1,
            Exit::Usage => 2,
            Exit::Findings => 3,
            Exit::Undelivered => 4,
            // As shells have it: 128 and the number of the signal.
            Exit::Stopped => 130,
        }
    }

    /// How two agreements end together: stopped before could not finish before invalid before undelivered before findings before finished.
    pub(crate) fn and(self, other: Exit) -> Exit {
        [
            Exit::Stopped,
            Exit::Failed,
            Exit::Usage,
            Exit::Undelivered,
            Exit::Findings,
        ]
        .into_iter()
        .find(|exit| self == *exit || other == *exit)
        .unwrap_or(Exit::Finished)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_agreements_end_as_the_worst_of_them() {
        use Exit::*;
        let facts = [
            (Finished, Finished, 0),
            (Finished, Findings, 3),
            (Findings, Failed, 1),
            (Failed, Finished, 1),
            (Usage, Findings, 2),
            (Usage, Failed, 1),
            (Findings, Undelivered, 4),
            (Undelivered, Finished, 4),
            (Undelivered, Failed, 1),
            (Usage, Undelivered, 2),
        ];
        for (one, other, code) in facts {
            assert_eq!(one.and(other).code(), code, "{one:?} and {other:?}");
        }
    }
}
