//! `lofte verify`: whether a version is as it was written, and says what the ledger says; with `--rerun` also whether the same
//! inputs still make it.

use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::store::ledger::{self, Entry};

use super::followup::FollowUp;
use super::{Exit, Options, tell};
use crate::deliver::{outbox, plan};
use crate::store::{self, Hashes, sha256_of};

/// Verifies a version's folder. `rerun` says by what agreement and workbooks it is made again; none to leave that out.
pub fn verify(folder: &Path, rerun: Option<&Options>) -> Exit {
    match differences(folder, rerun) {
        Ok((told, differences)) if differences.is_empty() => {
            tell::print(&[told]).map_or_else(|error| tell::error(&error), |()| Exit::Finished)
        }
        Ok((_, differences)) => {
            tell::print(&differences).map_or_else(|error| tell::error(&error), |()| Exit::Findings)
        }
        Err(error) => tell::error(&error),
    }
}

fn differences(folder: &Path, rerun: Option<&Options>) -> Result<(String, Vec<String>), Error> {
    let place = place(folder)?;
    let mut differences = store::damage(folder)?;
    let entries = ledger::read(&store::ledger_of(&place.home))?;
    let Some(made) = ledger::of_version(&entries, &place.period, place.number) else {
        differences.push("the ledger knows nothing of this version".to_owned());
        return Ok((String::new(), differences));
    };
    let path = folder.join("follow-up.json");
    if sha256_of(&path)? != made.follow_up {
        differences.push("follow-up.json is not the one that the ledger knows".to_owned());
    }
    let approvals = entries.iter().filter_map(|entry| match entry {
        Entry::Approved(approval)
            if approval.period == place.period && approval.version == place.number =>
        {
            Some(approval)
        }
        _ => None,
    });
    let seal = plan::seal(&place.home, &place.period, place.number)?;
    for approval in approvals.filter(|approval| approval.content != seal) {
        differences.push(format!(
            "it is not what {} approved on {}",
            approval.by,
            approval.at.date_naive()
        ));
    }
    let mut told = format!(
        "{} is as it was made {}.",
        folder.display(),
        made.at.format("%Y-%m-%d %H:%M UTC")
    );
    if let Some(options) = rerun {
        let agreement = options
            .agreements
            .first()
            .cloned()
            .unwrap_or_else(|| Path::new("inputs").join(&place.agreement));
        let options = Options {
            period: Some(place.period.clone()),
            as_of: Some(made.as_of),
            out: place.home.parent().map(Path::to_owned).unwrap_or_default(),
            ..options.clone()
        };
        // What was sent since is not known to what was made then.
        let follow_up = FollowUp::at(&agreement, &options, Some(made.at))?.numbered(place.number);
        differences.extend(remade(&follow_up, folder)?);
        told.push_str(" The same inputs make the same files.");
    }
    Ok((told, differences))
}

/// Where a version's folder lies.
struct Place {
    home: PathBuf,
    agreement: String,
    period: String,
    number: u32,
}

fn place(folder: &Path) -> Result<Place, Error> {
    let whole = folder
        .canonicalize()
        .map_err(|fault| Error::io(folder, fault))?;
    let name = |path: Option<&Path>| {
        path.and_then(Path::file_name)
            .and_then(|name| name.to_str())
            .map(str::to_owned)
    };
    let (period, home) = (whole.parent(), whole.parent().and_then(Path::parent));
    let number = name(Some(&whole)).and_then(|name| name.strip_prefix('v')?.parse().ok());
    match (number, name(period), name(home), home) {
        (Some(number), Some(period), Some(agreement), Some(home)) => Ok(Place {
            home: home.to_owned(),
            agreement,
            period,
            number,
        }),
        _ => Err(Error::Usage(format!(
            "{} is no version's folder; name one such as outputs/kalix/2023-09/v1",
            folder.display()
        ))),
    }
}

/// Every file that the same inputs make otherwise.
fn remade(follow_up: &FollowUp, folder: &Path) -> Result<Vec<String>, Error> {
    let mut made = Hashes::default();
    outbox::make(&follow_up.making(), &mut made)?;
    let mut differences = Vec::new();
    for (name, hash) in made.iter() {
        let path = folder.join(name);
        if !path.is_file() || sha256_of(&path)? != hash {
            differences.push(format!("{name} comes out otherwise now"));
        }
    }
    Ok(differences)
}
