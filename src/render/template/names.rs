//! Every name in a template, held against the names there are. Handlebars' strict mode lets an unknown one pass in
//! conditions, and what no report happened to need is never filled.

use handlebars::template::{DecoratorTemplate, HelperTemplate, Parameter, Template, TemplateElement};
use handlebars::{Handlebars, Path};
use serde_json::Value;

use crate::error::Error;
use crate::model::nearest::nearest;

/// What handlebars can do by itself.
const HELPERS: [&str; 17] = [
    "if", "unless", "each", "with", "lookup", "raw", "log", "eq", "ne", "gt", "gte", "lt", "lte", "and", "or", "not",
    "len",
];

/// Holds a template, and those it takes in, against a specimen: a view in which every list has an element.
///
/// # Errors
/// At the first name that the specimen does not have, with the template, its line, and the nearest name.
pub(super) fn check(registry: &Handlebars<'_>, name: &str, specimen: &Value) -> Result<(), Error> {
    let Some(template) = registry.get_template(name) else { return Ok(()) };
    Walk { registry, file: name, depth: 0 }.template(template, &[specimen])
}

/// More templates inside each other than this take in themselves.
const DEEPEST: usize = 16;

/// A walk through one template file.
#[derive(Clone, Copy)]
struct Walk<'a> {
    registry: &'a Handlebars<'a>,
    file: &'a str,
    depth: usize,
}

impl Walk<'_> {
    /// Every element, where names are looked up in the last of `scopes`.
    fn template(self, template: &Template, scopes: &[&Value]) -> Result<(), Error> {
        template.elements.iter().enumerate().try_for_each(|(index, element)| {
            let line = template.mapping.get(index).map_or(1, |place| place.0);
            match element {
                TemplateElement::Expression(helper) | TemplateElement::HtmlExpression(helper) => {
                    self.printed(helper, scopes, line)
                }
                TemplateElement::HelperBlock(helper) => self.block(helper, scopes, line),
                TemplateElement::PartialExpression(partial) | TemplateElement::PartialBlock(partial) => {
                    self.partial(partial, scopes, line)
                }
                _ => Ok(()),
            }
        })
    }

    /// What is printed must be words or a number.
    fn printed(self, helper: &HelperTemplate, scopes: &[&Value], line: usize) -> Result<(), Error> {
        let name = helper.name.as_name().unwrap_or_default();
        if !helper.params.is_empty() || !helper.hash.is_empty() {
            self.helper(name, line)?;
            return self.parameters(helper, scopes, line);
        }
        match self.find(name, scopes, line)? {
            Some(Value::Object(_) | Value::Array(_)) => {
                Err(self.fault(line, &format!("{name} is a group of values and cannot be printed; name one of them")))
            }
            _ => Ok(()),
        }
    }

    fn block(self, helper: &HelperTemplate, scopes: &[&Value], line: usize) -> Result<(), Error> {
        let name = helper.name.as_name().unwrap_or_default();
        self.helper(name, line)?;
        self.parameters(helper, scopes, line)?;
        let about = match helper.params.first() {
            Some(Parameter::Path(path)) => self.find(raw(path), scopes, line)?,
            _ => None,
        };
        let inside = match (name, about) {
            ("each", Some(Value::Array(items))) => items.first(),
            ("each", Some(Value::Object(fields))) => fields.values().next(),
            ("with", about) => about,
            _ => None,
        };
        let within: Vec<&Value> = scopes.iter().copied().chain(inside).collect();
        if name == "each" && inside.is_none() {
            return Err(self.fault(line, "each goes through a list; this is none"));
        }
        helper.template.as_ref().map_or(Ok(()), |template| self.template(template, &within))?;
        helper.inverse.as_ref().map_or(Ok(()), |template| self.template(template, scopes))
    }

    /// A template taken in, with a group of values of its own if one is named.
    fn partial(self, partial: &DecoratorTemplate, scopes: &[&Value], line: usize) -> Result<(), Error> {
        let name = partial.name.as_name().unwrap_or_default();
        let Some(template) = self.registry.get_template(name) else {
            let known = self.registry.get_templates().keys().map(String::as_str);
            return Err(self.unknown(line, name, known, "template"));
        };
        let about = match partial.params.first() {
            Some(Parameter::Path(path)) => self.find(raw(path), scopes, line)?,
            _ => None,
        };
        if self.depth == DEEPEST {
            return Err(self.fault(line, &format!("{name} takes in itself")));
        }
        let within: Vec<&Value> = scopes.iter().copied().chain(about).collect();
        Walk { file: name, depth: self.depth + 1, ..self }.template(template, &within)
    }

    fn parameters(self, helper: &HelperTemplate, scopes: &[&Value], line: usize) -> Result<(), Error> {
        helper.params.iter().chain(helper.hash.values()).try_for_each(|parameter| match parameter {
            Parameter::Path(path) => self.find(raw(path), scopes, line).map(|_| ()),
            Parameter::Name(name) => self.find(name, scopes, line).map(|_| ()),
            Parameter::Subexpression(inner) => match inner.as_element() {
                TemplateElement::Expression(inner) => {
                    self.helper(inner.name.as_name().unwrap_or_default(), line)?;
                    self.parameters(inner, scopes, line)
                }
                _ => Ok(()),
            },
            _ => Ok(()),
        })
    }

    fn helper(self, name: &str, line: usize) -> Result<(), Error> {
        if HELPERS.contains(&name) { Ok(()) } else { Err(self.unknown(line, name, HELPERS.into_iter(), "helper")) }
    }

    /// The value of a name like `this`, `badge.name`, `../several` or `@root.ui.skip`; none of `@index` and its like.
    fn find<'v>(self, name: &str, scopes: &[&'v Value], line: usize) -> Result<Option<&'v Value>, Error> {
        let mut path = name;
        let mut level = scopes.len();
        let mut value = scopes.last().copied();
        if let Some(rest) = path.strip_prefix("@root") {
            value = scopes.first().copied();
            path = rest;
        } else if path.starts_with('@') {
            return Ok(None);
        }
        while let Some(rest) = path.strip_prefix("../") {
            level = level.saturating_sub(1);
            value = level.checked_sub(1).and_then(|level| scopes.get(level)).copied();
            path = rest;
        }
        let steps = path.split(['.', '/']).filter(|step| !step.is_empty() && *step != "this");
        for step in steps {
            let fields = value.and_then(Value::as_object);
            let known = || fields.into_iter().flat_map(|fields| fields.keys().map(String::as_str));
            match fields.and_then(|fields| fields.get(step)) {
                Some(field) => value = Some(field),
                None => return Err(self.unknown(line, step, known(), "value")),
            }
        }
        if value.is_none() {
            return Err(self.fault(line, &format!("{name} leads out of the report")));
        }
        Ok(value)
    }

    fn unknown<'n>(self, line: usize, name: &str, known: impl Iterator<Item = &'n str>, what: &str) -> Error {
        let mut known: Vec<&str> = known.collect();
        known.sort_unstable();
        let remedy = match nearest(name, known.iter().copied()) {
            Some(meant) => format!("did you mean {meant}?"),
            None if known.is_empty() => "there is nothing below it".to_owned(),
            None => format!("there are {}", known.join(", ")),
        };
        self.fault(line, &format!("there is no {what} named {name}; {remedy}"))
    }

    fn fault(self, line: usize, fault: &str) -> Error {
        Error::Template { file: self.file.to_owned(), fault: format!("line {line}: {fault}") }
    }
}

