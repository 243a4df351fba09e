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
mod left;
mod mapping;
mod naming;
mod occasions;
mod outcome;
mod place;
mod proposal;
mod propose;
mod requests;
mod series;
mod shape;
mod steps;
mod surroundings;
mod synonyms;

use super::cell::Workbook;
use crate::privacy;
pub use block::{key, quoted};
pub use column::{CellKind, ColumnProfile};
pub use column_use::{ColumnUse, OtherReading, is_in_hours};
pub use inspection::{InspectedSheet, Inspection, WorkbookInfo};
pub(in crate::gather) use left::left;
pub use naming::{names_partner, partner_id, partner_name};
pub use outcome::{MappingTrial, trials};
pub use place::{DROP_FOLDER, WorkbookPlace, place};
pub use proposal::{OtherSheet, Proposal, ProposedName, ProposedSheet, ProposedSource};
pub use propose::words_of_folders;
pub use series::{goes_on, series_pattern, takes_only};
pub(crate) use shape::SheetShape;
use surroundings::Surroundings;

/// Looks at every sheet of a workbook and proposes a source that reads it.
pub fn inspect(workbook: &Workbook, about: &WorkbookInfo<'_>) -> Inspection {
    let partners = about
        .agreement
        .map_or(about.partners, |agreement| agreement.partners.as_slice());
    let mut sheets = Vec::new();
    let mut drafts = Vec::new();
    for sheet in &workbook.sheets {
        let view = shape::view(sheet);
        let (unnamed, uses) = mapping::mapping(
            &view,
            sheet,
            &Surroundings::of(about, sheet, &view, partners),
        );
        drafts.push(unnamed);
        sheets.push(InspectedSheet {
            name: sheet.name.clone(),
            hidden: sheet.hidden,
            formatting_known: sheet.colours_known,
            view,
            uses,
        });
    }
    let proposal = propose::propose(workbook, &sheets, &drafts, about);
    Inspection { sheets, proposal }
}

/// Whether the cells of a column may tell of single persons, so that they are not to be shown: its heading says so, or an
/// identity number stood in one of them.
pub(crate) fn is_about_persons(seen: &ColumnProfile) -> bool {
    let group = seen.heading.under.as_deref().unwrap_or_default();
    let masked = |value: &String| value.contains(privacy::MASK);
    if seen.values.iter().any(masked) {
        return true;
    }
    // «Från kl»: hours and days are nobody's name.
    if matches!(
        seen.kind,
        CellKind::Time | CellKind::Date | CellKind::Week | CellKind::Month
    ) {
        return false;
    }
    synonyms::is_about_persons(&seen.heading.heading) || synonyms::is_about_persons(group)
}
