//! A source as the agreement file writes it.

use std::collections::BTreeMap;

use super::synonyms;
use crate::model::agreement::{ActivityKind, Column, Gives, Layout, RowFilter, SheetMapping, Source, Test, Unit};

/// What the agreement has to say of activities that count hours or persons.
pub fn kinds_block(kinds: &BTreeMap<String, ActivityKind>) -> String {
    let one = |(activity, kind): (&String, &ActivityKind)| {
        let persons = if kind.persons { "persons = true\n" } else { "" };
        let unit = if kind.unit == Unit::Hours { "unit = \"hours\"\n" } else { "" };
        format!("[activities.{}]\n{persons}{unit}", key(activity))
    };
    kinds.iter().map(one).collect::<Vec<_>>().join("\n")
}

/// The `[[source]]` block that is read as this source.
pub fn block(source: &Source) -> String {
    let mut text = format!("[[source]]\npartner = {}\nfiles = {}\n", quoted(&source.partner), quoted(&source.files));
    for sheet in &source.sheets {
        text.push('\n');
        text.push_str(&sheet_block(sheet));
    }
    text
}

fn sheet_block(sheet: &SheetMapping) -> String {
    let mut lines = vec!["[[source.sheet]]".to_owned()];
    lines.extend(sheet.name.as_ref().map(|name| format!("name = {}", quoted(name))));
    let layout = match sheet.layout {
        Layout::Log => "log",
        Layout::Months => "months",
        Layout::Form => "form",
        Layout::Statements => "statements",
        Layout::Milestones => "milestones",
        Layout::Register => "register",
    };
    lines.push(format!("layout = {}", quoted(layout)));
    match &sheet.gives {
        Gives::Activity(activity) => lines.push(format!("activity = {}", quoted(activity))),
        Gives::Places(list) => lines.push(format!("places = {}", quoted(list))),
        Gives::Counts(counts) => {
            let counts = counts.iter().map(|(activity, heading)| format!("{} = {}", key(activity), column(heading)));
            lines.push(format!("counts = {}", inline(counts)));
        }
        // No other is proposed.
        Gives::ByColumn { .. } | Gives::Answers(_) | Gives::Statements | Gives::Indicator(_) => {}
    }
    let mut fields: Vec<(&String, &Column)> = sheet.columns.iter().collect();
    fields.sort_by_key(|(field, _)| synonyms::rank(field));
    if !fields.is_empty() {
        let fields = fields.into_iter().map(|(field, heading)| format!("{} = {}", key(field), column(heading)));
        lines.push(format!("columns = {}", inline(fields)));
    }
    if !sheet.partner_columns.is_empty() {
        let marks = sheet.partner_columns.iter().map(|(partner, headings)| match headings.as_slice() {
            [one] => format!("{} = {}", key(partner), column(one)),
            several => format!("{} = [{}]", key(partner), several.iter().map(column).collect::<Vec<_>>().join(", ")),
        });
        lines.push(format!("partners = {}", inline(marks)));
    }
    if !sheet.only_rows.is_empty() {
        lines.push(format!("where = {}", inline(sheet.only_rows.iter().filter_map(condition))));
    }
    lines.join("\n") + "\n"
}

/// A condition, of the kinds that are proposed.
fn condition(filter: &RowFilter) -> Option<String> {
    let heading = quoted(&filter.column.heading);
    match &filter.test {
        Test::Marked(yes) => Some(format!("{heading} = {yes}")),
        Test::AnyOf(words) => {
            let words: Vec<String> = words.iter().map(|word| quoted(word)).collect();
            Some(format!("{heading} = [{}]", words.join(", ")))
        }
        _ => None,
    }
}

fn inline(entries: impl Iterator<Item = String>) -> String {
    format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
}

fn column(column: &Column) -> String {
    match &column.under {
        None => quoted(&column.heading),
        Some(under) => format!("{{ heading = {}, under = {} }}", quoted(&column.heading), quoted(under)),
    }
}

/// A key as TOML writes it.
pub fn key(text: &str) -> String {
    let is_bare = |letter: char| letter.is_ascii_alphanumeric() || "-_".contains(letter);
    if !text.is_empty() && text.chars().all(is_bare) { text.to_owned() } else { quoted(text) }
}

/// A text as TOML writes it on one line.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            letter if letter.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(letter))),
            letter => quoted.push(letter),
        }
    }
    quoted + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_quoted() {
        for (text, expected) in [
            ("Klart senast", "\"Klart senast\""),
            ("a \"b\" \\ c", "\"a \\\"b\\\" \\\\ c\""),
            ("a\nb", "\"a\\u000Ab\""),
        ] {
            assert_eq!(quoted(text), expected);
        }
    }
}
