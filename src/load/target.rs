//! `[[pledge.target]]`: what counts, over which time, under which conditions.

use std::collections::BTreeSet;

use super::checked::{checked_id, in_term, list_name};
use super::condition::{conditions, field_is_mapped};
use super::faults::Faults;
use super::keys;
use super::kind::{self, Word as KindWord};
use super::list::Known;
use super::table::Table;
use super::tree::{Spot, Value};
use crate::model::finding::{Arg, Code};
use crate::model::span::DateSpan;
use crate::model::target::{Target, TargetKind, WindowRule};
use crate::text::nearest;

const OVER: [(&str, WindowRule); 8] = [
    ("year", WindowRule::Year),
    ("half-year", WindowRule::HalfYear),
    ("tertial", WindowRule::Tertial),
    ("quarter", WindowRule::Quarter),
    ("month", WindowRule::Month),
    ("week", WindowRule::Week),
    ("day", WindowRule::Day),
    ("term", WindowRule::Term),
];

/// The targets of a pledge, in the order of the file.
pub(super) fn targets(pledge: &Table<'_>, responsible: &[String], known: &Known) -> Vec<Target> {
    let mut seen = BTreeSet::new();
    let mut targets = Vec::new();
    for (index, node) in pledge.list("target").iter().enumerate() {
        let Some(table) = Table::open(&keys::TARGET, "target", node, pledge.faults) else {
            continue;
        };
        let own = table
            .line("id")
            .filter(|id| checked_id(id, table.spot_of("id"), table.faults));
        let id = own.map_or_else(|| (index + 1).to_string(), str::to_owned);
        if !seen.insert(id.clone()) {
            table.faults.add(
                Code::AgreementDuplicateId,
                table.spot_of("id"),
                [("id", id.as_str().into())],
            );
        }
        targets.extend(target(&table, id, responsible, known));
    }
    targets
}

fn target(table: &Table<'_>, id: String, responsible: &[String], known: &Known) -> Option<Target> {
    let word = kind::word(table);
    let of = table.words("of").unwrap_or_default();
    if of.is_empty() && word.is_some_and(|word| needs_activity(word, table)) {
        table.missing("of");
    }
    match word {
        Some(KindWord::Indicator) => of.iter().for_each(|word| {
            known.indicator(*word, table.faults);
        }),
        // What is agreed later may not have a workbook yet.
        Some(KindWord::Deferred) => {}
        _ => of.iter().for_each(|word| {
            known.activity(*word, table.faults);
        }),
    }
    let over = over(table, known);
    let kind = word.and_then(|word| kind::kind(table, word, &of, over.as_ref(), known));
    if let Some(TargetKind::EachPart { field, .. }) = &kind {
        field_is_mapped(
            field,
            (field, table.spot_of("each")),
            &of,
            known,
            table.faults,
        );
    }
    let distinct = table.line("distinct");
    if let Some(field) = distinct {
        field_is_mapped(
            field,
            (field, table.spot_of("distinct")),
            &of,
            known,
            table.faults,
        );
    }
    let only = conditions(table, "only", &of, known);
    let require = conditions(table, "require", &of, known);
    let own = known.partners_of(table, "responsible");
    let (valid, agreed, except) = (
        valid(table, known.term),
        table.day("agreed"),
        except(table, known),
    );
    Some(Target {
        id,
        kind: kind?,
        of: of
            .into_iter()
            .map(|(activity, _)| activity.to_owned())
            .collect(),
        responsible: own.unwrap_or_else(|| responsible.to_vec()),
        only,
        require,
        over: over?,
        valid,
        agreed,
        except,
        distinct: distinct.map(str::to_owned),
        interpretation: table.text("interpretation").map(str::to_owned),
        line: table.spot.line,
    })
}

/// Steps may be written in the agreement, and what is agreed later need not be known: neither then counts an activity.
fn needs_activity(word: KindWord, table: &Table<'_>) -> bool {
    match word {
        KindWord::Deferred => false,
        KindWord::Milestone => !table.has("steps"),
        // A value of the wrong type is told already; an empty list is not.
        _ => table
            .get("of")
            .is_none_or(|node| matches!(node.value, Value::List(_))),
    }
}

/// The window; `None` if it cannot be read.
fn over(table: &Table<'_>, known: &Known) -> Option<WindowRule> {
    let Some(node) = table.get("over") else {
        return Some(WindowRule::Unstated);
    };
    let text = super::table::text_of("over", node, table.faults)?;
    if let Some(("calendar", list)) = list_name(text) {
        if known.calendar_list((list, node.spot), table.faults) {
            listed_windows(list, known, table.faults);
        }
        return Some(WindowRule::Calendar(list.to_owned()));
    }
    if let Some((_, over)) = OVER.iter().find(|(name, _)| *name == text) {
        return Some(over.clone());
    }
    let lists: Vec<String> = known
        .calendar
        .keys()
        .map(|list| format!("calendar.{list}"))
        .collect();
    let names: Vec<&str> = OVER
        .iter()
        .map(|(name, _)| *name)
        .chain(lists.iter().map(String::as_str))
        .collect();
    let args = [
        ("key", "over".into()),
        ("word", text.into()),
        (
            "nearest",
            nearest(text, names.iter().copied())
                .unwrap_or("none")
                .into(),
        ),
        ("choices", names.join(", ").into()),
    ];
    table
        .faults
        .add(Code::AgreementUnknownWord, node.spot, args);
    None
}

/// A listed window that the term only cuts is judged; one wholly outside can never be.
fn listed_windows(list: &str, known: &Known, faults: &Faults) {
    let (Some(list), Some(term)) = (known.calendar.get(list), known.term) else {
        return;
    };
    for (entry, spot) in list.entries.iter().zip(&list.spots) {
        if !entry.span.overlaps(term) {
            outside_term(*spot, entry.span, term, faults);
        }
    }
}

fn outside_term(spot: Spot, span: DateSpan, term: DateSpan, faults: &Faults) {
    let args = [
        ("from", span.from.into()),
        ("to", span.to.into()),
        ("first", term.from.into()),
        ("last", Arg::Day(term.to)),
    ];
    faults.add(Code::AgreementWindowOutsideTerm, spot, args);
}

/// The days on which it is in force: an open side is the term's.
fn valid(table: &Table<'_>, term: Option<DateSpan>) -> Option<DateSpan> {
    let node = table.get("valid")?;
    let inner = Table::open(&keys::VALID, "valid", node, table.faults)?;
    if !inner.has("from") && !inner.has("to") {
        inner.missing("from");
        return None;
    }
    // An open side is filled from the term only in the right order: `valid = { from = 2025-01-01 }` after the term's end
    // is outside it, not upside down.
    let written = (inner.day("from"), inner.day("to"));
    if let (Some(term), Some(day)) = (term, written.0.xor(written.1))
        && !term.contains(day)
    {
        outside_term(inner.spot, DateSpan::day(day), term, table.faults);
        return None;
    }
    let span = inner.span(term)?;
    if !in_term(span, term) {
        outside_term(inner.spot, span, term?, table.faults);
    }
    Some(span)
}

/// The calendar list whose days are not asked for.
fn except(table: &Table<'_>, known: &Known) -> Option<String> {
    let text = table.text("except")?;
    let spot = table.spot_of("except");
    match list_name(text) {
        Some(("calendar", list)) => {
            known.calendar_list((list, spot), table.faults);
            Some(list.to_owned())
        }
        _ => {
            table.faults.invalid(spot, "except", text, "calendar");
            None
        }
    }
}
