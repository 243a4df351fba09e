//! Every name in a template, held against the names there are. Handlebars' strict mode lets an unknown one pass in
//! conditions, and what no report happened to need is never filled.

use std::collections::BTreeMap;

use handlebars::template::{
    BlockParam, DecoratorTemplate, HelperTemplate, Parameter, Template, TemplateElement,
};
use handlebars::{Handlebars, Path};
use serde_json::Value;

use crate::error::Error;
use crate::text::nearest;

/// What handlebars can do by itself.
const HELPERS: [&str; 17] = [
    "if", "unless", "each", "with", "lookup", "raw", "log", "eq", "ne", "gt", "gte", "lt", "lte",
    "and", "or", "not", "len",
];

/// What handlebars tells of the turn of a list it is in.
const TURN: [&str; 4] = ["@index", "@key", "@first", "@last"];

/// Holds a template, and those it takes in, against a specimen: a view in which every list has an element.
///
/// # Errors
/// At the first name that the specimen does not have, with the template, its line, and the nearest name.
pub(super) fn check(registry: &Handlebars<'_>, name: &str, specimen: &Value) -> Result<(), Error> {
    let Some(template) = registry.get_template(name) else {
        return Ok(());
    };
    let whole = Level {
        value: specimen.clone(),
        own: BTreeMap::new(),
    };
    Walk {
        registry,
        file: name,
        depth: 0,
    }
    .template(template, &[&whole])
}

/// More templates inside each other than this take in themselves.
const DEEPEST: usize = 16;

/// The values among which names are looked up inside a block.
struct Level {
    value: Value,
    /// The names that the block gives itself: `as |area index|`.
    own: BTreeMap<String, Value>,
}

/// A walk through one template file.
#[derive(Clone, Copy)]
struct Walk<'a> {
    registry: &'a Handlebars<'a>,
    file: &'a str,
    depth: usize,
}

