//! The fonts of the PDF, embedded: Noto Sans, and DejaVu Sans for what it lacks.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

pub(super) struct Fonts {
    pub(super) book: LazyHash<FontBook>,
    pub(super) fonts: Vec<Font>,
}

pub(super) static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let files = [
        notosans::REGULAR_TTF,
        notosans::BOLD_TTF,
        notosans::ITALIC_TTF,
        notosans::BOLD_ITALIC_TTF,
        dejavu::sans::regular(),
        dejavu::sans::bold(),
    ];
    let fonts: Vec<Font> = files
        .into_iter()
        .flat_map(|file| Font::iter(Bytes::new(file)))
        .collect();
    Fonts {
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
    }
});

/// The replacement of a character that no font has.
const UNKNOWN: char = '\u{FFFD}';

/// The text in characters that can be shown. PDF/A allows none without a glyph, and none for private use.
pub(super) fn shown(text: &str) -> String {
    let shown = |character: char| match character {
        '\n' | ' '..='~' => character,
        '\t' => ' ',
        _ if is_private(character) || !has_glyph(character) => UNKNOWN,
        _ => character,
    };
    text.chars().map(shown).collect()
}

fn is_private(character: char) -> bool {
    matches!(character, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
}

fn has_glyph(character: char) -> bool {
    FONTS
        .fonts
        .iter()
        .any(|font| font.info().coverage.contains(u32::from(character)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_the_country_are_there() {
        for text in [
            "Ärenden på Östra ån: 1\u{a0}234 st «–» §",
            "Šiellâ žeŋ ǧ ʒ ŧ đ",
            "ייִדיש",
            "Größe, façade, ñ, ł, ő",
            "≈ → ✓",
        ] {
            assert_eq!(shown(text), text);
        }
    }

    #[test]
    fn what_no_font_has_is_seen_to_be_missing() {
        assert_eq!(shown("a\tb\u{E000}c漢\nd"), "a b\u{FFFD}c\u{FFFD}\nd");
    }
}
