//! What `lofte inspect` says of workbooks that are hard to understand.

use std::fs;

use super::*;
use crate::setup::program::text;
use crate::setup::workbook;

#[test]
fn what_cannot_be_read_is_told_and_holds_up_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let empty = folder.path().join("Tom.xlsx");
    fs::write(&empty, b"").unwrap();
    let notes = folder.path().join("Anteckningar.xlsx");
    workbook::write_xlsx("== Blad1\nRing kommunen\n", &notes);
    let log = folder.path().join("Polisen/Log [1].xlsx");
    let rows = "Date | Location | Number of checks | Name\n2023-01-05 | Main street | 2 | Anna Andersson\n\
                2023-01-06 | Park | 1\n2023-01-09 | School | 3 | Bo Berg\nTotal |  | 5\n";
    workbook::write_xlsx(
        &format!("== Notes\nCall them\n\n== \u{e5}\"b (hidden)\n{rows}"),
        &log,
    );

    let printed = inspect(&[empty, notes, log], &["--language", "en"]);
    let printed_text = text(&printed.stdout);
    assert_eq!(printed.status.code(), Some(3), "{printed_text}");
    for line in [
        "# Sheet “Blad1”: no recognisable table",
        "# Sheet “å\"b” (hidden): a row an occasion, a week or a month (log)",
        "partner = \"polisen\"",
        "files = \"**/Log ?1?.xlsx\"",
        "name = \"å\\\"b\"",
        "columns = { date = \"Date\", place = \"Location\", count = \"Number of checks\" }",
    ] {
        assert!(
            printed_text
                .lines()
                .any(|printed_text| printed_text == line),
            "{line}\n{printed_text}"
        );
    }
    // Nobody's name is shown.
    assert!(
        printed_text.contains("«Name»")
            && !printed_text.contains("Anna")
            && !printed_text.contains("Bo Berg"),
        "{printed_text}"
    );
    // All but the source is comments.
    assert_eq!(loaded(&format!("{HEAD}\n{printed_text}")).sources.len(), 1);

    let missing = inspect(&[folder.path().join("nowhere.xlsx")], &[]);
    assert_eq!(missing.status.code(), Some(1));
    let no_agreement = inspect(
        &[folder.path().join("Tom.xlsx")],
        &["--agreement", folder.path().to_str().unwrap()],
    );
    assert_eq!(no_agreement.status.code(), Some(2));
}

#[test]
fn nothing_that_names_something_is_counted_and_nothing_is_taken_for_what_it_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        workbook::write_xlsx(text, &path);
        path
    };
    let paths = [
        write(
            "Statistik.xlsx",
            "== Data\nMånad | Kommunkod | Kontroller | Andel (%)\nJanuari 2023 | 114 | 3 | 12\n\
             Februari 2023 | 114 | 4 | 13\n",
        ),
        write(
            "Regioner.xlsx",
            "== Data\nRegion | År | Januari | Februari | Mars\nA | 2022 | 1 | 2 | 3\nA | 2023 | 1 | 2 | 3\n",
        ),
        write(
            "Kontroller.xlsx",
            "== Data\nDatum | Typ\n2023-01-05 | Hastighet\n2023-01-06 | Nykterhet\n2023-01-09 | Hastighet\n\
             2023-01-10 | Nykterhet\n",
        ),
        write(
            "Ärenden.xlsx",
            "== Inkomna\nInkom | Ärende | Plats\n2023-01-05 | 1 | Torget\n2023-01-06 | 2 | Badet\n\n\
             == Svar\nÄrende | Besvarat\n1 | 2023-01-08\n",
        ),
        write(
            "Logg 2022.xlsx",
            "== Logg\nVecka | Besök\nv. 3 | 2\nv. 4 | 1\n",
        ),
        write(
            "Logg 2023.xlsx",
            "== Logg\nVecka | Besök\nv. 3 | 2\nv. 4 | 1\n",
        ),
    ];
    let printed_text =
        text(&inspect(&paths, &["--drop-folder", folder.path().to_str().unwrap()]).stdout);
    let has = |line: &str| {
        printed_text
            .lines()
            .any(|printed_text| printed_text == line)
    };
    for line in [
        "columns = { month = \"Månad\", count = \"Kontroller\" }",
        "expected = \"monthly\"",
        "# activity = { column = \"Typ\", values = { \"Hastighet\" = \"hastighet\", \"Nykterhet\" = \"nykterhet\" } }",
        "answers = \"inkomna\"",
        "columns = { answered = \"Besvarat\", case = \"Ärende\" }",
        "files = \"Logg 20??.xlsx\"",
        "expected = \"weekly\"",
    ] {
        assert!(has(line), "{line}\n{printed_text}");
    }
    // Years below each other are read each as its own.
    assert!(has("#   Räknas: rad 2–3 (regioner 12)"), "{printed_text}");
    assert_eq!(
        printed_text.matches("[[source]]").count(),
        5,
        "{printed_text}"
    );
    let read = loaded(&format!(
        "{HEAD}[partners.partner]\nname = \"x\"\n{printed_text}"
    ));
    assert_eq!(read.sources.len(), 5);
    let instead = printed_text
        .replace("activity = \"kontroller\"\n", "")
        .replace("# activity = { column", "activity = { column");
    assert!(
        loaded(&format!("{HEAD}partner.name = \"x\"\n{instead}"))
            .sources
            .iter()
            .any(|source| source.sheets[0].gives("nykterhet"))
    );
}

#[test]
fn numbers_that_may_be_counted_or_not_are_told_in_both_readings() {
    let folder = tempfile::tempdir().unwrap();
    let guards = folder.path().join("vakt/Ordningsvakter.xlsx");
    let rows = "Datum | Antal vakter\n2023-01-05 | 2\n2023-01-06 | 3\n";
    workbook::write_xlsx(&format!("== Vakter\n{rows}"), &guards);
    let visits = folder.path().join("polisen/Besök.xlsx");
    let rows = "Datum | Nr | Centrum | Stationen | Besökare\n2023-01-05 | 1 | 1 | 2 | 40\n2023-01-09 | 2 | 2 |  | 30\n";
    workbook::write_xlsx(&format!("== Besök\n{rows}"), &visits);

    let printed = inspect(&[guards, visits], &[]);
    let printed = text(&printed.stdout);
    for line in [
        "#   Räknas: rad 2–3 (vakter 5)",
        "#   Eller är varje rad ett tillfälle, hur många det än står: vakter 2",
        "# columns = { date = \"Datum\" }",
        "#   Räknas: rad 2–3 (besok 2)",
        "#   Eller räknas talen i varje kolumn för sig: centrum 3 · stationen 2",
        "# counts = { centrum = \"Centrum\", stationen = \"Stationen\" }",
    ] {
        assert!(
            printed.lines().any(|printed| printed == line),
            "{line}\n{printed}"
        );
    }
}
