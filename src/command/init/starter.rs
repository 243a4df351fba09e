//! `lofte init --starter-workbooks`: the workbooks that an agreement reads and that partners do not keep yet.

use std::fs;
use std::path::{Path, PathBuf};

use super::super::{Exit, agreement, folder, terminal};
use crate::compose::starter::{Naming, starters};
use crate::error::{AskedFault, Error};
use crate::gather::find::find;
use crate::gather::inspect;
use crate::gather::name_pattern::{NamePattern, fits_in_another_format, sources_of};
use crate::model::agreement::Agreement;
use crate::model::finding::Phrase;
use crate::render::starter::{render, reserved};
use crate::store::write_new;
use crate::wording::Wording;

/// Where workbooks to begin with are made, and for whom.
#[derive(Clone, Debug)]
pub(crate) struct Starter {
    /// The folder to lay them in; the agreement's folder if none is named besides.
    pub(crate) folder: PathBuf,
    /// The agreement's folder, where it is another.
    pub(crate) agreement: Option<PathBuf>,
    /// The drop folder to look into; none for the agreement's own.
    pub(crate) workbooks: Option<PathBuf>,
}

/// Makes the workbooks that partners lack. One that is there is left as it is.
pub(crate) fn starter_workbooks(options: &Starter) -> Exit {
    match make(options) {
        Ok(exit) => exit,
        Err(error) => terminal::error(&error),
    }
}

fn make(options: &Starter) -> Result<Exit, Error> {
    let home = options.agreement.as_ref().unwrap_or(&options.folder);
    if !folder::has_agreement(home) {
        return Err(Error::Asked(AskedFault::NoAgreementToStart(home.clone())));
    }
    // Its findings are told where it is used: here only faults stand in the way.
    let (agreement, _) = agreement::agreement(home, &mut Vec::new())?;
    let wording = Wording::new(&agreement.language, &agreement.activities)?;
    let drop = match &options.workbooks {
        Some(drop) => drop.clone(),
        None => home.join(inspect::DROP_FOLDER),
    };
    let into = if options.agreement.is_some() {
        options.folder.clone()
    } else {
        drop.clone()
    };
    let lacking = lacking(&agreement, &drop)?;
    let (remark, what) = (wording.text("starter-remark"), wording.text("starter-what"));
    let naming = Naming {
        path_fits: &|pattern, path| {
            NamePattern::new(pattern).fits(path) || fits_in_another_format(pattern, path)
        },
        sheet_fits: &|pattern, name| NamePattern::new(pattern).fits(name),
        reserved: &reserved(&wording),
        remark: &remark,
        what: &what,
    };
    let made = starters(&agreement, &lacking, naming);
    let mut lines = Vec::new();
    let mut written = false;
    for workbook in &made.workbooks {
        let path = into.join(&workbook.path);
        let shown = path.display().to_string();
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|fault| Error::io(folder, fault))?;
        }
        let is_new = write_new(&path, &render(workbook, &wording)?)?;
        written |= is_new;
        let told = if is_new {
            Phrase::new("ui-init-starter-one").with("partner", workbook.partner.as_str())
        } else {
            Phrase::new("ui-init-starter-there")
        };
        lines.push(wording.phrase(&told.with("path", shown)));
    }
    for files in &made.unnamed {
        let told = Phrase::new("ui-init-starter-unnamed").with("files", files.as_str());
        lines.push(wording.phrase(&told));
    }
    if lacking.is_empty() {
        let folder = drop.display().to_string();
        let none = Phrase::new("ui-init-starter-none").with("folder", folder);
        lines.push(wording.phrase(&none));
    } else if written {
        lines.push(wording.text("ui-init-starter-next"));
    }
    terminal::print_bytes(format!("{}\n", lines.join("\n")).as_bytes())?;
    Ok(if made.unnamed.is_empty() {
        Exit::Finished
    } else {
        Exit::Findings
    })
}

/// The sources for which no workbook lies in the drop folder, by index.
fn lacking(agreement: &Agreement, drop: &Path) -> Result<Vec<usize>, Error> {
    let files = if drop.exists() {
        find(drop)?.0
    } else {
        Vec::new()
    };
    let read_by = sources_of(&agreement.sources, &files);
    let has = |source: usize| read_by.iter().any(|by| by.contains(&source));
    Ok((0..agreement.sources.len())
        .filter(|source| !has(*source))
        .collect())
}
