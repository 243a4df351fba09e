//! Marks that are neither a known yes nor a known no.

use std::collections::BTreeSet;

use crate::gather::layout::result::MappingResult;
use crate::gather::layout::table::{RowKind, TableRows};
use crate::gather::value;
use crate::model::finding::FindingKind;
use crate::model::target::Target;

impl TableRows<'_> {
    /// Adds a finding, once a word, about marks that are neither a known yes nor a known no, where a pledge or
    /// `where` uses them.
    pub(in crate::gather::layout) fn warn_of_unknown_marks(&self, result: &mut MappingResult) {
        let task = self.task;
        let targets = task.agreement.targets();
        let asked: BTreeSet<&str> = targets
            .flat_map(Target::asked)
            .map(|condition| condition.field.as_str())
            .collect();
        let fields = task.mapping.columns.iter();
        let marked = fields
            .filter(|(name, _)| asked.contains(name.as_str()))
            .map(|(_, column)| column);
        let partners = task.mapping.partner_columns.values().flatten();
        let partners = partners.filter(|_| asked.contains("partners"));
        let filters = task.mapping.filters().map(|filter| &filter.column);
        for column in marked
            .chain(partners)
            .chain(filters)
            .collect::<BTreeSet<_>>()
        {
            let mut known = BTreeSet::new();
            for (row, kind) in &self.kinds {
                let cells = self.cells(*row);
                if !matches!(kind, RowKind::Data { .. }) || !cells.is_unknown_mark(column) {
                    continue;
                }
                let Some(mapped) = cells.at(column) else {
                    continue;
                };
                let text = value::text(mapped.cell);
                if known.insert(value::plain(&text)) {
                    let heading = column.heading.clone();
                    let kind = FindingKind::UnknownMark { text, heading };
                    result.findings.push(task.finding(kind, mapped.at));
                }
            }
        }
    }
}
