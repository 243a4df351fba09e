//! What may stand between two pieces of a number.

use super::signs::{Sign, SignKind};

/// The most signs between two pieces of a number, and how many of them may be no blanks.
const GAP: (usize, usize) = (6, 2);

/// What stands between two pieces of a number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gap {
    /// Before which of the number's signs it stands.
    pub(super) before: usize,
    /// Its first sign that is no blank; every dash is the same.
    pub(super) mark: char,
    pub(super) signs: usize,
}

/// The gap that signs begin with.
pub(super) fn gap(signs: &[Sign], before: usize) -> Option<Gap> {
    let length = signs.iter().take_while(|sign| sign.is_gap()).count();
    let marks = signs
        .iter()
        .take(length)
        .filter_map(|sign| match sign.kind {
            SignKind::Separator(mark) => Some(mark),
            _ => None,
        });
    let dash = |mark| match mark {
        '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        mark => mark,
    };
    let mark = marks.clone().next().map_or(' ', dash);
    let short = (1..=GAP.0).contains(&length) && marks.count() <= GAP.1;
    short.then_some(Gap {
        before,
        mark,
        signs: length,
    })
}
