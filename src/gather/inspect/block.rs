//! A source as the agreement file writes it.

use super::synonyms;
use crate::model::agreement::{
    ActivityKind, Column, Frequency, Gives, Layout, RowFilter, SheetMapping, Source, Test, Unit,
};

/// What the agreement has to say of an activity that counts hours or persons.
pub fn kind_block(activity: &str, kind: &ActivityKind) -> String {
    let persons = if kind.persons { "persons = true\n" } else { "" };
    let unit = if kind.unit == Unit::Hours {
        "unit = \"hours\"\n"
    } else {
        ""
    };
    format!("[activities.{}]\n{persons}{unit}", key(activity))
}

/// The `[[source]]` block with these sheets.
pub fn source_block(partner: &str, files: &str, sheets: &str) -> String {
    format!(
        "[[source]]\npartner = {}\nfiles = {}\n{sheets}",
        quoted(partner),
        quoted(files)
    )
}

/// The blocks of a source's sheets; what their rows could be instead stands as a comment.
pub fn sheets_block(source: &Source, others: &[Option<Gives>]) -> String {
    let others = others
        .iter()
        .map(Option::as_ref)
        .chain(std::iter::repeat(None));
    source
        .sheets
        .iter()
        .zip(others)
        .map(|(sheet, other)| format!("\n{}", sheet_block(sheet, other)))
        .collect()
}

fn frequency_word(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Weekly => "weekly",
        Frequency::Monthly => "monthly",
        Frequency::Quarterly => "quarterly",
    }
}

fn sheet_block(sheet: &SheetMapping, other: Option<&Gives>) -> String {
    let mut lines = vec!["[[source.sheet]]".to_owned()];
    lines.extend(
        sheet
            .name
            .as_ref()
            .map(|name| format!("name = {}", quoted(name))),
    );
    let layout = match sheet.layout {
        Layout::Log => "log",
        Layout::Months => "months",
        Layout::Form => "form",
        Layout::Statements => "statements",
        Layout::Milestones => "milestones",
        Layout::Register => "register",
    };
    lines.push(format!("layout = {}", quoted(layout)));
    lines.extend(gives(&sheet.gives));
    lines.extend(other.and_then(gives).map(|other| format!("# {other}")));
    lines.extend(
        sheet
            .expected
            .map(|frequency| format!("expected = {}", quoted(frequency_word(frequency)))),
    );
    let mut fields: Vec<(&String, &Column)> = sheet.columns.iter().collect();
    fields.sort_by_key(|(field, _)| synonyms::rank(field));
    if !fields.is_empty() {
        let fields = fields
            .into_iter()
            .map(|(field, heading)| format!("{} = {}", key(field), column(heading)));
        lines.push(format!("columns = {}", inline(fields)));
    }
    if !sheet.partner_columns.is_empty() {
        let marks =
            sheet
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
    if !sheet.only_rows.is_empty() {
        lines.push(format!(
            "where = {}",
            inline(sheet.filters().filter_map(condition))
        ));
    }
    lines.join("\n") + "\n"
}

/// What the rows of a sheet are, as a line.
fn gives(gives: &Gives) -> Option<String> {
    Some(match gives {
        Gives::Activity(activity) => format!("activity = {}", quoted(activity)),
        Gives::Answers(activity) => format!("answers = {}", quoted(activity)),
        Gives::Places(list) => format!("places = {}", quoted(list)),
        Gives::Indicator(indicator) => format!("indicator = {}", quoted(indicator)),
        Gives::Counts(counts) => {
            let counts = counts
                .iter()
                .map(|(activity, heading)| format!("{} = {}", key(activity), column(heading)));
            format!("counts = {}", inline(counts))
        }
        Gives::ByColumn {
            column: heading,
            values,
        } => {
            let values = values
                .iter()
                .map(|(word, activity)| format!("{} = {}", quoted(word), quoted(activity)));
            format!(
                "activity = {{ column = {}, values = {} }}",
                column(heading),
                inline(values)
            )
        }
        Gives::Statements => return None,
    })
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
