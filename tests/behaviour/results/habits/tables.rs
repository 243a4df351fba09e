//! Tables as statistics lay them out, and tables of the same headings beside and below each other.

use std::collections::BTreeMap;

use super::book::{Role, Row, Sheet, Value, text};
use super::draw::Draw;
use super::scene::{Scene, Shape};
use super::{About, Habit, Side};

pub(super) const HABITS: &[Habit] = &[
    Habit {
        name: "a like table beside",
        about: About::Columns,
        fits: |scene| {
            matches!(scene.shape, Shape::Occasions | Shape::Counts) && !scene.format().is_text()
        },
        put: beside,
    },
    Habit {
        name: "sums above their parts",
        about: About::Sums,
        fits: |scene| scene.shape == Shape::Wide,
        put: above_parts,
    },
    Habit {
        name: "notes and signs of statistics",
        about: About::Columns,
        fits: |scene| scene.shape == Shape::Wide,
        put: notes,
    },
    Habit {
        name: "a table of what is to do",
        about: About::Sums,
        fits: |scene| matches!(scene.shape, Shape::Occasions | Shape::Counts),
        put: to_do,
    },
];

/// The last rows stand to the right of the first, under the same headings.
fn beside(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let sheet = scene.sheet_mut();
    let header = sheet.header();
    let width = sheet.rows[header].cells.len();
    let at = width + 1 + draw.below(2);
    let headings = sheet.rows[header].cells.clone();
    if side == Side::LookAlike {
        let other = ["Namn", "Telefon"];
        for (column, words) in other.into_iter().enumerate() {
            sheet.rows[header].put(at + column, text(words));
        }
        return;
    }
    for (column, cell) in headings.into_iter().enumerate() {
        sheet.rows[header].put(at + column, cell.value);
    }
    let data = sheet.data();
    let half = data.len() - data.len() / 2;
    let moved = data[half..].to_vec();
    for (nth, from) in moved.iter().enumerate().rev() {
        let row = sheet.rows.remove(*from);
        let to = &mut sheet.rows[data[nth]];
        for (column, cell) in row.cells.into_iter().enumerate() {
            to.put(at + column, Value::Empty);
            to.cells[at + column] = cell;
        }
        to.done.extend(row.done);
        to.taken = true;
    }
    // Its cells are of two rows now.
    for row in data.into_iter().take(half) {
        sheet.rows[row].taken = true;
    }
}

/// A row over others that adds them up; they are set in under it.
fn above_parts(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let words = draw.pick(&["Polisen", "Alla insatser", "Totalt", "Insatser", "Trygghet"]);
    let sheet = scene.sheet_mut();
    // Not over rows of years.
    let is_year = |row: &usize| sheet.rows[*row].number(0).is_some();
    if sheet.data().iter().any(is_year) {
        return;
    }
    let mut row = Row::new(Role::Other, vec![text(words)]);
    for month in 1..=12 {
        row.put(month, Value::Number(sheet.sum(month) + 0.0));
    }
    let first = sheet.header() + 1;
    for at in sheet.data() {
        let own = sheet.rows[at].cells[0].value.to_string();
        let set_in = match side {
            Side::Habit => draw.pick(&["   ", "- ", "– "]),
            Side::LookAlike => "  ",
        };
        sheet.rows[at].put(0, text(format!("{set_in}{own}")));
    }
    if side == Side::Habit {
        sheet.insert(first, row);
    }
}

fn notes(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let sheet = scene.sheet_mut();
    sheet.insert(0, Row::lone("Tabell 1. Insatser efter kind och månad"));
    if side == Side::Habit {
        sheet.insert(1, Row::lone("Antal, preliminära uppgifter"));
        for row in sheet.data() {
            for month in 1..=12 {
                let cell = sheet.rows[row].cells.get(month);
                if cell.is_none_or(|cell| cell.value == Value::Empty) {
                    sheet.rows[row].put(month, text(draw.pick(&["-", "–", ".", ""])));
                }
            }
        }
    }
    sheet.rows.push(Row::blank());
    let notes = [
        "1) Från och med mars ingår även kvällar.",
        "Källa: egen uppföljning",
        "- Ingen uppgift lämnad",
    ];
    for words in notes.iter().take(1 + draw.below(3)) {
        sheet.rows.push(Row::lone(words));
    }
}

