//! The pages and the schemas of the agreement file and of the settings have the keys that are read, and no schema refuses a file
//! that loads. `LOFTE_EXPECT=write` writes them anew.

use std::fs;
use std::path::Path;

use crate::setup::files::files_ending;
use crate::setup::files::repository;
use crate::setup::schema::{as_json, faults, schema};
use lofte::load::load;
use lofte::load::page::{BEGIN, END, agreement_tables, settings_tables};
use lofte::load::schema::{settings_text, text};

/// Holds a file against what it must be, or writes it.
fn hold(path: &str, expected: &str) {
    let path = repository(path);
    if std::env::var("LOFTE_EXPECT").is_ok_and(|wish| wish == "write") {
        fs::write(&path, expected).unwrap();
    }
    let found = fs::read_to_string(&path).unwrap();
    assert!(
        found == expected,
        "{} is not what src/load/keys says; LOFTE_EXPECT=write makes it anew",
        path.display()
    );
}

/// Holds the tables of keys on a page against the declared keys.
fn hold_tables(page: &str, tables: &str) {
    let text = fs::read_to_string(repository(page)).unwrap();
    let (before, rest) = text.split_once(BEGIN).expect("the line before the keys");
    let (_, after) = rest.split_once(END).expect("the line after the keys");
    hold(page, &format!("{before}{BEGIN}\n\n{tables}\n{END}{after}"));
}

#[test]
fn the_pages_have_every_key_as_it_is_read() {
    hold_tables("docs/agreement.md", &agreement_tables());
    hold_tables("docs/mail.md", &settings_tables());
}

#[test]
fn the_schemas_have_every_key_as_it_is_read() {
    hold("docs/agreement.schema.json", &text());
    hold("docs/settings.schema.json", &settings_text());
}

#[test]
fn the_schema_of_the_settings_refuses_what_reading_refuses() {
    let schema: serde_json::Value = serde_json::from_str(&settings_text()).unwrap();
    let head = "[mail]\nfrom = \"a@example.se\"\n";
    for (more, is_right) in [
        (
            "server = \"post.example.se\"\nport = 2587\nsecurity = \"tls\"",
            true,
        ),
        ("folder = \"post\"\npauses = []", true),
        (
            "server = \"x\"\nuser = \"a\"\ntoken = { command = [\"b\"] }",
            true,
        ),
        (
            "server = \"x\"\n[reader]\nmemory = 2048\nseconds = 40",
            true,
        ),
        ("server = \"x\"\nport = 70000", false),
        ("server = \"x\"\npatience = 0", false),
        ("server = \"x\"\nsecurity = \"ssl\"", false),
        ("sever = \"x\"", false),
        ("server = \"smtp://a:b@x\"", false),
        ("server = \"x\"\nuser = \"a\"\npassword = \"b\"", false),
        ("server = \"x\"\n[reader]\nmemory = \"much\"", false),
    ] {
        let text = format!("{head}{more}");
        let found = faults(&schema, &as_json(&text));
        assert_eq!(found.is_empty(), is_right, "{more}: {found:?}");
        let settings = lofte::load::settings::settings(&text);
        assert_eq!(
            settings.value.is_some(),
            is_right,
            "{more}: {:?}",
            settings.findings
        );
    }
}

/// Every agreement of the repository, and those of the pages.
fn agreements() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for folder in ["inputs", "tests/cases"] {
        for entry in fs::read_dir(repository(folder)).unwrap() {
            let path = entry.unwrap().path().join("agreement.toml");
            if path.is_file() {
                found.push((
                    path.display().to_string(),
                    fs::read_to_string(&path).unwrap(),
                ));
            }
        }
    }
    let every_key = repository("src/load/tests/every_key.toml");
    found.push((
        every_key.display().to_string(),
        fs::read_to_string(every_key).unwrap(),
    ));
    let page = fs::read_to_string(repository("docs/agreement.md")).unwrap();
    let (_, example) = page.split_once("```toml\n").unwrap();
    found.push((
        "docs/agreement.md".to_owned(),
        example.split_once("```").unwrap().0.to_owned(),
    ));
    found.sort();
    found
}

#[test]
fn no_agreement_that_loads_is_refused() {
    let agreements = agreements();
    assert!(agreements.len() >= 8, "{}", agreements.len());
    let mut loading = 0;
    for (name, text) in agreements {
        let folder = Path::new(&name).parent().unwrap().to_owned();
        let shared = |path: &str| {
            let own = fs::read_to_string(folder.join(path)).ok();
            own.or_else(|| Some("[areas.forst]\nname = \"Först\"\n".to_owned()))
        };
        let found = faults(&schema(), &as_json(&text));
        if load("test", &text, &shared).value.is_some() {
            loading += 1;
            assert_eq!(found, Vec::<String>::new(), "{name}");
        } else if name.contains("broken-agreement") {
            assert!(found.len() >= 2, "{name}: {found:?}");
        }
    }
    assert!(loading >= 7, "{loading}");
}

