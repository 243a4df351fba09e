//! Sheets beside each other in one workbook: copies, sums of them, templates, and those that nobody reads.

use super::book::{Role, Row, Sheet, Value, number, text};
use super::draw::Draw;
use super::scene::{MONTHS, Scene, Shape, nth_day};
use super::{About, Habit, Side};

const fn of_sheets(
    name: &'static str,
    fits: fn(&Scene) -> bool,
    put: fn(&mut Scene, &mut Draw, Side),
) -> Habit {
    Habit {
        name,
        about: About::Files,
        fits,
        put,
    }
}

fn several(scene: &Scene) -> bool {
    (scene.is_log() || scene.shape == Shape::Wide) && !scene.format().is_text()
}

pub(super) const HABITS: &[Habit] = &[
    of_sheets("a copied sheet", several, copied),
    of_sheets(
        "a sheet of the whole year",
        |scene| scene.is_log() && several(scene),
        whole_year,
    ),
    of_sheets(
        "a pivot sheet",
        |scene| scene.shape == Shape::Counts && several(scene),
        pivot,
    ),
    of_sheets(
        "a template sheet",
        |scene| scene.shape == Shape::Occasions && several(scene),
        template,
    ),
    of_sheets(
        "a sheet that nobody reads",
        |scene| scene.is_log() && several(scene),
        unread,
    ),
    of_sheets(
        "a copied form",
        |scene| scene.shape == Shape::Forms,
        copied_form,
    ),
];

/// Rows of this shape with other places, so that none is a row of another sheet by chance.
pub(super) fn others(scene: &Scene, draw: &mut Draw) -> Sheet {
    let mut sheet = scene.sheets(draw).swap_remove(0);
    // The other habits' further columns are not there, and the heading of the numbers may be another.
    let header = sheet.header();
    if let (Some(count), Some(heading)) = (scene.count, scene.heading_of_count) {
        sheet.rows[header].put(count, text(heading));
        let mut so_far = 0.0;
        for row in sheet.data() {
            so_far += sheet.rows[row].number(count).unwrap_or(0.0);
            sheet.rows[row].put(count, Value::Formula(so_far));
        }
    }
    let wanted = &scene.sheet().rows[scene.sheet().header()];
    // With two columns a month the other has one.
    let wide = wanted.cells.len() > 20;
    for (column, cell) in wanted.cells.iter().enumerate().filter(|_| !wide) {
        sheet.rows[header].put(column, cell.value.clone());
    }
    let mark = sheet.rows[header]
        .cells
        .iter()
        .position(|cell| cell.value == text("Enligt mall"));
    let parties = ["Polis", "Kommun"].map(|name| {
        sheet.rows[header]
            .cells
            .iter()
            .position(|cell| cell.value == text(name))
    });
    for row in sheet.data() {
        for column in mark.into_iter().chain(parties.into_iter().flatten()) {
            sheet.rows[row].put(column, text("x"));
        }
        if let Some(place) = scene.place {
            let words = sheet.rows[row].cells[place].value.to_string();
            sheet.rows[row].put(place, text(format!("{words} södra")));
        }
        if scene.shape == Shape::Wide {
            let words = sheet.rows[row].cells[0].value.to_string();
            sheet.rows[row].put(0, text(format!("{words} söder")));
        }
    }
    sheet
}

fn copied(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let sheet = match side {
        Side::Habit => {
            scene
                .sheet()
                .copy(draw.pick(&["Logg (2)", "Blad2", "Utskrift", "Till mötet"]))
        }
        Side::LookAlike => Sheet {
            name: "Söder".to_owned(),
            ..others(scene, draw)
        },
    };
    scene.books[0].sheets.push(sheet);
}

fn whole_year(scene: &mut Scene, draw: &mut Draw, side: Side) {
    // Of a half of nothing but days nobody could know whether they were filled in beforehand.
    let beforehand = "days filled in beforehand";
    if scene.habits.iter().any(|habit| habit == beforehand) {
        return;
    }
    let whole = scene.sheet().clone();
    let first = whole.header() + 1;
    let half = first + (whole.rows.len() - first) / 2;
    let mut spring = whole.clone();
    let mut autumn = whole.clone();
    spring.name = "Vår".to_owned();
    autumn.name = "Höst".to_owned();
    let kept = |(top, left, bottom, right): (usize, usize, usize, usize)| {
        (bottom < half).then_some((top, left, bottom, right))
    };
    spring.merges = whole.merges.iter().copied().filter_map(kept).collect();
    spring.rows.truncate(half);
    autumn.merges.clear();
    autumn.rows.drain(first..half);
    spring.hidden_rows.clear();
    autumn.hidden_rows.clear();
    let mut sheets = vec![spring, autumn];
    if side == Side::Habit && whole.merges.is_empty() {
        let at = draw.below(3);
        sheets.insert(
            at,
            whole.copy(draw.pick(&["Helår", "Alla", "Sammanställning", "2025"])),
        );
    } else if !whole.merges.is_empty() {
        sheets = vec![whole];
    }
    scene.books[0].sheets = sheets;
}