/// The same headings once more under a title, with what was not done yet.
fn to_do(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let title = match side {
        Side::Habit => draw.pick(&[
            "Att göra",
            "Kvar att genomföra",
            "To do",
            "Nästa år",
            "På gång",
        ]),
        Side::LookAlike => draw.pick(&["Norra delen", "Hösten", "Övriga"]),
    };
    let rows: Vec<Row> = (0..2)
        .map(|at| {
            let day = super::scene::nth_day(290 + 50 * at);
            let mut row = scene.data(day, "Kajen", draw.within(31, 39));
            row.taken = true;
            if side == Side::Habit {
                row.done.clear();
            }
            row
        })
        .collect();
    let sheet = scene.sheet_mut();
    let mut header = sheet.rows[sheet.header()].clone();
    header.role = Role::Other;
    sheet.rows.push(Row::blank());
    sheet.rows.push(Row::lone(title));
    sheet.rows.push(header);
    sheet.rows.extend(rows);
}

pub(super) fn merged(scene: &mut Scene, _: &mut Draw, side: Side) {
    let Some(place) = scene.place else { return };
    // A row of another place would become one pasted twice.
    if scene
        .habits
        .iter()
        .any(|habit| habit.contains("a row pasted twice"))
    {
        return;
    }
    let sheet = scene.sheet_mut();
    let data = sheet.data();
    let [.., one, other] = data.as_slice() else {
        return;
    };
    let (one, other) = (*one, *other);
    if [one, other]
        .iter()
        .any(|row| sheet.rows[*row].done.is_empty())
    {
        return;
    }
    let value = sheet.rows[one].cells[place].value.clone();
    match side {
        // Equal rows count once.
        Side::Habit if other == one + 1 && !equal_besides(sheet, one, other, place) => {
            sheet.rows[other].put(place, Value::Empty);
            sheet.merges.push((one, place, other, place));
        }
        _ if equal_besides(sheet, one, other, place) => {}
        _ => sheet.rows[other].put(place, value),
    }
}

fn equal_besides(sheet: &Sheet, one: usize, other: usize, place: usize) -> bool {
    let shown = |row: usize| {
        let cells = sheet.rows[row].cells.iter().enumerate();
        let cells = cells.filter(|(column, _)| *column != place);
        cells
            .map(|(_, cell)| cell.value.to_string())
            .collect::<Vec<_>>()
    };
    shown(one) == shown(other)
}

/// Boxes to tick, of which those of rows that nobody has filled in are there as well.
pub(super) fn boxes(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let column = scene.column("Rapporterad");
    let mut known: BTreeMap<String, bool> = BTreeMap::new();
    for row in scene.sheet().data() {
        let row = &mut scene.sheet_mut().rows[row];
        let ticked = match side {
            Side::Habit => {
                row.cells
                    .iter()
                    .filter(|cell| cell.value != Value::Empty)
                    .count()
                    > 1
            }
            // A row that is there twice is ticked alike.
            Side::LookAlike => {
                let cells: Vec<String> = row
                    .cells
                    .iter()
                    .map(|cell| cell.value.to_string())
                    .collect();
                *known.entry(cells.join("|")).or_insert(draw.once_in(2))
            }
        };
        row.put(column, Value::Bool(ticked));
    }
    if side == Side::Habit {
        for _ in 0..4 + draw.below(8) {
            let mut row = Row::new(Role::Other, Vec::new());
            row.put(column, Value::Bool(false));
            scene.sheet_mut().rows.push(row);
        }
    }
}