/// A path as it stands in the template.
fn raw(path: &Path) -> &str {
    match path {
        Path::Relative((_, raw)) | Path::Local((_, _, raw)) => raw,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use serde_json::json;

    use super::*;

    fn fault(text: &str) -> Option<String> {
        let mut registry = Handlebars::new();
        registry.register_template_string("inner.hbs", "en\n{{word}}").unwrap();
        registry.register_template_string("outer.hbs", text).unwrap();
        let specimen = json!({
            "title": "", "rows": [{"cell": "", "badge": {"word": ""}}], "ui": {"skip": ""}, "several": false
        });
        check(&registry, "outer.hbs", &specimen).err().map(|error| error.to_string())
    }

    #[test]
    fn names_that_are_there_are_found() {
        for text in [
            "{{title}} {{this.title}} {{#if several}}{{title}}{{else}}{{ui.skip}}{{/if}}",
            "{{#each rows}}{{cell}}{{../title}}{{@root.ui.skip}}{{@index}}{{> inner.hbs badge}}{{/each}}",
            "{{#unless rows}}{{title}}{{/unless}}{{#with ui}}{{skip}}{{../several}}{{/with}}{{len rows}}",
        ] {
            assert_eq!(fault(text), None, "{text}");
        }
    }

    #[test]
    fn a_name_that_is_not_there_is_told_wherever_it_stands() {
        for (text, told) in [
            ("\n{{titel}}", "outer.hbs: line 2: there is no value named titel; did you mean title?"),
            ("{{#if titel}}x{{/if}}", "did you mean title?"),
            ("{{#unless severl}}x{{/unless}}", "did you mean several?"),
            ("{{#if several}}{{else}}\n{{titel}}{{/if}}", "line 2: "),
            ("{{#each rows}}{{sell}}{{/each}}", "did you mean cell?"),
            ("{{#each rows}}{{title}}{{/each}}", "no value named title"),
            ("{{#each rows}}{{../../title}}{{/each}}", "no value named title"),
            ("{{#each row}}x{{/each}}", "did you mean rows?"),
            ("{{#each title}}x{{/each}}", "each goes through a list"),
            ("{{@root.ui.skp}}", "did you mean skip?"),
            ("{{ui}}", "cannot be printed"),
            ("{{rows}}", "cannot be printed"),
            ("{{#iff several}}x{{/iff}}", "did you mean if?"),
            ("{{> iner.hbs}}", "did you mean inner.hbs?"),
            ("{{> inner.hbs ui}}", "inner.hbs: line 2: there is no value named word"),
            ("{{> outer.hbs}}", "takes in itself"),
            ("{{len row}}", "did you mean rows?"),
            ("{{#if (eq titel 1)}}x{{/if}}", "did you mean title?"),
        ] {
            let fault = fault(text);
            assert!(fault.as_deref().is_some_and(|fault| fault.contains(told)), "{text}: {fault:?}");
        }
    }
}
