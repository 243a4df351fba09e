//! Texts with formatted letters (ECMA-376 part 1, 18.4): struck-through and superscript letters are not part of the
//! content.

use std::collections::BTreeMap;
use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::package::{Package, attribute};
use super::sheet::{Position, SheetFormatting};

/// A text with formatted letters, as far as the formatting changes its content.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct RichText {
    /// Without struck-through and superscript letters.
    kept: String,
    all: String,
    raised: bool,
    struck: bool,
}

impl RichText {
    pub(super) fn add(&mut self, letters: &str, struck: bool, raised: bool) {
        // «m²» is a unit, «4¹» a number with a footnote.
        let unit = raised && self.kept.ends_with('m');
        self.all.push_str(letters);
        if struck || (raised && !unit) {
            self.struck |= struck;
            self.raised |= raised;
        } else {
            self.kept.push_str(letters);
        }
    }

    /// Records the text of a cell where the formatting changes it.
    pub(super) fn enter(&self, at: Position, formatting: &mut SheetFormatting) {
        if !self.struck && !self.raised {
            return;
        }
        if self.kept.trim().is_empty() {
            if self.struck {
                formatting.strike(at);
            }
        } else {
            formatting.texts.push((at, self.kept.clone()));
        }
    }
}

/// The shared strings that have struck-through or superscript letters, by index.
pub(super) fn shared(package: &mut Package<'_>, path: &str) -> BTreeMap<usize, RichText> {
    let Some(member) = package.open(path) else {
        return BTreeMap::new();
    };
    let mut texts = BTreeMap::new();
    let mut index = 0;
    let mut run = Run::default();
    events(member, |event| {
        match event {
            Event::Start(element) if element.local_name().as_ref() == "si" => run = Run::default(),
            Event::End(element) if element.local_name().as_ref() == "si" => {
                let text = std::mem::take(&mut run.text);
                if text.struck || text.raised {
                    texts.insert(index, text);
                }
                index += 1;
            }
            event => run.take(event),
        };
    });
    texts
}

/// Records the formatted texts of a sheet's cells.
pub(super) fn of_sheet(
    member: impl BufRead,
    shared: &BTreeMap<usize, RichText>,
    formatting: &mut SheetFormatting,
) {
    let (mut at, mut is_shared, mut in_value) = (None, false, false);
    let mut value = String::new();
    let mut run = Run::default();
    events(member, |event| match event {
        Event::Start(element) if element.local_name().as_ref() == "c" => {
            at = attribute(&element, "r").and_then(|name| place(&name));
            is_shared = attribute(&element, "t").as_deref() == Some("s");
            value.clear();
            run = Run::default();
        }
        Event::Start(element) if element.local_name().as_ref() == "v" => in_value = true,
        Event::End(element) if element.local_name().as_ref() == "v" => in_value = false,
        Event::End(element) if element.local_name().as_ref() == "c" => {
            let known = value
                .trim()
                .parse()
                .ok()
                .and_then(|index: usize| shared.get(&index));
            let text = known.filter(|_| is_shared).unwrap_or(&run.text);
            if let Some(at) = at {
                text.enter(at, formatting);
            }
        }
        Event::Text(text) if in_value => value.push_str(&text.xml10_content()),
        event => run.take(event),
    });
}

/// The current run of letters.
#[derive(Default)]
struct Run {
    text: RichText,
    in_text: bool,
    phonetic: bool,
    struck: bool,
    raised: bool,
}

impl Run {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(element) => self.begin(&element),
            Event::End(element) => match element.local_name().as_ref() {
                "t" => self.in_text = false,
                "rPh" => self.phonetic = false,
                _ => {}
            },
            Event::Text(text) if self.in_text && !self.phonetic => {
                self.text
                    .add(&text.xml10_content(), self.struck, self.raised);
            }
            Event::GeneralRef(_) if self.in_text => self.text.add("&", self.struck, self.raised),
            _ => {}
        }
    }

    fn begin(&mut self, element: &BytesStart<'_>) {
        let value = || attribute(element, "val");
        match element.local_name().as_ref() {
            "r" => (self.struck, self.raised) = (false, false),
            "rPh" => self.phonetic = true,
            "t" => self.in_text = true,
            "strike" => self.struck = value().is_none_or(|value| value != "0" && value != "false"),
            "vertAlign" => self.raised = value().as_deref() == Some("superscript"),
            _ => {}
        }
    }
}

fn events(source: impl BufRead, mut take: impl FnMut(Event<'_>)) {
    let mut reader = Reader::from_reader(source);
    reader.config_mut().expand_empty_elements = true;
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Eof) => return,
            Ok(event) => take(event),
            Err(fault) => {
                tracing::debug!(%fault, "a part of a workbook is read only so far");
                return;
            }
        }
        buffer.clear();
    }
}

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
    fn struck_and_raised_letters_are_left_out() {
        let xml = r#"<worksheet><sheetData><row r="2">
            <c r="A2" t="inlineStr"><is><r><t>4</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r></is></c>
            <c r="B2" t="inlineStr"><is><r><rPr><strike/></rPr><t>7</t></r><r><t>4</t></r></is></c>
            <c r="C2" t="inlineStr"><is><r><rPr><strike val="0"/></rPr><t>7</t></r><r><t>4</t></r></is></c>
            <c r="D2" t="inlineStr"><is><r><rPr><strike/></rPr><t>gammalt</t></r></is></c>
            <c r="E2" t="inlineStr"><is><r><t>20 m</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>2</t></r></is></c>
            <c r="F2"><v>3</v></c></row></sheetData></worksheet>"#;
        let mut formatting = SheetFormatting::default();
        of_sheet(xml.as_bytes(), &BTreeMap::new(), &mut formatting);
        let texts = [((1, 0), "4".to_owned()), ((1, 1), "4".to_owned())];
        assert_eq!(formatting.texts, texts);
        assert_eq!(formatting.struck.into_iter().collect::<Vec<_>>(), [(1, 3)]);
    }
}
