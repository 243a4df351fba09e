//! What sources and their sheets are called in the workbook, where the agreement file has no names for them.

use std::collections::BTreeSet;

/// The names that are given, each once.
#[derive(Default)]
pub(super) struct Labels {
    taken: BTreeSet<String>,
}

impl Labels {
    /// «Medborgarkontakter» of `polisen/Medborgarkontakter*.xlsx`; `otherwise` where nothing is left of a pattern.
    pub(super) fn of_source(&mut self, files: &str, otherwise: &str) -> String {
        let name = files.rsplit('/').next().unwrap_or_default();
        let name = name.rsplit_once('.').map_or(name, |(name, _)| name);
        let plain: String = name
            .chars()
            .filter(|sign| sign.is_alphanumeric() || " -–_().&".contains(*sign))
            .collect();
        let plain = plain.trim().trim_matches(['-', '–', '_', '.']).trim();
        self.free(if super::plain::survives(plain) {
            plain
        } else {
            otherwise
        })
    }

    /// «Medborgarkontakter: Kv*».
    pub(super) fn of_sheet(&mut self, source: &str, name: Option<&str>) -> String {
        let is_plain = |name: &&str| super::plain::survives(name) && !name.contains('\n');
        let label = match name.filter(is_plain) {
            Some(name) => format!("{source}: {name}"),
            None => format!("{source}: *"),
        };
        self.free(&label)
    }

    fn free(&mut self, wanted: &str) -> String {
        let numbered = (2..).map(|number| format!("{wanted} ({number})"));
        let mut possible = std::iter::once(wanted.to_owned()).chain(numbered);
        // Numbers do not end.
        let label = possible
            .find(|label| !self.taken.contains(&label.to_lowercase()))
            .unwrap_or_default();
        self.taken.insert(label.to_lowercase());
        label
    }
}
