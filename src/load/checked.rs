//! One key's value, read and told if it cannot be meant.

use super::faults::Faults;
use super::table::Table;
use super::tree::Spot;
use super::value::{self, Number};
use crate::model::agreement::{Frequency, Length};
use crate::model::quantity::Amount;
use crate::model::span::{DateSpan, Period};

/// Whether an id can be one; tells it if not.
pub(super) fn checked_id(id: &str, spot: Spot, faults: &Faults) -> bool {
    let good = value::is_id(id);
    if !good {
        faults.invalid(spot, "id", id, "id");
    }
    good
}

/// Whether `days` lie inside the term, or there is none to lie in.
pub(super) fn in_term(days: DateSpan, term: Option<DateSpan>) -> bool {
    term.is_none_or(|term| days.within(term))
}

/// A length of time.
pub(super) fn length(table: &Table<'_>, key: &str) -> Option<Length> {
    let text = table.text(key)?;
    let length = value::length(text);
    if length.is_none() {
        table
            .faults
            .invalid(table.spot_of(key), key, text, "length");
    }
    length
}

/// The name of a period: `2023-09`, `2023-T2`, `2023`, `term`.
pub(super) fn period(table: &Table<'_>, key: &str, term: Option<DateSpan>) -> Option<String> {
    let text = table.text(key)?;
    let good = match term {
        Some(term) => Period::parse(text, term).is_ok(),
        None => text == "term" || text.parse::<Period>().is_ok(),
    };
    if !good {
        table
            .faults
            .invalid(table.spot_of(key), key, text, "period");
        return None;
    }
    Some(text.to_owned())
}

/// «day 5».
pub(super) fn day_of_month(table: &Table<'_>, key: &str) -> Option<u32> {
    let text = table.text(key)?;
    let day = value::day_of_month(text);
    if day.is_none() {
        table.faults.invalid(table.spot_of(key), key, text, "day");
    }
    day
}

/// The mail address of a table.
pub(super) fn address(table: &Table<'_>) -> Option<String> {
    let address = table.text("address")?;
    if value::is_address(address) {
        return Some(address.to_owned());
    }
    // What stands there may be anything, an identity number by mistake: the sentence names the key, not the text.
    table
        .faults
        .invalid(table.spot_of("address"), "address", "none", "address");
    None
}

/// An amount from zero.
pub(super) fn amount(table: &Table<'_>, key: &str) -> Option<Amount> {
    let node = table.get(key)?;
    match value::number(&node.value) {
        Some(Number::Plain(amount)) => Some(amount),
        Some(_) => {
            table.faults.invalid(node.spot, key, "none", "number");
            None
        }
        None => table.wrong(key, "number"),
    }
}

/// «places.byar» → («places», «byar»).
pub(super) fn list_name(text: &str) -> Option<(&str, &str)> {
    text.split_once('.')
        .filter(|(kind, list)| matches!(*kind, "places" | "calendar") && value::is_id(list))
}

/// How often something is written even when nothing happened.
pub(super) fn frequency(table: &Table<'_>) -> Option<Frequency> {
    let choices = [
        ("weekly", Frequency::Weekly),
        ("monthly", Frequency::Monthly),
        ("quarterly", Frequency::Quarterly),
    ];
    table.one_of("expected", &choices)
}
