//! Statuses given by a cell's colour alone, put into words before the rows are read.
//!
//! A blank cell of a column that says how things stand (a claim, a step's done, an answer, a mark, a column that `where`
//! asks) is read by its fill: green is done, yellow under way, red not done, unless the sheet says otherwise: in words
//! («Grönt = klart»), beside a cell of that colour outside the table, or by words in cells of that colour in the same column. A
//! colour that words on the row wear too is the row's dress and no status, and one with two meanings has none; then the word is
//! asked for. Fills that conditional formatting makes are not in the cells and are not read. In other columns a colour
//! says nothing: least of all is it a count.

use std::collections::{BTreeMap, BTreeSet};

use super::{Job, form, headings};
use crate::gather::cell::{Cell, Colour, Sheet};
use crate::gather::header::{self, Table};
use crate::gather::value;
use crate::model::agreement::{Column, Layout, Test};
use crate::model::finding::{Code, Finding};

/// How a column takes a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// As the words it means.
    Words,
    /// As done, or not at all.
    Done,
    /// As yes or no.
    Mark,
}

/// What a colour or a word means for a status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sense {
    Done,
    UnderWay,
    NotDone,
    Other,
}

/// A sheet whose colours are put into words, and what is to be told of that.
pub struct Worded {
    /// The sheet with the words in its cells.
    pub sheet: Sheet,
    /// What was found.
    pub findings: Vec<Finding>,
}

/// Puts the colours of a sheet into words; `None` if there are none to put.
pub fn worded(job: &Job<'_>) -> Option<Worded> {
    let roles = roles(job);
    if roles.is_empty() || (job.sheet.colours.is_empty() && job.sheet.colours_known) {
        return None;
    }
    let mut worded = Worded {
        sheet: job.sheet.clone(),
        findings: Vec::new(),
    };
    let wanted = headings(job.mapping);
    if job.mapping.layout == Layout::Form {
        let legend = Legend::of(job.sheet, None, &[]);
        for (column, at) in form::places(job.sheet, &wanted) {
            let beside = (at.0, at.1 + 1);
            let role = roles.iter().find(|(asked, _)| *asked == column);
            if let Some((_, role)) = role {
                put(job, &legend, *role, beside, &mut worded);
            }
        }
    } else if let Some(table) = header::find(job.sheet, &wanted) {
        let columns: Vec<(usize, Role)> = roles
            .iter()
            .filter_map(|(asked, role)| Some((*table.columns.get(*asked)?, *role)))
            .collect();
        let legend = Legend::of(job.sheet, Some(&table), &columns);
        for row in table.last + 1..job.sheet.rows.len() {
            let cells = || {
                (table.left..=table.right).map(move |column| (column, job.sheet.cell(row, column)))
            };
            let dress: BTreeSet<Colour> = cells()
                .filter(|(_, cell)| **cell != Cell::Empty)
                .filter_map(|(column, _)| job.sheet.colours.get(&(row, column)).copied())
                .collect();
            if cells().all(|(_, cell)| *cell == Cell::Empty) {
                continue;
            }
            for (column, role) in &columns {
                let at = (row, *column);
                match job.sheet.colours.get(&at) {
                    Some(colour) if dress.contains(colour) => {
                        ask(job, *role, at, "row", &mut worded)
                    }
                    _ => put(job, &legend, *role, at, &mut worded),
                }
            }
        }
        ask_where_colours_are_not_known(job, &table, &mut worded);
    }
    Some(worded)
}

/// The columns that say how things stand.
fn roles<'a>(job: &Job<'a>) -> Vec<(&'a Column, Role)> {
    let mapping = job.mapping;
    let field = |name: &str, role| mapping.columns.get(name).map(|column| (column, role));
    let filters = mapping
        .only_rows
        .iter()
        .filter_map(|filter| match filter.test {
            Test::Marked(_) => Some((&filter.column, Role::Mark)),
            Test::AnyOf(_) | Test::AllOf(_) => Some((&filter.column, Role::Words)),
            _ => None,
        });
    let mut roles: Vec<(&Column, Role)> = match mapping.layout {
        Layout::Statements => field("status", Role::Words).into_iter().collect(),
        Layout::Milestones => field("done", Role::Done).into_iter().collect(),
        Layout::Register | Layout::Months => Vec::new(),
        Layout::Log | Layout::Form => {
            let targets = job
                .agreement
                .pledges
                .iter()
                .flat_map(|pledge| &pledge.targets);
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
            own.map(|(_, column)| (column, Role::Mark))
                .chain(partners.map(|column| (column, Role::Mark)))
                .collect()
        }
    };
    roles.extend(filters);
    roles
}

