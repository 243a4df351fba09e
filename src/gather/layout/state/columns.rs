//! What the columns of a table hold: statuses, kinds of things, marks under a heading that is a state.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use crate::gather::cell::{Cell, Sheet};
use crate::gather::header::Table;
use crate::gather::layout::periods;
use crate::gather::value::{self, ActivityNouns, Parsed, State, TextState, YesNo};
use crate::model::agreement::{Gives, Layout, SheetMapping};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum ColumnNature {
    /// Anything.
    #[default]
    Other,
    Statuses,
    /// Kinds of things: «Planerad», «Oplanerad», «Akut».
    Kinds,
    /// Yes or no under a heading that is a state.
    Marks(State),
    /// Why something was not held: «Om ej genomfört, varför».
    Reasons,
    /// Figures of a month, a week or a quarter.
    Period,
}

/// By what a column makes words say something that they say nowhere else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ColumnWords {
    /// Who did it: «Utförd av».
    Doers,
    /// Outcomes, and what they are held against: «Utfall», «Plan».
    Outcomes,
    /// How many of the row's number were called off: «varav inställda».
    CalledOff,
}

/// A cell under a heading that is a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Yes,
    No,
    Blank,
    Other,
}

impl Mark {
    pub(super) fn of(cell: &Cell) -> Mark {
        match (cell, value::yes_or_no(cell)) {
            (Cell::Empty, _) => Mark::Blank,
            (Cell::Date { day: Some(_), .. }, _) | (_, Some(YesNo::Yes)) => Mark::Yes,
            (_, Some(YesNo::No)) => Mark::No,
            _ => Mark::Other,
        }
    }
}

/// Whether a text is a day: under «Genomfördes den» it was done.
pub(super) fn is_day(cell: &Cell) -> bool {
    matches!(cell, Cell::Text(_))
        && matches!(value::date(cell, Some(2024)), Parsed::Is(dated) if dated.span.is_exact())
}

/// Whether a text stands for a mark that somebody was unsure of: «?», «delvis».
fn is_unsure(text: &str) -> bool {
    let text = value::plain(text);
    let signs = !text.is_empty() && !text.chars().any(char::is_alphanumeric);
    signs
        || matches!(
            text.trim_end_matches(['.', '?', '!']),
            "delvis"
                | "nästan"
                | "kanske"
                | "oklart"
                | "vet ej"
                | "vet inte"
                | "okänt"
                | "till viss del"
                | "nja"
                | "troligen"
                | "troligtvis"
                | "förmodligen"
                | "antagligen"
                | "se anm"
                | "se anmärkning"
                | "partly"
                | "maybe"
                | "unsure"
                | "typ"
                | "ev"
        )
}

/// What a column makes of words that say nothing elsewhere.
fn words_of(sheet: &Sheet, table: &Table, column: usize, heading: &str) -> Option<ColumnWords> {
    if value::asks_by_whom(heading) {
        return Some(ColumnWords::Doers);
    }
    let (mut outcomes, mut others, mut numbers) = (0, 0, 0);
    for row in table.last + 1..sheet.rows.len() {
        match sheet.cell(row, column) {
            Cell::Empty => continue,
            Cell::Number(_) => numbers += 1,
            Cell::Text(text) if value::is_outcome(text) => outcomes += 1,
            Cell::Text(text) if value::is_compared_or_planned(text) => others += 1,
            // A column of anything else, as most are.
            _ => return None,
        }
    }
    match (numbers, outcomes, others) {
        (1.., 0, 0) => value::names_called_off(heading).then_some(ColumnWords::CalledOff),
        (0, 1.., 1..) => Some(ColumnWords::Outcomes),
        _ => None,
    }
}

#[derive(Debug, Default)]
pub(crate) struct Columns {
    natures: BTreeMap<usize, ColumnNature>,
    words: BTreeMap<usize, ColumnWords>,
    headings: BTreeMap<usize, String>,
    mapped: BTreeSet<usize>,
    /// Those expected to hold only statuses.
    only_states: BTreeSet<usize>,
    /// Those with the kind of the row.
    kinds: BTreeSet<usize>,
    /// Those of marks: half of the cells or more are a known yes or no, or say that somebody was unsure of it.
    marks: Rc<BTreeSet<usize>>,
    /// How often each text occurs in a column that has attributes.
    repeated: BTreeSet<(usize, String)>,
    texts: RefCell<HashMap<String, Rc<KnownText>>>,
    /// Those in which most rows have something.
    usual: BTreeSet<usize>,
    /// The nouns of the mapped activities.
    nouns: ActivityNouns,
}

