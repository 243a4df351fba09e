//! What was made is what is sent, and what the ledger says holds: both are found out when they were changed.

use std::fs;
use std::path::{Path, PathBuf};

use super::agreement_folder::AgreementFolder;
use super::server::{Manner, Server};
use crate::setup::files::files_below;
use crate::setup::program::output_text;
use sha2::{Digest, Sha256};

fn ready(delivery: &str) -> (AgreementFolder, Server) {
    let (agreement_folder, server) = (
        AgreementFolder::new(delivery),
        Server::start(Manner::default()),
    );
    agreement_folder.settings(server.port, "");
    agreement_folder.run("2023-10-05");
    (agreement_folder, server)
}

fn sha256(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The list of hashes made anew, as somebody would who wants a change not to show.
fn hash_anew(version: &Path) {
    let mut lines: Vec<(String, String)> = Vec::new();
    for file in files_below(version) {
        let name = file
            .strip_prefix(version)
            .unwrap()
            .to_str()
            .unwrap()
            .to_owned();
        if name != "SHA256SUMS" {
            lines.push((name, sha256(&fs::read(&file).unwrap())));
        }
    }
    lines.sort();
    let text: String = lines
        .iter()
        .map(|(name, hash)| format!("{hash}  {name}\n"))
        .collect();
    fs::write(version.join("SHA256SUMS"), text).unwrap();
}

fn change(file: &Path, from: &str, to: &str) {
    let whole = fs::read_to_string(file).unwrap();
    assert!(whole.contains(from), "{from} in {}", file.display());
    fs::write(file, whole.replace(from, to)).unwrap();
}

fn version(agreement_folder: &AgreementFolder) -> PathBuf {
    agreement_folder.path("outputs/adalen/2023-09/v1")
}

fn verify(agreement_folder: &AgreementFolder) -> (i32, String) {
    let output = crate::setup::program::lofte()
        .current_dir(agreement_folder.path(""))
        .args(["verify", "outputs/adalen/2023-09/v1", "--language", "en"])
        .output()
        .unwrap();
    (output.status.code().unwrap(), output_text(&output))
}

const APPROVAL: &str = "[delivery]\nrelease = \"after-approval\"\napprover = \"chair\"";

#[test]
fn what_was_changed_and_hashed_anew_is_found_and_goes_nowhere() {
    for (file, from, to) in [
        ("report.html", "Fotpatrullera", "Patrullera"),
        ("outbox/outbox.json", "chef@example.se", "annan@example.se"),
        ("outbox/outbox.json", "after-approval", "at-once"),
        (
            "outbox/outbox.json",
            "01-chief.eml",
            "../../../../lofte.toml",
        ),
        ("outbox/01-chief.eml", "chef@example.se", "annan@example.se"),
    ] {
        let (agreement_folder, server) = ready(APPROVAL);
        assert_eq!(
            verify(&agreement_folder).0,
            0,
            "{}",
            verify(&agreement_folder).1
        );
        change(&version(&agreement_folder).join(file), from, to);
        hash_anew(&version(&agreement_folder));
        let (code, words) = verify(&agreement_folder);
        assert!(
            code == 3 && words.contains("the ledger sealed"),
            "{to}: {words}"
        );
        let approve = ["--approve", "2023-09/v1", "--by", "Ordföranden"];
        for more in [&[][..], &approve] {
            let (code, words) = agreement_folder.send(more);
            assert!(
                code == 1 && words.contains("not as it was made"),
                "{to}: {words}"
            );
        }
        assert_eq!(server.taken(), [], "{to}");
    }
}

#[test]
fn reminders_are_sealed_too_and_name_no_file_elsewhere() {
    let (agreement_folder, server) = ready("[delivery]\nreminders = [\"day 1\"]");
    agreement_folder.rows("Datum;Antal\n2023-01-09;1\n");
    agreement_folder.run("2023-10-06");
    fs::write(
        agreement_folder.path("secret"),
        "To: polisen@example.se\r\n\r\nhemligt",
    )
    .unwrap();
    let folder = agreement_folder.path("outputs/adalen/2023-09/reminders");
    let list = folder.join("reminders.json");
    for (from, to) in [
        ("2023-10-01-polisen.eml", "../../../../secret"),
        ("polisen@example.se", "annan@example.se"),
    ] {
        let whole = fs::read_to_string(&list).unwrap();
        change(&list, from, to);
        let (code, words) = agreement_folder.send(&["--list"]);
        assert!(
            code == 1 && words.contains("no reminder in it is sent"),
            "{words}"
        );
        let (code, words) = verify(&agreement_folder);
        assert!(
            code == 3 && words.contains("reminders is not as it was"),
            "{words}"
        );
        fs::write(&list, whole).unwrap();
    }
    assert_eq!(verify(&agreement_folder).0, 0);
    // As an earlier lofte left them, without a seal: what leads elsewhere is not sent all the same.
    without_hashes(&agreement_folder);
    change(&list, "2023-10-01-polisen.eml", "../../../../secret");
    let (code, words) = agreement_folder.send(&[]);
    assert!(
        code == 1 && words.contains("leads to another place"),
        "{words}"
    );
    assert!(
        server
            .taken()
            .iter()
            .all(|taken| !taken.text.contains("hemligt"))
    );
}

/// The ledger as an earlier lofte would have written it.
fn without_hashes(agreement_folder: &AgreementFolder) {
    let lines: Vec<String> = agreement_folder
        .ledger()
        .into_iter()
        .filter(|line| line["event"] != "reminders")
        .map(|mut line| {
            for key in ["line_before", "seal", "edition", "subject"] {
                line.as_object_mut().unwrap().remove(key);
            }
            format!("{line}\n")
        })
        .collect();
    fs::write(
        agreement_folder.path("outputs/adalen/ledger.jsonl"),
        lines.concat(),
    )
    .unwrap();
    fs::remove_file(agreement_folder.path("outputs/adalen/ledger.head")).unwrap();
}

#[test]
fn a_ledger_without_hashes_is_taken_over_and_nobody_is_mailed_what_they_have() {
    let (agreement_folder, server) = ready("");
    agreement_folder.send(&[]);
    let before = server.taken().len();
    without_hashes(&agreement_folder);
    assert_eq!(
        verify(&agreement_folder).0,
        0,
        "{}",
        verify(&agreement_folder).1
    );
    let made = agreement_folder.lofte(
        "run",
        &["--period", "2023-09", "--as-of", "2023-10-06", "--send"],
    );
    assert_eq!(made.status.code(), Some(0), "{}", output_text(&made));
    assert_eq!(server.taken().len(), before);
    // From the next line on it is held, and so is what lay there.
    agreement_folder.send(&["--resend"]);
    let events: Vec<_> = agreement_folder.ledger();
    assert!(events.iter().any(|line| line["event"] == "taken-over"));
    change(
        &version(&agreement_folder).join("report.html"),
        "Fotpatrullera",
        "Patrullera",
    );
    hash_anew(&version(&agreement_folder));
    assert_eq!(verify(&agreement_folder).0, 3);
}

#[test]
fn a_message_that_is_written_to_another_than_its_plan_says_is_not_posted() {
    let (agreement_folder, server) = ready("");
    let letter = version(&agreement_folder).join("outbox/01-chief.eml");
    change(&letter, "chef@example.se", "annan@example.se");
    hash_anew(&version(&agreement_folder));
    without_hashes(&agreement_folder);
    let (code, words) = agreement_folder.send(&[]);
    assert!(
        code == 1 && words.contains("its plan says chef@example.se"),
        "{words}"
    );
    assert_eq!(server.taken().len(), 3, "the others get theirs");
    assert_eq!(server.count("annan") + server.count("chef"), 0);
}

#[test]
fn a_lost_ledger_is_told_and_nothing_is_mailed_until_it_is_asked_for() {
    for restart in [false, true] {
        let (agreement_folder, server) = ready("");
        agreement_folder.send(&[]);
        let before = server.taken().len();
        for name in ["ledger.jsonl", "ledger.head"] {
            fs::remove_file(agreement_folder.path("outputs/adalen").join(name)).unwrap();
        }
        let (code, words) = agreement_folder.send(&["--list"]);
        assert!(code == 0 && words.contains("has been lost"), "{words}");
        if restart {
            let run = ["--period", "2023-09", "--as-of", "2023-10-06", "--send"];
            for _ in 0..2 {
                let made = agreement_folder.lofte("run", &run);
                assert_eq!(made.status.code(), Some(1), "{}", output_text(&made));
                assert!(
                    output_text(&made).contains("--resend"),
                    "{}",
                    output_text(&made)
                );
            }
        } else {
            let (code, words) = agreement_folder.send(&[]);
            assert!(code == 1 && words.contains("--resend"), "{words}");
        }
        assert_eq!(server.taken().len(), before);
        let (code, words) = agreement_folder.send(&["--resend"]);
        assert_eq!((code, server.taken().len()), (0, 2 * before), "{words}");
        assert_eq!(agreement_folder.send(&[]).0, 0);
        assert_eq!(server.taken().len(), 2 * before);
    }
}

#[test]
fn marks_of_editors_change_nothing_and_a_changed_or_missing_line_stops_all() {
    let (agreement_folder, server) = ready("");
    let path = agreement_folder.path("outputs/adalen/ledger.jsonl");
    agreement_folder.send(&[]);
    let before = server.taken().len();
    let whole = fs::read_to_string(&path).unwrap();
    for marked in [
        format!("\u{feff}{whole}\n"),
        whole.replace('\n', "\r\n\r\n"),
        whole.trim_end().to_owned(),
    ] {
        fs::write(&path, marked).unwrap();
        let (code, words) = agreement_folder.send(&[]);
        assert_eq!(code, 0, "{words}");
    }
    fs::write(&path, format!("{whole}{{\"event\":\"se")).unwrap();
    let (code, words) = agreement_folder.send(&["--resend"]);
    assert!(code == 0 && words.contains("could not be read"), "{words}");
    assert!(
        agreement_folder
            .ledger()
            .iter()
            .any(|line| line["event"] == "mended")
    );
    assert_eq!(server.taken().len(), 2 * before);

    let whole = fs::read_to_string(&path).unwrap();
    let without_last = whole.trim_end().rsplit_once('\n').unwrap().0.to_owned() + "\n";
    let without_first = whole.split_once('\n').unwrap().1.to_owned();
    for (text, words) in [
        (whole.replacen("rad@", "ram@", 1), "not as it was written"),
        (without_last, "gone"),
        (without_first, "gone"),
    ] {
        fs::write(&path, text).unwrap();
        let (code, said) = agreement_folder.send(&["--resend"]);
        assert!(code == 1 && said.contains(words), "{words} in {said}");
    }
    assert_eq!(server.taken().len(), 2 * before);
}

#[test]
fn letters_bear_the_seal_that_is_in_the_ledger_and_approved() {
    let (agreement_folder, server) = ready(APPROVAL);
    let seal = sha256(&fs::read(version(&agreement_folder).join("SHA256SUMS")).unwrap());
    let made = agreement_folder
        .ledger()
        .into_iter()
        .find(|line| line["event"] == "version");
    assert_eq!(made.unwrap()["seal"], seal.as_str());
    agreement_folder.send(&[]);
    let draft = server
        .taken()
        .into_iter()
        .find(|taken| taken.to.starts_with("ordforande"));
    let draft = draft.unwrap();
    let parsed = mail_parser::MessageParser::new()
        .parse(draft.text.as_bytes())
        .unwrap();
    for body in [parsed.body_text(0).unwrap(), parsed.body_html(0).unwrap()] {
        assert!(body.contains(&seal), "{body}");
    }
    let (code, words) = agreement_folder.send(&["--approve", "2023-09/v1", "--by", "x"]);
    assert!(code == 0 && words.contains(&seal), "{words}");
    assert!(verify(&agreement_folder).1.contains(&seal));
    for taken in server.taken() {
        assert_eq!(taken.header("X-Lofte-Seal"), seal, "{}", taken.to);
        assert!(taken.header("X-Auto-Response-Suppress").contains("OOF"));
    }
}
