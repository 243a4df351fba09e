//! Where a workbook lies, seen from the drop folder it belongs to.

use std::path::Path;

use unicode_normalization::UnicodeNormalization;

use super::series::literal;
use crate::privacy::{MASK, mask};

/// The folder that partners drop workbooks into, by its usual name.
pub const DROP_FOLDER: &str = "workbooks";

/// How a workbook is shown, and the pattern that takes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkbookPlace {
    /// Its path in the drop folder; of one outside, its last folders and its name. Identity numbers masked.
    pub shown: String,
    /// The pattern.
    pub files: String,
}

/// The place of a workbook. `drop` is the drop folder, where one is known; else a folder named `workbooks` is taken for it.
pub fn place(path: &Path, drop: Option<&Path>) -> WorkbookPlace {
    let inside = drop.and_then(|drop| path.strip_prefix(drop).ok());
    let parts: Vec<String> = inside
        .unwrap_or(path)
        .components()
        .filter_map(|part| {
            if let std::path::Component::Normal(part) = part {
                Some(part)
            } else {
                None
            }
        })
        .map(|part| part.to_string_lossy().nfc().collect())
        .collect();
    let after = parts
        .iter()
        .rposition(|part| part == DROP_FOLDER)
        .map(|at| at + 1);
    let (from, known) = match (inside, after) {
        (Some(_), _) => (0, true),
        (None, Some(after)) => (after, true),
        // The name, the folder it lies in, and the one above.
        (None, None) => (parts.len().saturating_sub(3), false),
    };
    let parts = parts.get(from..).unwrap_or_default();
    let shown: Vec<String> = parts
        .iter()
        .map(|part| mask(part).unwrap_or_else(|| part.clone()))
        .collect();
    // What is masked is found by any signs that stand there.
    let patterns: Vec<String> = parts
        .iter()
        .map(|part| {
            mask(part).map_or_else(
                || literal(part),
                |masked| literal(&masked).replace(MASK, "*"),
            )
        })
        .collect();
    let name = patterns.last().cloned().unwrap_or_default();
    let files = if known {
        patterns.join("/")
    } else {
        format!("**/{name}")
    };
    WorkbookPlace {
        shown: shown.join("/"),
        files,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_workbook_is_placed_in_its_drop_folder() {
        for (path, drop, shown, files) in [
            (
                "/k/workbooks/polisen/Trafik.xls",
                None,
                "polisen/Trafik.xls",
                "polisen/Trafik.xls",
            ),
            (
                "/k/in/polisen/Trafik.xls",
                Some("/k/in"),
                "polisen/Trafik.xls",
                "polisen/Trafik.xls",
            ),
            (
                "/k/in/polisen/Trafik.xls",
                None,
                "in/polisen/Trafik.xls",
                "**/Trafik.xls",
            ),
            (
                "/w/workbooks/a/701063-2391 [1].xls",
                None,
                "a/••••••-•••• [1].xls",
                "a/* ?1?.xls",
            ),
        ] {
            let place = place(Path::new(path), drop.map(Path::new));
            assert_eq!((place.shown.as_str(), place.files.as_str()), (shown, files));
        }
    }
}
