//! What a target asks: its kind, its number, and every way in which these can contradict each other.

use super::checked::{amount, length, list_name, period};
use super::keys;
use super::list::Known;
use super::table::{self, Table};
use super::tree::{Node, Value};
use super::value::{self, Number};
use crate::model::agreement::Length;
use crate::model::finding::Code;
use crate::model::quantity::Amount;
use crate::model::span::DateSpan;
use crate::model::target::{
    AverageUnit, Bound, PartSet, SubPeriod, TargetKind, Threshold, WindowRule, WrittenStep,
};

/// The word of `kind`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    Count,
    Share,
    Cadence,
    Request,
    Milestone,
    Deferred,
    Shown,
    Indicator,
}

const WORDS: [(&str, Word); 8] = [
    ("count", Word::Count),
    ("share", Word::Share),
    ("cadence", Word::Cadence),
    ("request", Word::Request),
    ("milestone", Word::Milestone),
    ("deferred", Word::Deferred),
    ("shown", Word::Shown),
    ("indicator", Word::Indicator),
];

/// The keys that say a number.
const BOUNDS: [&str; 4] = ["at_least", "at_most", "more_than", "fewer_than"];

/// The keys of one kind or another; the rest are for all.
const KIND_KEYS: [&str; 13] = [
    "at_least",
    "at_most",
    "more_than",
    "fewer_than",
    "per",
    "weeks",
    "each",
    "among",
    "out_of",
    "longest_gap",
    "within",
    "steps",
    "distinct",
];

impl Word {
    /// Whether a key of [`KIND_KEYS`] means something in this kind. Of what is agreed later, everything may be written.
    fn has(self, key: &str) -> bool {
        match self {
            Word::Count => !matches!(key, "out_of" | "longest_gap" | "within" | "steps"),
            Word::Share => matches!(key, "at_least" | "at_most" | "out_of"),
            Word::Cadence => key == "longest_gap",
            Word::Request => key == "within",
            Word::Milestone => key == "steps",
            Word::Deferred => true,
            Word::Shown => matches!(key, "out_of" | "distinct"),
            Word::Indicator => false,
        }
    }
}

/// The kind that is written; a count if none is.
pub(super) fn word(table: &Table<'_>) -> Option<Word> {
    if table.has("kind") {
        table.one_of("kind", &WORDS)
    } else {
        Some(Word::Count)
    }
}

