//! What costs what: pairs of jobs timed in turn within one run, told as the ratio of the second to the first.
//!
//! A ratio says the same on any machine; a time does not. Run with `cargo bench`.
#![allow(clippy::expect_used, clippy::print_stdout)]

#[path = "../tests/behaviour/setup/small_agreement.rs"]
mod small_agreement;
#[path = "../tests/behaviour/setup/workbook.rs"]
mod workbook;

use std::fmt::Write as _;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use chrono::NaiveDate;
use lofte::gather::gather;
use lofte::gather::isolate::{AgreementReader, Isolation, Limits, ReaderPool};
use lofte::load::load;
use small_agreement::small_agreement;

/// So many times each pair is run, so that a disturbance of the machine falls on both.
const ROUNDS: usize = 5;

/// What the mapping of the log is.
const COLUMNS: &str = r#"date = "Datum", place = "Plats", count = "Antal""#;

/// A pair of jobs: what the ratio tells, and by how much more the second has to do than the first.
struct Pair<'a> {
    tells: &'static str,
    work: f64,
    first: &'a dyn Fn(),
    second: &'a dyn Fn(),
}

fn main() {
    let room = tempfile::tempdir().expect("a folder");
    let kalix = Path::new(env!("CARGO_MANIFEST_DIR")).join("inputs/kalix");
    let few = place(room.path(), "few", |folder| {
        workbook_of(folder, "Patruller", 0..1_000)
    });
    let many = place(room.path(), "many", |folder| {
        workbook_of(folder, "Patruller", 0..10_000)
    });
    let text = place(room.path(), "text", |folder| text_of(folder, 0..10_000));
    let long = place(room.path(), "long", |folder| {
        workbook_of(folder, "Patruller", 0..100_000)
    });
    let eight = place(room.path(), "eight", |folder| {
        for number in 0..8 {
            workbook_of(
                folder,
                &format!("Patruller {number}"),
                number * 1_250..(number + 1) * 1_250,
            );
        }
    });
    let out = room.path().join("outputs");

    let pairs = [
        Pair {
            tells: "ten times the rows of an .xlsx, for each row",
            work: 10.0,
            first: &|| read((&few, 1_000), &Isolation::InProcess),
            second: &|| read((&many, 10_000), &Isolation::InProcess),
        },
        Pair {
            tells: "the same 10,000 rows as .csv beside .xlsx",
            work: 1.0,
            first: &|| read((&many, 10_000), &Isolation::InProcess),
            second: &|| read((&text, 10_000), &Isolation::InProcess),
        },
        Pair {
            tells: "a process for the workbook beside none, 10,000 rows",
            work: 1.0,
            first: &|| read((&many, 10_000), &Isolation::InProcess),
            second: &|| read((&many, 10_000), &child(&many)),
        },
        Pair {
            tells: "100,000 rows to activities in a process beside calamine's own reader of their cells",
            work: 1.0,
            first: &|| cells_of(&long.join("workbooks/polisen/Patruller.xlsx")),
            second: &|| read_long(&long),
        },
        Pair {
            tells: "the same rows in eight workbooks, a process each, beside one",
            work: 1.0,
            first: &|| read((&many, 10_000), &child(&many)),
            second: &|| read((&eight, 10_000), &child(&eight)),
        },
        Pair {
            tells: "run beside check on Kalix: what rendering costs",
            work: 1.0,
            first: &|| lofte("check", &kalix, &out),
            second: &|| {
                fs::remove_dir_all(&out)
                    .or_else(|_| fs::create_dir_all(&out))
                    .expect("an empty folder");
                lofte("run", &kalix, &out);
            },
        },
    ];
    println!("{:>6}  what", "ratio");
    for pair in pairs {
        println!("{:>6.2}  {}", ratio(&pair) / pair.work, pair.tells);
    }
}

/// The median over the rounds of the second's time by the first's.
fn ratio(pair: &Pair<'_>) -> f64 {
    let timed = |job: &dyn Fn()| {
        let start = Instant::now();
        job();
        start.elapsed().as_secs_f64()
    };
    let mut ratios: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let first = timed(pair.first);
            timed(pair.second) / first
        })
        .collect();
    ratios.sort_by(f64::total_cmp);
    ratios[ROUNDS / 2]
}

