//! Which source reads which workbook, by the patterns of the agreement.

use globset::{Glob, GlobBuilder, GlobMatcher};
use unicode_normalization::UnicodeNormalization;

use super::find::{self, DroppedFile, ending};
use super::reader;
use crate::model::agreement::Source;

/// A pattern for paths or sheet names: `*`, `?`, `[…]`, `{…}` and `**`, case-insensitive.
pub(crate) struct NamePattern {
    words: String,
    matcher: Matcher,
}

/// What else than its own words a pattern matches.
enum Matcher {
    Nothing,
    /// What stands between its stars, which match anything within a path's part. Most patterns are such, and the library takes
    /// long to prepare one.
    Stars(Vec<String>),
    Glob(GlobMatcher),
}

impl NamePattern {
    /// An invalid pattern matches only itself.
    pub(crate) fn new(words: &str) -> NamePattern {
        let words = plain(words);
        let glob = |words: &str| -> Option<Glob> {
            GlobBuilder::new(words)
                .literal_separator(true)
                .backslash_escape(false)
                .build()
                .ok()
        };
        let matcher = if words.contains(['?', '[', ']', '{', '}']) || words.contains("**") {
            glob(&words).map_or(Matcher::Nothing, |glob| {
                Matcher::Glob(glob.compile_matcher())
            })
        } else if words.contains('*') {
            Matcher::Stars(words.split('*').map(str::to_owned).collect())
        } else {
            Matcher::Nothing
        };
        NamePattern { words, matcher }
    }

    pub(crate) fn fits(&self, name: &str) -> bool {
        let name = plain(name);
        // A name that contains brackets also matches itself.
        name == self.words
            || match &self.matcher {
                Matcher::Nothing => false,
                Matcher::Stars(parts) => fits_stars(&name, parts),
                Matcher::Glob(matcher) => matcher.is_match(&name),
            }
    }
}

/// Whether a name begins with the first part, ends with the last, and has the others in their order, with no `/` between them.
fn fits_stars(name: &str, parts: &[String]) -> bool {
    let Some((first, others)) = parts.split_first() else {
        return false;
    };
    let Some((last, middle)) = others.split_last() else {
        return name == first;
    };
    let inner = name.strip_prefix(first.as_str());
    let Some(mut rest) = inner.and_then(|rest| rest.strip_suffix(last.as_str())) else {
        return false;
    };
    // The first place is the best: a later one has more before it, and no less behind it within the same part of the path.
    for part in middle {
        match rest.split_once(part.as_str()) {
            Some((before, after)) if !before.contains('/') => rest = after,
            _ => return false,
        }
    }
    !rest.contains('/')
}

/// Lower case in NFC: the library ignores case only for ASCII letters.
fn plain(words: &str) -> String {
    words
        .trim()
        .replace('\\', "/")
        .nfc()
        .collect::<String>()
        .to_lowercase()
}

/// The indices of the sources that read each file. A source that none fits takes the workbook that has its name and another
/// format: partners save «Logg.xls» as «Logg.xlsx».
pub(crate) fn sources_of(sources: &[Source], files: &[DroppedFile]) -> Vec<Vec<usize>> {
    let mut read_by: Vec<Vec<usize>> = files
        .iter()
        .map(|file| matching_sources(sources, file))
        .collect();
    for (index, source) in sources.iter().enumerate() {
        if read_by.iter().any(|by| by.contains(&index)) {
            continue;
        }
        let resaved = files
            .iter()
            .zip(&read_by)
            .enumerate()
            .filter(|(_, (file, by))| {
                by.is_empty()
                    && file.is_workbook()
                    && fits_in_another_format(&source.pattern, &file.name)
            });
        let resaved: Vec<usize> = resaved.map(|(place, _)| place).collect();
        let stem = |place: &usize| {
            files
                .get(*place)
                .map(|file| file.name.rsplit_once('.').map_or("", |(stem, _)| stem))
        };
        let of_one_name = |place: &&usize| {
            resaved
                .iter()
                .filter(|other| stem(other) == stem(place))
                .count()
                == 1
        };
        // Of two there is no telling which one is kept up.
        for place in resaved.iter().filter(of_one_name) {
            if let Some(by) = read_by.get_mut(*place) {
                by.push(index);
            }
        }
    }
    read_by
}

/// Whether a name fits a pattern but for the format that its ending says.
pub(crate) fn fits_in_another_format(pattern: &str, name: &str) -> bool {
    let (Some(asked), Some(has)) = (ending(pattern), ending(name)) else {
        return false;
    };
    let Some((stem, _)) = pattern.rsplit_once('.') else {
        return false;
    };
    let is_plain = find::WORKBOOKS.contains(&asked.as_str());
    is_plain && asked != has && NamePattern::new(&format!("{stem}.{has}")).fits(name)
}

