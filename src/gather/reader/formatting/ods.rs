//! Formatting of .ods: content.xml (OpenDocument 1.3 part 3, 9.1).

use std::collections::{BTreeMap, BTreeSet};
use std::io::BufRead;

use calamine::Dimensions;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::super::convert::{folded, is_error};
use super::package::{Package, attribute, number};
use super::rich::RichText;
use super::sheet::{MOST, Position, SheetFormatting, add_range};
use crate::gather::cell::Colour;

/// Reads the formatting of each sheet, by name.
pub(in super::super) fn of_ods(bytes: &[u8]) -> BTreeMap<String, SheetFormatting> {
    let Some(mut members) = Package::of(bytes) else {
        return BTreeMap::new();
    };
    members
        .open("content.xml")
        .map(of_content)
        .unwrap_or_default()
}

/// The state of the parser.
#[derive(Default)]
struct ContentParser {
    sheets: BTreeMap<String, SheetFormatting>,
    /// The fills of cell styles, by the style's name.
    colours: BTreeMap<String, Colour>,
    struck: BTreeSet<String>,
    /// Styles with superscript letters.
    raised: BTreeSet<String>,
    style: String,
    name: Option<String>,
    formatting: SheetFormatting,
    /// Default styles of columns: first, last, colour.
    columns: u32,
    /// The current row, its number of repetitions, and the next column in it.
    row: u32,
    rows: u32,
    column: u32,
    cell: Option<CellState>,
}

/// The current cell.
struct CellState {
    repeated: u32,
    is_number: bool,
    is_formula: bool,
    /// Whether its value is a text, or it shows one, if only an empty one.
    is_text: bool,
    text: String,
    rich: RichText,
    struck: bool,
    /// For each open span, whether it is struck through or superscript.
    spans: Vec<(bool, bool)>,
}

fn of_content(source: impl BufRead) -> BTreeMap<String, SheetFormatting> {
    let mut reader = Reader::from_reader(source);
    reader.config_mut().expand_empty_elements = true;
    let mut parser = ContentParser::default();
    let (mut buffer, mut inner) = (Vec::new(), Vec::new());
    loop {
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element)) if element.name().as_ref() == "office:annotation" => {
                if reader.read_to_end_into(element.name(), &mut inner).is_err() {
                    break;
                }
                inner.clear();
            }
            Ok(Event::Start(element)) => parser.begin(&element),
            Ok(Event::Text(text)) => {
                if let Some(cell) = &mut parser.cell {
                    let text = text.xml10_content();
                    cell.text.push_str(&text);
                    let struck = cell.spans.iter().any(|span| span.0);
                    cell.rich
                        .add(&text, struck, cell.spans.iter().any(|span| span.1));
                }
            }
            Ok(Event::End(element)) => parser.end(element.name().as_ref()),
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(fault) => {
                tracing::debug!(%fault, "the content of a workbook is read only so far");
                break;
            }
        }
        buffer.clear();
    }
    parser.sheets
}

