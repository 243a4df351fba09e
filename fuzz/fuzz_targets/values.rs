//! Any cell, asked for anything.
#![no_main]

use libfuzzer_sys::fuzz_target;
use lofte::gather::cell::Cell;
use lofte::gather::value::{self, Number, Parsed};
use lofte::model::quantity::{Amount, Quantity};
use lofte_fuzz::AnyCell;

fuzz_target!(|input: (AnyCell, Option<i16>)| {
    let (AnyCell(cell), year) = input;
    let year = year.map(i32::from);
    for reading in [value::number(&cell, true), value::number(&cell, false), value::hours(&cell), value::minutes(&cell)] {
        let Parsed::Is(number) = reading else { continue };
        ordered(number);
        assert!(!says_nothing(&cell), "a number out of nothing: {cell:?}");
    }
    if let Parsed::Is(Number { quantity, .. }) = value::number(&cell, false) {
        // It is kept finer than it is told.
        let told = quantity.told();
        let again = value::number(&Cell::Text(shown(told)), false);
        assert_eq!(again.clone().is().map(|number| number.quantity), Some(told), "{cell:?} shown as {} is {again:?}", shown(told));
    }
    for reading in [value::date(&cell, year), value::week(&cell, year), value::month(&cell, year)] {
        let Parsed::Is(dated) = reading else { continue };
        assert!(dated.span.from <= dated.span.to, "{cell:?} {dated:?}");
        assert!(!says_nothing(&cell), "a date out of nothing: {cell:?}");
        if dated.span.is_exact() {
            let again = value::date(&Cell::Text(dated.span.to_string()), None).is();
            assert_eq!(again.map(|again| again.span), Some(dated.span), "{cell:?}");
        }
    }
    let field = value::field(&cell, year);
    assert!(!(field.marked && says_nothing(&cell)), "a mark out of nothing: {cell:?}");
    value::mark(&cell);
    value::times(&cell);
    value::year(&cell);
    value::month_heading(&field.text);
    value::part_heading(&field.text);
    value::year_in(&field.text);
    value::is_planned_or_cancelled(&field.text);
    value::is_nothing_to_report(&field.text);
    value::is_total_label(&field.text);
});

fn ordered(number: Number) {
    let quantity = number.quantity;
    assert!(quantity.high().is_none_or(|high| quantity.low() <= high), "{quantity:?}");
    assert_eq!(number.approximate, !quantity.is_exact(), "{quantity:?}");
}

fn says_nothing(cell: &Cell) -> bool {
    match cell {
        Cell::Empty | Cell::Error(_) | Cell::Uncalculated => true,
        Cell::Text(text) => ["-–—−", ".…"].iter().any(|signs| text.trim().chars().all(|sign| signs.contains(sign))),
        _ => false,
    }
}

/// A quantity as somebody would write it.
fn shown(quantity: Quantity) -> String {
    let amount = |amount: Amount| {
        let hundredths = amount.in_hundredths();
        format!("{},{:02}", hundredths / 100, hundredths % 100)
    };
    match quantity.high() {
        Some(high) if high == quantity.low() => amount(high),
        Some(high) => format!("{}-{}", amount(quantity.low()), amount(high)),
        None => format!("minst {}", amount(quantity.low())),
    }
}
