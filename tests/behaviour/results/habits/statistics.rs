//! Rows about the others: the most, the least, how many, and the numbers so far.

use super::Side;
use super::book::{Role, Row, Value, text};
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
    // So far without a row pasted once more nobody has written.
    let tables = [
        "a like table beside",
        "the header once more",
        "a row pasted twice",
    ];
    let own = |habit: &String| tables.contains(&habit.as_str());
    // And a line typed by hand has the numbers as they were.
    let by_hand = scene.sheet().rows.iter().any(|row| row.line.is_some());
    if by_hand || scene.habits.iter().any(own) {
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

/// A row of its own that takes back what another has too much.
pub(super) fn correction(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let (Some(count), Some(place)) = (scene.count, scene.place) else {
        return;
    };
    if side == Side::LookAlike {
        return innocents(scene, draw, &["Korrigeringsvägen", "Rättarboden"]);
    }
    let Some(at) = scene.take(draw) else { return };
    let sheet = scene.sheet_mut();
    let mut row = sheet.rows[at].clone();
    let things = row.number(count).unwrap_or(1.0) as u64;
    let taken = draw.within(1, things.max(1));
    row.done.clear();
    row.role = Role::Other;
    row.line = None;
    if draw.once_in(2) {
        row.put(place, text(draw.pick(&["Korrigering", "Rättelse"])));
    }
    row.put(count, Value::Number(-(taken as f64)));
    for (_, done) in &mut sheet.rows[at].done {
        *done = done.saturating_sub(taken);
    }
    sheet.insert(at + 1, row);
}

/// Whether a row's number is what others of its month are together, at its place or anywhere: nobody could know it from their sum.
pub(super) fn is_sum_of_its_month(scene: &Scene, row: usize) -> bool {
    let Some(count) = scene.count else {
        return false;
    };
    let rows = &scene.sheet().rows;
    let own = &rows[row];
    let of_month = |other: &&Row| {
        let same = |(day, _): &(chrono::NaiveDate, u64)| {
            chrono::Datelike::month(day) == chrono::Datelike::month(&own.done[0].0)
        };
        other.role == Role::Data && other.done.first().is_some_and(same)
    };
    let others = rows.iter().enumerate().filter(|(at, _)| *at != row);
    let others: Vec<&Row> = others.map(|(_, other)| other).filter(of_month).collect();
    let place = own.cells.get(1);
    let (mut all, mut same) = (0.0, 0.0);
    for other in others {
        let things = other.things(count).unwrap_or(0.0);
        all += things;
        if other.cells.get(1) == place {
            same += things;
        }
    }
    own.number(count)
        .is_some_and(|own| [all, same].contains(&own))
}

/// A number from this on that no rows above the end of the sheet add up to.
pub(super) fn of_no_sum(scene: &Scene, mut things: u64) -> u64 {
    let Some(count) = scene.count else {
        return things;
    };
    let rows = scene.sheet().rows.iter().rev();
    let numbers = rows.filter_map(|row| row.things(count));
    let sums: Vec<u64> = numbers
        .scan(0, |sum, number| {
            *sum += number as u64;
            Some(*sum)
        })
        .collect();
    while sums.contains(&things) {
        things += 1;
    }
    things
}
