//! `[[pledge]]`: the promised words, who answers for them, and the coordinator's notes.

use std::collections::BTreeSet;

use super::dates::period;
use super::names::NameLists;
use super::target;
use crate::load::faults::Faults;
use crate::load::keys::{NoteKeys, PledgeKeys};
use crate::load::types::VerdictWord;
use crate::model::agreement::{Note, Pledge};

pub(super) fn pledges(pledges: Vec<PledgeKeys>, names: &NameLists, faults: &Faults) -> Vec<Pledge> {
    let mut seen = BTreeSet::new();
    for keys in &pledges {
        if let Some(id) = &keys.id.value
            && !seen.insert(id.clone())
        {
            faults.duplicate(keys.id.at, id);
        }
    }
    let pledges = pledges.into_iter();
    pledges
        .filter_map(|keys| pledge(keys, names, faults))
        .collect()
}

fn pledge(keys: PledgeKeys, names: &NameLists, faults: &Faults) -> Option<Pledge> {
    let responsible = keys.responsible.value.unwrap_or_default();
    let targets = keys.target.value.unwrap_or_default();
    let targets = target::targets(targets, &responsible, names, faults);
    let notes = keys.note.value.into_iter().flatten();
    let notes = notes.filter_map(|keys| note(keys, names, faults)).collect();
    Some(Pledge {
        id: keys.id.value?,
        name: keys.name.value,
        area: keys.area.value,
        text: keys.text.value?.trim().to_owned(),
        responsible,
        statement: keys.statement.value,
        stale_after: keys.stale_after.value,
        targets,
        notes,
        interpretation: keys.interpretation.value,
        any_target: keys.verdict.value == Some(VerdictWord::Any),
        partial: keys.partial.value.unwrap_or(false),
        line: keys.begin.line,
    })
}

fn note(keys: NoteKeys, names: &NameLists, faults: &Faults) -> Option<Note> {
    if let Some(by) = &keys.by.value {
        names.check_speaker(by, keys.by.at, faults);
    }
    Some(Note {
        period: period(keys.period, names.term, faults)?,
        why: keys.why.value,
        next: keys.next.value,
        due: keys.due.value,
        by: keys.by.value,
    })
}
