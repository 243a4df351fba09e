//! A workbook in its parts: its cells are read and written as they stand in its XML, and all else stays as it is.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::sync::LazyLock;

use regex_lite::Regex;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// A row and a column, from 0.
type At = (u32, u32);

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cell {
    Number(f64),
    Text(String),
}

impl Cell {
    /// Its words; none of a number.
    pub(crate) fn words(&self) -> Option<&str> {
        match self {
            Cell::Text(text) => Some(text),
            Cell::Number(_) => None,
        }
    }
}

/// The parts of a workbook as lofte writes it.
pub(crate) struct Parts {
    members: Vec<(String, Vec<u8>)>,
    shared: Vec<String>,
    sheets: Vec<String>,
}

impl Parts {
    pub(crate) fn open(path: &Path) -> Parts {
        let mut archive = ZipArchive::new(Cursor::new(fs::read(path).unwrap())).unwrap();
        let members: Vec<(String, Vec<u8>)> = (0..archive.len())
            .map(|index| {
                let mut member = archive.by_index(index).unwrap();
                let mut bytes = Vec::new();
                member.read_to_end(&mut bytes).unwrap();
                (member.name().unwrap().into_owned(), bytes)
            })
            .collect();
        let mut parts = Parts {
            members,
            shared: Vec::new(),
            sheets: Vec::new(),
        };
        let all = |text: &str, pattern: &str| -> Vec<String> {
            let found = Regex::new(pattern).unwrap();
            found
                .captures_iter(text)
                .map(|one| plain(&one[1]))
                .collect()
        };
        parts.shared = all(
            &parts.text("xl/sharedStrings.xml"),
            r"<si><t[^>]*>([^<]*)</t></si>",
        );
        parts.sheets = all(&parts.text("xl/workbook.xml"), r#"<sheet name="([^"]*)""#);
        parts
    }

    /// The names of its sheets.
    pub(crate) fn sheets(&self) -> Vec<String> {
        self.sheets.clone()
    }

    /// The cells of a sheet that hold something.
    pub(crate) fn cells(&self, sheet: &str) -> BTreeMap<At, Cell> {
        let text = self.text(&self.member_of(sheet));
        let mut cells = BTreeMap::new();
        for one in CELL.captures_iter(&text) {
            let inner = one.get(3).map_or("", |inner| inner.as_str());
            let cell = match (VALUE.captures(inner), INLINE.captures(inner)) {
                (Some(value), _) if one[0].contains("t=\"s\"") => {
                    Cell::Text(self.shared[value[1].parse::<usize>().unwrap()].clone())
                }
                (Some(value), _) => Cell::Number(value[1].parse().unwrap()),
                (_, Some(text)) => Cell::Text(plain(&text[1])),
                _ => continue,
            };
            cells.insert(at(&one[1]), cell);
        }
        cells
    }

    /// Writes into a cell that is there, in the dress it has.
    pub(crate) fn set(&mut self, sheet: &str, place: At, cell: Cell) {
        let name = self.member_of(sheet);
        let mut text = self.text(&name);
        let reference = reference(place);
        let begin = text.find(&format!("<c r=\"{reference}\""));
        let begin = begin.unwrap_or_else(|| panic!("{sheet} has no cell {reference}"));
        let was = CELL.find(&text[begin..]).unwrap();
        let style = DRESS.find(was.as_str()).map_or("", |style| style.as_str());
        let written = match &cell {
            Cell::Number(number) => format!("<c r=\"{reference}\"{style}><v>{number}</v></c>"),
            Cell::Text(text) => format!(
                "<c r=\"{reference}\"{style} t=\"inlineStr\"><is><t>{}</t></is></c>",
                escaped(text)
            ),
        };
        let end = begin + was.end();
        text.replace_range(begin..end, &written);
        let member = self.members.iter_mut().find(|(other, _)| *other == name);
        member.unwrap().1 = text.into_bytes();
    }

    pub(crate) fn save(&self, path: &Path) {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in &self.members {
            writer
                .start_file(name.as_str(), SimpleFileOptions::default())
                .unwrap();
            writer.write_all(bytes).unwrap();
        }
        fs::write(path, writer.finish().unwrap().into_inner()).unwrap();
    }

    /// The member of a sheet: the library numbers them in their order.
    fn member_of(&self, sheet: &str) -> String {
        let place = self.sheets.iter().position(|name| name == sheet);
        format!(
            "xl/worksheets/sheet{}.xml",
            place.unwrap_or_else(|| panic!("no sheet {sheet}")) + 1
        )
    }

    fn text(&self, name: &str) -> String {
        let member = self.members.iter().find(|(other, _)| other == name);
        String::from_utf8(member.unwrap_or_else(|| panic!("no {name}")).1.clone()).unwrap()
    }
}

/// A cell of a sheet: its reference, its dress and what it holds.
static CELL: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r#"<c r="([A-Z]+[0-9]+)"([^>/]*)(?:/>|>(.*?)</c>)"#).unwrap());
static VALUE: LazyLock<Regex> = LazyLock::new(|| Regex::new("<v>([^<]*)</v>").unwrap());
static INLINE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("<is><t[^>]*>([^<]*)</t></is>").unwrap());
static DRESS: LazyLock<Regex> = LazyLock::new(|| Regex::new(r#" s="\d+""#).unwrap());

fn at(reference: &str) -> At {
    let letters = reference.trim_end_matches(|sign: char| sign.is_ascii_digit());
    let column = letters.bytes().fold(0, |column, letter| {
        column * 26 + u32::from(letter - b'A') + 1
    }) - 1;
    (
        reference[letters.len()..].parse::<u32>().unwrap() - 1,
        column,
    )
}

fn reference((row, column): At) -> String {
    let letters = rust_xlsxwriter::utility::column_number_to_name(column as u16);
    format!("{letters}{}", row + 1)
}

fn plain(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
