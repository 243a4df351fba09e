//! What is printed of each workbook: what it looks like, and the source that takes it, which several workbooks may share.

use std::collections::BTreeSet;

use super::child::InspectedWorkbook;
use super::describe;
use super::proposals::SourceProposal;
use crate::model::finding::Phrase;
use crate::wording::Wording;

/// The sources that are proposed, and which of them have been printed.
pub(super) struct Blocks<'a> {
    sources: &'a [SourceProposal],
    wording: &'a Wording,
    named: BTreeSet<String>,
    printed: BTreeSet<usize>,
}

impl<'a> Blocks<'a> {
    pub(super) fn new(sources: &'a [SourceProposal], wording: &'a Wording) -> Blocks<'a> {
        Blocks {
            sources,
            wording,
            named: BTreeSet::new(),
            printed: BTreeSet::new(),
        }
    }

    /// The lines of a workbook. A source stands at the first of its workbooks.
    pub(super) fn of(&mut self, one: &InspectedWorkbook) -> String {
        let look = match &one.look {
            Ok(look) => look,
            Err(finding) => return describe::unread(&one.shown, finding, self.wording),
        };
        let takes = |source: &&SourceProposal| source.workbooks.contains(&one.shown);
        let source = self
            .sources
            .iter()
            .enumerate()
            .find(|(_, source)| takes(source));
        let block = match source {
            None => self.of_copy(one),
            Some((at, source)) if self.printed.insert(at) => {
                format!("\n{}\n", source.block(&mut self.named))
            }
            Some((_, source)) => self.comment("ui-inspect-same", source),
        };
        look.described.clone() + &block
    }

    /// A copy has no source of its own; nor has a workbook without any table.
    fn of_copy(&self, one: &InspectedWorkbook) -> String {
        let mut sources = self.sources.iter();
        match sources.find(|source| source.copies.contains(&one.shown)) {
            Some(source) => self.comment("ui-inspect-copy", source),
            None => describe::nothing(self.wording),
        }
    }

    fn comment(&self, key: &'static str, source: &SourceProposal) -> String {
        let phrase = Phrase::new(key).with("files", source.files());
        describe::comment(&self.wording.phrase(&phrase)) + "\n"
    }
}
