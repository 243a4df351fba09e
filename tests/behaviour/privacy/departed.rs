//! A pledge that is called otherwise now told of the same persons before.

use std::fs;

use serde_json::Value;

use crate::setup::program::{self, output_text};
use crate::setup::workbook::write_xlsx;

fn agreement(pledge: &str) -> String {
    format!(
        "title = \"Prov\"\nmunicipality = \"Provby\"\npolice_area = \"LPO Prov\"\nfrom = 2024-01-01\nto = 2024-12-31\n\
         [partners.p]\nname = \"Socialtjänsten\"\n[[pledge]]\nid = \"{pledge}\"\ntext = \"Ett löfte.\"\nresponsible = [\"p\"]\n\
         [[pledge.target]]\nof = \"a\"\nkind = \"shown\"\nover = \"year\"\n\
         [activities.a]\none = \"samtal\"\nmany = \"samtal\"\npersons = true\n\
         [[source]]\npartner = \"p\"\nfiles = \"b.xlsx\"\n[[source.sheet]]\nname = \"Blad1\"\nlayout = \"log\"\nactivity = \"a\"\n\
         columns = {{ date = \"Datum\", count = \"Antal\" }}\n"
    )
}

/// What the version of March tells: of the year, and of the month.
fn march(renamed: bool) -> (Option<i64>, Option<i64>) {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("prov");
    let rows = ["2024-01-15 | 6\n", "2024-02-15 | 2\n", "2024-03-15 | 7\n"];
    for month in 1..=3 {
        let rows = rows[..month].concat();
        write_xlsx(
            &format!("== Blad1\nDatum | Antal\n{rows}"),
            &folder.join("workbooks/b.xlsx"),
        );
        let pledge = if renamed && month == 3 { "nytt" } else { "p0" };
        fs::write(folder.join("agreement.toml"), agreement(pledge)).unwrap();
        let mut run = program::lofte();
        run.arg("run").arg(&folder);
        run.arg("--out").arg(home.path().join("out"));
        run.args(["--period", &format!("2024-{month:02}")]);
        let output = run
            .args(["--as-of", &format!("2024-{:02}-01", month + 1)])
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", output_text(&output));
    }
    let told = home.path().join("out/prov/2024-03/v1/follow-up.json");
    let told: Value = serde_json::from_str(&fs::read_to_string(told).unwrap()).unwrap();
    let target = &told["pledges"][0]["targets"][0];
    let year = target["windows"][0]["outcome"]["low"].as_i64();
    (year, target["in_period"]["low"].as_i64())
}

#[test]
fn what_a_pledge_told_under_another_name_is_considered() {
    // January 6 was told: 15 for the year and 7 in March would leave 2 for February.
    for renamed in [false, true] {
        let told = march(renamed);
        assert_eq!(told, (Some(15), None), "renamed: {renamed}");
    }
}
