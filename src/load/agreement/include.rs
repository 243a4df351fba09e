//! The agreement's entries after those of the files that it includes.

use crate::load::declare::{Keys, read, report_unknown};
use crate::load::faults::Faults;
use crate::load::keys::{AgreementKeys, SharedKeys};
use crate::load::tree::{self, Entry, Position, Value};

/// `include` gives the text of a file by the path that is written.
pub(in crate::load) fn with_included(
    text: &str,
    include: &dyn Fn(&str) -> Option<String>,
    faults: &mut Faults,
) -> Vec<Entry> {
    let (own, broken) = tree::parse(text, 0);
    broken.iter().for_each(|broken| faults.broken(broken));
    // Read for the files alone: what is wrong with the rest is told when the whole is read.
    let start = Position::start_of(0);
    let files = read::<AgreementKeys>(&own, start, &Faults::default()).include;
    let mut entries = Vec::new();
    for path in files.value.unwrap_or_default() {
        let Some(text) = include(&path.value) else {
            faults.missing_file(path.at, &path.value);
            continue;
        };
        let number = faults.enter(&path.value);
        let (included, broken) = tree::parse(&text, number);
        broken.iter().for_each(|broken| faults.broken(broken));
        // Other keys would silently change the agreement's head.
        report_unknown(&SharedKeys::SECTION, &included, faults);
        let is_shared = |entry: &Entry| SharedKeys::SECTION.has(&entry.key);
        join(&mut entries, included.into_iter().filter(is_shared));
    }
    join(&mut entries, own);
    entries
}

/// Adds entries: tables and lists of the same key become one, in order.
fn join(entries: &mut Vec<Entry>, more: impl IntoIterator<Item = Entry>) {
    for entry in more {
        let Some(there) = entries.iter_mut().find(|there| there.key == entry.key) else {
            entries.push(entry);
            continue;
        };
        match (&mut there.node.value, entry.node.value) {
            (Value::Table(there), Value::Table(more)) => there.extend(more),
            (Value::List(there), Value::List(more)) => there.extend(more),
            // Of another type: the agreement's own stands, and its reader tells the type.
            (there, more) => *there = more,
        }
    }
}
