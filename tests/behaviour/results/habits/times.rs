//! What people write of when something was: several days at once, two years on a sheet, a column of the day it was done.

use chrono::{Datelike, Days, NaiveDate};

use super::book::{Sheet, Value, text};
use super::draw::Draw;
use super::scene::{COMPLETED, MONTHS, Scene, Shape};
use super::{About, Habit, Side};

pub(super) const HABITS: &[Habit] = &[
    Habit {
        name: "several days in a cell",
        about: About::Cells,
        fits: |scene| scene.shape == Shape::Occasions,
        put: several,
    },
    Habit {
        name: "a sheet of two years",
        // In a copy under another name nobody could know of which.
        about: About::Files,
        fits: |scene| {
            matches!(scene.shape, Shape::Occasions | Shape::Counts) && !scene.format().is_text()
        },
        put: two_years,
    },
    Habit {
        name: "a sheet a year",
        about: About::Files,
        fits: |scene| {
            matches!(scene.shape, Shape::Occasions | Shape::Counts) && !scene.format().is_text()
        },
        put: sheet_a_year,
    },
    Habit {
        name: "a column of the day it was done",
        about: About::Marks,
        fits: |scene| scene.shape == Shape::Occasions,
        put: completed,
    },
];

fn short(day: NaiveDate) -> String {
    format!("{}/{}", day.day(), day.month())
}

fn several(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let Some(row) = scene.take(draw) else { return };
    let when = scene.when;
    let row = &mut scene.sheet_mut().rows[row];
    let first = row.done[0].0;
    // All of them in one month.
    let first = first.with_day(1 + first.day() % 9).expect("a day");
    let days: Vec<NaiveDate> = (0..2 + draw.below(3))
        .map(|at| first + Days::new(4 * at as u64))
        .collect();
    let written: Vec<String> = days.iter().map(|day| short(*day)).collect();
    if side == Side::LookAlike {
        let month = MONTHS[first.month0() as usize];
        let last = first.day() + 1;
        let ways = [
            format!("{}–{last} {month}", first.day()),
            format!(
                "{}/{} - {last}/{}",
                first.day(),
                first.month(),
                first.month()
            ),
            format!("{} {month}, 2025", first.day()),
        ];
        row.put(when, text(draw.words(&ways)));
        row.done = vec![(first, 1)];
        return;
    }
    let (last, before) = written.split_last().expect("days");
    let ways = [
        written.join(", "),
        format!("{} och {last}", before.join(", ")),
        written.join(" + "),
        written.join("; "),
    ];
    row.put(when, text(draw.words(&ways)));
    row.done = days.into_iter().map(|day| (day, 1)).collect();
}

/// Days without a year, the first of them of the year before.
fn two_years(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let when = scene.when;
    let data = scene.sheet().data();
    // Of which year a row in words is, nobody could know.
    let rows = &scene.sheet().rows;
    let is_day = |row: &usize| matches!(rows[*row].cells[when].value, Value::Day(_));
    let pasted = |habit: &String| habit == "a row pasted twice" || habit == "parts of rows";
    if !data.iter().all(is_day) || scene.habits.iter().any(pasted) {
        return;
    }
    let from = match side {
        Side::Habit => data.len() / 2,
        Side::LookAlike => 0,
    };
    let name = match side {
        Side::Habit => draw.pick(&["2024-2025", "Logg 2024–2025", "Läsåret 2024/25"]),
        Side::LookAlike => draw.pick(&["Logg 2025", "Närvaro år 2025"]),
    };
    for (nth, row) in data.into_iter().enumerate() {
        let row = &mut scene.sheet_mut().rows[row];
        let Value::Day(day) = row.cells[when].value else {
            continue;
        };
        if day.year() != 2025 {
            continue;
        }
        // The autumn before stands above the year.
        let before = nth < from;
        let own = day;
        let day = match before {
            true => NaiveDate::from_ymd_opt(2024, 9 + (nth as u32) / 3, 1 + (nth as u32 % 3) * 9)
                .expect("a day"),
            false => day,
        };
        row.put(when, text(short(day)));
        // Of a table beside it the row has more.
        if before {
            row.done.retain(|(day, _)| *day != own);
        }
    }
    scene.sheet_mut().name = name.replace('/', "-");
}

/// An agreement of two years, the first of them on a sheet of its own: its days without a year, or with one.
fn sheet_a_year(scene: &mut Scene, draw: &mut Draw, side: Side) {
    // What is of another year than the agreement's is no longer that.
    let of_years = [
        "last year's rows",
        "rows to compare with",
        "the numbers so far",
    ];
    if scene
        .habits
        .iter()
        .any(|habit| of_years.iter().any(|known| habit.contains(known)))
    {
        return;
    }
    scene.first_year = 2024;
    let header = scene.sheet().rows[scene.sheet().header()].clone();
    let mut rows = vec![header];
    for at in 0..4 + draw.below(5) {
        let day = super::scene::nth_day(10 + 31 * at + draw.below(20));
        let day = day.with_year(2024).expect("a day");
        let mut row = scene.data(
            day,
            draw.pick(&["Bryggan", "Kvarnen", "Vallen"]),
            draw.within(1, 9),
        );
        if side == Side::Habit {
            row.put(scene.when, text(short(day)));
        }
        rows.push(row);
    }
    let sheet = Sheet::new(draw.pick(&["2024", "Logg 2024", "År 2024"]), rows);
    let at = draw.below(2);
    if side == Side::Habit {
        scene.sheet_mut().name = "2025".to_owned();
    }
    scene.books[0].sheets.insert(1, sheet);
    if at == 0 && scene.habits.is_empty() {
        scene.books[0].sheets.swap(0, 1);
    }
}

fn completed(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let column = scene.column(draw.pick(&COMPLETED));
    let when = scene.when;
    for row in scene.sheet().data() {
        let row = &mut scene.sheet_mut().rows[row];
        row.put(column, row.cells[when].value.clone());
    }
    if side == Side::LookAlike {
        return;
    }
    for _ in 0..1 + draw.below(2) {
        let Some(row) = scene.take(draw) else { return };
        let row = &mut scene.sheet_mut().rows[row];
        row.put(column, Value::Empty);
        row.done.clear();
    }
}