#[test]
fn what_is_mistyped_is_refused() {
    let whole = fs::read_to_string(repository("inputs/kalix/agreement.toml")).unwrap();
    for (right, wrong) in [
        ("small_numbers = 5", "smal_numbers = 5"),
        ("small_numbers = 5", "small_numbers = \"fem\""),
        ("title = ", "titel = "),
        ("from = 2022-01-01", "from = \"januari\""),
        ("per = \"week\"", "per = \"vecka\""),
        ("over = \"year\"", "over = \"år\""),
        ("longest_gap = \"6 months\"", "longest_gap = \"ofta\""),
        ("layout = \"log\"", "layout = \"logg\""),
        ("responsible = [\"polisen\"]", "responsible = 3"),
        (
            "require = { partners = true }",
            "require = { partners = { alla = [\"x\"] } }",
        ),
        ("steps = [{ text", "steps = [{ texts"),
        ("role = \"chief\"", "role = \"boss\""),
        (
            "address = \"lokalpolischef@example.se\"",
            "address = \"lokalpolischef\"",
        ),
        ("persons = true", "persons = \"ja\""),
    ] {
        let text = whole.replacen(right, wrong, 1);
        assert_ne!(text, whole, "{right}");
        assert_ne!(
            faults(&schema(), &as_json(&text)),
            Vec::<String>::new(),
            "{wrong}"
        );
    }
}

#[test]
fn the_tests_that_the_page_on_mail_names_are_there() {
    let read = |path: &Path| fs::read_to_string(path).unwrap();
    let page = read(&repository("docs/mail.md"));
    let tests: String = ["tests/behaviour/delivery", "src/deliver", "src/store"]
        .iter()
        .flat_map(|folder| files_ending(&repository(folder), ".rs"))
        .map(|path| read(&path))
        .collect();
    let table = page
        .split("## What lofte does when something goes wrong")
        .nth(1)
        .unwrap();
    let named: Vec<&str> = table
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|name| name.matches('_').count() > 4)
        .collect();
    assert!(named.len() > 12, "{named:?}");
    for name in named {
        assert!(
            tests.contains(&format!("fn {name}()")),
            "no test is called {name}"
        );
    }
    for (number, row) in table
        .lines()
        .filter(|line| line.starts_with("| "))
        .skip(2)
        .enumerate()
    {
        let mark = row.split(" |").next().unwrap();
        assert!(
            mark.ends_with(')') && mark.contains('('),
            "row {number} names no test: {row}"
        );
    }
}

/// A paragraph of a file of Debian: each field and what it says, lines that go on included.
fn fields(paragraph: &str) -> Vec<(&str, Vec<&str>)> {
    let mut fields: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in paragraph.lines() {
        match (line.strip_prefix(' '), line.split_once(':')) {
            (Some(more), _) => {
                assert!(!more.trim().is_empty(), "a blank line is written « .»");
                fields.last_mut().expect("a field first").1.push(more);
            }
            (None, Some((name, value))) => fields.push((name, vec![value.trim()])),
            (None, None) => panic!("{line} is no field"),
        }
    }
    fields
}

/// What a field of a paragraph says.
fn value<'a>(paragraph: &[(&str, Vec<&'a str>)], name: &str) -> Option<Vec<&'a str>> {
    let field = paragraph.iter().find(|(field, _)| *field == name)?;
    Some(field.1.clone())
}

#[test]
fn the_copyright_file_is_of_debians_form_and_gives_the_licence_of_the_crate() {
    let text = fs::read_to_string(repository(".packaging/copyright")).unwrap();
    let paragraphs: Vec<_> = text.split("\n\n").map(fields).collect();
    let (head, rest) = paragraphs.split_first().unwrap();
    assert_eq!(
        value(head, "Format"),
        Some(vec![
            "https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/"
        ])
    );
    let crates = fs::read_to_string(repository("Cargo.toml")).unwrap();
    let licence = |name: &str| crates.contains(&format!("\nlicense = \"{name}\"\n"));
    let (files, licences): (Vec<_>, Vec<_>) = rest
        .iter()
        .partition(|paragraph| value(paragraph, "Files").is_some());
    assert_eq!((files.len(), licences.len()), (1, 1));
    assert_eq!(value(files[0], "Files"), Some(vec!["*"]));
    assert!(value(files[0], "Copyright").is_some_and(|who| who.iter().all(|who| !who.is_empty())));
    // Named for the files, and once more with where its text is.
    let named = value(files[0], "License").unwrap();
    assert!(named.len() == 1 && licence(named[0]), "{named:?}");
    let told = value(licences[0], "License").unwrap();
    assert_eq!(told[0], named[0]);
    assert!(
        told.iter().any(|line| line.contains("https://")),
        "{told:?}"
    );
}