/// What is known of a text.
#[derive(Debug)]
struct KnownText {
    state: Option<TextState>,
    mark: Mark,
    is_unplanned: bool,
}

/// The most texts in the cache.
const REMEMBERED: usize = 4096;

/// Words that distinguish unplanned things from planned ones.
const UNPLANNED: &[&str] = &[
    "oplanerad",
    "oplanerat",
    "oplanerade",
    "oanmäld",
    "oanmält",
    "akut",
    "spontan",
    "spontant",
    "extra",
    "löpande",
    "ordinarie",
    "unplanned",
    "händelsestyrd",
    "händelsestyrt",
];

impl Columns {
    pub(super) fn of(&self, column: usize) -> ColumnNature {
        self.natures.get(&column).copied().unwrap_or_default()
    }

    pub(super) fn words_of(&self, column: usize) -> Option<ColumnWords> {
        self.words.get(&column).copied()
    }

    pub(super) fn is_mapped(&self, column: usize) -> bool {
        self.mapped.contains(&column)
    }

    /// Whether a column is expected to hold only statuses: by its heading, or because most of its cells do.
    pub(super) fn is_only_states(&self, column: usize) -> bool {
        self.only_states.contains(&column)
    }

    pub(super) fn heading(&self, column: usize) -> &str {
        self.headings.get(&column).map_or("", String::as_str)
    }

    /// Whether the text of a cell occurs in its column more than once: a kind of thing rather than a remark.
    pub(super) fn repeats(&self, column: usize, cell: &Cell) -> bool {
        self.kinds.contains(&column)
            || self
                .repeated
                .contains(&(column, value::plain(&value::text(cell))))
    }

    pub(super) fn text_state(&self, text: &str) -> Option<TextState> {
        self.known(text).state.clone()
    }

    fn known(&self, text: &str) -> Rc<KnownText> {
        let mut texts = self.texts.borrow_mut();
        if let Some(known) = texts.get(text) {
            return Rc::clone(known);
        }
        if texts.len() >= REMEMBERED {
            texts.clear();
        }
        let known = Rc::new(KnownText {
            state: value::text_state_of(text, &self.nouns),
            mark: Mark::of(&Cell::Text(text.to_owned())),
            is_unplanned: UNPLANNED.contains(&value::plain(text).as_str()),
        });
        texts.insert(text.to_owned(), Rc::clone(&known));
        known
    }

    /// Whether most rows have something in a column.
    pub(super) fn is_usual(&self, column: usize) -> bool {
        self.usual.contains(&column)
    }

    pub(super) fn nouns(&self) -> &ActivityNouns {
        &self.nouns
    }

    pub(in crate::gather::layout) fn marks(&self) -> Rc<BTreeSet<usize>> {
        Rc::clone(&self.marks)
    }

