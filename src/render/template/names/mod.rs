//! Checks every name in a template. Handlebars' strict mode accepts unknown names in conditions, and only sees what
//! the current report fills.

mod lookup;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use handlebars::Handlebars;
use handlebars::template::{
    DecoratorTemplate, HelperTemplate, Parameter, Template, TemplateElement,
};
use serde_json::Value;

use crate::error::Error;

use lookup::{Level, Walk, own_names, raw};

/// Built-in helpers of handlebars.
const HELPERS: [&str; 17] = [
    "if", "unless", "each", "with", "lookup", "raw", "log", "eq", "ne", "gt", "gte", "lt", "lte",
    "and", "or", "not", "len",
];

/// Checks a template and its partials against a specimen: a view in which every list has an element.
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

/// More nested partials than this are a recursion.
const DEEPEST: usize = 16;

impl Walk<'_> {
    /// Every element, with names looked up in the last of `levels`.
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

    /// Only words and numbers can be printed.
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

    /// A partial, with its context if one is named, and its parameters.
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

    /// A helper with its parameters; returns the element it looks up, if that is known statically.
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

    /// The value of a parameter, if that is known statically.
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
}

fn is_literal(parameter: Option<&Parameter>) -> bool {
    matches!(parameter, Some(Parameter::Literal(_)))
}
