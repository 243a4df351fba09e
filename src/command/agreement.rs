//! What is read from an agreement's folder: the agreement, and its own templates.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use super::folder::{AGREEMENT, id};
use crate::error::Error;
use crate::load::AgreementTexts;
use crate::model::agreement::Agreement;
use crate::model::finding::Finding;
use crate::privacy::template_without_identity_numbers;
use crate::render::Templates;

/// Loads the agreement of a folder, and gives the texts it was made from.
///
/// # Errors
/// If it cannot be read, or has faults.
pub(super) fn agreement(
    folder: &Path,
    findings: &mut Vec<Finding>,
) -> Result<(Agreement, AgreementTexts), Error> {
    let path = folder.join(AGREEMENT);
    let bytes = fs::read(&path).map_err(|fault| Error::io(&path, fault))?;
    let text = utf8(bytes).map_err(|fault| Error::io(&path, fault))?;
    let include = |name: &str| fs::read_to_string(folder.join(name)).ok();
    let (texts, loaded) = AgreementTexts::of(id(folder)?, text, include);
    match loaded.value {
        Some(agreement) => {
            findings.extend(loaded.findings);
            Ok((agreement, texts))
        }
        None => Err(Error::Agreement {
            path,
            findings: loaded.findings,
        }),
    }
}

/// The text of a file. In another encoding å, ä and ö would be lost, and no heading with them would be found.
fn utf8(bytes: Vec<u8>) -> io::Result<String> {
    String::from_utf8(bytes).map_err(|fault| {
        let before = fault
            .as_bytes()
            .iter()
            .take(fault.utf8_error().valid_up_to());
        let line = before.filter(|byte| **byte == b'\n').count() + 1;
        let message = format!(
            "line {line} is not UTF-8; save the file with the encoding UTF-8 and run again"
        );
        io::Error::new(io::ErrorKind::InvalidData, message)
    })
}

/// The agreement's own templates, which replace those of the same name.
///
/// # Errors
/// If one cannot be read, is broken, or replaces nothing.
pub(super) fn templates(folder: &Path) -> Result<Templates, Error> {
    let templates = folder.join("templates");
    let entries = match fs::read_dir(&templates) {
        Ok(entries) => entries,
        Err(fault) if fault.kind() == std::io::ErrorKind::NotFound => {
            return Ok(Templates::default());
        }
        Err(fault) => return Err(Error::io(&templates, fault)),
    };
    let mut found = BTreeMap::new();
    for entry in entries {
        let path = entry.map_err(|fault| Error::io(&templates, fault))?.path();
        if let Some(name) = path
            .file_name()
            .and_then(|name| name.to_str())
            .filter(|_| path.is_file())
        {
            let text = fs::read_to_string(&path).map_err(|fault| Error::io(&path, fault))?;
            let text = template_without_identity_numbers(name, text);
            found.insert(name.to_owned(), text);
        }
    }
    Templates::new(found)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn an_agreement_in_another_encoding_is_not_read_with_its_letters_lost() {
        let here = tempfile::tempdir().unwrap();
        let folder = here.path();
        fs::write(folder.join(AGREEMENT), b"# ett\ntitle = \"L\xf6fte\"\n").unwrap();
        let fault = agreement(folder, &mut Vec::new()).unwrap_err().to_string();
        assert!(fault.contains("line 2 is not UTF-8"), "{fault}");
    }
}
