//! What runs by itself: watching a drop folder, the daily job, verifying, completions and the manual.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::delivery::agreement_folder::{AgreementFolder, ROWS};
use crate::setup::program::{self, output_text};

fn lofte(folder: &Path, arguments: &[&str]) -> Output {
    program::lofte()
        .current_dir(folder)
        .args(arguments)
        .output()
        .unwrap()
}

fn until(what: &str, is_so: impl Fn() -> bool) {
    let began = Instant::now();
    while !is_so() {
        assert!(began.elapsed() < Duration::from_secs(60), "{what}");
        sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_dropped_workbook_has_a_receipt_and_a_vanished_folder_stops_nothing() {
    let agreement_folder = AgreementFolder::new("");
    let mut command = program::lofte();
    command
        .current_dir(agreement_folder.path(""))
        .args(["watch", "adalen", "--every", "1", "--settle", "2"]);
    let mut watch = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let (drop, away) = (
        agreement_folder.path("adalen/workbooks"),
        agreement_folder.path("adalen/away"),
    );
    let receipt = agreement_folder.path("adalen/receipts/polisen/Patruller.csv.txt");
    let reads = |words: &str| fs::read_to_string(&receipt).is_ok_and(|text| text.contains(words));
    until("a receipt", || reads("Vi hittade inget att rätta."));
    assert!(
        reads("9 av 9 rader används") && reads("Rubriker på rad 1"),
        "{:?}",
        fs::read_to_string(&receipt)
    );

    fs::rename(&drop, &away).unwrap();
    sleep(Duration::from_secs(2));
    fs::rename(&away, &drop).unwrap();
    agreement_folder.rows(&format!("{ROWS}2023-09-12;abc\nSumma;3\n"));
    until("what is to be mended", || {
        reads("Patruller.csv, ") && reads("abc")
    });
    assert!(
        reads("Summor: rad 12"),
        "{:?}",
        fs::read_to_string(&receipt)
    );
    assert!(watch.try_wait().unwrap().is_none(), "it goes on");

    // A copy that is still growing is not read.
    let other = drop.join("polisen/Nya.csv");
    let its = agreement_folder.path("adalen/receipts/polisen/Nya.csv.txt");
    for length in [10, 30, 60, ROWS.len()] {
        fs::write(&other, ROWS.get(..length).unwrap()).unwrap();
        assert!(!its.exists());
        sleep(Duration::from_millis(1200));
    }
    until("the whole copy", || its.exists());
    watch.kill().unwrap();
    watch.wait().unwrap();
    let text = fs::read_to_string(&its).unwrap();
    assert!(text.contains("9 av 9 rader"), "{text}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_watch_goes_on_when_a_newer_program_takes_its_place() {
    let agreement_folder = AgreementFolder::new("");
    let program = agreement_folder.path("lofte");
    fs::copy(program::LOFTE, &program).unwrap();
    let mut command = Command::new(&program);
    command
        .current_dir(agreement_folder.path(""))
        .args(["watch", "adalen", "--every", "1", "--settle", "1"]);
    let mut watch = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let receipt = agreement_folder.path("adalen/receipts/polisen/Patruller.csv.txt");
    let reads = |words: &str| fs::read_to_string(&receipt).is_ok_and(|text| text.contains(words));
    until("a receipt", || reads("9 av 9 rader används"));
    fs::remove_file(&program).unwrap();
    agreement_folder.rows(&format!("{ROWS}2023-09-12;3\n"));
    until("another", || reads("10 av 10 rader används"));
    watch.kill().unwrap();
    watch.wait().unwrap();
}

#[test]
fn the_job_for_systemd_is_one_that_systemd_takes() {
    let agreement_folder = AgreementFolder::new("");
    let printed = lofte(
        &agreement_folder.path(""),
        &[
            "schedule",
            "systemd",
            "--settings",
            "lofte.toml",
            "--program",
            "/usr/bin/lofte",
        ],
    );
    let text = output_text(&printed);
    for words in [
        "ExecStart=/usr/bin/lofte run",
        "ExecStart=/usr/bin/lofte watch",
        "Persistent=true",
        "NoNewPrivileges=yes",
        "--send --settings",
        "SuccessExitStatus=3",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    let arguments = [
        "schedule",
        "systemd",
        "--into",
        "units",
        "--credential",
        "lofte-smtp",
        "/etc/lofte/smtp",
    ];
    assert_eq!(
        lofte(&agreement_folder.path(""), &arguments).status.code(),
        Some(0)
    );
    let service = fs::read_to_string(agreement_folder.path("units/lofte.service")).unwrap();
    assert!(
        service.contains("LoadCredential=lofte-smtp:/etc/lofte/smtp"),
        "{service}"
    );
    // A folder and files with everything in their names that a unit could take for its own.
    let folder = agreement_folder.path("våra löften 100 %");
    fs::create_dir_all(folder.join("outputs")).unwrap();
    let named = [
        "schedule",
        "systemd",
        "--into",
        "odd",
        "--settings",
        "det $här; 'är' 5 %.toml",
        "--folder",
    ];
    let rest = [
        folder.to_str().unwrap(),
        "--credential",
        "smtp",
        "en hemlighet 5 %",
    ];
    assert_eq!(
        lofte(&agreement_folder.path(""), &[&named[..], &rest].concat())
            .status
            .code(),
        Some(0)
    );
    for units in ["units", "odd"] {
        let timer = agreement_folder.path(units).join("lofte.timer");
        let verified = Command::new("systemd-analyze")
            .args(["verify", "--man=no"])
            .arg(timer)
            .output();
        let verified = output_text(&verified.expect("systemd-analyze: tests/run installs it"));
        let of_ours: Vec<&str> = verified
            .lines()
            .filter(|line| line.contains("lofte"))
            .collect();
        assert_eq!(of_ours, [""; 0], "{verified}");
    }
}

#[test]
fn the_job_for_cron_runs_once_a_day_and_again_where_it_failed() {
    let agreement_folder = AgreementFolder::new("");
    let arguments = [
        "schedule",
        "cron",
        "adalen",
        "--hour",
        "0",
        "--into",
        "in the etc",
    ];
    assert_eq!(
        lofte(&agreement_folder.path(""), &arguments).status.code(),
        Some(0)
    );
    let line = fs::read_to_string(agreement_folder.path("in the etc/lofte.crontab")).unwrap();
    let script = agreement_folder.path("in the etc/lofte-daily");
    assert!(
        line.trim_end()
            .ends_with(&format!("&& '{}'", script.display())),
        "{line}"
    );
    fs::rename(script, agreement_folder.path("lofte-daily")).unwrap();
    let day = || {
        Command::new("sh")
            .current_dir(agreement_folder.path(""))
            .arg("lofte-daily")
            .output()
            .unwrap()
    };
    fs::rename(
        agreement_folder.path("adalen/agreement.toml"),
        agreement_folder.path("kept.toml"),
    )
    .unwrap();
    assert_eq!(day().status.code(), Some(2), "{}", output_text(&day()));
    assert!(!agreement_folder.path("outputs/.last-run").exists());
    fs::rename(
        agreement_folder.path("kept.toml"),
        agreement_folder.path("adalen/agreement.toml"),
    )
    .unwrap();
    assert!(day().status.success());
    let log = fs::read_to_string(agreement_folder.path("outputs/lofte.log")).unwrap();
    assert!(
        agreement_folder.path("outputs/adalen/2023-12/v1").exists(),
        "{log}"
    );
    assert!(day().status.success());
    assert_eq!(
        fs::read_to_string(agreement_folder.path("outputs/lofte.log")).unwrap(),
        log,
        "once a day"
    );
    // On another day a log that has grown long begins anew, and the old one is kept beside it.
    let long = log + &" \n".repeat(500_001);
    fs::write(agreement_folder.path("outputs/lofte.log"), &long).unwrap();
    fs::remove_file(agreement_folder.path("outputs/.last-run")).unwrap();
    assert!(day().status.success());
    let read = |name: &str| fs::read_to_string(agreement_folder.path(name)).unwrap();
    assert_eq!(read("outputs/lofte.log.1"), long);
    assert!(read("outputs/lofte.log").len() < 100_000);
}

/// What has not arrived is a failure to every scheduler, and is told without mail.
#[test]
fn mail_that_has_not_arrived_is_no_success() {
    let agreement_folder = AgreementFolder::new("");
    let into = |scheduler: &str| {
        let arguments = [
            "schedule", scheduler, "adalen", "--hour", "0", "--into", "job",
        ];
        let printed = lofte(&agreement_folder.path(""), &arguments);
        assert_eq!(printed.status.code(), Some(0), "{}", output_text(&printed));
    };
    let read = |name: &str| fs::read_to_string(agreement_folder.path("job").join(name)).unwrap();
    into("systemd");
    let service = read("lofte.service");
    assert!(service.contains("SuccessExitStatus=3\n"), "{service}");
    assert!(
        service.contains("OnFailure=lofte-failed.service\n"),
        "{service}"
    );
    assert!(read("lofte-failed.service").contains("outputs/failed.txt"));
    let watch = read("lofte-watch.service");
    for line in ["WorkingDirectory=", "ReadWritePaths=\"-", "Restart=always"] {
        assert!(watch.contains(line), "{watch}");
    }
    into("windows");
    assert!(read("lofte-task.xml").contains("if errorlevel 4 (exit 4)"));
    into("cron");
    let script = read("lofte-daily");
    let command = script
        .lines()
        .find(|line| line.contains(">>\"$log\""))
        .unwrap();
    let (_, rest) = command.split_once(" >>").unwrap();
    for (code, ended, is_done) in [(4, 4, false), (1, 1, false), (3, 0, true)] {
        let as_if = script.replace(command, &format!("sh -c 'exit {code}' >>{rest}"));
        fs::write(agreement_folder.path("as-if"), as_if).unwrap();
        let day = Command::new("sh")
            .current_dir(agreement_folder.path(""))
            .arg("as-if")
            .output()
            .unwrap();
        assert_eq!(day.status.code(), Some(ended), "{}", output_text(&day));
        assert_eq!(output_text(&day).contains("outputs/status.txt"), !is_done);
        assert_eq!(agreement_folder.path("outputs/.last-run").exists(), is_done);
    }
}

#[test]
fn the_task_for_windows_catches_up_and_is_xml() {
    let agreement_folder = AgreementFolder::new("");
    let printed = lofte(
        &agreement_folder.path(""),
        &["schedule", "windows", "--settings", "a & b.toml"],
    );
    let text = String::from_utf8(printed.stdout).unwrap();
    assert!(
        text.starts_with("<?xml") && text.contains("<StartWhenAvailable>true<"),
        "{text}"
    );
    assert!(
        text.contains("&quot;") && text.contains("a &amp; b.toml") && !text.contains("a & b"),
        "{text}"
    );
    assert!(
        text.contains("outputs\\lofte.log 2&gt;&amp;1&quot;<"),
        "what it says is kept: {text}"
    );
    let fault = lofte(
        &agreement_folder.path(""),
        &["schedule", "windows", "--settings", "50 %.toml"],
    );
    assert_eq!(fault.status.code(), Some(2), "{}", output_text(&fault));
}

#[test]
fn a_version_is_verified_and_made_again() {
    let agreement_folder = AgreementFolder::new("");
    fs::write(agreement_folder.path("lofte.toml"), "").unwrap();
    agreement_folder.run("2023-10-05");
    let version = "outputs/adalen/2023-09/v1";
    let here = agreement_folder.path("");
    let english = ["verify", version, "--language", "en"];
    let verify = |more: &[&str]| lofte(&here, &[&english, more].concat());
    let rerun = ["--rerun", "--agreement", "adalen"];
    for more in [&[][..], &rerun] {
        let verified = verify(more);
        assert_eq!(
            verified.status.code(),
            Some(0),
            "{}",
            output_text(&verified)
        );
    }
    agreement_folder.rows(&ROWS.replace("2023-09-09;1", "2023-09-09;2"));
    let otherwise = verify(&rerun);
    assert!(
        otherwise.status.code() == Some(3)
            && output_text(&otherwise).contains("report.html comes out otherwise")
    );
    let report = agreement_folder.path(version).join("report.html");
    fs::write(
        &report,
        fs::read_to_string(&report)
            .unwrap()
            .replace("Fotpatrullera", "Patrullera"),
    )
    .unwrap();
    fs::write(agreement_folder.path(version).join("more.txt"), "").unwrap();
    let words = output_text(&verify(&[]));
    assert!(
        words.contains("report.html is not as it was written")
            && words.contains("more.txt was not there"),
        "{words}"
    );
    assert_eq!(verify(&[]).status.code(), Some(3));
    assert_eq!(
        lofte(&agreement_folder.path(""), &["verify", "adalen"])
            .status
            .code(),
        Some(2)
    );
}

#[test]
fn completions_and_manual_name_every_command() {
    let agreement_folder = AgreementFolder::new("");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let printed = output_text(&lofte(&agreement_folder.path(""), &["completions", shell]));
        assert!(
            printed.contains("redirect") && printed.contains("schedule"),
            "{shell}"
        );
    }
    let page = output_text(&lofte(&agreement_folder.path(""), &["man"]));
    assert!(
        page.contains(".TH lofte 1") && page.contains("lofte\\-send(1)"),
        "{page}"
    );
    lofte(&agreement_folder.path(""), &["man", "--into", "man"]);
    assert!(
        fs::read_to_string(agreement_folder.path("man/lofte-send.1"))
            .unwrap()
            .contains("redirect")
    );
}
