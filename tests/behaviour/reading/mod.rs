//! From a drop folder to rows: what is found, read, left out and told.

mod copies;
mod drop_folder;
mod equal_rows;
pub(crate) mod generated;
mod inspect;
mod survival;
