//! `lofte doctor` says what is not in place and what to do about it; `lofte` alone says what to do next.

use std::fs;
use std::path::Path;
use std::process::Output;

use crate::setup::program;
use crate::setup::program::text;
use crate::setup::workbook;

const AGREEMENT: &str = r#"
title = "Medborgarlöfte Ådalen 2025"
municipality = "Ådalens kommun"
police_area = "LPO Ådalen"
from = 2025-01-01
to = 2025-12-31
[partners.polisen]
name = "Polisen"
[[source]]
partner = "polisen"
files = "polisen/Logg.xlsx"
[[source.sheet]]
layout = "log"
activity = "rond"
columns = { date = "Datum" }
"#;

const PLEDGE: &str = r#"
[[pledge]]
id = "ronder"
text = "Minst två ronder."
responsible = ["polisen"]
[[pledge.target]]
of = "rond"
at_least = 2
over = "year"
"#;

fn lofte(folder: &Path, arguments: &[&str]) -> Output {
    program::lofte()
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("lofte runs")
}

fn write(folder: &Path, agreement: &str) {
    let home = folder.join("inputs/adalen");
    fs::create_dir_all(&home).unwrap();
    fs::write(home.join("agreement.toml"), agreement).unwrap();
}

fn drop_workbook(folder: &Path, name: &str) {
    let path = folder.join("inputs/adalen/workbooks/polisen").join(name);
    let text = "== Logg\nDatum | Plats\n2025-03-01 | Torget\n2025-05-02 | Kajen\n";
    workbook::write_xlsx(text, &path);
}

/// The line of what is printed that holds some words.
fn line<'a>(printed: &'a str, words: &str) -> &'a str {
    let found = printed.lines().find(|line| line.contains(words));
    found.unwrap_or_else(|| panic!("no «{words}» in\n{printed}"))
}

#[test]
fn what_is_not_in_place_is_told_with_its_remedy() {
    let here = tempfile::tempdir().unwrap();
    let folder = here.path();
    let nothing = lofte(folder, &["doctor"]);
    assert_eq!(nothing.status.code(), Some(3));
    let told = text(&nothing.stdout);
    assert!(line(&told, "inget avtal under inputs. Skapa en mapp").contains("FEL"));
    assert!(line(&told, "Klockan visar").contains("bra"));

    // No pledge, no drop folder.
    write(folder, AGREEMENT);
    let begun = lofte(folder, &["doctor"]);
    let told = text(&begun.stdout);
    assert_eq!(begun.status.code(), Some(3), "{told}");
    assert!(line(&told, "inga löften").trim_start().starts_with("FEL"));
    assert!(line(&told, "inputs/adalen/workbooks").contains("Skapa mappen"));

    // A fault in the agreement, named with its line.
    write(
        folder,
        &AGREEMENT.replace("partner = \"polisen\"", "partner = \"polis\""),
    );
    let faulty = lofte(folder, &["doctor"]);
    let told = text(&faulty.stdout);
    assert_eq!(faulty.status.code(), Some(3), "{told}");
    assert!(
        line(&told, "har 1 fel").contains("lofte check inputs/adalen"),
        "{told}"
    );

    // Everything but a workbook, and one that nobody reads.
    write(folder, &format!("{AGREEMENT}{PLEDGE}"));
    drop_workbook(folder, "Annan.xlsx");
    let told = text(&lofte(folder, &["doctor"]).stdout);
    assert!(line(&told, "Ingen arbetsbok för polisen/Logg.xlsx").contains("FEL"));
    assert!(line(&told, "polisen/Annan.xlsx läses inte").contains("obs"));

    // All there: notes change no exit code.
    fs::remove_file(folder.join("inputs/adalen/workbooks/polisen/Annan.xlsx")).unwrap();
    drop_workbook(folder, "Logg.xlsx");
    let whole = lofte(folder, &["doctor", "inputs/adalen", "--language", "en"]);
    let told = text(&whole.stdout);
    assert_eq!(whole.status.code(), Some(0), "{told}");
    assert!(line(&told, "1 pledge").contains("good"), "{told}");
    assert!(line(&told, "No settings are chosen").contains("note"));
    assert!(line(&told, "The clock shows").contains("good"));
    assert!(!folder.join("outputs").exists());
}

#[test]
fn what_the_settings_name_is_looked_for() {
    let here = tempfile::tempdir().unwrap();
    let folder = here.path();
    write(folder, &format!("{AGREEMENT}{PLEDGE}"));
    drop_workbook(folder, "Logg.xlsx");
    let settings = folder.join("lofte.toml");
    let doctor = || lofte(folder, &["doctor", "--settings", "lofte.toml"]);
    for (mail, words, code) in [
        (
            "[mail]\nfrom = \"a@example.se\"\nfolder = \"brev\"\n",
            "finns inte",
            3,
        ),
        (
            "[mail]\nfrom = \"a@example.se\"\nserver = \"mail.example.se\"\nuser = \"a\"\npassword = { file = \"hemlig\" }\n",
            "hemlig",
            3,
        ),
        (
            "[mail]\nfrom = \"a@example.se\"\nserver = \"mail.example.se\"\n",
            "send --test",
            0,
        ),
        ("[mail]\nfrom = \"inte en adress\"\n", "FEL", 3),
        ("", "säger inget om e-post", 0),
    ] {
        fs::write(&settings, mail).unwrap();
        let looked = doctor();
        let told = text(&looked.stdout);
        assert_eq!(looked.status.code(), Some(code), "{mail}{told}");
        line(&told, words);
    }
}

#[test]
fn lofte_alone_says_what_to_do_next() {
    let here = tempfile::tempdir().unwrap();
    let folder = here.path();
    let next = |words: &str| {
        let printed = lofte(folder, &[]);
        let told = text(&printed.stdout);
        assert_eq!(printed.status.code(), Some(0), "{}", text(&printed.stderr));
        line(&told, words);
        line(&told, "lofte doctor");
    };
    next("lofte init inputs/KOMMUN");
    workbook::write_xlsx("== A\nDatum\n", &folder.join("Logg.xlsx"));
    next("Här ligger 1 arbetsbok");
    fs::remove_file(folder.join("Logg.xlsx")).unwrap();
    write(folder, "title = ");
    next("avtalet har fel");
    write(folder, AGREEMENT);
    next("skriv in löftena");
    write(folder, &format!("{AGREEMENT}{PLEDGE}"));
    next("lofte init --starter-workbooks inputs/adalen");
    drop_workbook(folder, "Logg.xlsx");
    next("lofte run inputs/adalen");
    assert_eq!(lofte(folder, &["run"]).status.code(), Some(0));
    next("Inget mer att göra nu");
    let recipient =
        "[[recipient]]\nname = \"Ordförande\"\nrole = \"chair\"\naddress = \"a@example.se\"\n";
    write(folder, &format!("{AGREEMENT}{PLEDGE}{recipient}"));
    next("Skicka den sedan");
    let ahead = AGREEMENT.replace("2025-", "2125-");
    write(folder, &format!("{ahead}{PLEDGE}"));
    next("ingen månad av den har gått");
}