impl Walk<'_> {
    /// Every element, where names are looked up in the last of `levels`.
    fn template(self, template: &Template, levels: &[&Level]) -> Result<(), Error> {
        template
            .elements
            .iter()
            .enumerate()
            .try_for_each(|(index, element)| {
                let line = template.mapping.get(index).map_or(1, |place| place.0);
                match element {
                    TemplateElement::Expression(helper)
                    | TemplateElement::HtmlExpression(helper) => self.printed(helper, levels, line),
                    TemplateElement::HelperBlock(helper) => self.block(helper, levels, line),
                    TemplateElement::PartialExpression(partial)
                    | TemplateElement::PartialBlock(partial) => self.partial(partial, levels, line),
                    TemplateElement::DecoratorExpression(_)
                    | TemplateElement::DecoratorBlock(_) => Err(self.fault(
                        line,
                        "templates inside a template are not taken; write it where it is used",
                    )),
                    _ => Ok(()),
                }
            })
    }

    /// What is printed must be words or a number.
    fn printed(self, helper: &HelperTemplate, levels: &[&Level], line: usize) -> Result<(), Error> {
        let name = helper.name.as_name().unwrap_or_default();
        let printed = if helper.params.is_empty() && helper.hash.is_empty() {
            Some(self.find(name, levels, line)?)
        } else {
            self.helper(helper, levels, line)?
        };
        match printed {
            Some(Value::Object(_) | Value::Array(_)) => Err(self.fault(
                line,
                &format!("{name} is a group of values and cannot be printed; name one of them"),
            )),
            _ => Ok(()),
        }
    }

    fn block(self, helper: &HelperTemplate, levels: &[&Level], line: usize) -> Result<(), Error> {
        let name = helper.name.as_name().unwrap_or_default();
        self.helper(helper, levels, line)?;
        let about = match helper.params.first() {
            Some(parameter) => self.value(parameter, levels, line)?,
            None => None,
        };
        let inside = match (name, about) {
            ("each", Some(Value::Array(items))) => items.into_iter().next(),
            ("each", Some(Value::Object(fields))) => fields.into_values().next(),
            ("each", _) => return Err(self.fault(line, "each goes through a list; this is none")),
            ("with", about) => about,
            _ => None,
        };
        let level = inside.map(|value| Level {
            own: own_names(helper.block_param.as_ref(), &value),
            value,
        });
        let within: Vec<&Level> = levels.iter().copied().chain(&level).collect();
        helper
            .template
            .as_ref()
            .map_or(Ok(()), |template| self.template(template, &within))?;
        helper
            .inverse
            .as_ref()
            .map_or(Ok(()), |template| self.template(template, levels))
    }

    /// A template taken in, with a group of values of its own if one is named, and with what is given beside it.
    fn partial(
        self,
        partial: &DecoratorTemplate,
        levels: &[&Level],
        line: usize,
    ) -> Result<(), Error> {
        let Some(name) = partial.name.as_name() else {
            return Err(self.fault(
                line,
                "the name of a template that is taken in must stand as it is",
            ));
        };
        let Some(template) = self.registry.get_template(name) else {
            let known = self.registry.get_templates().keys().map(String::as_str);
            return Err(self.unknown(line, name, known, "template"));
        };
        if self.depth == DEEPEST {
            return Err(self.fault(line, &format!("{name} takes in itself")));
        }
        let about = match partial.params.first() {
            Some(parameter) => self.value(parameter, levels, line)?,
            None => None,
        };
        let mut value = about
            .or_else(|| levels.last().map(|level| level.value.clone()))
            .unwrap_or_default();
        let mut own = BTreeMap::new();
        for (name, parameter) in &partial.hash {
            let given = self.value(parameter, levels, line)?.unwrap_or_default();
            if let Value::Object(fields) = &mut value {
                fields.insert(name.clone(), given.clone());
            }
            own.insert(name.clone(), given);
        }
        let level = Level { value, own };
        let within: Vec<&Level> = levels.iter().copied().chain([&level]).collect();
        Walk {
            file: name,
            depth: self.depth + 1,
            ..self
        }
        .template(template, &within)
    }

    /// A helper with all it is given; what it looks up, if that is known beforehand.
    fn helper(
        self,
        helper: &HelperTemplate,
        levels: &[&Level],
        line: usize,
    ) -> Result<Option<Value>, Error> {
        let name = helper.name.as_name().unwrap_or_default();
        if !HELPERS.contains(&name) {
            return Err(self.unknown(line, name, HELPERS.into_iter(), "helper"));
        }
        let given = helper.params.iter().chain(helper.hash.values());
        let given = given
            .map(|parameter| self.value(parameter, levels, line))
            .collect::<Result<Vec<_>, _>>()?;
        match (name, given.as_slice()) {
            ("lookup", [Some(Value::Object(fields)), Some(Value::String(field))])
                if is_literal(helper.params.get(1)) =>
            {
                let known = fields.keys().map(String::as_str);
                fields
                    .get(field)
                    .cloned()
                    .map(Some)
                    .ok_or_else(|| self.unknown(line, field, known, "value"))
            }
            ("lookup", [Some(Value::Array(items)), _]) => Ok(items.first().cloned()),
            _ => Ok(None),
        }
    }

    /// What a parameter is, if that is known beforehand.
    fn value(
        self,
        parameter: &Parameter,
        levels: &[&Level],
        line: usize,
    ) -> Result<Option<Value>, Error> {
        match parameter {
            Parameter::Path(path) => self.find(raw(path), levels, line).map(Some),
            Parameter::Name(name) => self.find(name, levels, line).map(Some),
            Parameter::Literal(value) => Ok(Some(value.clone())),
            Parameter::Subexpression(inner) => match inner.as_element() {
                TemplateElement::Expression(inner) => self.helper(inner, levels, line),
                _ => Ok(None),
            },
            _ => Ok(None),
        }
    }

    /// The value of a name like `this`, `badge.name`, `../several`, `@root.ui.skip` or `@index`.
    fn find(self, name: &str, levels: &[&Level], line: usize) -> Result<Value, Error> {
        let mut path = name;
        let mut above = levels.len();
        while let Some(rest) = path.strip_prefix("../").or_else(|| path.strip_prefix("./")) {
            above = above.saturating_sub(usize::from(path.starts_with("..")));
            path = rest;
        }
        let mut steps = steps(path).into_iter().peekable();
        let level = match above.checked_sub(1).and_then(|above| levels.get(above)) {
            Some(level) => *level,
            None => return Err(self.fault(line, &format!("{name} leads out of the report"))),
        };
        let mut value = &level.value;
        match steps.peek().map(String::as_str) {
            Some("@root") => {
                value = levels.first().map_or(value, |whole| &whole.value);
                steps.next();
            }
            Some(local) if local.starts_with('@') => {
                let local = local.trim_start_matches("@../").to_owned();
                let is_known = TURN.contains(&local.as_str());
                return if is_known {
                    Ok(Value::Null)
                } else {
                    Err(self.unknown(line, &local, TURN.into_iter().chain(["@root"]), "value"))
                };
            }
            Some(first) => {
                let own = levels.iter().rev().find_map(|level| level.own.get(first));
                if let Some(own) = own {
                    value = own;
                    steps.next();
                }
            }
            None => {}
        }
        for step in steps {
            value = match value {
                Value::Array(items) if step.parse::<usize>().is_ok() => items.first(),
                Value::Object(fields) => fields.get(&step),
                _ => None,
            }
            .ok_or_else(|| {
                let known = value
                    .as_object()
                    .into_iter()
                    .flat_map(|fields| fields.keys().map(String::as_str));
                self.unknown(line, &step, known, "value")
            })?;
        }
        Ok(value.clone())
    }

    fn unknown<'n>(
        self,
        line: usize,
        name: &str,
        known: impl Iterator<Item = &'n str>,
        what: &str,
    ) -> Error {
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
        Error::Template {
            file: self.file.to_owned(),
            fault: format!("line {line}: {fault}"),
        }
    }
}

