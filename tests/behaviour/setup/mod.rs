//! What tests set up: files, workbooks, the program, and what is held against the schema.

pub mod files;
pub mod program;
pub mod schema;
pub mod workbook;
