//! `lofte init` starts an agreement that loads, whatever workbooks lie there; each of its examples does too, once its signs of
//! a comment are taken away.

use std::fs;
use std::path::Path;
use std::process::Output;

use lofte::load::load;
use lofte::model::agreement::Agreement;

use crate::setup::files::repository;
use crate::setup::program;
use crate::setup::program::text;
use crate::setup::{schema, workbook};

fn lofte(arguments: &[&str]) -> Output {
    program::lofte()
        .args(arguments)
        .stdin(std::process::Stdio::null())
        .output()
        .expect("lofte runs")
}

const HEAD: [&str; 8] = [
    "--municipality",
    "Ådalens \"kommun\"",
    "--police-area",
    "LPO {{partners}}",
    "--from",
    "2022-01-01",
    "--to",
    "2023-12-31",
];

fn init(folder: &Path, more: &[&str]) -> Output {
    let folder = folder.to_str().unwrap();
    lofte(&[&["init", folder], &HEAD[..], more].concat())
}

/// The agreement of a folder, and its text; it fits the schema that lies beside it.
fn begun(folder: &Path) -> (Agreement, String) {
    let text = fs::read_to_string(folder.join("agreement.toml")).unwrap();
    assert!(text.starts_with("#:schema agreement.schema.json\n"));
    let beside: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(folder.join("agreement.schema.json")).unwrap())
            .unwrap();
    assert_eq!(
        schema::faults(&beside, &schema::as_json(&text)),
        Vec::<String>::new()
    );
    (loaded(&text), text)
}

fn loaded(text: &str) -> Agreement {
    let loaded = load("begun", text, &|_| None);
    loaded
        .value
        .unwrap_or_else(|| panic!("{:#?}\n{text}", loaded.findings))
}

#[test]
fn the_workbooks_that_lie_there_get_their_sources() {
    let here = tempfile::tempdir().unwrap();
    let kalix = repository("inputs/kalix/workbooks");
    let folder = here.path().join("adalen");
    let printed = init(&folder, &["--workbooks", kalix.to_str().unwrap()]);
    assert_eq!(printed.status.code(), Some(0), "{}", text(&printed.stderr));
    assert_eq!(
        text(&printed.stdout).lines().count(),
        4,
        "{}",
        text(&printed.stdout)
    );
    let (agreement, written) = begun(&folder);
    assert_eq!(
        agreement.title,
        "Medborgarlöfte Ådalens \"kommun\" 2022–2023"
    );
    assert_eq!(agreement.police_area, "LPO {{partners}}");
    let partners: Vec<&str> = agreement
        .partners
        .iter()
        .map(|partner| partner.id.as_str())
        .collect();
    assert_eq!(
        partners,
        ["bra", "kommunen", "naringsliv", "polisen", "socialtjansten"]
    );
    let files: Vec<&str> = agreement
        .sources
        .iter()
        .map(|source| source.files.as_str())
        .collect();
    assert!(
        files.contains(&"polisen/Medborgarkontakter 20??.xlsx"),
        "{files:?}"
    );
    assert!(agreement.pledges.is_empty());

    // The pledges proposed for what was found are an agreement too.
    let (_, proposed) = written.split_once("## ── Löftena").unwrap();
    let (proposed, _) = proposed.split_once("## ── ").unwrap();
    let with_pledges = written.replace(proposed, &uncommented(proposed));
    assert!(loaded(&with_pledges).pledges.len() >= 8);

    let folder = folder.to_str().unwrap();
    let (drop, out) = (kalix.to_str().unwrap(), here.path().join("out"));
    let checked = lofte(&[
        "check",
        folder,
        "--workbooks",
        drop,
        "--out",
        out.to_str().unwrap(),
        "--period",
        "2023-09",
        "--as-of",
        "2023-10-05",
    ]);
    assert!(
        matches!(checked.status.code(), Some(0 | 3)),
        "{}",
        text(&checked.stderr)
    );
}

