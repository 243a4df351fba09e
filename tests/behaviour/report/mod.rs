//! The files of a version, opened by the programs that readers have.

mod made;
mod opened;
mod pages;
#[cfg(feature = "pdf")]
mod pdf;
mod printed;
mod recalculated;
mod saved_anew;
mod two_pages;
