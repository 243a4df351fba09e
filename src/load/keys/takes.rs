//! The shapes of a key's value, as words of the documentation.

use super::{Section, Takes};

impl Takes {
    /// The value in a few words: «text or list of texts».
    pub fn told(self) -> String {
        match self {
            Takes::Text => "text".to_owned(),
            Takes::Written(what, _) => what.to_owned(),
            Takes::Number => "number".to_owned(),
            Takes::Whole => "whole number".to_owned(),
            Takes::Date => "date".to_owned(),
            Takes::Truth => "true, false".to_owned(),
            Takes::Word(words) => words
                .iter()
                .map(|word| format!("`\"{word}\"`"))
                .collect::<Vec<_>>()
                .join(", "),
            Takes::OneOrMore(one) => format!("{} or list of them", one.told()),
            Takes::List(one) => format!("list of: {}", one.told()),
            Takes::Table(section) => format!("table {}", named(section)),
            Takes::Names(section, other) if section.keys.is_empty() => {
                format!("table: a name = {}", other.told())
            }
            Takes::Names(section, other) => format!(
                "table {}; any other name = {}",
                named(section),
                other.told()
            ),
            Takes::Either(all) => all
                .iter()
                .map(|one| one.told())
                .collect::<Vec<_>>()
                .join("; or "),
        }
    }
}

fn named(section: &Section) -> String {
    format!("`{}`", section.name)
}
