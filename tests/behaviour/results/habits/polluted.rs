//! Tables in plain text as other programs leave them: lines above and below, separators at the end, every field in quotation marks.

use super::book::{Role, Row, Value};
use super::draw::Draw;
use super::scene::{Scene, Shape};
use super::{About, Habit, Side};

const fn of_text(name: &'static str, about: About, put: fn(&mut Scene, &mut Draw, Side)) -> Habit {
    Habit {
        name,
        about,
        fits: |scene| {
            matches!(
                scene.shape,
                Shape::Occasions | Shape::Counts | Shape::Months
            ) && scene.format().is_text()
        },
        put,
    }
}

pub(super) const HABITS: &[Habit] = &[
    of_text("lines above the table", About::Columns, above),
    of_text("lines below the table", About::Sums, below),
    of_text("a separator at the end of lines", About::Columns, trailing),
    of_text("every field in quotation marks", About::Columns, quoted),
    of_text("a line in quotation marks as a whole", About::Cells, whole),
    of_text("a line cut off", About::Sums, cut_off),
];

fn separator(scene: &Scene) -> String {
    match scene.format() {
        super::book::Format::Csv(separator, _) => separator.to_string(),
        _ => ";".to_owned(),
    }
}

/// The fields of a row as they stand in the file, if none needs quotation marks.
fn plain(scene: &Scene, row: usize) -> Option<Vec<String>> {
    let row = &scene.sheet().rows[row];
    let width = scene.sheet().rows[scene.sheet().header()].cells.len();
    let field = |column: usize| match row.cells.get(column).map(|cell| &cell.value) {
        Some(Value::Rich(_)) => None,
        Some(Value::Formula(number)) => Some(number.to_string()),
        Some(value) => Some(value.to_string()),
        None => Some(String::new()),
    };
    let fields: Option<Vec<String>> = (0..width).map(field).collect();
    let fields = fields.filter(|_| row.line.is_none() && !row.cells.is_empty())?;
    let special = |field: &String| field.contains([';', ',', '\t', '"', '\n']);
    (!fields.iter().any(special)).then_some(fields)
}

fn above(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let lines = match side {
        Side::Habit => [
            "Utskrivet av systemet",
            "Urval: alla enheter",
            "Period: helår",
        ],
        Side::LookAlike => ["Uppföljning", "Medborgarlöftet", "Förs av gruppen"],
    };
    let many = 1 + draw.below(3);
    let sheet = scene.sheet_mut();
    sheet.insert(0, Row::blank());
    for words in lines.iter().take(many) {
        sheet.insert(0, Row::lone(words));
    }
}

fn below(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let lines = match side {
        Side::Habit => ["(10 rader)", "Slut på utskrift", "Sida 1 av 1"],
        Side::LookAlike => [
            "Källa: egen uppföljning",
            "Frågor: se intranätet",
            "Fylls i varje vecka",
        ],
    };
    let sheet = scene.sheet_mut();
    sheet.rows.push(Row::blank());
    for words in lines.iter().take(1 + draw.below(3)) {
        sheet.rows.push(Row::lone(words));
    }
}

fn rewritten(scene: &mut Scene, way: impl Fn(&[String]) -> String) {
    for row in 0..scene.sheet().rows.len() {
        let line = plain(scene, row).map(|fields| way(&fields));
        if let Some(line) = line {
            scene.sheet_mut().rows[row].line = Some(line);
        }
    }
}

fn trailing(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let separator = separator(scene);
    let more = match side {
        Side::Habit => separator.repeat(1 + draw.below(3)),
        Side::LookAlike => String::new(),
    };
    rewritten(scene, |fields| format!("{}{more}", fields.join(&separator)));
}

fn quoted(scene: &mut Scene, _: &mut Draw, side: Side) {
    let separator = separator(scene);
    rewritten(scene, |fields| {
        let fields = fields.iter().enumerate().map(|(column, field)| match side {
            Side::Habit => format!("\"{field}\""),
            Side::LookAlike if column == 1 => format!("\"{field}\""),
            Side::LookAlike => field.clone(),
        });
        fields.collect::<Vec<_>>().join(&separator)
    });
}

fn whole(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let separator = separator(scene);
    let Some(row) = scene.take(draw) else { return };
    let Some(fields) = plain(scene, row) else {
        return;
    };
    let line = fields.join(&separator);
    scene.sheet_mut().rows[row].line = Some(match side {
        Side::Habit => format!("\"{line}\""),
        Side::LookAlike => line,
    });
}

/// The file ends in the middle of a row that was done.
fn cut_off(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let separator = separator(scene);
    let mut row = scene.data(super::scene::day(12, 15), "Prästgården", draw.within(2, 9));
    row.taken = true;
    row.role = Role::Data;
    scene.sheet_mut().rows.push(row);
    let last = scene.sheet().rows.len() - 1;
    if let (Side::Habit, Some(fields)) = (side, plain(scene, last)) {
        let line = fields[..2].join(&separator);
        scene.sheet_mut().rows[last].line = Some(line);
    }
}