/// Writes what a colour means into a blank cell that has one.
fn put(job: &Job<'_>, legend: &Legend, role: Role, at: (usize, usize), worded: &mut Worded) {
    let Some(colour) = job.sheet.colours.get(&at).copied() else {
        return;
    };
    if *job.sheet.cell(at.0, at.1) != Cell::Empty {
        return;
    }
    let Some((sense, words)) = legend.meaning(colour, job.agreement.language.starts_with("en"))
    else {
        return ask(job, role, at, "meaning", worded);
    };
    let words = match (role, sense) {
        (Role::Words, _) => words,
        (Role::Done, Sense::Done) => "klart".to_owned(),
        (Role::Mark, Sense::Done) => "ja".to_owned(),
        (Role::Mark, Sense::NotDone) => "nej".to_owned(),
        // Not done, and no word says it better than a blank.
        (Role::Done, Sense::NotDone | Sense::UnderWay) | (Role::Mark, Sense::UnderWay) => return,
        (Role::Done | Role::Mark, Sense::Other) => return ask(job, role, at, "meaning", worded),
    };
    let finding = job
        .finding(Code::ColourRead, at)
        .with("colour", name(colour));
    worded.findings.push(finding.with("text", &words));
    if let Some(cells) = worded.sheet.rows.get_mut(at.0) {
        if cells.len() <= at.1 {
            cells.resize(at.1 + 1, Cell::Empty);
        }
        cells[at.1] = Cell::Text(words);
    }
}

/// Asks for the word where a claim or a step has a colour that cannot be read; elsewhere a row's dress is nothing to tell of.
fn ask(job: &Job<'_>, role: Role, at: (usize, usize), why: &'static str, worded: &mut Worded) {
    let dress = why == "row" && role == Role::Mark;
    if *job.sheet.cell(at.0, at.1) == Cell::Empty && !dress {
        worded
            .findings
            .push(job.finding(Code::UnreadableValue, at).with("what", why));
    }
}

/// A sheet of statements without one claim, in a format whose colours are not read: they may be colours.
fn ask_where_colours_are_not_known(job: &Job<'_>, table: &Table, worded: &mut Worded) {
    let place = |name: &str| table.columns.get(job.mapping.columns.get(name)?).copied();
    let (Layout::Statements, false, Some(label), Some(status)) = (
        job.mapping.layout,
        job.sheet.colours_known,
        place("label"),
        place("status"),
    ) else {
        return;
    };
    let below = table.last + 1..job.sheet.rows.len();
    let labelled: Vec<usize> = below
        .filter(|row| *job.sheet.cell(*row, label) != Cell::Empty)
        .collect();
    if let (Some(first), true) = (
        labelled.first(),
        labelled
            .iter()
            .all(|row| *job.sheet.cell(*row, status) == Cell::Empty),
    ) {
        worded.findings.push(
            job.finding(Code::UnreadableValue, (*first, status))
                .with("what", "format"),
        );
    }
}

fn name(colour: Colour) -> &'static str {
    match colour {
        Colour::Green => "green",
        Colour::Yellow => "yellow",
        Colour::Red => "red",
    }
}

/// What the sheet itself says of its colours.
#[derive(Default)]
struct Legend {
    meanings: BTreeMap<Colour, BTreeSet<(Sense, String)>>,
}

impl Legend {
    fn of(sheet: &Sheet, table: Option<&Table>, columns: &[(usize, Role)]) -> Legend {
        let mut legend = Legend::default();
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
            if let Some(colour) = colour.filter(|_| sense(text) != Sense::Other) {
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
    fn meaning(&self, colour: Colour, english: bool) -> Option<(Sense, String)> {
        let (usual, word) = match (colour, english) {
            (Colour::Green, false) => (Sense::Done, "Klart"),
            (Colour::Green, true) => (Sense::Done, "Done"),
            (Colour::Yellow, false) => (Sense::UnderWay, "Pågår"),
            (Colour::Yellow, true) => (Sense::UnderWay, "Under way"),
            (Colour::Red, false) => (Sense::NotDone, "Inte klart"),
            (Colour::Red, true) => (Sense::NotDone, "Not done"),
        };
        let Some(said) = self.meanings.get(&colour) else {
            return Some((usual, word.to_owned()));
        };
        let (sense, words) = said.first()?;
        let others = said.iter().skip(1);
        let agree = *sense != Sense::Other || said.len() == 1;
        (agree && others.into_iter().all(|(other, _)| other == sense))
            .then(|| (*sense, words.clone()))
    }
}

/// The meanings that a text gives colours: «Grönt = klart, gult: pågår».
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

fn sense(text: &str) -> Sense {
    let text = value::plain(text);
    let begins = |words: &[&str]| words.iter().any(|word| text.starts_with(word));
    if begins(&[
        "ej ", "inte ", "icke", "not ", "nej", "no ", "försen", "saknas", "ogjord", "late",
    ]) || text == "no"
    {
        Sense::NotDone
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
        Sense::Done
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
        Sense::UnderWay
    } else {
        Sense::Other
    }
}
