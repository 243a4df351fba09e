//! The JSON schema (draft 7) of the agreement file, for editors: made from the keys that reading asks for.
//!
//! It knows types and words, not what refers to what: an agreement that fits it may still have faults that `lofte check`
//! tells, but none that loads is refused.

use serde_json::{Map, Value, json};

use super::keys::{self, Key, Section, Takes};

/// The name of the file that an agreement names in its first line.
pub const FILE: &str = "agreement.schema.json";

/// The schema as a file: two blanks of indentation, a line break at the end.
pub fn text() -> String {
    format!("{:#}\n", schema())
}

/// The schema.
pub fn schema() -> Value {
    let mut schema = Map::new();
    schema.insert(
        "$schema".to_owned(),
        "http://json-schema.org/draft-07/schema#".into(),
    );
    schema.insert(
        "title".to_owned(),
        "Agreement of medborgarlöften, agreement.toml".into(),
    );
    schema.append(&mut table(&keys::AGREEMENT, None));
    Value::Object(schema)
}

/// A table with the keys of the section; any other takes `other`, or is refused.
fn table(section: &Section, other: Option<Takes>) -> Map<String, Value> {
    let properties: Map<String, Value> = section
        .keys
        .iter()
        .map(|key| (key.name.to_owned(), Value::Object(described(key))))
        .collect();
    let required: Vec<&str> = section
        .keys
        .iter()
        .filter(|key| key.is_required())
        .map(|key| key.name)
        .collect();
    let mut table = Map::new();
    table.insert("type".to_owned(), "object".into());
    if !properties.is_empty() {
        table.insert("properties".to_owned(), Value::Object(properties));
    }
    if !required.is_empty() {
        table.insert("required".to_owned(), required.into());
    }
    let other = other.map_or(Value::Bool(false), |other| Value::Object(value(other)));
    table.insert("additionalProperties".to_owned(), other);
    table
}

fn described(key: &Key) -> Map<String, Value> {
    let default = match key.default {
        "" | "required" => String::new(),
        default => format!(" [{default}]"),
    };
    let mut described = Map::new();
    described.insert(
        "description".to_owned(),
        format!("{}{default}", key.means).into(),
    );
    described.append(&mut value(key.takes));
    described
}

fn value(takes: Takes) -> Map<String, Value> {
    let schema = match takes {
        Takes::Text => json!({ "type": "string" }),
        Takes::Written(_, pattern) => json!({ "type": "string", "pattern": pattern }),
        Takes::Number => json!({ "type": "number", "minimum": 0 }),
        Takes::Whole => json!({ "type": "integer", "minimum": 0 }),
        // Editors hand a day of TOML over as a text.
        Takes::Date => json!({ "type": "string", "pattern": r"^\s*\d{4}-\d{1,2}-\d{1,2}\s*$" }),
        Takes::Truth => json!({ "type": "boolean" }),
        Takes::Word(words) => json!({ "enum": words }),
        Takes::OneOrMore(one) => json!({ "anyOf": [value(*one), list(*one)] }),
        Takes::List(one) => Value::Object(list(*one)),
        Takes::Table(section) => Value::Object(table(section, None)),
        Takes::Names(section, other) => Value::Object(table(section, Some(*other))),
        Takes::Either(all) => {
            json!({ "anyOf": all.iter().map(|one| value(*one)).collect::<Vec<_>>() })
        }
    };
    if let Value::Object(schema) = schema {
        schema
    } else {
        Map::new()
    }
}

fn list(one: Takes) -> Map<String, Value> {
    let mut list = Map::new();
    list.insert("type".to_owned(), "array".into());
    list.insert("items".to_owned(), Value::Object(value(one)));
    list
}
