//! The daily job of cron and of Windows, and mail that has not arrived.

use std::fs;
use std::process::Command;

use super::*;
use crate::setup::program;

/// What `lofte schedule` prints for the folder of an agreement and its settings.
fn scheduled(agreement_folder: &AgreementFolder, arguments: &[&str]) -> String {
    let printed = program::lofte()
        .current_dir(agreement_folder.path(""))
        .arg("schedule")
        .args(arguments)
        .args(["--settings", "lofte.toml"])
        .output()
        .unwrap();
    assert!(printed.status.success(), "{}", output_text(&printed));
    output_text(&printed)
}

/// The script that cron runs, as it is written, with a server that refuses one letter for a day: it fails, says so, and is started
/// again the next hour; once everything has arrived the day is done.
#[test]
fn the_script_of_cron_fails_until_all_mail_has_arrived() {
    let manner = Manner {
        rules: vec![rule(At::Recipient, "rad", 1, Do::Say("550 5.1.1 unknown"))],
        ..Manner::default()
    };
    let (agreement_folder, server) = (AgreementFolder::new(""), Server::start(manner));
    agreement_folder.settings(server.port, "");
    scheduled(
        &agreement_folder,
        &["cron", "adalen", "--hour", "0", "--into", "."],
    );
    let hour = || {
        Command::new("sh")
            .current_dir(agreement_folder.path(""))
            .arg("lofte-daily")
            .output()
            .unwrap()
    };
    let done = agreement_folder.path("outputs/.last-run");
    let first = hour();
    let said = output_text(&first);
    assert_eq!(first.status.code(), Some(4), "{said}");
    // What cron mails to whoever keeps the machine.
    assert!(
        said.contains("lofte ended with 4") && said.contains("Refused: rad (council)"),
        "{said}"
    );
    assert!(!done.exists() && server.taken().len() == 3, "{said}");
    let second = hour();
    let said = output_text(&second);
    assert_eq!((second.status.code(), said.as_str()), (Some(0), ""));
    assert!(done.exists() && server.taken().len() == 4);
    // What lofte writes is for its owner alone; the script's own files are for its group too.
    #[cfg(unix)]
    for path in crate::setup::files::files_below(&agreement_folder.path("outputs")) {
        use std::os::unix::fs::PermissionsExt;
        for place in [path.as_path(), path.parent().unwrap()] {
            let mode = fs::metadata(place).unwrap().permissions().mode();
            assert!(mode & 0o007 == 0, "{}: {mode:o}", place.display());
        }
    }
    let log = || fs::read(agreement_folder.path("outputs/lofte.log")).unwrap();
    let kept = log();
    assert_eq!(hour().status.code(), Some(0));
    assert_eq!(log(), kept, "the day is done");
}

/// What the task of Windows ends with, by its own words: `if errorlevel 3` is true of 3 and all above.
#[test]
fn the_task_of_windows_fails_where_mail_has_not_arrived() {
    let agreement_folder = AgreementFolder::new("");
    let task = scheduled(&agreement_folder, &["windows"]);
    let (_, ending) = task.split_once(" if errorlevel ").unwrap();
    let (ending, _) = ending
        .split_once(") &gt;&gt;")
        .or(ending.split_once(")) "))
        .unwrap();
    let steps: Vec<(i32, i32)> = ending
        .split(" else if errorlevel ")
        .map(|step| {
            let (least, then) = step.split_once(" (exit ").unwrap();
            let then = then.trim_end_matches(')');
            (least.parse().unwrap(), then.parse().unwrap())
        })
        .collect();
    let ends = |code: i32| {
        let first = steps.iter().find(|(least, _)| code >= *least);
        first.map_or(code, |(_, then)| *then)
    };
    let ended: Vec<i32> = (0..=4).map(ends).collect();
    assert_eq!(ended, [0, 1, 1, 0, 4]);
}
