//! How much is known of the rows of a long log.

use serde::{Deserialize, Serialize};

/// How long a log is whose rows are known one by one; longer ones are added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RowDetail {
    /// As long as anybody goes through one by one.
    Usual,
    /// A month or two of a long log: where the rows of a folder take more memory together than there is.
    Short,
}

impl RowDetail {
    /// From how many rows of data on a log is added up; tests would take long with as many.
    pub(super) fn most_rows(self) -> usize {
        match self {
            RowDetail::Usual if cfg!(test) => 2_000,
            RowDetail::Usual => 60_000,
            RowDetail::Short => 1_000,
        }
    }
}
