//! Sources that would read the workbooks that were inspected: one for those of one shape, and every name free in the whole place.

use std::collections::{BTreeMap, BTreeSet};

use super::child::InspectedWorkbook;
use crate::gather::copies::name::{is_called_copy, stem};
use crate::gather::inspect::{self, ProposedSheet, ProposedSource};
use crate::load::book::BookReading;

/// A source that reads one or more workbooks.
pub(in crate::command) struct SourceProposal {
    /// The workbooks that it was made from.
    pub(in crate::command) workbooks: BTreeSet<String>,
    /// Copies of them, which are read once.
    pub(in crate::command) copies: BTreeSet<String>,
    /// How it reads them.
    source: ProposedSource,
    /// Which series it is of: workbooks that go on as others do give the same.
    series: usize,
}

impl SourceProposal {
    /// As the agreement file writes it, with what there is to say of activities; of each once, whichever source gives it.
    pub(in crate::command) fn block(&self, named: &mut BTreeSet<String>) -> String {
        let kinds = self.source.kinds().into_iter();
        let kinds = kinds.filter(|(activity, _)| named.insert(activity.clone()));
        let kinds: Vec<String> = kinds.map(|(_, block)| format!("\n{block}")).collect();
        self.source.block() + &kinds.concat()
    }

    /// What a text that has this source would be with each other reading of its sheets.
    pub(in crate::command) fn readings(&self, text: &str) -> Vec<BookReading> {
        let own = self.source.block();
        let sheets = self.source.sheets.iter().enumerate();
        let readings = sheets.flat_map(|(at, sheet)| sheet.readings().map(move |one| (at, one)));
        let with = |(at, (words, sheet)): (usize, (&str, ProposedSheet))| {
            let names = sheet.names.join(", ");
            let mut other = self.source.clone();
            *other.sheets.get_mut(at)? = sheet;
            Some(BookReading {
                place: format!("{} · {names}", self.source.files),
                words: words.trim_end_matches(':').to_owned(),
                text: text.replacen(&own, &other.block(), 1),
            })
        };
        readings.filter_map(with).collect()
    }

    /// Whose workbooks they are.
    pub(in crate::command) fn partner(&self) -> &str {
        &self.source.partner
    }

    /// The activities that it gives.
    pub(in crate::command) fn activities(&self) -> Vec<String> {
        self.source.activities()
    }

    /// The partners whose marks they hold.
    pub(in crate::command) fn marked_partners(&self) -> impl Iterator<Item = &String> {
        self.source.sheets.iter().flat_map(|sheet| &sheet.partners)
    }

    /// The pattern of their names.
    pub(super) fn files(&self) -> &str {
        &self.source.files
    }
}

/// The sources of workbooks: one for those that are read alike and whose names go on: another year, term or month, or forms of one
/// folder.
pub(in crate::command) fn sources(seen: &[InspectedWorkbook]) -> Vec<SourceProposal> {
    let copies = copies(seen);
    let all: Vec<&str> = seen
        .iter()
        .map(|one| one.shown.as_str())
        .filter(|shown| !copies.contains_key(shown))
        .collect();
    let mut groups: Vec<Vec<(&str, &ProposedSource)>> = Vec::new();
    for one in seen
        .iter()
        .filter(|one| !copies.contains_key(one.shown.as_str()))
    {
        let look = one.look.as_ref().ok();
        let Some(source) = look.and_then(|look| look.source.as_ref()) else {
            continue;
        };
        let own = (one.shown.as_str(), source);
        let like = groups
            .iter_mut()
            .find(|group| group.iter().all(|other| are_of_one_shape(*other, own)));
        match like {
            Some(group) => group.push(own),
            None => groups.push(vec![own]),
        }
    }
    let mut sources: Vec<SourceProposal> = Vec::new();
    for (series, group) in groups.iter().enumerate() {
        match pattern(group, &all) {
            Some(files) => sources.extend(together(group, Some(files), series)),
            None => {
                let each = group.iter();
                sources.extend(each.filter_map(|one| together(&[*one], None, series)));
            }
        }
    }
    for source in &mut sources {
        let own = copies
            .iter()
            .filter(|(_, of)| source.workbooks.contains(**of));
        source.copies = own.map(|(copy, _)| (*copy).to_owned()).collect();
    }
    name_apart(&mut sources);
    sources
}

