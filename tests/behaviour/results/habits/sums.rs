//! Rows of logs that are made of other rows: sums, parts, and what is kept to compare with.

use super::book::{Role, Row, Sheet, Value, text};
use super::draw::Draw;
use super::scene::{Scene, Shape, day};
use super::{About, Habit, Side, statistics};

fn counted(scene: &Scene) -> bool {
    scene.count.is_some()
}

fn placed(scene: &Scene) -> bool {
    scene.count.is_some() && scene.place.is_some()
}

pub(super) const HABITS: &[Habit] = &[
    Habit {
        name: "a sum by name",
        about: About::Sums,
        fits: counted,
        put: named,
    },
    Habit {
        name: "a sum without a name",
        about: About::Sums,
        fits: counted,
        put: bare,
    },
    Habit {
        name: "a sum with a day",
        about: About::Sums,
        fits: placed,
        put: dated,
    },
    Habit {
        name: "sums of places",
        about: About::Sums,
        fits: placed,
        put: subtotals,
    },
    Habit {
        name: "sums of quarters",
        about: About::Sums,
        fits: |scene| scene.shape == Shape::Months,
        put: quarters,
    },
    Habit {
        name: "rows to compare with",
        about: About::Sums,
        fits: counted,
        put: compared,
    },
    Habit {
        name: "statistics below",
        about: About::Sums,
        fits: counted,
        put: statistics::statistics,
    },
    Habit {
        name: "the numbers so far",
        about: About::Sums,
        fits: |scene| matches!(scene.shape, Shape::Months | Shape::Counts),
        put: statistics::cumulative,
    },
    Habit {
        name: "a correction below nothing",
        about: About::Sums,
        fits: placed,
        put: statistics::correction,
    },
    Habit {
        name: "parts of rows",
        about: About::Sums,
        fits: placed,
        put: parts,
    },
];

/// A row without a day: words in the first column or the place's, and a number.
pub(super) fn undated(scene: &Scene, draw: &mut Draw, words: &str, value: Value) -> Row {
    let mut row = Row::new(Role::Other, Vec::new());
    let column = match scene.place {
        Some(place) if draw.once_in(2) => place,
        _ => scene.when,
    };
    row.put(column, text(words));
    if let Some(count) = scene.count {
        row.put(count, value);
    }
    row
}

fn sum(scene: &Scene) -> f64 {
    scene.count.map_or(0.0, |count| scene.sheet().sum(count))
}

pub(super) fn below(scene: &mut Scene, draw: &mut Draw, row: Row) {
    let gap = draw.once_in(3);
    let sheet = scene.sheet_mut();
    if gap {
        sheet.rows.push(Row::blank());
    }
    sheet.rows.push(row);
}

fn named(scene: &mut Scene, draw: &mut Draw, side: Side) {
    match side {
        Side::Habit => {
            let words = [
                "Summa",
                "Totalt",
                "S:a",
                "Σ",
                "Tot",
                "Totalt 2025",
                "Summa antal",
                "Hela kommunen",
                "Alla",
                "Utfall",
                "Sa",
                "Totalsumma",
                "Hela året",
                "Sammanlagt",
                "Samtliga",
                "Hela distriktet",
                "TOTALT:",
            ];
            let words = draw.pick(&words);
            let sum = Value::Formula(sum(scene));
            let row = undated(scene, draw, words, sum);
            below(scene, draw, row);
        }
        Side::LookAlike => {
            let places = [
                "Summavägen",
                "Totalförsvarets hus",
                "Sommarbyn",
                "Allaktivitetshuset",
                "Tottnäs",
                "Summa AB",
            ];
            let place = draw.pick(&places);
            let things = statistics::of_no_sum(scene, draw.within(2, 30));
            let mut row = scene.data(day(12, 15), place, things);
            row.taken = true;
            scene.sheet_mut().rows.push(row);
        }
    }
}

fn bare(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let Some(count) = scene.count else { return };
    match side {
        Side::Habit => {
            let mut row = Row::new(Role::Other, Vec::new());
            row.put(count, Value::Formula(sum(scene)));
            below(scene, draw, row);
        }
        // A row that happens to be as much as two others together.
        Side::LookAlike => {
            let data = scene.sheet().data();
            let rows = &scene.sheet().rows;
            let numbers: Vec<f64> = data
                .iter()
                .filter_map(|row| rows[*row].number(count))
                .collect();
            let [.., one, other] = numbers.as_slice() else {
                return;
            };
            let mut row = scene.data(day(12, 15), "Prästgården", (one + other) as u64);
            row.taken = true;
            scene.sheet_mut().rows.push(row);
        }
    }
}

fn dated(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let (Some(count), Some(place)) = (scene.count, scene.place) else {
        return;
    };
    let total = sum(scene);
    let data = scene.sheet().data();
    let last = scene.sheet().rows[data[data.len() - 1]].cells[scene.when]
        .value
        .clone();
    match side {
        Side::Habit => {
            let words = ["Summa", "Totalt", "S:a", "Σ", "Totalt i år", "Tot."];
            let mut row = Row::new(Role::Other, Vec::new());
            row.put(scene.when, last);
            row.put(place, text(draw.pick(&words)));
            row.put(count, Value::Formula(total));
            below(scene, draw, row);
        }
        Side::LookAlike => {
            let mut row = scene.data(day(12, 15), "Toten", draw.within(2, 9));
            row.taken = true;
            scene.sheet_mut().rows.push(row);
        }
    }
}

