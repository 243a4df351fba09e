//! Sources that would read the workbooks that were inspected.

use std::collections::{BTreeMap, BTreeSet};

use super::child::InspectedWorkbook;
use crate::gather::inspect;

/// A source that reads one or more workbooks.
pub(in crate::command) struct SourceProposal {
    /// The workbooks that it was made from.
    pub(in crate::command) workbooks: BTreeSet<String>,
    /// Whose they are.
    pub(in crate::command) partner: String,
    /// The activities that it gives.
    pub(in crate::command) activities: Vec<String>,
    /// The pattern of their names.
    pub(super) files: String,
    sheets: String,
    kinds: BTreeMap<String, String>,
}

impl SourceProposal {
    /// As the agreement file writes it, with what there is to say of activities; of each once, whichever source gives it.
    pub(in crate::command) fn block(&self, named: &mut BTreeSet<String>) -> String {
        let kinds = self
            .kinds
            .iter()
            .filter(|(activity, _)| named.insert((*activity).clone()));
        let kinds: Vec<String> = kinds.map(|(_, block)| format!("\n{block}")).collect();
        inspect::source_block(&self.partner, &self.files, &self.sheets) + &kinds.concat()
    }
}

/// The sources of workbooks: one for those that are read alike and whose names differ in their numbers only.
pub(in crate::command) fn sources(seen: &[InspectedWorkbook]) -> Vec<SourceProposal> {
    let mut sources: Vec<SourceProposal> = Vec::new();
    for (one, look) in seen
        .iter()
        .filter_map(|one| Some((one, one.look.as_ref().ok()?)))
    {
        let Some(source) = &look.source else { continue };
        let like = sources.iter_mut().find_map(|other| {
            let same = other.partner == source.partner && other.sheets == source.sheets;
            let files = if same {
                inspect::common_pattern(&other.files, &source.files)
            } else {
                None
            };
            files.map(|files| (other, files))
        });
        if let Some((other, files)) = like {
            other.files = files;
            other.workbooks.insert(one.shown.clone());
        } else {
            sources.push(SourceProposal {
                workbooks: BTreeSet::from([one.shown.clone()]),
                partner: source.partner.clone(),
                activities: source.activities.clone(),
                files: source.files.clone(),
                sheets: source.sheets.clone(),
                kinds: source.kinds.clone(),
            });
        }
    }
    sources
}
