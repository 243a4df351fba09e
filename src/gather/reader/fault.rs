//! Why there is no workbook.

use crate::model::finding::ForeignFormat;

/// Why there is no workbook.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It is protected by a password.
    #[error("protected by a password")]
    Encrypted,
    /// It is something else.
    #[error("no workbook but {0:?}")]
    Unsupported(ForeignFormat),
    /// It is damaged. The text is the library's, identity numbers masked.
    #[error("damaged: {0}")]
    Unreadable(String),
    /// It has more cells, or unpacks to more bytes, than any workbook kept by hand.
    #[error("too large")]
    TooLarge,
}

/// The most cells, filled or empty between filled ones, that one sheet may have.
pub(super) const MOST_CELLS: usize = 5_000_000;
