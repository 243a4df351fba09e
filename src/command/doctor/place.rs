//! What an agreement needs: itself, its workbooks, the folder of its versions.

use std::path::Path;

use crate::error::Error;
use crate::gather::find::find;
use crate::gather::name_pattern::sources_of;
use crate::model::agreement::Agreement;
use crate::model::finding::Phrase;
use crate::store::{Versions, write_file};
use crate::wording::Wording;

use super::super::{Options, agreement, folder};
use super::check::{self, Check, shown};

/// Everything that an agreement needs, in the order in which it is needed.
pub(super) fn checks(home: &Path, options: &Options, wording: &Wording) -> Vec<Check> {
    let drop = folder::drop_folder(home, options);
    let (mut checks, agreement) = of_agreement(home, wording);
    checks.extend(workbooks(&drop, agreement.as_ref()));
    checks.extend(agreement.iter().map(recipients));
    checks.push(versions(home, &options.out));
    checks
}

fn of_agreement(home: &Path, wording: &Wording) -> (Vec<Check>, Option<Agreement>) {
    let mut findings = Vec::new();
    let loaded = match agreement::agreement(home, &mut findings) {
        Ok((agreement, _)) => agreement,
        Err(Error::Agreement { path, findings }) => {
            let first = findings.first().map(|finding| wording.sentences(finding));
            let what = Phrase::new("ui-doctor-agreement-faults")
                .with("path", shown(&path))
                .with("faults", findings.len())
                .with("first", first.unwrap_or_default());
            let remedy = Phrase::new("ui-doctor-agreement-faults-do").with("folder", shown(home));
            return (vec![Check::missing(what, remedy)], None);
        }
        Err(error) => {
            let what = check::fault(&error);
            let remedy = Phrase::new("ui-doctor-agreement-do");
            return (vec![Check::missing(what, remedy)], None);
        }
    };
    let term = Phrase::new("ui-doctor-agreement")
        .with("title", loaded.title.as_str())
        .with("pledges", loaded.pledges.len())
        .with("sources", loaded.sources.len());
    let mut checks = vec![Check::fine(term)];
    if loaded.pledges.is_empty() {
        checks.push(Check::missing(
            Phrase::new("ui-doctor-no-pledges"),
            Phrase::new("ui-doctor-no-pledges-do"),
        ));
    }
    (checks, Some(loaded))
}

/// The drop folder, and whether every source has a workbook and every workbook a source.
fn workbooks(drop: &Path, agreement: Option<&Agreement>) -> Vec<Check> {
    let files = match find(drop) {
        Ok((files, _)) => files,
        Err(error) => {
            let what = check::fault(&error);
            let remedy = Phrase::new("ui-doctor-drop-do").with("folder", shown(drop));
            return vec![Check::missing(what, remedy)];
        }
    };
    let workbooks = files.iter().filter(|file| file.is_workbook()).count();
    let what = Phrase::new("ui-doctor-drop")
        .with("folder", shown(drop))
        .with("workbooks", workbooks);
    let mut checks = vec![if workbooks == 0 {
        Check::missing(what, Phrase::new("ui-doctor-drop-empty-do"))
    } else {
        Check::fine(what)
    }];
    let Some(agreement) = agreement else {
        return checks;
    };
    let read_by = sources_of(&agreement.sources, &files);
    for (index, source) in agreement.sources.iter().enumerate() {
        if read_by.iter().all(|by| !by.contains(&index)) {
            checks.push(Check::missing(
                Phrase::new("ui-doctor-no-workbook")
                    .with("files", source.files.as_str())
                    .with("partner", agreement.partner_name(&source.partner)),
                Phrase::new("ui-doctor-no-workbook-do"),
            ));
        }
    }
    let unread = files
        .iter()
        .zip(&read_by)
        .filter(|(file, by)| file.is_workbook() && by.is_empty());
    checks.extend(unread.map(|(file, _)| {
        Check::note(
            Phrase::new("ui-doctor-unread").with("workbook", file.shown.as_str()),
            Phrase::new("ui-doctor-unread-do"),
        )
    }));
    checks
}

fn recipients(agreement: &Agreement) -> Check {
    let recipients = agreement.recipients.len();
    let what = Phrase::new("ui-doctor-recipients").with("recipients", recipients);
    if recipients == 0 {
        Check::note(what, Phrase::new("ui-doctor-recipients-do"))
    } else {
        Check::fine(what)
    }
}

/// The folder of the versions: that it can be written into, and that its ledger can be read.
fn versions(home: &Path, out: &Path) -> Check {
    let tried = || -> Result<usize, Error> {
        let versions = Versions::new(out.join(folder::id(home)?));
        let made = if versions.home().is_dir() {
            versions.all()?.len()
        } else {
            0
        };
        versions.ledger().read()?;
        if out.is_dir() {
            let probe = out.join(".lofte-doctor");
            write_file(&probe, b"")?;
            std::fs::remove_file(&probe).map_err(|fault| Error::io(&probe, fault))?;
        }
        Ok(made)
    };
    match tried() {
        Ok(made) => Check::fine(
            Phrase::new("ui-doctor-versions")
                .with("folder", shown(out))
                .with("versions", made),
        ),
        Err(error) => Check::missing(
            check::fault(&error),
            Phrase::new("ui-doctor-versions-do").with("folder", shown(out)),
        ),
    }
}
