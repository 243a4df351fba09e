//! The PDF held against the standards by programs of others: outloud for PDF/UA-1 and WCAG, qpdf for its structure, poppler for
//! what a reader gets out of it. `tests/run` installs them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use super::made::{checkers, english, hard, kalix};
use crate::setup::files::files_ending;
use crate::setup::program::text;

fn ran(name: &str, arguments: &[&str], file: &Path) -> Output {
    let made = Command::new(name).args(arguments).arg(file).output();
    made.unwrap_or_else(|fault| panic!("{name} (tests/run installs it): {fault}"))
}

/// Whether outloud finds no error in a file, and what it says.
fn outloud(made: &Path) -> (bool, String) {
    let output_text = Command::new(checkers().join("python/bin/outloud"))
        .arg("--no-info")
        .arg(made)
        .output();
    let output_text = output_text.expect("outloud (tests/run installs it)");
    (output_text.status.success(), text(&output_text.stdout))
}

#[test]
fn everybody_can_read_it_and_it_can_be_kept() {
    let room = tempfile::tempdir().unwrap();
    let homes = [kalix(room.path()), hard(room.path()), english(room.path())];
    let made: Vec<PathBuf> = homes
        .iter()
        .flat_map(|home| files_ending(home, ".pdf"))
        .collect();
    assert_eq!(made.len(), 9, "{made:?}");
    for file in &made {
        let (is_fine, output_text) = outloud(file);
        assert!(is_fine, "{}: {output_text}", file.display());
        let checked = ran("qpdf", &["--check"], file);
        assert!(
            checked.status.success(),
            "{}: {}",
            file.display(),
            text(&checked.stdout)
        );
        let about = text(&ran("pdfinfo", &["-meta"], file).stdout);
        let language = if file.starts_with(&homes[2]) {
            "<rdf:li>en<"
        } else {
            "<rdf:li>sv<"
        };
        for mark in [
            "<pdfaid:part>2<",
            "<pdfaid:conformance>A<",
            "<pdfuaid:part>1<",
            "<dc:title>",
            language,
        ] {
            assert!(about.contains(mark), "{}: {mark}", file.display());
        }
        // Every font is inside the file, with what its glyphs mean.
        let fonts = text(&ran("pdffonts", &[], file).stdout);
        assert!(
            fonts.lines().count() > 2 && fonts.contains("NotoSans"),
            "{fonts}"
        );
        assert!(
            fonts
                .lines()
                .skip(2)
                .all(|font| font.contains("yes yes yes")),
            "{fonts}"
        );
    }

    // That it would have found something: the same without its language.
    let (plain, broken) = (
        room.path().join("plain.pdf"),
        room.path().join("broken.pdf"),
    );
    let unpacked = Command::new("qpdf")
        .args(["--qdf", "--object-streams=disable"])
        .arg(&made[0])
        .arg(&plain)
        .status();
    assert!(unpacked.unwrap().success());
    let bytes: Vec<u8> = fs::read(&plain).unwrap();
    let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    let without: Vec<u8> = text
        .replace("/Lang ", "/Lxng ")
        .chars()
        .map(|letter| letter as u8)
        .collect();
    assert_ne!(without, bytes);
    fs::write(&broken, without).unwrap();
    assert!(!outloud(&broken).0);
}

/// What is read, without blanks, and without what every page ends with.
fn read(file: &Path) -> String {
    let made = Command::new("pdftotext")
        .arg("-raw")
        .arg(file)
        .arg("-")
        .output()
        .expect("pdftotext (tests/run installs it)");
    let text = text(&made.stdout);
    let pages = text.trim_end_matches('\u{c}').split('\u{c}');
    let inside = pages.map(|page| page.trim_end().lines().rev().skip(1).collect::<Vec<_>>());
    squeezed(
        &inside
            .map(|lines| lines.into_iter().rev().collect::<String>())
            .collect::<String>(),
    )
}

fn squeezed(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_whitespace() && !matches!(letter, '\u{200B}' | '\u{AD}'))
        .collect()
}

/// Every text of a page but its style, its drawings and the figures of those, of which paper has the pictures and what is said
/// of them.
fn texts(page: &str) -> Vec<String> {
    let mut kept = page.to_owned();
    for (begin, end) in [
        ("<head>", "</head>"),
        ("<svg", "</svg>"),
        ("<summary>Visa siffrorna i bilden", "</details>"),
    ] {
        while let Some(at) = kept.find(begin) {
            let length = kept[at..].find(end).expect(end) + end.len();
            kept.replace_range(at..at + length, "");
        }
    }
    let pieces = kept.split('<').filter_map(|piece| piece.split_once('>'));
    let plain = pieces.map(|(_, text)| {
        let marks = [
            ("&lt;", "<"),
            ("&gt;", ">"),
            ("&quot;", "\""),
            ("&#x27;", "'"),
            ("&#x3D;", "="),
            ("&amp;", "&"),
        ];
        marks
            .iter()
            .fold(text.trim().to_owned(), |text, (from, to)| {
                text.replace(from, to)
            })
    });
    plain.filter(|text| !text.is_empty()).collect()
}

/// What a page says and paper has no use for: what opens or leads on a screen, signs that paper has in words.
fn is_of_the_screen(text: &str) -> bool {
    let fixed = [
        "Hoppa till innehållet",
        "Till sidans början",
        "Part och arbetsbok",
        "Värde",
        "✓",
        "✕",
        "–",
        "→",
    ];
    fixed.contains(&text)
        || text.starts_with("Visa ")
        || text.contains(" · Version ")
        || text.contains("✓\u{a0}rapporterat")
}

#[test]
fn it_says_what_the_page_says() {
    let room = tempfile::tempdir().unwrap();
    let homes = [kalix(room.path()), hard(room.path())];
    for file in homes.iter().flat_map(|home| files_ending(home, ".pdf")) {
        let page = fs::read_to_string(file.with_extension("html")).unwrap();
        let texts = texts(&page);
        assert!(texts.len() > 60, "{}", texts.len());
        let read = read(&file);
        let unsaid: Vec<&String> = texts
            .iter()
            .filter(|text| !read.contains(&squeezed(text)) && !is_of_the_screen(text))
            .collect();
        assert!(unsaid.is_empty(), "{}: {unsaid:#?}", file.display());
    }
}

#[test]
fn it_has_bookmarks() {
    let room = tempfile::tempdir().unwrap();
    let file = kalix(room.path()).join("2023-09/v1/report.pdf");
    let room = room.path().join("plain.pdf");
    Command::new("qpdf")
        .args(["--qdf", "--object-streams=disable"])
        .arg(&file)
        .arg(&room)
        .status()
        .unwrap();
    let bytes = fs::read(&room).unwrap();
    let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    // A heading an area, one a pledge, and those before and after.
    assert!(text.matches("/Dest ").count() + text.matches("/Title ").count() > 25);
}
