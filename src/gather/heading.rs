//! Headings as people write them.

use super::cell::{Cell, Sheet};
use super::heading_words::{are_synonyms, fold};
use super::value;
use crate::text::is_typo;

/// How well a heading matches the mapped one; the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// The same apart from case, blanks, hyphens, line breaks and punctuation.
    Same,
    /// The same apart from a footnote digit or a part in parentheses.
    Nearly,
    /// The same apart from a typing error.
    Typo,
    /// Another word for the same thing.
    Synonym,
}

/// How `found` matches the heading `asked`; `None` if it does not.
pub(crate) fn fit(asked: &str, found: &str) -> Option<Fit> {
    let (asked_fold, found_fold) = (fold(asked), fold(found));
    if asked_fold.is_empty() || found_fold.is_empty() {
        return None;
    }
    if asked_fold == found_fold {
        return Some(Fit::Same);
    }
    let (asked_core, found_core) = (core(asked), core(found));
    if !asked_core.is_empty() && (asked_core == found_fold || asked_fold == found_core) {
        return Some(Fit::Nearly);
    }
    if is_typo(&asked_fold, &found_fold) {
        return Some(Fit::Typo);
    }
    are_synonyms(&asked_fold, &found_fold).then_some(Fit::Synonym)
}

/// A folded heading without its part in parentheses and its footnote digits.
fn core(heading: &str) -> String {
    let before = heading
        .split_once('(')
        .map_or(heading, |(before, _)| before);
    let folded = fold(before);
    let without_note =
        folded.trim_end_matches(|letter: char| letter.is_ascii_digit() || "¹²³".contains(letter));
    // «2023» is a heading in itself, not a footnote.
    if without_note.is_empty() {
        folded
    } else {
        without_note.to_owned()
    }
}

/// The heading over a column in stacked header rows, in two readings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Heading {
    /// The lowest words.
    pub(crate) own: String,
    /// All words from the top down, including those of merged groups.
    pub whole: String,
    /// The words of each group above.
    pub(crate) groups: Vec<String>,
    /// The row of the lowest words.
    pub(crate) row: usize,
}

impl Heading {
    /// The heading of `column` in the header rows `first..=last`; empty if there is none.
    pub(crate) fn read(sheet: &Sheet, first: usize, last: usize, column: usize) -> Heading {
        let Some(row) = (first..=last)
            .rev()
            .find(|row| *sheet.cell(*row, column) != Cell::Empty)
        else {
            return Heading::default();
        };
        let own = value::text(sheet.cell(row, column));
        let groups: Vec<String> = (first..row)
            .map(|row| group(sheet, row, column))
            .filter(|text| !text.is_empty())
            .collect();
        let whole = groups
            .iter()
            .chain([&own])
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(" ");
        Heading {
            own,
            whole,
            groups,
            row,
        }
    }

    /// How it matches the mapped words, under a group if the mapping names one.
    pub(crate) fn fit(&self, asked: &str, under: Option<&str>) -> Option<Fit> {
        let group = match under {
            Some(under) => self
                .groups
                .iter()
                .filter_map(|group| fit(under, group))
                .min()?,
            None => Fit::Same,
        };
        let words = [&self.own, &self.whole]
            .into_iter()
            .filter_map(|words| fit(asked, words))
            .min()?;
        Some(words.max(group))
    }
}

/// The words of the group over a cell of an upper header row: its own, those merged over it, or, where the format
/// lists no merges, those to its left.
pub(crate) fn group(sheet: &Sheet, row: usize, column: usize) -> String {
    let cell = sheet.cell(row, column);
    if *cell != Cell::Empty {
        return value::text(cell);
    }
    let merged = |column: usize| {
        sheet.merged.iter().find(|(top, left, bottom, right)| {
            (*top..=*bottom).contains(&row) && (*left..=*right).contains(&column)
        })
    };
    if let Some((top, left, ..)) = merged(column) {
        return value::text(sheet.cell(*top, *left));
    }
    let anchor = (0..column)
        .rev()
        .take_while(|left| *sheet.cell(row + 1, *left + 1) != Cell::Empty);
    for left in anchor {
        if *sheet.cell(row, left) != Cell::Empty {
            // A merged group ends where its merge ends.
            return if merged(left).is_some() {
                String::new()
            } else {
                value::text(sheet.cell(row, left))
            };
        }
    }
    String::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_fit_as_people_read_them() {
        for (asked, found, expected) in [
            ("Mötesdatum", "Mötes-\ndatum", Some(Fit::Same)),
            ("Antal kontakter", " ANTAL\u{a0}kontakter ", Some(Fit::Same)),
            ("Datum", "Datum:", Some(Fit::Same)),
            ("v.", "V", Some(Fit::Same)),
            ("Enligt regler", "Enligt regler (J/N)", Some(Fit::Nearly)),
            ("Enligt regler (J/N)", "Enligt regler", Some(Fit::Nearly)),
            ("Fordon", "Fordon1", Some(Fit::Nearly)),
            ("Antal kontakter", "Antal kontrakter", Some(Fit::Typo)),
            ("Datum", "Dag", Some(Fit::Synonym)),
            ("2022", "2023", None),
            ("Fordon 1", "Fordon 2", None),
            ("Orossamtal, kallade", "Orossamtal, genomförda", None),
            ("Datum", "", None),
        ] {
            assert_eq!(fit(asked, found), expected, "{asked} / {found}");
        }
    }

    #[test]
    fn a_group_holds_what_is_merged_under_it() {
        let text = |words: &str| Cell::Text(words.to_owned());
        let rows = vec![
            vec![
                text("Period"),
                text("Stadskärnan"),
                Cell::Empty,
                text("Övriga"),
                Cell::Empty,
            ],
            vec![
                Cell::Empty,
                text("Pass"),
                text("Timmar"),
                text("Pass"),
                text("Timmar"),
            ],
        ];
        for merged in [vec![(0, 1, 0, 2), (0, 3, 0, 4)], vec![]] {
            let sheet = Sheet {
                rows: rows.clone(),
                merged,
                ..Sheet::default()
            };
            assert_eq!(
                Heading::read(&sheet, 0, 1, 2).fit("Timmar", Some("Stadskärnan")),
                Some(Fit::Same)
            );
            assert_eq!(
                Heading::read(&sheet, 0, 1, 4).fit("Timmar", Some("Stadskärnan")),
                None
            );
            assert_eq!(
                Heading::read(&sheet, 0, 1, 2).fit("Stadskärnan, timmar", None),
                Some(Fit::Same)
            );
            assert_eq!(
                Heading::read(&sheet, 0, 1, 0).fit("Period", None),
                Some(Fit::Same)
            );
        }
    }
}