/// An agreement with its drop folder.
fn place(room: &Path, name: &str, fill: impl Fn(&Path)) -> PathBuf {
    let folder = room.join(name);
    fs::create_dir_all(folder.join("workbooks/polisen")).expect("a folder");
    fs::write(folder.join("agreement.toml"), small_agreement(COLUMNS)).expect("an agreement");
    fill(&folder.join("workbooks/polisen"));
    folder
}

fn rows(numbers: Range<usize>, between: &str) -> String {
    let heading = ["Datum", "Plats", "Antal"].join(between);
    let mut rows = format!("{heading}\n");
    for number in numbers {
        let (month, day) = (1 + number % 9, 1 + number % 28);
        writeln!(
            rows,
            "2023-{month:02}-{day:02}{between}Plats {number}{between}{}",
            1 + number % 4
        )
        .expect("a text");
    }
    rows
}

fn workbook_of(folder: &Path, name: &str, numbers: Range<usize>) {
    workbook::write_xlsx(
        &format!("== Blad1\n{}", rows(numbers, " | ")),
        &folder.join(format!("{name}.xlsx")),
    );
}

fn text_of(folder: &Path, numbers: Range<usize>) {
    fs::write(folder.join("Patruller.csv"), rows(numbers, ";")).expect("a table");
}

fn child(folder: &Path) -> Isolation {
    let agreement = fs::read_to_string(folder.join("agreement.toml")).expect("an agreement");
    let texts = serde_json::json!({ "id": "ådalen", "agreement": agreement, "includes": {} });
    let program = PathBuf::from(env!("CARGO_BIN_EXE_lofte"));
    let arguments = vec!["gather-one".to_owned()];
    Isolation::Child(AgreementReader {
        pool: ReaderPool::new(program, arguments, Limits::default()).into(),
        agreement: texts.to_string().into(),
        cache: None,
    })
}

/// Reads a drop folder, and makes sure that it was read.
fn read((folder, rows): (&Path, usize), isolation: &Isolation) {
    let agreement = load("ådalen", &small_agreement(COLUMNS), &|_| None)
        .value
        .expect("an agreement without faults");
    let as_of = NaiveDate::from_ymd_opt(2023, 12, 31).expect("a day");
    let gathered = gather(&agreement, &folder.join("workbooks"), as_of, isolation)
        .expect("a folder")
        .value;
    assert_eq!(gathered.activities.len(), rows, "rows read");
}

/// Reads a log of so many rows that they are added up.
fn read_long(folder: &Path) {
    let agreement = load("ådalen", &small_agreement(COLUMNS), &|_| None)
        .value
        .expect("an agreement without faults");
    let as_of = NaiveDate::from_ymd_opt(2023, 12, 31).expect("a day");
    let gathered = gather(&agreement, &folder.join("workbooks"), as_of, &child(folder))
        .expect("a folder")
        .value;
    let rows: u64 = gathered
        .accounts
        .iter()
        .flat_map(|account| &account.sheets)
        .map(|sheet| sheet.rows_used)
        .sum();
    assert_eq!(rows, 100_000, "rows read");
}

/// Goes through the cells of a workbook, and does nothing with them.
fn cells_of(path: &Path) {
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(path).expect("a workbook");
    let sheet = calamine::Reader::sheet_names(&book).first().cloned();
    let mut cells = book
        .worksheet_cells_reader(&sheet.expect("a sheet"))
        .expect("a sheet");
    while cells.next_cell_with_style_id().expect("a cell").is_some() {}
}

fn lofte(command: &str, folder: &Path, out: &Path) {
    let status = Command::new(env!("CARGO_BIN_EXE_lofte"))
        .arg(command)
        .arg(folder)
        .args(["--period", "2023-09", "--as-of", "2023-10-05", "--out"])
        .arg(out)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    assert!(status.expect("the program starts").success());
}
