//! The keys of a sheet as the agreement file writes them.

use super::column_use::UnnamedMapping;
use super::naming;
use super::synonyms;
use crate::model::agreement::{Column, Frequency, Layout, RowFilter, Test};

/// Where the name `at` stands as a text.
pub(super) fn as_value(at: usize) -> String {
    format!("\u{1}{at}\u{2}")
}

/// Where the name `at` stands as a key.
pub(super) fn as_key(at: usize) -> String {
    format!("\u{1}{at}\u{3}")
}

/// The keys of a sheet but for its name; `gives` are those that say what its rows are.
pub(super) fn body(draft: &UnnamedMapping, gives: &str) -> String {
    let layout = match draft.layout {
        Layout::Log => "log",
        Layout::Months => "months",
        Layout::Form => "form",
        Layout::Statements => "statements",
        Layout::Milestones => "milestones",
        Layout::Register => "register",
    };
    let mut lines = vec![format!("layout = {}", quoted(layout))];
    lines.extend((!gives.is_empty()).then(|| gives.to_owned()));
    lines.extend(
        frequency(draft)
            .map(|frequency| format!("expected = {}", quoted(frequency_word(frequency)))),
    );
    let mut fields: Vec<(&String, &Column)> = draft.columns.iter().collect();
    fields.sort_by_key(|(field, _)| synonyms::rank(field));
    if !fields.is_empty() {
        let fields = fields
            .into_iter()
            .map(|(field, heading)| format!("{} = {}", key(field), column(heading)));
        lines.push(format!("columns = {}", inline(fields)));
    }
    if !draft.partner_columns.is_empty() {
        let marks =
            draft
                .partner_columns
                .iter()
                .map(|(partner, headings)| match headings.as_slice() {
                    [one] => format!("{} = {}", key(partner), column(one)),
                    several => format!(
                        "{} = [{}]",
                        key(partner),
                        several.iter().map(column).collect::<Vec<_>>().join(", ")
                    ),
                });
        lines.push(format!("partners = {}", inline(marks)));
    }
    if !draft.only_rows.is_empty() {
        lines.push(format!(
            "where = {}",
            inline(draft.only_rows.iter().filter_map(condition))
        ));
    }
    lines.join("\n") + "\n"
}

/// What the rows of a sheet are, as a line, its names as marks of the first, the second and so on.
pub(super) fn gives(draft: &UnnamedMapping) -> String {
    match draft.layout {
        Layout::Statements => String::new(),
        Layout::Register => format!("places = {}", as_value(0)),
        _ => match (&draft.kinds, draft.counts.is_empty()) {
            (Some((heading, words)), _) => {
                let values = words
                    .iter()
                    .map(|word| format!("{} = {}", quoted(word), quoted(&naming::slug(word))));
                format!(
                    "activity = {{ column = {}, values = {} }}",
                    column(heading),
                    inline(values)
                )
            }
            (None, true) => format!("activity = {}", as_value(0)),
            (None, false) => {
                let counts = draft.counts.iter().enumerate();
                let counts =
                    counts.map(|(at, heading)| format!("{} = {}", as_key(at), column(heading)));
                format!("counts = {}", inline(counts))
            }
        },
    }
}

/// The same where they are answers to what bears the first name.
pub(super) fn answers() -> String {
    format!("answers = {}", as_value(0))
}

/// How often a sheet is kept whose rows are weeks or months: a row each, also when nothing has happened. One of which many are
/// left blank says nothing of what is missing.
fn frequency(draft: &UnnamedMapping) -> Option<Frequency> {
    let has = |field: &str| draft.columns.contains_key(field);
    match draft.layout {
        Layout::Log if has("date") || !draft.is_kept => None,
        Layout::Log if has("week") => Some(Frequency::Weekly),
        Layout::Log if has("month") => Some(Frequency::Monthly),
        _ => None,
    }
}

fn frequency_word(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Weekly => "weekly",
        Frequency::Monthly => "monthly",
        Frequency::Quarterly => "quarterly",
    }
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
        Some(under) => format!(
            "{{ heading = {}, under = {} }}",
            quoted(&column.heading),
            quoted(under)
        ),
    }
}

/// A key as TOML writes it.
pub fn key(text: &str) -> String {
    let is_bare = |letter: char| letter.is_ascii_alphanumeric() || "-_".contains(letter);
    if !text.is_empty() && text.chars().all(is_bare) {
        text.to_owned()
    } else {
        quoted(text)
    }
}

/// A text as TOML writes it on one line.
pub fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            letter if letter.is_control() => {
                quoted.push_str(&format!("\\u{:04X}", u32::from(letter)))
            }
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
