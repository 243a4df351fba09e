//! What any workbook looks like, and a source that would read it: guessed from headings and cells, for a person to check.
//!
//! ```text
//! sheet ─shape→ View (shape, header, columns) ─mapping→ Unnamed (which column means what) ─propose→ Source ─block→ TOML
//! ```

mod activity_names;
mod block;
mod column;
mod column_use;
mod field_words;
mod inspection;
mod mapping;
mod naming;
mod occasions;
mod outcome;
mod pattern;
mod place;
mod propose;
mod shape;
mod synonyms;

use super::cell::{Sheet, Workbook};
use super::name_pattern::NamePattern;
use crate::model::agreement::SheetMapping;
use crate::privacy;
pub use block::{key, kind_block, quoted, sheets_block, source_block};
pub use column::{CellKind, ColumnProfile};
pub use column_use::{ColumnUse, is_in_hours};
pub use inspection::{InspectedSheet, Inspection, WorkbookInfo};
pub(in crate::gather) use outcome::left;
pub use outcome::{MappingTrial, outcome};
pub use pattern::common_pattern;
pub use place::{DROP_FOLDER, WorkbookPlace, place};
pub(crate) use shape::SheetShape;

/// Looks at every sheet of a workbook and proposes a source that reads it.
pub fn inspect(workbook: &Workbook, about: &WorkbookInfo<'_>) -> Inspection {
    let partners = about
        .agreement
        .map(|agreement| agreement.partners.as_slice())
        .unwrap_or_default();
    let mut sheets = Vec::new();
    let mut drafts = Vec::new();
    for sheet in &workbook.sheets {
        let view = shape::view(sheet);
        let (unnamed, uses) = mapping::mapping(&view, sheet, partners);
        drafts.push(unnamed);
        sheets.push(InspectedSheet {
            name: sheet.name.clone(),
            hidden: sheet.hidden,
            formatting_known: sheet.colours_known,
            view,
            uses,
        });
    }
    let (source, others, kinds) = propose::propose(workbook, &sheets, &drafts, about);
    Inspection {
        sheets,
        source,
        others,
        kinds,
    }
}

/// Whether the cells of a column may tell of single persons, so that they are not to be shown: its heading says so, or an
/// identity number stood in one of them.
pub(crate) fn is_about_persons(seen: &ColumnProfile) -> bool {
    let group = seen.heading.under.as_deref().unwrap_or_default();
    let masked = |value: &String| value.contains(privacy::MASK);
    if seen.values.iter().any(masked) {
        return true;
    }
    synonyms::is_about_persons(&seen.heading.heading) || synonyms::is_about_persons(group)
}

/// Whether a mapping reads a sheet of this name.
pub fn reads(mapping: &SheetMapping, sheet: &Sheet) -> bool {
    mapping
        .name
        .as_ref()
        .is_some_and(|name| NamePattern::new(name).fits(&sheet.name))
}
