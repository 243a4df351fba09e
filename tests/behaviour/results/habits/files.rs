//! Files beside each other in the drop folder: copies, older and newer states, deliveries that overlap, exports, other schools.

use super::book::{Book, Format, Letters, Role, Row, Sheet, Value, number, text};
use super::draw::Draw;
use super::scene::{Scene, Shape};
use super::sheets::others;
use super::{About, Habit, Side};

const fn of_files(
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

fn rows(scene: &Scene) -> bool {
    matches!(
        scene.shape,
        Shape::Occasions | Shape::Counts | Shape::Months
    )
}

fn any(scene: &Scene) -> bool {
    scene.is_log() || scene.shape == Shape::Wide
}

pub(super) const HABITS: &[Habit] = &[
    of_files(
        "a copied file",
        |scene| any(scene) || scene.shape == Shape::Requests,
        copied,
    ),
    of_files("a file in another format", any, converted),
    of_files("a longer version", any, longer),
    of_files("a conflict copy", rows, conflict),
    of_files("deliveries that overlap", rows, overlapping),
    of_files("an older state with rows of its own", rows, older),
    of_files("an export with other columns", rows, export),
    of_files("two schools with equal rows", any, schools),
    of_files("a file that nobody reads", Scene::is_log, unread),
    of_files("an older file in the archive", any, archived),
];

/// A workbook with other rows.
fn another(scene: &Scene, draw: &mut Draw, path: &str) -> Book {
    Book {
        path: path.to_owned(),
        format: scene.format(),
        sheets: vec![others(scene, draw)],
    }
}

fn copied(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let book = match side {
        Side::Habit => {
            let names = [
                "polisen/Logg 2025 - kopia",
                "polisen/Kopia av Logg 2025",
                "polisen/Logg 2025 (1)",
                "polisen/Logg 2025-DESKTOP-7A1BC2D",
                "polisen/Rapport till mötet",
                "polisen/mars/Logg 2025",
                "polisen/Logg 2025 slutlig",
            ];
            scene.books[0].copy(draw.pick(&names))
        }
        Side::LookAlike if scene.shape == Shape::Requests => return,
        Side::LookAlike => another(scene, draw, "polisen/Logg söder 2025"),
    };
    scene.books.push(book);
}

fn converted(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let mut book = match side {
        Side::Habit => scene.books[0].copy("polisen/Logg 2025"),
        Side::LookAlike => another(scene, draw, "polisen/Logg söder 2025"),
    };
    let plain =
        book.sheets.len() == 1 && book.sheets[0].merges.is_empty() && !has_dress(&book.sheets[0]);
    let by_hand = book.sheets[0].rows.iter().any(|row| row.line.is_some());
    let formats = [
        Format::Xlsx,
        Format::Ods,
        Format::Xls,
        Format::Xlsb,
        Format::Csv(';', Letters::Utf8Marked),
    ];
    let mut formats: Vec<Format> = formats
        .into_iter()
        .filter(|format| format.ending() != book.format.ending())
        .collect();
    formats.retain(|format| format.has_dress() || plain);
    if by_hand {
        return;
    }
    book.format = draw.pick(&formats);
    scene.books.push(book);
}

fn has_dress(sheet: &Sheet) -> bool {
    let cells = sheet.rows.iter().flat_map(|row| &row.cells);
    let mut dressed = cells.filter(|cell| {
        cell.struck
            || matches!(
                cell.value,
                Value::Rich(_) | Value::Bool(_) | Value::Formula(_)
            )
    });
    dressed.next().is_some()
}

/// Without its last rows.
fn earlier(scene: &Scene, path: &str, missing: usize) -> Book {
    let mut book = scene.books[0].copy(path);
    let sheet = &mut book.sheets[0];
    let data = sheet.data();
    if scene.shape == Shape::Wide {
        let header = sheet.header();
        for row in sheet.rows.iter_mut().skip(header + 1) {
            row.cells.truncate(13 - missing.min(6));
        }
        return book;
    }
    let from = data[data.len().saturating_sub(missing).max(1)];
    sheet.rows.truncate(from);
    sheet.merges.retain(|(_, _, bottom, _)| *bottom < from);
    sheet.hidden_rows.retain(|row| *row < from);
    book
}

fn longer(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let missing = 1 + draw.below(3);
    let book = match side {
        Side::Habit => {
            let names = [
                "polisen/Logg 2025 november",
                "polisen/Logg",
                "polisen/Närvaro t.o.m. november",
                "polisen/Logg 2025 v1",
            ];
            earlier(scene, draw.pick(&names), missing)
        }
        Side::LookAlike => another(scene, draw, "polisen/Logg söder 2025"),
    };
    scene.books.push(book);
}

fn conflict(scene: &mut Scene, draw: &mut Draw, side: Side) {
    if side == Side::LookAlike {
        let book = another(scene, draw, "polisen/Söder 2025");
        return scene.books.push(book);
    }
    if scene.heading_of_count.is_some() {
        return;
    }
    let mut book = scene.books[0].copy("polisen/Logg 2025-DESKTOP-7A1BC2D");
    let mut row = scene.data(
        super::scene::day(12, 20),
        "Hembygdsgården",
        draw.within(1, 9),
    );
    mark(scene, &mut row);
    row.taken = true;
    let last = last_of_table(&book.sheets[0]);
    let rows = &mut book.sheets[0].rows;
    rows.insert(last + 1, row);
    book.sheets[0]
        .merges
        .retain(|(_, _, bottom, _)| *bottom <= last);
    scene.books.push(book);
}

/// The last row under the header, before any title.
fn last_of_table(sheet: &Sheet) -> usize {
    let header = sheet.header();
    let is_title = |row: &Row| row.cells.len() == 1 && row.role == Role::Other;
    let below = sheet.rows.iter().enumerate().skip(header + 1);
    let table = below.take_while(|(_, row)| !is_title(row));
    let data = table.filter(|(_, row)| row.role == Role::Data);
    data.map(|(row, _)| row).last().unwrap_or(header)
}

/// Marks that a row needs to count.
fn mark(scene: &Scene, row: &mut super::book::Row) {
    let header = &scene.sheet().rows[scene.sheet().header()];
    for (column, cell) in header.cells.iter().enumerate() {
        if [text("Enligt mall"), text("Polis"), text("Kommun")].contains(&cell.value) {
            row.put(column, text("x"));
        }
    }
}

fn overlapping(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let mut book = another(scene, draw, "polisen/Logg 2025 del 2");
    if side == Side::Habit {
        let own = scene.sheet();
        let data = own.data();
        let half = data.len() / 2;
        let common = data.iter().skip(half).map(|row| {
            let mut copy = own.rows[*row].clone();
            // What is merged over it stands in it, too.
            for (top, column, bottom, _) in &own.merges {
                if (top + 1..=*bottom).contains(row) {
                    copy.put(*column, own.rows[*top].cells[*column].value.clone());
                }
            }
            copy.done.clear();
            copy
        });
        let header = book.sheets[0].header();
        let common: Vec<_> = common.filter(|row| row.line.is_none()).collect();
        let sheet = &mut book.sheets[0];
        for row in common.into_iter().rev() {
            sheet.insert(header + 1, row);
        }
        if scene.heading_of_count.is_some() {
            return;
        }
    }
    scene.books.push(book);
}

/// The older of two states has a row that the newer has not: it was forgotten there.
fn older(scene: &mut Scene, draw: &mut Draw, side: Side) {
    if side == Side::LookAlike {
        let book = another(scene, draw, "polisen/Logg söder 2025");
        return scene.books.push(book);
    }
    if scene.heading_of_count.is_some() {
        return;
    }
    let name = draw.pick(&[
        "polisen/Logg 2025 v1",
        "polisen/Logg 2025 (1)",
        "polisen/Logg 2025 gammal",
    ]);
    // Two rows fewer and one of its own: the other is surely the newer.
    let mut book = earlier(scene, name, 2);
    let mut row = scene.data(
        super::scene::day(5, 20),
        "Hembygdsgården",
        draw.within(1, 9),
    );
    mark(scene, &mut row);
    row.taken = true;
    let last = last_of_table(&book.sheets[0]);
    let rows = &mut book.sheets[0].rows;
    rows.insert(last + 1, row);
    book.sheets[0].merges.clear();
    scene.books.push(book);
}

/// The same rows as a system exports them: other columns besides, and days written otherwise.
fn export(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let mut book = match side {
        Side::Habit => scene.books[0].copy("polisen/export"),
        Side::LookAlike => another(scene, draw, "polisen/export"),
    };
    // A row pasted twice has two numbers in an export.
    if scene
        .habits
        .iter()
        .any(|habit| habit == "a row pasted twice")
    {
        return;
    }
    if book.sheets.len() > 1
        || book.sheets[0].rows.iter().any(|row| row.line.is_some())
        || has_struck(&book.sheets[0])
    {
        return;
    }
    book.format = match scene.format() {
        Format::Csv(..) => Format::Xlsx,
        _ => Format::Csv(';', Letters::Utf8),
    };
    let when = scene.when;
    let sheet = &mut book.sheets[0];
    for (top, column, bottom, _) in std::mem::take(&mut sheet.merges) {
        let value = sheet.rows[top].cells[column].value.clone();
        for row in top + 1..=bottom {
            sheet.rows[row].put(column, value.clone());
        }
    }
    // A system has no rows of which only the day is known.
    let place = scene.place;
    let known = |row: &Row| {
        let blank = |column: usize| {
            let cell = row.cells.get(column);
            cell.is_none_or(|cell| cell.value == Value::Empty)
        };
        if row.role != Role::Header && !blank(when) && place.is_some_and(blank) {
            return false;
        }

        row.cells
            .iter()
            .filter(|cell| cell.value != Value::Empty)
            .count()
            != 1
    };
    sheet.rows.retain(known);
    sheet.hidden_rows.clear();
    let header = sheet.header();
    let mut id = draw.within(100, 900);
    for (at, row) in sheet.rows.iter_mut().enumerate() {
        if row.cells.is_empty() {
            continue;
        }
        let is_text = book.format.is_text();
        if let (Value::Day(day), true) = (
            row.cells
                .get(when)
                .map(|cell| cell.value.clone())
                .unwrap_or_default(),
            is_text,
        ) {
            row.put(when, text(day.to_string()));
        }
        let (first, last) = match at {
            at if at == header => (text("Id"), text("Ändrad av")),
            _ if row.role == Role::Data => (number(id), text("system")),
            _ => (Value::Empty, Value::Empty),
        };
        id += 7;
        row.cells.insert(0, first.into());
        row.cells.push(last.into());
    }
    scene.books.push(book);
}

fn has_struck(sheet: &Sheet) -> bool {
    let mut cells = sheet.rows.iter().flat_map(|row| &row.cells);
    cells.any(|cell| cell.struck || matches!(cell.value, Value::Rich(_)))
}

fn schools(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let names = draw.pick(&[
        ("polisen/Norra skolan 2025", "polisen/Södra skolan 2025"),
        ("polisen/Norra/Logg 2025", "polisen/Södra/Logg 2025"),
        ("polisen/Bergaskolan 2025", "polisen/Dalskolan 2025"),
    ]);
    scene.books[0].path = names.0.to_owned();
    let book = match side {
        Side::Habit => Book {
            path: names.1.to_owned(),
            ..scene.books[0].clone()
        },
        Side::LookAlike => another(scene, draw, names.1),
    };
    scene.books.push(book);
}

fn unread(scene: &mut Scene, draw: &mut Draw, side: Side) {
    match side {
        Side::Habit => {
            scene.pattern = "polisen/Logg 20??.*";
            let book = another(scene, draw, "polisen/Logg v1-52 2025");
            scene.books.push(book);
        }
        Side::LookAlike => {
            scene.pattern = "polisen/Logg*";
            let book = another(scene, draw, "polisen/Logg söder 2025");
            scene.books.push(book);
        }
    }
}

fn archived(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let book = match side {
        Side::Habit => {
            let folder = draw.pick(&[
                "polisen/Arkiv/Logg 2025",
                "polisen/gammalt/Logg 2025",
                "polisen/backup/Logg 2025",
            ]);
            let missing = 1 + draw.below(2);
            earlier(scene, folder, missing)
        }
        Side::LookAlike => another(scene, draw, "polisen/Arkiv/Söder 2025"),
    };
    scene.books.push(book);
}
