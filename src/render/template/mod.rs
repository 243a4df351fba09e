//! Handlebars: the embedded templates, those that replace them, and errors that name template and line.

mod embedded;
mod escape;
mod fault;
mod names;
mod quick;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, LazyLock, Mutex, OnceLock, PoisonError};

use handlebars::{Handlebars, html_escape};
use serde::Serialize;

use super::plain::make_plain;
use crate::error::Error;
use crate::wording::Wording;

pub(super) use escape::Escape;
use fault::{Fault, TYPST};
use quick::QuickTemplates;

/// The embedded templates, by name, for export.
pub(crate) fn embedded() -> impl Iterator<Item = (&'static str, &'static str)> {
    embedded::TEXTS.iter().copied()
}

/// The templates of pages and letters, compiled once: an agreement's own replace embedded ones of the same name.
#[derive(Clone)]
pub(crate) struct Templates(Arc<Compiled>);

struct Compiled {
    /// The agreement's own templates, by name.
    own: BTreeMap<String, String>,
    quick: QuickTemplates,
    /// Compiled by handlebars when first needed: that takes longer than making a report.
    registry: OnceLock<Result<Handlebars<'static>, Fault>>,
    /// The registry for each kind of output and language, with the words for absent values.
    outputs: Mutex<BTreeMap<(Escape, String), Arc<Handlebars<'static>>>>,
}

impl Compiled {
    fn new(own: BTreeMap<String, String>) -> Self {
        let of_own = |name: &str| own.get(name).map(String::as_str);
        let texts = embedded().map(|(name, text)| (name, of_own(name).unwrap_or(text)));
        Compiled {
            quick: QuickTemplates::new(texts),
            own,
            registry: OnceLock::new(),
            outputs: Mutex::default(),
        }
    }

    fn registry(&self) -> Result<&Handlebars<'static>, Error> {
        let registry = self.registry.get_or_init(embedded_registry);
        registry.as_ref().map_err(Fault::error)
    }
}

/// The embedded templates, compiled by handlebars.
fn embedded_registry() -> Result<Handlebars<'static>, Fault> {
    let mut registry = Handlebars::new();
    registry.set_strict_mode(true);
    registry.set_prevent_indent(true);
    let mut texts = embedded();
    let compiled = texts.try_for_each(|(name, text)| compile(&mut registry, name, text));
    compiled.map(|()| registry)
}

/// Read once a process.
static EMBEDDED: LazyLock<Templates> =
    LazyLock::new(|| Templates(Arc::new(Compiled::new(BTreeMap::new()))));

impl Default for Templates {
    fn default() -> Templates {
        EMBEDDED.clone()
    }
}

impl fmt::Debug for Templates {
    /// Only the names: the whole would be pages long.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Templates")
            .field(&self.0.own.keys())
            .finish()
    }
}

impl Templates {
    /// The embedded templates, with these in place of those of the same name.
    ///
    /// # Errors
    /// If one is invalid, or its name replaces nothing.
    pub(crate) fn new(own: BTreeMap<String, String>) -> Result<Templates, Error> {
        fault::known_names(&own)?;
        if own.is_empty() {
            return Ok(Templates::default());
        }
        let mut registry = EMBEDDED.0.registry()?.clone();
        for (name, text) in &own {
            compile(&mut registry, name, text).map_err(|fault| fault.error())?;
        }
        let compiled = Compiled::new(own);
        // Nobody has asked for it yet.
        let _ = compiled.registry.set(Ok(registry));
        Ok(Templates(Arc::new(compiled)))
    }

    pub(super) fn is_changed(&self) -> bool {
        !self.0.own.is_empty()
    }

    /// The agreement's own templates, by name.
    pub(super) fn all_own(&self) -> &BTreeMap<String, String> {
        &self.0.own
    }

    /// The text of the agreement's own template of that name.
    pub(super) fn own(&self, name: &str) -> Option<&str> {
        self.0.own.get(name).map(String::as_str)
    }

