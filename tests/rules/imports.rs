//! Who imports whom.

use std::collections::BTreeSet;
use std::fs;

use super::source::{Source, is_word_end, names_after, sources};
use super::{none_of, root};

/// Which rooms a room may import, besides itself.
const IMPORTS: &[(&str, &[&str])] = &[
    ("main", &[]),
    ("privacy", &[]),
    ("lib", &[]),
    ("cli", &["command", "error"]),
    (
        "command",
        &[
            "assess", "compose", "deliver", "error", "gather", "load", "model", "render", "store",
            "privacy", "text", "wording",
        ],
    ),
    ("model", &[]),
    ("text", &[]),
    ("digest", &[]),
    ("error", &["model"]),
    ("wording", &["error", "model", "text"]),
    ("load", &["digest", "error", "model", "privacy", "text"]),
    ("gather", &["digest", "error", "model", "privacy", "text"]),
    ("assess", &["error", "model", "text"]),
    ("compose", &["error", "model", "text"]),
    ("render", &["error", "model", "privacy", "text", "wording"]),
    ("store", &["digest", "error", "model"]),
    (
        "deliver",
        &[
            "compose", "digest", "error", "model", "render", "store", "wording",
        ],
    ),
];

/// The rooms in which a foreign crate may be named.
const ROOMS: &[(&str, &[&str])] = &[
    ("anstream", &["command"]),
    ("anstyle", &["command"]),
    ("base64", &["deliver"]),
    ("calamine", &["gather"]),
    ("chrono", EVERYWHERE),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("ctrlc", &["command"]),
    ("dejavu", &["render"]),
    ("encoding_rs", &["gather"]),
    ("flate2", &["gather"]),
    ("fluent-bundle", &["wording"]),
    ("globset", &["gather"]),
    ("handlebars", &["render"]),
    ("idna", &["deliver"]),
    ("indicatif", &["command"]),
    ("internment", &["model"]),
    ("lettre", &["deliver"]),
    ("memchr", &["gather"]),
    ("microlp", &["compose"]),
    ("mail-parser", &["deliver"]),
    ("notosans", &["render"]),
    ("quick-xml", &["gather"]),
    ("rust_xlsxwriter", &["render"]),
    ("rustix", &["gather", "store"]),
    ("ring", &["deliver"]),
    ("rustls", &["deliver"]),
    ("rustls-native-certs", &["deliver"]),
    ("serde", EVERYWHERE),
    ("serde_json", EVERYWHERE),
    ("sha2", EVERYWHERE),
    ("strsim", &["text"]),
    ("tempfile", &["store"]),
    ("terminal_size", &["command"]),
    ("textwrap", &["command"]),
    ("thiserror", EVERYWHERE),
    ("toml", &["load"]),
    ("tracing", EVERYWHERE),
    ("tracing-subscriber", &["main"]),
    ("typst", &["render"]),
    ("typst-layout", &["render"]),
    ("typst-pdf", &["render"]),
    ("unic-langid", &["wording"]),
    ("unicode-normalization", &["gather", "privacy"]),
    ("ureq", &["deliver"]),
    ("walkdir", &["gather"]),
    ("zip", &["gather"]),
];

/// For the few crates that every room may use.
const EVERYWHERE: &[&str] = &[];

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

/// What renderers would need to decide themselves who may see what.
const NOT_IN_RENDERERS: &[&str] = &[
    "Agreement",
    "Assessment",
    "Audience",
    "Gathered",
    "History",
    "Recipient",
    "Report",
    "TargetAssessment",
];

#[test]
fn renderers_are_given_editions_and_ask_not_who_reads() {
    let mut faults = Vec::new();
    for source in sources().iter().filter(|source| source.room() == "render") {
        let words: BTreeSet<&str> = source
            .code
            .split(|sign: char| !sign.is_alphanumeric() && sign != '_')
            .collect();
        let named = NOT_IN_RENDERERS
            .iter()
            .filter(|name| words.contains(**name));
        faults.extend(named.map(|name| format!("{}: names {name}", source.path)));
    }
    none_of(
        &faults,
        "what a reader may see is decided in compose/edition",
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
pub(super) fn names_crate(code: &str, name: &str) -> bool {
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
