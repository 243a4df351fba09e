//! No identity number in anything that lofte writes or says, however it is written in what it reads.

use std::fs;
use std::path::Path;
use std::process::Output;

use super::outputs::outputs;
use crate::setup::program::{lofte, text};
use crate::setup::workbook::write_xlsx;

/// An invented person; the check digit is another. Its last four stand in no output for another reason.
const FOUR: &str = "9787";

/// The number in many notations. What a row of a test workbook cannot hold (a bar, a line break) is tried beside the code.
fn notations() -> Vec<String> {
    let wide = |text: &str| {
        text.chars()
            .map(|c| char::from_u32(u32::from(c) - 48 + 0xFF10).unwrap())
            .collect::<String>()
    };
    let arabic = |text: &str| {
        text.chars()
            .map(|c| char::from_u32(u32::from(c) - 48 + 0x660).unwrap())
            .collect::<String>()
    };
    let by = |separator: &str| format!("850709{separator}{FOUR}");
    let mut all: Vec<String> = [
        "-",
        "",
        "+",
        ".",
        "/",
        ",",
        ":",
        "_",
        "*",
        "#",
        "~",
        "'",
        "·",
        "–",
        "—",
        "−",
        "‑",
        " ",
        " - ",
        "- ",
        " -",
        "  -  ",
        "--",
        "\u{AD}",
        "\u{AD}-",
        "\u{200B}",
        "\u{2060}-",
        "\u{A0}",
        "\u{202F}-\u{202F}",
        " (",
        "\u{FEFF}",
    ]
    .iter()
    .map(|separator| by(separator))
    .collect();
    all.extend([
        format!("19850709{FOUR}"),
        format!("19850709-{FOUR}"),
        format!("19850709 {FOUR}"),
        format!("1985-07-09 {FOUR}"),
        format!("1985-07-09-{FOUR}"),
        format!("1985.07.09.{FOUR}"),
        format!("1985/07/09 {FOUR}"),
        format!("85 07 09 {FOUR}"),
        format!("85-07-09-{FOUR}"),
        format!("85.07.09 {FOUR}"),
        format!("19 850709-{FOUR}"),
        format!("1985 0709 {FOUR}"),
        format!("850769-{FOUR}"),
        format!("19850769{FOUR}"),
        format!("850709-T{}", &FOUR[1..]),
        format!("850709R{}", &FOUR[1..]),
        format!("19850709S{}", &FOUR[1..]),
        format!("850709-{} {}", &FOUR[..2], &FOUR[2..]),
        wide(&format!("850709{FOUR}")),
        format!("{}-{}", wide("850709"), wide(FOUR)),
        format!("{}-{FOUR}", arabic("850709")),
        "8 5 0 7 0 9 9 7 8 7".to_owned(),
        format!("85O7O9-{FOUR}"),
        format!("9 juli 1985-{FOUR}"),
        format!("09-07-1985 {FOUR}"),
        format!("9/7 1985 {FOUR}"),
        format!("(850709-{FOUR})"),
        format!("850709-{FOUR}¹"),
        format!("850709 nr {FOUR}"),
        format!("850709, sista fyra {FOUR}"),
        format!("född 1985-07-09, sista fyra siffrorna {FOUR}"),
        format!("[850709]-[{FOUR}]"),
        format!("850709...{FOUR}"),
        format!("850709%2D{FOUR}"),
        format!("850709&#45;{FOUR}"),
        format!("den 9 juli 1985 nr {FOUR}"),
        format!("9 juli -85 {FOUR}"),
        format!("1985 juli 9 {FOUR}"),
        format!("8S07O9-{FOUR}"),
        format!("1985-07-09T{FOUR}"),
    ]);
    all
}

