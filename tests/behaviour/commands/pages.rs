//! Every command of every page is run: by the test that shows what it prints, by a script that follows the page on a machine of
//! its own, or here. What is not run is listed with its reason, and what is said of options within sentences is held against
//! `--help`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::walk_through::{PAGES, words};
use crate::setup::files::{copy, files_ending, repository};
use crate::setup::program;
use crate::setup::program::text;

/// Sections whose lines a script follows: the page, its heading, and the script, which names that heading.
const FOLLOWED: [(&str, &str, &str); 3] = [
    (
        "docs/schedule.md",
        "Linux with systemd",
        "tests/server/follow",
    ),
    ("docs/schedule.md", "Other Unix", "tests/server/follow"),
    ("README.md", "Without Rust", "tests/deb"),
];

/// Commands that nobody runs here, and why.
const NOT_RUN: [(&str, &str); 5] = [
    ("tests/run", "it runs this test"),
    ("cargo test", "they are tests themselves, each run by name"),
    ("LOFTE_HABIT_RUNS=", "it takes an hour"),
    ("LOFTE_EXPECT=write", "it writes the pages that tests read"),
    ("schtasks", "it takes Windows, where nothing has been tried"),
];

/// A line of a page that is a command.
struct Line {
    page: String,
    heading: String,
    command: String,
}

fn pages() -> Vec<String> {
    let root = repository("");
    let docs = files_ending(&repository("docs"), ".md");
    let docs = docs.iter().map(|path| {
        let path = path.strip_prefix(&root).unwrap();
        path.to_str().unwrap().to_owned()
    });
    std::iter::once("README.md".to_owned())
        .chain(docs)
        .collect()
}

/// The commands in the blocks of a page; where a block shows what is printed, they begin with a dollar sign.
fn lines(page: &str) -> Vec<Line> {
    let text = fs::read_to_string(repository(page)).unwrap();
    let mut heading = String::new();
    let mut block: Option<Vec<&str>> = None;
    let mut found = Vec::new();
    for line in text.lines() {
        let line = line.trim();
        match (&mut block, line) {
            (None, _) if line.starts_with("## ") => heading = line[3..].to_owned(),
            (None, "```console") => block = Some(Vec::new()),
            (Some(lines), "```") => {
                let shows = lines.iter().any(|line| line.starts_with("$ "));
                let commands = lines.iter().filter(|line| !shows || line.starts_with("$ "));
                found.extend(commands.filter(|line| !line.is_empty()).map(|line| Line {
                    page: page.to_owned(),
                    heading: heading.clone(),
                    command: line.trim_start_matches("$ ").to_owned(),
                }));
                block = None;
            }
            (Some(lines), line) => lines.push(line),
            (None, _) => {}
        }
    }
    assert!(block.is_none(), "{page}: a block does not end");
    found
}

/// Runs a command of lofte in a folder with the example and settings; those of Cargo are run by the program that is built.
fn run(command: &str, folder: &Path) -> Result<(), String> {
    let bare = command.split(" #").next().unwrap_or_default();
    let built = bare
        .strip_prefix("cargo run ")
        .and_then(|rest| Some(rest.split_once("-- ")?.1));
    let arguments = built.or_else(|| bare.strip_prefix("lofte "));
    let Some(arguments) = arguments else {
        return Err("nobody runs it".to_owned());
    };
    let printed = program::lofte()
        .args(words(arguments))
        .current_dir(folder)
        .output()
        .expect("lofte runs");
    match printed.status.code() {
        Some(0 | 3) => Ok(()),
        code => Err(format!("it ended with {code:?}: {}", text(&printed.stderr))),
    }
}

