//! What a run came to.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Serialize;

use super::Exit;
use crate::model::report::Report;
use crate::wording::Wording;

/// What a run came to.
pub(super) struct Done {
    /// The report.
    pub(super) report: Report,
    /// The words of its language.
    pub(super) wording: Wording,
    /// The version's folder.
    pub(super) folder: PathBuf,
    /// Whether the version was made now.
    pub(super) is_new: bool,
    /// How the command ends.
    pub(super) exit: Exit,
}

/// What a run came to, for machines.
#[derive(Serialize)]
pub(super) struct Summary<'a> {
    pub(super) agreement: &'a str,
    pub(super) period: String,
    pub(super) version: u32,
    pub(super) is_new: bool,
    pub(super) folder: String,
    /// How many pledges have each verdict, by its stable name.
    pub(super) pledges: BTreeMap<&'static str, usize>,
    /// How many findings there are of each severity.
    pub(super) findings: BTreeMap<&'static str, usize>,
    pub(super) exit: u8,
}