/// The agreement; every text of it that is shown holds a notation.
fn agreement(notations: &[String]) -> String {
    let at = |at: usize| notations[at % notations.len()].clone();
    let pledges: String = notations.iter().enumerate().map(|(number, notation)| format!(
        "[[pledge]]\nid = \"p{number}\"\ntext = \"Samtal med {notation}.\"\nresponsible = [\"polisen\"]\nstatement = \"Löfte {number}\"\n\
         [[pledge.note]]\nperiod = \"2023-09\"\nwhy = \"Om {}\"\n[[pledge.target]]\nof = \"samtal\"\nat_least = 4\nover = \"year\"\n", at(number + 1))).collect();
    format!(
        "title = \"Prov {}\"\nmunicipality = \"Ådalens kommun {}\"\npolice_area = \"LPO {}\"\nfrom = 2023-01-01\nto = 2023-12-31\n\
         background = \"Efter {}\"\nsuccess = \"När {} är nöjd\"\nreporting = \"Till {}\"\n\
         [partners.polisen]\nname = \"Polisen {}\"\naddress = \"polisen@example.se\"\n{pledges}\
         [activities.samtal]\none = \"samtal {}\"\nmany = \"samtal {}\"\n\
         [[source]]\npartner = \"polisen\"\nfiles = \"polisen/*.xlsx\"\n\
         [[source.sheet]]\nname = \"Logg*\"\nlayout = \"log\"\nactivity = \"samtal\"\ncolumns = {{ date = \"Datum\", count = \"Antal\" }}\n\
         [[source.sheet]]\nname = \"Läget\"\nlayout = \"statements\"\ncolumns = {{ label = \"Löfte\", status = \"Läge\", updated = \"Datum\", comment = \"Kommentar\" }}\n\
         [[recipient]]\nname = \"Chefen {}\"\nrole = \"chief\"\naddress = \"chef@example.se\"\nattach = [\"summary.xlsx\"]\n\
         [[recipient]]\nname = \"Webben\"\nrole = \"web\"\naddress = \"webb@example.se\"\n",
        at(0),
        at(1),
        at(2),
        at(3),
        at(4),
        at(5),
        at(6),
        at(7),
        at(8),
        at(9),
    )
}

fn workbook(notations: &[String]) -> String {
    let mut text = format!(
        "== Logg 850709.{FOUR}\nDatum | Antal | Plats 850709-{FOUR} | Födelsedag | Fyra sista\n2023-01-09 | 1 | Töre | 1985-07-09 | {FOUR}\n"
    );
    text.push_str(&format!(
        "2023-02-09 | 1 | Töre | '850709 | '{FOUR}\n2023-03-09 | 1 | Töre | 850709 | {FOUR}\n"
    ));
    text.push_str(&format!(
        "2023-03-10 | 850709{FOUR} | Töre\n2023-03-11 | 850709.{FOUR} | Töre\n"
    ));
    for (row, notation) in notations.iter().enumerate() {
        let cells = match row % 3 {
            0 => format!("'{notation} | 1 | Töre\n"),
            1 => format!("2023-04-09 | '{notation} | Töre\n"),
            _ => format!("2023-04-09 | 1 | 'Hos {notation}\n"),
        };
        text.push_str(&cells);
    }
    text.push_str("== Läget\nLöfte | Läge | Datum | Kommentar\n");
    for (number, notation) in notations.iter().enumerate() {
        text.push_str(&format!(
            "'Löfte {number} | 'Väntar på {notation} | 2023-09-01 | 'Ring {notation} i dag\n"
        ));
    }
    text
}

/// Digits of any script as those of ASCII, and what shows nothing left out.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|sign| !matches!(sign, '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}'))
        .map(|sign| match u32::from(sign) {
            code @ 0xFF10..=0xFF19 => char::from_u32(code - 0xFF10 + 48).unwrap(),
            code @ 0x660..=0x669 => char::from_u32(code - 0x660 + 48).unwrap(),
            _ => sign,
        })
        .collect()
}

