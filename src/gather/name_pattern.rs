//! Which source reads which workbook, by the patterns of the agreement.

use globset::{Glob, GlobBuilder, GlobMatcher};
use unicode_normalization::UnicodeNormalization;

use super::find::{DroppedFile, ending};
use crate::model::agreement::Source;

/// A pattern for paths or sheet names: `*`, `?`, `[…]`, `{…}` and `**`, case-insensitive.
pub(crate) struct NamePattern {
    words: String,
    matcher: Option<GlobMatcher>,
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
        NamePattern {
            matcher: glob(&words).map(|glob| glob.compile_matcher()),
            words,
        }
    }

    pub(crate) fn fits(&self, name: &str) -> bool {
        let name = plain(name);
        // A name that contains brackets also matches itself.
        name == self.words
            || self
                .matcher
                .as_ref()
                .is_some_and(|matcher| matcher.is_match(&name))
    }
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

/// The indices of the sources that read a file. A file without a workbook's extension is matched only by a pattern
/// with that very extension.
pub(crate) fn matching_sources(sources: &[Source], file: &DroppedFile) -> Vec<usize> {
    let takes = |source: &Source| {
        let meant = file.is_workbook() || ending(&source.files) == ending(&file.name);
        meant && NamePattern::new(&source.files).fits(&file.name)
    };
    sources
        .iter()
        .enumerate()
        .filter(|(_, source)| takes(source))
        .map(|(index, _)| index)
        .collect()
}

#[cfg(test)]
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
}
