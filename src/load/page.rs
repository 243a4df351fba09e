//! The documentation's tables of keys, made from the declared keys.

use super::declare::Keys;
use super::keys::{AgreementKeys, SettingsKeys};
use super::shape::{Fallback, KeyInfo, Section};

/// The line before the tables on their page.
pub const BEGIN: &str = "<!-- Every key: made from src/load/keys, do not edit by hand. -->";
/// The line after them.
pub const END: &str = "<!-- End of the keys. -->";

/// A table of Markdown for every kind of table in an agreement.
pub fn agreement_tables() -> String {
    tables(&AgreementKeys::SECTION)
}

/// A table of Markdown for every kind of table in the settings.
pub fn settings_tables() -> String {
    tables(&SettingsKeys::SECTION)
}

fn tables(root: &'static Section) -> String {
    let tables: Vec<String> = root.with_inner().into_iter().map(table).collect();
    tables.join("\n")
}

fn table(section: &Section) -> String {
    let title = match section.name {
        "" => "The head of the file".to_owned(),
        name => format!("`{name}`"),
    };
    let mut table = format!("### {title}\n\n{}.\n\n", section.means);
    table.push_str("| key | takes | without it | meaning |\n| --- | --- | --- | --- |\n");
    table.extend(section.own.iter().map(row));
    table
}

fn row(key: &KeyInfo) -> String {
    let escaped = |text: &str| text.replace('|', "\\|");
    let fallback = match key.fallback {
        Fallback::Required => "**required**",
        Fallback::Nothing => "",
        Fallback::Words(words) => words,
    };
    format!(
        "| `{}` | {} | {} | {} |\n",
        key.name,
        escaped(&key.shape.in_words()),
        escaped(fallback),
        escaped(key.means)
    )
}
