//! Tables of every layout as they come: fitting cells mostly, and now and then whatever else stands in workbooks.

use chrono::{Duration, NaiveDate};
use lofte::gather::cell::{Cell, Sheet};
use lofte::model::agreement::Layout;
use proptest::prelude::*;

use super::counted::layouts;
use super::proposed::cells;

fn text(word: &str) -> Cell {
    Cell::Text(word.to_owned())
}

fn words(words: &'static [&'static str]) -> BoxedStrategy<Cell> {
    prop::sample::select(words).prop_map(text).boxed()
}

fn days() -> BoxedStrategy<Cell> {
    let first = NaiveDate::from_ymd_opt(2023, 1, 1);
    let day = move |days| first.and_then(|day| day.checked_add_signed(Duration::days(days)));
    (0i64..360)
        .prop_map(move |days| Cell::Date {
            day: day(days),
            time: None,
            serial: None,
        })
        .boxed()
}

fn numbers() -> BoxedStrategy<Cell> {
    (0u32..40)
        .prop_map(|number| Cell::Number(f64::from(number)))
        .boxed()
}

/// The headings of a layout, and what stands below each; of a form its labels, and what stands beside each.
fn columns(layout: Layout) -> Vec<(&'static str, BoxedStrategy<Cell>)> {
    let kinds = || words(&["Rondering", "Skolbesök", "Mässa", "Samtal", "Fotpatrull"]);
    let places = || words(&["Torget", "Badet", "Stationen", "Skolan", "Hamnen"]);
    match layout {
        Layout::Log => vec![("Datum", days()), ("Plats", places()), ("Antal", numbers())],
        Layout::Months => {
            let months = ["jan 2023", "feb 2023", "mar 2023", "apr 2023", "maj 2023"];
            let months = months.into_iter().map(|month| (month, numbers()));
            std::iter::once(("Aktivitet", kinds()))
                .chain(months)
                .collect()
        }
        Layout::Form => vec![
            ("Datum:", days()),
            ("Plats:", places()),
            ("Aktivitet:", kinds()),
            ("Antal deltagare:", numbers()),
        ],
        Layout::Statements => vec![
            (
                "Löfte",
                words(&["Fler ronder", "Tryggare torg", "Ljusare vägar"]),
            ),
            ("Läge", words(&["Klart", "Pågår", "Ej påbörjat"])),
        ],
        Layout::Milestones => vec![
            (
                "Steg",
                words(&["Inventering", "Upphandling", "Montering", "Besiktning"]),
            ),
            ("Klart senast", days()),
            ("Klart", days()),
        ],
        Layout::Register => vec![
            ("Plats", places()),
            ("Öppnade", days()),
            ("Stängde", days()),
        ],
    }
}

fn mostly(fitting: BoxedStrategy<Cell>) -> BoxedStrategy<Cell> {
    prop_oneof![12 => fitting, 1 => Just(Cell::Empty), 1 => cells()].boxed()
}

fn rows(layout: Layout) -> BoxedStrategy<Vec<Vec<Cell>>> {
    let columns = columns(layout);
    let headings: Vec<Cell> = columns.iter().map(|(heading, _)| text(heading)).collect();
    let below: Vec<_> = columns.into_iter().map(|(_, cell)| mostly(cell)).collect();
    if layout == Layout::Form {
        let pairs = move |values: Vec<Cell>| {
            let pairs = headings.iter().cloned().zip(values);
            pairs.map(|(label, value)| vec![label, value]).collect()
        };
        return below.prop_map(pairs).boxed();
    }
    prop::collection::vec(below, 1..7)
        .prop_map(move |rows| std::iter::once(headings.clone()).chain(rows).collect())
        .boxed()
}

/// A sheet of a layout, below as many titles as people write.
fn sheet(layout: Layout) -> impl Strategy<Value = Sheet> {
    (rows(layout), 0usize..3).prop_map(move |(rows, titles)| {
        let titles = std::iter::repeat_n(vec![text("Uppföljning av löftet")], titles);
        Sheet {
            name: format!("{layout:?}"),
            rows: titles.chain(rows).collect(),
            ..Sheet::default()
        }
    })
}

/// Sheets of some layouts, in any order.
pub(super) fn tables() -> impl Strategy<Value = Vec<Sheet>> {
    let all = layouts();
    let most = all.len();
    prop::sample::subsequence(all, 1..=most)
        .prop_shuffle()
        .prop_flat_map(|some| some.into_iter().map(sheet).collect::<Vec<_>>())
}