/// The lines of examples without their signs of a comment.
fn uncommented(text: &str) -> String {
    text.lines()
        .map(|line| line.strip_prefix("# ").unwrap_or(line))
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn every_example_loads_once_it_is_taken_into_use() {
    let here = tempfile::tempdir().unwrap();
    for (language, examples) in [("sv", "## ── Exempel"), ("en", "## ── Examples")] {
        let folder = here.path().join(language);
        assert_eq!(
            init(&folder, &["--language", language]).status.code(),
            Some(0)
        );
        let (agreement, written) = begun(&folder);
        assert_eq!(agreement.language, language);
        assert!(agreement.sources.is_empty() && folder.join("workbooks").is_dir());
        let (before, examples) = written.split_once(examples).unwrap();
        let (_, examples) = examples.split_once('\n').unwrap();
        let paragraphs: Vec<&str> = examples.split("\n\n").collect();
        assert!(paragraphs.len() >= 12, "{}", paragraphs.len());
        for one in &paragraphs {
            let whole = format!("{before}\n{}", uncommented(one));
            loaded(&whole);
            assert_eq!(
                schema::faults(&schema::schema(), &schema::as_json(&whole)),
                Vec::<String>::new()
            );
        }
        // All together: every kind of target is among them.
        let all = loaded(&format!("{before}\n{}", uncommented(examples)));
        let mut kinds: Vec<&str> = all
            .pledges
            .iter()
            .flat_map(|pledge| &pledge.targets)
            .map(|target| target.kind.name())
            .collect();
        kinds.sort_unstable();
        kinds.dedup();
        let expected =
            "average baseline cadence count deferred each indicator milestone request share shown";
        assert_eq!(kinds.join(" "), expected);
        assert!(!all.rulings.is_empty() && !all.recipients.is_empty() && !all.areas.is_empty());
    }
}

#[test]
fn what_is_missing_is_named_and_nothing_is_overwritten() {
    let here = tempfile::tempdir().unwrap();
    let folder = here.path().join("ny");
    let asked = lofte(&[
        "init",
        folder.to_str().unwrap(),
        "--municipality",
        "Ådalen",
        "--to",
        "2023-12-31",
    ]);
    assert_eq!((asked.status.code(), asked.stdout.len()), (Some(2), 0));
    assert_eq!(
        text(&asked.stderr),
        "lofte: Avtalet behöver även --from, --police-area.\n"
    );
    assert!(!folder.exists());

    let upside_down = init(&folder, &["--title", "a\nb"]);
    assert_eq!(upside_down.status.code(), Some(2));
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("agreement.toml"), "min egen").unwrap();
    let again = init(&folder, &[]);
    assert_eq!(
        (again.status.code(), text(&again.stderr).lines().count()),
        (Some(1), 1)
    );
    assert_eq!(
        fs::read_to_string(folder.join("agreement.toml")).unwrap(),
        "min egen"
    );
}

#[test]
fn a_workbook_that_cannot_be_read_is_told_and_holds_up_nothing() {
    let here = tempfile::tempdir().unwrap();
    let drop = here.path().join("workbooks/Räddningstjänsten");
    fs::create_dir_all(&drop).unwrap();
    fs::write(drop.join("Tom.xlsx"), b"").unwrap();
    workbook::write_xlsx("== Blad1\nRing kommunen\n", &drop.join("Anteckning.xlsx"));
    workbook::write_xlsx(
        "== 2022\nDatum | Plats\n2022-01-05 | Torget\n",
        &drop.join("Besök.xlsx"),
    );
    let printed = init(here.path(), &[]);
    assert_eq!(printed.status.code(), Some(3), "{}", text(&printed.stderr));
    let (agreement, written) = begun(here.path());
    assert_eq!(agreement.partners[0].name, "Räddningstjänsten");
    assert_eq!(agreement.sources.len(), 1);
    for name in ["Tom.xlsx", "Anteckning.xlsx"] {
        assert!(
            written.contains(&format!("## Räddningstjänsten/{name}: ")),
            "{name}"
        );
    }
}

