//! Mail through a real server (aiosmtpd, `tests/run` installs it) into a mailbox, read back by another program and compared
//! with what lies in the outbox.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, dead_code)]

#[path = "mail/desk.rs"]
mod desk;

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use desk::{Desk, told};
use serde_json::Value;
use sha2::{Digest, Sha256};

/// Debian's own Python, for which its packages are.
const PYTHON: &str = "/usr/bin/python3";

fn script(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mail").join(name)
}

fn server(desk: &Desk) -> (Child, u16) {
    let made = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
    fs::write(desk.path("ca.pem"), made.cert.pem()).unwrap();
    fs::write(desk.path("key.pem"), made.signing_key.serialize_pem()).unwrap();
    let mut server = Command::new(PYTHON)
        .arg(script("real.py"))
        .arg(desk.path("mailbox"))
        .args([desk.path("ca.pem"), desk.path("key.pem")])
        .args(["lofte", "hemligt"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut port = String::new();
    BufReader::new(server.stdout.take().unwrap()).read_line(&mut port).unwrap();
    (
        server,
        port.trim().parse().expect("the server tells its port: is python3-aiosmtpd installed? tests/run installs it"),
    )
}

fn read(files: &[PathBuf]) -> Vec<Value> {
    let output = Command::new(PYTHON).arg(script("read.py")).args(files).output().unwrap();
    assert!(output.status.success(), "{}", told(&output));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let mut files: Vec<PathBuf> = files.filter(|path| path.to_str().unwrap().ends_with(ending)).collect();
    files.sort();
    files
}

#[test]
fn what_arrives_is_what_lay_in_the_outbox() {
    let desk = Desk::new("");
    let (mut server, port) = server(&desk);
    let secret = desk.path("password");
    fs::write(&secret, "hemligt\n").unwrap();
    #[cfg(unix)]
    fs::set_permissions(&secret, std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap();
    desk.settings(
        port,
        "security = \"starttls\"\nca = \"ca.pem\"\nuser = \"lofte\"\npassword = { file = \"password\" }\n\
         reply_to = \"samordnare@example.se\"",
    );
    desk.run("2023-10-05");
    let stored = read(&files(&desk.path("outputs/adalen/2023-09/v1/outbox"), ".eml"));
    for _ in 0..2 {
        let (code, words) = desk.send(&[]);
        assert_eq!(code, 0, "{words}");
    }
    let arrived = read(&files(&desk.path("mailbox/new"), ""));
    drop(server.stdin.take());
    server.wait().unwrap();

    assert_eq!((arrived.len(), stored.len()), (4, 4));
    let ids: BTreeSet<&str> = arrived.iter().map(|one| one["headers"]["Message-ID"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), 4);
    for one in &stored {
        let twin = arrived.iter().find(|twin| twin["headers"]["To"] == one["headers"]["To"]).unwrap();
        for same in ["text", "html", "attached", "old_names", "sha256", "kinds"] {
            assert_eq!(twin[same], one[same], "{same}");
        }
        for same in ["Subject", "Auto-Submitted", "Content-Language", "MIME-Version"] {
            assert_eq!(twin["headers"][same], one["headers"][same], "{same}");
        }
        assert_eq!(twin["headers"]["X-Was-Encrypted"], "yes");
        assert_eq!(twin["headers"]["From"], "Ådalens kommun <lofte@example.se>");
        assert_eq!(twin["headers"]["Reply-To"], "samordnare@example.se");
        assert_eq!(twin["defects"], serde_json::json!([]));
        assert_eq!(twin["headers"].get("X-Unsent"), None);
    }
}

#[test]
fn another_program_reads_structure_names_and_bytes() {
    let desk = Desk::new("[delivery]\ndiary_number = \"KS 2023/117\"");
    fs::write(desk.path("lofte.toml"), "").unwrap();
    desk.run("2023-10-05");
    let version = desk.path("outputs/adalen/2023-09/v1");
    let messages = read(&files(&version.join("outbox"), ".eml"));
    let workbook = fs::read(version.join("summary.xlsx")).unwrap();
    let hash: String = Sha256::digest(&workbook).iter().map(|byte| format!("{byte:02x}")).collect();
    for one in messages.iter().filter(|one| one["headers"]["To"].as_str().unwrap().contains("chef")) {
        let kinds = [
            "multipart/mixed",
            "multipart/alternative",
            "text/plain",
            "text/html",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ];
        assert_eq!(one["kinds"], serde_json::json!(kinds));
        assert_eq!(one["attached"], serde_json::json!(["Uppföljning Ådalens 2023-09.xlsx"]));
        assert_eq!(one["old_names"], one["attached"]);
        assert_eq!(one["sha256"], serde_json::json!([hash]));
        assert_eq!(one["headers"]["X-Diary-Number"], "KS 2023/117");
        let subject = one["headers"]["Subject"].as_str().unwrap();
        assert!(subject.contains("Ådalens kommun, september 2023") && subject.contains("1 i fas"), "{subject}");
        for body in ["text", "html"] {
            let body = one[body].as_str().unwrap();
            assert!(body.contains("Fotpatrullera i centrum") && body.contains("KS 2023/117"), "{body}");
        }
        assert!(!one["html"].as_str().unwrap().contains("<style"), "Outlook reads styles only where they stand");
    }
    for one in &messages {
        assert_eq!(one["defects"], serde_json::json!([]));
        assert!(one["longest_line"].as_u64().unwrap() <= 998, "RFC 5322, 2.1.1");
        let names: Vec<&str> = one["names"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
        let unique: BTreeSet<&&str> = names.iter().collect();
        assert_eq!(unique.len(), names.len(), "a header is there twice: {names:?}");
    }
}
