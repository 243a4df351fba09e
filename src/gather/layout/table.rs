//! The rows of a table: what each is before anything is counted.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::cells::{Cells, MappedCell, WHEN};
use super::sums::ColumnSums;
use super::when::{SheetYear, year_of_rows};
use super::{MappingResult, RowDisposition, SheetTask, filter, headings, months, periods};
use crate::gather::cell::{Cell, cell_name, column_name};
use crate::gather::header::{self, Table};
use crate::gather::{heading, value};
use crate::model::agreement::{Column, Gives, Layout};
use crate::model::finding::{Arg, Code};
use crate::model::quantity::Truth;

/// A row with something in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// A row of the sort that is looked for; perhaps not, if `where` cannot tell.
    Data {
        /// Whether `where` cannot tell.
        perhaps: bool,
    },
    /// A row of sums.
    Total,
    /// One that `where` leaves out: it gives nothing, but somebody has written it.
    LeftOut,
    /// A note, a heading, a planned row, or something beside the table.
    Skipped,
    /// Another of a row already read.
    Duplicate,
}

/// A table and its rows.
pub struct TableRows<'a> {
    /// Where it stands.
    pub table: Table,
    /// The year its sheet is about, or its first part.
    pub year: SheetYear,
    /// From which rows on it is about another: titles among the rows say so.
    later_years: BTreeMap<usize, SheetYear>,
    /// Every non-empty row below the header, by number, and what it is.
    pub kinds: BTreeMap<usize, RowKind>,
    pub(super) task: &'a SheetTask<'a>,
    /// Of every row, whether a day stands below it before the next header: what another table ends.
    pub(super) dated_below: OnceCell<Vec<bool>>,
    /// Where the headings asked for stand.
    places: Vec<(&'a Column, usize)>,
}

