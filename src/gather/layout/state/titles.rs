//! Titles that apply to the rows under them: «Inställda vandringar», «Planerade», a sheet called «Mall».

use std::collections::BTreeMap;

use super::row_state::Statement;
use crate::gather::cell::{Cell, Sheet};
use crate::gather::header::Table;
use crate::gather::value::{self, State, TextState};

#[derive(Debug, Default)]
pub(crate) struct Titles {
    /// By the first row each applies to: the title, or none where another title ends it.
    from: BTreeMap<usize, Option<Statement>>,
    template: bool,
}

impl Titles {
    /// The state given by the title over a row.
    pub(super) fn over(&self, row: usize) -> Option<Statement> {
        let (_, title) = self.from.range(..row).next_back()?;
        title.clone()
    }

    /// Whether the sheet is a template by its name.
    pub(super) fn is_template(&self) -> bool {
        self.template
    }

    /// Whether a row is a title with a state.
    pub(in crate::gather::layout) fn is_title(&self, row: usize) -> bool {
        self.from.get(&row).is_some_and(Option::is_some)
    }

    /// Finds the titles above and inside a table. `named` if the agreement names the sheet itself; `several` if other
    /// sheets of the workbook are read by the same mapping.
    pub(in crate::gather::layout) fn read(
        sheet: &Sheet,
        table: &Table,
        named: bool,
        several: bool,
    ) -> Titles {
        let mut titles = Titles::default();
        if !named {
            titles.template = several && is_template(&sheet.name);
            // A sheet of what was held is read like any other.
            if let Some(state) = alone(&sheet.name).filter(|state| is_not_held(*state)) {
                titles
                    .from
                    .insert(0, Some(statement(state, &sheet.name, (0, 0))));
            }
        }
        for row in 0..sheet.rows.len() {
            if (table.first..=table.last).contains(&row) {
                continue;
            }
            let Some((column, text)) = lone_text(sheet, row) else {
                continue;
            };
            let state = if row < table.first {
                alone(text).map(|state| (state, true))
            } else {
                value::titled_perhaps(text)
            };
            let in_table = row > table.last;
            let unheld = state
                .filter(|(state, _)| is_not_held(*state) || in_table && *state == State::Sample);
            // A year alone stands over a header.
            let below = (row + 1..sheet.rows.len())
                .find(|row| filled(sheet, *row) > 1 || lone_text(sheet, *row).is_some());
            let over_rows = below.is_some_and(|below| filled(sheet, below) > 1);
            match unheld {
                Some((state, certain)) if over_rows => {
                    let title = Statement {
                        certain,
                        ..statement(state, text, (row, column))
                    };
                    titles.from.insert(row, Some(title));
                }
                // A note is no title, and a title over the table may be above others.
                _ if in_table && over_rows => {
                    titles.from.insert(row, None);
                }
                _ => {}
            }
        }
        let held = (0..sheet.rows.len()).any(|row| {
            lone_text(sheet, row).is_some_and(|(_, text)| value::titled(text) == Some(State::Held))
        });
        for title in titles.from.values_mut().flatten() {
            title.contrasted = held;
        }
        titles
    }
}

fn is_not_held(state: State) -> bool {
    matches!(state, State::Planned | State::CalledOff)
}

fn statement(state: State, text: &str, at: (usize, usize)) -> Statement {
    Statement::new(TextState::alone(state, text), true, at)
}

/// The state that a text begins with, if it is no longer than a title.
fn alone(text: &str) -> Option<State> {
    let first = value::plain(text);
    let first = first.split(' ').next().unwrap_or_default();
    let begins = value::titled(first) == value::titled(text)
        || matches!(
            first,
            "ej" | "inte" | "att" | "kvar" | "to" | "på" | "nästa"
        );
    value::titled(text).filter(|_| begins)
}

fn filled(sheet: &Sheet, row: usize) -> usize {
    sheet.filled(row).count()
}

/// The only text on a row.
fn lone_text(sheet: &Sheet, row: usize) -> Option<(usize, &str)> {
    match sheet.alone(row)? {
        (column, Cell::Text(text)) => Some((column, text)),
        _ => None,
    }
}

/// Whether a sheet is a template by its name: «Mall», «Exempel 2025», «Mall (kopiera)».
fn is_template(name: &str) -> bool {
    let name = value::plain(name);
    let mut words = name
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let template = |word: &str| {
        matches!(
            word,
            "mall"
                | "mallen"
                | "mallblad"
                | "exempel"
                | "exempelblad"
                | "template"
                | "example"
                | "instruktion"
                | "instruktioner"
                | "förlaga"
                | "blankmall"
        )
    };
    words.any(template)
}
