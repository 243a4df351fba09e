//! What has changed behind the reader's back since the previous report.

use std::fs;

use crate::delivery::agreement_folder::AgreementFolder;
use crate::setup::program::output_text;
use serde_json::Value;

/// Two years, of which the first has closed when the second is reported.
fn ready(rows: &str) -> AgreementFolder {
    let agreement_folder = AgreementFolder::new("");
    fs::write(agreement_folder.path("lofte.toml"), "").unwrap();
    let agreement = agreement_folder.path("adalen/agreement.toml");
    let text = fs::read_to_string(&agreement).unwrap();
    let text = text
        .replace("to = 2023-12-31", "to = 2024-12-31")
        .replace("expected = \"monthly\"\n", "")
        .replace("at_least = 4", "at_least = 4\nrequire = { done = true }")
        .replace(
            "columns = { date = \"Datum\", count = \"Antal\" }",
            "columns = { date = \"Datum\", count = \"Antal\", place = \"Plats\", done = \"Klar\" }",
        );
    fs::write(&agreement, text).unwrap();
    agreement_folder.rows(rows);
    agreement_folder
}

fn run(agreement_folder: &AgreementFolder, period: &str, as_of: &str) -> Value {
    let arguments = ["--period", period, "--as-of", as_of];
    let made = agreement_folder.lofte("run", &arguments);
    assert!(
        matches!(made.status.code(), Some(0 | 3)),
        "{}",
        output_text(&made)
    );
    let version = agreement_folder.path(&format!("outputs/adalen/{period}/v1"));
    serde_json::from_str(&fs::read_to_string(version.join("follow-up.json")).unwrap()).unwrap()
}

/// The rows that are told to have changed: cell, what has, and whether it counted and counts.
fn told_rows(report: &Value) -> Vec<String> {
    let rows = report["retroactive"].as_array().unwrap().iter();
    let told = rows.map(|one| {
        format!(
            "{} {} {}",
            one["origin"]["cell"], one["what"], one["counts"]
        )
    });
    told.collect()
}

const ROWS: &str = "Datum;Antal;Plats;Klar\n2023-02-09;1;Torget;ja\n2023-03-09;1;Torget;ja\n2023-04-09;1;Torget;ja\n\
    2023-05-09;1;Torget;ja\n2024-01-09;1;Torget;ja\n";

#[test]
fn a_closed_year_that_turns_stands_first() {
    let agreement_folder = ready(ROWS);
    run(&agreement_folder, "2024-01", "2024-02-05");
    agreement_folder.rows(&ROWS.replace("2023-05-09;1;Torget;ja\n", ""));
    let report = run(&agreement_folder, "2024-02", "2024-03-05");
    let first = &report["since_last"][0];
    assert_eq!(
        (&first["pledge"], &first["was"], &first["now"]),
        (
            &"fotpatruller".into(),
            &"fulfilled".into(),
            &"not-fulfilled".into()
        ),
        "{first}"
    );
    assert_eq!(first["window"]["from"], "2023-01-01");
    assert_eq!(
        (&first["before"]["low"], &first["after"]["low"]),
        (&4.into(), &3.into())
    );
    let version = agreement_folder.path("outputs/adalen/2024-02/v1");
    let page = fs::read_to_string(version.join("report.html")).unwrap();
    let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words}"));
    assert!(
        at("var redan avslutat. Läget var Uppfyllt och är nu Ej uppfyllt (4 → 3)")
            < at("id=\"attention\"")
    );
}

#[test]
fn a_mark_a_place_and_a_date_put_right_are_told_as_that_cell_changed() {
    let agreement_folder = ready(&ROWS.replace("2023-02-09;1;Torget;ja", "2023-02-09;1;Torget;"));
    run(&agreement_folder, "2024-01", "2024-02-05");
    let changed = ROWS
        .replace("2023-03-09;1;Torget", "2023-03-09;1;Parken")
        .replace("2023-04-09;1", "2023-04-10;1");
    agreement_folder.rows(&changed);
    let report = run(&agreement_folder, "2024-02", "2024-03-05");
    let told = told_rows(&report);
    assert_eq!(told.len(), 3, "{told:?}");
    assert!(
        told.iter().all(|one| one.contains("\"changed\"")),
        "{told:?}"
    );
    assert!(
        told[0].contains("\"before\":false,\"after\":true"),
        "{told:?}"
    );
    assert!(
        told[1].contains("\"before\":true,\"after\":true"),
        "{told:?}"
    );
    let messages: Vec<&str> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["code"] == "changed-figure")
        .map(|one| one["message"].as_str().unwrap())
        .collect();
    assert!(
        messages.iter().any(|one| one.contains("räknas nu")),
        "{messages:?}"
    );
}

#[test]
fn a_row_that_is_chosen_now_or_no_longer_is_the_same_row() {
    let agreement_folder =
        ready(&ROWS.replace("2023-02-09;1;Torget;ja", "2023-02-09;1;Torget;nej"));
    let agreement = agreement_folder.path("adalen/agreement.toml");
    let text = fs::read_to_string(&agreement).unwrap();
    let text = text
        .replace("\nrequire = { done = true }", "")
        .replace(", done = \"Klar\" }", " }\nwhere = { \"Klar\" = true }");
    fs::write(&agreement, text).unwrap();
    run(&agreement_folder, "2024-01", "2024-02-05");
    let changed = ROWS
        .replace("Klar\n", "Klar\n2023-01-30;2;Skolan;nej\n")
        .replace("2023-04-09;1;Torget;ja", "2023-04-09;1;Torget;inställd");
    agreement_folder.rows(&changed);
    let report = run(&agreement_folder, "2024-02", "2024-03-05");
    let told = told_rows(&report);
    assert_eq!(
        told,
        [
            r#""B3" "changed" {"before":false,"after":true}"#,
            r#""B5" "changed" {"before":true,"after":false}"#,
        ]
    );
}

#[test]
fn a_workbook_that_is_gone_is_one_line() {
    let agreement_folder = ready(ROWS);
    run(&agreement_folder, "2024-01", "2024-02-05");
    fs::remove_file(agreement_folder.path("adalen/workbooks/polisen/Patruller.csv")).unwrap();
    let report = run(&agreement_folder, "2024-02", "2024-03-05");
    assert_eq!(report["retroactive"].as_array().unwrap().len(), 0);
    let gone = report["findings"].as_array().unwrap().iter();
    let gone = gone
        .filter(|one| ["workbook-gone", "changed-figure"].contains(&one["code"].as_str().unwrap()));
    assert_eq!(gone.count(), 1, "{}", report["findings"]);
}
