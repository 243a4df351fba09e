#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod drawn;

use std::fs;
use std::path::Path;

use super::lexicon::folded;
use super::*;
use crate::load::load;
use crate::model::book::BookCell;
use crate::model::finding::FindingKind;

const KALIX: &str = include_str!("../../../inputs/kalix/agreement.toml");
const EVERY_KEY: &str = include_str!("../tests/every_key.toml");

/// The words of both languages, as their files have them on one line each.
fn languages() -> Vec<BookWords> {
    let files = [
        include_str!("../../../templates/lang/sv.ftl"),
        include_str!("../../../templates/lang/en.ftl"),
    ];
    let words = |file: &str| {
        let lines = file
            .lines()
            .filter(|line| line.starts_with(BookWords::SUBJECT));
        BookWords::new(lines.filter_map(|line| {
            let (key, text) = line.split_once(" = ")?;
            Some((key.to_owned(), text.to_owned()))
        }))
    };
    files.into_iter().map(words).collect()
}

/// The text of an agreement after it was a workbook in a language, 0 or 1.
fn back(text: &str, language: usize) -> String {
    let languages = languages();
    let lexicon = Lexicon {
        own: &languages[language],
        all: &languages,
    };
    let drawn = draw(text, lexicon).expect("a workbook");
    let read = read(&drawn.read_back(), AGREEMENT_BOOK, lexicon);
    assert_eq!(read.faults, [], "{text}");
    read.text
}

#[test]
fn every_heading_is_known_again_and_means_one_thing() {
    let languages = languages();
    for own in &languages {
        let lexicon = Lexicon {
            own,
            all: &languages,
        };
        for sheet in spec::sheets() {
            assert_ne!(
                lexicon.text(&format!("book-{}", sheet.name)),
                format!("book-{}", sheet.name)
            );
            for column in &sheet.columns {
                let words = column.words(sheet.name);
                let text = lexicon.text(&words);
                assert_ne!(text, words, "a heading without words");
                assert_ne!(
                    lexicon.text(&format!("{words}-note")),
                    format!("{words}-note")
                );
                let meant: Vec<String> = sheet
                    .columns
                    .iter()
                    .map(|column| column.words(sheet.name))
                    .filter(|key| lexicon.means(key, &text))
                    .collect();
                assert_eq!(meant, [words], "{text} of {}", sheet.name);
                for word in column.kind.words() {
                    let written = lexicon.word(word);
                    assert_eq!(
                        lexicon.canonical(&written, column.kind.words()),
                        Some(*word),
                        "{written}"
                    );
                }
            }
        }
    }
}

#[test]
fn agreements_come_back_from_their_workbooks() {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut texts = vec![KALIX.to_owned(), EVERY_KEY.to_owned()];
    for case in fs::read_dir(repository.join("tests/cases")).unwrap() {
        let folder = case.unwrap().path();
        let include = |name: &str| fs::read_to_string(folder.join(name)).ok();
        let text = fs::read_to_string(folder.join("agreement.toml")).unwrap_or_default();
        if load("a", &text, &include).value.is_some() {
            texts.push(text);
        }
    }
    let mut whole = 0;
    for text in &texts {
        for language in [0, 1] {
            let made = back(text, language);
            assert!(is_same(text, &made), "{text}\n-----\n{made}");
            // A second time nothing changes any more, the order of everything included.
            assert_eq!(back(&made, language), made);
            let names = |text: &str| {
                let agreement = load("a", text, &|_| None).value;
                agreement.map(|agreement| {
                    let partners: Vec<String> = agreement
                        .partners
                        .iter()
                        .map(|partner| partner.id.clone())
                        .collect();
                    let pledges: Vec<String> = agreement
                        .pledges
                        .iter()
                        .map(|pledge| pledge.id.clone())
                        .collect();
                    let areas: Vec<String> =
                        agreement.areas.iter().map(|area| area.id.clone()).collect();
                    (partners, pledges, areas)
                })
            };
            assert_eq!(names(text), names(&made));
            whole += 1;
        }
    }
    assert!(whole >= 20, "{whole}: the cases are not found");
}

#[test]
fn what_people_know_has_its_place_and_nothing_of_kalix_is_left_over() {
    let languages = languages();
    let lexicon = Lexicon {
        own: &languages[0],
        all: &languages,
    };
    let drawn = draw(KALIX, lexicon).unwrap();
    let rows = |name: &str| {
        drawn
            .sheets
            .iter()
            .find(|sheet| sheet.name == name)
            .unwrap()
            .rows
            .len()
    };
    assert_eq!(rows("Övrigt"), 0);
    assert_eq!(
        (rows("Löften"), rows("Källor"), rows("Mottagare")),
        (19, 11, 3)
    );
    assert!(rows("Kolumner") > 40 && rows("Villkor") >= 6);
}

/// A workbook of Kalix with one cell changed by what it holds.
fn changed(sheet: &str, from: &str, to: BookCell) -> Vec<Finding> {
    let languages = languages();
    let lexicon = Lexicon {
        own: &languages[0],
        all: &languages,
    };
    let mut book = draw(KALIX, lexicon).unwrap().read_back();
    let mut cells = book
        .iter_mut()
        .filter(|known| known.name == sheet)
        .flat_map(|sheet| sheet.rows.iter_mut().flatten());
    *cells
        .find(|cell| **cell == BookCell::Text(from.to_owned()))
        .expect("the cell") = to;
    let read = read(&book, AGREEMENT_BOOK, lexicon);
    let loaded = load("kalix", &read.text, &|_| None);
    let told = loaded
        .findings
        .into_iter()
        .map(|finding| read.told(finding));
    read.faults.clone().into_iter().chain(told).collect()
}

