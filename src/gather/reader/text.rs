//! Tables in plain text, as Excel and others save them: separated by semicolons, tabs, commas or bars, in UTF-8, UTF-16 or
//! Windows-1252.
//!
//! RFC 4180, with Excel's additions: a byte order mark, `sep=;` as the first line. Numbers and dates stay text for
//! the value readers.

use super::convert::folded;
use super::encoding::decoded;
use super::fault::Fault;
use super::fields::rows;
use crate::gather::cell::Sheet;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// In order of preference: decimal commas are common in tables separated by semicolons, semicolons in others are
/// rare.
const SEPARATORS: [char; 4] = [';', '\t', ',', '|'];

/// How much of a file is examined to detect its kind, in bytes and in lines.
const HEAD: usize = 4096;

const HEAD_LINES: usize = 40;

/// The table as a sheet named after its file.
pub(super) fn sheet(bytes: &[u8], shown: &str) -> Result<Sheet, Fault> {
    let text = decoded(bytes);
    let (separator, text) = declared(&text).unwrap_or_else(|| {
        (
            separator(&text).unwrap_or(if text.contains(';') { ';' } else { '\t' }),
            text.as_str(),
        )
    });
    let file = shown.rsplit('/').next().unwrap_or(shown);
    let name = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    Ok(Sheet {
        name: folded(name),
        rows: rows(text, separator)?,
        colours_known: true,
        ..Sheet::default()
    })
}

/// Whether bytes of no other format are a text with columns, or only their header.
pub(super) fn has_columns(bytes: &[u8]) -> bool {
    let head = decoded(bytes.get(..HEAD).unwrap_or(bytes));
    is_tabular(&head) || (is_text(&head) && is_lone_header(&head))
}

fn is_text(head: &str) -> bool {
    !head
        .chars()
        .any(|c| c < '\t' || ('\u{0E}'..' ').contains(&c))
}

fn is_tabular(head: &str) -> bool {
    is_text(head) && (declared(head).is_some() || separator(head).is_some())
}

/// Whether a file is a text with columns and rows; false if it cannot be read.
pub(crate) fn is_table(path: &Path) -> bool {
    let mut head = Vec::new();
    let read = File::open(path).and_then(|file| file.take(HEAD as u64).read_to_end(&mut head));
    read.is_ok() && !head.starts_with(b"<") && is_tabular(&decoded(&head))
}

/// The separator declared by the first line, `sep=;`, and the text after it. The line is kept as an empty one, so
/// that row numbers agree with a text editor's.
fn declared(text: &str) -> Option<(char, &str)> {
    let rest = text
        .strip_prefix("sep=")
        .or_else(|| text.strip_prefix("SEP="))?;
    let separator = rest.chars().next().filter(|c| SEPARATORS.contains(c))?;
    let after = rest.get(separator.len_utf8()..)?;
    after
        .starts_with(['\r', '\n'])
        .then_some((separator, after))
}

/// The separator of a table: it is in at least two lines, and in most.
fn separator(text: &str) -> Option<char> {
    let lines = lines(text);
    let parted = |separator: char| lines.iter().filter(|line| occurs(line, separator)).count();
    // Of equals the last is chosen, so the order is reversed.
    let best = SEPARATORS
        .into_iter()
        .rev()
        .max_by_key(|separator| parted(*separator))?;
    let count = parted(best);
    (count >= 2 && count * 2 > lines.len())
        .then_some(best)
        .or_else(|| has_blank_after_commas(&lines).then_some(','))
}

/// Whether every line has as many commas, each with a blank after it: a table, and no prose.
fn has_blank_after_commas(lines: &[&str]) -> bool {
    let commas = |line: &&str| {
        let outside: String = line.split('"').step_by(2).collect();
        outside.matches(", ").count()
    };
    let first = lines.first().map_or(0, commas);
    lines.len() > 2 && first > 1 && lines.iter().all(|line| commas(line) == first)
}

/// The first non-empty lines, with any line ending.
fn lines(text: &str) -> Vec<&str> {
    text.split(['\r', '\n'])
        .filter(|line| !line.trim().is_empty())
        .take(HEAD_LINES)
        .collect()
}

/// Whether a text is only the header of a table without rows.
fn is_lone_header(text: &str) -> bool {
    matches!(lines(text).as_slice(), [line] if occurs(line, ';') || occurs(line, '\t'))
}

