//! What of the files that lofte wrote before is not as it was written.

use std::path::PathBuf;

use crate::model::finding::Phrase;

/// What is wrong with a file that lofte wrote before, or found there, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DamageFault {
    /// Told in words already.
    #[error("{0}")]
    Told(String),
    /// A version's list of hashes is not the one that was sealed.
    #[error(
        "it is not the list of hashes that the ledger has sealed, so the version is not as it was made, and \
         nothing of it is sent; restore the folder from a backup, or make another version by lofte run"
    )]
    Seal,
    /// A file of a version is another, and would be sent.
    #[error("it is not as it was written, and is not sent; restore the folder from a backup")]
    NotSent,
    /// A file of a version is not there.
    #[error("it is gone; restore the folder from a backup")]
    Gone,
    /// A file of a version is another.
    #[error(
        "the file is not the one that was written; restore the folder from a backup, or move it away to start anew"
    )]
    NotTheOne,
    /// A file of a version cannot be understood.
    #[error("{0}; restore the folder from a backup, or move it away to start anew")]
    NotUnderstood(String),
    /// The list of an outbox cannot be understood.
    #[error("{0}; restore the folder from a backup, or run again")]
    List(String),
    /// The list of an outbox has another shape.
    #[error("its schema is {found}, and this lofte knows {known}; use the newer lofte")]
    Schema {
        /// The number of its shape.
        found: u32,
        /// The number that is known.
        known: u32,
    },
    /// The reminders of a period are not as they were written.
    #[error("it is not as it was written, and no reminder in it is sent; lofte run writes it anew")]
    Reminders,
    /// A version is not as it was approved.
    #[error("it is not as it was approved; restore it from a backup, or approve it anew")]
    NotAsApproved,
    /// A version is to be approved that is not as it was made.
    #[error("{0}, and is not approved; restore the folder from a backup")]
    NotApproved(FileDamage),
    /// A message is not as it was planned.
    #[error("{0}, and it is not sent; make it anew by lofte run")]
    Message(StoredFault),
    /// The ledger's lines do not hold each other.
    #[error(
        "{0}; restore it and ledger.head beside it from a backup, or move both away to start anew: nobody is \
         mailed then unless you ask by --resend"
    )]
    Ledger(LedgerFault),
    /// The ledger is lost, or lines of it.
    #[error(
        "the ledger in {} has been lost, or lines of it: it knows nothing{}, so nobody knows who has received what, and nothing is \
         mailed. Restore ledger.jsonl and ledger.head from a backup; or look at what would go with lofte send --list, and send it, \
         once more to whoever has it, with lofte send --resend",
        home.display(), of(names)
    )]
    LedgerLost {
        /// The folder that it lay in.
        home: PathBuf,
        /// The versions that it knows nothing of.
        names: String,
    },
    /// A text is in another encoding.
    #[error("line {0} is not UTF-8; save the file with the encoding UTF-8 and run again")]
    NotUtf8(usize),
    /// A file is there already.
    #[error("it is there already, and is left as it is; name another file with --into")]
    FileThere,
    /// An agreement is there already.
    #[error("there is an agreement already, and it is left as it is; name another folder")]
    AgreementThere,
}

fn of(names: &str) -> String {
    match names {
        "" => String::new(),
        names => format!(" of {names}"),
    }
}

/// What a file of a version is instead of what it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileChange {
    /// Another file stands in for it.
    Link,
    /// It is not there.
    Gone,
    /// It has other bytes.
    Changed,
    /// It was not there.
    Added,
}

/// That a file of a version is not as it was made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{name} {}", words(*change))]
pub struct FileDamage {
    /// The file.
    pub(crate) name: String,
    /// What has become of it.
    pub(crate) change: FileChange,
}

fn words(change: FileChange) -> &'static str {
    match change {
        FileChange::Link => "is a link to another place",
        FileChange::Gone => "is gone",
        FileChange::Changed => "is not as it was written",
        FileChange::Added => "was not there when the version was made",
    }
}

/// Why a message cannot be sent as it lies there.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoredFault {
    /// It is looked for elsewhere.
    #[error("its name leads to another place")]
    Elsewhere,
    /// Its recipient has no address.
    #[error("{0:?} is not a mail address")]
    NoAddress(String),
    /// It is for somebody else.
    #[error("it is written to {}, and its plan says {planned}", written.as_deref().unwrap_or("nobody, or to several"))]
    Recipient {
        /// The address in it; none if there is none, or several.
        written: Option<String>,
        /// The address of its plan.
        planned: String,
    },
}

