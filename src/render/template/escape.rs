//! How text is written into the output of a template.

/// How `<` and similar characters are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::render) enum Escape {
    /// Escaped for HTML.
    Html,
    /// Unchanged: the result is plain text.
    Nothing,
}
