//! The rules of the house, which a single crate cannot enforce: who imports whom, one foreign crate one room, unique codes,
//! complete phrases, files that can be read in one go, one place for the terminal.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod phrases;
mod source;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use lofte::model::finding::Code;
use source::{
    Source, is_word_end, masked, names_after, sources, strings_in_calls, strings_within, test_items,
};

/// Which rooms a room may import, besides itself.
const IMPORTS: &[(&str, &[&str])] = &[
    ("main", &[]),
    ("lib", &[]),
    ("cli", &["command", "error"]),
    (
        "command",
        &[
            "assess", "compose", "deliver", "error", "gather", "load", "model", "render", "store",
            "text", "wording",
        ],
    ),
    ("model", &[]),
    ("text", &[]),
    ("digest", &[]),
    ("error", &["model"]),
    ("wording", &["error", "model"]),
    ("load", &["digest", "error", "model", "text"]),
    ("gather", &["digest", "error", "model", "text"]),
    ("assess", &["error", "model", "text"]),
    ("compose", &["error", "model", "text"]),
    ("render", &["error", "model", "text", "wording"]),
    ("store", &["digest", "error", "model", "render"]),
    (
        "deliver",
        &[
            "digest", "error", "load", "model", "render", "store", "wording",
        ],
    ),
];

/// The rooms in which a foreign crate may be named.
const ROOMS: &[(&str, &[&str])] = &[
    ("base64", &["deliver"]),
    ("calamine", &["gather"]),
    ("chrono", EVERYWHERE),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("dejavu", &["render"]),
    ("encoding_rs", &["gather"]),
    ("flate2", &["gather"]),
    ("fluent-bundle", &["wording"]),
    ("globset", &["gather"]),
    ("handlebars", &["render"]),
    ("internment", &["model"]),
    ("lettre", &["deliver"]),
    ("notosans", &["render"]),
    ("quick-xml", &["gather"]),
    ("rust_xlsxwriter", &["render"]),
    ("rustix", &["gather"]),
    ("rustls", &["deliver"]),
    ("rustls-native-certs", &["deliver"]),
    ("serde", EVERYWHERE),
    ("serde_json", EVERYWHERE),
    ("sha2", EVERYWHERE),
    ("strsim", &["text"]),
    ("tempfile", &["store"]),
    ("thiserror", EVERYWHERE),
    ("toml", &["load"]),
    ("tracing", EVERYWHERE),
    ("tracing-subscriber", &["main"]),
    ("typst", &["render"]),
    ("typst-layout", &["render"]),
    ("typst-pdf", &["render"]),
    ("unic-langid", &["wording"]),
    ("unicode-normalization", &["gather"]),
    ("walkdir", &["gather"]),
    ("zip", &["gather"]),
];

/// For the few crates that every room may use.
const EVERYWHERE: &[&str] = &[];

/// More lines than this, and a file holds more than one thing.
const LONGEST: usize = 400;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn none_of(faults: &[String], rule: &str) {
    assert!(faults.is_empty(), "{rule}:\n{}", faults.join("\n"));
}

#[test]
fn imports_run_one_way() {
    let mut faults = Vec::new();
    for source in sources() {
        let room = source.room();
        let Some((_, allowed)) = IMPORTS.iter().find(|(name, _)| *name == room) else {
            faults.push(format!(
                "{}: enter the room «{room}» in IMPORTS",
                source.path
            ));
            continue;
        };
        for name in names_after(&source.code, "crate::") {
            if name != room && !allowed.contains(&name.as_str()) {
                faults.push(format!("{}: imports {name}", source.path));
            }
        }
        // The binary sees the library from outside.
        if room == "main" {
            let strange = names_after(&source.code, "lofte::")
                .into_iter()
                .filter(|name| name != "cli");
            faults.extend(strange.map(|name| format!("{}: imports {name}", source.path)));
        }
        if reaches_the_root(&source) {
            faults.push(format!(
                "{}: reaches other rooms by super:: where crate:: would name them",
                source.path
            ));
        }
    }
    none_of(
        &faults,
        "model imports nothing of ours; a stage imports model, error and, if it words, wording",
    );
}

/// Whether so many `super::` follow each other that they leave the room.
fn reaches_the_root(source: &Source) -> bool {
    let path = source.path.trim_end_matches(".rs").trim_end_matches("/mod");
    source
        .code
        .contains(&"super::".repeat(path.split('/').count()))
}

#[test]
fn a_foreign_crate_lives_in_one_room() {
    let listed: BTreeSet<&str> = ROOMS.iter().map(|(name, _)| *name).collect();
    let depended: BTreeSet<String> = dependencies("dependencies")
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    let depended: BTreeSet<&str> = depended.iter().map(String::as_str).collect();
    assert_eq!(
        listed, depended,
        "ROOMS and the dependencies in Cargo.toml are not the same"
    );

    let mut faults = Vec::new();
    for source in sources() {
        for (name, rooms) in ROOMS.iter().filter(|(_, rooms)| !rooms.is_empty()) {
            if names_crate(&source.code, &name.replace('-', "_")) && !rooms.contains(&source.room())
            {
                faults.push(format!(
                    "{}: names {name}, which lives in {}",
                    source.path,
                    rooms.join(", ")
                ));
            }
        }
    }
    none_of(&faults, "one foreign crate, one room");
}

