//! What the commands promise whoever calls them: exit codes, one line for what is wrong, and versions that stay whole.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use crate::setup::files::{copy, repository};
use crate::setup::program;
use crate::setup::program::text;
use serde_json::Value;

/// A folder with copies of the shipped example, each a subfolder.
struct AgreementFolder(tempfile::TempDir);

impl AgreementFolder {
    fn new(names: &[&str]) -> AgreementFolder {
        let agreement_folder = AgreementFolder(tempfile::tempdir().unwrap());
        for name in names {
            copy(&repository("inputs/kalix"), &agreement_folder.path(name));
        }
        agreement_folder
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn lofte(&self, command: &str, agreements: &[&str], more: &[&str]) -> Command {
        let mut lofte = program::lofte();
        lofte
            .current_dir(self.0.path())
            .arg(command)
            .args(agreements)
            .args(more);
        lofte.args(["--period", "2023-09", "--as-of", "2023-10-05"]);
        lofte
    }

    fn run(&self, agreements: &[&str]) -> Output {
        self.lofte("run", agreements, &[]).output().unwrap()
    }

    fn title(&self, title: &str) {
        let file = self.path("a/agreement.toml");
        let text = fs::read_to_string(&file).unwrap();
        let lines = text.lines().map(|line| match line.starts_with("title = ") {
            true => format!("title = \"{title}\"\n"),
            false => format!("{line}\n"),
        });
        fs::write(&file, lines.collect::<String>()).unwrap();
    }
}

#[test]
fn several_agreements_end_as_the_worst_and_none_holds_up_the_others() {
    let agreement_folder = AgreementFolder::new(&["a", "faulty", "unreadable"]);
    let faulty = agreement_folder.path("faulty/agreement.toml");
    let agreement = fs::read_to_string(&faulty).unwrap();
    fs::write(
        &faulty,
        format!("tittle = \"x\"\nmunicipalty = \"y\"\n{agreement}"),
    )
    .unwrap();
    fs::write(
        agreement_folder.path("unreadable/workbooks/kommunen/ANDT 2022-2023.xlsx"),
        "no workbook",
    )
    .unwrap();

    for (agreements, code) in [
        (&["a"][..], 0),
        (&["a", "unreadable"], 3),
        (&["a", "faulty", "unreadable"], 1),
        (&["a", "nowhere"], 2),
    ] {
        assert_eq!(
            agreement_folder.run(agreements).status.code(),
            Some(code),
            "{agreements:?}"
        );
    }
    for made in [
        "outputs/a/2023-09/v1/report.html",
        "outputs/unreadable/2023-09/v1/report.html",
    ] {
        assert!(agreement_folder.path(made).is_file(), "{made}");
    }
    assert!(!agreement_folder.path("outputs/faulty").exists());

    let output_text = text(&agreement_folder.run(&["faulty"]).stderr);
    for fault in [
        "agreement.toml:1:",
        "agreement.toml:2:",
        "title",
        "municipality",
    ] {
        assert!(
            output_text.contains(fault),
            "«{fault}» is missing in\n{output_text}"
        );
    }
}

#[test]
fn a_reader_that_has_seen_enough_is_no_fault() {
    let agreement_folder = AgreementFolder::new(&["a"]);
    let mut check = agreement_folder
        .lofte("check", &["a"], &[])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(check.stdout.take());
    let ended = check.wait_with_output().unwrap();
    assert_eq!(
        (ended.status.code(), text(&ended.stderr).as_str()),
        (Some(0), "")
    );
}

#[test]
fn a_run_killed_before_its_version_was_there_is_not_taken_for_one() {
    let agreement_folder = AgreementFolder::new(&["a"]);
    agreement_folder.run(&["a"]);
    agreement_folder.title("Avbrutet");
    agreement_folder.run(&["a"]);
    // As if the second run had been killed between its line in the ledger and its folder.
    fs::remove_dir_all(agreement_folder.path("outputs/a/2023-09/v2")).unwrap();
    agreement_folder.title("Skrivet");
    agreement_folder.run(&["a"]);
    agreement_folder.title("Avbrutet");
    agreement_folder.run(&["a"]);

    let title = |version: u32| {
        let file = agreement_folder.path(&format!("outputs/a/2023-09/v{version}/follow-up.json"));
        let follow_up: Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
        follow_up["agreement"]["title"].as_str().unwrap().to_owned()
    };
    assert_eq!(
        (title(2), title(3)),
        ("Skrivet".to_owned(), "Avbrutet".to_owned())
    );
    assert!(!agreement_folder.path("outputs/a/2023-09/v4").exists());
}

#[test]
fn a_machine_is_told_the_same() {
    let agreement_folder = AgreementFolder::new(&["a"]);
    let output_text = agreement_folder
        .lofte("run", &["a"], &["--format", "json"])
        .output()
        .unwrap();
    let output_text: Value = serde_json::from_slice(&output_text.stdout).unwrap();
    let follow_up = agreement_folder.path("outputs/a/2023-09/v1/follow-up.json");
    let follow_up: Value = serde_json::from_slice(&fs::read(follow_up).unwrap()).unwrap();
    assert_eq!(
        (
            output_text["version"].as_u64(),
            output_text["is_new"].as_bool(),
            output_text["exit"].as_u64()
        ),
        (Some(1), Some(true), Some(0))
    );
    for (list, key) in [("pledges", "status"), ("findings", "severity")] {
        let all = follow_up[list].as_array().unwrap();
        assert!(!all.is_empty());
        for (name, number) in output_text[list].as_object().unwrap() {
            let there = all.iter().filter(|entry| entry[key] == **name).count();
            assert_eq!(number.as_u64(), Some(there as u64), "{list} {name}");
        }
        let sum: u64 = output_text[list]
            .as_object()
            .unwrap()
            .values()
            .filter_map(Value::as_u64)
            .sum();
        assert_eq!(sum, all.len() as u64, "{list}");
    }

    let checked = agreement_folder
        .lofte("check", &["a"], &["--format", "json"])
        .output()
        .unwrap();
    let checked: Value = serde_json::from_slice(&checked.stdout).unwrap();
    assert_eq!(checked["pledges"], follow_up["pledges"]);
}

#[test]
fn several_are_one_document_and_one_page() {
    let names = ["a", "b"];
    let agreement_folder = AgreementFolder::new(&names);
    let checked = agreement_folder
        .lofte("check", &names, &["--format", "json"])
        .output()
        .unwrap();
    let checked: Value = serde_json::from_slice(&checked.stdout).unwrap();
    let told: Vec<&str> = (checked["agreements"].as_array().unwrap().iter())
        .filter_map(|one| one["agreement"]["id"].as_str())
        .collect();
    assert_eq!(told, names);

    agreement_folder.lofte("run", &names, &[]).output().unwrap();
    let outputs = agreement_folder.path("outputs");
    let all: Value =
        serde_json::from_slice(&fs::read(outputs.join("follow-up.json")).unwrap()).unwrap();
    assert_eq!(all["agreements"].as_array().map(Vec::len), Some(2));
    let page = fs::read_to_string(outputs.join("index.html")).unwrap();
    assert!(page.contains("href=\"a/index.html\"") && page.contains("href=\"b/index.html\""));
    assert!(outputs.join("summary.xlsx").is_file());
}

/// Ctrl-C as a terminal sends it.
#[cfg(unix)]
#[test]
fn ctrl_c_leaves_whole_versions_and_prints_what_is_finished() {
    use std::io::{BufRead, BufReader, Read};

    let names: Vec<String> = (0..16).map(|number| format!("a{number:02}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let agreement_folder = AgreementFolder::new(&names);
    let mut run = agreement_folder
        .lofte("run", &names, &[])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(run.stdout.take().unwrap()).lines();
    let mut opened: Vec<String> = Vec::new();
    let take = |line: String, opened: &mut Vec<String>| {
        opened.extend(line.strip_prefix("Öppna ").map(str::to_owned));
    };
    while opened.is_empty() {
        take(lines.next().unwrap().unwrap(), &mut opened);
    }
    let kill = Command::new("kill")
        .args(["-INT", &run.id().to_string()])
        .status();
    assert!(kill.unwrap().success());
    lines.for_each(|line| take(line.unwrap(), &mut opened));
    assert_eq!(run.wait().unwrap().code(), Some(130));
    let mut told = String::new();
    run.stderr
        .take()
        .unwrap()
        .read_to_string(&mut told)
        .unwrap();
    let count = format!("{} av 16 avtal blev klara", opened.len());
    assert!(told.contains(&count), "{count}: {told}");
    assert!((1..16).contains(&opened.len()), "{opened:?}");
    for name in names {
        let period = agreement_folder.path("outputs").join(name).join("2023-09");
        let there: Vec<_> = fs::read_dir(&period)
            .map(|entries| entries.map(|entry| entry.unwrap().file_name()).collect())
            .unwrap_or_default();
        let is_printed = opened.iter().any(|report| report.contains(name));
        assert_eq!(there.len(), usize::from(is_printed), "{name}: {there:?}");
        if is_printed {
            let version = period.join("v1");
            let verified = program::lofte().arg("verify").arg(version).output();
            assert!(verified.unwrap().status.success());
        }
    }
}

#[test]
fn a_run_without_changes_is_known_again_and_nothing_else_is() {
    let agreement_folder = AgreementFolder::new(&["a", "b"]);
    let kept = |name: &str| {
        agreement_folder
            .path("outputs")
            .join(name)
            .join(".last-run.json")
    };
    let run = || text(&agreement_folder.run(&["a", "b"]).stdout);
    let first = run();
    assert!(!first.contains("Inget har ändrats"), "{first}");
    let again = run();
    assert_eq!(again.matches("Inget har ändrats").count(), 2, "{again}");
    // What is kept is only a shortcut: torn, changed or gone, all is done again, and comes to the same.
    let whole = fs::read_to_string(kept("a")).unwrap();
    for other in [
        "",
        "{}",
        &whole.replace("2023-09", "2023-08"),
        &whole[..whole.len() / 2],
    ] {
        fs::write(kept("a"), other).unwrap();
        assert_eq!(run(), again);
        assert_eq!(fs::read_to_string(kept("a")).unwrap(), whole);
    }
    // Another agreement text, workbook or page is seen.
    agreement_folder.title("Ett annat namn");
    let changed = run();
    assert_eq!(changed.matches("Inget har ändrats").count(), 1, "{changed}");
    assert!(changed.contains("Ett annat namn"), "{changed}");
    let page = agreement_folder.path("outputs/b/index.html");
    fs::remove_file(&page).unwrap();
    run();
    assert!(page.is_file());
    let workbooks = agreement_folder.path("b/workbooks");
    fs::remove_dir_all(workbooks.join("bra")).unwrap();
    let without = run();
    assert_eq!(without.matches("Inget har ändrats").count(), 1, "{without}");
    assert!(without.contains("outputs/b/2023-09/v2"), "{without}");
}
