//! Faults of templates, with name and line.

use std::collections::BTreeMap;

use handlebars::{RenderError, TemplateError};

use super::embedded;
use crate::error::Error;
use crate::text::nearest;

/// Templates of Typst.
pub(super) const TYPST: &str = ".typ";

#[derive(Clone, Debug)]
pub(super) struct Fault {
    file: String,
    what: String,
}

impl Fault {
    pub(super) fn error(&self) -> Error {
        Error::Template {
            file: self.file.clone(),
            fault: self.what.clone(),
        }
    }
}

/// A file whose name is nearly that of a template: it would be ignored silently. Other files are left alone.
pub(super) fn known_names(templates: &BTreeMap<String, String>) -> Result<(), Error> {
    let is_template = |name: &&String| {
        [".hbs", ".css", TYPST]
            .iter()
            .any(|ending| name.ends_with(ending))
    };
    let known = || embedded().map(|(name, _)| name);
    match templates
        .keys()
        .filter(is_template)
        .find(|name| !known().any(|known| known == name.as_str()))
    {
        None => Ok(()),
        Some(name) => {
            let meant = nearest(name, known())
                .map(|meant| format!("; did you mean {meant}?"))
                .unwrap_or_default();
            let fault = format!("there is no template of that name to replace{meant}");
            Err(Error::Template {
                file: format!("templates/{name}"),
                fault,
            })
        }
    }
}

/// A template that cannot be parsed.
pub(super) fn broken(name: &str, error: &TemplateError) -> Fault {
    // The library's message draws the place over several lines; an error is one line.
    let fault = error
        .reason()
        .to_string()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let place = error
        .pos()
        .map(|(line, _)| format!("line {line}: "))
        .unwrap_or_default();
    Fault {
        file: name.to_owned(),
        what: format!("{place}{fault}"),
    }
}

/// A template that names a field that does not exist.
pub(super) fn unfilled(name: &str, error: &RenderError) -> Error {
    let file = error
        .template_name
        .clone()
        .unwrap_or_else(|| name.to_owned());
    let place = error
        .line_no
        .map(|line| format!("line {line}: "))
        .unwrap_or_default();
    Error::Template {
        file,
        fault: format!("{place}{}", error.reason()),
    }
}
