//! Versions of three agreements: the shipped example, one with everything that is hard to show, one in English.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::setup::files::{files_ending, repository};
use crate::setup::program::{self, text};
use serde_json::Value;

/// Text that no output may take for anything but text.
const HOSTILE: &str = r##"<script>alert(1)</script> {{x}} {{#each}} #let x = 1 =1+1 "&' <b> vänd"##;
/// Characters that nobody sees, too; an agreement takes them nowhere but in longer texts, workbooks anywhere.
const UNSEEN: &str = "\u{202e}bakåt\u{200f} Anna Testsson ringer";

/// Where `tests/run` put the checkers: beside what cargo builds.
pub(super) fn checkers() -> PathBuf {
    let program = Path::new(program::LOFTE);
    let target = program
        .ancestors()
        .find(|folder| folder.join("checkers").is_dir());
    target
        .expect("the checkers (tests/run installs them)")
        .join("checkers")
}

/// Makes a version, and gives the agreement's home.
fn run(
    room: &Path,
    name: &str,
    agreement: &str,
    workbooks: &Path,
    days: [&str; 2],
    code: i32,
) -> PathBuf {
    let inputs = room.join(name);
    fs::create_dir_all(&inputs).unwrap();
    fs::write(inputs.join("agreement.toml"), agreement).unwrap();
    let output = program::lofte()
        .arg("run")
        .arg(&inputs)
        .arg("--workbooks")
        .arg(workbooks)
        .args(["--period", days[0], "--as-of", days[1], "--out"])
        .arg(room.join("outputs"))
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(code), "{}", text(&output.stderr));
    room.join("outputs").join(name)
}

/// The agreement in English with templates of its own.
pub(super) fn agreement(inputs: &Path, templates: &[(&str, &str)]) {
    if inputs.exists() {
        fs::remove_dir_all(inputs).unwrap();
    }
    fs::create_dir_all(inputs.join("templates")).unwrap();
    fs::create_dir_all(inputs.join("workbooks/police")).unwrap();
    fs::write(
        inputs.join("workbooks/police/Log.csv"),
        "Date;Visits;Place;Talks\n2025-01-03;4;Square;2\n",
    )
    .unwrap();
    fs::create_dir_all(inputs.join("workbooks/town")).unwrap();
    fs::write(
        inputs.join("workbooks/town/List.csv"),
        "Pledge;Status;Updated;Comment\nVisits;Ongoing;2025-04-01;\n",
    )
    .unwrap();
    fs::copy(
        repository("tests/pages/english.toml"),
        inputs.join("agreement.toml"),
    )
    .unwrap();
    for (name, text) in templates {
        fs::write(inputs.join("templates").join(name), text).unwrap();
    }
}

/// Makes a version of it.
pub(super) fn lofte(inputs: &Path, room: &Path) -> Output {
    program::lofte()
        .arg("run")
        .arg(inputs)
        .args(["--period", "2025-05", "--as-of", "2025-06-10", "--out"])
        .arg(room.join("outputs"))
        .output()
        .unwrap()
}

/// The shipped example with a web edition and one for a partner.
pub(super) fn kalix(room: &Path) -> PathBuf {
    let agreement = fs::read_to_string(repository("inputs/kalix/agreement.toml")).unwrap();
    let more = "\n[[recipient]]\nname = \"Webbredaktionen\"\nrole = \"web\"\naddress = \"webb@example.se\"\nedition = \"public\"\n\
                [[recipient]]\nname = \"Polisen\"\nrole = \"partner\"\naddress = \"polis@example.se\"\nedition = \"partner\"\n\
                partner = \"polisen\"\n\
                [[summary]]\nlanguage = \"fi\"\ntext = \"Tiivistelmä, keksitty.\"\n";
    let workbooks = repository("inputs/kalix/workbooks");
    run(
        room,
        "kalix",
        &(agreement + more),
        &workbooks,
        ["2023-09", "2023-10-05"],
        0,
    )
}

/// The shipped example with its pledges again and again until there are so many, and a letter with the web's page.
pub(super) fn many(room: &Path, pledges: usize) -> PathBuf {
    let agreement = fs::read_to_string(repository("inputs/kalix/agreement.toml")).unwrap();
    let (head, rest) = agreement.split_once("[[pledge]]\n").unwrap();
    let (all, tail) = rest.split_once("[[source]]\n").unwrap();
    let all: Vec<&str> = all.split("[[pledge]]\n").collect();
    let again = (0..pledges).map(|number| {
        let (pledge, round) = (all[number % all.len()], number / all.len());
        let id = format!("-{round}\"\n");
        let id = if round == 0 { "\"\n" } else { &id };
        format!("[[pledge]]\n{}", pledge.replacen("\"\n", id, 1))
    });
    let more = "\n[[recipient]]\nname = \"Webbredaktionen\"\nrole = \"web\"\naddress = \"webb@example.se\"\nedition = \"public\"\n\
                attach = [\"report.html\", \"summary.xlsx\"]\n";
    run(
        room,
        "many",
        &format!(
            "{head}{}[[source]]\n{tail}{more}",
            again.collect::<String>()
        ),
        &repository("inputs/kalix/workbooks"),
        ["2023-09", "2023-10-05"],
        0,
    )
}

