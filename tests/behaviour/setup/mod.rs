//! What tests set up: files, workbooks, the program, and what is held against the schema.

pub(crate) mod draw;
pub(crate) mod files;
pub(crate) mod parts;
pub(crate) mod program;
pub(crate) mod schema;
pub(crate) mod small_agreement;
pub(crate) mod told;
pub(crate) mod words;
pub(crate) mod workbook;
