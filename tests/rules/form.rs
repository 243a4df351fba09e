//! Files, names, and the one place for terminal and clock.

use std::collections::BTreeMap;
use std::fs;

use super::imports::names_crate;
use super::sentences::is_key;
use super::source::{files, is_word_end, masked, names_after, sources, test_items};
use super::{none_of, root};

/// More lines than this, and a file holds more than one thing.
const LONGEST: usize = 400;

#[test]
fn a_file_is_read_in_one_go() {
    let mut long = Vec::new();
    let [program, tests] = ["src", "tests"].map(|folder| files(&root().join(folder)));
    assert!(program.len() > 400 && tests.len() > 40);
    for path in program.into_iter().chain(tests) {
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        if lines > LONGEST {
            long.push(format!("{}: {lines} lines", path.display()));
        }
    }
    none_of(&long, "split by noun what grows past 400 lines");
}

#[test]
fn no_two_public_types_bear_one_name() {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for source in sources() {
        for keyword in ["pub struct ", "pub enum ", "pub trait ", "pub type "] {
            for (at, _) in source.code.match_indices(keyword) {
                let rest = &source.code[at + keyword.len()..];
                let end = rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_');
                let name = rest[..end.unwrap_or(rest.len())].to_owned();
                // Types that belong to another type are named after it: `Self::Item`.
                if source.code[..at].ends_with('\n') {
                    places.entry(name).or_default().push(source.path.clone());
                }
            }
        }
    }
    assert!(
        places.len() > 100,
        "{}: the types are not found",
        places.len()
    );
    let doubles = places.into_iter().filter(|(_, paths)| paths.len() > 1);
    let doubles: Vec<String> = doubles
        .map(|(name, paths)| format!("{name}: {}", paths.join(", ")))
        .collect();
    none_of(&doubles, "one name, one public type");
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
        ("ui-unreported unexpected", false),
        ("quiet-source", false),
    ] {
        assert_eq!(is_key(text), is_it, "{text}");
    }
}