/// Whether the separator is in a line outside quotation marks. A comma followed by a blank is prose.
fn occurs(line: &str, separator: char) -> bool {
    let outside: String = line.split('"').step_by(2).collect();
    match separator {
        ',' => outside
            .split(',')
            .skip(1)
            .any(|after| !after.starts_with(' ')),
        separator => outside.contains(separator),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::gather::cell::Cell;

    fn texts(bytes: &[u8]) -> Vec<Vec<String>> {
        let shown = |cell: &Cell| match cell {
            Cell::Text(text) => text.clone(),
            cell => format!("{cell:?}"),
        };
        sheet(bytes, "a/b.csv")
            .unwrap()
            .rows
            .iter()
            .map(|row| row.iter().map(shown).collect())
            .collect()
    }

    #[test]
    fn tables_as_excel_saves_them() {
        let expected = [vec!["Datum", "Plats"], vec!["2023-04-15", "Töre, 1,5"]];
        let semicolons = "Datum;Plats\r\n2023-04-15;Töre, 1,5\r\n";
        let utf16: Vec<u8> = "\u{feff}Datum\tPlats\r\n2023-04-15\tTöre, 1,5\r\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        for bytes in [
            semicolons.as_bytes().to_vec(),
            [b"\xEF\xBB\xBF", semicolons.as_bytes()].concat(),
            b"Datum;Plats\r\n2023-04-15;T\xF6re, 1,5\r\n".to_vec(),
            utf16,
            "Datum\tPlats\n2023-04-15\tTöre, 1,5".as_bytes().to_vec(),
            "Datum,Plats\n2023-04-15,\"Töre, 1,5\"\n"
                .as_bytes()
                .to_vec(),
            "Datum;Plats;;\n2023-04-15;\"Töre, 1,5\";;\n"
                .as_bytes()
                .to_vec(),
        ] {
            assert!(has_columns(&bytes), "{}", String::from_utf8_lossy(&bytes));
            assert_eq!(
                texts(&bytes),
                expected,
                "{}",
                String::from_utf8_lossy(&bytes)
            );
        }
        assert_eq!(
            sheet(semicolons.as_bytes(), "polisen/Logg 2023.csv")
                .unwrap()
                .name,
            "Logg 2023"
        );
    }

    #[test]
    fn bars_and_single_quotation_marks() {
        let expected = [
            vec!["A", "B"],
            vec!["Torget, norr", "1"],
            vec!["Badet", "2"],
        ];
        for text in [
            "A|B\nTorget, norr|1\nBadet|2\n",
            "'A','B'\n'Torget, norr','1'\n'Badet','2'\n",
            "A;B\n'Torget, norr';1\n'Badet';2\n",
        ] {
            assert_eq!(texts(text.as_bytes()), expected, "{text}");
        }
        // An apostrophe before a text is Excel's, one within it a name's.
        for (text, first) in [
            ("A;B\n'12;1\n'13;2\n", "'12"),
            ("A;B\nO'Learys;1\nBadet;2\n", "O'Learys"),
        ] {
            assert_eq!(texts(text.as_bytes())[1], [first, "1"]);
        }
    }

    #[test]
    fn quotes_line_breaks_empty_rows_and_errors() {
        let text = "sep=;\nA;\"B \"\"b\"\"\"\n\n\"två\nrader\";#SAKNAS!;;x\n";
        let empty: Vec<&str> = vec![];
        let expected = [
            empty.clone(),
            vec!["A", "B \"b\""],
            empty,
            vec!["två\nrader", "Error(\"#SAKNAS!\")", "Empty", "x"],
        ];
        assert_eq!(texts(text.as_bytes()), expected);
    }

    #[test]
    fn a_quotation_mark_that_is_not_closed_swallows_nothing() {
        let open = [
            vec!["A", "B"],
            vec!["\"Kiosken", "1"],
            vec!["Badet", "2"],
            vec!["Skolan", "3"],
        ];
        assert_eq!(
            texts("A;B\n\"Kiosken;1\nBadet;2\nSkolan;3".as_bytes()),
            open
        );
        // Another that is whole stands below.
        assert_eq!(
            texts("A;B\n\"Kiosken;1\n\"Badet\";2\nSkolan;3".as_bytes()),
            open
        );
        for (whole, field) in [
            ("A;B\n\"a \"b\" c\";1", "a \"b\" c"),
            ("A;B\n\"a\" ;1", "a"),
            ("A;B\n\"\";1", "Empty"),
            ("A;B\n5\" rör;1", "5\" rör"),
        ] {
            assert_eq!(texts(whole.as_bytes())[1], [field, "1"], "{whole}");
        }
    }

    #[test]
    fn a_row_of_more_fields_than_the_others_is_read_rightly_or_not_at_all() {
        let rows = |row: &str| texts(format!("D,P,A\n1,a,2\n{row}\n3,b,4\n").as_bytes())[2].clone();
        // A comma with a blank after it stands in a text.
        assert_eq!(rows("2,Väg 10, 40,1"), ["2", "Väg 10, 40", "1"]);
        assert_eq!(rows("2,c,5,,"), ["2", "c", "5"]);
        for shifted in ["2,Väg 10,40,1", "2, a, b, c,1"] {
            let shown = format!("Error(\"{shifted}\")");
            assert_eq!(
                rows(shifted),
                [shown.clone(), shown.clone(), shown],
                "{shifted}"
            );
        }
        // What Excel saves has as many fields in every row, notes beside the table too.
        assert_eq!(
            texts(b"D;A;\n1;2;\n2;3;ring Anna\n3;4;\n")[2],
            ["2", "3", "ring Anna"]
        );
        // More rows may have it than not.
        let most = texts(b"D,P,A\n1,a,2\n2,V,40,1\n3,V,40,1\n4,V,41,1\n");
        assert_eq!(most[4][0], "Error(\"4,V,41,1\")");
        assert_eq!(
            texts(b"D;P;A\n1;a;2;bra\n2;b;3;ring Anna\n")[2],
            ["2", "b", "3", "ring Anna"]
        );
        // A mark that is never closed in its own line takes no other line with it.
        assert_eq!(
            texts(b"D;P;A\n1;\"a;2\n2;b\";3\n3;c;4\n")[1..],
            [["1", "a", "2"], ["2", "b", "3"], ["3", "c", "4"]]
        );
        // A blank after each comma.
        assert_eq!(
            texts(b"D, P, A\n1, a, 2\n2, b, 3\n")[1..],
            [["1", "a", "2"], ["2", "b", "3"]]
        );
        // As many fields as headings, since nobody remarked anything.
        let remarked = |row: &str| {
            let text = format!("D,P,A,R\n1,a,2,\n2,b,3,lugnt\n{row}\n3,c,4,\n");
            texts(text.as_bytes())[3].clone()
        };
        assert_eq!(remarked("2,Väg 10, 40,1"), ["2", "Väg 10, 40", "1"]);
        assert!(remarked("2,c,3,5")[2].starts_with("Error"));
        assert_eq!(remarked("2,c,3,bra"), ["2", "c", "3", "bra"]);
        assert_eq!(remarked("2,c,3,112"), ["2", "c", "3", "112"]);
        // The header once more is no remark.
        assert_eq!(
            texts(b"K,jan,feb\na,1,2\nb,3,4\nc,5,\nK,jan,feb\nd,6,\n")[2],
            ["b", "3", "4"]
        );
        assert_eq!(
            texts(b"K,jan,feb\na,1,\nb,3,4\nc,5,\nK,jan,feb\nd,6,\n")[2],
            ["b", "3", "4"]
        );
        // The last headings may have nothing under them.
        assert_eq!(texts(b"D;A;B;C\n1;2\n2;3\n")[0], ["D", "A", "B", "C"]);
    }

    #[test]
    fn letters_of_dos_and_mac_are_read() {
        let expected = [vec!["Månad", "Område"], vec!["Maj", "Östra"]];
        for bytes in [
            b"M\x86nad;Omr\x86de\r\nMaj;\x99stra\r\n".as_slice(),
            b"M\x8Cnad;Omr\x8Cde\rMaj;\x85stra\r",
            b"M\xE5nad;Omr\xE5de\r\nMaj;\xD6stra\r\n",
        ] {
            assert_eq!(texts(bytes), expected);
        }
        // Quotation marks, dashes and signs as Windows writes them.
        assert_eq!(
            texts(b"A;B\n\x93ord\x94;a \x96 b\x99\n\x84ord\x94;1\n")[1..],
            [vec!["“ord”", "a – b™"], vec!["„ord”", "1"]]
        );
    }

    #[test]
    fn notes_are_no_tables() {
        for (text, expected) in [
            ("Hej!\nKan du ringa, gärna i dag?\n", false),
            (
                "Rubrik\n\nEn rad.\nEn till; med semikolon.\nTvå; så.\nTre.\nFyra.\n",
                false,
            ),
            ("", false),
            ("Datum;Antal", false),
            ("Datum;Antal\n2023-04-15;3\n", true),
            ("Datum;Antal\r2023-04-15;3\r", true),
            ("a\u{1}b;c\nd;e\n", false),
        ] {
            assert_eq!(is_tabular(text), expected, "{text}");
        }
        // Where a workbook is expected, a header alone is a table that nobody has begun on.
        assert!(
            has_columns(b"Datum;Antal\r\n")
                && !has_columns(b"Hej, Anna")
                && !has_columns(b"a\x01;b")
        );
    }
}
