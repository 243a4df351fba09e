//! The worked examples of `docs/targets.md` are run: the agreement lines and the rows of each stand in the page, and what
//! `lofte check` says of them must be what the page says.
//!
//! An example is a heading `### …` with, below it and in this order:
//!
//! - a block ` ```toml `: the agreement's lines, put below those of the page's first such block;
//! - one or more tables, each after a line «Workbook `path.xlsx`, sheet `name`:»; cells as in tests/behaviour/setup/workbook.rs;
//! - a block ` ```text ` that begins with the command's arguments, `$ lofte check --period …`: findings and verdicts.
//!
//! `LOFTE_EXPECT=write cargo test --test behaviour results::targets` writes the last blocks anew: read the difference before you commit it.

use std::fs;
use std::path::{Path, PathBuf};

use crate::setup::files::repository;
use crate::setup::program;
use crate::setup::workbook;

/// One example of the page.
#[derive(Default)]
struct Example {
    heading: String,
    agreement: String,
    /// Path and sheets, in the form of tests/behaviour/setup/workbook.rs.
    workbooks: Vec<(String, String)>,
    args: Vec<String>,
    /// The lines of the page, from 0, that hold what is expected.
    lines: std::ops::Range<usize>,
    expected: Vec<String>,
}

impl Example {
    fn add_sheet(&mut self, path: &str, sheet: &str, rows: &[String]) {
        let sheet = format!("== {sheet}\n{}\n", rows.join("\n"));
        match self.workbooks.iter_mut().find(|(known, _)| known == path) {
            Some((_, sheets)) => sheets.push_str(&sheet),
            None => self.workbooks.push((path.to_owned(), sheet)),
        }
    }
}

/// The shared head of the agreements, and the examples.
fn examples(page: &str) -> (String, Vec<Example>) {
    let lines: Vec<&str> = page.lines().collect();
    let (mut head, mut examples): (Option<String>, Vec<Example>) = (None, Vec::new());
    let mut number = 0;
    while let Some(line) = lines.get(number) {
        let block_end = || {
            (number + 1..lines.len())
                .find(|end| lines[*end] == "```")
                .expect("the end of a block")
        };
        if let Some(heading) = line.strip_prefix("### ") {
            examples.push(Example {
                heading: heading.to_owned(),
                ..Example::default()
            });
        } else if *line == "```toml" {
            let end = block_end();
            let text = lines[number + 1..end].join("\n") + "\n";
            match (&mut head, examples.last_mut()) {
                (None, _) => head = Some(text),
                (_, Some(example)) => example.agreement.push_str(&text),
                _ => panic!("line {}: lines of no example", number + 1),
            }
            number = end;
        } else if let Some(rest) = line.strip_prefix("Workbook `") {
            let (path, rest) = rest
                .split_once("`, sheet `")
                .expect("Workbook `path`, sheet `name`:");
            let sheet = rest.split_once('`').expect("a sheet's name").0;
            let first = (number + 1..lines.len())
                .find(|row| lines[*row].starts_with('|'))
                .expect("a table");
            let last = (first..lines.len())
                .find(|row| !lines[*row].starts_with('|'))
                .unwrap_or(lines.len());
            let rows = lines[first..last]
                .iter()
                .enumerate()
                .filter(|(row, _)| *row != 1);
            let rows = rows.map(|(_, row)| {
                row.trim_matches('|')
                    .replace("**", "")
                    .trim_end()
                    .to_owned()
            });
            examples.last_mut().expect("an example").add_sheet(
                path,
                sheet,
                &rows.collect::<Vec<_>>(),
            );
            number = last - 1;
        } else if *line == "```text" {
            let end = block_end();
            let example = examples.last_mut().expect("an example");
            let command = lines[number + 1]
                .strip_prefix("$ lofte check ")
                .expect("the command");
            example.args = command.split_whitespace().map(str::to_owned).collect();
            example.lines = number + 2..end;
            example.expected = lines[number + 2..end]
                .iter()
                .map(|line| (*line).to_owned())
                .collect();
            number = end;
        }
        number += 1;
    }
    (head.expect("the head of the agreements"), examples)
}

