//! Options of `lofte init`.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;
use clap::builder::PossibleValuesParser;

use crate::command::init::{self, Init, Starter};
use crate::command::{Exit, LANGUAGES, SpokenLanguage};

/// What an agreement begins with. What is missing is asked for on a terminal.
#[derive(Args, Debug)]
pub(super) struct InitArgs {
    /// The agreement's folder; its name is the agreement's id
    #[arg(required_unless_present = "starter_workbooks")]
    folder: Option<PathBuf>,
    /// What the report is called [default: Medborgarlöfte, the municipality and the years]
    #[arg(long, value_name = "TITLE")]
    title: Option<String>,
    /// The municipality that promises
    #[arg(long, value_name = "NAME")]
    municipality: Option<String>,
    /// The local police area that promises
    #[arg(long, value_name = "NAME")]
    police_area: Option<String>,
    /// The first day of the term
    #[arg(long, value_name = "DATE")]
    from: Option<NaiveDate>,
    /// The last day of the term
    #[arg(long, value_name = "DATE")]
    to: Option<NaiveDate>,
    /// The language of the agreement
    #[arg(long, value_name = "LANGUAGE", default_value = "sv", value_parser = PossibleValuesParser::new(LANGUAGES))]
    language: String,
    /// The kind of file, a workbook or a text [default: asked for on a terminal, elsewhere a text]
    #[arg(long, value_name = "KIND", value_parser = ["excel", "text"])]
    file: Option<String>,
    /// Begin from this agreement instead: its texts, lists, sources and baselines, in the new term (needs --from and --to)
    #[arg(long, value_name = "DIR", requires = "from", requires = "to", conflicts_with_all = ["municipality", "police_area", "workbooks"])]
    successor_of: Option<PathBuf>,
    /// Where that agreement's versions are found: its last verdicts are written into the new one, its last outcomes as baselines to choose
    #[arg(long, value_name = "DIR", default_value = "outputs")]
    out: PathBuf,
    /// Make the workbooks that partners lack instead, ready to be filled in: DIR is an agreement's folder, whose drop folder
    /// they are laid in, or with the agreement's folder before it the folder to lay them in
    #[arg(long, value_name = "DIR", conflicts_with_all = ["title", "municipality", "police_area", "from", "to", "successor_of"])]
    starter_workbooks: Option<PathBuf>,
    /// The drop folder to look into [default: the folder named workbooks in it]
    #[arg(long, value_name = "DIR")]
    workbooks: Option<PathBuf>,
}

impl InitArgs {
    pub(super) fn run(self) -> Exit {
        match &self.starter_workbooks {
            Some(folder) => init::starter_workbooks(&Starter {
                folder: folder.clone(),
                agreement: self.folder,
                workbooks: self.workbooks,
            }),
            None => init::init(&self.into()),
        }
    }
}

impl From<InitArgs> for Init {
    fn from(begun: InitArgs) -> Init {
        let InitArgs {
            folder,
            title,
            municipality,
            police_area,
            from,
            to,
            language,
            file,
            successor_of,
            out,
            starter_workbooks: _,
            workbooks,
        } = begun;
        SpokenLanguage::new(Some(language.clone()));
        Init {
            // Clap asks for it.
            folder: folder.unwrap_or_default(),
            title,
            municipality,
            police_area,
            from,
            to,
            language,
            is_book: file.map(|file| file == "excel"),
            successor_of,
            out,
            workbooks,
        }
    }
}
