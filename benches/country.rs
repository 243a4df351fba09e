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

mod cost;
#[path = "../tests/behaviour/setup/small_agreement.rs"]
mod small_agreement;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use cost::{Cost, job, rounds};
use small_agreement::small_agreement;

/// So many municipalities there are.
const MUNICIPALITIES: usize = 290;
/// So many rows a sheet of Excel has below its header.
const MOST_ROWS: u32 = 1_048_575;
const PERIOD: [&str; 4] = ["--period", "2023-09", "--as-of", "2023-10-05"];
const LIBRARIES: [&str; 4] = [
    "python-calamine==0.9.1",
    "Jinja2==3.1.6",
    "XlsxWriter==3.3.1",
    "openpyxl==3.1.5",
];

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
    long_log(room.path());
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

/// A log of as many rows as a sheet can have, beside one of a quarter of them.
fn long_log(room: &Path) {
    println!("\na log of {MOST_ROWS} rows");
    let run = |rows: u32| {
        let folder = room.join(format!("log-{rows}"));
        let columns = r#"date = "Datum", place = "Plats", count = "Antal""#;
        fs::create_dir_all(folder.join("workbooks/polisen")).expect("a folder");
        fs::write(folder.join("agreement.toml"), small_agreement(columns)).expect("an agreement");
        write_log(&folder.join("workbooks/polisen/Logg.xlsx"), rows);
        lofte("run", &[folder], &room.join("logs"))
    };
    let (quarter, all) = (run(MOST_ROWS / 4), run(MOST_ROWS));
    tell(1.0, "run", all);
    tell(
        all.processor / 4.0 / quarter.processor,
        "a row of all by one of a quarter of them",
        quarter,
    );
    println!(
        "          of which lofte itself holds {} MB",
        all.own / 1_000_000
    );
    let follow_up = room.join(format!("logs/log-{MOST_ROWS}/2023-09/v1/follow-up.json"));
    let follow_up = fs::read_to_string(follow_up).expect("a version");
    // What `write_log` writes into the rows, added up.
    let counted: u64 = (0..u64::from(MOST_ROWS)).map(|row| row / 135_000 + 1).sum();
    assert!(follow_up.contains(&counted.to_string()), "all rows count");
}

/// Writes a workbook as a system exports it: days, places and numbers, no two rows alike.
fn write_log(path: &Path, rows: u32) {
    const PARTS: [(&str, &str); 5] = [
        (
            "[Content_Types].xml",
            r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>"#,
        ),
        (
            "_rels/.rels",
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
        ),
        (
            "xl/workbook.xml",
            r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Logg" sheetId="1" r:id="r1"/></sheets></workbook>"#,
        ),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#,
        ),
        (
            "xl/styles.xml",
            r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>"#,
        ),
    ];
    let file = fs::File::create(path).expect("a file");
    let mut zip = zip::ZipWriter::new(std::io::BufWriter::new(file));
    let packed = zip::write::SimpleFileOptions::default().large_file(true);
    for (name, text) in PARTS {
        zip.start_file(name, packed).expect("a part");
        zip.write_all(text.as_bytes()).expect("a part");
    }
    zip.start_file("xl/worksheets/sheet1.xml", packed)
        .expect("a part");
    let text = |text: &str| format!(r#"<c t="inlineStr"><is><t>{text}</t></is></c>"#);
    let head = ["Datum", "Plats", "Antal"].map(text).concat();
    let begin = r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>"#;
    write!(zip, "{begin}<row>{head}</row>").expect("a part");
    for row in 0..rows {
        // 44927 is the first day of 2023.
        let (day, place, count) = (44_927 + row % 270, row / 270 % 500, row / 135_000 + 1);
        let place = text(&format!("Plats {place}"));
        write!(
            zip,
            r#"<row><c s="1"><v>{day}</v></c>{place}<c><v>{count}</v></c></row>"#
        )
        .expect("a part");
    }
    write!(zip, "</sheetData></worksheet>").expect("a part");
    zip.finish().expect("a workbook");
}

fn tell(ratio: f64, what: &str, cost: Cost) {
    let Cost {
        clock,
        processor,
        memory,
        ..
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
