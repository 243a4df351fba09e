//! As much of JSON Schema, draft 7, as the agreement's schema uses; a word that it does not know ends the test.

use regex_lite::Regex;
use serde_json::{Map, Value};

/// The schema; another test holds the one in docs/ against it.
pub(crate) fn schema() -> Value {
    lofte::load::schema::schema()
}

/// TOML as editors hand it to a schema: days are texts.
pub(crate) fn as_json(text: &str) -> Value {
    fn json(value: toml::Value) -> Value {
        match value {
            toml::Value::Datetime(day) => day.to_string().into(),
            toml::Value::Array(items) => items.into_iter().map(json).collect(),
            toml::Value::Table(table) => Value::Object(
                table
                    .into_iter()
                    .map(|(key, value)| (key, json(value)))
                    .collect(),
            ),
            other => serde_json::to_value(other).unwrap(),
        }
    }
    json(toml::Value::Table(toml::from_str(text).unwrap()))
}

/// Everything in `value` that the schema refuses, with its path.
pub(crate) fn faults(schema: &Value, value: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    check(schema, value, "", &mut faults);
    faults
}

fn check(schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    let rules = match schema {
        Value::Bool(true) => return,
        Value::Bool(false) => return found.push(format!("{at}: not known")),
        schema => schema.as_object().unwrap(),
    };
    for (word, rule) in rules {
        let holds = match word.as_str() {
            "$schema" | "title" | "description" | "additionalProperties" => true,
            "type" => is_a(rule.as_str().unwrap(), value),
            "enum" => rule.as_array().unwrap().contains(value),
            "minimum" => value
                .as_f64()
                .is_none_or(|number| number >= rule.as_f64().unwrap()),
            "maximum" => value
                .as_f64()
                .is_none_or(|number| number <= rule.as_f64().unwrap()),
            "pattern" => value
                .as_str()
                .is_none_or(|text| Regex::new(rule.as_str().unwrap()).unwrap().is_match(text)),
            "anyOf" => rule
                .as_array()
                .unwrap()
                .iter()
                .any(|one| faults(one, value).is_empty()),
            "required" => value.as_object().is_none_or(|table| {
                rule.as_array()
                    .unwrap()
                    .iter()
                    .all(|key| table.contains_key(key.as_str().unwrap()))
            }),
            "items" => {
                let items = value.as_array().into_iter().flatten().enumerate();
                items.for_each(|(index, item)| check(rule, item, &format!("{at}/{index}"), found));
                true
            }
            "properties" => true,
            other => panic!("the schema says {other}, which this test does not know"),
        };
        if !holds {
            found.push(format!("{at}: {word}"));
        }
    }
    if let Some(table) = value
        .as_object()
        .filter(|_| rules.contains_key("additionalProperties"))
    {
        let none = Map::new();
        let properties = rules
            .get("properties")
            .map_or(&none, |properties| properties.as_object().unwrap());
        for (key, value) in table {
            let schema = properties
                .get(key)
                .unwrap_or(&rules["additionalProperties"]);
            check(schema, value, &format!("{at}/{key}"), found);
        }
    }
}

fn is_a(kind: &str, value: &Value) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        other => panic!("the schema asks for {other}"),
    }
}
