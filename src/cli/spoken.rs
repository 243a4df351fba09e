//! The language that a command speaks.

use clap::Args;
use clap::builder::PossibleValuesParser;

use crate::command::{LANGUAGES, SpokenLanguage};

/// In which language it is told.
#[derive(Args, Debug, Default)]
pub(super) struct SpokenArgs {
    /// The language of what is printed [default: English where the locale is English, else the agreement's]
    #[arg(long, value_name = "LANGUAGE", value_parser = PossibleValuesParser::new(LANGUAGES))]
    language: Option<String>,
}

impl SpokenArgs {
    /// What is asked for; faults are told in it too.
    pub(super) fn language(self) -> SpokenLanguage {
        SpokenLanguage::new(self.language)
    }
}