/// Whether the last four of the invented person stand in a text, as a run of their own or after the day of birth.
fn tells(text: &str) -> bool {
    let text = plain(text);
    let alone = |at: usize, length: usize| {
        let is_part = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_alphanumeric());
        !is_part(text[..at].chars().next_back()) && !is_part(text[at + length..].chars().next())
    };
    let four = text
        .match_indices(FOUR)
        .any(|(at, four)| alone(at, four.len()));
    // «T787» names a cell of a long sheet too.
    let is_cell = |at: usize| text[..at].ends_with(['"', '!', ':', '$']);
    let interim = ["T787", "R787", "S787", "97 87", "9 7 8 7"]
        .iter()
        .flat_map(|last| text.match_indices(last))
        .any(|(at, _)| !is_cell(at));
    // What stands between marks is one text; the numbers of cells and rows beside each other are none.
    let mut pieces = text.split(['<', '>', '"']);
    let joined = pieces.any(|piece| {
        let digits: String = piece.chars().filter(char::is_ascii_digit).collect();
        ["8507099787", "8507699787"]
            .iter()
            .any(|number| digits.contains(number))
    });
    four || interim || joined
}

/// A workbook with the number where no cell is: its properties, a note, a header, a link and a rule for what may be written.
fn hidden_places(path: &Path) {
    use rust_xlsxwriter::{DataValidation, DocProperties, Note, Url, Workbook};
    let number = format!("850709-{FOUR}");
    let mut book = Workbook::new();
    let properties = DocProperties::new().set_title(&number);
    let properties = properties.set_author(&number).set_comment(&number);
    book.set_properties(&properties.set_subject(&number));
    let sheet = book.add_worksheet();
    sheet.set_header(format!("&L{number}"));
    sheet.write(0, 0, "Datum").unwrap();
    sheet.write(0, 1, "Antal").unwrap();
    sheet.write(1, 0, "2023-01-09").unwrap();
    sheet.write(1, 1, 3).unwrap();
    let note = Note::new(&number).set_author(&number);
    sheet.insert_note(1, 1, &note).unwrap();
    let link = Url::new(format!("https://example.se/{number}")).set_text(&number);
    sheet.write_url(2, 0, link).unwrap();
    let rule = DataValidation::new().allow_list_strings(&[&number]);
    sheet
        .add_data_validation(3, 0, 3, 1, &rule.unwrap())
        .unwrap();
    book.save(path).unwrap();
}

fn told_file(told: &mut Vec<(String, String)>, path: &Path) {
    let text = fs::read_to_string(path).unwrap();
    told.push((path.display().to_string(), text));
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    lofte()
        .current_dir(folder)
        .env("LOFTE_LOG", "trace")
        .args(arguments)
        .output()
        .unwrap()
}