/// One source for workbooks that are read alike, by this pattern if it is another than their own.
fn together(
    group: &[(&str, &ProposedSource)],
    files: Option<String>,
    series: usize,
) -> Option<SourceProposal> {
    let (_, first) = group.first()?;
    let mut source = (*first).clone();
    source.files = files.unwrap_or(source.files);
    for (_, more) in group.iter().skip(1) {
        source.all.extend(more.all.iter().cloned());
        for (own, more) in source.sheets.iter_mut().zip(&more.sheets) {
            own.names.extend(more.names.iter().cloned());
            for (own, more) in own.named.iter_mut().zip(&more.named) {
                own.hours |= more.hours;
                own.persons |= more.persons;
            }
        }
    }
    Some(SourceProposal {
        workbooks: group.iter().map(|(shown, _)| (*shown).to_owned()).collect(),
        copies: BTreeSet::new(),
        source,
        series,
    })
}

/// Workbooks that are copies of another, by their names, or to the byte.
fn copies(seen: &[InspectedWorkbook]) -> BTreeMap<&str, &str> {
    let looked = || {
        seen.iter()
            .filter_map(|one| Some((one, one.look.as_ref().ok()?)))
    };
    let mut copies: BTreeMap<&str, &str> = BTreeMap::new();
    for (one, look) in looked() {
        let original = looked().find(|(other, known)| {
            let is_same = known.sha256 == look.sha256;
            let is_state = stem(&other.shown) == stem(&one.shown)
                && match (&known.source, &look.source) {
                    (Some(known), Some(look)) => have_like_sheets(known, look),
                    (None, None) => true,
                    _ => false,
                };
            let by_name = (is_called_copy(&one.shown), is_called_copy(&other.shown));
            let is_named_copy = by_name == (true, false);
            // Two years of a series may be alike by chance, or not yet begun.
            let is_later = by_name != (false, true)
                && other.shown < one.shown
                && !inspect::goes_on(&one.shown, &other.shown);
            other.shown != one.shown
                && (is_same && (is_named_copy || is_later) || is_named_copy && is_state)
        });
        if let Some((other, _)) = original {
            copies.insert(&one.shown, &other.shown);
        }
    }
    copies
}

/// Whether the same sheets are read in the same way. What they give may be called after the name of the file.
fn have_like_sheets(one: &ProposedSource, other: &ProposedSource) -> bool {
    let mut pairs = one.sheets.iter().zip(&other.sheets);
    one.sheets.len() == other.sheets.len()
        && pairs.all(|(one, other)| one.names == other.names && one.is_like(other))
}

/// Whether two workbooks lie side by side, are read alike, and are of one series: forms of one folder are, whatever they are called.
fn are_of_one_shape(one: (&str, &ProposedSource), other: (&str, &ProposedSource)) -> bool {
    let folder = |path: &str| path.rsplit_once('/').map(|(folder, _)| folder.to_owned());
    let pairs = || one.1.sheets.iter().zip(&other.1.sheets);
    let is_alike = one.1.partner == other.1.partner
        && one.1.sheets.len() == other.1.sheets.len()
        && pairs().all(|(one, other)| one.is_like(other));
    let are_forms = pairs().all(|(one, other)| one.is_form && other.is_form);
    is_alike && folder(one.0) == folder(other.0) && (are_forms || inspect::goes_on(one.0, other.0))
}

