//! What rows people add, leave out, prefill and type askew.

use chrono::{Datelike, Days};

use super::book::{Role, Row, Value, number, text};
use super::draw::Draw;
use super::scene::{MONTHS, Scene, Shape, nth_day};
use super::{About, Habit, Side};

fn occasions(scene: &Scene) -> bool {
    matches!(scene.shape, Shape::Occasions | Shape::Counts)
}

pub(super) const HABITS: &[Habit] = &[
    Habit {
        name: "formulas dragged down",
        about: About::Columns,
        fits: |scene| occasions(scene) && !scene.format().is_text(),
        put: dragged,
    },
    Habit {
        name: "boxes not ticked",
        about: About::Columns,
        fits: |scene| occasions(scene) && !scene.format().is_text(),
        put: super::tables::boxes,
    },
    Habit {
        name: "days filled in beforehand",
        about: About::Rows,
        fits: |scene| occasions(scene) || scene.shape == Shape::Weeks,
        put: prefilled,
    },
    Habit {
        name: "a row pasted twice",
        about: About::Rows,
        fits: |scene| occasions(scene),
        put: twice,
    },
    Habit {
        name: "no day",
        about: About::Cells,
        fits: |scene| occasions(scene),
        put: undated,
    },
    Habit {
        name: "a day in words",
        about: About::Cells,
        fits: |scene| occasions(scene),
        put: worded,
    },
    Habit {
        name: "last year's rows",
        about: About::Sums,
        fits: |scene| occasions(scene),
        put: last_year,
    },
    Habit {
        name: "a row in one cell",
        about: About::Sums,
        fits: |scene| occasions(scene),
        put: in_one_cell,
    },
    Habit {
        name: "blank rows and notes",
        about: About::Rows,
        fits: Scene::is_log,
        put: notes,
    },
    Habit {
        name: "the header once more",
        about: About::Rows,
        fits: |scene| !matches!(scene.shape, Shape::Forms),
        put: header_again,
    },
    Habit {
        name: "titles above",
        about: About::Columns,
        fits: |scene| scene.shape != Shape::Forms && !scene.format().is_text(),
        put: titles,
    },
    Habit {
        name: "a merged place",
        about: About::Columns,
        fits: |scene| scene.place.is_some() && scene.format().has_merges(),
        put: super::tables::merged,
    },
    Habit {
        name: "hidden rows",
        about: About::Columns,
        fits: |scene| scene.is_log() && !scene.format().is_text(),
        put: hidden,
    },
    Habit {
        name: "a heading otherwise",
        about: About::Columns,
        fits: Scene::is_log,
        put: heading,
    },
    Habit {
        name: "another table below",
        about: About::Sums,
        fits: |scene| scene.is_log() || scene.shape == Shape::Requests,
        put: below,
    },
    Habit {
        name: "another table beside",
        about: About::Sums,
        fits: |scene| scene.is_log() && !scene.format().is_text(),
        put: beside,
    },
];

fn dragged(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let column = scene.column("Vecka");
    let when = scene.when;
    for row in scene.sheet().data() {
        let row = &mut scene.sheet_mut().rows[row];
        if let Value::Day(day) = row.cells[when].value {
            row.put(column, Value::Formula(f64::from(day.iso_week().week())));
        }
    }
    if side == Side::Habit {
        for _ in 0..4 + draw.below(8) {
            let mut row = Row::new(Role::Other, Vec::new());
            row.put(column, Value::Formula(52.0));
            if let (Some(count), true) = (scene.count, draw.once_in(2)) {
                row.put(count, Value::Formula(0.0));
            }
            scene.sheet_mut().rows.push(row);
        }
    }
}

fn prefilled(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let first = nth_day(301) + Days::new(draw.below(3) as u64);
    for at in 0..5 {
        let day = first + Days::new(7 * at);
        let day = day - Days::new(u64::from(day.weekday().num_days_from_monday()));
        let mut row = scene.data(day, "Prästgården", 4);
        row.taken = true;
        let rows = &scene.sheet().rows;
        if rows
            .iter()
            .any(|other| other.cells.first() == row.cells.first())
        {
            continue;
        }
        if side == Side::Habit {
            row.done.clear();
            for column in [scene.place, scene.count].into_iter().flatten() {
                row.put(column, Value::Empty);
            }
        }
        scene.sheet_mut().rows.push(row);
    }
}

fn twice(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let Some(row) = scene.take(draw) else { return };
    let mut again = scene.sheet().rows[row].clone();
    again.taken = true;
    match side {
        Side::Habit => again.done.clear(),
        Side::LookAlike => again.put(1, text("Ladugården")),
    }
    let at = if draw.once_in(2) {
        row + 1
    } else {
        scene.sheet().rows.len()
    };
    scene.sheet_mut().insert(at, again);
}

fn undated(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let Some(row) = scene.take(draw) else { return };
    let when = scene.when;
    let row = &mut scene.sheet_mut().rows[row];
    let day = row.done[0].0;
    let month = MONTHS[day.month0() as usize];
    let way = match (side, draw.below(4)) {
        (Side::Habit, 0) => Value::Empty,
        (Side::Habit, 1) => text("?"),
        (Side::Habit, _) => text(draw.pick(&["efter sommaren", "datum saknas", "löpande"])),
        (_, 0) => text(format!("{} {month} 2025", day.day())),
        (_, 1) => text(format!("{}/{} 2025", day.day(), day.month())),
        (_, 2) => text(day.format("%Y%m%d").to_string()),
        _ => text(format!("{}.{}.2025", day.day(), day.month())),
    };
    row.put(when, way);
}

