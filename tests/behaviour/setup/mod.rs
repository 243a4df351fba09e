//! What tests set up: files, workbooks, and what is held against the schema.

pub mod schema;
pub mod workbook;
