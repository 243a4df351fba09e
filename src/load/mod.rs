//! The agreement file's text → a checked [`Agreement`]; every fault at once, with its line and the nearest right word.

mod agreement;
pub(crate) mod book;
mod declare;
mod faults;
mod few_persons;
mod keys;
pub mod page;
pub mod schema;
pub mod settings;
mod shape;
mod texts;
mod tree;
mod types;
mod value;

#[cfg(test)]
mod tests;

use sha2::{Digest, Sha256};

use crate::digest::hex;
use crate::model::agreement::Agreement;
use crate::model::finding::{Checked, Severity};

pub(crate) use texts::AgreementTexts;
pub use value::is_address;

/// Reads an agreement. `id` is its folder's name; `include` gives the text of a file that it includes, by the path
/// written there.
///
/// The value is `None` exactly if there are findings of the severity error.
pub fn load(
    id: &str,
    text: &str,
    include: &dyn Fn(&str) -> Option<String>,
) -> Checked<Option<Agreement>> {
    let mut faults = faults::Faults::default();
    let entries = agreement::with_included(text, include, &mut faults);
    let agreement = agreement::agreement(id, &sha256(text.as_bytes()), &entries, &faults);
    let mut findings = faults.into_findings();
    findings.extend(agreement.iter().flat_map(few_persons::few_persons));
    let stopped = findings
        .iter()
        .any(|finding| finding.severity() == Severity::Error);
    Checked::new(agreement.filter(|_| !stopped), findings)
}

/// The hash of the agreement file alone, so that anybody can hold it against the file.
fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}