#[test]
fn faults_name_their_cell_and_the_nearest_right_word() {
    let text = |text: &str| BookCell::Text(text.to_owned());
    let facts = [
        ("Löften", "polisen", text("polsien"), "E2", Some("polisen")),
        (
            "Mål",
            "medborgarkontakter",
            text("medborgarkontakt"),
            "A2",
            Some("medborgarkontakter"),
        ),
        ("Mål", "år", text("årr"), "G2", Some("år")),
        ("Mål", "Under", text("Undr"), "G1", Some("Under")),
        ("Blad", "logg", text("lgg"), "D2", Some("logg")),
        (
            "Kolumner",
            "Medborgarkontakter: Kv*",
            text("Medborgarkontakter"),
            "A2",
            None,
        ),
        (
            "Mottagare",
            "polischef",
            text("polischeff"),
            "B2",
            Some("polischef"),
        ),
        ("Mottagare", "polischef", BookCell::Blank, "B2", None),
        ("Avtal", "Titel", text("Tittel"), "A1", Some("Titel")),
    ];
    for (sheet, from, to, cell, near) in facts {
        let findings = changed(sheet, from, to.clone());
        let found = findings.iter().find(|finding| {
            let place = (&finding.place.sheet, &finding.place.cell);
            place == (&Some(sheet.to_owned()), &Some(cell.to_owned()))
        });
        let found = found.unwrap_or_else(|| panic!("{sheet} {to:?}: {findings:#?}"));
        assert_eq!(found.place.sheet.as_deref(), Some(sheet));
        assert_eq!(found.place.agreement_book(), Some(AGREEMENT_BOOK));
        if let Some(near) = near {
            let args = format!("{:?}", found.args());
            assert!(args.contains(&format!("\"{near}\"")), "{args}");
        }
    }
}

#[test]
fn a_sheet_that_nobody_knows_is_told_unless_it_is_ones_own() {
    let languages = languages();
    let lexicon = Lexicon {
        own: &languages[0],
        all: &languages,
    };
    let sheet = |name: &str| BookSheet {
        name: name.to_owned(),
        rows: vec![vec![BookCell::Text("x".to_owned())]],
    };
    let told = |name: &str| read(&[sheet(name)], AGREEMENT_BOOK, lexicon).faults;
    assert!(matches!(
        &told("Löftn")[..],
        [Finding { kind: FindingKind::AgreementUnknownSheet { nearest: Some(nearest), .. }, .. }] if nearest == "Löften"
    ));
    assert_eq!(told("# mina egna"), []);
    assert_eq!(read(&[], AGREEMENT_BOOK, lexicon).text, "");
}

#[test]
fn what_people_type_is_read_as_they_mean_it() {
    let languages = languages();
    let lexicon = Lexicon {
        own: &languages[0],
        all: &languages,
    };
    let text = |text: &str| BookCell::Text(text.to_owned());
    let sheet = |name: &str, rows: Vec<Vec<BookCell>>| BookSheet {
        name: name.to_owned(),
        rows,
    };
    let book = [
        sheet(
            "avtal",
            vec![
                vec![text("Vårt avtal")],
                vec![text("Titel:"), text("Löfte")],
                vec![text("minsta antal personer som visas"), text("7")],
            ],
        ),
        sheet(
            "Löften",
            vec![
                vec![text("Löften i Byn")],
                vec![
                    text("Löftets ord *"),
                    text("ID"),
                    text("Ansvariga"),
                    text("# min kolumn"),
                ],
                vec![
                    text("Ett"),
                    BookCell::Number(1.0),
                    text("polisen, kommunen"),
                    text("kom ihåg"),
                ],
            ],
        ),
        sheet(
            "Mål",
            vec![
                vec![text("Löfte"), text("Minst"), text("Under"), text("Strävan")],
                vec![
                    text("1"),
                    BookCell::PerCent(20.0),
                    text("Halvår"),
                    BookCell::Truth(true),
                ],
            ],
        ),
        sheet(
            "Anteckningar",
            vec![
                vec![text("Löfte"), text("Period")],
                vec![
                    BookCell::Number(1.0),
                    BookCell::Day("2026-09-01".parse().unwrap()),
                ],
            ],
        ),
    ];
    let read = read(&book, AGREEMENT_BOOK, lexicon);
    assert_eq!(read.faults, []);
    for line in [
        "title = \"Löfte\"",
        "small_numbers = 7",
        "id = \"1\"",
        "responsible = [\"polisen\", \"kommunen\"]",
        "at_least = \"20 %\"",
        "over = \"half-year\"",
        "effort = true",
        "period = \"2026-09\"",
    ] {
        assert!(
            read.text.lines().any(|written| written == line),
            "{line}\n{}",
            read.text
        );
    }
}

#[test]
fn words_are_compared_without_what_is_put_around_them() {
    assert_eq!(folded(" Löftets  ord *:"), "löftets ord");
}
