//! Tables in plain text: fields too many or too few, quotation marks, days of two conventions.

use std::collections::BTreeMap;

use chrono::Datelike;

use super::book::{Format, Value, text};
use super::draw::Draw;
use super::scene::{Scene, Shape};
use super::{About, Habit, Side};

const fn of_text(name: &'static str, about: About, put: fn(&mut Scene, &mut Draw, Side)) -> Habit {
    Habit {
        name,
        about,
        fits: |scene| {
            matches!(scene.shape, Shape::Occasions | Shape::Counts) && scene.format().is_text()
        },
        put,
    }
}

pub(super) const HABITS: &[Habit] = &[
    of_text("a field too many", About::Cells, too_many),
    of_text("a field too few", About::Cells, too_few),
    of_text("a quotation mark", About::Cells, quotation),
    of_text("days of another country", About::Columns, country),
    of_text("days of two conventions", About::Columns, conventions),
    of_text("a blank after each separator", About::Columns, blanks),
    of_text("a cell of two lines", About::Cells, lines),
    of_text("lines parted otherwise", About::Cells, otherwise),
];

fn separator(scene: &Scene) -> char {
    match scene.format() {
        Format::Csv(separator, _) => separator,
        _ => ';',
    }
}

/// The fields of a row as they would be written.
fn fields(scene: &Scene, row: usize) -> Vec<String> {
    let cells = &scene.sheet().rows[row].cells;
    let written = |value: &Value| match value {
        Value::Formula(number) => number.to_string(),
        value => value.to_string(),
    };
    cells.iter().map(|cell| written(&cell.value)).collect()
}

fn too_many(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let Some(row) = scene.take(draw) else { return };
    let separator = separator(scene);
    let place = format!("Väg 10{separator} 40");
    scene.sheet_mut().rows[row].put(1, text(place.as_str()));
    if side == Side::Habit {
        let line = fields(scene, row).join(&separator.to_string());
        scene.sheet_mut().rows[row].line = Some(line);
    }
}

fn too_few(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let Some(row) = scene.take(draw) else { return };
    let separator = separator(scene).to_string();
    let fields = fields(scene, row);
    let line = match side {
        // Without its day, or its place: what follows stands under another heading.
        Side::Habit => fields[draw.below(2).min(fields.len() - 2)..]
            .join(&separator)
            .replacen(&fields[0], "", 0),
        Side::LookAlike => fields.join(&separator),
    };
    let line = match side {
        Side::Habit if fields.len() > 2 && draw.once_in(2) => [&fields[0], &fields[2]]
            .map(String::as_str)
            .join(&separator),
        _ => line,
    };
    scene.sheet_mut().rows[row].line = Some(line);
}

fn quotation(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let Some(row) = scene.take(draw) else { return };
    let separator = separator(scene).to_string();
    match side {
        Side::Habit => {
            let mut fields = fields(scene, row);
            fields[1] = format!("\"{}", fields[1]);
            scene.sheet_mut().rows[row].line = Some(fields.join(&separator));
        }
        Side::LookAlike => scene.sheet_mut().rows[row].put(1, text("Café \"Kanelen\"")),
    }
}

fn days(scene: &mut Scene, mut way: impl FnMut(chrono::NaiveDate) -> String) {
    let when = scene.when;
    for row in scene.sheet().data() {
        let row = &mut scene.sheet_mut().rows[row];
        if let Value::Day(day) = row.cells[when].value {
            row.put(when, text(way(day)));
        }
    }
}

fn country(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let sign = draw.pick(&['/', '.', '-']);
    days(scene, |day| match side {
        Side::Habit => format!("{}/{}/{}", day.month(), day.day(), day.year()),
        Side::LookAlike => format!("{}{sign}{}{sign}{}", day.day(), day.month(), day.year()),
    });
}

fn conventions(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let before = scene.sheet().clone();
    convert(scene, draw, side);
    // Without a day over the twelfth in each nobody could know that there are two.
    let parts = |row: &super::book::Row| -> Vec<u32> {
        let cell = row.cells.get(scene.when);
        let text = cell.map(|cell| cell.value.to_string()).unwrap_or_default();
        text.split('/')
            .filter_map(|part| part.parse().ok())
            .collect()
    };
    let rows: Vec<Vec<u32>> = scene.sheet().rows.iter().map(parts).collect();
    let shows = |at: usize| rows.iter().any(|parts| parts.len() == 3 && parts[at] > 12);
    if side == Side::Habit && !(shows(0) && shows(1)) {
        *scene.sheet_mut() = before;
    }
}

fn convert(scene: &mut Scene, draw: &mut Draw, side: Side) {
    // A row pasted once more is written as it was.
    let mut known: BTreeMap<chrono::NaiveDate, bool> = BTreeMap::new();
    days(scene, |day| {
        let other = *known.entry(day).or_insert_with(|| draw.once_in(2));
        match (side, other) {
            (Side::Habit, true) => format!("{}/{}/{}", day.month(), day.day(), day.year()),
            (_, true) => day.to_string(),
            (_, false) => format!("{}/{}/{}", day.day(), day.month(), day.year()),
        }
    });
}

fn blanks(scene: &mut Scene, _: &mut Draw, side: Side) {
    let separator = match side {
        Side::Habit => format!("{} ", separator(scene)),
        Side::LookAlike => separator(scene).to_string(),
    };
    for row in 0..scene.sheet().rows.len() {
        if scene.sheet().rows[row].line.is_none() {
            let line = fields(scene, row).join(&separator);
            let in_fields = fields(scene, row)
                .iter()
                .any(|field| field.contains(separator.trim()));
            let plain = !line.contains('"') && !in_fields;
            scene.sheet_mut().rows[row].line = Some(line).filter(|_| plain);
        }
    }
}

fn lines(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let Some(row) = scene.take(draw) else { return };
    let words = match side {
        Side::Habit => "Torget\nvid kyrkan",
        Side::LookAlike => "Torget vid kyrkan",
    };
    scene.sheet_mut().rows[row].put(1, text(words));
}

/// The last lines are pasted from a file with another separator.
fn otherwise(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let own = separator(scene).to_string();
    let other = draw.pick(&[";", ",", "\t"]);
    let data = scene.sheet().data();
    let from = data.len() - 1 - draw.below(2);
    for row in data.into_iter().skip(from) {
        if scene.sheet().rows[row].line.is_some() || scene.sheet().rows[row].taken {
            continue;
        }
        let fields = fields(scene, row);
        let plain = fields
            .iter()
            .all(|field| !field.contains([';', ',', '\t', '"', '\n']));
        let line = match side {
            Side::Habit => fields.join(other),
            Side::LookAlike => fields.join(&own),
        };
        scene.sheet_mut().rows[row].taken = true;
        scene.sheet_mut().rows[row].line = Some(line).filter(|_| plain);
    }
}