/// Writes an example's agreement and workbooks.
fn lay_out(head: &str, example: &Example, folder: &Path) {
    fs::create_dir_all(folder.join("workbooks")).expect("a folder");
    let own_head = example.agreement.contains("\nmunicipality =")
        || example.agreement.starts_with("municipality =");
    let agreement = if own_head {
        example.agreement.clone()
    } else {
        format!("{head}\n{}", example.agreement)
    };
    fs::write(folder.join("agreement.toml"), agreement).expect("an agreement");
    for (path, sheets) in &example.workbooks {
        workbook::write_xlsx(sheets, &folder.join("workbooks").join(path));
    }
}

/// Every example below `room`, each with its folder and arguments.
pub(crate) fn laid_out(room: &Path) -> Vec<(PathBuf, Vec<String>)> {
    let page = fs::read_to_string(repository("docs/targets.md")).expect("the page");
    let (head, examples) = examples(&page);
    let numbered = examples.into_iter().enumerate();
    let run = numbered.filter(|(_, example)| !example.args.is_empty());
    run.map(|(index, example)| {
        let folder = room.join(format!("exempel-{index}"));
        lay_out(&head, &example, &folder);
        (folder, example.args)
    })
    .collect()
}

/// What `lofte check` says of an example: its findings and verdicts.
fn judged_lines(head: &str, example: &Example) -> Vec<String> {
    let room = tempfile::tempdir().expect("a folder");
    lay_out(head, example, &room.path().join("exempel"));
    let output = program::lofte()
        .args(["check", "exempel"])
        .args(&example.args)
        .current_dir(room.path())
        .output()
        .expect("lofte runs");
    let text = String::from_utf8([output.stdout, output.stderr].concat()).expect("UTF-8");
    // Two lines of head, and one that counts the findings, say nothing of the example.
    let lines = text
        .lines()
        .filter(|line| !line.starts_with("Påpekanden: "));
    let heads = if output.status.code() == Some(1) {
        0
    } else {
        3
    };
    let mut lines: Vec<String> = lines.skip(heads).map(str::to_owned).collect();
    if lines.first().is_some_and(String::is_empty) {
        lines.remove(0);
    }
    // Nothing was found.
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines
}

#[test]
fn every_example_says_what_comes_out() {
    let text = fs::read_to_string(repository("docs/targets.md")).expect("docs/targets.md");
    let (head, examples) = examples(&text);
    assert!(
        examples
            .iter()
            .filter(|example| !example.args.is_empty())
            .count()
            >= 30,
        "the examples are found"
    );
    let rewrite = std::env::var("LOFTE_EXPECT").is_ok_and(|value| value == "write");
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let mut faults = Vec::new();
    for example in examples
        .iter()
        .rev()
        .filter(|example| !example.args.is_empty())
    {
        let judged_lines = judged_lines(&head, example);
        if judged_lines == example.expected {
            continue;
        }
        if rewrite {
            lines.splice(example.lines.clone(), judged_lines);
        } else {
            faults.push(format!(
                "{}\n--- the page\n{}\n--- lofte\n{}",
                example.heading,
                example.expected.join("\n"),
                judged_lines.join("\n")
            ));
        }
    }
    if rewrite {
        fs::write(repository("docs/targets.md"), lines.join("\n") + "\n").expect("docs/targets.md");
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

/// The kinds of the design's table, each worked through at least once.
#[test]
fn every_kind_has_an_example() {
    let text = fs::read_to_string(repository("docs/targets.md")).expect("docs/targets.md");
    let (_, examples) = examples(&text);
    let asked: &[&[&str]] = &[
        &["at_least = "],
        &["at_most = "],
        &["per = \"week\""],
        &["per = \"month\""],
        &["each = \"day\""],
        &["each = \"week\""],
        &["each = \"month\""],
        &["each = \"audience\""],
        &["each = \"place\"", "layout = \"register\""],
        &["kind = \"share\""],
        &["kind = \"cadence\""],
        &["kind = \"request\"", "within = "],
        &["answers = "],
        &["kind = \"milestone\"", "layout = \"milestones\""],
        &["steps = [", "sent = "],
        &["more_than = "],
        &["fewer_than = "],
        &["kind = \"deferred\"", "agreed = "],
        &["kind = \"shown\""],
        &["kind = \"indicator\""],
        &["valid = "],
        &["unit = \"hours\""],
        &["hours_per_post = "],
        &["only = ", "require = "],
        &["distinct = "],
        &["except = "],
        &["interpretation = "],
    ];
    for words in asked {
        let has = |example: &&Example| words.iter().all(|word| example.agreement.contains(word));
        assert!(
            examples.iter().any(|example| has(&example)),
            "no example has {words:?}"
        );
    }
}
