//! lofte beside a small Python script that does a simple version of the same (`peer.py`: no checks, no verdicts, no PDF), for the
//! shipped example and for as many agreements as Sweden has municipalities. All is told as ratios within one run; what a
//! machine needs in seconds or bytes stands behind them.
//!
//! ```console
//! cargo bench --no-default-features --bench country
//! cargo bench --no-default-features --bench country -- 1000
//! ```
//!
//! With the PDF, without `--no-default-features`, the script still makes none. The script's libraries are installed from PyPI
//! under `target/peer`; where Python is missing, only what needs no peer is told.
#![allow(clippy::expect_used, clippy::print_stdout)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

/// So many municipalities there are.
const MUNICIPALITIES: usize = 290;
/// So many times the short jobs are run.
const ROUNDS: u32 = 10;
const PERIOD: [&str; 4] = ["--period", "2023-09", "--as-of", "2023-10-05"];
const LIBRARIES: [&str; 4] = [
    "python-calamine==0.9.1",
    "Jinja2==3.1.6",
    "XlsxWriter==3.3.1",
    "openpyxl==3.1.5",
];

/// What a job took.
#[derive(Clone, Copy, Default)]
struct Cost {
    clock: f64,
    /// Seconds of all its processes on all processors.
    processor: f64,
    /// The most bytes that all its processes held at once; what they share is counted for each.
    memory: u64,
}

fn main() {
    // Cargo hands its own `--bench` on.
    let agreements = std::env::args()
        .filter_map(|word| word.parse().ok())
        .next()
        .unwrap_or(MUNICIPALITIES);
    let room = tempfile::tempdir().expect("a folder");
    let python = peer();
    one_agreement(room.path(), python.as_deref());
    country(room.path(), agreements, python.as_deref());
}

/// The shipped example, from a start to its end.
fn one_agreement(room: &Path, python: Option<&Path>) {
    let kalix = [repository("inputs/kalix")];
    let out = room.join("kalix");
    let run = rounds(|| {
        let _ = fs::remove_dir_all(&out);
        lofte("run", &kalix, &out)
    });
    let again = rounds(|| lofte("run", &kalix, &out));
    let check = rounds(|| lofte("check", &kalix, &out));
    let version = rounds(|| job(Command::new(env!("CARGO_BIN_EXE_lofte")).arg("--version")));
    println!("Kalix, 14 workbooks{}", with_pdf());
    for (reader, peer) in peers(python, &kalix, &room.join("peer")) {
        let peer = rounds(|| job(&mut peer()));
        tell(
            peer.processor / run.processor,
            &format!("processor time of the script ({reader}) by that of run"),
            peer,
        );
    }
    tell(1.0, "run", run);
    tell(check.processor / run.processor, "check by run", check);
    tell(
        again.processor / run.processor,
        "a run of no changes by run",
        again,
    );
    tell(
        version.processor / run.processor,
        "--version by run",
        version,
    );
}

/// As many agreements, each with its own copy of the workbooks, in one run.
fn country(room: &Path, agreements: usize, python: Option<&Path>) {
    let inputs = room.join("inputs");
    let folders: Vec<PathBuf> = (0..agreements)
        .map(|number| place(&inputs, number))
        .collect();
    let out = room.join("outputs");
    println!("\n{agreements} agreements, 14 workbooks each{}", with_pdf());
    let some = folders.get(..agreements.div_ceil(4)).unwrap_or(&folders);
    let quarter = lofte("run", some, &room.join("quarter"));
    let run = lofte("run", &folders, &out);
    for (reader, peer) in peers(python, &folders, &room.join("peer")) {
        let peer = job(&mut peer());
        tell(
            run.clock / peer.clock,
            &format!("clock of run by that of the script ({reader})"),
            peer,
        );
    }
    tell(1.0, "run", run);
    let each = |cost: Cost, agreements: usize| cost.processor / agreements as f64;
    tell(
        each(run, agreements) / each(quarter, some.len()),
        "an agreement of all by one of a quarter of them",
        quarter,
    );
    let again = lofte("run", &folders, &out);
    tell(again.clock / run.clock, "a run of no changes by run", again);
    let changed = folders.first().expect("an agreement").join("workbooks/bra");
    fs::remove_dir_all(changed).expect("a folder of workbooks");
    let one = lofte("run", &folders, &out);
    let second = |folder: &&PathBuf| {
        let name = folder.file_name().expect("a name");
        out.join(name).join("2023-09/v2").exists()
    };
    let remade = folders.iter().filter(second).count();
    tell(
        one.clock / run.clock,
        &format!("a run of one changed drop folder by run ({remade} version made)"),
        one,
    );
}

fn tell(ratio: f64, what: &str, cost: Cost) {
    let Cost {
        clock,
        processor,
        memory,
    } = cost;
    println!(
        "{ratio:>8.3}  {what:<66} {clock:>8.3} s, {processor:>8.3} s of processors, {:>4} MB",
        memory / 1_000_000
    );
}

fn with_pdf() -> &'static str {
    if cfg!(feature = "pdf") {
        ", with the PDF"
    } else {
        ", without the PDF"
    }
}

fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// An agreement like the shipped one, of another place.
fn place(inputs: &Path, number: usize) -> PathBuf {
    let folder = inputs.join(format!("ort-{number:04}"));
    let kalix = repository("inputs/kalix");
    let agreement = fs::read_to_string(kalix.join("agreement.toml")).expect("an agreement");
    copy(&kalix.join("workbooks"), &folder.join("workbooks"));
    let lines = agreement.lines().map(|line| {
        if line.starts_with("title = ") || line.starts_with("municipality = ") {
            line.replace("Kalix", &format!("Ort {number}")) + "\n"
        } else {
            format!("{line}\n")
        }
    });
    fs::write(folder.join("agreement.toml"), lines.collect::<String>()).expect("an agreement");
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let (path, name) = entry
            .map(|entry| (entry.path(), entry.file_name()))
            .expect("an entry");
        if path.is_dir() {
            copy(&path, &to.join(name));
        } else {
            fs::copy(&path, to.join(name)).expect("a file");
        }
    }
}

fn lofte(command: &str, folders: &[PathBuf], out: &Path) -> Cost {
    let mut lofte = Command::new(env!("CARGO_BIN_EXE_lofte"));
    lofte.arg(command).args(folders).args(PERIOD);
    job(lofte.arg("--out").arg(out))
}

/// The Python that has the script's libraries; none where they cannot be installed.
fn peer() -> Option<PathBuf> {
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("peer");
    let python = home.join(if cfg!(windows) {
        "Scripts/python.exe"
    } else {
        "bin/python"
    });
    let installed = home.join("installed");
    let wanted = LIBRARIES.join(" ");
    if fs::read_to_string(&installed).ok().as_ref() == Some(&wanted) {
        return Some(python);
    }
    let done = |command: &mut Command| command.status().is_ok_and(|status| status.success());
    let is_there = done(Command::new("python3").args(["-m", "venv"]).arg(&home))
        && done(
            Command::new(&python)
                .args([
                    "-m",
                    "pip",
                    "install",
                    "--quiet",
                    "--disable-pip-version-check",
                ])
                .args(LIBRARIES),
        )
        && fs::write(&installed, wanted).is_ok();
    if !is_there {
        println!("no peer: Python or its libraries are missing");
    }
    is_there.then_some(python)
}

type MakePeer<'a> = Box<dyn Fn() -> Command + 'a>;

/// The script by each of its readers.
fn peers<'a>(
    python: Option<&'a Path>,
    folders: &'a [PathBuf],
    out: &'a Path,
) -> Vec<(&'static str, MakePeer<'a>)> {
    let of = |python: &'a Path, reader: &'static str| {
        let make = move || {
            let mut peer = Command::new(python);
            peer.arg(repository("benches/peer.py"))
                .args([reader, "2023-09"])
                .arg(out)
                .args(folders);
            peer
        };
        (reader, Box::new(make) as MakePeer<'a>)
    };
    let readers = python
        .into_iter()
        .flat_map(|python| ["calamine", "openpyxl"].map(|reader| of(python, reader)));
    readers.collect()
}

/// The mean of some runs of a short job; the most memory of any.
fn rounds(mut job: impl FnMut() -> Cost) -> Cost {
    let mut all = Cost::default();
    for _ in 0..ROUNDS {
        let one = job();
        all.clock += one.clock / f64::from(ROUNDS);
        all.processor += one.processor / f64::from(ROUNDS);
        all.memory = all.memory.max(one.memory);
    }
    all
}

/// Runs a program, and tells what it took.
fn job(command: &mut Command) -> Cost {
    let before = children_processor();
    let start = Instant::now();
    let mut process = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let memory = watched(&mut process);
    let clock = start.elapsed().as_secs_f64();
    Cost {
        clock,
        processor: children_processor() - before,
        memory,
    }
}

/// Waits for a program, and gives the most memory that it and its children held together.
fn watched(process: &mut Child) -> u64 {
    let id = process.id();
    let (end, ended) = mpsc::channel::<()>();
    let watch = thread::spawn(move || {
        let mut most = 0;
        while ended.recv_timeout(Duration::from_millis(20)) == Err(mpsc::RecvTimeoutError::Timeout)
        {
            most = most.max(resident(id));
        }
        most
    });
    let status = process.wait().expect("the program ends");
    // A workbook that could not be used is no failure of the program's.
    assert!(matches!(status.code(), Some(0 | 3)), "{status}");
    drop(end);
    watch.join().expect("nothing to panic about")
}

/// The resident bytes of a process and those it has started; 0 where the system has no such files.
fn resident(id: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
    let own = status
        .lines()
        .find_map(|line| {
            line.strip_prefix("VmRSS:")?
                .trim()
                .strip_suffix(" kB")?
                .parse()
                .ok()
        })
        .unwrap_or(0_u64)
        * 1024;
    let threads = fs::read_dir(format!("/proc/{id}/task"))
        .into_iter()
        .flatten();
    let started = threads.flatten().flat_map(|thread| {
        let children = fs::read_to_string(thread.path().join("children")).unwrap_or_default();
        let ids: Vec<u32> = children.split_whitespace().flat_map(str::parse).collect();
        ids
    });
    own + started.map(resident).sum::<u64>()
}

/// The processor time of all processes that have been waited for, in seconds; 0 where the system has no such file. It comes in
/// hundredths, which is why short jobs are run several times.
fn children_processor() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name in brackets may hold blanks.
    let fields = stat.rsplit_once(')').map_or("", |(_, fields)| fields);
    let ticks: f64 = fields
        .split_whitespace()
        .skip(13)
        .take(2)
        .flat_map(str::parse::<f64>)
        .sum();
    ticks / 100.0
}
