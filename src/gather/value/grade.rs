//! Several school years in one cell: «4–6», «åk F-3», «årskurs 7 till 9».

use super::plain::plain;
use crate::gather::cell::Cell;
use chrono::Datelike;

/// The school years that a cell names, each in the ways it may be asked for; nothing if it names none.
pub fn grades(cell: &Cell) -> Vec<String> {
    let ends = match cell {
        Cell::Text(text) => of_text(&plain(text)),
        // «4-6» that the spreadsheet made a day of.
        Cell::Date {
            day: Some(day),
            time: None,
            ..
        } => Some((day.day(), day.month())).filter(|(from, to)| from < to && *to <= LAST),
        Cell::Number(number)
            if number.fract() == 0.0 && (1.0..=f64::from(LAST)).contains(number) =>
        {
            Some((*number as u32, *number as u32))
        }
        _ => None,
    };
    let Some((from, to)) = ends else {
        return Vec::new();
    };
    let names = (from..=to).flat_map(|grade| {
        let name = if grade == 0 {
            "f".to_owned()
        } else {
            grade.to_string()
        };
        ["", "åk ", "årskurs ", "klass "].map(|before| format!("{before}{name}"))
    });
    names.collect()
}

/// The last year of school.
const LAST: u32 = 9;

/// The first and the last year of a plain text; the preschool class is 0.
fn of_text(text: &str) -> Option<(u32, u32)> {
    let before = [
        "årskurserna",
        "årskurser",
        "årskurs",
        "åk.",
        "åk",
        "klasserna",
        "klass",
        "grades",
        "grade",
        "år",
    ];
    let bare = before
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(text)
        .trim();
    let grade = |text: &str| match text.trim() {
        "f" => Some(0),
        number => number
            .parse()
            .ok()
            .filter(|grade| (1..=LAST).contains(grade)),
    };
    if let Some(one) = grade(bare).filter(|_| bare != text || bare != "f") {
        return Some((one, one));
    }
    let (from, to) = ["-", " till ", " to "]
        .iter()
        .find_map(|between| bare.split_once(between))?;
    let (from, to) = (grade(from)?, grade(to)?);
    (from < to).then_some((from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str) -> Vec<String> {
        let all = grades(&Cell::Text(text.to_owned()));
        all.into_iter().filter(|name| name.len() == 1).collect()
    }

    #[test]
    fn ranges_of_school_years() {
        for text in [
            "4-6",
            "4–6",
            "åk 4–6",
            "Åk. 4-6",
            "årskurs 4 till 6",
            "Klass 4-6",
        ] {
            assert_eq!(named(text), ["4", "5", "6"], "{text}");
        }
        assert_eq!(named("F-3"), ["f", "1", "2", "3"]);
        assert_eq!(named("Åk 7"), ["7"]);
        for text in ["6-4", "2025-03-01", "Personal", "4-6 maj", "10-12", "F", ""] {
            assert_eq!(named(text), [""; 0], "{text}");
        }
    }
}
