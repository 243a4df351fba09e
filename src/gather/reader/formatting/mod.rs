//! What the spreadsheet library leaves out of a sheet, read from the members of its zip file: hidden rows and
//! columns, filters, fills, struck-through and superscript letters, errors that arrive as other values, and merges of
//! formats whose merges it does not list.
//!
//! All of it is optional: a part that cannot be parsed gives nothing.

mod mentions;
mod ods;
mod package;
mod rich;
mod sheet;
mod xlsb;
mod xlsx;

pub(super) use ods::of_ods;
pub(super) use sheet::SheetFormatting;
pub(super) use xlsb::of_xlsb;
pub(super) use xlsx::of_xlsx;
