//! Where a table begins: found by its headings, never by an address.

mod candidate;
mod table;

use std::cell::OnceCell;

use super::cell::Sheet;
use crate::model::agreement::Column;
use candidate::{AskedHeading, DEEPEST, HeaderRows, values as values_of};
pub(crate) use table::{AbsentHeading, InexactHeading, RepeatedHeading, Table};

/// How many rows from the top are searched for a header.
const HEADER_ROWS: usize = 40;

/// The rows with most of the mapped headings; `None` if no row has any.
pub fn find(sheet: &Sheet, wanted: &[&Column]) -> Option<Table> {
    let rows = sheet.rows.len().min(HEADER_ROWS);
    let candidates = (0..rows)
        .flat_map(|first| (first..(first + DEEPEST).min(rows)).map(move |last| (first, last)));
    let asked: Vec<AskedHeading> = wanted
        .iter()
        .map(|column| AskedHeading::of(column))
        .collect();
    let values: Vec<OnceCell<usize>> = vec![OnceCell::new(); rows];
    let values = |row: usize| {
        let known = values.get(row);
        known.map_or(0, |known| *known.get_or_init(|| values_of(sheet, row)))
    };
    let mut best: Option<HeaderRows> = None;
    for at in candidates {
        let next = HeaderRows::read(sheet, at, &asked, values);
        // The first of equals.
        let is_better = |best: &HeaderRows| next.worth() > best.worth();
        if next.matched() > 0 && best.as_ref().is_none_or(is_better) {
            let is_perfect = next.is_perfect();
            best = Some(next);
            if is_perfect {
                break;
            }
        }
    }
    Some(best?.into_table(wanted))
}

/// Whether a row is empty.
pub fn is_blank(sheet: &Sheet, row: usize) -> bool {
    sheet.filled(row).next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gather::cell::Cell;
    use crate::gather::heading::Fit;

    fn sheet(rows: &[&[&str]]) -> Sheet {
        let cell = |text: &&str| {
            if text.is_empty() {
                Cell::Empty
            } else {
                Cell::Text((*text).to_owned())
            }
        };
        Sheet {
            rows: rows
                .iter()
                .map(|row| row.iter().map(cell).collect())
                .collect(),
            ..Sheet::default()
        }
    }

    fn column(heading: &str) -> Column {
        Column {
            heading: heading.to_owned(),
            under: None,
        }
    }

    fn found(sheet: &Sheet, headings: &[&str]) -> Option<(usize, Vec<Option<usize>>)> {
        let wanted: Vec<Column> = headings.iter().map(|heading| column(heading)).collect();
        let table = find(sheet, &wanted.iter().collect::<Vec<_>>())?;
        Some((
            table.last,
            wanted
                .iter()
                .map(|asked| table.columns.get(asked).copied())
                .collect(),
        ))
    }

    #[test]
    fn a_header_is_found_wherever_it_stands() {
        let plain = sheet(&[&["Datum", "Plats", "Antal"], &["1/2", "Töre", "3"]]);
        assert_eq!(
            found(&plain, &["Datum", "Antal"]),
            Some((0, vec![Some(0), Some(2)]))
        );
        let moved = sheet(&[
            &["Logg 2023"],
            &[],
            &["Datum:", "2023"],
            &[],
            &["Antal", "", "Plats", "Datum"],
            &["3"],
        ]);
        assert_eq!(
            found(&moved, &["Datum", "Antal"]),
            Some((4, vec![Some(3), Some(0)]))
        );
        let stacked = sheet(&[
            &["Logg"],
            &["Datum", "Antal", "Antal"],
            &["", "kontakter", "bilar"],
            &["1/2", "3", "4"],
        ]);
        assert_eq!(
            found(&stacked, &["Datum", "Antal kontakter"]),
            Some((2, vec![Some(0), Some(1)]))
        );
        assert_eq!(found(&plain, &["Timmar"]), None);
    }

    #[test]
    fn tables_side_by_side_are_kept_apart() {
        let both = sheet(&[&["Datum", "Bilar", "", "Datum", "Antal"]]);
        assert_eq!(
            found(&both, &["Datum", "Antal"]),
            Some((0, vec![Some(3), Some(4)]))
        );
        assert_eq!(
            found(&both, &["Datum", "Bilar"]),
            Some((0, vec![Some(0), Some(1)]))
        );
    }

    #[test]
    fn what_is_missing_is_told_with_the_nearest() {
        let sheet = sheet(&[&["Datum", "Antal bilar", "Regler (J/N)"]]);
        let (date, people, rules) = (column("Datum"), column("Antal båtar"), column("Regler"));
        let table = find(&sheet, &[&date, &people, &rules]).unwrap_or_else(|| unreachable!());
        assert_eq!(
            table.missing,
            [AbsentHeading {
                column: people,
                nearest: Some("Antal bilar".to_owned())
            }]
        );
        assert_eq!(
            table.near,
            [InexactHeading {
                column: rules,
                found: "Regler (J/N)".to_owned(),
                fit: Fit::Nearly,
                at: (0, 2)
            }]
        );
    }
}
