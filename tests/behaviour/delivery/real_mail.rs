//! Mail through a real server, Exim, into a mailbox, read back by another program and compared with what lies in the outbox.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use super::agreement_folder::AgreementFolder;
use super::exim::{Exim, Logins};
use crate::setup::files::{files_ending, repository};
use crate::setup::program::output_text;
use serde_json::Value;
use sha2::{Digest, Sha256};

/// Debian's own Python, for which its packages are.
const PYTHON: &str = "/usr/bin/python3";

/// Settings for that server, with that password.
fn settings(agreement_folder: &AgreementFolder, exim: &Exim, password: &str) {
    let secret = agreement_folder.path("password");
    fs::write(&secret, format!("{password}\n")).unwrap();
    fs::set_permissions(&secret, std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap();
    let ca = exim.certificate();
    let login = "user = \"lofte\"\npassword = { file = \"password\" }\nreply_to = \"samordnare@example.se\"";
    agreement_folder.settings(
        exim.port,
        &format!(
            "security = \"starttls\"\nca = \"{}\"\n{login}",
            ca.display()
        ),
    );
}

fn read(files: &[PathBuf]) -> Vec<Value> {
    let output = Command::new(PYTHON)
        .arg(repository("tests/mail/read.py"))
        .args(files)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", output_text(&output));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn what_arrives_is_what_lay_in_the_outbox() {
    let (agreement_folder, exim) = (
        AgreementFolder::new("[delivery]\ndiary_number = \"KS 2023/117\""),
        Exim::start(Logins::Plain, "10M"),
    );
    settings(&agreement_folder, &exim, "hemligt");
    agreement_folder.run("2023-10-05");
    let stored = read(&files_ending(
        &agreement_folder.path("outputs/adalen/2023-09/v1/outbox"),
        ".eml",
    ));
    for _ in 0..2 {
        let (code, words) = agreement_folder.send(&[]);
        assert_eq!(code, 0, "{words}");
    }
    let arrived = read(&files_ending(&exim.mailbox(4), ""));
    assert_eq!(
        exim.log().matches(" <= lofte@example.se ").count(),
        4,
        "{}",
        exim.log()
    );
    assert_eq!(
        exim.log().matches(" A=plain:lofte ").count(),
        4,
        "logged in: {}",
        exim.log()
    );

    assert_eq!((arrived.len(), stored.len()), (4, 4));
    let ids: BTreeSet<&str> = arrived
        .iter()
        .map(|one| one["headers"]["Message-ID"].as_str().unwrap())
        .collect();
    assert_eq!(ids.len(), 4);
    for one in &stored {
        let twin = arrived
            .iter()
            .find(|twin| twin["headers"]["To"] == one["headers"]["To"])
            .unwrap();
        for same in ["text", "html", "attached", "old_names", "sha256", "kinds"] {
            assert_eq!(twin[same], one[same], "{same}");
        }
        for same in [
            "Subject",
            "To",
            "Auto-Submitted",
            "Content-Language",
            "MIME-Version",
            "X-Diary-Number",
        ] {
            assert_eq!(twin["headers"][same], one["headers"][same], "{same}");
        }
        let to = twin["headers"]["To"].as_str().unwrap();
        assert!(
            to.contains(twin["headers"]["Envelope-to"].as_str().unwrap()),
            "{to}"
        );
        let received = twin["headers"]["Received"].as_str().unwrap();
        assert!(
            received.contains("esmtpsa") && received.contains("TLS"),
            "encrypted, and logged in: {received}"
        );
        assert_eq!(twin["headers"]["Return-path"], "<lofte@example.se>");
        assert_eq!(twin["headers"]["From"], "Ådalens kommun <lofte@example.se>");
        assert_eq!(twin["headers"]["Reply-To"], "samordnare@example.se");
        assert_eq!(twin["defects"], serde_json::json!([]));
        assert_eq!(twin["headers"].get("X-Unsent"), None);
    }
}

#[test]
fn what_a_real_server_refuses_is_told() {
    let (agreement_folder, exim) = (AgreementFolder::new(""), Exim::start(Logins::Login, "20K"));
    let agreement = agreement_folder.path("adalen/agreement.toml");
    let text = fs::read_to_string(&agreement)
        .unwrap()
        .replace("polisen@example.se", "okand@example.se");
    fs::write(&agreement, text).unwrap();
    settings(&agreement_folder, &exim, "fel-hemlighet");
    agreement_folder.run("2023-10-05");
    let (code, words) = agreement_folder.send(&[]);
    assert!(
        code == 1 && words.contains("refuses the login: 535"),
        "{words}"
    );
    assert!(!words.contains("fel-hemlighet"), "{words}");
    settings(&agreement_folder, &exim, "hemligt");
    let (code, words) = agreement_folder.send(&[]);
    assert!(
        code == 4 && words.contains("Unrouteable address"),
        "{words}"
    );
    assert!(
        words.contains("Messages sent: 3")
            && words.matches("Taken without all of its files").count() == 3,
        "{words}"
    );
    let (code, words) = agreement_folder.send(&["--test", "jag@example.se"]);
    assert!(
        code == 0
            && words.contains("encrypted, logged in as lofte. It takes messages of up to 20 kB."),
        "{words}"
    );
    assert_eq!(files_ending(&exim.mailbox(4), "").len(), 4);
}

#[test]
fn another_program_reads_structure_names_and_bytes() {
    let agreement_folder = AgreementFolder::new("[delivery]\ndiary_number = \"KS 2023/117\"");
    fs::write(agreement_folder.path("lofte.toml"), "").unwrap();
    agreement_folder.run("2023-10-05");
    let version = agreement_folder.path("outputs/adalen/2023-09/v1");
    let messages = read(&files_ending(&version.join("outbox"), ".eml"));
    let workbook = fs::read(version.join("summary.xlsx")).unwrap();
    let hash: String = Sha256::digest(&workbook)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    for one in messages
        .iter()
        .filter(|one| one["headers"]["To"].as_str().unwrap().contains("chef"))
    {
        let kinds = [
            "multipart/mixed",
            "multipart/alternative",
            "text/plain",
            "text/html",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ];
        assert_eq!(one["kinds"], serde_json::json!(kinds));
        assert_eq!(
            one["attached"],
            serde_json::json!(["Uppföljning Ådalens 2023-09.xlsx"])
        );
        assert_eq!(one["old_names"], one["attached"]);
        assert_eq!(one["sha256"], serde_json::json!([hash]));
        assert_eq!(one["headers"]["X-Diary-Number"], "KS 2023/117");
        let subject = one["headers"]["Subject"].as_str().unwrap();
        assert!(
            subject.contains("Ådalens kommun, september 2023") && subject.contains("1 är i fas"),
            "{subject}"
        );
        for body in ["text", "html"] {
            let body = one[body].as_str().unwrap();
            assert!(
                body.contains("Fotpatrullera i centrum") && body.contains("KS 2023/117"),
                "{body}"
            );
        }
        assert!(
            !one["html"].as_str().unwrap().contains("<style"),
            "Outlook reads styles only where they stand"
        );
    }
    for one in &messages {
        assert_eq!(one["defects"], serde_json::json!([]));
        assert!(
            one["longest_line"].as_u64().unwrap() <= 998,
            "RFC 5322, 2.1.1"
        );
        let names: Vec<&str> = one["names"]
            .as_array()
            .unwrap()
            .iter()
            .map(|name| name.as_str().unwrap())
            .collect();
        let unique: BTreeSet<&&str> = names.iter().collect();
        assert_eq!(
            unique.len(),
            names.len(),
            "a header is there twice: {names:?}"
        );
    }
}
