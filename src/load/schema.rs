//! The JSON schemas (draft 7) of the agreement file and of the settings, for editors: made from the declared keys.
//!
//! They know types and words, not what refers to what: a file that fits may still have faults that `lofte check` tells, but
//! none that loads is refused.

use serde_json::{Map, Value, json};

use super::declare::Keys;
use super::keys::{AgreementKeys, SettingsKeys};
use super::shape::{Fallback, KeyInfo, Section, Shape};

/// The name of the file that an agreement names in its first line.
pub(crate) const FILE: &str = "agreement.schema.json";

/// The schema of an agreement as a file.
pub fn text() -> String {
    as_file(&schema())
}

/// The schema of the settings as a file.
pub fn settings_text() -> String {
    as_file(&of("Settings of lofte, lofte.toml", &SettingsKeys::SECTION))
}

/// The schema of an agreement.
pub fn schema() -> Value {
    let title = "Agreement of medborgarlöften, agreement.toml";
    of(title, &AgreementKeys::SECTION)
}

/// Two blanks of indentation, a line break at the end.
fn as_file(schema: &Value) -> String {
    format!("{schema:#}\n")
}

fn of(title: &str, section: &Section) -> Value {
    let mut schema = Map::new();
    schema.insert(
        "$schema".to_owned(),
        "http://json-schema.org/draft-07/schema#".into(),
    );
    schema.insert("title".to_owned(), title.into());
    schema.append(&mut table(section, None));
    Value::Object(schema)
}

/// A table with the keys of the section; any other takes `other`, or is refused.
fn table(section: &Section, other: Option<Shape>) -> Map<String, Value> {
    let properties: Map<String, Value> = section
        .keys()
        .map(|key| (key.name.to_owned(), Value::Object(described(key))))
        .collect();
    let required: Vec<&str> = section
        .keys()
        .filter(|key| key.fallback == Fallback::Required)
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

fn described(key: &KeyInfo) -> Map<String, Value> {
    let fallback = match key.fallback {
        Fallback::Words(words) => format!(" [{words}]"),
        Fallback::Required | Fallback::Nothing => String::new(),
    };
    let mut described = Map::new();
    described.insert(
        "description".to_owned(),
        format!("{}{fallback}", key.means).into(),
    );
    described.append(&mut value(key.shape));
    described
}

fn value(shape: Shape) -> Map<String, Value> {
    let schema = match shape {
        Shape::Text => json!({ "type": "string" }),
        Shape::Form(_, pattern) => json!({ "type": "string", "pattern": pattern }),
        Shape::Name(kind) => json!({ "type": "string", "pattern": kind.pattern() }),
        Shape::Number => json!({ "type": "number", "minimum": 0 }),
        Shape::Whole(least, u64::MAX) => json!({ "type": "integer", "minimum": least }),
        Shape::Whole(least, most) => {
            json!({ "type": "integer", "minimum": least, "maximum": most })
        }
        // Editors hand a day of TOML over as a text.
        Shape::Date => json!({ "type": "string", "pattern": r"^\s*\d{4}-\d{1,2}-\d{1,2}\s*$" }),
        Shape::Truth => json!({ "type": "boolean" }),
        Shape::OneOf(words) => json!({ "enum": words }),
        Shape::OneOrMore(one) => json!({ "anyOf": [value(*one), list(*one)] }),
        Shape::List(one) => Value::Object(list(*one)),
        Shape::Table(section) => Value::Object(table(section, None)),
        Shape::Names(section, other) => Value::Object(table(section, Some(*other))),
        Shape::Either(all) => {
            json!({ "anyOf": all.iter().map(|one| value(*one)).collect::<Vec<_>>() })
        }
    };
    match schema {
        Value::Object(schema) => schema,
        _ => Map::new(),
    }
}

fn list(one: Shape) -> Map<String, Value> {
    let mut list = Map::new();
    list.insert("type".to_owned(), "array".into());
    list.insert("items".to_owned(), Value::Object(value(one)));
    list
}
