//! The settings file.

use std::fs;
use std::path::Path;

use crate::error::{AskedFault, Error};
use crate::load::settings::settings as load;
use crate::model::settings::{MailSettings, Settings};
use crate::store::share_with;

/// The settings of that file; none of them if there is no file. The group that they name may read what is written from here on.
///
/// # Errors
/// If the file cannot be read or has faults, or names a group that is not there.
pub(super) fn settings(path: Option<&Path>) -> Result<Settings, Error> {
    let Some(path) = path else {
        return Ok(Settings::default());
    };
    let text = fs::read_to_string(path).map_err(|fault| Error::io(path, fault))?;
    let checked = load(&text);
    let settings = checked.value.ok_or_else(|| Error::Settings {
        path: path.to_owned(),
        findings: checked.findings,
    })?;
    if let Some(group) = &settings.group {
        share_with(group)?;
    }
    Ok(settings)
}

/// The settings of mail.
///
/// # Errors
/// A usage error if there are none.
pub(super) fn mail(settings: &Settings) -> Result<&MailSettings, Error> {
    settings
        .mail
        .as_ref()
        .ok_or(Error::Asked(AskedFault::NoMail))
}
