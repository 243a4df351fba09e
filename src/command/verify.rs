//! `lofte verify`: whether a version is as it was written, and says what the ledger says; with `--rerun` also whether the same
//! inputs still make it.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::Path;

use super::ready::ReadyAgreement;
use super::{Exit, Options, SpokenLanguage, terminal};
use crate::deliver::{AuditFault, audit, time_of, write_version};
use crate::error::{AskedFault, Error, FileDamage};
use crate::model::finding::Phrase;
use crate::render::rollup;
use crate::store::{FileHashes, Made, Version, Versions, sha256_of};
use crate::wording::Wording;

/// Verifies a version's folder. `rerun`: also make it again, of what the options name.
pub(crate) fn verify(folder: &Path, rerun: bool, options: &Options) -> Exit {
    let (wording, verified) = match place(folder) {
        Ok((versions, version)) => {
            let verified = verified(folder, (&versions, &version), rerun.then_some(options));
            (spoken(&version, &options.language), verified)
        }
        Err(error) => return terminal::error(&error),
    };
    let printed = match (wording, verified) {
        (Ok(wording), Ok(verified)) => print(&verified, &wording),
        (Ok(wording), Err(error)) => return terminal::error_in(&wording, &error),
        (Err(error), _) => Err(error),
    };
    printed.unwrap_or_else(|error| terminal::error(&error))
}

/// Prints what differs, a line each, or on one line that nothing does.
fn print(verified: &Verified, wording: &Wording) -> Result<Exit, Error> {
    let told = |phrases: &[Phrase]| -> Vec<String> {
        let told = phrases.iter().map(|phrase| wording.phrase(phrase));
        told.collect()
    };
    if verified.differences.is_empty() {
        terminal::print_sentences(vec![told(&verified.stands).join(" ")])?;
        return Ok(Exit::Finished);
    }
    terminal::print_sentences(told(&verified.differences))?;
    Ok(Exit::Findings)
}

/// What came of verifying.
#[derive(Default)]
struct Verified {
    /// What is said where nothing differs.
    stands: Vec<Phrase>,
    differences: Vec<Phrase>,
}

/// The words of the language that the version was written in, unless another is asked for.
fn spoken(version: &Version, language: &SpokenLanguage) -> Result<Wording, Error> {
    let file = File::open(version.folder().join("follow-up.json"));
    let read = file.ok().and_then(|file| rollup::read(file).ok());
    match read {
        Some(state) => language.wording(state.language(), &BTreeMap::new()),
        None => SpokenLanguage::of_faults(),
    }
}

fn verified(
    folder: &Path,
    (versions, version): (&Versions, &Version),
    rerun: Option<&Options>,
) -> Result<Verified, Error> {
    let damage = version.damage()?;
    let mut differences: Vec<Phrase> = damage.iter().map(FileDamage::phrase).collect();
    let entries = versions.ledger().read()?;
    let Some(made) = entries.made(version.period(), version.number()) else {
        differences.push(Phrase::new("verify-unknown"));
        return Ok(Verified {
            differences,
            ..Verified::default()
        });
    };
    if sha256_of(&version.folder().join("follow-up.json"))? != made.follow_up {
        differences.push(Phrase::new("verify-other-follow-up"));
    }
    let content = version.content_hash()?;
    let changed = entries
        .approvals(version.period())
        .filter(|approval| approval.version == version.number() && approval.content != content);
    differences.extend(changed.map(|approval| {
        Phrase::new("verify-not-as-approved")
            .with("by", &approval.by)
            .with("day", approval.at.date_naive())
    }));
    let seal = entries.seal(version.period(), version.number());
    if seal.is_some_and(|seal| seal != content) {
        differences.push(Phrase::new("verify-other-seal"));
    }
    let faults = audit(versions, version, &entries)?;
    differences.extend(faults.iter().map(AuditFault::phrase));
    let as_made = Phrase::new("verify-as-made")
        .with("folder", folder.display().to_string())
        .with("time", time_of(made.at))
        .with("seal", content);
    let mut stands = vec![as_made];
    if seal.is_none() {
        stands.push(Phrase::new("verify-no-seal"));
    }
    if let Some(options) = rerun {
        differences.extend(remade(versions, version, made, options)?);
        stands.push(Phrase::new("verify-same-files"));
    }
    Ok(Verified {
        stands,
        differences,
    })
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
    found().ok_or_else(|| Error::Asked(AskedFault::NotAVersion(folder.to_owned())))
}

/// Every file that the same inputs make otherwise.
fn remade(
    versions: &Versions,
    version: &Version,
    made: &Made,
    options: &Options,
) -> Result<Vec<Phrase>, Error> {
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
            differences.push(Phrase::new("verify-remade").with("name", name));
        }
    }
    Ok(differences)
}