/// The indices of the sources that read a file. A file without a workbook's extension is matched only by a pattern
/// with that very extension; a text that holds a table also by one that leaves the extension open.
pub(super) fn matching_sources(sources: &[Source], file: &DroppedFile) -> Vec<usize> {
    let takes = |source: &Source| {
        let asked = ending(&source.pattern);
        let any = asked
            .as_deref()
            .is_none_or(|ending| ending.contains(['*', '?']));
        let named = file.is_workbook() || asked == ending(&file.name);
        (named || any && file.is_text())
            && NamePattern::new(&source.pattern).fits(&file.name)
            && (named || reader::is_table(&file.path))
    };
    sources
        .iter()
        .enumerate()
        .filter(|(_, source)| takes(source))
        .map(|(index, _)| index)
        .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn patterns_fit_without_regard_to_case_and_form() {
        for (pattern, name, expected) in [
            (
                "polisen/Medborgarkontakter*.xlsx",
                "polisen/Medborgarkontakter 2023.xlsx",
                true,
            ),
            (
                "polisen/Önskemål*.xlsx",
                "Polisen/ÖNSKEMÅL från alla.XLSX",
                true,
            ),
            (
                "polisen/O\u{308}nskemål*.xlsx",
                "polisen/Önskemål.xlsx",
                true,
            ),
            ("polisen/*.xlsx", "polisen/2023/Logg.xlsx", false),
            ("polisen/**/*.xlsx", "polisen/2023/Logg.xlsx", true),
            ("polisen/**/*.xlsx", "polisen/Logg.xlsx", true),
            ("Kv*", "kv1", true),
            ("20??", "2023", true),
            ("Logg [2023].xlsx", "Logg [2023].xlsx", true),
        ] {
            assert_eq!(
                NamePattern::new(pattern).fits(name),
                expected,
                "{pattern} {name}"
            );
        }
    }

    #[test]
    fn a_workbook_saved_in_another_format_is_read_where_its_own_is_missing() {
        let file = |name: &str| DroppedFile {
            path: name.into(),
            name: name.to_owned(),
            shown: name.to_owned(),
        };
        let source = |files: &str| Source {
            partner: "p".to_owned(),
            files: files.to_owned(),
            pattern: files.to_owned(),
            expected: None,
            due: None,
            ignored: Vec::new(),
            sheets: Vec::new(),
            line: 1,
        };
        for (patterns, files, expected) in [
            (vec!["a/Logg.xls"], vec!["a/Logg.xlsx"], vec![vec![0]]),
            (
                vec!["a/Logg*.ods"],
                vec!["a/Logg 1.xlsx", "a/Logg 2.xlsx"],
                vec![vec![0], vec![0]],
            ),
            // Its own is there, two are alike, or another source takes it.
            (
                vec!["a/Logg.xls"],
                vec!["a/Logg.xls", "a/Logg.xlsx"],
                vec![vec![0], vec![]],
            ),
            (
                vec!["a/Logg.xls"],
                vec!["a/Logg.ods", "a/Logg.xlsx"],
                vec![vec![], vec![]],
            ),
            (
                vec!["a/Logg.xls", "a/*.xlsx"],
                vec!["a/Logg.xlsx"],
                vec![vec![1]],
            ),
            // Another name, another folder, no workbook.
            (
                vec!["a/Logg.xls"],
                vec!["a/Logg 2.xlsx", "b/Logg.xlsx", "a/Logg.docx"],
                vec![vec![], vec![], vec![]],
            ),
            (vec!["a/Logg.txt"], vec!["a/Logg.xlsx"], vec![vec![]]),
        ] {
            let sources: Vec<Source> = patterns.iter().map(|pattern| source(pattern)).collect();
            let files: Vec<DroppedFile> = files.iter().map(|name| file(name)).collect();
            assert_eq!(
                sources_of(&sources, &files),
                expected,
                "{patterns:?} {files:?}"
            );
        }
    }

    #[test]
    fn stars_match_as_the_library_has_it() {
        let names = [
            "",
            "a",
            "ab",
            "a/b",
            "aab",
            "a.xlsx",
            "b/a.xlsx",
            "a/b/a.xlsx",
            "abab",
            "a/ab",
            "ab/ab",
            "x-a.xlsx.xlsx",
            "*",
        ];
        for pattern in [
            "*", "a*", "*a", "a*b", "*/*", "*/a*", "a*/b*", "*.xlsx", "a*b*", "*a*b", "b/*.xlsx",
            "*/*/*", "*b/a*", "a*a*b",
        ] {
            let glob = GlobBuilder::new(pattern)
                .literal_separator(true)
                .build()
                .unwrap();
            for name in names {
                let expected = name == pattern || glob.compile_matcher().is_match(name);
                assert_eq!(
                    NamePattern::new(pattern).fits(name),
                    expected,
                    "{pattern} {name}"
                );
            }
        }
    }
}