/// What is hard to show.
pub(super) fn hard(room: &Path) -> PathBuf {
    let workbooks = room.join("hard-workbooks");
    let log = format!(
        "Datum;Antal;Plats;Timmar;Samtal\n2024-07-03;4;Torget;3,5;2\n2024-08-20;ca 30;{HOSTILE}{UNSEEN};1;1\n\
         2024-11-05;minst 3;Torget;{HOSTILE};3\n{HOSTILE}{UNSEEN};1;Torget;2;\n2025-01-15;{HOSTILE};Torget;2;9\n\
         2025-03-15;12000;Okänd plats;4000,25;\n2025-04-02;2-4;;2;1\n"
    );
    let checklist = format!(
        "Löfte;Status;Uppdaterad;Kommentar\nSynlighet;{HOSTILE} {UNSEEN};2025-01-05;{UNSEEN}\n"
    );
    for (name, text) in [
        ("polisen/Logg <b>{{x}} =1+1.csv", log.as_str()),
        ("kommunen/Checklista.csv", checklist.as_str()),
        ("kommunen/Trasig.xlsx", "PK\u{3}\u{4} trasig"),
        ("Okänd {{x}} #let.csv", "A;B\n1;2\n"),
    ] {
        let place = workbooks.join(name);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, text).unwrap();
    }
    let quoted = HOSTILE.replace('"', "\\\"");
    let long =
        "Vi ska tillsammans verka för att alla som bor och vistas här är trygga, dag som natt. "
            .repeat(25);
    let agreement = fs::read_to_string(repository("tests/pages/hard.toml")).unwrap();
    let agreement = agreement
        .replace("HOSTILE", &quoted)
        .replace("LONG", long.trim());
    run(
        room,
        "hard",
        &agreement,
        &workbooks,
        ["2025-05", "2025-06-10"],
        3,
    )
}

/// An agreement in English.
pub(super) fn english(room: &Path) -> PathBuf {
    let workbooks = room.join("english-workbooks");
    for (name, text) in [
        (
            "police/Log.csv",
            "Date;Visits;Place;Talks\n2025-01-03;4;Square;2\n2025-02-20;about 9;Park;1\n2025-03-15;3;Dock;9\n2025-03-15;x;;\n",
        ),
        (
            "town/Checklist.csv",
            "Pledge;Status;Updated;Comment\nVisits;Ongoing;2025-04-01;As planned\n",
        ),
    ] {
        let place = workbooks.join(name);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, text).unwrap();
    }
    let agreement = fs::read_to_string(repository("tests/pages/english.toml")).unwrap();
    run(
        room,
        "english",
        &agreement,
        &workbooks,
        ["2025-05", "2025-06-10"],
        0,
    )
}

/// The HTML of every message below a room, as another program reads it, each as a file.
pub(super) fn letters(room: &Path) -> Vec<PathBuf> {
    let messages = files_ending(&room.join("outputs"), ".eml");
    let read = Command::new("/usr/bin/python3")
        .arg(repository("tests/mail/read.py"))
        .args(&messages)
        .output()
        .unwrap();
    assert!(read.status.success(), "{}", text(&read.stderr));
    let output_text: Vec<Value> = serde_json::from_slice(&read.stdout).unwrap();
    let folder = room.join("letters");
    fs::create_dir_all(&folder).unwrap();
    let write = |(number, letter): (usize, &Value)| {
        let place = folder.join(format!(
            "{number}-{}.html",
            messages[number].file_stem().unwrap().display()
        ));
        fs::write(&place, letter["html"].as_str().unwrap()).unwrap();
        place
    };
    output_text.iter().enumerate().map(write).collect()
}

/// The page as Chromium has it after its scripts. `options` are its own.
pub(super) fn dom(page: &Path, room: &Path, options: &[&str]) -> String {
    let opened = Command::new("chromium")
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--dump-dom",
        ])
        .args(options)
        .arg(format!(
            "--user-data-dir={}",
            room.join("chromium").display()
        ))
        .arg(format!("file://{}", page.display()))
        .output()
        .expect("Chromium (tests/run installs it)");
    assert!(opened.status.success(), "{}", text(&opened.stderr));
    String::from_utf8(opened.stdout).unwrap()
}
