//! Why a partner is written to, and the findings of earlier letters.

use std::collections::BTreeSet;

use crate::model::message::ReportedFinding;

/// The findings of earlier letters to a partner.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct EarlierFindings {
    /// Those for which it has not been thanked.
    pub(crate) reported: BTreeSet<ReportedFinding>,
}

/// Why a partner is written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Occasion {
    /// Its workbooks were read for a new version.
    Read,
    /// Its reporting day is near.
    Before,
    /// Something is still missing or not mended.
    After,
}
