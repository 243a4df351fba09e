//! Clean workbooks of every shape and format.

use chrono::{Datelike, Days, NaiveDate};

use super::book::{Book, Format, Letters, Role, Row, Sheet, Value, number, text};
use super::draw::Draw;
use super::scene::{MONTHS, PLACES, Scene, Shape, day, nth_day};

const KINDS: [&str; 6] = [
    "Fotpatrull",
    "Trafikkontroll",
    "Skolbesök",
    "Föreläsning",
    "Grannsamverkan",
    "Trygghetsvandring",
];

impl Scene {
    pub(super) fn clean(draw: &mut Draw) -> Scene {
        let shape = draw.pick(&[
            Shape::Occasions,
            Shape::Occasions,
            Shape::Counts,
            Shape::Counts,
            Shape::Months,
            Shape::Months,
            Shape::Weeks,
            Shape::Wide,
            Shape::Wide,
            Shape::Wide,
            Shape::Forms,
            Shape::Requests,
            Shape::Steps,
        ]);
        let letters = draw.pick(&[
            Letters::Utf8,
            Letters::Utf8Marked,
            Letters::Windows,
            Letters::Dos,
            Letters::Utf16,
        ]);
        let format = match draw.below(10) {
            0..=3 => Format::Xlsx,
            4..=5 => draw.pick(&[Format::Ods, Format::Ods, Format::WideOds]),
            6 => draw.pick(&[Format::Xls, Format::Xlsb]),
            _ if shape == Shape::Forms => Format::Xlsx,
            _ => Format::Csv(draw.pick(&[';', ',', '\t']), letters),
        };
        let mut scene = Scene {
            shape,
            books: Vec::new(),
            when: 0,
            place: Some(1),
            count: None,
            style: draw.below(3),
            pattern: "polisen/**/*",
            named: None,
            mapping: String::new(),
            fields: "",
            target: String::new(),
            habits: Vec::new(),
            heading_of_count: None,
            first_year: 2025,
        };
        match shape {
            Shape::Occasions => scene.place = Some(1),
            Shape::Counts | Shape::Months => scene.count = Some(2),
            Shape::Weeks => (scene.place, scene.count) = (None, Some(1)),
            _ => scene.place = None,
        }
        let sheets = scene.sheets(draw);
        scene.books.push(Book {
            path: "polisen/Logg 2025".to_owned(),
            format,
            sheets,
        });
        scene
    }

    /// Sheets of this shape with rows of their own.
    pub(super) fn sheets(&self, draw: &mut Draw) -> Vec<Sheet> {
        match self.shape {
            Shape::Forms => (0..4 + draw.below(3))
                .map(|at| form(at * 40 + draw.below(40), draw))
                .collect(),
            Shape::Wide => vec![self.wide(draw)],
            Shape::Requests => vec![requests(draw)],
            Shape::Steps => vec![steps(draw)],
            _ => vec![self.log(draw)],
        }
    }

    fn log(&self, draw: &mut Draw) -> Sheet {
        let when = match self.shape {
            Shape::Months => "Månad",
            Shape::Weeks => "Vecka",
            _ => "Datum",
        };
        let mut headings = vec![text(when)];
        headings.extend(self.place.map(|_| text("Plats")));
        headings.extend(self.count.map(|_| text("Antal")));
        let mut rows = vec![Row::new(Role::Header, headings)];
        match self.shape {
            Shape::Months => {
                let first = draw.below(PLACES.len());
                let places = 1 + draw.below(2);
                for month in 1..=12 {
                    for at in 0..places {
                        let place = PLACES[(first + at) % PLACES.len()];
                        rows.push(self.data(day(month, 1), place, draw.within(1, 30)));
                    }
                }
            }
            Shape::Weeks => {
                let first = day(1, 6) + Days::new(7 * draw.below(5) as u64);
                for week in 0..14 {
                    let monday = first + Days::new(7 * 3 * week);
                    let sunday = monday + Days::new(6);
                    let quarter = |day: NaiveDate| day.month0() / 3;
                    if monday.year() == 2025
                        && sunday.year() == 2025
                        && quarter(monday) == quarter(sunday)
                    {
                        rows.push(self.data(monday, "", draw.within(1, 20)));
                    }
                }
            }
            _ => {
                let mut at = draw.below(20);
                for _ in 0..6 + draw.below(9) {
                    let place = draw.pick(&PLACES);
                    rows.push(self.data(nth_day(at), place, draw.within(1, 12)));
                    at += 3 + draw.below(20);
                }
            }
        }
        Sheet::new("Logg", rows)
    }

