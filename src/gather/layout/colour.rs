//! Statuses given by a cell's colour alone, translated to words before the rows are read.
//!
//! A blank cell of a status column (a claim, a step's completion, an answer, a mark, a column of `where`) is read by
//! its fill: green is done, yellow in progress, red not done, unless the sheet says otherwise: in words («Grönt =
//! klart»), beside a cell of that colour outside the table, or by words in cells of that colour in the same column. A
//! colour that other cells of the row have too is decoration and no status, and one with two meanings has none; then
//! a finding asks for the word. Fills from conditional formatting are not in the cells and are not read. In other
//! columns a colour means nothing; it is never a count.

use std::collections::{BTreeMap, BTreeSet};

use super::form;
use super::headings::headings;
use super::task::SheetTask;
use crate::gather::cell::{Cell, Colour, Sheet};
use crate::gather::header::{self, Table};
use crate::gather::value;
use crate::model::agreement::{Column, Layout, Test};
use crate::model::finding::{ColourDoubt, Finding, FindingKind, StatusColour};

/// What a column takes from a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ColourRole {
    /// The words it stands for.
    Words,
    /// Done, or nothing.
    Done,
    /// Yes or no.
    Mark,
}

/// The status that a colour or a word stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum ColourMeaning {
    Done,
    UnderWay,
    NotDone,
    Other,
}

/// A sheet whose colours are translated to words, and the findings about them.
pub(crate) struct WordedSheet {
    /// The sheet with the words in its cells.
    pub sheet: Sheet,
    pub findings: Vec<Finding>,
}

/// Translates the colours of a sheet to words; `None` if there are none.
pub(crate) fn worded(task: &SheetTask<'_>) -> Option<WordedSheet> {
    let roles = roles(task);
    if roles.is_empty() || (task.sheet.colours.is_empty() && task.sheet.colours_known) {
        return None;
    }
    let mut worded = WordedSheet {
        sheet: task.sheet.clone(),
        findings: Vec::new(),
    };
    let wanted = headings(task.mapping);
    if task.mapping.layout == Layout::Form {
        let legend = ColourLegend::of(task.sheet, None, &[]);
        for (column, at) in form::places(task.sheet, &wanted) {
            let beside = (at.0, at.1 + 1);
            let role = roles.iter().find(|(asked, _)| *asked == column);
            if let Some((_, role)) = role {
                put(task, &legend, *role, beside, &mut worded);
            }
        }
    } else if let Some(table) = header::find(task.sheet, &wanted) {
        let columns: Vec<(usize, ColourRole)> = roles
            .iter()
            .filter_map(|(asked, role)| Some((*table.columns.get(*asked)?, *role)))
            .collect();
        let legend = ColourLegend::of(task.sheet, Some(&table), &columns);
        for row in table.last + 1..task.sheet.rows.len() {
            let cells = || {
                (table.left..=table.right).map(move |column| (column, task.sheet.cell(row, column)))
            };
            let dress: BTreeSet<Colour> = cells()
                .filter(|(_, cell)| **cell != Cell::Empty)
                .filter_map(|(column, _)| task.sheet.colours.get(&(row, column)).copied())
                .collect();
            if cells().all(|(_, cell)| *cell == Cell::Empty) {
                continue;
            }
            for (column, role) in &columns {
                let at = (row, *column);
                match task.sheet.colours.get(&at) {
                    Some(colour) if dress.contains(colour) => {
                        ask(task, *role, at, ColourDoubt::Row, &mut worded)
                    }
                    _ => put(task, &legend, *role, at, &mut worded),
                }
            }
        }
        ask_where_colours_are_not_known(task, &table, &mut worded);
    }
    Some(worded)
}

/// The status columns.
fn roles<'a>(task: &SheetTask<'a>) -> Vec<(&'a Column, ColourRole)> {
    let mapping = task.mapping;
    let field = |name: &str, role| mapping.columns.get(name).map(|column| (column, role));
    let filters = mapping.filters().filter_map(|filter| match filter.test {
        Test::Marked(_) => Some((&filter.column, ColourRole::Mark)),
        Test::AnyOf(_) | Test::AllOf(_) => Some((&filter.column, ColourRole::Words)),
        _ => None,
    });
    let mut roles: Vec<(&Column, ColourRole)> = match mapping.layout {
        Layout::Statements => field("status", ColourRole::Words).into_iter().collect(),
        Layout::Milestones => field("done", ColourRole::Done).into_iter().collect(),
        Layout::Register | Layout::Months => Vec::new(),
        Layout::Log | Layout::Form => {
            let targets = task.agreement.targets();
            let asked: BTreeSet<&str> = targets
                .flat_map(|target| target.only.iter().chain(&target.require))
                .filter(|condition| matches!(condition.test, Test::Marked(_)))
                .map(|condition| condition.field.as_str())
                .collect();
            let known = [
                "date", "week", "month", "year", "time", "until", "count", "place", "persons",
                "minutes", "hours",
            ];
            let own = mapping.columns.iter().filter(|(name, _)| {
                name.as_str() == "answered"
                    || (asked.contains(name.as_str()) && !known.contains(&name.as_str()))
            });
            let partners = mapping.partner_columns.values().flatten();
            own.map(|(_, column)| (column, ColourRole::Mark))
                .chain(partners.map(|column| (column, ColourRole::Mark)))
                .collect()
        }
    };
    roles.extend(filters);
    roles
}

