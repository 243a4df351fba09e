//! The approval of a version: it may go out, exactly as it lies there.

use chrono::{DateTime, Utc};

use super::outbox;
use crate::error::Error;
use crate::model::agreement::Release;
use crate::store::{Approval, LedgerEntry, Version, Versions};

/// Enters that the version of that name (`2023-09/v2`) may go out, exactly as it was sealed.
///
/// # Errors
/// If there is no such version, nobody approves it, it waits for no approval, or it is not as it was made.
pub(crate) fn approve(
    versions: &Versions,
    name: &str,
    by: Option<&str>,
    at: DateTime<Utc>,
) -> Result<Approval, Error> {
    let unknown = || {
        Error::Usage(format!(
            "there is no version {name}; name period and version, such as 2023-09/v2"
        ))
    };
    let version = named(versions, name).ok_or_else(unknown)?;
    if !version.exists() {
        return Err(unknown());
    }
    let entries = versions.ledger().read()?;
    version.check_seal(entries.seal(version.period(), version.number()))?;
    let outbox = outbox::read(&version)?.ok_or_else(unknown)?;
    if outbox.release != Release::AfterApproval {
        return Err(Error::Usage(format!(
            "{name} waits for no approval: its agreement says another release"
        )));
    }
    if let Some(fault) = version.damage()?.first() {
        return Err(Error::Damaged {
            path: version.folder().to_owned(),
            fault: format!("{fault}, and is not approved; restore the folder from a backup"),
        });
    }
    let by = by.ok_or_else(|| Error::Usage("say who approves it with --by".to_owned()))?;
    let approval = Approval {
        period: version.period().to_owned(),
        version: version.number(),
        content: version.content_hash()?,
        by: by.to_owned(),
        at,
    };
    versions
        .ledger()
        .append(&LedgerEntry::Approved(approval.clone()))?;
    Ok(approval)
}

fn named(versions: &Versions, name: &str) -> Option<Version> {
    let (period, number) = name.split_once("/v")?;
    let is_plain = |sign: char| sign.is_ascii_alphanumeric() || sign == '-';
    period
        .chars()
        .all(is_plain)
        .then_some(versions.version(period, number.parse().ok()?))
}
