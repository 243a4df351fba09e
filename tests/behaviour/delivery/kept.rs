//! What an earlier lofte left is read by this one: outputs of its first version, kept as it wrote them, with a ledger in
//! which messages were taken, put off, refused and lost, and a version that was approved before a newer one was made.

use std::fs;
use std::path::Path;

use crate::setup::files::{copy, files_below, repository};
use crate::setup::program::{self, output_text};

const DAY: &str = "2023-10-09";

fn agreement_folder() -> tempfile::TempDir {
    let agreement_folder = tempfile::tempdir().unwrap();
    copy(&repository("tests/kept"), agreement_folder.path());
    fs::write(
        agreement_folder.path().join("lofte.toml"),
        "[mail]\nfrom = \"lofte@example.se\"\nfolder = \"sent\"\n",
    )
    .unwrap();
    agreement_folder
}

fn lofte(agreement_folder: &Path, arguments: &[&str]) -> String {
    lofte_ends(agreement_folder, arguments, 0)
}

fn lofte_ends(agreement_folder: &Path, arguments: &[&str], code: i32) -> String {
    let output = program::lofte()
        .env("LANG", "en_GB.UTF-8")
        .current_dir(agreement_folder)
        .args(arguments)
        .output()
        .unwrap();
    let said = output_text(&output);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {said}");
    said
}

fn list(agreement_folder: &Path, agreement: &str) -> String {
    let folder = format!("inputs/{agreement}");
    lofte(
        agreement_folder,
        &["send", &folder, "--list", "--as-of", DAY],
    )
}

#[test]
fn a_kept_ledger_and_outbox_give_the_same_plan() {
    let agreement_folder = agreement_folder();
    for agreement in ["adalen", "bergby", "celleby"] {
        let kept = fs::read_to_string(
            agreement_folder
                .path()
                .join(format!("{agreement}.list.txt")),
        )
        .unwrap();
        assert_eq!(list(agreement_folder.path(), agreement), kept);
    }
}

#[test]
fn what_a_kept_ledger_left_goes_out_once_under_the_same_message_id() {
    let agreement_folder = agreement_folder();
    let send = [
        "send",
        "inputs/adalen",
        "--settings",
        "lofte.toml",
        "--as-of",
        DAY,
    ];
    let said = lofte(agreement_folder.path(), &send);
    assert!(said.contains("Messages sent: 3. Sent before: 1."), "{said}");
    let sent = files_below(&agreement_folder.path().join("sent"));
    assert_eq!(sent.len(), 3);
    for file in sent {
        let name = file.file_stem().unwrap().to_str().unwrap();
        let (id, number) = name.rsplit_once('-').unwrap();
        assert_eq!(number, "1");
        let text = fs::read_to_string(&file).unwrap();
        let header = format!("Message-ID: <{id}@example.se>\r\n");
        assert!(text.contains(&header), "{header} in\n{text}");
    }
    let said = lofte(agreement_folder.path(), &send);
    assert!(said.contains("Messages sent: 0. Sent before: 4."), "{said}");
}

#[test]
fn a_version_made_anew_mails_nobody_what_was_sent() {
    let agreement_folder = agreement_folder();
    let run = [
        "run",
        "inputs/adalen",
        "--period",
        "2023-09",
        "--as-of",
        "2023-10-08",
    ];
    lofte(agreement_folder.path(), &run);
    let states = |list: &str| -> Vec<(String, String)> {
        let lines = list.lines().filter_map(|line| {
            let to = line.split(['<', '>']).nth(1)?;
            let state = line.rsplit(" · ").next()?;
            Some((to.to_owned(), state.to_owned()))
        });
        lines.collect()
    };
    let kept = fs::read_to_string(agreement_folder.path().join("adalen.list.txt")).unwrap();
    assert_eq!(
        states(&list(agreement_folder.path(), "adalen")),
        states(&kept)
    );
}

/// The ids of messages with errors in them are made otherwise by now.
#[test]
fn what_was_sent_with_an_error_in_it_is_not_sent_again_when_its_version_is_made_anew() {
    let agreement_folder = agreement_folder();
    let run = [
        "run",
        "inputs/celleby",
        "--period",
        "2023-09",
        "--as-of",
        "2023-10-08",
    ];
    // It tells of errors.
    lofte_ends(agreement_folder.path(), &run, 3);
    let period = agreement_folder.path().join("outputs/celleby/2023-09");
    let outbox =
        |version: &str| fs::read_to_string(period.join(version).join("outbox/outbox.json"));
    let ids = |outbox: &str, key: &str| -> Vec<String> {
        let list: serde_json::Value = serde_json::from_str(outbox).unwrap();
        let messages = list["messages"].as_array().unwrap().iter();
        let editions = messages.filter(|message| message["kind"] == "edition");
        editions
            .map(|message| message[key].as_str().unwrap_or("none").to_owned())
            .collect()
    };
    let (kept, made) = (outbox("v1").unwrap(), outbox("v2").unwrap());
    // The web's edition holds no findings.
    let mut first = ids(&kept, "id");
    assert_eq!(first[2], ids(&made, "id")[2]);
    assert_ne!(first, ids(&made, "id"));
    first[2] = "none".to_owned();
    assert_eq!(first, ids(&made, "first_id"));

    let send = [
        "send",
        "inputs/celleby",
        "--settings",
        "lofte.toml",
        "--as-of",
        DAY,
    ];
    let said = lofte(agreement_folder.path(), &send);
    assert!(said.contains("Messages sent: 0. Sent before: 6."), "{said}");
}
