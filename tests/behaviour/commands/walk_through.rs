//! Pages show what their commands print: they are run on the same workbooks, and what they print is held against
//! the page. `LOFTE_EXPECT=write` writes it anew.

use std::fs;
use std::path::Path;

use crate::setup::files::{copy, repository};
use crate::setup::program;

/// The words of a command line; quotation marks hold words together.
pub(super) fn words(line: &str) -> Vec<String> {
    let parts = line.split('"').enumerate();
    parts
        .flat_map(|(index, part)| match index % 2 {
            0 => part.split_whitespace().map(str::to_owned).collect(),
            _ => vec![part.to_owned()],
        })
        .collect()
}

/// A page, the agreement's folder on it, and the fence of what is written into the agreement; none where that is a workbook, into
/// which the page's tables are written.
pub(super) const PAGES: [(&str, &str, Option<&str>); 2] = [
    ("docs/walk-through.md", "adalen", Some("toml\n")),
    ("docs/kom-igang.md", "inputs/adalen", None),
];

#[test]
fn the_pages_show_what_their_commands_print() {
    for (page, home, fence) in PAGES {
        let here = tempfile::tempdir().unwrap();
        copy(
            &repository("tests/walk-through/workbooks"),
            &here.path().join(home).join("workbooks"),
        );
        let path = repository(page);
        let page = fs::read_to_string(&path).unwrap();
        let mut shown = String::new();
        let mut commands = 0;
        for (index, part) in page.split("```").enumerate() {
            let part = match part.strip_prefix("console\n$ ").filter(|_| index % 2 == 1) {
                Some(block) => {
                    let line = block.lines().next().unwrap();
                    commands += 1;
                    format!("console\n$ {line}\n{}", run(line, here.path()))
                }
                None => {
                    if fence.is_some_and(|fence| part.starts_with(fence)) && index % 2 == 1 {
                        let (_, pledges) = part.split_once('\n').unwrap();
                        write_pledges(here.path(), home, pledges);
                    }
                    if fence.is_none() && part.contains("| Löften: ") {
                        fill_in(here.path(), home, part);
                    }
                    part.to_owned()
                }
            };
            if index > 0 {
                shown.push_str("```");
            }
            shown.push_str(&part);
        }
        assert!(commands >= 5);
        if std::env::var("LOFTE_EXPECT").is_ok_and(|wish| wish == "write") {
            fs::write(&path, &shown).unwrap();
        }
        similar(&fs::read_to_string(&path).unwrap(), &shown);
    }
}

fn similar(page: &str, shown: &str) {
    let differing = page
        .lines()
        .zip(shown.lines())
        .find(|(page, shown)| page != shown);
    assert!(
        page == shown,
        "the page is not what its commands print: {differing:?}"
    );
}

fn run(line: &str, folder: &Path) -> String {
    let words = words(line);
    let (program, arguments) = words.split_first().unwrap();
    assert_eq!(program, "lofte");
    let printed = program::lofte()
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("lofte runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let text = text(printed.stdout) + &text(printed.stderr);
    text.lines()
        .map(|line| format!("{}\n", line.trim_end()))
        .collect()
}

/// Writes the rows of the page's tables into the workbook: it becomes a text file, takes them, and is a workbook again.
fn fill_in(folder: &Path, home: &str, page: &str) {
    let rows = |heading: &str| -> Vec<Vec<String>> {
        let lines = page
            .lines()
            .skip_while(|line| !line.starts_with(heading))
            .skip(2);
        let lines = lines.take_while(|line| line.starts_with('|'));
        lines
            .map(|line| {
                line.trim_matches('|')
                    .split('|')
                    .map(|cell| cell.trim().to_owned())
                    .collect()
            })
            .collect()
    };
    let mut text = String::new();
    for pledge in rows("| Löften: ") {
        text += &format!(
            "[[pledge]]\nid = \"{0}\"\ntext = \"{1}\"\nresponsible = [\"{2}\"]\n",
            pledge[0], pledge[1], pledge[2]
        );
        for target in rows("| Mål: ")
            .iter()
            .filter(|target| target[0] == pledge[0])
        {
            assert_eq!((target[3].as_str(), target.len()), ("år", 6));
            text += &format!(
                "[[pledge.target]]\nof = \"{}\"\nat_least = {}\nover = \"year\"\n",
                target[1], target[2]
            );
            if !target[4].is_empty() {
                assert_eq!(target[4], "målgrupp");
                let among: Vec<String> = target[5]
                    .split("; ")
                    .map(|word| format!("\"{word}\""))
                    .collect();
                text += &format!("each = \"audience\"\namong = [{}]\n", among.join(", "));
            }
        }
    }
    assert_eq!(
        run(&format!("lofte convert {home}"), folder)
            .lines()
            .count(),
        2
    );
    let path = folder.join(home).join("agreement.toml");
    let whole = fs::read_to_string(&path).unwrap() + "\n" + &text;
    fs::write(&path, whole).unwrap();
    assert_eq!(
        run(&format!("lofte convert {home}"), folder)
            .lines()
            .count(),
        2
    );
}

/// The agreement with the pledges of the page, and another with a slip in it.
fn write_pledges(folder: &Path, home: &str, pledges: &str) {
    let path = folder.join(home).join("agreement.toml");
    let text = fs::read_to_string(&path).unwrap() + "\n" + pledges;
    fs::write(&path, &text).unwrap();
    let slip = folder.join("adalen-with-a-slip");
    fs::create_dir(&slip).unwrap();
    fs::write(
        slip.join("agreement.toml"),
        text.replace(
            "of = \"fotpatruller\"\nat_least = 40",
            "of = \"fotpatrul\"\nat_least = 40",
        ),
    )
    .unwrap();
}
