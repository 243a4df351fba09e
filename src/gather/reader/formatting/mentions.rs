//! What the XML of a part mentions at all. Most sheets have no hidden rows, no merged cells and no formulas, and to look for the
//! words takes a tenth of the time that it takes to read all elements.

use memchr::memmem;
use std::io::BufRead;

/// What the XML of a sheet may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct Mentions {
    /// Hidden rows or columns, or a filter.
    pub(super) hidden: bool,
    pub(in super::super) merged: bool,
    pub(in super::super) formulas: bool,
    /// Texts in the cells themselves.
    pub(super) inline_texts: bool,
    /// Letters that are struck through or raised.
    pub(super) formatted_letters: bool,
}

impl Default for Mentions {
    /// What is not known may be there.
    fn default() -> Mentions {
        Mentions {
            hidden: true,
            merged: true,
            formulas: true,
            inline_texts: true,
            formatted_letters: true,
        }
    }
}

impl Mentions {
    /// What a sheet mentions. One whose elements have a prefix, or letters of more than a byte, is not looked into.
    pub(super) fn of_sheet(part: impl BufRead) -> Mentions {
        let words = [
            "<worksheet",
            "hidden",
            "filterColumn",
            "mergeCell",
            "<f",
            "<is",
            "strike",
            "vertAlign",
        ];
        match found(part, words) {
            Some(
                [
                    true,
                    hidden,
                    filter,
                    merged,
                    formulas,
                    inline_texts,
                    strike,
                    raised,
                ],
            ) => Mentions {
                hidden: hidden || filter,
                merged,
                formulas,
                inline_texts,
                formatted_letters: strike || raised,
            },
            _ => Mentions::default(),
        }
    }

    /// Whether shared strings may have letters that are struck through or raised.
    pub(super) fn formatted_strings(part: impl BufRead) -> bool {
        !matches!(
            found(part, ["<sst", "strike", "vertAlign"]),
            Some([true, false, false])
        )
    }
}

/// The longest word that is looked for, in bytes.
const LONGEST: usize = 16;

/// Which of these words a part holds; `None` if it cannot be read to its end.
fn found<const N: usize>(mut part: impl BufRead, words: [&str; N]) -> Option<[bool; N]> {
    let finders = words.map(memmem::Finder::new);
    let mut found = [false; N];
    // The end of the piece before, in which a word may have begun.
    let mut piece: Vec<u8> = Vec::new();
    loop {
        let read = part.fill_buf().ok()?;
        if read.is_empty() {
            return Some(found);
        }
        let length = read.len();
        piece.extend_from_slice(read);
        part.consume(length);
        for (found, finder) in found.iter_mut().zip(&finders) {
            *found = *found || finder.find(&piece).is_some();
        }
        piece.drain(..piece.len().saturating_sub(LONGEST));
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use std::io::BufReader;

    #[test]
    fn words_are_found_wherever_they_are_cut() {
        let none = Mentions {
            hidden: false,
            merged: false,
            formulas: false,
            inline_texts: false,
            formatted_letters: false,
        };
        let long = " ".repeat(40);
        for (xml, expected) in [
            (r#"<row><c r="A1"><v>1</v></c></row>"#, none),
            (
                r#"<row hidden="1"/>"#,
                Mentions {
                    hidden: true,
                    ..none
                },
            ),
            (
                r#"<filterColumn colId="0"/>"#,
                Mentions {
                    hidden: true,
                    // Also begins so.
                    formulas: true,
                    ..none
                },
            ),
            (
                r#"<mergeCells><mergeCell ref="A1:B1"/></mergeCells>"#,
                Mentions {
                    merged: true,
                    ..none
                },
            ),
            (
                "<c><f>1+1</f></c>",
                Mentions {
                    formulas: true,
                    ..none
                },
            ),
            (
                r#"<c t="inlineStr"><is><t>a</t></is></c>"#,
                Mentions {
                    inline_texts: true,
                    ..none
                },
            ),
        ] {
            let text = format!("<worksheet>{long}{xml}{long}</worksheet>");
            for size in [1, 3, 7, 4096] {
                let part = BufReader::with_capacity(size, text.as_bytes());
                assert_eq!(Mentions::of_sheet(part), expected, "{xml} {size}");
            }
            let prefixed = text.replace("<w", "<x:w");
            assert_eq!(Mentions::of_sheet(prefixed.as_bytes()), Mentions::default());
        }
    }
}
