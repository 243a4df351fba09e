//! The documentation's tables of keys, made from the keys that reading asks for.

use super::keys::{Key, SECTIONS, Section};

/// The line before the tables on their page.
pub const BEGIN: &str = "<!-- Every key: made from src/load/keys, do not edit by hand. -->";
/// The line after them.
pub const END: &str = "<!-- End of the keys. -->";

/// A table of Markdown for every section, in the order of the documentation.
pub fn tables() -> String {
    SECTIONS
        .iter()
        .map(|section| table(section))
        .collect::<Vec<_>>()
        .join("\n")
}

fn table(section: &Section) -> String {
    let name = if section.name.is_empty() {
        "The head of the file"
    } else {
        section.name
    };
    let title = if section.name.is_empty() {
        name.to_owned()
    } else {
        format!("`{name}`")
    };
    let mut table = format!("### {title}\n\n{}.\n\n", section.means);
    table.push_str("| key | takes | without it | meaning |\n| --- | --- | --- | --- |\n");
    table.extend(section.keys.iter().map(row));
    table
}

fn row(key: &Key) -> String {
    let whole = |text: &str| text.replace('|', "\\|");
    let default = if key.is_required() {
        "**required**"
    } else {
        key.default
    };
    format!(
        "| `{}` | {} | {} | {} |\n",
        key.name,
        whole(&key.takes.told()),
        whole(default),
        whole(key.means)
    )
}
