//! What `lofte inspect` is asked for.

use std::path::PathBuf;

use clap::Args;

use super::spoken::SpokenArgs;
use crate::command::inspect::Inspect;

/// What is to be inspected.
#[derive(Args, Debug)]
pub(super) struct InspectArgs {
    /// The workbooks
    #[arg(required = true, value_name = "WORKBOOK")]
    workbooks: Vec<PathBuf>,
    /// Choose among the partners and activities of the agreement in this folder
    #[arg(long, value_name = "DIR")]
    agreement: Option<PathBuf>,
    /// The drop folder they lie in [default: the agreement's own, or the folder named workbooks above them]
    #[arg(long, value_name = "DIR")]
    drop_folder: Option<PathBuf>,
    #[command(flatten)]
    spoken: SpokenArgs,
}

impl From<InspectArgs> for Inspect {
    fn from(inspected: InspectArgs) -> Inspect {
        let InspectArgs {
            workbooks,
            agreement,
            drop_folder,
            spoken,
        } = inspected;
        Inspect {
            workbooks,
            agreement,
            drop_folder,
            language: spoken.language(),
        }
    }
}