impl<'a> TableRows<'a> {
    /// Finds the table of `task` and tells of headings that are missing. `None` if what carries the rows is not there;
    /// `needed` are the fields of which one must be, besides the columns that are counted or chosen by.
    pub fn find(
        task: &'a SheetTask<'a>,
        needed: &[&str],
        result: &mut MappingResult,
    ) -> Option<TableRows<'a>> {
        let wanted = headings(task.mapping);
        let Some(table) = header::find(task.sheet, &wanted) else {
            tell_all_missing(task, &wanted, result);
            return None;
        };
        TableRows::of(task, table, needed, result)
    }

    /// The same for a table already found.
    pub fn of(
        task: &'a SheetTask<'a>,
        table: Table,
        needed: &[&str],
        result: &mut MappingResult,
    ) -> Option<TableRows<'a>> {
        tell_headings(task, &table, result);
        let there = |column: &Column| table.columns.contains_key(column);
        let field = |name: &&str| task.mapping.columns.get(*name).is_some_and(there);
        let carried = needed.is_empty() || needed.iter().any(field);
        let all = carriers(task).into_iter().all(there);
        if !(carried && all) {
            return None;
        }
        let year = SheetYear::of(task, table.first);
        let asked = headings(task.mapping).into_iter();
        let places = asked
            .filter_map(|column| Some((column, *table.columns.get(column)?)))
            .collect();
        let (later_years, kinds, dated_below) = (BTreeMap::new(), BTreeMap::new(), OnceCell::new());
        let mut rows = TableRows {
            table,
            year,
            later_years,
            kinds,
            task,
            dated_below,
            places,
        };
        rows.classify(result);
        Some(rows)
    }

    /// The mapped cells of a row.
    pub fn cells(&self, row: usize) -> Cells<'a> {
        Cells::new(
            self.task,
            self.places
                .iter()
                .map(|(asked, column)| (*asked, (row, *column))),
        )
    }

    /// Where a row is told of: at its date, else at its first mapped cell; where none is mapped, at its first filled one.
    fn anchor(&self, row: usize) -> (usize, usize) {
        if !self.places.is_empty() {
            return self.cells(row).anchor();
        }
        let first = self.own(row).find(|(_, cell)| **cell != Cell::Empty);
        (row, first.map_or(self.table.left, |(column, _)| column))
    }

    /// The year that a row is about, where it names none itself.
    pub fn year_at(&self, row: usize) -> SheetYear {
        self.later_years
            .range(..=row)
            .next_back()
            .map_or(self.year, |(_, year)| *year)
    }

    /// The cells of a row that belong to the table, merged values filled down.
    pub fn row(&self, row: usize) -> impl Iterator<Item = &'a Cell> + use<'a> {
        let (sheet, left, right) = (self.task.filled, self.table.left, self.table.right);
        (left..=right).map(move |column| sheet.cell(row, column))
    }

    /// The columns of the table and those without a heading beside it: what stands there tells rows apart.
    fn breadth(&self) -> RangeInclusive<usize> {
        let (sheet, table) = (self.task.sheet, &self.table);
        let width = sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
        let headed = |column: &usize| {
            (table.first..=table.last).any(|row| *sheet.cell(row, *column) != Cell::Empty)
        };
        let left = (0..table.left)
            .rev()
            .take_while(|column| !headed(column))
            .last()
            .unwrap_or(table.left);
        let right = (table.right + 1..width)
            .take_while(|column| !headed(column))
            .last()
            .unwrap_or(table.right);
        left..=right
    }

    /// The cells of a row that belong to the table as they stand, with their columns.
    pub(super) fn own(
        &self,
        row: usize,
    ) -> impl Iterator<Item = (usize, &'a Cell)> + Clone + use<'a> {
        let sheet = self.task.sheet;
        (self.table.left..=self.table.right).map(move |column| (column, sheet.cell(row, column)))
    }

    /// Enters the fate of every row that is no data.
    pub fn enter_dispositions(&self, result: &mut MappingResult) {
        for (row, kind) in &self.kinds {
            let disposition = if *kind == RowKind::Duplicate {
                RowDisposition::Rejected
            } else {
                RowDisposition::Skipped
            };
            result.dispositions.insert(*row, disposition);
        }
    }

    fn classify(&mut self, result: &mut MappingResult) {
        let mut ended = false;
        let mut seen: BTreeMap<Vec<String>, usize> = BTreeMap::new();
        let mut sums = ColumnSums::default();
        let breadth = self.breadth();
        for row in self.table.last + 1..self.task.sheet.rows.len() {
            if header::is_blank(self.task.sheet, row) {
                continue;
            }
            if !ended && self.begins_another(row) {
                ended = true;
                self.tell_same_below(row, result);
            }
            if !ended && self.begins_section(row) {
                // The same places and numbers in another year are other rows.
                seen.clear();
            }
            let mut kind = if ended {
                RowKind::Skipped
            } else {
                self.kind(row)
            };
            if matches!(kind, RowKind::Data { .. }) && self.is_bare_sum(row, &mut sums) {
                kind = RowKind::Total;
                let first = self
                    .own(row)
                    .find(|(_, cell)| **cell != Cell::Empty)
                    .map_or(0, |(column, _)| column);
                result
                    .findings
                    .push(self.task.finding(Code::UnlabelledSum, (row, first)));
            }
            if matches!(kind, RowKind::Data { .. }) {
                let shown = breadth
                    .clone()
                    .map(|column| value::text(self.task.filled.cell(row, column)))
                    .collect();
                match seen.get(&shown) {
                    Some(first) => {
                        kind = RowKind::Duplicate;
                        let (at, first) = (self.anchor(row), self.anchor(*first));
                        let finding = self.task.finding(Code::DuplicateRow, at);
                        result
                            .findings
                            .push(finding.with("first", cell_name(first.0, first.1)));
                    }
                    None => {
                        seen.insert(shown, row);
                    }
                }
            }
            self.kinds.insert(row, kind);
        }
    }

    fn kind(&self, row: usize) -> RowKind {
        let own = self.own(row).map(|(_, cell)| cell);
        let mut filled = own.filter(|cell| **cell != Cell::Empty);
        let Some(first) = filled.next() else {
            return RowKind::Skipped;
        };
        let alone = filled.next().is_none();
        if self.heads(row) || (alone && self.lone_year(row).is_some()) {
            return RowKind::Skipped;
        }
        let cells = self.cells(row);
        if self.is_total(row, first, &cells) {
            return RowKind::Total;
        }
        if self.is_statistic(first, &cells) {
            return RowKind::Skipped;
        }
        if alone && (self.is_note(first, &cells) || self.is_footnote(row, first, &cells)) {
            return RowKind::Skipped;
        }
        if self.tells_occasions() && is_planned(self.task, &cells) {
            return RowKind::Skipped;
        }
        match filter::fits(self.task, &cells, self.year_at(row).year) {
            Truth::No => RowKind::LeftOut,
            Truth::Yes => RowKind::Data { perhaps: false },
            Truth::Unknown => RowKind::Data { perhaps: true },
        }
    }

    fn is_total(&self, row: usize, first: &Cell, cells: &Cells<'a>) -> bool {
        let total = |cell: &Cell| says(cell, value::is_total_label);
        if self.says_when(cells) {
            return says(first, value::is_nothing_but_total);
        }
        // «Summa» may stand to the left, over a column without a heading, where the table does not reach.
        let labelled = || {
            let when = WHEN.iter().filter_map(|name| cells.field(name));
            let own = self
                .task
                .mapping
                .columns
                .keys()
                .any(|name| WHEN.contains(&name.as_str()));
            let undated = own && when.into_iter().all(|mapped| *mapped.cell == Cell::Empty);
            undated && (0..self.table.left).any(|column| total(self.task.sheet.cell(row, column)))
        };
        let begins = if self.tells_occasions() {
            value::begins_as_total
        } else {
            value::is_total_label
        };
        says(first, begins) || cells.fields().any(|(_, mapped)| total(mapped.cell)) || labelled()
    }

    /// Whether the row says on which days it was: a place may be called «Samtliga», and with a day beside it, it is no sum.
    fn says_when(&self, cells: &Cells<'a>) -> bool {
        let when = ["date", "week", "month"]
            .iter()
            .filter_map(|name| cells.field(name));
        when.into_iter()
            .any(|mapped| *mapped.cell != Cell::Empty && !says(mapped.cell, value::begins_as_total))
    }

    /// Whether the rows are things that were done.
    fn tells_occasions(&self) -> bool {
        matches!(
            self.task.mapping.layout,
            Layout::Log | Layout::Months | Layout::Form
        )
    }

    /// «Snitt per månad», «Mål 2023»: figures about the rows, under whatever heading.
    fn is_statistic(&self, first: &Cell, cells: &Cells<'a>) -> bool {
        let when = ["date", "week", "month"]
            .iter()
            .filter_map(|name| cells.field(name));
        self.tells_occasions()
            && says(first, value::is_statistic_label)
            && when
                .into_iter()
                .all(|mapped| *mapped.cell == Cell::Empty || mapped.cell == first)
    }

    /// Words alone on their row: a note, unless that is all there is to a row of this table, or it is a date.
    fn is_note(&self, first: &Cell, cells: &Cells<'a>) -> bool {
        let lone_column = self.table.left == self.table.right;
        let mapped = cells
            .fields()
            .any(|(_, mapped)| mapped.cell == first && !mapped.inherited);
        let dated = WHEN
            .iter()
            .filter_map(|name| cells.field(name))
            .any(|mapped| mapped.cell == first);
        match self.task.mapping.layout {
            Layout::Log | Layout::Months | Layout::Form => {
                let words = matches!(first, Cell::Text(text) if !value::is_nothing_to_report(text));
                // «Januari» or «Kvartal 1» alone is a row to be filled in under «Datum», and a group's name under «Plats».
                let undated = matches!(value::date(first, Some(2000)), value::Parsed::Not(_));
                !lone_column && words && if undated { dated || !mapped } else { !dated }
            }
            Layout::Statements | Layout::Milestones | Layout::Register => !mapped,
        }
    }

    /// Words alone below the sums or an empty row, on a row that says neither when nor how much: a note under the table, though
    /// it stands under a heading that is mapped.
    fn is_footnote(&self, row: usize, first: &Cell, cells: &Cells<'a>) -> bool {
        let is_empty = |mapped: &MappedCell<'_>| *mapped.cell == Cell::Empty;
        let lone = |row: usize| self.row(row).filter(|cell| **cell != Cell::Empty).count() == 1;
        // Notes follow each other.
        let note_above = || self.kinds.get(&(row - 1)) == Some(&RowKind::Skipped) && lone(row - 1);
        let apart = header::is_blank(self.task.sheet, row - 1)
            || note_above()
            || self.kinds.values().any(|kind| *kind == RowKind::Total);
        self.task.mapping.layout == Layout::Log
            && matches!(first, Cell::Text(text) if !value::is_nothing_to_report(text))
            && WHEN
                .iter()
                .filter_map(|name| cells.field(name))
                .all(|mapped| is_empty(&mapped))
            && cells.counted().iter().all(is_empty)
            && apart
    }

    /// Whether a row is a header once more: of the same headings, or of months.
    fn heads(&self, row: usize) -> bool {
        let months = || {
            self.task.mapping.layout == Layout::Months && periods::is_header(self.task.sheet, row)
        };
        self.repeats_header(row) || months()
    }

    /// The year that stands alone on a row, over the rows below: «2023», «År 2023».
    fn lone_year(&self, row: usize) -> Option<i32> {
        let all = self
            .task
            .sheet
            .rows
            .get(row)
            .into_iter()
            .flatten()
            .enumerate();
        let mut filled = all.filter(|(_, cell)| **cell != Cell::Empty);
        let (column, cell) = filled.next()?;
        let cells = self.cells(row);
        let amounts = ["value", "hours", "minutes"]
            .into_iter()
            .filter_map(|name| cells.field(name));
        let counted = cells
            .counted()
            .into_iter()
            .chain(amounts)
            .any(|mapped| mapped.at.1 == column);
        if filled.next().is_some() || self.task.mapping.layout != Layout::Log || counted {
            return None;
        }
        let text = value::plain(&value::text(cell));
        let bare = text.trim_start_matches("år ").trim_end_matches(':');
        (bare.len() == 4).then(|| value::year_in(bare)).flatten()
    }

    /// Whether a row begins a part of the sheet that is about another year, which is then known: a year alone, or the same
    /// header once more below a title that names it.
    fn begins_section(&mut self, row: usize) -> bool {
        if let Some(year) = self.lone_year(row) {
            self.later_years.insert(
                row,
                SheetYear {
                    year: Some(year),
                    from: "title",
                },
            );
            return true;
        }
        if !self.heads(row) {
            return false;
        }
        let sheet = self.task.sheet;
        let lone = |row: usize| {
            sheet
                .rows
                .get(row)
                .is_some_and(|cells| cells.iter().filter(|cell| **cell != Cell::Empty).count() == 1)
        };
        // The title stands close above, at most one empty row between.
        let below = row - usize::from(header::is_blank(sheet, row - 1));
        let above = (self.table.last + 1..below)
            .rev()
            .take_while(|row| lone(*row))
            .last()
            .unwrap_or(below);
        let titled = year_of_rows(sheet, above..below);
        if let Some(year) = titled {
            self.later_years.insert(
                row,
                SheetYear {
                    year,
                    from: "title",
                },
            );
        }
        titled.is_some()
            || (self.task.mapping.layout == Layout::Months && months::names_years(sheet, row))
    }

    /// The same headings once more, further down: the table goes on below.
    pub(super) fn repeats_header(&self, row: usize) -> bool {
        let mut columns = self.table.columns.iter();
        if self.table.columns.is_empty() {
            return false;
        }
        if columns.clone().any(|(_, column)| {
            matches!(
                self.task.sheet.cell(row, *column),
                Cell::Empty | Cell::Date { .. }
            )
        }) {
            return false;
        }
        columns.all(|(asked, column)| {
            let text = value::text(self.task.sheet.cell(row, *column));
            heading::fit(&asked.heading, &text).is_some()
        })
    }
}