    /// A row of a log of this shape, of which as much was done as it says.
    pub(super) fn data(&self, day: NaiveDate, place: &str, things: u64) -> Row {
        let mut row = Row::new(Role::Data, Vec::new());
        row.put(self.when, self.when(day));
        if let Some(column) = self.place {
            row.put(column, text(place));
        }
        if let Some(column) = self.count {
            row.put(column, number(things));
        }
        let done = if self.count.is_some() { things } else { 1 };
        row.done = vec![(day, done)];
        row
    }

    /// When a row was, as rows of this shape say it.
    pub(super) fn when(&self, day: NaiveDate) -> Value {
        let month = MONTHS[day.month0() as usize];
        match (self.shape, self.style) {
            (Shape::Months, 0) => text(month),
            (Shape::Months, 1) => {
                let (first, rest) = month.split_at(1);
                text(format!("{}{rest} 2025", first.to_uppercase()))
            }
            (Shape::Months, _) => text(day.format("%Y-%m").to_string()),
            (Shape::Weeks, 0) => text(format!("v. {}", day.iso_week().week())),
            (Shape::Weeks, 1) => text(format!("v {}", day.iso_week().week())),
            (Shape::Weeks, _) => number(u64::from(day.iso_week().week())),
            _ => Value::Day(day),
        }
    }

    fn wide(&self, draw: &mut Draw) -> Sheet {
        let mut headings = vec![text("Aktivitet")];
        headings.extend((1..=12).map(|month| {
            let name = MONTHS[month as usize - 1];
            match self.style {
                0 => text(&name[..3]),
                1 => text(name),
                _ => Value::Day(day(month, 1)),
            }
        }));
        let mut rows = vec![Row::new(Role::Header, headings)];
        let mut kinds = KINDS;
        draw.shuffle(&mut kinds);
        for kind in kinds.iter().take(2 + draw.below(3)) {
            rows.push(self.of_kind(kind, draw));
        }
        Sheet::new("Logg", rows)
    }

    /// A row of a kind with a number in most months.
    pub(super) fn of_kind(&self, kind: &str, draw: &mut Draw) -> Row {
        let mut row = Row::new(Role::Data, vec![text(kind)]);
        for month in 1..=12 {
            if !draw.once_in(4) {
                let things = draw.within(1, 15);
                row.put(month as usize, number(things));
                row.done.push((day(month, 1), things));
            }
        }
        row
    }
}

pub(super) fn form(at: usize, draw: &mut Draw) -> Sheet {
    let on = nth_day(at);
    let mut first = Row::new(Role::Data, vec![text("Datum:"), Value::Day(on)]);
    first.done = vec![(on, 1)];
    let place = text(draw.pick(&PLACES));
    let rows = vec![
        Row::lone("Protokoll från vandringen"),
        Row::blank(),
        first,
        Row::new(Role::Other, vec![text("Plats:"), place]),
        Row::new(Role::Other, vec![text("Antal deltagare:"), number(7)]),
    ];
    Sheet::new(&on.format("%m-%d").to_string(), rows)
}

fn requests(draw: &mut Draw) -> Sheet {
    let headings = ["Inkom", "Gäller", "Återkopplat"].map(text);
    let mut rows = vec![Row::new(Role::Header, headings.to_vec())];
    let mut at = draw.below(20);
    for number in 0..6 + draw.below(5) {
        let (asked, answered) = (nth_day(at), nth_day(at + draw.below(10)));
        let about = text(format!("Ärende {}", 101 + number));
        let mut row = Row::new(
            Role::Data,
            vec![Value::Day(asked), about, Value::Day(answered)],
        );
        row.done = vec![(asked, 1)];
        rows.push(row);
        at += 8 + draw.below(20);
    }
    Sheet::new("Ärenden", rows)
}

fn steps(draw: &mut Draw) -> Sheet {
    let headings = ["Steg", "Senast", "Klart"].map(text);
    let mut rows = vec![Row::new(Role::Header, headings.to_vec())];
    let words = [
        "Avtal",
        "Kartläggning",
        "Handlingsplan",
        "Utbildning",
        "Uppföljning",
        "Rapport",
    ];
    for (step, words) in words.iter().enumerate().take(4 + draw.below(3)) {
        let due = nth_day(40 + 50 * step + draw.below(20));
        let done = due - Days::new(draw.within(0, 20));
        let mut row = Row::new(
            Role::Data,
            vec![text(*words), Value::Day(due), Value::Day(done)],
        );
        row.done = vec![(done, 1)];
        rows.push(row);
    }
    Sheet::new("Steg", rows)
}
