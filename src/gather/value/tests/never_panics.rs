use proptest::prelude::*;

use super::words;
use crate::gather::cell::Cell;
use crate::gather::value;
use crate::model::quantity::Amount;

/// Asks everything of a cell.
fn ask(cell: &Cell, year: Option<i32>) {
    value::number(cell, true);
    value::number(cell, false);
    value::hours(cell);
    value::minutes(cell);
    value::date(cell, year);
    value::week(cell, year);
    value::month(cell, year);
    value::year(cell);
    value::mark(cell);
    value::times(cell);
    value::field(cell, year);
    let text = value::text(cell);
    value::month_heading(&text);
    value::part_heading(&text);
    value::year_in(&text);
    value::is_planned_or_cancelled(&text);
    value::is_nothing_to_report(&text);
    value::is_total_label(&text);
}

/// Pieces of what people write, in any order.
const PIECES: &str = "(ca |minst |v|v\\.|vecka |w|maj|dec | jan|-|–|/|\\.|,| och | till |kl |:|h|tim|min|tal|[0-9]{1,4}| |\\+|å|é|2023){0,9}";

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,30}", year in proptest::option::of(any::<i32>())) {
        ask(&words(&text), year);
    }

    #[test]
    fn no_likely_text_makes_it_panic(text in PIECES, year in proptest::option::of(1980..2110i32)) {
        ask(&words(&text), year);
    }

    #[test]
    fn no_number_makes_it_panic(number in any::<f64>(), year in proptest::option::of(any::<i32>())) {
        ask(&Cell::Number(number), year);
        ask(&Cell::Date { day: None, time: None, serial: Some(number) }, year);
    }

    #[test]
    fn an_estimate_holds_what_is_estimated(things in 0u64..1_000_000, more in 0u64..1000) {
        let amount = Amount::whole(things);
        let ways = ["{}", "ca {}", "omkring {}", "drygt {}", "knappt {}", "minst {}", "högst {}", "{} st", "about {}", "{}+", "{}-tal"];
        for way in ways {
            let read = value::number(&words(&way.replace("{}", &things.to_string())), true).is();
            prop_assert!(read.is_some_and(|read| read.quantity.holds(amount)), "{} {}", way, things);
        }
        let range = value::number(&words(&format!("{things}–{}", things + more)), true).is();
        prop_assert!(range.is_some_and(|read| read.quantity.holds(amount) && read.quantity.holds(Amount::whole(things + more))));
    }

    #[test]
    fn a_date_read_back_is_the_date(days in 0u64..40_000, year in proptest::option::of(1990..2100i32)) {
        let day = chrono::NaiveDate::from_ymd_opt(1990, 1, 1).unwrap() + chrono::Days::new(days);
        for way in ["%Y-%m-%d", "%-d/%-m %Y", "%-d.%-m.%Y", "%Y%m%d", "%-d %B %Y", "%Y-%m-%d %H:%M"] {
            let text = day.and_hms_opt(13, 0, 0).unwrap().format(way).to_string();
            let read = value::date(&words(&text), year).is().unwrap_or_else(|| panic!("{text}"));
            prop_assert_eq!((read.span.from, read.span.to, read.assumed_year), (day, day, false), "{}", text);
        }
    }
}