fn subtotals(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let Some(place) = scene.place else { return };
    let words = draw.pick(&["Summa", "Totalt", "Delsumma"]);
    let halves = halves(scene.sheet());
    let mut total = 0.0;
    for (name, last, sum) in halves.into_iter().rev() {
        total += sum;
        if side == Side::Habit {
            let mut row = undated(scene, draw, &format!("{name} {words}"), Value::Formula(sum));
            let moved = row
                .cells
                .get(place)
                .is_none_or(|cell| cell.value == Value::Empty);
            if moved {
                row.put(scene.when, Value::Empty);
                row.put(place, text(format!("{name} {words}")));
            }
            scene.sheet_mut().insert(last + 1, row);
        }
    }
    if side == Side::Habit {
        let row = undated(scene, draw, "Totalsumma", Value::Formula(total));
        scene.sheet_mut().rows.push(row);
    }
}

/// Halves of a sheet's rows: a name, the last row, and the sum.
fn halves(sheet: &Sheet) -> Vec<(&'static str, usize, f64)> {
    let data = sheet.data();
    let (one, other) = data.split_at(data.len() / 2);
    let header = &sheet.rows[sheet.header()];
    let count = header
        .cells
        .iter()
        .position(|cell| cell.value == text("Antal"));
    let sum = |rows: &[usize]| -> f64 {
        let numbers = rows
            .iter()
            .filter_map(|row| sheet.rows[*row].number(count?));
        numbers.sum()
    };
    let last = |rows: &[usize]| rows.last().copied().unwrap_or(0);
    vec![
        ("Norr", last(one), sum(one)),
        ("Söder", last(other), sum(other)),
    ]
}

fn quarters(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let Some(count) = scene.count else { return };
    let words = draw.pick(&["Kvartal", "Kv", "kvartal", "Summa kvartal"]);
    let when = scene.when;
    for quarter in (0..4).rev() {
        let sheet = scene.sheet_mut();
        let inside = |row: &Row| {
            row.done
                .iter()
                .any(|(day, _)| chrono::Datelike::month0(day) / 3 == quarter)
        };
        let rows: Vec<usize> = sheet
            .data()
            .into_iter()
            .filter(|row| inside(&sheet.rows[*row]))
            .collect();
        let Some(last) = rows.last().copied() else {
            continue;
        };
        let sum: f64 = rows
            .iter()
            .filter_map(|row| sheet.rows[*row].number(count))
            .sum();
        match side {
            Side::Habit => {
                let mut row = Row::new(Role::Other, Vec::new());
                row.put(when, text(format!("{words} {}", quarter + 1)));
                row.put(count, Value::Formula(sum));
                sheet.insert(last + 1, row);
            }
            Side::LookAlike if quarter < 3 => sheet.insert(last + 1, Row::blank()),
            Side::LookAlike => {}
        }
    }
}

pub(super) const COMPARED: [&str; 27] = [
    "Ingående från 2024",
    "IB",
    "Jmf 2024",
    "Ambition helår",
    "Per 1 000 invånare",
    "Index (2024=100)",
    "Överfört från 2024",
    "Riktvärde",
    "Läget 2024",
    "Mål",
    "Budget",
    "Föregående år",
    "Utfall 2024",
    "2024",
    "Länet",
    "Riket",
    "Kvar att göra",
    "Differens",
    "Förra året",
    "Jämförelse 2024",
    "Målnivå",
    "Prognos",
    "Mål 2025",
    "Avvikelse mot plan",
    "Antal 2024",
    "Målbild",
    "Genomsnitt i länet",
];

fn compared(scene: &mut Scene, draw: &mut Draw, side: Side) {
    match side {
        Side::Habit => {
            for _ in 0..1 + draw.below(2) {
                let words = draw.pick(&COMPARED);
                let value = Value::Number(draw.within(10, 90) as f64);
                let row = undated(scene, draw, words, value);
                below(scene, draw, row);
            }
        }
        Side::LookAlike => innocents(
            scene,
            draw,
            &[
                "Målarvägen",
                "Planvägen",
                "Länsmuseet",
                "Budgetgården",
                "Kvarnen",
                "Rikets sal",
                "Fjolåsen",
                "Ambitionsgatan",
                "Ingångsvägen",
                "Indexhuset",
            ],
        ),
    }
}

pub(super) fn innocents(scene: &mut Scene, draw: &mut Draw, places: &[&str]) {
    let place = draw.pick(places);
    let mut row = scene.data(day(12, 15), place, draw.within(2, 30));
    row.taken = true;
    scene.sheet_mut().rows.push(row);
}

fn parts(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let (Some(count), Some(place)) = (scene.count, scene.place) else {
        return;
    };
    if side == Side::LookAlike {
        return innocents(scene, draw, &["Varaverket", "Varvet", "Därö"]);
    }
    let Some(at) = scene.take(draw) else { return };
    let sheet = scene.sheet_mut();
    let mut row = sheet.rows[at].clone();
    let things = row.number(count).unwrap_or(1.0);
    row.done.clear();
    row.role = Role::Other;
    row.taken = true;
    row.put(
        place,
        text(draw.pick(&["varav kvällar", "därav barn", "varav ungdomar"])),
    );
    row.put(count, Value::Number((things / 2.0).ceil()));
    sheet.insert(at + 1, row);
}
