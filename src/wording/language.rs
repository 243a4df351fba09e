//! The language files: found by tag, parsed, and listed key by key.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::error::Error;
use crate::model::agreement::LANGUAGES as TAGS;

/// Every language and its file, found at build time: a further language is one file.
const LANGUAGES: [(&str, &str); TAGS.len()] = include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// A message of a language file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// `finding-missing-month`, or `finding-missing-month.remedy` for an attribute.
    pub key: String,
    /// The names of its arguments.
    pub(crate) variables: BTreeSet<String>,
}

pub(super) struct Language {
    pub(super) tag: &'static str,
    resource: Arc<FluentResource>,
    // Few runs ask for these.
    entries: OnceLock<Vec<Entry>>,
    of_book: Arc<OnceLock<BTreeMap<String, String>>>,
}

/// Every language used so far, or the fault of its file: parsed once a process.
static PARSED: [OnceLock<Result<Language, String>>; TAGS.len()] =
    [const { OnceLock::new() }; TAGS.len()];

/// A language by its tag.
///
/// # Errors
/// If there is no such language (the fault lists the existing ones), or its file is invalid Fluent.
pub(super) fn parsed(tag: &str) -> Result<&'static Language, Error> {
    let (slot, (tag, text)) = PARSED
        .iter()
        .zip(LANGUAGES)
        .find(|(_, (known, _))| *known == tag)
        .ok_or_else(|| {
            broken(
                tag,
                format!(
                    "there is no such language; write one of {}",
                    TAGS.join(", ")
                ),
            )
        })?;
    slot.get_or_init(|| parse(tag, text))
        .as_ref()
        .map_err(|fault| broken(tag, fault.clone()))
}

pub(super) fn parse(tag: &'static str, text: &str) -> Result<Language, String> {
    let resource = FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| {
        let faults: Vec<_> = errors
            .iter()
            .map(|error| {
                let line = text
                    .get(..error.pos.start)
                    .map_or(0, |before| before.matches('\n').count())
                    + 1;
                format!("line {line}: {error}")
            })
            .collect();
        faults.join("; ")
    })?;
    Ok(Language {
        tag,
        resource: Arc::new(resource),
        entries: OnceLock::new(),
        of_book: Arc::default(),
    })
}

impl Language {
    /// Every message, in the order of the file.
    pub(super) fn entries(&self) -> &[Entry] {
        self.entries.get_or_init(|| entries(self.resource.source()))
    }

    /// The messages, ready for formatting.
    ///
    /// # Errors
    /// If the tag is invalid, or a key occurs twice.
    pub(super) fn bundle(&self) -> Result<FluentBundle<Arc<FluentResource>>, Error> {
        let identifier: LanguageIdentifier = self
            .tag
            .parse()
            .map_err(|error| broken(self.tag, format!("{error}")))?;
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        // Marks of direction are for mixed scripts; here they would be copied along with numbers.
        bundle.set_use_isolating(false);
        bundle
            .add_resource(Arc::clone(&self.resource))
            .map_err(|errors| {
                let faults: Vec<_> = errors.iter().map(ToString::to_string).collect();
                broken(self.tag, faults.join("; "))
            })?;
        let (resource, known) = (Arc::clone(&self.resource), Arc::clone(&self.of_book));
        let added = bundle.add_function("KEY", move |asked, more| {
            let of_book = known.get_or_init(|| of_book(resource.source()));
            let word = more.get("word").and_then(as_text);
            key_as_written(of_book, asked, word).map_or(FluentValue::Error, FluentValue::from)
        });
        added.map_err(|error| broken(self.tag, error.to_string()))?;
        Ok(bundle)
    }
}

/// A key of a target, and what stands for it, as whoever keeps the agreement writes them: `KEY("over", $written, word: "year")` is
/// `over = "year"` in the file, and «”Under”: år» in the workbook.
fn key_as_written(
    of_book: &BTreeMap<String, String>,
    asked: &[FluentValue<'_>],
    word: Option<&str>,
) -> Option<String> {
    let [key, written] = asked else { return None };
    let (key, written) = (as_text(key)?, as_text(written)?);
    if written != "book" {
        return Some(match word {
            Some(word) => format!("{key} = \"{word}\""),
            None => key.to_owned(),
        });
    }
    let named = |name: &str| of_book.get(&name.replace('_', "-")).map(String::as_str);
    let heading = named(&format!("book-targets-{key}")).unwrap_or(key);
    let (open, close) = (named("quote-open")?, named("quote-close")?);
    let word = word.map(|word| named(&format!("book-word-{word}")).unwrap_or(word));
    Some(match word {
        Some(word) => format!("{open}{heading}{close}: {word}"),
        None => format!("{open}{heading}{close}"),
    })
}

fn as_text<'v>(value: &'v FluentValue<'_>) -> Option<&'v str> {
    match value {
        FluentValue::String(text) => Some(text),
        _ => None,
    }
}

/// What the agreement's workbook has for its keys and words, by their names in the language file, and the quotation marks.
fn of_book(text: &str) -> BTreeMap<String, String> {
    let kept = |key: &str| key.starts_with("book-") || key.starts_with("quote-");
    text.lines()
        .filter_map(|line| line.split_once(" = "))
        .filter(|(key, _)| kept(key))
        .map(|(key, text)| (key.to_owned(), text.to_owned()))
        .collect()
}

/// Every message of a language file, in its order. Reads lines: in Fluent a key begins a line, an attribute an
/// indented one.
fn entries(text: &str) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut message = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let begun = line.split_once('=').map(|(name, _)| name.trim_end());
        if let Some(name) = begun.filter(|name| is_name(name)) {
            name.clone_into(&mut message);
            entries.push(Entry {
                key: message.clone(),
                variables: BTreeSet::new(),
            });
        } else if let Some(name) = begun
            .and_then(|name| name.trim_start().strip_prefix('.'))
            .filter(|name| is_name(name))
        {
            entries.push(Entry {
                key: format!("{message}.{name}"),
                variables: BTreeSet::new(),
            });
        }
        if let Some(entry) = entries.last_mut() {
            entry.variables.extend(line.split('$').skip(1).map(|rest| {
                rest.chars()
                    .take_while(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_'))
                    .collect()
            }));
        }
    }
    entries
}

fn is_name(text: &str) -> bool {
    text.starts_with(|sign: char| sign.is_ascii_alphabetic())
        && text
            .chars()
            .all(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_'))
}

fn broken(tag: &str, fault: String) -> Error {
    Error::Template {
        file: format!("templates/lang/{tag}.ftl"),
        fault,
    }
}
