//! The agreement's workbook, opened and saved again by LibreOffice: it says what it said.

use std::fs;
use std::process::Command;

use crate::setup::files::{copy, repository};
use crate::setup::program::{lofte, output_text};

#[test]
fn a_workbook_that_libreoffice_has_saved_says_the_same() {
    let here = tempfile::tempdir().unwrap();
    let folder = here.path().join("kalix");
    fs::create_dir(&folder).unwrap();
    copy(
        &repository("inputs/kalix/workbooks/bra"),
        &folder.join("workbooks/bra"),
    );
    fs::copy(
        repository("inputs/kalix/agreement.toml"),
        folder.join("agreement.toml"),
    )
    .unwrap();
    let converted = lofte().arg("convert").arg(&folder).output().unwrap();
    assert!(converted.status.success(), "{}", output_text(&converted));
    let as_text = |name: &str| {
        let path = here.path().join(name);
        let converted = lofte()
            .arg("convert")
            .arg(&folder)
            .arg("--into")
            .arg(&path)
            .output()
            .unwrap();
        assert!(converted.status.success(), "{}", output_text(&converted));
        fs::read_to_string(path).unwrap()
    };
    let before = as_text("before.toml");
    let own = fs::read(folder.join("agreement.xlsx")).unwrap();
    for format in ["xlsx", "ods"] {
        // Through another format and back, as somebody may have it.
        let saved = here.path().join(format);
        let output = Command::new("soffice")
            .arg(format!(
                "-env:UserInstallation=file://{}",
                here.path().join("profile").display()
            ))
            .args(["--headless", "--convert-to", format, "--outdir"])
            .arg(&saved)
            .arg(folder.join("agreement.xlsx"))
            .output()
            .expect("soffice runs; tests/run installs it");
        let bytes = fs::read(saved.join(format!("agreement.{format}")));
        let bytes = bytes.unwrap_or_else(|fault| panic!("{fault}: {}", output_text(&output)));
        assert_ne!(bytes, own);
        fs::write(folder.join("agreement.xlsx"), bytes).unwrap();
        assert_eq!(as_text(&format!("{format}.toml")), before);
        fs::write(folder.join("agreement.xlsx"), &own).unwrap();
    }
}
