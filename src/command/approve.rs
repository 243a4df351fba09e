//! `lofte send --approve`: a version may go out.

use chrono::Utc;

use super::terminal;
use crate::deliver::approve;
use crate::error::Error;
use crate::store::Versions;

/// Approves a version in the name of whoever runs the command, unless another is given.
pub(super) fn approve_version(
    versions: &Versions,
    name: &str,
    by: Option<&str>,
) -> Result<(), Error> {
    let user = || {
        ["USER", "USERNAME", "LOGNAME"]
            .iter()
            .find_map(|name| std::env::var(name).ok())
            .filter(|name| !name.is_empty())
    };
    let by = by.map(str::to_owned).or_else(user);
    let approval = approve(versions, name, by.as_deref(), Utc::now())?;
    terminal::print(&[format!(
        "Approved: {name}, by {}. Its seal: {}",
        approval.by, approval.content
    )])
}
