//! No circles of files inside a room.

use std::collections::{BTreeMap, BTreeSet};

use super::none_of;
use super::source::{Source, is_word_end, sources};

/// A module, `["gather", "value", "date"]`, or a name in one.
type Path = Vec<String>;

#[test]
fn files_of_a_room_import_each_other_one_way() {
    let sources = sources();
    let files = files(&sources);
    assert!(files.len() > 200, "{} files", files.len());
    let arrows = arrows(&files);
    assert!(arrows.values().map(BTreeSet::len).sum::<usize>() > 300);
    let circles = circles(&arrows);
    let circles: Vec<String> = circles
        .iter()
        .map(|circle| circle.iter().copied().collect::<Vec<_>>().join(", "))
        .collect();
    none_of(
        &circles,
        "put what both files need into one that needs neither",
    );
}

#[test]
fn a_circle_is_seen_and_a_reexport_is_none() {
    let found = |children: [&str; 3]| {
        let paths = ["a/mod.rs", "a/b.rs", "a/c.rs"];
        let sources: Vec<Source> = paths
            .into_iter()
            .zip(children)
            .map(|(path, code)| Source {
                path: path.to_owned(),
                text: code.to_owned(),
                code: code.to_owned(),
            })
            .collect();
        circles(&arrows(&files(&sources))).len()
    };
    let parent = "mod b;\nmod c;\npub use b::{B, Other as D};\npub(in crate::a) use c::C;\n";
    assert_eq!(found([parent, "use super::C;", ""]), 0);
    assert_eq!(found([parent, "use super::C;", "use super::{x::Y, B};"]), 1);
    assert_eq!(
        found([parent, "use crate::a::c::C;", "fn f(_: super::D) {}"]),
        1
    );
    assert_eq!(found(["fn f() { b::f() }", "use super::f;", ""]), 1);
    assert_eq!(found(["use b::f;", "use crate::a::c::C;", ""]), 0);
}

/// The program's files by their modules.
fn files(sources: &[Source]) -> BTreeMap<Path, &Source> {
    let module = |source: &Source| -> Path {
        let path = source.path.trim_end_matches(".rs");
        let path = path.strip_suffix("/mod").unwrap_or(path);
        path.split('/').map(str::to_owned).collect()
    };
    sources
        .iter()
        .map(|source| (module(source), source))
        .collect()
}

/// Which file names something of which other file of its room. What a file only passes on is its origin's.
fn arrows<'a>(files: &BTreeMap<Path, &'a Source>) -> BTreeMap<&'a str, BTreeSet<&'a str>> {
    let mut passed_on = BTreeMap::new();
    let mut named: BTreeMap<&Path, Vec<Path>> = BTreeMap::new();
    for (module, source) in files {
        for (start, is_passed_on) in paths(&source.code, module, files) {
            for (path, name) in expanded(&source.code[start..]) {
                let path = absolute(module, path);
                if is_passed_on {
                    let mut here = module.clone();
                    here.push(name);
                    passed_on.insert(here, path);
                } else {
                    named.entry(module).or_default().push(path);
                }
            }
        }
    }
    let mut arrows: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (module, paths) in named {
        let origins = paths
            .into_iter()
            .filter_map(|path| origin(path, files, &passed_on))
            .filter(|origin| origin != module && origin[0] == module[0]);
        let to = origins.map(|origin| files[&origin].path.as_str());
        arrows
            .entry(files[module].path.as_str())
            .or_default()
            .extend(to);
    }
    arrows
}

