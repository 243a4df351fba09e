//! The files of `src/`, as the rules look at them: without comments, and without what only tests see.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// One file of `src/` that is part of the program.
pub(crate) struct Source {
    /// Its path below `src/`, with `/`.
    pub path: String,
    /// Its text, comments and test-only items blanked.
    pub text: String,
    /// The same with the inside of strings blanked too: nothing but code.
    pub code: String,
}

impl Source {
    /// The top-level file or folder it belongs to: `gather` for `gather/value/date.rs`.
    pub(crate) fn room(&self) -> &str {
        self.path.split(['/', '.']).next().unwrap()
    }
}

/// Every file of `src/`, in order, without those that only tests see.
pub(crate) fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = Vec::new();
    let mut tests = Vec::new();
    for path in files(&root) {
        let whole = fs::read_to_string(&path).unwrap();
        let (mut text, mut code) = masked(&whole);
        for range in test_items(&code) {
            tests.extend(test_files(&path, &code[range.clone()]));
            blank(&mut text, range.clone());
            blank(&mut code, range);
        }
        let path = path
            .strip_prefix(&root)
            .unwrap()
            .to_str()
            .unwrap()
            .replace('\\', "/");
        sources.push((root.join(&path), Source { path, text, code }));
    }
    sources.retain(|(path, _)| !tests.iter().any(|test| path.starts_with(test)));
    sources.into_iter().map(|(_, source)| source).collect()
}

/// Every Rust file below a folder, in order.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    entries.sort();
    let deeper = |path: PathBuf| {
        if path.is_dir() {
            files(&path)
        } else {
            vec![path]
        }
    };
    entries
        .into_iter()
        .flat_map(deeper)
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .collect()
}

/// The file or folder that a test-only `mod name;` in `path` stands for.
fn test_files(path: &Path, item: &str) -> Vec<PathBuf> {
    let Some(name) = item
        .trim_end()
        .strip_suffix(';')
        .and_then(|item| item.rsplit("mod ").next())
    else {
        return Vec::new();
    };
    let parent = path.parent().unwrap();
    let folder = match path.file_stem().unwrap().to_str().unwrap() {
        "mod" | "lib" | "main" => parent.to_owned(),
        stem => parent.join(stem),
    };
    vec![folder.join(format!("{name}.rs")), folder.join(name)]
}

/// The text without comments, and the code without comments and strings; both as long as the whole.
pub(crate) fn masked(whole: &str) -> (String, String) {
    let (mut text, mut code) = (whole.to_owned(), whole.to_owned());
    let mut at = 0;
    while at < whole.len() {
        let rest = &whole[at..];
        let end = if rest.starts_with("//") {
            let end = at + rest.find('\n').unwrap_or(rest.len());
            blank(&mut text, at..end);
            blank(&mut code, at..end);
            end
        } else if rest.starts_with("/*") {
            let end = at + rest.find("*/").map_or(rest.len(), |end| end + 2);
            blank(&mut text, at..end);
            blank(&mut code, at..end);
            end
        } else if let Some(hashes) = raw_string(whole, at) {
            let close = format!("\"{}", "#".repeat(hashes));
            let open = at + 2 + hashes;
            let inside = whole[open..].find(&close).unwrap_or(whole.len() - open);
            blank(&mut code, open..open + inside);
            open + inside + close.len()
        } else if let Some(inside) = rest.strip_prefix('"') {
            let inside = string_length(inside);
            blank(&mut code, at + 1..at + 1 + inside);
            at + inside + 2
        } else if let Some(length) = character(rest) {
            blank(&mut code, at + 1..at + length - 1);
            at + length
        } else {
            at + rest.chars().next().unwrap().len_utf8()
        };
        at = end;
    }
    (text, code)
}

/// How many `#` the raw string that begins at `at` has.
fn raw_string(whole: &str, at: usize) -> Option<usize> {
    let in_word = whole[..at].ends_with(|letter: char| letter.is_alphanumeric() || letter == '_');
    let rest = whole[at..].strip_prefix('r')?;
    let hashes = rest.len() - rest.trim_start_matches('#').len();
    (rest[hashes..].starts_with('"') && (!in_word || whole[..at].ends_with('b'))).then_some(hashes)
}

