//! `lofte send --approve`: a version may go out.

use chrono::Utc;

use super::terminal;
use crate::deliver::approve;
use crate::error::Error;
use crate::model::finding::Phrase;
use crate::store::Versions;
use crate::wording::Wording;

/// Approves a version in the name of whoever runs the command, unless another is given.
pub(super) fn approve_version(
    versions: &Versions,
    name: &str,
    by: Option<&str>,
    wording: &Wording,
) -> Result<(), Error> {
    let user = || {
        ["USER", "USERNAME", "LOGNAME"]
            .iter()
            .find_map(|name| std::env::var(name).ok())
            .filter(|name| !name.is_empty())
    };
    let by = by.map(str::to_owned).or_else(user);
    let approval = approve(versions, name, by.as_deref(), Utc::now())?;
    let approved = Phrase::new("delivery-approved")
        .with("name", name)
        .with("by", approval.by)
        .with("seal", approval.content);
    terminal::print_sentences(vec![wording.phrase(&approved)])
}