/// The names that a block gives to what it is about, and to where in the list that is.
fn own_names(names: Option<&BlockParam>, value: &Value) -> BTreeMap<String, Value> {
    let named = |name: &Parameter| name.as_name().map(str::to_owned);
    let (first, second) = match names {
        Some(BlockParam::Single(first)) => (named(first), None),
        Some(BlockParam::Pair((first, second))) => (named(first), named(second)),
        _ => (None, None),
    };
    let first = first.map(|name| (name, value.clone()));
    first
        .into_iter()
        .chain(second.map(|name| (name, Value::Null)))
        .collect()
}

fn is_literal(parameter: Option<&Parameter>) -> bool {
    matches!(parameter, Some(Parameter::Literal(_)))
}

/// The names along a path. One in brackets may hold any sign.
fn steps(path: &str) -> Vec<String> {
    let mut steps = vec![String::new()];
    let mut bracketed = false;
    for sign in path.chars() {
        match (sign, bracketed) {
            ('[', false) => bracketed = true,
            (']', true) => bracketed = false,
            ('.' | '/', false) => steps.push(String::new()),
            _ => steps
                .last_mut()
                .into_iter()
                .for_each(|step| step.push(sign)),
        }
    }
    steps.retain(|step| !step.is_empty() && step != "this");
    steps
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
        registry
            .register_template_string("inner.hbs", "en\n{{word}}")
            .unwrap();
        registry
            .register_template_string("outer.hbs", text)
            .unwrap();
        let specimen = json!({
            "title": "", "rows": [{"cell": "", "badge": {"word": ""}}], "ui": {"skip": ""}, "several": false
        });
        check(&registry, "outer.hbs", &specimen)
            .err()
            .map(|error| error.to_string())
    }

    #[test]
    fn names_that_are_there_are_found() {
        for text in [
            "{{title}} {{this.title}} {{#if several}}{{title}}{{else}}{{ui.skip}}{{/if}}",
            "{{#each rows}}{{cell}}{{../title}}{{@root.ui.skip}}{{@index}}{{> inner.hbs badge}}{{/each}}",
            "{{#unless rows}}{{title}}{{/unless}}{{#with ui}}{{skip}}{{../several}}{{/with}}{{len rows}}",
            "{{#each rows as |row place|}}{{row.cell}}{{place}}{{cell}}{{#with row.badge as |b|}}{{b.word}}{{/with}}{{/each}}",
            "{{rows.[0].cell}} {{rows.0.badge.word}} {{[title]}} {{./title}} {{@root/title}}",
            "{{lookup ui \"skip\"}} {{#each (lookup this \"rows\")}}{{cell}}{{@key}}{{@first}}{{@last}}{{/each}}",
            "{{> inner.hbs word=title}} {{> inner.hbs word=\"x\"}}",
        ] {
            assert_eq!(fault(text), None, "{text}");
        }
    }

    #[test]
    fn a_name_that_is_not_there_is_told_wherever_it_stands() {
        for (text, told) in [
            (
                "\n{{titel}}",
                "outer.hbs: line 2: there is no value named titel; did you mean title?",
            ),
            ("{{#if titel}}x{{/if}}", "did you mean title?"),
            ("{{#unless severl}}x{{/unless}}", "did you mean several?"),
            ("{{#if several}}{{else}}\n{{titel}}{{/if}}", "line 2: "),
            ("{{#each rows}}{{sell}}{{/each}}", "did you mean cell?"),
            ("{{#each rows}}{{title}}{{/each}}", "no value named title"),
            (
                "{{#each rows}}{{../../title}}{{/each}}",
                "../../title leads out of the report",
            ),
            ("{{#each row}}x{{/each}}", "did you mean rows?"),
            ("{{#each title}}x{{/each}}", "each goes through a list"),
            ("{{@root.ui.skp}}", "did you mean skip?"),
            ("{{ui}}", "cannot be printed"),
            ("{{rows}}", "cannot be printed"),
            ("{{#iff several}}x{{/iff}}", "did you mean if?"),
            ("{{> iner.hbs}}", "did you mean inner.hbs?"),
            (
                "{{> inner.hbs ui}}",
                "inner.hbs: line 2: there is no value named word",
            ),
            ("{{> outer.hbs}}", "takes in itself"),
            ("{{len row}}", "did you mean rows?"),
            ("{{#if (eq titel 1)}}x{{/if}}", "did you mean title?"),
            (
                "{{#each rows as |row|}}{{row.sell}}{{/each}}",
                "did you mean cell?",
            ),
            (
                "{{#each rows as |row|}}x{{/each}}{{row.cell}}",
                "no value named row",
            ),
            (
                "{{#if several}}{{lookup ui \"skp\"}}{{/if}}",
                "did you mean skip?",
            ),
            (
                "{{#if several}}{{#each rows}}{{@inde}}{{/each}}{{/if}}",
                "did you mean @index?",
            ),
            ("{{@rot.title}}", "did you mean @root?"),
            ("{{[titel]}}", "did you mean title?"),
            ("{{rows.0.sell}}", "did you mean cell?"),
            (
                "{{> inner.hbs word=titel}}",
                "outer.hbs: line 1: there is no value named titel",
            ),
            (
                "{{> inner.hbs wrd=title}}",
                "inner.hbs: line 2: there is no value named word",
            ),
            ("{{> (lookup ui \"skip\")}}", "must stand as it is"),
            ("{{#*inline \"own\"}}{{titel}}{{/inline}}", "not taken"),
            (
                "{{#unless several includeZero=titel}}x{{/unless}}",
                "did you mean title?",
            ),
            ("{{../title}}", "leads out of the report"),
        ] {
            let fault = fault(text);
            assert!(
                fault.as_deref().is_some_and(|fault| fault.contains(told)),
                "{text}: {fault:?}"
            );
        }
    }
}