/// Writes the meaning of a colour into its blank cell.
fn put(
    task: &SheetTask<'_>,
    legend: &ColourLegend,
    role: ColourRole,
    at: (usize, usize),
    worded: &mut WordedSheet,
) {
    let Some(colour) = task.sheet.colours.get(&at).copied() else {
        return;
    };
    if *task.sheet.cell(at.0, at.1) != Cell::Empty {
        return;
    }
    let Some((sense, words)) = legend.meaning(colour, task.agreement.language.starts_with("en"))
    else {
        return ask(task, role, at, ColourDoubt::Meaning, worded);
    };
    let words = match (role, sense) {
        (ColourRole::Words, _) => words,
        (ColourRole::Done, ColourMeaning::Done) => "klart".to_owned(),
        (ColourRole::Mark, ColourMeaning::Done) => "ja".to_owned(),
        (ColourRole::Mark, ColourMeaning::NotDone) => "nej".to_owned(),
        // Not done: a blank says the same.
        (ColourRole::Done, ColourMeaning::NotDone | ColourMeaning::UnderWay)
        | (ColourRole::Mark, ColourMeaning::UnderWay) => return,
        (ColourRole::Done | ColourRole::Mark, ColourMeaning::Other) => {
            return ask(task, role, at, ColourDoubt::Meaning, worded);
        }
    };
    let kind = FindingKind::ColourRead {
        colour: status_colour(colour),
        text: words.clone(),
    };
    worded.findings.push(task.finding(kind, at));
    if let Some(cells) = worded.sheet.rows.get_mut(at.0) {
        if cells.len() <= at.1 {
            cells.resize(at.1 + 1, Cell::Empty);
        }
        cells[at.1] = Cell::Text(words);
    }
}

/// Adds a finding where a claim or a step has a colour that cannot be read; decoration of rows gives none.
fn ask(
    task: &SheetTask<'_>,
    role: ColourRole,
    at: (usize, usize),
    why: ColourDoubt,
    worded: &mut WordedSheet,
) {
    let dress = why == ColourDoubt::Row && role == ColourRole::Mark;
    if *task.sheet.cell(at.0, at.1) == Cell::Empty && !dress {
        let kind = FindingKind::UnreadableValue { what: why };
        worded.findings.push(task.finding(kind, at));
    }
}

/// A sheet of statements without one claim, in a format whose colours are not read: the claims may be colours.
fn ask_where_colours_are_not_known(task: &SheetTask<'_>, table: &Table, worded: &mut WordedSheet) {
    let place = |name: &str| table.columns.get(task.mapping.columns.get(name)?).copied();
    let (Layout::Statements, false, Some(label), Some(status)) = (
        task.mapping.layout,
        task.sheet.colours_known,
        place("label"),
        place("status"),
    ) else {
        return;
    };
    let below = table.last + 1..task.sheet.rows.len();
    let labelled: Vec<usize> = below
        .filter(|row| *task.sheet.cell(*row, label) != Cell::Empty)
        .collect();
    if let (Some(first), true) = (
        labelled.first(),
        labelled
            .iter()
            .all(|row| *task.sheet.cell(*row, status) == Cell::Empty),
    ) {
        let what = ColourDoubt::Format;
        let kind = FindingKind::UnreadableValue { what };
        worded.findings.push(task.finding(kind, (*first, status)));
    }
}

fn status_colour(colour: Colour) -> StatusColour {
    match colour {
        Colour::Green => StatusColour::Green,
        Colour::Yellow => StatusColour::Yellow,
        Colour::Red => StatusColour::Red,
    }
}

/// The meanings of colours according to the sheet itself.
#[derive(Default)]
struct ColourLegend {
    meanings: BTreeMap<Colour, BTreeSet<(ColourMeaning, String)>>,
}