/// How long the string is that ends at its closing quote.
fn string_length(inside: &str) -> usize {
    let mut escaped = false;
    for (at, letter) in inside.char_indices() {
        match letter {
            '"' if !escaped => return at,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    inside.len()
}

/// The length of a character literal; none for a lifetime.
fn character(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('\'')?;
    let first = inside.chars().next()?;
    let length = if first == '\\' {
        2 + inside.get(2..)?.find('\'')?
    } else {
        first.len_utf8()
    };
    inside
        .get(length..)?
        .starts_with('\'')
        .then_some(length + 2)
}

/// Blanks a range, but for the ends of lines, so that places stay what they are.
fn blank(text: &mut String, range: Range<usize>) {
    let blanks: String = text[range.clone()]
        .chars()
        .flat_map(|letter| {
            std::iter::repeat_n(if letter == '\n' { '\n' } else { ' ' }, letter.len_utf8())
        })
        .collect();
    text.replace_range(range, &blanks);
}

/// Every item under `#[cfg(test)]`, from the attribute to its end.
pub(crate) fn test_items(code: &str) -> Vec<Range<usize>> {
    let starts = code.match_indices("#[cfg(test)]").map(|(at, _)| at);
    starts.map(|start| start..item_end(code, start)).collect()
}

fn item_end(code: &str, start: usize) -> usize {
    let mut depth = 0_usize;
    for (at, letter) in code[start..].char_indices() {
        match letter {
            '{' | '[' | '(' => depth += 1,
            '}' | ']' | ')' => {
                depth -= 1;
                if depth == 0 && letter == '}' {
                    return start + at + 1;
                }
            }
            ';' if depth == 0 => return start + at + 1,
            _ => {}
        }
    }
    code.len()
}

/// The names that follow `prefix` where it stands as a whole word: `model` and `error` for `crate::{model::x, error}`.
pub(crate) fn names_after(code: &str, prefix: &str) -> Vec<String> {
    let starts = code
        .match_indices(prefix)
        .filter(|(at, _)| !is_word_end(&code[..*at]));
    starts
        .flat_map(|(at, _)| names(&code[at + prefix.len()..]))
        .collect()
}

fn names(rest: &str) -> Vec<String> {
    let name = |text: &str| -> String {
        text.trim_start()
            .chars()
            .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
            .collect()
    };
    let Some(group) = rest.trim_start().strip_prefix('{') else {
        return vec![name(rest)];
    };
    let mut depth = 0_usize;
    let mut names = vec![name(group)];
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(name(&group[at + 1..])),
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

/// Whether what follows would be part of a longer word or path.
pub(crate) fn is_word_end(before: &str) -> bool {
    before.ends_with(|letter: char| letter.is_alphanumeric() || letter == '_' || letter == ':')
}

/// The strings inside the round brackets that open at the end of each `call` in the text.
pub(crate) fn strings_in_calls(source: &Source, call: &str) -> Vec<String> {
    let mut strings = Vec::new();
    for (at, _) in source.code.match_indices(call) {
        let open = at + call.len();
        let mut depth = 1_usize;
        let inside = source.code[open..].find(|letter| {
            depth = match letter {
                '(' => depth + 1,
                ')' => depth - 1,
                _ => depth,
            };
            depth == 0
        });
        strings.extend(strings_within(source, open..open + inside.unwrap_or(0)));
    }
    strings
}

/// Every string of a range of the file. In the code strings are blank inside, so quotes come in pairs.
pub(crate) fn strings_within(source: &Source, range: Range<usize>) -> Vec<String> {
    let quotes: Vec<usize> = source.code[range.clone()]
        .match_indices('"')
        .map(|(at, _)| range.start + at)
        .collect();
    quotes
        .chunks_exact(2)
        .map(|pair| source.text[pair[0] + 1..pair[1]].to_owned())
        .collect()
}
