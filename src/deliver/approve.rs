//! The approval of a version: it may go out, exactly as it lies there.

use chrono::{DateTime, Utc};

use super::outbox;
use crate::error::{AskedFault, DamageFault, Error};
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
    let unknown = || Error::Asked(AskedFault::NoVersion(name.to_owned()));
    let version = named(versions, name).ok_or_else(unknown)?;
    if !version.exists() {
        return Err(unknown());
    }
    let entries = versions.ledger().read()?;
    version.check_seal(entries.seal(version.period(), version.number()))?;
    let outbox = outbox::read(&version)?.ok_or_else(unknown)?;
    if outbox.release != Release::AfterApproval {
        let name = name.to_owned();
        return Err(Error::Asked(AskedFault::NeedsNoApproval(name)));
    }
    if let Some(damage) = version.damage()?.into_iter().next() {
        let fault = DamageFault::NotApproved(damage);
        return Err(Error::damaged(version.folder(), fault));
    }
    let by = by.ok_or(Error::Asked(AskedFault::NobodyApproves))?;
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
