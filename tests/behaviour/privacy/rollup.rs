//! What is told of all agreements, and on social media, is what the versions tell: a withheld verdict stands in neither.

use std::fs;

use serde_json::Value;

use super::outputs::outputs;
use crate::setup::files::files_ending;
use crate::setup::program::{self, output_text};
use crate::setup::workbook::write_xlsx;

/// «At least 4» of which 4 were held, which nobody may be told, and 40 of another kind in the other municipality.
fn agreement(municipality: &str, name: &str, persons: bool) -> String {
    format!(
        "title = \"Prov\"\nmunicipality = \"{municipality}\"\npolice_area = \"LPO Prov\"\nfrom = 2024-01-01\nto = 2024-12-31\n\
         [partners.p]\nname = \"Socialtjänsten\"\n[[pledge]]\nid = \"p0\"\nname = \"{name}\"\ntext = \"Ett löfte.\"\nresponsible = [\"p\"]\n\
         [[pledge.target]]\nof = \"a\"\nat_least = 4\nover = \"year\"\n\
         [activities.a]\none = \"samtal\"\nmany = \"samtal\"\npersons = {persons}\n\
         [[source]]\npartner = \"p\"\nfiles = \"b.xlsx\"\n[[source.sheet]]\nname = \"Blad1\"\nlayout = \"log\"\nactivity = \"a\"\n\
         columns = {{ date = \"Datum\", count = \"Antal\" }}\n\
         [[recipient]]\nname = \"Webben\"\nrole = \"web\"\naddress = \"webb@example.org\"\n"
    )
}

#[test]
fn what_all_agreements_and_social_media_tell_is_what_versions_tell() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("out");
    for (id, municipality, name, persons) in [
        ("hemlig", "Hemby", "Dolda samtal", true),
        ("open", "Öppenby", "Öppna samtal", false),
    ] {
        let folder = home.path().join(id);
        write_xlsx(
            "== Blad1\nDatum | Antal\n2024-02-05 | 1\n2024-05-07 | 3\n",
            &folder.join("workbooks/b.xlsx"),
        );
        let text = agreement(municipality, name, persons);
        fs::write(folder.join("agreement.toml"), text).unwrap();
        for (period, as_of) in [("2024-04", "2024-05-02"), ("2024-12", "2025-01-02")] {
            let mut run = program::lofte();
            run.arg("run").arg(&folder).arg("--out").arg(&out);
            let output = run
                .args(["--period", period, "--as-of", as_of])
                .output()
                .unwrap();
            assert_eq!(output.status.code(), Some(0), "{}", output_text(&output));
        }
    }
    let json = |path: std::path::PathBuf| -> Value {
        serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
    };
    let all = json(out.join("follow-up.json"));
    for (place, id, status) in [(0, "hemlig", "withheld"), (1, "open", "fulfilled")] {
        let version = json(out.join(id).join("2024-12/v1/follow-up.json"));
        assert_eq!(version["pledges"][0]["status"], status, "{id}");
        let told = &all["agreements"][place];
        assert_eq!(told["pledges"][0]["status"], status, "{id}");
        assert_eq!(told["states"], serde_json::json!({ status: 1 }), "{id}");
        for change in told["since_last"].as_array().unwrap() {
            let told = version["since_last"].as_array().unwrap();
            let same = |one: &&Value| one["was"] == change["was"] && one["now"] == change["now"];
            assert!(told.iter().any(|one| same(&one)), "{change}");
        }
        // The text for social media names what is kept, and no pledge whose verdict is withheld.
        let letters = out.join(id).join("2024-12/v1/outbox");
        let letters: Vec<(String, String)> = outputs(&letters)
            .into_iter()
            .filter(|(name, text)| name.contains(".eml/") && text.contains("sociala medier"))
            .collect();
        assert!(!letters.is_empty(), "{id}");
        for (name, letter) in letters {
            let (_, social) = letter.split_once("sociala medier").unwrap();
            let social = social.split("Bifogat").next().unwrap();
            let named = social.contains("Öppna samtal") || social.contains("Dolda samtal");
            assert_eq!(named, id == "open", "{name}: {social}");
        }
    }
    // On the page a square and a column a municipality, and no figure of what was held.
    let page = fs::read_to_string(out.join("index.html")).unwrap();
    let row = |municipality: &str| {
        let named = format!(">{municipality}</a>");
        let mut rows = page.split("<tr>").skip(1);
        let row = rows.find(|row| row.contains(&named)).unwrap();
        row.split("</tr>").next().unwrap().to_owned()
    };
    assert!(row("Hemby").contains("withheld") && !row("Hemby").contains("fulfilled"));
    assert!(row("Öppenby").contains("fulfilled") && !row("Öppenby").contains("withheld"));
    let files = ["index.html", "summary.xlsx", "follow-up.json"];
    let told = files.iter().flat_map(|name| files_ending(&out, name));
    let told = told.filter(|path| path.parent() == Some(out.as_path()));
    for path in told.collect::<Vec<_>>() {
        let folder = tempfile::tempdir().unwrap();
        fs::copy(&path, folder.path().join(path.file_name().unwrap())).unwrap();
        for (name, text) in outputs(folder.path()) {
            assert!(!text.contains("4 samtal"), "{name}");
        }
    }
}
