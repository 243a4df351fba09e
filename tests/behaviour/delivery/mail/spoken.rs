//! What is told of mail, in Swedish: whole outputs, in which nothing is left in another language but what a server or the system said.

use std::fs;
use std::process::Stdio;
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::*;
use crate::setup::program::{self, text};

/// What a command prints in the agreement's own language, without what differs from day to day: standard output, then standard error.
fn said(agreement_folder: &AgreementFolder, command: &str, more: &[&str]) -> String {
    let mut command = agreement_folder.command(command, more);
    let output = command.env("LANG", "C.UTF-8").output().unwrap();
    plain(&output_text(&output))
}

/// Without times, ids and seals.
fn plain(text: &str) -> String {
    let mut plain = text.to_owned();
    while let Some(at) = plain.find(" UTC") {
        plain.replace_range(at - "2023-10-05 06:00".len()..at + " UTC".len(), "TID");
    }
    let is_mark = |word: &&str| {
        word.len() >= 32
            && word
                .bytes()
                .all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
    };
    let words = text.split(|sign: char| !sign.is_ascii_alphanumeric());
    for mark in words.filter(is_mark) {
        plain = plain.replace(mark, "MÄRKE");
    }
    plain
}

/// That both have the same lines.
fn same(said: &str, lines: &[&str]) {
    assert_eq!(said.lines().collect::<Vec<_>>(), lines, "{said}");
}

#[test]
fn a_summary_and_a_list_are_in_swedish_and_tell_one_from_several() {
    let refused = rule(At::Recipient, "rad", 1, Do::Say("550 5.1.1 no such user"));
    let lost = rule(At::Content, "chef", 1, Do::TakeAndHangUp);
    let (agreement_folder, _server) = ready_against(vec![refused, lost]);
    same(
        &said(&agreement_folder, "send", &["--list"]),
        &[
            "2023-09/v1 · uppföljning (hela) · chef (polischef) <chef@example.se> · Uppföljning Ådalens 2023-09.xlsx · ska skickas",
        ],
    );
    same(&said(&agreement_folder, "send", &[]), &[""]);
    same(&said(&agreement_folder, "send", &["--list"]), &[""]);
    same(&said(&agreement_folder, "send", &[]), &[""]);
    same(&said(&agreement_folder, "send", &[]), &[""]);
}

#[test]
fn what_was_put_off_is_told_in_swedish() {
    let busy = rule(
        At::Recipient,
        "rad",
        ALWAYS,
        Do::Say("450 4.2.0 Greylisted"),
    );
    let lost = rule(At::Content, "chef", ALWAYS, Do::TakeAndHangUp);
    let (agreement_folder, _server) = ready_against(vec![busy, lost]);
    same(&said(&agreement_folder, "send", &[]), &[""]);
    same(&said(&agreement_folder, "send", &["--list"]), &[""]);
    same(
        &said(&agreement_folder, "send", &["--period", "2023-09"]),
        &[""],
    );
}

#[test]
fn an_approval_is_told_in_swedish() {
    let delivery = "[delivery]\nrelease = \"after-approval\"\napprover = \"chair\"";
    let (agreement_folder, _server) = ready(delivery, Manner::default());
    same(&said(&agreement_folder, "send", &[]), &[""]);
    let approve = ["--approve", "2023-09/v1", "--by", "Ordföranden"];
    same(&said(&agreement_folder, "send", &approve), &[""]);
    fs::write(agreement_folder.path("lofte.toml"), "").unwrap();
    same(&said(&agreement_folder, "send", &approve), &[""]);
    same(
        &said(
            &agreement_folder,
            "send",
            &["--approve", "2023-09/v7", "--by", "x"],
        ),
        &[
            "lofte: Det finns ingen version 2023-09/v7. Ange period och version, till exempel 2023-09/v2.",
        ],
    );
    same(&said(&agreement_folder, "send", &[]), &[""]);
}

#[test]
fn a_route_is_tried_in_swedish() {
    let manner = Manner {
        offers: vec!["SIZE 35000000"],
        ..Manner::default()
    };
    let (agreement_folder, server) = ready("", manner);
    let port = server.port.to_string();
    let test = ["--test", "jag@example.se"];
    let told = said(&agreement_folder, "send", &test).replace(&port, "PORT");
    same(
        &told,
        &[
            "Ansluten till localhost:PORT, inte krypterat, utan inloggning. Servern tar emot brev på upp till 35000 kB.",
            "Servern har tagit emot brevet till jag@example.se: 250 2.0.0 taken",
        ],
    );
    drop(server);
    fs::write(
        agreement_folder.path("lofte.toml"),
        "[mail]\nfrom = \"lofte@example.se\"\nfolder = \".\"\n",
    )
    .unwrap();
    same(
        &said(&agreement_folder, "send", &test),
        &["Lagt i mappen: ./lofte-test.eml"],
    );
}

