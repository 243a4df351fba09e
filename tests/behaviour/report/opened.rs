//! What people open, opened by the programs they open it with: LibreOffice recalculates the workbook, Chromium lays out the
//! page. `tests/run` installs both.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::made::dom;
use crate::reading::generated::{expected_rows, made, sheet};
use crate::setup::files::repository;
use crate::setup::program;
use crate::setup::program::text;

/// The shipped example's version folder, made in `room`.
pub(super) fn version(room: &Path) -> PathBuf {
    run(
        &repository("inputs/kalix"),
        &["--period", "2023-09", "--as-of", "2023-10-05"],
        room,
    );
    room.join("kalix/2023-09/v1")
}

/// Follows an agreement up.
pub(super) fn run(folder: &Path, args: &[&str], out: &Path) {
    let output = program::lofte()
        .arg("run")
        .arg(folder)
        .args(args)
        .arg("--out")
        .arg(out)
        .output()
        .unwrap();
    assert!(
        output
            .status
            .code()
            .is_some_and(|code| code != 1 && code != 2),
        "{}",
        text(&output.stderr)
    );
}

#[test]
fn the_workbook_holds_only_what_it_shows() {
    let room = tempfile::tempdir().unwrap();
    let summary = version(room.path()).join("summary.xlsx");
    let mut archive = zip::ZipArchive::new(File::open(summary).unwrap()).unwrap();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        assert!(
            !name.contains("externalLink") && !name.contains("comments") && !name.contains("vba"),
            "{name}"
        );
        let mut text = String::new();
        if name.ends_with(".xml") && part.read_to_string(&mut text).is_ok() {
            assert!(
                !text.contains("state=\"hidden\"") && !text.contains("state=\"veryHidden\""),
                "{name}"
            );
        }
    }
}

/// From the overview to the targets, from those to their rows and back, from a finding to its pledge: and every link leads to rows
/// that are there.
#[test]
fn links_lead_from_a_figure_to_its_rows_and_back() {
    let room = tempfile::tempdir().unwrap();
    let summary = version(room.path()).join("summary.xlsx");
    let mut archive = zip::ZipArchive::new(File::open(summary).unwrap()).unwrap();
    let mut read = |name: &str| {
        let mut text = String::new();
        let mut part = archive.by_name(name).unwrap();
        part.read_to_string(&mut text).unwrap();
        text
    };
    let attributes = |text: &str, key: &str| -> Vec<String> {
        let begin = format!(" {key}=\"");
        let pieces = text.split(begin.as_str()).skip(1);
        pieces
            .map(|piece| piece.split('"').next().unwrap().to_owned())
            .collect()
    };
    let book = read("xl/workbook.xml");
    let book = book.split("<sheets>").nth(1).unwrap();
    let names = attributes(book.split("</sheets>").next().unwrap(), "name");
    let sheets: Vec<String> = (1..=names.len())
        .map(|number| read(&format!("xl/worksheets/sheet{number}.xml")))
        .collect();
    let mut found = Vec::new();
    for (name, sheet) in names.iter().zip(&sheets) {
        assert!(!sheet.contains("mergeCell"), "{name}");
        for location in attributes(sheet, "location") {
            let (to, cells) = location.rsplit_once('!').unwrap();
            let to = to.trim_matches('\'').to_owned();
            let at = names.iter().position(|name| *name == to).expect(&location);
            let last = |cells: &str| -> u32 {
                let cell = cells.rsplit(':').next().unwrap();
                let digits = cell.trim_start_matches(|sign: char| sign.is_ascii_alphabetic());
                digits.parse().unwrap()
            };
            let dimension = attributes(&sheets[at], "ref").remove(0);
            let there = last(&dimension);
            assert!(last(cells) <= there, "{location} of {there} rows");
            found.push((name.clone(), to));
        }
    }
    for (from, to) in [
        ("Löften", "Mål"),
        ("Mål", "Löften"),
        ("Mål", "Underlag"),
        ("Påpekanden", "Löften"),
    ] {
        let is_it = |link: &&(String, String)| link.0 == from && link.1 == to;
        assert!(found.iter().any(|link| is_it(&link)), "{from} to {to}");
    }
}

