//! Folders: this repository's, and those that tests lay out.

use std::fs;
use std::path::{Path, PathBuf};

use super::workbook::write_xlsx;

/// A file or folder of this repository.
pub(crate) fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Every file below a folder, in order.
pub(crate) fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(files_below(&path));
        } else {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// Every file below a folder whose name ends so, in order.
pub(crate) fn files_ending(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut files = files_below(folder);
    files.retain(|path| path.to_str().unwrap().ends_with(ending));
    files
}

/// Copies a folder with everything in it; the text of a workbook, `name.xlsx.txt`, becomes the workbook.
pub(crate) fn copy(from: &Path, to: &Path) {
    for file in files_below(from) {
        let target = to.join(file.strip_prefix(from).unwrap());
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        match target.to_str().unwrap().strip_suffix(".xlsx.txt") {
            Some(stem) => write_xlsx(
                &fs::read_to_string(&file).unwrap(),
                Path::new(&format!("{stem}.xlsx")),
            ),
            None => drop(fs::copy(&file, &target).unwrap()),
        }
    }
}