/// Whether a cell holds words of which `is` is so.
pub(super) fn says(cell: &Cell, is: fn(&str) -> bool) -> bool {
    matches!(cell, Cell::Text(text) if is(text))
}

/// Whether an occasion is planned or called off: a mapped cell says so.
pub fn is_planned(task: &SheetTask<'_>, cells: &Cells<'_>) -> bool {
    let chosen = match &task.mapping.gives {
        Gives::ByColumn { column, .. } => cells.at(column).map(|mapped| mapped.cell),
        _ => None,
    };
    let mut named = cells
        .fields()
        .map(|(name, mapped)| (name, mapped.cell))
        .chain(chosen.map(|cell| ("", cell)));
    named.any(|(name, cell)| {
        // In an answer's cell «planeras» is no answer; of a claim or a step it is the claim.
        name != "answered" && says(cell, value::is_planned_or_cancelled)
    })
}

/// The columns without which a row cannot be told: what is counted, and what chooses.
fn carriers<'a>(task: &SheetTask<'a>) -> Vec<&'a Column> {
    let mapping = task.mapping;
    let count = mapping.columns.get("count");
    let answered = mapping.columns.get("answered");
    let filters = mapping.only_rows.iter().map(|filter| &filter.column);
    let given: Vec<&Column> = match &mapping.gives {
        Gives::Counts(counts) => counts.iter().map(|(_, column)| column).collect(),
        Gives::ByColumn { column, .. } => vec![column],
        _ => Vec::new(),
    };
    filters.chain(count).chain(answered).chain(given).collect()
}