/// What the target asks; `None` if it cannot be, which is told.
pub(super) fn kind(
    table: &Table<'_>,
    word: Word,
    of: &[table::Word<'_>],
    over: Option<&WindowRule>,
    known: &Known,
) -> Option<TargetKind> {
    let strange: Vec<&str> = KIND_KEYS
        .into_iter()
        .filter(|key| table.has(key) && !word.has(key))
        .collect();
    for key in &strange {
        impossible::<()>(table, key, "not-of-this-kind");
    }
    if !strange.is_empty() {
        return None;
    }
    match word {
        Word::Count => count(table, over, known),
        Word::Share => share(table, of, known),
        Word::Cadence => cadence(table),
        Word::Request => Some(TargetKind::Request {
            within: within(table)?,
        }),
        Word::Milestone => {
            let steps = table
                .list("steps")
                .iter()
                .filter_map(|node| step(table, node, known.term))
                .collect();
            Some(TargetKind::Milestone { steps })
        }
        Word::Deferred => Some(TargetKind::Deferred),
        Word::Shown => Some(TargetKind::Shown {
            out_of: known.activities(table, "out_of"),
        }),
        Word::Indicator => Some(TargetKind::Indicator),
    }
}

/// Tells that the target cannot be. `why` is a token that the sentence selects on.
fn impossible<T>(table: &Table<'_>, key: &str, why: &'static str) -> Option<T> {
    let args = [("why", why.into()), ("key", key.into())];
    table
        .faults
        .add(Code::AgreementImpossibleTarget, table.spot_of(key), args);
    None
}

/// A count, an average, each of something, or a direction.
fn count(table: &Table<'_>, over: Option<&WindowRule>, known: &Known) -> Option<TargetKind> {
    let written: Vec<&str> = BOUNDS.into_iter().filter(|key| table.has(key)).collect();
    let key = match written.as_slice() {
        [] => return impossible(table, "at_least", "no-number"),
        [key] => *key,
        [_, second, ..] => return impossible(table, second, "two-bounds"),
    };
    match (table.has("per"), table.has("each")) {
        (true, true) => return impossible(table, "each", "per-and-each"),
        (true, _) | (_, true) if key == "more_than" || key == "fewer_than" => {
            return impossible(table, key, "baseline-and-rate");
        }
        (false, _) if table.has("weeks") => return impossible(table, "weeks", "weeks-without-per"),
        (_, false) if table.has("among") => {
            return impossible(table, "among", "among-without-each");
        }
        _ => {}
    }
    match key {
        "more_than" => baseline(table, key, Bound::Least),
        "fewer_than" => baseline(table, key, Bound::Most),
        _ => {
            let threshold = threshold(table, key, false)?;
            if table.has("per") {
                average(table, threshold, over)
            } else if table.has("each") {
                each(table, key, threshold, over, known)
            } else {
                Some(TargetKind::Count(threshold))
            }
        }
    }
}

/// The number of a bound. Only a share is in per cent; to ask for at least nothing is to ask nothing.
fn threshold(table: &Table<'_>, key: &str, share: bool) -> Option<Threshold> {
    let bound = if key == "at_most" {
        Bound::Most
    } else {
        Bound::Least
    };
    let Some(number) = value::number(&table.get(key)?.value) else {
        return table.wrong(key, if share { "share" } else { "number" });
    };
    let number = match number {
        Number::Percent(_) if !share => return impossible(table, key, "percent"),
        Number::Plain(number) | Number::Percent(number) => number,
        Number::Negative => return impossible(table, key, "negative"),
        Number::Unusable => {
            table
                .faults
                .invalid(table.spot_of(key), key, "none", "number");
            return None;
        }
    };
    if share && number > Amount::whole(100) {
        return impossible(table, key, "above-hundred");
    }
    if number == Amount::ZERO && bound == Bound::Least {
        return impossible(table, key, "zero");
    }
    Some(Threshold { bound, number })
}

fn average(
    table: &Table<'_>,
    threshold: Threshold,
    over: Option<&WindowRule>,
) -> Option<TargetKind> {
    let (week, month) = (AverageUnit::Week, AverageUnit::Month);
    let per = table.one_of("per", &[("week", week), ("month", month)])?;
    let iso = if table.has("weeks") {
        table.one_of("weeks", &[("iso", true)])?
    } else {
        false
    };
    let per = match (per, iso) {
        (AverageUnit::Month, true) => return impossible(table, "weeks", "weeks-without-per"),
        (AverageUnit::Week, true) => AverageUnit::IsoWeek,
        (per, _) => per,
    };
    let unit = if per == AverageUnit::Month { 2 } else { 1 };
    if over.and_then(breadth).is_some_and(|window| window < unit) {
        return impossible(table, "over", "window-shorter");
    }
    Some(TargetKind::Average { threshold, per })
}

/// How broad a window is, in order; none for windows that may be of any breadth.
fn breadth(over: &WindowRule) -> Option<u8> {
    match over {
        WindowRule::Day => Some(0),
        WindowRule::Week => Some(1),
        WindowRule::Month => Some(2),
        WindowRule::Quarter | WindowRule::Tertial | WindowRule::HalfYear | WindowRule::Year => {
            Some(3)
        }
        WindowRule::Unstated | WindowRule::Term | WindowRule::Calendar(_) => None,
    }
}

fn each(
    table: &Table<'_>,
    key: &str,
    threshold: Threshold,
    over: Option<&WindowRule>,
    known: &Known,
) -> Option<TargetKind> {
    let field = table.line("each")?;
    let every = match field {
        "day" => Some((SubPeriod::Day, 0)),
        "week" => Some((SubPeriod::Week, 1)),
        "month" => Some((SubPeriod::Month, 2)),
        _ => None,
    };
    if let Some((every, unit)) = every {
        if table.has("among") {
            return impossible(table, "among", "among-and-time");
        }
        if over.and_then(breadth).is_some_and(|window| window < unit) {
            return impossible(table, "over", "window-shorter");
        }
        return Some(TargetKind::EachPeriod { threshold, every });
    }
    // A longer sub-period is a window with a verdict of its own.
    if ["quarter", "tertial", "half-year", "year", "term"].contains(&field) && !table.has("among") {
        return impossible(table, "each", "each-window");
    }
    if threshold.bound == Bound::Most {
        return impossible(table, key, "at-most-each");
    }
    if table.has("distinct") {
        return impossible(table, "distinct", "not-of-this-kind");
    }
    let among = match table.get("among") {
        None => return impossible(table, "each", "no-among"),
        Some(node) => match &node.value {
            Value::Text(text) => match list_name(text) {
                Some(("places", list)) => {
                    known.place_list((list, node.spot), table.faults);
                    PartSet::Places(list.to_owned())
                }
                _ => {
                    table.faults.invalid(node.spot, "among", text, "among");
                    return None;
                }
            },
            _ => PartSet::Words(table.texts("among")),
        },
    };
    if among == PartSet::Words(Vec::new()) {
        return impossible(table, "among", "no-among");
    }
    Some(TargetKind::EachPart {
        number: threshold.number,
        field: field.to_owned(),
        among,
    })
}

fn baseline(table: &Table<'_>, key: &str, direction: Bound) -> Option<TargetKind> {
    let node = table.get(key)?;
    if let Some(number) = value::number(&node.value) {
        return match number {
            Number::Plain(value) => Some(TargetKind::Baseline {
                direction,
                value,
                measured: None,
                source: None,
            }),
            Number::Percent(_) => impossible(table, key, "percent"),
            Number::Negative => impossible(table, key, "negative"),
            Number::Unusable => {
                table.faults.invalid(node.spot, key, "none", "number");
                None
            }
        };
    }
    let inner = Table::open(&keys::BASELINE, key, node, table.faults)?;
    if !inner.has("value") {
        inner.missing("value");
    }
    let measured: Option<DateSpan> = if inner.has("from") || inner.has("to") {
        inner.span(None)
    } else {
        None
    };
    let value = amount(&inner, "value")?;
    if value == Amount::ZERO && direction == Bound::Most {
        return impossible(table, key, "fewer-than-none");
    }
    Some(TargetKind::Baseline {
        direction,
        value,
        measured,
        source: inner.text("source").map(str::to_owned),
    })
}

fn share(table: &Table<'_>, of: &[table::Word<'_>], known: &Known) -> Option<TargetKind> {
    let out_of = known.activities(table, "out_of");
    if out_of.is_empty() && !table.has("out_of") {
        table.missing("out_of");
    }
    let key = match (table.has("at_least"), table.has("at_most")) {
        (true, true) => return impossible(table, "at_most", "two-bounds"),
        (true, false) => "at_least",
        (false, true) => "at_most",
        (false, false) => return impossible(table, "at_least", "no-number"),
    };
    let threshold = threshold(table, key, true)?;
    let whole = !of.is_empty()
        && of
            .iter()
            .all(|(activity, _)| out_of.iter().any(|whole| whole == activity));
    if whole && of.len() == out_of.len() && !table.has("only") && !table.has("require") {
        return impossible(table, "out_of", "part-is-whole");
    }
    Some(TargetKind::Share { threshold, out_of })
}

fn cadence(table: &Table<'_>) -> Option<TargetKind> {
    if !table.has("longest_gap") {
        return impossible(table, "longest_gap", "no-gap");
    }
    match length(table, "longest_gap")? {
        Length::Days(0) | Length::Months(0) | Length::WorkingDays(0) => {
            impossible(table, "longest_gap", "zero")
        }
        longest_gap => Some(TargetKind::Cadence { longest_gap }),
    }
}

/// The time within which a request is answered: `Some(None)` if it is not said, `None` if it cannot be read.
fn within(table: &Table<'_>) -> Option<Option<Length>> {
    if table.has("within") {
        length(table, "within").map(Some)
    } else {
        Some(None)
    }
}

fn step(table: &Table<'_>, node: &Node, term: Option<DateSpan>) -> Option<WrittenStep> {
    let inner = Table::open(&keys::STEP, "steps", node, table.faults)?;
    Some(WrittenStep {
        text: inner.needed_text("text")?.to_owned(),
        by: inner.day("by"),
        done: inner.day("done"),
        sent: period(&inner, "sent", term),
    })
}
