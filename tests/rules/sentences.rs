//! Every sentence that the program asks for is there in every language.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use lofte::model::finding::Code;

use super::source::{sources, strings_in_calls, strings_within};
use super::{none_of, root};

#[test]
fn codes_are_unique_and_kebab_case() {
    let names: Vec<&str> = Code::ALL.iter().map(|code| code.name()).collect();
    let unique: BTreeSet<&str> = names.iter().copied().collect();
    assert_eq!(
        names.len(),
        unique.len(),
        "a code is there twice: {names:?}"
    );
    let is_word =
        |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase());
    let strange: Vec<String> = names
        .into_iter()
        .filter(|name| !name.split('-').all(is_word))
        .map(str::to_owned)
        .collect();
    none_of(&strange, "codes are lower-case words joined by hyphens");
}

/// The keys of every language: those of `sv.ftl` and of any `sv.….ftl` beside it.
fn keys() -> BTreeMap<String, BTreeSet<String>> {
    let mut languages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for entry in fs::read_dir(root().join("templates/lang")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let Some(stem) = name.strip_suffix(".ftl") else {
            continue;
        };
        let keys = languages
            .entry(stem.split('.').next().unwrap().to_owned())
            .or_default();
        keys_of(&path, keys);
    }
    languages
}

fn keys_of(path: &Path, keys: &mut BTreeSet<String>) {
    let text = fs::read_to_string(path).unwrap();
    let mut message = String::new();
    for line in text.lines() {
        let Some((key, _)) = line.split_once('=') else {
            continue;
        };
        let key = key.trim_end();
        let is_name = |key: &str| {
            key.chars()
                .all(|letter| letter.is_ascii_alphanumeric() || "-_".contains(letter))
        };
        if let Some(attribute) = key
            .trim_start()
            .strip_prefix('.')
            .filter(|name| is_name(name))
        {
            keys.insert(format!("{message}.{attribute}"));
        } else if key.starts_with(|letter: char| letter.is_ascii_alphabetic()) && is_name(key) {
            message = key.to_owned();
            assert!(
                keys.insert(message.clone()),
                "{}: {message} is there twice",
                path.display()
            );
        }
    }
}

#[test]
fn every_sentence_is_there_in_every_language() {
    let languages = keys();
    assert!(
        languages.contains_key("sv") && languages.contains_key("en"),
        "{:?}",
        languages.keys()
    );
    let wanted = wanted_keys();
    assert!(
        wanted.len() > Code::ALL.len() * 2,
        "only findings are told: the sources are not searched as they should"
    );
    let every: BTreeSet<&String> = languages.values().flatten().chain(wanted.keys()).collect();
    let mut faults = Vec::new();
    for (language, keys) in &languages {
        for key in every.iter().filter(|key| !keys.contains(**key)) {
            let by = wanted
                .get(*key)
                .map(|path| format!(", which {path} asks for"))
                .unwrap_or_default();
            faults.push(format!("{language}: {key} is missing{by}"));
        }
    }
    none_of(&faults, "every sentence is there in every language");
}

/// Every key that the program asks for, and where.
fn wanted_keys() -> BTreeMap<String, String> {
    let findings = Code::ALL
        .iter()
        .map(|code| format!("finding-{}", code.name()));
    let findings = findings.flat_map(|key| [format!("{key}.remedy"), key]);
    let mut wanted: BTreeMap<String, String> = findings
        .map(|key| (key, "model/finding".to_owned()))
        .collect();
    for source in sources() {
        let mut asked = strings_in_calls(&source, "Phrase::new(");
        // What is chosen among several is no argument yet: in the rooms that word, each string of a known subject is a key.
        if matches!(source.room(), "render" | "command" | "deliver" | "assess")
            || source.path.starts_with("model/target/")
        {
            asked.extend(strings_in_calls(&source, "wording.text("));
            let strings = strings_within(&source, 0..source.code.len());
            asked.extend(strings.into_iter().filter(|text| is_key(text)));
        }
        wanted.extend(asked.into_iter().map(|key| (key, source.path.clone())));
    }
    wanted
}

/// Whether a string is the whole name of a sentence, by the subject it begins with.
pub(super) fn is_key(text: &str) -> bool {
    let subject = ["target-", "ui-", "xlsx-", "letter-", "claim-"]
        .iter()
        .find_map(|start| text.strip_prefix(start));
    let is_kebab = |rest: &str| {
        rest.bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    };
    subject.is_some_and(|rest| !rest.is_empty() && is_kebab(rest) && !rest.ends_with('-'))
}
