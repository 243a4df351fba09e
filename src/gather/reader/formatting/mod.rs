//! What the spreadsheet library leaves out of a sheet, read from the members of its zip file: hidden rows and columns, filters,
//! fills, errors that arrive as something else, merges of formats whose merges it does not list.
//!
//! All of it is told beside the cells and none of it is needed to read them: a part that cannot be understood tells nothing.

mod ods;
mod xlsb;
mod xlsx;

use std::collections::BTreeMap;
use std::io::{BufReader, Cursor};

use calamine::Dimensions;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;
use zip::read::ZipFile;

use crate::gather::cell::{Colour, HiddenRanges};

pub(super) use ods::of_ods;
pub(super) use xlsb::of_xlsb;
pub(super) use xlsx::of_xlsx;

/// A row and a column from 0.
type Position = (u32, u32);

/// What stands beside the cells of one sheet.
#[derive(Debug, Default, PartialEq)]
pub(super) struct SheetFormatting {
    /// Hidden rows and columns.
    pub(super) hidden_ranges: HiddenRanges,
    /// Cells filled with a colour that may mean something.
    pub(super) colours: BTreeMap<(usize, usize), Colour>,
    /// Errors that the library drops or takes for zero.
    pub(super) errors: Vec<(Position, String)>,
    /// Formulas that gave an empty text: calculated, and blank.
    pub(super) blanks: Vec<Position>,
    /// Merged ranges, where the library lists none.
    pub(super) merged: Vec<Dimensions>,
}

/// More coloured cells than this are a sheet's dress, not marks; and more merges or errors are no work of hands.
const MOST: usize = 200_000;

impl SheetFormatting {
    fn colour(&mut self, at: Position, colour: Colour) {
        if self.colours.len() < MOST {
            self.colours.insert((at.0 as usize, at.1 as usize), colour);
        }
    }
}

/// Adds `from..=to` to ranges that come in order, joining neighbours.
fn add_range(ranges: &mut Vec<(usize, usize)>, from: u32, to: u32) {
    let (from, to) = (from as usize, to as usize);
    match ranges.last_mut() {
        Some((_, last)) if *last + 1 >= from => *last = (*last).max(to),
        _ => {
            if ranges.len() < MOST {
                ranges.push((from, to));
            }
        }
    }
}

/// The members of a workbook that is a zip file.
struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
}

type PackagePart<'z, 'a> = BufReader<ZipFile<'z, Cursor<&'a [u8]>>>;

impl<'a> Package<'a> {
    fn of(bytes: &'a [u8]) -> Option<Package<'a>> {
        Some(Package {
            zip: ZipArchive::new(Cursor::new(bytes)).ok()?,
        })
    }

    /// A member by its path, without regard to case as Excel reads it.
    fn open(&mut self, path: &str) -> Option<PackagePart<'_, 'a>> {
        let path = path.trim_start_matches('/');
        let same = |name: &str| name.replace('\\', "/").eq_ignore_ascii_case(path);
        let name = self
            .zip
            .file_names()
            .flatten()
            .find(|name| same(name))?
            .into_owned();
        self.zip.by_name(&name).ok().map(BufReader::new)
    }

    /// The targets of a part's relations by their ids (ECMA-376 part 2, 9.3), as paths from the root.
    fn relations(&mut self, part: &str) -> BTreeMap<String, String> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let mut targets = BTreeMap::new();
        let Some(member) = self.open(&format!("{folder}/_rels/{file}.rels")) else {
            return targets;
        };
        each_element(member, |element| {
            if let (Some(id), Some(target)) =
                (attribute(element, "Id"), attribute(element, "Target"))
            {
                let path = if target.starts_with('/') {
                    target
                } else {
                    format!("{folder}/{target}")
                };
                targets.insert(id, path);
            }
            true
        });
        targets
    }
}

/// Hands over every element as it begins, until there are no more, the XML breaks, or `take` says that it is enough.
fn each_element(source: impl std::io::BufRead, mut take: impl FnMut(&BytesStart<'_>) -> bool) {
    let mut reader = quick_xml::Reader::from_reader(source);
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element) | Event::Empty(element)) => {
                if !take(&element) {
                    return;
                }
            }
            Ok(Event::Eof) => return,
            Ok(_) => {}
            Err(fault) => {
                tracing::debug!(%fault, "a part of a workbook is read only so far");
                return;
            }
        }
        buffer.clear();
    }
}

/// An attribute by its name without prefix.
fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let found = attributes
        .with_checks(false)
        .flatten()
        .find(|found| found.key.local_name().as_ref() == name)?;
    quick_xml::escape::unescape(&found.value)
        .ok()
        .map(std::borrow::Cow::into_owned)
}

/// An attribute that is a number.
fn number(element: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(element, name)?.trim().parse().ok()
}

/// An attribute that says yes.
fn says_yes(element: &BytesStart<'_>, name: &str) -> bool {
    attribute(element, name).is_some_and(|value| value == "1" || value == "true")
}
