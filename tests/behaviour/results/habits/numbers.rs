//! Numbers as people write them.

use super::book::{Value, number, text};
use super::draw::Draw;
use super::scene::{Scene, Shape, day};
use super::{About, Habit, Side};

const fn of_numbers(name: &'static str, put: fn(&mut Scene, &mut Draw, Side)) -> Habit {
    Habit {
        name,
        about: About::Cells,
        fits: |scene| scene.count.is_some() || scene.shape == Shape::Wide,
        put,
    }
}

pub(super) const HABITS: &[Habit] = &[
    of_numbers("a number with a remark", |scene, draw, side| {
        let off = draw.within(1, 2);
        let things = draw.within(3, 9);
        match side {
            Side::Habit => {
                let words = [
                    format!("{things} ({off} inställd)"),
                    format!("{things} (varav {off} inställda)"),
                    format!("{things}, varav {off} inställda"),
                    format!("{things} ({off} avbokad)"),
                ];
                write(scene, draw, |draw| (text(draw.words(&words)), things - off));
            }
            Side::LookAlike => write(scene, draw, |_| (text(format!("{things} st")), things)),
        }
    }),
    of_numbers("a range", |scene, draw, side| {
        let low = draw.within(2, 9);
        let more = draw.within(1, 4);
        match side {
            Side::Habit => {
                let words = [
                    format!("{low}-{}", low + more),
                    format!("{low}–{}", low + more),
                ];
                write(scene, draw, |draw| {
                    (text(draw.words(&words)), low + draw.within(0, more))
                });
            }
            Side::LookAlike => write(scene, draw, |_| (text(low.to_string()), low)),
        }
    }),
    of_numbers("a withheld number", |scene, draw, side| match side {
        Side::Habit => write(scene, draw, |draw| (text(".."), draw.within(0, 6))),
        Side::LookAlike => write(scene, draw, |_| (text("3 "), 3)),
    }),
    of_numbers("about so many", |scene, draw, side| {
        let tens = 10 * draw.within(2, 9);
        match side {
            Side::Habit => {
                let ways = ["ca ", "omkring ", "drygt ", "knappt ", "minst "];
                let way = draw.pick(&ways);
                let truth = match way {
                    "drygt " => draw.within(tens, tens + tens / 10),
                    "knappt " => draw.within(tens - tens / 10, tens),
                    "minst " => tens + draw.within(0, 9),
                    _ => draw.within(tens - tens / 10, tens + tens / 10),
                };
                write(scene, draw, |_| (text(format!("{way}{tens}")), truth));
            }
            Side::LookAlike => write(scene, draw, |_| (text(format!(" {tens}st")), tens)),
        }
    }),
    of_numbers("an error in a cell", |scene, draw, side| {
        let truth = draw.within(1, 9);
        match side {
            Side::Habit => write(scene, draw, |_| (Value::NotAvailable, truth)),
            Side::LookAlike => write(scene, draw, |_| (Value::Formula(truth as f64), truth)),
        }
    }),
    of_numbers("words for a number", |scene, draw, side| {
        let truth = draw.within(2, 7);
        match side {
            Side::Habit => {
                let words = [
                    "många",
                    "se nedan",
                    "flera",
                    "?",
                    "enligt rapport",
                    "ett antal",
                ];
                write(scene, draw, |draw| (text(draw.pick(&words)), truth));
            }
            Side::LookAlike => write(scene, draw, |_| (number(0), 0)),
        }
    }),
    of_numbers("two numbers in a cell", |scene, draw, side| match side {
        Side::Habit => {
            let words = ["2+1", "2 + 1", "2 och 1", "2/1", "2 kl 10, 1 kl 14"];
            write(scene, draw, |draw| (text(draw.pick(&words)), 3));
        }
        Side::LookAlike => write(scene, draw, |_| (text("3,0"), 3)),
    }),
    of_numbers(
        "a range that became a date",
        |scene, draw, side| match side {
            Side::Habit => write(scene, draw, |draw| {
                (Value::Day(day(3, 2)), draw.within(2, 3))
            }),
            Side::LookAlike => write(scene, draw, |_| (text("2 st."), 2)),
        },
    ),
    of_numbers("a number with a sign", |scene, draw, side| match side {
        Side::Habit => {
            let words = ["4*", "(4)", "4 1)", "4?", "~4", "4 prel."];
            write(scene, draw, |draw| (text(draw.pick(&words)), 4));
        }
        Side::LookAlike => write(scene, draw, |_| (text("1 234"), 1234)),
    }),
    of_numbers("a state for a number", |scene, draw, side| match side {
        Side::Habit => {
            let words = ["inställt", "planerat", "Inställd", "ej genomfört"];
            write(scene, draw, |draw| (text(draw.pick(&words)), 0));
        }
        Side::LookAlike => write(scene, draw, |_| (text("-"), 0)),
    }),
];

/// Writes one number of a row in another way, with what it is the number of.
fn write(scene: &mut Scene, draw: &mut Draw, way: impl FnOnce(&mut Draw) -> (Value, u64)) {
    let Some(row) = scene.take(draw) else { return };
    let (value, truth) = way(draw);
    let (column, on) = match scene.count {
        Some(column) => (column, scene.sheet().rows[row].done[0].0),
        None => {
            let month = 1 + draw.below(12);
            (month, day(month as u32, 1))
        }
    };
    let row = &mut scene.sheet_mut().rows[row];
    row.put(column, value);
    row.done.retain(|(day, _)| *day != on);
    row.done.push((on, truth));
}
