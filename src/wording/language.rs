//! The language files: found by tag, parsed, and listed key by key.

use std::collections::BTreeSet;

use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
use unic_langid::LanguageIdentifier;

use crate::error::Error;
use crate::model::agreement::LANGUAGES as TAGS;

/// Every language and its file, as found when the program was built: a further language is one file.
const LANGUAGES: [(&str, &str); TAGS.len()] = include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// A sentence of a language file: what it is called and what stands in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// `finding-missing-month`, or `finding-missing-month.remedy` for an attribute.
    pub key: String,
    /// The names of its arguments.
    pub variables: BTreeSet<String>,
}

/// The tag and the text of a language.
///
/// # Errors
/// If there is no such language; those there are stand in the fault.
pub(super) fn source(tag: &str) -> Result<(&'static str, &'static str), Error> {
    LANGUAGES
        .into_iter()
        .find(|(known, _)| *known == tag)
        .ok_or_else(|| {
            broken(
                tag,
                format!(
                    "there is no such language; write one of {}",
                    TAGS.join(", ")
                ),
            )
        })
}

/// The sentences, ready to be filled.
///
/// # Errors
/// If the text is not Fluent, or has a key twice.
pub(super) fn bundle(tag: &str, text: &str) -> Result<FluentBundle<FluentResource>, Error> {
    let language: LanguageIdentifier = tag
        .parse()
        .map_err(|error| broken(tag, format!("{error}")))?;
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
        broken(tag, faults.join("; "))
    })?;
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Marks of direction are for mixed scripts; here they would only disturb whoever copies a number.
    bundle.set_use_isolating(false);
    bundle.add_resource(resource).map_err(|errors| {
        let faults: Vec<_> = errors.iter().map(ToString::to_string).collect();
        broken(tag, faults.join("; "))
    })?;
    Ok(bundle)
}

/// Every sentence of a language file, in its order. Reads lines: in Fluent a key begins a line, an attribute an indented one.
pub(super) fn entries(text: &str) -> Vec<Entry> {
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
