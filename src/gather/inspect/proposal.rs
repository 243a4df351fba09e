//! A proposed source in the parts that are put together when all workbooks of a place are known: names of activities that are free
//! in all of it, patterns of names that go on.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::block::{key, quoted};
use super::column_use::OtherReading;
use super::series::sheet_patterns;

/// A source that would read a workbook.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ProposedSource {
    /// Whose it is.
    pub partner: String,
    /// The pattern of its path.
    pub files: String,
    /// How its sheets are read.
    pub sheets: Vec<ProposedSheet>,
    /// The names of all sheets of the workbook.
    pub all: Vec<String>,
}

/// A sheet, or a series of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ProposedSheet {
    /// The sheets that it reads.
    pub names: Vec<String>,
    /// Whether each is about an occasion of its own, as a form is.
    pub is_form: bool,
    /// Its keys but for its name; names of activities stand in it as marks.
    pub body: String,
    /// The activities and lists of places that it names.
    pub named: Vec<ProposedName>,
    /// The partners whose marks it reads.
    pub partners: Vec<String>,
    /// What else it may be.
    pub others: Vec<ProposedOther>,
}

/// Another likely reading of a sheet, as it is told.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ProposedOther {
    /// What it is, in words.
    pub words: String,
    /// The keys that would stand there instead.
    pub keys: String,
    /// All of its keys.
    pub body: String,
    /// The names in them, where they are not the sheet's.
    pub named: Option<Vec<ProposedName>>,
}

/// A source, and the other readings of each of its sheets.
#[derive(Clone, Debug, Default)]
pub struct Proposal {
    /// The source.
    pub source: ProposedSource,
    /// What else each of its sheets may be.
    pub others: Vec<Vec<OtherSheet>>,
}

/// Another likely reading of a sheet.
#[derive(Clone, Debug)]
pub struct OtherSheet {
    /// Why it is likely.
    pub reading: OtherReading,
    /// As it would be read.
    pub sheet: ProposedSheet,
}

/// A name that a source gives.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ProposedName {
    /// What it is called if nothing else is.
    pub name: String,
    /// What else it might be called, the likeliest first.
    pub others: Vec<String>,
    /// Whether the agreement has it.
    pub is_known: bool,
    /// Whether pledges may be about it: a list of places is not.
    pub is_activity: bool,
    /// Whether it counts hours, which the agreement does not say.
    pub hours: bool,
    /// Whether it counts persons, which the agreement does not say.
    pub persons: bool,
}

/// The text with the names in the places of their marks.
fn fill(body: &str, named: &[ProposedName]) -> String {
    let mut parts = body.split('\u{1}');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let Some((at, rest)) = part.split_once(['\u{2}', '\u{3}']) else {
            text.push_str(part);
            continue;
        };
        let name = at
            .parse::<usize>()
            .ok()
            .and_then(|at| named.get(at))
            .map_or("", |named| named.name.as_str());
        let is_key = part
            .get(at.len()..)
            .is_some_and(|rest| rest.starts_with('\u{3}'));
        text.push_str(&if is_key { key(name) } else { quoted(name) });
        text.push_str(rest);
    }
    text
}

impl ProposedSheet {
    /// Whether another reads its rows in the same way, whatever comes of them is called.
    pub fn is_like(&self, other: &ProposedSheet) -> bool {
        self.body == other.body && self.named.len() == other.named.len()
    }

    /// As the agreement file writes it, with this pattern of its name.
    pub fn block(&self, pattern: Option<&str>) -> String {
        let name = pattern.map(|name| format!("name = {}\n", quoted(name)));
        let body = fill(&self.body, &self.named);
        let others = self.others.iter().map(|other| {
            let keys = fill(&other.keys, &self.named);
            let lines = std::iter::once(other.words.as_str()).chain(keys.lines());
            lines.map(|line| format!("# {line}\n")).collect::<String>()
        });
        let others: String = others.collect();
        format!(
            "[[source.sheet]]\n{}{body}{others}",
            name.unwrap_or_default()
        )
    }

    /// The sheet by each of its other readings, with what that is in words.
    pub fn readings(&self) -> impl Iterator<Item = (&str, ProposedSheet)> {
        self.others.iter().map(|other| {
            let named = other.named.as_ref().unwrap_or(&self.named);
            let sheet = ProposedSheet {
                body: other.body.clone(),
                named: named.clone(),
                others: Vec::new(),
                ..self.clone()
            };
            (other.words.as_str(), sheet)
        })
    }

    /// Another reading, told in these words.
    pub fn told(&self, words: String, other: &ProposedSheet) -> ProposedOther {
        ProposedOther {
            words,
            keys: self.differing(other),
            body: other.body.clone(),
            named: (other.named != self.named).then(|| other.named.clone()),
        }
    }

    /// The keys of another reading that are not as they are here.
    fn differing(&self, other: &ProposedSheet) -> String {
        // Names of its own are not found among those of this reading.
        let body = if other.named == self.named {
            other.body.clone()
        } else {
            fill(&other.body, &other.named)
        };
        let lines = body
            .lines()
            .filter(|line| self.body.lines().all(|own| own != *line));
        lines.map(|line| format!("{line}\n")).collect()
    }
}

impl ProposedSource {
    /// As the agreement file writes it.
    pub fn block(&self) -> String {
        let sheets = self.sheets.iter().flat_map(|sheet| {
            let patterns = self.patterns(sheet).into_iter();
            patterns.map(|pattern| format!("\n{}", sheet.block(pattern.as_deref())))
        });
        format!(
            "[[source]]\npartner = {}\nfiles = {}\n{}",
            quoted(&self.partner),
            quoted(&self.files),
            sheets.collect::<String>()
        )
    }

    /// Patterns that take the sheets of `sheet` and no other. None is every sheet with the headings.
    fn patterns(&self, sheet: &ProposedSheet) -> Vec<Option<String>> {
        let is_alone = self.sheets.len() == 1;
        let is_whole = self.all.iter().all(|name| sheet.names.contains(name));
        if sheet.is_form && is_alone && is_whole && sheet.names.len() > 1 {
            return vec![None];
        }
        sheet_patterns(&sheet.names, &self.all, is_alone)
    }

    /// What the agreement has to say of its activities, a block each, by name.
    pub fn kinds(&self) -> BTreeMap<String, String> {
        let named = self.sheets.iter().flat_map(|sheet| &sheet.named);
        let kinds = named
            .filter(|named| named.hours || named.persons)
            .map(|named| {
                let persons = if named.persons {
                    "persons = true\n"
                } else {
                    ""
                };
                let unit = if named.hours {
                    "unit = \"hours\"\n"
                } else {
                    ""
                };
                let block = format!("[activities.{}]\n{persons}{unit}", key(&named.name));
                (named.name.clone(), block)
            });
        kinds.collect()
    }

    /// The activities that it gives, each once.
    pub fn activities(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        let named = self.sheets.iter().flat_map(|sheet| &sheet.named);
        for named in named.filter(|named| named.is_activity) {
            if !names.contains(&named.name) {
                names.push(named.name.clone());
            }
        }
        names
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gather::inspect::block::{as_key, as_value};

    #[test]
    fn names_are_put_where_they_are_marked() {
        let named = |name: &str| ProposedName {
            name: name.to_owned(),
            ..ProposedName::default()
        };
        let body = format!(
            "activity = {}\ncounts = {{ {} = \"A\" }}\n",
            as_value(0),
            as_key(1)
        );
        assert_eq!(
            fill(&body, &[named("möte"), named("å b")]),
            "activity = \"möte\"\ncounts = { \"å b\" = \"A\" }\n"
        );
    }
}
