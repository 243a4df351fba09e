//! From a drop folder to rows: what is found, read, left out and told.

mod copies;
mod drop_folder;
pub(crate) mod generated;
mod inspect;
mod survival;