/// Whether a path in the code begins with the crate.
fn names_crate(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(at, _)| {
        let after = &code[at + name.len()..];
        let imported = code[..at].ends_with("use ") && after.starts_with([';', ' ']);
        !is_word_end(&code[..at]) && (after.starts_with("::") || imported)
    })
}

/// The dependencies of a table of Cargo.toml, each with the line above it.
fn dependencies(table: &str) -> Vec<(String, String)> {
    let text = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let start = lines
        .iter()
        .position(|line| *line == format!("[{table}]"))
        .expect(table);
    let inside = lines[start..]
        .windows(2)
        .take_while(|pair| !pair[1].starts_with('['));
    let named = inside.filter_map(|pair| {
        let name = pair[1].split([' ', '=', '.']).next()?;
        pair[1]
            .starts_with(char::is_alphabetic)
            .then(|| (name.to_owned(), pair[0].to_owned()))
    });
    named.collect()
}

#[test]
fn every_dependency_says_what_it_is_for() {
    let all = ["dependencies", "dev-dependencies"]
        .into_iter()
        .flat_map(dependencies);
    let silent: Vec<String> = all
        .filter(|(_, above)| !above.starts_with("# "))
        .map(|(name, _)| name)
        .collect();
    none_of(
        &silent,
        "a dependency in Cargo.toml has a comment in the line above",
    );
}

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
fn is_key(text: &str) -> bool {
    let subject = ["target-", "ui-", "xlsx-", "letter-", "claim-"]
        .iter()
        .find_map(|start| text.strip_prefix(start));
    let is_kebab = |rest: &str| {
        rest.bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    };
    subject.is_some_and(|rest| !rest.is_empty() && is_kebab(rest) && !rest.ends_with('-'))
}

#[test]
fn a_file_is_read_in_one_go() {
    let long = sources()
        .into_iter()
        .filter(|source| source.lines > LONGEST);
    let long: Vec<String> = long
        .map(|source| format!("{}: {} lines", source.path, source.lines))
        .collect();
    none_of(&long, "split by noun what grows past 400 lines");
}

#[test]
fn no_room_is_named_after_nothing() {
    let vague = ["utils", "util", "common", "helpers", "helper", "misc"];
    let named = sources().into_iter().filter(|source| {
        source
            .path
            .split(['/', '.'])
            .any(|part| vague.contains(&part))
    });
    let named: Vec<String> = named.map(|source| source.path).collect();
    none_of(&named, "a room has the name of what is in it");
}

#[test]
fn only_commands_speak_and_ask_the_clock() {
    let only_there = [
        "println!",
        "eprintln!",
        "print!",
        "eprint!",
        "dbg!",
        "Local::now",
        "Utc::now",
        "SystemTime::now",
    ];
    let mut faults = Vec::new();
    for source in sources()
        .iter()
        .filter(|source| !matches!(source.room(), "command" | "cli"))
    {
        let used = only_there.iter().filter(|word| {
            source
                .code
                .match_indices(**word)
                .any(|(at, _)| !is_word_end(source.code[..at].trim_end_matches("chrono::")))
        });
        faults.extend(used.map(|word| format!("{}: {word}", source.path)));
    }
    none_of(
        &faults,
        "only command/ speaks on the terminal and asks the clock",
    );
}

#[test]
fn the_rules_see_code_and_nothing_else() {
    let whole = "use crate::{model::span, error}; // crate::load\nlet s = \"crate::render\"; let c = '\"';\n\
                 /* crate::wording */ let r = r#\"crate::\"gather\"#; let l: &'static str = mycrate::x;\n";
    let (text, code) = masked(whole);
    assert_eq!((text.len(), code.len()), (whole.len(), whole.len()));
    assert_eq!(names_after(&code, "crate::"), ["model", "error"]);
    assert!(text.contains("crate::render") && !text.contains("crate::load"));

    let tested = "fn a() {}\n#[cfg(test)]\n#[allow(x)]\nmod tests { fn b() { c(); } }\nfn d() {}\n#[cfg(test)]\nmod e;\n";
    let items: Vec<&str> = test_items(tested)
        .into_iter()
        .map(|range| &tested[range])
        .collect();
    assert_eq!(items.len(), 2);
    assert!(
        items[0].ends_with("c(); } }") && items[1].ends_with("mod e;"),
        "{items:?}"
    );

    for (code, is_named) in [
        ("use toml::Spanned;", true),
        ("use toml;", true),
        ("let x = toml::de::parse();", true),
        ("crate::toml::x", false),
        ("my_toml::x", false),
        ("let toml = 1;", false),
    ] {
        assert_eq!(names_crate(code, "toml"), is_named, "{code}");
    }
    for (text, is_it) in [
        ("ui-received", true),
        ("ui-", false),
        ("ui-silent unexpected", false),
        ("quiet-source", false),
    ] {
        assert_eq!(is_key(text), is_it, "{text}");
    }
}