    /// Determines what every column of a table holds.
    pub(in crate::gather::layout) fn read(
        sheet: &Sheet,
        table: &Table,
        mapping: &SheetMapping,
        nouns: ActivityNouns,
    ) -> Columns {
        let mut columns = Columns {
            nouns,
            mapped: table.columns.values().copied().collect(),
            ..Columns::default()
        };
        let kinds: BTreeSet<usize> = ["type", "kind", "audience", "place"]
            .iter()
            .filter_map(|name| mapping.columns.get(*name))
            .chain(match &mapping.gives {
                Gives::ByColumn { column, .. } => Some(column),
                _ => None,
            })
            .filter_map(|asked| table.columns.get(asked).copied())
            .collect();
        let days: BTreeSet<usize> = ["requested", "answered", "done"]
            .iter()
            .filter_map(|name| mapping.columns.get(*name))
            .filter_map(|asked| table.columns.get(asked).copied())
            .collect();
        let mut marks = BTreeSet::new();
        let periods: BTreeSet<usize> = match mapping.layout {
            Layout::Months => periods::row(sheet)
                .map(|(_, periods)| periods.iter().map(|period| period.column).collect())
                .unwrap_or_default(),
            _ => BTreeSet::new(),
        };
        columns.kinds = kinds;
        let rows = (table.last + 1..sheet.rows.len()).filter(|row| {
            let cells = sheet.rows.get(*row).into_iter().flatten();
            cells.skip(table.left).any(|cell| *cell != Cell::Empty)
        });
        let rows = rows.count();
        for column in table.left..=table.right {
            if periods.contains(&column) {
                columns.natures.insert(column, ColumnNature::Period);
                continue;
            }
            let heading = value::text(sheet.cell(table.last, column));
            let (nature, is_marks) = columns.nature(sheet, (table, rows), column, &heading);
            if is_marks {
                marks.insert(column);
            }
            let nature = match nature {
                // What the mapping reads as a mark is not judged again.
                ColumnNature::Marks(State::Held) if columns.is_mapped(column) => {
                    ColumnNature::Other
                }
                // Nor is what it reads as the day of an answer or of a step that is done.
                ColumnNature::Marks(_) if days.contains(&column) => ColumnNature::Other,
                nature => nature,
            };
            let counts = mapping.columns.contains_key("count");
            let words = (!columns.is_mapped(column))
                .then(|| words_of(sheet, table, column, &heading))
                .flatten()
                .filter(|words| counts || *words != ColumnWords::CalledOff);
            let nature = match words {
                Some(ColumnWords::CalledOff) => ColumnNature::Other,
                _ => nature,
            };
            columns.natures.insert(column, nature);
            columns.words.extend(words.map(|words| (column, words)));
            columns.headings.insert(column, heading);
        }
        columns.marks = Rc::new(marks);
        columns
    }

    fn nature(
        &mut self,
        sheet: &Sheet,
        (table, rows): (&Table, usize),
        column: usize,
        heading: &str,
    ) -> (ColumnNature, bool) {
        let mut times: BTreeMap<String, usize> = BTreeMap::new();
        let (mut filled, mut statuses, mut kinds, mut marks, mut yes, mut words) =
            (0, 0, 0, 0, 0, 0);
        let state = value::heading_state(heading);
        let (mut days, mut unsure) = (0, 0);
        for row in table.last + 1..sheet.rows.len() {
            let cell = sheet.cell(row, column);
            if *cell == Cell::Empty {
                continue;
            }
            filled += 1;
            let known = match cell {
                Cell::Text(text) => Some((text, self.known(text))),
                _ => None,
            };
            let mark = known
                .as_ref()
                .map_or_else(|| Mark::of(cell), |(_, known)| known.mark);
            let is_known_mark = matches!(mark, Mark::Yes | Mark::No);
            marks += usize::from(is_known_mark);
            yes += usize::from(mark == Mark::Yes);
            let Some((text, known)) = known else { continue };
            days += usize::from(state.is_some() && is_day(cell));
            words += usize::from(is_known_mark);
            unsure += usize::from(is_unsure(text));
            kinds += usize::from(known.is_unplanned);
            match &known.state {
                Some(state) if state.attribute => {
                    *times.entry(value::plain(text)).or_default() += 1;
                }
                Some(state) if state.whole && state.state != State::Sample => statuses += 1,
                _ => {}
            }
        }
        if filled * 2 > rows {
            self.usual.insert(column);
        }
        let repeated = times.into_iter().filter(|(_, times)| *times > 1);
        self.repeated
            .extend(repeated.map(|(text, _)| (column, text)));
        if let Some(state) = state
            && (marks + days) * 2 > filled
            && yes + days > 0
        {
            return (ColumnNature::Marks(state), true);
        }
        let named = matches!(
            value::plain(heading).trim_end_matches([':', '.', '?']),
            "status" | "läge" | "utfall" | "state" | "resultat"
        );
        let mostly = statuses >= 2 && statuses * 2 > filled;
        let is_called = matches!(
            value::plain(heading).trim_end_matches([':', '.', '?']),
            "status" | "läge" | "state"
        );
        if kinds == 0 && (mostly || is_called && statuses > 0) {
            self.only_states.insert(column);
        }
        let is_marks = (marks + unsure) * 2 >= filled && words > 0;
        let nature = if !self.is_mapped(column) && value::asks_why_not(heading) {
            ColumnNature::Reasons
        } else if kinds > 0 {
            ColumnNature::Kinds
        } else if statuses > 0 && (named || mostly) {
            ColumnNature::Statuses
        } else {
            ColumnNature::Other
        };
        (nature, is_marks)
    }
}
