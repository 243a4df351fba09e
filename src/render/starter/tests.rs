#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use super::*;
use crate::model::span::DateSpan;
use crate::model::starter::{
    Accepts, StarterActivity, StarterCell, StarterColumn, StarterHeading, StarterSheet,
};

/// Texts that would be a formula, a link or markup anywhere else.
const HOSTILE: &str = "=HYPERLINK(\"http://example.se\")<&>\u{202E}";

fn starter() -> StarterWorkbook {
    let column = |heading: &str, accepts, example| StarterColumn {
        heading: StarterHeading::Written(heading.to_owned()),
        under: None,
        accepts,
        example,
    };
    let words = Accepts::Words {
        words: vec![HOSTILE.to_owned(), "a, b".to_owned()],
        only: true,
    };
    StarterWorkbook {
        path: "polisen/Logg.xlsx".to_owned(),
        title: HOSTILE.to_owned(),
        municipality: HOSTILE.to_owned(),
        partner: HOSTILE.to_owned(),
        term: DateSpan::year(2026).unwrap(),
        due: Some(5),
        is_bare: false,
        sheets: vec![StarterSheet {
            name: "O'Brien".to_owned(),
            shape: StarterShape::Table,
            activities: vec![StarterActivity {
                name: HOSTILE.to_owned(),
                means: Some(HOSTILE.to_owned()),
            }],
            frequency: None,
            columns: vec![
                column(HOSTILE, words, StarterCell::Text(HOSTILE.to_owned())),
                column("Anmärkning", Accepts::Text, StarterCell::Example),
            ],
            rows: vec![vec![StarterCell::Text(HOSTILE.to_owned())]],
        }],
    }
}

fn members(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut member = archive.by_index(index).unwrap();
            let mut text = String::new();
            std::io::Read::read_to_string(&mut member, &mut text).unwrap();
            (member.name().unwrap().into_owned(), text)
        })
        .collect()
}

#[test]
fn words_of_an_agreement_are_words_in_every_language() {
    for language in ["sv", "en"] {
        let wording = Wording::new(language, &BTreeMap::new()).unwrap();
        let bytes = render(&starter(), &wording).unwrap();
        assert_eq!(bytes, render(&starter(), &wording).unwrap());
        let members = members(&bytes);
        let sheets: Vec<&String> = members
            .iter()
            .filter(|(name, _)| name.starts_with("xl/worksheets/"))
            .map(|(_, text)| text)
            .collect();
        for sheet in &sheets {
            assert!(!sheet.contains("<f>"), "a formula: {sheet}");
            assert!(!sheet.contains("mergeCell"), "merged cells: {sheet}");
        }
        // Of the lists a sheet, whose cells the rule names.
        assert!(sheets.iter().any(|sheet| sheet.contains("$A$2:$A$3")));
        assert!(!members["xl/workbook.xml"].contains("hidden"));
        assert!(members.keys().all(|name| !name.contains("externalLink")));
        assert!(members.values().all(|text| !text.contains('\u{202E}')));
    }
}
