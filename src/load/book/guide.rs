//! What the sheets of the workbook look like to whoever fills them in: names, headings with their meaning, lists to choose from,
//! and the first sheet, which explains the others.

use super::cell::Kind;
use super::lexicon::Lexicon;
use super::spec::{ColumnSpec, SheetSpec};
use crate::model::book::{BookCell, Choices, DrawnBook, DrawnCells, DrawnColumn, DrawnSheet};

/// The paragraphs of the guide.
const LINES: usize = 7;

/// The workbook with these rows.
pub(super) fn book(
    title: String,
    specs: &[SheetSpec],
    rows: Vec<Vec<Vec<BookCell>>>,
    lexicon: &Lexicon<'_>,
) -> DrawnBook {
    let sheets: Vec<DrawnSheet> = specs
        .iter()
        .zip(rows)
        .map(|(spec, rows)| DrawnSheet {
            name: lexicon.text(&format!("book-{}", spec.name)),
            means: lexicon.text(&format!("book-{}-about", spec.name)),
            is_form: spec.is_form,
            columns: spec
                .columns
                .iter()
                .map(|column| drawn(column, spec, specs, lexicon))
                .collect(),
            rows,
        })
        .collect();
    let line = |number: usize| (String::new(), lexicon.text(&format!("book-guide-{number}")));
    let of_sheets = sheets
        .iter()
        .map(|sheet| (sheet.name.clone(), sheet.means.clone()));
    DrawnBook {
        title,
        guide: lexicon.text("book-guide"),
        lists: lexicon.text("book-lists"),
        guide_lines: (1..=LINES).map(line).chain(of_sheets).collect(),
        sheets,
        made: None,
    }
}

fn drawn(
    column: &ColumnSpec,
    sheet: &SheetSpec,
    specs: &[SheetSpec],
    lexicon: &Lexicon<'_>,
) -> DrawnColumn {
    let words = column.words(sheet.name);
    let list: Vec<String> = column
        .kind
        .words()
        .iter()
        .map(|word| lexicon.word(word))
        .collect();
    let takes = match column.kind {
        Kind::Number | Kind::Bound => DrawnCells::Number,
        Kind::Day => DrawnCells::Day,
        _ if matches!(
            column.key,
            "text"
                | "background"
                | "success"
                | "reporting"
                | "interpretation"
                | "means"
                | "why"
                | "next"
        ) =>
        {
            DrawnCells::Long
        }
        _ => DrawnCells::Short,
    };
    let only = matches!(column.kind, Kind::Word { or_else: false, .. } | Kind::Truth);
    let place = |(sheet, key): (&str, &str)| {
        let at = specs.iter().position(|spec| spec.name == sheet)?;
        let column = specs[at]
            .columns
            .iter()
            .position(|column| column.within.is_empty() && column.key == key)?;
        Some(Choices::Column { sheet: at, column })
    };
    DrawnColumn {
        heading: lexicon.text(&words),
        note: lexicon.text(&format!("{words}-note")),
        is_required: column.is_required,
        takes,
        choices: match column.refers.and_then(place) {
            Some(choices) => choices,
            None if list.is_empty() => Choices::Free,
            None => Choices::Words { words: list, only },
        },
    }
}
