//! Formatting of .xlsx and .xlsm (ECMA-376 part 1, 18.3).

use super::mentions::Mentions;
use super::package::{Package, attribute, each_element, is_true, number};
use super::rich;
use super::sheet::{SheetFormatting, add_range};
use std::collections::BTreeMap;

/// The formatting of a workbook's sheets.
#[derive(Debug, Default)]
pub(in super::super) struct OfXlsx {
    /// By the sheet's name.
    pub(in super::super) sheets: BTreeMap<String, SheetFormatting>,
    /// Whether the workbook asks to be calculated when it is opened: a result of 0 was written by a program that
    /// calculates nothing, and is no result.
    pub(in super::super) uncalculated: bool,
}

/// Reads the formatting of each sheet.
pub(in super::super) fn of_xlsx(bytes: &[u8]) -> OfXlsx {
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
                "calcPr" => all.uncalculated = is_true(element, "fullCalcOnLoad"),
                _ => {}
            }
            true
        });
    }
    let targets = members.relations(&book);
    let strings = targets
        .values()
        .find(|path| path.ends_with("sharedStrings.xml"));
    let shared = strings
        .filter(|path| members.open(path).is_some_and(Mentions::formatted_strings))
        .map(|path| rich::shared(&mut members, path))
        .unwrap_or_default();
    for (name, id) in sheets {
        let Some(path) = targets.get(&id) else {
            continue;
        };
        let Some(mentions) = members.open(path).map(Mentions::of_sheet) else {
            continue;
        };
        let mut formatting = SheetFormatting::default();
        if mentions.hidden || mentions.inline_texts && mentions.formatted_letters {
            formatting = members.open(path).map(sheet).unwrap_or_default();
        }
        formatting.mentions = mentions;
        // Only inline and shared strings can have formatted letters.
        if (!shared.is_empty() || formatting.inline_texts && mentions.formatted_letters)
            && let Some(member) = members.open(path)
        {
            rich::of_sheet(member, &shared, &mut formatting);
        }
        all.sheets.insert(name, formatting);
    }
    all
}

fn sheet(member: impl std::io::BufRead) -> SheetFormatting {
    let mut formatting = SheetFormatting::default();
    // A row without a number follows the one before.
    let mut next = 0;
    each_element(member, |element| {
        match element.local_name().as_ref() {
            "col" if is_true(element, "hidden") => {
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
                let row = number(element, "r").map_or(next, |row| row.saturating_sub(1));
                if is_true(element, "hidden") {
                    add_range(&mut formatting.hidden_ranges.rows, row, row);
                }
                next = row.saturating_add(1);
            }
            "is" => formatting.inline_texts = true,
            "filterColumn" => formatting.hidden_ranges.filtered = true,
            _ => {}
        }
        true
    });
    formatting
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_rows_columns_and_filters() {
        let xml = r#"<x:worksheet xmlns:x="m"><x:cols><x:col min="2" max="3" hidden="1"/><x:col min="4" max="4"/></x:cols>
            <x:sheetData><x:row r="2" hidden="1"/><x:row hidden="true"><x:c s="1"/><x:c s="0"/><x:c r="F3" s="1"/></x:row>
            <x:row r="9"/><x:row r="10" hidden="1"/></x:sheetData>
            <x:autoFilter ref="A1:C9"><x:filterColumn colId="0"/></x:autoFilter></x:worksheet>"#;
        let formatting = sheet(xml.as_bytes());
        assert_eq!(formatting.hidden_ranges.rows, [(1, 2), (9, 9)]);
        assert_eq!(formatting.hidden_ranges.columns, [(1, 2)]);
        assert!(formatting.hidden_ranges.filtered);
    }
}