impl ColourLegend {
    fn of(sheet: &Sheet, table: Option<&Table>, columns: &[(usize, ColourRole)]) -> ColourLegend {
        let mut legend = ColourLegend::default();
        let texts = || {
            let rows = sheet.rows.iter().enumerate();
            let cells = rows.flat_map(|(row, cells)| {
                cells
                    .iter()
                    .enumerate()
                    .map(move |(column, cell)| ((row, column), cell))
            });
            cells.filter_map(|(at, cell)| {
                if let Cell::Text(text) = cell {
                    Some((at, text.as_str()))
                } else {
                    None
                }
            })
        };
        for (_, text) in texts().filter(|(_, text)| text.len() <= 300) {
            for (colour, meaning) in in_words(text) {
                legend.add(colour, &meaning);
            }
        }
        for ((row, column), text) in texts().filter(|(_, text)| text.len() <= 40) {
            let outside = table.is_some_and(|table| row < table.first || column > table.right);
            let own = sheet.colours.get(&(row, column)).copied();
            let left = column
                .checked_sub(1)
                .filter(|left| *sheet.cell(row, *left) == Cell::Empty);
            let beside = left.and_then(|left| sheet.colours.get(&(row, left)).copied());
            let in_column = table.is_some_and(|table| row > table.last)
                && columns.iter().any(|(at, _)| *at == column);
            let colour = if outside {
                own.or(beside)
            } else {
                own.filter(|_| in_column)
            };
            if let Some(colour) = colour.filter(|_| sense(text) != ColourMeaning::Other) {
                legend.add(colour, text);
            }
        }
        legend
    }

    fn add(&mut self, colour: Colour, meaning: &str) {
        let mut letters = meaning.trim().chars();
        let words: String = letters
            .next()
            .map(|first| first.to_uppercase().chain(letters).collect())
            .unwrap_or_default();
        self.meanings
            .entry(colour)
            .or_default()
            .insert((sense(meaning), words));
    }

    /// The meaning of a colour and a word for it; `None` if it has several.
    fn meaning(&self, colour: Colour, english: bool) -> Option<(ColourMeaning, String)> {
        let (usual, word) = match (colour, english) {
            (Colour::Green, false) => (ColourMeaning::Done, "Klart"),
            (Colour::Green, true) => (ColourMeaning::Done, "Done"),
            (Colour::Yellow, false) => (ColourMeaning::UnderWay, "Pågår"),
            (Colour::Yellow, true) => (ColourMeaning::UnderWay, "Under way"),
            (Colour::Red, false) => (ColourMeaning::NotDone, "Inte klart"),
            (Colour::Red, true) => (ColourMeaning::NotDone, "Not done"),
        };
        let Some(meanings) = self.meanings.get(&colour) else {
            return Some((usual, word.to_owned()));
        };
        let (sense, words) = meanings.first()?;
        let others = meanings.iter().skip(1);
        let agree = *sense != ColourMeaning::Other || meanings.len() == 1;
        (agree && others.into_iter().all(|(other, _)| other == sense))
            .then(|| (*sense, words.clone()))
    }
}

/// The meanings in a text: «Grönt = klart, gult: pågår».
fn in_words(text: &str) -> Vec<(Colour, String)> {
    let pieces = text.split([',', ';', '\n', '|']);
    pieces
        .filter_map(|piece| one_in_words(piece.trim().trim_end_matches('.')))
        .collect()
}

fn one_in_words(piece: &str) -> Option<(Colour, String)> {
    let end = piece.find(|c: char| !c.is_alphabetic())?;
    let (word, rest) = piece.split_at_checked(end)?;
    let colour = match word.to_lowercase().as_str() {
        "grön" | "grönt" | "gröna" | "green" => Colour::Green,
        "gul" | "gult" | "gula" | "yellow" => Colour::Yellow,
        "röd" | "rött" | "röda" | "red" => Colour::Red,
        _ => return None,
    };
    let rest = ["färg", "markering", "cell", "fill"]
        .iter()
        .find_map(|noun| rest.trim_start().strip_prefix(noun))
        .unwrap_or(rest);
    let signs = ["=", ":", "–", "-", "betyder ", "innebär ", "means "];
    let meaning = signs
        .iter()
        .find_map(|sign| rest.trim_start().strip_prefix(sign))?
        .trim();
    (!meaning.is_empty()).then(|| (colour, meaning.to_owned()))
}

fn sense(text: &str) -> ColourMeaning {
    let text = value::plain(text);
    let begins = |words: &[&str]| words.iter().any(|word| text.starts_with(word));
    if begins(&[
        "ej ", "inte ", "icke", "not ", "nej", "no ", "försen", "saknas", "ogjord", "late",
    ]) || text == "no"
    {
        ColourMeaning::NotDone
    } else if begins(&[
        "klar",
        "genomför",
        "utför",
        "färdig",
        "avslut",
        "uppfyll",
        "gjord",
        "gjort",
        "done",
        "complete",
        "finished",
        "fulfilled",
    ]) || matches!(text.as_str(), "ja" | "yes")
    {
        ColourMeaning::Done
    } else if begins(&[
        "pågå",
        "påbörja",
        "delvis",
        "på gång",
        "under arbete",
        "ongoing",
        "in progress",
        "started",
        "partly",
        "under way",
    ]) {
        ColourMeaning::UnderWay
    } else {
        ColourMeaning::Other
    }
}