    pub(super) fn text(&self, name: &str) -> &str {
        let embedded = || embedded().find(|(known, _)| *known == name);
        self.own(name)
            .or_else(|| embedded().map(|(_, text)| text))
            .unwrap_or_default()
    }

    /// Checks every name in a template and its partials against a specimen of its view, in which every list has an
    /// element.
    ///
    /// # Errors
    /// If the template names a field that does not exist.
    pub(super) fn check(&self, name: &str, specimen: &impl Serialize) -> Result<(), Error> {
        names::check(self.0.registry()?, name, &value(name, specimen)?)
    }

    /// The template filled with a view. Absent values are printed as words.
    ///
    /// # Errors
    /// If it names a field that the view does not have.
    pub(super) fn fill(
        &self,
        name: &str,
        escape: Escape,
        wording: &Wording,
        view: &impl Serialize,
    ) -> Result<String, Error> {
        let mut view = value(name, view)?;
        make_plain(&mut view);
        let absent = wording.text("ui-absent");
        let quickly = self.0.quick.fill(name, escape, &absent, &view);
        match quickly {
            Some(text) if !cfg!(test) => Ok(text),
            // Tests hold both ways against each other.
            Some(text) => {
                let filled = self.fill_by_handlebars(name, escape, absent, &view)?;
                assert_eq!(text, filled, "{name}");
                Ok(text)
            }
            None => self.fill_by_handlebars(name, escape, absent, &view),
        }
    }

    fn fill_by_handlebars(
        &self,
        name: &str,
        escape: Escape,
        absent: String,
        view: &serde_json::Value,
    ) -> Result<String, Error> {
        self.output(escape, absent)?
            .render(name, view)
            .map_err(|error| fault::unfilled(name, &error))
    }

    /// The registry for one kind of output in one language.
    fn output(&self, escape: Escape, absent: String) -> Result<Arc<Handlebars<'static>>, Error> {
        let registry = self.0.registry()?;
        // A panicked thread leaves a valid registry: entries are only added.
        let mut outputs = self
            .0
            .outputs
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let made = outputs.entry((escape, absent.clone())).or_insert_with(|| {
            let mut registry = registry.clone();
            registry.register_escape_fn(move |text| match (text, escape) {
                ("", _) => absent.clone(),
                (text, Escape::Html) => html_escape(text),
                (text, Escape::Nothing) => text.to_owned(),
            });
            Arc::new(registry)
        });
        Ok(Arc::clone(made))
    }
}

/// Compiles a template into the registry, if it is one of handlebars'.
fn compile(registry: &mut Handlebars<'static>, name: &str, text: &str) -> Result<(), Fault> {
    if name.ends_with(TYPST) || !embedded().any(|(known, _)| known == name) {
        return Ok(());
    }
    registry
        .register_template_string(name, text)
        .map_err(|error| fault::broken(name, &error))
}

/// A view as values.
fn value(name: &str, view: &impl Serialize) -> Result<serde_json::Value, Error> {
    serde_json::to_value(view).map_err(|error| Error::Render {
        what: name.to_owned(),
        fault: error.to_string(),
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use serde_json::json;

    use super::*;

    fn filled_with(name: &str, text: &str) -> Result<String, Error> {
        let templates = Templates::new(BTreeMap::from([(name.to_owned(), text.to_owned())]))?;
        let wording = Wording::new("sv", &BTreeMap::new()).unwrap();
        templates.fill(
            "letter.txt.hbs",
            Escape::Nothing,
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

    #[test]
    fn a_registry_is_made_once_for_each_language_and_kind_of_output() {
        let templates = Templates::default();
        let made = |escape, absent: &str| templates.output(escape, absent.to_owned()).unwrap();
        let first = made(Escape::Html, "ej angivet");
        assert!(Arc::ptr_eq(&first, &made(Escape::Html, "ej angivet")));
        assert!(!Arc::ptr_eq(&first, &made(Escape::Nothing, "ej angivet")));
        assert!(!Arc::ptr_eq(&first, &made(Escape::Html, "not stated")));
        let again = Templates::new(BTreeMap::new()).unwrap();
        assert!(Arc::ptr_eq(&again.0, &templates.0));
    }
}