#[test]
fn chromium_lays_out_the_page() {
    let room = tempfile::tempdir().unwrap();
    let page = version(room.path()).join("report.html");
    for width in [1200, 360] {
        let shot = room.path().join(format!("page-{width}.png"));
        let window = format!("--window-size={width},1600");
        let picture = format!("--screenshot={}", shot.display());
        let laid_out = dom(&page, room.path(), &[&window, &picture]);
        let bytes = fs::read(&shot).expect("a picture of the page");
        assert!(bytes.len() > 20_000, "the picture at {width} is empty");
        for words in [
            "19 löften: 3 är uppfyllda, 6 är i fas, 1 ligger efter",
            "4,3 kontakter i veckan",
            "Målsättning",
        ] {
            assert!(laid_out.contains(words), "«{words}» is not on the page");
        }
        for number in 1..=19 {
            assert!(
                laid_out.contains(&format!("id=\"pledge-{number}\"")),
                "pledge {number} is not on the page"
            );
        }
    }
}

const LOG: &str = "[[source.sheet]]\nlayout = \"log\"\nactivity = \"besok\"\ncolumns = { date = \"Datum\", count = \"Antal\", place = \"Plats\" }";

/// Workbooks in the formats of LibreOffice and of old Excel tell what they were made from, as they do in the format they
/// were made in.
#[test]
fn workbooks_saved_in_other_formats_tell_the_same() {
    use lofte::model::span::DateSpan;
    use proptest::prelude::Strategy;
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;

    let room = tempfile::tempdir().unwrap();
    let made = room.path().join("made");
    fs::create_dir_all(&made).unwrap();
    let mut runner = TestRunner::deterministic();
    let mut expected = Vec::new();
    for number in 0..8 {
        let (acts, clutter) = (made::acts(), sheet::clutter())
            .new_tree(&mut runner)
            .unwrap()
            .current();
        let rows = acts
            .iter()
            .map(|act| vec![act.dated(), act.count.cell.clone(), made::text(act.place)])
            .collect();
        let table = sheet::Table {
            summed: vec![1],
            ..sheet::Table::new(&["Datum", "Antal", "Plats"], rows)
        };
        let laid = clutter.lay("Logg", &table);
        sheet::write_xlsx(&[&laid.sheet], &made.join(format!("{number}.xlsx")));
        let lines = acts.iter().enumerate();
        let lines = lines.map(|(row, act)| {
            expected_rows::line(
                "besok",
                DateSpan::day(act.day),
                &act.count,
                &laid.cell(row, 1),
            )
        });
        expected.push(expected_rows::sorted(lines.collect()));
    }
    let names: Vec<PathBuf> = (0..expected.len())
        .map(|number| made.join(format!("{number}.xlsx")))
        .collect();
    for format in ["ods", "xls"] {
        let output = Command::new("soffice")
            .arg(format!(
                "-env:UserInstallation=file://{}",
                room.path().join("profile").display()
            ))
            .args(["--headless", "--convert-to", format, "--outdir"])
            .arg(room.path().join(format))
            .args(&names)
            .output()
            .expect("soffice runs; tests/run installs it");
        assert!(output.status.success(), "{}", text(&output.stderr));
        for (number, expected) in expected.iter().enumerate() {
            let folder = tempfile::tempdir().unwrap();
            fs::create_dir(folder.path().join("polisen")).unwrap();
            let name = format!("{number}.{format}");
            fs::copy(
                room.path().join(format).join(&name),
                folder.path().join("polisen").join(&name),
            )
            .unwrap();
            let as_of = "2023-10-05".parse().unwrap();
            let isolation = lofte::gather::isolate::Isolation::InProcess;
            let checked = lofte::gather::gather(
                &expected_rows::agreement(LOG),
                folder.path(),
                as_of,
                &isolation,
            )
            .unwrap();
            assert_eq!(
                &expected_rows::lines(&checked.value),
                expected,
                "{name}: {:?}",
                checked.findings
            );
        }
    }
}
