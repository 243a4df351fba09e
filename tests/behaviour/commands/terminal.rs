//! What commands say on the terminal: one language, verdicts before findings, lines of its width, colours where it has them,
//! and what to do about what is wrong.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::setup::files::{copy, repository};
use crate::setup::program::{self, text};
use crate::setup::small_agreement::small_agreement;

const DAYS: [&str; 4] = ["--period", "2023-09", "--as-of", "2023-10-05"];

/// A room with the shipped example as `kalix`.
fn kalix() -> tempfile::TempDir {
    let room = tempfile::tempdir().unwrap();
    copy(&repository("inputs/kalix"), &room.path().join("kalix"));
    room
}

fn check(room: &Path, arguments: &[&str], locale: &str) -> Output {
    let mut check = program::lofte();
    check.current_dir(room).env("LANG", locale).arg("check");
    check.args(arguments).output().unwrap()
}

/// A small agreement without workbooks, as `adalen`.
fn adalen(room: &Path, agreement: &str) {
    fs::create_dir_all(room.join("adalen")).unwrap();
    fs::write(room.join("adalen/agreement.toml"), agreement).unwrap();
}

#[test]
fn an_output_has_one_language_asked_for_or_from_the_locale_or_the_agreements() {
    let room = kalix();
    let said = |more: &[&str], locale: &str| {
        let arguments = [&["kalix"], &DAYS[..], more].concat();
        let output = check(room.path(), &arguments, locale);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        text(&output.stdout)
    };
    let swedish = ["Ligger efter", "Att känna till", "är i fas", "Påpekanden"];
    let english = ["Behind", "To know", "on track", "Findings"];
    for (more, locale, there, absent) in [
        (&[][..], "C.UTF-8", swedish, english),
        (&[], "sv_SE.UTF-8", swedish, english),
        (&[], "en_GB.UTF-8", english, swedish),
        (&["--language", "en"], "C.UTF-8", english, swedish),
        (&["--language", "sv"], "en_GB.UTF-8", swedish, english),
    ] {
        let said = said(more, locale);
        for word in there {
            assert!(said.contains(word), "{locale} {more:?}: {word} in\n{said}");
        }
        for word in absent {
            assert!(!said.contains(word), "{locale} {more:?}: {word} in\n{said}");
        }
    }
    let said = said(&[], "C.UTF-8");
    let verdict = said.find("1. Medborgarkontakter: Ligger efter").unwrap();
    assert!(verdict < said.find("Att känna till").unwrap(), "{said}");
}

#[test]
fn what_a_run_came_to_is_told_in_the_language_of_each_run() {
    let room = kalix();
    let said = |language: &str| {
        let mut run = program::lofte();
        run.current_dir(room.path()).args(["run", "kalix"]);
        let output = run.args(DAYS).args(["--language", language]).output();
        text(&output.unwrap().stdout)
    };
    assert!(said("sv").contains("ligger efter"));
    let again = said("en");
    assert!(
        again.contains("behind") && again.contains("Nothing has changed"),
        "{again}"
    );
    let again = said("sv");
    assert!(
        again.contains("ligger efter") && again.contains("Inget har ändrats"),
        "{again}"
    );
}

#[test]
fn what_is_missing_or_wrong_is_a_sentence_with_what_to_do() {
    let room = tempfile::tempdir().unwrap();
    let agreement = small_agreement(r#"date = "Datum", count = "Antal""#);
    adalen(room.path(), &agreement);
    let mut facts = vec![
        (
            &["adalen", "--period", "2023-09", "--as-of", "2023-10-05"][..],
            1,
            "Skapa den och lägg parternas arbetsböcker där",
            "Make it and put",
        ),
        (
            &["adalen", "--period", "sommaren"],
            2,
            "”sommaren” är ingen period. Skriv till exempel 2023-09",
            "is no period. Write one such as",
        ),
        (
            &["adalen", "--period", "2023-09", "--as-of", "2023-09-05"],
            2,
            "Välj en tidigare period",
            "Choose an earlier period",
        ),
        (
            &["adalen", "--period", "1999-09"],
            2,
            "Välj en som ligger i den",
            "Choose one inside it",
        ),
        (
            &["bortre"],
            2,
            "Mappen bortre har ingen agreement.xlsx eller agreement.toml",
            "has no agreement.xlsx or agreement.toml. Name",
        ),
    ];
    facts.push((
        &["adalen", "--as-of", "2023-02-30"],
        2,
        "2023-10-05",
        "2023-10-05",
    ));
    for (arguments, code, swedish, english) in facts {
        for (locale, sentence) in [("C.UTF-8", swedish), ("en_US.UTF-8", english)] {
            let output = check(room.path(), arguments, locale);
            let said = text(&output.stderr);
            assert_eq!(output.status.code(), Some(code), "{said}");
            assert!(said.contains(sentence), "{arguments:?} {locale}: {said}");
        }
    }
    let head = agreement.split("[[pledge]]").next().unwrap();
    adalen(room.path(), head);
    fs::create_dir_all(room.path().join("adalen/workbooks")).unwrap();
    let output = check(
        room.path(),
        &["adalen", "--period", "2023-09", "--as-of", "2023-10-05"],
        "C",
    );
    let said = text(&output.stdout);
    assert!(
        said.contains("Skriv dem i avtalet"),
        "{said}{}",
        text(&output.stderr)
    );
}

/// What `check` prints on a terminal of so many columns.
fn on_terminal(room: &Path, columns: &str, no_color: bool) -> String {
    let mut terminal = Command::new("/usr/bin/python3");
    terminal
        .current_dir(room)
        .env_remove("NO_COLOR")
        .env("TERM", "xterm")
        .env("LANG", "C.UTF-8")
        .arg(repository("tests/terminal/run.py"))
        .args([columns, program::LOFTE, "check", "kalix"])
        .args(DAYS);
    if no_color {
        terminal.env("NO_COLOR", "1");
    }
    let output = terminal.output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    text(&output.stdout)
}

#[test]
fn a_terminal_gets_lines_of_its_width_and_colours_unless_it_wants_none() {
    let room = kalix();
    let plain = on_terminal(room.path(), "60", true);
    assert!(!plain.contains('\u{1b}'), "{plain}");
    assert!(plain.lines().count() > 100);
    for line in plain.lines() {
        // The name of a file stays whole.
        let is_word = line.trim().split(' ').count() == 1;
        assert!(line.chars().count() <= 60 || is_word, "{line}");
    }
    let coloured = on_terminal(room.path(), "60", false);
    assert!(
        coloured.contains("\u{1b}[33m") || coloured.contains("\u{1b}[1m\u{1b}[33m"),
        "{coloured}"
    );
    let arguments = [&["kalix"], &DAYS[..]].concat();
    let piped = text(&check(room.path(), &arguments, "C").stdout);
    assert!(!piped.contains('\u{1b}'));
    let longest = piped.lines().map(|line| line.chars().count()).max();
    assert!(longest > Some(100), "a pipe gets whole lines");
}