impl ContentParser {
    fn begin(&mut self, element: &BytesStart<'_>) {
        match element.name().as_ref() {
            "style:style" => self.style = attribute(element, "name").unwrap_or_default(),
            "style:table-cell-properties" => {
                let colour = attribute(element, "background-color")
                    .and_then(|colour| of_hexadecimal(&colour));
                self.colours
                    .extend(colour.map(|colour| (self.style.clone(), colour)));
            }
            "style:text-properties" => self.letters(element),
            "text:span" => {
                let style = attribute(element, "style-name").unwrap_or_default();
                let look = (self.struck.contains(&style), self.raised.contains(&style));
                if let Some(cell) = &mut self.cell {
                    cell.spans.push(look);
                }
            }
            "table:table" => {
                self.name = attribute(element, "name");
                (self.formatting, self.columns, self.row, self.rows) =
                    (SheetFormatting::default(), 0, 0, 0);
            }
            "table:table-column" => {
                let many = number(element, "number-columns-repeated")
                    .unwrap_or(1)
                    .max(1);
                if is_hidden(element) {
                    add_range(
                        &mut self.formatting.hidden_ranges.columns,
                        self.columns,
                        self.columns.saturating_add(many - 1),
                    );
                }
                self.columns = self.columns.saturating_add(many);
            }
            "table:table-row" => {
                (self.rows, self.column) = (
                    number(element, "number-rows-repeated").unwrap_or(1).max(1),
                    0,
                );
                if is_hidden(element) {
                    add_range(
                        &mut self.formatting.hidden_ranges.rows,
                        self.row,
                        self.row.saturating_add(self.rows - 1),
                    );
                    self.formatting.hidden_ranges.filtered |=
                        attribute(element, "visibility").is_some_and(|how| how == "filter");
                }
            }
            "table:table-cell" | "table:covered-table-cell" => self.begin_cell(element),
            "text:p" => {
                if let Some(cell) = &mut self.cell {
                    cell.is_text |= !cell.is_number;
                }
            }
            _ => {}
        }
    }

    /// The strikethrough and superscript of a text style.
    fn letters(&mut self, element: &BytesStart<'_>) {
        let line = ["text-line-through-style", "text-line-through-type"]
            .iter()
            .filter_map(|name| attribute(element, name))
            .any(|value| value != "none");
        if line {
            self.struck.insert(self.style.clone());
        }
        let position = attribute(element, "text-position").unwrap_or_default();
        let height = position
            .split(' ')
            .next()
            .unwrap_or_default()
            .trim_end_matches('%');
        if height == "super" || height.parse().is_ok_and(|height: i32| height > 0) {
            self.raised.insert(self.style.clone());
        }
    }

    fn begin_cell(&mut self, element: &BytesStart<'_>) {
        let repeated = number(element, "number-columns-repeated")
            .unwrap_or(1)
            .max(1);
        let span = |name: &str| number(element, name).unwrap_or(1).max(1) - 1;
        let (down, right) = (span("number-rows-spanned"), span("number-columns-spanned"));
        if (down > 0 || right > 0) && self.formatting.merged.len() < MOST {
            let (row, column) = (self.row, self.column);
            let corner = (row.saturating_add(down), column.saturating_add(right));
            self.formatting
                .merged
                .push(Dimensions::new((row, column), corner));
        }
        let style = attribute(element, "style-name");
        let colour = style
            .as_ref()
            .and_then(|style| self.colours.get(style).copied());
        // A long run of coloured cells is decoration.
        if let (Some(colour), true) = (colour, repeated <= 100 && self.rows <= 1000) {
            for row in self.row..self.row.saturating_add(self.rows) {
                for column in self.column..self.column.saturating_add(repeated) {
                    self.formatting.colour((row, column), colour);
                }
            }
        }
        let is_number = matches!(
            attribute(element, "value-type").as_deref(),
            Some("float" | "percentage" | "currency")
        );
        let is_text = attribute(element, "value-type").as_deref() == Some("string");
        let is_formula = attribute(element, "formula").is_some();
        self.cell = Some(CellState {
            repeated,
            is_number,
            is_formula,
            is_text,
            text: String::new(),
            rich: RichText::default(),
            struck: style.is_some_and(|style| self.struck.contains(&style)),
            spans: Vec::new(),
        });
    }

    /// The positions of the current cell, including its repetitions.
    fn places(&self, repeated: u32) -> impl Iterator<Item = Position> + use<> {
        let rows = self.row..self.row.saturating_add(self.rows);
        let columns = self.column..self.column.saturating_add(repeated);
        rows.flat_map(move |row| columns.clone().map(move |column| (row, column)))
    }

