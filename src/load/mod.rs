//! The agreement file's text → a checked [`Agreement`]; every fault at once, with its line and the nearest right word.

use crate::model::agreement::Agreement;
use crate::model::finding::Checked;

/// Reads an agreement. `id` is its folder's name; `include` gives the text of a file that it includes, by the path
/// written there.
///
/// The value is `None` exactly if there are findings of the severity error.
pub fn load(id: &str, text: &str, include: &dyn Fn(&str) -> Option<String>) -> Checked<Option<Agreement>> {
    let _ = (id, text, include);
    Checked::new(None, Vec::new())
}