fn pivot(scene: &mut Scene, _: &mut Draw, side: Side) {
    let Some(count) = scene.count else { return };
    // Nobody adds up the numbers so far, or two tables at once.
    let others = ["the numbers so far", "a like table beside"];
    if scene
        .habits
        .iter()
        .any(|habit| others.contains(&habit.as_str()))
    {
        return;
    }
    let heading = scene.heading_of_count.unwrap_or("Antal");
    let mut rows = vec![Row::new(
        Role::Header,
        vec![text("Datum"), text("Plats"), text(heading)],
    )];
    let by_month: Vec<(usize, f64)> = (0..12)
        .map(|month| {
            let rows = scene
                .sheet()
                .rows
                .iter()
                .filter(|row| row.role == Role::Data);
            let inside = rows.filter(|row| {
                row.done
                    .iter()
                    .any(|(day, _)| chrono::Datelike::month0(day) as usize == month)
            });
            (month, inside.filter_map(|row| row.number(count)).sum())
        })
        .filter(|(_, sum)| *sum > 0.0)
        .collect();
    let mut total = 0.0;
    for (month, sum) in &by_month {
        rows.push(Row::new(
            Role::Other,
            vec![text(MONTHS[*month]), Value::Empty, Value::Number(*sum)],
        ));
        total += sum;
    }
    rows.push(Row::new(
        Role::Other,
        vec![text("Totalsumma"), Value::Empty, Value::Number(total)],
    ));
    match side {
        Side::Habit => scene.books[0].sheets.push(Sheet::new("Pivot", rows)),
        Side::LookAlike => {
            let rows = vec![
                Row::new(Role::Other, vec![text("Namn"), text("Telefon")]),
                Row::new(Role::Other, vec![text("Anna"), text("0923-10101")]),
            ];
            scene.books[0].sheets.push(Sheet::new("Kontaktlista", rows));
        }
    }
}

fn template(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let header = scene.sheet().rows[scene.sheet().header()].clone();
    let mut row = scene.data(nth_day(0), "Skriv platsen här", 1);
    match side {
        Side::Habit => row.done.clear(),
        Side::LookAlike => row.put(1, text("Utegymmet")),
    }
    let name = match side {
        Side::Habit => draw.pick(&["Mall", "Exempel", "Mall (kopiera)"]),
        Side::LookAlike => draw.pick(&["Malmen", "Övrigt"]),
    };
    let marked = header.cells.iter().enumerate().skip(2);
    for (column, cell) in marked {
        if [text("Enligt mall"), text("Polis"), text("Kommun")].contains(&cell.value) {
            row.put(column, text("x"));
        }
    }
    scene.books[0]
        .sheets
        .insert(0, Sheet::new(name, vec![header, row]));
    scene.books[0].sheets.swap(0, 1);
}

fn unread(scene: &mut Scene, draw: &mut Draw, side: Side) {
    match side {
        Side::Habit => {
            scene.named = Some("Logg*");
            let mut sheet = others(scene, draw);
            sheet.name = (draw.pick(&["2025 insatser", "Sommaren", "Blad2"])).to_owned();
            scene.books[0].sheets.push(sheet);
        }
        Side::LookAlike => {
            scene.named = Some("Logg*");
            let rows = vec![
                Row::new(
                    Role::Other,
                    vec![text("Namn"), text("Telefon"), text("Rum")],
                ),
                Row::new(
                    Role::Other,
                    vec![text("Anna"), text("0923-10101"), number(4)],
                ),
                Row::new(Role::Other, vec![text("Bo"), text("0923-10102"), number(5)]),
            ];
            scene.books[0].sheets.push(Sheet::new("Kontaktlista", rows));
        }
    }
}

fn copied_form(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let sheets = &mut scene.books[0].sheets;
    let index = draw.below(sheets.len());
    let name = format!("{} (2)", sheets[index].name);
    let sheet = match side {
        Side::Habit => sheets[index].copy(&name),
        Side::LookAlike => super::clean::form(340 + draw.below(10), draw),
    };
    if sheets.iter().all(|one| one.name != sheet.name) {
        sheets.push(sheet);
    }
}
