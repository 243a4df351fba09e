//! Sheets with months as columns: sums, parts, goals beside and above what was done.

use super::book::{Role, Row, Value, number, text};
use super::draw::Draw;
use super::scene::{Scene, Shape};
use super::sums::COMPARED;
use super::{About, Habit, Side};

const fn of_months(
    name: &'static str,
    about: About,
    put: fn(&mut Scene, &mut Draw, Side),
) -> Habit {
    Habit {
        name,
        about,
        fits: |scene| scene.shape == Shape::Wide,
        put,
    }
}

pub(super) const HABITS: &[Habit] = &[
    of_months("a row of sums under months", About::Sums, sums),
    of_months("a row of parts under months", About::Rows, parts),
    of_months("rows to compare with under months", About::Sums, compared),
    of_months("a row of the numbers so far", About::Sums, cumulative),
    of_months("a row of statistics under months", About::Sums, statistics),
    of_months("columns of sums", About::Columns, columns),
    of_months("a goal table above", About::Columns, above),
    // Not beside another table, which would be a copy of these rows.
    Habit {
        name: "a row a year",
        about: About::Columns,
        fits: |scene| scene.shape == Shape::Wide,
        put: years,
    },
    Habit {
        name: "two columns a month",
        // After and not beside rows of sums, which know of one column a month.
        about: About::Sums,
        fits: |scene| scene.shape == Shape::Wide && scene.format().has_merges(),
        put: pairs,
    },
];

fn sums(scene: &mut Scene, draw: &mut Draw, side: Side) {
    match side {
        Side::Habit => {
            let words = [
                "Summa",
                "Tot",
                "Σ",
                "Kommunen",
                "Totalt",
                "Sa",
                "Alla insatser",
                "Samtliga",
                "Utfall",
                "Ihop",
                "",
                "Polisområdet",
                "Insatser",
            ];
            let mut row = Row::new(Role::Other, vec![text(draw.pick(&words))]);
            for month in 1..=12 {
                row.put(month, Value::Formula(scene.sheet().sum(month)));
            }
            if draw.once_in(4) {
                scene.sheet_mut().rows.push(Row::blank());
            }
            scene.sheet_mut().rows.push(row);
        }
        Side::LookAlike => another(
            scene,
            draw,
            &[
                "Totalförsvarsdag",
                "Summering med skolan",
                "Allsång",
                "Kommunens dag",
            ],
        ),
    }
}

fn another(scene: &mut Scene, draw: &mut Draw, kinds: &[&str]) {
    let kind = draw.pick(kinds);
    let mut row = scene.of_kind(kind, draw);
    row.taken = true;
    scene.sheet_mut().rows.push(row);
}

fn parts(scene: &mut Scene, draw: &mut Draw, side: Side) {
    if side == Side::LookAlike {
        return another(scene, draw, &["Varvsdagen", "Avspärrning"]);
    }
    let Some(at) = scene.take(draw) else { return };
    let whole = scene.sheet().rows[at].clone();
    let of_all = draw.once_in(2);
    let words = draw.pick(&[
        "varav kvällstid",
        "därav med kommunen",
        "- varav helg",
        "av vilka i centrum",
    ]);
    let mut row = Row::new(Role::Other, vec![text(words)]);
    for month in 1..=12 {
        if let Some(things) = whole.number(month) {
            let part = if of_all {
                (things / 2.0).floor()
            } else {
                draw.below(things as usize + 1) as f64
            };
            row.put(month, Value::Number(part));
        }
    }
    scene.sheet_mut().insert(at + 1, row);
}

fn compared(scene: &mut Scene, draw: &mut Draw, side: Side) {
    if side == Side::LookAlike {
        return another(
            scene,
            draw,
            &[
                "Budgetrådgivning",
                "Målgruppsarbete",
                "Länstrafiken",
                "Planeringsdag",
            ],
        );
    }
    for _ in 0..1 + draw.below(2) {
        let mut row = Row::new(Role::Other, vec![text(draw.pick(&COMPARED))]);
        for month in 1..=12 {
            row.put(month, number(draw.within(1, 20)));
        }
        if draw.once_in(3) {
            scene.sheet_mut().rows.push(Row::blank());
        }
        scene.sheet_mut().rows.push(row);
    }
}

fn cumulative(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let label = match side {
        Side::Habit => draw.pick(&[
            "Ackumulerat",
            "Hittills i år",
            "Summa hittills",
            "Ack.",
            "Löpande",
            "Totalt ackumulerat",
        ]),
        Side::LookAlike => "Bokcirkel",
    };
    let mut row = Row::new(Role::Other, vec![text(label)]);
    let mut so_far = 0.0;
    for month in 1..=12 {
        match side {
            Side::Habit => so_far += scene.sheet().sum(month),
            Side::LookAlike => so_far += draw.within(0, 3) as f64,
        }
        row.put(month, Value::Number(so_far));
        if side == Side::LookAlike {
            row.done
                .push((super::scene::day(month as u32, 1), so_far as u64));
        }
    }
    scene.sheet_mut().rows.push(row);
}

fn statistics(scene: &mut Scene, draw: &mut Draw, side: Side) {
    if side == Side::LookAlike {
        return another(scene, draw, &["Maxidag", "Minigolf", "Medborgarmöte"]);
    }
    let words = draw.pick(&[
        "Max",
        "Min",
        "Medel",
        "Antal dagar",
        "Andel av året %",
        "Snitt",
    ]);
    let mut row = Row::new(Role::Other, vec![text(words)]);
    for month in 1..=12 {
        let sheet = scene.sheet();
        let numbers: Vec<f64> = sheet
            .data()
            .iter()
            .filter_map(|row| sheet.rows[*row].number(month))
            .collect();
        let most = numbers.iter().copied().fold(0.0, f64::max);
        let least = numbers.iter().copied().fold(99.0, f64::min);
        let sum: f64 = numbers.iter().sum();
        let value = match words {
            "Max" => most,
            "Min" => least,
            "Antal dagar" => 30.0,
            "Andel av året %" => 8.0,
            _ => (sum / numbers.len().max(1) as f64 * 10.0).round() / 10.0,
        };
        row.put(month, Value::Formula(value));
    }
    scene.sheet_mut().rows.push(row);
}