/// Where paths to our own modules begin, and whether they are only passed on.
fn paths(code: &str, module: &Path, files: &BTreeMap<Path, &Source>) -> Vec<(usize, bool)> {
    let children = files
        .keys()
        .filter(|path| path.len() == module.len() + 1 && path.starts_with(module))
        .filter_map(|path| path.last().cloned());
    let roots = ["crate", "super", "self"].map(str::to_owned);
    let mut starts = Vec::new();
    for root in roots.into_iter().chain(children) {
        for (at, _) in code.match_indices(&format!("{root}::")) {
            let before = &code[..at];
            let statement = before.rsplit([';', '}', '{']).next().unwrap().trim();
            let is_use = statement.ends_with("use");
            if !is_word_end(before) && !before.ends_with("pub(in ") {
                starts.push((at, is_use && statement.contains("pub")));
            }
        }
    }
    starts
}

/// Every path of a tree `a::{b, c::D as E}`, with the name it gets.
fn expanded(tree: &str) -> Vec<(Path, String)> {
    let tree = tree.trim_start();
    if let Some(group) = tree.strip_prefix('{') {
        let mut depth = 0_usize;
        let mut starts = vec![0];
        for (at, letter) in group.char_indices() {
            match letter {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => starts.push(at + 1),
                _ => {}
            }
        }
        return starts
            .into_iter()
            .flat_map(|start| expanded(&group[start..]))
            .collect();
    }
    let end = tree.find(|letter: char| !letter.is_alphanumeric() && letter != '_');
    let (name, rest) = tree.split_at(end.unwrap_or(tree.len()));
    if name.is_empty() {
        return Vec::new();
    }
    if let Some(rest) = rest.strip_prefix("::") {
        let deeper = expanded(rest).into_iter().map(|(mut path, last)| {
            path.insert(0, name.to_owned());
            (path, last)
        });
        return deeper.collect();
    }
    let other = rest.strip_prefix(" as ").map(|rest| {
        rest.chars()
            .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
            .collect()
    });
    vec![(vec![name.to_owned()], other.unwrap_or(name.to_owned()))]
}

/// A path from the crate's root.
fn absolute(module: &Path, path: Path) -> Path {
    let mut from = match path.first().map(String::as_str) {
        Some("crate") => Vec::new(),
        _ => module.clone(),
    };
    for part in path {
        match part.as_str() {
            "crate" | "self" => {}
            "super" => drop(from.pop()),
            _ => from.push(part),
        }
    }
    from
}

/// The module in which something stands that may have been passed on.
fn origin(
    mut path: Path,
    files: &BTreeMap<Path, &Source>,
    passed_on: &BTreeMap<Path, Path>,
) -> Option<Path> {
    // More steps than any name takes; a name passed on to itself ends here.
    for _ in 0..16 {
        let length = (1..=path.len())
            .rev()
            .find(|length| files.contains_key(&path[..*length]))?;
        let further = path
            .get(..=length)
            .and_then(|name| passed_on.get(name))
            .cloned();
        match further {
            Some(further) => path = [further, path.split_off(length + 1)].concat(),
            None => {
                path.truncate(length);
                return Some(path);
            }
        }
    }
    None
}

/// The files that reach each other, in groups.
fn circles<'a>(arrows: &BTreeMap<&'a str, BTreeSet<&'a str>>) -> Vec<BTreeSet<&'a str>> {
    let reached = |from: &'a str| {
        let mut reached = BTreeSet::new();
        let mut next = vec![from];
        while let Some(file) = next.pop() {
            let new = arrows
                .get(file)
                .into_iter()
                .flatten()
                .filter(|to| reached.insert(**to));
            let new: Vec<&str> = new.copied().collect();
            next.extend(new);
        }
        reached
    };
    let reach: BTreeMap<&str, BTreeSet<&str>> =
        arrows.keys().map(|file| (*file, reached(file))).collect();
    let circles: BTreeSet<BTreeSet<&str>> = reach
        .iter()
        .filter(|(file, reached)| reached.contains(*file))
        .map(|(file, reached)| {
            let back = |to: &&&str| reach.get(**to).is_some_and(|back| back.contains(file));
            reached.iter().filter(back).copied().collect()
        })
        .collect();
    circles.into_iter().collect()
}
