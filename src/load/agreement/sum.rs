//! A target that adds up others of its pledge: `sum = ["centrum", "skolor"]`.

use super::names::NameLists;
use crate::load::faults::Faults;
use crate::load::keys::TargetKeys;
use crate::load::tree::Position;
use crate::load::types::At;
use crate::model::finding::ImpossibleTarget;
use crate::model::target::{Target, TargetKind};

/// The targets that are added up, of those that add up none themselves; `None` if it cannot be, which is told.
pub(super) fn parts(
    keys: &TargetKeys,
    others: &[(usize, Target)],
    names: &NameLists,
    faults: &Faults,
) -> Option<Vec<Target>> {
    // What a row must be is said by each of the targets that are added.
    let own = [
        *keys.of,
        *keys.only,
        *keys.require,
        *keys.each,
        *keys.distinct,
        *keys.unit_minutes,
    ];
    let strange: Vec<_> = own.into_iter().filter(|key| key.is_written).collect();
    if !strange.is_empty() {
        let told = strange.into_iter();
        told.for_each(|key| faults.impossible(key, ImpossibleTarget::BesideSum));
        return None;
    }
    let mut parts = Vec::new();
    for named in keys.sum.value.as_ref()? {
        let found = others.iter().find(|(_, other)| other.id == named.value);
        let Some((_, part)) = found else {
            let known: Vec<&str> = others.iter().map(|(_, other)| other.id.as_str()).collect();
            faults.unknown_word(named.at, keys.sum.name, &named.value, &known);
            return None;
        };
        let is_count = matches!(
            part.kind,
            TargetKind::Count(_)
                | TargetKind::Average { .. }
                | TargetKind::EachPeriod { .. }
                | TargetKind::EachPart { .. }
                | TargetKind::Baseline { .. }
                | TargetKind::Shown { .. }
        );
        if !is_count || part.distinct.is_some() {
            faults.impossible(*keys.sum, ImpossibleTarget::SumOfNoCount);
            return None;
        }
        parts.push(part.clone());
    }
    if parts.is_empty() {
        faults.impossible(*keys.sum, ImpossibleTarget::SumOfNoCount);
        return None;
    }
    let all = || parts.iter().flat_map(|part| &part.of);
    let in_hours = all().filter(|activity| names.is_in_hours(activity)).count();
    let unlike = in_hours > 0 && in_hours < all().count();
    if all().any(|activity| names.is_about_persons(activity)) {
        // Beside its parts a sum would tell those that are withheld.
        faults.impossible(*keys.sum, ImpossibleTarget::SumOfPersons);
        return None;
    }
    if unlike {
        faults.impossible(*keys.sum, ImpossibleTarget::SumOfUnlike);
        return None;
    }
    Some(parts)
}

/// Everything that the targets count, each activity once.
pub(super) fn activities(parts: &[Target], at: Position) -> Vec<At<String>> {
    let mut all: Vec<At<String>> = Vec::new();
    for value in parts.iter().flat_map(|part| &part.of) {
        if !all.iter().any(|known| known.value == *value) {
            let value = value.clone();
            all.push(At { at, value });
        }
    }
    all
}
