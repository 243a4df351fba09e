//! A run that is killed while it sends.

use std::collections::BTreeSet;
use std::fs;
use std::process::Stdio;
use std::time::Duration;

use super::*;
use crate::setup::files::copy;

/// Stopped at every step of the dialogue, and a little after: everybody gets it exactly once, but for the one whose message
/// the server had taken when lofte was stopped. Over 200 kills.
#[test]
fn a_kill_at_any_point_loses_nothing_and_doubles_nothing() {
    let (agreement_folder, server) = ready("", Manner::default());
    let (fresh, outputs) = (
        agreement_folder.path("fresh"),
        agreement_folder.path("outputs"),
    );
    copy(&outputs, &fresh);
    let (mut kills, mut twice) = (0, 0);
    for pause in [0, 300, 1_000, 3_000, 8_000, 20_000] {
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
    assert!(kills >= 200, "{kills} kills");
}
