//! The parts of a workbook that is a zip file, and their XML.

use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;
use std::io::{BufReader, Cursor};
use zip::ZipArchive;
use zip::read::ZipFile;

pub(super) struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
}

pub(super) type PackagePart<'z, 'a> = BufReader<ZipFile<'z, Cursor<&'a [u8]>>>;

impl<'a> Package<'a> {
    pub(super) fn of(bytes: &'a [u8]) -> Option<Package<'a>> {
        Some(Package {
            zip: ZipArchive::new(Cursor::new(bytes)).ok()?,
        })
    }

    /// A member by its path, case-insensitive as in Excel.
    pub(super) fn open(&mut self, path: &str) -> Option<PackagePart<'_, 'a>> {
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
    pub(super) fn relations(&mut self, part: &str) -> BTreeMap<String, String> {
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

/// Calls `take` for every start of an element, until the end, invalid XML, or `take` returning false.
pub(super) fn each_element(
    source: impl std::io::BufRead,
    mut take: impl FnMut(&BytesStart<'_>) -> bool,
) {
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

/// An attribute by its local name.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let found = attributes
        .with_checks(false)
        .flatten()
        .find(|found| found.key.local_name().as_ref() == name)?;
    quick_xml::escape::unescape(&found.value)
        .ok()
        .map(std::borrow::Cow::into_owned)
}

pub(super) fn number(element: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(element, name)?.trim().parse().ok()
}

pub(super) fn is_true(element: &BytesStart<'_>, name: &str) -> bool {
    attribute(element, name).is_some_and(|value| value == "1" || value == "true")
}
