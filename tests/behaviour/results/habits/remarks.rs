//! What people write beside a row: that it was called off, a status, a line through it, a word about nothing at all.

use super::book::{Row, Script, Value, text};
use super::draw::Draw;
use super::scene::{Scene, Shape, nth_day};
use super::{About, Habit, Side};

pub(super) const HABITS: &[Habit] = &[
    Habit {
        name: "called off in a remark",
        about: About::Rows,
        fits: Scene::is_log,
        put: called_off,
    },
    Habit {
        name: "what stood in the way",
        about: About::Rows,
        fits: |scene| matches!(scene.shape, Shape::Occasions | Shape::Counts),
        put: in_the_way,
    },
    Habit {
        name: "a column of statuses",
        about: About::Marks,
        fits: Scene::is_log,
        put: statuses,
    },
    Habit {
        name: "struck through",
        about: About::Rows,
        fits: |scene| scene.is_log() && scene.format().has_dress(),
        put: struck,
    },
    Habit {
        name: "a title of what was called off",
        about: About::Sums,
        fits: Scene::is_log,
        put: titled,
    },
    Habit {
        name: "nothing to report",
        about: About::Rows,
        fits: Scene::is_log,
        put: nothing,
    },
    Habit {
        name: "a sample row",
        about: About::Rows,
        fits: |scene| matches!(scene.shape, Shape::Occasions | Shape::Counts),
        put: sample,
    },
    Habit {
        name: "a note digit",
        about: About::Cells,
        fits: |scene| scene.count.is_some() && scene.format().has_dress(),
        put: note_digit,
    },
    Habit {
        name: "a form that was called off",
        about: About::Rows,
        fits: |scene| scene.shape == Shape::Forms,
        put: form,
    },
];

const CALLED_OFF: [&str; 18] = [
    "Fick utgå, personalbrist",
    "Fick ställas in, snö",
    "Måste avbokas pga larm",
    "Uteblev",
    "Inställt pga snö",
    "Inställd",
    "Blev inte av, ingen personal",
    "Ställdes in på grund av sjukdom",
    "Ej genomförd",
    "Kunde inte genomföras",
    "Avbokat",
    "Framflyttad till hösten",
    "Hölls inte pga storm",
    "INSTÄLLT!",
    "Avlyst",
    "inställt p.g.a. larm",
    "Uppskjutet",
    "Genomfördes ej",
];

/// It may have been held all the same.
const IN_THE_WAY: [&str; 16] = [
    "Skolan var stängd",
    "Badet stängt pga storm",
    "Lovdag",
    "Studiedag på skolan",
    "Eleverna hade lov",
    "Ej svar från skolan",
    "Fick inget svar",
    "Rektorn svarade inte",
    "Skolan har inte återkommit",
    "Fick inte tag på rektorn",
    "Föreningen tackade nej",
    "Skolan avböjde besök",
    "Förhinder",
    "Larm kom emellan",
    "Kom inte fram pga snö",
    "Ingen kom",
];

const NOT_IN_THE_WAY: [&str; 12] = [
    "Skolan var stängd för obehöriga under mötet",
    "Lovdagsaktivitet",
    "Aktivitet under studiedagen",
    "Alla svarade på frågorna",
    "Kiosken stängd, lugnt på torget",
    "Stängde grinden efter oss",
    "En elev tackade nej till intervju",
    "Inget svar behövdes",
    "Ingen kom till skada",
    "Svar från skolan: mycket bra",
    "Kom fram till samma sak",
    "Bra kontakt med rektorn",
];

const INNOCENT: [&str; 14] = [
    "Utgår från torget",
    "Utgången spärrad, annars lugnt",
    "Utställning i biblioteket",
    "Inställsam hund",
    "Planket är målat",
    "Bra uppslutning",
    "Lugnt",
    "Många ungdomar",
    "Avlösning kl 21",
    "Mötte rektorn",
    "Regn",
    "Två patruller",
    "Samtal om cykelställ",
    "Flyttade en cykel",
];

fn called_off(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let heading = draw.pick(&["Anm", "Kommentar", "Övrigt", "Anteckningar"]);
    let said: &[&str] = match side {
        Side::Habit => &CALLED_OFF,
        Side::LookAlike => &INNOCENT,
    };
    remarked(scene, draw, heading, said, |_| side == Side::Habit);
}

fn in_the_way(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let heading = draw.pick(&["Anm", "Kommentar", "Övrigt", "Hur gick det"]);
    let said: &[&str] = match side {
        Side::Habit => &IN_THE_WAY,
        Side::LookAlike => &NOT_IN_THE_WAY,
    };
    remarked(scene, draw, heading, said, |draw| {
        side == Side::Habit && !draw.once_in(3)
    });
}

