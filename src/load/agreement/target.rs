//! `[[pledge.target]]`: what counts, over which time, under which conditions.

use std::collections::{BTreeMap, BTreeSet};

use super::dates::span;
use super::kind;
use super::names::NameLists;
use super::sum;
use crate::load::declare::Key;
use crate::load::faults::Faults;
use crate::load::keys::{TargetKeys, ValidKeys};
use crate::load::shape::NameKind;
use crate::load::tree::Position;
use crate::load::types::{
    At, Conditions, ForEach, KindWord, OrTable, OverText, OverWord, Whole, window_words,
};
use crate::model::agreement::{Condition, Test};
use crate::model::span::DateSpan;
use crate::model::target::{Target, TargetKind, WindowRule};

/// The targets of a pledge, in the order of the file.
pub(super) fn targets(
    targets: Vec<TargetKeys>,
    responsible: &[String],
    names: &NameLists,
    faults: &Faults,
) -> Vec<Target> {
    let mut seen = BTreeSet::new();
    let mut kept: Vec<(usize, Target)> = Vec::new();
    let mut sums = Vec::new();
    for (index, keys) in targets.into_iter().enumerate() {
        let own = keys.id.value.clone();
        let id = own.unwrap_or_else(|| (index + 1).to_string());
        if !seen.insert(id.clone()) {
            faults.duplicate(keys.id.at, &id);
        }
        if keys.sum.is_written {
            sums.push((index, keys, id));
        } else {
            let one = target(keys, id, Vec::new(), responsible, names, faults);
            kept.extend(one.map(|target| (index, target)));
        }
    }
    let mut added_up = Vec::new();
    for (index, keys, id) in sums {
        if let Some(parts) = sum::parts(&keys, &kept, names, faults) {
            let one = target(keys, id, parts, responsible, names, faults);
            added_up.extend(one.map(|target| (index, target)));
        }
    }
    kept.extend(added_up);
    kept.sort_by_key(|(index, _)| *index);
    kept.into_iter().map(|(_, target)| target).collect()
}

fn target(
    mut keys: TargetKeys,
    id: String,
    parts: Vec<Target>,
    responsible: &[String],
    names: &NameLists,
    faults: &Faults,
) -> Option<Target> {
    // A word that cannot be read is told, and then no kind is meant.
    let is_count = !keys.kind.is_written;
    let word = keys.kind.value.or(is_count.then_some(KindWord::Count));
    let of = keys.of.value.take();
    // A value of the wrong type is told already.
    let of = if parts.is_empty() {
        of
    } else {
        Some(sum::activities(&parts, keys.sum.at))
    };
    let is_told = of.is_none() && keys.of.is_written;
    let is_empty = of.as_ref().is_none_or(Vec::is_empty) && !is_told;
    if is_empty && word.is_some_and(|word| needs_activity(word, &keys)) {
        faults.missing_in(keys.begin, keys.of.name, keys.of.table);
    }
    let of = of.unwrap_or_default();
    check_activities(word, &of, names, faults);
    let over = over(&keys.over, names, faults);
    let kind = word.and_then(|word| kind::kind(&mut keys, word, &of, over.as_ref(), names, faults));
    // Rows that nothing says an answer of are no requests: none would seem to have come.
    let asks_for_answers = matches!(word, Some(KindWord::Request | KindWord::ResponseTime));
    if kind.is_some() && asks_for_answers {
        names.check_field("answered", ("answered", keys.kind.at), &of, faults);
    }
    let asked = kind.iter().flat_map(TargetKind::parts);
    asked.for_each(|part| names.check_field(&part.field, (&part.field, keys.each.at), &of, faults));
    for (key, at) in [
        (&keys.distinct.value, keys.distinct.at),
        (&keys.together.value, keys.together.at),
    ] {
        // The day every activity has.
        if let Some(field) = key.as_ref().filter(|field| *field != "day") {
            names.check_field(field, (field, at), &of, faults);
        }
    }
    let only = conditions(keys.only, &of, names, faults);
    let require = conditions(keys.require, &of, names, faults);
    let when = keys.when.value.unwrap_or_default();
    when.iter()
        .for_each(|name| names.check(NameKind::Activity, &name.value, name.at, faults));
    let unit_minutes = unit_minutes(&keys.unit_minutes, &of, names, faults);
    let valid = keys
        .valid
        .value
        .and_then(|keys| valid(&keys, names.term, faults));
    Some(Target {
        id,
        kind: kind?,
        of: of.into_iter().map(|activity| activity.value).collect(),
        sum: parts,
        responsible: keys
            .responsible
            .value
            .unwrap_or_else(|| responsible.to_vec()),
        only,
        require,
        over: over?,
        valid,
        agreed: keys.agreed.value,
        except: keys.except.value,
        distinct: keys.distinct.value,
        when: when.into_iter().map(|activity| activity.value).collect(),
        unit_minutes,
        effort: keys.effort.value.unwrap_or(false),
        partial: keys.partial.value.unwrap_or(false),
        interpretation: keys.interpretation.value,
        line: keys.begin.line,
    })
}