fn columns(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let words = match side {
        Side::Habit => draw.pick(&[
            "Totalt",
            "Summa",
            "2025",
            "Ackumulerat",
            "Hela året",
            "Mål 2025",
            "Utfall 2024",
            "Snitt",
        ]),
        Side::LookAlike => draw.pick(&["Kommentar", "Ansvarig", "Anm"]),
    };
    let column = scene.column(words);
    for row in scene.sheet().data() {
        let row = &mut scene.sheet_mut().rows[row];
        let sum: f64 = (1..=12).filter_map(|month| row.number(month)).sum();
        match side {
            Side::Habit if words.contains("20") && words != "2025" => {
                row.put(column, number(draw.within(10, 90)))
            }
            Side::Habit => row.put(column, Value::Formula(sum)),
            Side::LookAlike => row.put(column, text(draw.pick(&["AB", "CD", "lugnt"]))),
        }
    }
}

fn above(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let sheet = scene.sheet().clone();
    let table: Vec<Row> = sheet.rows[sheet.header()..].to_vec();
    let (first, second) = match side {
        Side::Habit => draw.pick(&[
            ("Mål 2025", "Utfall 2025"),
            ("Målnivåer", "Uppnått"),
            ("Målbild", "Resultat"),
            ("Budget", "Utfall"),
            ("2024", "2025"),
            ("Planerat", "Genomfört"),
            ("Plan för året", "Utfall"),
            ("Förra året", "I år"),
        ]),
        Side::LookAlike => draw.pick(&[("Norra delen", "Södra delen"), ("Polisen", "Kommunen")]),
    };
    let mut rows = vec![Row::lone(first)];
    for row in &table {
        let mut row = row.clone();
        row.taken = true;
        if row.role == Role::Header {
            row.role = Role::Other;
        } else if row.role == Role::Data {
            let mut done = Vec::new();
            for month in 1..=12 {
                let things = draw.within(16, 30);
                row.put(month, number(things));
                done.push((super::scene::day(month as u32, 1), things));
            }
            row.done = if side == Side::LookAlike {
                done
            } else {
                Vec::new()
            };
            row.role = if side == Side::LookAlike {
                Role::Data
            } else {
                Role::Other
            };
        }
        rows.push(row);
    }
    rows.push(Row::blank());
    rows.push(Row::lone(second));
    rows.extend(table);
    scene.sheet_mut().rows = rows;
}

fn years(scene: &mut Scene, draw: &mut Draw, side: Side) {
    if side == Side::LookAlike {
        return another(scene, draw, &["Årsmöte 2025", "Vision 2030"]);
    }
    // Parts of a row would be parts of nothing.
    let below = scene.sheet().rows.iter().skip(scene.sheet().header() + 1);
    let is_other = |row: &Row| row.role == Role::Other && !row.cells.is_empty();
    if below.into_iter().any(is_other) {
        return;
    }
    let rows = scene.sheet().data();
    for later in rows.iter().skip(1).rev() {
        scene.sheet_mut().rows.remove(*later);
    }
    let first = rows[0];
    scene.sheet_mut().rows[first].put(0, number(2025));
    scene.sheet_mut().rows[first].taken = true;
    for year in [2024, 2023] {
        let mut row = Row::new(Role::Other, vec![number(year)]);
        for month in 1..=12 {
            row.put(month, number(draw.within(1, 20)));
        }
        scene.sheet_mut().insert(first, row);
    }
}

fn pairs(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let (goal, outcome) = match side {
        Side::Habit => draw.pick(&[
            ("Mål", "Utfall"),
            ("Målbild", "Resultat"),
            ("Plan", "Utfall"),
            ("Budget", "Utfall"),
            ("2024", "2025"),
            ("Målnivå", "Uppnått"),
            ("Planerat", "Genomfört"),
            ("Föregående år", "I år"),
            ("Prognos", "Verkligt"),
        ]),
        Side::LookAlike => ("", ""),
    };
    let sheet = scene.sheet_mut();
    let header = sheet.header();
    if side == Side::LookAlike {
        let mut over = Row::blank();
        over.put(1, number(2025));
        sheet.insert(header, over);
        sheet.merges.push((header, 1, header, 12));
        return;
    }
    // Of two tables the other has one column a month.
    if sheet.rows[..header].iter().any(|row| row.cells.len() > 12) {
        return;
    }
    let mut under = Row::blank();
    for row in &mut sheet.rows[header..] {
        let old: Vec<_> = row.cells.clone();
        row.cells.truncate(1);
        for month in 1..=12 {
            let value = old
                .get(month)
                .map(|cell| cell.value.clone())
                .unwrap_or_default();
            if row.role == Role::Header {
                row.put(2 * month - 1, value);
            } else {
                row.put(2 * month - 1, number(draw.within(16, 30)));
                row.put(2 * month, value);
            }
        }
    }
    for month in 1..=12 {
        under.put(2 * month - 1, bare(goal));
        under.put(2 * month, bare(outcome));
        sheet
            .merges
            .push((header, 2 * month - 1, header, 2 * month));
    }
    sheet.insert(header + 1, under);
}

/// A year as a number, other words as text.
fn bare(words: &str) -> Value {
    words.parse().map_or_else(|_| text(words), Value::Number)
}
