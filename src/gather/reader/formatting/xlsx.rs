//! Beside the cells of .xlsx and .xlsm (ECMA-376 part 1, 18.3).

use std::collections::BTreeMap;

use quick_xml::events::BytesStart;

use super::package::{Package, attribute, each_element, number, says_yes};
use super::sheet::{Position, SheetFormatting, add_range};
use crate::gather::cell::Colour;

/// Beside the sheets of a workbook, by their names.
#[derive(Debug, Default)]
pub(in super::super) struct OfXlsx {
    /// By the sheet's name.
    pub(in super::super) sheets: BTreeMap<String, SheetFormatting>,
    /// Whether the workbook asks to be calculated when it is opened: a result of 0 was written by a program that calculates
    /// nothing, and is none.
    pub(in super::super) uncalculated: bool,
}

/// Reads beside the sheets. `colours` are those of the workbook's cell styles, by their index.
pub(in super::super) fn of_xlsx(bytes: &[u8], colours: &[Option<Colour>]) -> OfXlsx {
    let mut all = OfXlsx::default();
    let Some(mut members) = Package::of(bytes) else {
        return all;
    };
    let book = members
        .relations("/")
        .into_values()
        .find(|path| path.ends_with("workbook.xml"));
    let book = book.unwrap_or_else(|| "xl/workbook.xml".to_owned());
    let mut sheets = Vec::new();
    if let Some(member) = members.open(&book) {
        each_element(member, |element| {
            match element.local_name().as_ref() {
                "sheet" => sheets.extend(attribute(element, "name").zip(attribute(element, "id"))),
                "calcPr" => all.uncalculated = says_yes(element, "fullCalcOnLoad"),
                _ => {}
            }
            true
        });
    }
    let targets = members.relations(&book);
    for (name, id) in sheets {
        let formatting = targets
            .get(&id)
            .and_then(|path| members.open(path))
            .map(|member| sheet(member, colours));
        all.sheets
            .extend(formatting.map(|formatting| (name, formatting)));
    }
    all
}

fn sheet(member: impl std::io::BufRead, colours: &[Option<Colour>]) -> SheetFormatting {
    let mut formatting = SheetFormatting::default();
    let some_colour = colours.iter().any(Option::is_some);
    // Rows and cells without a place of their own follow the one before.
    let mut next: Position = (0, 0);
    each_element(member, |element| {
        match element.local_name().as_ref() {
            "col" if says_yes(element, "hidden") => {
                if let (Some(first), Some(last)) = (number(element, "min"), number(element, "max"))
                {
                    add_range(
                        &mut formatting.hidden_ranges.columns,
                        first.saturating_sub(1),
                        last.saturating_sub(1),
                    );
                }
            }
            "row" => {
                let row = number(element, "r").map_or(next.0, |row| row.saturating_sub(1));
                if says_yes(element, "hidden") {
                    add_range(&mut formatting.hidden_ranges.rows, row, row);
                }
                next = (row.saturating_add(1), 0);
            }
            "c" if some_colour => {
                let at = attribute(element, "r").and_then(|name| place(&name));
                let at = at.unwrap_or((next.0.saturating_sub(1), next.1));
                if let Some(colour) = colour(element, colours) {
                    formatting.colour(at, colour);
                }
                next.1 = at.1.saturating_add(1);
            }
            "filterColumn" => formatting.hidden_ranges.filtered = true,
            _ => {}
        }
        true
    });
    formatting
}

fn colour(cell: &BytesStart<'_>, colours: &[Option<Colour>]) -> Option<Colour> {
    let style = number(cell, "s")?;
    *colours.get(usize::try_from(style).ok()?)?
}

/// The row and column of a name like `E5`.
fn place(name: &str) -> Option<Position> {
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = name.split_at_checked(digits)?;
    let column = letters.bytes().try_fold(0u32, |column, letter| {
        let value = letter
            .to_ascii_uppercase()
            .checked_sub(b'A')
            .filter(|value| *value < 26)?;
        column.checked_mul(26)?.checked_add(u32::from(value) + 1)
    })?;
    Some((
        row.parse::<u32>().ok()?.checked_sub(1)?,
        column.checked_sub(1)?,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_from_names() {
        assert_eq!(
            ["A1", "XFD1048576", "aa3"].map(place),
            [Some((0, 0)), Some((1_048_575, 16_383)), Some((2, 26))]
        );
        assert_eq!(
            ["", "A", "1", "A0", "Å1", "AAAAAAAAAAA1"].map(place),
            [None; 6]
        );
    }

    #[test]
    fn hidden_rows_columns_and_filters() {
        let xml = r#"<x:worksheet xmlns:x="m"><x:cols><x:col min="2" max="3" hidden="1"/><x:col min="4" max="4"/></x:cols>
            <x:sheetData><x:row r="2" hidden="1"/><x:row hidden="true"><x:c s="1"/><x:c s="0"/><x:c r="F3" s="1"/></x:row>
            <x:row r="9"/><x:row r="10" hidden="1"/></x:sheetData>
            <x:autoFilter ref="A1:C9"><x:filterColumn colId="0"/></x:autoFilter></x:worksheet>"#;
        let formatting = sheet(xml.as_bytes(), &[None, Some(Colour::Green)]);
        assert_eq!(formatting.hidden_ranges.rows, [(1, 2), (9, 9)]);
        assert_eq!(formatting.hidden_ranges.columns, [(1, 2)]);
        assert!(formatting.hidden_ranges.filtered);
        assert_eq!(
            formatting.colours.keys().collect::<Vec<_>>(),
            [&(2, 0), &(2, 5)]
        );
    }
}