fn worded(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let Some(row) = scene.take(draw) else { return };
    let when = scene.when;
    let is_sum = super::statistics::is_sum_of_its_month(scene, row);
    let row = &mut scene.sheet_mut().rows[row];
    let day = row.done[0].0;
    let month = MONTHS[day.month0() as usize];
    let on_day = format!("den {} {month}", day.day());
    let ways = match side {
        Side::Habit => [
            format!("i {month}"),
            format!("mitten av {month}"),
            format!("någon gång i {month}"),
            format!("{month}, flera dagar"),
        ],
        Side::LookAlike => [
            if is_sum {
                on_day.clone()
            } else {
                format!("{month} 2025")
            },
            if is_sum {
                on_day.clone()
            } else {
                month.to_owned()
            },
            on_day,
            format!("{}/{}", day.day(), day.month()),
        ],
    };
    row.put(when, text(draw.words(&ways)));
}

fn last_year(scene: &mut Scene, draw: &mut Draw, side: Side) {
    for at in 0..2 {
        let day = match side {
            Side::Habit => nth_day(0) - Days::new(20 + 30 * at + draw.below(9) as u64),
            Side::LookAlike => nth_day(362 + at as usize),
        };
        let mut row = scene.data(day, "Herrgården", 2);
        row.taken = true;
        scene.sheet_mut().rows.push(row);
    }
}

fn in_one_cell(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let day = nth_day(100 + draw.below(100));
    let (date, things) = (format!("{}/{}", day.day(), day.month()), draw.within(2, 5));
    let mut row = match side {
        Side::Habit => {
            let things = if scene.count.is_some() {
                format!(", {things} kontakter")
            } else {
                String::new()
            };
            Row::lone(&format!("{date} Kyrkan{things}"))
        }
        Side::LookAlike => Row::lone(draw.pick(&[
            "Uppgifterna är kontrollerade.",
            "Källa: egna anteckningar",
            "Frågor besvaras av samordnaren",
        ])),
    };
    if side == Side::Habit {
        row.done = vec![(day, if scene.count.is_some() { things } else { 1 })];
    } else {
        scene.sheet_mut().rows.push(Row::blank());
    }
    scene.sheet_mut().rows.push(row);
}

fn notes(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let data = scene.sheet().data();
    let at = data[data.len() / 2];
    scene.sheet_mut().insert(at, Row::blank());
    if side == Side::Habit {
        let words = [
            "OBS! Nytt schema från och med här",
            "Efter sommaren",
            "* preliminärt",
            "Ny tjänstgöring",
        ];
        scene
            .sheet_mut()
            .insert(at + 1, Row::lone(draw.pick(&words)));
    }
}

fn header_again(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let sheet = scene.sheet_mut();
    let data = sheet.data();
    let at = data[data.len() / 2];
    let mut header = sheet.rows[sheet.header()].clone();
    header.role = Role::Other;
    if side == Side::Habit {
        sheet.insert(at, header);
    }
    if draw.once_in(2) {
        sheet.insert(at, Row::blank());
    }
}

fn titles(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let sheet = scene.sheet_mut();
    let words = match side {
        Side::Habit => draw.pick(&[
            "Uppdaterad 2025-12-01",
            "Datum: 2 december 2025",
            "Läge: klart",
        ]),
        Side::LookAlike => draw.pick(&[
            "Uppföljning 2025",
            "Medborgarlöftet",
            "Förs av områdespolisen",
        ]),
    };
    sheet.insert(0, Row::lone(words));
    sheet.insert(1, Row::blank());
}

fn hidden(scene: &mut Scene, draw: &mut Draw, side: Side) {
    if side == Side::Habit {
        let row = draw.pick(&scene.sheet().data());
        scene.sheet_mut().hidden_rows.push(row);
    }
}

fn heading(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let sheet = scene.sheet_mut();
    let header = sheet.header();
    for cell in &mut sheet.rows[header].cells {
        let Value::Text(heading) = &cell.value else {
            continue;
        };
        cell.value = text(match (side, draw.below(2)) {
            (Side::Habit, 0) => format!("{heading}: "),
            (Side::Habit, _) => heading.to_uppercase(),
            (Side::LookAlike, _) => format!(" {heading}"),
        });
    }
}

fn below(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let sheet = scene.sheet_mut();
    sheet.rows.push(Row::blank());
    if side == Side::Habit {
        sheet
            .rows
            .push(Row::new(Role::Other, vec![text("Namn"), text("Telefon")]));
        for name in ["Anna", "Bo"] {
            let phone = text(format!("0923-10{}", draw.within(100, 999)));
            sheet
                .rows
                .push(Row::new(Role::Other, vec![text(name), phone]));
        }
    } else {
        sheet.rows.push(Row::lone("Fylls i av gruppchefen"));
    }
}

fn beside(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let sheet = scene.sheet_mut();
    let header = sheet.header();
    let at = sheet.rows[header].cells.len() + 2;
    let words = match side {
        Side::Habit => [("Mål", 40), ("Utfall", 20)],
        Side::LookAlike => [("Telefon", 55), ("Rum", 12)],
    };
    for (row, (label, value)) in words.into_iter().enumerate() {
        let Some(row) = sheet.rows.get_mut(header + 1 + row) else {
            return;
        };
        row.put(at, text(label));
        row.put(at + 1, number(value + draw.within(0, 3)));
    }
}