#[test]
fn the_next_term_begins_from_the_last_agreement() {
    let here = tempfile::tempdir().unwrap();
    let (old, new) = (repository("inputs/kalix"), here.path().join("kalix-2024"));
    let out = here.path().join("outputs");
    let out = out.to_str().unwrap();
    let of_old = [
        "run",
        old.to_str().unwrap(),
        "--period",
        "2023-12",
        "--as-of",
        "2024-01-10",
        "--out",
        out,
    ];
    assert!(matches!(lofte(&of_old).status.code(), Some(0 | 3)));
    let printed = lofte(&[
        "init",
        new.to_str().unwrap(),
        "--successor-of",
        old.to_str().unwrap(),
        "--out",
        out,
        "--from",
        "2024-01-01",
        "--to",
        "2025-12-31",
    ]);
    assert_eq!(printed.status.code(), Some(0), "{}", text(&printed.stderr));
    let before = loaded(&fs::read_to_string(old.join("agreement.toml")).unwrap());
    let (after, written) = begun(&new);
    let texts = |agreement: &Agreement| {
        let pledges = agreement.pledges.iter();
        pledges
            .map(|pledge| (pledge.text.clone(), pledge.targets.len()))
            .collect::<Vec<_>>()
    };
    assert_eq!(texts(&after), texts(&before));
    assert_eq!(after.sources.len(), before.sources.len());
    assert_eq!(after.term.from.to_string(), "2024-01-01");
    assert!(after.title.contains("2024–2025"), "{}", after.title);
    assert!(after.rulings.is_empty() && !written.contains("[[pledge.note]]"));

    // The old verdicts stand beside the new ones, and its outcomes are there to be chosen as baselines.
    let last = after.last_term.expect("how the term before ended");
    assert_eq!(
        (last.title, last.verdicts.len()),
        (before.title, before.pledges.len())
    );
    assert!(written.contains("# more_than = { value = "), "{written}");
    let of_new = [
        "run",
        new.to_str().unwrap(),
        "--period",
        "2024-01",
        "--as-of",
        "2024-02-10",
        "--out",
        out,
    ];
    lofte(&of_new);
    let version = Path::new(out).join("kalix-2024/2024-01/v1");
    let page = fs::read_to_string(version.join("report.html")).unwrap();
    assert!(page.contains("Förra avtalstiden:"));
    let json: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(version.join("follow-up.json")).unwrap()).unwrap();
    let told = json["pledges"].as_array().unwrap();
    for pledge in told {
        let id = pledge["id"].as_str().unwrap();
        let was = last.verdicts.get(id).map(|status| status.name());
        assert_eq!(pledge["last_term"].as_str(), was, "{id}");
    }
    assert_eq!(json["schema"], 1);
}

/// What a workbook gives may be called after its file, and a copy has another name.
#[test]
fn an_older_copy_whose_activity_bears_its_name_gets_no_source() {
    let folder = tempfile::tempdir().unwrap();
    let rows = "Datum | Plats\n2022-01-05 | Torget\n2022-01-07 | Hamnen\n";
    for (name, more) in [
        ("Fotpatruller", "2022-02-01 | Torget\n"),
        ("Kopia av Fotpatruller", ""),
    ] {
        let path = folder.path().join(format!("workbooks/polisen/{name}.xlsx"));
        workbook::write_xlsx(&format!("== Blad1\n{rows}{more}"), &path);
    }
    let started = init(folder.path(), &[]);
    assert_eq!(started.status.code(), Some(0), "{}", text(&started.stderr));
    let told = text(&started.stdout);
    assert!(
        told.contains("Av 2 arbetsböcker kunde 1 läsas. 1 är en kopia och läses inte.\n"),
        "{told}"
    );
    let (agreement, written) = begun(folder.path());
    let files: Vec<&str> = agreement
        .sources
        .iter()
        .map(|source| source.files.as_str())
        .collect();
    assert_eq!(files, ["polisen/Fotpatruller.xlsx"]);
    assert!(
        written.contains("# polisen/Kopia av Fotpatruller.xlsx: en kopia, som inte läses"),
        "{written}"
    );
}
