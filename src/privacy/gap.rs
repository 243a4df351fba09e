//! What may stand between two pieces of a number.

use super::signs::{Sign, SignKind};

/// The most signs between two pieces of a number: some people fill up with dots or blanks.
const LONGEST: usize = 40;

/// How many of them may be no blanks, a row of the same as one: «[850709]-[9987]», «850709 ... 9987».
const MARKS: usize = 3;

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
    let mut different: Vec<char> = marks.map(dash).collect();
    different.dedup();
    let mark = different.first().copied().unwrap_or(' ');
    let short = (1..=LONGEST).contains(&length) && different.len() <= MARKS;
    short.then_some(Gap {
        before,
        mark,
        signs: length,
    })
}