#[test]
fn every_command_of_every_page_is_run() {
    let here = tempfile::tempdir().unwrap();
    copy(&repository("inputs"), &here.path().join("inputs"));
    copy(
        &repository("tests/walk-through/workbooks"),
        &here.path().join("inputs/adalen/workbooks"),
    );
    let settings = "[mail]\nfrom = \"medborgarlofte@example.se\"\nfolder = \"post\"\n";
    fs::write(here.path().join("lofte.toml"), settings).unwrap();
    fs::create_dir(here.path().join("post")).unwrap();

    let mut by: BTreeMap<&str, usize> = BTreeMap::new();
    let mut faults = Vec::new();
    for line in pages().iter().flat_map(|page| lines(page)) {
        let followed = FOLLOWED
            .iter()
            .find(|(page, heading, _)| *page == line.page && line.heading.starts_with(heading));
        let shown = PAGES.iter().any(|(page, ..)| *page == line.page);
        let left = NOT_RUN
            .iter()
            .find(|(begin, _)| line.command.starts_with(begin));
        let whose = if let Some((_, heading, script)) = followed {
            let script = fs::read_to_string(repository(script)).unwrap();
            if !script.contains(heading) {
                faults.push(format!("{}: no script follows «{heading}»", line.page));
            }
            "a script"
        } else if shown {
            "the page's own test"
        } else if left.is_some() {
            "nobody"
        } else {
            if let Err(fault) = run(&line.command, here.path()) {
                faults.push(format!("{}: {}: {fault}", line.page, line.command));
            }
            "this test"
        };
        *by.entry(whose).or_default() += 1;
    }
    assert_eq!(faults, Vec::<String>::new());
    println!("{by:?}");
    for (whose, least) in [
        ("a script", 20),
        ("the page's own test", 9),
        ("this test", 8),
        ("nobody", 1),
    ] {
        assert!(by.get(whose).is_some_and(|count| *count >= least), "{by:?}");
    }
}

/// «lofte send --list» within a sentence: the command is there, and so are its options.
#[test]
fn what_sentences_say_of_commands_is_in_their_help() {
    let mut helps: BTreeMap<String, String> = BTreeMap::new();
    let mut faults = Vec::new();
    let mut held = 0;
    for page in pages() {
        // What has gone is told of with the words of its time.
        if page == "docs/CHANGELOG.md" || page == "docs/CONTRIBUTING.md" {
            continue;
        }
        let whole = fs::read_to_string(repository(&page)).unwrap();
        let codes = whole
            .split("```")
            .step_by(2)
            .flat_map(|prose| prose.split('`').skip(1).step_by(2));
        for code in codes.filter(|code| code.starts_with("lofte ")) {
            let said: Vec<&str> = code.split_whitespace().skip(1).collect();
            let Some(command) = said
                .first()
                .filter(|word| word.starts_with(char::is_alphabetic))
            else {
                continue;
            };
            let help = helps.entry((*command).to_owned()).or_insert_with(|| {
                let printed = program::lofte().args([command, "--help"]).output().unwrap();
                if printed.status.success() {
                    text(&printed.stdout)
                } else {
                    String::new()
                }
            });
            let options = said.iter().filter(|word| word.starts_with("--"));
            let missing: Vec<&&str> = options.filter(|option| !help.contains(**option)).collect();
            if help.is_empty() || !missing.is_empty() {
                faults.push(format!("{page}: {code}: {missing:?}"));
            }
            held += 1;
        }
    }
    assert_eq!(faults, Vec::<String>::new());
    assert!(held >= 40, "{held}");
}

/// The pages are one way through: each leads to the next.
#[test]
fn each_page_leads_to_the_next() {
    const WAY: [&str; 9] = [
        "README.md",
        "docs/kom-igang.md",
        "docs/agreement.md",
        "docs/targets.md",
        "docs/mail.md",
        "docs/schedule.md",
        "docs/privacy.md",
        "docs/wordings.md",
        "docs/CONTRIBUTING.md",
    ];
    for pair in WAY.windows(2) {
        let text = fs::read_to_string(repository(pair[0])).unwrap();
        let next = pair[1].trim_start_matches("docs/");
        let last = text.trim_end().lines().last().unwrap();
        assert!(
            last.contains(next),
            "{} does not end with the way to {}: {last}",
            pair[0],
            pair[1]
        );
    }
    // And every link of every page leads somewhere.
    for page in pages() {
        let path = repository(&page);
        let text = fs::read_to_string(&path).unwrap();
        for link in text
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next())
        {
            let file = link.split('#').next().unwrap();
            if file.is_empty() || link.contains("://") || link.starts_with("mailto:") {
                continue;
            }
            let target = path.parent().unwrap().join(file);
            assert!(
                target.exists(),
                "{page} leads to {link}, which is not there"
            );
        }
    }
}
