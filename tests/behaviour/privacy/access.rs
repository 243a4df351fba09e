//! Who may read what is written.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::delivery::agreement_folder::AgreementFolder;
use crate::delivery::server::{Manner, Server};
use crate::setup::program::{self, output_text};
use crate::setup::workbook::write_xlsx;

const AGREEMENT: &str = "title = \"Prov\"\nmunicipality = \"Provby\"\npolice_area = \"LPO Prov\"\nfrom = 2023-01-01\nto = 2023-12-31\n\
    [partners.p]\nname = \"Polisen\"\n[[pledge]]\nid = \"p\"\ntext = \"Ett löfte.\"\nresponsible = [\"p\"]\n\
    [[pledge.target]]\nof = \"a\"\nat_least = 9\nover = \"year\"\n[activities.a]\none = \"pass\"\nmany = \"pass\"\n\
    [[source]]\npartner = \"p\"\nfiles = \"b.xlsx\"\n[[source.sheet]]\nname = \"Blad1\"\nlayout = \"log\"\nactivity = \"a\"\n\
    columns = { date = \"Datum\" }\n";

/// The permissions of everything that a run writes, each with its path.
fn written(settings: Option<&str>) -> Vec<(String, u32)> {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("prov");
    write_xlsx(
        "== Blad1\nDatum\n2023-01-05\n",
        &folder.join("workbooks/b.xlsx"),
    );
    fs::write(folder.join("agreement.toml"), AGREEMENT).unwrap();
    let mut run = program::lofte();
    run.arg("run").arg(&folder);
    run.args(["--period", "2023-01", "--as-of", "2023-02-05", "--out"]);
    run.arg(home.path().join("out/deep"));
    if let Some(settings) = settings {
        let group = fs::metadata(home.path()).unwrap().gid();
        let path = home.path().join("lofte.toml");
        fs::write(&path, settings.replace("GROUP", &group.to_string())).unwrap();
        run.arg("--settings").arg(path);
    }
    let output = run.output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", output_text(&output));
    let mut modes = Vec::new();
    below(&home.path().join("out"), &mut modes);
    modes
}

fn below(folder: &Path, modes: &mut Vec<(String, u32)>) {
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    modes.push((format!("{}/", folder.display()), mode(folder)));
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            below(&path, modes);
        } else {
            modes.push((path.display().to_string(), mode(&path)));
        }
    }
}

#[test]
fn what_is_written_is_for_its_owner_alone() {
    let modes = written(None);
    assert!(modes.iter().any(|(path, _)| path.ends_with("index.html")));
    for (path, mode) in modes {
        let own = if path.ends_with('/') { 0o700 } else { 0o600 };
        assert_eq!(mode, own, "{path}");
    }
}

#[test]
fn a_group_that_the_settings_name_may_read_along() {
    for (path, mode) in written(Some("group = \"GROUP\"\n")) {
        // What was read, and what the last run came to, is nobody else's.
        if path.contains("/.cache") || path.ends_with(".last-run.json") {
            assert_eq!(mode & 0o027, 0, "{path}");
            continue;
        }
        let shared = if path.ends_with('/') { 0o750 } else { 0o640 };
        assert_eq!(mode, shared, "{path}");
    }
}

/// Runs the program where everybody may read what is made, if it says nothing else.
fn open_to_all(folder: &Path, arguments: &[&str]) {
    let output = std::process::Command::new("sh")
        .args(["-c", "umask 000; exec \"$0\" \"$@\"", program::LOFTE])
        .args(arguments)
        .current_dir(folder)
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    assert!(
        matches!(output.status.code(), Some(0 | 3)),
        "{arguments:?}: {}",
        output_text(&output)
    );
}