#[test]
fn what_came_back_is_told_in_swedish() {
    let (agreement_folder, server) = ready("", Manner::default());
    fs::create_dir(agreement_folder.path("bounces")).unwrap();
    agreement_folder.settings(server.port, "bounces = \"bounces\"");
    assert_eq!(said(&agreement_folder, "send", &[]), "4 brev skickades.\n");
    let taken = server.taken().into_iter();
    let council = taken.into_iter().find(|taken| taken.to.starts_with("rad"));
    let report = format!(
        "From: MAILER-DAEMON@example.se\r\nSubject: Undelivered Mail\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n\
         Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; example.se\r\n\r\n\
         Final-Recipient: rfc822; rad@example.se\r\nAction: failed\r\nStatus: 5.1.1\r\n\
         Diagnostic-Code: smtp; 550 5.1.1 unknown\r\n\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\n\
         Message-ID: {}\r\n\r\n--b--\r\n",
        council.unwrap().header("Message-ID")
    );
    fs::write(agreement_folder.path("bounces/1.eml"), report).unwrap();
    same(&said(&agreement_folder, "send", &[]), &[""]);
}

#[test]
fn a_run_that_sends_tells_of_it_in_the_language_of_its_verdicts() {
    let (agreement_folder, _server) = ready("", Manner::default());
    let run = ["--period", "2023-09", "--as-of", "2023-10-05", "--send"];
    same(&said(&agreement_folder, "run", &run), &[""]);
    let status = fs::read_to_string(agreement_folder.path("outputs/status.txt")).unwrap();
    assert!(
        status.contains("adalen: Messages sent: 4. Sent before: 0.\n"),
        "programs look for what they know: {status}"
    );
}

#[test]
fn a_version_is_verified_in_swedish() {
    let (agreement_folder, _server) = ready("", Manner::default());
    let verify = |more: &[&str]| {
        let mut verify = program::lofte();
        verify.current_dir(agreement_folder.path("")).arg("verify");
        plain(&output_text(&verify.args(more).output().unwrap()))
    };
    let version = "outputs/adalen/2023-09/v1";
    same(
        &verify(&[version]),
        &["outputs/adalen/2023-09/v1 är som den gjordes TID. Sigill: MÄRKE."],
    );
    same(
        &verify(&[version, "--rerun", "--agreement", "adalen"]),
        &[
            "outputs/adalen/2023-09/v1 är som den gjordes TID. Sigill: MÄRKE. Samma underlag ger samma filer.",
        ],
    );
    agreement_folder.rows(&ROWS.replace("2023-09-09;1", "2023-09-09;2"));
    fs::write(agreement_folder.path(version).join("report.html"), "").unwrap();
    fs::write(agreement_folder.path(version).join("mer.txt"), "").unwrap();
    let letter = agreement_folder.path(version).join("outbox/01-chief.eml");
    fs::remove_file(letter).unwrap();
    same(&verify(&[version]), &[""]);
    let rerun = verify(&[version, "--rerun", "--agreement", "adalen"]);
    assert!(
        rerun.contains("follow-up.json blir en annan om den görs nu.\n"),
        "{rerun}"
    );
    same(
        &verify(&["adalen"]),
        &[
            "lofte: adalen är inte en versions mapp. Ange en, till exempel outputs/kalix/2023-09/v1.",
        ],
    );
    same(
        &verify(&["adalen", "--language", "en"]),
        &[
            "lofte: adalen is not the folder of a version. Name one such as outputs/kalix/2023-09/v1.",
        ],
    );
}

#[test]
fn a_watch_tells_what_it_does_in_swedish() {
    let agreement_folder = AgreementFolder::new("");
    let errors = agreement_folder.path("errors");
    let prints = agreement_folder.path("prints");
    let mut watch = program::lofte()
        .current_dir(agreement_folder.path(""))
        .args(["watch", "adalen", "--every", "1", "--settle", "1"])
        .stdout(fs::File::create(&prints).unwrap())
        .stderr(Stdio::from(fs::File::create(&errors).unwrap()))
        .spawn()
        .unwrap();
    let until = |file: &std::path::Path, lines: usize| {
        let began = Instant::now();
        loop {
            let told = text(&fs::read(file).unwrap());
            if told.lines().count() >= lines || began.elapsed() > Duration::from_secs(60) {
                return told;
            }
            sleep(Duration::from_millis(50));
        }
    };
    let printed = until(&prints, 1);
    let drop = agreement_folder.path("adalen/workbooks");
    let away = agreement_folder.path("adalen/away");
    fs::rename(&drop, &away).unwrap();
    until(&errors, 1);
    fs::rename(&away, &drop).unwrap();
    let told = until(&errors, 2);
    watch.kill().unwrap();
    watch.wait().unwrap();
    same(
        &printed,
        &["adalen/receipts/polisen/Patruller.csv.txt: kvittot är skrivet"],
    );
    same(&told, &[""]);
}
