//! Findings about what a sheet hides. It is still read.

use super::cell::{Cell, Sheet, column_name};
use super::layout::SheetTask;
use crate::model::finding::{Finding, FindingKind, HiddenPart};

/// The most ranges that are listed.
const NAMED: usize = 6;

/// The findings about hidden rows and columns that are not empty.
pub(crate) fn findings(task: &SheetTask<'_>) -> Vec<Finding> {
    let (sheet, hidden_ranges) = (task.sheet, &task.sheet.hidden_ranges);
    let rows = filled(&hidden_ranges.rows, sheet.rows.len(), |row| {
        row_holds_something(sheet, row)
    });
    let width = sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
    let columns = filled(&hidden_ranges.columns, width, |column| {
        column_holds_something(sheet, column)
    });
    let by = if hidden_ranges.filtered {
        HiddenPart::Filter
    } else {
        HiddenPart::Rows
    };
    let hidden = [
        (by, named(&rows, |row| (row + 1).to_string())),
        (HiddenPart::Columns, named(&columns, column_name)),
    ];
    let ranges = hidden
        .into_iter()
        .filter_map(|(what, range)| Some((what, range?)));
    ranges
        .map(|(what, range)| task.sheet_finding(FindingKind::HiddenRows { what, range }))
        .collect()
}

/// The ranges without empty rows at their ends; none for one that is empty throughout.
fn filled(
    ranges: &[(usize, usize)],
    size: usize,
    holds: impl Fn(usize) -> bool,
) -> Vec<(usize, usize)> {
    let within = ranges
        .iter()
        .map(|(first, last)| *first..=(*last).min(size.saturating_sub(1)));
    let bounds = within.filter_map(|mut range| {
        Some((
            range.clone().find(|at| holds(*at))?,
            range.rfind(|at| holds(*at))?,
        ))
    });
    bounds.collect()
}

fn row_holds_something(sheet: &Sheet, row: usize) -> bool {
    sheet
        .rows
        .get(row)
        .is_some_and(|cells| cells.iter().any(|cell| *cell != Cell::Empty))
}

fn column_holds_something(sheet: &Sheet, column: usize) -> bool {
    (0..sheet.rows.len()).any(|row| *sheet.cell(row, column) != Cell::Empty)
}

/// «3–7, 12», at most the first of them.
fn named(ranges: &[(usize, usize)], name: impl Fn(usize) -> String) -> Option<String> {
    let one = |(first, last): &(usize, usize)| {
        if first == last {
            name(*first)
        } else {
            format!("{}–{}", name(*first), name(*last))
        }
    };
    let mut texts: Vec<String> = ranges.iter().take(NAMED).map(one).collect();
    if ranges.len() > NAMED {
        texts.push("…".to_owned());
    }
    (!texts.is_empty()).then(|| texts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_holds_something_is_named() {
        let text = |words: &str| Cell::Text(words.to_owned());
        let rows = vec![
            vec![text("a")],
            vec![],
            vec![text("b")],
            vec![Cell::Empty],
            vec![text("c")],
        ];
        let sheet = Sheet {
            rows,
            ..Sheet::default()
        };
        let of = |ranges: &[(usize, usize)]| {
            named(
                &filled(ranges, sheet.rows.len(), |row| {
                    row_holds_something(&sheet, row)
                }),
                |row| (row + 1).to_string(),
            )
        };
        assert_eq!(of(&[(1, 3)]), Some("3".to_owned()));
        assert_eq!(of(&[(0, 0), (2, 1_048_575)]), Some("1, 3–5".to_owned()));
        assert_eq!(of(&[(1, 1), (5, 1_048_575)]), None);
        assert_eq!(
            named(&[(0, 1), (3, 3)], column_name),
            Some("A–B, D".to_owned())
        );
    }
}
