//! A log of more rows than `follow-up.json` lists: its rows stand beside it, and the next version is compared with them.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::setup::program;
use crate::setup::small_agreement::small_agreement;

const ROWS: usize = 3_500;

const COLUMNS: &str = r#"date = "Datum", place = "Plats", count = "Antal""#;

/// A log of eight months, in which one row has another number.
fn log(room: &Path, changed: Option<usize>) {
    let mut rows = "Datum;Plats;Antal\n".to_owned();
    for number in 0..ROWS {
        let (month, day) = (1 + number % 8, 1 + number % 28);
        let count = if changed == Some(number) {
            9
        } else {
            1 + number % 4
        };
        writeln!(rows, "2023-{month:02}-{day:02};Plats {number};{count}").unwrap();
    }
    let folder = room.join("inputs/adalen/workbooks/polisen");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("Patruller.csv"), rows).unwrap();
    fs::write(
        room.join("inputs/adalen/agreement.toml"),
        small_agreement(COLUMNS),
    )
    .unwrap();
}

fn run(room: &Path, period: &str, as_of: &str) -> Option<i32> {
    let mut run = program::lofte();
    run.current_dir(room)
        .args(["run", "--period", period, "--as-of", as_of]);
    run.output().unwrap().status.code()
}

fn follow_up(version: &Path) -> Value {
    serde_json::from_slice(&fs::read(version.join("follow-up.json")).unwrap()).unwrap()
}

#[test]
fn rows_stand_beside_and_only_those_that_may_have_changed_are_read_again() {
    let room = tempfile::tempdir().unwrap();
    let room = room.path();
    let version = |name: &str| room.join("outputs/adalen").join(name);
    log(room, None);
    assert_eq!(run(room, "2023-08", "2023-09-05"), Some(0));
    let august = version("2023-08/v1");
    let first = follow_up(&august);
    assert_eq!(first["schema"], 2);
    let target = &first["pledges"][0]["targets"][0];
    assert_eq!(target["counted"].as_array().unwrap().len(), 3_000);
    assert_eq!(target["counted_rows"], ROWS);
    assert_eq!(first["activities"]["file"], "rows.jsonl");
    assert_eq!(first["activities"]["rows"], ROWS);
    let rows = fs::read_to_string(august.join("rows.jsonl")).unwrap();
    let of = |kind: &str| {
        let begin = format!("{{\"row\":\"{kind}\",");
        rows.lines().filter(|line| line.starts_with(&begin)).count()
    };
    assert_eq!((of("counted"), of("activity")), (ROWS, ROWS));
    let verified = program::lofte()
        .arg("verify")
        .arg(&august)
        .output()
        .unwrap();
    assert!(verified.status.success());

    // What is as it was is not read row by row: nobody notices that the rows are gone.
    let kept = room.join("kept.jsonl");
    fs::rename(august.join("rows.jsonl"), &kept).unwrap();
    assert_eq!(run(room, "2023-09", "2023-10-05"), Some(0));
    let second = follow_up(&version("2023-09/v1"));
    assert_eq!(second["retroactive"].as_array().unwrap().len(), 0);
    log(room, Some(17));
    assert_eq!(run(room, "2023-09", "2023-10-05"), Some(1));
    fs::rename(&kept, august.join("rows.jsonl")).unwrap();
    assert_eq!(run(room, "2023-09", "2023-10-05"), Some(0));
    let third = follow_up(&version("2023-09/v2"));
    let changed = third["retroactive"].as_array().unwrap();
    assert_eq!(changed.len(), 1, "{changed:?}");
    assert_eq!(changed[0]["what"], "changed");
    assert_eq!(
        (&changed[0]["before"]["low"], &changed[0]["after"]["low"]),
        (&2.into(), &9.into())
    );

    // A workbook that has gone is told with all its rows.
    fs::rename(
        room.join("inputs/adalen/workbooks/polisen/Patruller.csv"),
        room.join("elsewhere.csv"),
    )
    .unwrap();
    assert_eq!(run(room, "2023-09", "2023-10-05"), Some(3));
    let fourth = follow_up(&version("2023-09/v3"));
    let gone = fourth["findings"].as_array().unwrap();
    let gone = gone
        .iter()
        .find(|finding| finding["code"] == "workbook-gone");
    assert_eq!(gone.unwrap()["args"]["count"], ROWS);
}
