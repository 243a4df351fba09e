//! What texts were found to say. A folder repeats its words from row to row and from workbook to workbook, and most are read in
//! several ways.

use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::Hash;

/// The most texts that are remembered. Beyond that they are read anew.
const MOST: usize = 4096;

/// Longer texts are prose, and seldom repeated.
const LONGEST: usize = 80;

/// What was read from texts, for each circumstance under which they may say something else.
pub(super) struct Memo<C, T> {
    known: RefCell<HashMap<C, HashMap<String, T>>>,
}

impl<C, T> Default for Memo<C, T> {
    fn default() -> Memo<C, T> {
        Memo {
            known: RefCell::default(),
        }
    }
}

impl<C: Copy + Eq + Hash, T: Clone> Memo<C, T> {
    /// What a text says, which `read` reads if it is not known.
    pub(super) fn of(&self, under: C, text: &str, read: impl FnOnce() -> T) -> T {
        if text.len() > LONGEST {
            return read();
        }
        let known = |all: &HashMap<C, HashMap<String, T>>| all.get(&under)?.get(text).cloned();
        if let Some(known) = known(&self.known.borrow()) {
            return known;
        }
        let found = read();
        let mut all = self.known.borrow_mut();
        if all.values().map(HashMap::len).sum::<usize>() >= MOST {
            all.clear();
        }
        let texts = all.entry(under).or_default();
        texts.insert(text.to_owned(), found.clone());
        found
    }
}
