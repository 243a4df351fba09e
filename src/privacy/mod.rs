//! What tells of single persons, taken out of a text before anything else sees it.
//!
//! ```text
//! text ─signs→ digits, letters, separators, whatever they look like ─identity→ where an identity number stands ─mask→ text
//! ```

mod birth;
mod contacts;
mod gap;
mod identity;
mod markup;
mod mask;
mod names;
mod neighbours;
mod signs;
mod written_day;

pub(crate) use contacts::discreet;
pub(crate) use markup::template_without_identity_numbers;
pub use mask::mask;
pub(crate) use mask::{MASK, identity_number, without_identity_numbers};
pub(crate) use neighbours::{Piece, masked_pieces};

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests;