/// How many minutes are one of each activity whose length counts.
fn unit_minutes(
    key: &Key<ForEach<Whole<1, 1440>>>,
    of: &[At<String>],
    names: &NameLists,
    faults: &Faults,
) -> BTreeMap<String, u64> {
    let mut lengths = BTreeMap::new();
    let mut add = |activity: &At<String>, at: Position, minutes: u64| {
        let alone = std::slice::from_ref(activity);
        names.check_field("minutes", ("minutes", at), alone, faults);
        lengths.insert(activity.value.clone(), minutes);
    };
    match &key.value {
        None => {}
        Some(OrTable::Short(minutes)) => of.iter().for_each(|one| add(one, key.at, *minutes)),
        Some(OrTable::Table(each)) => {
            for named in each {
                match of.iter().find(|activity| activity.value == named.name) {
                    Some(activity) => add(activity, named.at, named.value),
                    None => {
                        let known: Vec<&str> = of.iter().map(|one| one.value.as_str()).collect();
                        faults.unknown_word(named.at, key.name, &named.name, &known);
                    }
                }
            }
        }
    }
    lengths
}

/// Steps may be written in the agreement, and what is agreed later need not be known: neither then counts an activity.
fn needs_activity(word: KindWord, keys: &TargetKeys) -> bool {
    match word {
        KindWord::Deferred => false,
        KindWord::Milestone => !keys.steps.is_written,
        _ => true,
    }
}

fn check_activities(word: Option<KindWord>, of: &[At<String>], names: &NameLists, faults: &Faults) {
    let kind = match word {
        // What is agreed later may not have a workbook yet.
        Some(KindWord::Deferred) => return,
        Some(KindWord::Indicator) => NameKind::Indicator,
        _ => NameKind::Activity,
    };
    of.iter()
        .for_each(|name| names.check(kind, &name.value, name.at, faults));
}

/// The conditions that a key of a target holds.
fn conditions(
    key: Key<Conditions>,
    of: &[At<String>],
    names: &NameLists,
    faults: &Faults,
) -> Vec<Condition> {
    let mut conditions = Vec::new();
    for named in key.value.into_iter().flatten() {
        let tests = named.value.unwrap_or_default();
        let is_time = tests.iter().any(|test| matches!(test, Test::Between(..)));
        let field = if is_time { "time" } else { &named.name };
        let joins = tests
            .iter()
            .any(|test| matches!(test, Test::Any(_) | Test::Not(_)));
        if !joins {
            names.check_field(field, (&named.name, named.at), of, faults);
        }
        tests
            .iter()
            .for_each(|test| check_inner(test, named.at, of, names, faults));
        conditions.extend(tests.into_iter().map(|test| Condition {
            field: named.name.clone(),
            test,
        }));
    }
    conditions
}

/// Tells an unknown field or activity inside a test.
fn check_inner(test: &Test, at: Position, of: &[At<String>], names: &NameLists, faults: &Faults) {
    let inner: Vec<&Condition> = match test {
        Test::NamedBy(activity) => {
            names.check(NameKind::Activity, activity, at, faults);
            return;
        }
        Test::Any(tables) => tables.iter().flatten().collect(),
        Test::Not(table) => table.iter().collect(),
        _ => return,
    };
    for condition in inner {
        let is_time = matches!(condition.test, Test::Between(..));
        let field = if is_time { "time" } else { &condition.field };
        names.check_field(field, (&condition.field, at), of, faults);
        check_inner(&condition.test, at, of, names, faults);
    }
}

/// The window; `None` if it cannot be read.
fn over(key: &Key<OverText>, names: &NameLists, faults: &Faults) -> Option<WindowRule> {
    if !key.is_written {
        return Some(WindowRule::Unstated);
    }
    match key.value.as_ref()? {
        OverWord::Known(over) => {
            if let WindowRule::Calendar(list) = over {
                listed_windows(list, names, faults);
            }
            Some(over.clone())
        }
        OverWord::Unknown(word) => {
            let words = window_words(names.calendar.keys());
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            faults.unknown_word(key.at, key.name, word, &words);
            None
        }
    }
}

/// A listed window that the term only cuts is judged; one wholly outside can never be.
fn listed_windows(list: &str, names: &NameLists, faults: &Faults) {
    let (Some(list), Some(term)) = (names.calendar.get(list), names.term) else {
        return;
    };
    for entry in list.iter().filter(|entry| !entry.value.span.overlaps(term)) {
        faults.outside_term(entry.at, entry.value.span, term);
    }
}

/// The days on which it is in force: an open side is the term's.
fn valid(keys: &ValidKeys, term: Option<DateSpan>, faults: &Faults) -> Option<DateSpan> {
    if !keys.from.is_written && !keys.to.is_written {
        faults.missing(*keys.from);
        return None;
    }
    // An open side is filled from the term only in the right order: `valid = { from = 2025-01-01 }` after the term's end
    // is outside it, not upside down.
    if let (Some(term), Some(day)) = (term, keys.from.value.xor(keys.to.value))
        && !term.contains(day)
    {
        faults.outside_term(keys.begin, DateSpan::day(day), term);
        return None;
    }
    let span = span(&keys.from, &keys.to, term, faults)?;
    if let Some(term) = term
        && !span.within(term)
    {
        faults.outside_term(keys.begin, span, term);
    }
    Some(span)
}
