//! Why a partner is written to, and what it was told before.

use std::collections::BTreeSet;

use crate::model::message::ReportedFinding;

/// What earlier letters to a partner have told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct EarlierFindings {
    /// The findings it was told of, and has not been thanked for.
    pub(crate) reported: BTreeSet<ReportedFinding>,
}

/// Why a partner is written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Occasion {
    /// Its workbooks were read for a new version.
    Read,
    /// The day it reports by comes.
    Before,
    /// Something is still missing or not mended.
    After,
}