    fn end(&mut self, name: &str) {
        match name {
            "table:table-cell" | "table:covered-table-cell" => {
                let Some(cell) = self.cell.take() else { return };
                if cell.is_formula && cell.is_text && cell.text.is_empty() {
                    let places = self.places(cell.repeated);
                    let room = MOST.saturating_sub(self.formatting.blanks.len());
                    self.formatting.blanks.extend(places.take(room));
                }
                // Older writers keep an error as the number 0 and show its name.
                let shown = folded(&cell.text);
                if cell.is_number && is_error(&shown) {
                    let places = self.places(cell.repeated);
                    let room = MOST.saturating_sub(self.formatting.errors.len());
                    self.formatting
                        .errors
                        .extend(places.take(room).map(|at| (at, shown.clone())));
                }
                if cell.repeated <= 100 && self.rows <= 1000 && !cell.text.trim().is_empty() {
                    for at in self.places(cell.repeated) {
                        cell.rich.enter(at, &mut self.formatting);
                        if cell.struck {
                            self.formatting.strike(at);
                        }
                    }
                }
                self.column = self.column.saturating_add(cell.repeated);
            }
            "text:span" => {
                if let Some(cell) = &mut self.cell {
                    cell.spans.pop();
                }
            }
            "table:table-row" => self.row = self.row.saturating_add(self.rows),
            "table:table" => {
                let formatting = std::mem::take(&mut self.formatting);
                self.sheets
                    .extend(self.name.take().map(|name| (name, formatting)));
            }
            _ => {}
        }
    }
}

fn is_hidden(element: &BytesStart<'_>) -> bool {
    attribute(element, "visibility").is_some_and(|how| how == "collapse" || how == "filter")
}

/// The colour of `#c6efce`.
fn of_hexadecimal(text: &str) -> Option<Colour> {
    let digits = text
        .trim()
        .strip_prefix('#')
        .filter(|digits| digits.len() == 6)?;
    let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    Colour::of(part(0)?, part(2)?, part(4)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gather::cell::HiddenRanges;

    #[test]
    fn errors_merges_hidden_rows_and_colours() {
        let content = r##"<office:document-content><office:automatic-styles>
            <style:style style:name="ce1" style:family="table-cell"><style:table-cell-properties fo:background-color="#00b050"/></style:style>
            </office:automatic-styles><office:body><office:spreadsheet>
            <table:table table:name="Logg &amp; mer">
              <table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>
              <table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="5"/></table:table-row>
              <table:table-row table:visibility="filter">
                <table:table-cell office:value-type="float" office:value="0"><text:p>#N/A</text:p></table:table-cell>
                <table:table-cell table:number-rows-spanned="2" table:number-columns-spanned="2" office:value-type="float" office:value="0">
                  <office:annotation><text:p>#N/A</text:p></office:annotation><text:p>0</text:p></table:table-cell>
                <table:covered-table-cell/>
                <table:table-cell table:style-name="ce1"/>
                <table:table-cell table:formula="of:=&quot;&quot;" office:value-type="string" office:string-value=""/>
                <table:table-cell table:formula="of:=&quot;&quot;"><text:p/></table:table-cell>
                <table:table-cell table:formula="of:=1+2"/>
              </table:table-row>
            </table:table></office:spreadsheet></office:body></office:document-content>"##;
        let sheets = of_content(content.as_bytes());
        let expected = SheetFormatting {
            hidden_ranges: HiddenRanges {
                rows: vec![(3, 3)],
                columns: vec![(2, 2)],
                filtered: true,
            },
            colours: BTreeMap::from([((3, 3), Colour::Green)]),
            errors: vec![((3, 0), "#N/A".to_owned())],
            blanks: vec![(3, 4), (3, 5)],
            merged: vec![Dimensions::new((3, 1), (4, 2))],
            ..SheetFormatting::default()
        };
        assert_eq!(
            sheets,
            BTreeMap::from([("Logg & mer".to_owned(), expected)])
        );
    }
}
