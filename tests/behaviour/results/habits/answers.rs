//! Marks, answers and steps: what says yes, what says no, and what says neither.

use super::book::{Value, text};
use super::draw::Draw;
use super::scene::{MONTHS, Scene, Shape};
use super::{About, Habit, Side};

pub(super) const HABITS: &[Habit] = &[
    Habit {
        name: "marks of a rule",
        about: About::Marks,
        fits: |scene| scene.shape == Shape::Occasions,
        put: marks,
    },
    Habit {
        name: "marks of who took part",
        about: About::Marks,
        fits: |scene| scene.shape == Shape::Occasions,
        put: parties,
    },
    Habit {
        name: "an answer in words",
        about: About::Cells,
        fits: |scene| scene.shape == Shape::Requests,
        put: answer,
    },
    Habit {
        name: "an open request",
        about: About::Rows,
        fits: |scene| scene.shape == Shape::Requests,
        put: open,
    },
    Habit {
        name: "a step in words",
        about: About::Cells,
        fits: |scene| scene.shape == Shape::Steps,
        put: step,
    },
];

const YES: [&str; 6] = ["ja", "x", "X", "Ja!", "✓", "JA"];
const NO: [&str; 6] = ["nej", "❌", "saknas", "Nej!", "ej", "n"];
const PERHAPS: [&str; 6] = ["delvis", "nja", "?", "nästan", "troligen", "se anm"];

fn marks(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let column = scene.column("Enligt mall");
    scene.target = "require = { mall = true }\n".to_owned();
    scene.fields = ", mall = \"Enligt mall\"";
    for row in scene.sheet().data() {
        let row = &mut scene.sheet_mut().rows[row];
        let (word, done) = match (side, draw.below(4)) {
            (Side::Habit, 0) => (draw.pick(&NO), false),
            (Side::Habit, 1) => (draw.pick(&PERHAPS), draw.once_in(2)),
            _ => (draw.pick(&YES), true),
        };
        row.put(column, text(word));
        if !done {
            row.done.clear();
        }
    }
}

fn parties(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let (police, municipality) = (scene.column("Polis"), scene.column("Kommun"));
    scene.target = "require = { partners = { all = [\"polisen\", \"kommunen\"] } }\n".to_owned();
    scene.mapping = "partners = { polisen = \"Polis\", kommunen = \"Kommun\" }\n".to_owned();
    for row in scene.sheet().data() {
        let row = &mut scene.sheet_mut().rows[row];
        row.put(police, text("x"));
        let absent = side == Side::Habit && draw.once_in(3);
        let word = match absent {
            true => draw.pick(&[
                "förhinder",
                "sjuk",
                "tackade nej",
                "frånvarande",
                "nej",
                "uteblev",
                "-",
            ]),
            false => draw.pick(&["x", "ja", "X"]),
        };
        row.put(municipality, text(word));
        if absent {
            row.done.clear();
        }
    }
}

fn answer(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let Some(row) = scene.take(draw) else { return };
    let row = &mut scene.sheet_mut().rows[row];
    let Value::Day(on) = row.cells[2].value else {
        return;
    };
    match side {
        // Answered in time, though its day is not told.
        Side::Habit if draw.once_in(3) => {
            let month = MONTHS[chrono::Datelike::month0(&on) as usize];
            row.put(2, text(month));
        }
        Side::Habit => {
            let words = [
                "planeras",
                "nej",
                "inte ännu",
                "pågår",
                "väntar på svar",
                "ej nått",
                "sökt, inget svar",
            ];
            row.put(2, text(draw.pick(&words)));
            row.done.clear();
        }
        Side::LookAlike => {
            let ways = [
                on.to_string(),
                on.format("%Y%m%d").to_string(),
                on.format("%-d/%-m %Y").to_string(),
            ];
            row.put(2, text(draw.words(&ways)));
        }
    }
}

fn open(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let Some(row) = scene.take(draw) else { return };
    let row = &mut scene.sheet_mut().rows[row];
    match side {
        Side::Habit => {
            row.put(2, Value::Empty);
            if draw.once_in(2) {
                row.put(1, Value::Empty);
            }
            row.done.clear();
        }
        Side::LookAlike => row.put(1, text("Väntrummet i planerade huset")),
    }
}

fn step(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let Some(row) = scene.take(draw) else { return };
    let row = &mut scene.sheet_mut().rows[row];
    match side {
        Side::Habit => {
            let words = [
                "Pågår",
                "Delvis",
                "80 %",
                "Nej",
                "Nästan klart",
                "Ej påbörjat",
                "",
            ];
            row.put(2, text(draw.pick(&words)));
            row.done.clear();
        }
        Side::LookAlike => row.put(2, text(draw.pick(&["Klart", "x", "Ja", "Klar"]))),
    }
}
