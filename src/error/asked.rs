//! What is asked for by the arguments and cannot be.

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::model::finding::Phrase;
use crate::model::span::DateSpan;

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
    /// The folder that workbooks are to be begun for has none.
    #[error("{} has no agreement.toml and no agreement.xlsx; name the agreement's folder, or both: lofte init AGREEMENT_DIR --starter-workbooks DIR", .0.display())]
    NoAgreementToStart(PathBuf),
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
    /// Nothing was made of an agreement yet, so nothing lies in its outbox.
    #[error("{} does not exist: make a version with lofte run first", .0.display())]
    NoVersions(PathBuf),
    /// A period has no version.
    #[error("there is no version of {0} to send; make it with lofte run first")]
    NoVersionOf(String),
    /// A version is not there.
    #[error("there is no version {0}; name period and version, such as 2023-09/v2")]
    NoVersion(String),
    /// A folder is not that of a version.
    #[error("{} is not the folder of a version; name one such as outputs/kalix/2023-09/v1", .0.display())]
    NotAVersion(PathBuf),
    /// A version is to be approved that goes out without.
    #[error("{0} waits for no approval: its agreement says another release")]
    NeedsNoApproval(String),
    /// Nobody is named who approves.
    #[error("say who approves it with --by")]
    NobodyApproves,
    /// A version is approved of one agreement at a time.
    #[error("--approve is about one agreement; name its folder")]
    ApproveOne,
    /// Mail is asked for, and no settings say how it goes.
    #[error("no settings for mail: write [mail] in a settings file and name it with --settings")]
    NoMail,
    /// That is no address.
    #[error("{0:?} is not a mail address; give one such as namn@example.se")]
    NoAddress(String),
    /// A drop folder is named for several agreements.
    #[error("--workbooks replaces the drop folder of one agreement; name that one")]
    DropFolderOfOne,
    /// Two folders give their agreements one name.
    #[error(
        "two folders are named {0}, and their versions would be mixed; run them one at a time, each with its own --out"
    )]
    TwoOfOneName(String),
    /// A folder's name is none for an agreement.
    #[error("{} cannot name an agreement; put it in a folder with a plain name", .0.display())]
    NoNameForOne(PathBuf),
    /// Templates would be written over.
    #[error("{} has {names} already; name another folder, or overwrite them with --force", folder.display())]
    TemplatesThere {
        /// The folder.
        folder: PathBuf,
        /// Their names.
        names: String,
    },
    /// A word cannot stand in a job.
    #[error("{0:?} cannot stand in a job; choose a plain name")]
    NotInJob(String),
    /// A word cannot stand in a task of Windows.
    #[error("{0:?} cannot stand in a task of Windows; choose a plain name")]
    NotInTask(String),
    /// The settings name a group that the machine does not know.
    #[error(
        "the settings name the group {group}, which {list} does not list; write a group of this machine, or its number"
    )]
    NoGroup {
        /// The group.
        group: String,
        /// Where groups are listed.
        list: String,
    },
    /// An agreement is to be begun, and something of it is not told.
    #[error("an agreement needs {0}")]
    Missing(String),
    /// A name has several lines, or none.
    #[error("«{0}» is not a name on one line")]
    NotOneLine(String),
    /// A term ends before it begins.
    #[error("the term begins on {from}, after its last day {to}")]
    TermReversed {
        /// Its first day.
        from: NaiveDate,
        /// Its last day.
        to: NaiveDate,
    },
    /// A question was not answered.
    #[error("no answer; nothing was written")]
    NoAnswer,
}

impl AskedFault {
    /// It in the words of a language.
    pub(super) fn phrase(&self) -> Phrase {
        let shown = |path: &PathBuf| path.display().to_string();
        match self {
            AskedFault::NoAgreements => Phrase::new("terminal-no-agreements"),
            AskedFault::NoAgreement(folder) => {
                Phrase::new("terminal-no-agreement").with("folder", shown(folder))
            }
            AskedFault::NoAgreementToStart(folder) => {
                Phrase::new("terminal-no-agreement-to-start").with("folder", shown(folder))
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
            AskedFault::NoVersions(folder) => {
                Phrase::new("terminal-no-versions").with("folder", shown(folder))
            }
            AskedFault::NoVersionOf(period) => {
                Phrase::new("terminal-no-version-of").with("period", period)
            }
            AskedFault::NoVersion(name) => Phrase::new("terminal-no-version").with("name", name),
            AskedFault::NotAVersion(folder) => {
                Phrase::new("terminal-not-a-version").with("folder", shown(folder))
            }
            AskedFault::NeedsNoApproval(name) => {
                Phrase::new("terminal-needs-no-approval").with("name", name)
            }
            AskedFault::NobodyApproves => Phrase::new("terminal-nobody-approves"),
            AskedFault::ApproveOne => Phrase::new("terminal-approve-one"),
            AskedFault::NoMail => Phrase::new("terminal-no-mail"),
            AskedFault::NoAddress(text) => Phrase::new("terminal-no-address").with("text", text),
            AskedFault::DropFolderOfOne => Phrase::new("terminal-drop-folder-of-one"),
            AskedFault::TwoOfOneName(name) => {
                Phrase::new("terminal-two-of-one-name").with("name", name)
            }
            AskedFault::NoNameForOne(folder) => {
                Phrase::new("terminal-no-name-for-one").with("folder", shown(folder))
            }
            AskedFault::TemplatesThere { folder, names } => Phrase::new("terminal-templates-there")
                .with("folder", shown(folder))
                .with("names", names),
            AskedFault::NotInJob(word) => Phrase::new("terminal-not-in-job").with("word", word),
            AskedFault::NotInTask(word) => Phrase::new("terminal-not-in-task").with("word", word),
            AskedFault::NoGroup { group, list } => Phrase::new("terminal-no-group")
                .with("group", group)
                .with("list", list),
            AskedFault::Missing(options) => {
                Phrase::new("terminal-missing-options").with("options", options)
            }
            AskedFault::NotOneLine(text) => Phrase::new("terminal-not-one-line").with("text", text),
            AskedFault::TermReversed { from, to } => Phrase::new("terminal-term-reversed")
                .with("from", from.to_string())
                .with("to", to.to_string()),
            AskedFault::NoAnswer => Phrase::new("terminal-no-answer"),
        }
    }
}
