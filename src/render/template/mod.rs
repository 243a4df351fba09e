//! Handlebars: the embedded templates, those that replace them, and errors that name template and line.

mod names;

use handlebars::{Handlebars, RenderError, TemplateError, html_escape};
use serde::Serialize;

use super::Templates;
use super::plain::plain_view;
use crate::error::Error;
use crate::text::nearest;
use crate::wording::Wording;

/// Every embedded template, by the name under which it can be replaced.
const EMBEDDED: &[(&str, &str)] = &[
    ("report.hbs", include_str!("../../../templates/report.hbs")),
    ("report.typ", include_str!("../../../templates/report.typ")),
    ("report.css", include_str!("../../../templates/report.css")),
    ("badge.hbs", include_str!("../../../templates/badge.hbs")),
    (
        "overview.hbs",
        include_str!("../../../templates/overview.hbs"),
    ),
    ("pledge.hbs", include_str!("../../../templates/pledge.hbs")),
    ("parts.hbs", include_str!("../../../templates/parts.hbs")),
    (
        "chart.svg.hbs",
        include_str!("../../../templates/chart.svg.hbs"),
    ),
    (
        "course.svg.hbs",
        include_str!("../../../templates/course.svg.hbs"),
    ),
    (
        "findings.hbs",
        include_str!("../../../templates/findings.hbs"),
    ),
    ("annex.hbs", include_str!("../../../templates/annex.hbs")),
    ("index.hbs", include_str!("../../../templates/index.hbs")),
    (
        "letter.txt.hbs",
        include_str!("../../../templates/letter.txt.hbs"),
    ),
    (
        "letter.html.hbs",
        include_str!("../../../templates/letter.html.hbs"),
    ),
    (
        "letter-partner.txt.hbs",
        include_str!("../../../templates/letter-partner.txt.hbs"),
    ),
    (
        "letter-partner.html.hbs",
        include_str!("../../../templates/letter-partner.html.hbs"),
    ),
];

/// Templates that are Typst's, not handlebars'.
const TYPST: &str = ".typ";

/// What becomes of `<` and its like in what is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Escape {
    /// Written so that HTML shows it and does nothing with it.
    Html,
    /// Left as it is: the result is plain text.
    Nothing,
}

/// The embedded templates, by name, for whoever wants to change one.
pub fn embedded() -> impl Iterator<Item = (&'static str, &'static str)> {
    EMBEDDED.iter().copied()
}

/// The template of that name: the agreement's own if it has one, else the embedded one.
pub(super) fn text<'a>(name: &str, templates: &'a Templates) -> &'a str {
    let own = templates.get(name).map(String::as_str);
    let embedded = || {
        EMBEDDED
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, text)| *text)
    };
    own.or_else(embedded).unwrap_or_default()
}

