//! What the spreadsheet library leaves out of a sheet, read from the members of its zip file: hidden rows and columns, filters,
//! fills, struck-through and raised letters, errors that arrive as something else, merges of formats whose merges it does not list.
//!
//! All of it is told beside the cells and none of it is needed to read them: a part that cannot be understood tells nothing.

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
