//! Right-to-left text, isolated so that it does not reorder the sentence around it.

use std::borrow::Cow;

/// First strong isolate and pop directional isolate.
const BEGIN: char = '\u{2068}';
const END: char = '\u{2069}';

/// The text with marks of isolation around it if it has right-to-left letters. Other text is left as it is, so that
/// nobody copies marks along with a number.
pub(super) fn isolated(text: &str) -> Cow<'_, str> {
    if !text.chars().any(runs_left) {
        return Cow::Borrowed(text);
    }
    let inside = text
        .chars()
        .filter(|sign| !matches!(sign, '\u{2066}'..='\u{2069}' | '\u{202A}'..='\u{202E}'));
    Cow::Owned(std::iter::once(BEGIN).chain(inside).chain([END]).collect())
}

/// The blocks of Hebrew, Arabic and related scripts.
fn runs_left(sign: char) -> bool {
    matches!(sign, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_runs_from_right_to_left_is_isolated() {
        for (text, expected) in [
            ("Kiosken, 14 st", "Kiosken, 14 st"),
            ("مرحبا 14", "\u{2068}مرحبا 14\u{2069}"),
            ("שלום\u{2069}\u{202E}x", "\u{2068}שלוםx\u{2069}"),
        ] {
            assert_eq!(isolated(text), expected);
        }
    }
}