/// A pattern that takes these workbooks, and of all no other; none for one alone.
fn pattern(group: &[(&str, &ProposedSource)], all: &[&str]) -> Option<String> {
    let (shown, first) = group.first().filter(|_| group.len() > 1)?;
    let names: Vec<&str> = group.iter().map(|(shown, _)| *shown).collect();
    let are_forms = first.sheets.iter().all(|sheet| sheet.is_form);
    let folder = |name: &str| {
        let (folder, ending) = (shown.rsplit_once('/')?.0, shown.rsplit_once('.')?.1);
        Some(format!("{folder}/{name}*.{ending}"))
    };
    let files = shown.rsplit('/').next().unwrap_or_default();
    let series = || inspect::series_pattern(&names);
    let possible = if are_forms {
        vec![folder(""), folder(&same_beginning(&names)), series()]
    } else {
        // Names that are not made alike begin with the same words: «Rapport januari», «Rapport januari-mars».
        let begin = same_beginning(&names);
        vec![series(), folder(&begin).filter(|_| !begin.is_empty())]
    };
    let takes = |pattern: &String| inspect::takes_only(pattern, &names, all);
    let pattern = possible.into_iter().flatten().find(takes)?;
    // Outside a drop folder the pattern is of the name alone.
    match first.files.strip_suffix(files) {
        Some(prefix) if prefix.starts_with("**/") => {
            let name = pattern.rsplit('/').next().unwrap_or_default();
            Some(format!("{prefix}{name}"))
        }
        Some(_) => Some(pattern),
        // A name with signs that mean something in patterns.
        None => None,
    }
}

/// The words with which the names of files of one folder begin.
fn same_beginning(paths: &[&str]) -> String {
    let names = || {
        paths
            .iter()
            .map(|path| path.rsplit('/').next().unwrap_or_default())
    };
    let first = names().next().unwrap_or_default();
    let words = first.split_inclusive(' ');
    let mut begin = String::new();
    for word in words {
        let longer = format!("{begin}{word}");
        if !names().all(|name| name.starts_with(&longer)) {
            break;
        }
        begin = longer;
    }
    begin
}

/// Gives what different series call alike names of their own: citizens' meetings and the police's own are not one activity.
fn name_apart(sources: &mut [SourceProposal]) {
    let mut series_of: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for source in sources.iter() {
        for (name, _) in names(source) {
            series_of
                .entry(name.clone())
                .or_default()
                .insert(source.series);
        }
    }
    let mut taken: BTreeSet<String> = series_of.keys().cloned().collect();
    let mut given: BTreeMap<(usize, String), String> = BTreeMap::new();
    for source in sources {
        let clashing: BTreeMap<String, Vec<String>> = names(source)
            .filter(|(name, _)| series_of.get(*name).is_some_and(|series| series.len() > 1))
            .map(|(name, others)| (name.clone(), others.to_vec()))
            .collect();
        for (name, others) in clashing {
            let with_partner = format!("{name}-{}", source.source.partner);
            let numbered = (2..).map(|number| format!("{with_partner}-{number}"));
            let mut possible = others
                .into_iter()
                .chain([with_partner.clone()])
                .chain(numbered);
            let known = given.get(&(source.series, name.clone())).cloned();
            let Some(free) = known.or_else(|| possible.find(|name| !taken.contains(name))) else {
                continue;
            };
            taken.insert(free.clone());
            given.insert((source.series, name.clone()), free.clone());
            let sheets = source.source.sheets.iter_mut();
            for named in sheets.flat_map(|sheet| &mut sheet.named) {
                if named.name == name && !named.is_known {
                    named.name.clone_from(&free);
                }
            }
        }
    }
}

/// The names that the agreement does not have, with what else they might be.
fn names(source: &SourceProposal) -> impl Iterator<Item = (&String, &[String])> {
    let named = source.source.sheets.iter().flat_map(|sheet| &sheet.named);
    let unknown = named.filter(|named| !named.is_known);
    unknown.map(|named| (&named.name, named.others.as_slice()))
}
