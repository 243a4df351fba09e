//! Why there is no workbook.

use crate::model::finding::ForeignFormat;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It is protected by a password.
    #[error("protected by a password")]
    Encrypted,
    /// It is in an unsupported format.
    #[error("no workbook but {0:?}")]
    Unsupported(ForeignFormat),
    /// It is damaged. The text is the library's, identity numbers masked.
    #[error("damaged: {0}")]
    Unreadable(String),
    /// It has more cells, or decompresses to more bytes, than any workbook kept by hand.
    #[error("too large")]
    TooLarge,
}

/// The most cells, including empty ones between others, of one sheet.
pub(super) const MOST_CELLS: usize = 10_000_000;
