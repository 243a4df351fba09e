//! A run that is killed while it sends.

use std::collections::BTreeSet;
use std::fs;
use std::process::Stdio;
use std::time::Duration;

use sha2::Digest;

use super::*;
use crate::setup::files::copy;

/// How many kills there are at least; a number in the environment makes them more, for whoever has the time.
fn kills(usual: usize) -> usize {
    let asked = std::env::var("LOFTE_KILLS").ok();
    asked.and_then(|asked| asked.parse().ok()).unwrap_or(usual)
}

/// The pauses after each step of the dialogue: two in the suite; with six, over 200 kills.
fn pauses() -> &'static [u64] {
    let all = &[0, 1_000, 300, 3_000, 8_000, 20_000];
    if kills(0) >= 200 { all } else { &all[..2] }
}

/// Stopped at every step of the dialogue, and a little after: everybody gets it exactly once, but for the one whose message
/// the server had taken when lofte was stopped.
#[test]
fn a_kill_at_any_point_loses_nothing_and_doubles_nothing() {
    let (agreement_folder, server) = ready("", Manner::default());
    let (fresh, outputs) = (
        agreement_folder.path("fresh"),
        agreement_folder.path("outputs"),
    );
    copy(&outputs, &fresh);
    let (mut kills, mut twice) = (0, 0);
    for &pause in pauses() {
        for event in 0.. {
            fs::remove_dir_all(&outputs).unwrap();
            copy(&fresh, &outputs);
            let before = server.taken().len();
            server.stop_at(event);
            let mut child = agreement_folder
                .command("send", &[])
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .unwrap();
            let came = loop {
                if server
                    .reached
                    .lock()
                    .unwrap()
                    .recv_timeout(Duration::from_millis(5))
                    .is_ok()
                {
                    break true;
                }
                if child.try_wait().unwrap().is_some() {
                    break false;
                }
            };
            if !came {
                break;
            }
            if pause > 0 {
                // The step is over, and lofte goes on to the next or writes its ledger.
                server.go_on();
                std::thread::sleep(Duration::from_micros(pause));
            }
            child.kill().unwrap();
            child.wait().unwrap();
            if pause == 0 {
                server.go_on();
            }
            server.settle();
            let taken_then: Vec<String> = server.taken()[before..]
                .iter()
                .map(|taken| taken.to.clone())
                .collect();
            kills += 1;
            let entered: usize = EVERYBODY
                .iter()
                .filter(|to| agreement_folder.events(to).contains(&"sent".to_owned()))
                .count();
            let (code, words) = agreement_folder.send(&[]);
            assert_eq!(code, 0, "{words}");
            let taken = &server.taken()[before..];
            for to in EVERYBODY {
                let its: Vec<_> = taken
                    .iter()
                    .filter(|taken| taken.to.starts_with(to))
                    .collect();
                let ids: BTreeSet<String> =
                    its.iter().map(|taken| taken.header("Message-ID")).collect();
                assert_eq!(ids.len(), 1, "{to} at {event} after {pause}");
                if its.len() > 1 {
                    twice += 1;
                    // Only the last that the server had taken, and lofte had not yet entered.
                    assert_eq!(
                        (its.len(), taken_then.last()),
                        (2, Some(&its[0].to)),
                        "{to} at {event} after {pause}"
                    );
                    assert!(
                        entered < taken_then.len(),
                        "{to} was entered, and goes again"
                    );
                    assert!(
                        agreement_folder
                            .send(&["--list"])
                            .1
                            .contains("may have arrived twice")
                    );
                }
            }
            assert_eq!(agreement_folder.send(&[]).0, 0);
            assert_eq!(
                server.taken().len() - before,
                taken.len(),
                "nothing goes a third time"
            );
        }
    }
    println!("{kills} kills, {twice} messages twice");
    assert!(kills >= self::kills(60).min(200), "{kills} kills");
}

/// Stopped between the ledger's two writes, the line and the head, and between the line before a message's end and the one
/// after: as soon as the ledger has grown by so many lines.
#[test]
fn a_kill_between_two_writes_of_the_ledger_loses_nothing() {
    let (agreement_folder, server) = ready("", Manner::default());
    let (fresh, outputs) = (
        agreement_folder.path("fresh"),
        agreement_folder.path("outputs"),
    );
    copy(&outputs, &fresh);
    let ledger = outputs.join("adalen/ledger.jsonl");
    let lines = || {
        fs::read_to_string(&ledger)
            .unwrap_or_default()
            .lines()
            .count()
    };
    let mut behind = 0;
    for kill in 0..kills(6) {
        fs::remove_dir_all(&outputs).unwrap();
        copy(&fresh, &outputs);
        let (before, taken_before) = (lines(), server.taken().len());
        let mut child = agreement_folder
            .command("send", &[])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // Each message has four lines.
        let wanted = before + 1 + kill % 16;
        while lines() < wanted && child.try_wait().unwrap().is_none() {}
        child.kill().unwrap();
        child.wait().unwrap();
        server.settle();
        let head = fs::read_to_string(outputs.join("adalen/ledger.head")).unwrap_or_default();
        behind += usize::from(!head.starts_with(&format!("{:010} ", lines())));
        let (code, words) = agreement_folder.send(&[]);
        assert_eq!(code, 0, "{kill}: {words}");
        let taken = &server.taken()[taken_before..];
        for to in EVERYBODY {
            let its = taken.iter().filter(|taken| taken.to.starts_with(to));
            let ids: Vec<String> = its.map(|taken| taken.header("Message-ID")).collect();
            assert!((1..=2).contains(&ids.len()), "{kill}: {to}: {ids:?}");
            assert!(ids.iter().all(|id| *id == ids[0]), "{kill}: {ids:?}");
        }
        assert!(
            taken.len() <= EVERYBODY.len() + 1,
            "{kill}: one at most goes twice"
        );
    }
    println!("{behind} times the head was behind the ledger");
}

/// The same, without waiting for luck: what lies there if lofte is stopped after any line, the head one behind.
#[test]
fn whatever_line_was_the_last_the_next_run_goes_on() {
    let (agreement_folder, server) = ready("", Manner::default());
    assert_eq!(agreement_folder.send(&[]).0, 0);
    let ledger = agreement_folder.path("outputs/adalen/ledger.jsonl");
    let head = agreement_folder.path("outputs/adalen/ledger.head");
    let whole = fs::read_to_string(&ledger).unwrap();
    let lines: Vec<&str> = whole.lines().collect();
    let first = lines
        .iter()
        .position(|line| line.contains("\"planned\""))
        .unwrap();
    for last in first..lines.len() {
        let hash = sha2::Sha256::digest(lines[last - 1]);
        let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        for torn in ["", "{\"event\":\"han"] {
            fs::write(&ledger, lines[..=last].join("\n") + "\n" + torn).unwrap();
            fs::write(&head, format!("{last:010} {hash}\n")).unwrap();
            let before = server.taken().len();
            let (code, words) = agreement_folder.send(&[]);
            assert_eq!(code, 0, "{last}: {words}");
            let entered = lines[..=last]
                .iter()
                .filter(|line| line.contains("\"sent\""))
                .count();
            assert_eq!(
                server.taken().len() - before,
                4 - entered,
                "{last}: {words}"
            );
            for to in EVERYBODY {
                assert_eq!(
                    agreement_folder.events(to).last().unwrap(),
                    "sent",
                    "{last}"
                );
            }
        }
    }
}
