//! The process of its own in which a workbook is read.

use std::fs;
use std::time::Duration;

use super::*;
use crate::setup::files::repository;
use crate::setup::program;

#[test]
fn a_process_of_its_own_reads_the_same() {
    let kalix = repository("inputs/kalix");
    let text = fs::read_to_string(kalix.join("agreement.toml")).unwrap();
    let include = |name: &str| fs::read_to_string(kalix.join(name)).ok();
    let agreement = load("kalix", &text, &include).value.unwrap();
    let day = "2023-10-05".parse().unwrap();
    let read = |isolation: &Isolation| {
        gather(&agreement, &kalix.join("workbooks"), day, isolation).unwrap()
    };
    let texts = json!({ "id": "kalix", "agreement": text, "includes": {} }).to_string();
    let program = program::LOFTE.into();
    let limits = Limits::default();
    let arguments = vec!["gather-one".to_owned()];
    let apart = read(&Isolation::Child(ReaderProcess {
        program,
        arguments,
        agreement: texts,
        limits,
    }));
    let here = read(&Isolation::InProcess);
    assert!(!here.value.activities.is_empty() && !here.value.milestones.is_empty());
    assert_eq!(apart, here);
}

#[test]
#[cfg(unix)]
fn a_reader_that_dies_says_nonsense_or_never_answers() {
    let folder = Folder::new();
    folder.put_good("Bra.xlsx");
    let reader = |program: &str, script: &str| {
        let limits = Limits {
            clock: Duration::from_millis(700),
            ..Limits::default()
        };
        let arguments = vec!["-c".to_owned(), script.to_owned()];
        Isolation::Child(ReaderProcess {
            program: program.into(),
            arguments,
            agreement: String::new(),
            limits,
        })
    };
    for (script, code) in [
        ("exit 101", Code::UnreadableWorkbook),
        ("kill -SEGV $$", Code::UnreadableWorkbook),
        ("kill -XCPU $$", Code::ReaderLimit),
        ("echo '{\"Gleaned\": 1}'", Code::UnreadableWorkbook),
        (
            "echo 'memory allocation of 9 bytes failed' >&2; kill -ABRT $$",
            Code::ReaderLimit,
        ),
        ("exec sleep 600", Code::ReaderLimit),
        ("exec cat /dev/zero", Code::ReaderLimit),
    ] {
        let gathered = folder.gather(&reader("/bin/sh", script));
        assert_eq!(codes(&gathered.findings, "Bra.xlsx"), [code], "{script}");
        assert!(gathered.value.coverage[0].damaged, "{script}");
    }
    let gathered = folder.gather(&reader("/there/is/none", ""));
    assert_eq!(
        codes(&gathered.findings, "Bra.xlsx"),
        [Code::UnreadableWorkbook]
    );
}

#[test]
fn limits_are_the_readers_own() {
    let folder = Folder::new();
    folder.put_good("Bra.xlsx");
    let tight = child(Limits {
        memory: 10 << 20,
        ..Limits::default()
    });
    assert_eq!(folder.gather(&tight).value.activities.len(), 0);
    assert_eq!(
        folder
            .gather(&child(Limits::default()))
            .value
            .activities
            .len(),
        2
    );
}

#[test]
#[cfg(unix)]
fn the_hash_is_that_of_what_was_read() {
    use sha2::{Digest, Sha256};
    let lofte = program::LOFTE;
    let gathered = |script: &str| {
        let folder = Folder::new();
        folder.put("Logg.csv", b"Datum;Antal\n2023-02-01;3\n2023-03-01;4\n");
        let Isolation::Child(reader) = child(Limits::default()) else {
            unreachable!()
        };
        // The shell hands the workbook's path on as its own name.
        let arguments = vec![
            "-c".to_owned(),
            script.replace("READ", &format!("'{lofte}' gather-one \"$0\"")),
        ];
        let found = folder.gather(&Isolation::Child(ReaderProcess {
            program: "/bin/sh".into(),
            arguments,
            ..reader
        }));
        let bytes = fs::read(folder.path().join("workbooks/polisen/Logg.csv")).unwrap();
        let hash: String = Sha256::digest(bytes)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        (found, hash)
    };
    let (whole_by_then, hash) = gathered("printf '2023-04-01;5\\n' >> \"$0\"; READ");
    assert_eq!(whole_by_then.value.activities.len(), 3);
    assert_eq!(whole_by_then.value.accounts[0].sha256, hash);

    let (still_written, _) =
        gathered("echo '2023-04-01;5' >> \"$0\"; READ; echo '2023-05-01;5' >> \"$0\"");
    assert_eq!(still_written.value.activities.len(), 0);
    assert_eq!(
        codes(&still_written.findings, "Logg.csv"),
        [Code::UnreadableWorkbook]
    );
    assert!(still_written.value.coverage[0].damaged);
}