#[test]
fn whatever_any_command_writes_is_for_its_owner_alone() {
    let home = tempfile::tempdir().unwrap();
    let here = home.path();
    // What tests lay out themselves is none of it.
    let mut own = vec![here.join("inputs"), here.join("inputs/prov")];
    own.push(here.join("inputs/prov/workbooks"));
    own.push(here.join("inputs/prov/workbooks/b.xlsx"));
    own.push(here.join("inputs/prov/agreement.toml"));
    write_xlsx(
        "== Blad1\nDatum\n2023-01-05\n",
        &here.join("inputs/prov/workbooks/b.xlsx"),
    );
    fs::write(here.join("inputs/prov/agreement.toml"), AGREEMENT).unwrap();
    // Partners of another agreement have no workbooks yet.
    fs::create_dir_all(here.join("inputs/tom")).unwrap();
    fs::write(here.join("inputs/tom/agreement.toml"), AGREEMENT).unwrap();
    own.extend([
        here.join("inputs/tom"),
        here.join("inputs/tom/agreement.toml"),
    ]);
    let month = ["--period", "2023-01", "--as-of", "2023-02-05"];
    let init = [
        "init",
        "inputs/ny",
        "--municipality",
        "Nyby",
        "--police-area",
        "LPO Ny",
    ];
    let term = ["--from", "2024-01-01", "--to", "2024-12-31"];
    for arguments in [
        [&["run", "inputs/prov"][..], &month].concat(),
        [&["run", "inputs/prov", "--out", "deep/er/out"][..], &month].concat(),
        [&["check", "inputs/prov"][..], &month].concat(),
        vec!["inspect", "inputs/prov/workbooks/b.xlsx"],
        vec!["watch", "--once", "--settle", "0", "inputs/prov"],
        [&init[..], &term].concat(),
        vec!["init", "inputs/tom", "--starter-workbooks", "starters"],
        vec!["templates", "export", "inputs/prov/templates"],
        vec!["man", "--into", "man"],
    ] {
        open_to_all(here, &arguments);
    }
    let mut modes = Vec::new();
    below(here, &mut modes);
    own.push(here.to_owned());
    let written: Vec<&(String, u32)> = modes
        .iter()
        .filter(|(path, _)| !own.contains(&Path::new(path.trim_end_matches('/')).to_owned()))
        .collect();
    for part in [
        "index.html",
        "starters/",
        "agreement.schema.json",
        "report.hbs",
        ".cache/",
    ] {
        let is_there = written.iter().any(|(path, _)| path.contains(part));
        assert!(is_there, "{part} of {written:?}");
    }
    for (path, mode) in written {
        let own = if path.ends_with('/') { 0o700 } else { 0o600 };
        assert_eq!(*mode, own, "{path}");
    }
}

/// Says that it is done when it goes.
struct Ending<'a>(&'a AtomicBool);

impl Drop for Ending<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Every file and folder that others could read at any moment while `work` is done.
fn open_meanwhile(folder: &Path, work: impl FnOnce()) -> Vec<String> {
    let is_done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let watching = scope.spawn(|| {
            let mut open = Vec::new();
            let mut walks = 0;
            while !is_done.load(Ordering::Relaxed) {
                note_open(folder, &mut open);
                walks += 1;
            }
            (open, walks)
        });
        // Also where it panics, or the watch would never end.
        let end = Ending(&is_done);
        work();
        drop(end);
        let (open, walks) = watching.join().unwrap();
        assert!(walks > 20, "looked {walks} times");
        open
    })
}

/// As [`below`], of a folder in which files come and go.
fn note_open(folder: &Path, open: &mut Vec<String>) {
    for path in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = path.path();
        let Ok(known) = fs::symlink_metadata(&path) else {
            continue;
        };
        if known.permissions().mode() & 0o077 != 0 {
            open.push(format!("{} {:o}", path.display(), known.mode() & 0o777));
        }
        if known.is_dir() {
            note_open(&path, open);
        }
    }
}

#[test]
fn nothing_is_open_to_others_while_it_is_made_approved_and_sent() {
    let agreement_folder =
        AgreementFolder::new("[delivery]\nrelease = \"after-approval\"\napprover = \"chief\"\n");
    let server = Server::start(Manner::default());
    agreement_folder.settings(server.port, "");
    let out = agreement_folder.path("outputs");
    let here = agreement_folder.path("");
    let settings = ["--settings", "lofte.toml"];
    let september = ["--period", "2023-09", "--as-of", "2023-10-05"];
    let approve = ["--approve", "2023-09/v1", "--by", "chef"];
    let open = open_meanwhile(&out, || {
        for arguments in [
            [&["run", "adalen"][..], &settings, &september].concat(),
            [&["send", "adalen"][..], &settings].concat(),
            [&["send", "adalen"][..], &settings, &approve].concat(),
            [&["send", "adalen", "--list"][..], &settings].concat(),
            vec!["verify", "outputs/adalen/2023-09/v1"],
        ] {
            open_to_all(&here, &arguments);
        }
    });
    assert_eq!(open, [""; 0]);
    assert_eq!(server.count("rad"), 1, "it was sent");
    let mut modes = Vec::new();
    below(&out, &mut modes);
    assert!(modes.iter().any(|(path, _)| path.ends_with("ledger.jsonl")));
}