#[test]
fn no_output_holds_an_identity_number() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    let notations = notations();
    assert!(notations.len() >= 58);
    let drop = here.join("inputs/prov/workbooks");
    let named = format!("polisen/850709.{FOUR}.xlsx");
    write_xlsx(&workbook(&notations), &drop.join(&named));
    // Of another folder, one that cannot be read, and one whose folder has the day of birth.
    write_xlsx(
        "== Blad\nDatum | Antal\n2023-01-09 | 1\n",
        &drop.join(format!("okänd/{} 19850709-{FOUR}.xlsx", "Kopia")),
    );
    fs::write(
        drop.join(format!("polisen/850709 {FOUR} trasig.xlsx")),
        format!("PK\u{3}\u{4} 850709-{FOUR}"),
    )
    .unwrap();
    fs::create_dir_all(drop.join("850709")).unwrap();
    fs::write(
        drop.join(format!("850709/{FOUR}.csv")),
        format!("Datum;Antal\n2023-01-09;850709-{FOUR}\n"),
    )
    .unwrap();
    fs::write(
        here.join("inputs/prov/agreement.toml"),
        agreement(&notations),
    )
    .unwrap();
    let templates = here.join("inputs/prov/templates");
    let exported = run(here, &["templates", "export", "inputs/prov/templates"]);
    assert!(exported.status.success(), "{}", text(&exported.stderr));
    for name in ["report.hbs", "letter.txt.hbs", "letter.html.hbs"] {
        let path = templates.join(name);
        let own = fs::read_to_string(&path)
            .unwrap()
            .replace("</body>", &format!("<p>Fråga 850709-{FOUR}</p></body>"));
        let own = if own.contains(FOUR) {
            own
        } else {
            format!("{own}\nFråga 19850709{FOUR}\n")
        };
        fs::write(&path, own).unwrap();
    }

    let mut told: Vec<(String, String)> = Vec::new();
    let mut say = |what: &str, output: &Output, codes: &[i32]| {
        assert!(
            output
                .status
                .code()
                .is_some_and(|code| codes.contains(&code)),
            "{what}: {}",
            text(&output.stderr)
        );
        told.push((format!("{what}, told"), text(&output.stdout)));
        told.push((format!("{what}, log and faults"), text(&output.stderr)));
    };
    for (command, more) in [
        ("check", vec![]),
        ("check", vec!["--format", "json"]),
        ("run", vec![]),
        ("run", vec!["--format", "json"]),
    ] {
        let mut arguments = vec![command, "--period", "2023-09", "--as-of", "2023-10-05"];
        arguments.extend(more);
        say(command, &run(here, &arguments), &[0, 3]);
    }
    let workbook_text = || workbook(&notations);
    let mut told_files: Vec<(String, String)> = Vec::new();
    let workbook = format!("inputs/prov/workbooks/{named}");
    say("inspect", &run(here, &["inspect", &workbook]), &[0, 3]);
    // Arguments and agreements that cannot be used are repeated in faults.
    say(
        "a wrong argument",
        &run(here, &["run", &format!("850709-{FOUR}")]),
        &[2],
    );
    let broken = here.join("inputs/trasig");
    fs::create_dir_all(&broken).unwrap();
    fs::write(broken.join("agreement.toml"), format!("titel = \"x\"\n850709-{FOUR} = 1\nfrom = \"850709 {FOUR}\"\ninclude = \"850709-{FOUR}.toml\"\nlanguage = \"19850709{FOUR}\"\n[partners.\"850709-{FOUR}\"]\n")).unwrap();
    say(
        "a broken agreement",
        &run(here, &["check", "inputs/trasig"]),
        &[1],
    );
    fs::write(
        broken.join("agreement.toml"),
        format!("title = 850709-{FOUR} x\n"),
    )
    .unwrap();
    say(
        "an agreement that is no TOML",
        &run(here, &["check", "inputs/trasig"]),
        &[1],
    );

    // An agreement that is begun from such a workbook, and the workbooks that another lacks.
    let new = here.join("inputs/ny");
    write_xlsx(&workbook_text(), &new.join("workbooks").join(&named));
    hidden_places(&new.join(format!("workbooks/Bok 850709 {FOUR}.xlsx")));
    let term = ["--from", "2023-01-01", "--to", "2023-12-31"];
    let who = ["--municipality", "Nyby", "--police-area", "LPO Ny"];
    let begin = [&["init", "inputs/ny"][..], &who, &term].concat();
    say("init", &run(here, &begin), &[0, 3]);
    told_file(&mut told_files, &new.join("agreement.toml"));
    let starters = ["init", "inputs/prov", "--starter-workbooks", "starters"];
    say("init for partners", &run(here, &starters), &[0, 3]);
    say(
        "inspect of both",
        &run(here, &["inspect", "inputs/ny/workbooks"]),
        &[0, 1, 3],
    );
    say("doctor", &run(here, &["doctor", "inputs/prov"]), &[0, 1, 3]);
    told.append(&mut told_files);
    if here.join("starters").is_dir() {
        told.extend(outputs(&here.join("starters")));
    }
    told.extend(outputs(&here.join("outputs")));
    assert!(
        told.iter()
            .any(|(name, _)| name.ends_with("v1/report.html"))
    );
    assert!(told.iter().any(|(_, text)| text.contains("••••••-••••")));
    let leaks: Vec<String> = told
        .iter()
        .filter(|(_, text)| tells(text))
        .map(|(name, text)| {
            let text = plain(text);
            let line = text.lines().find(|line| tells(line)).unwrap_or_default();
            format!("{name}: {}", line.chars().take(300).collect::<String>())
        })
        .collect();
    assert!(leaks.is_empty(), "{}", leaks.join("\n"));
}
