//! The contents of the drop folder: files by their paths, without lock files and links.

use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization;
use walkdir::WalkDir;

use crate::error::Error;
use crate::model::finding::{Finding, FindingKind, Place, UnreadableReason};
use crate::privacy;

/// The extensions of workbooks. Templates are read like others; the last three formats are listed so that the partner
/// gets a finding.
pub(super) const WORKBOOKS: [&str; 14] = [
    "xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv", "xltx", "xltm", "xlt", "ots", "fods",
    "numbers", "gsheet",
];

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DroppedFile {
    /// Never shown.
    pub(crate) path: PathBuf,
    /// The path relative to the drop folder, with `/`, in NFC, for matching against patterns.
    pub name: String,
    /// The same with identity numbers masked and invisible or direction-changing characters replaced, for display.
    pub shown: String,
}

impl DroppedFile {
    /// Whether the extension is that of a workbook.
    pub(crate) fn is_workbook(&self) -> bool {
        is_workbook_name(&self.name)
    }

    /// Whether the extension is that of plain text, which may be a table or somebody's notes.
    pub(crate) fn is_text(&self) -> bool {
        ending(&self.name).is_some_and(|ending| ending == "txt")
    }
}

/// Whether a file of this name is a workbook, and none that only says that somebody has one open.
pub(crate) fn is_workbook_name(name: &str) -> bool {
    !is_lock_file(name) && ending(name).is_some_and(|ending| WORKBOOKS.contains(&ending.as_str()))
}

/// The extension in lower case.
pub(crate) fn ending(path: &str) -> Option<String> {
    let file = path.rsplit('/').next()?;
    file.rsplit_once('.')
        .map(|(_, ending)| ending.to_lowercase())
}

/// Every file of `folder`, in the order of the shown names. Linked folders give a finding and are not followed.
///
/// # Errors
/// If the folder itself cannot be read.
pub(crate) fn find(folder: &Path) -> Result<(Vec<DroppedFile>, Vec<Finding>), Error> {
    std::fs::read_dir(folder).map_err(|source| Error::io(folder, source))?;
    let (mut files, mut findings) = (Vec::new(), Vec::new());
    for entry in WalkDir::new(folder).min_depth(1).sort_by_file_name() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(fault) => {
                let name = fault
                    .path()
                    .map(|path| relative(folder, path))
                    .unwrap_or_default();
                let why = fault
                    .io_error()
                    .map_or_else(|| "loop".to_owned(), ToString::to_string);
                let place = Place::workbook(visible(&masked(&name)));
                findings.push(Finding::new(
                    FindingKind::UnreadableWorkbook {
                        what: UnreadableReason::Locked,
                        why,
                    },
                    place,
                ));
                continue;
            }
        };
        let name = relative(folder, entry.path());
        let masked = masked(&name);
        let shown = visible(&masked);
        if entry.path_is_symlink() && entry.path().is_dir() {
            findings.push(Finding::new(
                FindingKind::LinkedFolder,
                Place::workbook(shown),
            ));
        } else if entry.path().is_dir() || is_system_file(&name) {
            // Folders appear through their files; what operating systems leave in folders is ignored.
        } else if is_lock_file(&name) {
            findings.push(Finding::new(FindingKind::LockFile, Place::workbook(shown)));
        } else if is_unfinished(&name) {
            findings.push(Finding::new(
                FindingKind::UnfinishedWorkbook,
                Place::workbook(shown),
            ));
        } else {
            if masked != name {
                findings.push(Finding::new(
                    FindingKind::IdentityNumber,
                    Place::workbook(&shown),
                ));
            }
            files.push(DroppedFile {
                path: entry.into_path(),
                name,
                shown,
            });
        }
    }
    files.sort_by(|one, other| {
        one.shown
            .cmp(&other.shown)
            .then_with(|| one.name.cmp(&other.name))
    });
    Ok((files, findings))
}

/// A path inside the drop folder in the form used by patterns.
fn relative(folder: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(folder).unwrap_or(path);
    let parts = inside
        .components()
        .map(|part| part.as_os_str().to_string_lossy().nfc().collect::<String>());
    parts.collect::<Vec<_>>().join("/")
}

/// The path with identity numbers masked, segment by segment.
fn masked(name: &str) -> String {
    let parts = name
        .split('/')
        .map(|part| privacy::without_identity_numbers(part.to_owned()));
    // «850709/9987.xlsx»: a number may be split over a folder and what lies in it.
    privacy::without_identity_numbers(parts.collect::<Vec<_>>().join("/"))
}

/// The text with line breaks, other control characters and direction marks replaced: a name must not end a line, nor
/// look like another.
fn visible(name: &str) -> String {
    let hidden = |sign: char| {
        sign.is_control()
            || matches!(sign, '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
    };
    name.chars()
        .map(|sign| {
            if hidden(sign) {
                char::REPLACEMENT_CHARACTER
            } else {
                sign
            }
        })
        .collect()
}

/// «Logg.xlsx.crdownload»: a download or copy that is not finished.
fn is_unfinished(name: &str) -> bool {
    let unfinished = |ending: String| {
        [
            "crdownload",
            "part",
            "partial",
            "download",
            "filepart",
            "tmp",
        ]
        .contains(&ending.as_str())
    };
    let before = name.rsplit_once('.').and_then(|(before, _)| ending(before));
    ending(name).is_some_and(unfinished)
        && before.is_some_and(|before| WORKBOOKS.contains(&before.as_str()))
}

/// «~$Logg.xlsx» and «.~lock.Logg.ods#»: somebody has the workbook open.
fn is_lock_file(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.starts_with("~$") || file.starts_with(".~lock.")
}

fn is_system_file(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name).to_lowercase();
    // «._Logg.xlsx»: what macOS keeps beside a file on a foreign disk.
    [".ds_store", "thumbs.db", "desktop.ini"].contains(&file.as_str()) || file.starts_with("._")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::finding::Code;

    #[test]
    fn workbooks_of_other_programs_are_workbooks() {
        let file = |name: &str| DroppedFile {
            path: PathBuf::new(),
            name: name.to_owned(),
            shown: name.to_owned(),
        };
        for (name, expected) in [
            ("Logg.numbers", true),
            ("Mall.XLTX", true),
            ("Logg.fods", true),
            ("Logg.pdf", false),
        ] {
            assert_eq!(file(name).is_workbook(), expected, "{name}");
        }
    }

    #[test]
    fn files_are_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("polisen")).unwrap();
        for name in [
            "polisen/b.xlsx",
            "polisen/A\u{308}rende.XLS",
            "polisen/~$b.xlsx",
            ".DS_Store",
            "a.txt",
            "701063-2391.ods",
        ] {
            std::fs::write(folder.path().join(name), b"").unwrap();
        }
        let (files, findings) = find(folder.path()).unwrap();
        let shown: Vec<(&str, bool)> = files
            .iter()
            .map(|file| (file.shown.as_str(), file.is_workbook()))
            .collect();
        let masked = masked("701063-2391.ods");
        assert_ne!(masked, "701063-2391.ods");
        assert!(shown.contains(&(masked.as_str(), true)));
        assert!(shown.contains(&("polisen/Ärende.XLS", true)) && shown.contains(&("a.txt", false)));
        assert_eq!(files.len(), 4);
        let codes: Vec<Code> = findings.iter().map(|finding| finding.code()).collect();
        assert_eq!(codes, [Code::IdentityNumber, Code::LockFile]);
        assert!(matches!(
            find(&folder.path().join("none")),
            Err(Error::Io { .. })
        ));
    }
}
