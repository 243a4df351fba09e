//! `lofte verify`: whether a version is as it was written, and says what the ledger says; with `--rerun` also whether the same
//! inputs still make it.

use std::path::Path;

use super::ready::ReadyAgreement;
use super::{Exit, Options, terminal};
use crate::deliver::{audit, write_version};
use crate::error::Error;
use crate::store::{FileHashes, Made, Version, Versions, sha256_of};

/// Verifies a version's folder. `rerun` says by what agreement and workbooks it is made again; none to leave that out.
pub(crate) fn verify(folder: &Path, rerun: Option<&Options>) -> Exit {
    let verified = differences(folder, rerun).and_then(|(message, differences)| {
        if differences.is_empty() {
            terminal::print(&[message]).map(|()| Exit::Finished)
        } else {
            terminal::print(&differences).map(|()| Exit::Findings)
        }
    });
    verified.unwrap_or_else(|error| terminal::error(&error))
}

fn differences(folder: &Path, rerun: Option<&Options>) -> Result<(String, Vec<String>), Error> {
    let (versions, version) = place(folder)?;
    let mut differences = version.damage()?;
    let entries = versions.ledger().read()?;
    let Some(made) = entries.made(version.period(), version.number()) else {
        differences.push("the ledger knows nothing of this version".to_owned());
        return Ok((String::new(), differences));
    };
    if sha256_of(&version.folder().join("follow-up.json"))? != made.follow_up {
        differences.push("follow-up.json is not the one that the ledger knows".to_owned());
    }
    let content = version.content_hash()?;
    let changed = entries
        .approvals(version.period())
        .filter(|approval| approval.version == version.number() && approval.content != content);
    differences.extend(changed.map(|approval| {
        let day = approval.at.date_naive();
        format!("it is not what {} approved on {day}", approval.by)
    }));
    let seal = entries.seal(version.period(), version.number());
    if seal.is_some_and(|seal| seal != content) {
        differences.push(
            "SHA256SUMS is not the list of hashes that the ledger sealed: files of it may be others".to_owned(),
        );
    }
    differences.extend(audit(&versions, &version, &entries)?);
    let mut message = format!(
        "{} is as it was made {}. Its seal: {content}.",
        folder.display(),
        made.at.format("%Y-%m-%d %H:%M UTC")
    );
    if seal.is_none() {
        message.push_str(" The ledger holds no seal of it, as it is an earlier lofte's.");
    }
    if let Some(options) = rerun {
        differences.extend(remade(&versions, &version, made, options)?);
        message.push_str(" The same inputs make the same files.");
    }
    Ok((message, differences))
}

/// The agreement's versions and the one among them whose folder it is.
fn place(folder: &Path) -> Result<(Versions, Version), Error> {
    let whole = folder
        .canonicalize()
        .map_err(|fault| Error::io(folder, fault))?;
    let name = |path: &Path| path.file_name()?.to_str().map(str::to_owned);
    let found = || {
        let number = name(&whole)?.strip_prefix('v')?.parse().ok()?;
        let period = whole.parent()?;
        let versions = Versions::new(period.parent()?.to_owned());
        let version = versions.version(&name(period)?, number);
        Some((versions, version))
    };
    found().ok_or_else(|| {
        Error::Usage(format!(
            "{} is not the folder of a version; name one such as outputs/kalix/2023-09/v1",
            folder.display()
        ))
    })
}

/// Every file that the same inputs make otherwise.
fn remade(
    versions: &Versions,
    version: &Version,
    made: &Made,
    options: &Options,
) -> Result<Vec<String>, Error> {
    let home = versions.home();
    let agreement = options
        .agreements
        .first()
        .cloned()
        .unwrap_or_else(|| Path::new("inputs").join(home.file_name().unwrap_or_default()));
    let options = Options {
        period: Some(version.period().to_owned()),
        as_of: Some(made.as_of),
        out: home.parent().map(Path::to_owned).unwrap_or_default(),
        ..options.clone()
    };
    // What was sent since is not known to what was made then.
    let follow_up = ReadyAgreement::new(&agreement, &options)?.follow_up(Some(made.at))?;
    let follow_up = follow_up.with_version(version.number());
    let mut hashes = FileHashes::default();
    write_version(&follow_up.version_input(), &mut |name, write| {
        hashes.add(name, write)
    })?;
    let mut differences = Vec::new();
    for (name, hash) in hashes.iter() {
        let path = version.folder().join(name);
        if !path.is_file() || sha256_of(&path)? != hash {
            differences.push(format!("{name} comes out otherwise now"));
        }
    }
    Ok(differences)
}