/// Tells of headings that are almost or not at all the ones asked for.
pub fn tell_headings(task: &SheetTask<'_>, table: &Table, result: &mut MappingResult) {
    for near in &table.near {
        let finding = task.finding(Code::NearHeading, near.at);
        result.findings.push(
            finding
                .with("heading", &near.column.heading)
                .with("found", &near.found),
        );
    }
    for again in &table.again {
        let finding = task
            .finding(Code::RepeatedHeading, again.at)
            .with("where", "beside");
        let finding = finding
            .with("heading", &again.column.heading)
            .with("column", column_name(again.taken));
        result.findings.push(finding);
    }
    for missing in &table.missing {
        result.damaged = true;
        let finding = task
            .sheet_finding(Code::MissingHeading)
            .with("heading", &missing.column.heading);
        result
            .findings
            .push(finding.with("nearest", missing.nearest.as_deref().unwrap_or("none")));
    }
}

/// Tells that none of the headings is there.
pub fn tell_all_missing(task: &SheetTask<'_>, wanted: &[&Column], result: &mut MappingResult) {
    if task
        .sheet
        .rows
        .iter()
        .flatten()
        .all(|cell| *cell == Cell::Empty)
    {
        // A sheet that nobody has begun on.
        return;
    }
    result.damaged = true;
    let all = wanted
        .iter()
        .map(|column| column.heading.as_str())
        .collect::<Vec<_>>()
        .join("», «");
    let finding = task
        .sheet_finding(Code::MissingHeading)
        .with("heading", Arg::Text(all));
    result.findings.push(finding.with("nearest", "none"));
}
