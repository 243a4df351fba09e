//! Rows about the others: the most, the least, how many, and the numbers so far.

use super::Side;
use super::book::{Value, text};
use super::draw::Draw;
use super::scene::Scene;
use super::sums::{below, innocents, undated};

pub(super) fn statistics(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let Some(count) = scene.count else { return };
    if side == Side::LookAlike {
        return innocents(
            scene,
            draw,
            &["Maxi", "Minervaskolan", "Medborgarhuset", "Snittgatan"],
        );
    }
    let sheet = scene.sheet();
    let data = sheet.data();
    let numbers: Vec<f64> = data
        .iter()
        .filter_map(|row| sheet.rows[*row].number(count))
        .collect();
    let (sum, rows) = (numbers.iter().sum::<f64>(), numbers.len() as f64);
    let most = numbers.iter().copied().fold(0.0, f64::max);
    let least = numbers.iter().copied().fold(f64::MAX, f64::min);
    let average = (sum / rows.max(1.0) * 10.0).round() / 10.0;
    let all = [
        ("Max", most),
        ("Högsta", most),
        ("Min", least),
        ("Lägsta värde", least),
        ("Medel", average),
        ("Medelvärde", average),
        ("Snitt per månad", average),
        ("Antal månader", rows),
        ("Antal rader", rows),
        ("Antal dagar", 365.0),
        ("Median", average),
        ("Flest", most),
    ];
    for _ in 0..1 + draw.below(3) {
        let (words, value) = draw.pick(&all);
        let row = undated(scene, draw, words, Value::Formula(value));
        below(scene, draw, row);
    }
}

pub(super) fn cumulative(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let Some(count) = scene.count else { return };
    let words = draw.pick(&[
        "Ackumulerat antal",
        "Antal ack.",
        "Hittills i år",
        "Antal (ackumulerat)",
        "Totalt hittills",
    ]);
    let column = match side {
        Side::Habit => count,
        Side::LookAlike => scene.column(words),
    };
    // Two tables of a sheet have each their own.
    let tables = ["a like table beside", "the header once more"];
    if scene
        .habits
        .iter()
        .any(|habit| tables.contains(&habit.as_str()))
    {
        return;
    }
    let mut so_far = 0.0;
    for row in scene.sheet().data() {
        let row = &mut scene.sheet_mut().rows[row];
        so_far += row.done.iter().map(|(_, done)| *done as f64).sum::<f64>();
        row.put(column, Value::Formula(so_far));
    }
    if side == Side::Habit {
        let header = scene.sheet().header();
        scene.sheet_mut().rows[header].put(count, text(words));
        scene.heading_of_count = Some(words);
    }
}