/// Every template, parsed. Those of the agreement win over the embedded ones of the same name.
pub struct Registry(Handlebars<'static>);

impl Registry {
    /// Parses them. What they print that is absent, they print as the words for that.
    ///
    /// # Errors
    /// If one is broken, or bears a name under which it replaces nothing.
    pub fn new(
        escape: Escape,
        templates: &Templates,
        wording: &Wording,
    ) -> Result<Registry, Error> {
        known_names(templates)?;
        let mut registry = Handlebars::new();
        registry.set_strict_mode(true);
        registry.set_prevent_indent(true);
        let absent = wording.text("ui-absent");
        registry.register_escape_fn(move |text| match (text, escape) {
            ("", _) => absent.clone(),
            (text, Escape::Html) => html_escape(text),
            (text, Escape::Nothing) => text.to_owned(),
        });
        for (name, _) in EMBEDDED.iter().filter(|(name, _)| !name.ends_with(TYPST)) {
            let text = text(name, templates);
            registry
                .register_template_string(name, text)
                .map_err(|error| broken(name, &error))?;
        }
        Ok(Registry(registry))
    }

    /// Holds every name of a template against a specimen of its view, in which every list has an element.
    ///
    /// # Errors
    /// If the template asks for a name that is not there.
    pub fn check(&self, name: &str, specimen: &impl Serialize) -> Result<(), Error> {
        names::check(&self.0, name, &value(name, specimen)?)
    }

    /// The template filled with a view.
    ///
    /// # Errors
    /// If it names something that the view does not have.
    pub fn fill(&self, name: &str, view: &impl Serialize) -> Result<String, Error> {
        self.0
            .render(name, &plain_view(value(name, view)?))
            .map_err(|error| unfilled(name, &error))
    }
}

/// A view as values.
fn value(name: &str, view: &impl Serialize) -> Result<serde_json::Value, Error> {
    serde_json::to_value(view).map_err(|error| Error::Render {
        what: name.to_owned(),
        fault: error.to_string(),
    })
}

/// A template under a name that is nearly one of ours would be passed over in silence. Other files are left alone.
fn known_names(templates: &Templates) -> Result<(), Error> {
    let is_template = |name: &&String| {
        [".hbs", ".css", TYPST]
            .iter()
            .any(|ending| name.ends_with(ending))
    };
    let known = || EMBEDDED.iter().map(|(name, _)| *name);
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

/// A template filled with a view. Templates of the same name in `templates` win over the embedded ones.
///
/// # Errors
/// If a template is broken or names something that the view does not have.
pub fn fill(
    name: &str,
    escape: Escape,
    templates: &Templates,
    wording: &Wording,
    view: &impl Serialize,
) -> Result<String, Error> {
    Registry::new(escape, templates, wording)?.fill(name, view)
}

/// Holds every name of a template against a specimen of its view, and those of the templates it takes in.
///
/// # Errors
/// If one is broken or asks for a name that is not there.
pub fn check(
    name: &str,
    escape: Escape,
    templates: &Templates,
    wording: &Wording,
    specimen: &impl Serialize,
) -> Result<(), Error> {
    Registry::new(escape, templates, wording)?.check(name, specimen)
}

/// A template that cannot be read.
fn broken(name: &str, error: &TemplateError) -> Error {
    // The whole message draws the place over several lines; an error is one line.
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
    Error::Template {
        file: name.to_owned(),
        fault: format!("{place}{fault}"),
    }
}

/// A template that asks for something that is not there.
fn unfilled(name: &str, error: &RenderError) -> Error {
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

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::json;

    use super::*;

    fn filled_with(name: &str, text: &str) -> Result<String, Error> {
        let templates = Templates::from([(name.to_owned(), text.to_owned())]);
        let wording = Wording::new("sv", &BTreeMap::new()).unwrap();
        fill(
            "letter.txt.hbs",
            Escape::Nothing,
            &templates,
            &wording,
            &json!({"known": "<b>", "none": "", "null": null}),
        )
    }

    #[test]
    fn what_is_absent_is_printed_in_words() {
        let text = "{{known}}, {{none}}, {{null}}{{#if none}}x{{/if}}{{#if null}}x{{/if}}";
        assert_eq!(
            filled_with("letter.txt.hbs", text).unwrap(),
            "<b>, ej angivet, ej angivet"
        );
    }

    #[test]
    fn a_template_of_the_same_name_wins() {
        assert_eq!(
            filled_with("letter.txt.hbs", "Hej {{known}}").unwrap(),
            "Hej <b>"
        );
    }

    #[test]
    fn a_broken_template_is_told_with_its_line() {
        for (name, text, line) in [
            ("letter.txt.hbs", "en\ntvå {{unknown}}", "line 2: "),
            ("letter.txt.hbs", "en\n\n{{#each known}}", "line 3: "),
            ("report.hbs", "{{#if}", "line 1: "),
        ] {
            match filled_with(name, text) {
                Err(Error::Template { file, fault }) => {
                    assert_eq!(file, name);
                    assert!(fault.starts_with(line), "{fault}");
                    assert!(!fault.contains('\n'), "{fault}");
                }
                other => panic!("{text}: {other:?}"),
            }
        }
    }
}
