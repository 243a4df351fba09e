//! Headings as people write them.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::cell::{Cell, Sheet};
use super::heading_words::{fold, meaning};
use super::value;
use crate::text::{LetterSet, is_typo_of_folded};

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
    FoldedHeading::of(found).fit(&FoldedHeading::of(asked))
}

/// The words of a heading, made ready to be compared with many others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct FoldedHeading {
    whole: String,
    /// Without its part in parentheses and its footnote digits.
    core: String,
    meaning: Option<usize>,
    letters: LetterSet,
    /// Whether it says that what stands under it is no number of things: «Antal %», «Antal (plan)».
    is_other: bool,
}

/// The most headings that are remembered.
const REMEMBERED: usize = 4096;

thread_local! {
    /// The same words are compared again and again: of each row that may be a header, with each heading asked for.
    static KNOWN: RefCell<HashMap<String, Rc<FoldedHeading>>> = RefCell::default();
}

impl FoldedHeading {
    pub(crate) fn of(heading: &str) -> Rc<FoldedHeading> {
        KNOWN.with_borrow_mut(|known| {
            if let Some(folded) = known.get(heading) {
                return Rc::clone(folded);
            }
            if known.len() >= REMEMBERED {
                known.clear();
            }
            let whole = fold(heading);
            let folded = Rc::new(FoldedHeading {
                core: core(heading),
                meaning: meaning(&whole),
                letters: LetterSet::of(&whole),
                is_other: is_other(heading),
                whole,
            });
            known.insert(heading.to_owned(), Rc::clone(&folded));
            folded
        })
    }

    /// How it matches the heading asked for.
    fn fit(&self, asked: &FoldedHeading) -> Option<Fit> {
        let is_other = self.is_other && !asked.is_other && asked.whole.starts_with("antal");
        if asked.whole.is_empty() || self.whole.is_empty() || is_other {
            return None;
        }
        if asked.whole == self.whole {
            return Some(Fit::Same);
        }
        if !asked.core.is_empty() && (asked.core == self.whole || asked.whole == self.core) {
            return Some(Fit::Nearly);
        }
        if self.letters.may_be_typo_of(asked.letters)
            && is_typo_of_folded(&asked.whole, &self.whole)
        {
            return Some(Fit::Typo);
        }
        (self.meaning.is_some() && self.meaning == asked.meaning).then_some(Fit::Synonym)
    }
}

/// Whether a heading is about parts of a whole, or its words in parentheses about what is planned or compared with.
fn is_other(heading: &str) -> bool {
    let aside = heading
        .split_once('(')
        .map(|(_, aside)| aside.trim_end().trim_end_matches(')'));
    value::is_ratio_label(heading)
        || aside.is_some_and(|aside| {
            value::is_compared_or_planned(aside) || value::is_ratio_label(aside)
        })
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
    folded_own: Rc<FoldedHeading>,
    folded_whole: Rc<FoldedHeading>,
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
        let folded_own = FoldedHeading::of(&own);
        Heading {
            folded_whole: if groups.is_empty() {
                Rc::clone(&folded_own)
            } else {
                FoldedHeading::of(&whole)
            },
            folded_own,
            own,
            whole,
            groups,
            row,
        }
    }

    /// How it matches the mapped words, under a group if the mapping names one.
    pub(crate) fn fit(&self, asked: &FoldedHeading, under: Option<&FoldedHeading>) -> Option<Fit> {
        let group = match under {
            Some(under) => self
                .groups
                .iter()
                .filter_map(|group| FoldedHeading::of(group).fit(under))
                .min()?,
            None => Fit::Same,
        };
        let mut words = self.folded_own.fit(asked);
        if !self.groups.is_empty() {
            words = words.into_iter().chain(self.folded_whole.fit(asked)).min();
        }
        Some(words?.max(group))
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
        let fits = |sheet: &Sheet, column: usize, asked: &str, under: Option<&str>| {
            let under = under.map(FoldedHeading::of);
            Heading::read(sheet, 0, 1, column).fit(&FoldedHeading::of(asked), under.as_deref())
        };
        for merged in [vec![(0, 1, 0, 2), (0, 3, 0, 4)], vec![]] {
            let sheet = Sheet {
                rows: rows.clone(),
                merged,
                ..Sheet::default()
            };
            assert_eq!(
                fits(&sheet, 2, "Timmar", Some("Stadskärnan")),
                Some(Fit::Same)
            );
            assert_eq!(fits(&sheet, 4, "Timmar", Some("Stadskärnan")), None);
            assert_eq!(
                fits(&sheet, 2, "Stadskärnan, timmar", None),
                Some(Fit::Same)
            );
            assert_eq!(fits(&sheet, 0, "Period", None), Some(Fit::Same));
        }
    }
}
