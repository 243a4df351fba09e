//! For whom a command prints.

use clap::ValueEnum;

use crate::command::Format;

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum FormatArg {
    /// For people
    Text,
    /// For machines
    Json,
}

impl From<FormatArg> for Format {
    fn from(wanted: FormatArg) -> Format {
        match wanted {
            FormatArg::Text => Format::Text,
            FormatArg::Json => Format::Json,
        }
    }
}
