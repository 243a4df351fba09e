//! Looking up a name at its place in a template.

use std::collections::BTreeMap;

use handlebars::template::{BlockParam, Parameter};
use handlebars::{Handlebars, Path};
use serde_json::Value;

use crate::error::Error;
use crate::text::nearest;

/// The variables of handlebars inside a list.
const TURN: [&str; 4] = ["@index", "@key", "@first", "@last"];

/// The values among which names are looked up inside a block.
pub(super) struct Level {
    pub(super) value: Value,
    /// The names that the block itself gives: `as |area index|`.
    pub(super) own: BTreeMap<String, Value>,
}

/// A walk through one template file.
#[derive(Clone, Copy)]
pub(super) struct Walk<'a> {
    pub(super) registry: &'a Handlebars<'a>,
    pub(super) file: &'a str,
    pub(super) depth: usize,
}

impl Walk<'_> {
    /// The value of a name like `this`, `badge.name`, `../several`, `@root.ui.skip` or `@index`.
    pub(super) fn find(self, name: &str, levels: &[&Level], line: usize) -> Result<Value, Error> {
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

    pub(super) fn unknown<'n>(
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

    pub(super) fn fault(self, line: usize, fault: &str) -> Error {
        Error::Template {
            file: self.file.to_owned(),
            fault: format!("line {line}: {fault}"),
        }
    }
}

/// The names that a block gives to its element, and to its index.
pub(super) fn own_names(names: Option<&BlockParam>, value: &Value) -> BTreeMap<String, Value> {
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

/// The names along a path. A name in brackets may hold any sign.
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
pub(super) fn raw(path: &Path) -> &str {
    match path {
        Path::Relative((_, raw)) | Path::Local((_, _, raw)) => raw,
    }
}