/// Has one or two rows say one of these things, and be done no more where that makes it so.
fn remarked(
    scene: &mut Scene,
    draw: &mut Draw,
    heading: &str,
    said: &[&'static str],
    undoes: impl Fn(&mut Draw) -> bool,
) {
    let column = scene.column(heading);
    for _ in 0..1 + draw.below(2) {
        let Some(row) = scene.take(draw) else { return };
        let words = draw.pick(said);
        let row = &mut scene.sheet_mut().rows[row];
        row.put(column, text(words));
        if undoes(draw) {
            row.done.clear();
        }
    }
}

fn statuses(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let column = scene.column(draw.pick(&["Status", "Läge", "Utfört"]));
    let held = draw.pick(&["Genomförd", "Klar", "Genomfört", "Utfört"]);
    for row in scene.sheet().data() {
        scene.sheet_mut().rows[row].put(column, text(held));
    }
    for _ in 0..1 + draw.below(2) {
        let Some(row) = scene.take(draw) else { return };
        let words = [
            "Inställd",
            "Planerad",
            "Avbokad",
            "Ej genomförd",
            "Framflyttad",
            "Kommande",
        ];
        if side == Side::Habit {
            let row = &mut scene.sheet_mut().rows[row];
            row.put(column, text(draw.pick(&words)));
            row.done.clear();
        }
    }
}

fn struck(scene: &mut Scene, draw: &mut Draw, side: Side) {
    for _ in 0..1 + draw.below(2) {
        let Some(row) = scene.take(draw) else { return };
        let row = &mut scene.sheet_mut().rows[row];
        for cell in &mut row.cells {
            cell.struck = side == Side::Habit;
            cell.bold = side == Side::LookAlike;
        }
        if side == Side::Habit {
            row.done.clear();
        }
    }
}

fn titled(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let title = match side {
        Side::Habit => draw.pick(&[
            "Inställda",
            "Planerade",
            "Kommande",
            "Inställda under hösten",
            "Ej genomförda",
            "Planerat",
        ]),
        Side::LookAlike => draw.pick(&[
            "Genomförda",
            "Under hösten",
            "Östra delen",
            "Efter semestern",
        ]),
    };
    let rows: Vec<Row> = (0..2)
        .map(|at| {
            let mut row = scene.data(nth_day(280 + 60 * at), "Gågatan", draw.within(31, 39));
            row.taken = true;
            if side == Side::Habit {
                row.done.clear();
            }
            row
        })
        .collect();
    let sheet = scene.sheet_mut();
    if draw.once_in(2) {
        sheet.rows.push(Row::blank());
    }
    sheet.rows.push(Row::lone(title));
    sheet.rows.extend(rows);
}

fn nothing(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let column = scene.column("Anmärkning");
    let Some(row) = scene.take(draw) else { return };
    let (count, place) = (scene.count, scene.place);
    let row = &mut scene.sheet_mut().rows[row];
    match side {
        Side::Habit => {
            let words = [
                "Inget att rapportera",
                "Inga insatser",
                "Ingenting att rapportera",
                "Inget att redovisa",
            ];
            row.put(column, text(draw.pick(&words)));
            row.done.clear();
            for column in count.into_iter().chain(place) {
                row.put(column, Value::Empty);
            }
        }
        Side::LookAlike => row.put(
            column,
            text(draw.pick(&["Lugn kväll", "Många frågor", "Inget bråk"])),
        ),
    }
}

fn sample(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let mut row = scene.data(nth_day(1), "Skriv platsen här", 1);
    match side {
        Side::Habit => {
            row.done.clear();
            if draw.once_in(2) {
                row.put(scene.when, text("ÅÅÅÅ-MM-DD"));
                row.put(1, text(draw.pick(&["Exempel", "Exempel: Torget"])));
            }
        }
        Side::LookAlike => row.put(
            1,
            text(draw.pick(&["Exempelgatan", "Mallvägen", "Skrivarhuset"])),
        ),
    }
    row.taken = true;
    let header = scene.sheet().header();
    scene.sheet_mut().insert(header + 1, row);
}

fn note_digit(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let Some(column) = scene.count else { return };
    let Some(row) = scene.take(draw) else { return };
    let row = &mut scene.sheet_mut().rows[row];
    let number = row.number(column).unwrap_or(1.0).to_string();
    let pieces = match (side, draw.once_in(2)) {
        (Side::Habit, true) => vec![(number, Script::Plain), ("1".to_owned(), Script::Raised)],
        (Side::Habit, false) => vec![("7".to_owned(), Script::Struck), (number, Script::Plain)],
        (Side::LookAlike, _) => vec![(number, Script::Bold), (" st".to_owned(), Script::Plain)],
    };
    row.put(column, Value::Rich(pieces));
}

fn form(scene: &mut Scene, draw: &mut Draw, side: Side) {
    let index = draw.below(scene.books[0].sheets.len());
    let sheet = &mut scene.books[0].sheets[index];
    let (label, words) = match side {
        Side::Habit => draw.pick(&[
            ("Status:", "Inställd"),
            ("Anmärkning:", "Inställt pga snö"),
            ("Kommentar:", "Blev inte av"),
            ("Genomförd:", "Nej"),
        ]),
        Side::LookAlike => draw.pick(&[
            ("Väder:", "Sol"),
            ("Anmärkning:", "Bra uppslutning"),
            ("Status:", "Genomförd"),
        ]),
    };
    let line = Row::new(super::book::Role::Other, vec![text(label), text(words)]);
    sheet.rows.push(line);
    if side == Side::Habit {
        sheet.rows.iter_mut().for_each(|row| row.done.clear());
    }
}
