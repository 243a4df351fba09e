//! The shipped example with a version of every edition, for tests that open what people open, and the checkers they open it with.
#![allow(clippy::expect_used, clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Where `tests/run` put the checkers: beside what cargo builds.
pub fn checkers() -> PathBuf {
    let program = Path::new(env!("CARGO_BIN_EXE_lofte"));
    let target = program.ancestors().find(|folder| folder.join("checkers").is_dir());
    target.expect("the checkers (tests/run installs them)").join("checkers")
}

/// The home of the shipped example with one version of every edition, made in `room`.
pub fn home(room: &Path) -> PathBuf {
    // A copy of the agreement with a web edition and one for a partner, so that every edition is made.
    let inputs = room.join("kalix");
    fs::create_dir_all(&inputs).unwrap();
    let agreement = fs::read_to_string(root().join("inputs/kalix/agreement.toml")).unwrap();
    let more = "\n[[recipient]]\nname = \"Webbredaktionen\"\nrole = \"web\"\naddress = \"webb@example.se\"\nedition = \"public\"\n\
                [[recipient]]\nname = \"Polisen\"\nrole = \"partner\"\naddress = \"polis@example.se\"\nedition = \"partner\"\n\
                partner = \"polisen\"\n\
                [[summary]]\nlanguage = \"fi\"\ntext = \"Tiivistelmä, keksitty.\"\n";
    fs::write(inputs.join("agreement.toml"), agreement + more).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_lofte"))
        .arg("run")
        .arg(&inputs)
        .arg("--workbooks")
        .arg(root().join("inputs/kalix/workbooks"))
        .args(["--period", "2023-09", "--as-of", "2023-10-05", "--out"])
        .arg(room.join("outputs"))
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    room.join("outputs/kalix")
}

/// Every file with this ending below a folder.
pub fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|extension| extension == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}