/// Which lines of the ledger do not hold each other.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LedgerFault {
    /// A line is no line of a ledger.
    #[error("line {number} cannot be read ({why})")]
    Unreadable {
        /// The line.
        number: usize,
        /// What is wrong with it.
        why: String,
    },
    /// The first lines are gone.
    #[error("the lines that it began with are gone")]
    NoBeginning,
    /// A line has changed, or lines after it are gone.
    #[error("line {0} is not as it was written, or lines after it are gone")]
    ChangedOrGone(usize),
    /// A line was put in.
    #[error("line {0} was put in by another hand")]
    Foreign(usize),
    /// A line of an earlier program has changed.
    #[error("a line before line {0} is not as it was")]
    ChangedBefore(usize),
    /// The last line has changed.
    #[error("its last line is not as it was written")]
    LastChanged,
    /// Lines are gone from the end.
    #[error("the last {0} of its lines are gone")]
    LastGone(usize),
    /// A line has changed.
    #[error("line {0} is not as it was written")]
    Changed(usize),
    /// The ledger's head is gone.
    #[error(
        "ledger.head is gone or cannot be read, and without it nobody knows whether lines are gone from the end; if \
         you are sure that line {last} is the last, write into ledger.head: {head}"
    )]
    NoHead {
        /// The last line that is there.
        last: usize,
        /// What the head would be.
        head: String,
    },
}

impl DamageFault {
    /// It in the words of a language; none where it has been told in words already.
    pub(super) fn phrase(&self) -> Option<Phrase> {
        let phrase = match self {
            DamageFault::Told(_) => return None,
            DamageFault::Seal => Phrase::new("damage-seal"),
            DamageFault::NotSent => Phrase::new("damage-not-sent"),
            DamageFault::Gone => Phrase::new("damage-gone"),
            DamageFault::NotTheOne => Phrase::new("damage-not-the-one"),
            DamageFault::NotUnderstood(why) => {
                Phrase::new("damage-not-understood").with("why", why)
            }
            DamageFault::List(why) => Phrase::new("damage-list").with("why", why),
            DamageFault::Schema { found, known } => Phrase::new("damage-schema")
                .with("found", found.to_string())
                .with("known", known.to_string()),
            DamageFault::Reminders => Phrase::new("damage-reminders"),
            DamageFault::NotAsApproved => Phrase::new("damage-not-as-approved"),
            DamageFault::NotApproved(file) => {
                Phrase::new("damage-not-approved").with("file", file.phrase())
            }
            DamageFault::Message(fault) => {
                Phrase::new("damage-message").with("fault", fault.phrase())
            }
            DamageFault::Ledger(fault) => {
                Phrase::new("damage-ledger").with("fault", fault.phrase())
            }
            DamageFault::LedgerLost { names, .. } => Phrase::new("damage-ledger-lost")
                .with("names", if names.is_empty() { "none" } else { names }),
            DamageFault::NotUtf8(line) => {
                Phrase::new("damage-not-utf8").with("line", line.to_string())
            }
            DamageFault::FileThere => Phrase::new("damage-file-there"),
            DamageFault::AgreementThere => Phrase::new("damage-agreement-there"),
        };
        Some(phrase)
    }
}

impl FileDamage {
    /// It in the words of a language.
    pub(crate) fn phrase(&self) -> Phrase {
        let phrase = match self.change {
            FileChange::Link => Phrase::new("damage-file-link"),
            FileChange::Gone => Phrase::new("damage-file-gone"),
            FileChange::Changed => Phrase::new("damage-file-changed"),
            FileChange::Added => Phrase::new("damage-file-added"),
        };
        phrase.with("name", &self.name)
    }
}

impl StoredFault {
    fn phrase(&self) -> Phrase {
        match self {
            StoredFault::Elsewhere => Phrase::new("damage-message-elsewhere"),
            StoredFault::NoAddress(address) => {
                Phrase::new("damage-message-no-address").with("address", address)
            }
            StoredFault::Recipient { written, planned } => Phrase::new("damage-message-recipient")
                .with("written", written.as_deref().unwrap_or("none"))
                .with("planned", planned),
        }
    }
}

impl LedgerFault {
    fn phrase(&self) -> Phrase {
        let (phrase, line) = match self {
            LedgerFault::Unreadable { number, why } => {
                let phrase = Phrase::new("damage-ledger-unreadable").with("why", why);
                (phrase, number)
            }
            LedgerFault::NoBeginning => return Phrase::new("damage-ledger-no-beginning"),
            LedgerFault::ChangedOrGone(line) => {
                (Phrase::new("damage-ledger-changed-or-gone"), line)
            }
            LedgerFault::Foreign(line) => (Phrase::new("damage-ledger-foreign"), line),
            LedgerFault::ChangedBefore(line) => (Phrase::new("damage-ledger-changed-before"), line),
            LedgerFault::LastChanged => return Phrase::new("damage-ledger-last-changed"),
            LedgerFault::LastGone(count) => {
                return Phrase::new("damage-ledger-last-gone").with("count", *count);
            }
            LedgerFault::Changed(line) => (Phrase::new("damage-ledger-changed"), line),
            LedgerFault::NoHead { last, head } => (
                Phrase::new("damage-ledger-no-head").with("head", head),
                last,
            ),
        };
        phrase.with("line", line.to_string())
    }
}
