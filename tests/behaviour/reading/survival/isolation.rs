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
    let arguments = vec!["gather-one".to_owned()];
    let pool = ReaderPool::new(program::LOFTE.into(), arguments, Limits::default());
    let apart = read(&Isolation::Child(AgreementReader {
        pool: pool.into(),
        agreement: texts.into(),
        cache: None,
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
    let limits = Limits {
        clock: Duration::from_millis(700),
        ..Limits::default()
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
        let gathered = folder.gather(&reader("/bin/sh", &["-c", script], limits));
        assert_eq!(codes(&gathered.findings, "Bra.xlsx"), [code], "{script}");
        assert!(gathered.value.coverage[0].damaged, "{script}");
    }
    let gathered = folder.gather(&reader("/there/is/none", &[], limits));
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
        let path = folder.path().join("workbooks/polisen/Logg.csv");
        let script = script
            .replace("READ", &format!("'{lofte}' gather-one"))
            .replace("PATH", &format!("'{}'", path.display()));
        let found = folder.gather(&reader("/bin/sh", &["-c", &script], Limits::default()));
        let bytes = fs::read(path).unwrap();
        let hash: String = Sha256::digest(bytes)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        (found, hash)
    };
    let (whole_by_then, hash) = gathered("printf '2023-04-01;5\\n' >> PATH; READ");
    assert_eq!(whole_by_then.value.activities.len(), 3);
    assert_eq!(whole_by_then.value.accounts[0].sha256, hash);

    // Once the answer begins the workbook has been read; then it is written to, and then the answer goes on.
    let (still_written, _) = gathered(
        "echo '2023-04-01;5' >> PATH; READ | { begun=$(dd bs=1 count=1 2>/dev/null); echo '2023-05-01;5' >> PATH; printf %s \"$begun\"; cat; }",
    );
    assert_eq!(still_written.value.activities.len(), 0);
    assert_eq!(
        codes(&still_written.findings, "Logg.csv"),
        [Code::UnreadableWorkbook]
    );
    assert!(still_written.value.coverage[0].damaged);
}

#[test]
#[cfg(unix)]
fn few_readers_read_many_workbooks_and_one_that_is_killed_loses_no_other() {
    let folder = Folder::new();
    for number in 1..=12 {
        folder.put_log(&format!("Bra {number}.csv"), number);
    }
    let started = folder.room.path().join("started");
    let script = format!(
        "echo $$ >> '{}'; exec '{}' gather-one",
        started.display(),
        program::LOFTE
    );
    let readers = reader("/bin/sh", &["-c", &script], Limits::default());
    let pids = || -> Vec<String> {
        let report = fs::read_to_string(&started).unwrap();
        report.lines().map(str::to_owned).collect()
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let first = folder.gather(&readers);
    assert_eq!(first.value.activities.len(), 12);
    assert!(pids().len() <= cores, "{:?}", pids());

    // Killed between two workbooks: whoever comes next notices, and has another one read it.
    for pid in pids() {
        assert!(
            std::process::Command::new("kill")
                .args(["-KILL", &pid])
                .status()
                .unwrap()
                .success()
        );
    }
    let before = pids().len();
    assert_eq!(folder.gather(&readers), first);
    assert!(pids().len() > before);

    // And what kills its reader is told alone, wherever it stands among the others.
    folder.put("Bra 6 b.xlsx", &super::made::one_giant_string());
    let third = folder.gather(&readers);
    assert_eq!(third.value.activities.len(), 12);
    assert_eq!(codes(&third.findings, "Bra 6 b.xlsx"), [Code::ReaderLimit]);
}
