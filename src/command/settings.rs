//! The settings file.

use std::fs;
use std::path::Path;

use crate::deliver::Sender;
use crate::error::Error;
use crate::load::settings::settings as load;
use crate::model::settings::Settings;

/// The settings of that file; none of them if there is no file.
///
/// # Errors
/// If the file cannot be read or has faults.
pub(super) fn settings(path: Option<&Path>) -> Result<Settings, Error> {
    let Some(path) = path else {
        return Ok(Settings::default());
    };
    let text = fs::read_to_string(path).map_err(|fault| Error::io(path, fault))?;
    let checked = load(&text);
    checked.value.ok_or_else(|| Error::Settings {
        path: path.to_owned(),
        findings: checked.findings,
    })
}

/// Who mail comes from: what the settings say, under the municipality's name if they give none.
pub(super) fn sender(settings: &Settings, municipality: &str) -> Sender {
    let mail = settings.mail.as_ref();
    Sender {
        name: mail
            .and_then(|mail| mail.name.clone())
            .unwrap_or_else(|| municipality.to_owned()),
        address: mail.map(|mail| mail.from.clone()),
        reply_to: mail.and_then(|mail| mail.reply_to.clone()),
    }
}
